//! Which field of a task is the text, and where its regions are in it.

use std::ops::Range;

use serde_json::Value;

use crate::html::strip::{stripped, text_nodes};
use crate::import::quoted::Page;
use crate::json::places::{Places, whole_number};
use crate::json::read::{Fields, TEXT_NAMES};
use copydesk_text::{CodePointIndex, CodePointOffset, Utf16Index, Utf16Offset};

/// A task’s text and, where it is a page, the page.
pub(super) struct TaskText {
    pub text: String,
    /// The text nodes of the page, in which regions count.
    nodes: Option<String>,
    /// What a person should know of how it was chosen.
    pub warning: Option<String>,
}

impl TaskText {
    /// Takes from `data` the field that `regions` fit: their words stand there, else their offsets do, else
    /// it is called like a text, else it is the longest.
    pub fn take(data: &mut Fields, regions: &[&Value]) -> Result<Self, String> {
        let is_page = regions.iter().copied().any(is_on_page);
        let rank = |name: &str, text: &str| {
            let nodes = is_page.then(|| text_nodes(text));
            let shown = nodes.as_deref().unwrap_or(text);
            let (words, offsets) = fitting(shown, regions);
            let usual = TEXT_NAMES.iter().position(|usual| *usual == name);
            (
                words,
                offsets,
                usual.map(|at| TEXT_NAMES.len() - at),
                text.len(),
            )
        };
        let mut fields: Vec<_> = data
            .iter()
            .filter_map(|(name, value)| Some((rank(name, value.as_str()?), name.clone())))
            .collect();
        fields.sort();
        let (chosen, name) = fields.pop().ok_or("its data has no text")?;
        let is_sure = chosen.0 > 0 || chosen.2.is_some() || fields.is_empty();
        let is_alone = fields
            .last()
            .is_none_or(|(next, _)| (next.0, next.1) < (chosen.0, chosen.1));
        let warning = (!is_sure && !is_alone).then(|| {
            format!("the field “{name}” was taken for the text because it is the longest; name it “text” to be sure")
        });
        let Some(Value::String(text)) = data.shift_remove(&name) else {
            return Err("its data has no text".to_owned());
        };
        if is_page {
            let nodes = Some(text_nodes(&text));
            let text = stripped(&text);
            return Ok(Self {
                text,
                nodes,
                warning,
            });
        }
        Ok(Self {
            text,
            nodes: None,
            warning,
        })
    }

    /// Where `region` is in the text, or why it cannot be placed. Its own words go before its offsets.
    pub fn place(
        &self,
        region: &Value,
        what: &str,
        places: &mut Places<'_>,
    ) -> Option<Range<usize>> {
        let quote = region.get("text").and_then(Value::as_str);
        let global = region.get("globalOffsets");
        if let Some(nodes) = &self.nodes {
            let start = global.and_then(|global| whole_number(global.get("start")));
            let placed = on_page(&self.text, nodes, start, quote);
            if placed.is_none() {
                let quote = quote.unwrap_or_default();
                places.warn(format!(
                    "{what} is left out: where its words “{quote}” stand on the page cannot be told"
                ));
            }
            return placed;
        }
        let place = global.unwrap_or(region);
        let Some(quote) = quote else {
            return places.range_of(what, place.get("start"), place.get("end"));
        };
        let (start, end) = (
            whole_number(place.get("start")),
            whole_number(place.get("end")),
        );
        let fits = |range: &Range<usize>| self.text.get(range.clone()) == Some(quote);
        if let Some((start, end)) = start.zip(end) {
            if let Some(range) = places.find(start, end).filter(fits) {
                return Some(range);
            }
            if let Some(range) = utf_16(&self.text, start, end).filter(fits) {
                return Some(range);
            }
        }
        let found = Page::new(&self.text).all(quote);
        if let [range] = found.as_slice() {
            places.warn(format!(
                "{what} was found by its words, which are not at its offsets"
            ));
            return Some(range.clone());
        }
        let count = found.len();
        places.warn(format!(
            "{what} is left out: its words “{quote}” are not at its offsets, and occur {count} times in the text"
        ));
        None
    }
}

/// Whether the offsets of `region` are paths into a page.
fn is_on_page(region: &Value) -> bool {
    region.get("hypertextlabels").is_some() || region.get("start").is_some_and(Value::is_string)
}

/// How many regions have their words in `text`, and how many their offsets.
fn fitting(text: &str, regions: &[&Value]) -> (usize, usize) {
    let index = CodePointIndex::new(text);
    let length = index.code_point_from_byte(text.len()).0;
    let (mut words, mut offsets) = (0, 0);
    for region in regions {
        let place = region.get("globalOffsets").unwrap_or(region);
        let at = |name: &str| {
            let at = whole_number(place.get(name))?;
            usize::try_from(at).ok().filter(|at| *at <= length)
        };
        let place = at("start").zip(at("end"));
        offsets += usize::from(place.is_some());
        let quote = region.get("text").and_then(Value::as_str);
        words += usize::from(quote.is_some_and(|quote| {
            let byte = |at| index.byte_from_code_point(CodePointOffset(at));
            let range = place.and_then(|(start, end)| Some(byte(start)?..byte(end)?));
            let found = range.and_then(|range| text.get(range));
            found == Some(quote) || text.contains(quote)
        }));
    }
    (words, offsets)
}

fn utf_16(text: &str, start: u64, end: u64) -> Option<Range<usize>> {
    let index = Utf16Index::new(text);
    let byte = |at: u64| index.byte_from_utf16(Utf16Offset(usize::try_from(at).ok()?));
    Some(byte(start)?..byte(end)?)
}

/// The quote in the shown `text`: of several places the one as far down as it is in the page’s nodes.
fn on_page(
    text: &str,
    nodes: &str,
    start: Option<u64>,
    quote: Option<&str>,
) -> Option<Range<usize>> {
    let page = Page::new(text);
    let quote = quote.filter(|quote| !quote.trim().is_empty())?;
    let found = page.all(quote);
    if found.len() <= 1 {
        return found.into_iter().next();
    }
    let start = usize::try_from(start?).ok()?;
    let index = Utf16Index::new(nodes);
    let at = index.byte_from_utf16(Utf16Offset(start))?;
    let in_nodes = Page::new(nodes).all(quote);
    let number = in_nodes
        .iter()
        .position(|range| range.start.abs_diff(at) <= 1)?;
    (in_nodes.len() == found.len()).then(|| found.get(number).cloned())?
}
