//! Numbers that are not suggested as figures: where a missing one may stand.

use crate::dictionary::number_words::is_number_word;
use crate::{Analysis, Found};
use copydesk_document::{AttributeValue, Attributes, Confidence, LabelId, Suggestion};
use copydesk_i18n::tr;
use copydesk_text::TokenKind;

/// Of the digits that no grammar takes for a figure, so many percent are one, outside of dates …
const DIGITS: u8 = 30;
/// … in dates …
const IN_DATE: u8 = 8;
/// … and of words such as `one`.
const WORD: u8 = 12;

/// The numbers of an article outside of the figures in `found`.
pub(crate) fn numbers(analysis: &Analysis<'_>, found: &Found) -> Vec<Suggestion> {
    let Some(label) = LabelId::new("figure") else {
        return Vec::new();
    };
    let mut numbers = Vec::new();
    for token in &analysis.tokens {
        let words = token.of(analysis.as_str());
        let is_number = match token.kind {
            TokenKind::Number => !is_year(words),
            TokenKind::Word => is_number_word(words),
            TokenKind::Possessive | TokenKind::Mark => false,
        };
        let span = is_number.then(|| analysis.text().span(token.start, token.end));
        let Some(span) = span.flatten() else {
            continue;
        };
        let first = found
            .suggestions
            .partition_point(|one| one.span.start() + LONGEST < token.start);
        let near = found.suggestions.get(first..).unwrap_or_default().iter();
        let near = near.take_while(|one| one.span.start() < token.end);
        let mut around = near.filter(|one| one.span.overlaps(span));
        let is_in_date = around.any(|one| one.label.as_str() == "date");
        let percent = match token.kind {
            TokenKind::Number if is_in_date => IN_DATE,
            TokenKind::Number => DIGITS,
            _ => WORD,
        };
        let value = words.parse().ok().map(AttributeValue::Figure);
        let value = value.map(|value| ("value".to_owned(), value));
        numbers.push(Suggestion {
            label: label.clone(),
            span,
            confidence: Confidence::from_percent(percent),
            by: "figures",
            reason: tr!("why-unlikely-figure").to_owned(),
            attributes: value.into_iter().collect::<Attributes>(),
        });
    }
    numbers
}

/// No date is longer, in bytes.
const LONGEST: usize = 100;

/// `1984`, but not `1,984`.
fn is_year(words: &str) -> bool {
    words.len() == 4 && matches!(words.parse(), Ok(1500..=2100))
}
