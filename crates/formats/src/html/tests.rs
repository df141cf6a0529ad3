//! Web pages: what is the article and what is not, encodings, pages built to hurt.

use crate::testing::writing::{DETAILS, PLACES, check_lines, check_losses};
use crate::testing::xml::{main_file, small};
use std::collections::BTreeMap;

use crate::import::documents_tests::{fixture, read, refusal};

/// How many words of a page are the article's, and how many of the article's were found.
struct Score {
    precision: f64,
    recall: f64,
}

fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    let all = text.split(|c: char| !c.is_alphanumeric());
    for word in all.filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    words
}

fn score(name: &str) -> Score {
    let found = read("html", &fixture(&format!("pages/{name}.html"))).unwrap();
    let truth = String::from_utf8(fixture(&format!("pages/{name}.txt"))).unwrap();
    let (found, truth) = (words(found.text.as_str()), words(&truth));
    let shared: usize = truth
        .iter()
        .map(|(word, count)| found.get(word).copied().unwrap_or_default().min(*count))
        .sum();
    Score {
        precision: shared as f64 / found.values().sum::<usize>() as f64,
        recall: shared as f64 / truth.values().sum::<usize>() as f64,
    }
}

/// All pages whose article is found to the letter.
const EXACT: [&str; 19] = [
    "amp",
    "blog-theme",
    "brief",
    "broadcaster",
    "classic",
    "cookie-banner",
    "div-paragraphs",
    "government",
    "hashed-classes",
    "inline-ads",
    "interview",
    "line-breaks",
    "list-table-quote",
    "live-blog",
    "many-comments",
    "next-article",
    "paywall",
    "pre-release",
    "story-river",
];

#[test]
fn the_article_is_found_and_its_surroundings_are_left_out() {
    for name in EXACT {
        let found = read("html", &fixture(&format!("pages/{name}.html"))).unwrap();
        let truth = String::from_utf8(fixture(&format!("pages/{name}.txt"))).unwrap();
        assert_eq!(found.text.as_str(), truth.trim_end(), "{name}");
    }
    // An advertisement in a table without a name, a foot named in German, the authors' lives.
    for (name, precision) in [
        ("tables-1252", 0.89),
        ("xhtml-latin1", 0.93),
        ("magazine", 0.90),
    ] {
        let score = score(name);
        assert!(score.precision >= precision, "{name}: {}", score.precision);
        assert!(score.recall >= 1.0, "{name}: {}", score.recall);
    }
}

#[test]
fn what_a_page_says_of_itself_is_kept() {
    let classic = read("html", &fixture("pages/classic.html"))
        .unwrap()
        .metadata;
    assert_eq!(classic.byline, "Ines Okafor");
    assert_eq!(classic.date, "2026-02-03");
    assert_eq!(classic.address, "https://courier.example/news/bridge");
    assert!(
        classic.title.starts_with("Harbour bridge to close"),
        "{}",
        classic.title
    );

    let paywall = read("html", &fixture("pages/paywall.html")).unwrap();
    assert_eq!(paywall.metadata.byline, "Ruth Adeyemi");
    assert_eq!(paywall.metadata.address, "https://ledger.example/vote");
    assert!(
        paywall.warnings[0].contains("shows only a part"),
        "{:?}",
        paywall.warnings
    );

    let none = read("html", b"<html><body><p>Words without a head.</p>")
        .unwrap()
        .metadata;
    assert_eq!((none.byline, none.date, none.address), Default::default());
}

fn text(page: &str) -> String {
    read("html", page.as_bytes())
        .unwrap()
        .text
        .as_str()
        .to_owned()
}

#[test]
fn blocks_stand_apart_and_words_do_not() {
    let cases = [
        (
            "<p>One&nbsp;&amp;&#8217;two</p><p>Three</p>",
            "One\u{a0}&’two\n\nThree",
        ),
        (
            "<p>A<b>l</b>l in on<i>e</i> <span> word</span></p>",
            "All in one word",
        ),
        ("<p>First<br>second</p>", "First\nsecond"),
        ("<p>Donau&shy;dampf</p>", "Donaudampf"),
        ("<pre>  a\n    b</pre>", "  a\n    b"),
        ("<ol><li>one<li>two</ol>", "one\ntwo"),
        (
            "<table><tr><th>a<th>b<tr><td><p>c</p><td>d</table>",
            "a\tb\nc\td",
        ),
        (
            "<p>kept</p><script>if (a < b) {}</script><style>p{}</style>",
            "kept",
        ),
        ("<p>1 < 2 and <3", "1 < 2 and <3"),
    ];
    for (body, expected) in cases {
        assert_eq!(text(&format!("<html><body>{body}")), expected, "{body}");
    }
}

#[test]
fn the_encoding_is_the_one_the_page_says() {
    let page = |charset: &str| format!("<html><head><meta charset={charset}></head><body><p>Caf");
    let read = |bytes: &[u8]| {
        let record = read("html", bytes).unwrap();
        (record.text.as_str().to_owned(), record.metadata.encoding)
    };
    let with = |charset: &str, word: &[u8]| [page(charset).as_bytes(), word].concat();
    let cafe = |encoding: &str| ("Café".to_owned(), encoding.to_owned());
    assert_eq!(read(&with("\"iso-8859-1\"", b"\xe9")), cafe("windows-1252"));
    assert_eq!(read(&with("utf-8", "é".as_bytes())), cafe("UTF-8"));
    // It says one thing and is another.
    assert_eq!(read(&with("windows-1252", "é".as_bytes())), cafe("UTF-8"));
    assert_eq!(
        read(&with("'koi8-r'", b"\xc1")),
        ("Cafа".to_owned(), "KOI8-R".to_owned())
    );
    let utf_16: Vec<u8> = "\u{feff}<html><p>Café"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(read(&utf_16).0, "Café");
}

#[test]
fn pages_built_to_hurt_are_stripped_instead() {
    let article = "<h1>Headline</h1><p>What was said &amp; done.</p><script>x</script>";
    let attributes: Vec<String> = (0..200_000).map(|number| format!(" a{number}=1")).collect();
    let attributes = attributes.concat();
    let pages = [
        format!("<html>{}{article}", "<div>".repeat(100_000)),
        format!("<html>{}{article}", "<table><tr><td>".repeat(5_000)),
        format!("<html>{}{article}", "<svg><g>".repeat(50_000)),
        format!(
            "<html>{}{article}",
            "<svg><path/><b/></svg><path/>".repeat(20_000)
        ),
        format!("<html><p{attributes}></p>{article}"),
        format!("<html><p>{}</p>{article}", "&amp;".repeat(300_000)),
        format!(
            "<html>{}{}{article}",
            "<div>".repeat(500),
            "Words. ".repeat(400_000)
        ),
        format!("<html>{}{article}", "<b>x</b>".repeat(200_000)),
    ];
    for page in &pages {
        let record = read("html", page.as_bytes()).unwrap();
        let start = page.get(..40).unwrap();
        assert!(
            record
                .text
                .as_str()
                .ends_with("Headline\n\nWhat was said & done."),
            "{start}"
        );
        assert!(
            record.warnings[0].starts_with("The whole text of the page"),
            "{start}"
        );
    }
}

#[test]
fn many_unclosed_paragraphs_are_a_page_like_others() {
    let page = format!(
        "<html><body><h1>A headline</h1>{}",
        "<p>Words of a paragraph.".repeat(3_000)
    );
    let record = read("html", page.as_bytes()).unwrap();
    assert_eq!(record.warnings, Vec::<String>::new());
    assert_eq!(record.text.as_str().matches("Words").count(), 3_000);
}

#[test]
fn a_page_without_text_says_so() {
    let page =
        b"<html><head><title>App</title></head><body><div id=root></div><script>go()</script>";
    let refusal = refusal("html", page);
    assert!(refusal.contains("holds no text"), "{refusal}");
}

#[test]
fn markup_in_words_stays_words() {
    let page = "<html><body><p>&lt;img src=x onerror=alert(1)&gt; was in the letter.</p>";
    assert_eq!(
        text(page),
        "<img src=x onerror=alert(1)> was in the letter."
    );
}

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_lines(
        "html",
        PLACES,
        "data",
        &[
            r#"<div class="text" data-text="">📈 <mark class="magenta band" data-piece="1" title="Claim">Inflation hit <mark class="amber" data-piece="2" title="Figure">3.5%<i data-name="Figure"></i></mark><i data-name="Claim"></i></mark>, <mark class="blue" data-piece="3" title="Person">Andrew Bailey"#,
            r#"said<i data-name="Person"></i></mark> in “<mark class="green" data-piece="4" title="Place">Lond<i data-name="Place"></i></mark>on”.</div>"#,
            r#"<tr class="magenta" data-span="1" data-label="claim" data-start="2" data-end="20" data-state="accepted"><td>Claim</td><td class="words">Inflation hit 3.5%</td><td></td><td class="note"></td></tr>"#,
            r#"<tr class="amber" data-span="2" data-label="figure" data-start="16" data-end="20" data-state="accepted"><td>Figure</td><td class="words">3.5%</td><td></td><td class="note"></td></tr>"#,
            r#"<tr class="blue" data-span="3" data-label="person" data-start="22" data-end="40" data-state="accepted"><td>Person</td><td class="words">Andrew Bailey"#,
            r#"<tr class="green" data-span="4" data-label="place" data-start="45" data-end="49" data-state="accepted"><td>Place</td><td class="words">Lond</td><td></td><td class="note"></td></tr>"#,
        ],
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_lines(
        "html",
        DETAILS,
        "data",
        &[
            r#"<div class="text" data-text="">📈 <mark class="blue" data-piece="1" title="Person&#10;a|b [c] _d;*">Ann<i data-name="Person"></i></mark>: <mark class="amber suggested" data-piece="2" title="Figure&#10;open: suggested by figures, 57 %&#10;value: 3 percent">3%<i data-name="Figure ?"></i></mark>	"x" &lt;&amp;&gt; \ <mark class="green rejected" data-piece="3" title="Place&#10;rejected">Rome<i data-name="Place ✗"></i></mark></div>"#,
            r#"<tr class="blue" data-span="1" data-label="person" data-start="2" data-end="5" data-state="accepted" data-origin="human" data-by=""><td>Person</td><td class="words">Ann</td><td></td><td class="note">a|b [c] _d;*</td></tr>"#,
            r#"<tr class="amber" data-span="2" data-label="figure" data-start="7" data-end="9" data-state="suggested" data-origin="suggested" data-by="figures" data-confidence="57"><td>Figure</td><td class="words">3%</td><td><div>open: suggested by figures, 57 %</div><div>value: <span data-attribute="value" data-start="7" data-end="9">3 percent</span></div></td><td class="note"></td></tr>"#,
            r#"<tr class="green" data-span="3" data-label="place" data-start="20" data-end="24" data-state="rejected"><td>Place</td><td class="words">Rome</td><td><div>rejected</div></td><td class="note"></td></tr>"#,
        ],
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("html", PLACES, &[]);
    check_losses("html", DETAILS, &[]);
}

#[test]
fn crossing_spans_are_cut_into_pieces_of_the_page() {
    let page = main_file("html", &[small()]);
    let (_, text) = page.split_once("data-text=\"\">").unwrap();
    let (marks, _) = text.split_once("</div>").unwrap();
    assert_eq!(
        marks,
        "📈 <mark class=\"magenta band\" data-piece=\"1\" title=\"Claim\">Anna left \
         <mark class=\"green\" data-piece=\"2\" title=\"Place\">Paris</mark>\
         <i data-name=\"Claim\"></i></mark>\
         <mark class=\"green\" data-piece=\"2\" title=\"Place\"> again\
         <i data-name=\"Place\"></i></mark>.&#13;\n"
    );
}
