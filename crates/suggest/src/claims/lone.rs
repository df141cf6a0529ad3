//! Quotations in sentences without a cue, and statements given after `Smith said:`.

use crate::lists::{WordList, word_list};
use std::ops::Range;

use crate::claims::clauses::has_finite;
use crate::claims::cues;
use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::tidy;
use crate::claims::humans::is_title;
use crate::claims::placed::Placed;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, subject_before};
use crate::claims::speakers::{Memory, Speaker};
use crate::claims::verbs::{Class, Polarity};
use crate::claims::words::{DETERMINERS, SUBJECT_PRONOUNS, is_dash, is_finite};
use copydesk_text::{Span, TokenKind};

/// The fewest words of a quotation that can be a claim by itself.
const LEAST_WORDS: usize = 6;

/// The fewest of a sentence that is quoted whole.
const LEAST_WORDS_OF_SENTENCE: usize = 4;

/// As many tokens as may follow the verb before a second quotation: `told police on Friday, and`.
const LONGEST_ATTRIBUTION: usize = 12;

/// So many words before a quotation can be no sentence of the article's own: `And then`.
const MOST_WORDS_BEFORE: usize = 2;

/// Whether the article is within the words of somebody, given without quotation marks after a
/// paragraph that ends in `Smith said:`.
#[derive(Default)]
pub(super) struct Statement {
    /// The paragraph that announced it, and whose words follow.
    announced: Option<(usize, Speaker)>,
    /// Whether the paragraph is a line of one who is named at its start.
    is_line: bool,
}

impl Statement {
    /// Before the claims of a sentence are looked for: begins or ends the statement.
    pub(super) fn enter(&mut self, paragraph: usize, reading: &Reading<'_>, memory: &mut Memory) {
        let Some((announced_in, speaker)) = &self.announced else {
            return;
        };
        if *announced_in >= paragraph {
            return;
        }
        // With marks around it, it is a quotation like any other.
        if reading.role(0) == Role::Open || reading.is_quoted(0) {
            self.announced = None;
            memory.set_statement(None);
        } else {
            memory.set_statement(Some(speaker.clone()));
        }
    }

    /// At the start of a paragraph: whether it is a line such as `Smith: …`. Where speakers take turns, the
    /// paragraphs after it are theirs too.
    pub(super) fn enter_line(
        &mut self,
        placed: &Placed,
        paragraph: usize,
        reading: &Reading<'_>,
        memory: &mut Memory,
    ) {
        if let Some((speaker, _)) = placed.line(paragraph) {
            self.is_line = true;
            memory.set_statement(Some(Speaker::named(reading, speaker)));
        } else if self.is_line && !placed.is_transcript() {
            self.is_line = false;
            memory.set_statement(None);
        }
    }

    /// After them: whether the next paragraph is somebody's statement.
    pub(super) fn leave(&mut self, paragraph: usize, reading: &Reading<'_>, memory: &mut Memory) {
        if reading.word(reading.len().saturating_sub(1)) != ":" {
            return;
        }
        let cue = cues::cues(reading).pop().filter(|cue| {
            matches!(
                cue.verb.class,
                Class::Clear | Class::Statement | Class::Tell
            )
        });
        let speaker = match cue {
            Some(cue) => {
                let subject = subject_before(reading, cue.start);
                let source = subject.map_or(Source::Shared, |subject| subject.source);
                memory.speaker(reading, &source, cue.at)
            }
            None => announced_by_name(reading).map(|person| Speaker::named(reading, person)),
        };
        if let Some(speaker) = speaker {
            memory.remember(&speaker);
            memory.set_statement(None);
            self.announced = Some((paragraph, speaker));
        }
    }
}

/// `And from Chairwoman Rosen Moor:` is all that the sentence says.
fn announced_by_name(reading: &Reading<'_>) -> Option<Span> {
    let person = reading.persons().last().copied()?;
    let at = reading.tokens_of(person);
    let leads = (0..at.start).all(|before| {
        let word = reading.word(before);
        matches!(
            word,
            "and" | "also" | "but" | "by" | "finally" | "from" | "next" | "the" | "then" | "this"
        ) || reading.is_capital(before)
            || !reading.is_word(before)
            || is_title(word)
    });
    let apposition = reading.count_words(at.end..reading.len());
    (leads && apposition <= 8).then_some(person)
}

/// The quotations of a sentence without cue.
///
/// Behind those that somebody signed (`is_signed`) stands a name.
pub(super) fn quoted(reading: &Reading<'_>, is_signed: bool) -> Vec<Draft> {
    runs(reading)
        .into_iter()
        .filter_map(|run| claim(reading, run, is_signed))
        .collect()
}

/// The second quotation in `“…,” Omar told police, and “…”`, where `first` is the claim before it.
pub(super) fn second_half(reading: &Reading<'_>, first: &Draft) -> Option<Draft> {
    let cue = first
        .cue
        .clone()
        .filter(|cue| cue.start >= first.content.end)?;
    let is_quoted = (0..cue.start).any(|at| reading.role(at) == Role::Close);
    let reach = reading.len().min(cue.end + LONGEST_ATTRIBUTION);
    let open = (cue.end..reach).find(|&at| reading.role(at) == Role::Open)?;
    let is_joined =
        matches!(reading.before(open), "and" | "but") && open >= 2 && reading.word(open - 2) == ",";
    let run = runs(reading).into_iter().find(|run| run.start > open)?;
    let asks = asks(reading, run.clone());
    let content = tidy(reading, run);
    let is_claim = reading.count_words(content.clone()) >= LEAST_WORDS_OF_SENTENCE
        && has_finite(reading, content.clone());
    (is_quoted && is_joined && is_claim && !asks).then(|| Draft {
        content,
        pattern: Pattern::Lone,
        cue: None,
        source: first.source.clone(),
        polarity: Polarity::Asserts,
    })
}

/// The unbroken quoted stretches.
fn runs(reading: &Reading<'_>) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < reading.len() {
        let mut end = start;
        while end < reading.len() && reading.is_quoted(end) {
            end += 1;
        }
        if end > start {
            runs.push(start..end);
        }
        start = end + 1;
    }
    runs
}

fn claim(reading: &Reading<'_>, run: Range<usize>, is_signed: bool) -> Option<Draft> {
    let content = tidy(reading, run.clone());
    let source = source_of_run(reading, &run)?;
    let has_words = |range: Range<usize>| reading.count_words(range) > 0;
    let ends = is_signed || !has_words(run.end..reading.len());
    // `The mayor was blunt: “The money is gone.”`
    let open = (0..run.start).rev().find(|&at| !reading.is_quote_mark(at));
    let follows_colon = open.is_some_and(|at| reading.word(at) == ":");
    let is_whole = (follows_colon || !has_words(0..run.start)) && ends;
    let (least, is_clause) = if is_whole {
        (
            LEAST_WORDS_OF_SENTENCE,
            reads_as_sentence(reading, content.clone()),
        )
    } else {
        (LEAST_WORDS, has_finite(reading, content.clone()))
    };
    let is_claim = reading.count_words(content.clone()) >= least
        && is_clause
        && !asks(reading, run)
        && !has_title_case(reading, content.clone())
        && !is_wish(reading, content.clone());
    is_claim.then_some(Draft {
        content,
        pattern: Pattern::Lone,
        cue: None,
        source,
        polarity: Polarity::Asserts,
    })
}

/// Whether a whole sentence of a quotation has a verb, known or not: `It holds more salt`, `We lose 300`.
fn reads_as_sentence(reading: &Reading<'_>, content: Range<usize>) -> bool {
    has_finite(reading, content.clone())
        || content.clone().skip(1).any(|at| has_object(reading, at))
        || content
            .clone()
            .any(|at| SUBJECT_PRONOUNS.holds(reading.word(at)) && reading.is_word(at + 1))
        || reading.count_words(content.clone()) >= LEAST_WORDS
            && content
                .into_iter()
                .any(|at| reading.kind(at) == Some(TokenKind::Number))
}

/// `holds more`, `pays no tax`: what ends in `s` and has an object is a verb.
fn has_object(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    let next = reading.word(at + 1);
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !reading.is_capital(at)
        && !reading.before(at).ends_with('s')
        && (DETERMINERS.holds(next) || matches!(next, "more" | "less" | "most" | "us" | "them"))
}

/// Whom the sentence names before the quotation, else whoever spoke last. `None` for a piece of
/// somebody's words in a sentence of the article's own: `a fight over whether “…”`.
fn source_of_run(reading: &Reading<'_>, run: &Range<usize>) -> Option<Source> {
    let plain = || (0..run.start).rev().filter(|&at| !reading.is_quoted(at));
    let words = plain().filter(|&at| reading.is_word(at)).count();
    let last = plain().find(|&at| !reading.is_quote_mark(at));
    let last = last.map_or("", |at| reading.word(at));
    let leads_in = matches!(last, ":" | "," | "." | ";" | "that") || is_dash(last);
    if words > MOST_WORDS_BEFORE && !leads_in {
        return None;
    }
    let named = reading
        .persons_in(0..run.start)
        .find(|person| !reading.quotes_byte(person.start()));
    let pronoun = plain().find(|&at| matches!(reading.word(at), "he" | "she"));
    Some(match (named, pronoun) {
        (Some(person), _) => Source::Person(person),
        (None, Some(pronoun)) => Source::Pronoun(pronoun),
        _ if words > 0 && matches!(last, ":" | "that") => Source::Shared,
        _ => Source::Carried,
    })
}

fn asks(reading: &Reading<'_>, run: Range<usize>) -> bool {
    let last = run.end.saturating_sub(1);
    reading.word(last).contains('?') || reading.word(run.end).contains('?')
}

/// Most words of a title begin with a capital.
fn has_title_case(reading: &Reading<'_>, content: Range<usize>) -> bool {
    let capitals = content.clone().filter(|&at| reading.is_capital(at)).count();
    capitals * 2 > reading.count_words(content)
}

/// A wish, an order, thanks, an opinion: nothing to check.
fn is_wish(reading: &Reading<'_>, content: Range<usize>) -> bool {
    let first = reading.word(content.start);
    let second = reading.word(content.start + 1);
    let is_felt = matches!(
        first.replace('’', "'").as_str(),
        "i'm" | "i'd" | "we're" | "we'd"
    );
    let is_own = is_felt
        || matches!(first, "i" | "we")
            && (FEELINGS.holds(second) || FEELINGS.holds(reading.word(content.start + 2)));
    let is_order = matches!(
        first,
        "let" | "let's" | "please" | "thank" | "thanks" | "don't" | "if" | "go" | "come" | "may"
    );
    let obliges = content.clone().any(|at| {
        matches!(
            reading.word(at),
            "should" | "must" | "ought" | "hope" | "wish"
        )
    });
    is_own || is_order || obliges
}

/// What a source is said to want or to hold necessary: `he hopes to win`, `the law must go`, but
/// no `must have been` and nothing with a cause.
pub(super) fn is_wished(reading: &Reading<'_>, content: Range<usize>) -> bool {
    let word = |at: usize| reading.word(at);
    let first_verb = content.clone().skip(1).take(8).find(|&at| {
        matches!(
            word(at),
            "hope"
                | "hopes"
                | "hoped"
                | "want"
                | "wants"
                | "wish"
                | "wishes"
                | "should"
                | "must"
                | "ought"
        ) || is_finite(word(at))
    });
    let Some(verb) = first_verb else { return false };
    let is_wish = match word(verb) {
        "hope" | "hopes" | "hoped" | "want" | "wants" | "wish" | "wishes" => {
            matches!(word(verb - 1), "he" | "she" | "it" | "they" | "i" | "we")
        }
        "should" | "must" | "ought" => word(verb + 1) != "have",
        _ => false,
    };
    is_wish && !content.into_iter().any(|at| word(at) == "because")
}

/// After `I` or `we`: no claim about the world.
static FEELINGS: WordList = word_list!("claims/feelings");
