//! Spans from the tags of a sentence: IOB1, IOB2, IO, BILOU, BIOES, as they are found in the wild.

use crate::notation::percent_decoded;

/// Places of the first and the last token of a span, and its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tagged {
    pub first: usize,
    pub last: usize,
    pub label: String,
}

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag<'a> {
    Outside,
    /// `B-`: a span begins here, whatever was before.
    Begins(&'a str),
    /// `I-`, `M-`: goes on, or begins where nothing of the kind goes on.
    Inside(&'a str),
    /// `L-`, `E-`: the last of a span.
    Ends(&'a str),
    /// `U-`, `S-`, `W-`: all of a span.
    Single(&'a str),
}

impl<'a> Tag<'a> {
    /// `None` where `cell` is no tag.
    pub fn of(cell: &'a str) -> Option<Self> {
        if cell == "O" {
            return Some(Self::Outside);
        }
        let (prefix, label) = cell.split_once('-')?;
        if label.is_empty() {
            return None;
        }
        match prefix {
            "B" => Some(Self::Begins(label)),
            "I" | "M" => Some(Self::Inside(label)),
            "L" | "E" => Some(Self::Ends(label)),
            "U" | "S" | "W" => Some(Self::Single(label)),
            _ => None,
        }
    }
}

/// The spans that `tags` mark, in order. A tag that goes on where nothing is open begins a span.
pub(crate) fn spans<'a>(tags: impl Iterator<Item = Tag<'a>>) -> Vec<Tagged> {
    let mut spans: Vec<Tagged> = Vec::new();
    // Whether the last of `spans` may go on.
    let mut is_open = false;
    for (at, tag) in tags.enumerate() {
        let (label, may_go_on, stays_open) = match tag {
            Tag::Outside => {
                is_open = false;
                continue;
            }
            Tag::Begins(label) => (label, false, true),
            Tag::Inside(label) => (label, true, true),
            Tag::Ends(label) => (label, true, false),
            Tag::Single(label) => (label, false, false),
        };
        let label = percent_decoded(label);
        match spans.last_mut() {
            Some(last) if is_open && may_go_on && last.label == label => last.last = at,
            _ => spans.push(Tagged {
                first: at,
                last: at,
                label,
            }),
        }
        is_open = stays_open;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::{Tag, spans};

    fn check(tags: &str, expected: &str) {
        let tags = tags.split(' ').map(|tag| Tag::of(tag).unwrap());
        let found: Vec<String> = spans(tags)
            .iter()
            .map(|span| format!("{}{}–{}", span.label, span.first, span.last))
            .collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn every_scheme_is_read() {
        check("B-PER I-PER O B-LOC B-LOC", "PER0–1 LOC3–3 LOC4–4");
        check("I-PER I-PER B-PER I-LOC O", "PER0–1 PER2–2 LOC3–3");
        check("B-PER L-PER U-PER U-PER O", "PER0–1 PER2–2 PER3–3");
        check("B-PER M-PER E-PER S-LOC", "PER0–2 LOC3–3");
    }

    #[test]
    fn tags_that_do_not_fit_still_mark_their_words() {
        check("I-PER O E-LOC I-LOC", "PER0–0 LOC2–2 LOC3–3");
        check("B-A-B%20C I-A-B%20C", "A-B C0–1");
        assert_eq!(Tag::of("B-"), None);
        assert_eq!(Tag::of("NNP"), None);
        assert_eq!(Tag::of(""), None);
    }
}
