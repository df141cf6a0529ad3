//! The README says what the program does: its table of keys is the table of commands.

use std::fmt::Write as _;
use std::path::Path;

use copydesk::app::{CommandTable, Section, System};
use copydesk::store::built_in_schema;

const START: &str =
    "<!-- keys: made from the table of commands; UPDATE=1 cargo test rewrites it -->\n";
const END: &str = "<!-- end of keys -->\n";

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

#[test]
fn the_keys_in_the_readme_are_those_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let start = readme.find(START).expect("the start of the keys") + START.len();
    let end = readme.find(END).expect("the end of the keys");
    if std::env::var_os("UPDATE").is_some() {
        let updated = format!("{}{}{}", &readme[..start], keys(), &readme[end..]);
        std::fs::write(&path, updated).unwrap();
        return;
    }
    assert_eq!(
        &readme[start..end],
        keys(),
        "run UPDATE=1 cargo test --all-features readme"
    );
}
