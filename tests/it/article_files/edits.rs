//! Marks follow their words through any edits of the text, or are set aside: never at another's place.

use std::collections::BTreeMap;

use copydesk_document::{
    Annotation, AnnotationId, Attributes, Document, LabelId, Marks, Metadata, Origin, Provenance,
};
use copydesk_store::{OtherTexts, built_in_schema, parse_with, print};
use copydesk_text::ArticleText;

use crate::dice::Dice;
use crate::figures;

const SCRIPTS: u32 = 400;

/// One word with the space after it.
#[derive(Clone)]
struct Word {
    words: String,
    /// Its number in the text that was annotated; `None` for what an edit put in.
    number: Option<u64>,
}

/// The words of each sentence, and whether an edit touched it.
#[derive(Clone)]
struct Sentence {
    words: Vec<Word>,
    is_touched: bool,
}

/// How the marks of one script came through.
#[derive(Default)]
struct Outcome {
    right: usize,
    asked: usize,
    wrong: usize,
    /// Marks in sentences that no edit touched …
    outside: usize,
    /// … of which so many were found.
    outside_right: usize,
}

/// Names come again and again, and a refrain stands there word for word: as in news.
fn sentence(dice: &mut Dice) -> String {
    let names = [
        "Trump",
        "Starmer",
        "Macron",
        "Keir Starmer",
        "London",
        "Berlin",
    ];
    let (one, other, place) = (dice.pick(&names), dice.pick(&names), dice.pick(&names));
    match dice.below(6) {
        0 => "The White House did not comment. ".to_owned(),
        1 => format!("{one} said that {other} would come to {place}. "),
        2 => format!("On day {} {one} met {other} in {place}. ", dice.below(30)),
        3 => format!("“{one} is wrong,” said {other} in {place}. "),
        4 => format!(
            "In {place}, {} people saw {one} and {other}. ",
            dice.below(900)
        ),
        _ => format!("{one} said no.\n\n"),
    }
}

/// What an edit puts in: the same names, said otherwise. One of the same form would be a sentence that
/// was reworded, and then its words are the same ones.
fn new_sentence(dice: &mut Dice) -> String {
    let names = [
        "Trump",
        "Starmer",
        "Macron",
        "Keir Starmer",
        "London",
        "Berlin",
    ];
    format!(
        "Nobody had told {} of {} yet. ",
        dice.pick(&names),
        dice.pick(&names)
    )
}

/// Next to an edit, nobody can tell which of several sentences alike was kept: all of them count as
/// touched.
fn touch_alike(before: &[Sentence], after: &mut [Sentence]) {
    let said = |sentence: &Sentence| joined(std::slice::from_ref(sentence));
    let count = |of: &[Sentence], it: &str| of.iter().filter(|one| said(one) == it).count();
    let is_repeated: Vec<bool> = after
        .iter()
        .map(said)
        .map(|it| count(before, &it).max(count(after, &it)) > 1)
        .collect();
    for order in [
        (0..after.len()).collect::<Vec<_>>(),
        (0..after.len()).rev().collect(),
    ] {
        for pair in order.windows(2) {
            let (near, at) = (pair[0], pair[1]);
            after[at].is_touched |= after[near].is_touched && is_repeated[at];
        }
    }
}

/// A text; of the other kind than with repeats, no sentence is like another.
fn sentences(dice: &mut Dice, has_repeats: bool) -> Vec<Sentence> {
    let mut number = 0;
    (0..12 + dice.below(40))
        .map(|index| Sentence {
            words: words(&if has_repeats {
                sentence(dice)
            } else {
                format!("Item {index}: {}", sentence(dice))
            })
            .map(|words| {
                number += 1;
                Word {
                    words,
                    number: Some(number - 1),
                }
            })
            .collect(),
            is_touched: false,
        })
        .collect()
}

fn words(sentence: &str) -> impl Iterator<Item = String> {
    sentence.split_inclusive([' ', '\n']).map(str::to_owned)
}

fn new_words(words_of: &str) -> Vec<Word> {
    words(words_of)
        .map(|words| Word {
            words,
            number: None,
        })
        .collect()
}

/// One edit, as people make them. Neighbors count as touched where two alike may stand side by side.
/// None is put where another was taken out: that would be a sentence that was reworded.
fn edit(text: &mut Vec<Sentence>, dice: &mut Dice, has_repeats: bool) {
    let at = dice.below(text.len());
    let word = dice.below(text[at].words.len());
    let kind = dice.below(if has_repeats { 7 } else { 6 });
    if kind > 3 {
        let to = dice.below(text.len());
        if at.abs_diff(to) > 1 && [at, to].iter().all(|at| is_calm(text, *at)) {
            edit_sentence(text, kind, at, to);
        }
        return;
    }
    // A name put back where the same one was taken out is, to any reader, the one that was there.
    let kind = if kind == 2 && text[at].is_touched {
        1
    } else {
        kind
    };
    touch(text, at);
    match kind {
        0 => {
            let words = new_words(&new_sentence(dice));
            let is_touched = true;
            text.insert(at, Sentence { words, is_touched });
        }
        1 => text[at].words[word] = new_words("otherwise ").remove(0),
        2 => drop(text[at].words.splice(word..word, new_words("Trump "))),
        _ => drop(text[at].words.remove(word)),
    }
    text.retain(|sentence| !sentence.words.is_empty());
}

/// Takes the sentence at `at` out, puts it elsewhere, or pastes it there a second time.
fn edit_sentence(text: &mut Vec<Sentence>, kind: usize, at: usize, to: usize) {
    touch(text, at);
    touch(text, to);
    match kind {
        4 => drop(text.remove(at)),
        5 => {
            let moved = text.remove(at);
            text.insert(to, moved);
        }
        _ => {
            let mut copy = text[at].clone();
            copy.words.iter_mut().for_each(|word| word.number = None);
            text.insert(to, copy);
        }
    }
    touch(text, at);
    touch(text, to);
}

fn touch(text: &mut [Sentence], at: usize) {
    for near in at.saturating_sub(1)..(at + 2).min(text.len()) {
        text[near].is_touched = true;
    }
}

fn is_calm(text: &[Sentence], at: usize) -> bool {
    let near = &text[at.saturating_sub(1)..(at + 2).min(text.len())];
    near.iter().all(|sentence| !sentence.is_touched)
}

fn joined(text: &[Sentence]) -> String {
    let words = text.iter().flat_map(|sentence| &sentence.words);
    words.map(|word| word.words.as_str()).collect()
}

/// Where each numbered word begins, and whether its sentence was touched.
fn places(text: &[Sentence]) -> BTreeMap<u64, (usize, bool)> {
    let mut at = 0;
    let mut places = BTreeMap::new();
    for sentence in text {
        for word in &sentence.words {
            if let Some(number) = word.number {
                places.insert(number, (at, sentence.is_touched));
            }
            at += word.words.len();
        }
    }
    places
}

/// A document with a mark on every third word; the id is the word's number.
fn marked(text: &[Sentence], dice: &mut Dice) -> Document {
    let article = ArticleText::new(joined(text));
    let words = text.iter().flat_map(|sentence| &sentence.words);
    let mut at = 0;
    let mut annotations = Vec::new();
    for word in words {
        let span = article.snap(at, at + word.words.len());
        at += word.words.len();
        if let (Some(span), 0) = (span, dice.below(3)) {
            annotations.push(Annotation {
                id: AnnotationId(word.number.unwrap()),
                label: LabelId::new("person").unwrap(),
                span,
                origin: Origin::Human,
                provenance: Provenance::default(),
                note: String::new(),
                attributes: Attributes::new(),
            });
        }
    }
    let mut document = Document::new(article, built_in_schema(), Metadata::default());
    let marks = Marks {
        annotations,
        ..Marks::default()
    };
    assert_eq!(document.restore(marks), []);
    document
}

/// Plays the script of this number; `knows_earlier` is whether the earlier text is at hand.
#[expect(
    clippy::print_stdout,
    reason = "a script that went wrong is named, so that it can be played again"
)]
fn play(number: u64, knows_earlier: bool, outcome: &mut Outcome) {
    let mut dice = Dice::new(number);
    // Of two sentences alike, a quote cannot tell which one was taken out: that takes the text.
    let before = sentences(&mut dice, knows_earlier);
    let document = marked(&before, &mut dice);
    let mut after = before.clone();
    for _ in 0..=dice.below(6) {
        edit(&mut after, &mut dice, knows_earlier);
    }
    touch_alike(&before, &mut after);
    let new = joined(&after);
    let ron = print(&document).replacen(document.text().as_str(), &new, 1);
    let mut others = OtherTexts {
        beside: &mut |name| Err(name.to_owned()),
        earlier: &mut |_| knows_earlier.then(|| document.text().clone()),
    };
    let restored = parse_with(ron.as_bytes(), &mut others).unwrap().document;
    assert_eq!(restored.text().as_str(), new);
    let places = places(&after);
    for annotation in document.annotations().iter() {
        let place = places.get(&annotation.id.0);
        let is_outside = place.is_some_and(|(_, is_touched)| !is_touched);
        let inset = annotation.span.start() - start_of(&before, annotation.id);
        let expected = place.map(|(start, _)| start + inset);
        let found = restored.annotations().get(annotation.id);
        outcome.outside += usize::from(is_outside);
        match found.map(|found| found.span.start()) {
            None => outcome.asked += 1,
            Some(found) if Some(found) == expected => {
                outcome.right += 1;
                outcome.outside_right += usize::from(is_outside);
            }
            Some(found) => {
                outcome.wrong += 1;
                let words = document.text().words(annotation.span);
                let start = annotation.span.start();
                let how = if knows_earlier { "text" } else { "quote" };
                println!(
                    "script {number}, by {how}: {words:?} of {start} is at {found}, not {expected:?}"
                );
            }
        }
    }
    let lost = document.annotations().len() - restored.annotations().len();
    assert_eq!(restored.detached().len(), lost, "script {number}");
}

fn start_of(text: &[Sentence], id: AnnotationId) -> usize {
    places(text)[&id.0].0
}

#[test]
fn with_the_earlier_text_all_spans_outside_the_edits_land_exactly_and_none_is_wrong() {
    let mut outcome = Outcome::default();
    for number in 0..SCRIPTS {
        play(number.into(), true, &mut outcome);
    }
    figures::record("edit scripts", SCRIPTS as usize);
    figures::record("spans outside the edits", outcome.outside);
    figures::record(
        "spans outside the edits re-anchored right",
        outcome.outside_right,
    );
    figures::record("spans re-anchored right", outcome.right);
    figures::record("spans re-anchored asked", outcome.asked);
    figures::record("spans re-anchored wrong", outcome.wrong);
    assert_eq!(outcome.wrong, 0);
    assert_eq!(outcome.outside_right, outcome.outside);
}

#[test]
fn without_the_earlier_text_none_is_wrong() {
    let mut outcome = Outcome::default();
    for number in 0..SCRIPTS {
        play(number.into(), false, &mut outcome);
    }
    figures::record("spans re-anchored by quote right", outcome.right);
    figures::record("spans re-anchored by quote asked", outcome.asked);
    figures::record("spans re-anchored by quote wrong", outcome.wrong);
    assert_eq!(outcome.wrong, 0);
    assert!(outcome.right > outcome.asked, "most are found");
}
