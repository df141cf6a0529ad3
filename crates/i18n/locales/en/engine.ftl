no-data-folder = This user has no folder for program data
no-settings-folder = This user has no folder for settings
engine-labels-given = These labels were named on the command line with --schema; change that file, or start Copydesk without it
engine-folder-empty = There are no articles in this folder: { $path }
open-other-work = { $file } beside this text has work on another version of it; open it to see that
deed-file-changed = change the file elsewhere
deed-reject-as = reject { $words } as { $label }
deed-accept-sure = accept suggestions of at least { $percent }%

## Journals of unsaved work

journal-cut = The end of this article’s journal is damaged; the last actions may be missing
journal-of-older-file = The file of this article was changed after the work that was recovered; saving will ask what to do
journal-not-begun = Its journal could not be begun
recovered-without-file = The file of this article is gone, or holds other work: { $path }

## Earlier versions, and what another program wrote

engine-version-time =
    { $month ->
        [Jan] Jan { $day }, { $year }, { $time }
        [Feb] Feb { $day }, { $year }, { $time }
        [Mar] Mar { $day }, { $year }, { $time }
        [Apr] Apr { $day }, { $year }, { $time }
        [May] May { $day }, { $year }, { $time }
        [Jun] Jun { $day }, { $year }, { $time }
        [Jul] Jul { $day }, { $year }, { $time }
        [Aug] Aug { $day }, { $year }, { $time }
        [Sep] Sep { $day }, { $year }, { $time }
        [Oct] Oct { $day }, { $year }, { $time }
        [Nov] Nov { $day }, { $year }, { $time }
       *[Dec] Dec { $day }, { $year }, { $time }
    }
engine-theirs-no-article = The file is no longer an article of Copydesk: { $path }
engine-theirs-unreadable = The file cannot be read: { $error }: { $path }

## Dictionaries

engine-dictionary-no-file-name = Could not rename the dictionary: “{ $name }” is no file name
engine-dictionary-name-taken = Could not rename the dictionary: there is one of that name: { $path }
engine-dictionary-has-words = “{ $words }” is in “{ $list }.txt” already
engine-dictionary-words-added = Added “{ $words }” to “{ $list }.txt”

## Import and export

engine-activity-exported = Exported to “{ $file }”
reported-import-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
reported-import-opened =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } with { $spans ->
        [one] { $spans } annotation
       *[other] { $spans } annotations
    } opened from { $file }
reported-import-stopped =
    Import stopped; { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } with { $spans ->
        [one] { $spans } annotation
       *[other] { $spans } annotations
    } had been written: { $folder }
reported-import-written =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } with { $spans ->
        [one] { $spans } annotation
       *[other] { $spans } annotations
    } written: { $folder }
reported-import-span = “{ $words }” at { $place } in { $article }
reported-export-written =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } with { $spans ->
        [one] { $spans } span
       *[other] { $spans } spans
    } written to { $file }
reported-export-span = { $label } “{ $words }” in { $article }
reported-left-out = left out
reported-renamed = renamed
reported-why-renamed = the name or the id was taken, or is kept by a system
reported-warning = warning
engine-preview-binary = This is a binary format; there is nothing to read in it
