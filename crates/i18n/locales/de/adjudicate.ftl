# Fassungen eines Artikels vergleichen und daraus einen Goldstandard machen.

adjudicate-marked-by = So markiert von { $people }
compare-error-count =
    { $count ->
        [one] Es gibt { $count } Fassung; ein Vergleich braucht zwei bis fünf
       *[other] Es gibt { $count } Fassungen; ein Vergleich braucht zwei bis fünf
    }
compare-error-text = Der Text ist ein anderer als der der ersten Fassung: { $person }
compare-error-labels = Die Labels sind nicht die der ersten Fassung: { $person }
deed-take-agreed =
    { $count ->
        [one] { $count } einhellige Annotation übernehmen
       *[other] { $count } einhellige Annotationen übernehmen
    }
deed-settle = { $words } entscheiden
deed-settle-several =
    { $count ->
        [one] { $count } Unterschied entscheiden
       *[other] { $count } Unterschiede entscheiden
    }
deed-give-reason = Grund für { $words } angeben
settle-error-no-room = Nur für eine davon ist Platz: Sie überlappen sich in einer Ebene

# Die Befehle.
cmd-compare = Fassungen vergleichen…
cmd-compare-help = Zwei bis fünf Fassungen eines Artikels nebeneinanderlegen und daraus einen Goldstandard machen
cmd-compare-open = Offene Fassungen vergleichen
cmd-compare-open-help = Die offenen Artikel vergleichen, die denselben Text haben wie der gezeigte
cmd-compare-open-why-not = Es sind nicht zwei bis fünf gespeicherte Artikel mit diesem Text offen
cmd-compare-suggestions = Vorschläge mit Annotationen vergleichen
cmd-compare-suggestions-help = Zeigen, worin sich der Artikel und seine Vorschläge unterscheiden
cmd-compare-suggestions-why-comparing = Dieser Artikel wird bereits verglichen
cmd-compare-suggestions-why-no-file = Der Artikel hat noch keine Datei
cmd-compare-suggestions-why-none = Es ist nichts vorgeschlagen
section-comparing = Fassungen vergleichen
cmd-take-version = Fassung { $number } übernehmen
cmd-take-named = { $name } übernehmen
cmd-take-version-help = Den Unterschied so entscheiden, wie Person { $number } ihn hat, und zum nächsten gehen
cmd-take-version-why-not = So viele Fassungen gibt es nicht
cmd-take-both = Alles übernehmen, was da ist
cmd-take-both-help = Alles übernehmen, was jemand an der Stelle hat, wenn die Ebenen Platz haben
cmd-take-neither = Nichts davon übernehmen
cmd-take-neither-help = Den Unterschied so entscheiden, dass nichts davon bleibt, und zum nächsten gehen
cmd-take-own = Selbst bearbeiten
cmd-take-own-help = Die wahrscheinlichste Antwort übernehmen, um sie im Artikel zu ändern
cmd-reason = Grund angeben…
cmd-reason-help = Aufschreiben, warum der Unterschied so entschieden ist
cmd-take-all-of-version = Alles von Fassung { $number } übernehmen
cmd-take-all-of-named = Alles von { $name } übernehmen
cmd-take-all-listed-of-named = Alles Gelistete von { $name } übernehmen
cmd-take-all-of-help = Alle offenen Unterschiede der Liste so entscheiden, wie Person { $number } sie hat; ein Schritt für Rückgängig
cmd-take-all-why-not = In der Liste ist kein Unterschied offen
cmd-take-majority = Übernehmen, was die meisten haben
cmd-take-majority-help = Alle Unterschiede der Liste entscheiden, bei denen mehr als die Hälfte dasselbe hat; ein Schritt für Rückgängig
cmd-take-agreed = Alles Einhellige übernehmen
cmd-take-agreed-help = Übernehmen, was alle haben und was dem Goldstandard fehlt
cmd-take-agreed-why-not = Alles, worin alle übereinstimmen, ist übernommen
cmd-next-difference = Nächster Unterschied
cmd-next-difference-help = Zum nächsten offenen Unterschied gehen
cmd-previous-difference = Voriger Unterschied
cmd-previous-difference-help = Zum vorigen offenen Unterschied gehen
cmd-next-difference-why-not = Die Liste ist leer
cmd-hide-names = Namen verbergen
cmd-hide-names-help = Personen beim Vergleichen als A, B und C zeigen
cmd-end-comparing = Vergleich beenden
cmd-end-comparing-help = Zurück zur üblichen Prüfliste; der Goldstandard bleibt
cmd-comparing-why-not = In diesem Artikel werden keine Fassungen verglichen
cmd-difference-why-not = Kein Unterschied ist ausgewählt

# Was dabei gesagt wird.
shell-compare-versions = Fassungen vergleichen
path-title-compare = Fassungen vergleichen von
path-compare = Vergleichen
comparing-offered =
    { $count ->
        [one] { $count } dieser Dateien hat diesen Text
       *[other] { $count } dieser Dateien sind Fassungen eines Artikels
    }
comparing-suggestions = Vorschläge
comparing-begun =
    { $agreed ->
        [one] Alle stimmen in { $agreed } Annotation überein
       *[other] Alle stimmen in { $agreed } Annotationen überein
    }; { $differences ->
        [one] es gibt { $differences } Unterschied
       *[other] es gibt { $differences } Unterschiede
    }
comparing-all-settled =
    { $count ->
        [0] Es gibt keine Unterschiede
        [one] Der Unterschied ist entschieden; mit Ctrl+S den Goldstandard speichern
       *[other] Alle { $count } Unterschiede sind entschieden; mit Ctrl+S den Goldstandard speichern
    }
comparing-listed-settled = Alle Unterschiede, die der Filter zeigt, sind entschieden
comparing-took =
    { $count ->
        [one] { $count } Unterschied entschieden
       *[other] { $count } Unterschiede entschieden
    }
comparing-took-none = Nichts entschieden: Nirgends hat mehr als die Hälfte dasselbe
compare-other-labels = Ausgelassen, weil die Labels nicht die der ersten Fassung sind: { $path }
compare-other-text = Ausgelassen, weil der Text ein anderer ist als der der ersten Fassung: { $path }
compare-no-versions = Keine anderen Fassungen gefunden, etwa story.anna.ron und story.ben.ron oder Ordner mit Dateien desselben Namens: { $path }
compare-other-gold = Der Goldstandard hat einen anderen Text oder andere Labels: { $path }

# Die Liste der Unterschiede und was über den ausgewählten entschieden wird.
comparing-list = Unterschiede
comparing-none = Alle Fassungen sagen dasselbe
comparing-none-listed = Kein Unterschied passt zum Filter
comparing-progress = { $done } von { $all } entschieden
comparing-open = { $count } offen
comparing-settled = { $count } entschieden
comparing-kind-missing = Fehlt
comparing-kind-edge = Rand
comparing-kind-label = Label
comparing-kind-value = Wert
comparing-kind-speaker = Sprecher
comparing-kind-attribute = Merkmal
comparing-who-has = { $people }: { $has }
comparing-state-settled = entschieden
comparing-state-open = offen
comparing-choose = Einen Unterschied mit Tab oder in der Liste auswählen
comparing-nothing = nichts
comparing-reason = Grund
comparing-reason-hint = Grund (U)
comparing-neither = Nichts
comparing-all = Beide
comparing-own = Eigenes
cmd-compare-beside = Mit anderen Fassungen vergleichen
cmd-compare-beside-help = Den Artikel mit denen anderer vergleichen, die am Namen gefunden werden
versions-compare = Vergleichen
cmd-filter-kind = Unterschiede filtern: { $kind }
cmd-filter-kind-help = Nur Unterschiede dieser Art zeigen oder wieder alle: { $kind }
cmd-show-open = Nur offene Unterschiede zeigen
cmd-show-open-help = Nur zeigen, was noch nicht entschieden ist, oder wieder alle
kind-missing = Fehlt
kind-edge = Rand
kind-label = Label
kind-value = Wert
kind-speaker = Sprecher
kind-attribute = Merkmal
