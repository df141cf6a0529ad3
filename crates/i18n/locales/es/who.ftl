# Quién trabaja: nombres en lo decidido y a quién le toca cada artículo.

who-decided = Decidido
who-by = por { $name }
who-agreed = igual en: { $names }
who-by-agreed = por { $name }; igual en: { $names }
who-reason = Motivo
article-filter-mine = Míos
