## What many commands need
needs-article = Hay que abrir primero un artículo
needs-span = Hay que seleccionar primero un fragmento: con un clic o con Tab
article-read-only = Solo lectura: el artículo está abierto en otra ventana
no-such-command = No existe ese comando
keys-unknown-command = Ningún comando se llama «{ $name }» (keys.ron); F1 muestra la lista
keys-clash = { $chord } está asignado tanto a «{ $first }» como a «{ $second }»; tiene prioridad el primero
edit-refused = No se pudo hacer ese cambio: { $error }
untitled-article = Sin título

## Buttons on notices
notice-undo = Deshacer
notice-redo = Rehacer
notice-save-copy = Guardar una copia…
notice-more-reasons = … y { $count } más

## The article list
article-filter-to-review = Por revisar
article-filter-done = Terminados
article-filter-flagged = Marcados
article-order-opened = Por orden de apertura
article-order-title = Por título
article-order-most-to-review = Más por revisar
article-order-least-certain = Menos seguros
article-order-random = Muestra aleatoria

## Opening, saving and closing
cmd-open-article = Abrir artículo…
cmd-open-article-help = Abrir archivos de texto, páginas web, documentos, datos anotados o artículos guardados
cmd-open-folder = Abrir carpeta…
cmd-open-folder-help = Abrir todos los artículos de una carpeta y sus subcarpetas
cmd-save = Guardar
cmd-save-help = Guardar el artículo y sus anotaciones
cmd-save-why-not = Ya se está guardando
cmd-save-as = Guardar como…
cmd-save-as-help = Guardar el artículo y sus anotaciones con otro nombre
cmd-save-all = Guardar todo
cmd-save-all-help = Guardar todos los artículos abiertos, junto a su texto si aún no tienen archivo
cmd-save-all-why-not = Todo está guardado
cmd-close-article = Cerrar artículo
cmd-close-article-help = Cerrar el artículo
cmd-quit = Salir
cmd-quit-help = Salir de Copydesk
cmd-open-sample = Abrir ejemplo { $number }
cmd-open-sample-help = Abrir un artículo de ejemplo
cmd-open-sample-why-not = No existe ese ejemplo
cmd-open-sample-titled = Abrir ejemplo: { $title }
cmd-open-recent = Abrir reciente { $number }
cmd-open-recent-help = Abrir un archivo o una carpeta recientes
cmd-open-recent-why-not = No existe ese archivo o carpeta reciente
cmd-open-recent-named = Abrir { $name }
article-recovered = Se recuperó el trabajo no guardado de este artículo
save-all-no-file = { $count } artículos aún no tienen archivo; hay que guardar cada uno una vez
folder-gone = Esta carpeta ya no existe: { $path }
cmd-open-anyway = Abrir de todos modos
cmd-open-anyway-help = Trabajar en el artículo aunque otra ventana lo tenga abierto
cmd-open-anyway-why-not = Ninguna otra ventana tiene abierto el artículo
article-only-in-memory = Los cambios en «{ $title }» están solo en la memoria; hay que guardar una copia en otro lugar. { $message }
went-wrong-work-kept = Algo falló en Copydesk; el trabajo está a salvo: { $words }

## Earlier versions and merging
cmd-versions = Versiones anteriores…
cmd-versions-help = Ver versiones guardadas anteriores del artículo y restaurar una
cmd-versions-why-not = Hay que guardar primero el artículo: cada vez que se guarda queda una versión
version-restore-deed = restaurar la versión del { $when }
version-restored = Se restauró la versión del { $when }
version-is-same = Nada que restaurar: el artículo es igual ahora
version-status-done = Estado cambiado: terminado
version-status-in-progress = Estado cambiado: en curso
version-status-not-started = Estado cambiado: sin empezar
version-flagged = Marcado para revisar
version-not-flagged = Marca para revisar quitada
version-other-text = El texto era entonces distinto, así que las anotaciones ya no encajan con el artículo
version-other-labels = Las etiquetas eran entonces otras, así que las anotaciones ya no encajan con el artículo
merge-other-text = No se puede combinar: el archivo contiene ahora otro texto
merge-other-labels = No se puede combinar: el archivo tiene ahora otras etiquetas
merge-unfit = No se puede combinar: el archivo contiene anotaciones que no encajan con su texto

## Problems of an article
cmd-problems = Problemas…
cmd-problems-help = Mostrar lo que no encaja con el artículo y corregirlo
cmd-problems-why-not = Este artículo no tiene problemas
cmd-problems-counted = Problemas ({ $count })…
problems-set-aside =
    { $count ->
        [one] { $count } anotación no se pudo colocar y se dejó aparte
       *[other] { $count } anotaciones no se pudieron colocar y se dejaron aparte
    }
problems-found =
    { $count ->
        [one] Se encontró { $count } problema al leer el archivo
       *[other] Se encontraron { $count } problemas al leer el archivo
    }

## The folder
cmd-close-folder = Cerrar carpeta
cmd-close-folder-help = Cerrar la carpeta y sus artículos guardados
no-folder-open = No hay ninguna carpeta abierta
cmd-import-data-files = Importar archivos de datos…
cmd-import-data-files-help = Importar artículos de los archivos de la carpeta que no figuran como artículos
cmd-import-data-files-why-not = Todos los archivos de la carpeta figuran en la lista
cmd-assess-folder = Sugerir en todos los artículos
cmd-assess-folder-help = Leer todos los artículos de la carpeta para que la lista indique cuánto queda por revisar
cmd-assess-folder-running = Ya se están leyendo los artículos
cmd-assess-folder-why-not = Ya se leyeron todos los artículos de la carpeta
cmd-stop-assessing = Dejar de sugerir en todos los artículos
cmd-stop-assessing-help = Dejar de leer los artículos de la carpeta
cmd-stop-assessing-why-not = Nada que detener
folder-new-articles =
    { $count ->
        [one] { $count } artículo nuevo en la carpeta
       *[other] { $count } artículos nuevos en la carpeta
    }
folder-data-files = No figuran como artículos: { $names }
folder-data-files-more = No figuran como artículos: { $names } y { $count } más
cmd-make-project = Convertir esta carpeta en proyecto
cmd-make-project-help = Dar a la carpeta etiquetas, pautas, diccionarios y una memoria que comparten todos sus artículos
cmd-make-project-no-folder = Hay que abrir una carpeta o un artículo que esté en un archivo
cmd-make-project-is-one = Esta carpeta ya es un proyecto
cmd-make-project-is-part = Esta carpeta ya forma parte de un proyecto
project-made = Esta carpeta es ahora un proyecto: { $path }

## Exports and imports
exchange-busy = Hay una exportación o importación en curso; hay que esperar a que termine o detenerla
cmd-export = Exportar…
cmd-export-help = Exportar artículos como conjunto de datos para otras herramientas, con vista previa
cmd-stop-work = Detener la exportación o importación
cmd-stop-work-help = Detener la exportación o importación en curso
cmd-stop-work-why-not = No hay ninguna exportación ni importación en curso
cmd-last-report = Mostrar lo omitido…
cmd-last-report-help = Mostrar lo que omitió o cambió la última exportación o importación
cmd-last-report-why-not = Aún no se ha exportado ni importado nada
cmd-export-no-format = Hay que elegir un formato
cmd-export-none-done = Ningún artículo está terminado
cmd-export-no-kind = Hay que elegir al menos un tipo de fragmentos: aceptados, sugeridos o rechazados
cmd-export-no-label = Hay que elegir al menos una etiqueta
exchange-stopped = Detenido; no se escribió ni se abrió nada
report-left-out =
    { $count ->
        [one] { $title }; se omitió o cambió { $count } elemento
       *[other] { $title }; se omitieron o cambiaron { $count } elementos
    }
report-more-examples = y { $count } más
report-data-file = datos, no un artículo
work-exporting = Exportando a { $name }…
work-reading = Leyendo…
work-importing = Importando…
work-percent = { $work } { $percent } %
importing-left-out =
    { $count ->
        [one] { $count } archivo omitido: { $why }
       *[other] { $count } archivos omitidos: { $why }
    }
importing-still-reading = Aún se están leyendo los archivos
importing-no-articles = No hay artículos que importar
importing-opened-first = Se abrieron los primeros { $opened } de { $count } artículos; los demás están en la carpeta

## The window, its panes and help
cmd-palette = Buscar comando…
cmd-palette-help = Buscar cualquier comando por su nombre
cmd-keys = Atajos de teclado…
cmd-keys-help = Mostrar todos los atajos de teclado
cmd-tour = Hacer el recorrido
cmd-tour-help = Aprender las teclas en cinco pasos con un artículo de ejemplo
cmd-tour-why-not = No hay ningún artículo de ejemplo
cmd-about = Acerca de Copydesk…
cmd-about-help = Mostrar la versión, las licencias y dónde están los ajustes y el trabajo no guardado
cmd-theme-system = Tema del sistema
cmd-theme-system-help = Seguir el tema del sistema
cmd-theme-light = Tema claro
cmd-theme-light-help = Usar el tema claro
cmd-theme-dark = Tema oscuro
cmd-theme-dark-help = Usar el tema oscuro
cmd-text-bigger = Texto más grande
cmd-text-bigger-help = Agrandar el texto del artículo
cmd-text-smaller = Texto más pequeño
cmd-text-smaller-help = Reducir el texto del artículo
cmd-text-usual = Restablecer el tamaño del texto
cmd-text-usual-help = Devolver el texto del artículo a su tamaño predeterminado
cmd-column-wider = Columna más ancha
cmd-column-wider-help = Ensanchar la columna de texto
cmd-column-narrower = Columna más estrecha
cmd-column-narrower-help = Estrechar la columna de texto
cmd-show-articles = Lista de artículos
cmd-show-articles-help = Mostrar u ocultar la lista de artículos
cmd-show-review = Lista de revisión
cmd-show-review-help = Mostrar u ocultar la lista de revisión
cmd-guidelines = Pautas de las etiquetas
cmd-guidelines-help = Mostrar u ocultar junto al artículo qué significa cada etiqueta y las pautas del proyecto
cmd-show-rejected = Sugerencias rechazadas
cmd-show-rejected-help = Mostrar tachadas las sugerencias rechazadas
cmd-next-pane = Panel siguiente
cmd-next-pane-help = Ir al panel siguiente
cmd-previous-pane = Panel anterior
cmd-previous-pane-help = Ir al panel anterior
cmd-settings = Ajustes…
cmd-settings-help = Cambiar el aspecto de la ventana, las teclas, las etiquetas y lo que se conserva
labels-given =
    { $count ->
        [one] { $count } artículo abierto tiene ahora estas etiquetas
       *[other] { $count } artículos abiertos tienen ahora estas etiquetas
    }
labels-refused = No se pudieron cambiar las etiquetas de «{ $title }»: { $error }

## Measuring
cmd-activity = Tiempo y acciones…
cmd-activity-help = Mostrar cuántas acciones y cuánto tiempo llevaron los fragmentos de cada día y artículo
cmd-measures = Medir mi trabajo
cmd-measures-help = Contar acciones, tiempo activo y fragmentos decididos, solo en este equipo
cmd-delete-activity = Borrar lo medido…
cmd-delete-activity-help = Borrar todas las acciones, los tiempos y los fragmentos contados
activity-deleted = Se borró lo medido
activity-not-written = No se pudieron escribir el tiempo y las acciones; se volverá a intentar. { $message }
activity-more-damaged =
    { $count ->
        [one] No se pudo leer { $count } línea más del tiempo y las acciones
       *[other] No se pudieron leer { $count } líneas más del tiempo y las acciones
    }
