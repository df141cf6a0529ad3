no-data-folder = Este usuario no tiene carpeta para los datos del programa
no-settings-folder = Este usuario no tiene carpeta para los ajustes
engine-labels-given = Estas etiquetas se indicaron en la línea de comandos con --schema; hay que cambiar ese archivo o iniciar Copydesk sin esa opción
engine-folder-empty = No hay artículos en esta carpeta: { $path }
open-other-work = { $file }, junto a este texto, contiene trabajo sobre otra versión; para verlo hay que abrir ese archivo
deed-file-changed = cambio del archivo en otro lugar
deed-reject-as = rechazar { $words } como { $label }
deed-accept-sure = aceptar sugerencias de al menos un { $percent } %

## Registros de respaldo

journal-cut = El final del registro de respaldo de este artículo está dañado; pueden faltar las últimas acciones
journal-of-older-file = El archivo de este artículo cambió después del trabajo recuperado; al guardar se preguntará qué hacer
journal-not-begun = No se pudo iniciar su registro de respaldo
recovered-without-file = El archivo de este artículo ya no está o contiene otro trabajo: { $path }

## Versiones anteriores y lo que escribió otro programa

engine-version-time =
    { $month ->
        [Jan] { $day } ene { $year }, { $time }
        [Feb] { $day } feb { $year }, { $time }
        [Mar] { $day } mar { $year }, { $time }
        [Apr] { $day } abr { $year }, { $time }
        [May] { $day } may { $year }, { $time }
        [Jun] { $day } jun { $year }, { $time }
        [Jul] { $day } jul { $year }, { $time }
        [Aug] { $day } ago { $year }, { $time }
        [Sep] { $day } sept { $year }, { $time }
        [Oct] { $day } oct { $year }, { $time }
        [Nov] { $day } nov { $year }, { $time }
       *[Dec] { $day } dic { $year }, { $time }
    }
engine-theirs-no-article = El archivo ya no es un artículo de Copydesk: { $path }
engine-theirs-unreadable = No se puede leer el archivo: { $error }: { $path }

## Diccionarios

engine-dictionary-no-file-name = No se pudo cambiar el nombre del diccionario: «{ $name }» no es un nombre de archivo
engine-dictionary-name-taken = No se pudo cambiar el nombre del diccionario: ya hay uno con ese nombre: { $path }
engine-dictionary-has-words = «{ $words }» ya está en «{ $list }.txt»
engine-dictionary-words-added = «{ $words }» añadido a «{ $list }.txt»

## Importación y exportación

engine-activity-exported = Exportado a «{ $file }»
reported-import-files =
    { $count ->
        [one] { $count } archivo
       *[other] { $count } archivos
    }
reported-import-opened =
    { $articles ->
        [one] Abierto { $articles } artículo
       *[other] Abiertos { $articles } artículos
    } con { $spans ->
        [one] { $spans } anotación
       *[other] { $spans } anotaciones
    } desde { $file }
reported-import-stopped =
    Importación detenida; escrito hasta entonces: { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    } con { $spans ->
        [one] { $spans } anotación
       *[other] { $spans } anotaciones
    }: { $folder }
reported-import-written =
    { $articles ->
        [one] Escrito { $articles } artículo
       *[other] Escritos { $articles } artículos
    } con { $spans ->
        [one] { $spans } anotación
       *[other] { $spans } anotaciones
    }: { $folder }
reported-import-span = «{ $words }» en la posición { $place } de { $article }
reported-export-written =
    { $articles ->
        [one] Escrito { $articles } artículo
       *[other] Escritos { $articles } artículos
    } con { $spans ->
        [one] { $spans } fragmento
       *[other] { $spans } fragmentos
    } en { $file }
reported-export-span = { $label } «{ $words }» en { $article }
reported-left-out = omitido
reported-renamed = con otro nombre
reported-why-renamed = el nombre o el identificador ya se usaba o está reservado por un sistema
reported-warning = advertencia
engine-preview-binary = Es un formato binario; no contiene nada legible
