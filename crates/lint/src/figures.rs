//! Figures whose value is missing, or is not what their words say.

use std::cell::LazyCell;

use copydesk_document::{Annotation, AttributeValue, Change, FigureValue, Repair};
use copydesk_i18n::tr;
use copydesk_text::Span;

use crate::article::Page;
use crate::labels::value_of;
use crate::{Checks, Finding, Kind, Right};

pub(crate) fn check(page: &Page<'_>, checks: &Checks<'_>) -> Vec<Finding> {
    let read = LazyCell::new(|| (checks.figures)(page.text()));
    let mut found = Vec::new();
    for annotation in page.document.annotations().iter() {
        let Some(attribute) = value_of(page.document.schema(), &annotation.label) else {
            continue;
        };
        let carried = annotation.attributes.get(attribute);
        let wanted = || wanted(page, annotation.span, &read);
        let (message, wanted) = match carried {
            None => {
                let wanted = wanted();
                let says = wanted.first().map(FigureValue::to_string);
                let message = says.map(|says| tr!("lint-value-missing-known", says = says));
                let message = message.unwrap_or_else(|| tr!("lint-value-missing").to_owned());
                (message, wanted)
            }
            Some(AttributeValue::Words { words, .. }) => {
                let message = tr!("lint-value-no-figure", value = words.as_str());
                (message, wanted())
            }
            Some(AttributeValue::Figure(value)) => {
                let wanted = wanted();
                let Some(says) = wanted
                    .first()
                    .filter(|_| !wanted.iter().any(|it| is_same(it, value)))
                else {
                    continue;
                };
                let (value, says) = (value.to_string(), says.to_string());
                (tr!("lint-value-other", value = value, says = says), wanted)
            }
        };
        let value = wanted.into_iter().next();
        found.push(finding(page, annotation, message, attribute, value));
    }
    found
}

/// What the words may say, the likeliest first.
fn wanted(page: &Page<'_>, span: Span, read: &[(Span, FigureValue)]) -> Vec<FigureValue> {
    let suggested = read.iter().filter(|(at, _)| *at == span);
    let suggested = suggested.map(|(_, value)| value.clone());
    let parsed = page.text().words(span).parse().ok();
    suggested.chain(parsed).collect()
}

/// Whether a person may have meant the same: one that leaves the unit out does.
fn is_same(says: &FigureValue, value: &FigureValue) -> bool {
    let leaves_out = says.unit().is_none() || value.unit().is_none();
    says.same_amount(value) || (leaves_out && says.numbers() == value.numbers())
}

fn finding(
    page: &Page<'_>,
    annotation: &Annotation,
    message: String,
    attribute: &str,
    value: Option<FigureValue>,
) -> Finding {
    let words = page.text().words(annotation.span).to_owned();
    let carried = annotation.attributes.get(attribute);
    let right = match carried {
        Some(carried) => format!("{words} = {}", carried.display()),
        None => words.clone(),
    };
    Finding {
        kind: Kind::Value,
        article: Some(page.index),
        span: Some(annotation.span),
        label: Some(annotation.label.clone()),
        words,
        message,
        repair: value.map(|value| Repair {
            span: annotation.span,
            label: annotation.label.clone(),
            change: Change::Set {
                attribute: attribute.to_owned(),
                value: AttributeValue::Figure(value),
            },
        }),
        right: Right {
            kind: Kind::Value,
            words: right,
            labels: vec![annotation.label.to_string()],
            article: None,
        },
    }
}
