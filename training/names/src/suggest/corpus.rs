//! Reads corpora of marked names, one JSON record a line, and makes whole articles of them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::names::model::Kind;

/// A text with its names; positions are bytes, half-open.
#[derive(Clone)]
pub struct Article {
    pub text: String,
    pub names: Vec<(usize, usize, Kind)>,
}

/// Records that hold one sentence each are joined: those of one document, or runs of this many.
const SENTENCES_TOGETHER: usize = 12;
const SENTENCES_A_PARAGRAPH: usize = 3;

/// The articles of the corpus file at `path`.
pub fn read(path: &str) -> Vec<Article> {
    let file = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut groups: BTreeMap<String, Vec<Article>> = BTreeMap::new();
    for (number, line) in file.lines().enumerate() {
        let record: Value = serde_json::from_str(line).expect("each line is a JSON record");
        let sequence = record["seq"].as_u64();
        let document = record["doc"].as_str().map(str::to_owned);
        let group = match (document, sequence) {
            (Some(document), _) => document,
            (None, Some(sequence)) => format!("{:08}", sequence as usize / SENTENCES_TOGETHER),
            (None, None) => format!("{number:08}"),
        };
        groups.entry(group).or_default().push(article(&record));
    }
    groups.into_values().map(join).collect()
}

fn article(record: &Value) -> Article {
    let text = record["text"]
        .as_str()
        .expect("a record has a text")
        .to_owned();
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut names = Vec::new();
    for span in record["spans"].as_array().expect("a record has spans") {
        let kind = match span["label"].as_str() {
            Some("PERSON") => Kind::Person,
            Some("PLACE") => Kind::Place,
            Some("ORG") => Kind::Organization,
            _ => continue,
        };
        let at = |key: &str| bytes[span[key].as_u64().expect("a position") as usize];
        names.push((at("start"), at("end"), kind));
    }
    Article { text, names }
}

fn join(articles: Vec<Article>) -> Article {
    let mut joined = Article {
        text: String::new(),
        names: Vec::new(),
    };
    for (number, article) in articles.into_iter().enumerate() {
        if number > 0 {
            let ends = number % SENTENCES_A_PARAGRAPH == 0;
            joined.text.push_str(if ends { "\n\n" } else { " " });
        }
        let offset = joined.text.len();
        joined.text.push_str(&article.text);
        joined.names.extend(
            article
                .names
                .iter()
                .map(|(s, e, k)| (s + offset, e + offset, *k)),
        );
    }
    joined
}

impl Article {
    /// The same with all ASCII letters in capitals.
    pub fn in_capitals(&self) -> Self {
        Self {
            text: self.text.to_ascii_uppercase(),
            names: self.names.clone(),
        }
    }

    /// The same written as headlines are.
    pub fn in_title_case(&self) -> Self {
        const SMALL: [&str; 22] = [
            "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of",
            "on", "or", "over", "s", "the", "to", "t", "via", "with",
        ];
        let mut text = String::with_capacity(self.text.len());
        for piece in self
            .text
            .split_inclusive(|sign: char| !sign.is_ascii_alphabetic())
        {
            let word = piece.trim_end_matches(|sign: char| !sign.is_ascii_alphabetic());
            let mut piece = piece.to_owned();
            if piece.is_char_boundary(1) && !SMALL.contains(&word) && !word.is_empty() {
                piece[..1].make_ascii_uppercase();
            }
            text.push_str(&piece);
        }
        Self {
            text,
            names: self.names.clone(),
        }
    }
}
