//! Whose words a quotation or a line is by its place alone: `“…” — Smith`, and `Smith: …`.

use std::collections::BTreeMap;

use crate::Analysis;
use crate::analysis::{Sentence, TokenIndex, TokenRange};
use crate::claims::quotations::{Quotations, Role};
use crate::claims::words::{is_dash, is_final_mark, is_finite, is_wordlike};
use copydesk_text::{Span, Token, folded};

/// As long as what stands after the dash may be, in tokens: a name, and what its bearer is.
const LONGEST_SIGNATURE: usize = 16;

/// As far into a line as the colon after its speaker's name stands, in tokens.
const LONGEST_LEAD: usize = 8;

/// Speakers that the layout of an article names.
#[derive(Default)]
pub(super) struct Placed {
    /// By sentence: who signed the quotation that it is in.
    signed: BTreeMap<usize, Span>,
    /// By paragraph: whose line it is, and the first token after the colon.
    lines: BTreeMap<usize, (Span, TokenIndex)>,
}

impl Placed {
    /// `persons` are those of the article, sorted.
    pub(super) fn find(analysis: &Analysis<'_>, quotations: &Quotations, persons: &[Span]) -> Self {
        let mut placed = Self::default();
        let layout = Layout {
            analysis,
            quotations,
            persons,
        };
        let mut first = 0;
        for paragraph in analysis
            .sentences
            .chunk_by(|one, other| one.paragraph == other.paragraph)
        {
            let Some(tokens) = tokens_of(paragraph) else {
                continue;
            };
            if let Some((speaker, from)) = layout.lead(tokens) {
                placed.lines.insert(paragraph[0].paragraph, (speaker, from));
            }
            if let Some((speaker, dash)) = layout.signature(tokens) {
                for index in layout.quoted_before(dash, first + paragraph.len()) {
                    placed.signed.insert(index, speaker);
                }
            }
            first += paragraph.len();
        }
        placed
    }

    pub(super) fn signer(&self, sentence: usize) -> Option<Span> {
        self.signed.get(&sentence).copied()
    }

    /// Whose line the paragraph is, and where the words begin.
    pub(super) fn line(&self, paragraph: usize) -> Option<(Span, TokenIndex)> {
        self.lines.get(&paragraph).copied()
    }

    /// Whether speakers take turns, so that paragraphs after a line are theirs too.
    pub(super) fn is_transcript(&self) -> bool {
        self.lines.len() > 2
    }
}

struct Layout<'a> {
    analysis: &'a Analysis<'a>,
    quotations: &'a Quotations,
    persons: &'a [Span],
}

impl Layout<'_> {
    /// `Smith:` or `Mayor Ann Smith (Labour):` at the start of a paragraph that goes on behind it.
    fn lead(&self, tokens: TokenRange) -> Option<(Span, TokenIndex)> {
        let reach = TokenIndex(tokens.end.0.min(tokens.start.0 + LONGEST_LEAD));
        let colon = (tokens.start.0..reach.0)
            .map(TokenIndex)
            .find(|at| self.analysis.word(*at) == ":")?;
        let before = TokenRange {
            start: tokens.start,
            end: colon,
        };
        let person = self.person_in(before)?;
        let is_name_alone = before.iter().all(|at| {
            let word = self.analysis.word(at);
            word.starts_with(char::is_uppercase) || !self.is_word(at) || self.is_in(at, person)
        });
        let goes_on = TokenRange {
            start: colon.next(),
            end: tokens.end,
        };
        let words = goes_on.iter().filter(|at| self.is_word(*at)).count();
        (is_name_alone && words >= 3).then_some((person, colon.next()))
    }

    /// `— Commissioner Ann Smith` behind a quotation: who, and where the dash stands.
    fn signature(&self, tokens: TokenRange) -> Option<(Span, TokenIndex)> {
        let from = tokens.end.0.saturating_sub(LONGEST_SIGNATURE);
        let dash = (tokens.start.0.max(from)..tokens.end.0)
            .rev()
            .map(TokenIndex)
            .find(|at| self.is_dash(*at))?;
        let rest = TokenRange {
            start: dash.next(),
            end: tokens.end,
        };
        let follows_quotation = self.ends_quotation(dash);
        let has_verb = rest.iter().any(|at| {
            let word = self.analysis.word(at);
            !word.starts_with(char::is_uppercase) && is_finite(&folded(word))
        });
        if !follows_quotation || has_verb {
            return None;
        }
        Some((self.person_in(rest)?, dash))
    }

    /// Whether a quotation closes right before `at`, in this paragraph or the one before.
    fn ends_quotation(&self, at: TokenIndex) -> bool {
        let before = (0..at.0)
            .rev()
            .map(TokenIndex)
            .take(2)
            .find(|at| !is_final_mark(self.analysis.word(*at)));
        before.is_some_and(|before| self.quotations.role(before) == Role::Close)
    }

    /// The sentences of the quotation that closes before `dash`, from the last of those before `end` back.
    fn quoted_before(&self, dash: TokenIndex, end: usize) -> Vec<usize> {
        let mut open = dash.0;
        while open > 0 && self.quotations.role(TokenIndex(open - 1)) != Role::Plain {
            open -= 1;
            let is_start = self.quotations.role(TokenIndex(open)) == Role::Open
                && (open == 0 || self.quotations.role(TokenIndex(open - 1)) != Role::Quoted);
            if is_start {
                break;
            }
        }
        let sentences = self.analysis.sentences.iter().enumerate().take(end).rev();
        sentences
            .skip_while(|(_, sentence)| sentence.tokens.start >= dash)
            .take_while(|(_, sentence)| sentence.tokens.end.0 > open)
            .map(|(index, _)| index)
            .collect()
    }

    fn person_in(&self, tokens: TokenRange) -> Option<Span> {
        let first = self.analysis.token(tokens.start)?;
        let last = self.analysis.token(tokens.end.before()?)?;
        let from = self
            .persons
            .partition_point(|person| person.start() < first.start);
        let person = self.persons.get(from).copied()?;
        (person.end() <= last.end).then_some(person)
    }

    fn is_in(&self, at: TokenIndex, span: Span) -> bool {
        let token = self.analysis.token(at);
        token.is_some_and(|token: Token| span.start() <= token.start && token.end <= span.end())
    }

    fn is_word(&self, at: TokenIndex) -> bool {
        self.analysis.token(at).is_some_and(is_wordlike)
    }

    fn is_dash(&self, at: TokenIndex) -> bool {
        let word = self.analysis.word(at);
        is_dash(word) || matches!(word, "-" | "―" | "~")
    }
}

fn tokens_of(paragraph: &[Sentence]) -> Option<TokenRange> {
    let (first, last) = (paragraph.first()?, paragraph.last()?);
    Some(TokenRange {
        start: first.tokens.start,
        end: last.tokens.end,
    })
}
