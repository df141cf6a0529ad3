no-data-folder = Für dieses Benutzerkonto gibt es keinen Ordner für Programmdaten
no-settings-folder = Für dieses Benutzerkonto gibt es keinen Ordner für Einstellungen
engine-labels-given = Diese Labels wurden auf der Befehlszeile mit --schema angegeben; bitte jene Datei ändern oder Copydesk ohne diese Angabe starten
engine-folder-empty = In diesem Ordner sind keine Artikel: { $path }
open-other-work = { $file } neben diesem Text enthält Arbeit an einer anderen Fassung davon; zum Ansehen jene Datei öffnen
deed-file-changed = Änderung der Datei von anderswo
deed-reject-as = { $words } als { $label } ablehnen
deed-accept-sure = Vorschläge ab { $percent } % annehmen

## Sicherungsprotokolle

journal-cut = Das Ende des Sicherungsprotokolls dieses Artikels ist beschädigt; die letzten Schritte können fehlen
journal-of-older-file = Die Datei dieses Artikels wurde nach der wiederhergestellten Arbeit geändert; beim Speichern wird gefragt, was geschehen soll
journal-not-begun = Das Sicherungsprotokoll konnte nicht angelegt werden
recovered-without-file = Die Datei dieses Artikels ist nicht mehr da oder enthält andere Arbeit: { $path }

## Frühere Fassungen, und was ein anderes Programm geschrieben hat

engine-version-time =
    { $month ->
        [Jan] { $day }. Jan. { $year }, { $time }
        [Feb] { $day }. Feb. { $year }, { $time }
        [Mar] { $day }. März { $year }, { $time }
        [Apr] { $day }. Apr. { $year }, { $time }
        [May] { $day }. Mai { $year }, { $time }
        [Jun] { $day }. Juni { $year }, { $time }
        [Jul] { $day }. Juli { $year }, { $time }
        [Aug] { $day }. Aug. { $year }, { $time }
        [Sep] { $day }. Sept. { $year }, { $time }
        [Oct] { $day }. Okt. { $year }, { $time }
        [Nov] { $day }. Nov. { $year }, { $time }
       *[Dec] { $day }. Dez. { $year }, { $time }
    }
engine-theirs-no-article = Die Datei ist kein Artikel von Copydesk mehr: { $path }
engine-theirs-unreadable = Die Datei kann nicht gelesen werden: { $error }: { $path }

## Wörterlisten

engine-dictionary-no-file-name = Die Wörterliste konnte nicht umbenannt werden: „{ $name }“ ist kein Dateiname
engine-dictionary-name-taken = Die Wörterliste konnte nicht umbenannt werden: Es gibt schon eine dieses Namens: { $path }
engine-dictionary-has-words = „{ $words }“ steht schon in „{ $list }.txt“
engine-dictionary-words-added = „{ $words }“ zu „{ $list }.txt“ hinzugefügt

## Import und Export

engine-activity-exported = Nach „{ $file }“ exportiert
reported-import-files =
    { $count ->
        [one] { $count } Datei
       *[other] { $count } Dateien
    }
reported-import-opened =
    { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    } mit { $spans ->
        [one] { $spans } Annotation
       *[other] { $spans } Annotationen
    } aus { $file } geöffnet
reported-import-stopped =
    Import abgebrochen; bis dahin geschrieben: { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    } mit { $spans ->
        [one] { $spans } Annotation
       *[other] { $spans } Annotationen
    }: { $folder }
reported-import-written =
    { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    } mit { $spans ->
        [one] { $spans } Annotation
       *[other] { $spans } Annotationen
    } geschrieben: { $folder }
reported-import-span = „{ $words }“ bei { $place } in { $article }
reported-export-written =
    { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    } mit { $spans ->
        [one] { $spans } Textstelle
       *[other] { $spans } Textstellen
    } in { $file } geschrieben
reported-export-span = { $label } „{ $words }“ in { $article }
reported-left-out = ausgelassen
reported-renamed = umbenannt
reported-why-renamed = der Name oder die Kennung war vergeben oder ist einem System vorbehalten
reported-warning = Warnung
engine-preview-binary = Dies ist ein Binärformat; darin gibt es nichts zu lesen
