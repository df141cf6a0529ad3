//! `copydesk statistics` as a script meets it.

use crate::cli::{copydesk, lines};
use crate::exporting::Folder;

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    let golden = include_str!("../fixtures/article-v1.ron");
    folder.write(
        "news/done.ron",
        &golden.replace("status: InWork", "status: Done"),
    );
    folder.write("news/begun.ron", golden);
    folder.write("news/b.txt", "Anna Keller stayed in Seoul.\n");
    folder
}

fn path(folder: &Folder, name: &str) -> String {
    folder.0.join(name).display().to_string()
}

#[test]
fn statistics_are_tables_json_csv_and_a_page() {
    let folder = folder("statistics");
    let (news, csv, html) = (
        path(&folder, "news"),
        path(&folder, "tables"),
        path(&folder, "report.html"),
    );
    let output = copydesk(&["statistics", &news, "--csv", &csv, "--html", &html], b"");
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), error.as_str()), (Some(0), ""));
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(
        table.starts_with("3 articles: 1 done, 1 in progress, 1 open\n"),
        "{table}"
    );
    assert!(table.contains("\n4 annotations\n"), "{table}");
    assert!(
        table.contains("\nSuggestions against 1 article that"),
        "{table}"
    );
    let page = std::fs::read_to_string(&html).unwrap();
    assert!(page.contains("<h1>Statistics of news</h1>"), "{page}");
    let articles = std::fs::read_to_string(folder.0.join("tables/articles.csv")).unwrap();
    assert_eq!(articles, "state,articles\nopen,1\nin_progress,1\ndone,1\n");
    let json = lines(&copydesk(&["statistics", &news, "--json"], b"")).remove(0);
    assert_eq!(json["articles"]["done"], 1);
    let suggester = &json["suggester"];
    assert_eq!(suggester["articles"], 1);
    assert!(
        suggester["labels"]["person"]["f1"]["low"].is_number(),
        "{json}"
    );
    assert_eq!(json["left_out"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_read_or_written_is_named() {
    let folder = folder("statistics-unreadable");
    folder.write("news/damaged.ron", "// Copydesk article, format 1\n(");
    folder.write("report.html", "another page");
    let (news, html) = (path(&folder, "news"), path(&folder, "report.html"));
    let output = copydesk(&["statistics", &news, "--html", &html], b"");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.contains("damaged.ron") && error.contains("report.html"),
        "{error}"
    );
    assert_eq!(std::fs::read_to_string(html).unwrap(), "another page");
    let gone = copydesk(&["statistics", &path(&folder, "gone")], b"");
    assert_eq!(gone.status.code(), Some(1));
    let error = String::from_utf8(gone.stderr).unwrap();
    assert!(error.contains("There is no such folder"), "{error}");
    assert_eq!(copydesk(&["statistics"], b"").status.code(), Some(2));
}
