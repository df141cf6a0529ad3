//! Articles that are nearly the same: found by hashes of their words, then compared.

use std::collections::BTreeMap;

use copydesk_i18n::tr;
use copydesk_text::{TokenKind, folded};

use crate::phrase::tokens_of;
use crate::{Finding, Kind, Right, Survey};

/// Two articles are nearly the same if they share so much of their shingles, in percent.
const LEAST_SHARED: usize = 60;

/// Shorter texts are the same by chance.
const LEAST_SHINGLES: usize = 20;

/// So many words in a row are one shingle.
const SHINGLE: usize = 3;

/// Of two texts that share 60% of their shingles, some band of hashes is the same in more than 999 of 1,000 cases.
const BANDS: u64 = 32;
const ROWS: u64 = 3;

/// Of a text that very many share there is no need to find all others.
const MOST_IN_BAND: usize = 16;

/// The hashes of all runs of three words, sorted, each once.
pub(crate) fn shingles(text: &str) -> Vec<u64> {
    let tokens = tokens_of(text);
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Mark);
    let words: Vec<u64> = words.map(|token| hash(&folded(token.of(text)))).collect();
    let runs = words.windows(SHINGLE);
    let mut shingles: Vec<u64> = runs
        .map(|run| run.iter().fold(7, |sum, word| mix(sum ^ word)))
        .collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// FNV-1a: the same on every machine.
fn hash(word: &str) -> u64 {
    let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    word.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// The finalizer of `SplitMix64`.
fn mix(mut bits: u64) -> u64 {
    bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// One hash for each band: the least of its hashes of all shingles.
fn bands(shingles: &[u64]) -> Vec<u64> {
    let least = |seed: u64| shingles.iter().map(|it| mix(it ^ mix(seed))).min();
    let of_band = |band: u64| {
        let rows = (0..ROWS).filter_map(|row| least(band * ROWS + row));
        rows.fold(band, |sum, row| mix(sum ^ row))
    };
    (0..BANDS).map(of_band).collect()
}

/// For each article at most one that comes before it; one of another part of the data first.
pub(crate) fn check(surveys: &[Survey]) -> Vec<Finding> {
    let mut known: Vec<BTreeMap<u64, Vec<usize>>> = (0..BANDS).map(|_| BTreeMap::new()).collect();
    let mut found = Vec::new();
    for (index, survey) in surveys.iter().enumerate() {
        if survey.shingles.len() < LEAST_SHINGLES {
            continue;
        }
        let mut alike: Vec<usize> = Vec::new();
        for (band, known) in bands(&survey.shingles).into_iter().zip(&mut known) {
            let same = known.entry(band).or_default();
            alike.extend(same.iter());
            if same.len() < MOST_IN_BAND {
                same.push(index);
            }
        }
        alike.sort_unstable();
        alike.dedup();
        let alike = alike.into_iter().filter_map(|other| {
            let before = &surveys[other];
            let shared = shared(&survey.shingles, &before.shingles);
            let is_near = shared >= LEAST_SHARED && !are_versions(survey, before);
            is_near.then_some((survey.part != before.part, shared, std::cmp::Reverse(other)))
        });
        if let Some((is_across, shared, std::cmp::Reverse(other))) = alike.max() {
            found.push(duplicate(index, survey, &surveys[other], shared, is_across));
        }
    }
    found
}

/// Whether they are two people's files of one article, `summit.anna.ron` and `summit.ben.ron`.
fn are_versions(one: &Survey, other: &Survey) -> bool {
    let stem = |survey: &Survey| {
        let (folder, file) = survey.name.rsplit_once('/').unwrap_or(("", &survey.name));
        let stem = file.split('.').next().unwrap_or_default();
        (folder.to_owned(), stem.to_owned())
    };
    one.fingerprint == other.fingerprint && stem(one) == stem(other)
}

/// How much of both is in both, in percent; `one` and `other` are sorted.
fn shared(one: &[u64], other: &[u64]) -> usize {
    let (mut at, mut both) = (0, 0);
    for shingle in one {
        while other.get(at).is_some_and(|it| it < shingle) {
            at += 1;
        }
        both += usize::from(other.get(at) == Some(shingle));
    }
    both * 100 / (one.len() + other.len() - both).max(1)
}

fn duplicate(
    index: usize,
    survey: &Survey,
    other: &Survey,
    percent: usize,
    is_across: bool,
) -> Finding {
    let name = other.name.as_str();
    let message = if is_across {
        tr!("lint-duplicate-across", percent = percent, other = name)
    } else {
        tr!("lint-duplicate", percent = percent, other = name)
    };
    Finding {
        kind: Kind::Duplicate,
        article: Some(index),
        span: None,
        label: None,
        words: other.name.clone(),
        message,
        repair: None,
        right: Right {
            kind: Kind::Duplicate,
            words: other.name.clone(),
            labels: Vec::new(),
            article: Some(survey.name.clone()),
        },
    }
}
