//! The `patterns.jsonl` of Prodigy and spaCy: one JSON object a line, with words or a token pattern.

use serde_json::Value;

use crate::dictionary::{
    Case, Content, DictionaryProblem, Entry, TokenPattern, can_be_found, pattern_json,
};

pub fn read(text: &str) -> (Vec<Entry>, Vec<DictionaryProblem>) {
    let mut entries = Vec::new();
    let mut problems = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        match entry(line) {
            Ok((label, content)) => entries.push(Entry {
                label,
                line: index + 1,
                content,
            }),
            Err(message) => problems.push(DictionaryProblem::new(index + 1, message)),
        }
    }
    (entries, problems)
}

fn entry(line: &str) -> Result<(String, Content), String> {
    let value: Value = serde_json::from_str(line).map_err(|error| not_json(&error))?;
    let Value::Object(object) = value else {
        return Err("an object with “label” and “pattern” is expected".to_owned());
    };
    let label = match object.get("label") {
        Some(Value::String(label)) if !label.trim().is_empty() => label.trim().to_owned(),
        Some(_) => return Err("“label” must be a word".to_owned()),
        None => return Err("“label” is missing".to_owned()),
    };
    let content = match object.get("pattern") {
        Some(Value::String(words)) if can_be_found(words) => Content::Words {
            words: words.trim().to_owned(),
            case: Case::Usual,
        },
        Some(Value::String(_)) => return Err("“pattern” has no words to find".to_owned()),
        Some(Value::Array(tokens)) => Content::Tokens(TokenPattern {
            json: Value::Array(tokens.clone()).to_string(),
            states: pattern_json::states(tokens)?,
        }),
        Some(_) => return Err("“pattern” must be words or a list of tokens".to_owned()),
        None => return Err("“pattern” is missing".to_owned()),
    };
    Ok((label, content))
}

/// The line is told elsewhere: to the JSON reader it is always the first.
fn not_json(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let why = words.split(" at line ").next().unwrap_or_default();
    format!("column {} is not JSON: {why}", error.column())
}
