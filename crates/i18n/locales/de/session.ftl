## What many commands need
needs-article = Zuerst einen Artikel öffnen
needs-span = Zuerst eine Textstelle auswählen: anklicken oder Tab drücken
article-read-only = Schreibgeschützt: Der Artikel ist in einem anderen Fenster geöffnet
no-such-command = Kein solcher Befehl
keys-unknown-command = Kein Befehl heißt „{ $name }“ (keys.ron); F1 zeigt die Liste
keys-clash = { $chord } ist sowohl „{ $first }“ als auch „{ $second }“ zugewiesen; der erste Befehl hat Vorrang
edit-refused = Diese Änderung war nicht möglich: { $error }
untitled-article = Ohne Titel

## Buttons on notices
notice-undo = Rückgängig
notice-redo = Wiederholen
notice-save-copy = Kopie speichern…
notice-more-reasons = … und { $count } weitere

## The article list
article-filter-to-review = Zu prüfen
article-filter-done = Erledigt
article-filter-flagged = Gemerkt
article-order-opened = Wie geöffnet
article-order-title = Nach Titel
article-order-most-to-review = Am meisten zu prüfen
article-order-least-certain = Am unsichersten
article-order-random = Zufallsstichprobe

## Opening, saving and closing
cmd-open-article = Artikel öffnen…
cmd-open-article-help = Textdateien, Webseiten, Dokumente, annotierte Daten oder gespeicherte Artikel öffnen
cmd-open-folder = Ordner öffnen…
cmd-open-folder-help = Alle Artikel eines Ordners und seiner Unterordner öffnen
cmd-save = Speichern
cmd-save-help = Den Artikel und seine Annotationen speichern
cmd-save-why-not = Wird bereits gespeichert
cmd-save-as = Speichern unter…
cmd-save-as-help = Den Artikel und seine Annotationen unter anderem Namen speichern
cmd-save-all = Alle speichern
cmd-save-all-help = Alle offenen Artikel speichern, neben ihrem Text, wo es noch keine Datei gibt
cmd-save-all-why-not = Alles ist gespeichert
cmd-close-article = Artikel schließen
cmd-close-article-help = Den Artikel schließen
cmd-quit = Beenden
cmd-quit-help = Copydesk beenden
cmd-open-sample = Beispiel { $number } öffnen
cmd-open-sample-help = Einen Beispielartikel öffnen
cmd-open-sample-why-not = Kein solches Beispiel
cmd-open-sample-titled = Beispiel öffnen: { $title }
cmd-open-recent = Zuletzt Geöffnetes { $number } öffnen
cmd-open-recent-help = Eine zuletzt geöffnete Datei oder einen zuletzt geöffneten Ordner öffnen
cmd-open-recent-why-not = Keine solche zuletzt geöffnete Datei und kein solcher Ordner
cmd-open-recent-named = { $name } öffnen
article-recovered = Nicht gespeicherte Arbeit an diesem Artikel wurde wiederhergestellt
save-all-no-file = { $count } Artikel haben noch keine Datei; jeden einmal speichern
folder-gone = Diesen Ordner gibt es nicht mehr: { $path }
cmd-open-anyway = Trotzdem öffnen
cmd-open-anyway-help = Am Artikel arbeiten, obwohl ein anderes Fenster ihn geöffnet hat
cmd-open-anyway-why-not = Kein anderes Fenster hat den Artikel geöffnet
article-only-in-memory = Änderungen an „{ $title }“ sind nur im Arbeitsspeicher; eine Kopie anderswo speichern. { $message }
went-wrong-work-kept = In Copydesk ist etwas schiefgegangen; die Arbeit ist gesichert: { $words }

## Earlier versions and merging
cmd-versions = Frühere Fassungen…
cmd-versions-help = Frühere gespeicherte Fassungen des Artikels ansehen und eine wiederherstellen
cmd-versions-why-not = Zuerst den Artikel speichern: Jedes Speichern bleibt als Fassung erhalten
version-restore-deed = Fassung vom { $when } wiederherstellen
version-restored = Die Fassung vom { $when } ist wiederhergestellt
version-is-same = Nichts wiederherzustellen: Der Artikel ist jetzt genauso
version-status-done = Status geändert: erledigt
version-status-in-progress = Status geändert: in Arbeit
version-status-not-started = Status geändert: nicht begonnen
version-flagged = Zur Prüfung gemerkt
version-not-flagged = Merkzeichen zur Prüfung entfernt
version-other-text = Der Text war damals ein anderer, deshalb passen die Annotationen nicht mehr zum Artikel
version-other-labels = Die Labels waren damals andere, deshalb passen die Annotationen nicht mehr zum Artikel
merge-other-text = Zusammenführen ist nicht möglich: Die Datei enthält jetzt einen anderen Text
merge-other-labels = Zusammenführen ist nicht möglich: Die Datei hat jetzt andere Labels
merge-unfit = Zusammenführen ist nicht möglich: Die Datei enthält Annotationen, die nicht zu ihrem Text passen

## Problems of an article
cmd-problems = Probleme…
cmd-problems-help = Anzeigen, was nicht zum Artikel passt, und es beheben
cmd-problems-why-not = Dieser Artikel hat keine Probleme
cmd-problems-counted = Probleme ({ $count })…
problems-set-aside =
    { $count ->
        [one] { $count } Markierung ließ sich nicht zuordnen und ist beiseitegelegt
       *[other] { $count } Markierungen ließen sich nicht zuordnen und sind beiseitegelegt
    }
problems-found =
    { $count ->
        [one] Beim Lesen der Datei wurde { $count } Problem gefunden
       *[other] Beim Lesen der Datei wurden { $count } Probleme gefunden
    }

## The folder
cmd-close-folder = Ordner schließen
cmd-close-folder-help = Den Ordner und seine gespeicherten Artikel schließen
no-folder-open = Kein Ordner ist geöffnet
cmd-import-data-files = Datendateien importieren…
cmd-import-data-files-help = Artikel aus den Dateien des Ordners importieren, die nicht als Artikel aufgeführt sind
cmd-import-data-files-why-not = Alle Dateien des Ordners sind aufgeführt
cmd-assess-folder = Vorschläge für alle Artikel ermitteln
cmd-assess-folder-help = Alle Artikel des Ordners lesen, damit die Liste zeigt, wie viel zu prüfen ist
cmd-assess-folder-running = Die Artikel werden bereits gelesen
cmd-assess-folder-why-not = Alle Artikel des Ordners sind gelesen
cmd-stop-assessing = Vorschläge für alle Artikel abbrechen
cmd-stop-assessing-help = Das Lesen der Artikel des Ordners abbrechen
cmd-stop-assessing-why-not = Nichts abzubrechen
folder-new-articles =
    { $count ->
        [one] { $count } neuer Artikel im Ordner
       *[other] { $count } neue Artikel im Ordner
    }
folder-data-files = Nicht als Artikel aufgeführt: { $names }
folder-data-files-more = Nicht als Artikel aufgeführt: { $names } und { $count } weitere
cmd-make-project = Diesen Ordner zum Projekt machen
cmd-make-project-help = Dem Ordner Labels, Richtlinien, Wörterlisten und ein Gedächtnis geben, die alle seine Artikel teilen
cmd-make-project-no-folder = Einen Ordner öffnen oder einen Artikel, der in einer Datei steht
cmd-make-project-is-one = Dieser Ordner ist bereits ein Projekt
cmd-make-project-is-part = Dieser Ordner gehört bereits zu einem Projekt
project-made = Dieser Ordner ist jetzt ein Projekt: { $path }

## Exports and imports
exchange-busy = Ein Export oder Import läuft; sein Ende abwarten oder ihn abbrechen
cmd-export = Exportieren…
cmd-export-help = Artikel als Datensatz für andere Werkzeuge exportieren, mit Vorschau
cmd-stop-work = Export oder Import abbrechen
cmd-stop-work-help = Den laufenden Export oder Import abbrechen
cmd-stop-work-why-not = Kein Export oder Import läuft
cmd-last-report = Ausgelassenes anzeigen…
cmd-last-report-help = Anzeigen, was der letzte Export oder Import ausgelassen oder geändert hat
cmd-last-report-why-not = Noch wurde nichts exportiert oder importiert
cmd-export-no-format = Ein Format wählen
cmd-export-none-done = Kein Artikel ist erledigt
cmd-export-no-kind = Mindestens eine Art von Textstellen wählen: angenommene, vorgeschlagene oder abgelehnte
cmd-export-no-label = Mindestens ein Label wählen
exchange-stopped = Abgebrochen; nichts wurde geschrieben oder geöffnet
report-left-out =
    { $count ->
        [one] { $title }; { $count } Element wurde ausgelassen oder geändert
       *[other] { $title }; { $count } Elemente wurden ausgelassen oder geändert
    }
report-more-examples = und { $count } weitere
report-data-file = Daten, kein Artikel
work-exporting = Wird nach { $name } exportiert…
work-reading = Wird gelesen…
work-importing = Wird importiert…
work-percent = { $work } { $percent } %
importing-left-out =
    { $count ->
        [one] { $count } Datei ausgelassen: { $why }
       *[other] { $count } Dateien ausgelassen: { $why }
    }
importing-still-reading = Die Dateien werden noch gelesen
importing-no-articles = Keine Artikel zu importieren
importing-opened-first = Die ersten { $opened } von { $count } Artikeln sind geöffnet; die übrigen liegen im Ordner

## The window, its panes and help
cmd-palette = Befehl suchen…
cmd-palette-help = Jeden Befehl nach seinem Namen suchen
cmd-keys = Tastenkürzel…
cmd-keys-help = Alle Tastenkürzel anzeigen
cmd-tour = Rundgang machen
cmd-tour-help = Die Tasten in fünf Schritten an einem Beispielartikel lernen
cmd-tour-why-not = Es gibt keinen Beispielartikel
cmd-about = Über Copydesk…
cmd-about-help = Version, Lizenzen und die Orte von Einstellungen und nicht gespeicherter Arbeit anzeigen
cmd-theme-system = Erscheinungsbild des Systems
cmd-theme-system-help = Dem Erscheinungsbild des Systems folgen
cmd-theme-light = Helles Erscheinungsbild
cmd-theme-light-help = Das helle Erscheinungsbild verwenden
cmd-theme-dark = Dunkles Erscheinungsbild
cmd-theme-dark-help = Das dunkle Erscheinungsbild verwenden
cmd-text-bigger = Größerer Text
cmd-text-bigger-help = Den Text des Artikels größer anzeigen
cmd-text-smaller = Kleinerer Text
cmd-text-smaller-help = Den Text des Artikels kleiner anzeigen
cmd-text-usual = Textgröße zurücksetzen
cmd-text-usual-help = Den Text des Artikels wieder in der üblichen Größe anzeigen
cmd-column-wider = Breitere Spalte
cmd-column-wider-help = Die Textspalte breiter machen
cmd-column-narrower = Schmalere Spalte
cmd-column-narrower-help = Die Textspalte schmaler machen
cmd-show-articles = Artikelliste
cmd-show-articles-help = Die Artikelliste ein- oder ausblenden
cmd-show-review = Prüfliste
cmd-show-review-help = Die Prüfliste ein- oder ausblenden
cmd-guidelines = Richtlinien zu den Labels
cmd-guidelines-help = Neben dem Artikel ein- oder ausblenden, was jedes Label bedeutet, und die Richtlinien des Projekts
cmd-show-rejected = Abgelehnte Vorschläge
cmd-show-rejected-help = Abgelehnte Vorschläge durchgestrichen anzeigen
cmd-next-pane = Nächster Bereich
cmd-next-pane-help = Zum nächsten Bereich gehen
cmd-previous-pane = Voriger Bereich
cmd-previous-pane-help = Zum vorigen Bereich gehen
cmd-settings = Einstellungen…
cmd-settings-help = Aussehen des Fensters, Tasten und Labels ändern und was aufbewahrt wird
labels-given =
    { $count ->
        [one] { $count } offener Artikel hat jetzt diese Labels
       *[other] { $count } offene Artikel haben jetzt diese Labels
    }
labels-refused = Die Labels von „{ $title }“ konnten nicht geändert werden: { $error }

## Measuring
cmd-activity = Zeit und Aktionen…
cmd-activity-help = Anzeigen, wie viele Aktionen und wie viel Zeit die Textstellen jedes Tages und Artikels gekostet haben
cmd-measures = Meine Arbeit messen
cmd-measures-help = Aktionen, aktive Zeit und entschiedene Textstellen zählen, nur auf diesem Rechner
cmd-delete-activity = Gemessenes löschen…
cmd-delete-activity-help = Alle gezählten Aktionen, Zeiten und Textstellen löschen
activity-deleted = Das Gemessene ist gelöscht
activity-not-written = Zeit und Aktionen konnten nicht geschrieben werden; das wird erneut versucht. { $message }
activity-more-damaged =
    { $count ->
        [one] { $count } weitere Zeile von Zeit und Aktionen war nicht lesbar
       *[other] { $count } weitere Zeilen von Zeit und Aktionen waren nicht lesbar
    }
