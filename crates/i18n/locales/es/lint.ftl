deed-repair =
    { $count ->
        [one] corregir { $count } lugar
       *[other] corregir { $count } lugares
    }
lint-kind-two-labels = Palabras con dos etiquetas
lint-kind-twin = Etiquetado en otra parte, aquí no
lint-kind-edge = Signos en un borde
lint-kind-value = Valores de cifras
lint-kind-speaker = Afirmaciones sin su hablante
lint-kind-sentences = Más allá de una frase
lint-kind-overlap = Solapamientos
lint-kind-duplicate = Casi el mismo artículo
lint-kind-few-examples = Etiquetas con pocos ejemplos
lint-two-labels =
    { $count ->
        [one] «{ $words }»: { $other } { $count } vez en otra parte, aquí { $own }
       *[other] «{ $words }»: { $other } { $count } veces en otra parte, aquí { $own }
    }
lint-twin = «{ $words }»: { $label } en otra parte, aquí sin etiquetar
lint-sentences = Pasa del final de una frase
lint-overlap = Se solapa con «{ $other }» ({ $label }) y quedó apartado
lint-few-examples =
    { $count ->
        [one] { $label } tiene { $count } ejemplo, menos de { $least }
       *[other] { $label } tiene { $count } ejemplos, menos de { $least }
    }
lint-duplicate = Comparte el { $percent } % de sus secuencias de palabras con { $other }
lint-duplicate-across = Comparte el { $percent } % de sus secuencias de palabras con { $other }, en otra parte de los datos
lint-value-missing = No tiene valor
lint-value-missing-known = No tiene valor; sus palabras dicen { $says }
lint-value-no-figure = Su valor «{ $value }» no es una cifra
lint-value-other = Su valor es { $value }, sus palabras dicen { $says }
lint-speaker = No tiene hablante; { $name } lo dice en la misma frase
lint-edge = «{ $marks }» en el borde no forma parte
lint-edge-possessive = El posesivo «{ $marks }» no forma parte
lint-repaired =
    { $places ->
        [one] { $places } lugar corregido
       *[other] { $places } lugares corregidos
    } en { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }
lint-nothing-to-repair = Nada de este tipo se puede corregir solo
lint-repair-title = Corregir: { $kind }
lint-repair-count =
    { $articles ->
        [0] Corregir { $count }
        [one] Corregir { $count } en { $articles } artículo
       *[other] Corregir { $count } en { $articles } artículos
    }
cmd-lint = Comprobar la coherencia…
cmd-lint-help = Buscar lo que no es coherente en la carpeta o los artículos abiertos: etiquetas, bordes, valores, hablantes
lint-changed-since = Esto ha cambiado desde la comprobación
lint-mended-file = Corregido en su archivo
lint-title = Comprobar la coherencia
lint-list = Lo que no es coherente
lint-kind-counted = { $kind }, { $count }
lint-all-articles = Todos los artículos
lint-go = Ir allí
lint-mend = Corregir
lint-right = Esto es correcto
lint-mend-all = Corregir todo lo de este tipo…
lint-close = Cerrar
lint-why-nothing = No se encontró nada
lint-why-no-place = Esto se refiere a todos los artículos
lint-why-no-mending = Solo una persona sabe cómo corregir esto
lint-checking = Comprobando…
lint-stopped = La comprobación se detuvo
lint-found =
    { $count ->
        [0] No se encontró nada en { $articles ->
            [one] { $articles } artículo
           *[other] { $articles } artículos
        }
        [one] { $count } hallazgo en { $articles ->
            [one] { $articles } artículo
           *[other] { $articles } artículos
        }
       *[other] { $count } hallazgos en { $articles ->
            [one] { $articles } artículo
           *[other] { $articles } artículos
        }
    }
lint-left-out-more = { $why } (y { $count } más)
