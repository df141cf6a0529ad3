undo = Deshacer
undo-named = Deshacer: { $name }

## Menus and sections

menu-file = Archivo
menu-edit = Edición
menu-annotate = Fragmento
menu-review = Revisión
menu-view = Ver
menu-help = Ayuda
section-reading = Leer y seleccionar
section-labeling = Etiquetar
section-reviewing = Revisar
section-files = Archivos
section-view = Vista y ayuda

## Reading and selecting

cmd-select-sentence = Seleccionar la oración
cmd-select-sentence-help = Seleccionar la oración donde está el cursor; pulsar otra vez para el párrafo
cmd-select-all = Seleccionar todo
cmd-select-all-help = Seleccionar el artículo entero
cmd-unselect = Quitar la selección
cmd-unselect-help = Quitar la selección y el foco o, si no los hay, la búsqueda
cmd-copy = Copiar
cmd-copy-help = Copiar la selección o el fragmento enfocado
cmd-find = Buscar en el artículo…
cmd-find-help = Buscar en el artículo o solo en sus fragmentos
cmd-find-next = Buscar siguiente
cmd-find-next-help = Ir al siguiente resultado
cmd-find-previous = Buscar anterior
cmd-find-previous-help = Ir al resultado anterior
cmd-grow-selection = Ampliar la selección
cmd-grow-selection-help = Seleccionar la palabra donde está el cursor y después su sintagma, su proposición, su oración y su párrafo
cmd-grow-selection-why-not = Aquí no se puede seleccionar nada mayor
cmd-shrink-selection = Reducir la selección
cmd-shrink-selection-help = Seleccionar la proposición de la oración y después el sintagma y la palabra donde está el cursor
cmd-shrink-selection-why-not = Aquí no se puede seleccionar nada menor
cmd-copy-why-not = Seleccionar primero algunas palabras
cmd-find-next-why-not = No hay resultados; pulsar Ctrl+F para buscar
# Each of these is the way in the four messages after them
cmd-caret-word-back = una palabra atrás
cmd-caret-word-forward = una palabra adelante
cmd-caret-character-back = un carácter atrás
cmd-caret-character-forward = un carácter adelante
cmd-caret-sentence-back = una oración atrás
cmd-caret-sentence-forward = una oración adelante
cmd-caret-article-start = hasta el inicio del artículo
cmd-caret-article-end = hasta el final del artículo
cmd-caret-line-up = una línea arriba
cmd-caret-line-down = una línea abajo
cmd-caret-line-start = hasta el inicio de la línea
cmd-caret-line-end = hasta el final de la línea
cmd-caret-page-up = una página arriba
cmd-caret-page-down = una página abajo
cmd-move = Ir { $way }
cmd-move-help = Mover el cursor { $way }
cmd-extend-selection = Extender selección { $way }
cmd-extend-selection-help = Extender la selección { $way }

## Labeling

cmd-accept = Aceptar
cmd-accept-help = Aceptar la sugerencia enfocada o donde está el cursor e ir a la siguiente
cmd-remove = Rechazar o quitar
cmd-remove-help = Rechazar la sugerencia, o quitar la anotación, enfocada o donde está el cursor
cmd-remove-candidate = Rechazar la posible omisión
cmd-remove-suggestion = Rechazar la sugerencia
cmd-remove-annotation = Quitar la anotación
cmd-label-why-not = Seleccionar algunas palabras o poner el cursor en una
cmd-accept-why-all-done = Ya está aceptado y no queda nada por revisar
cmd-accept-why-none = Seleccionar primero una sugerencia: pulsar Tab
cmd-remove-why-rejected = Ya está rechazado; pulsar Enter para restaurarlo
cmd-span-why-rejected = Rechazado; pulsar Enter para restaurarlo
cmd-label = Etiquetar como { $label }
cmd-label-help = Etiquetar la selección, el fragmento enfocado o la palabra donde está el cursor como { $label }
cmd-start-back = Mover el inicio una palabra atrás
cmd-start-back-help = Alargar el fragmento una palabra por el inicio
cmd-start-forward = Mover el inicio una palabra adelante
cmd-start-forward-help = Acortar el fragmento una palabra por el inicio
cmd-end-forward = Mover el final una palabra adelante
cmd-end-forward-help = Alargar el fragmento una palabra por el final
cmd-end-back = Mover el final una palabra atrás
cmd-end-back-help = Acortar el fragmento una palabra por el final
cmd-replaced-words = Se reemplazó { $words }
cmd-replaced-words-and = { $before } y { $last }

## The same words everywhere

cmd-everywhere = Las mismas palabras en todas partes…
cmd-everywhere-help = Etiquetar las mismas palabras como el fragmento enfocado, dondequiera que estén; antes se muestran
cmd-remove-everywhere = Rechazar o quitar en todas partes…
cmd-remove-everywhere-help = Rechazar o quitar las mismas palabras dondequiera que tengan esta etiqueta; antes se muestran
cmd-everywhere-no-words = No contiene palabras que buscar
cmd-label-everywhere = Etiquetar como { $label } en todas partes…
cmd-label-everywhere-help = Etiquetar las mismas palabras como { $label }, dondequiera que estén; antes se muestran
cmd-everywhere-nowhere-else = { $words } no aparece en ningún otro lugar de este artículo
cmd-everywhere-not-changed = «{ $title }» no se modificó: { $why }
cmd-everywhere-marked = Etiquetado como { $label } { $places ->
        [one] { $places } vez
       *[other] { $places } veces
    }{ $articles ->
        [one] { "" }
       *[other] { " " }en { $articles } artículos
    }
cmd-everywhere-removed = Rechazado o quitado { $places ->
        [one] { $places } vez
       *[other] { $places } veces
    }{ $articles ->
        [one] { "" }
       *[other] { " " }en { $articles } artículos
    }
cmd-everywhere-accepted = { $places ->
        [one] { $places } sugerencia aceptada
       *[other] { $places } sugerencias aceptadas
    }{ $articles ->
        [one] { "" }
       *[other] { " " }en { $articles } artículos
    }
cmd-together-undone = Deshecho también en { $count ->
        [one] { $count } artículo más
       *[other] { $count } artículos más
    }
cmd-together-not-undone = No deshecho en { $count ->
        [one] { $count } artículo más, que tiene trabajo más reciente
       *[other] { $count } artículos más, que tienen trabajo más reciente
    }
cmd-together-partly-undone = Deshecho también en { $count ->
        [one] { $count } artículo más
       *[other] { $count } artículos más
    }; { $left ->
        [one] { $left } con trabajo más reciente conservó el suyo
       *[other] { $left } con trabajo más reciente conservaron el suyo
    }
cmd-together-redone = Rehecho también en { $count ->
        [one] { $count } artículo más
       *[other] { $count } artículos más
    }
cmd-together-not-redone = No rehecho en { $count ->
        [one] { $count } artículo más, que tiene trabajo más reciente
       *[other] { $count } artículos más, que tienen trabajo más reciente
    }
cmd-together-partly-redone = Rehecho también en { $count ->
        [one] { $count } artículo más
       *[other] { $count } artículos más
    }; { $left ->
        [one] { $left } con trabajo más reciente conservó el suyo
       *[other] { $left } con trabajo más reciente conservaron el suyo
    }

## In the whole folder

cmd-accept-sure = Aceptar las sugerencias seguras…
cmd-accept-sure-help = Aceptar todas las sugerencias de al menos el 95 %, aquí o en toda la carpeta; antes se muestran
cmd-undo-in-folder = Deshacer en la carpeta
cmd-undo-in-folder-help = Anular lo último que se hizo en muchos artículos de la carpeta a la vez
cmd-redo-in-folder = Rehacer en la carpeta
cmd-redo-in-folder-help = Volver a hacer lo último que se anuló en muchos artículos de la carpeta
cmd-folder-deed-stopped = Detenido; no se modificó ningún archivo
cmd-turn-in-folder-why-working = Ya está en marcha
cmd-undo-in-folder-why-not = No se hizo nada en la carpeta en su conjunto
cmd-redo-in-folder-why-not = No se deshizo nada en la carpeta en su conjunto
cmd-undo-in-folder-named = Deshacer en la carpeta: { $name }
cmd-redo-in-folder-named = Rehacer en la carpeta: { $name }
cmd-folder-deed-undone = Deshecho en { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }: { $name }
cmd-folder-deed-redone = Rehecho en { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }: { $name }

## Several lines of the review list

cmd-several-why-accepted = Ya están aceptados
cmd-several-why-rejected = Ya están rechazados; pulsar Enter para restaurarlos
cmd-several-why-not-one = Hay varios fragmentos elegidos; pulsar Escape para volver a uno
cmd-accept-several =
    { $count ->
        [one] Aceptar { $count } sugerencia
       *[other] Aceptar { $count } sugerencias
    }
cmd-restore-several =
    { $count ->
        [one] Restaurar { $count } sugerencia
       *[other] Restaurar { $count } sugerencias
    }
cmd-reject-several =
    { $count ->
        [one] Rechazar { $count } sugerencia
       *[other] Rechazar { $count } sugerencias
    }
cmd-remove-several =
    { $count ->
        [one] Quitar { $count } anotación
       *[other] Quitar { $count } anotaciones
    }
cmd-reject-and-remove-several = Rechazar { $suggestions ->
        [one] { $suggestions } sugerencia
       *[other] { $suggestions } sugerencias
    } y quitar { $annotations ->
        [one] { $annotations } anotación
       *[other] { $annotations } anotaciones
    }
cmd-label-several =
    { $count ->
        [one] Etiquetar { $count } fragmento como { $label }
       *[other] Etiquetar { $count } fragmentos como { $label }
    }
cmd-accepted-several =
    { $count ->
        [one] { $count } sugerencia aceptada
       *[other] { $count } sugerencias aceptadas
    }
cmd-restored-several =
    { $count ->
        [one] { $count } sugerencia restaurada
       *[other] { $count } sugerencias restauradas
    }
cmd-rejected-several =
    { $count ->
        [one] { $count } sugerencia rechazada
       *[other] { $count } sugerencias rechazadas
    }
cmd-removed-several =
    { $count ->
        [one] { $count } anotación quitada
       *[other] { $count } anotaciones quitadas
    }
cmd-rejected-and-removed-several = { $suggestions ->
        [one] { $suggestions } sugerencia rechazada
       *[other] { $suggestions } sugerencias rechazadas
    } y { $annotations ->
        [one] { $annotations } anotación quitada
       *[other] { $annotations } anotaciones quitadas
    }
cmd-labeled-several =
    { $count ->
        [one] { $count } fragmento etiquetado
       *[other] { $count } fragmentos etiquetados
    }
cmd-done-with-left = { $done }; { $left ->
        [one] { $left } se solapa con otra anotación y quedó como estaba
       *[other] { $left } se solapan con otras anotaciones y quedaron como estaban
    }
cmd-done-with-undo = { $done }; pulsar Ctrl+Z para deshacer

## Dictionaries

cmd-dictionaries = Diccionarios…
cmd-dictionaries-help = Gestionar las listas propias de palabras y patrones, cuyas coincidencias se sugieren en todos los artículos
cmd-add-to-dictionary = Añadir a un diccionario
cmd-add-to-dictionary-help = Poner estas palabras en la lista propia de su etiqueta: se sugieren en todos los artículos
cmd-add-words-to-list = Añadir { $words } a la lista propia de { $labels }
cmd-add-to-list = Añadir a la lista propia de { $labels }
cmd-add-to-list-help = Poner estas palabras en la lista propia de { $labels }: se sugieren en todos los artículos

## What the suggestions miss

cmd-next-candidate = Siguiente posible omisión
cmd-next-candidate-help = Seleccionar palabras que pueden ser un nombre o una cifra que falta, empezando por las más probables
cmd-previous-candidate = Posible omisión anterior
cmd-previous-candidate-help = Volver a las palabras anteriores que pueden ser un nombre o una cifra que falta
cmd-candidate-why-hidden = Las sugerencias están ocultas
cmd-candidate-why-none = Ninguna otra palabra parece un nombre o una cifra
cmd-candidates-end = Ya no hay palabras que parezcan un nombre o una cifra que falta

## Letters to go to

cmd-hints = Ir por letra
cmd-hints-help = Mostrar una letra junto a cada sugerencia y posible omisión en pantalla; teclearla para ir allí
cmd-hints-why-not = No hay en pantalla nada adonde ir

## Finishing an article

cmd-accept-and-finish = Aceptar el resto y terminar
cmd-accept-and-finish-help = Aceptar lo que queda, si todo está en pantalla, dar el artículo por terminado e ir al siguiente
cmd-accept-and-finish-why-done = El artículo está terminado
cmd-accept-and-finish-why-none = No queda nada por aceptar; pulsar Space para dar el artículo por terminado
cmd-accept-and-finish-why-off-screen = Algunas sugerencias aún no están en pantalla; desplazarse hacia abajo
cmd-accepted-and-finished =
    { $count ->
        [one] { $count } sugerencia aceptada; «{ $title }» está terminado
       *[other] { $count } sugerencias aceptadas; «{ $title }» está terminado
    }

## Learning from decisions

cmd-learn = Aprender de las decisiones
cmd-learn-help = Lo que se acepta, rechaza y etiqueta cambia las próximas sugerencias
cmd-blind = Ocultar las sugerencias
cmd-blind-help = No mostrar sugerencias: para un patrón de referencia en el que no hayan influido
cmd-forget = Olvidar lo aprendido
cmd-forget-help = Sugerir como si no se hubiera decidido nada; las anotaciones quedan como están
cmd-forget-why-not = Aún no se ha aprendido nada
cmd-recall = Recuperar lo aprendido
cmd-recall-help = Volver a aprender lo último que se olvidó
cmd-recall-why-not = No se ha olvidado nada
cmd-recalled = Se ha recuperado lo aprendido
cmd-forgotten =
    { $count ->
        [one] Se olvidó lo aprendido de { $count } artículo
       *[other] Se olvidó lo aprendido de { $count } artículos
    }

## The start of the program

cmd-articles-brought-back =
    { $count ->
        [one] Se recuperó un artículo con trabajo que nunca se guardó
       *[other] Se recuperaron { $count } artículos con trabajo que nunca se guardó
    }

## Going on to another article

cmd-next-article = Artículo siguiente
cmd-next-article-help = Ir al siguiente artículo de la lista
cmd-previous-article = Artículo anterior
cmd-previous-article-help = Ir al artículo anterior de la lista
cmd-next-article-why-not = Solo hay un artículo abierto
cmd-all-articles-done = Todos los artículos están terminados
cmd-no-article-left-to-review = No queda ningún otro artículo de la lista por revisar
cmd-no-other-article = No hay otro artículo en la lista

## Search over many articles

cmd-search = Buscar en todos los artículos…
cmd-search-help = Buscar en los textos o las anotaciones de todos los artículos, abiertos o en la carpeta
cmd-search-closed-article = Un artículo que se cerró

## Notes and values

cmd-note = Añadir nota
cmd-note-help = Añadir una nota al fragmento enfocado o editarla
cmd-attribute = Editar valor o hablante
cmd-attribute-help = Editar el valor de la cifra o el hablante de la afirmación
cmd-attribute-why-not = Los fragmentos con esta etiqueta no tienen atributos

## Merging with the file

cmd-merge-why-reading = Leyendo el archivo…
cmd-merge-why-not-read = No se leyó el archivo
cmd-undo-take-file = tomar la versión del archivo
cmd-merge-taken = La versión propia se sustituyó por la del archivo; deshacer para recuperar la propia
cmd-merge-failed = No se pudo combinar: { $why }
cmd-merged-nothing = El archivo no contenía nada nuevo
cmd-merged =
    { $count ->
        [one] Se incorporó { $count } cambio del archivo
       *[other] Se incorporaron { $count } cambios del archivo
    }
cmd-undo-take-theirs = tomar la otra versión
cmd-undo-take-theirs-of = tomar la otra versión de { $words }
cmd-undo-keep-mine = conservar la versión propia
cmd-undo-keep-mine-of = conservar la versión propia de { $words }

## Reviewing

cmd-clear-filter = Mostrar todo
cmd-clear-filter-help = Quitar el filtro
cmd-clear-filter-why-not = No hay ningún filtro
cmd-undo-help = Deshacer (sin límite)
cmd-redo = Rehacer
cmd-redo-help = Rehacer lo que se deshizo
cmd-next-open = Sugerencia siguiente
cmd-next-open-help = Ir a la siguiente sugerencia abierta
cmd-previous-open = Sugerencia anterior
cmd-previous-open-help = Ir a la sugerencia abierta anterior
cmd-next-doubtful = Siguiente menos segura
cmd-next-doubtful-help = Revisar primero las sugerencias menos seguras, hasta pulsar Tab o Escape
cmd-accept-all = Aceptar todo lo que hay en pantalla
cmd-accept-all-help = Aceptar todo lo que hay en pantalla, o todo lo que muestra el filtro, y pasar la página; se deshace en un solo paso
cmd-accept-all-why-not = No hay sugerencias abiertas en pantalla
cmd-done = Artículo terminado
cmd-done-help = Dar por terminado e ir al artículo siguiente; pulsar otra vez para reabrirlo
cmd-mark = Marcar para revisar
cmd-mark-help = Marcar el artículo para revisarlo o quitar la marca
cmd-undo-why-in-folder = Aquí no hay nada que deshacer; Edición > Deshacer en la carpeta lo deshace todo
cmd-undo-why-not = Nada que deshacer
cmd-redo-why-in-folder = Aquí no hay nada que rehacer; Edición > Rehacer en la carpeta lo rehace todo
cmd-redo-why-not = Nada que rehacer
cmd-next-open-why-not = No queda nada por revisar
cmd-review-end-filtered = No queda nada por revisar con este filtro
cmd-review-end = Todas las sugerencias revisadas; pulsar Space para dar el artículo por terminado
cmd-redo-named = Rehacer: { $name }
cmd-filter-label = Mostrar solo { $labels }
cmd-filter-label-help = Ocultar todo menos { $labels }; elegir otra vez para mostrarlo todo
cmd-accept-all-on-screen = Aceptar todo lo que hay en pantalla ({ $count })
cmd-accept-all-filtered = Aceptar todo lo que coincide con el filtro ({ $count })
cmd-done-with-end = { $done }. { $end }
