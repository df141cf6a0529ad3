//! What Copydesk's export puts into `user_data["copydesk"]` of a spaCy doc, and reads back.

use std::collections::BTreeMap;

use rmpv::Value;

use crate::docbin::DETAILS;
use crate::import::offsets::Offsets;
use copydesk_document::{Origin, Record, RecordAttribute, RecordSpan, Status};

/// The details of one doc; nothing where another program wrote it.
pub(super) struct Details<'a> {
    article: Option<Value>,
    /// Of single spans, by state, label, start and end.
    spans: BTreeMap<(String, String, i64, i64), Value>,
    offsets: &'a Offsets<'a>,
}

impl<'a> Details<'a> {
    pub(super) fn unpacked(bytes: Option<&[u8]>, offsets: &'a Offsets<'a>) -> Self {
        let value = bytes.and_then(|mut bytes| rmpv::decode::read_value(&mut bytes).ok());
        let article = value
            .as_ref()
            .and_then(|value| field(value, DETAILS))
            .cloned();
        let spans = article.as_ref().and_then(|article| field(article, "spans"));
        let spans = spans.and_then(Value::as_array).into_iter().flatten();
        let keyed = |span: &Value| {
            let place = (number(span, "start")?, number(span, "end")?);
            let key = (words(span, "state"), words(span, "label"), place.0, place.1);
            Some((key, span.clone()))
        };
        Self {
            spans: spans.filter_map(keyed).collect(),
            article,
            offsets,
        }
    }

    /// Adds what is known of the article.
    pub(super) fn add_to_article(&self, record: &mut Record) {
        let Some(article) = &self.article else {
            return;
        };
        let metadata = &mut record.metadata;
        metadata.id = words(article, "id");
        metadata.title = words(article, "title");
        metadata.byline = words(article, "byline");
        metadata.date = words(article, "date");
        metadata.address = words(article, "address");
        metadata.source = words(article, "source");
        record.status = Status::from_word(&words(article, "status")).unwrap_or_default();
        record.is_marked = field(article, "marked").and_then(Value::as_bool) == Some(true);
    }

    /// Adds what is known of `span`, which is at `start..end` in code points.
    pub(super) fn add_to_span(&mut self, span: &mut RecordSpan, start: i64, end: i64) {
        let key = (span.state.word().to_owned(), span.label.clone(), start, end);
        let Some(details) = self.spans.remove(&key) else {
            return;
        };
        span.id = field(&details, "number").and_then(Value::as_u64);
        let percent = number(&details, "confidence").and_then(|one| u8::try_from(one).ok());
        let (origin, by) = (words(&details, "origin"), words(&details, "by"));
        span.origin = Origin::from_words(&origin, &by, percent);
        span.note = words(&details, "note");
        let attributes = field(&details, "attributes").and_then(Value::as_map);
        for (name, parts) in attributes.into_iter().flatten() {
            let place = (number(parts, "start"), number(parts, "end"));
            let attribute = RecordAttribute {
                words: words(parts, "words"),
                at: match place {
                    (Some(start), Some(end)) => self.offsets.range(start, end).ok(),
                    _ => None,
                },
            };
            let name = name.as_str().unwrap_or_default().to_owned();
            span.attributes.insert(name, attribute);
        }
    }
}

/// The value of `name` in a map.
pub(super) fn field<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let fields = value.as_map()?.iter();
    let mut named = fields.filter(|(found, _)| found.as_str() == Some(name));
    named.next().map(|(_, value)| value)
}

fn words(value: &Value, name: &str) -> String {
    let words = field(value, name).and_then(Value::as_str);
    words.unwrap_or_default().to_owned()
}

fn number(value: &Value, name: &str) -> Option<i64> {
    field(value, name)?.as_i64()
}
