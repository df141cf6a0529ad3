### Prüfliste, Details, Statusleiste, Artikelliste und was ein Bildschirmleser davon hört.

## Anzahlen und Fortschritt

count-to-review = { $count } zu prüfen
count-accepted = { $count } angenommen
count-rejected = { $count } abgelehnt
suggesting-percent = Vorschläge werden gesucht… { $percent } %
progress-suggesting = sucht Vorschläge… { $percent } %
progress-spans =
    { $count ->
        [one] { $count } Textstelle
       *[other] { $count } Textstellen
    }
progress-done =
    { $count ->
        [one] erledigt · { $count } Textstelle
       *[other] erledigt · { $count } Textstellen
    }
progress-reviewed =
    { $count ->
        [one] geprüft · { $count } Textstelle
       *[other] geprüft · { $count } Textstellen
    }
progress-not-begun = nicht begonnen
progress-unreadable = nicht lesbar
progress-unsaved = { $progress } · nicht gespeichert
work-stop = Anhalten
confidence-percent = { $percent } %

## Statusleiste

article-opening = Wird geöffnet…
no-article-open = Kein Artikel geöffnet
status-word = Wort { $at } von { $total }
status-word-encoding = Wort { $at } von { $total } · { $encoding }
status-problems =
    { $count ->
        [one] { $count } Problem
       *[other] { $count } Probleme
    }
status-problems-about = Markierungen, die nicht zum Artikel passen
status-actions-per-span = { $actions } Aktionen je Textstelle
status-doubt-first = Unsicherste zuerst
status-possible-misses = vielleicht Übersehenes
status-saving = Wird gespeichert…
status-unsaved = Nicht gespeichert
status-saved = Gespeichert
status-no-changes = Keine Änderungen

## Artikelliste

articles-list = Artikel
articles-none-match = Keine passenden Artikel
articles-show-all = Alle Artikel anzeigen
articles-back-to-review = Zurück zur Prüfliste
articles-close-list = Liste schließen
articles-row-flagged = { $title }, { $progress }, gemerkt
articles-unreadable = Dieser Artikel kann nicht gelesen werden
articles-done = { $done } von { $all } erledigt
articles-done-time-left = { $done } von { $all } erledigt · noch etwa { $left }
articles-time-about =
    { $count ->
        [one] Aktive Arbeitszeit, berechnet aus { $count } erledigten Artikel dieses Ordners: durchschnittlich { $each } je Artikel
       *[other] Aktive Arbeitszeit, berechnet aus { $count } erledigten Artikeln dieses Ordners: durchschnittlich { $each } je Artikel
    }
time-seconds = { $seconds } s
time-minutes = { $minutes } min
time-hours = { $hours } h
time-hours-minutes = { $hours } h { $minutes } min

## Prüfliste

review-list = Prüfliste
review-none-match = Nichts entspricht dem Filter
review-reading = Der Artikel wird nach Vorschlägen durchsucht…
review-hidden = Vorschläge sind ausgeblendet; Wörter auswählen und die Taste eines Labels drücken
review-nothing-suggested = Hier wurde nichts vorgeschlagen; Wörter auswählen und die Taste eines Labels drücken oder nach Übersehenem suchen
review-all-rejected = Alle Vorschläge wurden abgelehnt; Rückgängig holt den letzten zurück, und sie lassen sich durchgestrichen anzeigen
review-show-suggestions = Vorschläge anzeigen

## Ihre Filter

filter-words-hint = Filtern…
filter-words = Nach Wörtern filtern
filter-show-all = Alle anzeigen
filter-all-labels = Wieder alle Labels anzeigen
filter-only-label = Nur anzeigen: { $labels }
filter-any-confidence = Jede Sicherheit
filter-at-least = ≥ { $percent } %
filter-confidence = Mindestsicherheit
filter-confidence-about = Nur Vorschläge mit mindestens dieser Sicherheit anzeigen

## Was eine Textstelle ist und was mit ihr geschieht

span-suggested = vorgeschlagen
span-accepted = angenommen
span-rejected = abgelehnt
span-by-hand = von Hand markiert
span-accept = Annehmen
span-reject = Ablehnen
span-remove = Entfernen
span-restore = Zurückholen
span-next = Weiter

## Details

details-nothing-selected = Nichts ausgewählt
details-nothing-selected-hint = { $key } führt zum nächsten Vorschlag; ein Klick auf eine Textstelle im Artikel wählt sie aus
details-article-done = Artikel erledigt
details-article-done-hint = { $next } führt zum nächsten Artikel, { $export } exportiert
details-nothing-left = Nichts mehr zu prüfen
details-nothing-left-hint = { $search } sucht nach Übersehenem, { $done } kennzeichnet den Artikel als erledigt
details-possible-miss = Vielleicht übersehen
# Namen von Zeilen: Platz ist für etwa zehn Buchstaben.
details-words = Wortlaut
details-may-be = Vielleicht
details-why = Grund
details-state = Status
details-in-claim = Behauptung
details-same-as = Gleich wie
details-differs = Weicht ab
details-guess = { $name }, { $percent } %
details-candidate-hint = { $accept } markiert es so, die Taste eines Labels als etwas anderes; { $remove } verwirft es, { $next } geht weiter
details-quoted = „{ $words }“
details-accepted-from = angenommen · vorgeschlagen von { $by }, { $percent } %
details-imported-from = importiert aus { $from }
details-suggested = vorgeschlagen von { $by }
details-suggested-sure = vorgeschlagen von { $by } · { $percent } %
details-a-suggester = einem Vorschlagsgeber
details-in-paragraph = „{ $words }“ in Absatz { $paragraph }
details-differs-from = von „{ $words }“ in Absatz { $paragraph } ({ $noun })
details-change-to = Ändern zu: { $label }
details-mark-as = Als { $label } markieren

## Mehrere ausgewählte Zeilen

chosen-count = { $count } ausgewählt
chosen-to-review = Zu prüfen
chosen-accepted = Angenommen
chosen-rejected = Abgelehnt
chosen-back = { $key } führt zu einer einzelnen Zeile zurück

## Angaben: Attribute und Notizen

fact-note = Notiz
fact-none = keine Angabe
fact-press-to-add = mit { $key } ergänzen
fact-edit = { $name } bearbeiten
fact-type-or-choose = Eingeben oder auswählen…
fact-new-line = Shift+Enter für eine neue Zeile
fact-empty-removes = Leer gespeichert, wird die Angabe entfernt
fact-understood-as = Verstanden als { $value }
fact-saving-accepts = Speichern nimmt den Vorschlag an
fact-not-a-value = kein gültiger Wert: { $why }
fact-not-one-of = keine der Möglichkeiten { $choices }
fact-not-understood = { $title } bleibt unverändert: „{ $words }“ ist { $why }

## Die Karte an einer Textstelle: was ihre Tasten tun

card-suggested-sure = vorgeschlagen · { $percent } %
card-accept = annehmen
card-reject = ablehnen
card-next = weiter
card-remove = entfernen
card-restore = zurückholen
card-edges = Ränder
card-note = Notiz

## Dateien und Ordner

place-copy-path = Pfad kopieren
place-show-in-folder = Im Ordner anzeigen

## Hinweise

notices-more =
    { $count ->
        [one] { $count } weiterer
       *[other] { $count } weitere
    }
notices-close = Hinweis schließen: { $text }

## Was ein Bildschirmleser sagt

speech-article = Artikel: { $title }
speech-suggested-sure = vorgeschlagen, { $percent } %
overview-about =
    { $count ->
        [one] Wo { $count } offener Vorschlag liegt
       *[other] Wo { $count } offene Vorschläge liegen
    }
list-place = { $name }, { $place } von { $count }
announce-dialog = { $title }, Dialog
announce-saved = { $name } gespeichert
announce-undone = Rückgängig gemacht: { $step }
announce-redone = Wiederholt: { $step }
# Das Verb steht im Namen eines Schritts am Ende, in der Grundform.
announce-done = Ausgeführt: { $verb }{ $rest }
