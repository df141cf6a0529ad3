undo = Undo
undo-named = Undo { $name }
