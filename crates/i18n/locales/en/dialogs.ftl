# In several dialogs.
decimal-mark = .

# The import dialog.
import-reading = Reading…
import-predictions =
    { $count ->
        [one] Import { $count } prediction as annotations
       *[other] Import { $count } predictions as annotations
    }
import-not-read = Could not be read
import-copydesk-article = Copydesk article
import-detected = { $names } (detected)
import-detect = Detect automatically
import-format = Format
import-several-formats = Several formats match; choose one: { $names }
import-title = Import { $name }
import-title-many = Import { $count } items
import-counts =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    } with { $spans ->
        [one] { $spans } span
       *[other] { $spans } spans
    }
import-unlisted =
    { $count ->
        [one] { $count } span with labels beyond those listed will be left out
       *[other] { $count } spans with labels beyond those listed will be left out
    }
import-labels = Labels
import-label-spoken =
    { $count ->
        [one] { $label }, { $count } span, such as “{ $example }”
       *[other] { $label }, { $count } spans, such as “{ $example }”
    }
import-no-match = No match, left out
import-left-out = Left out
import-leave-out = Leave out
import-becomes = { $label } becomes { $ours }
import-is-left-out = { $label } is left out
import-destination = Destination
import-open-here = Open here
import-save-in-folder = Save as article files in a folder…
import-too-many-to-open = Only 50 articles can be opened at once; save these in a folder
import-import = Import
import-open-articles =
    { $count ->
        [one] Open { $count } article
       *[other] Open { $count } articles
    }
import-save-articles =
    { $count ->
        [one] Save { $count } article…
       *[other] Save { $count } articles…
    }

# The export dialog.
export-title = Export
export-find-format = Find a format
export-find-format-hint = Find a format…
export-no-formats = No matching formats
export-formats = Formats
export-choose-format = Choose a format
export-folder = folder
export-about-file = { $about }. Writes one .{ $extension } file.
export-about-folder = { $about }. Writes a folder of files.
export-files = Files
# The files are called train, dev and test in all languages.
export-split = Train, dev, test
export-dev = dev
export-test = test
export-percent-for = Percent for { $name }
export-one-each = One file per article
export-articles = Articles
export-this-one = This one
export-all-in-folder = All { $count } in the folder
export-done-in-folder = { $count } done in the folder
export-all-open = All { $count } open
export-done = { $count } done
export-spans = Spans
export-accepted = { $count } accepted
export-suggested = { $count } suggested
export-rejected = { $count } rejected
export-all-accepted = All accepted
export-all-suggested = All suggested
export-all-rejected = All rejected
export-no-such-spans = No such spans yet: only the text is exported
export-labels = Labels
export-export = Export…

# The preview in the export dialog.
preview-title = Preview
preview-preparing = Preparing preview…
preview-no-article = No article to export; choose others above
preview-in-total = … { $size } in total
preview-of = Preview of { $name }
preview-no-loss = Nothing will be lost
preview-no-loss-of = Nothing of { $title } will be lost; the report counts all articles
preview-losses = What this format cannot hold
preview-losses-of = What this format cannot hold of { $title }
preview-kilobytes = { $size } kB
preview-megabytes = { $size } MB

# The dialog of places where the same words stand. Where articles is 0, only one article is changed.
everywhere-title-sure = Accept suggestions of at least { $percent }%
everywhere-title-mark = Mark “{ $words }” as { $label } everywhere
everywhere-title-clear = Reject or remove the { $label } “{ $words }” everywhere
everywhere-places = Places
everywhere-nowhere-else = The words stand nowhere else
everywhere-none-sure = No open suggestion is that sure
everywhere-more =
    { $count ->
        [one] { $count } place more; do these first
       *[other] { $count } places more; do these first
    }
everywhere-accepted = accepted
everywhere-suggested = { $label } { $percent }%
everywhere-doubtful = Doubtful
everywhere-mark =
    { $articles ->
        [0] Mark { $count }
        [one] Mark { $count } in { $articles } article
       *[other] Mark { $count } in { $articles } articles
    }
everywhere-accept =
    { $articles ->
        [0] Accept { $count }
        [one] Accept { $count } in { $articles } article
       *[other] Accept { $count } in { $articles } articles
    }
everywhere-reject =
    { $articles ->
        [0] Reject { $count }
        [one] Reject { $count } in { $articles } article
       *[other] Reject { $count } in { $articles } articles
    }
everywhere-remove =
    { $articles ->
        [0] Remove { $count }
        [one] Remove { $count } in { $articles } article
       *[other] Remove { $count } in { $articles } articles
    }
everywhere-reject-remove =
    { $articles ->
        [0] Reject { $rejected }, remove { $removed }
        [one] Reject { $rejected }, remove { $removed } in { $articles } article
       *[other] Reject { $rejected }, remove { $removed } in { $articles } articles
    }
everywhere-saving = Saving open articles…
everywhere-reading = Reading the articles of the folder…
everywhere-changing = Changing articles…
everywhere-progress = { $work } { $percent }%
everywhere-percent = { $percent }%
everywhere-this-article = This article
everywhere-open-articles = All open articles
everywhere-folder = The whole folder
everywhere-hint = Space checks or unchecks a line, A all of them; one undo takes it back
everywhere-hint-scopes = Space checks a line, A all; Left, Right: where
everywhere-now = now a { $label }
everywhere-part-of = part of “{ $words }”
everywhere-small-letters = in small letters
everywhere-or-name = or “{ $name }”
everywhere-rejected-before = rejected before

# The dialog of marks that do not fit the article.
problems-title =
    { $count ->
        [one] { $count } mark could not be placed
       *[other] { $count } marks could not be placed
    }
problems-found-in-file = Found while the file was read
problems-list = Problems
problems-quoted = “{ $words }”
problems-note = Note: { $note }
problems-places = Places with these words
problems-more = and { $count } more
problems-place = place { $number }, { $words }
problems-nothing-selected = To attach it elsewhere, select the words in the article, then come back
problems-attach-selection = Attach to selection
problems-attach-to = Attach to “{ $words }”
problems-attach-here = Attach here
problems-selected-words = The words selected in the article
problems-drop = Drop
problems-drop-about = Forget this mark; undo brings it back
problems-keep = Keep
problems-keep-about = Leave it set aside; it is saved with the article
problems-show = Show
problems-open-elsewhere = Another window has the article open
problems-no-such-label = There is no such label
problems-rejected = rejected { $label }
problems-note-on = note on { $label }
problems-unknown-label = The labels of this article have no “{ $label }”.
problems-gone = Its words are no longer in the article.
problems-overlaps = It would overlap “{ $words }”, which is marked already.
problems-context-changed = Its words are in the article, but what stood around them is not.
problems-several = Its words are in the article { $count } times; which place was meant is not certain.

# The prompt for a path, where the system has no file dialog.
path-title-open-article = Open article
path-title-open-folder = Open folder
path-title-save-article = Save article as
path-title-export-data = Export data set to
path-title-save-in-folder = Save articles in folder
path-title-add-dictionary = Add a list or patterns
path-title-export-dictionary = Export dictionary to
path-title-export-activity = Export time and actions to
path-path = Path
path-hint = Path…
path-files = Files
path-open = Open
path-replace = Replace
path-add = Add
path-save = Save
path-export = Export
path-will-be-replaced = A file with this name exists and will be replaced
path-keys = Tab to complete, arrow keys to choose
path-folder-spoken = { $name }, folder
path-file-spoken = { $name }, file

# What tells two states of a span apart. Parts of a line begin in lower case; the first gets its capital.
difference-added = Added
difference-removed = Removed
difference-rejected = Suggestion rejected
difference-reopened = Suggestion reopened
difference-note = note
difference-note-on-suggestion = note on the suggestion
difference-relabeled = label changed from { $from } to { $to }
difference-was = was { $words }
difference-source = source changed
difference-value-added = { $title } added: { $new }
difference-value-removed = { $title } removed: { $old }
difference-value-changed = { $title } changed from { $old } to { $new }
difference-value = { $title }: { $value }
difference-no-value = no { $title }

# The dialog of earlier versions.
versions-title = Earlier versions of “{ $title }”
versions-list = Versions
versions-reading = Reading the versions…
versions-reading-one = Reading…
versions-restoring =
    { $count ->
        [one] Restoring this version makes { $count } change; undo takes it back
       *[other] Restoring this version makes { $count } changes; undo takes them back
    }
versions-none = No earlier versions yet. Each time the article is saved, what its file then holds is kept here: the last 20 versions, the older ones further apart.
versions-annotations =
    { $count ->
        [one] { $count } annotation
       *[other] { $count } annotations
    }
versions-change-spoken = { $change }: { $label } “{ $words }”
versions-restore = Restore

# The dialog of what a merge left to decide.
conflicts-title =
    { $count ->
        [one] You both changed { $count } span
       *[other] You both changed { $count } spans
    }
conflicts-about = Everything else is merged. Yours was kept here; take theirs where it is better.
conflicts-keys = ↑ ↓ choose a line   ← keep mine   → take theirs
conflicts-list = Conflicts
conflicts-line-mine = Mine: { $mine }. Theirs: { $theirs }. Mine is used
conflicts-line-theirs = Mine: { $mine }. Theirs: { $theirs }. Theirs is used
conflicts-keep-mine = Keep mine
conflicts-take-theirs = Take theirs
conflicts-removed = Removed
conflicts-removed-spoken = removed
conflicts-span = { $label } “{ $words }”

# The dialog of dictionaries, and one of them.
dictionaries-title = Dictionaries
dictionaries-about = Their matches are suggested in every article, before all other suggestions
dictionaries-new = New list
dictionaries-add = Add from file…
dictionaries-none = There is no list yet. A list holds words of one label, one entry a line; its name can say the label, such as people.txt.
dictionaries-too-long = This file is too long to edit here: use a text editor, and it is read again
dictionaries-entries = Entries
dictionaries-entries-hint = One entry a line
dictionaries-bring-back = Bring back “{ $name }”
dictionaries-labels =
    { $count ->
        [one] { $count } label
       *[other] { $count } labels
    }
dictionaries-entry-count =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
dictionaries-here = { $count } here
dictionaries-shared = shared
dictionary-name = Name
dictionary-line-problem = Line { $line }: { $message }
dictionary-more-problems =
    { $count ->
        [one] { $count } more line cannot be read
       *[other] { $count } more lines cannot be read
    }
dictionary-entries =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
dictionary-found =
    { $entries ->
        [one] { $entries } entry
       *[other] { $entries } entries
    }, { $matches ->
        [one] { $matches } match in this article
       *[other] { $matches } matches in this article
    }
dictionary-export-list = Export list…
dictionary-export-table = Export table…
dictionary-export-patterns = Export patterns…
dictionary-save = Save
dictionary-delete = Delete

# The dialog that finds words in all articles.
search-title = Find in all articles
search-hint = Find in all articles…
search-whole-text = Whole text
search-annotations = Annotations
search-places = Places
search-running = Searching…
search-how = Type words to find; Enter goes to a place
search-other-formats =
    { $count ->
        [one] { $count } file in other formats: searched once opened and saved
       *[other] { $count } files in other formats: searched once opened and saved
    }
search-more-problems = { $problem } (and { $count } more)
search-nothing =
    { $articles ->
        [one] Nothing found in { $articles } article; try fewer words, or a part of one
       *[other] Nothing found in { $articles } articles; try fewer words, or a part of one
    }
search-found =
    { $places ->
        [one] { $places } place
       *[other] { $places } places
    } in { $found } of { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
search-found-first =
    { $places ->
        [one] { $places } place
       *[other] { $places } places
    } in { $found } of { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, the first { $listed } are listed

# The find bar above the article.
find-field = Find in article
find-hint = Find in article…
find-previous = Previous
find-next = Next
find-spans-only = Spans only
find-spans-only-about = Find only what is suggested or marked
find-close = Close search
find-none = no matches
find-none-in-spans = no matches in spans
find-place = { $place } of { $count }

# The dialog of how much work articles took. Where a message has spans and count, count only chooses the form.
activity-title = Time and actions
activity-about = Counted while you work, on this machine only, and never sent anywhere
activity-about-off = Nothing is being measured: “Measure my work” in the View menu is off
activity-nothing = Nothing was measured yet. As you work, the actions and the time that your spans take are shown here, by day and by article.
activity-nothing-off = Nothing was measured yet. Once it is on, the actions and the time that your spans take are shown here, by day and by article.
activity-export = Export as CSV…
activity-today = Today
activity-week = Last 7 days
activity-all = All
activity-total = { $name }: { $spans } spans in { $minutes } min
activity-rates = { $actions } actions and { $secs } s per span
activity-no-span = No span yet
activity-articles = Articles
activity-article = Article
activity-spans = Spans
activity-actions-per-span = Actions per span
activity-secs-per-span = Seconds per span
activity-minutes = Minutes
activity-columns-spoken = Article, spans, actions per span, seconds per span, minutes
activity-spoken =
    { $count ->
        [one] { $spans } span
       *[other] { $spans } spans
    }, { $actions } actions per span, { $secs } seconds per span, { $minutes } minutes
activity-spoken-total =
    { $count ->
        [one] { $spans } span
       *[other] { $spans } spans
    }, { $minutes } minutes
activity-plot-actions = Actions per span by day
activity-plot-actions-unit = actions per span
activity-plot-secs = Seconds per span by day
activity-plot-secs-unit = seconds per span
activity-plot-spans = Spans by day
activity-plot-spans-unit = spans
activity-plot-day = day
activity-plot-hover = { $day }: { $number } { $unit }

# Which articles are listed, and in which order.
articles-filter = Filter articles
articles-filter-hint = Filter…
articles-order = Order of articles
articles-order-about = The order in which articles are listed and follow one another
articles-list-all = List all articles again
articles-list-only = List only these articles
