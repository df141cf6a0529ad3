# In several dialogs.
decimal-mark = ,

# The import dialog.
import-reading = Leyendo…
import-predictions =
    { $count ->
        [one] Importar { $count } predicción como anotación
       *[other] Importar { $count } predicciones como anotaciones
    }
import-not-read = No se pudo leer
import-copydesk-article = Artículo de Copydesk
import-detected = { $names } (detectado)
import-detect = Detectar automáticamente
import-format = Formato
import-several-formats = Coinciden varios formatos; hay que elegir uno: { $names }
import-title = Importar { $name }
import-title-many = Importar { $count } elementos
import-counts =
    { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } con { $spans ->
        [one] { $spans } fragmento
       *[other] { $spans } fragmentos
    }
import-unlisted =
    { $count ->
        [one] Se omitirá { $count } fragmento cuya etiqueta no está en la lista
       *[other] Se omitirán { $count } fragmentos cuyas etiquetas no están en la lista
    }
import-labels = Etiquetas
import-label-spoken =
    { $count ->
        [one] { $label }, { $count } fragmento, por ejemplo «{ $example }»
       *[other] { $label }, { $count } fragmentos, por ejemplo «{ $example }»
    }
import-no-match = Sin equivalente
import-left-out = Se omite
import-leave-out = Omitir
import-becomes = { $label } pasa a ser { $ours }
import-is-left-out = { $label } se omite
import-destination = Destino
import-open-here = Abrir aquí
import-save-in-folder = Guardar como archivos de artículo en una carpeta…
import-too-many-to-open = Solo se pueden abrir 50 artículos a la vez; estos se pueden guardar en una carpeta
import-import = Importar
import-open-articles =
    { $count ->
        [one] Abrir { $count } artículo
       *[other] Abrir { $count } artículos
    }
import-save-articles =
    { $count ->
        [one] Guardar { $count } artículo…
       *[other] Guardar { $count } artículos…
    }

# The export dialog.
export-title = Exportar
export-find-format = Buscar un formato
export-find-format-hint = Buscar un formato…
export-no-formats = Ningún formato coincide
export-formats = Formatos
export-choose-format = Elegir un formato
export-folder = carpeta
export-about-file = { $about }. Escribe un solo archivo .{ $extension }.
export-about-folder = { $about }. Escribe una carpeta de archivos.
export-files = Archivos
# The files are called train, dev and test in all languages.
export-split = Dividir en train, dev, test
export-dev = dev
export-test = test
export-percent-for = Porcentaje para { $name }
export-one-each = Un archivo por artículo
export-articles = Artículos
export-this-one = Solo este
export-all-in-folder = Los { $count } de la carpeta
export-done-in-folder =
    { $count ->
        [one] { $count } terminado en la carpeta
       *[other] { $count } terminados en la carpeta
    }
export-all-open = Los { $count } abiertos
export-done =
    { $count ->
        [one] { $count } terminado
       *[other] { $count } terminados
    }
export-spans = Fragmentos
export-accepted =
    { $count ->
        [one] { $count } aceptado
       *[other] { $count } aceptados
    }
export-suggested =
    { $count ->
        [one] { $count } sugerido
       *[other] { $count } sugeridos
    }
export-rejected =
    { $count ->
        [one] { $count } rechazado
       *[other] { $count } rechazados
    }
export-all-accepted = Todos los aceptados
export-all-suggested = Todos los sugeridos
export-all-rejected = Todos los rechazados
export-no-such-spans = Aún no hay fragmentos así: solo se exporta el texto
export-labels = Etiquetas
export-export = Exportar…

# The preview in the export dialog.
preview-title = Vista previa
preview-preparing = Preparando la vista previa…
preview-no-article = No hay ningún artículo que exportar; se pueden elegir otros arriba
preview-in-total = … { $size } en total
preview-of = Vista previa de { $name }
preview-no-loss = No se perderá nada
preview-no-loss-of = No se perderá nada de { $title }; el informe cuenta todos los artículos
preview-losses = Lo que este formato no puede contener
preview-losses-of = Lo que este formato no puede contener de { $title }
preview-kilobytes = { $size } kB
preview-megabytes = { $size } MB

# The dialog of places where the same words stand. Where articles is 0, only one article is changed.
everywhere-title-sure = Aceptar sugerencias con un mínimo del { $percent } %
everywhere-title-mark = Etiquetar «{ $words }» como { $label } en todas partes
everywhere-title-clear = Rechazar o quitar «{ $words }» ({ $label }) en todas partes
everywhere-places = Lugares
everywhere-nowhere-else = Las palabras no aparecen en ningún otro lugar
everywhere-none-sure = Ninguna sugerencia abierta es tan segura
everywhere-more =
    { $count ->
        [one] { $count } lugar más; primero, estos
       *[other] { $count } lugares más; primero, estos
    }
everywhere-accepted = aceptado
everywhere-suggested = { $label } { $percent } %
everywhere-doubtful = Dudosos
everywhere-mark =
    { $articles ->
        [0] Etiquetar { $count }
        [one] Etiquetar { $count } en { $articles } artículo
       *[other] Etiquetar { $count } en { $articles } artículos
    }
everywhere-accept =
    { $articles ->
        [0] Aceptar { $count }
        [one] Aceptar { $count } en { $articles } artículo
       *[other] Aceptar { $count } en { $articles } artículos
    }
everywhere-reject =
    { $articles ->
        [0] Rechazar { $count }
        [one] Rechazar { $count } en { $articles } artículo
       *[other] Rechazar { $count } en { $articles } artículos
    }
everywhere-remove =
    { $articles ->
        [0] Quitar { $count }
        [one] Quitar { $count } en { $articles } artículo
       *[other] Quitar { $count } en { $articles } artículos
    }
everywhere-reject-remove =
    { $articles ->
        [0] Rechazar { $rejected }, quitar { $removed }
        [one] Rechazar { $rejected }, quitar { $removed } en { $articles } artículo
       *[other] Rechazar { $rejected }, quitar { $removed } en { $articles } artículos
    }
everywhere-saving = Guardando los artículos abiertos…
everywhere-reading = Leyendo los artículos de la carpeta…
everywhere-changing = Cambiando artículos…
everywhere-progress = { $work } { $percent } %
everywhere-percent = { $percent } %
everywhere-this-article = Este artículo
everywhere-open-articles = Artículos abiertos
everywhere-folder = Toda la carpeta
everywhere-hint = Space marca o desmarca una línea, A todas; se deshace en un solo paso
everywhere-hint-scopes = Space marca una línea, A todas; Left, Right: dónde
everywhere-now = ahora { $label }
everywhere-part-of = parte de «{ $words }»
everywhere-small-letters = en minúsculas
everywhere-or-name = o «{ $name }»
everywhere-rejected-before = rechazado antes

# The dialog of marks that do not fit the article.
problems-title =
    { $count ->
        [one] No se pudo ubicar { $count } marca
       *[other] No se pudieron ubicar { $count } marcas
    }
problems-found-in-file = Encontrado al leer el archivo
problems-list = Problemas
problems-quoted = «{ $words }»
problems-note = Nota: { $note }
problems-places = Lugares con estas palabras
problems-more = y { $count } más
problems-place = lugar { $number }, { $words }
problems-nothing-selected = Para asignarla a otro lugar, seleccionar las palabras en el artículo y volver aquí
problems-attach-selection = Asignar a la selección
problems-attach-to = Asignar a «{ $words }»
problems-attach-here = Asignar aquí
problems-selected-words = Las palabras seleccionadas en el artículo
problems-drop = Descartar
problems-drop-about = Olvidar esta marca; deshacer la recupera
problems-keep = Conservar
problems-keep-about = Dejarla aparte; se guarda con el artículo
problems-show = Mostrar
problems-open-elsewhere = El artículo está abierto en otra ventana
problems-no-such-label = No existe esa etiqueta
problems-rejected = { $label } (rechazo)
problems-note-on = nota sobre { $label }
problems-unknown-label = Entre las etiquetas de este artículo no está «{ $label }».
problems-gone = Sus palabras ya no están en el artículo.
problems-overlaps = Se superpondría a «{ $words }», que ya está etiquetado.
problems-context-changed = Sus palabras están en el artículo, pero no lo que las rodeaba.
problems-several = Sus palabras aparecen { $count } veces en el artículo; no es seguro a qué lugar se refería.

# The prompt for a path, where the system has no file dialog.
path-title-open-article = Abrir artículo
path-title-open-folder = Abrir carpeta
path-title-save-article = Guardar artículo como
path-title-export-data = Exportar conjunto de datos a
path-title-save-in-folder = Guardar artículos en la carpeta
path-title-add-dictionary = Añadir una lista o patrones
path-title-export-dictionary = Exportar diccionario a
path-title-export-activity = Exportar tiempo y acciones a
path-path = Ruta
path-hint = Ruta…
path-files = Archivos
path-open = Abrir
path-replace = Reemplazar
path-add = Añadir
path-save = Guardar
path-export = Exportar
path-will-be-replaced = Ya existe un archivo con este nombre y se reemplazará
path-keys = Tab para completar, flechas para elegir
path-folder-spoken = { $name }, carpeta
path-file-spoken = { $name }, archivo

# What tells two states of a span apart. Parts of a line begin in lower case; the first gets its capital.
difference-added = Añadido
difference-removed = Quitado
difference-rejected = Sugerencia rechazada
difference-reopened = Sugerencia reabierta
difference-note = nota
difference-note-on-suggestion = nota sobre la sugerencia
difference-relabeled = la etiqueta cambió de { $from } a { $to }
difference-was = era { $words }
difference-source = cambió el origen
difference-value-added = se añadió { $title }: { $new }
difference-value-removed = se quitó { $title }: { $old }
difference-value-changed = { $title } cambió de { $old } a { $new }
difference-value = { $title }: { $value }
difference-no-value = sin { $title }

# The dialog of earlier versions.
versions-title = Versiones anteriores de «{ $title }»
versions-list = Versiones
versions-reading = Leyendo las versiones…
versions-reading-one = Leyendo…
versions-restoring =
    { $count ->
        [one] Restaurar esta versión hace { $count } cambio, que se puede deshacer
       *[other] Restaurar esta versión hace { $count } cambios, que se pueden deshacer
    }
versions-none = Aún no hay versiones anteriores. Cada vez que se guarda el artículo, se conserva aquí lo que contiene entonces su archivo: las últimas 20 versiones, las más antiguas con mayor separación.
versions-annotations =
    { $count ->
        [one] { $count } anotación
       *[other] { $count } anotaciones
    }
versions-change-spoken = { $change }: { $label } «{ $words }»
versions-restore = Restaurar

# The dialog of what a merge left to decide.
conflicts-title =
    { $count ->
        [one] Ambas partes cambiaron { $count } fragmento
       *[other] Ambas partes cambiaron { $count } fragmentos
    }
conflicts-about = Todo lo demás está combinado. Aquí se conservó la respuesta propia; conviene tomar la ajena donde sea mejor.
conflicts-keys = ↑ ↓ elegir una línea   ← conservar la propia   → tomar la ajena
conflicts-list = Conflictos
conflicts-line-mine = Propia: { $mine }. Ajena: { $theirs }. Se usa la propia
conflicts-line-theirs = Propia: { $mine }. Ajena: { $theirs }. Se usa la ajena
conflicts-keep-mine = Conservar la propia
conflicts-take-theirs = Tomar la ajena
conflicts-removed = Quitado
conflicts-removed-spoken = quitado
conflicts-span = { $label } «{ $words }»

# The dialog of dictionaries, and one of them.
dictionaries-title = Diccionarios
dictionaries-about = Sus coincidencias se sugieren en todos los artículos, antes que las demás sugerencias
dictionaries-new = Nueva lista
dictionaries-add = Desde archivo…
dictionaries-none = Aún no hay ninguna lista. Una lista contiene palabras de una etiqueta, una entrada por línea; su nombre puede indicar la etiqueta, como people.txt.
dictionaries-too-long = Este archivo es demasiado largo para editarlo aquí: se puede usar un editor de texto, y se volverá a leer
dictionaries-entries = Entradas
dictionaries-entries-hint = Una entrada por línea
dictionaries-bring-back = Recuperar «{ $name }»
dictionaries-labels =
    { $count ->
        [one] { $count } etiqueta
       *[other] { $count } etiquetas
    }
dictionaries-entry-count =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
dictionaries-here = { $count } aquí
dictionaries-shared = compartido
dictionary-name = Nombre
dictionary-line-problem = Línea { $line }: { $message }
dictionary-more-problems =
    { $count ->
        [one] { $count } línea más no se puede leer
       *[other] { $count } líneas más no se pueden leer
    }
dictionary-entries =
    { $count ->
        [one] { $count } entrada
       *[other] { $count } entradas
    }
dictionary-found =
    { $entries ->
        [one] { $entries } entrada
       *[other] { $entries } entradas
    }, { $matches ->
        [one] { $matches } coincidencia en este artículo
       *[other] { $matches } coincidencias en este artículo
    }
dictionary-export-list = Exportar lista…
dictionary-export-table = Exportar tabla…
dictionary-export-patterns = Exportar patrones…
dictionary-save = Guardar
dictionary-delete = Borrar

# The dialog that finds words in all articles.
search-title = Buscar en todos los artículos
search-hint = Buscar en todos los artículos…
search-whole-text = Todo el texto
search-annotations = Anotaciones
search-places = Lugares
search-running = Buscando…
search-how = Escribir las palabras que buscar; Enter lleva a un lugar
search-other-formats =
    { $count ->
        [one] { $count } archivo en otro formato: se busca en él una vez abierto y guardado
       *[other] { $count } archivos en otros formatos: se busca en ellos una vez abiertos y guardados
    }
search-more-problems = { $problem } (y { $count } más)
search-nothing =
    { $articles ->
        [one] No se encontró nada en { $articles } artículo; se puede probar con menos palabras o con parte de una
       *[other] No se encontró nada en { $articles } artículos; se puede probar con menos palabras o con parte de una
    }
search-found =
    { $places ->
        [one] { $places } lugar
       *[other] { $places } lugares
    } en { $found } de { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
search-found-first =
    { $places ->
        [one] { $places } lugar
       *[other] { $places } lugares
    } en { $found } de { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }; la lista muestra los primeros { $listed }

# The find bar above the article.
find-field = Buscar en el artículo
find-hint = Buscar en el artículo…
find-previous = Anterior
find-next = Siguiente
find-spans-only = Solo fragmentos
find-spans-only-about = Buscar solo en lo sugerido o etiquetado
find-close = Cerrar la búsqueda
find-none = sin coincidencias
find-none-in-spans = sin coincidencias en fragmentos
find-place = { $place } de { $count }

# The dialog of how much work articles took. Where a message has spans and count, count only chooses the form.
activity-title = Tiempo y acciones
activity-about = Se cuenta durante el trabajo, solo en este equipo, y nunca se envía a ninguna parte
activity-about-off = No se está midiendo nada: «Medir mi trabajo» en el menú Ver está desactivado
activity-nothing = Aún no se ha medido nada. Durante el trabajo se muestran aquí las acciones y el tiempo que requieren los fragmentos, por día y por artículo.
activity-nothing-off = Aún no se ha medido nada. Cuando se active, se muestran aquí las acciones y el tiempo que requieren los fragmentos, por día y por artículo.
activity-export = Exportar como CSV…
activity-today = Hoy
activity-week = Últimos 7 días
activity-all = Total
activity-total = { $name }: { $minutes } min, fragmentos: { $spans }
activity-rates = { $actions } acciones y { $secs } s por fragmento
activity-no-span = Aún ningún fragmento
activity-articles = Artículos
activity-article = Artículo
activity-spans = Fragmentos
activity-actions-per-span = Acciones por frag.
activity-secs-per-span = Segundos por frag.
activity-minutes = Minutos
activity-columns-spoken = Artículo, fragmentos, acciones por fragmento, segundos por fragmento, minutos
activity-spoken =
    { $count ->
        [one] { $spans } fragmento
       *[other] { $spans } fragmentos
    }, { $actions } acciones por fragmento, { $secs } segundos por fragmento, { $minutes } minutos
activity-spoken-total =
    { $count ->
        [one] { $spans } fragmento
       *[other] { $spans } fragmentos
    }, { $minutes } minutos
activity-plot-actions = Acciones por fragmento y día
activity-plot-actions-unit = acciones por frag.
activity-plot-secs = Segundos por fragmento y día
activity-plot-secs-unit = segundos por frag.
activity-plot-spans = Fragmentos por día
activity-plot-spans-unit = fragmentos
activity-plot-day = día
activity-plot-hover = { $day }: { $number } { $unit }

# Which articles are listed, and in which order.
articles-filter = Filtrar artículos
articles-filter-hint = Filtrar…
articles-order = Orden de los artículos
articles-order-about = El orden en que los artículos se listan y se suceden
articles-list-all = Volver a listar todos los artículos
articles-list-only = Listar solo estos artículos
