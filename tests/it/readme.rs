//! The documents say what the program does: their tables are generated from those of the program.

use std::fmt::Write as _;
use std::path::Path;

use copydesk::app::{CommandTable, Section, System};
use copydesk_formats::Format;
use copydesk_formats::export::{Exporter, Shape};
use copydesk_store::built_in_schema;

/// Every command that has a key, by section; extending with Shift is said once.
fn keys() -> String {
    let table = CommandTable::new(&built_in_schema(), &[]);
    let mut out = String::new();
    for section in Section::ALL {
        writeln!(out, "\n**{}**\n\n| key | does |\n|---|---|", section.name()).unwrap();
        let commands = table
            .all()
            .iter()
            .filter(|command| command.section == section);
        for command in commands.filter(|command| !command.name.starts_with("Extend")) {
            let keys: Vec<String> = command
                .chords
                .iter()
                .map(|chord| format!("`{}`", chord.display(System::Linux)))
                .collect();
            if !keys.is_empty() {
                writeln!(out, "| {} | {} |", keys.join(", "), command.help).unwrap();
            }
        }
    }
    out + "\n"
}

/// Every format by its id.
fn formats() -> String {
    let mut formats = copydesk_formats::formats().to_vec();
    formats.sort_by_key(|format| format.id);
    let mut out = "\n| id | format | | what for |\n|---|---|---|---|\n".to_owned();
    for format in formats {
        let shape = match format.writer.map(Exporter::shape) {
            Some(Shape::File(extension)) => format!("writes `.{extension}`"),
            Some(Shape::Folder | Shape::SplitFolder) => "writes folder".to_owned(),
            None => String::new(),
        };
        let reads = format.reader.map_or("", |_| "reads");
        let way = [reads, &shape].map(str::to_owned);
        let way: Vec<String> = way.into_iter().filter(|way| !way.is_empty()).collect();
        let Format {
            id, name, about, ..
        } = format;
        writeln!(
            out,
            "| `{id}` | {name} | {} | {} |",
            way.join(", "),
            about.replace('|', "\\|")
        )
        .unwrap();
    }
    out + "\n"
}

/// Checks the table called `name` in `docs/{name}.md`, or rewrites it with `UPDATE=1`.
fn check_table(name: &str, source: &str, expected: &str) {
    check_table_of("readme", name, source, expected);
}

/// As [`check_table`], of the tests that `filter` selects.
pub fn check_table_of(filter: &str, name: &str, source: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/{name}.md"));
    let document = std::fs::read_to_string(&path).unwrap();
    let opening = format!(
        "<!-- {name}: generated from {source}; UPDATE=1 cargo test {filter} rewrites it -->\n"
    );
    let closing = format!("<!-- end of {name} -->\n");
    let start = document.find(&opening).expect(&opening) + opening.len();
    let end = document.find(&closing).expect(&closing);
    if std::env::var_os("UPDATE").is_some() {
        let updated = format!("{}{expected}{}", &document[..start], &document[end..]);
        std::fs::write(&path, updated).unwrap();
        return;
    }
    assert_eq!(
        &document[start..end],
        expected,
        "docs/{name}.md is out of date; run UPDATE=1 cargo test {filter}"
    );
}

#[test]
fn the_table_of_keys_is_that_of_the_program() {
    check_table("keys", "the command table", &keys());
}

#[test]
fn the_table_of_formats_is_that_of_the_program() {
    check_table("formats", "the list of formats", &formats());
}

#[test]
fn the_table_of_actions_is_what_the_screen_counts() {
    check_table(
        "actions",
        "counted keys, clicks and drags",
        &crate::flow::actions::table(),
    );
}

/// Links of a document to files of ours, without the anchors.
fn links(document: &str) -> impl Iterator<Item = &str> {
    let targets = document.split("](").skip(1);
    targets
        .filter_map(|rest| rest.split([')', '#']).next())
        .filter(|target| !target.is_empty() && !target.contains("://"))
}

#[test]
fn every_link_in_the_documents_leads_to_a_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<_> = ["", "docs"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    paths.sort();
    for path in paths {
        let document = std::fs::read_to_string(&path).unwrap();
        for target in links(&document) {
            let linked = path.parent().unwrap().join(target);
            assert!(linked.exists(), "{} links to {target}", path.display());
        }
    }
}
