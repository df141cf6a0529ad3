//! Plain lists: one entry a line, all of one label.

use crate::dictionary::{Case, Content, DictionaryProblem, Entry, can_be_found};

/// What begins a line that is not an entry. `#MeToo` is one.
const COMMENT: &str = "# ";
const LABEL: &str = "# label:";

/// The label is `label`, or the one in the file's first line, `# label: person`, or the file's name.
pub fn read(name: &str, text: &str, label: Option<&str>) -> (Vec<Entry>, Vec<DictionaryProblem>) {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let label = label.or_else(|| label_line(text)).unwrap_or(stem);
    let mut entries = Vec::new();
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let words = line.trim();
        if words.is_empty() || words == COMMENT.trim() || words.starts_with(COMMENT) {
            continue;
        }
        if !can_be_found(words) {
            problems.push(DictionaryProblem::new(index + 1, "no words to find"));
            continue;
        }
        entries.push(Entry {
            label: label.to_owned(),
            line: index + 1,
            content: Content::Words {
                words: words.to_owned(),
                case: Case::Usual,
            },
        });
    }
    (entries, problems)
}

/// The label that the list gives itself, whatever its file is called.
fn label_line(text: &str) -> Option<&str> {
    let first = text.lines().next()?;
    let label = first.strip_prefix(LABEL)?.trim();
    (!label.is_empty()).then_some(label)
}

/// The list `text` with another label than it gives itself, or with its first.
pub fn with_head(text: &str, label: &str) -> String {
    let rest = match (label_line(text), text.split_once('\n')) {
        (Some(_), Some((_, rest))) => rest,
        (Some(_), None) => "",
        (None, _) => text,
    };
    format!("{}{rest}", head(label))
}

/// The line that says the label.
pub fn head(label: &str) -> String {
    format!("{LABEL} {label}\n")
}
