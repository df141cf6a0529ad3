//! Training data of spaCy 2 as it stands in programs: `TRAIN_DATA = [("…", {"entities": [(0, 8, "PER")]})]`.

use crate::import::{Head, ImportError, Likeness, Source};

/// Whether it is a list of texts with entities, written in Python.
pub(super) fn likeness(head: &Head<'_>) -> Likeness {
    let begins = head.text().is_some_and(|text| begins(text).is_some());
    let has_entities = head
        .text()
        .is_some_and(|text| text.contains("\"entities\"") || text.contains("'entities'"));
    if begins && has_entities {
        Likeness::Sure
    } else {
        Likeness::No
    }
}

/// The list behind comments, imports and the name that it is given; `None` where there is none, or it
/// could be JSON as well.
fn begins(text: &str) -> Option<&str> {
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while rest.starts_with('#') || rest.starts_with("import ") || rest.starts_with("from ") {
        rest = rest.split_once('\n')?.1.trim_start();
    }
    let is_name = |name: &str| {
        let name = name.split(':').next().unwrap_or_default().trim();
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
    };
    let list = match rest.split_once('=') {
        Some((name, list)) if is_name(name) => list.trim_start(),
        _ => rest,
    };
    let inside = list.strip_prefix('[')?.trim_start();
    let is_python = list.len() != rest.len() || inside.starts_with(['(', '\'', '#']) || {
        let pair = inside.strip_prefix('[').map(str::trim_start);
        pair.is_some_and(|pair| pair.starts_with('\''))
    };
    is_python.then_some(list)
}

/// The list as JSON; `None`, and nothing of `source` is lost, where it is no such file.
pub(super) fn as_json(source: &mut Source<'_>) -> Result<Option<String>, ImportError> {
    let head = source
        .input
        .fill_buf()
        .map_err(|error| ImportError::Io(error.to_string()))?;
    let is_literal = Head {
        name: source.name,
        bytes: head,
    }
    .text()
    .is_some_and(|text| begins(text).is_some());
    if !is_literal {
        return Ok(None);
    }
    let (text, ..) = source.text()?;
    let list = begins(&text).unwrap_or_default();
    let before = text.len() - list.len();
    json_of(list).map(Some).map_err(|at| {
        let line = text
            .chars()
            .take(before)
            .chain(list.chars().take(at))
            .filter(|c| *c == '\n')
            .count();
        ImportError::malformed(
            format!("line {}", line + 1),
            "it is no list of texts with entities as Python writes it",
        )
    })
}

/// One literal of Python as JSON, up to its last bracket. `Err` has the character where it is none.
fn json_of(text: &str) -> Result<String, usize> {
    let characters: Vec<char> = text.chars().collect();
    let mut json = String::with_capacity(text.len());
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(c) = characters.get(at) {
        match c {
            '(' | '[' | '{' => {
                depth += 1;
                json.push(if *c == '(' { '[' } else { *c });
            }
            ')' | ']' | '}' => {
                depth = depth.checked_sub(1).ok_or(at)?;
                // Python allows a comma before a bracket.
                if json.ends_with(',') {
                    json.pop();
                }
                json.push(if *c == ')' { ']' } else { *c });
                if depth == 0 {
                    return Ok(json);
                }
            }
            '"' | '\'' => {
                at = string(&characters, at, &mut json)?;
                continue;
            }
            '#' => {
                let end = characters.iter().skip(at).position(|c| *c == '\n');
                at = end.map_or(characters.len(), |end| at + end);
                continue;
            }
            c if c.is_whitespace() => {}
            c if c.is_alphabetic() => {
                at = word(&characters, at, &mut json)?;
                continue;
            }
            c => json.push(*c),
        }
        at += 1;
    }
    Err(at)
}

/// The string that begins at `at`, or goes on one before it; the place behind it.
fn string(characters: &[char], at: usize, json: &mut String) -> Result<usize, usize> {
    let quote = characters.get(at).copied().unwrap_or('"');
    let triple = [quote; 3];
    let is_triple = characters
        .get(at..at + 3)
        .is_some_and(|found| found == triple);
    let mut next = if is_triple { at + 3 } else { at + 1 };
    let mut words = String::new();
    loop {
        let c = *characters.get(next).ok_or(at)?;
        let ends = if is_triple {
            characters
                .get(next..next + 3)
                .is_some_and(|found| found == triple)
        } else {
            c == quote
        };
        if ends {
            next += if is_triple { 3 } else { 1 };
            break;
        }
        if c == '\n' && !is_triple {
            return Err(at);
        }
        next += 1;
        if c != '\\' {
            words.push(c);
            continue;
        }
        let code = *characters.get(next).ok_or(at)?;
        next += 1;
        let digits = match code {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        match code {
            'n' => words.push('\n'),
            't' => words.push('\t'),
            'r' => words.push('\r'),
            '\n' => {}
            'x' | 'u' | 'U' => {
                let code: String = characters
                    .get(next..next + digits)
                    .ok_or(at)?
                    .iter()
                    .collect();
                let code = u32::from_str_radix(&code, 16).map_err(|_no_digits| at)?;
                words.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                next += digits;
            }
            other => words.push(other),
        }
    }
    let quoted = serde_json::Value::from(words).to_string();
    // Two strings that stand side by side are one.
    match quoted.strip_prefix('"') {
        Some(rest) if json.ends_with('"') => {
            json.pop();
            json.push_str(rest);
        }
        _ => json.push_str(&quoted),
    }
    Ok(next)
}

/// `None`, `True`, `False`, or the letter before a string; the place behind it.
fn word(characters: &[char], at: usize, json: &mut String) -> Result<usize, usize> {
    let rest = characters.iter().skip(at);
    let word: String = rest.take_while(|c| c.is_alphanumeric()).collect();
    let next = at + word.chars().count();
    match word.as_str() {
        "None" => json.push_str("null"),
        "True" => json.push_str("true"),
        "False" => json.push_str("false"),
        "u" | "r" | "U" | "R" if matches!(characters.get(next), Some('"' | '\'')) => {}
        _ => return Err(at),
    }
    Ok(next)
}
