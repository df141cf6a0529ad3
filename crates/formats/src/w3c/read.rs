//! Web annotations of the W3C, as JSON-LD.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use serde_json::Value;

use crate::Format;
use crate::import::encoding;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, list};
use crate::json::items::{Item, each_item};
use crate::json::read::{Fields, Unread, add_attributes, take_extras, take_metadata, words_of};
use crate::json::sketch::Sketch;
use crate::w3c::target::{self, Target};
use crate::w3c::{FORMAT, OWN, TERMS};
use copydesk_document::{Metadata, Record, RecordSpan};
use copydesk_text::ArticleText;

/// Reads annotations one a line, in an array, a page or a collection, and puts those of one source
/// together. The text of a source is in an annotation that describes it, as Copydesk writes one, or
/// in a file beside that is called like the last part of the source's address.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
        let has_target = ["", "items[].", "first.items[].", "@graph[]."]
            .iter()
            .any(|path| sketch.has_field(&format!("{path}target")));
        let has_body = sketch.has_field("motivation") || sketch.has_field("body");
        match (sketch.has_field("@context"), has_target) {
            (true, true) => Likeness::Sure,
            (false, true) | (true, false) if has_body => Likeness::Maybe,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let mut gathering = Gathering::default();
        let mut is_enough = false;
        each_item(source, &mut |item| {
            let taken = match item.and_then(|item| Ok((item.value()?, item))) {
                Ok((value, item)) => gathering.take(value, &item, each),
                Err(faulty) => each(Err(faulty)),
            };
            is_enough |= taken.is_break();
            taken
        })?;
        if !is_enough {
            // It is the end either way.
            let _wants_more = gathering.give(Some(source.beside), each);
        }
        Ok(())
    }
}

/// Annotations by what they are of, until the article is whole.
#[derive(Default)]
struct Gathering {
    articles: Vec<Gathered>,
    by_source: BTreeMap<String, usize>,
    unread: Unread,
}

/// The annotations of one source.
struct Gathered {
    source: String,
    /// Where the first annotation of it is.
    place: String,
    /// The text and what is known of the article, where an annotation describes it.
    described: Option<(String, Fields)>,
    annotations: Vec<Fields>,
}

impl Gathering {
    /// Takes an annotation, a page or a collection.
    fn take(&mut self, value: Value, item: &Item<'_>, each: &mut Each<'_>) -> ControlFlow<()> {
        let Value::Object(mut fields) = value else {
            return each(Err(item.faulty("it is not an annotation")));
        };
        for name in ["items", "@graph", "first"] {
            let inner = match fields.shift_remove(name) {
                Some(Value::Array(inner)) => inner,
                Some(page @ Value::Object(_)) => vec![page],
                _ => continue,
            };
            for value in inner {
                self.take(value, item, each)?;
            }
            return ControlFlow::Continue(());
        }
        let Some(target) = fields.get("target") else {
            return each(Err(item.faulty("an annotation without a field “target”")));
        };
        let targets = Target::all(target);
        let Some(source) = targets.first().map(|target| target.source.clone()) else {
            return each(Err(item.faulty("its field “target” names no source")));
        };
        if let Some(described) = described(&fields) {
            // What comes from now on is of this article: those before are whole.
            self.give(None, each)?;
            let gathered = self.gathered(source, item);
            gathered.described = Some(described);
        } else {
            self.gathered(source, item).annotations.push(fields);
        }
        ControlFlow::Continue(())
    }

    fn gathered(&mut self, source: String, item: &Item<'_>) -> &mut Gathered {
        let next = self.articles.len();
        let at = *self.by_source.entry(source.clone()).or_insert(next);
        if at == next {
            self.articles.push(Gathered {
                source,
                place: item.place.clone(),
                described: None,
                annotations: Vec::new(),
            });
        }
        &mut self.articles[at]
    }

    /// Gives on the articles whose text is known, and at the end, where there is `beside`, all.
    fn give(&mut self, beside: Option<Beside<'_>>, each: &mut Each<'_>) -> ControlFlow<()> {
        let is_end = beside.is_some();
        let mut none = |_: &str| None;
        let beside = beside.unwrap_or(&mut none);
        let articles = std::mem::take(&mut self.articles);
        self.by_source.clear();
        for article in articles {
            if article.described.is_none() && !is_end {
                let source = article.source.clone();
                self.by_source.insert(source, self.articles.len());
                self.articles.push(article);
                continue;
            }
            each(article.record(beside, &mut self.unread))?;
        }
        ControlFlow::Continue(())
    }
}

/// Finds files beside the one that is read.
type Beside<'a> = &'a mut dyn FnMut(&str) -> Option<Vec<u8>>;

/// The text and the target's fields, if this annotation says what the whole target says.
fn described(fields: &Fields) -> Option<(String, Fields)> {
    let is_text = |value: &Value| {
        value
            .get("format")
            .is_some_and(|format| format == "text/plain")
    };
    let body = fields.get("body").filter(|body| is_text(body))?;
    let target = fields.get("target").filter(|target| is_text(target))?;
    let is_describing = fields.get("motivation")? == "describing" && target.get("type")? == "Text";
    let text = body.get("value")?.as_str()?;
    is_describing.then(|| {
        (
            text.to_owned(),
            target.as_object().cloned().unwrap_or_default(),
        )
    })
}

impl Gathered {
    fn record(self, beside: Beside<'_>, unread: &mut Unread) -> Result<Record, Faulty> {
        let Self {
            source,
            place,
            described,
            annotations,
        } = self;
        let mut record = if let Some((text, target)) = described {
            let mut record = Record::new(ArticleText::new(text), Metadata::default());
            take_metadata(&mut ours(target), &mut record);
            record
        } else {
            let text = text_beside(&source, beside).map_err(|why| Faulty::new(place, why))?;
            let mut record = Record::new(text, Metadata::default());
            record.metadata.id = source;
            record
        };
        let article = record.text.clone();
        let mut spans = Spans::new(article.as_str());
        for annotation in annotations {
            add_annotation(annotation, &mut spans);
        }
        spans.finish(&mut record, Fields::new(), unread);
        Ok(record)
    }
}

/// The terms of a target by the names that metadata have in our formats.
fn ours(target: Fields) -> Fields {
    let mut fields = Fields::new();
    for (term, value) in target {
        let known = TERMS.iter().find(|(_, known)| *known == term);
        let name = known.map_or_else(|| term.strip_prefix(OWN), |(name, _)| Some(*name));
        if let Some(name) = name {
            fields.insert(name.to_owned(), value);
        }
    }
    fields
}

/// The text of a file beside, which is called like the last part of `source`.
fn text_beside(source: &str, beside: Beside<'_>) -> Result<ArticleText, String> {
    let path = source.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit(['/', ':']).next().unwrap_or_default();
    let bytes = (!name.is_empty()).then(|| beside(name)).flatten();
    let bytes = bytes.ok_or_else(|| {
        format!("the text of {source} is neither in this file nor in a file “{name}” beside it; put it there")
    })?;
    let decoded = encoding::decode(&bytes)
        .map_err(|error| format!("the text of {source} cannot be read from “{name}”: {error}"))?;
    Ok(ArticleText::new(decoded.text))
}

/// Adds a span for each tag at each target.
fn add_annotation(mut annotation: Fields, spans: &mut Spans<'_>) {
    let motivation = annotation.get("motivation").and_then(words_of);
    let motivation = motivation.unwrap_or_else(|| "annotation".to_owned());
    let targets = annotation.shift_remove("target");
    let targets = targets.as_ref().map(Target::all).unwrap_or_default();
    let bodies = Bodies::of(&mut annotation, &motivation);
    let mut extras = Fields::new();
    let mut attributes = Vec::new();
    for (name, value) in annotation {
        match name.strip_prefix(OWN) {
            Some("attribute") => attributes = attribute_nodes(value),
            Some(name @ ("state" | "id" | "by" | "score")) => {
                extras.insert(name.to_owned(), value);
            }
            _ => {}
        }
    }
    for label in &bodies.labels {
        for target in &targets {
            let Some(range) = target::range(target, label, &mut spans.places) else {
                spans.places.lost += 1;
                continue;
            };
            let mut span = RecordSpan::new(label.as_str(), range);
            let extras = extras.clone();
            take_extras(extras, &mut span, &mut spans.places, &mut spans.unread);
            span.note.clone_from(&bodies.note);
            add_attributes(&attributes, &mut span, &mut spans.places);
            spans.found.push(span);
        }
    }
}

/// Attributes without the name space in their fields' names.
fn attribute_nodes(value: Value) -> Vec<Value> {
    let nodes = match value {
        node @ Value::Object(_) => vec![node],
        nodes => list(Some(nodes)),
    };
    let bare = |node: Value| match node {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| {
                let name = name.strip_prefix(OWN).unwrap_or(&name);
                (name.to_owned(), value)
            })
            .collect(),
        other => other,
    };
    nodes.into_iter().map(bare).collect()
}

/// What the bodies of an annotation say.
struct Bodies {
    /// At least one.
    labels: Vec<String>,
    note: String,
}

impl Bodies {
    fn of(annotation: &mut Fields, motivation: &str) -> Self {
        let bodies = match annotation.shift_remove("body") {
            Some(Value::Array(bodies)) => bodies,
            Some(body) => vec![body],
            None => Vec::new(),
        };
        let mut labels = Vec::new();
        let mut notes: Vec<String> = Vec::new();
        notes.extend(annotation.get("bodyValue").and_then(words_of));
        for body in bodies {
            let own = body.get("purpose").and_then(words_of);
            let purpose = own.as_deref().unwrap_or(motivation);
            let is_comment = matches!(
                purpose,
                "commenting" | "replying" | "describing" | "editing"
            );
            let Some(words) = body_words(&body) else {
                continue;
            };
            if is_comment {
                notes.push(words);
            } else if !words.is_empty() {
                labels.push(words);
            }
        }
        if labels.is_empty() {
            labels.push(motivation.to_owned());
        }
        Self {
            labels,
            note: notes.join("\n"),
        }
    }
}

/// The words of a body, or the last part of its address.
fn body_words(body: &Value) -> Option<String> {
    let last_part = |address: &str| {
        let last = address.trim_end_matches('/').rsplit(['/', '#']).next();
        last.unwrap_or_default().to_owned()
    };
    match body {
        Value::String(address) => Some(last_part(address)),
        Value::Object(fields) => {
            let words = fields.get("value").or_else(|| fields.get("label"));
            words.and_then(words_of).or_else(|| {
                let address = fields.get("source").or_else(|| fields.get("id"))?;
                Some(last_part(address.as_str()?))
            })
        }
        _ => None,
    }
}
