//! `copydesk lint` as a script meets it.

use crate::exporting::Folder;
use crate::support::session;

struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Runs with a home folder of its own.
fn run(home: &Folder, args: &[&str]) -> Run {
    let (code, out, err) = crate::cli::run_at(&home.0.join("home"), args);
    let code = code.unwrap();
    Run { code, out, err }
}

/// Article files from marked-up text.
fn folder(name: &str, articles: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(name);
    for (path, marked) in articles {
        let session = session(marked);
        let ron = copydesk_store::print(session.article().unwrap().document());
        folder.write(&format!("news/{path}"), &ron);
    }
    folder
}

fn news(folder: &Folder) -> String {
    folder.0.join("news").to_str().unwrap().to_owned()
}

const TWO: &[(&str, &str)] = &[
    ("a.ron", "{person|Putin,} who came to {place|Kyiv}, spoke."),
    (
        "b/b.ron",
        "{person|Starmer:} Kyiv waits, and Starmer left {place|Odesa}.",
    ),
];

#[test]
fn what_is_found_is_told_line_by_line_with_its_place() {
    let folder = folder("lint-lines", TWO);
    let news = news(&folder);
    let told = run(&folder, &["lint", &news, "--least", "1"]);
    assert_eq!(told.code, 1);
    let expected = [
        format!(
            "{news}/b/b.ron:1:10: twin: “Kyiv”: “Kyiv” is place elsewhere, and not labeled here"
        ),
        format!(
            "{news}/b/b.ron:1:26: twin: “Starmer”: “Starmer” is person elsewhere, and not labeled here"
        ),
        format!("{news}/a.ron:1:1: edge: “Putin,”: “,” at the edge does not belong to it"),
        format!("{news}/b/b.ron:1:1: edge: “Starmer:”: “:” at the edge does not belong to it"),
        "all articles: few-examples: Figure has 0 examples, fewer than 1".to_owned(),
        "all articles: few-examples: Claim has 0 examples, fewer than 1".to_owned(),
    ];
    assert_eq!(told.out.lines().collect::<Vec<_>>(), expected);
    assert_eq!(
        told.err,
        "copydesk: 6 findings in 2 articles: 2 twin, 2 edge, 2 few-examples\n"
    );
    let none = run(&folder, &["lint", &news, "--kinds", "overlap,duplicate"]);
    assert_eq!((none.code, none.out.as_str()), (0, ""));
}

#[test]
fn scripts_get_an_object_with_what_would_put_each_place_right() {
    let folder = folder("lint-json", TWO);
    let told = run(
        &folder,
        &[
            "lint",
            &news(&folder),
            "--kinds",
            "edge",
            "--words",
            "PUTIN",
            "--json",
        ],
    );
    let json: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(json["articles"], 2);
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0]["kind"], "edge");
    assert_eq!(
        (&findings[0]["start_byte"], &findings[0]["end_byte"]),
        (&0.into(), &6.into())
    );
    let fix = serde_json::json!({"do": "move", "start_byte": 0, "end_byte": 5, "words": "Putin"});
    assert_eq!(findings[0]["fix"], fix);
}

#[test]
fn a_kind_is_put_right_in_all_articles_and_one_undo_takes_it_back() {
    let folder = folder("lint-fix", TWO);
    let news = news(&folder);
    let path = folder.0.join("news/b/b.ron");
    let before = std::fs::read_to_string(&path).unwrap();
    let fixed = run(&folder, &["lint", &news, "--fix", "edge"]);
    assert_eq!(
        (fixed.code, fixed.out.as_str(), fixed.err.as_str()),
        (0, "Put right 2 places in 2 articles\n", "")
    );
    let after = std::fs::read_to_string(&path).unwrap();
    assert!(after.contains("quote: \"Starmer\""), "{after}");
    let again = run(&folder, &["lint", &news, "--kinds", "edge"]);
    assert_eq!((again.code, again.out.as_str()), (0, ""));
    let undone = run(&folder, &["project", "undo", &news]);
    assert_eq!(undone.out, "Undone in 2 articles: put 2 places right\n");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), before);
    let twins = run(&folder, &["lint", &news, "--fix", "twin"]);
    assert_eq!(twins.out, "Put right 2 places in 1 article\n");
}

#[test]
fn what_only_a_person_can_put_right_is_counted() {
    let articles = [("a.ron", "{figure|several} men")];
    let folder = folder("lint-fix-unknown", &articles);
    let fixed = run(&folder, &["lint", &news(&folder), "--fix", "value"]);
    assert_eq!(
        (fixed.code, fixed.out.as_str()),
        (1, "Put right 0 places in 0 articles\n")
    );
    assert_eq!(
        fixed.err,
        "copydesk: 1 finding left, which only a person can put right\n"
    );
}

#[test]
fn what_is_right_is_remembered_in_the_folder() {
    let folder = folder("lint-accept", TWO);
    let news = news(&folder);
    let args = [
        "lint",
        &news,
        "--kinds",
        "edge,twin",
        "--words",
        "starmer",
        "--accept",
    ];
    let accepted = run(&folder, &args);
    assert_eq!(
        (accepted.code, accepted.out.as_str()),
        (0, "Remembered 2 things as right\n")
    );
    let ron = std::fs::read_to_string(folder.0.join("news/copydesk-lint.ron")).unwrap();
    let lines: Vec<&str> = ron.lines().collect();
    assert_eq!(
        lines[2..4],
        [
            "    (kind: \"edge\", words: \"Starmer:\", labels: [\"person\"]),",
            "    (kind: \"twin\", article: \"b/b.ron\", words: \"Starmer\", labels: [\"person\"]),",
        ]
    );
    let told = run(&folder, &["lint", &news, "--kinds", "edge,twin"]);
    assert_eq!(told.out.lines().count(), 2, "{}", told.out);
    // The file is no article.
    assert!(
        told.err.starts_with("copydesk: 2 findings in 2 articles"),
        "{}",
        told.err
    );
}

#[test]
fn several_folders_are_checked_together_and_each_keeps_what_is_right_in_it() {
    let text = "{place|Kyiv} slept while the council voted for an hour about the harbor, the bridge, the \
        long winter and everything else that nobody had thought of before.";
    let folder = folder(
        "lint-several",
        &[("train/a.ron", text), ("test/b.ron", text)],
    );
    let (train, test) = (folder.0.join("news/train"), folder.0.join("news/test"));
    let (train, test) = (train.to_str().unwrap(), test.to_str().unwrap());
    let args = ["lint", train, test, "--kinds", "duplicate"];
    let told = run(&folder, &args);
    assert_eq!(told.out.lines().count(), 1, "{}", told.out);
    assert!(told.out.contains("100% of its words"), "{}", told.out);
    assert!(
        told.out.trim_end().ends_with("in another part of the data"),
        "{}",
        told.out
    );
    assert_eq!(run(&folder, &[&args[..], &["--accept"]].concat()).code, 0);
    assert!(folder.0.join("news/test/copydesk-lint.ron").exists());
    assert_eq!(run(&folder, &args).code, 0);
}

#[test]
fn an_overlap_in_a_file_edited_by_hand_is_found_and_dropped() {
    let folder = folder(
        "lint-overlap",
        &[("a.ron", "{person|Keir Starmer} met {place|Kyiv}")],
    );
    let path = folder.0.join("news/a.ron");
    let ron = std::fs::read_to_string(&path).unwrap();
    let second = "label: \"place\", start: 17, end: 21, quote: \"Kyiv\"";
    assert!(ron.contains(second), "{ron}");
    let by_hand = ron.replacen(
        "annotations: [\n",
        "annotations: [\n        (id: 9, label: \"place\", start: 0, end: 4, quote: \"Keir\", by: Human),\n",
        1,
    );
    std::fs::write(&path, by_hand).unwrap();
    let news = news(&folder);
    let told = run(&folder, &["lint", &news, "--kinds", "overlap"]);
    assert_eq!(told.out.lines().count(), 1, "{}{}", told.out, told.err);
    let fixed = run(&folder, &["lint", &news, "--fix", "overlap"]);
    assert_eq!(
        fixed.out, "Put right 1 place in 1 article\n",
        "{}",
        fixed.err
    );
    assert_eq!(run(&folder, &["lint", &news, "--kinds", "overlap"]).code, 0);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let folder = folder("lint-damaged", TWO);
    folder.write("news/damaged.ron", "// Copydesk article, format 1\n(");
    let news = news(&folder);
    let told = run(&folder, &["lint", &news, "--kinds", "overlap"]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("damaged.ron"), "{}", told.err);
    let gone = run(&folder, &["lint", "/no/such/folder"]);
    assert_eq!(
        (gone.code, gone.err.as_str()),
        (1, "copydesk: There is no such folder: /no/such/folder\n")
    );
    folder.write("news/copydesk-lint.ron", "[\n    (kind: 7),\n]\n");
    let unread = run(&folder, &["lint", &news]);
    assert_eq!((unread.code, unread.out.as_str()), (1, ""));
    assert!(
        unread.err.contains("line 2") && unread.err.trim_end().ends_with("copydesk-lint.ron"),
        "{}",
        unread.err
    );
    let usage = run(&folder, &["lint", &news, "--kinds", "nosuch"]);
    assert_eq!(usage.code, 2);
}
