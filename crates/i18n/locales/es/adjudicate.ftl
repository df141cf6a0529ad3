# Comparar versiones de un artículo y hacer de ellas un patrón de referencia.

adjudicate-marked-by = Marcado así por { $people }
compare-error-count =
    { $count ->
        [one] Hay { $count } versión; una comparación necesita de dos a cinco
       *[other] Hay { $count } versiones; una comparación necesita de dos a cinco
    }
compare-error-text = Es de otro texto que la primera versión: { $person }
compare-error-labels = Sus etiquetas no son las de la primera versión: { $person }
deed-take-agreed =
    { $count ->
        [one] tomar { $count } anotación en la que todos coinciden
       *[other] tomar { $count } anotaciones en las que todos coinciden
    }
deed-settle = resolver { $words }
deed-settle-several =
    { $count ->
        [one] resolver { $count } diferencia
       *[other] resolver { $count } diferencias
    }
deed-give-reason = dar un motivo para { $words }
settle-error-no-room = Solo hay lugar para una: se superponen en una capa

# Las órdenes.
cmd-compare = Comparar versiones…
cmd-compare-help = Poner lado a lado de dos a cinco versiones de un artículo y hacer de ellas un patrón de referencia
cmd-compare-open = Comparar versiones abiertas
cmd-compare-open-help = Comparar los artículos abiertos que tienen el texto del que se muestra
cmd-compare-open-why-not = No hay de dos a cinco artículos guardados con este texto abiertos
cmd-compare-suggestions = Comparar sugerencias con anotaciones
cmd-compare-suggestions-help = Mostrar en qué difieren el artículo y sus sugerencias
cmd-compare-suggestions-why-comparing = Este artículo ya se está comparando
cmd-compare-suggestions-why-no-file = El artículo todavía no tiene archivo
cmd-compare-suggestions-why-none = No hay nada sugerido
section-comparing = Comparar versiones
cmd-take-version = Tomar la versión { $number }
cmd-take-named = Tomar { $name }
cmd-take-version-help = Resolver la diferencia como la tiene la persona { $number } e ir a la siguiente
cmd-take-version-why-not = No hay tantas versiones
cmd-take-both = Tomar todo lo que hay
cmd-take-both-help = Tomar lo que cualquiera tiene en la diferencia, si hay lugar en las capas
cmd-take-neither = No tomar ninguna
cmd-take-neither-help = Resolver la diferencia sin tomar nada e ir a la siguiente
cmd-take-own = Editar a mano
cmd-take-own-help = Tomar la respuesta más probable para cambiarla en el artículo
cmd-reason = Dar un motivo…
cmd-reason-help = Escribir por qué la diferencia se resuelve así
cmd-take-all-of-version = Tomar todo de la versión { $number }
cmd-take-all-of-named = Tomar todo de { $name }
cmd-take-all-listed-of-named = Tomar todo lo listado de { $name }
cmd-take-all-of-help = Resolver todas las diferencias abiertas de la lista como las tiene la persona { $number }; se deshace de una vez
cmd-take-all-why-not = No hay diferencias abiertas en la lista
cmd-take-majority = Tomar lo que tiene la mayoría
cmd-take-majority-help = Resolver todas las diferencias de la lista en las que más de la mitad coincide; se deshace de una vez
cmd-take-agreed = Tomar todo lo coincidente
cmd-take-agreed-help = Tomar lo que todos tienen y le falta al patrón de referencia
cmd-take-agreed-why-not = Todo aquello en lo que coinciden ya está tomado
cmd-next-difference = Diferencia siguiente
cmd-next-difference-help = Ir a la siguiente diferencia abierta
cmd-previous-difference = Diferencia anterior
cmd-previous-difference-help = Ir a la diferencia abierta anterior
cmd-next-difference-why-not = No hay diferencias en la lista
cmd-hide-names = Ocultar nombres
cmd-hide-names-help = Mostrar a las personas como A, B y C mientras se comparan versiones
cmd-end-comparing = Dejar de comparar
cmd-end-comparing-help = Volver a la lista de revisión habitual; el patrón de referencia se conserva
cmd-comparing-why-not = En este artículo no se comparan versiones
cmd-difference-why-not = No hay ninguna diferencia seleccionada

# Lo que se dice mientras tanto.
shell-compare-versions = Comparar versiones
path-title-compare = Comparar versiones de
path-compare = Comparar
comparing-offered =
    { $count ->
        [one] { $count } de estos archivos tiene este texto
       *[other] { $count } de estos archivos son versiones de un artículo
    }
comparing-suggestions = Sugerencias
comparing-begun =
    { $agreed ->
        [one] Todos coinciden en { $agreed } anotación
       *[other] Todos coinciden en { $agreed } anotaciones
    }; { $differences ->
        [one] hay { $differences } diferencia
       *[other] hay { $differences } diferencias
    }
comparing-all-settled =
    { $count ->
        [0] No hay diferencias
        [one] La diferencia está resuelta; guardar el patrón de referencia con Ctrl+S
       *[other] Las { $count } diferencias están resueltas; guardar el patrón de referencia con Ctrl+S
    }
comparing-listed-settled = Todas las diferencias que muestra el filtro están resueltas
comparing-took =
    { $count ->
        [one] { $count } diferencia resuelta
       *[other] { $count } diferencias resueltas
    }
comparing-took-none = No se resolvió nada: en ninguna coincide más de la mitad
compare-other-labels = Omitida, porque sus etiquetas no son las de la primera versión: { $path }
compare-other-text = Omitida, porque es de otro texto que la primera versión: { $path }
compare-no-versions = No se encontraron otras versiones, como story.anna.ron y story.ben.ron, o carpetas con archivos del mismo nombre: { $path }
compare-other-gold = El patrón de referencia es de otro texto o tiene otras etiquetas: { $path }

# La lista de diferencias y lo que se decide sobre la seleccionada.
comparing-list = Diferencias
comparing-none = Todas las versiones dicen lo mismo
comparing-none-listed = Ninguna diferencia pasa el filtro
comparing-progress = { $done } de { $all } resueltas
comparing-open =
    { $count ->
        [one] { $count } abierta
       *[other] { $count } abiertas
    }
comparing-settled =
    { $count ->
        [one] { $count } resuelta
       *[other] { $count } resueltas
    }
comparing-kind-missing = Falta
comparing-kind-edge = Borde
comparing-kind-label = Etiqueta
comparing-kind-value = Valor
comparing-kind-speaker = Hablante
comparing-kind-attribute = Atributo
comparing-who-has = { $people }: { $has }
comparing-state-settled = resuelta
comparing-state-open = abierta
comparing-choose = Elegir una diferencia con Tab o en la lista
comparing-nothing = nada
comparing-reason = Motivo
comparing-reason-hint = Motivo (U)
comparing-neither = Ninguna
comparing-all = Ambas
comparing-own = Propia
cmd-compare-beside = Comparar con otras versiones
cmd-compare-beside-help = Comparar el artículo con los de otras personas, que se encuentran por su nombre
versions-compare = Comparar
cmd-filter-kind = Filtrar diferencias: { $kind }
cmd-filter-kind-help = Mostrar solo diferencias de este tipo, o todas de nuevo: { $kind }
cmd-show-open = Mostrar solo diferencias abiertas
cmd-show-open-help = Mostrar solo lo que aún no está resuelto, o todo de nuevo
kind-missing = falta
kind-edge = borde
kind-label = etiqueta
kind-value = valor
kind-speaker = hablante
kind-attribute = atributo
