deed-repair =
    { $count ->
        [one] { $count } Stelle berichtigen
       *[other] { $count } Stellen berichtigen
    }
lint-kind-two-labels = Wörter mit zwei Labels
lint-kind-twin = Anderswo markiert, hier nicht
lint-kind-edge = Zeichen am Rand
lint-kind-value = Werte von Zahlen
lint-kind-speaker = Behauptungen ohne ihren Sprecher
lint-kind-sentences = Über Satzenden hinweg
lint-kind-overlap = Überschneidungen
lint-kind-duplicate = Fast derselbe Artikel
lint-kind-few-examples = Labels mit wenigen Beispielen
lint-two-labels =
    { $count ->
        [one] „{ $words }“: anderswo { $count }-mal { $other }, hier { $own }
       *[other] „{ $words }“: anderswo { $count }-mal { $other }, hier { $own }
    }
lint-twin = „{ $words }“: anderswo { $label }, hier nicht markiert
lint-sentences = Reicht über das Ende eines Satzes hinaus
lint-overlap = Überschneidet sich mit „{ $other }“ ({ $label }) und wurde beiseitegelegt
lint-few-examples =
    { $count ->
        [one] { $label } hat { $count } Beispiel, weniger als { $least }
       *[other] { $label } hat { $count } Beispiele, weniger als { $least }
    }
lint-duplicate = { $percent } % der Wortfolgen stehen auch in { $other }
lint-duplicate-across = { $percent } % der Wortfolgen stehen auch in { $other }, einem anderen Teil der Daten
lint-value-missing = Hat keinen Wert
lint-value-missing-known = Hat keinen Wert; die Wörter besagen { $says }
lint-value-no-figure = Der Wert „{ $value }“ ist keine Zahl
lint-value-other = Der Wert ist { $value }, die Wörter besagen { $says }
lint-speaker = Hat keinen Sprecher; im selben Satz sagt es { $name }
lint-edge = „{ $marks }“ am Rand gehört nicht dazu
lint-edge-possessive = Der Genitiv „{ $marks }“ gehört nicht dazu
lint-repaired =
    { $places ->
        [one] { $places } Stelle
       *[other] { $places } Stellen
    } in { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikeln
    } berichtigt
lint-nothing-to-repair = Nichts dieser Art lässt sich von selbst berichtigen
lint-repair-title = Berichtigen: { $kind }
lint-repair-count =
    { $articles ->
        [0] { $count } berichtigen
        [one] { $count } in { $articles } Artikel berichtigen
       *[other] { $count } in { $articles } Artikeln berichtigen
    }
cmd-lint = Einheitlichkeit prüfen…
cmd-lint-help = Finden, was im offenen Ordner oder in den offenen Artikeln uneinheitlich ist: Labels, Ränder, Werte, Sprecher
lint-changed-since = Das hat sich seit der Prüfung geändert
lint-mended-file = In der Datei berichtigt
lint-title = Einheitlichkeit prüfen
lint-list = Was uneinheitlich ist
lint-kind-counted = { $kind }, { $count }
lint-all-articles = Alle Artikel
lint-go = Dorthin gehen
lint-mend = Berichtigen
lint-right = Das ist richtig
lint-mend-all = Alle dieser Art berichtigen…
lint-close = Schließen
lint-why-nothing = Nichts wurde gefunden
lint-why-no-place = Das betrifft alle Artikel
lint-why-no-mending = Wie das zu berichtigen ist, weiß nur ein Mensch
lint-checking = Wird geprüft…
lint-stopped = Die Prüfung wurde abgebrochen
lint-found =
    { $count ->
        [0] Nichts gefunden in { $articles ->
            [one] { $articles } Artikel
           *[other] { $articles } Artikeln
        }
        [one] { $count } Befund in { $articles ->
            [one] { $articles } Artikel
           *[other] { $articles } Artikeln
        }
       *[other] { $count } Befunde in { $articles ->
            [one] { $articles } Artikel
           *[other] { $articles } Artikeln
        }
    }
lint-left-out-more =
    { $count ->
        [one] { $why } (und { $count } weiterer)
       *[other] { $why } (und { $count } weitere)
    }
