undo = Deshacer
undo-named = Deshacer: { $name }
