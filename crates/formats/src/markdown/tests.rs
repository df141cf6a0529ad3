//! Markdown: what of the marks is text.

use crate::import::documents_tests::read;

fn check(marked: &str, expected: &str) {
    let record = read("markdown", marked.as_bytes()).unwrap();
    assert_eq!(record.text.as_str(), expected, "{marked}");
}

#[test]
fn marks_go_and_words_stay() {
    check(
        "# Title #\n\nOne *two* __three__\nfour.",
        "Title\n\nOne two three four.",
    );
    check("Title\n=====\n\n> Quoted\n> words", "Title\n\nQuoted words");
    check(
        "See [the report](https://x.example \"t\") and <https://y.example>.",
        "See the report and https://y.example.",
    );
    check(
        "Before ![a picture of a dog](dog.jpg) after",
        "Before after",
    );
    check(
        "- one\n- two\n\n1. three\n2. four",
        "one\ntwo\n\nthree\nfour",
    );
    check("    let a = 1;\n\n    let b;", "let a = 1;\n\nlet b;");
    check(
        "```rust\nfn a() {\n    b();\n}\n```\nText",
        "fn a() {\n    b();\n}\n\nText",
    );
    check("| a | b |\n|---|--:|\n| c | **d** |", "a\tb\nc\td");
    check(
        "Line one  \nline two\\\nline three",
        "Line one\nline two\nline three",
    );
    check(
        "5 * 3 * 2 is 30, snake_case_word, 1\\. not a list",
        "5 * 3 * 2 is 30, snake_case_word, 1. not a list",
    );
    check("A<br>b &amp; <em>c</em>", "A\nb & c");
    check(
        "<div class=\"x\">\n<p>Raw &eacute;</p>\n</div>\n\nText",
        "Raw é\n\nText",
    );
    check(
        "A claim.[^1]\n\n[^1]: The source.\n\nMore.",
        "A claim.\n\nMore.\n\nThe source.",
    );
}

#[test]
fn front_matter_is_metadata() {
    let marked = "---\ntitle: \"Six: die\"\nauthors:\n  - Ana Reyes\n  - Jon Hale\ndate: 2026-05-01T10:00:00Z\n\
                  url: https://x.example/a\ntags: [a, b]\n---\n\n# Other\n\nText.";
    let record = read("markdown", marked.as_bytes()).unwrap();
    let metadata = record.metadata;
    assert_eq!(record.text.as_str(), "Other\n\nText.");
    assert_eq!(metadata.title, "Six: die");
    assert_eq!(metadata.byline, "Ana Reyes, Jon Hale");
    assert_eq!(metadata.date, "2026-05-01");
    assert_eq!(metadata.address, "https://x.example/a");

    let toml = "+++\ntitle = 'A title'\nauthor = \"Ana\"\n+++\nText.";
    let metadata = read("markdown", toml.as_bytes()).unwrap().metadata;
    assert_eq!(
        (metadata.title.as_str(), metadata.byline.as_str()),
        ("A title", "Ana")
    );
}

#[test]
fn deep_nesting_ends() {
    for deep in [
        "> ".repeat(20_000),
        "* ".repeat(5_000),
        "[".repeat(20_000),
        "*a ".repeat(20_000),
    ] {
        let record = read("markdown", format!("{deep}end").as_bytes()).unwrap();
        assert!(
            record.text.as_str().ends_with("end"),
            "{}",
            deep.get(..10).unwrap()
        );
    }
}
