## What many commands need
needs-article = Open an article first
needs-span = Select a span first: click it or press Tab
article-read-only = Read-only: the article is open in another window
no-such-command = No such command
keys-unknown-command = No command is called “{ $name }” (keys.ron); press F1 for the list
keys-clash = { $chord } is assigned to both “{ $first }” and “{ $second }”; the first takes precedence
edit-refused = Could not make that change: { $error }
untitled-article = Untitled

## Buttons on notices
notice-undo = Undo
notice-redo = Redo
notice-save-copy = Save a copy…
notice-more-reasons = … and { $count } more

## The article list
article-filter-to-review = To review
article-filter-done = Done
article-filter-flagged = Flagged
article-order-opened = As opened
article-order-title = By title
article-order-most-to-review = Most to review
article-order-least-certain = Least certain
article-order-random = Random sample

## Opening, saving and closing
cmd-open-article = Open article…
cmd-open-article-help = Open text files, web pages, documents, annotated data or saved articles
cmd-open-folder = Open folder…
cmd-open-folder-help = Open every article in a folder and its subfolders
cmd-save = Save
cmd-save-help = Save the article and its annotations
cmd-save-why-not = Already saving
cmd-save-as = Save as…
cmd-save-as-help = Save the article and its annotations under another name
cmd-save-all = Save all
cmd-save-all-help = Save every open article, beside its text where it has no file yet
cmd-save-all-why-not = Everything is saved
cmd-close-article = Close article
cmd-close-article-help = Close the article
cmd-quit = Quit
cmd-quit-help = Quit Copydesk
cmd-open-sample = Open sample { $number }
cmd-open-sample-help = Open a sample article
cmd-open-sample-why-not = No such sample
cmd-open-sample-titled = Open sample: { $title }
cmd-open-recent = Open recent { $number }
cmd-open-recent-help = Open a recent file or folder
cmd-open-recent-why-not = No such recent file or folder
cmd-open-recent-named = Open { $name }
article-recovered = Unsaved work on this article was recovered
save-all-no-file = { $count } articles have no file yet; save each once
folder-gone = This folder is no longer there: { $path }
cmd-open-anyway = Open anyway
cmd-open-anyway-help = Work on the article although another window has it open
cmd-open-anyway-why-not = No other window has the article open
article-only-in-memory = Changes to “{ $title }” are only in memory; save a copy elsewhere. { $message }
went-wrong-work-kept = Something went wrong in Copydesk; your work is kept: { $words }

## Earlier versions and merging
cmd-versions = Earlier versions…
cmd-versions-help = See earlier saved versions of the article and restore one
cmd-versions-why-not = Save the article first: each save is kept as a version
version-restore-deed = restore version of { $when }
version-restored = Restored the version of { $when }
version-is-same = Nothing to restore: the article is the same now
version-status-done = Status changed to done
version-status-in-progress = Status changed to in progress
version-status-not-started = Status changed to not started
version-flagged = Flagged for review
version-not-flagged = Flag for review removed
version-other-text = The text was different then, so the annotations do not fit the article now
version-other-labels = The labels were different then, so the annotations do not fit the article now
merge-other-text = It cannot be merged: the file now holds a different text
merge-other-labels = It cannot be merged: the file now has different labels
merge-unfit = It cannot be merged: the file holds annotations that do not fit its text

## Problems of an article
cmd-problems = Problems…
cmd-problems-help = Show what does not fit the article, and mend it
cmd-problems-why-not = This article has no problems
cmd-problems-counted = Problems ({ $count })…
problems-set-aside =
    { $count ->
        [one] { $count } mark could not be placed and is set aside
       *[other] { $count } marks could not be placed and are set aside
    }
problems-found =
    { $count ->
        [one] { $count } problem was found while the file was read
       *[other] { $count } problems were found while the file was read
    }

## The folder
cmd-close-folder = Close folder
cmd-close-folder-help = Close the folder and those of its articles that are saved
no-folder-open = No folder is open
cmd-import-data-files = Import data files…
cmd-import-data-files-help = Import articles from the files of the folder that are not listed as articles
cmd-import-data-files-why-not = Every file of the folder is listed
cmd-assess-folder = Suggest for all articles
cmd-assess-folder-help = Read every article of the folder, so that the list can say how much there is to review
cmd-assess-folder-running = Already reading the articles
cmd-assess-folder-why-not = Every article of the folder has been read
cmd-stop-assessing = Stop suggesting for all articles
cmd-stop-assessing-help = Stop reading the articles of the folder
cmd-stop-assessing-why-not = Nothing to stop
folder-new-articles =
    { $count ->
        [one] { $count } new article in the folder
       *[other] { $count } new articles in the folder
    }
folder-data-files = Not listed as articles: { $names }
folder-data-files-more = Not listed as articles: { $names } and { $count } more
cmd-make-project = Make this folder a project
cmd-make-project-help = Give the folder labels, guidelines, dictionaries and a memory that all its articles share
cmd-make-project-no-folder = Open a folder, or an article that is in a file
cmd-make-project-is-one = This folder is a project already
cmd-make-project-is-part = This folder is part of a project already
project-made = This folder is a project now: { $path }

## Exports and imports
exchange-busy = An export or import is running; wait for it to finish, or stop it
cmd-export = Export…
cmd-export-help = Export articles as a data set for other tools, with a preview
cmd-stop-work = Stop export or import
cmd-stop-work-help = Stop the running export or import
cmd-stop-work-why-not = No export or import is running
cmd-last-report = Show what was left out…
cmd-last-report-help = Show what the last export or import left out or changed
cmd-last-report-why-not = Nothing has been exported or imported yet
cmd-export-no-format = Choose a format
cmd-export-none-done = No article is marked as done
cmd-export-no-kind = Choose at least one kind of span: accepted, suggested or rejected
cmd-export-no-label = Choose at least one label
exchange-stopped = Stopped; nothing was written or opened
report-left-out =
    { $count ->
        [one] { $title }; { $count } item was left out or changed
       *[other] { $title }; { $count } items were left out or changed
    }
report-more-examples = and { $count } more
report-data-file = data, not an article
work-exporting = Exporting to { $name }…
work-reading = Reading…
work-importing = Importing…
work-percent = { $work } { $percent }%
importing-left-out =
    { $count ->
        [one] Left out { $count } file: { $why }
       *[other] Left out { $count } files: { $why }
    }
importing-still-reading = Still reading the files
importing-no-articles = No articles to import
importing-opened-first = Opened the first { $opened } of { $count } articles; the rest are in the folder

## The window, its panes and help
cmd-palette = Find a command…
cmd-palette-help = Find any command by name
cmd-keys = Keyboard shortcuts…
cmd-keys-help = Show all keyboard shortcuts
cmd-tour = Take the tour
cmd-tour-help = Learn the keys in five steps on a sample article
cmd-tour-why-not = There is no sample article
cmd-about = About Copydesk…
cmd-about-help = Show version, licenses, and where settings and unsaved work lie
cmd-theme-system = System theme
cmd-theme-system-help = Follow the system's theme
cmd-theme-light = Light theme
cmd-theme-light-help = Use the light theme
cmd-theme-dark = Dark theme
cmd-theme-dark-help = Use the dark theme
cmd-text-bigger = Bigger text
cmd-text-bigger-help = Make the article text bigger
cmd-text-smaller = Smaller text
cmd-text-smaller-help = Make the article text smaller
cmd-text-usual = Reset text size
cmd-text-usual-help = Reset the article text to its default size
cmd-column-wider = Wider column
cmd-column-wider-help = Make the text column wider
cmd-column-narrower = Narrower column
cmd-column-narrower-help = Make the text column narrower
cmd-show-articles = Article list
cmd-show-articles-help = Show or hide the article list
cmd-show-review = Review list
cmd-show-review-help = Show or hide the review list
cmd-guidelines = Label guidelines
cmd-guidelines-help = Show or hide what each label means, and the project’s guidelines, beside the article
cmd-show-rejected = Rejected suggestions
cmd-show-rejected-help = Show rejected suggestions, struck through
cmd-next-pane = Next pane
cmd-next-pane-help = Focus next pane
cmd-previous-pane = Previous pane
cmd-previous-pane-help = Focus previous pane
cmd-settings = Settings…
cmd-settings-help = Change how the window looks, the keys, the labels and what is kept
labels-given =
    { $count ->
        [one] { $count } open article has these labels now
       *[other] { $count } open articles have these labels now
    }
labels-refused = Could not change the labels of “{ $title }”: { $error }

## Measuring
cmd-activity = Time and actions…
cmd-activity-help = Show how many actions and how much time the spans of each day and article took
cmd-measures = Measure my work
cmd-measures-help = Count actions, active time and decided spans, on this machine only
cmd-delete-activity = Delete what was measured…
cmd-delete-activity-help = Delete all actions, times and spans that were counted
activity-deleted = What was measured is deleted
activity-not-written = Time and actions could not be written; this is tried again. { $message }
activity-more-damaged =
    { $count ->
        [one] Could not read { $count } more line of the time and actions
       *[other] Could not read { $count } more lines of the time and actions
    }
