//! Where a web annotation stands: its selectors, which may agree or not, become bytes of the text.

use std::ops::Range;

use serde_json::Value;

use crate::json::places::{Places, whole_number};
use crate::json::read::{named, words_of};
use copydesk_text::{Utf16Index, Utf16Offset};

/// One target of an annotation.
pub(super) struct Target {
    /// The address of what is annotated.
    pub source: String,
    position: Option<(u64, u64)>,
    quote: Option<QuoteSelector>,
}

struct QuoteSelector {
    exact: String,
    prefix: String,
    suffix: String,
}

impl Target {
    /// The targets that a field `target` names.
    pub fn all(target: &Value) -> Vec<Self> {
        match target {
            Value::Array(targets) => targets.iter().flat_map(Self::all).collect(),
            Value::String(address) => {
                let (source, fragment) = address.split_once('#').unwrap_or((address, ""));
                vec![Self {
                    source: source.to_owned(),
                    position: position_in(fragment),
                    quote: None,
                }]
            }
            Value::Object(fields) => {
                let source = fields.get("source").or_else(|| fields.get("id"));
                let source = match source {
                    Some(Value::Object(source)) => source.get("id").and_then(words_of),
                    Some(other) => words_of(other),
                    None => None,
                };
                let mut target = Self {
                    source: source.unwrap_or_default(),
                    position: None,
                    quote: None,
                };
                target.take_selector(fields.get("selector"), 0);
                vec![target]
            }
            _ => Vec::new(),
        }
    }

    /// Selectors in a list mean the same place in different ways; one may be made more exact by
    /// another.
    fn take_selector(&mut self, selector: Option<&Value>, depth: usize) {
        const DEEPEST: usize = 8;
        let Some(selector) = selector.filter(|_| depth < DEEPEST) else {
            return;
        };
        if let Value::Array(selectors) = selector {
            for selector in selectors {
                self.take_selector(Some(selector), depth + 1);
            }
            return;
        }
        let words = |name: &str| selector.get(name).and_then(words_of);
        match selector.get("type").and_then(Value::as_str) {
            Some("TextPositionSelector") => {
                let start = whole_number(selector.get("start"));
                self.position = start.zip(whole_number(selector.get("end")));
            }
            Some("TextQuoteSelector") => {
                self.quote = words("exact").map(|exact| QuoteSelector {
                    exact,
                    prefix: words("prefix").unwrap_or_default(),
                    suffix: words("suffix").unwrap_or_default(),
                });
            }
            Some("FragmentSelector") => {
                let position = words("value").and_then(|value| position_in(&value));
                self.position = self.position.or(position);
            }
            _ => {}
        }
        self.take_selector(selector.get("refinedBy"), depth + 1);
    }
}

/// `char=2,20` of RFC 5147.
fn position_in(fragment: &str) -> Option<(u64, u64)> {
    let (start, end) = fragment.strip_prefix("char=")?.split_once(',')?;
    let end = end.split(';').next()?;
    Some((start.parse().ok()?, end.parse().ok()?))
}

/// The bytes of `target`. Its quote goes before its position where they differ: some programs count
/// UTF-16 units, and a text may have been altered.
pub(super) fn range(target: &Target, label: &str, places: &mut Places<'_>) -> Option<Range<usize>> {
    let what = named(label);
    let Some(quote) = &target.quote else {
        let Some((start, end)) = target.position else {
            places.warn(format!(
                "{what} is left out: it has neither a text position nor a text quote"
            ));
            return None;
        };
        return places.range(&what, start, end);
    };
    let text = places.text();
    if let Some((start, end)) = target.position {
        let fits = |range: &Range<usize>| text.get(range.clone()) == Some(&quote.exact);
        if let Some(range) = places.find(start, end).filter(fits) {
            return Some(range);
        }
        if let Some(range) = utf16_range(text, start, end).filter(fits) {
            places.warn(format!(
                "the offsets {start}–{end} of {what} were read as UTF-16 units because its quote is there"
            ));
            return Some(range);
        }
    }
    match occurrences(text, quote).as_slice() {
        [at] => {
            if let Some((start, end)) = target.position {
                places.warn(format!(
                    "{what} was found by its quote, which is not at its offsets {start}–{end}"
                ));
            }
            Some(*at..at + quote.exact.len())
        }
        found => {
            let count = found.len();
            places.warn(format!(
                "{what} is left out: its quote “{}” occurs {count} times in the text",
                quote.exact
            ));
            None
        }
    }
}

fn utf16_range(text: &str, start: u64, end: u64) -> Option<Range<usize>> {
    let index = Utf16Index::new(text);
    let byte = |at: u64| index.byte_from_utf16(Utf16Offset(usize::try_from(at).ok()?));
    Some(byte(start)?..byte(end)?)
}

/// Where a quote stands with what is around it, or else anywhere.
fn occurrences(text: &str, quote: &QuoteSelector) -> Vec<usize> {
    let QuoteSelector {
        exact,
        prefix,
        suffix,
    } = quote;
    if exact.is_empty() {
        return Vec::new();
    }
    let all: Vec<usize> = text.match_indices(exact).map(|(at, _)| at).collect();
    let fits = |at: &usize| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + exact.len()..).unwrap_or_default();
        before.ends_with(prefix) && after.starts_with(suffix)
    };
    let fitting: Vec<usize> = all.iter().copied().filter(fits).collect();
    if fitting.is_empty() { all } else { fitting }
}
