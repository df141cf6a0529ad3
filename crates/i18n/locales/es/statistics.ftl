# Estadísticas y acuerdo: las cifras de carpetas de artículos.

cmd-statistics = Estadísticas…
cmd-statistics-help = Mostrar qué está marcado en la carpeta abierta y qué tan buenas son las sugerencias
cmd-statistics-why-not = Abrir una carpeta o guardar el artículo en una

cmd-agreement = Acuerdo…
cmd-agreement-help = Medir hasta qué punto varias personas coinciden en los mismos artículos

## Statistics

statistics-title = Estadísticas
statistics-counting = Contando artículos y buscando sugerencias para los terminados…
statistics-stop = Detener
statistics-save-tables = Guardar como CSV…
statistics-save-report = Guardar informe…
statistics-save-tables-in = Guardar tablas en la carpeta
statistics-save-report-to = Guardar informe como
statistics-page = Página
statistics-tables-saved = Tablas guardadas en { $path }
statistics-report-saved = Informe guardado: { $path }
statistics-all = Todos { $count }
statistics-open = Abiertos { $count }
statistics-in-work = En curso { $count }
statistics-done = Terminados { $count }
statistics-nothing = No hay nada marcado en estos artículos
statistics-labels = Etiquetas
statistics-frequent = Fragmentos más frecuentes
statistics-lengths = Longitud de los fragmentos
statistics-days = Anotaciones por día
statistics-suggestions = Sugerencias
statistics-none-done = Las sugerencias se comparan con artículos terminados, y no hay ninguno
statistics-against =
    { $count ->
        [one] Frente a { $count } artículo terminado, con intervalos del 95 %
       *[other] Frente a { $count } artículos terminados, cada uno tras lo aprendido de los anteriores; intervalos del 95 % por artículo
    }
statistics-lags = { $label } va a la zaga: su F1 es la más baja
statistics-calibration = Calibración
statistics-calibration-about = En la línea discontinua, las sugerencias aciertan tanto como su confianza indica
statistics-bin = { $from } %: { $right } de { $count } correctas
statistics-curve = Curva de aprendizaje
statistics-curve-about = F1 de los artículos desde el punto anterior, en el orden de los días en que se trabajó en ellos por última vez
statistics-curve-short = Una curva de aprendizaje requiere ocho artículos terminados
statistics-all-labels = Todas las etiquetas
statistics-unlearned = Sin aprender nada
statistics-left-out = Omitido
statistics-column-label = Etiqueta
statistics-column-spans = Fragmentos
statistics-column-articles = Artículos
statistics-column-median = Mediana de tokens
statistics-column-quartiles = Cuartiles
statistics-column-most = Máximo
statistics-column-marked = Marcados
statistics-column-suggested = Sugeridos
statistics-column-right = Correctos
statistics-column-precision = Precisión
statistics-column-recall = Exhaustividad
statistics-column-f1 = F1
statistics-axis-tokens = tokens
statistics-axis-spans = fragmentos
statistics-axis-days = días desde { $day }
statistics-axis-annotations = anotaciones
statistics-axis-confidence = confianza
statistics-axis-right = parte correcta
statistics-axis-articles = artículos terminados

## Agreement

agreement-title = Acuerdo
agreement-about = Añadir una carpeta por cada una de dos a cinco personas, o una cuyos archivos se llamen como story.anna.ron y story.ben.ron
agreement-add-folder = Añadir carpeta…
agreement-choose-folder = Añadir una carpeta para comparar
agreement-drop-folder = No comparar { $path }
agreement-only-done = Solo artículos terminados
agreement-compare = Comparar
agreement-no-folder = Añadir primero una carpeta
agreement-busy = Hay una comparación en curso
agreement-working = Comparando…
agreement-nothing-begun = Ninguna de estas carpetas tiene un artículo empezado
agreement-of =
    { $count ->
        [one] { $people }: { $count } artículo de dos o más, { $complete } de todas; intervalos del 95 % por artículo
       *[other] { $people }: { $count } artículos de dos o más, { $complete } de todas; intervalos del 95 % por artículo
    }
agreement-by-label = Por etiqueta
agreement-together = En conjunto
agreement-strict-f1 = F1, estricta
agreement-overlapping-f1 = F1, con solapamiento
agreement-cohen = κ de Cohen
agreement-fleiss = κ de Fleiss
agreement-alpha = α de Krippendorff
agreement-alpha-u = α_u de Krippendorff
agreement-gamma = γ
agreement-gamma-cat = γ-cat
agreement-pairs = Por parejas, todas las etiquetas
agreement-pair = { $one } y { $other }
agreement-facts = Lo que llevan los mismos fragmentos en ambos
agreement-column-pairs = Parejas
agreement-column-same = Iguales
agreement-column-article = Artículo
agreement-least = Menor acuerdo; pulsar uno para abrirlo
agreement-over-time = Acuerdo a lo largo del tiempo
agreement-by-date = artículos por fecha
agreement-by-name = artículos por nombre

## Examples in the guidelines

cmd-add-example = Añadir como ejemplo
cmd-add-example-help = Escribir el fragmento con su frase en las pautas del proyecto, bajo su etiqueta
cmd-add-counter-example = ¿Por qué no lo es?
cmd-add-counter-example-help = Escribir el fragmento en las pautas del proyecto como contraejemplo, con esa pregunta
cmd-add-example-no-span = Ir primero a un fragmento
cmd-add-example-no-project = Convertir primero la carpeta en un proyecto
cmd-add-example-no-file = Guardar primero el artículo en la carpeta del proyecto
cmd-take-back-example = Retirar el último ejemplo
cmd-take-back-example-help = Dejar las pautas como estaban antes del último ejemplo
cmd-take-back-example-why-not = No se ha añadido ningún ejemplo
example-question = ¿Por qué esto no es «{ $label }»?
example-added = Añadido a las pautas bajo { $label }
example-taken-back = El ejemplo se ha retirado
guidelines-version = Versión { $version }
