//! Words around a number that tell what it is.

/// Capitalised, as they are written beside a day.
#[rustfmt::skip]
pub(super) const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
    "Sept", "Oct", "Nov", "Dec",
];

/// Days of the week.
#[rustfmt::skip]
pub(super) const DAYS: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
];

/// Words behind `one` that show it to be a pronoun or an indefinite article.
#[rustfmt::skip]
pub(super) const AFTER_PRONOUN: &[&str] = &[
    "of", "another", "that", "who", "which", "whose", "is", "was", "has", "had", "does",
    "did", "can", "could", "might", "may", "would", "should", "must", "will", "cannot", "to",
    "in", "on", "at", "for", "with", "and", "or", "but", "as", "by", "from", "day",
      "where", "when", "if", "than", "then", "here", "there", "we", "you", "i",
    "he", "she", "they", "it", "not", "so", "about", "after", "before", "because", "while",
    "gets", "needs", "sees", "such", "the", "a", "an", "this", "these", "once", "their",
     "wonders", "out", "up", "down", "off", "over",

];

/// What stands before a year.
#[rustfmt::skip]
pub(super) const YEAR_BEFORE: &[&str] = &[
    "in", "since", "by", "until", "till", "before", "after", "during", "year", "early",
    "late", "mid", "spring", "summer", "autumn", "fall", "winter", "from", "of", "for",
    "through",
];

/// What is counted often enough in four digits without a comma.
#[rustfmt::skip]
pub(super) const COUNTED: &[&str] = &[
    "people", "troops", "soldiers", "men", "women", "children", "jobs", "homes", "houses",
    "victims", "members", "students", "workers", "dead", "civilians", "refugees", "employees",
    "prisoners", "passengers", "words", "votes", "residents", "families", "points", "copies",
    "police", "officers", "protesters", "demonstrators", "patients", "cases", "deaths",
    "buildings", "vehicles", "ships", "species", "pages", "participants", "delegates",
    "rounds", "migrants", "individuals", "inhabitants", "other", "others",
];

/// Nouns that a number names instead of counting what follows, whatever their case.
#[rustfmt::skip]
pub(super) const NUMBERED: &[&str] = &[
    "no", "nos", "number", "tel", "phone", "fax", "page", "pages", "pp", "p",
    "chapter", "section", "article", "paragraph", "step", "phase", "version", "room",
    "flight", "route", "highway", "table", "figure", "fig", "figs", "volume", "vol", "item",
    "question", "type", "channel", "category", "tier", "resolution", "suite", "apartment",
    "appendix", "rule", "part", "grade", "level", "stage", "episode", "note", "footnote",
    "clause", "annex", "protocol", "directive", "interstate", "exit", "platform", "lane",
    "season", "verse", "footnotes", "chapters", "sections", "articles", "tables", "figures",
    "amendment", "proposition", "proposal", "exhibit", "schedule", "box",
];

/// Makers and things whose models are numbers, so that even `737 jets` counts none.
#[rustfmt::skip]
pub(super) const MODELS: &[&str] = &[
    "Boeing", "Airbus", "Apollo", "Windows", "Falcon", "Route", "Highway", "Formula",
    "Chapter", "Article", "Section", "Title", "Resolution", "Proposition", "Model", "Mark",
    "Level", "Type", "Class", "Category", "Group", "Unit", "Room", "Gate", "District", "Zone",
    "Area", "Phase", "Game", "Week", "Day", "Round", "Channel", "Radio", "Interstate",
    "Flight", "Camp", "Top", "Division", "Force", "Pier", "Soyuz", "Space", "Ward",
    "Terminal", "Annex", "Act", "Episode",
];

/// Words that a sentence begins with before a count, and others that name nothing.
#[rustfmt::skip]
pub(super) const FUNCTION: &[&str] = &[
    "in", "at", "about", "some", "over", "the", "of", "nearly", "another", "only", "just",
    "all", "these", "those", "more", "than", "with", "and", "but", "for", "from", "by", "to",
    "between", "around", "roughly", "approximately", "up", "least", "most", "an", "a",
    "almost", "under", "after", "before", "during", "since", "when", "while", "as", "on",
    "if", "or", "not", "yet", "there", "their", "our", "its", "his", "her", "my", "your",
    "other", "first", "last", "every", "each", "both", "we", "they", "he", "she", "it", "i",
    "you", "this", "that", "next", "within", "below", "above", "fewer", "less", "exactly",
    "today", "currently", "total", "including", "police", "officials", "also", "still", "now",
    "then", "who", "what", "which", "where", "how", "why", "so", "because", "although",
    "though", "had", "has", "have", "was", "were", "are", "is", "did", "does", "do", "can",
    "will", "would", "could", "should", "may", "plus", "minus", "equals", "age", "aged",
    "ages", "instead", "no", "per", "via", "against", "among", "upon", "without", "through",
    "throughout", "got", "killed", "kills", "killing", "wounded", "injured", "dead", "down",
    "into", "out", "estimated",
];

/// Words of sport and votes near a score.
#[rustfmt::skip]
pub(super) const SCORE_WORDS: &[&str] = &[
    "won", "win", "wins", "winning", "beat", "beats", "beating", "lost", "lose", "loss",
    "losing", "defeat", "defeated", "defeating", "victory", "lead", "led", "leading", "draw",
    "drew", "tie", "tied", "score", "scored", "vote", "voted", "votes", "ruled", "ruling",
    "passed", "match", "game", "final", "goal", "goals", "set", "sets", "aggregate",
    "decision", "majority", "record", "trail", "trailed", "trailing", "level", "down", "up",
];

/// What a pair of numbers names when it stands behind it.
#[rustfmt::skip]
pub(super) const NO_SCORE: &[&str] = &[
    "pages", "pp", "p", "chapters", "sections", "articles", "no", "nos", "ages", "aged",
    "grades", ".",
];

/// Codes that stand before the amount in news; other capitals there are names.
#[rustfmt::skip]
pub(super) const CODES: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "RMB", "CHF", "AUD", "CAD", "NZD", "HKD", "SGD", "INR",
    "QAR", "Rs", "RM", "Rp", "ZAR", "NGN", "KES", "GHS", "UAH", "RUB", "SEK", "NOK", "DKK",
    "PLN", "THB", "MXN", "BRL", "AED", "SAR", "PKR", "PHP", "IDR", "MYR", "KRW", "TRY", "EGP",
    "ILS", "CUC", "IRR", "HUF", "CZK", "VND", "IQD", "KWD", "LBP", "BGN", "RON", "JOD", "BHD",
    "OMR", "ARS", "CLP", "COP", "LKR", "BDT", "KZT", "GEL", "MNT", "TWD", "ISK", "RSD", "SYP",
];
