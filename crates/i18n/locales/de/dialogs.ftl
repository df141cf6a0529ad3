# In several dialogs.
decimal-mark = ,

# The import dialog.
import-reading = Wird gelesen…
import-predictions =
    { $count ->
        [one] { $count } Vorhersage als Annotation importieren
       *[other] { $count } Vorhersagen als Annotationen importieren
    }
import-not-read = Nicht lesbar
import-copydesk-article = Copydesk-Artikel
import-detected = { $names } (erkannt)
import-detect = Automatisch erkennen
import-format = Format
import-several-formats = Mehrere Formate passen; bitte eines auswählen: { $names }
import-title = { $name } importieren
import-title-many = { $count } Objekte importieren
import-counts = { $articles } Artikel mit { $spans ->
        [one] { $spans } Textstelle
       *[other] { $spans } Textstellen
    }
import-unlisted =
    { $count ->
        [one] { $count } Textstelle mit einem Label, das hier nicht aufgeführt ist, wird ausgelassen
       *[other] { $count } Textstellen mit Labels, die hier nicht aufgeführt sind, werden ausgelassen
    }
import-labels = Labels
import-label-spoken =
    { $count ->
        [one] { $label }, { $count } Textstelle, zum Beispiel „{ $example }“
       *[other] { $label }, { $count } Textstellen, zum Beispiel „{ $example }“
    }
import-no-match = Ohne Entsprechung
import-left-out = Ausgelassen
import-leave-out = Auslassen
import-becomes = { $label } wird zu { $ours }
import-is-left-out = { $label } wird ausgelassen
import-destination = Ziel
import-open-here = Hier öffnen
import-save-in-folder = Als Artikeldateien in einem Ordner speichern…
import-too-many-to-open = Es lassen sich höchstens 50 Artikel auf einmal öffnen; diese in einem Ordner speichern
import-import = Importieren
import-open-articles = { $count } Artikel öffnen
import-save-articles = { $count } Artikel speichern…

# The export dialog.
export-title = Exportieren
export-find-format = Format suchen
export-find-format-hint = Format suchen…
export-no-formats = Keine passenden Formate
export-formats = Formate
export-choose-format = Ein Format auswählen
export-folder = Ordner
export-about-file = { $about }. Schreibt eine einzelne .{ $extension }-Datei.
export-about-folder = { $about }. Schreibt einen Ordner mit Dateien.
export-files = Dateien
# The files are called train, dev and test in all languages.
export-split = Aufteilen in train, dev, test
export-dev = dev
export-test = test
export-percent-for = Prozent für { $name }
export-one-each = Eine Datei je Artikel
export-articles = Artikel
export-this-one = Nur dieser
export-all-in-folder = Alle { $count } im Ordner
export-done-in-folder = { $count } erledigte im Ordner
export-all-open = Alle { $count } offenen
export-done = { $count } erledigte
export-spans = Textstellen
export-accepted = { $count } angenommen
export-suggested = { $count } vorgeschlagen
export-rejected = { $count } abgelehnt
export-all-accepted = Alle angenommenen
export-all-suggested = Alle vorgeschlagenen
export-all-rejected = Alle abgelehnten
export-no-such-spans = Noch keine solchen Textstellen: Nur der Text wird exportiert
export-labels = Labels
export-export = Exportieren…

# The preview in the export dialog.
preview-title = Vorschau
preview-preparing = Vorschau wird vorbereitet…
preview-no-article = Kein Artikel zu exportieren; oben andere auswählen
preview-in-total = … insgesamt { $size }
preview-of = Vorschau von { $name }
preview-no-loss = Nichts geht verloren
preview-no-loss-of = Von { $title } geht nichts verloren; der Bericht zählt alle Artikel
preview-losses = Was dieses Format nicht aufnehmen kann
preview-losses-of = Was dieses Format von { $title } nicht aufnehmen kann
preview-kilobytes = { $size } kB
preview-megabytes = { $size } MB

# The dialog of places where the same words stand. Where articles is 0, only one article is changed.
everywhere-title-sure = Vorschläge ab { $percent } % annehmen
everywhere-title-mark = „{ $words }“ überall als { $label } markieren
everywhere-title-clear = „{ $words }“ ({ $label }) überall ablehnen oder entfernen
everywhere-places = Fundstellen
everywhere-nowhere-else = Die Wörter stehen sonst nirgends
everywhere-none-sure = Kein offener Vorschlag ist so sicher
everywhere-more =
    { $count ->
        [one] { $count } weitere Fundstelle; zuerst diese erledigen
       *[other] { $count } weitere Fundstellen; zuerst diese erledigen
    }
everywhere-accepted = angenommen
everywhere-suggested = { $label } { $percent } %
everywhere-doubtful = Zweifelhaft
everywhere-mark =
    { $articles ->
        [0] { $count } markieren
        [one] { $count } in { $articles } Artikel markieren
       *[other] { $count } in { $articles } Artikeln markieren
    }
everywhere-accept =
    { $articles ->
        [0] { $count } annehmen
        [one] { $count } in { $articles } Artikel annehmen
       *[other] { $count } in { $articles } Artikeln annehmen
    }
everywhere-reject =
    { $articles ->
        [0] { $count } ablehnen
        [one] { $count } in { $articles } Artikel ablehnen
       *[other] { $count } in { $articles } Artikeln ablehnen
    }
everywhere-remove =
    { $articles ->
        [0] { $count } entfernen
        [one] { $count } in { $articles } Artikel entfernen
       *[other] { $count } in { $articles } Artikeln entfernen
    }
everywhere-reject-remove =
    { $articles ->
        [0] { $rejected } ablehnen, { $removed } entfernen
        [one] In { $articles } Artikel { $rejected } ablehnen, { $removed } entfernen
       *[other] In { $articles } Artikeln { $rejected } ablehnen, { $removed } entfernen
    }
everywhere-saving = Offene Artikel werden gespeichert…
everywhere-reading = Die Artikel des Ordners werden gelesen…
everywhere-changing = Artikel werden geändert…
everywhere-progress = { $work } { $percent } %
everywhere-percent = { $percent } %
everywhere-this-article = Dieser Artikel
everywhere-open-articles = Alle offenen Artikel
everywhere-folder = Der ganze Ordner
everywhere-hint = Space hakt eine Zeile an oder ab, A alle; einmal rückgängig macht alles ungeschehen
everywhere-hint-scopes = Space hakt eine Zeile an, A alle; Left, Right: wo
everywhere-now = jetzt { $label }
everywhere-part-of = Teil von „{ $words }“
everywhere-small-letters = kleingeschrieben
everywhere-or-name = oder „{ $name }“
everywhere-rejected-before = zuvor abgelehnt

# The dialog of marks that do not fit the article.
problems-title =
    { $count ->
        [one] { $count } Markierung ließ sich nicht zuordnen
       *[other] { $count } Markierungen ließen sich nicht zuordnen
    }
problems-found-in-file = Beim Lesen der Datei gefunden
problems-list = Probleme
problems-quoted = „{ $words }“
problems-note = Notiz: { $note }
problems-places = Stellen mit diesen Wörtern
problems-more = und { $count } weitere
problems-place = Stelle { $number }, { $words }
problems-nothing-selected = Um sie anderswo zuzuordnen, die Wörter im Artikel auswählen und dann zurückkehren
problems-attach-selection = Der Auswahl zuordnen
problems-attach-to = Zuordnen: „{ $words }“
problems-attach-here = Hier zuordnen
problems-selected-words = Die im Artikel ausgewählten Wörter
problems-drop = Verwerfen
problems-drop-about = Diese Markierung vergessen; „Rückgängig“ holt sie zurück
problems-keep = Behalten
problems-keep-about = Beiseitelassen; sie wird mit dem Artikel gespeichert
problems-show = Anzeigen
problems-open-elsewhere = Der Artikel ist in einem anderen Fenster geöffnet
problems-no-such-label = Dieses Label gibt es nicht
problems-rejected = { $label } (abgelehnt)
problems-note-on = Notiz zu { $label }
problems-unknown-label = Unter den Labels dieses Artikels ist kein „{ $label }“.
problems-gone = Die Wörter stehen nicht mehr im Artikel.
problems-overlaps = Sie würde sich mit „{ $words }“ überschneiden; das ist schon markiert.
problems-context-changed = Die Wörter stehen im Artikel, aber nicht mehr im selben Zusammenhang.
problems-several = Die Wörter stehen { $count }-mal im Artikel; welche Stelle gemeint war, ist nicht sicher.

# The prompt for a path, where the system has no file dialog.
path-title-open-article = Artikel öffnen
path-title-open-folder = Ordner öffnen
path-title-save-article = Artikel speichern unter
path-title-export-data = Datensatz exportieren nach
path-title-save-in-folder = Artikel in Ordner speichern
path-title-add-dictionary = Liste oder Muster hinzufügen
path-title-export-dictionary = Wörterliste exportieren nach
path-title-export-activity = Zeit und Aktionen exportieren nach
path-path = Pfad
path-hint = Pfad…
path-files = Dateien
path-open = Öffnen
path-replace = Ersetzen
path-add = Hinzufügen
path-save = Speichern
path-export = Exportieren
path-will-be-replaced = Eine Datei mit diesem Namen ist vorhanden und wird ersetzt
path-keys = Tab zum Vervollständigen, Pfeiltasten zum Auswählen
path-folder-spoken = { $name }, Ordner
path-file-spoken = { $name }, Datei

# What tells two states of a span apart. Parts of a line begin in lower case; the first gets its capital.
difference-added = Hinzugefügt
difference-removed = Entfernt
difference-rejected = Vorschlag abgelehnt
difference-reopened = Vorschlag wieder offen
difference-note = Notiz
difference-note-on-suggestion = Notiz zum Vorschlag
difference-relabeled = Label von { $from } zu { $to } geändert
difference-was = vorher { $words }
difference-source = Herkunft geändert
difference-value-added = { $title } hinzugefügt: { $new }
difference-value-removed = { $title } entfernt: { $old }
difference-value-changed = { $title } von { $old } zu { $new } geändert
difference-value = { $title }: { $value }
difference-no-value = ohne { $title }

# The dialog of earlier versions.
versions-title = Frühere Fassungen von „{ $title }“
versions-list = Fassungen
versions-reading = Die Fassungen werden gelesen…
versions-reading-one = Wird gelesen…
versions-restoring =
    { $count ->
        [one] Diese Fassung wiederherzustellen bewirkt { $count } Änderung; sie lässt sich rückgängig machen
       *[other] Diese Fassung wiederherzustellen bewirkt { $count } Änderungen; sie lassen sich rückgängig machen
    }
versions-none = Noch keine früheren Fassungen. Bei jedem Speichern des Artikels wird hier aufbewahrt, was seine Datei dann enthält: die letzten 20 Fassungen, die älteren in größeren Abständen.
versions-annotations =
    { $count ->
        [one] { $count } Annotation
       *[other] { $count } Annotationen
    }
versions-change-spoken = { $change }: { $label } „{ $words }“
versions-restore = Wiederherstellen

# The dialog of what a merge left to decide.
conflicts-title =
    { $count ->
        [one] Beide haben { $count } Textstelle geändert
       *[other] Beide haben { $count } Textstellen geändert
    }
conflicts-about = Alles andere ist zusammengeführt. Hier blieb die eigene Antwort; die fremde übernehmen, wo sie besser ist.
conflicts-keys = ↑ ↓ Zeile auswählen   ← eigene behalten   → fremde übernehmen
conflicts-list = Konflikte
conflicts-line-mine = Eigene: { $mine }. Fremde: { $theirs }. Die eigene gilt
conflicts-line-theirs = Eigene: { $mine }. Fremde: { $theirs }. Die fremde gilt
conflicts-keep-mine = Eigene behalten
conflicts-take-theirs = Fremde übernehmen
conflicts-removed = Entfernt
conflicts-removed-spoken = entfernt
conflicts-span = { $label } „{ $words }“

# The dialog of dictionaries, and one of them.
dictionaries-title = Wörterlisten
dictionaries-about = Was sie finden, wird in jedem Artikel vorgeschlagen, vor allen anderen Vorschlägen
dictionaries-new = Neue Liste
dictionaries-add = Aus Datei…
dictionaries-none = Es gibt noch keine Liste. Eine Liste enthält Wörter eines Labels, einen Eintrag je Zeile; ihr Name kann das Label nennen, zum Beispiel people.txt.
dictionaries-too-long = Diese Datei ist zu lang, um sie hier zu bearbeiten: In einem Texteditor geändert, wird sie neu gelesen
dictionaries-entries = Einträge
dictionaries-entries-hint = Ein Eintrag je Zeile
dictionaries-bring-back = „{ $name }“ zurückholen
dictionaries-labels =
    { $count ->
        [one] { $count } Label
       *[other] { $count } Labels
    }
dictionaries-entry-count =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
dictionaries-here = { $count } hier
dictionaries-shared = gemeinsam
dictionary-name = Name
dictionary-line-problem = Zeile { $line }: { $message }
dictionary-more-problems =
    { $count ->
        [one] { $count } weitere Zeile ist nicht lesbar
       *[other] { $count } weitere Zeilen sind nicht lesbar
    }
dictionary-entries =
    { $count ->
        [one] { $count } Eintrag
       *[other] { $count } Einträge
    }
dictionary-found =
    { $entries ->
        [one] { $entries } Eintrag
       *[other] { $entries } Einträge
    }, { $matches ->
        [one] { $matches } Treffer in diesem Artikel
       *[other] { $matches } Treffer in diesem Artikel
    }
dictionary-export-list = Export: Liste…
dictionary-export-table = Export: Tabelle…
dictionary-export-patterns = Export: Muster…
dictionary-save = Speichern
dictionary-delete = Löschen

# The dialog that finds words in all articles.
search-title = In allen Artikeln suchen
search-hint = In allen Artikeln suchen…
search-whole-text = Ganzer Text
search-annotations = Annotationen
search-places = Fundstellen
search-running = Suche läuft…
search-how = Suchwörter eingeben; Enter geht zu einer Fundstelle
search-other-formats =
    { $count ->
        [one] { $count } Datei in einem anderen Format: wird durchsucht, sobald sie geöffnet und gespeichert ist
       *[other] { $count } Dateien in anderen Formaten: werden durchsucht, sobald sie geöffnet und gespeichert sind
    }
search-more-problems = { $problem } (und { $count } weitere)
search-nothing =
    { $articles ->
        [one] Nichts gefunden in { $articles } Artikel; weniger Wörter versuchen oder einen Wortteil
       *[other] Nichts gefunden in { $articles } Artikeln; weniger Wörter versuchen oder einen Wortteil
    }
search-found =
    { $places ->
        [one] { $places } Fundstelle
       *[other] { $places } Fundstellen
    } in { $found } von { $articles } Artikeln
search-found-first =
    { $places ->
        [one] { $places } Fundstelle
       *[other] { $places } Fundstellen
    } in { $found } von { $articles } Artikeln, die ersten { $listed } sind aufgeführt

# The find bar above the article.
find-field = Im Artikel suchen
find-hint = Im Artikel suchen…
find-previous = Zurück
find-next = Weiter
find-spans-only = Nur Textstellen
find-spans-only-about = Nur in Vorgeschlagenem und Markiertem suchen
find-close = Suche schließen
find-none = keine Treffer
find-none-in-spans = keine Treffer in Textstellen
find-place = { $place } von { $count }

# The dialog of how much work articles took. Where a message has spans and count, count only chooses the form.
activity-title = Zeit und Aktionen
activity-about = Während der Arbeit gezählt, nur auf diesem Rechner, und nie irgendwohin gesendet
activity-about-off = Es wird nichts gemessen: „Meine Arbeit messen“ im Menü „Ansicht“ ist ausgeschaltet
activity-nothing = Noch wurde nichts gemessen. Während der Arbeit zeigt sich hier, wie viele Aktionen und wie viel Zeit die Textstellen brauchen, nach Tag und nach Artikel.
activity-nothing-off = Noch wurde nichts gemessen. Ist die Messung eingeschaltet, zeigt sich hier, wie viele Aktionen und wie viel Zeit die Textstellen brauchen, nach Tag und nach Artikel.
activity-export = Als CSV exportieren…
activity-today = Heute
activity-week = Letzte 7 Tage
activity-all = Gesamt
activity-total = { $name }: { $minutes } min, Textstellen: { $spans }
activity-rates = { $actions } Aktionen und { $secs } s je Textstelle
activity-no-span = Noch keine Textstelle
activity-articles = Artikel
activity-article = Artikel
activity-spans = Textstellen
activity-actions-per-span = Aktionen je Stelle
activity-secs-per-span = Sekunden je Stelle
activity-minutes = Minuten
activity-columns-spoken = Artikel, Textstellen, Aktionen je Textstelle, Sekunden je Textstelle, Minuten
activity-spoken =
    { $count ->
        [one] { $spans } Textstelle
       *[other] { $spans } Textstellen
    }, { $actions } Aktionen je Textstelle, { $secs } Sekunden je Textstelle, { $minutes } Minuten
activity-spoken-total =
    { $count ->
        [one] { $spans } Textstelle
       *[other] { $spans } Textstellen
    }, { $minutes } Minuten
activity-plot-actions = Aktionen je Textstelle nach Tag
activity-plot-actions-unit = Aktionen je Stelle
activity-plot-secs = Sekunden je Textstelle nach Tag
activity-plot-secs-unit = Sekunden je Stelle
activity-plot-spans = Textstellen nach Tag
activity-plot-spans-unit = Textstellen
activity-plot-day = Tag
activity-plot-hover = { $day }: { $number } { $unit }

# Which articles are listed, and in which order.
articles-filter = Artikel filtern
articles-filter-hint = Filtern…
articles-order = Reihenfolge der Artikel
articles-order-about = In welcher Reihenfolge Artikel aufgeführt werden und aufeinander folgen
articles-list-all = Wieder alle Artikel aufführen
articles-list-only = Nur diese Artikel aufführen
