//! `copydesk project` as a script meets it.

use std::path::Path;

use crate::cli::copydesk;
use crate::exporting::Folder;

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(args: &[&str]) -> Run {
    let output = copydesk(&[&["project"], args].concat(), b"");
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with a text, an article file that is done, and one that is begun.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    let golden = include_str!("../fixtures/article-v1.ron");
    folder.write(
        "a/done.ron",
        &golden.replace("status: InWork", "status: Done"),
    );
    folder.write("a/begun.ron", golden);
    folder.write("b.txt", "Anna Keller stayed in Seoul.\n");
    folder
}

fn path(folder: &Folder) -> &str {
    folder.0.to_str().unwrap()
}

#[test]
fn the_status_counts_articles_and_annotations() {
    let folder = folder("command-status");
    let run_it = run(&["status", path(&folder)]);
    assert_eq!((run_it.code, run_it.err.as_str()), (0, ""));
    let lines: Vec<&str> = run_it.out.lines().collect();
    assert_eq!(
        lines[0],
        "3 articles: 1 done, 1 in progress, 1 open, 0 flagged"
    );
    assert!(lines[1].starts_with("4 annotations: "), "{lines:?}");
    let json = run(&["status", path(&folder), "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["project"], serde_json::Value::Null);
    assert_eq!((&json["articles"], &json["done"]), (&3.into(), &1.into()));
    assert_eq!(json["left"], serde_json::Value::Null);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_counted() {
    let folder = folder("command-unreadable");
    folder.write("a/damaged.ron", "// Copydesk article, format 1\n(");
    folder.write("copydesk-project.ron", "(format: 1,\n name: 7)");
    let status = run(&["status", path(&folder)]);
    assert_eq!(status.code, 1);
    assert!(
        status.out.starts_with("3 articles: 1 done"),
        "{}",
        status.out
    );
    assert!(status.err.contains("a/damaged.ron"), "{}", status.err);
    assert!(
        status
            .err
            .contains("Could not read the project file: line 2, column"),
        "{}",
        status.err
    );
    let gone = run(&["status", "/no/such/folder"]);
    assert_eq!(gone.code, 1);
    assert!(
        gone.err
            .ends_with("There is no such folder: /no/such/folder\n"),
        "{}",
        gone.err
    );
}

#[test]
fn labels_of_a_project_that_cannot_be_read_are_never_replaced_in_silence() {
    let folder = folder("command-labels-damaged");
    assert_eq!(run(&["init", path(&folder)]).code, 0);
    folder.write("labels.ron", "(\n labels: [(id: 7)],\n)");
    let before = std::fs::read(folder.0.join("a/begun.ron")).unwrap();
    for args in [
        ["search", path(&folder), "Seoul"].as_slice(),
        &["search", path(&folder), "--label", "person"],
        &["status", path(&folder)],
        &["accept", path(&folder)],
        &["accept", path(&folder), "--dry-run"],
    ] {
        let told = run_at(&folder, args);
        assert_eq!(told.code, 1, "{args:?}: {}{}", told.out, told.err);
        let says = ["the project’s labels: line 2, column", "labels.ron\n"];
        assert!(says.iter().all(|it| told.err.contains(it)), "{}", told.err);
    }
    assert_eq!(std::fs::read(folder.0.join("a/begun.ron")).unwrap(), before);
    assert!(!folder.0.join("b.ron").exists());
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_end() {
    let folder = folder("command-links");
    std::os::unix::fs::symlink(&folder.0, folder.0.join("a/again")).unwrap();
    let status = run(&["status", path(&folder)]);
    assert!(status.out.starts_with("3 articles"), "{}", status.out);
    assert!(
        status.err.contains("links are not followed"),
        "{}",
        status.err
    );
    let found = run(&["search", path(&folder), "keller"]);
    assert_eq!(found.out.lines().count(), 1, "{}", found.out);
}

#[test]
fn a_folder_is_made_a_project_once() {
    let folder = folder("command-init");
    let init = run(&["init", path(&folder), "--name", "Talks"]);
    let file = folder.0.join("copydesk-project.ron");
    assert_eq!((init.code, init.out), (0, format!("{}\n", file.display())));
    assert!(
        run(&["status", path(&folder)])
            .out
            .starts_with("Talks\n3 articles")
    );
    let before = std::fs::read(&file).unwrap();
    let again = run(&["init", path(&folder)]);
    assert_eq!(again.code, 1);
    assert!(
        again.err.contains("This folder is a project already"),
        "{}",
        again.err
    );
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn labels_in_the_folder_are_used_where_they_are_and_others_are_copied() {
    let folder = folder("command-init-labels");
    let schema = copydesk_store::print_schema(&crate::support::schema());
    let inside = folder.write("labels/ours.ron", &schema);
    let init = run(&["init", path(&folder), "--labels", inside.to_str().unwrap()]);
    assert_eq!(init.code, 0, "{}", init.err);
    let labels = |folder: &Path| copydesk_store::load_project(folder).unwrap().labels;
    assert_eq!(labels(&folder.0).as_deref(), Some("labels/ours.ron"));
    assert!(!folder.0.join("labels.ron").exists());
    let other = Folder::new("command-init-labels-elsewhere");
    let init = run(&["init", path(&other), "--labels", inside.to_str().unwrap()]);
    assert_eq!(init.code, 0, "{}", init.err);
    assert_eq!(labels(&other.0).as_deref(), Some("labels.ron"));
    let copied = std::fs::read_to_string(other.0.join("labels.ron")).unwrap();
    assert_eq!(copied, schema);
    let third = Folder::new("command-init-labels-damaged");
    let damaged = third.write("labels.txt", "people");
    let init = run(&["init", path(&third), "--labels", damaged.to_str().unwrap()]);
    assert_eq!(init.code, 1);
    assert!(
        init.err.contains("Could not read the project’s labels"),
        "{}",
        init.err
    );
    assert!(!third.0.join("copydesk-project.ron").exists());
}

#[test]
fn words_are_found_in_context() {
    let folder = folder("command-search");
    folder.write("c.html", "<p>Anna Keller</p>");
    let found = run(&["search", path(&folder), "anna keller"]);
    assert_eq!(found.code, 0);
    let line = format!("{}/b.txt: [Anna Keller] stayed in Seoul.\n", path(&folder));
    assert_eq!(found.out, line);
    assert!(
        found.err.contains("1 place in 1 of 3 articles"),
        "{}",
        found.err
    );
    assert!(
        found.err.contains("1 file in other formats"),
        "{}",
        found.err
    );
    let json = run(&["search", path(&folder), "Seoul", "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json["start_byte"], &json["end_byte"]),
        (&22.into(), &27.into())
    );
    assert_eq!(json["label"], serde_json::Value::Null);
}

#[test]
fn annotations_of_one_label_are_found_without_words() {
    let folder = folder("command-search-label");
    let all = run(&["search", path(&folder), "--annotations"]);
    assert_eq!(all.out.lines().count(), 4, "{}", all.out);
    let persons = run(&["search", path(&folder), "--label", "person"]);
    assert!(persons.out.lines().all(|line| line.ends_with("  (person)")));
    for words in [[].as_slice(), &[""], &[" \t"]] {
        let nothing = run(&[&["search", path(&folder)], words].concat());
        assert_eq!((nothing.code, nothing.out.as_str()), (2, ""), "{words:?}");
        let ways = ["words", "--label", "--annotations"];
        assert!(
            ways.iter().all(|way| nothing.err.contains(way)),
            "{}",
            nothing.err
        );
    }
    for label in ["PERSON", "Person", "people"] {
        let again = run(&["search", path(&folder), "--label", label]);
        assert_eq!((again.code, &again.out), (0, &persons.out), "{label}");
    }
}

#[test]
fn a_label_that_nobody_knows_is_refused_and_the_known_ones_are_named() {
    let folder = folder("command-search-unknown");
    let golden = include_str!("../fixtures/article-v1.ron");
    let own = golden
        .replace("id: \"person\"", "id: \"Party\"")
        .replace("label: \"person\"", "label: \"Party\"");
    folder.write("c.ron", &own);
    for label in ["nosuch", "two words", ""] {
        let bad = run(&["search", path(&folder), "--label", label]);
        assert_eq!((bad.code, bad.out.as_str()), (2, ""));
        let message = format!(
            "copydesk: No label is called “{label}”; there are person, place, figure, claim, Party\n"
        );
        assert_eq!(bad.err, message);
    }
    let party = run(&["search", path(&folder), "--label", "party"]);
    assert!(party.out.contains("  (Party)"), "{}", party.out);
}

#[test]
fn the_next_article_is_printed_until_none_is_left() {
    let folder = folder("command-next");
    let next = run(&["next", path(&folder)]);
    assert_eq!(next.out, format!("{}/a/begun.ron\n", path(&folder)));
    assert_eq!(next.code, 0);
    for name in ["a/begun.ron", "b.txt"] {
        std::fs::remove_file(folder.0.join(name)).unwrap();
    }
    let next = run(&["next", path(&folder), "--order", "random"]);
    assert_eq!((next.code, next.out.as_str()), (1, ""));
    assert!(
        next.err.contains("No article is left to do"),
        "{}",
        next.err
    );
}

/// Runs with a home folder of its own.
fn run_at(home: &Folder, args: &[&str]) -> Run {
    let (code, out, err) = crate::cli::run_at(&home.0.join("home"), &[&["project"], args].concat());
    let code = code.unwrap();
    Run { code, out, err }
}

#[test]
fn what_is_sure_is_shown_accepted_and_taken_back() {
    let folder = Folder::new("command-accept");
    let text = "President Donald Trump met Angela Merkel in Berlin.\n";
    folder.write("news/a.txt", text);
    folder.write("news/b.txt", text);
    let news = folder.0.join("news");
    let news = news.to_str().unwrap();
    let tried = run_at(&folder, &["accept", news, "--dry-run"]);
    assert_eq!(tried.code, 0, "{}", tried.err);
    assert!(tried.out.contains("\tperson\t"), "{}", tried.out);
    assert!(tried.out.lines().all(|line| line.split('\t').count() == 4));
    assert!(tried.out.starts_with("a.txt\t"), "{}", tried.out);
    let count = tried.out.lines().count();
    assert!(!folder.0.join("news/a.ron").exists(), "nothing is changed");
    let done = run_at(&folder, &["accept", news]);
    assert_eq!(
        done.out,
        format!("Accepted {count} suggestions in 2 articles\n")
    );
    let saved = std::fs::read_to_string(folder.0.join("news/b.ron")).unwrap();
    assert!(saved.contains("quote: \"Donald Trump\""));
    let undone = run_at(&folder, &["undo", news]);
    assert_eq!(
        undone.out,
        "Undone in 2 articles: accept suggestions of at least 95%\n"
    );
    assert!(!folder.0.join("news/a.ron").exists());
    let again = run_at(&folder, &["undo", news]);
    assert_eq!(again.code, 1);
    assert_eq!(
        again.err,
        "copydesk: Nothing was done in this folder as a whole\n"
    );
}

#[test]
fn a_percentage_beyond_a_hundred_is_refused() {
    let folder = folder("command-accept-percent");
    let refused = run_at(&folder, &["accept", path(&folder), "--at-least", "101"]);
    assert_eq!(refused.code, 2);
}
