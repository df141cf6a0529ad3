//! A document's text while it is put together: paragraphs a blank line apart, lists and tables a
//! line for each item and row.

/// Text with the gap that the next ink must keep from it.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    text: String,
    gap: Gap,
}

/// What stands between two pieces of ink; of two that meet, the larger stays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Paragraph,
}

impl Prose {
    /// Adds `words` with their white space collapsed, as HTML means it.
    pub fn flow(&mut self, words: &str) {
        for c in words.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.space();
            } else {
                self.push(c);
            }
        }
    }

    /// Adds `words` as they are.
    pub fn exact(&mut self, words: &str) {
        for c in words.chars() {
            self.push(c);
        }
    }

    /// The next ink stands at least a space on.
    pub fn space(&mut self) {
        self.keep(Gap::Space);
    }

    /// The next ink is in another cell of the row.
    pub fn cell(&mut self) {
        self.keep(Gap::Tab);
    }

    /// The next ink stands on another line.
    pub fn line(&mut self) {
        self.keep(Gap::Line);
    }

    /// The next ink stands in another paragraph.
    pub fn paragraph(&mut self) {
        self.keep(Gap::Paragraph);
    }

    /// Whether the next ink begins a line.
    pub fn begins_line(&self) -> bool {
        self.text.is_empty() || self.gap >= Gap::Line
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn finish(self) -> String {
        self.text
    }

    fn keep(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn push(&mut self, c: char) {
        if is_layout(c) {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Tab => "\t",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
        self.text.push(c);
    }
}

/// Invisible characters that show programs where to break a line; a word with one inside is never
/// found again.
fn is_layout(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The words of `text`, one space apart.
pub(crate) fn one_line(text: &str) -> String {
    let mut prose = Prose::default();
    for word in text.split_whitespace() {
        prose.exact(word);
        prose.space();
    }
    prose.finish()
}

/// `date` as `2026-05-01` where it begins so, else as it is.
pub(crate) fn day(date: &str) -> String {
    let date = date.trim();
    let is_day = date.len() >= 10
        && date
            .bytes()
            .take(10)
            .enumerate()
            .all(|(index, byte)| match index {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
    let whole = || one_line(date);
    if is_day {
        date.get(..10).map_or_else(whole, str::to_owned)
    } else {
        whole()
    }
}
