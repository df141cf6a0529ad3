## Qué es una cifra: completa «Es …» y «Es un intervalo, …».

what-amount = una cantidad en { $unit }
what-before = un número ante «{ $words }»
what-before-taken = un número ante «{ $words }», entendido como { $unit }
what-one-before = «one» ante «{ $words }»
what-fraction = una fracción
what-multiple = un múltiplo
what-multiple-before = un múltiplo, un número ante «{ $words }»
what-round = un número redondo en palabras, entendido como al menos dos
what-round-in-words = un número redondo en palabras
what-one = «one» ante un sustantivo
what-in-words = un número en palabras
what-in-digits = un número en dígitos
what-in-one-word = un número con la unidad «{ $unit }» en una sola palabra
what-separated = un número con separadores o con una palabra como «million»
what-thousands = un número con separadores o con una palabra para miles o más

## Por qué se sugiere una cifra. Un motivo no lleva punto y puede seguir a otro con minúscula inicial.

why-is = Es { $what }
why-range = Es un intervalo, { $what }
why-hedged = { $why }, matizado por «{ $words }»
why-age = Es una edad
why-two-numbers = Son dos números, como en un marcador o una votación
why-score = Es un marcador
why-twice = Es «twice» en una comparación
why-multiple-word = Es un múltiplo en una sola palabra
why-share = Es una parte de un todo
why-over = Es un número dividido entre otro
why-out-of = Es un número de un total
why-ratio = Es una proporción
why-lap-time = Es un tiempo en minutos y segundos
why-bounds = Da un límite inferior y uno superior
why-which = «{ $words }» dice cuáles, no cuántos
why-unlikely-figure = Es un número, pero más bien una fecha, un nombre o parte de uno

## Por qué se sugiere un nombre

why-after = Va después de «{ $words }»
why-before = Va antes de «{ $words }»
why-between = Va entre «{ $one }» y «{ $other }»
why-after-title = Va después del título «{ $title }»
why-first-name = «{ $name }» es un nombre de pila conocido
why-surname = «{ $name }» es el apellido de una persona nombrada en este artículo
why-listed-place = Está en la lista de lugares
why-listed-city-after = Está en la lista de ciudades y va después de «{ $words }»
why-place-elsewhere = Es un lugar en otra parte de este artículo
why-unlikely-name = Lleva mayúscula, pero es un nombre demasiado improbable para sugerirlo
why-short-for = Es la forma corta de «{ $name }» en el párrafo { $paragraph }
why-is-elsewhere = Es { $what } en el párrafo { $paragraph }, así que aquí también
why-reads-like = Por su posición parece { $what }
why-agreed =
    { $count ->
        [1] { $why }; leído igual una vez más aquí
       *[other] { $why }; leído igual { $count } veces más aquí
    }
why-listed-land = { $why }; está en la lista de países y regiones
why-listed-city = { $why }; está en la lista de ciudades
why-listed-people = { $why }; está en la lista de pueblos
why-listed-surname = { $why }; está en la lista de apellidos
why-listed-first-name = { $why }; «{ $name }» es un nombre de pila conocido
class-person = una persona
class-place = un lugar
class-organization = una organización
class-people = un pueblo o su gentilicio
class-date = una fecha
class-other-name = un nombre de otro tipo

## De una lista propia

why-your-list = Está en su lista «{ $list }»
why-your-pattern = Coincide con su patrón { $line } de «{ $list }»

## Por qué se sugiere una afirmación

why-poll = Dice cuántos de los encuestados opinan así
why-with = Va con «{ $words }»
why-both-sides = Está a ambos lados de «{ $words }»
why-quoted = Es una cita
why-quoted-after = Es una cita después de «{ $words }»
why-speaker = { $why }; hablante: { $speaker }
why-denied = { $why }, que lo niega
why-doubted = { $why }, que lo pone en duda
why-wish = { $why }; puede ser un deseo
why-worth-checking = Parece algo que vale la pena comprobar
why-has = Contiene { $what }
why-has-two = Contiene { $one } y { $other }
why-has-three = Contiene { $one }, { $other } y { $third }
why-without-source = { $why }, sin fuente
why-in-statement = { $why }, en una declaración de { $speaker }
has-figure = una cifra
has-two-figures = dos cifras
has-several-figures = varias cifras
has-comparison = una comparación
has-cause = una causa

## Qué no se sugiere

names-model-failed =
    { $count ->
        [1] El modelo de nombres falló en un punto; allí pueden faltar personas y lugares
       *[other] El modelo de nombres falló en { $count } puntos; allí pueden faltar personas y lugares
    }
names-model-unusable = No se puede usar el modelo de nombres: { $error }
names-model-none = No se puede usar el modelo de nombres: { $error }. No se sugieren personas ni lugares
notice-all-names = Este artículo está { $language }: se sugieren cifras y nombres seguros, pero no afirmaciones
notice-all-figures = Este artículo está { $language }: solo se sugieren cifras seguras, no nombres ni afirmaciones
notice-part-names = Parte de este artículo está { $language }: allí se sugieren cifras y nombres seguros, pero no afirmaciones
notice-part-figures = Parte de este artículo está { $language }: allí solo se sugieren cifras seguras, no nombres ni afirmaciones
in-german = en alemán
in-french = en francés
in-spanish = en español
in-italian = en italiano
in-portuguese = en portugués
in-dutch = en neerlandés
in-swedish = en sueco
in-danish = en danés o noruego
in-polish = en polaco
in-turkish = en turco
in-romanian = en rumano
in-czech = en checo
in-indonesian = en indonesio
in-finnish = en finés
in-hungarian = en húngaro
in-catalan = en catalán
in-another-language = en otro idioma que el inglés
