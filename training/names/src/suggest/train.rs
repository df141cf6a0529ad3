//! Trains the weights: a conditional random field by AdaGrad with feature dropout, then pruned.

use std::collections::HashMap;
use std::ops::Range;

use super::Analysis;
use super::corpus::{self, Article};
use super::names::chain::Chain;
use super::names::features::features;
use super::lists::{Lists, Marks};
use super::names::model::{self, Kind, Model, Scores, TAGS, may_follow};
use super::names::words::Words;
use copydesk_text::{ArticleText, folded};

/// File below the data folder, how much its sentences count, and whether `try` leaves it out.
const CORPORA: [(&str, f32, bool); 9] = [
    ("train/gmb-train.jsonl", 0.5, false),
    ("train/gum-ok-train.jsonl", 1.5, false),
    ("train/gum-ok-dev.jsonl", 1.5, true),
    ("train/gum-ok-test.jsonl", 1.5, true),
    ("train/wikigold-all.jsonl", 1.0, false),
    ("train/uner-ewt-dev.jsonl", 1.0, false),
    ("train/uner-ewt-test.jsonl", 1.0, false),
    ("train/btc-g.jsonl", 0.5, false),
    ("train/redocred-dev.jsonl", 1.0, false),
];
const POLITICS: [&str; 2] = [
    "train/crossner-politics-dev.jsonl",
    "train/crossner-politics-train.jsonl",
];
const MIN_COUNT: u32 = 2;
const EPOCHS: usize = 5;
const EPOCHS_PRUNED: usize = 3;
const RATE: f32 = 0.15;
/// The share of names that are made unknown, so that their surroundings are learned.
const FORGOTTEN: f32 = 0.2;
const DROPOUT: f32 = 0.5;
const KEPT_FEATURES: usize = 260_000;

struct Sentence {
    /// Where each token's features end in `features`.
    ends: Vec<u32>,
    features: Vec<u32>,
    tags: Vec<u8>,
    weight: f32,
}

/// Trains on the corpora below the folder `data` and writes the weights to the file `weights`.
pub fn train(data: &str, weights: &str, is_trial: bool) {
    let mut sentences = Vec::new();
    let mut random = Random(0x1234_5678_9abc_def1);
    let politics = POLITICS.map(|file| (file, 0.7, false));
    for (file, weight, is_held_out) in CORPORA.into_iter().chain(politics) {
        if is_trial && is_held_out {
            continue;
        }
        let before = sentences.len();
        for (number, article) in corpus::read(&format!("{data}/{file}")).iter().enumerate() {
            let article = &cleaned(article);
            let mut learn =
                |article: &Article| read_article(article, weight, &mut random, &mut sentences);
            learn(article);
            match number % 24 {
                5 => learn(&article.in_capitals()),
                11 | 17 => learn(&article.in_title_case()),
                _ => {}
            }
        }
        eprintln!("{file}: {} sentences", sentences.len() - before);
    }
    let dictionary = dictionary(&sentences);
    eprintln!("{} features", dictionary.len());
    let mut trainer = Trainer::new(dictionary.clone());
    for epoch in 0..EPOCHS {
        let loss = trainer.epoch(&sentences, &mut random);
        eprintln!("epoch {epoch}: {loss:.4} nats a token");
    }
    trainer.prune(KEPT_FEATURES);
    for epoch in 0..EPOCHS_PRUNED {
        let loss = trainer.epoch(&sentences, &mut random);
        eprintln!("epoch {epoch} of the pruned model: {loss:.4} nats a token");
    }
    let bytes = trainer.encode();
    eprintln!("{} bytes", bytes.len());
    assert!(
        Model::decode(&bytes).is_some(),
        "what is written can be read"
    );
    std::fs::write(weights, bytes).expect("the weights can be written");
}

/// `article` with what silver taggers often get wrong put right: who is called `Mr.`, or has a full
/// name in the same article, is a person; the White House is a place.
fn cleaned(article: &Article) -> Article {
    let text = article.text.as_str();
    let mut cleaned = article.clone();
    let surnames: Vec<&str> = article
        .names
        .iter()
        .filter(|(_, _, kind)| *kind == Kind::Person)
        .filter_map(|(start, end, _)| text[*start..*end].rsplit_once(' '))
        .map(|(_, surname)| surname)
        .collect();
    for (start, end, kind) in &mut cleaned.names {
        let name = &text[*start..*end];
        let has_honorific = ["Mr. ", "Mrs. ", "Ms. "]
            .iter()
            .any(|title| text[..*start].ends_with(title));
        let is_listed = Lists::embedded()
            .of([folded(name).as_str()].into_iter())
            .has(Marks::ANY_PLACE);
        if has_honorific || (surnames.contains(&name) && !is_listed) {
            *kind = Kind::Person;
        } else if name == "White House" {
            *kind = Kind::Place;
        }
    }
    cleaned
}

fn read_article(
    article: &Article,
    weight: f32,
    random: &mut Random,
    sentences: &mut Vec<Sentence>,
) {
    let text = ArticleText::new(article.text.as_str());
    let analysis = Analysis::new(&text);
    let mut words = Words::new(&analysis, Lists::embedded());
    for index in 0..analysis.tokens.len() {
        if random.unit() < FORGOTTEN {
            words.forget(index);
        }
    }
    let tags = gold_tags(article, &analysis);
    let mut found = Vec::new();
    for sentence in &analysis.sentences {
        let Range { start, end } = sentence.tokens.clone();
        let mut one = Sentence {
            ends: Vec::new(),
            features: Vec::new(),
            tags: tags[start..end].to_vec(),
            weight,
        };
        for index in start..end {
            features(&words, &sentence.tokens, index, &mut found);
            one.features.extend(&found);
            one.ends.push(one.features.len() as u32);
        }
        sentences.push(one);
    }
}

/// A tag for each token; of names in each other the longest counts.
fn gold_tags(article: &Article, analysis: &Analysis<'_>) -> Vec<u8> {
    let mut tags = vec![0_u8; analysis.tokens.len()];
    let mut names = article.names.clone();
    names.sort_by_key(|(start, end, _)| (std::cmp::Reverse(end - start), *start));
    for (start, end, kind) in names {
        let first = analysis.tokens.partition_point(|token| token.end <= start);
        let last = analysis.tokens.partition_point(|token| token.start < end);
        if tags[first..last].iter().any(|tag| *tag != 0) {
            continue;
        }
        for (offset, tag) in tags[first..last].iter_mut().enumerate() {
            *tag = if offset == 0 {
                kind.beginning()
            } else {
                kind.inside()
            } as u8;
        }
    }
    // A sentence may have been cut inside a name.
    for sentence in &analysis.sentences {
        let mut before = None;
        for tag in &mut tags[sentence.tokens.clone()] {
            if !may_follow(before, usize::from(*tag)) {
                *tag -= 1;
            }
            before = Some(usize::from(*tag));
        }
    }
    tags
}

fn dictionary(sentences: &[Sentence]) -> HashMap<u32, u32> {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for feature in sentences.iter().flat_map(|sentence| &sentence.features) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut kept: Vec<u32> = counts
        .into_iter()
        .filter(|(_, count)| *count >= MIN_COUNT)
        .map(|(f, _)| f)
        .collect();
    kept.sort_unstable();
    kept.into_iter().zip(0..).collect()
}

struct Trainer {
    dictionary: HashMap<u32, u32>,
    weights: Vec<Scores>,
    squares: Vec<Scores>,
    transitions: [Scores; TAGS + 1],
    transition_squares: [Scores; TAGS + 1],
}

impl Trainer {
    fn new(dictionary: HashMap<u32, u32>) -> Self {
        let count = dictionary.len();
        Self {
            dictionary,
            weights: vec![[0.0; TAGS]; count],
            squares: vec![[1e-2; TAGS]; count],
            transitions: [[0.0; TAGS]; TAGS + 1],
            transition_squares: [[1e-2; TAGS]; TAGS + 1],
        }
    }

    fn epoch(&mut self, sentences: &[Sentence], random: &mut Random) -> f64 {
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        let (mut loss, mut tokens) = (0.0, 0);
        for index in order {
            loss += self.learn(&sentences[index], random);
            tokens += sentences[index].tags.len();
        }
        loss / tokens as f64
    }

    fn learn(&mut self, sentence: &Sentence, random: &mut Random) -> f64 {
        let mut active: Vec<Vec<usize>> = Vec::with_capacity(sentence.tags.len());
        let mut rows: Vec<Scores> = Vec::with_capacity(sentence.tags.len());
        let mut start = 0;
        for end in &sentence.ends {
            let mut places = Vec::new();
            let mut row = [0.0; TAGS];
            for feature in &sentence.features[start..*end as usize] {
                if random.unit() < DROPOUT {
                    continue;
                }
                if let Some(place) = self.dictionary.get(feature) {
                    let place = *place as usize;
                    places.push(place);
                    for (sum, weight) in row.iter_mut().zip(&self.weights[place]) {
                        *sum += weight / (1.0 - DROPOUT);
                    }
                }
            }
            start = *end as usize;
            active.push(places);
            rows.push(row);
        }
        let chain = Chain::new(&rows, &self.transitions);
        let mut loss = 0.0;
        for (at, tag) in sentence
            .tags
            .iter()
            .map(|tag| usize::from(*tag))
            .enumerate()
        {
            let marginals = chain.marginals(at);
            loss -= marginals[tag].max(1e-30).ln();
            for (other, probability) in marginals.iter().enumerate() {
                let gradient =
                    (f32::from(u8::from(other == tag)) - *probability as f32) * sentence.weight;
                if gradient.abs() < 1e-4 {
                    continue;
                }
                for place in &active[at] {
                    step(
                        &mut self.weights[*place][other],
                        &mut self.squares[*place][other],
                        gradient,
                    );
                }
            }
            self.learn_transitions(&chain, sentence, at);
        }
        loss
    }

    fn learn_transitions(&mut self, chain: &Chain, sentence: &Sentence, at: usize) {
        let gold = usize::from(sentence.tags[at]);
        for tag in 0..TAGS {
            if at == 0 {
                let expected = chain.marginals(0)[tag] as f32;
                let gradient = (f32::from(u8::from(tag == gold)) - expected) * sentence.weight;
                step(
                    &mut self.transitions[TAGS][tag],
                    &mut self.transition_squares[TAGS][tag],
                    gradient,
                );
                continue;
            }
            let gold_before = usize::from(sentence.tags[at - 1]);
            for before in 0..TAGS {
                let expected = chain.pair(at, before, tag) as f32;
                let is_gold = before == gold_before && tag == gold;
                let gradient = (f32::from(u8::from(is_gold)) - expected) * sentence.weight;
                step(
                    &mut self.transitions[before][tag],
                    &mut self.transition_squares[before][tag],
                    gradient,
                );
            }
        }
    }

    /// Keeps the `count` features that weigh most.
    fn prune(&mut self, count: usize) {
        let weigh = |place: u32| {
            self.weights[place as usize]
                .iter()
                .map(|w| w.abs())
                .fold(0.0, f32::max)
        };
        let mut features: Vec<(u32, u32)> = self.dictionary.iter().map(|(f, p)| (*f, *p)).collect();
        features.sort_by(|one, other| {
            weigh(other.1)
                .total_cmp(&weigh(one.1))
                .then(one.0.cmp(&other.0))
        });
        features.truncate(count);
        self.dictionary = features.into_iter().collect();
    }

    fn encode(&self) -> Vec<u8> {
        let mut features: Vec<(u32, u32)> = self.dictionary.iter().map(|(f, p)| (*f, *p)).collect();
        features.sort_unstable();
        let largest = 5.0;
        let scale = largest / 127.0;
        let whole = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
        let table: Vec<(u32, [i8; TAGS])> = features
            .into_iter()
            .map(|(feature, place)| (feature, self.weights[place as usize].map(whole)))
            .filter(|(_, weights)| weights.iter().any(|weight| *weight != 0))
            .collect();
        eprintln!(
            "{} features kept, transitions {:?}",
            table.len(),
            self.transitions
        );
        model::encode(&self.transitions, scale, &table)
    }
}

fn step(weight: &mut f32, squares: &mut f32, gradient: f32) {
    *squares += gradient * gradient;
    *weight += RATE * gradient / squares.sqrt();
}

/// Xorshift: the same order in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() >> 16) as usize % bound
    }

    fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }
}
