### The review list, the details, the status bar, the list of articles, and what a screen reader hears of them.

## Counts and progress

count-to-review = { $count } to review
count-accepted = { $count } accepted
count-rejected = { $count } rejected
suggesting-percent = Suggesting… { $percent }%
progress-suggesting = suggesting… { $percent }%
progress-spans =
    { $count ->
        [one] { $count } span
       *[other] { $count } spans
    }
progress-done =
    { $count ->
        [one] done · { $count } span
       *[other] done · { $count } spans
    }
progress-reviewed =
    { $count ->
        [one] reviewed · { $count } span
       *[other] reviewed · { $count } spans
    }
progress-not-begun = not begun
progress-unreadable = cannot be read
# What progress says, and that the article is not saved.
progress-unsaved = { $progress } · unsaved
work-stop = Stop
confidence-percent = { $percent }%

## The status bar

article-opening = Opening…
no-article-open = No article open
status-word = word { $at } of { $total }
status-word-encoding = word { $at } of { $total } · { $encoding }
status-problems =
    { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    }
status-problems-about = Marks that do not fit the article
# A number such as 1.3
status-actions-per-span = { $actions } actions per span
status-doubt-first = least certain first
status-possible-misses = possible misses
status-saving = Saving…
status-unsaved = Unsaved
status-saved = Saved
status-no-changes = No changes

## The list of articles

articles-list = Articles
articles-none-match = No matching articles
articles-show-all = Show all articles
articles-back-to-review = Back to review list
articles-close-list = Close list
articles-row-flagged = { $title }, { $progress }, flagged
articles-unreadable = This article cannot be read
articles-done = { $done } of { $all } done
articles-done-time-left = { $done } of { $all } done · about { $left } left
# From how many articles it is known, and a time such as “3 min”
articles-time-about =
    { $count ->
        [one] Active time, from { $count } article done in this folder: { $each } each on average
       *[other] Active time, from { $count } articles done in this folder: { $each } each on average
    }
time-seconds = { $seconds } s
time-minutes = { $minutes } min
time-hours = { $hours } h
time-hours-minutes = { $hours } h { $minutes } min

## The review list

review-list = Review list
review-none-match = Nothing matches the filter
review-reading = Reading the article for suggestions…
review-hidden = Suggestions are hidden; select some words and press a label’s key
review-nothing-suggested = Nothing was suggested here; select some words and press a label’s key, or look for what was missed
review-all-rejected = All suggestions were rejected; undo brings the last one back, and they can be shown struck through
review-show-suggestions = Show suggestions

## Its filters

filter-words-hint = Filter…
filter-words = Filter by words
filter-show-all = Show all
filter-all-labels = Show all labels again
filter-only-label = Show only { $labels }
filter-any-confidence = Any confidence
filter-at-least = ≥ { $percent }%
filter-confidence = Least confidence
filter-confidence-about = Show only suggestions with at least this confidence

## What a span is, and what is done with it

span-suggested = suggested
span-accepted = accepted
span-rejected = rejected
span-by-hand = marked by hand
# Buttons
span-accept = Accept
span-reject = Reject
span-remove = Remove
span-restore = Restore
span-next = Next

## The details

details-nothing-selected = Nothing selected
details-nothing-selected-hint = Press { $key } for the next suggestion, or click a span in the article
details-article-done = Article done
details-article-done-hint = { $next } goes to the next article, { $export } exports
details-nothing-left = Nothing left to review
details-nothing-left-hint = Press { $search } to look for what was missed, or { $done } to mark the article as done
details-possible-miss = Possible miss
# Names of rows: there is room for some ten letters.
details-words = Words
details-may-be = May be
details-why = Why
details-state = State
details-in-claim = In claim
details-same-as = Same as
details-differs = Differs
# After “May be”: a label and how sure that is
details-guess = { $name }, { $percent }%
details-candidate-hint = { $accept } marks it so, a label’s letter as something else; { $remove } says it is nothing, { $next } goes on
details-quoted = “{ $words }”
details-accepted-from = accepted · suggested by { $by }, { $percent }%
details-imported-from = imported from { $from }
details-suggested = suggested by { $by }
details-suggested-sure = suggested by { $by } · { $percent }%
details-a-suggester = a suggester
# After “Same as”
details-in-paragraph = “{ $words }” in paragraph { $paragraph }
# After “Differs”: another figure, and of what both are
details-differs-from = from “{ $words }” in paragraph { $paragraph } ({ $noun })
details-change-to = Change to { $label }
details-mark-as = Mark as { $label }

## Several lines chosen

chosen-count = { $count } chosen
chosen-to-review = To review
chosen-accepted = Accepted
chosen-rejected = Rejected
chosen-back = Press { $key } to go back to one

## Facts: attributes and notes

fact-note = Note
fact-none = none
fact-press-to-add = press { $key } to add
fact-edit = Edit { $name }
fact-type-or-choose = Type or choose…
fact-new-line = Shift+Enter for a new line
fact-empty-removes = Saving it empty removes it
fact-understood-as = Understood as { $value }
fact-saving-accepts = Saving accepts the suggestion
# Why words were not understood; also within fact-not-understood
fact-not-a-value = not a valid value: { $why }
fact-not-one-of = not one of { $choices }
fact-not-understood = The { $title } stays as it was: “{ $words }” is { $why }

## The card beside a span: what its keys do

card-suggested-sure = suggested · { $percent }%
card-accept = accept
card-reject = reject
card-next = next
card-remove = remove
card-restore = restore
card-edges = edges
card-note = note

## Files and folders

place-copy-path = Copy path
place-show-in-folder = Show in folder

## Notices

notices-more = { $count } more
notices-close = Close notice: { $text }

## What a screen reader says

speech-article = Article: { $title }
speech-suggested-sure = suggested, { $percent }%
overview-about = Where { $count } open suggestions lie
list-place = { $name }, { $place } of { $count }
announce-dialog = { $title }, dialog
announce-saved = Saved { $name }
announce-undone = Undone: { $step }
announce-redone = Redone: { $step }
# A step that has just been done: its first word, and what follows with a space before it.
announce-done =
    { $verb ->
        [accept] Accepted{ $rest }
        [attach] Attached{ $rest }
        [change] Changed{ $rest }
        [drop] Dropped{ $rest }
        [edit] Edited{ $rest }
        [flag] Flagged{ $rest }
        [mark] Marked{ $rest }
        [merge] Merged{ $rest }
        [move] Moved{ $rest }
        [reject] Rejected{ $rest }
        [remove] Removed{ $rest }
        [reopen] Reopened{ $rest }
        [restore] Restored{ $rest }
        [take] Took{ $rest }
       *[other] Done: { $verb }{ $rest }
    }
