undo = Rückgängig
undo-named = Rückgängig: { $name }

## Menus and sections

menu-file = Datei
menu-edit = Bearbeiten
menu-annotate = Markieren
menu-review = Prüfen
menu-view = Ansicht
menu-help = Hilfe
section-reading = Lesen und auswählen
section-labeling = Markieren
section-reviewing = Prüfen
section-files = Dateien
section-view = Ansicht und Hilfe

## Reading and selecting

cmd-select-sentence = Satz auswählen
cmd-select-sentence-help = Den Satz an der Schreibmarke auswählen; noch einmal drücken für den Absatz
cmd-select-all = Alles auswählen
cmd-select-all-help = Den ganzen Artikel auswählen
cmd-unselect = Auswahl aufheben
cmd-unselect-help = Auswahl und Fokus aufheben oder sonst die Suche beenden
cmd-copy = Kopieren
cmd-copy-help = Die Auswahl oder die Textstelle im Fokus kopieren
cmd-find = Im Artikel suchen…
cmd-find-help = Den Artikel oder nur seine Textstellen durchsuchen
cmd-find-next = Weitersuchen
cmd-find-next-help = Zum nächsten Treffer gehen
cmd-find-previous = Rückwärts weitersuchen
cmd-find-previous-help = Zum vorherigen Treffer gehen
cmd-grow-selection = Auswahl vergrößern
cmd-grow-selection-help = Das Wort an der Schreibmarke auswählen, dann Wortgruppe, Teilsatz, Satz und Absatz
cmd-grow-selection-why-not = Hier lässt sich nichts Größeres auswählen
cmd-shrink-selection = Auswahl verkleinern
cmd-shrink-selection-help = Den Teilsatz auswählen, dann Wortgruppe und Wort an der Schreibmarke
cmd-shrink-selection-why-not = Hier lässt sich nichts Kleineres auswählen
cmd-copy-why-not = Zuerst Wörter auswählen
cmd-find-next-why-not = Keine Treffer; Ctrl+F drücken, um zu suchen
# Each of these is the way in the four messages after them
cmd-caret-word-back = ein Wort zurück
cmd-caret-word-forward = ein Wort weiter
cmd-caret-character-back = ein Zeichen zurück
cmd-caret-character-forward = ein Zeichen weiter
cmd-caret-sentence-back = einen Satz zurück
cmd-caret-sentence-forward = einen Satz weiter
cmd-caret-article-start = zum Anfang des Artikels
cmd-caret-article-end = zum Ende des Artikels
cmd-caret-line-up = eine Zeile nach oben
cmd-caret-line-down = eine Zeile nach unten
cmd-caret-line-start = zum Anfang der Zeile
cmd-caret-line-end = zum Ende der Zeile
cmd-caret-page-up = eine Seite nach oben
cmd-caret-page-down = eine Seite nach unten
cmd-move = Schreibmarke { $way } bewegen
cmd-move-help = Die Schreibmarke { $way } bewegen
cmd-extend-selection = Auswahl { $way } erweitern
cmd-extend-selection-help = Die Auswahl { $way } erweitern

## Labeling

cmd-accept = Annehmen
cmd-accept-help = Den Vorschlag im Fokus oder an der Schreibmarke annehmen und zum nächsten gehen
cmd-remove = Ablehnen oder entfernen
cmd-remove-help = Den Vorschlag im Fokus oder an der Schreibmarke ablehnen oder die Annotation dort entfernen
cmd-remove-candidate = Mögliche Auslassung ablehnen
cmd-remove-suggestion = Vorschlag ablehnen
cmd-remove-annotation = Annotation entfernen
cmd-label-why-not = Wörter auswählen oder die Schreibmarke in eines setzen
cmd-accept-why-all-done = Schon angenommen, und es ist nichts mehr zu prüfen
cmd-accept-why-none = Zuerst einen Vorschlag auswählen: Tab drücken
cmd-remove-why-rejected = Schon abgelehnt; Enter drücken, um es wiederherzustellen
cmd-span-why-rejected = Abgelehnt; Enter drücken, um es wiederherzustellen
cmd-label = Als { $label } markieren
cmd-label-help = Die Auswahl, die Textstelle im Fokus oder das Wort an der Schreibmarke als { $label } markieren
cmd-start-back = Anfang ein Wort zurückrücken
cmd-start-back-help = Die Textstelle am Anfang um ein Wort verlängern
cmd-start-forward = Anfang ein Wort vorrücken
cmd-start-forward-help = Die Textstelle am Anfang um ein Wort verkürzen
cmd-end-forward = Ende ein Wort vorrücken
cmd-end-forward-help = Die Textstelle am Ende um ein Wort verlängern
cmd-end-back = Ende ein Wort zurückrücken
cmd-end-back-help = Die Textstelle am Ende um ein Wort verkürzen
cmd-replaced-words = { $words } ersetzt
cmd-replaced-words-and = { $before } und { $last }

## The same words everywhere

cmd-everywhere = Gleiche Wörter überall…
cmd-everywhere-help = Die gleichen Wörter überall wie die Textstelle im Fokus markieren; vorher wird gezeigt, wo
cmd-remove-everywhere = Überall ablehnen oder entfernen…
cmd-remove-everywhere-help = Die gleichen Wörter überall ablehnen oder entfernen, wo sie dieses Label haben; vorher wird gezeigt, wo
cmd-everywhere-no-words = Darin stehen keine Wörter, nach denen sich suchen ließe
cmd-label-everywhere = Überall als { $label } markieren…
cmd-label-everywhere-help = Die gleichen Wörter überall als { $label } markieren; vorher wird gezeigt, wo
cmd-everywhere-nowhere-else = { $words } steht in diesem Artikel sonst nirgends
cmd-everywhere-not-changed = „{ $title }“ wurde nicht geändert: { $why }
cmd-everywhere-marked = { $places ->
        [one] Einmal
       *[other] { $places }-mal
    }{ $articles ->
        [one] { "" }
       *[other] { " " }in { $articles } Artikeln
    } als { $label } markiert
cmd-everywhere-removed = { $places ->
        [one] Einmal
       *[other] { $places }-mal
    }{ $articles ->
        [one] { "" }
       *[other] { " " }in { $articles } Artikeln
    } abgelehnt oder entfernt
cmd-everywhere-accepted = { $places ->
        [one] { $places } Vorschlag
       *[other] { $places } Vorschläge
    }{ $articles ->
        [one] { "" }
       *[other] { " " }in { $articles } Artikeln
    } angenommen
cmd-together-undone = Auch in { $count ->
        [one] { $count } anderen Artikel
       *[other] { $count } anderen Artikeln
    } rückgängig gemacht
cmd-together-not-undone =
    { $count ->
        [one] In { $count } anderen Artikel mit neuerer Arbeit nicht rückgängig gemacht
       *[other] In { $count } anderen Artikeln mit neuerer Arbeit nicht rückgängig gemacht
    }
cmd-together-partly-undone = Auch in { $count ->
        [one] { $count } anderen Artikel
       *[other] { $count } anderen Artikeln
    } rückgängig gemacht; { $left ->
        [one] { $left } mit neuerer Arbeit behielt seinen Stand
       *[other] { $left } mit neuerer Arbeit behielten ihren Stand
    }
cmd-together-redone = Auch in { $count ->
        [one] { $count } anderen Artikel
       *[other] { $count } anderen Artikeln
    } wiederholt
cmd-together-not-redone =
    { $count ->
        [one] In { $count } anderen Artikel mit neuerer Arbeit nicht wiederholt
       *[other] In { $count } anderen Artikeln mit neuerer Arbeit nicht wiederholt
    }
cmd-together-partly-redone = Auch in { $count ->
        [one] { $count } anderen Artikel
       *[other] { $count } anderen Artikeln
    } wiederholt; { $left ->
        [one] { $left } mit neuerer Arbeit behielt seinen Stand
       *[other] { $left } mit neuerer Arbeit behielten ihren Stand
    }

## In the whole folder

cmd-accept-sure = Sichere Vorschläge annehmen…
cmd-accept-sure-help = Alle Vorschläge ab 95 % annehmen, hier oder im ganzen Ordner; vorher werden sie gezeigt
cmd-undo-in-folder = Im Ordner rückgängig machen
cmd-undo-in-folder-help = Zurücknehmen, was zuletzt in vielen Artikeln des Ordners zugleich getan wurde
cmd-redo-in-folder = Im Ordner wiederholen
cmd-redo-in-folder-help = Noch einmal tun, was zuletzt in vielen Artikeln des Ordners zurückgenommen wurde
cmd-folder-deed-stopped = Angehalten; keine Datei wurde geändert
cmd-turn-in-folder-why-working = Das geschieht gerade
cmd-undo-in-folder-why-not = Im Ordner als Ganzem wurde nichts getan
cmd-redo-in-folder-why-not = Im Ordner als Ganzem wurde nichts rückgängig gemacht
cmd-undo-in-folder-named = Im Ordner rückgängig machen: { $name }
cmd-redo-in-folder-named = Im Ordner wiederholen: { $name }
cmd-folder-deed-undone = In { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikeln
    } rückgängig gemacht: { $name }
cmd-folder-deed-redone = In { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikeln
    } wiederholt: { $name }

## Several lines of the review list

cmd-several-why-accepted = Schon angenommen
cmd-several-why-rejected = Schon abgelehnt; Enter drücken, um sie wiederherzustellen
cmd-several-why-not-one = Mehrere Textstellen sind ausgewählt; Escape drücken, um zu einer zurückzukehren
cmd-accept-several =
    { $count ->
        [one] { $count } Vorschlag annehmen
       *[other] { $count } Vorschläge annehmen
    }
cmd-restore-several =
    { $count ->
        [one] { $count } Vorschlag wiederherstellen
       *[other] { $count } Vorschläge wiederherstellen
    }
cmd-reject-several =
    { $count ->
        [one] { $count } Vorschlag ablehnen
       *[other] { $count } Vorschläge ablehnen
    }
cmd-remove-several =
    { $count ->
        [one] { $count } Annotation entfernen
       *[other] { $count } Annotationen entfernen
    }
cmd-reject-and-remove-several = { $suggestions ->
        [one] { $suggestions } Vorschlag
       *[other] { $suggestions } Vorschläge
    } ablehnen und { $annotations ->
        [one] { $annotations } Annotation
       *[other] { $annotations } Annotationen
    } entfernen
cmd-label-several =
    { $count ->
        [one] { $count } Textstelle als { $label } markieren
       *[other] { $count } Textstellen als { $label } markieren
    }
cmd-accepted-several =
    { $count ->
        [one] { $count } Vorschlag angenommen
       *[other] { $count } Vorschläge angenommen
    }
cmd-restored-several =
    { $count ->
        [one] { $count } Vorschlag wiederhergestellt
       *[other] { $count } Vorschläge wiederhergestellt
    }
cmd-rejected-several =
    { $count ->
        [one] { $count } Vorschlag abgelehnt
       *[other] { $count } Vorschläge abgelehnt
    }
cmd-removed-several =
    { $count ->
        [one] { $count } Annotation entfernt
       *[other] { $count } Annotationen entfernt
    }
cmd-rejected-and-removed-several = { $suggestions ->
        [one] { $suggestions } Vorschlag
       *[other] { $suggestions } Vorschläge
    } abgelehnt und { $annotations ->
        [one] { $annotations } Annotation
       *[other] { $annotations } Annotationen
    } entfernt
cmd-labeled-several =
    { $count ->
        [one] { $count } Textstelle markiert
       *[other] { $count } Textstellen markiert
    }
cmd-done-with-left = { $done }; { $left ->
        [one] { $left } überschneidet sich mit einer anderen Annotation und blieb unverändert
       *[other] { $left } überschneiden sich mit anderen Annotationen und blieben unverändert
    }
cmd-done-with-undo = { $done }; Ctrl+Z drücken, um es rückgängig zu machen

## Dictionaries

cmd-dictionaries = Wörterlisten…
cmd-dictionaries-help = Eigene Wörterlisten und Muster verwalten, deren Treffer in jedem Artikel vorgeschlagen werden
cmd-add-to-dictionary = In eine Wörterliste aufnehmen
cmd-add-to-dictionary-help = Diese Wörter in die eigene Liste für ihr Label aufnehmen: Sie werden in jedem Artikel vorgeschlagen
cmd-add-words-to-list = { $words } in die eigene Liste für { $labels } aufnehmen
cmd-add-to-list = In die eigene Liste für { $labels } aufnehmen
cmd-add-to-list-help = Diese Wörter in die eigene Liste für { $labels } aufnehmen: Sie werden in jedem Artikel vorgeschlagen

## What the suggestions miss

cmd-next-candidate = Nächste mögliche Auslassung
cmd-next-candidate-help = Wörter auswählen, die ein fehlender Name oder eine fehlende Zahl sein können; die wahrscheinlichsten zuerst
cmd-previous-candidate = Vorherige mögliche Auslassung
cmd-previous-candidate-help = Zurück zu den Wörtern davor, die ein fehlender Name oder eine fehlende Zahl sein können
cmd-candidate-why-hidden = Die Vorschläge sind ausgeblendet
cmd-candidate-why-none = Keine weiteren Wörter sehen nach einem Namen oder einer Zahl aus
cmd-candidates-end = Keine Wörter mehr, die nach einem fehlenden Namen oder einer fehlenden Zahl aussehen

## Letters to go to

cmd-hints = Per Buchstabe hingehen
cmd-hints-help = Bei jedem Vorschlag und jeder möglichen Auslassung im Bild einen Buchstaben zeigen; ihn tippen, um hinzugehen
cmd-hints-why-not = Im Bild ist nichts, wohin man gehen könnte

## Finishing an article

cmd-accept-and-finish = Den Rest annehmen und abschließen
cmd-accept-and-finish-help = Annehmen, was übrig ist, wenn alles davon im Bild ist, den Artikel als erledigt kennzeichnen und zum nächsten gehen
cmd-accept-and-finish-why-done = Der Artikel ist erledigt
cmd-accept-and-finish-why-none = Nichts mehr anzunehmen; Space drücken, um den Artikel als erledigt zu kennzeichnen
cmd-accept-and-finish-why-off-screen = Einige Vorschläge sind noch nicht im Bild; nach unten blättern
cmd-accepted-and-finished =
    { $count ->
        [one] { $count } Vorschlag angenommen; „{ $title }“ ist erledigt
       *[other] { $count } Vorschläge angenommen; „{ $title }“ ist erledigt
    }

## Learning from decisions

cmd-learn = Aus Entscheidungen lernen
cmd-learn-help = Was angenommen, abgelehnt und markiert wird, beeinflusst die nächsten Vorschläge
cmd-blind = Vorschläge ausblenden
cmd-blind-help = Keine Vorschläge zeigen: für einen Goldstandard, den sie nicht beeinflusst haben
cmd-forget = Gelerntes vergessen
cmd-forget-help = Vorschlagen, als wäre nichts entschieden worden; Annotationen bleiben, wie sie sind
cmd-forget-why-not = Noch wurde nichts gelernt
cmd-recall = Gelerntes zurückholen
cmd-recall-help = Wieder lernen, was zuletzt vergessen wurde
cmd-recall-why-not = Nichts wurde vergessen
cmd-recalled = Das Gelernte ist wieder da
cmd-forgotten =
    { $count ->
        [one] Vergessen, was aus { $count } Artikel gelernt wurde
       *[other] Vergessen, was aus { $count } Artikeln gelernt wurde
    }

## The start of the program

cmd-articles-brought-back =
    { $count ->
        [one] Ein Artikel mit nie gespeicherter Arbeit wurde zurückgeholt
       *[other] { $count } Artikel mit nie gespeicherter Arbeit wurden zurückgeholt
    }

## Going on to another article

cmd-next-article = Nächster Artikel
cmd-next-article-help = Zum nächsten Artikel in der Liste gehen
cmd-previous-article = Vorheriger Artikel
cmd-previous-article-help = Zum vorherigen Artikel in der Liste gehen
cmd-next-article-why-not = Nur ein Artikel ist geöffnet
cmd-all-articles-done = Alle Artikel sind erledigt
cmd-no-article-left-to-review = Kein anderer Artikel in der Liste ist noch zu prüfen
cmd-no-other-article = Kein anderer Artikel in der Liste

## Search over many articles

cmd-search = In allen Artikeln suchen…
cmd-search-help = Texte oder Annotationen aller Artikel durchsuchen, ob geöffnet oder im Ordner
cmd-search-closed-article = Ein Artikel, der geschlossen wurde

## Notes and values

cmd-note = Notiz hinzufügen
cmd-note-help = Der Textstelle im Fokus eine Notiz hinzufügen oder diese bearbeiten
cmd-attribute = Wert oder Sprecher bearbeiten
cmd-attribute-help = Den Wert der Zahl oder den Sprecher der Behauptung bearbeiten
cmd-attribute-why-not = Textstellen mit diesem Label haben keine Attribute

## Merging with the file

cmd-merge-why-reading = Die Datei wird gelesen…
cmd-merge-why-not-read = Die Datei wurde nicht gelesen
cmd-undo-take-file = Fassung aus der Datei übernehmen
cmd-merge-taken = Die eigene Fassung wurde durch die in der Datei ersetzt; rückgängig machen, um die eigene zurückzubekommen
cmd-merge-failed = Zusammenführen nicht möglich: { $why }
cmd-merged-nothing = Die Datei enthielt nichts Neues
cmd-merged =
    { $count ->
        [one] { $count } Änderung aus der Datei übernommen
       *[other] { $count } Änderungen aus der Datei übernommen
    }
cmd-undo-take-theirs = die andere Fassung übernehmen
cmd-undo-take-theirs-of = die andere Fassung von { $words } übernehmen
cmd-undo-keep-mine = die eigene Fassung behalten
cmd-undo-keep-mine-of = die eigene Fassung von { $words } behalten

## Reviewing

cmd-clear-filter = Alles anzeigen
cmd-clear-filter-help = Den Filter aufheben
cmd-clear-filter-why-not = Kein Filter ist gesetzt
cmd-undo-help = Rückgängig machen (unbegrenzt)
cmd-redo = Wiederholen
cmd-redo-help = Wiederholen, was rückgängig gemacht wurde
cmd-next-open = Nächster Vorschlag
cmd-next-open-help = Zum nächsten offenen Vorschlag gehen
cmd-previous-open = Vorheriger Vorschlag
cmd-previous-open-help = Zum vorherigen offenen Vorschlag gehen
cmd-next-doubtful = Nächster unsicherster Vorschlag
cmd-next-doubtful-help = Die unsichersten Vorschläge zuerst prüfen, bis Tab oder Escape
cmd-accept-all = Alles im Bild annehmen
cmd-accept-all-help = Alles im Bild annehmen, oder alles, was der Filter zeigt, und umblättern; ein einziger Schritt zum Rückgängigmachen
cmd-accept-all-why-not = Keine offenen Vorschläge im Bild
cmd-done = Artikel erledigt
cmd-done-help = Als erledigt kennzeichnen und zum nächsten Artikel gehen; noch einmal drücken, um ihn wieder zu öffnen
cmd-mark = Zum Prüfen merken
cmd-mark-help = Den Artikel zum Prüfen merken oder das Merkzeichen entfernen
cmd-undo-why-in-folder = Hier ist nichts rückgängig zu machen; Bearbeiten > Im Ordner rückgängig machen nimmt alles zurück
cmd-undo-why-not = Nichts rückgängig zu machen
cmd-redo-why-in-folder = Hier ist nichts zu wiederholen; Bearbeiten > Im Ordner wiederholen wiederholt alles
cmd-redo-why-not = Nichts zu wiederholen
cmd-next-open-why-not = Nichts mehr zu prüfen
cmd-review-end-filtered = Mit diesem Filter ist nichts mehr zu prüfen
cmd-review-end = Alle Vorschläge geprüft; Space drücken, um den Artikel als erledigt zu kennzeichnen
cmd-redo-named = Wiederholen: { $name }
cmd-filter-label = Nur { $labels } anzeigen
cmd-filter-label-help = Alles andere als { $labels } ausblenden; noch einmal wählen, um alles anzuzeigen
cmd-accept-all-on-screen = Alles im Bild annehmen ({ $count })
cmd-accept-all-filtered = Alles zum Filter Passende annehmen ({ $count })
cmd-done-with-end = { $done }. { $end }
