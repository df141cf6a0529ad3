//! Suggests claims: what a source is reported to say, and what the article itself states.

mod accusations;
mod ahead;
mod apposition;
mod around;
mod asides;
mod attributed;
mod bare_clause;
mod checkworthy;
mod checkworthy_words;
mod clauses;
mod cues;
mod draft;
mod extent;
mod following;
mod hearsay;
mod humans;
mod lone;
mod named;
mod noun_or_verb;
mod occasions;
mod partners;
mod people;
mod placed;
mod polls;
mod positions;
mod quotations;
mod reading;
mod reason;
mod second_meanings;
mod sources;
mod speakers;
mod verbs;
mod words;

use crate::analysis::{Sentence, SentenceIndex};
use crate::claims::checkworthy::Worth;
use crate::claims::draft::{Draft, Pattern};
use crate::claims::lone::is_wished;
use crate::claims::placed::Placed;
use crate::claims::quotations::Quotations;
use crate::claims::reading::Reading;
use crate::claims::reason::reason;
use crate::claims::sources::Source;
use crate::claims::speakers::{Memory, Speaker, on_one_line};
use crate::language::{self, Language};
use crate::{Analysis, Found, Suggester};
use copydesk_document::{AttributeValue, Attributes, Confidence, LabelId, Suggestion};
use copydesk_i18n::tr;
use copydesk_text::{ParagraphKind, Span};

pub(super) struct Claims;

const BY: &str = "claims";

/// A sentence with more tokens is a list or no prose; the rules look back and forth within a
/// sentence, and this keeps them linear in the article.
const LONGEST_SENTENCE: usize = 250;

/// Confidence, in percent, that a source's wish is a claim: our definition leaves wishes out, most corpora
/// do not.
const MOST_FOR_A_WISH: u8 = 50;

/// One claim without attribution for so many sentences, at most.
const SENTENCES_PER_UNATTRIBUTED: usize = 2;

impl Suggester for Claims {
    fn suggest(&self, analysis: &Analysis<'_>, earlier: &Found) -> Found {
        let Some(label) = LabelId::new("claim") else {
            return Found::default();
        };
        let mut article = Article {
            analysis,
            label,
            log_odds: &earlier.log_odds,
            quotations: Quotations::find(analysis),
            persons: persons(analysis, &earlier.suggestions),
            figures: spans_of(&earlier.suggestions, "figure"),
            claims: Vec::new(),
            unattributed: Vec::new(),
        };
        article.read();
        Found {
            suggestions: article.finish(),
            ..Found::default()
        }
    }
}

fn persons(analysis: &Analysis<'_>, earlier: &[Suggestion]) -> Vec<Span> {
    let mut names = spans_of(earlier, "person");
    names.extend(spans_of(earlier, "place"));
    names.sort_unstable();
    // Names that the network missed can still be what a pronoun refers to.
    let missed = people::guessed_people(analysis)
        .into_iter()
        .filter(|guess| !touches_any(&names, *guess));
    let mut persons = spans_of(earlier, "person");
    persons.extend(missed);
    persons.sort_unstable();
    persons
}

/// Whether one of `names`, which are sorted and share no byte, shares one with `span`.
fn touches_any(names: &[Span], span: Span) -> bool {
    let after = names.partition_point(|name| name.start() < span.end());
    after > 0 && names[after - 1].end() > span.start()
}

fn spans_of(earlier: &[Suggestion], label: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = earlier
        .iter()
        .filter(|suggestion| suggestion.label.as_str() == label)
        .map(|suggestion| suggestion.span)
        .collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// One article while its sentences are read in order.
struct Article<'a> {
    analysis: &'a Analysis<'a>,
    label: LabelId,
    /// Of each sentence, that it is worth checking; see [`Found::log_odds`].
    log_odds: &'a [Option<f32>],
    quotations: Quotations,
    persons: Vec<Span>,
    figures: Vec<Span>,
    claims: Vec<Suggestion>,
    unattributed: Vec<(Worth, Suggestion)>,
}

impl Article<'_> {
    fn read(&mut self) {
        let analysis = self.analysis;
        let persons = std::mem::take(&mut self.persons);
        let mut memory = Memory::new(analysis.text(), &persons);
        let quotations = std::mem::replace(&mut self.quotations, Quotations::none());
        let placed = Placed::find(analysis, &quotations, &persons);
        let mut statement = lone::Statement::default();
        let mut paragraph = usize::MAX;
        for (index, sentence) in analysis.sentences.iter().enumerate() {
            if analysis.is_cancelled() {
                return;
            }
            let is_english = analysis.language(SentenceIndex(index)) == Language::English;
            if sentence.tokens.len() > LONGEST_SENTENCE || !is_english {
                continue;
            }
            let reading = Reading::new(analysis, &quotations, sentence, &persons);
            if self.is_headline(sentence) && placed.signer(index).is_none() {
                // `From Senator Carla Weiss:` looks like one.
                statement.leave(sentence.paragraph, &reading, &mut memory);
                continue;
            }
            let mut drafts = drafts(&reading);
            let signer = placed.signer(index);
            let signer = signer
                .map(|at| Speaker::named(&reading, at))
                .or_else(|| ahead::speaker_ahead(analysis, &quotations, index, &persons, &memory));
            memory.enter(sentence.paragraph, signer);
            if paragraph != sentence.paragraph {
                paragraph = sentence.paragraph;
                statement.enter_line(&placed, paragraph, &reading, &mut memory);
            }
            statement.enter(sentence.paragraph, &reading, &mut memory);
            if drafts.is_empty() {
                drafts.extend(lone::quoted(&reading, placed.signer(index).is_some()));
            }
            let mut is_empty = true;
            for draft in &drafts {
                let is_nested = draft.cue.as_ref().is_some_and(|cue| {
                    drafts
                        .iter()
                        .any(|other| other.content.contains(&cue.start))
                });
                is_empty &= !self.add(&reading, &mut memory, draft, is_nested);
            }
            if is_empty {
                let from = reading.position_of(placed.line(paragraph).map(|(_, from)| from));
                let log_odds = self.log_odds.get(index).copied().flatten();
                let found = self.unattributed(&reading, from, &memory, log_odds);
                match found {
                    // Whose line it is is known: such claims need not be among the best.
                    Some((_, claim)) if placed.line(paragraph).is_some() => self.claims.push(claim),
                    found => self.unattributed.extend(found),
                }
            }
            statement.leave(sentence.paragraph, &reading, &mut memory);
            memory.pass(&reading, &drafts);
        }
    }

    /// Headlines repeat what the article says with its source.
    fn is_headline(&self, sentence: &Sentence) -> bool {
        let paragraph = self.analysis.text().paragraphs().get(sentence.paragraph);
        paragraph.is_some_and(|paragraph| {
            matches!(
                paragraph.kind,
                ParagraphKind::Headline | ParagraphKind::Subheading
            )
        })
    }

    /// A claim inside another (`is_nested`) does not change who is speaking. Whether there is a claim.
    fn add(
        &mut self,
        reading: &Reading<'_>,
        memory: &mut Memory,
        draft: &Draft,
        is_nested: bool,
    ) -> bool {
        let Some(span) = reading.span(draft.content.clone()) else {
            return false;
        };
        let cue_at = draft.cue.clone().map_or(0, |cue| cue.start);
        let speaker = match draft.pattern {
            Pattern::Lone => memory.signer().or_else(|| {
                let before = draft.content.start;
                let named = memory.speaker(reading, &draft.source, before);
                let named = named.filter(Speaker::may_speak_on);
                named.or_else(|| memory.speaker(reading, &Source::Carried, before))
            }),
            _ => memory.speaker(reading, &draft.source, cue_at),
        };
        // A quotation that nobody can have said is a title, a motto or a line of a poem, unless it is the whole
        // sentence and somebody spoke before, too long ago to be the one.
        let is_whole = draft.source == Source::Carried
            && memory.has_speaker()
            && reading.count_words(0..draft.content.start) == 0;
        if speaker.is_none() && draft.pattern == Pattern::Lone && !is_whole {
            return false;
        }
        if let Some(speaker) = speaker.as_ref().filter(|_| !is_nested) {
            memory.remember(speaker);
        }

        let cue = draft.cue.clone().and_then(|cue| reading.span(cue));
        let mut attributes = Attributes::new();
        let mut put = |name: &str, words: &str, at: Option<Span>| {
            let words = words.to_owned();
            attributes.insert(name.to_owned(), AttributeValue::Words { words, at });
        };
        if let Some(speaker) = &speaker {
            put("speaker", &speaker.words, Some(speaker.at));
        }
        if let Some(cue) = cue {
            put("cue", &on_one_line(reading.text_of(cue)), Some(cue));
        }
        put("polarity", draft.polarity.word(), None);
        // Annotators disagree about what a source wishes for.
        let is_wish = draft.cue.is_some() && is_wished(reading, draft.content.clone());
        let most = if is_wish { MOST_FOR_A_WISH } else { 100 };
        let mut reason = reason(reading, draft, speaker.as_ref());
        if is_wish {
            reason = tr!("why-wish", why = reason);
        }
        let percent = percent(draft, speaker.as_ref()).min(most);
        self.claims.push(Suggestion {
            label: self.label.clone(),
            span,
            confidence: Confidence::from_percent(percent),
            by: BY,
            reason,
            attributes,
        });
        true
    }

    /// The whole sentence from a position on, if there is something to check in it; a statement's speaker goes
    /// with it.
    fn unattributed(
        &self,
        reading: &Reading<'_>,
        from: usize,
        memory: &Memory,
        log_odds: Option<f32>,
    ) -> Option<(Worth, Suggestion)> {
        let worth =
            Worth::of(reading, &self.figures, log_odds).filter(|worth| worth.is_enough())?;
        let mut attributes = Attributes::new();
        let mut reason = worth.reason();
        if let Some(speaker) = memory.statement() {
            let value = AttributeValue::Words {
                words: speaker.words.clone(),
                at: Some(speaker.at),
            };
            attributes.insert("speaker".to_owned(), value);
            reason = tr!(
                "why-in-statement",
                why = worth.facts(),
                speaker = &speaker.words
            );
        }
        let content = extent::tidy(reading, from..reading.len());
        let suggestion = Suggestion {
            label: self.label.clone(),
            span: reading.span(content)?,
            confidence: Confidence::from_percent(worth.percent()),
            by: BY,
            reason,
            attributes,
        };
        Some((worth, suggestion))
    }

    /// The surest claims without overlaps, and the best of those without attribution.
    fn finish(mut self) -> Vec<Suggestion> {
        let most = self
            .analysis
            .sentences
            .len()
            .div_ceil(SENTENCES_PER_UNATTRIBUTED);
        self.unattributed.sort_by(|(one, first), (other, second)| {
            one.before(*other).then(first.span.cmp(&second.span))
        });
        self.unattributed.truncate(most);
        let mut all = self.claims;
        all.extend(
            self.unattributed
                .into_iter()
                .map(|(_, suggestion)| suggestion),
        );
        all.retain(|claim| !is_foreign(self.analysis, claim.span));
        without_overlaps(all)
    }
}

/// The claims of one sentence that name a cue, in no order.
fn drafts(reading: &Reading<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = cues::cues(reading)
        .iter()
        .filter_map(|cue| attributed::draft(reading, cue))
        .collect();
    let seconds: Vec<Draft> = drafts
        .iter()
        .filter_map(|first| lone::second_half(reading, first))
        .collect();
    drafts.extend(seconds);
    for at in 0..reading.len() {
        drafts.extend(named::according_to(reading, at));
        drafts.extend(named::noun_that(reading, at));
        drafts.extend(named::adjective_that(reading, at));
        drafts.extend(positions::position_that(reading, at));
        drafts.extend(positions::in_the_view_of(reading, at));
        drafts.extend(polls::poll_gives(reading, at));
        drafts.extend(hearsay::hearsay(reading, at));
        drafts.extend(accusations::accusation(reading, at));
        drafts.extend(accusations::makes_clear(reading, at));
    }
    drafts.retain(|draft| {
        let asks = reading.word(draft.content.end).contains('?');
        !asks && reading.count_words(draft.content.clone()) >= 2
    });
    drafts
}

/// Whether a claim is a quotation in another language: what it says was not read.
fn is_foreign(analysis: &Analysis<'_>, span: Span) -> bool {
    let tokens = &analysis.tokens;
    let first = tokens.partition_point(|token| token.start < span.start());
    let end = tokens.partition_point(|token| token.start < span.end());
    language::is_foreign(
        analysis.as_str(),
        tokens.get(first..end).unwrap_or_default(),
    )
}

fn percent(draft: &Draft, speaker: Option<&Speaker>) -> u8 {
    let is_guessed = speaker.is_some_and(|speaker| speaker.is_guessed);
    draft.pattern.percent() - if is_guessed { 3 } else { 0 }
}

/// Claims that share no byte: the surer one stays, then the longer, then the first. Sorted by span.
fn without_overlaps(mut all: Vec<Suggestion>) -> Vec<Suggestion> {
    all.sort_by(|one, other| {
        let surer = other.confidence.cmp(&one.confidence);
        surer
            .then(other.span.len().cmp(&one.span.len()))
            .then(one.span.cmp(&other.span))
    });
    let mut taken: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    all.retain(|suggestion| {
        let span = suggestion.span;
        let before = taken.range(..span.end()).next_back();
        let is_free = before.is_none_or(|(_, end)| *end <= span.start());
        if is_free {
            taken.insert(span.start(), span.end());
        }
        is_free
    });
    all.sort_by_key(|suggestion| suggestion.span);
    all
}

#[cfg(test)]
mod gold_tests;
#[cfg(test)]
mod tests;
