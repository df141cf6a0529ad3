//! `copydesk diff`: where versions of an article differ.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::cli::{FINDINGS, GOOD, Streams, suggest};
use crate::engine::comparing::{Naming, ReadVersions};
use copydesk_document::adjudication::{Comparison, Disagreement, Kind, Version};
use copydesk_document::{
    Annotation, AnnotationId, Document, Marks, Origin, Provenance, Suggestion, counted, quoted,
};
use copydesk_text::{LineIndex, Span};

#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// From two to five versions of an article; with --suggestions one is enough
    #[arg(value_name = "FILE.ron", required = true)]
    files: Vec<PathBuf>,
    /// Compare with the suggestions for the article, too
    #[arg(long)]
    suggestions: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

pub(super) const HELP: &str = "\
Prints where the versions differ, in reading order: LINE:COLUMN, the kind and the words, then who has what. A
difference is of one kind, the first that holds: missing, edge, label, value, speaker, attribute. Where a
speaker’s name stands, notes and who marked a span make no difference. In JSON, offsets are UTF-8 bytes.

A version of another text or with other labels than the first is named and left out.

Examples:
  copydesk diff story.anna.ron story.ben.ron      two versions
  copydesk diff anna/story.ron ben/story.ron carla/story.ron --json
  copydesk diff story.gold.ron --suggestions      the suggestions against the gold standard

Exit codes: 0 no differences; 1 differences, or something was left out; 2 usage error";

pub(super) fn run(args: &DiffArgs, streams: &mut Streams<'_>) -> io::Result<u8> {
    let naming = Naming::of(&args.files);
    let mut read = ReadVersions::of(&args.files, &naming.people);
    for why in &read.left_out {
        writeln!(streams.err, "copydesk: {why}")?;
    }
    if args.suggestions
        && let Some(first) = read.versions.first()
    {
        let document = suggested(&first.document);
        read.versions.push(Version {
            person: "suggestions".to_owned(),
            document,
        });
    }
    let comparison = match Comparison::new(&read.versions) {
        Ok(comparison) => comparison,
        Err(error) => {
            writeln!(streams.err, "copydesk: {error}")?;
            return Ok(FINDINGS);
        }
    };
    let Some(first) = read.versions.first() else {
        return Ok(FINDINGS);
    };
    if args.json {
        let wire = Wire::new(&comparison, &first.document, &read.left_out);
        serde_json::to_writer(&mut *streams.out, &wire)?;
        writeln!(streams.out)?;
    } else {
        write(&comparison, &first.document, streams)?;
    }
    streams.out.flush()?;
    let is_same = comparison.disagreements().is_empty() && read.left_out.is_empty();
    Ok(if is_same { GOOD } else { FINDINGS })
}

/// The article with what is suggested for it as annotations.
fn suggested(document: &Document) -> Document {
    let (text, schema) = (document.text().clone(), document.schema().clone());
    let found = suggest::suggestions(&text, &schema);
    let annotation = |(suggestion, id): (Suggestion, u64)| Annotation {
        id: AnnotationId(id),
        label: suggestion.label,
        span: suggestion.span,
        origin: Origin::Suggested {
            by: suggestion.by.to_owned(),
            confidence: suggestion.confidence,
        },
        provenance: Provenance::default(),
        note: String::new(),
        attributes: suggestion.attributes,
    };
    let mut suggested = Document::new(text, schema, document.metadata().clone());
    // The suggesters contradict each other nowhere.
    suggested.restore(Marks {
        annotations: found.into_iter().zip(1..).map(annotation).collect(),
        ..Marks::default()
    });
    suggested
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Missing => "missing",
        Kind::Edge => "edge",
        Kind::Label => "label",
        Kind::Value => "value",
        Kind::Speaker => "speaker",
        Kind::Attribute => "attribute",
    }
}

fn write(
    comparison: &Comparison,
    document: &Document,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let lines = LineIndex::new(document.text().as_str());
    let people = comparison.people();
    for difference in comparison.disagreements() {
        let at = lines.line_column_from_byte(difference.span.start());
        let kind = kind_name(difference.kind);
        let words = quoted(document, difference.span);
        writeln!(streams.out, "{at}: {kind} {words}")?;
        for group in difference.groups() {
            let names: Vec<&str> = group.iter().map(|it| people[*it].as_str()).collect();
            let has = side_words(difference, group[0], document);
            writeln!(streams.out, "    {}: {has}", names.join(", "))?;
        }
    }
    let differences = comparison.disagreements().len();
    let differences = counted(differences, "difference", "differences");
    let agreed = counted(comparison.agreed().len(), "annotation", "annotations");
    writeln!(streams.out, "{differences}; all agree on {agreed}")
}

/// What a person has, in words.
fn side_words(difference: &Disagreement, person: usize, document: &Document) -> String {
    let side = &difference.sides[person];
    if side.is_empty() {
        return "nothing".to_owned();
    }
    let one = |annotation: &Annotation| {
        let mut words = format!("{} {}", annotation.label, quoted(document, annotation.span));
        for (name, value) in &annotation.attributes {
            words.extend([" ", name, "=", &value.display()]);
        }
        words
    };
    let words: Vec<String> = side.iter().map(one).collect();
    words.join(" + ")
}

#[derive(Serialize)]
struct Wire<'a> {
    people: &'a [String],
    /// Annotations that all have.
    agreed: usize,
    differences: Vec<WireDifference<'a>>,
    left_out: &'a [String],
}

#[derive(Serialize)]
struct WireDifference<'a> {
    kind: &'static str,
    #[serde(flatten)]
    place: WirePlace<'a>,
    /// In the order of the people.
    sides: Vec<Vec<WireAnnotation<'a>>>,
}

#[derive(Serialize)]
struct WireAnnotation<'a> {
    label: &'a str,
    #[serde(flatten)]
    place: WirePlace<'a>,
    attributes: BTreeMap<&'a str, String>,
}

/// In UTF-8 bytes, half-open.
#[derive(Serialize)]
struct WirePlace<'a> {
    start: usize,
    end: usize,
    words: &'a str,
}

impl<'a> Wire<'a> {
    fn new(comparison: &'a Comparison, document: &'a Document, left_out: &'a [String]) -> Self {
        let place = |span: Span| WirePlace {
            start: span.start(),
            end: span.end(),
            words: document.text().words(span),
        };
        let annotation = |it: &'a Annotation| WireAnnotation {
            label: it.label.as_str(),
            place: place(it.span),
            attributes: it
                .attributes
                .iter()
                .map(|(name, value)| (name.as_str(), value.display()))
                .collect(),
        };
        let difference = |it: &'a Disagreement| WireDifference {
            kind: kind_name(it.kind),
            place: place(it.span),
            sides: it
                .sides
                .iter()
                .map(|side| side.iter().map(annotation).collect())
                .collect(),
        };
        Self {
            people: comparison.people(),
            agreed: comparison.agreed().len(),
            differences: comparison.disagreements().iter().map(difference).collect(),
            left_out,
        }
    }
}
