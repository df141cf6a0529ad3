//! `copydesk diff` and `copydesk adjudicate` as a script meets them.

use crate::cli::copydesk;
use crate::exporting::Folder;

const ANNA: &str = "{person|Keir Starmer} met {person|Donald Trump} in {place|Paris}.";
const BEN: &str = "{person|Keir Starmer} met Donald {person|Trump} in {person|Paris}.";
const CARLA: &str = "{person|Keir Starmer} met {person|Donald Trump} in Paris.";

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(args: &[&str]) -> Run {
    let output = copydesk(args, b"");
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Article files with these spans.
fn folder(name: &str, files: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(name);
    for (file, marked) in files {
        let session = crate::support::session(marked);
        let document = session.article().unwrap().document();
        let ron = copydesk_store::print_with(document, &copydesk_store::TextPlace::Inside);
        folder.write(file, &ron);
    }
    folder
}

fn path(folder: &Folder, name: &str) -> String {
    folder.0.join(name).display().to_string()
}

#[test]
fn differences_are_listed_with_who_has_what() {
    let folder = folder(
        "diff",
        &[
            ("s.anna.ron", ANNA),
            ("s.ben.ron", BEN),
            ("s.carla.ron", CARLA),
        ],
    );
    let [anna, ben, carla] =
        ["s.anna.ron", "s.ben.ron", "s.carla.ron"].map(|name| path(&folder, name));
    let found = run(&["diff", &anna, &ben, &carla]);
    assert_eq!((found.code, found.err.as_str()), (1, ""));
    assert_eq!(
        found.out,
        "line 1, column 18: edge “Donald Trump”\n\
         \x20   anna, carla: person “Donald Trump”\n\
         \x20   ben: person “Trump”\n\
         line 1, column 34: missing “Paris”\n\
         \x20   anna: place “Paris”\n\
         \x20   ben: person “Paris”\n\
         \x20   carla: nothing\n\
         2 differences; all agree on 1 annotation\n"
    );
    let json: serde_json::Value =
        serde_json::from_str(&run(&["diff", &anna, &ben, "--json"]).out).unwrap();
    assert_eq!(json["people"], serde_json::json!(["anna", "ben"]));
    assert_eq!(json["agreed"], 1);
    assert_eq!(json["differences"][0]["kind"], "edge");
    assert_eq!(json["differences"][0]["start"], 17);
    assert_eq!(json["differences"][1]["sides"][1][0]["label"], "person");
    assert_eq!(run(&["diff", &anna, &anna]).code, 0);
}

#[test]
fn what_cannot_be_compared_is_named_and_left_out() {
    let folder = folder(
        "diff-other",
        &[
            ("s.anna.ron", ANNA),
            ("s.ben.ron", BEN),
            ("t.ron", "Another."),
        ],
    );
    folder.write("broken.ron", "nothing");
    let [anna, ben, other, broken] =
        ["s.anna.ron", "s.ben.ron", "t.ron", "broken.ron"].map(|name| path(&folder, name));
    let found = run(&["diff", &anna, &ben, &other, &broken]);
    assert_eq!(found.code, 1);
    assert!(found.err.contains("of another text than the first version"));
    assert!(found.err.contains("broken.ron"), "{}", found.err);
    assert!(found.out.contains("differences"));
    let found = run(&["diff", &anna, &other]);
    assert_eq!((found.code, found.out.as_str()), (1, ""));
    assert!(found.err.contains("There is 1 version"), "{}", found.err);
    assert_eq!(run(&["diff"]).code, 2);
}

#[test]
fn suggestions_are_one_of_the_versions() {
    let folder = folder(
        "diff-suggestions",
        &[("s.ron", "Keir Starmer met {place|Trump} in Paris.")],
    );
    let file = path(&folder, "s.ron");
    let found = run(&["diff", &file, "--suggestions"]);
    assert_eq!(found.code, 1, "{}", found.err);
    assert!(
        found
            .out
            .contains("s: nothing\n    suggestions: person “Keir Starmer”"),
        "{}",
        found.out
    );
}

#[test]
fn a_folder_of_gold_standards_has_what_most_have_and_leaves_the_rest_open() {
    let folder = folder(
        "adjudicate",
        &[
            ("anna/s.ron", ANNA),
            ("ben/s.ron", BEN),
            ("carla/s.ron", CARLA),
            ("anna/alone.ron", ANNA),
            ("anna/new.ron", "Nothing yet."),
            ("ben/new.ron", "Nothing yet."),
        ],
    );
    let [anna, ben, carla, gold] = ["anna", "ben", "carla", "gold"].map(|name| path(&folder, name));
    let args = [
        "--as",
        "dora",
        "adjudicate",
        &anna,
        &ben,
        &carla,
        "-o",
        &gold,
        "--rule",
        "majority",
    ];
    let done = run(&args);
    assert_eq!((done.code, done.err.as_str()), (1, ""), "Paris is open");
    assert!(
        done.out.starts_with("1 gold standard written to"),
        "{}",
        done.out
    );
    assert!(
        done.out
            .contains("All agree on 1 annotation; the majority settled 1 difference; 1 left open")
    );
    let ron = std::fs::read_to_string(folder.0.join("gold/s.ron")).unwrap();
    assert!(
        ron.contains(r#"agreed: ["anna", "carla"], reason: "majority""#),
        "{ron}"
    );
    assert!(ron.contains(r#"annotator: "dora""#), "{ron}");
    let again = run(&args);
    assert!(
        again.out.starts_with("0 gold standards written"),
        "{}",
        again.out
    );
    assert_eq!(
        std::fs::read_to_string(folder.0.join("gold/s.ron")).unwrap(),
        ron
    );
}

#[test]
fn files_of_one_folder_have_their_gold_standards_beside_them_or_elsewhere() {
    let folder = folder(
        "adjudicate-beside",
        &[("s.anna.ron", ANNA), ("s.ben.ron", ANNA)],
    );
    let news = folder.0.display().to_string();
    let done = run(&["adjudicate", &news, "-o", &news]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    assert!(folder.0.join("s.gold.ron").exists());
    let again = run(&["adjudicate", &news, "-o", &news]);
    assert!(
        again.out.contains("1 unchanged"),
        "gold is nobody: {}",
        again.out
    );
}

#[test]
fn a_gold_standard_that_is_no_such_file_is_left_alone() {
    let folder = folder(
        "adjudicate-damaged",
        &[("s.anna.ron", ANNA), ("s.ben.ron", BEN)],
    );
    folder.write("gold/s.ron", "damaged");
    let (news, gold) = (folder.0.display().to_string(), path(&folder, "gold"));
    let done = run(&["adjudicate", &news, "-o", &gold]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("s.ron"), "{}", done.err);
    assert_eq!(
        std::fs::read_to_string(folder.0.join("gold/s.ron")).unwrap(),
        "damaged"
    );
    let nobody = run(&["adjudicate", &gold, "-o", &news]);
    assert_eq!(nobody.code, 1);
    assert!(nobody.err.contains("takes two people"), "{}", nobody.err);
}
