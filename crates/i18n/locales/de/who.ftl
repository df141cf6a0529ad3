# Wer arbeitet: Namen an dem, was entschieden ist, und wem welche Artikel zugeteilt sind.

who-decided = Entschieden
who-by = von { $name }
who-agreed = so auch bei: { $names }
who-by-agreed = von { $name }; so auch bei: { $names }
who-reason = Grund
article-filter-mine = Meine
