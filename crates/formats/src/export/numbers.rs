//! Numbers for the spans of an article, for formats that identify them by number.

use std::collections::BTreeSet;

use copydesk_document::RecordSpan;

/// Its own number for each span that has one which no earlier has, a free one for the others.
pub(crate) fn numbers<'a>(spans: impl Iterator<Item = &'a RecordSpan> + Clone) -> Vec<u64> {
    let taken: BTreeSet<u64> = spans.clone().filter_map(|span| span.id).collect();
    let mut given = BTreeSet::new();
    let mut next = 1;
    spans
        .map(|span| {
            if let Some(id) = span.id
                && given.insert(id)
            {
                return id;
            }
            while taken.contains(&next) {
                next += 1;
            }
            next += 1;
            next - 1
        })
        .collect()
}
