//! The README says what the program does: its tables are made from the tables of the program.

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

/// Checks the part of the README called `name`, or writes it with `UPDATE=1`.
fn check_part(name: &str, made_from: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let opening =
        format!("<!-- {name}: made from {made_from}; UPDATE=1 cargo test rewrites it -->\n");
    let closing = format!("<!-- end of {name} -->\n");
    let start = readme.find(&opening).expect(&opening) + opening.len();
    let end = readme.find(&closing).expect(&closing);
    if std::env::var_os("UPDATE").is_some() {
        let updated = format!("{}{expected}{}", &readme[..start], &readme[end..]);
        std::fs::write(&path, updated).unwrap();
        return;
    }
    assert_eq!(
        &readme[start..end],
        expected,
        "run UPDATE=1 cargo test --all-features readme"
    );
}

/// In one test, so that two of them do not write the file at once.
#[test]
fn the_tables_in_the_readme_are_those_of_the_program() {
    check_part("keys", "the table of commands", &keys());
    check_part("formats", "the lists of formats", &formats());
}
