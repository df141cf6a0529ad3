# Statistik und Übereinstimmung: die Zahlen zu Ordnern von Artikeln.

cmd-statistics = Statistik…
cmd-statistics-help = Zeigen, was im geöffneten Ordner markiert ist und wie gut die Vorschläge sind
cmd-statistics-why-not = Einen Ordner öffnen oder den Artikel in einem speichern

cmd-agreement = Übereinstimmung…
cmd-agreement-help = Messen, wie weit mehrere Personen bei denselben Artikeln übereinstimmen

## Statistics

statistics-title = Statistik
statistics-counting = Artikel werden gezählt, für erledigte werden Vorschläge gemacht…
statistics-stop = Abbrechen
statistics-save-tables = Als CSV speichern…
statistics-save-report = Bericht speichern…
statistics-save-tables-in = Tabellen im Ordner speichern
statistics-save-report-to = Bericht speichern unter
statistics-page = Seite
statistics-tables-saved = Tabellen gespeichert in { $path }
statistics-report-saved = Bericht gespeichert: { $path }
statistics-all = Alle { $count }
statistics-open = Offen { $count }
statistics-in-work = In Arbeit { $count }
statistics-done = Erledigt { $count }
statistics-nothing = In diesen Artikeln ist nichts markiert
statistics-labels = Labels
statistics-frequent = Häufigste Textstellen
statistics-lengths = Länge der Textstellen
statistics-days = Annotationen nach Tagen
statistics-suggestions = Vorschläge
statistics-none-done = Vorschläge werden an erledigten Artikeln gemessen, und keiner ist erledigt
statistics-against =
    { $count ->
        [one] Gemessen an { $count } erledigten Artikel, mit 95-%-Intervallen
       *[other] Gemessen an { $count } erledigten Artikeln, jeweils nach dem aus den früheren Gelernten; 95-%-Intervalle nach Artikeln
    }
statistics-lags = { $label } liegt zurück: F1 ist dort am niedrigsten
statistics-calibration = Kalibrierung
statistics-calibration-about = Auf der gestrichelten Linie sind Vorschläge so oft richtig, wie sie sicher sind
statistics-bin = { $from } %: { $right } von { $count } richtig
statistics-curve = Lernkurve
statistics-curve-about = F1 der Artikel seit dem vorigen Punkt, in der Reihenfolge der Tage, an denen sie zuletzt bearbeitet wurden
statistics-curve-short = Für eine Lernkurve braucht es acht erledigte Artikel
statistics-all-labels = Alle Labels
statistics-unlearned = Nichts gelernt
statistics-left-out = Ausgelassen
statistics-column-label = Label
statistics-column-spans = Textstellen
statistics-column-articles = Artikel
statistics-column-median = Median der Tokens
statistics-column-quartiles = Quartile
statistics-column-most = Längste
statistics-column-marked = Markiert
statistics-column-suggested = Vorgeschlagen
statistics-column-right = Richtig
statistics-column-precision = Genauigkeit
statistics-column-recall = Trefferquote
statistics-column-f1 = F1
statistics-axis-tokens = Tokens
statistics-axis-spans = Textstellen
statistics-axis-days = Tage seit { $day }
statistics-axis-annotations = Annotationen
statistics-axis-confidence = Sicherheit
statistics-axis-right = Anteil richtig
statistics-axis-articles = erledigte Artikel

## Agreement

agreement-title = Übereinstimmung
agreement-about = Für zwei bis fünf Personen je einen Ordner hinzufügen, oder einen, dessen Dateien wie story.anna.ron und story.ben.ron heißen
agreement-add-folder = Ordner hinzufügen…
agreement-choose-folder = Ordner zum Vergleich hinzufügen
agreement-drop-folder = Nicht vergleichen: { $path }
agreement-only-done = Nur erledigte Artikel
agreement-compare = Vergleichen
agreement-no-folder = Zuerst einen Ordner hinzufügen
agreement-busy = Ein Vergleich läuft
agreement-working = Vergleichen…
agreement-nothing-begun = In keinem dieser Ordner ist ein Artikel begonnen
agreement-of =
    { $count ->
        [one] { $people }: { $count } Artikel von zwei oder mehr Personen, { $complete } von allen; 95-%-Intervalle nach Artikeln
       *[other] { $people }: { $count } Artikel von zwei oder mehr Personen, { $complete } von allen; 95-%-Intervalle nach Artikeln
    }
agreement-by-label = Nach Labels
agreement-together = Zusammen
agreement-strict-f1 = F1, genau
agreement-overlapping-f1 = F1, überlappend
agreement-cohen = Cohens κ
agreement-fleiss = Fleiss’ κ
agreement-alpha = Krippendorffs α
agreement-alpha-u = Krippendorffs α_u
agreement-gamma = γ
agreement-gamma-cat = γ-cat
agreement-pairs = Paarweise, alle Labels
agreement-pair = { $one } und { $other }
agreement-facts = Was gleiche Textstellen auf beiden Seiten tragen
agreement-column-pairs = Paare
agreement-column-same = Gleich
agreement-column-article = Artikel
agreement-least = Geringste Übereinstimmung; ein Klick öffnet den Artikel
agreement-over-time = Übereinstimmung im Lauf der Zeit
agreement-by-date = Artikel nach Datum
agreement-by-name = Artikel nach Namen

## Examples in the guidelines

cmd-add-example = Als Beispiel hinzufügen
cmd-add-example-help = Die Textstelle in ihrem Satz in die Richtlinien des Projekts schreiben, unter ihr Label
cmd-add-counter-example = Warum ist das keine?
cmd-add-counter-example-help = Die Textstelle als Gegenbeispiel mit dieser Frage in die Richtlinien des Projekts schreiben
cmd-add-example-no-span = Zuerst zu einer Textstelle gehen
cmd-add-example-no-project = Zuerst den Ordner zu einem Projekt machen
cmd-add-example-no-file = Zuerst den Artikel im Ordner des Projekts speichern
cmd-take-back-example = Letztes Beispiel zurücknehmen
cmd-take-back-example-help = Die Richtlinien so herstellen, wie sie vor dem letzten Beispiel waren
cmd-take-back-example-why-not = Es wurde kein Beispiel hinzugefügt
example-question = Warum gehört das nicht zu „{ $label }“?
example-added = Den Richtlinien unter { $label } hinzugefügt
example-taken-back = Das Beispiel ist zurückgenommen
guidelines-version = Fassung { $version }
