# Titles and file types of the system's file dialogs
shell-open-articles = Abrir artículos
shell-open-folder = Abrir carpeta
shell-save-article = Guardar artículo
shell-import-folder = Guardar los artículos en una carpeta
shell-export-data-set = Exportar el conjunto de datos a
shell-name-folder = Dar nombre a una carpeta nueva para el conjunto de datos
shell-add-dictionary = Añadir una lista o patrones
shell-export-dictionary = Exportar el diccionario a
shell-export-activity = Exportar tiempos y acciones a
shell-all-files = Todos los archivos
shell-articles = Artículos de Copydesk
shell-article = Artículo de Copydesk
shell-texts = Textos
shell-data-set = Conjunto de datos
shell-dictionaries = Listas y patrones
shell-dictionary = Diccionario
shell-table = Tabla

# Folders that cannot be shown
shell-folder-missing = No se puede mostrar la carpeta porque aún no existe: { $path }
shell-folder-no-program = No se puede mostrar la carpeta porque no hay ningún programa configurado para carpetas: { $path }
shell-folder-failed = No se puede mostrar la carpeta: { $program }: { $error }: { $path }
shell-folder-no-thread = No se puede mostrar la carpeta: { $error }

# What went wrong in the program itself
shell-report-written = { $words }. El informe está en { $path }
shell-task-stopped = Algo falló en Copydesk y la tarea se detuvo: { $words }
shell-task-no-thread = No se pudo iniciar la tarea: el sistema no tiene ningún hilo para ella ({ $error }); conviene cerrar otros programas e intentarlo de nuevo
shell-thread-ended = terminó enseguida

shell-bad-shortcut = «{ $keys }» no es un atajo válido para «{ $command }» (keys.ron); debe escribirse como Ctrl+Shift+Z, F3 o X
