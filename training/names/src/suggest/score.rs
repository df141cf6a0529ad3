//! Measures the suggester: strict F1 of spans, calibration, speed; and shows what it finds.

use std::time::Instant;

use super::corpus::{self, Article};
use super::lists::Lists;
use super::names::{Names, model::Kind, model::Model};
use super::{Analysis, Suggester as _};
use copydesk_text::ArticleText;

/// Start, end and kind of a guess, with its confidence in percent and why.
type Guess = (usize, usize, Kind, u8, String);

#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    guessed: usize,
    gold: usize,
}

/// Prints strict precision, recall and F1 for each corpus file, and how true confidences are.
pub fn score(paths: &[&str]) {
    let mut buckets = [(0_usize, 0_usize, 0_usize); 21];
    for path in paths {
        let mut counts = [Count::default(); 2];
        for article in corpus::read(path) {
            let gold = gold(&article);
            let guesses = guesses(&article.text);
            for (start, end, kind, confidence, _) in &guesses {
                let is_right = gold.contains(&(*start, *end, *kind));
                let count = &mut counts[*kind as usize];
                count.guessed += 1;
                count.right += usize::from(is_right);
                let bucket = &mut buckets[usize::from(confidence / 5)];
                bucket.0 += usize::from(is_right);
                bucket.1 += 1;
                bucket.2 += usize::from(*confidence);
            }
            for (_, _, kind) in gold {
                counts[kind as usize].gold += 1;
            }
        }
        let both = Count {
            right: counts[0].right + counts[1].right,
            guessed: counts[0].guessed + counts[1].guessed,
            gold: counts[0].gold + counts[1].gold,
        };
        let name = path.rsplit('/').next().unwrap_or(path);
        println!(
            "{name:28} person {}  place {}  both {}",
            line(counts[0]),
            line(counts[1]),
            line(both)
        );
    }
    println!("confidence: right of guessed (mean confidence)");
    for (bucket, (right, guessed, sum)) in buckets.iter().enumerate() {
        if *guessed > 0 {
            let share = 100 * right / guessed;
            println!(
                "  from {:3} %: {share:3} % of {guessed:5} (mean {})",
                bucket * 5,
                sum / guessed
            );
        }
    }
}

fn line(count: Count) -> String {
    let precision = count.right as f64 / count.guessed.max(1) as f64;
    let recall = count.right as f64 / count.gold.max(1) as f64;
    let f1 = 2.0 * count.right as f64 / (count.guessed + count.gold).max(1) as f64;
    format!("{precision:.3}/{recall:.3}/{f1:.3}")
}

/// People and places without a leading `the`.
fn gold(article: &Article) -> Vec<(usize, usize, Kind)> {
    let names = article
        .names
        .iter()
        .filter(|(_, _, kind)| *kind != Kind::Organization);
    let mut gold: Vec<(usize, usize, Kind)> = names
        .map(|name| without_the(&article.text, *name))
        .collect();
    gold.sort_unstable();
    gold.dedup();
    gold
}

fn without_the(text: &str, (start, end, kind): (usize, usize, Kind)) -> (usize, usize, Kind) {
    let has_the = text[start..end].starts_with("the ") || text[start..end].starts_with("The ");
    (start + if has_the { 4 } else { 0 }, end, kind)
}

fn guesses(text: &str) -> Vec<Guess> {
    let article = ArticleText::new(text);
    let found = Names.suggest(&Analysis::new(&article), &[]);
    let mut guesses = Vec::new();
    for suggestion in found {
        let kind = if suggestion.label.as_str() == "person" {
            Kind::Person
        } else {
            Kind::Place
        };
        let (start, end, kind) =
            without_the(text, (suggestion.span.start(), suggestion.span.end(), kind));
        guesses.push((
            start,
            end,
            kind,
            suggestion.confidence.percent(),
            suggestion.reason,
        ));
    }
    guesses
}

/// Prints each wrong or missing name of a corpus file in its context.
pub fn errors(path: &str) {
    for article in corpus::read(path) {
        let gold = gold(&article);
        let guesses = guesses(&article.text);
        for (start, end, kind, confidence, reason) in &guesses {
            if !gold.contains(&(*start, *end, *kind)) {
                println!(
                    "WRONG {kind:?} {confidence} {} ({reason})",
                    context(&article.text, *start, *end)
                );
            }
        }
        for (start, end, kind) in &gold {
            if !guesses
                .iter()
                .any(|guess| (guess.0, guess.1, guess.2) == (*start, *end, *kind))
            {
                println!("MISSED {kind:?} {}", context(&article.text, *start, *end));
            }
        }
    }
}

fn context(text: &str, start: usize, end: usize) -> String {
    let from = text[..start]
        .char_indices()
        .rev()
        .nth(40)
        .map_or(0, |(at, _)| at);
    let until = text[end..]
        .char_indices()
        .nth(30)
        .map_or(text.len(), |(at, _)| end + at);
    format!(
        "{}[[{}]]{}",
        &text[from..start],
        &text[start..end],
        &text[end..until]
    )
    .replace('\n', "¶")
}

/// Prints articles with what was found in them.
pub fn show(paths: &[&str]) {
    for path in paths {
        let text = std::fs::read_to_string(path).expect("the article can be read");
        println!("===== {path}");
        let mut shown = 0;
        let mut marked = String::new();
        let guesses = guesses(&text);
        for (start, end, kind, confidence, _) in &guesses {
            marked += &text[shown..*start];
            marked += &format!(
                "{{{}{confidence}|{}}}",
                if *kind == Kind::Person { "P" } else { "L" },
                &text[*start..*end]
            );
            shown = *end;
        }
        println!("{marked}{}", &text[shown..]);
        for (start, end, kind, confidence, reason) in &guesses {
            println!(
                "    {kind:?} {confidence} {}: {reason}",
                &text[*start..*end]
            );
        }
    }
}

/// Prints how long lists and weights take to load and how many words are read in a second.
pub fn speed(path: &str) {
    let text = std::fs::read_to_string(path).expect("the article can be read");
    let start = Instant::now();
    Lists::embedded();
    let lists = start.elapsed();
    Model::embedded();
    println!("lists {lists:?}, lists and model {:?}", start.elapsed());
    let words = text.split_whitespace().count();
    let mut found = 0;
    let start = Instant::now();
    let rounds = 20;
    for _ in 0..rounds {
        found = guesses(&text).len();
    }
    let seconds = start.elapsed().as_secs_f64() / f64::from(rounds);
    println!(
        "{words} words, {found} names: {:.0} words a second",
        words as f64 / seconds
    );
}
