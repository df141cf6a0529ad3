//! JSONL of Prodigy.

use serde_json::Value;

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, each_record, list, put_back, take_meta};
use crate::json::items::Item;
use crate::json::read::{Fields, Unread, take_record, take_text};
use crate::json::sketch::Sketch;
use crate::prodigy::FORMAT;
use copydesk_document::{Record, SpanState};

/// Reads tasks with or without tokens. The spans of a task with the answer `reject` are rejected,
/// those of one with `ignore` are suggestions.
pub(super) struct Reader;

/// What Prodigy keeps for itself.
const ITS_OWN: [&str; 12] = [
    "tokens",
    "html",
    "_view_id",
    "_input_hash",
    "_task_hash",
    "_session_id",
    "_annotator_id",
    "_timestamp",
    "_is_binary",
    "_is_html",
    "config",
    "path",
];

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
        let has_mark = [
            "_view_id",
            "_input_hash",
            "_task_hash",
            "spans[].token_start",
        ]
        .iter()
        .any(|name| sketch.has_field(name));
        let has_tokens = sketch.has("tokens[].text:string") || sketch.has("answer:string");
        if has_mark || has_tokens && sketch.has_field("text") {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        each_record(source, each, task)
    }
}

fn task(item: &Item<'_>, unread: &mut Unread) -> Result<Record, Faulty> {
    let mut fields = item.object()?;
    let text = take_text(&mut fields, &["text"]).map_err(|why| item.faulty(why))?;
    let mut record = take_record(&mut Fields::new(), text);
    let rest = take_meta(&mut fields, "meta", &mut record);
    put_back(&mut fields, "meta", rest);
    for name in ITS_OWN {
        fields.shift_remove(name);
    }
    let state = match fields
        .shift_remove("answer")
        .as_ref()
        .and_then(Value::as_str)
    {
        Some("accept") => Some(SpanState::Accepted),
        Some("reject") => Some(SpanState::Rejected),
        Some("ignore") => Some(SpanState::Suggested),
        _ => None,
    };
    let article = record.text.clone();
    let mut spans = Spans::new(article.as_str());
    let values = list(fields.shift_remove("spans")).into_iter();
    spans.add_all(Some(values.map(as_ours).collect()));
    for span in &mut spans.found {
        // The answer is of the whole task, whatever a program thought of a span before.
        span.state = state.unwrap_or(span.state);
    }
    spans.add_all(fields.shift_remove("other_spans"));
    spans.finish(&mut record, fields, unread);
    Ok(record)
}

/// Prodigy says in `source` which model proposed a span; hashes are of no concern.
fn as_ours(mut span: Value) -> Value {
    if let Value::Object(fields) = &mut span {
        fields.shift_remove("input_hash");
        fields.shift_remove("_input_hash");
        if !fields.contains_key("by")
            && fields.contains_key("score")
            && let Some(source) = fields.shift_remove("source")
        {
            fields.insert("by".to_owned(), source);
        }
    }
    span
}
