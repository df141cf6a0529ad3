//! Annotations that were set aside because another of their layer stands there: files edited by hand have them.

use copydesk_document::{Annotation, Change, Detached, DetachedMark, Repair};
use copydesk_i18n::tr;
use copydesk_text::Span;

use crate::article::Page;
use crate::{Finding, Kind, Right};

pub(crate) fn check(page: &Page<'_>) -> Vec<Finding> {
    let aside = page.document.detached().iter();
    aside.filter_map(|aside| overlap(page, aside)).collect()
}

fn overlap(page: &Page<'_>, aside: &Detached) -> Option<Finding> {
    if !matches!(aside.mark, DetachedMark::Annotation { .. }) {
        return None;
    }
    let text = page.text();
    let span = text.span(aside.start, aside.end)?;
    let words = text.words(span);
    if words != aside.quote.exact {
        return None;
    }
    let schema = page.document.schema();
    let label = &schema.label_called(&aside.label)?.id;
    let mut others = page.document.annotations().iter();
    let is_there = |other: &&Annotation| {
        Span::overlaps(other.span, span) && schema.share_layer(&other.label, label)
    };
    let other = others.find(is_there)?;
    let mut labels = vec![label.to_string(), other.label.to_string()];
    labels.sort_unstable();
    Some(Finding {
        kind: Kind::Overlap,
        article: Some(page.index),
        span: Some(span),
        label: Some(label.clone()),
        words: words.to_owned(),
        message: tr!(
            "lint-overlap",
            other = text.words(other.span),
            label = schema.name_in_sentence(&other.label)
        ),
        repair: Some(Repair {
            span,
            label: label.clone(),
            change: Change::DropAside,
        }),
        right: Right {
            kind: Kind::Overlap,
            words: words.to_owned(),
            labels,
            article: Some(page.name.to_owned()),
        },
    })
}
