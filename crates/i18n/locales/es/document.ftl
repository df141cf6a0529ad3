quoted-words = «{ $words }»
deed-mark = etiquetar { $words } como { $label }
deed-accept = aceptar { $words }
deed-reject = rechazar { $words }
deed-restore = recuperar { $words }
deed-remove = quitar { $words }
deed-move-edges = mover los bordes de { $words }
deed-remove-note = quitar la nota de { $words }
deed-edit-note = editar la nota de { $words }
deed-change-attribute =
    { $attribute ->
        [value] cambiar el valor de { $words }
        [speaker] cambiar el hablante de { $words }
        [cue] cambiar la marca de { $words }
        [polarity] cambiar la polaridad de { $words }
       *[other] cambiar { $attribute } de { $words }
    }
deed-article-done = dar el artículo por terminado
deed-article-reopen = reabrir el artículo
deed-remove-flag = quitar la marca del artículo
deed-flag = marcar el artículo para revisión
deed-change-labels = cambiar las etiquetas
deed-merge = combinar los cambios hechos en otro lugar
deed-mark-times =
    { $count ->
        [one] etiquetar { $words } como { $label }
       *[other] etiquetar { $words } como { $label } { $count } veces
    }
deed-reject-times =
    { $count ->
        [one] rechazar { $words }
       *[other] rechazar { $words } { $count } veces
    }
deed-accept-all =
    { $count ->
        [one] aceptar { $count } sugerencia
       *[other] aceptar { $count } sugerencias
    }
deed-mark-all =
    { $count ->
        [one] etiquetar { $count } fragmento como { $label }
       *[other] etiquetar { $count } fragmentos como { $label }
    }
deed-reject-all =
    { $count ->
        [one] rechazar { $count } sugerencia
       *[other] rechazar { $count } sugerencias
    }
deed-remove-all =
    { $count ->
        [one] quitar { $count } anotación
       *[other] quitar { $count } anotaciones
    }
deed-reject-and-remove =
    rechazar { $rejected ->
        [one] { $rejected } sugerencia
       *[other] { $rejected } sugerencias
    } y quitar { $removed ->
        [one] { $removed } anotación
       *[other] { $removed } anotaciones
    }
deed-restore-all =
    { $count ->
        [one] recuperar { $count } sugerencia
       *[other] recuperar { $count } sugerencias
    }
deed-attach = colocar { $words }
deed-drop = descartar { $words }
deed-drop-all =
    { $count ->
        [one] descartar { $count } problema
       *[other] descartar { $count } problemas
    }
edit-error-unknown-label = el esquema no tiene la etiqueta «{ $label }»
edit-error-id-taken = dos anotaciones tienen el identificador { $id }
edit-error-overlaps = se solapa con la anotación { $id } de la misma capa
edit-error-not-as-before = el documento ha cambiado entretanto
edit-error-read-only = el artículo está abierto en otra ventana
merge-error-other-text = los dos archivos contienen textos distintos
merge-error-other-labels = los dos archivos tienen etiquetas distintas
figure-error-empty = una cifra necesita un número
figure-error-no-number = se esperaba un número y se encontró «{ $words }»
figure-error-too-large = el número es demasiado grande
figure-error-falling-range = un intervalo debe ir del número menor al mayor
figure-error-bad-score = un marcador son solo dos números enteros, como 3-1
figure-error-between-one = «between» necesita dos números
figure-error-bad-unit = «{ $words }» no puede ser una unidad
day-short =
    { $month ->
        [1] { $day } ene
        [2] { $day } feb
        [3] { $day } mar
        [4] { $day } abr
        [5] { $day } may
        [6] { $day } jun
        [7] { $day } jul
        [8] { $day } ago
        [9] { $day } sept
        [10] { $day } oct
        [11] { $day } nov
       *[12] { $day } dic
    }

## Por qué se sugiere algo. Un segundo motivo sigue al primero con minúscula inicial.

memory-and-then = { $first }; { $second }
memory-rejected = Rechazado antes
memory-rejected-times =
    { $count ->
        [1] Rechazado una vez antes
        [2] Rechazado dos veces antes
       *[other] Rechazado { $count } veces antes
    }
memory-marked-here =
    { $count ->
        [1] Etiquetado aquí una vez como { $label }
        [2] Etiquetado aquí dos veces como { $label }
       *[other] Etiquetado aquí { $count } veces como { $label }
    }
memory-marked-before =
    { $count ->
        [1] Etiquetado antes una vez como { $label }
        [2] Etiquetado antes dos veces como { $label }
       *[other] Etiquetado antes { $count } veces como { $label }
    }
memory-rejected-where =
    { $count ->
        [1] Rechazado una vez { $place }
        [2] Rechazado dos veces { $place }
       *[other] Rechazado { $count } veces { $place }
    }
memory-first-word = con «{ $word }» como primera palabra
memory-last-word = con «{ $word }» como última palabra
memory-unit = con la unidad «{ $unit }»
memory-pattern = en palabras del mismo tipo
memory-right-before = justo antes de «{ $word }»
memory-right-after = justo después de «{ $word }»
