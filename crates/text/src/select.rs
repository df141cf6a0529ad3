//! Which span a pointer or a key means: words, sentences, smart edges, steps by word.

use std::ops::Range;

use crate::article::is_space;
use crate::{ArticleText, Paragraph, Span, Token, TokenKind, tokens};

/// Toward the start or the end of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Back,
    Forward,
}

/// One end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}

/// How far around a position words are looked at, in bytes: a megabyte without a space must not
/// slow a key down.
const REACH: usize = 4096;

impl ArticleText {
    /// The word, number or symbol at `byte`; at the end of a word, that word.
    pub fn word_at(&self, byte: usize) -> Option<Span> {
        let tokens = self.tokens_around(byte..byte);
        let inside = |token: &&Token| token.start <= byte && byte < token.end;
        let ends_here = |token: &&Token| token.end == byte && is_wordy(**token);
        let token = tokens
            .iter()
            .find(inside)
            .filter(|token| is_wordy(**token))
            .or_else(|| tokens.iter().find(ends_here))
            .or_else(|| tokens.iter().find(inside))?;
        self.snap(token.start, token.end)
    }

    /// What a drag from `start` to `end` means: whole words, without quotation marks, brackets and
    /// closing punctuation at the edges and without `'s` at the end.
    pub fn smart_span(&self, start: usize, end: usize) -> Option<Span> {
        let (start, end) = (start.min(end), start.max(end));
        if end - start <= 2 * REACH {
            return self.trimmed(&self.touched(start..end, start..end));
        }
        // A long drag: only the two ends need looking at.
        let head = self.touched(start..start + REACH, start..end);
        let tail = self.touched(end - REACH..end, start..end);
        let from = self.trimmed(&head).map_or(start, Span::start);
        let until = self.trimmed(&tail).map_or(end, Span::end);
        self.snap(from, until)
    }

    /// The tokens around `window` that share a byte with `range`.
    fn touched(&self, window: Range<usize>, range: Range<usize>) -> Vec<Token> {
        let mut tokens = self.tokens_around(window);
        tokens.retain(|token| token.start < range.end && range.start < token.end);
        tokens
    }

    /// The sentence at `byte`, without its final stop and the quotation marks around it.
    pub fn sentence_span(&self, byte: usize) -> Option<Span> {
        let sentence = self.sentence_at(byte)?;
        let start = sentence.start;
        let words = self.as_str().get(sentence)?;
        self.trimmed(&tokens(words, start))
    }

    /// The whole paragraph at `byte`, as it stands.
    pub fn paragraph_span(&self, byte: usize) -> Option<Span> {
        let paragraph = self.paragraphs().get(self.paragraph_at(byte)?)?;
        self.snap(paragraph.start, paragraph.end)
    }

    /// Where the caret goes by a word: the start of the next or previous word, or an end of the
    /// text.
    pub fn step_word(&self, byte: usize, direction: Direction) -> usize {
        let mut from = byte;
        loop {
            let tokens = self.tokens_around(from..from);
            // A word may begin inside a grapheme, after a character that is drawn with the next one.
            let mut starts = tokens
                .iter()
                .filter(|token| is_wordy(**token))
                .map(|token| self.floor_grapheme(token.start));
            let found = match direction {
                Direction::Forward => starts.find(|start| *start > byte),
                Direction::Back => starts.rfind(|start| *start < byte),
            };
            if let Some(start) = found {
                return start;
            }
            let window = self.window_around(&(from..from));
            from = match direction {
                Direction::Forward if window.end < self.len() => window.end,
                Direction::Forward => return self.len(),
                Direction::Back if window.start > 0 => window.start,
                Direction::Back => return 0,
            };
        }
    }

    /// Where the caret goes by a sentence: the start of the next or previous one, or an end of the text.
    pub fn step_sentence(&self, byte: usize, direction: Direction) -> usize {
        let paragraphs = self.paragraphs();
        let next = paragraphs.partition_point(|paragraph| paragraph.start <= byte);
        let starts = |paragraph: &Paragraph| {
            let sentences = self.sentences(paragraph.range()).into_iter();
            sentences.map(|sentence| sentence.start)
        };
        match direction {
            Direction::Forward => {
                let mut rest = paragraphs.iter().skip(next.saturating_sub(1));
                let start = rest.find_map(|paragraph| starts(paragraph).find(|at| *at > byte));
                start.unwrap_or(self.len())
            }
            Direction::Back => {
                let mut before = paragraphs.iter().take(next).rev();
                let start = before.find_map(|paragraph| starts(paragraph).rfind(|at| *at < byte));
                start.unwrap_or(0)
            }
        }
    }

    /// The border of the grapheme before or after `byte`.
    pub fn step_grapheme(&self, byte: usize, direction: Direction) -> usize {
        match direction {
            Direction::Forward => self
                .next_grapheme(self.floor_grapheme(byte))
                .unwrap_or(self.len()),
            Direction::Back => self
                .previous_grapheme(self.ceil_grapheme(byte))
                .unwrap_or(0),
        }
    }

    /// `span` with one edge moved by a word. `None` where nothing would be left or there is no
    /// further word.
    pub fn step_edge(&self, span: Span, edge: Edge, direction: Direction) -> Option<Span> {
        let tokens = self.tokens_around(span.range());
        let mut words = tokens.iter().filter(|token| is_wordy(**token));
        match (edge, direction) {
            (Edge::Start, Direction::Back) => {
                let word = words.rfind(|token| token.start < span.start())?;
                self.snap(word.start, span.end())
            }
            (Edge::Start, Direction::Forward) => {
                let word = words.find(|token| token.start > span.start())?;
                self.snap(word.start, span.end())
                    .filter(|_| word.start < span.end())
            }
            (Edge::End, Direction::Forward) => {
                let word = words.find(|token| token.end > span.end())?;
                self.snap(span.start(), word.end)
            }
            (Edge::End, Direction::Back) => {
                let word = words.rfind(|token| token.end < span.end())?;
                self.snap(span.start(), word.end)
                    .filter(|_| word.end > span.start())
            }
        }
    }

    /// From the first to the last of `tokens`, less what smart edges leave out; all of them where
    /// nothing else would be left.
    pub(crate) fn trimmed(&self, tokens: &[Token]) -> Option<Span> {
        let text = self.as_str();
        let first = (0..tokens.len()).find(|&index| !is_outside_at_start(text, tokens, index));
        let inner = first.and_then(|first| {
            let last = (first..tokens.len())
                .rev()
                .find(|&index| !is_outside_at_end(text, &tokens[first..=index]))?;
            self.snap(tokens[first].start, tokens[last].end)
        });
        inner.or_else(|| self.snap(tokens.first()?.start, tokens.last()?.end))
    }

    /// All tokens within [`REACH`] of `range`, cut at white space where there is any.
    fn tokens_around(&self, range: Range<usize>) -> Vec<Token> {
        let window = self.window_around(&range);
        let words = self.as_str().get(window.clone()).unwrap_or_default();
        tokens(words, window.start)
    }

    fn window_around(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.as_str();
        let start = self.floor_grapheme(range.start.saturating_sub(REACH));
        let end = self.ceil_grapheme(range.end.saturating_add(REACH));
        let lead = text
            .get(start..range.start.min(text.len()))
            .unwrap_or_default();
        let tail = text.get(range.end.min(text.len())..end).unwrap_or_default();
        let start_at_space = match lead.find(is_space) {
            Some(at) if start > 0 => start + at,
            _ => start,
        };
        let end_at_space = match tail.rfind(is_space) {
            Some(at) if at > 0 && end < text.len() => range.end + at,
            _ => end,
        };
        start_at_space..end_at_space.max(start_at_space)
    }
}

fn is_wordy(token: Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}

fn is_outside_at_start(text: &str, tokens: &[Token], index: usize) -> bool {
    let token = tokens[index];
    match token.kind {
        TokenKind::Word | TokenKind::Number => false,
        TokenKind::Possessive => true,
        TokenKind::Mark => {
            let next_is_number = tokens
                .get(index + 1)
                .is_some_and(|next| next.kind == TokenKind::Number && next.start == token.end);
            let mark = token.of(text);
            let is_sign_of_number =
                matches!(mark, "-" | "−" | "+" | "±" | "." | "~") && next_is_number;
            !is_sign_of_number && mark.chars().all(is_edge_punctuation)
        }
    }
}

/// Whether the last of `tokens` stays out, given those before it.
fn is_outside_at_end(text: &str, tokens: &[Token]) -> bool {
    let Some((last, before)) = tokens.split_last() else {
        return false;
    };
    match last.kind {
        TokenKind::Word | TokenKind::Number => false,
        TokenKind::Possessive => true,
        TokenKind::Mark => {
            let mark = last.of(text);
            let opener = match mark {
                ")" => "(",
                "]" => "[",
                _ => "",
            };
            let closes_what_is_inside =
                !opener.is_empty() && before.iter().any(|token| token.of(text) == opener);
            !closes_what_is_inside && mark.chars().all(is_edge_punctuation)
        }
    }
}

/// Quotation marks, brackets, dashes and stops. Symbols that carry meaning (`$`, `%`, an emoji) stay.
fn is_edge_punctuation(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '`'
            | '´'
    ) || matches!(
        c,
        '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '（' | '）' | '【' | '】' | '《' | '》'
    ) || matches!(
        c,
        '.' | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '…'
            | '·'
            | '•'
            | '*'
            | '|'
            | '。'
            | '，'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
    ) || matches!(c, '-' | '–' | '—' | '―' | '‐' | '‑' | '/' | '\\' | '_')
}

#[cfg(test)]
#[path = "select_tests.rs"]
mod tests;
