//! Whose words a claim is: pronouns led back to a name, speakers carried from sentence to sentence.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::suggest::claims::first_names::{MEN, WOMEN};
use crate::suggest::claims::reading::Reading;
use crate::suggest::claims::sources::{Source, bare_phrase};
use crate::suggest::claims::verbs::{Form, Verb};
use crate::suggest::claims::words::{
    CONJUNCTIONS, PREPOSITIONS, SUBJECT_PRONOUNS, holds, is_adverb, is_dash, is_finite,
};
use crate::text::{ArticleText, Span, folded};

/// Who says it, as the article names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    pub words: String,
    pub at: Span,
    /// Whether the words were led back from a pronoun or an earlier sentence.
    pub is_guessed: bool,
    is_person: bool,
}

/// What is remembered while an article is read from its beginning.
#[derive(Default)]
pub(super) struct Memory {
    /// The people of the last sentence that names one outside quotations.
    last_named: Vec<Span>,
    last_speaker: Option<Speaker>,
    /// Whose words the paragraphs are that follow `Smith said:`.
    statement: Option<Speaker>,

    /// Folded surname to the sex that its bearer's first name tells.
    sexes: BTreeMap<String, Sex>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sex {
    Man,
    Woman,
}

impl Memory {
    pub(super) fn new(text: &ArticleText, persons: &[Span]) -> Self {
        let mut sexes = BTreeMap::new();
        for person in persons {
            let mut words = text.words(*person).split_whitespace();
            let (first, last) = (words.next(), words.next_back());
            if let (Some(first), Some(last)) = (first, last)
                && let Some(sex) = sex_of_first_name(&folded(first))
            {
                sexes.entry(folded(last)).or_insert(sex);
            }
        }
        Self {
            last_named: Vec::new(),
            last_speaker: None,
            statement: None,

            sexes,
        }
    }

    /// Keeps whom the sentence names, once its claims are known.
    pub(super) fn pass(&mut self, reading: &Reading<'_>) {
        let named: Vec<Span> = unquoted_persons(reading).collect();
        if !named.is_empty() {
            self.last_named = named;
        }
    }
    /// The next quotation without a cue is theirs; pronouns that lead nowhere change nothing.
    pub(super) fn remember(&mut self, speaker: &Speaker) {
        if !holds(SUBJECT_PRONOUNS, &folded(&speaker.words)) {
            self.last_speaker = Some(speaker.clone());
        }
    }

    pub(super) fn set_statement(&mut self, speaker: Option<Speaker>) {
        self.statement = speaker;
    }

    pub(super) fn statement(&self) -> Option<&Speaker> {
        self.statement.as_ref()
    }

    /// The speaker that `source` means; `verb` is where the cue stands in the sentence.
    pub(super) fn speaker(
        &self,
        reading: &Reading<'_>,
        source: &Source,
        cue: usize,
    ) -> Option<Speaker> {
        match source {
            Source::Person(at) => Some(speaker_at(reading, *at, true)),
            Source::Noun(at) => {
                let span = reading.span(bare_phrase(reading, at.clone()))?;
                Some(speaker_at(reading, span, false))
            }
            Source::Pronoun(at) => self.of_pronoun(reading, *at),
            Source::Shared => self.of_sentence(reading, cue),
            Source::Carried => self.carried(),
            Source::Unnamed => None,
        }
    }

    fn of_pronoun(&self, reading: &Reading<'_>, at: usize) -> Option<Speaker> {
        let pronoun = reading.span(at..at + 1)?;
        let itself = speaker_at(reading, pronoun, false);
        let sex = match reading.word(at) {
            "he" | "him" | "his" => Sex::Man,
            "she" | "her" => Sex::Woman,
            "they" | "them" | "it" | "their" => {
                let is_plural = reading.word(at) != "it";
                let fits = |speaker: &Speaker| {
                    !speaker.is_person
                        && speaker.words.ends_with('s') == is_plural
                        && speaker.words.len() > 4
                };
                return Some(self.carried().filter(fits).unwrap_or(itself));
            }
            "i" | "we" if self.statement.is_some() => return self.carried(),
            _ => return Some(itself),
        };
        let fits = |person: &Span| {
            self.sex_of(reading.text_of(*person))
                .is_none_or(|known| known == sex)
        };
        let here = unquoted_persons(reading)
            .filter(|person| person.end() <= pronoun.start())
            .find(fits);
        let earlier = here.or_else(|| self.last_named.iter().copied().find(fits));
        let by_name = earlier.map(|at| Speaker {
            is_guessed: true,
            ..speaker_at(reading, at, true)
        });
        let last = self.carried().filter(|last| {
            let known = self.sex_of(&last.words);
            last.is_person && known.is_none_or(|known| known == sex)
        });
        by_name.or(last).or(Some(itself))
    }

    /// The subject of the sentence, for `…, claiming that` and `… and said`.
    fn of_sentence(&self, reading: &Reading<'_>, cue: usize) -> Option<Speaker> {
        let limit = reading.bytes(cue..cue + 1).map_or(0, |cue| cue.start);
        let first_person = unquoted_persons(reading).find(|person| person.end() <= limit);
        let pronoun = (0..cue.min(4)).find(|&at| matches!(reading.word(at), "he" | "she" | "they"));
        if let Some(at) = pronoun {
            return self.of_pronoun(reading, at);
        }
        if let Some(person) = first_person {
            return Some(speaker_at(reading, person, true));
        }
        let Range { start, end } = subject_of_sentence(reading, cue)?;
        let span = reading.span(start..end)?;
        Some(Speaker {
            is_guessed: true,
            ..speaker_at(reading, span, false)
        })
    }

    fn carried(&self) -> Option<Speaker> {
        self.statement
            .clone()
            .or_else(|| self.last_speaker.clone())
            .map(|speaker| Speaker {
                is_guessed: true,
                ..speaker
            })
    }

    fn sex_of(&self, name: &str) -> Option<Sex> {
        let mut words = name.split_whitespace();
        let (first, last) = (words.next()?, words.next_back());
        match last {
            Some(_) => sex_of_first_name(&folded(first)),
            None => self.sexes.get(&folded(first)).copied(),
        }
    }
}

/// The words before the first finite verb, past a phrase that leads in: `On Friday, the group`.
fn subject_of_sentence(reading: &Reading<'_>, limit: usize) -> Option<Range<usize>> {
    let leads_in = holds(PREPOSITIONS, reading.word(0))
        || is_adverb(reading.word(0))
        || reading.word(1) == ",";
    let comma = (0..limit.min(20)).find(|&at| reading.word(at) == ",");
    let start = comma.filter(|_| leads_in).map_or(0, |comma| comma + 1);
    let verb = (start..limit.min(start + 16)).find(|&at| {
        let word = reading.word(at);
        let is_verb = is_finite(word)
            || Verb::of(word).is_some_and(|verb| {
                matches!(verb.form, Form::Past | Form::Base) && !verb.may_be_noun()
            });
        (is_verb && !reading.is_capital(at)) || (at > start && holds(CONJUNCTIONS, word))
    });
    let comma = (start..verb.unwrap_or(limit))
        .find(|&at| matches!(reading.word(at), "," | "(" | ":") || is_dash(reading.word(at)));
    let mut end = comma.or(verb).unwrap_or(start);
    while end > start && is_adverb(reading.word(end - 1)) {
        end -= 1;
    }
    (end > start).then(|| bare_phrase(reading, start..end))
}

fn unquoted_persons(reading: &Reading<'_>) -> impl Iterator<Item = Span> {
    reading
        .persons()
        .iter()
        .copied()
        .filter(|person| !reading.quotes_byte(person.start()))
}

fn speaker_at(reading: &Reading<'_>, at: Span, is_person: bool) -> Speaker {
    Speaker {
        words: on_one_line(reading.text_of(at)),
        at,
        is_guessed: false,
        is_person,
    }
}

/// `words` as a line for a reader: in a hard-wrapped text a name may be broken.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sex_of_first_name(folded_name: &str) -> Option<Sex> {
    if holds(MEN, folded_name) {
        Some(Sex::Man)
    } else if holds(WOMEN, folded_name) {
        Some(Sex::Woman)
    } else {
        None
    }
}
