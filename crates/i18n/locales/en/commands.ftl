undo = Undo
undo-named = Undo { $name }

## Menus and sections

menu-file = File
menu-edit = Edit
menu-annotate = Annotate
menu-review = Review
menu-view = View
menu-help = Help
section-reading = Reading and selecting
section-labeling = Labeling
section-reviewing = Reviewing
section-files = Files
section-view = View and help

## Reading and selecting

cmd-select-sentence = Select sentence
cmd-select-sentence-help = Select the sentence at the caret; press again for the paragraph
cmd-select-all = Select all
cmd-select-all-help = Select the whole article
cmd-unselect = Deselect
cmd-unselect-help = Clear selection and focus, or else the search
cmd-copy = Copy
cmd-copy-help = Copy the selection or the focused span
cmd-find = Find in article…
cmd-find-help = Search the article, or only its spans
cmd-find-next = Find next
cmd-find-next-help = Go to the next match
cmd-find-previous = Find previous
cmd-find-previous-help = Go to the previous match
cmd-grow-selection = Grow selection
cmd-grow-selection-help = Select the word at the caret, then its phrase, clause, sentence and paragraph
cmd-grow-selection-why-not = Nothing larger to select here
cmd-shrink-selection = Shrink selection
cmd-shrink-selection-help = Select the sentence’s clause, then the phrase and the word at the caret
cmd-shrink-selection-why-not = Nothing smaller to select here
cmd-copy-why-not = Select some words first
cmd-find-next-why-not = No matches; press Ctrl+F to search
# Each of these is the way in the four messages after them
cmd-caret-word-back = a word back
cmd-caret-word-forward = a word forward
cmd-caret-character-back = a character back
cmd-caret-character-forward = a character forward
cmd-caret-sentence-back = a sentence back
cmd-caret-sentence-forward = a sentence forward
cmd-caret-article-start = to the start of the article
cmd-caret-article-end = to the end of the article
cmd-caret-line-up = a line up
cmd-caret-line-down = a line down
cmd-caret-line-start = to the start of the line
cmd-caret-line-end = to the end of the line
cmd-caret-page-up = a page up
cmd-caret-page-down = a page down
cmd-move = Move { $way }
cmd-move-help = Move the caret { $way }
cmd-extend-selection = Extend selection { $way }
cmd-extend-selection-help = Extend the selection { $way }

## Labeling

cmd-accept = Accept
cmd-accept-help = Accept the suggestion that is focused or at the caret, and go to the next
cmd-remove = Reject or remove
cmd-remove-help = Reject the suggestion, or remove the annotation, that is focused or at the caret
cmd-remove-candidate = Reject possible miss
cmd-remove-suggestion = Reject suggestion
cmd-remove-annotation = Remove annotation
cmd-label-why-not = Select some words, or place the caret in one
cmd-accept-why-all-done = Already accepted, and nothing left to review
cmd-accept-why-none = Select a suggestion first: press Tab
cmd-remove-why-rejected = Already rejected; press Enter to restore it
cmd-span-why-rejected = Rejected; press Enter to restore it
cmd-label = Mark as { $label }
cmd-label-help = Mark the selection, focused span or word at the caret as { $label }
cmd-start-back = Move start back a word
cmd-start-back-help = Make the span one word longer at its start
cmd-start-forward = Move start forward a word
cmd-start-forward-help = Make the span one word shorter at its start
cmd-end-forward = Move end forward a word
cmd-end-forward-help = Make the span one word longer at its end
cmd-end-back = Move end back a word
cmd-end-back-help = Make the span one word shorter at its end
cmd-replaced-words = Replaced { $words }
cmd-replaced-words-and = { $before } and { $last }

## The same words everywhere

cmd-everywhere = Same words everywhere…
cmd-everywhere-help = Mark the same words like the focused span, wherever they stand; shown first
cmd-remove-everywhere = Reject or remove everywhere…
cmd-remove-everywhere-help = Reject or remove the same words wherever they have this label; shown first
cmd-everywhere-no-words = There are no words in it to look for
cmd-label-everywhere = Mark as { $label } everywhere…
cmd-label-everywhere-help = Mark the same words as { $label }, wherever they stand; shown first
cmd-everywhere-nowhere-else = { $words } stands nowhere else in this article
cmd-everywhere-not-changed = “{ $title }” was not changed: { $why }
cmd-everywhere-marked = Marked as { $label } { $places ->
        [one] { $places } time
       *[other] { $places } times
    }{ $articles ->
        [one] { "" }
       *[other] { " " }in { $articles } articles
    }
cmd-everywhere-removed = Rejected or removed { $places ->
        [one] { $places } time
       *[other] { $places } times
    }{ $articles ->
        [one] { "" }
       *[other] { " " }in { $articles } articles
    }
cmd-everywhere-accepted = Accepted { $places ->
        [one] { $places } suggestion
       *[other] { $places } suggestions
    }{ $articles ->
        [one] { "" }
       *[other] { " " }in { $articles } articles
    }
cmd-together-undone = Also undone in { $count ->
        [one] { $count } other article
       *[other] { $count } other articles
    }
cmd-together-not-undone = Not undone in { $count ->
        [one] { $count } other article
       *[other] { $count } other articles
    }, which has newer work
cmd-together-partly-undone = Also undone in { $count ->
        [one] { $count } other article
       *[other] { $count } other articles
    }; { $left } with newer work kept theirs
cmd-together-redone = Also redone in { $count ->
        [one] { $count } other article
       *[other] { $count } other articles
    }
cmd-together-not-redone = Not redone in { $count ->
        [one] { $count } other article
       *[other] { $count } other articles
    }, which has newer work
cmd-together-partly-redone = Also redone in { $count ->
        [one] { $count } other article
       *[other] { $count } other articles
    }; { $left } with newer work kept theirs

## In the whole folder

cmd-accept-sure = Accept sure suggestions…
cmd-accept-sure-help = Accept all suggestions of at least 95%, here or in the whole folder; shown first
cmd-undo-in-folder = Undo in folder
cmd-undo-in-folder-help = Take back what was last done in many articles of the folder at once
cmd-redo-in-folder = Redo in folder
cmd-redo-in-folder-help = Do again what was last taken back in many articles of the folder
cmd-folder-deed-stopped = Stopped; no file was changed
cmd-turn-in-folder-why-working = Already at it
cmd-undo-in-folder-why-not = Nothing was done in the folder as a whole
cmd-redo-in-folder-why-not = Nothing was undone in the folder as a whole
cmd-undo-in-folder-named = Undo in folder: { $name }
cmd-redo-in-folder-named = Redo in folder: { $name }
cmd-folder-deed-undone = Undone in { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }: { $name }
cmd-folder-deed-redone = Done again in { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }: { $name }

## Several lines of the review list

cmd-several-why-accepted = Already accepted
cmd-several-why-rejected = Already rejected; press Enter to restore them
cmd-several-why-not-one = Several spans are chosen; press Escape to go back to one
cmd-accept-several =
    { $count ->
        [one] Accept { $count } suggestion
       *[other] Accept { $count } suggestions
    }
cmd-restore-several =
    { $count ->
        [one] Restore { $count } suggestion
       *[other] Restore { $count } suggestions
    }
cmd-reject-several =
    { $count ->
        [one] Reject { $count } suggestion
       *[other] Reject { $count } suggestions
    }
cmd-remove-several =
    { $count ->
        [one] Remove { $count } annotation
       *[other] Remove { $count } annotations
    }
cmd-reject-and-remove-several = Reject { $suggestions ->
        [one] { $suggestions } suggestion
       *[other] { $suggestions } suggestions
    } and remove { $annotations ->
        [one] { $annotations } annotation
       *[other] { $annotations } annotations
    }
cmd-label-several =
    { $count ->
        [one] Mark { $count } span as { $label }
       *[other] Mark { $count } spans as { $label }
    }
cmd-accepted-several =
    { $count ->
        [one] Accepted { $count } suggestion
       *[other] Accepted { $count } suggestions
    }
cmd-restored-several =
    { $count ->
        [one] Restored { $count } suggestion
       *[other] Restored { $count } suggestions
    }
cmd-rejected-several =
    { $count ->
        [one] Rejected { $count } suggestion
       *[other] Rejected { $count } suggestions
    }
cmd-removed-several =
    { $count ->
        [one] Removed { $count } annotation
       *[other] Removed { $count } annotations
    }
cmd-rejected-and-removed-several = Rejected { $suggestions ->
        [one] { $suggestions } suggestion
       *[other] { $suggestions } suggestions
    } and removed { $annotations ->
        [one] { $annotations } annotation
       *[other] { $annotations } annotations
    }
cmd-labeled-several =
    { $count ->
        [one] Labeled { $count } span
       *[other] Labeled { $count } spans
    }
cmd-done-with-left = { $done }; { $left ->
        [one] { $left } overlaps another annotation and was left as it is
       *[other] { $left } overlap other annotations and were left as they are
    }
cmd-done-with-undo = { $done }; press Ctrl+Z to undo

## Dictionaries

cmd-dictionaries = Dictionaries…
cmd-dictionaries-help = Manage your lists of words and patterns, whose matches are suggested in every article
cmd-add-to-dictionary = Add to a dictionary
cmd-add-to-dictionary-help = Put these words into your list for their label: they are suggested in every article
cmd-add-words-to-list = Add { $words } to your list of { $labels }
cmd-add-to-list = Add to your list of { $labels }
cmd-add-to-list-help = Put these words into your list of { $labels }: they are suggested in every article

## What the suggestions miss

cmd-next-candidate = Next possible miss
cmd-next-candidate-help = Select words that may be a missing name or figure, the likeliest first
cmd-previous-candidate = Previous possible miss
cmd-previous-candidate-help = Go back to the words before that may be a missing name or figure
cmd-candidate-why-hidden = Suggestions are hidden
cmd-candidate-why-none = No other words look like a name or a figure
cmd-candidates-end = No more words look like a missing name or figure

## Letters to go to

cmd-hints = Go to by letter
cmd-hints-help = Show a letter at each suggestion and possible miss on screen; type it to go there
cmd-hints-why-not = Nothing to go to on screen

## Finishing an article

cmd-accept-and-finish = Accept the rest and finish
cmd-accept-and-finish-help = Accept what is left, if all of it is on screen, mark the article as done and go to the next
cmd-accept-and-finish-why-done = The article is done
cmd-accept-and-finish-why-none = Nothing left to accept; press Space to mark the article as done
cmd-accept-and-finish-why-off-screen = Some suggestions are still off screen; scroll down
cmd-accepted-and-finished =
    { $count ->
        [one] Accepted { $count } suggestion; “{ $title }” is done
       *[other] Accepted { $count } suggestions; “{ $title }” is done
    }

## Learning from decisions

cmd-learn = Learn from decisions
cmd-learn-help = Let what is accepted, rejected and marked change the next suggestions
cmd-blind = Hide suggestions
cmd-blind-help = Show no suggestions: for gold that they did not lead
cmd-forget = Forget what was learned
cmd-forget-help = Suggest as if nothing had been decided; annotations stay as they are
cmd-forget-why-not = Nothing was learned yet
cmd-recall = Bring back what was learned
cmd-recall-help = Learn again what was last forgotten
cmd-recall-why-not = Nothing was forgotten
cmd-recalled = What was learned is back
cmd-forgotten =
    { $count ->
        [one] Forgot what was learned from { $count } article
       *[other] Forgot what was learned from { $count } articles
    }

## The start of the program

cmd-articles-brought-back =
    { $count ->
        [one] An article with work that was never saved has been brought back
       *[other] { $count } articles with work that was never saved have been brought back
    }

## Going on to another article

cmd-next-article = Next article
cmd-next-article-help = Go to the next article in the list
cmd-previous-article = Previous article
cmd-previous-article-help = Go to the previous article in the list
cmd-next-article-why-not = Only one article is open
cmd-all-articles-done = All articles are done
cmd-no-article-left-to-review = No other article in the list is left to review
cmd-no-other-article = No other article in the list

## Search over many articles

cmd-search = Find in all articles…
cmd-search-help = Search the texts or the annotations of every article, open or in the folder
cmd-search-closed-article = An article that was closed

## Notes and values

cmd-note = Add note
cmd-note-help = Add or edit a note on the focused span
cmd-attribute = Edit value or speaker
cmd-attribute-help = Edit the figure's value or the claim's speaker
cmd-attribute-why-not = Spans with this label have no attributes

## Merging with the file

cmd-merge-why-reading = Reading the file…
cmd-merge-why-not-read = The file was not read
cmd-undo-take-file = take the version in the file
cmd-merge-taken = Your version was replaced by the one in the file; undo to get yours back
cmd-merge-failed = Could not merge: { $why }
cmd-merged-nothing = The file held nothing new
cmd-merged =
    { $count ->
        [one] Merged { $count } change from the file
       *[other] Merged { $count } changes from the file
    }
cmd-undo-take-theirs = take their version
cmd-undo-take-theirs-of = take their version of { $words }
cmd-undo-keep-mine = keep my version
cmd-undo-keep-mine-of = keep my version of { $words }

## Reviewing

cmd-clear-filter = Show all
cmd-clear-filter-help = Clear the filter
cmd-clear-filter-why-not = No filter is set
cmd-undo-help = Undo (unlimited)
cmd-redo = Redo
cmd-redo-help = Redo what was undone
cmd-next-open = Next suggestion
cmd-next-open-help = Go to the next open suggestion
cmd-previous-open = Previous suggestion
cmd-previous-open-help = Go to the previous open suggestion
cmd-next-doubtful = Next least certain
cmd-next-doubtful-help = Review the least certain suggestions first, until Tab or Escape
cmd-accept-all = Accept all on screen
cmd-accept-all-help = Accept everything on screen, or everything the filter shows, and turn the page; one undo step
cmd-accept-all-why-not = No open suggestions on screen
cmd-done = Article done
cmd-done-help = Mark as done and go to the next article; press again to reopen
cmd-mark = Flag for review
cmd-mark-help = Flag the article for review, or remove the flag
cmd-undo-why-in-folder = Nothing to undo here; Edit > Undo in folder undoes all of it
cmd-undo-why-not = Nothing to undo
cmd-redo-why-in-folder = Nothing to redo here; Edit > Redo in folder redoes all of it
cmd-redo-why-not = Nothing to redo
cmd-next-open-why-not = Nothing left to review
cmd-review-end-filtered = Nothing left to review with this filter
cmd-review-end = All suggestions reviewed; press Space to mark the article as done
cmd-redo-named = Redo { $name }
cmd-filter-label = Show only { $labels }
cmd-filter-label-help = Hide everything but { $labels }; choose again to show all
cmd-accept-all-on-screen = Accept all { $count } on screen
cmd-accept-all-filtered = Accept all { $count } matching the filter
cmd-done-with-end = { $done }. { $end }
