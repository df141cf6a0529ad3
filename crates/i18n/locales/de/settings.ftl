language = Sprache
language-about = Für Menüs, Listen und Meldungen; Artikel werden in ihrer eigenen gelesen
as-the-system = Wie im System
theme = Erscheinungsbild
theme-light = Hell
theme-dark = Dunkel
high-contrast = Hoher Kontrast
high-contrast-about = Schwarz auf Weiß oder Weiß auf Schwarz, mit Rändern um alles
label-colors = Farben der Labels
label-colors-about = Die zweite Auswahl bleibt auch bei Rot-, Grün- oder Blauschwäche unterscheidbar
label-colors-standard = Standard
label-colors-safe = Für Farbenblinde geeignet
reading-face = Leseschrift
text-size = Textgröße
points-suffix = { " " }Punkt
column-width = Spaltenbreite
characters-suffix = { " " }Zeichen
interface-size = Größe der Oberfläche
interface-size-about = Menüs, Listen, Schaltflächen und Text
reduce-motion = Bewegung reduzieren
reduce-motion-about = Nichts gleitet oder blinkt; was sich bewegt, ist sofort da
rejected-suggestions = Abgelehnte Vorschläge
rejected-about = Durchgestrichen an ihrer Stelle
show-rejected-suggestions = Abgelehnte Vorschläge anzeigen
labels-preview = So sehen die Labels im Artikel aus

# Of all dialogs
sheet-close = Schließen
sheet-cancel = Abbrechen
sheet-copy = Kopieren

# The settings window
settings-title = Einstellungen
settings-page-looks = Darstellung
settings-page-keys = Tasten
settings-page-labels = Labels
settings-page-keeping = Arbeit und Dateien
settings-reset-looks = Darstellung zurücksetzen
settings-undo = Rückgängig
settings-redo = Wiederholen

# Who works, and what is kept
settings-annotator = Eigener Name
settings-annotator-about = Steht bei allem, was hier markiert und angenommen wird, und wird nirgendwohin gesendet
settings-learn = Aus Entscheidungen lernen
settings-learn-about = Was angenommen und abgelehnt wird, verändert die nächsten Vorschläge, nur in diesem Ordner
settings-hide-suggestions = Vorschläge ausblenden
settings-hide-suggestions-about = Für Referenzdaten, die kein Vorschlag gelenkt hat, und um zu sehen, wie stark Vorschläge lenken
settings-measure = Arbeit messen
settings-measure-about = Tasten, Klicks und aktive Zeit je Artikel, nur auf diesem Rechner
settings-versions = Frühere Fassungen
settings-versions-about = Von jedem Artikel, wie er früher gespeichert wurde; alte werden zuerst ausgedünnt
settings-versions-suffix = { " " }Fassungen
settings-versions-kept = Anzahl der früheren Fassungen
settings-memory = Speicher für den Import
settings-memory-about = Mehr für sehr große Dateien anderer Programme; was noch mehr braucht, wird nicht gelesen
settings-gigabytes = { $count } GB

# Keys
settings-find-key = Befehl oder Taste suchen
settings-find-key-hint = Befehl oder Taste suchen…
settings-no-such-key = Kein Befehl hat diese Wörter oder diese Taste
settings-key-reset = Zurücksetzen
settings-key-add = Hinzufügen
settings-key-change = Ändern
settings-press-keys = Neue Tasten drücken
settings-keys-reserved = { $keys } ist dem System vorbehalten; andere Tasten drücken
settings-keys-taken = { $keys } gehört zu „{ $command }“
settings-another-command = ein anderer Befehl
settings-take-keys = Hier verwenden
settings-reset-keys = Alle Tasten zurücksetzen

# Labels
settings-reading-labels = Labels werden gelesen…
settings-labels-not-saved = Diese Labels sind noch nicht gespeichert: speichern oder noch einmal Escape drücken, um die Änderungen zu verwerfen
settings-labels-own = Die eigenen Labels, für jeden Text, der geöffnet wird. Gespeicherte Artikel behalten ihre; offene, die diese verwenden, ziehen mit, und das lässt sich dort rückgängig machen.
settings-labels-project = Die Labels des Projekts „{ $project }“, für alle, die daran arbeiten.
settings-labels-given = Auf der Befehlszeile mit --schema angegeben: zum Ändern jene Datei bearbeiten. Hier sind sie nur zu sehen.
settings-labels-differ = Der gezeigte Artikel hat eigene Labels.
settings-use-labels = Diese Labels dort verwenden
settings-new-label = Neues Label
settings-usual-plural = { $name }
settings-delete-label = Löschen
settings-save-labels = Labels speichern
settings-label-order = Reihenfolge
settings-label-up = Nach oben
settings-label-down = Nach unten
settings-label-name = Name
settings-label-in-files = In Dateien: { $id }
settings-label-plural = Name im Plural
settings-label-key = Taste
settings-label-key-about = Der Buchstabe, der Wörter damit markiert
settings-label-color = Farbe
settings-label-looks = Aussehen
settings-label-tint = Farbig hinterlegte Wörter
settings-label-band = Ein Band hinter anderen Labels
settings-label-layer = Ebene
settings-label-layer-about = Labels derselben Ebene überschneiden sich nie; solche verschiedener Ebenen dürfen es
settings-label-guideline = Richtlinie
settings-label-guideline-about = Was damit zu markieren ist und was nicht
settings-attributes = Attribute
settings-attributes-about = Ein Wert, Wörter oder eine Auswahl zu jeder Textstelle
settings-attribute-add = Attribut hinzufügen
settings-attribute-name = Name des Attributs
settings-attribute-remove = { $name } entfernen
settings-attribute-value = Wert
settings-attribute-words = Wörter
settings-attribute-choice = Auswahl
settings-attribute-choices = Auswahl, durch Kommas getrennt
settings-color-blue = Blau
settings-color-green = Grün
settings-color-amber = Bernstein
settings-color-magenta = Magenta
settings-color-teal = Petrol
settings-color-violet = Violett
settings-color-red = Rot
settings-color-gray = Grau
settings-label-needs-name = Jedes Label braucht einen Namen
settings-label-needs-layer = „{ $label }“ braucht eine Ebene
settings-attribute-needs-name = Ein Attribut von „{ $label }“ braucht einen Namen
settings-attribute-needs-choices = Bei „{ $name }“ fehlt, was zur Auswahl steht

# The tour: keys stand as key caps in its sentences
tour-place = { $number } von { $count }
tour-take = Rundgang beginnen
tour-end = Rundgang beenden
tour-back = Zurück
tour-back-help = Den vorigen Schritt noch einmal machen
tour-skip = Überspringen
tour-skip-help = Ohne diesen Schritt weitergehen
tour-open-article = Artikel öffnen…
tour-accepted = Angenommen.
tour-fixed = Berichtigt.
tour-added = Markiert.
tour-undone = Rückgängig gemacht.
tour-exported = Exportiert.
tour-command = „{ $name }“
tour-offer-title = Neu bei Copydesk?
tour-offer = Fünf kurze Schritte an diesem Beispiel zeigen, wie sich ein Artikel mit der Tastatur prüfen lässt. Der Rundgang bleibt im Hilfemenü.
tour-accept-title = Einen Vorschlag annehmen
tour-accept-soon = Vorschläge kommen gleich…
tour-accept-nothing = Mit diesen Labels wird hier nichts vorgeschlagen: diesen Schritt überspringen.
tour-accept = { $next } geht zum nächsten Vorschlag, { $accept } nimmt ihn an. { $reject } würde ihn ablehnen.
tour-fix-title = Einen berichtigen, der nicht ganz stimmt
tour-fix-go = Mit { $next } zu einem Vorschlag gehen oder einen anklicken. Dann sein Ende oder sein Label ändern.
tour-fix-click = Zuerst eine Textstelle anklicken. Dann ihr Ende oder ihr Label ändern.
tour-fix = { $start_out } und { $end_out } machen sie um ein Wort länger, { $start_in } und { $end_in } kürzer. Oder das Label ändern: { $labels }.
tour-add-title = Wörter markieren, die fehlen
tour-add = Wörter auswählen, die nicht markiert sind: mit der Maus darüberziehen oder { $extend } drücken.
tour-add-unselect = Wörter auswählen, die nicht markiert sind: mit der Maus darüberziehen oder { $unselect } und dann { $extend } drücken.
tour-add-label = Jetzt die Taste eines Labels drücken: { $labels }.
tour-undo-title = Es zurücknehmen
tour-undo-nothing = Es gibt noch nichts, was rückgängig zu machen wäre: zurückgehen oder diesen Schritt überspringen.
tour-undo = { $undo } macht den letzten Schritt rückgängig, dann den davor, ohne Grenze. { $redo } wiederholt ihn.
tour-export-title = Das Ergebnis exportieren
tour-export = { $export } zeigt, was ein Datensatz enthalten wird, bevor er geschrieben wird. Erst ein Format wählen, dann einen Namen für die Datei.
tour-end-title = Mehr ist nicht nötig
tour-end-words = { $open } öffnet einen eigenen Artikel, { $folder } einen Ordner davon. { $keys } zeigt alle Tasten, und { $palette } findet jeden Befehl nach seinem Namen.

# The start page
copydesk-description = Personen, Orte, Zahlen und Behauptungen in Nachrichtenartikeln markieren, mit Vorschlägen, die sich über die Tastatur annehmen oder berichtigen lassen
start-open-article = Artikel öffnen…
start-open-folder = Ordner öffnen…
start-opening = Wird geöffnet…
start-drop-hint = Oder Dateien und Ordner irgendwo in dieses Fenster ziehen
start-drop =
    { $count ->
        [one] Loslassen, um { $count } Datei zu öffnen
       *[other] Loslassen, um { $count } Dateien zu öffnen
    }
start-recent = Zuletzt geöffnet
start-open-recent = Öffnen
start-forget-recent = Aus der Liste entfernen
start-samples = Beispiele
start-picture = „{ $line }“, markiert mit: { $labels }

# About Copydesk
about-title = Über Copydesk
about-licenses = Lizenzen
about-licenses-text = Copydesk steht wahlweise unter der Lizenz MIT oder Apache-2.0. Es enthält Schriften, Namenslisten, Daten und Bibliotheken anderer, unter deren eigenen Lizenzen. Im Quelltext nennt Cargo.lock jede Bibliothek und deny.toml deren Lizenzen.
about-show-credits = Mitwirkende anzeigen
about-hide-credits = Mitwirkende ausblenden
about-places = Auf diesem Rechner
about-open-folder = Ordner öffnen
about-copy-path = Pfad kopieren
about-place-settings = Einstellungen
about-place-settings-in-sentence = Einstellungen
about-place-unsaved = Ungespeichertes
about-place-unsaved-in-sentence = Ungespeichertes
about-place-faults = Fehlerberichte
about-place-faults-in-sentence = Fehlerberichte

# The pane of guidelines
guidelines-of-project = Richtlinien: { $project }
guidelines-of-labels = Richtlinien zu den Labels
guidelines-hide = Richtlinien ausblenden
guidelines-annotators = Annotiert von { $names }

# The menu bar, the palette and the page of keys
menu-open-sample = Beispiel öffnen
menu-open-recent = Zuletzt geöffnet
palette-title = Befehl suchen
palette-hint = Befehl suchen…
palette-commands = Befehle
palette-nothing = Kein passender Befehl
palette-small-words = der die das den dem des ein eine einen einem einer dieser diese dieses diesen diesem und copydesk
shortcuts-title = Tastenkürzel
shortcuts-find = Tastenkürzel suchen
shortcuts-hint = Tastenkürzel suchen…
shortcuts-nothing = Kein passendes Tastenkürzel

# Edges of panes
pane-resize-articles = Breite der Artikelliste ändern
pane-resize-review = Breite der Prüfliste ändern
pane-resize-details = Höhe der Einzelheiten ändern
pane-resize-guidelines = Breite der Richtlinien ändern

# The line above an article that is open elsewhere
read-only = Nur zum Lesen: in einem anderen Fenster geöffnet
read-only-by = Nur zum Lesen: in einem anderen Fenster geöffnet · { $who }
read-only-open-anyway = Trotzdem öffnen

# What an export or import left out
left-out-title = Was ausgelassen oder geändert wurde
left-out-nothing = Nichts wurde ausgelassen
left-out-more = und { $count } weitere

# Questions before something that cannot be undone
confirm-save = Speichern
confirm-save-help = Die Änderungen in einer Datei speichern
confirm-keep = Für später behalten
confirm-keep-help = Die Änderungen wiederherstellen, wenn der Artikel das nächste Mal geöffnet wird
confirm-discard = Verwerfen
confirm-discard-help = Die Änderungen gehen endgültig verloren
confirm-the-article = Artikel ohne Titel
confirm-somebody-else = jemand anderes
confirm-close-title = Änderungen an „{ $article }“ vor dem Schließen speichern?
confirm-close = Der Artikel hat nicht gespeicherte Änderungen. Werden sie für später behalten, sind sie beim nächsten Öffnen wieder da.
confirm-quit-title = Änderungen vor dem Beenden speichern?
confirm-quit =
    { $count ->
        [one] Ein Artikel hat nicht gespeicherte Änderungen. Werden sie für später behalten, sind sie beim nächsten Öffnen wieder da.
       *[other] { $count } Artikel haben nicht gespeicherte Änderungen. Werden sie für später behalten, sind sie beim nächsten Öffnen der Artikel wieder da.
    }
confirm-replace-article-title = Es gibt schon einen anderen Artikel mit diesem Namen
confirm-replace-article = Wird er ersetzt, geht alle Arbeit darin verloren. Ersetzt wird nur ein Artikel von Copydesk: { $path }
confirm-save-as = Speichern unter…
confirm-save-as-help = Unter einem anderen Namen speichern
confirm-replace = Ersetzen
confirm-replace-article-help = Der Artikel in jener Datei geht endgültig verloren
confirm-replace-data-set-title = Es gibt schon einen Datensatz mit diesem Namen
confirm-replace-data-set = Wird er ersetzt, wird sein Inhalt gelöscht. Copydesk ersetzt nur Dateien und selbst angelegte Ordner: { $path }
confirm-replace-data-set-help = Sein Inhalt geht endgültig verloren
confirm-delete-activity-title = Messungen löschen?
confirm-delete-activity = Aktionen, Zeiten und Textstellen aller Tage und Artikel werden gelöscht. Die Annotationen bleiben, wie sie sind.
confirm-delete = Löschen
confirm-delete-help = Das lässt sich nicht rückgängig machen
confirm-elsewhere-title = „{ $article }“ ist in einem anderen Fenster geöffnet
confirm-elsewhere = Daran arbeitet gerade { $who }. Hier lässt sich der Artikel lesen oder ebenfalls bearbeiten: Wer als Zweites speichert, wird dann gefragt, was geschehen soll.
confirm-read-only = Nur zum Lesen öffnen
confirm-read-only-help = Den Artikel lesen; hier lässt sich nichts ändern
confirm-open-anyway = Trotzdem öffnen
confirm-open-anyway-help = Auch hier daran arbeiten
confirm-close-help = Den Artikel schließen
confirm-changed-title = Die Datei wurde von einem anderen Programm geändert
confirm-changed = „{ $article }“ hat sich geändert, seit hier zuletzt geöffnet oder gespeichert wurde. Beim Zusammenführen bleibt die eigene Arbeit erhalten, und die fremde kommt hinzu; wo beide dieselben Wörter geändert haben, bleibt die eigene, und beide werden gezeigt.
confirm-changed-why-not = „{ $article }“ hat sich geändert, seit hier zuletzt geöffnet oder gespeichert wurde. { $reason }
confirm-merge = Zusammenführen
confirm-merge-help = Die fremden Änderungen in die eigene Arbeit aufnehmen und speichern
confirm-theirs = Fremde übernehmen
confirm-theirs-help = Die eigene Arbeit durch den Inhalt der Datei ersetzen; Rückgängig bringt sie zurück
confirm-save-copy = Kopie speichern…
confirm-save-copy-help = Die eigene Arbeit unter einem anderen Namen speichern und die Datei lassen, wie sie ist
confirm-overwrite = Überschreiben
confirm-overwrite-help = Die Änderungen des anderen Programms gehen endgültig verloren
