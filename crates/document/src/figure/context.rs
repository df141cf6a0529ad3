//! The words around a figure that show what it counts, to compare it with others.

use std::collections::BTreeSet;

use copydesk_text::{ArticleText, Span, Token, TokenKind, folded, tokens};

/// What stands around a figure in its sentence, at most [`WINDOW`] bytes each way.
#[derive(Clone, Debug, Default)]
pub(crate) struct FigureContext {
    /// The noun counted, folded and without its plural `s`; empty where none was seen.
    pub noun: String,
    /// The beginnings of other words that carry meaning.
    pub stems: BTreeSet<String>,
    /// Names, years and other numbers of four digits: what sets two events apart.
    pub names: BTreeSet<String>,
    /// Whether another time is spoken of: `last year`, `earlier`.
    pub is_of_another_time: bool,
}

/// How far context is read each way, in bytes; a bound keeps long paragraphs cheap.
const WINDOW: usize = 120;

/// Words that carry no meaning of their own, and those that end the noun behind a figure.
#[rustfmt::skip]
const FUNCTION: &[&str] = &[
    "a", "about", "after", "against", "all", "also", "among", "an", "and", "another", "are", "as",
    "at", "be", "been", "before", "being", "but", "by", "could", "during", "for", "from", "had",
    "has", "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "later", "may",
    "might", "more", "near", "not", "of", "off", "on", "or", "other", "others", "our", "out",
    "over", "said", "say", "says", "she", "should", "since", "so", "some", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "under",
    "until", "up", "was", "we", "were", "when", "where", "which", "while", "who", "will", "with",
    "would",
];

/// Words that say that the figure is of another time than the article's.
#[rustfmt::skip]
const ANOTHER_TIME: &[&str] = &[
    "ago", "compared", "earlier", "formerly", "last", "next", "once", "past", "previous",
    "previously", "prior",
];

const CALENDAR: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// Plural nouns without an `s`.
const PLURALS: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "troops",
    "police",
    "dead",
    "personnel",
    "staff",
];

impl FigureContext {
    pub fn of(text: &ArticleText, span: Span) -> Self {
        let whole = text.as_str();
        let (from, until) = window(text, span);
        let before = whole.get(from..span.start()).unwrap_or_default();
        let after = whole.get(span.end()..until).unwrap_or_default();
        let mut before_tokens = tokens(before, 0);
        let opening = before_tokens.iter().rposition(|token| ends(*token, before));
        before_tokens.drain(..opening.map_or(0, |at| at + 1));
        let mut after_tokens = tokens(after, 0);
        let closing = after_tokens.iter().position(|token| ends(*token, after));
        after_tokens.truncate(closing.unwrap_or(after_tokens.len()));

        let mut context = Self {
            noun: noun(&after_tokens, after),
            ..Self::default()
        };
        for (index, token) in before_tokens.iter().enumerate() {
            context.take(*token, before, index == 0);
        }
        for token in &after_tokens {
            context.take(*token, after, false);
        }
        context
    }

    fn take(&mut self, token: Token, text: &str, opens: bool) {
        let word = token.of(text);
        let key = folded(word);
        if token.kind == TokenKind::Number {
            let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
            if is_year {
                self.names.insert(key);
            }
            return;
        }
        if token.kind != TokenKind::Word || CALENDAR.contains(&key.as_str()) {
            return;
        }
        self.is_of_another_time |= ANOTHER_TIME.contains(&key.as_str());
        if FUNCTION.contains(&key.as_str()) || ANOTHER_TIME.contains(&key.as_str()) {
            return;
        }
        if word.starts_with(char::is_uppercase) && !opens {
            self.names.insert(key);
        } else if singular(&key) != self.noun {
            self.stems.insert(key.chars().take(4).collect());
        }
    }

    /// How many words that carry meaning both have, apart from the noun.
    pub fn shared_stems(&self, other: &Self) -> usize {
        self.stems.intersection(&other.stems).count()
    }
}

/// The window around `span`, within its paragraph and between characters.
fn window(text: &ArticleText, span: Span) -> (usize, usize) {
    let paragraph = text
        .paragraph_at(span.start())
        .and_then(|index| text.paragraphs().get(index));
    let (first, last) = paragraph.map_or((span.start(), span.end()), |paragraph| {
        (paragraph.range().start, paragraph.range().end)
    });
    let whole = text.as_str();
    let from = span.start().saturating_sub(WINDOW).max(first);
    let until = span.end().saturating_add(WINDOW).min(last).max(span.end());
    let from = (from..=span.start()).find(|at| whole.is_char_boundary(*at));
    let until = (span.end()..=until)
        .rev()
        .find(|at| whole.is_char_boundary(*at));
    (
        from.unwrap_or(span.start()).min(span.start()),
        until.unwrap_or(span.end()),
    )
}

fn ends(token: Token, text: &str) -> bool {
    matches!(token.of(text), "." | "!" | "?" | ";" | ":")
}

/// The first plural of the words right behind a figure, or the last of them.
fn noun(after: &[Token], text: &str) -> String {
    let run = after
        .iter()
        .take(4)
        .take_while(|token| token.kind == TokenKind::Word)
        .map(|token| folded(token.of(text)))
        .take_while(|word| !FUNCTION.contains(&word.as_str()));
    let run: Vec<String> = run.collect();
    let is_plural =
        |word: &&String| PLURALS.contains(&word.as_str()) || word.len() > 3 && word.ends_with('s');
    let noun = run.iter().find(is_plural).or(run.last());
    noun.map(|noun| singular(noun).to_owned())
        .unwrap_or_default()
}

fn singular(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem,
        _ => word,
    }
}
