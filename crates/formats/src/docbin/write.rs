//! spaCy's binary training data: `DocBin`s, each a bounded number of articles.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use rmpv::Value;

use crate::Format;
use crate::docbin::strings::{spacy_string_id, string_hash};
use crate::docbin::{DETAILS, ENT_IOB, ENT_TYPE, FORMAT, GROUPS, ORTH};
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink, Split};
use crate::notation::spacy_tokens::{SpacyToken, spacy_tokens, tokens_within};
use copydesk_document::{LabelStyle, Record, RecordSpan, SpanState};

pub(super) struct Writer;

/// What one file holds at most: whichever is reached first.
const MOST_DOCS: usize = 2_000;
const MOST_TOKENS: usize = 500_000;

struct Shards {
    /// Labels that lie over others and so are no entities, in lower case.
    over: BTreeSet<String>,
    /// What is not written yet, and how many files are.
    open: BTreeMap<Option<Split>, (Shard, usize)>,
}

/// One file on its way.
#[derive(Default)]
struct Shard {
    tokens: Vec<u8>,
    spaces: Vec<u8>,
    lengths: Vec<u8>,
    /// With their numbers, by the hash by which spaCy tells them apart.
    strings: HashMap<u64, (String, u64)>,
    span_groups: Vec<Value>,
    user_data: Vec<Value>,
    token_count: usize,
}

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::SplitFolder
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        let labels = settings.schema.labels().iter();
        let over = labels.filter(|label| label.style == LabelStyle::Band);
        Box::new(Shards {
            over: over
                .map(|label| label.id.as_str().to_ascii_lowercase())
                .collect(),
            open: BTreeMap::new(),
        })
    }
}

impl DataSet for Shards {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let (shard, written) = self.open.entry(article.split).or_default();
        shard.add(article, &self.over)?;
        if shard.user_data.len() >= MOST_DOCS || shard.token_count >= MOST_TOKENS {
            *written += 1;
            std::mem::take(shard).write(article.split, *written, sink)?;
        }
        Ok(())
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        for (split, (shard, written)) in std::mem::take(&mut self.open) {
            if !shard.user_data.is_empty() {
                shard.write(split, written + 1, sink)?;
            }
        }
        Ok(())
    }
}

impl Shard {
    fn add(&mut self, article: &Article<'_>, over: &BTreeSet<String>) -> io::Result<()> {
        let record = article.record;
        let tokens = spacy_tokens(article, record.spans.iter());
        let mut none = None;
        let mut entities = entities(record, &tokens, over).into_iter().peekable();
        for (index, token) in tokens.iter().enumerate() {
            let words = self.string(article.words(&token.range));
            let (iob, label) = match entities.next_if(|(place, _)| *place == index) {
                Some((_, (iob, label))) => (iob, self.string(label)),
                None => (2, *none.get_or_insert_with(|| self.string(""))),
            };
            for number in [words, iob, label] {
                self.tokens.extend_from_slice(&number.to_le_bytes());
            }
            self.spaces.push(u8::from(token.has_space));
        }
        self.token_count += tokens.len();
        let length = i32::try_from(tokens.len()).map_err(io::Error::other)?;
        self.lengths.extend_from_slice(&length.to_le_bytes());
        let groups = self.span_groups(article, &tokens)?;
        self.span_groups.push(Value::Binary(groups));
        let user_data = packed(&Value::Map(vec![(Value::from(DETAILS), details(article))]))?;
        self.user_data.push(Value::Binary(user_data));
        Ok(())
    }

    /// The number of `string`, which the file's list of strings gets.
    fn string(&mut self, string: &str) -> u64 {
        let known = self.strings.entry(string_hash(string));
        known
            .or_insert_with(|| (string.to_owned(), spacy_string_id(string)))
            .1
    }

    fn span_groups(&mut self, article: &Article<'_>, tokens: &[SpacyToken]) -> io::Result<Vec<u8>> {
        let mut groups = Vec::new();
        for (state, key) in GROUPS {
            let spans = article.record.spans.iter();
            let spans: Vec<Value> = spans
                .filter(|span| span.state == state)
                .filter_map(|span| self.packed_span(article, span, tokens))
                .map(Value::Binary)
                .collect();
            // The group that `spancat` trains on is always there.
            if spans.is_empty() && state != SpanState::Accepted {
                continue;
            }
            let group = Value::Map(vec![
                (Value::from("name"), Value::from(key)),
                (Value::from("attrs"), Value::Map(Vec::new())),
                (Value::from("spans"), Value::Array(spans)),
            ]);
            let keys = Value::Array(vec![Value::from(key)]);
            groups.push((Value::Binary(packed(&group)?), keys));
        }
        packed(&Value::Map(groups))
    }

    /// A span as `SpanGroup.to_bytes` packs it: `>QQQllll`.
    fn packed_span(
        &mut self,
        article: &Article<'_>,
        span: &RecordSpan,
        tokens: &[SpacyToken],
    ) -> Option<Vec<u8>> {
        let id = span.id.map_or(0, |id| self.string(&id.to_string()));
        let label = self.string(&span.label);
        let within = tokens_within(tokens, &span.range);
        let characters = article.code_points(&span.range);
        let mut packed = Vec::with_capacity(40);
        for number in [id, 0, label] {
            packed.extend_from_slice(&number.to_be_bytes());
        }
        for place in [within.start, within.end, characters.start, characters.end] {
            packed.extend_from_slice(&i32::try_from(place).ok()?.to_be_bytes());
        }
        Some(packed)
    }

    fn write(self, split: Option<Split>, number: usize, sink: &mut dyn Sink) -> io::Result<()> {
        let count = self.user_data.len();
        let strings = self.strings.into_values().map(|(string, _)| string);
        let mut strings: Vec<String> = strings.collect();
        strings.sort_unstable();
        let flags = Value::Map(vec![(
            Value::from("has_unknown_spaces"),
            Value::from(false),
        )]);
        let fields = [
            ("version", Value::from("0.1")),
            (
                "attrs",
                Value::Array([ORTH, ENT_IOB, ENT_TYPE].map(Value::from).to_vec()),
            ),
            ("tokens", Value::Binary(self.tokens)),
            ("spaces", Value::Binary(self.spaces)),
            ("lengths", Value::Binary(self.lengths)),
            (
                "strings",
                Value::Array(strings.into_iter().map(Value::from).collect()),
            ),
            ("cats", Value::Array(vec![Value::Map(Vec::new()); count])),
            ("flags", Value::Array(vec![flags; count])),
            ("span_groups", Value::Array(self.span_groups)),
            ("user_data", Value::Array(self.user_data)),
        ];
        let bin = fields.map(|(name, value)| (Value::from(name), value));
        // Hashes hardly shrink further, and would take ten times as long.
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
        zlib.write_all(&packed(&Value::Map(bin.into()))?)?;
        let folder = split.map_or(String::new(), |split| format!("{}/", split.name()));
        let path = format!("{folder}part-{number:05}.spacy");
        sink.write(Place::In(&path), &zlib.finish()?)
    }
}

/// For each token of an entity 3 at its begin or 1 inside, and the label.
fn entities<'a>(
    record: &'a Record,
    tokens: &[SpacyToken],
    over: &BTreeSet<String>,
) -> BTreeMap<usize, (u64, &'a str)> {
    let mut entities: BTreeMap<usize, (u64, &str)> = BTreeMap::new();
    for span in &record.spans {
        let is_over = over.contains(&span.label.to_ascii_lowercase());
        let within = tokens_within(tokens, &span.range);
        let is_free = entities.range(within.clone()).next().is_none();
        if span.state != SpanState::Accepted || is_over || !is_free {
            continue;
        }
        for token in within.clone() {
            let iob = if token == within.start { 3 } else { 1 };
            entities.insert(token, (iob, &span.label));
        }
    }
    entities
}

/// What spaCy has no place for.
fn details(article: &Article<'_>) -> Value {
    let record = article.record;
    let mut fields = Fields::default();
    fields.put("id", article.id);
    for (name, value) in record.metadata.words() {
        fields.put_filled(name, value);
    }
    fields.put("status", record.status.word());
    fields.put("marked", record.is_marked);
    let spans = record.spans.iter();
    let spans: Vec<Value> = spans
        .filter_map(|span| span_details(article, span))
        .collect();
    fields.put("spans", Value::Array(spans));
    Value::Map(fields.0)
}

fn span_details(article: &Article<'_>, span: &RecordSpan) -> Option<Value> {
    let is_plain = span.id.is_none() && span.origin.is_none() && span.note.is_empty();
    if is_plain && span.attributes.is_empty() {
        return None;
    }
    let place = article.code_points(&span.range);
    let mut fields = Fields::default();
    fields.put("state", span.state.word());
    fields.put("label", span.label.as_str());
    fields.put("start", place.start);
    fields.put("end", place.end);
    if let Some(id) = span.id {
        fields.put("number", id);
    }
    if let Some(origin) = &span.origin {
        fields.put("origin", origin.word());
        fields.put_filled("by", origin.by());
        if let Some(confidence) = origin.confidence() {
            fields.put("confidence", confidence.percent());
        }
    }
    fields.put_filled("note", &span.note);
    let mut attributes = Fields::default();
    for (name, attribute) in &span.attributes {
        let mut parts = Fields::default();
        parts.put("words", attribute.words.as_str());
        if let Some(at) = &attribute.at {
            let place = article.code_points(at);
            parts.put("start", place.start);
            parts.put("end", place.end);
        }
        attributes.put(name, Value::Map(parts.0));
    }
    fields.put("attributes", Value::Map(attributes.0));
    Some(Value::Map(fields.0))
}

/// The fields of a map, in order.
#[derive(Default)]
struct Fields(Vec<(Value, Value)>);

impl Fields {
    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.0.push((Value::from(name), value.into()));
    }

    fn put_filled(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.put(name, value);
        }
    }
}

fn packed(value: &Value) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    rmpv::encode::write_value(&mut bytes, value).map_err(io::Error::other)?;
    Ok(bytes)
}
