//! Lets the whole article speak: one name has one label, unless its place says otherwise.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::SentenceIndex;
use crate::network::decode::{Class, Shares};
use crate::network::edges;
use crate::network::mention::{Mention, Reading, Source};
use crate::network::namesakes;
use crate::network::personal;
use copydesk_text::folded;

/// What the occurrences of one name say together.
struct Ballot {
    totals: [f32; Class::ALL.len()],
    count: usize,
    /// The index of the surest mention, per class.
    surest: [Option<usize>; Class::ALL.len()],
    /// The full name whose last word this is, if one was seen.
    full: Option<usize>,
}

/// A mention this sure of itself is not outvoted.
const FIRM: f32 = 0.93;
/// How much surer the article must be of another class.
const MARGIN: f32 = 1.4;
/// What a full name counts for its last word.
const FULL_NAME: f32 = 1.4;
/// A free repeat of a name becomes one too, unless the network is this sure of the opposite.
const SURELY_OUTSIDE: f32 = 0.985;
/// How sure the article must be of a name for its free repeats to count.
const KNOWN: f32 = 0.75;
/// Names that begin with one word: more are not looked for, so that no text takes long.
const MOST_ALIKE: usize = 12;

/// The mentions after the vote, with those that only the vote found.
pub(super) fn settle(reading: &Reading<'_>, mut mentions: Vec<Mention>) -> Vec<Mention> {
    namesakes::relabel(reading, &mut mentions);
    let ballots = ballots(reading, &mentions);
    for (index, mention) in mentions.iter_mut().enumerate() {
        if let Some(ballot) = ballots.get(&key(reading, mention)) {
            vote(mention, index, ballot);
        }
    }
    let repeats = repeats(reading, &mentions, &ballots);
    mentions.extend(repeats);
    mentions.sort_by_key(|mention| (mention.sentence, mention.words.start));
    mentions
}

fn key(reading: &Reading<'_>, mention: &Mention) -> String {
    folded(reading.written(mention.sentence, &mention.words))
}

fn ballots(reading: &Reading<'_>, mentions: &[Mention]) -> BTreeMap<String, Ballot> {
    let mut ballots: BTreeMap<String, Ballot> = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let ballot = ballots.entry(key(reading, mention)).or_default();
        ballot.count += 1;
        for class in Class::ALL {
            ballot.add(class, mention.shares[1 + class.index()], index, mentions);
        }
    }
    for (index, mention) in mentions.iter().enumerate() {
        let Some(last) = surname(reading, mention).filter(|_| mention.said >= 0.6) else {
            continue;
        };
        let last = folded(reading.word(mention.sentence, last));
        if last.chars().count() < 2 {
            continue;
        }
        let ballot = ballots.entry(last).or_default();
        if ballot.full.is_none() {
            ballot.full = Some(index);
            ballot.totals[Class::Person.index()] += FULL_NAME * mention.said;
        }
    }
    ballots
}

/// The word of a person's full name that stands for it alone.
pub(super) fn surname(reading: &Reading<'_>, mention: &Mention) -> Option<usize> {
    let is_person = mention.class == Class::Person;
    is_person
        .then(|| personal::surname(reading, mention.sentence, &mention.words))
        .flatten()
}

impl Default for Ballot {
    fn default() -> Self {
        Self {
            totals: [0.0; Class::ALL.len()],
            count: 0,
            surest: [None; Class::ALL.len()],
            full: None,
        }
    }
}

impl Ballot {
    fn add(&mut self, class: Class, share: f32, index: usize, mentions: &[Mention]) {
        let at = class.index();
        self.totals[at] += share;
        let best = self.surest[at].map_or(0.0, |best| mentions[best].shares[1 + at]);
        if mentions[index].class == class && share > best {
            self.surest[at] = Some(index);
        }
    }

    fn winner(&self) -> Class {
        let mut winner = Class::Person;
        for class in Class::ALL {
            if self.totals[class.index()] > self.totals[winner.index()] {
                winner = class;
            }
        }
        winner
    }

    /// The winner's part of all votes, 0 to 1.
    fn unity(&self, class: Class) -> f32 {
        let all: f32 = self.totals.iter().sum();
        self.totals[class.index()] / all.max(1e-6)
    }
}

/// Gives a mention the label of the article, where it is not firm about its own.
fn vote(mention: &mut Mention, index: usize, ballot: &Ballot) {
    let winner = ballot.winner();
    let own = mention.shares[1 + mention.class.index()];
    let (wins, stays) = (
        ballot.totals[winner.index()],
        ballot.totals[mention.class.index()],
    );
    if winner != mention.class && own < FIRM && wins > MARGIN * stays {
        mention.class = winner;
        mention.source = match (ballot.surest[winner.index()], ballot.full) {
            (_, Some(full)) if winner == Class::Person => Source::FullName { full },
            (Some(surest), _) => Source::Elsewhere { surest },
            (None, _) => Source::Context,
        };
    } else if winner == mention.class {
        if let Some(full) = ballot
            .full
            .filter(|full| *full != index && winner == Class::Person)
        {
            mention.source = Source::FullName { full };
        } else if ballot.count > 1 {
            mention.source = Source::Agreed {
                others: ballot.count - 1,
            };
        }
    }
    if ballot.count > 1 || ballot.full.is_some() {
        let unity = ballot.unity(mention.class);
        mention.said = f32::midpoint(own_share(mention), unity);
        if let Source::FullName { .. } = mention.source {
            // The words around it may say nothing; the full name is enough.
            mention.said = mention.said.max(unity);
        }
    }
}

fn own_share(mention: &Mention) -> f32 {
    mention.shares[1 + mention.class.index()]
}

/// Occurrences of known names that the network left out.
fn repeats(
    reading: &Reading<'_>,
    mentions: &[Mention],
    ballots: &BTreeMap<String, Ballot>,
) -> Vec<Mention> {
    let known = known_names(reading, mentions, ballots);
    let mut taken = mentions.iter().peekable();
    let mut found = Vec::new();
    for (sentence, read) in reading.all_sentences() {
        let mut at = 0;
        while at < read.words.len() {
            while taken
                .next_if(|mention| (mention.sentence, mention.words.end) <= (sentence, at))
                .is_some()
            {}
            let limit = match taken.peek() {
                Some(next) if next.sentence == sentence => next.words.start,
                _ => read.words.len(),
            };
            let repeat = (at < limit)
                .then(|| repeat_at(reading, &known, sentence, at..limit))
                .flatten();
            match repeat {
                Some(repeat) => {
                    at = repeat.words.end;
                    found.push(repeat);
                }
                None => at += 1,
            }
        }
    }
    found
}

/// A name to look for: its words as written, its class and where it was surest.
struct Known<'a> {
    words: Vec<&'a str>,
    class: Class,
    source: Source,
    unity: f32,
}

fn known_names<'a>(
    reading: &Reading<'a>,
    mentions: &[Mention],
    ballots: &BTreeMap<String, Ballot>,
) -> BTreeMap<&'a str, Vec<Known<'a>>> {
    let mut known: BTreeMap<&str, Vec<Known<'_>>> = BTreeMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let may_repeat = matches!(
            mention.class,
            Class::Person | Class::Place | Class::Organization
        );
        if !may_repeat || own_share(mention) < KNOWN {
            continue;
        }
        let unity = ballots
            .get(&key(reading, mention))
            .map_or(1.0, |ballot| ballot.unity(mention.class));
        let source = Source::Elsewhere { surest: index };
        add_known(
            reading,
            &mut known,
            mention.sentence,
            mention.words.clone(),
            Known::new(mention, source, unity),
        );
        if let Some(last) = surname(reading, mention) {
            let source = Source::FullName { full: index };
            add_known(
                reading,
                &mut known,
                mention.sentence,
                last..last + 1,
                Known::new(mention, source.clone(), unity),
            );
            if let Some(words) =
                personal::with_particles(reading, mention.sentence, &mention.words, last)
            {
                add_words(&mut known, words, Known::new(mention, source, unity));
            }
        }
    }
    for names in known.values_mut() {
        // The longest first; equally long ones in the order of the text.
        names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
    }
    known
}

impl Known<'_> {
    fn new(mention: &Mention, source: Source, unity: f32) -> Self {
        Self {
            words: Vec::new(),
            class: mention.class,
            source,
            unity,
        }
    }
}

fn add_known<'a>(
    reading: &Reading<'a>,
    known: &mut BTreeMap<&'a str, Vec<Known<'a>>>,
    sentence: SentenceIndex,
    range: Range<usize>,
    name: Known<'a>,
) {
    let words = range.map(|index| reading.word(sentence, index)).collect();
    add_words(known, words, name);
}

fn add_words<'a>(
    known: &mut BTreeMap<&'a str, Vec<Known<'a>>>,
    words: Vec<&'a str>,
    name: Known<'a>,
) {
    let has_name = words.iter().any(|word| {
        word.chars().nth(1).is_some() && word.chars().next().is_some_and(char::is_uppercase)
    });
    let Some(first) = words.first().filter(|_| has_name && name.unity > 0.6) else {
        return;
    };
    let names = known.entry(first).or_default();
    if names.len() < MOST_ALIKE && !names.iter().any(|other| other.words == words) {
        names.push(Known { words, ..name });
    }
}

/// A known name that begins at the first word of `range` and ends inside it.
fn repeat_at(
    reading: &Reading<'_>,
    known: &BTreeMap<&str, Vec<Known<'_>>>,
    sentence: SentenceIndex,
    range: Range<usize>,
) -> Option<Mention> {
    let names = known.get(reading.word(sentence, range.start))?;
    for name in names {
        let words = range.start..range.start + name.words.len();
        let is_same = words.end <= range.end
            && words
                .clone()
                .zip(&name.words)
                .all(|(index, word)| reading.word(sentence, index) == *word);
        if !is_same || is_inside_word(reading, sentence, &words) {
            continue;
        }
        let shares = reading.shares(sentence, &words);
        if shares[0] < SURELY_OUTSIDE || words.len() > 1 {
            return Some(Mention {
                sentence,
                words,
                class: name.class,
                said: said_of_repeat(&shares, name),
                shares,
                source: name.source.clone(),
            });
        }
    }
    None
}

fn said_of_repeat(shares: &Shares, name: &Known<'_>) -> f32 {
    f32::midpoint(shares[1 + name.class.index()], name.unity)
}

/// Whether the words are a part of a longer one, such as `Paris` in `Paris-based`, or follow a
/// hyphen or an initial.
fn is_inside_word(reading: &Reading<'_>, sentence: SentenceIndex, words: &Range<usize>) -> bool {
    let before = words
        .start
        .checked_sub(1)
        .map_or("", |at| reading.word(sentence, at));
    matches!(before, "-" | "‑" | "@" | "#") || edges::is_title(reading.word(sentence, words.start))
}
