deed-repair =
    { $count ->
        [one] put { $count } place right
       *[other] put { $count } places right
    }
lint-kind-two-labels = Words with two labels
lint-kind-twin = Labeled elsewhere, not here
lint-kind-edge = Marks at an edge
lint-kind-value = Values of figures
lint-kind-speaker = Claims without their speaker
lint-kind-sentences = Across sentences
lint-kind-overlap = Overlaps
lint-kind-duplicate = Nearly the same article
lint-kind-few-examples = Labels with few examples
lint-two-labels =
    { $count ->
        [one] “{ $words }” is { $other } { $count } time elsewhere, { $own } here
       *[other] “{ $words }” is { $other } { $count } times elsewhere, { $own } here
    }
lint-twin = “{ $words }” is { $label } elsewhere, and not labeled here
lint-sentences = Goes over the end of a sentence
lint-overlap = Overlaps “{ $other }”, { $label }, and was set aside
lint-few-examples =
    { $count ->
        [one] { $label } has { $count } example, fewer than { $least }
       *[other] { $label } has { $count } examples, fewer than { $least }
    }
lint-duplicate = Shares { $percent }% of its words in a row with { $other }
lint-duplicate-across = Shares { $percent }% of its words in a row with { $other }, in another part of the data
lint-value-missing = Has no value
lint-value-missing-known = Has no value; its words say { $says }
lint-value-no-figure = Its value “{ $value }” is no figure
lint-value-other = Its value is { $value }, its words say { $says }
lint-speaker = Has no speaker; { $name } says so in the same sentence
lint-edge = “{ $marks }” at the edge does not belong to it
lint-edge-possessive = The possessive “{ $marks }” does not belong to it
lint-repaired =
    Put right { $places ->
        [one] { $places } place
       *[other] { $places } places
    } in { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }
lint-nothing-to-repair = Nothing of this kind can be put right by itself
lint-repair-title = Put right: { $kind }
cmd-lint = Check consistency…
cmd-lint-help = Find what is not consistent in the open folder or articles: labels, twins, edges, values, speakers
lint-changed-since = This has changed since it was checked
lint-mended-file = Put right in its file
lint-repair-count =
    { $articles ->
        [0] Put { $count } right
        [one] Put { $count } right in { $articles } article
       *[other] Put { $count } right in { $articles } articles
    }
lint-title = Check consistency
lint-list = What is not consistent
lint-kind-counted = { $kind }, { $count }
lint-all-articles = All articles
lint-go = Go there
lint-mend = Put right
lint-right = This is right
lint-mend-all = Put all of this kind right…
lint-close = Close
lint-why-nothing = Nothing was found
lint-why-no-place = This is about all articles
lint-why-no-mending = Only a person knows how to put this right
lint-checking = Checking…
lint-stopped = The check was stopped
lint-found =
    { $count ->
        [0] Nothing found in { $articles ->
            [one] { $articles } article
           *[other] { $articles } articles
        }
        [one] { $count } finding in { $articles ->
            [one] { $articles } article
           *[other] { $articles } articles
        }
       *[other] { $count } findings in { $articles ->
            [one] { $articles } article
           *[other] { $articles } articles
        }
    }
lint-left-out-more = { $why } (and { $count } more)
