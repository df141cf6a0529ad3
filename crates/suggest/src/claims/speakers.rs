//! Whose words a claim is: pronouns led back to a name, speakers carried from sentence to sentence.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::claims::draft::Draft;
use crate::claims::humans::{
    Sex, is_plural_noun, may_speak_on, means_one, role_before, sex_of_first_name, speaking_noun,
};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::{Source, bare_phrase};
use crate::claims::verbs::{Form, Verb};
use crate::claims::words::{
    CONJUNCTIONS, PREPOSITIONS, SUBJECT_PRONOUNS, is_adverb, is_dash, is_finite, is_time,
};
use copydesk_text::{ArticleText, Span, TokenKind, folded};

/// So many paragraphs without a claim may part a quotation from the one who goes on in it.
const MOST_BETWEEN: usize = 1;

/// Who says it, as the article names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    pub words: String,
    pub at: Span,
    /// Whether the words were led back from a pronoun or an earlier sentence.
    pub is_guessed: bool,
    is_person: bool,
}

impl Speaker {
    /// A person whom the article names.
    pub(super) fn named(reading: &Reading<'_>, at: Span) -> Self {
        speaker_at(reading, at, true)
    }

    /// Whether a quotation without a cue may be theirs.
    pub(super) fn may_speak_on(&self) -> bool {
        self.is_person || may_speak_on(&self.words)
    }
}

/// What is remembered while an article is read from its beginning.
#[derive(Default)]
pub(super) struct Memory {
    /// The people of the last sentence that names one outside quotations; those that are not part
    /// of what somebody said come first.
    last_named: Vec<Span>,
    /// Who spoke in the sentence before.
    just_spoke: Option<Speaker>,
    /// Folded role to the last one who was called so: `president` to `Bush`.
    roles: BTreeMap<String, Span>,
    last_speaker: Option<Speaker>,
    /// In which paragraph.
    spoke_in: usize,
    /// The paragraph that is read.
    paragraph: usize,
    /// Who is named behind the quotation that is read: `“…” — Smith`, `“A. B,” Smith said`.
    signer: Option<Speaker>,
    /// Whose words the paragraphs are that follow `Smith said:`.
    statement: Option<Speaker>,
    /// Folded surname to the sex that its bearer's first name suggests.
    sexes: BTreeMap<String, Sex>,
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
            sexes,
            ..Self::default()
        }
    }

    /// A sentence of `paragraph` begins.
    pub(super) fn enter(&mut self, paragraph: usize, signer: Option<Speaker>) {
        (self.paragraph, self.signer) = (paragraph, signer);
    }

    pub(super) fn signer(&self) -> Option<Speaker> {
        self.signer.clone()
    }

    /// Remembers the people that the sentence names, once its claims are known.
    pub(super) fn pass(&mut self, reading: &Reading<'_>, drafts: &[Draft]) {
        let is_said = |person: &Span| {
            let at = reading.tokens_of(*person).start;
            drafts.iter().any(|draft| draft.content.contains(&at))
        };
        let (said, mut named): (Vec<Span>, Vec<Span>) =
            unquoted_persons(reading).partition(is_said);
        self.just_spoke = self.last_speaker.clone().filter(|_| !drafts.is_empty());
        for person in &said {
            if let Some(role) = role_before(reading, *person) {
                self.roles.entry(role).or_insert(*person);
            }
        }
        for person in named.iter().rev() {
            if let Some(role) = role_before(reading, *person) {
                self.roles.insert(role, *person);
            }
        }
        // Whom the sentence is about goes first: `The president compared them to Stalin. He said`.
        named.sort_by_key(|person| is_aside(reading, *person));
        let (subject, _) = subject_of_sentence(reading, reading.end_of_words());
        if let Some(at) = subject.filter(|at| at.start > 0)
            && let Some(person) = self.role_of(reading, at.start - 1..at.end)
        {
            named.insert(0, person);
        }
        named.extend(said);
        if !named.is_empty() {
            self.last_named = named;
        }
    }

    /// The next quotation without a cue is theirs; pronouns that lead nowhere change nothing.
    pub(super) fn remember(&mut self, speaker: &Speaker) {
        if !SUBJECT_PRONOUNS.holds(&folded(&speaker.words)) {
            self.last_speaker = Some(speaker.clone());
            self.spoke_in = self.paragraph;
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
                if let Some(person) = self.of_role(reading, at.clone()) {
                    return Some(person);
                }
                let span = reading.span(bare_phrase(reading, at.clone()))?;
                Some(speaker_at(reading, span, false))
            }
            Source::Pronoun(at) => self.of_pronoun(reading, *at),
            Source::Shared => self.of_sentence(reading, cue),
            Source::Carried => self
                .carried()
                .filter(|speaker| speaker.may_speak_on() && self.is_near()),
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
                        && is_plural_noun(&speaker.words) == is_plural
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
            .filter(|person| person.end() <= pronoun.start() && fits(person))
            .min_by_key(|person| is_aside(reading, *person));
        let is_beside = here.is_some_and(|person| is_aside(reading, person));
        if let Some(subject) = human_subject(reading, at, sex).filter(|_| is_beside) {
            return Some(subject);
        }
        if let (None, Some(speaker)) = (here, self.just_spoke.clone()) {
            let known = self.sex_of(&speaker.words);
            let is_fit = speaker.is_person && known.is_none_or(|known| known == sex)
                || !speaker.is_person && means_one(&speaker.words, sex);
            if is_fit {
                return Some(Speaker {
                    is_guessed: true,
                    ..speaker
                });
            }
        }
        let earlier = here.or_else(|| self.last_named.iter().copied().find(fits));
        let by_name = earlier.map(|at| Speaker {
            is_guessed: true,
            ..speaker_at(reading, at, true)
        });
        let last = self.carried().filter(|last| {
            let known = self.sex_of(&last.words);
            last.is_person && known.is_none_or(|known| known == sex)
        });
        // `expressed regret for his remarks that`: his who is the subject.
        let owner = || {
            let is_owner = at > 0 && matches!(reading.word(at), "his" | "her");
            is_owner.then(|| self.of_sentence(reading, at)).flatten()
        };
        by_name.or(last).or_else(owner).or(Some(itself))
    }

    /// `the president`: the one who was called so last.
    fn of_role(&self, reading: &Reading<'_>, at: Range<usize>) -> Option<Speaker> {
        let person = self.role_of(reading, at)?;
        Some(Speaker {
            is_guessed: true,
            ..speaker_at(reading, person, true)
        })
    }

    fn role_of(&self, reading: &Reading<'_>, at: Range<usize>) -> Option<Span> {
        let is_bare = reading.word(at.start) == "the" && (2..=3).contains(&at.len());
        let words: Vec<&str> = at.skip(1).map(|at| reading.word(at)).collect();
        self.roles
            .get(&words.join(" "))
            .filter(|_| is_bare)
            .copied()
    }

    /// The subject of the sentence, for `…, claiming that` and `… and said`.
    fn of_sentence(&self, reading: &Reading<'_>, cue: usize) -> Option<Speaker> {
        if let Some(noun) = speaking_noun(reading, cue) {
            let span = reading.span(noun..noun + 1)?;
            return Some(speaker_at(reading, span, false));
        }
        let limit = reading.bytes(cue..cue + 1).map_or(0, |cue| cue.start);
        let first_person = unquoted_persons(reading)
            .find(|person| person.end() <= limit && !is_owner(reading, *person));
        let pronoun = (0..cue.min(4)).find(|&at| matches!(reading.word(at), "he" | "she" | "they"));
        if let Some(at) = pronoun {
            return self.of_pronoun(reading, at);
        }
        let (subject, verb) = subject_of_sentence(reading, cue);
        // `“…,” Smith said, and added`
        if reading.role(0) == Role::Open && first_person.is_some() {
            return first_person.map(|person| speaker_at(reading, person, true));
        }
        // `the ministry distanced itself from Smith, saying`: Smith is not the subject.
        let is_subject = |person: &Span| reading.tokens_of(*person).start < verb;
        if let Some(person) = first_person.filter(is_subject) {
            return Some(speaker_at(reading, person, true));
        }
        let Range { start, end } = subject?;
        let span = reading.span(start..end)?;
        Some(Speaker {
            is_guessed: true,
            ..speaker_at(reading, span, false)
        })
    }

    pub(super) fn has_speaker(&self) -> bool {
        self.last_speaker.is_some()
    }

    /// Whether the last speaker may go on: after more paragraphs of the article's own, nobody knows.
    fn is_near(&self) -> bool {
        self.statement.is_some() || self.paragraph <= self.spoke_in + MOST_BETWEEN + 1
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

/// The words before the first finite verb, past a phrase that leads in, and where that verb stands:
/// `On Friday, the group`.
fn subject_of_sentence(reading: &Reading<'_>, limit: usize) -> (Option<Range<usize>>, usize) {
    let leads_in = PREPOSITIONS.holds(reading.word(0))
        || is_adverb(reading.word(0))
        || is_time(reading.word(0))
        || matches!(reading.word(0), "last" | "next" | "this") && is_time(reading.word(1))
        || reading.word(1) == ",";
    let comma = (0..limit.min(20)).find(|&at| reading.word(at) == ",");
    let start = comma.filter(|_| leads_in).map_or(0, |comma| comma + 1);
    let verb = (start..limit.min(start + 16)).find(|&at| {
        let word = reading.word(at);
        let is_verb = is_finite(word)
            || Verb::of(word).is_some_and(|verb| {
                matches!(verb.form, Form::Past | Form::Base) && !verb.may_be_noun()
            });
        (is_verb && !reading.is_capital(at)) || (at > start && CONJUNCTIONS.holds(word))
    });
    let comma = (start..verb.unwrap_or(limit))
        .find(|&at| matches!(reading.word(at), "," | "(" | ":") || is_dash(reading.word(at)));
    let mut end = comma.or(verb).unwrap_or(start);
    while end > start && is_adverb(reading.word(end - 1)) {
        end -= 1;
    }
    let subject = (end > start).then(|| bare_phrase(reading, start..end));
    (subject, verb.unwrap_or(limit))
}

/// `The aide to Benedict left when he said`: the aide, where a person is only named beside them.
fn human_subject(reading: &Reading<'_>, pronoun: usize, sex: Sex) -> Option<Speaker> {
    let subject = subject_of_sentence(reading, pronoun).0?;
    let span = reading.span(first_noun(reading, subject))?;
    means_one(reading.text_of(span), sex).then(|| speaker_at(reading, span, false))
}

/// The subject up to a phrase that belongs to it: `the aide` of `the aide to Benedict`.
fn first_noun(reading: &Reading<'_>, subject: Range<usize>) -> Range<usize> {
    let phrase = subject
        .clone()
        .skip(1)
        .find(|&at| PREPOSITIONS.holds(reading.word(at)));
    subject.start..phrase.unwrap_or(subject.end)
}

/// Whether a sentence names the person beside what it is about: `McCain's rival`, `compared them to
/// Stalin`.
fn is_aside(reading: &Reading<'_>, person: Span) -> bool {
    let mut start = reading.tokens_of(person).start;
    while start > 1 && reading.is_capital(start - 1) {
        start -= 1;
    }
    let before = reading.before(start);
    is_owner(reading, person)
        || matches!(before, "including" | "like" | "of" | "than" | "to" | "with")
}

fn is_owner(reading: &Reading<'_>, person: Span) -> bool {
    reading.kind(reading.tokens_of(person).end) == Some(TokenKind::Possessive)
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
