//! What a text is, if it was written for programs and not for people to read.

use std::collections::BTreeMap;
use std::fmt;

use crate::import::Head;
use crate::import::yaml::is_yaml;

/// What a text looks like whose own words are not all that is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Structure {
    Json,
    /// Lists and dictionaries as Python prints them.
    Python,
    Xml,
    Yaml,
    /// A mail, or a web page saved as one.
    Mail,
    /// Words with tags in columns.
    Columns,
    Table,
    Subtitles,
}

/// So many lines tell.
const LINES: usize = 60;

impl Structure {
    /// `None` for prose, which is all that plain text is.
    pub(crate) fn of(head: &Head<'_>) -> Option<Self> {
        let text = head.text()?.trim_start();
        let is_cut = head.bytes.len() >= Head::BYTES;
        if begins_like_json(text) {
            return Some(Self::Json);
        }
        let without_blanks: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .take(4)
            .collect();
        let literals = ["[(\"", "[('", "[{'", "{'", "[['"];
        let assigned = text
            .split_once('=')
            .map(|(name, value)| (name.trim(), value));
        let assigned = assigned.is_some_and(|(name, value)| {
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
            !name.is_empty()
                && name.chars().all(is_name)
                && value.trim_start().starts_with(['[', '{'])
        });
        if assigned
            || literals
                .iter()
                .any(|begin| without_blanks.starts_with(begin))
        {
            return Some(Self::Python);
        }
        if begins_like_xml(text) {
            return Some(Self::Xml);
        }
        let is_time = |line: &&str| {
            let begins = line.starts_with(|c: char| c.is_ascii_digit());
            begins && line.contains(" --> ") && line.contains(':')
        };
        if text.lines().take(LINES).filter(is_time).count() > 1 {
            return Some(Self::Subtitles);
        }
        if is_mail(text) {
            return Some(Self::Mail);
        }
        let mut lines: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.starts_with("# "))
            .take(LINES)
            .collect();
        if is_cut && lines.len() < LINES {
            lines.pop();
        }
        let is_named = |names: &[&str]| names.iter().any(|name| head.has_extension(name));
        if is_yaml(&lines, is_named(&["yaml", "yml"])) {
            return Some(Self::Yaml);
        }
        if is_table(&lines, is_named(&["csv", "tsv", "tab"])) {
            return Some(Self::Table);
        }
        is_columns(&lines).then_some(Self::Columns)
    }
}

/// An object whose first name is there, or a list of objects, lists or nothing but values.
fn begins_like_json(text: &str) -> bool {
    let after = |opening: char| text.strip_prefix(opening).map(str::trim_start);
    if let Some(inside) = after('{') {
        let named = inside
            .strip_prefix('"')
            .and_then(|rest| rest.split_once('"'));
        return named.is_some_and(|(_, rest)| rest.trim_start().starts_with(':'));
    }
    let Some(inside) = after('[') else {
        return false;
    };
    let object = inside.strip_prefix('{').map(str::trim_start);
    if object.is_some_and(|object| object.starts_with(['"', '}'])) {
        return true;
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<serde::de::IgnoredAny>();
    match values.next() {
        // What stands after a footnote's “[1]” is prose.
        Some(Ok(_)) => text
            .get(values.byte_offset()..)
            .is_some_and(|rest| rest.trim_start().is_empty() || rest.trim_start().starts_with('[')),
        Some(Err(error)) => error.is_eof() && text.len() > 1,
        None => false,
    }
}

/// A declaration, or an element that is closed again.
fn begins_like_xml(text: &str) -> bool {
    if text.starts_with("<?xml") || text.starts_with("<!DOCTYPE") || text.starts_with("<!--") {
        return true;
    }
    let Some(tag) = text.strip_prefix('<') else {
        return false;
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, ':' | '-' | '_' | '.');
    let end = tag.find(|c: char| !is_name(c)).unwrap_or(tag.len());
    let (name, rest) = tag.split_at(end);
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && rest.starts_with(['>', ' ', '/', '\n', '\r', '\t'])
        && text.contains("</")
}

/// Two header fields that only mail has, before the first blank line.
pub(crate) fn is_mail(text: &str) -> bool {
    const SURE: [&str; 9] = [
        "mime-version",
        "message-id",
        "received",
        "return-path",
        "delivered-to",
        "content-type",
        "content-transfer-encoding",
        "x-mailer",
        "snapshot-content-location",
    ];
    const LIKELY: [&str; 6] = ["from", "to", "subject", "date", "cc", "reply-to"];
    let mut sure = 0;
    let mut likely = 0;
    for (at, line) in text.lines().enumerate() {
        // What goes on from the line before, and the mark of a mailbox.
        if line.starts_with([' ', '\t']) || at == 0 && line.starts_with("From ") {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else {
            break;
        };
        let name = name.to_ascii_lowercase();
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_graphic()) {
            break;
        }
        sure += usize::from(SURE.contains(&name.as_str()));
        likely += usize::from(LIKELY.contains(&name.as_str()));
    }
    sure >= 1 && sure + likely >= 2
}

/// Rows of cells with the same character between them.
fn is_table(lines: &[&str], is_named: bool) -> bool {
    let is_even = |delimiter: char, least_cells: usize, least_lines: usize| {
        let counts = lines
            .iter()
            .map(|line| line.trim().matches(delimiter).count() + 1);
        let mut usual: BTreeMap<usize, usize> = BTreeMap::new();
        for count in counts {
            *usual.entry(count).or_default() += 1;
        }
        let usual = usual.into_iter().max_by_key(|(_, lines)| *lines);
        usual.is_some_and(|(cells, alike)| {
            cells >= least_cells && lines.len() >= least_lines && alike * 10 >= lines.len() * 9
        })
    };
    // A list of people in prose has a blank behind each comma.
    let is_short = |line: &&str| {
        line.split(',').all(|cell| cell.len() < 40)
            && line.split(',').skip(1).all(|cell| !cell.starts_with(' '))
    };
    is_even('\t', 2, 2)
        || is_even(';', 3, 3)
        || is_even('|', 3, 3)
        || is_even(',', 3, 4) && lines.iter().all(is_short)
        || is_named && (is_even(',', 2, 2) || is_even(';', 2, 2))
}

/// Words with the same few tags at the ends of lines.
fn is_columns(lines: &[&str]) -> bool {
    let rows: Vec<Vec<&str>> = lines
        .iter()
        .map(|line| line.split_whitespace().collect())
        .collect();
    let width = rows.first().map_or(0, Vec::len);
    let alike = rows.iter().filter(|row| row.len() == width).count();
    if rows.len() < 5 || width < 2 || alike * 20 < rows.len() * 19 {
        return false;
    }
    let mut tags: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in rows.iter().filter_map(|row| row.last()) {
        *tags.entry(tag).or_default() += 1;
    }
    let has_small = |tag: &str| tag.chars().any(char::is_lowercase);
    let most = tags.iter().max_by_key(|(_, count)| **count);
    tags.len() * 2 <= rows.len() + 1 && most.is_some_and(|(tag, _)| !has_small(tag))
}

impl fmt::Display for Structure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json => "JSON",
            Self::Python => "data of a Python program",
            Self::Xml => "XML",
            Self::Yaml => "YAML",
            Self::Mail => "a mail or a web page saved as one (MIME)",
            Self::Columns => "words with tags in columns",
            Self::Table => "a table",
            Self::Subtitles => "subtitles",
        })
    }
}

#[cfg(test)]
#[path = "structure_tests.rs"]
mod tests;
