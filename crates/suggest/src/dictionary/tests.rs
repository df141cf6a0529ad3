//! What a dictionary finds: each check is a file, an article and the same article with what is found.

use std::collections::BTreeMap;

use super::{Dictionaries, Dictionary, put_first};
use crate::resolve::resolve;
use crate::{Analysis, every_label, suggest_with};
use copydesk_document::markup::{Marked, MarkedSpan, parse, print};
use copydesk_document::{Confidence, Suggestion, counted};
use copydesk_text::ArticleText;

/// Reads files without fault, each a name and its text.
fn read(files: &[(&str, &str)]) -> Dictionaries {
    let read = |(name, text): &(&str, &str)| {
        let (dictionary, problems) = Dictionary::read(name, text, None);
        assert_eq!(problems, [], "{name}");
        dictionary
    };
    Dictionaries::new(&files.iter().map(read).collect::<Vec<_>>())
}

fn found(dictionaries: &Dictionaries, article: &ArticleText) -> Vec<Suggestion> {
    dictionaries.suggest(&Analysis::new(article), &every_label())
}

/// What the files find in the article of `marked`, and nothing else.
#[track_caller]
fn check_files(files: &[(&str, &str)], marked: &str) {
    let article = ArticleText::new(parse(marked).unwrap().text);
    let spans = found(&read(files), &article);
    let spans = spans.into_iter().map(|suggestion| MarkedSpan {
        range: suggestion.span.range(),
        label: suggestion.label,
        confidence: None,
        attributes: BTreeMap::new(),
    });
    let printed = print(&Marked {
        text: article.as_str().to_owned(),
        spans: spans.collect(),
    });
    assert_eq!(printed.unwrap(), marked);
}

#[track_caller]
fn check(people: &str, marked: &str) {
    check_files(&[("people.txt", people)], marked);
}

/// One pattern for a person.
#[track_caller]
fn check_pattern(tokens: &str, marked: &str) {
    let line = format!("{{\"label\": \"PERSON\", \"pattern\": {tokens}}}\n");
    check_files(&[("patterns.jsonl", &line)], marked);
}

#[test]
fn a_list_finds_its_words_and_nothing_else() {
    check(
        "Anna Keller\nOrbán\n",
        "{person|Anna Keller} met {person|Orbán}; Anna and Kellers did not.",
    );
    check("Keller\n", "{person|Keller}'s plan, {person|Keller}’s aide");
    check("O'Neill\n", "Tip {person|O’Neill} left");
    check("state-run media\n", "The {person|state-run media} said");
}

#[test]
fn words_are_found_across_spaces_but_not_across_paragraphs() {
    check("Anna Keller\n", "When {person|Anna  Keller} came");
    check("Anna Keller\n", "Of Anna\n\nKeller left the room.");
}

#[test]
fn with_a_capital_words_are_found_as_written_or_in_capitals() {
    check(
        "Mark Rose\nUS\n",
        "{person|MARK ROSE} of the {person|US}: mark rose bids; tell us",
    );
}

#[test]
fn without_a_capital_words_are_found_in_any_case() {
    check("the pope\n", "{person|The Pope} and {person|the pope}");
}

#[test]
fn a_column_says_the_case() {
    check_files(
        &[(
            "names.csv",
            "words,label,case\nApple,ORG,exact\nTesco,ORG,any\n",
        )],
        "{organization|Apple} and APPLE, {organization|tesco} and {organization|TESCO}",
    );
}

#[test]
fn a_letter_at_the_end_of_a_sentence_is_found_without_the_stop() {
    check("vitamin A\n", "They took {person|vitamin A}. It helped.");
    check("U.S.\n", "They left the {person|U.S.} It helped.");
}

#[test]
fn the_longest_entry_wins() {
    check(
        "Keller\nAnna Keller\nKeller Foundation\n",
        "{person|Anna Keller} and Anna {person|Keller Foundation}",
    );
}

#[test]
fn of_two_lists_the_first_wins_where_both_have_the_same_words() {
    check_files(
        &[("people.txt", "Georgia\n"), ("places.txt", "Georgia\n")],
        "{person|Georgia} votes",
    );
}

#[test]
fn words_go_before_a_pattern_of_the_same_length() {
    let pattern = "{\"label\": \"place\", \"pattern\": [{\"LOWER\": \"georgia\"}]}";
    check_files(
        &[("a.jsonl", pattern), ("people.txt", "Georgia\n")],
        "{person|Georgia} votes",
    );
}

#[test]
fn labels_of_different_layers_may_overlap() {
    check_files(
        &[
            ("claims.txt", "taxes rose 5 percent\n"),
            ("figures.txt", "5 percent\n"),
        ],
        "{claim|taxes rose {figure|5 percent}}",
    );
}

#[test]
fn a_label_that_the_article_does_not_have_finds_nothing() {
    check_files(&[("ships.txt", "Titanic\n")], "The Titanic sank");
}

#[test]
fn a_pattern_matches_token_by_token() {
    check_pattern(
        r#"[{"lower": "senator"}, {"IS_TITLE": true}]"#,
        "{person|Senator Warren} and senator warren; {person|SENATOR Lee}",
    );
    check_pattern(
        r#"[{"TEXT": {"REGEX": "^Mc[A-Z]"}}]"#,
        "{person|McConnell} and Mcphee",
    );
    check_pattern(
        r#"[{"regex": "ov$", "is_alpha": true}]"#,
        "{person|Lavrov} in ovation",
    );
    check_pattern(
        r#"[{"LOWER": {"IN": ["mr", "ms"]}}, {"ORTH": "."}, {"SHAPE": "Xxxxx"}]"#,
        "{person|Mr. Smith} and Mr. Lee",
    );
    check_pattern(
        r#"[{"TEXT": "Room"}, {"TEXT": {"NOT_IN": ["7"]}, "LIKE_NUM": true}]"#,
        "{person|Room 12}, Room 7, {person|Room twelve}, Room mate",
    );
    check_pattern(
        r#"[{"IS_UPPER": true, "LENGTH": {">=": 3}}, {"IS_DIGIT": true, "LENGTH": 1}]"#,
        "{person|MIG 9}, MIG 29, UN 9",
    );
    check_pattern(
        r#"[{"LOWER": "so"}, {"IS_PUNCT": true}]"#,
        "{person|So,} he said so again",
    );
}

#[test]
fn a_token_may_be_there_so_often() {
    check_pattern(
        r#"[{"LOWER": "king"}, {"IS_TITLE": true}, {"TEXT": {"REGEX": "^[IVX]+$"}, "OP": "?"}]"#,
        "{person|King Charles III} and {person|King Felipe} of Spain",
    );
    check_pattern(
        r#"[{"LOWER": "dr"}, {"ORTH": ".", "OP": "*"}, {"IS_TITLE": true, "OP": "+"}]"#,
        "{person|Dr. Anna Maria Keller} met {person|Dr Who} today",
    );
    check_pattern(
        r#"[{"LOWER": "not"}, {"LOWER": "so", "OP": "!"}]"#,
        "{person|not very}, not so",
    );
    check_pattern(
        r#"[{"LOWER": "ha", "OP": "{2,3}"}]"#,
        "ha; {person|ha ha}; {person|ha ha ha} ha",
    );
    check_pattern(
        r#"[{"LOWER": "x"}, {"LOWER": "y", "OP": "{,2}"}, {"LOWER": "z", "OP": "{1,}"}]"#,
        "{person|x z z}; {person|x y y z}; x y y y z",
    );
    check_pattern(r#"[{"LOWER": "a"}, {}]"#, "{person|A b} c");
}

#[test]
fn a_pattern_stays_within_a_paragraph() {
    check_pattern(
        r#"[{"LOWER": "end"}, {"OP": "*"}]"#,
        "The {person|end of it}\n\nIt begins.",
    );
}

/// What is suggested for an article, with the suggesters: label, words, percent and reason.
#[track_caller]
fn check_all(files: &[(&str, &str)], article: &str, wanted: &[&str]) {
    let text = ArticleText::new(article);
    let all = suggest_with(&read(files), &Analysis::new(&text), &every_label());
    let printed = all.iter().map(|one| {
        let percent = one.confidence.percent();
        let (label, words) = (&one.label, text.words(one.span));
        match one.by {
            "dictionary" => format!("{label} “{words}” {percent} % {}", one.reason),
            by => format!("{label} “{words}” by {by}"),
        }
    });
    assert_eq!(printed.collect::<Vec<_>>(), wanted);
}

#[test]
fn an_entry_goes_before_what_the_suggesters_think_and_says_why() {
    check_all(
        &[("places.txt", "Keir Starmer\n")],
        "Keir Starmer said that taxes rose by 12 percent.",
        &[
            "place “Keir Starmer” 95 % Is in your list “places.txt”",
            "claim “taxes rose by 12 percent” by claims",
            "figure “12 percent” by figures",
        ],
    );
    let pattern = "{\"label\": \"ORG\", \"pattern\": [{\"lower\": \"starmer\"}]}";
    check_all(
        &[("patterns.jsonl", &format!("\n\n{pattern}\n"))],
        "Keir Starmer arrived.",
        &["organization “Starmer” 90 % Matches your pattern 3 of “patterns.jsonl”"],
    );
}

#[test]
fn a_figure_in_a_list_keeps_its_value() {
    let text = ArticleText::new("Exports fell by 12 percent.");
    let lists = read(&[("figures.txt", "12 percent\n")]);
    let all = suggest_with(&lists, &Analysis::new(&text), &every_label());
    let figure = all.iter().find(|one| one.by == "dictionary").unwrap();
    assert!(figure.attributes.contains_key("value"));
}

#[test]
fn matches_are_counted_for_each_file() {
    let lists = read(&[
        ("people.txt", "Keller\nLee\n"),
        ("places.txt", "Lee Bay\n"),
        ("ships.txt", "Keller\n"),
    ]);
    let text = ArticleText::new("Keller met Keller at Lee Bay");
    let counts = lists.counts(&Analysis::new(&text), &every_label());
    assert_eq!(counts, [2, 1, 0], "{}", counted(3, "list", "lists"));
}

proptest::proptest! {
    /// Any bytes as a file of any kind, and any article.
    #[test]
    fn whatever_a_file_holds_matches_lie_in_the_text_and_are_apart(
        words in "[ABab .'’\\-\n#,;\"]{0,60}",
        article in "[ABab .'’\\-\n\u{301}é]{0,80}",
    ) {
        for name in ["people.txt", "a.csv", "a.jsonl"] {
            let (dictionary, _) = Dictionary::read(name, &words, Some("person"));
            check_law(&[dictionary], &article);
        }
        let pattern = format!(
            "{{\"label\": \"person\", \"pattern\": [{{\"lower\": {:?}, \"op\": \"*\"}}, {{}}]}}",
            words.chars().next().unwrap_or('a').to_string(),
        );
        let (list, _) = Dictionary::read("people.txt", &words, None);
        let (patterns, _) = Dictionary::read("a.jsonl", &pattern, None);
        check_law(&[list, patterns], &article);
    }

    #[test]
    fn what_goes_first_leaves_nothing_that_overlaps_it_in_its_layer(
        own in spans(), others in spans(),
    ) {
        let schema = every_label();
        let article = ArticleText::new("abcdefghijklmnopqrstuvwxyz");
        let own = resolve(suggestions(&article, &own, "own"), &schema);
        let others = resolve(suggestions(&article, &others, "other"), &schema);
        let all = put_first(own.clone(), others.clone(), &schema);
        let overlaps = |one: &Suggestion, other: &Suggestion| {
            one.span.start() < other.span.end()
                && other.span.start() < one.span.end()
                && schema.share_layer(&one.label, &other.label)
        };
        for one in &own {
            assert!(all.contains(one));
        }
        for other in &others {
            let is_left_out = own.iter().any(|one| overlaps(one, other));
            assert_eq!(!all.contains(other), is_left_out, "{other:?} of {own:?}");
        }
        assert!(all.is_sorted_by_key(|one| one.span));
    }

    #[test]
    fn no_file_makes_the_reader_panic(text in proptest::prelude::any::<String>()) {
        for name in ["people.txt", "a.csv", "a.jsonl"] {
            let (dictionary, _) = Dictionary::read(name, &text, None);
            check_law(&[dictionary], &text);
        }
    }
}

/// Where spans begin, how long they are, and which label they have.
fn spans() -> impl proptest::strategy::Strategy<Value = Vec<(usize, usize, usize)>> {
    proptest::collection::vec((0..20usize, 1..6usize, 0..8usize), 0..8)
}

fn suggestions(
    article: &ArticleText,
    spans: &[(usize, usize, usize)],
    by: &'static str,
) -> Vec<Suggestion> {
    let suggestion = |(start, length, label): &(usize, usize, usize)| Suggestion {
        label: every_label().labels()[*label].id.clone(),
        span: article.span(*start, start + length).unwrap(),
        confidence: Confidence::CERTAIN,
        by,
        reason: String::new(),
        attributes: BTreeMap::new(),
    };
    spans.iter().map(suggestion).collect()
}

fn check_law(dictionaries: &[Dictionary], article: &str) {
    let article = ArticleText::new(article);
    let found = found(&Dictionaries::new(dictionaries), &article);
    for one in &found {
        assert_eq!(
            article.span(one.span.start(), one.span.end()),
            Some(one.span)
        );
    }
    for pair in found.windows(2) {
        assert!(pair[0].span.end() <= pair[1].span.start(), "{pair:?}");
    }
}
