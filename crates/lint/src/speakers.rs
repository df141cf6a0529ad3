//! Claims without a speaker in whose sentence somebody says something.

use std::ops::Range;

use copydesk_document::{Annotation, AttributeValue, Change, Repair};
use copydesk_i18n::tr;
use copydesk_text::{Span, Token, TokenKind, folded};

use crate::article::Page;
use crate::labels::{can_speak, speaker_of};
use crate::{Finding, Kind, Right};

/// What somebody does who claims something; after a name, or before it.
const VERBS: &[&str] = &[
    "acknowledged",
    "acknowledges",
    "added",
    "adds",
    "admits",
    "admitted",
    "alleged",
    "alleges",
    "announced",
    "announces",
    "argued",
    "argues",
    "asserted",
    "asserts",
    "believes",
    "claimed",
    "claims",
    "concluded",
    "concludes",
    "confirmed",
    "confirms",
    "contended",
    "contends",
    "declared",
    "declares",
    "denied",
    "denies",
    "estimated",
    "estimates",
    "explained",
    "explains",
    "found",
    "insisted",
    "insists",
    "maintained",
    "maintains",
    "mentioned",
    "noted",
    "notes",
    "predicted",
    "predicts",
    "pointed",
    "recalled",
    "remarked",
    "replied",
    "reported",
    "reports",
    "responded",
    "said",
    "say",
    "says",
    "stated",
    "states",
    "stressed",
    "stresses",
    "suggested",
    "suggests",
    "told",
    "tweeted",
    "warned",
    "warns",
    "wrote",
    "writes",
];

/// Those that stand before a name too: “…”, said Starmer.
const BEFORE: &[&str] = &[
    "added",
    "adds",
    "argued",
    "argues",
    "claimed",
    "claims",
    "explained",
    "explains",
    "insisted",
    "noted",
    "notes",
    "recalled",
    "replied",
    "reported",
    "reports",
    "said",
    "says",
    "stated",
    "states",
    "warned",
    "warns",
    "wrote",
    "writes",
];

/// What may stand between a name and its verb.
const BETWEEN: &[&str] = &[
    "also", "has", "have", "had", "later", "then", "himself", "herself",
];

pub(crate) fn check(page: &Page<'_>) -> Vec<Finding> {
    let annotations = page.document.annotations().iter();
    annotations
        .filter_map(|annotation| unspoken(page, annotation))
        .collect()
}

fn unspoken(page: &Page<'_>, claim: &Annotation) -> Option<Finding> {
    let attribute = speaker_of(page.document.schema(), &claim.label)?;
    if claim.attributes.contains_key(attribute) {
        return None;
    }
    let text = page.text();
    let sentence = sentence_around(page, claim.span)?;
    let names = page.document.annotations().iter().filter(|name| {
        let is_inside = sentence.start <= name.span.start() && name.span.end() <= sentence.end;
        is_inside && can_speak(&name.label) && !name.span.overlaps(claim.span)
    });
    let speaking = names.filter(|name| speaks(page, name.span, claim.span));
    let speaker = speaking
        .min_by_key(|name| distance(name.span, claim.span))?
        .span;
    let name = text.words(speaker);
    let words = text.words(claim.span).to_owned();
    Some(Finding {
        kind: Kind::Speaker,
        article: Some(page.index),
        span: Some(claim.span),
        label: Some(claim.label.clone()),
        message: tr!("lint-speaker", name = name),
        repair: Some(Repair {
            span: claim.span,
            label: claim.label.clone(),
            change: Change::Set {
                attribute: attribute.to_owned(),
                value: AttributeValue::Words {
                    words: name.to_owned(),
                    at: Some(speaker),
                },
            },
        }),
        right: Right {
            kind: Kind::Speaker,
            words: words.clone(),
            labels: vec![claim.label.to_string()],
            article: Some(page.name.to_owned()),
        },
        words,
    })
}

/// From the first to the last sentence that the span is in.
fn sentence_around(page: &Page<'_>, span: Span) -> Option<Range<usize>> {
    let first = page.text().sentence_at(span.start())?;
    let last = page.text().sentence_at(span.end() - 1)?;
    Some(first.start..last.end)
}

/// How many bytes stand between two spans.
fn distance(one: Span, other: Span) -> usize {
    let gap = one.start().saturating_sub(other.end());
    gap.max(other.start().saturating_sub(one.end()))
}

/// Whether a verb of saying stands beside the name, outside of the claim.
fn speaks(page: &Page<'_>, name: Span, claim: Span) -> bool {
    let all = page.text().as_str();
    let is_verb = |token: &Token, verbs: &[&str]| {
        let is_outside = token.end <= claim.start() || claim.end() <= token.start;
        is_outside && verbs.contains(&folded(token.of(all)).as_str())
    };
    let after = page
        .tokens
        .partition_point(|token| token.start < name.end());
    let behind = page.tokens.get(after..).unwrap_or_default();
    let between = |token: &&Token| BETWEEN.contains(&folded(token.of(all)).as_str());
    let behind = behind.iter().skip_while(between).take(1);
    let before = page
        .tokens
        .partition_point(|token| token.end <= name.start());
    let ahead = page.tokens.get(..before).unwrap_or_default();
    // A title may stand between: “said President Trump”.
    let is_title = |token: &&Token| {
        token.kind == TokenKind::Word && token.of(all).starts_with(char::is_uppercase)
    };
    let ahead = ahead.iter().rev();
    let mut ahead = ahead.skip_while(is_title);
    let verb = ahead.next();
    let is_according = |token: &Token| {
        let to = folded(token.of(all)) == "to";
        let mut before = page
            .tokens
            .iter()
            .rev()
            .skip_while(|it| it.end > token.start);
        to && before
            .next()
            .is_some_and(|it| folded(it.of(all)) == "according")
            && !(token.start < claim.end() && claim.start() < token.end)
    };
    // “A letter seen by Sky News says” what the letter says.
    let is_by = verb.is_some_and(|token| folded(token.of(all)) == "by");
    (!is_by && behind.into_iter().any(|token| is_verb(token, VERBS)))
        || verb.is_some_and(|token| is_verb(token, BEFORE) || is_according(token))
}
