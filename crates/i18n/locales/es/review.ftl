### Lista de revisión, detalles, barra de estado, lista de artículos y lo que oye de ellos un lector de pantalla.

## Cantidades y progreso

count-to-review = { $count } por revisar
count-accepted =
    { $count ->
        [one] { $count } aceptado
       *[other] { $count } aceptados
    }
count-rejected =
    { $count ->
        [one] { $count } rechazado
       *[other] { $count } rechazados
    }
suggesting-percent = Buscando sugerencias… { $percent } %
progress-suggesting = buscando sugerencias… { $percent } %
progress-spans =
    { $count ->
        [one] { $count } fragmento
       *[other] { $count } fragmentos
    }
progress-done =
    { $count ->
        [one] terminado · { $count } fragmento
       *[other] terminado · { $count } fragmentos
    }
progress-reviewed =
    { $count ->
        [one] revisado · { $count } fragmento
       *[other] revisado · { $count } fragmentos
    }
progress-not-begun = sin empezar
progress-unreadable = no se puede leer
progress-unsaved = { $progress } · sin guardar
work-stop = Detener
confidence-percent = { $percent } %

## Barra de estado

article-opening = Abriendo…
no-article-open = Ningún artículo abierto
status-word = palabra { $at } de { $total }
status-word-encoding = palabra { $at } de { $total } · { $encoding }
status-problems =
    { $count ->
        [one] { $count } problema
       *[other] { $count } problemas
    }
status-problems-about = Marcas que no encajan en el artículo
status-actions-per-span = { $actions } acciones por fragmento
status-doubt-first = primero lo menos seguro
status-possible-misses = posibles omisiones
status-saving = Guardando…
status-unsaved = Sin guardar
status-saved = Guardado
status-no-changes = Sin cambios

## Lista de artículos

articles-list = Artículos
articles-none-match = Ningún artículo coincide
articles-show-all = Mostrar todos los artículos
articles-back-to-review = Volver a la lista de revisión
articles-close-list = Cerrar la lista
articles-row-flagged = { $title }, { $progress }, marcado
articles-unreadable = Este artículo no se puede leer
articles-done =
    { $done ->
        [one] { $done } de { $all } terminado
       *[other] { $done } de { $all } terminados
    }
articles-done-time-left =
    { $done ->
        [one] { $done } de { $all } terminado · quedan unos { $left }
       *[other] { $done } de { $all } terminados · quedan unos { $left }
    }
articles-time-about =
    { $count ->
        [one] Tiempo activo, según { $count } artículo terminado en esta carpeta: { $each } por artículo de media
       *[other] Tiempo activo, según { $count } artículos terminados en esta carpeta: { $each } por artículo de media
    }
time-seconds = { $seconds } s
time-minutes = { $minutes } min
time-hours = { $hours } h
time-hours-minutes = { $hours } h { $minutes } min

## Lista de revisión

review-list = Lista de revisión
review-none-match = Nada coincide con el filtro
review-reading = Buscando sugerencias en el artículo…
review-hidden = Las sugerencias están ocultas; seleccionar palabras y pulsar la tecla de una etiqueta
review-nothing-suggested = Aquí no se sugirió nada; seleccionar palabras y pulsar la tecla de una etiqueta, o buscar lo que se pasó por alto
review-all-rejected = Se rechazaron todas las sugerencias; Deshacer recupera la última, y es posible mostrarlas tachadas
review-show-suggestions = Mostrar sugerencias

## Sus filtros

filter-words-hint = Filtrar…
filter-words = Filtrar por palabras
filter-show-all = Mostrar todo
filter-all-labels = Volver a mostrar todas las etiquetas
filter-only-label = Mostrar solo { $labels }
filter-any-confidence = Toda confianza
filter-at-least = ≥ { $percent } %
filter-confidence = Confianza mínima
filter-confidence-about = Mostrar solo sugerencias con al menos esta confianza

## Qué es un fragmento y qué se hace con él

span-suggested = sugerido
span-accepted = aceptado
span-rejected = rechazado
span-by-hand = etiquetado a mano
span-accept = Aceptar
span-reject = Rechazar
span-remove = Quitar
span-restore = Restaurar
span-next = Siguiente

## Detalles

details-nothing-selected = Nada seleccionado
details-nothing-selected-hint = { $key } lleva a la siguiente sugerencia; un clic en un fragmento del artículo lo selecciona
details-article-done = Artículo terminado
details-article-done-hint = { $next } lleva al artículo siguiente y { $export } exporta
details-nothing-left = Nada más que revisar
details-nothing-left-hint = { $search } busca lo que se pasó por alto y { $done } da el artículo por terminado
details-possible-miss = Posible omisión
# Nombres de filas: hay sitio para unas diez letras.
details-words = Texto
details-may-be = Quizá
details-why = Motivo
details-state = Estado
details-in-claim = Afirmación
details-same-as = Igual que
details-differs = Difiere
details-guess = { $name }, { $percent } %
details-candidate-hint = { $accept } lo etiqueta así; la tecla de una etiqueta, como otra cosa; { $remove } lo descarta y { $next } sigue adelante
details-quoted = «{ $words }»
details-accepted-from = aceptado · sugerido por { $by }, { $percent } %
details-imported-from = importado de { $from }
details-suggested = sugerido por { $by }
details-suggested-sure = sugerido por { $by } · { $percent } %
details-a-suggester = un sugeridor
details-in-paragraph = «{ $words }» en el párrafo { $paragraph }
details-differs-from = de «{ $words }» en el párrafo { $paragraph } ({ $noun })
details-change-to = Cambiar a { $label }
details-mark-as = Etiquetar como { $label }

## Varias líneas seleccionadas

chosen-count =
    { $count ->
        [one] { $count } seleccionado
       *[other] { $count } seleccionados
    }
chosen-to-review = Por revisar
chosen-accepted = Aceptados
chosen-rejected = Rechazados
chosen-back = { $key } vuelve a una sola línea

## Datos: atributos y notas

fact-note = Nota
fact-none = sin indicar
fact-press-to-add = { $key } para añadir
fact-edit = Editar { $name }
fact-type-or-choose = Escribir o elegir…
fact-new-line = Shift+Enter para una línea nueva
fact-empty-removes = Si se guarda vacío, se elimina
fact-understood-as = Se entiende como { $value }
fact-saving-accepts = Al guardar se acepta la sugerencia
fact-not-a-value = no es un valor válido: { $why }
fact-not-one-of = no es ninguna de las opciones { $choices }
fact-not-understood = Sin cambios en { $title }: «{ $words }» { $why }

## La tarjeta junto a un fragmento: qué hacen sus teclas

card-suggested-sure = sugerido · { $percent } %
card-accept = aceptar
card-reject = rechazar
card-next = siguiente
card-remove = quitar
card-restore = restaurar
card-edges = bordes
card-note = nota

## Archivos y carpetas

place-copy-path = Copiar la ruta
place-show-in-folder = Mostrar en la carpeta

## Avisos

notices-more = { $count } más
notices-close = Cerrar aviso: { $text }

## Lo que dice un lector de pantalla

speech-article = Artículo: { $title }
speech-suggested-sure = sugerido, { $percent } %
overview-about =
    { $count ->
        [one] Dónde está { $count } sugerencia pendiente
       *[other] Dónde están { $count } sugerencias pendientes
    }
list-place = { $name }, { $place } de { $count }
announce-dialog = { $title }, diálogo
announce-saved = Guardado: { $name }
announce-undone = Deshecho: { $step }
announce-redone = Rehecho: { $step }
# El nombre de un paso empieza por su verbo, en infinitivo.
announce-done =
    { $verb ->
        [aceptar] Aceptado:{ $rest }
        [cambiar] Cambiado:{ $rest }
        [descartar] Descartado:{ $rest }
        [editar] Editado:{ $rest }
        [eliminar] Eliminado:{ $rest }
        [etiquetar] Etiquetado:{ $rest }
        [mover] Movido:{ $rest }
        [quitar] Quitado:{ $rest }
        [rechazar] Rechazado:{ $rest }
        [restaurar] Restaurado:{ $rest }
       *[other] Hecho: { $verb }{ $rest }
    }
