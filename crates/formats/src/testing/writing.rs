//! What formats write of an article in marked-up text, and what they report as lost.

use crate::import::read_bytes;
use crate::testing::export;
use copydesk_document::Record;

/// An emoji, spans that overlap, one over a line end, one that ends inside a word, an id with a space.
pub(crate) const PLACES: &str = "=== {\"id\":\"a 1\"}\n📈 {claim|Inflation hit {figure|3.5%}}, \
    {person|Andrew Bailey\nsaid} in “{place|Lond}on”.\n";

/// An accepted span with an origin and a note, a suggested one with an attribute, a rejected one; and
/// what formats keep for themselves.
pub(crate) const DETAILS: &str = "=== {\"id\":\"a\",\"title\":\"T\"}\n📈 \
    {person by=\"human\" note=\"a|b [c] _d;*\"|Ann}: \
    {figure?57 by=\"figures\" value=\"3 percent\" at.value=\"7-9\"|3%}\t\"x\" <&> \\\\ \
    {place state=\"rejected\"|Rome}\n";

/// The article that `markup` spells, as the format `marked` reads it.
pub(crate) fn article(markup: &str) -> Record {
    let reader = crate::marked::FORMAT.reader.unwrap();
    let mut records = read_bytes(reader, "a", markup.as_bytes()).unwrap();
    assert_eq!(records.len(), 1, "{markup}");
    let mut record = records.remove(0).unwrap();
    assert_eq!(record.warnings, [""; 0], "{markup}");
    if record.metadata.id.is_empty() {
        "a".clone_into(&mut record.metadata.id);
    }
    record
}

/// The file called `file`, `data` for the main one, that the format `id` makes of the article.
pub(crate) fn file(id: &str, markup: &str, file: &str) -> Vec<u8> {
    let (mut sink, _) = export(id, &[article(markup)]);
    let names: Vec<String> = sink.files.keys().cloned().collect();
    let bytes = sink.files.remove(file);
    bytes.unwrap_or_else(|| panic!("{id}: no {file} in {names:?}"))
}

/// Checks that the file is this one.
pub(crate) fn check_file(id: &str, markup: &str, name: &str, expected: &str) {
    let found = String::from_utf8(file(id, markup, name)).unwrap();
    assert_eq!(found, expected, "{id}: {markup}\n{found}");
}

/// Checks that the file has these lines.
pub(crate) fn check_lines(id: &str, markup: &str, name: &str, expected: &[&str]) {
    let found = String::from_utf8(file(id, markup, name)).unwrap();
    for line in expected {
        let has_line = found.lines().any(|found| found == *line);
        assert!(has_line, "{id}: {line}\n{found}");
    }
}

/// Checks what is reported as lost.
pub(crate) fn check_losses(id: &str, markup: &str, expected: &[&str]) {
    let (_, lost) = export(id, &[article(markup)]);
    let lost: Vec<String> = lost.iter().map(ToString::to_string).collect();
    assert_eq!(lost, expected, "{id}: {markup}");
}
