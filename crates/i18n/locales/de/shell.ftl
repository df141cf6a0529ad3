# Titles and file types of the system's file dialogs
shell-open-articles = Artikel öffnen
shell-open-folder = Ordner öffnen
shell-save-article = Artikel speichern
shell-import-folder = Artikel im Ordner speichern
shell-export-data-set = Datensatz exportieren nach
shell-name-folder = Neuen Ordner für den Datensatz benennen
shell-add-dictionary = Liste oder Muster hinzufügen
shell-export-dictionary = Wörterliste exportieren nach
shell-export-activity = Zeit und Aktionen exportieren nach
shell-all-files = Alle Dateien
shell-articles = Copydesk-Artikel
shell-article = Copydesk-Artikel
shell-texts = Texte
shell-data-set = Datensatz
shell-dictionaries = Listen und Muster
shell-dictionary = Wörterliste
shell-table = Tabelle

# Folders that cannot be shown
shell-folder-missing = Der Ordner lässt sich nicht anzeigen, es gibt ihn noch nicht: { $path }
shell-folder-no-program = Der Ordner lässt sich nicht anzeigen, kein Programm ist für Ordner eingerichtet: { $path }
shell-folder-failed = Der Ordner lässt sich nicht anzeigen: { $program }: { $error }: { $path }
shell-folder-no-thread = Der Ordner lässt sich nicht anzeigen: { $error }

# What went wrong in the program itself
shell-report-written = { $words }. Der Bericht steht in { $path }
shell-task-stopped = In Copydesk ist ein Fehler aufgetreten, und die Aufgabe wurde abgebrochen: { $words }
shell-task-no-thread = Die Aufgabe konnte nicht beginnen: Das System hat keinen Thread dafür ({ $error }); andere Programme schließen und noch einmal versuchen
shell-thread-ended = er endete sofort

shell-bad-shortcut = „{ $keys }“ ist kein gültiges Tastenkürzel für „{ $command }“ (keys.ron); Schreibweise wie Ctrl+Shift+Z, F3 oder X
