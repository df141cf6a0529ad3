# Who works: names on what is decided, and whose articles are whose.

who-decided = Decided
who-by = by { $name }
who-agreed = { $names } had it so
who-by-agreed = by { $name }; { $names } had it so
who-reason = Reason
article-filter-mine = Mine
