//! Offsets in JSON, which are code points, become bytes of the text, or a warning that says why not.

use std::ops::Range;

use copydesk_text::{CodePointIndex, CodePointOffset};

/// Converts the offsets of one text, which are code points, and keeps what was wrong with them.
pub(crate) struct Places<'a> {
    text: &'a str,
    index: CodePointIndex<'a>,
    warnings: Vec<String>,
    /// How many spans could not be placed.
    pub lost: usize,
}

impl<'a> Places<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            index: CodePointIndex::new(text),
            warnings: Vec::new(),
            lost: 0,
        }
    }

    /// The bytes of `start..end`, which are not empty; `None`, with a warning, where there is no
    /// such place. `what` is for that: `the span “claim”`.
    pub fn range(&mut self, what: &str, start: u64, end: u64) -> Option<Range<usize>> {
        let found = self.found(start, end);
        match found {
            Ok(range) => Some(range),
            Err(why) => {
                self.warn(format!("{what} at {start}–{end} is left out: {why}"));
                None
            }
        }
    }

    /// The bytes of `start..end`, which are not empty, if there is such a place.
    pub fn find(&self, start: u64, end: u64) -> Option<Range<usize>> {
        self.found(start, end).ok()
    }

    /// As [`Self::range`], for two values that should be numbers.
    pub fn range_of(
        &mut self,
        what: &str,
        start: Option<&serde_json::Value>,
        end: Option<&serde_json::Value>,
    ) -> Option<Range<usize>> {
        match (whole_number(start), whole_number(end)) {
            (Some(start), Some(end)) => self.range(what, start, end),
            (None, _) => {
                self.warn(format!(
                    "{what} is left out: its start is not a whole number, 0 or more"
                ));
                None
            }
            (_, None) => {
                self.warn(format!(
                    "{what} is left out: its end is not a whole number, 0 or more"
                ));
                None
            }
        }
    }

    /// Warns if the words at `range` are others than `quote`.
    pub fn check_quote(&mut self, what: &str, range: &Range<usize>, quote: &str) {
        let words = self.words(range);
        if words != quote {
            self.warn(format!(
                "{what} should be “{}”, but the text there reads “{}”",
                short(quote),
                short(words)
            ));
        }
    }

    pub fn text(&self) -> &'a str {
        self.text
    }

    pub fn words(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    pub fn warn(&mut self, warning: String) {
        self.warnings.push(warning);
    }

    /// What was wrong, each one sentence without a full stop.
    pub fn into_warnings(self) -> Vec<String> {
        self.warnings
    }

    fn found(&self, start: u64, end: u64) -> Result<Range<usize>, String> {
        if end <= start {
            return Err("its end is not after its start".to_owned());
        }
        let byte = |at: u64| {
            usize::try_from(at)
                .ok()
                .and_then(|at| self.index.byte_from_code_point(CodePointOffset(at)))
        };
        if let (Some(start), Some(end)) = (byte(start), byte(end)) {
            return Ok(start..end);
        }
        let most = self.index.code_point_from_byte(self.text.len()).0;
        Err(format!("the text has only {most} characters"))
    }
}

/// `value` if it is a whole number from 0 on, also as `3.0`, as some tools write it.
pub(crate) fn whole_number(value: Option<&serde_json::Value>) -> Option<u64> {
    let value = value?;
    value.as_u64().or_else(|| {
        let number = value.as_f64()?;
        let is_whole = number.fract() == 0.0 && (0.0..9e15).contains(&number);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "just found to be whole, not negative and far below 2^64"
        )]
        is_whole.then_some(number as u64)
    })
}

/// For a message: no longer than 40 characters.
fn short(words: &str) -> String {
    const MOST: usize = 40;
    let mut chars = words.chars();
    let head: String = chars.by_ref().take(MOST).collect();
    if chars.next().is_some() {
        format!("{head}…")
    } else {
        head
    }
}
