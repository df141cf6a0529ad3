undo = Rückgängig
undo-named = Rückgängig: { $name }
