quoted-words = “{ $words }”
deed-mark = mark { $words } as { $label }
deed-accept = accept { $words }
deed-reject = reject { $words }
deed-restore = restore { $words }
deed-remove = remove { $words }
deed-move-edges = move the edges of { $words }
deed-remove-note = remove the note on { $words }
deed-edit-note = edit the note on { $words }
deed-change-attribute = change the { $attribute } of { $words }
deed-article-done = mark the article as done
deed-article-reopen = reopen the article
deed-remove-flag = remove the flag
deed-flag = flag the article for review
deed-change-labels = change the labels
deed-merge = merge changes made elsewhere
deed-mark-times =
    { $count ->
        [one] mark { $words } as { $label }
       *[other] mark { $words } as { $label } { $count } times
    }
deed-reject-times =
    { $count ->
        [one] reject { $words }
       *[other] reject { $words } { $count } times
    }
deed-accept-all =
    { $count ->
        [one] accept { $count } suggestion
       *[other] accept { $count } suggestions
    }
deed-mark-all =
    { $count ->
        [one] mark { $count } span as { $label }
       *[other] mark { $count } spans as { $label }
    }
deed-reject-all =
    { $count ->
        [one] reject { $count } suggestion
       *[other] reject { $count } suggestions
    }
deed-remove-all =
    { $count ->
        [one] remove { $count } annotation
       *[other] remove { $count } annotations
    }
deed-reject-and-remove =
    reject { $rejected ->
        [one] { $rejected } suggestion
       *[other] { $rejected } suggestions
    } and remove { $removed ->
        [one] { $removed } annotation
       *[other] { $removed } annotations
    }
deed-restore-all =
    { $count ->
        [one] restore { $count } suggestion
       *[other] restore { $count } suggestions
    }
deed-attach = attach { $words }
deed-drop = drop { $words }
deed-drop-all =
    { $count ->
        [one] drop { $count } problem
       *[other] drop { $count } problems
    }
edit-error-unknown-label = the schema has no label “{ $label }”
edit-error-id-taken = two annotations have the id { $id }
edit-error-overlaps = it overlaps annotation { $id } of the same layer
edit-error-not-as-before = the document has changed in the meantime
edit-error-read-only = another window has the article open
merge-error-other-text = the two files hold different texts
merge-error-other-labels = the two files have different labels
figure-error-empty = a figure needs a number
figure-error-no-number = expected a number, found “{ $words }”
figure-error-too-large = the number is too large
figure-error-falling-range = a range must go from the smaller number to the larger
figure-error-bad-score = a score is two whole numbers and nothing else, such as 3-1
figure-error-between-one = “between” needs two numbers
figure-error-bad-unit = “{ $words }” cannot be a unit
day-short =
    { $month ->
        [1] Jan { $day }
        [2] Feb { $day }
        [3] Mar { $day }
        [4] Apr { $day }
        [5] May { $day }
        [6] Jun { $day }
        [7] Jul { $day }
        [8] Aug { $day }
        [9] Sep { $day }
        [10] Oct { $day }
        [11] Nov { $day }
       *[12] Dec { $day }
    }

## Why something is suggested, from what was decided before. A second reason follows the first one, with a
## small first letter.

memory-and-then = { $first }; { $second }
memory-rejected = Rejected before
memory-rejected-times =
    { $count ->
        [1] Rejected once before
        [2] Rejected twice before
       *[other] Rejected { $count } times before
    }
memory-marked-here =
    { $count ->
        [1] Marked as { $label } once here
        [2] Marked as { $label } twice here
       *[other] Marked as { $label } { $count } times here
    }
memory-marked-before =
    { $count ->
        [1] Marked as { $label } once before
        [2] Marked as { $label } twice before
       *[other] Marked as { $label } { $count } times before
    }
memory-rejected-where =
    { $count ->
        [1] Rejected once { $place }
        [2] Rejected twice { $place }
       *[other] Rejected { $count } times { $place }
    }
memory-first-word = with “{ $word }” as the first word
memory-last-word = with “{ $word }” as the last word
memory-unit = where the unit is “{ $unit }”
memory-pattern = in words of the same pattern
memory-right-before = right before “{ $word }”
memory-right-after = right after “{ $word }”
