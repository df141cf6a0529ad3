## Was eine Zahl ist: ergänzt „Ist …“ und „Ist eine Spanne, …“.

what-amount = ein Betrag in { $unit }
what-before = eine Zahl vor „{ $words }“
what-before-taken = eine Zahl vor „{ $words }“, verstanden als { $unit }
what-one-before = „one“ vor „{ $words }“
what-fraction = ein Bruch
what-multiple = ein Vielfaches
what-multiple-before = ein Vielfaches, eine Zahl vor „{ $words }“
what-round = eine runde Zahl in Worten, verstanden als mindestens zwei davon
what-round-in-words = eine runde Zahl in Worten
what-one = „one“ vor einem Hauptwort
what-in-words = eine Zahl in Worten
what-in-digits = eine Zahl in Ziffern
what-in-one-word = eine Zahl mit der Einheit „{ $unit }“ in einem Wort
what-separated = eine Zahl mit Trennzeichen oder einem Wort wie „million“
what-thousands = eine Zahl mit Trennzeichen oder einem Wort für Tausende oder mehr

## Warum eine Zahl vorgeschlagen wird. Ein Grund hat keinen Punkt und kann einem anderen mit kleinem
## Anfangsbuchstaben folgen, darf also nicht mit einem Hauptwort beginnen.

why-is = Ist { $what }
why-range = Ist eine Spanne, { $what }
why-hedged = { $why }, eingeschränkt durch „{ $words }“
why-age = Ist ein Alter
why-two-numbers = Besteht aus zwei Zahlen wie ein Spielstand oder ein Abstimmungsergebnis
why-score = Ist ein Spielstand
why-twice = Ist „twice“ in einem Vergleich
why-multiple-word = Ist ein Vielfaches in einem Wort
why-share = Ist ein Anteil an einem Ganzen
why-over = Ist eine Zahl geteilt durch eine andere
why-out-of = Ist eine Zahl von einer anderen
why-ratio = Ist ein Verhältnis
why-lap-time = Ist eine Zeit in Minuten und Sekunden
why-bounds = Nennt eine untere und eine obere Grenze
why-which = „{ $words }“ sagt, welche gemeint sind, nicht wie viele
why-unlikely-figure = Ist eine Zahl, aber eher ein Datum, ein Name oder ein Teil davon

## Warum ein Name vorgeschlagen wird

why-after = Steht nach „{ $words }“
why-before = Steht vor „{ $words }“
why-between = Steht zwischen „{ $one }“ und „{ $other }“
why-after-title = Steht nach dem Titel „{ $title }“
why-first-name = „{ $name }“ ist ein bekannter Vorname
why-surname = „{ $name }“ ist der Nachname einer Person aus diesem Artikel
why-listed-place = Steht auf der Liste der Orte
why-listed-city-after = Steht auf der Liste der Städte und nach „{ $words }“
why-place-elsewhere = Ist an anderer Stelle in diesem Artikel ein Ort
why-unlikely-name = Beginnt groß, ist aber als Name zu unwahrscheinlich für einen Vorschlag
why-short-for = Ist kurz für „{ $name }“ in Absatz { $paragraph }
why-is-elsewhere = Ist in Absatz { $paragraph } { $what }, also auch hier
why-reads-like = Liest sich an dieser Stelle wie { $what }
why-agreed =
    { $count ->
        [1] { $why }; hier noch einmal genauso gelesen
       *[other] { $why }; hier noch { $count }-mal genauso gelesen
    }
why-listed-land = { $why }; steht auf der Liste der Länder und Regionen
why-listed-city = { $why }; steht auf der Liste der Städte
why-listed-people = { $why }; steht auf der Liste der Völker
why-listed-surname = { $why }; steht auf der Liste der Nachnamen
why-listed-first-name = { $why }; „{ $name }“ ist ein bekannter Vorname
class-person = eine Person
class-place = ein Ort
class-organization = eine Organisation
class-people = ein Volk oder sein Adjektiv
class-date = ein Datum
class-other-name = ein Name anderer Art

## Aus einer eigenen Liste

why-your-list = Steht in Ihrer Liste „{ $list }“
why-your-pattern = Entspricht Ihrem Muster { $line } aus „{ $list }“

## Warum eine Behauptung vorgeschlagen wird

why-poll = Sagt, wie viele der Befragten das meinen
why-with = Steht bei „{ $words }“
why-both-sides = Steht auf beiden Seiten von „{ $words }“
why-quoted = Ist ein Zitat
why-quoted-after = Ist ein Zitat nach „{ $words }“
why-speaker = { $why }; Sprecher: { $speaker }
why-denied = { $why }, womit es bestritten wird
why-doubted = { $why }, womit es bezweifelt wird
why-wish = { $why }; könnte ein Wunsch sein
why-worth-checking = Liest sich wie etwas, das zu prüfen lohnt
why-has = Enthält { $what }
why-has-two = Enthält { $one } und { $other }
why-has-three = Enthält { $one }, { $other } und { $third }
why-without-source = { $why }, ohne Quelle
why-in-statement = { $why }, in einer Erklärung von { $speaker }
has-figure = eine Zahl
has-two-figures = zwei Zahlen
has-several-figures = mehrere Zahlen
has-comparison = einen Vergleich
has-cause = eine Ursache

## Was nicht vorgeschlagen wird

names-model-failed =
    { $count ->
        [1] Das Namensmodell ist an einer Stelle gescheitert; dort können Personen und Orte fehlen
       *[other] Das Namensmodell ist an { $count } Stellen gescheitert; dort können Personen und Orte fehlen
    }
names-model-unusable = Das Namensmodell ist nicht verwendbar: { $error }
names-model-none = Das Namensmodell ist nicht verwendbar: { $error }. Personen und Orte werden nicht vorgeschlagen
notice-all-names = Dieser Artikel ist { $language }: Zahlen und sichere Namen werden vorgeschlagen, Behauptungen nicht
notice-all-figures = Dieser Artikel ist { $language }: Nur sichere Zahlen werden vorgeschlagen, Namen und Behauptungen nicht
notice-part-names = Ein Teil dieses Artikels ist { $language }: Dort werden Zahlen und sichere Namen vorgeschlagen, Behauptungen nicht
notice-part-figures = Ein Teil dieses Artikels ist { $language }: Dort werden nur sichere Zahlen vorgeschlagen, Namen und Behauptungen nicht
in-german = auf Deutsch
in-french = auf Französisch
in-spanish = auf Spanisch
in-italian = auf Italienisch
in-portuguese = auf Portugiesisch
in-dutch = auf Niederländisch
in-swedish = auf Schwedisch
in-danish = auf Dänisch oder Norwegisch
in-polish = auf Polnisch
in-turkish = auf Türkisch
in-romanian = auf Rumänisch
in-czech = auf Tschechisch
in-indonesian = auf Indonesisch
in-finnish = auf Finnisch
in-hungarian = auf Ungarisch
in-catalan = auf Katalanisch
in-another-language = nicht auf Englisch
