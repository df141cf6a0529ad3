## What a figure is: completes “Is …” and “Is a range, …”.

what-amount = an amount in { $unit }
what-before = a number before “{ $words }”
what-before-taken = a number before “{ $words }”, taken for { $unit }
what-one-before = “one” before “{ $words }”
what-fraction = a fraction
what-multiple = a multiple
what-multiple-before = a multiple, a number before “{ $words }”
what-round = a round number in words, taken for at least two of them
what-round-in-words = a round number in words
what-one = “one” before a noun
what-in-words = a number in words
what-in-digits = a number in digits
what-in-one-word = a number of { $unit }s in one word
what-separated = a number with separators or a word such as “million”
what-thousands = a number with separators or a word for thousands or more

## Why a figure is suggested. A reason has no full stop, and may follow another one with a small first letter.

why-is = Is { $what }
why-range = Is a range, { $what }
why-hedged = { $why }, hedged by “{ $words }”
why-age = Is an age
why-two-numbers = Is two numbers, as in a score or a vote
why-score = Is a score
why-twice = Is “twice” in a comparison
why-multiple-word = Is a multiple in one word
why-share = Is a share of a whole
why-over = Is one number over another
why-out-of = Is one number out of another
why-ratio = Is a ratio
why-lap-time = Is a time in minutes and seconds
why-bounds = Gives a lower and an upper bound
why-which = “{ $words }” says which, not how many
why-unlikely-figure = Is a number, but more likely a date, a name or a part of one

## Why a name is suggested

why-after = Comes after “{ $words }”
why-before = Comes before “{ $words }”
why-between = Comes between “{ $one }” and “{ $other }”
why-after-title = Comes after the title “{ $title }”
why-first-name = “{ $name }” is a listed first name
why-surname = “{ $name }” is the surname of a person named in this article
why-listed-place = Is on the list of places
why-listed-city-after = Is on the list of cities and comes after “{ $words }”
why-place-elsewhere = Is a place elsewhere in this article
why-unlikely-name = Has a capital, but is too unlikely a name to be suggested
why-short-for = Is short for “{ $name }” in paragraph { $paragraph }
why-is-elsewhere = Is { $what } in paragraph { $paragraph }, so also here
why-reads-like = Reads like { $what } by its place
why-agreed =
    { $count ->
        [1] { $why }; read the same way once more here
       *[other] { $why }; read the same way { $count } more times here
    }
why-listed-land = { $why }; it is on the list of countries and regions
why-listed-city = { $why }; it is on the list of cities
why-listed-people = { $why }; it is on the list of peoples
why-listed-surname = { $why }; it is on the list of surnames
why-listed-first-name = { $why }; “{ $name }” is a listed first name
class-person = a person
class-place = a place
class-organization = an organization
class-people = a people or its adjective
class-date = a date
class-other-name = another kind of name

## From a list of the person's own

why-your-list = Is in your list “{ $list }”
why-your-pattern = Matches your pattern { $line } of “{ $list }”

## Why a claim is suggested

why-poll = Tells how many of those asked say so
why-with = Comes with “{ $words }”
why-both-sides = Stands on both sides of “{ $words }”
why-quoted = Is quoted
why-quoted-after = Is quoted after “{ $words }”
why-speaker = { $why }; the speaker is { $speaker }
why-denied = { $why }, which denies it
why-doubted = { $why }, which doubts it
why-wish = { $why }; it may be a wish
why-worth-checking = Reads like what is worth checking
why-has = Has { $what }
why-has-two = Has { $one } and { $other }
why-has-three = Has { $one }, { $other } and { $third }
why-without-source = { $why }, without a source
why-in-statement = { $why }, in a statement by { $speaker }
has-figure = a figure
has-two-figures = two figures
has-several-figures = several figures
has-comparison = a comparison
has-cause = a cause

## What is not suggested

names-model-failed =
    { $count ->
        [1] The names model failed in one place; people and places may be missing there
       *[other] The names model failed in { $count } places; people and places may be missing there
    }
names-model-unusable = The names model cannot be used: { $error }
names-model-none = The names model cannot be used: { $error }. No people or places are suggested
notice-all-names = This article is { $language }: figures and sure names are suggested, claims are not
notice-all-figures = This article is { $language }: only sure figures are suggested, names and claims are not
notice-part-names = Part of this article is { $language }: there, figures and sure names are suggested, claims are not
notice-part-figures = Part of this article is { $language }: there, only sure figures are suggested, names and claims are not
in-german = in German
in-french = in French
in-spanish = in Spanish
in-italian = in Italian
in-portuguese = in Portuguese
in-dutch = in Dutch
in-swedish = in Swedish
in-danish = in Danish or Norwegian
in-polish = in Polish
in-turkish = in Turkish
in-romanian = in Romanian
in-czech = in Czech
in-indonesian = in Indonesian
in-finnish = in Finnish
in-hungarian = in Hungarian
in-catalan = in Catalan
in-another-language = not in English
