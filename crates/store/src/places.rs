//! Finds the places of saved marks in an article's text, which may have been edited since.

use copydesk_text::{ArticleText, Changes, Located, Quote, QuoteIndex, Span};

/// Where the marks of one file stand in its text.
pub(crate) struct Places {
    text: ArticleText,
    index: QuoteIndex,
    annotated: Annotated,
}

/// What is known of the text that was annotated.
enum Annotated {
    /// It is the file's own.
    Same,
    /// It was another, of which only the quotes are left.
    Unknown,
    /// It was another, and here it is.
    Earlier { text: ArticleText, changes: Changes },
}

impl Places {
    /// For marks of `text` itself.
    pub fn of_same(text: &ArticleText) -> Self {
        Self::new(text, Annotated::Same)
    }

    /// For marks of another state of `text`, which is `earlier` if that is known.
    pub fn of_changed(text: &ArticleText, earlier: Option<ArticleText>) -> Self {
        let annotated = earlier.map_or(Annotated::Unknown, |earlier| Annotated::Earlier {
            changes: Changes::between(&earlier, text),
            text: earlier,
        });
        Self::new(text, annotated)
    }

    fn new(text: &ArticleText, annotated: Annotated) -> Self {
        Self {
            text: text.clone(),
            index: QuoteIndex::new(text),
            annotated,
        }
    }

    /// Where a mark stands now that stood at `start..end` of the text that was annotated.
    pub fn locate(&self, quote: &Quote, start: usize, end: usize) -> Located {
        match &self.annotated {
            Annotated::Same => match self.text.span(start, end) {
                Some(span) if self.text.words(span) == quote.exact => Located::InPlace(span),
                _ => self.index.locate(quote, start, end),
            },
            Annotated::Unknown => self.index.locate(quote, start, end),
            Annotated::Earlier { text, changes } => {
                let before = text.span(start, end);
                let Some(before) = before.filter(|span| text.words(*span) == quote.exact) else {
                    // It did not fit there either: somebody wrote it by hand.
                    return self.index.locate(quote, start, end);
                };
                let moved = changes.moved(before, &self.text);
                match moved {
                    Some(span) if span == before => Located::InPlace(span),
                    Some(span) => Located::Moved(span),
                    None => Located::Detached,
                }
            }
        }
    }

    /// Where a mark stands that had been set aside: its bytes may be those of any earlier text.
    pub fn locate_aside(&self, quote: &Quote, start: usize, end: usize) -> Located {
        self.index.locate(quote, start, end)
    }

    /// Where the words of an attribute stand now. `mark` is where the mark that has it stood, and where
    /// that is now: words that are as far from it as they were are the same ones.
    pub fn attribute(
        &self,
        words: &str,
        place: (usize, usize),
        mark: (usize, Option<Span>),
    ) -> Option<Span> {
        let (start, end) = place;
        let certain = match &self.annotated {
            // A person may have reworded a speaker: its place is the one that was chosen.
            Annotated::Same => self.text.span(start, end),
            Annotated::Unknown => None,
            Annotated::Earlier { text, changes } => text
                .span(start, end)
                .and_then(|span| changes.moved(span, &self.text)),
        };
        certain
            .or_else(|| self.beside(words, start, mark))
            .or_else(|| self.only(words, start, end))
    }

    fn beside(&self, words: &str, start: usize, mark: (usize, Option<Span>)) -> Option<Span> {
        let (mark_before, mark_now) = mark;
        // One that is set aside has not moved.
        let now = mark_now.map_or(mark_before, Span::start);
        let start = start.checked_add(now)?.checked_sub(mark_before)?;
        let span = self.text.span(start, start.checked_add(words.len())?)?;
        (self.text.words(span) == words).then_some(span)
    }

    fn only(&self, words: &str, start: usize, end: usize) -> Option<Span> {
        let quote = Quote {
            exact: words.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
        };
        match self.index.locate(&quote, start, end) {
            Located::InPlace(span) | Located::Moved(span) => Some(span),
            Located::Detached => None,
        }
    }
}
