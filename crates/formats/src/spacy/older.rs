//! Examples of spaCy 2 as spaCy has them now: lists of pairs, and training files of paragraphs.

use serde_json::{Value, json};

use crate::json::article::list;
use crate::json::read::words_of;
use crate::rows::tags::{Tag, spans};

/// The examples in one value of a file, each with its place: a training file has several in one, and so
/// has what ner-annotator saves. What is an example by itself comes back as it is.
pub(super) fn examples(value: Value, place: &str) -> Vec<(Value, String)> {
    let numbered = |values: Vec<Value>, what: &str| {
        let numbered = (1..).zip(values);
        let placed = numbered.map(|(number, value)| (value, format!("{place}, {what} {number}")));
        placed.collect()
    };
    if value.get("paragraphs").is_some_and(Value::is_array) {
        return numbered(paragraphs(value), "paragraph");
    }
    let is_pair = |value: &Value| value.get(0).is_some_and(Value::is_string);
    match value {
        Value::Object(mut fields) if fields.get("annotations").is_some_and(is_list_of_pairs) => {
            numbered(list(fields.shift_remove("annotations")), "annotation")
        }
        Value::Array(pairs) if !pairs.is_empty() && pairs.iter().all(is_pair) => {
            numbered(pairs, "pair")
        }
        value => vec![(value, place.to_owned())],
    }
}

fn is_list_of_pairs(value: &Value) -> bool {
    let pairs = value.as_array().map(Vec::as_slice).unwrap_or_default();
    pairs
        .iter()
        .any(|pair| pair.get(0).is_some_and(Value::is_string))
}

/// The paragraphs of a document, each an example with its id.
fn paragraphs(mut document: Value) -> Vec<Value> {
    let id = document.get("id").and_then(words_of).unwrap_or_default();
    let paragraphs = list(document.get_mut("paragraphs").map(Value::take));
    let is_one = paragraphs.len() == 1;
    let numbered = (1..).zip(&paragraphs);
    let example = |(number, paragraph): (usize, &Value)| {
        let own = if is_one {
            id.clone()
        } else {
            format!("{id}-{number}")
        };
        paragraph_example(paragraph, &own)
    };
    numbered.map(example).collect()
}

fn paragraph_example(paragraph: &Value, id: &str) -> Value {
    let mut tokens: Vec<(&str, &str)> = Vec::new();
    let sentences = paragraph.get("sentences").and_then(Value::as_array);
    for sentence in sentences.map(Vec::as_slice).unwrap_or_default() {
        let words = sentence.get("tokens").and_then(Value::as_array);
        for token in words.map(Vec::as_slice).unwrap_or_default() {
            let field = |name: &str| token.get(name).and_then(Value::as_str);
            let tag = field("ner").filter(|tag| *tag != "-").unwrap_or("O");
            tokens.push((field("orth").unwrap_or_default(), tag));
        }
    }
    let raw = paragraph.get("raw").and_then(Value::as_str);
    let joined = || {
        let words: Vec<&str> = tokens.iter().map(|(word, _)| *word).collect();
        words.join(" ")
    };
    let text = raw.map_or_else(joined, str::to_owned);
    let places = places(&text, &tokens);
    let tags = tokens
        .iter()
        .map(|(_, tag)| Tag::of(tag).unwrap_or(Tag::Outside));
    let entities: Vec<Value> = spans(tags)
        .into_iter()
        .map(|span| {
            let place = |at: usize| places.get(at).copied();
            let start = place(span.first).map(|(start, _)| start);
            let end = place(span.last).map(|(_, end)| end);
            json!([start, end, span.label])
        })
        .collect();
    json!({ "id": id, "text": text, "entities": entities })
}

/// Where each token stands, in code points; as far as they are found.
fn places(text: &str, tokens: &[(&str, &str)]) -> Vec<(usize, usize)> {
    let (mut rest, mut at) = (text, 0);
    let mut places = Vec::with_capacity(tokens.len());
    for (word, _) in tokens {
        let Some((before, after)) = rest.split_once(word) else {
            return places;
        };
        let start = at + before.chars().count();
        let end = start + word.chars().count();
        places.push((start, end));
        (rest, at) = (after, end);
    }
    places
}
