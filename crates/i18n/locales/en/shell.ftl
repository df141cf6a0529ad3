# Titles and file types of the system's file dialogs
shell-open-articles = Open articles
shell-open-folder = Open folder
shell-save-article = Save article
shell-import-folder = Save articles in folder
shell-export-data-set = Export data set to
shell-name-folder = Name a new folder for the data set
shell-add-dictionary = Add a list or patterns
shell-export-dictionary = Export dictionary to
shell-export-activity = Export time and actions to
shell-all-files = All files
shell-articles = Copydesk articles
shell-article = Copydesk article
shell-texts = Texts
shell-data-set = Data set
shell-dictionaries = Lists and patterns
shell-dictionary = Dictionary
shell-table = Table

# Folders that cannot be shown
shell-folder-missing = Could not show the folder: it is not there yet: { $path }
shell-folder-no-program = Could not show the folder: no program for folders is set up: { $path }
shell-folder-failed = Could not show the folder: { $program }: { $error }: { $path }
shell-folder-no-thread = Could not show the folder: { $error }

# What went wrong in the program itself
shell-report-written = { $words }. The report is in { $path }
shell-task-stopped = Something went wrong in Copydesk, and the task was stopped: { $words }
shell-task-no-thread = Could not start the task: the system has no thread for it ({ $error }); close other programs and try again
shell-thread-ended = it ended at once

shell-bad-shortcut = “{ $keys }” is not a valid shortcut for “{ $command }” (keys.ron); write it like Ctrl+Shift+Z, F3 or X
