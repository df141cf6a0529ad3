//! Text with its spans written into it: `{person|Keir Starmer} met {person?90|Trump}`.
//!
//! `{label|words}` is an annotation, `{label?NN|words}` a suggestion with NN % confidence. Labels
//! may be followed by attributes, `{claim speaker="Keir Starmer"|…}`, and spans may nest. A
//! backslash escapes the next character. Spans that cross each other cannot be written.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::{Confidence, LabelId};

/// A text and the spans that were written into it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marked {
    pub text: String,
    /// By start, the longer first.
    pub spans: Vec<MarkedSpan>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MarkedSpan {
    /// Half-open, in bytes of [`Marked::text`].
    pub range: Range<usize>,
    pub label: LabelId,
    /// Only suggestions have one.
    pub confidence: Option<Confidence>,
    pub attributes: BTreeMap<String, String>,
}

/// What does not read, and the byte of the marked-up text where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkupError {
    pub at: usize,
    pub problem: &'static str,
}

/// Reads marked-up text.
pub fn parse(marked: &str) -> Result<Marked, MarkupError> {
    let mut reader = Reader {
        marked,
        at: 0,
        out: Marked::default(),
    };
    let mut open: Vec<MarkedSpan> = Vec::new();
    while let Some(c) = reader.next() {
        match c {
            '\\' => reader.push_escaped()?,
            '{' => open.push(reader.head()?),
            '}' => {
                let error = reader.error("a “}” that nothing opens");
                let mut span = open.pop().ok_or(error)?;
                span.range.end = reader.out.text.len();
                reader.out.spans.push(span);
            }
            other => reader.out.text.push(other),
        }
    }
    if !open.is_empty() {
        return Err(reader.error("a “{” that nothing closes"));
    }
    let mut out = reader.out;
    out.spans
        .sort_by_key(|span| (span.range.start, std::cmp::Reverse(span.range.end)));
    Ok(out)
}

/// Writes `marked` so that [`parse`] reads the same again. `Err` holds the spans that cross
/// another one.
pub fn print(marked: &Marked) -> Result<String, Vec<MarkedSpan>> {
    let mut spans: Vec<&MarkedSpan> = marked.spans.iter().collect();
    spans.sort_by_key(|span| (span.range.start, std::cmp::Reverse(span.range.end)));
    let mut out = String::with_capacity(marked.text.len() * 2);
    let mut open: Vec<&MarkedSpan> = Vec::new();
    let mut crossing = Vec::new();
    let mut next = spans.into_iter().peekable();
    for (at, c) in marked
        .text
        .char_indices()
        .chain([(marked.text.len(), '\0')])
    {
        while open.last().is_some_and(|span| span.range.end == at) {
            open.pop();
            out.push('}');
        }
        while let Some(span) = next.next_if(|span| span.range.start == at) {
            if open
                .last()
                .is_some_and(|outer| outer.range.end < span.range.end)
            {
                crossing.push(span.clone());
            } else {
                print_head(&mut out, span);
                open.push(span);
            }
        }
        if at < marked.text.len() {
            if matches!(c, '{' | '}' | '\\') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    if crossing.is_empty() {
        Ok(out)
    } else {
        Err(crossing)
    }
}

fn print_head(out: &mut String, span: &MarkedSpan) {
    out.push('{');
    out.push_str(span.label.as_str());
    if let Some(confidence) = span.confidence {
        out.push('?');
        out.push_str(&confidence.percent().to_string());
    }
    for (name, value) in &span.attributes {
        let value = value.replace('\\', "\\\\").replace('"', "\\\"");
        out.extend([" ", name, "=\"", &value, "\""]);
    }
    out.push('|');
}

struct Reader<'a> {
    marked: &'a str,
    at: usize,
    out: Marked,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.marked.get(self.at..)?.chars().next()?;
        self.at += c.len_utf8();
        Some(c)
    }

    fn error(&self, problem: &'static str) -> MarkupError {
        MarkupError {
            at: self.at,
            problem,
        }
    }

    fn push_escaped(&mut self) -> Result<(), MarkupError> {
        let error = self.error("a backslash at the end");
        let c = self.next().ok_or(error)?;
        self.out.text.push(c);
        Ok(())
    }

    /// From after `{` to after `|`.
    fn head(&mut self) -> Result<MarkedSpan, MarkupError> {
        let name = self.until(&['?', ' ', '|'])?;
        let label = LabelId::new(&name).ok_or_else(|| self.error("no label after “{”"))?;
        let mut span = MarkedSpan {
            range: self.out.text.len()..0,
            label,
            confidence: None,
            attributes: BTreeMap::new(),
        };
        loop {
            match self.next() {
                Some('|') => return Ok(span),
                Some('?') => {
                    let percent = self.until(&[' ', '|'])?;
                    let percent = percent
                        .parse()
                        .map_err(|_number| self.error("no confidence after “?”"))?;
                    span.confidence = Some(Confidence::from_percent(percent));
                }
                Some(' ') => {
                    let name = self.until(&['=', '|', '}'])?;
                    if self.next() != Some('=') {
                        return Err(self.error("no “=” after an attribute"));
                    }
                    let value = self.value()?;
                    span.attributes.insert(name, value);
                }
                _ => return Err(self.error("no “|” after a label")),
            }
        }
    }

    fn value(&mut self) -> Result<String, MarkupError> {
        if !self
            .marked
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with('"'))
        {
            return self.until(&[' ', '|']);
        }
        self.at += 1;
        let mut value = String::new();
        while let Some(c) = self.next() {
            match c {
                '"' => return Ok(value),
                '\\' => value.extend(self.next()),
                other => value.push(other),
            }
        }
        Err(self.error("no “\"” after a value"))
    }

    /// Up to one of `ends`, which stays.
    fn until(&mut self, ends: &[char]) -> Result<String, MarkupError> {
        let rest = self.marked.get(self.at..).unwrap_or_default();
        let length = rest
            .find(ends)
            .ok_or_else(|| self.error("no “|” after “{”"))?;
        self.at += length;
        Ok(rest.get(..length).unwrap_or_default().to_owned())
    }
}

#[cfg(test)]
#[expect(
    clippy::string_slice,
    reason = "a test that cuts a character has failed"
)]
mod tests {
    use proptest::prelude::*;

    use super::{Marked, MarkedSpan, parse, print};
    use crate::{Confidence, LabelId};

    #[test]
    fn spans_nest_and_carry_confidence_and_attributes() {
        let marked =
            parse(r#"He said {claim?71 speaker="Keir \"K\" Starmer"|{place|Kyiv} fell \{not\}}."#)
                .unwrap();
        assert_eq!(marked.text, "He said Kyiv fell {not}.");
        let [claim, place] = marked.spans.as_slice() else {
            panic!("two spans")
        };
        assert_eq!(&marked.text[claim.range.clone()], "Kyiv fell {not}");
        assert_eq!(claim.confidence, Some(Confidence::from_percent(71)));
        assert_eq!(claim.attributes["speaker"], "Keir \"K\" Starmer");
        assert_eq!(&marked.text[place.range.clone()], "Kyiv");
        assert_eq!(place.confidence, None);
    }

    #[test]
    fn what_does_not_read_says_where() {
        for (marked, at) in [
            ("{person|Keir", 12),
            ("Keir}", 5),
            ("{person Keir}", 13),
            ("a\\", 2),
            ("{|x}", 1),
        ] {
            assert_eq!(parse(marked).map_err(|error| error.at), Err(at), "{marked}");
        }
    }

    proptest! {
        #[test]
        fn printed_text_reads_the_same(text in "[a-zé{}|\\\\ \"]{0,30}", from in 0..30usize, length in 1..10usize) {
            let border = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let range = border(from)..border(from + length);
            prop_assume!(range.start < range.end);
            let span = MarkedSpan {
                range,
                label: LabelId::new("claim").unwrap(),
                confidence: None,
                attributes: [("cue".to_owned(), text.clone())].into(),
            };
            let marked = Marked { text, spans: vec![span] };
            prop_assert_eq!(parse(&print(&marked).unwrap()), Ok(marked));
        }
    }
}
