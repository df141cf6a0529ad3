//! Spans that begin or end in a mark that does not belong to them, or in a possessive.

use copydesk_document::{Annotation, Change, Repair};
use copydesk_i18n::tr;
use copydesk_text::{Span, Token, TokenKind};

use crate::article::Page;
use crate::labels::{is_statement, value_of};
use crate::phrase::{is_possessive, phrase, tokens_of};
use crate::survey::STOPS;
use crate::{Finding, Folder, Kind, Right};

/// Marks that no span begins with …
const NOT_FIRST: &[char] = &[
    ',', ';', ':', '!', '?', ')', ']', '}', '”', '»', '–', '—', '*', '|',
];
/// … and that none ends with.
const NOT_LAST: &[char] = &[
    ',', ';', ':', '(', '[', '{', '“', '„', '‘', '«', '–', '—', '*', '|',
];

/// What opens and what closes it; at an edge each belongs to the span only if the other is in it too.
const PAIRS: &[(char, char)] = &[('(', ')'), ('[', ']'), ('{', '}'), ('“', '”'), ('«', '»')];

/// Ends of words that take a period, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "assn", "bros", "calif", "capt", "conn", "corp", "dept", "etc", "inc", "mass", "messrs",
    "mich", "minn", "penn", "prof", "sept", "tenn", "univ", "wash",
];

pub(crate) fn check(page: &Page<'_>, folder: &Folder) -> Vec<Finding> {
    let annotations = page.document.annotations().iter();
    annotations
        .filter_map(|annotation| stray(page, annotation, folder))
        .collect()
}

fn stray(page: &Page<'_>, annotation: &Annotation, folder: &Folder) -> Option<Finding> {
    let text = page.text();
    let trimmed = trimmed(page, annotation, folder);
    if trimmed == annotation.span {
        return None;
    }
    let words = text.words(annotation.span).to_owned();
    let cut = |from: usize, to: usize| text.as_str().get(from..to).unwrap_or_default();
    let before = cut(annotation.span.start(), trimmed.start());
    let after = cut(trimmed.end(), annotation.span.end());
    let marks = format!("{before}{after}");
    let message = if matches!(marks.as_str(), "'s" | "’s" | "'S" | "’S") {
        tr!("lint-edge-possessive", marks = marks)
    } else {
        tr!("lint-edge", marks = marks)
    };
    Some(Finding {
        kind: Kind::Edge,
        article: Some(page.index),
        span: Some(annotation.span),
        label: Some(annotation.label.clone()),
        message,
        repair: Some(Repair {
            span: annotation.span,
            label: annotation.label.clone(),
            change: Change::Move(trimmed),
        }),
        right: Right {
            kind: Kind::Edge,
            words: words.clone(),
            labels: vec![annotation.label.to_string()],
            article: None,
        },
        words,
    })
}

/// The span without what does not belong to it; the span itself where nothing else would be left.
fn trimmed(page: &Page<'_>, annotation: &Annotation, folder: &Folder) -> Span {
    let text = page.text();
    let mut span = annotation.span;
    loop {
        let words = text.words(span);
        // Of a figure they are inches: 6'11".
        let is_figure = value_of(page.document.schema(), &annotation.label).is_some();
        if is_figure && words.ends_with('"') {
            return span;
        }
        let cut = if let Some(length) = stray_first(words) {
            text.snap(span.start() + length, span.end())
        } else if let Some(length) = stray_last(words)
            .or_else(|| stray_stop(page, annotation, span, folder))
            .or_else(|| stray_possessive(page, annotation, span, folder))
        {
            text.snap(span.start(), span.end() - length)
        } else {
            return span;
        };
        let has_ink = |span: &Span| text.words(*span).contains(char::is_alphanumeric);
        match cut.filter(has_ink) {
            Some(cut) => span = cut,
            None => return annotation.span,
        }
    }
}

/// The length of a mark at the beginning that does not belong there.
fn stray_first(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    let closes = |close: char| words.chars().any(|c| c == close);
    let is_open = PAIRS
        .iter()
        .any(|(open, close)| *open == first && !closes(*close));
    let straight = first == '"' && words.matches('"').count() % 2 == 1;
    (NOT_FIRST.contains(&first) || is_open || straight).then(|| first.len_utf8())
}

/// The length of a mark at the end that does not belong there.
fn stray_last(words: &str) -> Option<usize> {
    let last = words.chars().next_back()?;
    let opens = |open: char| words.chars().any(|c| c == open);
    let is_closed = PAIRS
        .iter()
        .any(|(open, close)| *close == last && !opens(*open));
    let straight = last == '"' && words.matches('"').count() % 2 == 1;
    (NOT_LAST.contains(&last) || is_closed || straight).then(|| last.len_utf8())
}

/// The length of a mark that ends the sentence and not the span, if others of the label leave it out.
fn stray_stop(
    page: &Page<'_>,
    annotation: &Annotation,
    span: Span,
    folder: &Folder,
) -> Option<usize> {
    let words = page.text().words(span);
    let last = words.chars().next_back().filter(|c| STOPS.contains(c))?;
    let label = page.document.schema().label(&annotation.label)?;
    let use_ = folder.labels.get(&label.id)?;
    if is_statement(label) {
        return (use_.without_stop > use_.with_stop).then(|| last.len_utf8());
    }
    if last != '.' {
        return None;
    }
    let sentence = page.text().sentence_at(span.start())?;
    let tokens = tokens_of(words);
    // The dot of initials is a part of their token.
    let is_apart = tokens.last()?.kind == TokenKind::Mark;
    let word = tokens.len().checked_sub(2).and_then(|at| tokens.get(at))?;
    let word_of = word.of(words);
    let is_long = word.kind == TokenKind::Number || word_of.chars().count() > 3;
    let is_known = !ABBREVIATIONS.contains(&word_of.to_lowercase().as_str());
    (is_apart && is_long && is_known && sentence.end == span.end()).then_some(1)
}

/// The length of `'s`, if the same name is more often labeled without.
fn stray_possessive(
    page: &Page<'_>,
    annotation: &Annotation,
    span: Span,
    folder: &Folder,
) -> Option<usize> {
    let words = page.text().words(span);
    if !is_possessive(words) {
        return None;
    }
    let layer = page
        .document
        .schema()
        .label(&annotation.label)?
        .layer
        .clone();
    let uses = folder.strings.get(&(layer, phrase(words)?))?.values();
    let (count, possessive) =
        uses.fold((0, 0), |sum, it| (sum.0 + it.count, sum.1 + it.possessive));
    let last: Token = *tokens_of(words).last()?;
    (count > 2 * possessive).then_some(last.end - last.start)
}
