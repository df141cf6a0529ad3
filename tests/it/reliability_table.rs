//! The table in docs/reliability.md, from the figures that the tests keep.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::figures;

/// One line of the table: figures are summed over all names that end like this.
struct Row {
    what: &'static str,
    tried: &'static [&'static str],
    /// What should be 0, and how it is called.
    bad: (&'static str, &'static [&'static str]),
}

const ROWS: [Row; 10] = [
    Row {
        what: "killed at a system call of a save, a journal entry, an export or an import",
        tried: &[": kill points tried"],
        bad: ("torn", &[": torn"]),
    },
    Row {
        what: "errors injected into these calls",
        tried: &[": errors injected"],
        bad: (
            "false “saved”, half written",
            &[": false success", ": half written after an error"],
        ),
    },
    Row {
        what: "saves and journals on a full disk",
        tried: &["full disk: saves and journals tried"],
        bad: ("lost", &["full disk: lost"]),
    },
    Row {
        what: "random actions with kills between",
        tried: &["random actions"],
        bad: (
            "states that differ after recovery",
            &["random actions: states that differ after recovery"],
        ),
    },
    Row {
        what: "actions at a steady pace in the window, then `kill -9`",
        tried: &["steady work killed: actions"],
        bad: (
            "older than a second and missing",
            &["steady work killed: actions older than a second missing"],
        ),
    },
    Row {
        what: "cuts and flipped bits of article files, journals and versions",
        tried: &[
            "cuts of an article file",
            "bits of an article file flipped",
            ": cuts and flips tried",
        ],
        bad: (
            "unnoticed",
            &[
                "cuts and flips of an article file unnoticed",
                ": cuts and flips unnoticed",
            ],
        ),
    },
    Row {
        what: "spans looked for after random edits of their text",
        tried: &["spans re-anchored right", "spans re-anchored asked"],
        bad: (
            "at a wrong place",
            &[
                "spans re-anchored wrong",
                "spans re-anchored by quote wrong",
            ],
        ),
    },
    Row {
        what: "damaged inputs of the readers, of re-anchoring and of the suggesters",
        tried: &[": inputs"],
        bad: ("crashes and hangs", &[": crashes and hangs"]),
    },
    Row {
        what: "hostile files",
        tried: &[": hostile files tried"],
        bad: ("crashes and hangs", &[": hostile files crashed or hung"]),
    },
    Row {
        what: "the window and an export, watched for sockets",
        tried: &["sockets: runs watched"],
        bad: (
            "sockets but display, bus, accessibility",
            &[
                "window: sockets but display, bus and accessibility",
                "export: sockets",
            ],
        ),
    },
];

/// The last value of each name, from this crate's tests and those of the members.
fn figures() -> BTreeMap<String, u64> {
    let lines = std::fs::read_to_string(figures::path()).unwrap_or_default();
    let figure = |line: &str| {
        let (name, value) = line.split_once('\t')?;
        Some((name.to_owned(), value.parse().ok()?))
    };
    lines.lines().filter_map(figure).collect()
}

/// The sum over all names that end like one of these; `None` if there is none.
fn sum(figures: &BTreeMap<String, u64>, endings: &[&str]) -> Option<u64> {
    let counts = |name: &String| {
        let is_whole = |ending: &str| !ending.starts_with(": ") && name == ending;
        let is_part = |ending: &str| ending.starts_with(": ") && name.ends_with(ending);
        endings
            .iter()
            .any(|ending| is_whole(ending) || is_part(ending))
    };
    let values: Vec<u64> = figures
        .iter()
        .filter(|(name, _)| counts(name))
        .map(|(_, value)| *value)
        .collect();
    (!values.is_empty()).then(|| values.iter().sum())
}

/// Rows without figures keep what the document has.
fn table(figures: &BTreeMap<String, u64>, before: &str) -> String {
    let mut out = "\n| tried | | went wrong | |\n|---|---|---|---|\n".to_owned();
    for Row { what, tried, bad } in &ROWS {
        let start = format!("| {what} |");
        let known = before.lines().find(|line| line.starts_with(&start));
        let (bad_name, bad) = bad;
        match (sum(figures, tried), sum(figures, bad), known) {
            (Some(tried), bad, _) => {
                writeln!(out, "{start} {tried} | {bad_name} | {} |", bad.unwrap_or(0)).unwrap();
            }
            (None, _, Some(known)) => writeln!(out, "{known}").unwrap(),
            (None, _, None) => writeln!(out, "{start} not yet | {bad_name} | |").unwrap(),
        }
    }
    out + "\n"
}

fn document() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reliability.md")
}

const OPENING: &str = "<!-- reliability: generated from the figures of the tests; UPDATE=1 cargo test reliability_table rewrites it -->\n";
const CLOSING: &str = "<!-- end of reliability -->\n";

#[test]
fn the_table_of_reliability_has_every_row_and_nothing_went_wrong() {
    let text = std::fs::read_to_string(document()).unwrap();
    let start = text.find(OPENING).expect(OPENING) + OPENING.len();
    let end = text.find(CLOSING).expect(CLOSING);
    let before = &text[start..end];
    if std::env::var_os("UPDATE").is_some() {
        let table = table(&figures(), before);
        std::fs::write(
            document(),
            format!("{}{table}{}", &text[..start], &text[end..]),
        )
        .unwrap();
        return;
    }
    // How often something is tried differs from run to run; that nothing goes wrong does not.
    let rows: Vec<&str> = before
        .lines()
        .filter(|line| line.starts_with("| "))
        .skip(1)
        .collect();
    let wanted = ROWS.iter().map(|row| format!("| {} |", row.what));
    for (row, start) in rows.iter().zip(wanted) {
        assert!(
            row.starts_with(&start),
            "run UPDATE=1 cargo test reliability_table: {row}"
        );
        let is_tried = !row.contains("| not yet |");
        assert!(
            !is_tried || row.ends_with("| 0 |"),
            "something went wrong: {row}"
        );
    }
    assert_eq!(rows.len(), ROWS.len());
}
