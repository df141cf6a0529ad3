//! What was found, as lines for a person and as one JSON object for scripts.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::cli::Streams;
use crate::engine::lint::{Lint, Linted};
use copydesk_document::{AttributeValue, Change, LabelId, Repair, counted};
use copydesk_lint::Finding;
use copydesk_text::{ArticleText, LineIndex, Span};

/// Longer words are cut in a line.
const LONGEST: usize = 60;

/// One finding a line, as compilers write them: where, of which kind, what.
pub(super) fn write_lines(lint: &Lint, streams: &mut Streams<'_>) -> io::Result<()> {
    for finding in &lint.findings {
        let linted = article_of(lint, finding);
        let path = linted.map_or_else(|| "all articles".to_owned(), path_of);
        let place = linted.zip(finding.span).map(|(linted, span)| {
            let text = linted.document.text().as_str();
            let place = LineIndex::new(text).line_column_from_byte(span.start());
            format!(":{}:{}", place.line, place.column)
        });
        let place = place.unwrap_or_default();
        let words = match finding.span {
            Some(_) => format!("“{}”: ", one_line(&finding.words)),
            None => String::new(),
        };
        let (kind, message) = (finding.kind, &finding.message);
        writeln!(streams.out, "{path}{place}: {kind}: {words}{message}")?;
    }
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for finding in &lint.findings {
        *counts.entry(finding.kind).or_default() += 1;
    }
    let counts = counts.iter().map(|(kind, count)| format!("{count} {kind}"));
    let counts: Vec<String> = counts.collect();
    let findings = counted(lint.findings.len(), "finding", "findings");
    let articles = counted(lint.articles.len(), "article", "articles");
    let of = if counts.is_empty() {
        String::new()
    } else {
        format!(": {}", counts.join(", "))
    };
    writeln!(streams.err, "copydesk: {findings} in {articles}{of}")
}

fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    if words.chars().count() <= LONGEST {
        return words;
    }
    let short: String = words.chars().take(LONGEST).collect();
    format!("{}…", short.trim_end())
}

fn article_of<'a>(lint: &'a Lint, finding: &Finding) -> Option<&'a Linted> {
    finding.article.and_then(|index| lint.articles.get(index))
}

fn path_of(linted: &Linted) -> String {
    linted.article.path().to_string_lossy().into_owned()
}

#[derive(Serialize)]
struct Wire<'a> {
    articles: usize,
    findings: Vec<WireFinding<'a>>,
    left_out: &'a [String],
}

#[derive(Serialize)]
struct WireFinding<'a> {
    kind: &'static str,
    /// `null` where it is about all articles.
    path: Option<String>,
    start_byte: Option<usize>,
    end_byte: Option<usize>,
    label: Option<&'a str>,
    words: &'a str,
    message: &'a str,
    fix: Option<WireFix>,
}

#[derive(Serialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
enum WireFix {
    Relabel {
        label: String,
    },
    Move {
        start_byte: usize,
        end_byte: usize,
        words: String,
    },
    Mark {
        label: String,
    },
    Set {
        attribute: String,
        value: String,
    },
    Drop,
}

pub(super) fn write_json(lint: &Lint, out: &mut dyn Write) -> io::Result<()> {
    let findings = lint.findings.iter().map(|finding| {
        let linted = article_of(lint, finding);
        let text = linted.map(|linted| linted.document.text());
        WireFinding {
            kind: finding.kind.name(),
            path: linted.map(path_of),
            start_byte: finding.span.map(Span::start),
            end_byte: finding.span.map(Span::end),
            label: finding.label.as_ref().map(LabelId::as_str),
            words: &finding.words,
            message: &finding.message,
            fix: finding.repair.as_ref().map(|repair| fix_of(repair, text)),
        }
    });
    let wire = Wire {
        articles: lint.articles.len(),
        findings: findings.collect(),
        left_out: &lint.left_out,
    };
    serde_json::to_writer(&mut *out, &wire)?;
    out.write_all(b"\n")
}

fn fix_of(repair: &Repair, text: Option<&ArticleText>) -> WireFix {
    match &repair.change {
        Change::Relabel(label) => WireFix::Relabel {
            label: label.to_string(),
        },
        Change::Move(span) => WireFix::Move {
            start_byte: span.start(),
            end_byte: span.end(),
            words: text.map_or("", |text| text.words(*span)).to_owned(),
        },
        Change::Mark => WireFix::Mark {
            label: repair.label.to_string(),
        },
        Change::Set { attribute, value } => WireFix::Set {
            attribute: attribute.clone(),
            value: AttributeValue::display(value),
        },
        Change::DropAside => WireFix::Drop,
    }
}
