//! Two states of one article, and what leads from one to the other.

use super::*;
use crate::test_articles::{label, marked, open, span_of, suggestion};
use crate::{MarkRef, OpenDocument};
use proptest::prelude::*;

const ARTICLE: &str = "{person|Starmer} met {person|Trump} in London and {place|Paris}.";

#[test]
fn what_was_added_removed_or_changed_is_told_in_reading_order() {
    let before = open(ARTICLE);
    let mut after = before.clone();
    let trump = after
        .document()
        .annotations()
        .iter()
        .nth(1)
        .unwrap()
        .clone();
    after.remove(trump.id).unwrap();
    let london = span_of(after.document(), "London");
    after.annotate(london, &label("place")).unwrap();
    let paris = after.document().annotations().iter().last().unwrap().id;
    after.relabel(paris, &label("person")).unwrap();
    let kinds: Vec<_> = differences(before.document(), after.document())
        .into_iter()
        .map(|difference| match difference {
            Difference::Added(it) => format!("added {}", it.label.as_str()),
            Difference::Removed(it) => format!("removed {}", it.label.as_str()),
            Difference::Changed { before, after } => {
                format!("{} is {}", before.label.as_str(), after.label.as_str())
            }
            _ => "other".to_owned(),
        })
        .collect();
    assert_eq!(kinds, ["removed person", "added place", "place is person"]);
}

#[test]
fn a_note_on_a_suggestion_is_a_difference() {
    let before = open(ARTICLE);
    let mut after = before.clone();
    let london = suggestion(span_of(after.document(), "London"), "place");
    let mark = MarkRef::Suggestion(&london);
    after.set_note(mark, "which London?").unwrap();
    let noted = Difference::Noted {
        span: london.span,
        label: label("place"),
        before: String::new(),
        after: "which London?".to_owned(),
    };
    assert_eq!(differences(before.document(), after.document()), [noted]);
}

#[test]
fn two_names_that_trade_places_do_not_get_in_each_others_way() {
    let before = open("{person|Starmer} met {place|Paris}.");
    let mut after = before.clone();
    let ids: Vec<_> = before
        .document()
        .annotations()
        .iter()
        .map(|it| it.id)
        .collect();
    for id in &ids {
        after.remove(*id).unwrap();
    }
    // Undone in part: the later document has the first name where the second one stood.
    let starmer = before.document().annotations().get(ids[0]).unwrap().clone();
    let paris = before.document().annotations().get(ids[1]).unwrap().clone();
    let swapped = vec![
        Edit::add(Annotation {
            span: paris.span,
            ..starmer.clone()
        }),
        Edit::add(Annotation {
            span: starmer.span,
            ..paris
        }),
    ];
    after.edit(Transaction::new("swap", swapped)).unwrap();
    check_leads_to(&before, &after);
}

/// The transaction between the two makes the first the second, and undo takes all of it back.
#[track_caller]
fn check_leads_to(before: &OpenDocument, after: &OpenDocument) {
    let transaction = transaction_between(before.document(), after.document(), "restore");
    let mut restored = before.clone();
    restored.edit(transaction).unwrap();
    assert_eq!(restored.document(), after.document());
    while restored.history().position() > before.history().position() {
        restored.undo().unwrap();
    }
    assert_eq!(restored.document(), before.document());
    assert_eq!(marked(restored.document()), marked(before.document()));
}

proptest! {
    /// Whatever was done to an article, one step leads from any of its states to any other.
    #[test]
    fn one_step_leads_from_any_state_to_any_other(
        gestures in prop::collection::vec((0..9usize, 0..9usize), 0..12),
        other in prop::collection::vec((0..9usize, 0..9usize), 0..12),
    ) {
        let (mut one, mut two) = (open(ARTICLE), open(ARTICLE));
        play(&mut one, &gestures);
        play(&mut two, &other);
        check_leads_to(&one, &two);
    }
}

/// Writes and removes notes on a suggestion at `span`, and accepts it.
fn play_on_suggestion(
    open: &mut OpenDocument,
    span: Span,
    kind: usize,
) -> Result<(), crate::EditError> {
    let suggestion = suggestion(span, "place");
    match kind {
        5 => open.set_note(MarkRef::Suggestion(&suggestion), "which?"),
        6 => open.set_note(MarkRef::Suggestion(&suggestion), "where?"),
        7 => open.set_note(MarkRef::Suggestion(&suggestion), ""),
        _ => open.accept(&suggestion, &suggestion.label).map(|_| ()),
    }
}

/// Does what it can of some gestures: each is a kind and a word of the article.
pub(crate) fn play(open: &mut OpenDocument, gestures: &[(usize, usize)]) {
    let words = [
        "Starmer",
        "met",
        "Trump",
        "in",
        "London",
        "and",
        "Paris",
        "met Trump",
        "London and Paris",
    ];
    for (kind, word) in gestures {
        let span = span_of(open.document(), words[*word]);
        let at = open
            .document()
            .annotations()
            .iter()
            .find(|it| it.span == span)
            .map(|it| it.id);
        // A gesture that is refused changes nothing.
        let done = match (kind, at) {
            (0, _) => open.annotate(span, &label("person")).map(|_| ()),
            (1, _) => open.annotate(span, &label("claim")).map(|_| ()),
            (2, Some(id)) => open.remove(id),
            (3, Some(id)) => open.relabel(id, &label("place")),
            (4, _) => open.toggle_mark(),
            (5..=8, _) => play_on_suggestion(open, span, *kind),
            _ => Ok(()),
        };
        drop(done);
    }
}
