# Comparing versions of an article and making a gold standard of them.

adjudicate-marked-by = Marked so by { $people }
compare-error-count =
    { $count ->
        [one] There is { $count } version, and a comparison takes from two to five
       *[other] There are { $count } versions, and a comparison takes from two to five
    }
compare-error-text = It is of another text than the first version: { $person }
compare-error-labels = Its labels are not those of the first version: { $person }
deed-take-agreed =
    { $count ->
        [one] take { $count } annotation that all agree on
       *[other] take { $count } annotations that all agree on
    }
deed-settle = settle { $words }
deed-settle-several =
    { $count ->
        [one] settle { $count } difference
       *[other] settle { $count } differences
    }
deed-give-reason = give a reason for { $words }
settle-error-no-room = There is room for one of them only: they overlap in one layer

# The commands.
cmd-compare = Compare versions…
cmd-compare-help = Lay two to five versions of an article side by side, and make a gold standard of them
cmd-compare-open = Compare open versions
cmd-compare-open-help = Compare the open articles that have the text of the one that is shown
cmd-compare-open-why-not = No two to five saved articles with this text are open
cmd-compare-suggestions = Compare suggestions with annotations
cmd-compare-suggestions-help = Show where the article and its suggestions differ
cmd-compare-suggestions-why-comparing = This article is being compared already
cmd-compare-suggestions-why-no-file = The article has no file yet
cmd-compare-suggestions-why-none = Nothing is suggested
section-comparing = Comparing versions
cmd-take-version = Take version { $number }
cmd-take-named = Take { $name }
cmd-take-version-help = Settle the difference as person { $number } has it, and go to the next
cmd-take-version-why-not = There are not that many versions
cmd-take-both = Take all that is there
cmd-take-both-help = Take what anyone has at the difference, where the layers have room
cmd-take-neither = Take neither
cmd-take-neither-help = Settle the difference by nothing of it, and go to the next
cmd-take-own = Edit it yourself
cmd-take-own-help = Take the likeliest answer, to be changed in the article
cmd-reason = Give a reason…
cmd-reason-help = Write why the difference is settled so
cmd-take-all-of-version = Take all of version { $number }
cmd-take-all-of-named = Take all of { $name }
cmd-take-all-listed-of-named = Take all listed of { $name }
cmd-take-all-of-help = Settle all open differences that are listed as person { $number } has them; one undo step
cmd-take-all-why-not = No difference that is listed is open
cmd-take-majority = Take what most have
cmd-take-majority-help = Settle all listed differences where more than half have the same; one undo step
cmd-take-agreed = Take all agreed
cmd-take-agreed-help = Take what all have and the gold standard lacks
cmd-take-agreed-why-not = All that everyone agrees on is taken
cmd-next-difference = Next difference
cmd-next-difference-help = Go to the next open difference
cmd-previous-difference = Previous difference
cmd-previous-difference-help = Go to the previous open difference
cmd-next-difference-why-not = No difference is listed
cmd-hide-names = Hide names
cmd-hide-names-help = Show people as A, B and C while versions are compared
cmd-end-comparing = Stop comparing
cmd-end-comparing-help = Go back to the usual review list; the gold standard stays
cmd-comparing-why-not = No versions are compared in this article
cmd-difference-why-not = No difference is focused

# What is said meanwhile.
shell-compare-versions = Compare versions
path-title-compare = Compare versions of
path-compare = Compare
comparing-offered =
    { $count ->
        [one] { $count } of these files has this text
       *[other] { $count } of these files are versions of one article
    }
comparing-suggestions = Suggestions
comparing-begun =
    { $agreed ->
        [one] All agree on { $agreed } annotation
       *[other] All agree on { $agreed } annotations
    }; { $differences ->
        [one] there is { $differences } difference
       *[other] there are { $differences } differences
    }
comparing-all-settled =
    { $count ->
        [0] There are no differences
        [one] The difference is settled; save the gold standard with Ctrl+S
       *[other] All { $count } differences are settled; save the gold standard with Ctrl+S
    }
comparing-listed-settled = All differences that the filter shows are settled
comparing-took =
    { $count ->
        [one] Settled { $count } difference
       *[other] Settled { $count } differences
    }
comparing-took-none = Nothing was settled: nowhere do more than half have the same
compare-other-labels = Left out, because its labels are not those of the first version: { $path }
compare-other-text = Left out, because it is of another text than the first version: { $path }
compare-no-versions = No other versions were found, such as story.anna.ron and story.ben.ron, or folders with files of the same name: { $path }
compare-other-gold = The gold standard is of another text or has other labels: { $path }

# The list of differences and what is decided on the focused one.
comparing-list = Differences
comparing-none = All versions say the same
comparing-none-listed = No differences match the filter
comparing-progress = { $done } of { $all } settled
comparing-open = { $count } open
comparing-settled = { $count } settled
comparing-kind-missing = Missing
comparing-kind-edge = Edge
comparing-kind-label = Label
comparing-kind-value = Value
comparing-kind-speaker = Speaker
comparing-kind-attribute = Attribute
comparing-who-has = { $people }: { $has }
comparing-state-settled = settled
comparing-state-open = open
comparing-choose = Choose a difference with Tab or in the list
comparing-nothing = nothing
comparing-reason = Reason
comparing-reason-hint = Reason (U)
comparing-neither = Neither
comparing-all = Both
comparing-own = Own
cmd-compare-beside = Compare with other versions
cmd-compare-beside-help = Compare the article with other people’s, which are found by their names
versions-compare = Compare
cmd-filter-kind = Filter differences: { $kind }
cmd-filter-kind-help = List only differences of this kind, or all again: { $kind }
cmd-show-open = Show only open differences
cmd-show-open-help = List only what is not settled yet, or all again
kind-missing = missing
kind-edge = edge
kind-label = label
kind-value = value
kind-speaker = speaker
kind-attribute = attribute
