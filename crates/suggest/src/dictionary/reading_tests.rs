//! How files of each kind are read and written, and what is said of those that are damaged.

use super::{Case, Content, Dictionary, DictionaryKind, write};

/// The entries of a file, as “label: words”, then its problems.
fn read(name: &str, text: &str) -> Vec<String> {
    let (dictionary, problems) = Dictionary::read(name, text, None);
    let entries = dictionary.entries.iter().map(|entry| {
        let label = &entry.label;
        match &entry.content {
            Content::Words { words, case } => match case {
                Case::Usual => format!("{label}: {words}"),
                other => format!("{label}: {words} ({other:?})"),
            },
            Content::Tokens(pattern) => format!("{label}: {}", pattern.json),
        }
    });
    entries
        .chain(problems.iter().map(ToString::to_string))
        .collect()
}

#[test]
fn a_list_has_the_label_of_its_name_or_of_its_first_line() {
    let lines = "\u{feff}Anna Keller\r\n\r\n# a comment\n  Lee \n#MeToo\n";
    let entries = ["people: Anna Keller", "people: Lee", "people: #MeToo"];
    assert_eq!(read("people.txt", lines), entries);
    assert_eq!(
        read("senate.txt", "# label: person\nLee\n"),
        ["person: Lee"]
    );
}

#[test]
fn a_table_is_read_with_a_header_and_without() {
    assert_eq!(
        read("a.csv", "Label,Words,Case\nperson,\"Lee, Ann\",any\n"),
        ["person: Lee, Ann (Any)"]
    );
    assert_eq!(
        read("a.csv", "Lee,person\nBonn,place\n"),
        ["person: Lee", "place: Bonn"]
    );
    assert_eq!(read("a.csv", "words;label\nLee;person\n"), ["person: Lee"]);
    assert_eq!(
        read("a.tsv", "Lee\tperson\texact\n"),
        ["person: Lee (Exact)"]
    );
}

#[test]
fn a_damaged_line_is_named_and_the_others_are_read() {
    assert_eq!(
        read(
            "a.csv",
            "words,label,case\nLee,person\nBonn\n,place\nAnn,person,big\n"
        ),
        [
            "person: Lee",
            "line 3: no label for “Bonn”",
            "line 4: no words to find",
            "line 5: the case must be “any”, “exact” or empty, not “big”",
        ]
    );
}

/// What is said of a line of `patterns.jsonl`.
#[track_caller]
fn check_line(line: &str, problem: &str) {
    let file = format!("{{\"label\": \"person\", \"pattern\": \"Lee\"}}\n{line}\n");
    assert_eq!(
        read("patterns.jsonl", &file),
        ["person: Lee".to_owned(), format!("line 2: {problem}")]
    );
}

#[test]
fn what_a_pattern_cannot_do_here_is_named_with_its_line_and_key() {
    let pattern = |tokens: &str| format!("{{\"label\": \"person\", \"pattern\": {tokens}}}");
    let known = "Copydesk knows TEXT, ORTH, LOWER, REGEX, SHAPE, IS_DIGIT, IS_ALPHA, IS_UPPER, \
                 IS_LOWER, IS_TITLE, IS_PUNCT, LIKE_NUM, LENGTH, OP";
    check_line(
        &pattern("[{\"POS\": \"NOUN\"}]"),
        &format!("the key “POS” cannot be used here; {known}"),
    );
    check_line(
        &pattern("[{\"LOWER\": {\"FUZZY\": \"lee\"}}]"),
        "the key “FUZZY” cannot be used in “LOWER”; Copydesk knows IN, NOT_IN, REGEX",
    );
    check_line(
        &pattern("[{\"TEXT\": {\"REGEX\": \"(\"}}]"),
        "“REGEX” has a regular expression that does not read, “(”: unclosed group",
    );
    check_line(
        &pattern("[{\"OP\": \"{3,2}\"}]"),
        "“OP” must be !, ?, +, * or {n,m}, not \"{3,2}\"",
    );
    check_line(
        &pattern("[{\"LOWER\": \"a\", \"OP\": \"?\"}]"),
        "the pattern matches nothing: no token of it must be there",
    );
    check_line(
        &pattern("[{\"LOWER\": \"a\", \"OP\": \"{1000}\"}]"),
        "the pattern has more than 127 tokens",
    );
    check_line(
        &pattern("[{\"IS_DIGIT\": 1}]"),
        "“IS_DIGIT” must be true or false",
    );
    check_line(
        &pattern("[]"),
        "the pattern matches nothing: no token of it must be there",
    );
}

#[test]
fn what_is_not_a_pattern_is_named_with_its_line() {
    check_line("{\"label\": \"person\"}", "“pattern” is missing");
    check_line("{\"pattern\": \"Lee\"}", "“label” is missing");
    check_line(
        "{\"label\": \"person\", \"pattern\": 7}",
        "“pattern” must be words or a list of tokens",
    );
    check_line(
        "{\"label\": ",
        "column 10 is not JSON: EOF while parsing a value",
    );
    check_line("[]", "an object with “label” and “pattern” is expected");
}

/// Writes what `text` holds as another kind of file.
#[track_caller]
fn check_written(name: &str, text: &str, kind: DictionaryKind, file: &str, losses: &[&str]) {
    let (dictionary, problems) = Dictionary::read(name, text, None);
    assert_eq!(problems, []);
    let (written, left_out) = write(&dictionary, kind);
    assert_eq!(written, file);
    assert_eq!(left_out, losses);
}

const TABLE: &str =
    "words,label,case\nAnn Lee,person,\n\"Lee, Ann\",person,any\nBonn,place,exact\n";

#[test]
fn every_kind_is_written_and_what_it_cannot_hold_is_told() {
    check_written("a.csv", TABLE, DictionaryKind::Table, TABLE, &[]);
    check_written(
        "a.csv",
        TABLE,
        DictionaryKind::List,
        "# label: person\nAnn Lee\nLee, Ann\n",
        &[
            "1 entry with another label left out",
            "The case of 1 entry left out",
        ],
    );
    let patterns = "{\"label\":\"person\",\"pattern\":\"Ann Lee\"}\n\
         {\"label\":\"person\",\"pattern\":[{\"LOWER\":\"lee\"},{\"LOWER\":\",\"},{\"LOWER\":\"ann\"}]}\n\
         {\"label\":\"place\",\"pattern\":[{\"TEXT\":\"Bonn\"}]}\n";
    check_written("a.csv", TABLE, DictionaryKind::Patterns, patterns, &[]);
    check_written("a.jsonl", patterns, DictionaryKind::Patterns, patterns, &[]);
    check_written(
        "a.jsonl",
        patterns,
        DictionaryKind::Table,
        "words,label,case\nAnn Lee,person,\n",
        &["2 token patterns left out"],
    );
}

#[test]
fn a_label_that_the_schema_lacks_is_named_once() {
    let (dictionary, _) = Dictionary::read("a.csv", "Lee,person\nA,ship\nB,ship\n", None);
    let problems = dictionary.unknown_labels(&crate::every_label());
    let words: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(words, ["line 2: no label is called “ship”"]);
}
