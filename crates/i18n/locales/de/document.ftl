quoted-words = „{ $words }“
deed-mark = { $words } als { $label } markieren
deed-accept = { $words } annehmen
deed-reject = { $words } ablehnen
deed-restore = { $words } wiederherstellen
deed-remove = { $words } entfernen
deed-move-edges = Ränder von { $words } verschieben
deed-remove-note = Notiz zu { $words } entfernen
deed-edit-note = Notiz zu { $words } bearbeiten
deed-change-attribute =
    { $attribute ->
        [value] Wert von { $words } ändern
        [speaker] Sprecher von { $words } ändern
        [cue] Signalwort von { $words } ändern
        [polarity] Polarität von { $words } ändern
       *[other] { $attribute } von { $words } ändern
    }
deed-article-done = Artikel als erledigt kennzeichnen
deed-article-reopen = Artikel wieder öffnen
deed-remove-flag = Merkzeichen entfernen
deed-flag = Artikel zur Prüfung merken
deed-change-labels = Labels ändern
deed-merge = anderswo gemachte Änderungen zusammenführen
deed-mark-times =
    { $count ->
        [one] { $words } als { $label } markieren
       *[other] { $words } { $count }-mal als { $label } markieren
    }
deed-reject-times =
    { $count ->
        [one] { $words } ablehnen
       *[other] { $words } { $count }-mal ablehnen
    }
deed-accept-all =
    { $count ->
        [one] { $count } Vorschlag annehmen
       *[other] { $count } Vorschläge annehmen
    }
deed-mark-all =
    { $count ->
        [one] { $count } Textstelle als { $label } markieren
       *[other] { $count } Textstellen als { $label } markieren
    }
deed-reject-all =
    { $count ->
        [one] { $count } Vorschlag ablehnen
       *[other] { $count } Vorschläge ablehnen
    }
deed-remove-all =
    { $count ->
        [one] { $count } Annotation entfernen
       *[other] { $count } Annotationen entfernen
    }
deed-reject-and-remove =
    { $rejected ->
        [one] { $rejected } Vorschlag
       *[other] { $rejected } Vorschläge
    } ablehnen und { $removed ->
        [one] { $removed } Annotation
       *[other] { $removed } Annotationen
    } entfernen
deed-restore-all =
    { $count ->
        [one] { $count } Vorschlag wiederherstellen
       *[other] { $count } Vorschläge wiederherstellen
    }
deed-attach = { $words } zuordnen
deed-drop = { $words } verwerfen
deed-drop-all =
    { $count ->
        [one] { $count } Problem verwerfen
       *[other] { $count } Probleme verwerfen
    }
edit-error-unknown-label = das Schema hat kein Label „{ $label }“
edit-error-id-taken = zwei Annotationen haben die Kennung { $id }
edit-error-overlaps = es überschneidet sich mit Annotation { $id } derselben Ebene
edit-error-not-as-before = das Dokument hat sich inzwischen geändert
edit-error-read-only = der Artikel ist in einem anderen Fenster geöffnet
merge-error-other-text = die beiden Dateien enthalten verschiedene Texte
merge-error-other-labels = die beiden Dateien haben verschiedene Labels
figure-error-empty = zu einem Zahlenwert gehört eine Zahl
figure-error-no-number = statt einer Zahl steht hier „{ $words }“
figure-error-too-large = die Zahl ist zu groß
figure-error-falling-range = eine Spanne muss von der kleineren zur größeren Zahl gehen
figure-error-bad-score = ein Spielstand besteht nur aus zwei ganzen Zahlen, zum Beispiel 3-1
figure-error-between-one = „between“ braucht zwei Zahlen
figure-error-bad-unit = „{ $words }“ kann keine Einheit sein
day-short =
    { $month ->
        [1] { $day }. Jan.
        [2] { $day }. Feb.
        [3] { $day }. März
        [4] { $day }. Apr.
        [5] { $day }. Mai
        [6] { $day }. Juni
        [7] { $day }. Juli
        [8] { $day }. Aug.
        [9] { $day }. Sept.
        [10] { $day }. Okt.
        [11] { $day }. Nov.
       *[12] { $day }. Dez.
    }

## Warum etwas vorgeschlagen wird. Ein zweiter Grund folgt dem ersten mit kleinem Anfangsbuchstaben, darf also
## nicht mit einem Hauptwort beginnen.

memory-and-then = { $first }; { $second }
memory-rejected = Früher abgelehnt
memory-rejected-times =
    { $count ->
        [1] Früher einmal abgelehnt
        [2] Früher zweimal abgelehnt
       *[other] Früher { $count }-mal abgelehnt
    }
memory-marked-here =
    { $count ->
        [1] Hier einmal als { $label } markiert
        [2] Hier zweimal als { $label } markiert
       *[other] Hier { $count }-mal als { $label } markiert
    }
memory-marked-before =
    { $count ->
        [1] Früher einmal als { $label } markiert
        [2] Früher zweimal als { $label } markiert
       *[other] Früher { $count }-mal als { $label } markiert
    }
memory-rejected-where =
    { $count ->
        [1] Einmal abgelehnt { $place }
        [2] Zweimal abgelehnt { $place }
       *[other] Schon { $count }-mal abgelehnt { $place }
    }
memory-first-word = mit „{ $word }“ als erstem Wort
memory-last-word = mit „{ $word }“ als letztem Wort
memory-unit = mit der Einheit „{ $unit }“
memory-pattern = in Wörtern nach demselben Muster
memory-right-before = direkt vor „{ $word }“
memory-right-after = direkt nach „{ $word }“
