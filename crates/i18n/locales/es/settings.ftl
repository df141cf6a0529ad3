language = Idioma
language-about = De menús, listas y mensajes; los artículos se leen en el suyo
as-the-system = Como el sistema
theme = Tema
theme-light = Claro
theme-dark = Oscuro
high-contrast = Alto contraste
high-contrast-about = Negro sobre blanco o blanco sobre negro, con bordes alrededor de todo
label-colors = Colores de las etiquetas
label-colors-about = El segundo juego se distingue también con deficiencias para el rojo, el verde o el azul
label-colors-standard = Estándar
label-colors-safe = Aptos para daltónicos
reading-face = Letra de lectura
text-size = Tamaño del texto
points-suffix = { " " }puntos
column-width = Ancho de columna
characters-suffix = { " " }caracteres
interface-size = Tamaño de la interfaz
interface-size-about = Menús, listas, botones y texto
reduce-motion = Reducir el movimiento
reduce-motion-about = Nada se desliza ni parpadea; lo que se mueve aparece de inmediato
rejected-suggestions = Sugerencias rechazadas
rejected-about = Tachadas, donde estaban
show-rejected-suggestions = Mostrar las sugerencias rechazadas
labels-preview = Así se ven las etiquetas en un artículo

# Of all dialogs
sheet-close = Cerrar
sheet-cancel = Cancelar
sheet-copy = Copiar

# The settings window
settings-title = Ajustes
settings-page-looks = Apariencia
settings-page-keys = Teclas
settings-page-labels = Etiquetas
settings-page-keeping = Trabajo y archivos
settings-reset-looks = Restablecer la apariencia
settings-undo = Deshacer
settings-redo = Rehacer

# Who works, and what is kept
settings-annotator = Su nombre
settings-annotator-about = Figura junto a todo lo que aquí se marca y acepta; no se envía a ningún sitio
settings-learn = Aprender de las decisiones
settings-learn-about = Lo que se acepta y se rechaza cambia las próximas sugerencias, solo en esta carpeta
settings-hide-suggestions = Ocultar las sugerencias
settings-hide-suggestions-about = Para datos de referencia que ninguna sugerencia haya guiado, y para ver cuánto guían las sugerencias
settings-measure = Medir el trabajo
settings-measure-about = Teclas, clics y tiempo activo de cada artículo, solo en este equipo
settings-versions = Versiones anteriores
settings-versions-about = De cada artículo, tal como se guardó antes; primero se descartan algunas de las más antiguas
settings-versions-suffix = { " " }versiones
settings-versions-kept = Versiones anteriores que se conservan
settings-memory = Memoria para importar
settings-memory-about = Más para archivos muy grandes de otros programas; lo que necesite más se rechaza
settings-gigabytes = { $count } GB

# Keys
settings-find-key = Buscar un comando o una tecla
settings-find-key-hint = Buscar un comando o una tecla…
settings-no-such-key = Ningún comando tiene estas palabras ni esta tecla
settings-key-reset = Restablecer
settings-key-add = Añadir
settings-key-change = Cambiar
settings-press-keys = Pulsar las teclas nuevas
settings-keys-reserved = El sistema se reserva { $keys }; pulsar otras
settings-keys-taken = { $keys } pertenece a «{ $command }»
settings-another-command = otro comando
settings-take-keys = Usarlas aquí
settings-reset-keys = Restablecer todas las teclas

# Labels
settings-reading-labels = Leyendo las etiquetas…
settings-labels-not-saved = Estas etiquetas aún no se han guardado: guardarlas, o pulsar Escape otra vez para descartar los cambios
settings-labels-own = Las etiquetas propias, para cada texto que se abra. Los artículos guardados conservan las suyas; los abiertos que usan estas se actualizan, y en ellos se puede deshacer.
settings-labels-project = Las etiquetas del proyecto «{ $project }», para todos los que trabajan en él.
settings-labels-given = Indicadas en la línea de comandos con --schema: hay que cambiar ese archivo. Aquí solo se pueden consultar.
settings-labels-differ = El artículo que se muestra tiene etiquetas propias.
settings-use-labels = Usar allí estas etiquetas
settings-new-label = Etiqueta nueva
settings-usual-plural = { $name }
settings-delete-label = Eliminar
settings-save-labels = Guardar etiquetas
settings-label-order = Orden
settings-label-up = Subir
settings-label-down = Bajar
settings-label-name = Nombre
settings-label-in-files = En los archivos: { $id }
settings-label-plural = Nombre en plural
settings-label-key = Tecla
settings-label-key-about = La letra con la que se marcan palabras
settings-label-color = Color
settings-label-looks = Aspecto
settings-label-tint = Palabras sobre fondo de color
settings-label-band = Una banda detrás de otras etiquetas
settings-label-layer = Capa
settings-label-layer-about = Las etiquetas de una misma capa nunca se solapan; las de capas distintas sí pueden
settings-label-guideline = Pauta
settings-label-guideline-about = Qué se marca con ella y qué no
settings-attributes = Atributos
settings-attributes-about = Un valor, palabras o una opción para cada fragmento
settings-attribute-add = Añadir un atributo
settings-attribute-name = Nombre del atributo
settings-attribute-remove = Quitar { $name }
settings-attribute-value = Valor
settings-attribute-words = Palabras
settings-attribute-choice = Opción
settings-attribute-choices = Opciones, separadas por comas
settings-color-blue = Azul
settings-color-green = Verde
settings-color-amber = Ámbar
settings-color-magenta = Magenta
settings-color-teal = Verde azulado
settings-color-violet = Violeta
settings-color-red = Rojo
settings-color-gray = Gris
settings-label-needs-name = Cada etiqueta necesita un nombre
settings-label-needs-layer = «{ $label }» necesita una capa
settings-attribute-needs-name = Un atributo de «{ $label }» necesita un nombre
settings-attribute-needs-choices = Falta escribir las opciones de «{ $name }»

# The tour: keys stand as key caps in its sentences
tour-place = { $number } de { $count }
tour-take = Hacer el recorrido
tour-end = Terminar el recorrido
tour-back = Atrás
tour-back-help = Repetir el paso anterior
tour-skip = Omitir
tour-skip-help = Seguir sin hacer esto
tour-open-article = Abrir artículo…
tour-accepted = Aceptado.
tour-fixed = Corregido.
tour-added = Marcado.
tour-undone = Deshecho.
tour-exported = Exportado.
tour-command = «{ $name }»
tour-offer-title = ¿Primera vez con Copydesk?
tour-offer = Cinco pasos breves sobre este ejemplo muestran cómo revisar un artículo con el teclado. El recorrido queda en el menú Ayuda.
tour-accept-title = Aceptar una sugerencia
tour-accept-soon = Las sugerencias están en camino…
tour-accept-nothing = Con estas etiquetas no se sugiere nada aquí: conviene omitir este paso.
tour-accept = { $next } va a la sugerencia siguiente y { $accept } la acepta. { $reject } la rechazaría.
tour-fix-title = Corregir una que no es del todo exacta
tour-fix-go = Ir a una sugerencia con { $next } o hacer clic en ella. Después, cambiar dónde termina o su etiqueta.
tour-fix-click = Primero, hacer clic en un fragmento. Después, cambiar dónde termina o su etiqueta.
tour-fix = { $start_out } y { $end_out } lo alargan una palabra; { $start_in } y { $end_in } lo acortan. O bien cambiar su etiqueta: { $labels }.
tour-add-title = Marcar palabras que faltan
tour-add = Seleccionar palabras sin marcar: arrastrar sobre ellas o pulsar { $extend }.
tour-add-unselect = Seleccionar palabras sin marcar: arrastrar sobre ellas o pulsar { $unselect } y luego { $extend }.
tour-add-label = Ahora, pulsar la tecla de una etiqueta: { $labels }.
tour-undo-title = Dar marcha atrás
tour-undo-nothing = Todavía no hay nada que deshacer: volver atrás u omitir este paso.
tour-undo = { $undo } deshace el último paso, luego el anterior, sin límite. { $redo } lo rehace.
tour-export-title = Exportar lo que ya está hecho
tour-export = { $export } muestra qué contendrá un conjunto de datos antes de escribirlo. Elegir un formato y después un nombre para el archivo.
tour-end-title = No hace falta más
tour-end-words = { $open } abre un artículo propio; { $folder }, una carpeta de ellos. { $keys } muestra todas las teclas y { $palette } encuentra cualquier comando por su nombre.

# The start page
copydesk-description = Marcar personas, lugares, cifras y afirmaciones en artículos de prensa, con sugerencias que se aceptan o corrigen desde el teclado
start-open-article = Abrir artículo…
start-open-folder = Abrir carpeta…
start-opening = Abriendo…
start-drop-hint = O soltar archivos o carpetas en cualquier lugar de esta ventana
start-drop =
    { $count ->
        [one] Soltar para abrir { $count } archivo
       *[other] Soltar para abrir { $count } archivos
    }
start-recent = Recientes
start-open-recent = Abrir
start-forget-recent = Quitar de la lista
start-samples = Ejemplos
start-picture = «{ $line }», marcado con: { $labels }

# About Copydesk
about-title = Acerca de Copydesk
about-licenses = Licencias
about-licenses-text = Copydesk se distribuye con licencia MIT o Apache-2.0, a elegir. Contiene tipos de letra, listas de nombres, datos y bibliotecas de terceros, con sus propias licencias. En su código fuente, Cargo.lock nombra cada biblioteca y deny.toml, sus licencias.
about-show-credits = Mostrar créditos
about-hide-credits = Ocultar créditos
about-places = En este equipo
about-open-folder = Abrir carpeta
about-copy-path = Copiar ruta
about-place-settings = Ajustes
about-place-settings-in-sentence = ajustes
about-place-unsaved = Sin guardar
about-place-unsaved-in-sentence = trabajo sin guardar
about-place-faults = Fallos
about-place-faults-in-sentence = informes de fallos

# The pane of guidelines
guidelines-of-project = Pautas: { $project }
guidelines-of-labels = Pautas de las etiquetas
guidelines-hide = Ocultar las pautas
guidelines-annotators = Anotado por { $names }

# The menu bar, the palette and the page of keys
menu-open-sample = Abrir ejemplo
menu-open-recent = Abrir recientes
palette-title = Buscar un comando
palette-hint = Buscar un comando…
palette-commands = Comandos
palette-nothing = Ningún comando coincide
palette-small-words = el la los las un una unos unas de del este esta estos estas y e copydesk
shortcuts-title = Atajos de teclado
shortcuts-find = Buscar un atajo
shortcuts-hint = Buscar un atajo…
shortcuts-nothing = Ningún atajo coincide

# Edges of panes
pane-resize-articles = Cambiar el ancho de la lista de artículos
pane-resize-review = Cambiar el ancho de la lista de revisión
pane-resize-details = Cambiar la altura de los detalles
pane-resize-guidelines = Cambiar el ancho de las pautas

# The line above an article that is open elsewhere
read-only = Solo lectura: abierto en otra ventana
read-only-by = Solo lectura: abierto en otra ventana · { $who }
read-only-open-anyway = Abrir de todos modos

# What an export or import left out
left-out-title = Lo que se omitió o cambió
left-out-nothing = No se omitió nada
left-out-more = y { $count } más

# Questions before something that cannot be undone
confirm-save = Guardar
confirm-save-help = Guardar los cambios en un archivo
confirm-keep = Conservar para después
confirm-keep-help = Recuperar los cambios cuando se vuelva a abrir el artículo
confirm-discard = Descartar
confirm-discard-help = Los cambios se perderán definitivamente
confirm-the-article = artículo sin título
confirm-somebody-else = otra persona
confirm-close-title = ¿Guardar los cambios de «{ $article }» antes de cerrar?
confirm-close = El artículo tiene cambios sin guardar. Si se conservan para después, se recuperan al volver a abrirlo.
confirm-quit-title = ¿Guardar los cambios antes de salir?
confirm-quit =
    { $count ->
        [one] Un artículo tiene cambios sin guardar. Si se conservan para después, se recuperan al volver a abrirlo.
       *[other] { $count } artículos tienen cambios sin guardar. Si se conservan para después, se recuperan al volver a abrir los artículos.
    }
confirm-replace-article-title = Ya existe otro artículo con ese nombre
confirm-replace-article = Si se reemplaza, se pierde todo el trabajo que contiene. Solo se reemplaza un artículo de Copydesk: { $path }
confirm-save-as = Guardar como…
confirm-save-as-help = Guardar con otro nombre
confirm-replace = Reemplazar
confirm-replace-article-help = El artículo de ese archivo se perderá definitivamente
confirm-replace-data-set-title = Ya existe un conjunto de datos con este nombre
confirm-replace-data-set = Si se reemplaza, se elimina su contenido. Copydesk solo reemplaza archivos y carpetas que creó: { $path }
confirm-replace-data-set-help = Su contenido se perderá definitivamente
confirm-delete-activity-title = ¿Eliminar las mediciones?
confirm-delete-activity = Se eliminan las acciones, los tiempos y los fragmentos de todos los días y artículos. Las anotaciones quedan como están.
confirm-delete = Eliminar
confirm-delete-help = Esto no se puede deshacer
confirm-elsewhere-title = «{ $article }» está abierto en otra ventana
confirm-elsewhere = En este momento trabaja en él { $who }. Aquí se puede leer, o también trabajar en él: a quien guarde en segundo lugar se le preguntará qué hacer.
confirm-read-only = Abrir solo para leer
confirm-read-only-help = Leer el artículo; aquí no se puede cambiar nada
confirm-open-anyway = Abrir de todos modos
confirm-open-anyway-help = Trabajar en él también aquí
confirm-close-help = Cerrar el artículo
confirm-changed-title = Otro programa cambió el archivo
confirm-changed = «{ $article }» ha cambiado desde la última vez que se abrió o guardó aquí. Al combinar se conserva el trabajo propio y se añade el ajeno; donde ambos cambiaron las mismas palabras, queda el propio y se muestran los dos.
confirm-changed-why-not = «{ $article }» ha cambiado desde la última vez que se abrió o guardó aquí. { $reason }
confirm-merge = Combinar
confirm-merge-help = Añadir los cambios ajenos al trabajo propio y guardarlo
confirm-theirs = Usar los ajenos
confirm-theirs-help = Reemplazar el trabajo propio por lo que hay en el archivo; con Deshacer se recupera
confirm-save-copy = Guardar una copia…
confirm-save-copy-help = Guardar el trabajo propio con otro nombre y dejar el archivo como está
confirm-overwrite = Sobrescribir
confirm-overwrite-help = Los cambios del otro programa se perderán definitivamente
