//! Writes a dictionary as a list, a table or patterns, and says what that kind cannot hold.

use serde_json::{Value, json};

use crate::dictionary::{Case, Content, Dictionary, DictionaryKind, Entry, list};
use copydesk_document::counted;
use copydesk_text::tokens;

/// The bytes of a file of `kind`, and what is left out of it, each as a sentence.
pub fn write(dictionary: &Dictionary, kind: DictionaryKind) -> (String, Vec<String>) {
    match kind {
        DictionaryKind::List => write_list(&dictionary.entries),
        DictionaryKind::Table => write_table(&dictionary.entries),
        DictionaryKind::Patterns => (dictionary.entries.iter().map(line).collect(), Vec::new()),
    }
}

fn write_list(entries: &[Entry]) -> (String, Vec<String>) {
    let label = entries.first().map_or("", |entry| &entry.label);
    let mut file = if label.is_empty() {
        String::new()
    } else {
        list::head(label)
    };
    let (mut others, mut patterns, mut cases) = (0, 0, 0);
    for entry in entries {
        match &entry.content {
            Content::Tokens(_) => patterns += 1,
            Content::Words { .. } if entry.label != label => others += 1,
            Content::Words { words, case } => {
                cases += usize::from(*case != Case::Usual);
                file.push_str(words);
                file.push('\n');
            }
        }
    }
    let mut losses = left_out(patterns);
    if others > 0 {
        let entries = counted(others, "entry", "entries");
        losses.push(format!("{entries} with another label left out"));
    }
    if cases > 0 {
        let entries = counted(cases, "entry", "entries");
        losses.push(format!("The case of {entries} left out"));
    }
    (file, losses)
}

fn left_out(patterns: usize) -> Vec<String> {
    let words = counted(patterns, "token pattern", "token patterns");
    let loss = (patterns > 0).then(|| format!("{words} left out"));
    loss.into_iter().collect()
}

fn write_table(entries: &[Entry]) -> (String, Vec<String>) {
    let mut file = "words,label,case\n".to_owned();
    let mut patterns = 0;
    for entry in entries {
        match &entry.content {
            Content::Tokens(_) => patterns += 1,
            Content::Words { words, case } => {
                let fields = [words, &entry.label, case.word()].map(field);
                file.push_str(&fields.join(","));
                file.push('\n');
            }
        }
    }
    (file, left_out(patterns))
}

fn field(words: &str) -> String {
    if words.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words.to_owned()
    }
}

fn line(entry: &Entry) -> String {
    let pattern = match &entry.content {
        Content::Tokens(pattern) => serde_json::from_str(&pattern.json).unwrap_or(Value::Null),
        Content::Words { words, case } => match case {
            Case::Usual => Value::from(words.as_str()),
            Case::Any => token_by_token(words, "LOWER", copydesk_text::folded),
            Case::Exact => token_by_token(words, "TEXT", str::to_owned),
        },
    };
    let object = json!({ "label": entry.label, "pattern": pattern });
    format!("{object}\n")
}

/// Words whose case is not the usual one can only be said as tokens.
fn token_by_token(words: &str, key: &str, form: impl Fn(&str) -> String) -> Value {
    let token = |token: copydesk_text::Token| {
        let word = form(token.of(words));
        json!({ key: word })
    };
    tokens(words, 0).into_iter().map(token).collect()
}
