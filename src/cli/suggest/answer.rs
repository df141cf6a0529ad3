//! The answer to one line: its record, or an error that says why there is none.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::cli::suggest::pool::NumberedLine;
use crate::cli::suggest::record::{self, ErrorRecord, ErrorWords, Record};
use crate::engine::{self, Progress, Suggested};
use copydesk_document::{Schema, Suggestion};
use copydesk_formats::import::{Line, MAX_LINE_BYTES};
use copydesk_suggest::dictionary::Dictionaries;
use copydesk_text::ArticleText;

/// One record with its line feed.
pub(super) struct Answer {
    pub record: Vec<u8>,
    /// `false` for an error.
    pub is_good: bool,
}

/// What applies to all lines.
pub(super) struct Answerer {
    pub schema: Arc<Schema>,
    /// How long a line may take, for the error message.
    pub line_timeout: Option<Duration>,
    pub with_version: bool,
    pub dictionaries: Arc<Dictionaries>,
    /// [`engine::suggest`], or what a test has instead.
    pub suggest: Suggest,
}

/// Like [`engine::suggest`].
pub(super) type Suggest =
    fn(&Dictionaries, &ArticleText, &Schema, Option<NonZeroUsize>, &Progress) -> Option<Suggested>;

/// A line of input; other fields are ignored.
#[derive(Deserialize)]
struct Asked<'a> {
    #[serde(borrow, default, deserialize_with = "given")]
    id: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "given")]
    text: Option<&'a RawValue>,
}

/// A field that is there, even if it is null.
fn given<'de, D: Deserializer<'de>>(field: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(field).map(Some)
}

/// Why a line has no record.
struct Refusal<'a> {
    id: Option<&'a RawValue>,
    kind: &'static str,
    why: String,
}

impl Answerer {
    pub fn answer(&self, line: NumberedLine, progress: &Progress) -> Answer {
        let NumberedLine { number, line } = line;
        let record = match &line {
            Line::Whole(bytes) => self.record(bytes, number, progress),
            Line::TooLong => Err(Refusal::new(
                None,
                "too-long",
                format!("longer than {} MiB", MAX_LINE_BYTES / 1024 / 1024),
            )),
        };
        match record {
            Ok(record) => Answer {
                record,
                is_good: true,
            },
            Err(Refusal { id, kind, why }) => {
                let error = ErrorWords { kind, msg: why };
                let line = number;
                let record = record::line(&ErrorRecord { id, line, error });
                debug_assert!(record.is_ok(), "writing to memory cannot fail");
                Answer {
                    record: record.unwrap_or_default(),
                    is_good: false,
                }
            }
        }
    }

    fn record<'a>(
        &self,
        bytes: &'a [u8],
        number: usize,
        progress: &Progress,
    ) -> Result<Vec<u8>, Refusal<'a>> {
        let line = str::from_utf8(bytes)
            .map_err(|error| Refusal::new(None, "utf-8", error.to_string()))?;
        let asked: Asked<'a> = serde_json::from_str(line).map_err(|error| {
            let kind = if error.is_data() { "record" } else { "json" };
            Refusal::new(None, kind, error.to_string())
        })?;
        let refused = |kind, why| Refusal::new(asked.id, kind, why);
        let text = asked
            .text
            .ok_or_else(|| refused("record", "the field “text” is missing".to_owned()))?;
        let text: String = serde_json::from_str(text.get())
            .map_err(|error| refused("record", format!("the field “text”: {error}")))?;
        let text = ArticleText::new(text);
        let work = AssertUnwindSafe(|| self.suggestions(&text, progress));
        let suggestions = catch_unwind(work)
            .map_err(|panic| {
                let words = engine::words_of_panic(panic.as_ref());
                refused(
                    "panic",
                    format!("something went wrong in Copydesk: {words}"),
                )
            })?
            .map_err(|why| refused("timeout", why))?;
        let mut record = Record::new(asked.id, &text, suggestions, &self.schema);
        record.name_after(number);
        if self.with_version {
            record.add_version();
        }
        record::line(&record).map_err(|error| refused("record", error.to_string()))
    }

    /// On the calling thread alone: the threads are shared out among lines.
    fn suggestions(
        &self,
        text: &ArticleText,
        progress: &Progress,
    ) -> Result<Vec<Suggestion>, String> {
        let threads = Some(NonZeroUsize::MIN);
        let found = (self.suggest)(&self.dictionaries, text, &self.schema, threads, progress);
        found.map(|found| found.suggestions).ok_or_else(|| {
            let seconds = self.line_timeout.unwrap_or_default().as_secs_f64();
            format!("took longer than {seconds} s")
        })
    }
}

impl<'a> Refusal<'a> {
    fn new(id: Option<&'a RawValue>, kind: &'static str, why: String) -> Self {
        Self { id, kind, why }
    }
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;
