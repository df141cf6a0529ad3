//! What each action does to the marks of an article, written as marked-up text.

use std::sync::Arc;

use crate::markup::{self, Marked, MarkedSpan};
use crate::{
    Annotation, AnnotationId, AttributeContent, AttributeKind, AttributeValue, Attributes,
    ColorRole, Confidence, Document, Edit, EditError, Label, LabelId, LabelStyle, Layer, MarkRef,
    Marks, Metadata, OpenDocument, Origin, Provenance, Rejection, Schema, Status, Suggestion,
    Transaction,
};
use copydesk_text::{ArticleText, Span};

pub(super) fn label(id: &str) -> LabelId {
    LabelId::new(id).unwrap()
}

/// `person` and `place` share a layer; `figure` has a value, in a layer of its own.
fn schema() -> Arc<Schema> {
    let value = AttributeKind {
        name: "value".to_owned(),
        title: "Value".to_owned(),
        content: AttributeContent::Figure,
    };
    let labels = [
        ("person", "names", 'p', vec![]),
        ("place", "names", 'l', vec![]),
        ("figure", "figures", 'f', vec![value]),
    ];
    let labels = labels.map(|(id, layer, key, attributes)| Label {
        id: label(id),
        name: id.to_uppercase(),
        plural: id.to_owned(),
        layer: Layer::new(layer),
        color: ColorRole::Blue,
        style: LabelStyle::Tint,
        key,
        guideline: String::new(),
        attributes,
    });
    Arc::new(Schema::new(labels.into()).unwrap())
}

/// An open document with the annotations of `marked`, and its suggestions (`{person?90|…}`).
pub(super) fn open(marked: &str) -> (OpenDocument, Vec<Suggestion>) {
    let Marked { text, spans } = markup::parse(marked).unwrap();
    let text = ArticleText::new(text);
    let mut marks = Marks::default();
    let mut suggestions = Vec::new();
    for MarkedSpan {
        range,
        label,
        confidence,
        ..
    } in spans
    {
        let span = text.span(range.start, range.end).unwrap();
        match confidence {
            Some(confidence) => suggestions.push(Suggestion {
                label,
                span,
                confidence,
                by: "test",
                reason: String::new(),
                attributes: Attributes::new(),
            }),
            None => marks.annotations.push(Annotation {
                id: AnnotationId(marks.annotations.len() as u64 + 1),
                label,
                span,
                origin: Origin::Human,
                provenance: Provenance::default(),
                note: String::new(),
                attributes: Attributes::new(),
            }),
        }
    }
    let mut document = Document::new(text, schema(), Metadata::default());
    assert_eq!(document.restore(marks), []);
    (OpenDocument::new(document), suggestions)
}

pub(super) fn span(open: &OpenDocument, words: &str) -> Span {
    let text = open.document().text();
    let start = text.as_str().find(words).unwrap();
    text.span(start, start + words.len()).unwrap()
}

/// All annotations, then `suggestions`.
pub(super) fn marks<'s>(open: &OpenDocument, suggestions: &'s [Suggestion]) -> Vec<MarkRef<'s>> {
    let annotations = open.document().annotations().iter();
    let annotations = annotations.map(|annotation| MarkRef::Annotation(annotation.id));
    let suggestions = suggestions.iter().map(MarkRef::Suggestion);
    annotations.chain(suggestions).collect()
}

pub(super) fn marked(open: &OpenDocument) -> String {
    let document = open.document();
    let spans = document.annotations().iter().map(|annotation| MarkedSpan {
        range: annotation.span.range(),
        label: annotation.label.clone(),
        confidence: None,
        attributes: annotation
            .attributes
            .iter()
            .map(|(name, value)| (name.clone(), value.display()))
            .collect(),
    });
    markup::print(&Marked {
        text: document.text().as_str().to_owned(),
        spans: spans.collect(),
    })
    .unwrap()
}

/// `act` turns `before` into `after` under the name `undo`, and undoing it restores `before`.
pub(super) fn check(
    before: &str,
    act: impl FnOnce(&mut OpenDocument, &[Suggestion]),
    after: &str,
    undo: &str,
) {
    let (mut open, suggestions) = open(before);
    let original = open.document().clone();
    act(&mut open, &suggestions);
    assert_eq!(marked(&open), after);
    assert_eq!(open.history().undo_name(), Some(undo));
    let changed = open.document().clone();
    open.undo().unwrap();
    assert_eq!(*open.document(), original);
    open.redo().unwrap();
    assert_eq!(*open.document(), changed);
}

#[test]
fn a_new_annotation_replaces_what_it_overlaps_in_its_layer_only() {
    check(
        "{person|Keir} Starmer met {figure value=2|two} men",
        |open, _| {
            let name = span(open, "Keir Starmer met two");
            open.annotate(name, &label("person")).unwrap();
        },
        "{person|Keir Starmer met {figure|two}} men",
        "mark “Keir Starmer met two” as person",
    );
}

#[test]
fn the_same_span_is_relabeled() {
    check(
        "{person|Paris} waits",
        |open, _| {
            let same = span(open, "Paris");
            assert_eq!(open.annotate(same, &label("place")), Ok(AnnotationId(1)));
        },
        "{place|Paris} waits",
        "mark “Paris” as place",
    );
}

#[test]
fn a_figure_gets_its_value_from_its_words() {
    check(
        "It rose by 5 percent",
        |open, _| {
            let words = span(open, "5 percent");
            open.annotate(words, &label("figure")).unwrap();
        },
        "It rose by {figure value=\"5 percent\"|5 percent}",
        "mark “5 percent” as figure",
    );
}

#[test]
fn accepting_all_skips_what_overlaps_an_annotation() {
    check(
        "{person|Ann} and {place?80|Ann} and {person?90|Bo} and {place?70|Rome}",
        |open, suggestions| {
            let overlapping = Suggestion {
                span: span(open, "Ann"),
                ..suggestions[0].clone()
            };
            let all = [&overlapping, &suggestions[1], &suggestions[2]];
            assert_eq!(open.accept_all(&all), Ok(2));
        },
        "{person|Ann} and Ann and {person|Bo} and {place|Rome}",
        "accept 2 suggestions",
    );
}

#[test]
fn an_accepted_suggestion_remembers_where_it_came_from() {
    let (mut open, suggestions) = open("{person?90|Bo} waits");
    let id = open.accept(&suggestions[0], &label("place")).unwrap();
    let annotation = open.document().annotations().get(id).unwrap();
    assert_eq!(annotation.label, label("place"));
    let origin = Origin::Suggested {
        by: "test".to_owned(),
        confidence: Confidence::from_percent(90),
    };
    assert_eq!(annotation.origin, origin);
}

#[test]
fn a_rejection_is_saved_and_can_be_restored() {
    let (mut open, suggestions) = open("{person?90|Bo} waits");
    open.reject(&suggestions[0]).unwrap();
    let rejection = Rejection {
        span: suggestions[0].span,
        label: label("person"),
    };
    assert!(open.document().rejections().contains(&rejection));
    open.restore_rejected(&rejection).unwrap();
    assert!(open.document().rejections().is_empty());
    assert_eq!(open.history().undo_name(), Some("restore “Bo”"));
    assert!(open.restore_rejected(&rejection).is_err());
}

#[test]
fn moving_an_edge_of_a_suggestion_also_accepts_it() {
    check(
        "{person?90|Keir} Starmer",
        |open, suggestions| {
            let whole = span(open, "Keir Starmer");
            let suggestion = MarkRef::Suggestion(&suggestions[0]);
            open.move_to(suggestion, whole).unwrap();
        },
        "{person|Keir Starmer}",
        "move the edges of “Keir”",
    );
}

#[test]
fn an_attribute_is_set() {
    check(
        "{figure|five} men",
        |open, _| {
            let mark = MarkRef::Annotation(AnnotationId(1));
            let value = AttributeValue::Figure("5".parse().unwrap());
            open.set_attribute(mark, "value", Some(value)).unwrap();
        },
        "{figure value=\"5\"|five} men",
        "change the value of “five”",
    );
}

#[test]
fn a_note_is_trimmed_and_an_empty_one_removes_it() {
    let (mut open, _) = open("{person|Bo} waits");
    let mark = MarkRef::Annotation(AnnotationId(1));
    let note = |open: &OpenDocument| {
        let annotation = open.document().annotations().get(AnnotationId(1)).unwrap();
        annotation.note.clone()
    };
    open.set_note(mark, " who? ").unwrap();
    assert_eq!(note(&open), "who?");
    assert_eq!(open.history().undo_name(), Some("edit the note on “Bo”"));
    open.set_note(mark, " ").unwrap();
    assert_eq!(note(&open), "");
    assert_eq!(open.history().undo_name(), Some("remove the note on “Bo”"));
}

/// The note on `suggestion`.
fn note_on<'a>(open: &'a OpenDocument, suggestion: &Suggestion) -> &'a str {
    let document = open.document();
    document.suggestion_note(suggestion.span, &suggestion.label)
}

#[test]
fn a_note_on_a_suggestion_leaves_it_open_and_is_one_step() {
    let (mut open, suggestions) = open("{person?90|Bo} waits");
    let mark = MarkRef::Suggestion(&suggestions[0]);
    open.set_note(mark, " which Bo? ").unwrap();
    assert!(open.document().annotations().is_empty());
    assert_eq!(note_on(&open, &suggestions[0]), "which Bo?");
    assert_eq!(open.history().undo_name(), Some("edit the note on “Bo”"));
    open.set_note(mark, "which Bo?").unwrap();
    assert_eq!(open.history().position(), 1, "nothing was changed");
    open.set_note(mark, " ").unwrap();
    assert_eq!(open.history().undo_name(), Some("remove the note on “Bo”"));
    assert!(open.document().suggestion_notes().is_empty());
    open.undo();
    assert_eq!(note_on(&open, &suggestions[0]), "which Bo?");
    open.undo();
    assert_eq!(note_on(&open, &suggestions[0]), "");
}

/// Whatever accepts a suggestion gives its note to the annotation, in the same step.
#[track_caller]
fn check_note_moves<Accepted>(
    accept: impl FnOnce(&mut OpenDocument, &Suggestion) -> Result<Accepted, EditError>,
) {
    let (mut open, suggestions) = open("{person?90|Bo} waits");
    let suggestion = &suggestions[0];
    open.set_note(MarkRef::Suggestion(suggestion), "which Bo?")
        .unwrap();
    assert!(accept(&mut open, suggestion).is_ok());
    let notes: Vec<_> = open.document().annotations().iter().collect();
    assert_eq!(notes[0].note, "which Bo?");
    assert!(open.document().suggestion_notes().is_empty());
    open.undo().unwrap();
    assert_eq!(note_on(&open, suggestion), "which Bo?");
    assert!(open.document().annotations().is_empty());
    open.redo().unwrap();
    assert!(open.document().suggestion_notes().is_empty());
}

#[test]
fn the_note_on_a_suggestion_goes_with_it_however_it_is_accepted() {
    check_note_moves(|open, it| open.accept(it, &it.label));
    check_note_moves(|open, it| open.accept(it, &label("place")));
    check_note_moves(|open, it| open.accept_all(&[it]));
    check_note_moves(|open, it| open.annotate(it.span, &it.label));
    check_note_moves(|open, it| open.annotate(it.span, &label("place")));
    check_note_moves(|open, it| {
        let longer = span(open, "Bo waits");
        open.move_to(MarkRef::Suggestion(it), longer)
    });
    check_note_moves(|open, it| open.set_attribute(MarkRef::Suggestion(it), "value", None));
}

#[test]
fn the_note_on_a_suggestion_comes_back_when_its_rejection_is_restored() {
    let (mut open, suggestions) = open("{person?90|Bo} waits");
    let suggestion = &suggestions[0];
    open.set_note(MarkRef::Suggestion(suggestion), "which Bo?")
        .unwrap();
    open.reject(suggestion).unwrap();
    assert_eq!(note_on(&open, suggestion), "which Bo?");
    let rejection = Rejection {
        span: suggestion.span,
        label: suggestion.label.clone(),
    };
    open.restore_rejected(&rejection).unwrap();
    assert_eq!(note_on(&open, suggestion), "which Bo?");
}

#[test]
fn an_export_has_the_note_on_a_suggestion() {
    let (mut open, suggestions) = open("{person?90|Bo} waits in {place?90|Rome}");
    for suggestion in &suggestions {
        let note = format!("which {}?", suggestion.label);
        open.set_note(MarkRef::Suggestion(suggestion), &note)
            .unwrap();
    }
    open.reject(&suggestions[1]).unwrap();
    let record = crate::Record::of(open.document(), &suggestions);
    let notes: Vec<_> = record.spans.iter().map(|span| span.note.as_str()).collect();
    assert_eq!(notes, ["which person?", "which place?"]);
}

#[test]
fn the_first_decision_sets_the_status_and_later_ones_do_not() {
    let (mut open, _) = open("{person|Bo} met Ann");
    assert_eq!(open.document().status(), Status::Open);
    open.remove(AnnotationId(1)).unwrap();
    assert_eq!(open.document().status(), Status::InWork);
    open.set_status(Status::Done).unwrap();
    assert_eq!(open.history().undo_name(), Some("mark the article as done"));
    let ann = span(&open, "Ann");
    open.annotate(ann, &label("person")).unwrap();
    assert_eq!(open.document().status(), Status::Done);
}

#[test]
fn what_is_saved_is_known_through_undo_and_redo() {
    let (mut open, _) = open("{person|Bo} met Ann");
    assert!(open.history().is_saved());
    open.toggle_mark().unwrap();
    open.mark_saved(open.history().position());
    open.undo();
    assert!(!open.history().is_saved());
    open.redo();
    assert!(open.history().is_saved());
    open.undo();
    // The saved state can no longer be reached.
    open.remove(AnnotationId(1)).unwrap();
    assert!(!open.history().is_saved());
    assert_eq!(open.redo(), None);
}

#[test]
fn an_edit_that_does_not_fit_changes_nothing() {
    let (mut open, _) = open("{person|Bo} met Ann");
    let before = open.document().clone();
    assert!(open.remove(AnnotationId(7)).is_err());
    let bo = span(&open, "Bo");
    assert!(open.annotate(bo, &label("ship")).is_err());
    assert_eq!(*open.document(), before);
    assert_eq!(open.history().undo_name(), None);
}

/// The usual labels of these tests without `gone`, and with `organization` in the layer of names.
fn other_labels(gone: &str) -> Arc<Schema> {
    let mut labels = schema().labels().to_vec();
    let mut new = labels[0].clone();
    new.id = label("organization");
    new.key = 'o';
    labels.push(new);
    labels.retain(|label| label.id.as_str() != gone);
    Arc::new(Schema::new(labels).unwrap())
}

fn label_ids(open: &OpenDocument) -> Vec<&str> {
    let labels = open.document().schema().labels().iter();
    labels.map(|label| label.id.as_str()).collect()
}

#[test]
fn other_labels_are_one_step_that_can_be_undone() {
    check(
        "{person|Anna} met {figure|two} men of Acme",
        |open, _| {
            assert_eq!(open.set_labels(&other_labels("place")), Ok(true));
            assert_eq!(label_ids(open), ["person", "figure", "organization"]);
        },
        "{person|Anna} met {figure|two} men of Acme",
        "change the labels",
    );
}

#[test]
fn labels_that_marks_have_stay_with_another_key_if_need_be() {
    let (mut open, _) = open("{person|Anna} met two men of {place|Acme}");
    let mut labels = other_labels("person").labels().to_vec();
    labels.iter_mut().find(|it| it.key == 'o').unwrap().key = 'p';
    let labels = Arc::new(Schema::new(labels).unwrap());
    assert_eq!(open.set_labels(&labels), Ok(true));
    assert_eq!(
        label_ids(&open),
        ["place", "figure", "organization", "person"]
    );
    let kept = open.document().schema().label(&label("person")).unwrap();
    assert_eq!(kept.key, 'a');
    assert_eq!(marked(&open), "{person|Anna} met two men of {place|Acme}");
    assert_eq!(open.set_labels(&labels), Ok(false), "nothing is left to do");
}

#[test]
fn labels_by_which_annotations_would_overlap_are_refused_whole() {
    let (mut open, _) = open("{person|Anna {figure value=2|two}} men");
    let before = open.document().clone();
    let mut labels = schema().labels().to_vec();
    labels[2].layer = labels[0].layer.clone();
    let labels = Arc::new(Schema::new(labels).unwrap());
    let refused = open.set_labels(&labels);
    assert!(matches!(refused, Err(EditError::Refused(_))), "{refused:?}");
    assert_eq!(*open.document(), before);
    assert_eq!(open.history().undo_name(), None);
}

/// Who decided on each annotation, in reading order.
fn annotators(open: &OpenDocument) -> Vec<&str> {
    let annotations = open.document().annotations().iter();
    let names = annotations.map(|annotation| annotation.provenance.annotator.as_str());
    names.collect()
}

#[test]
fn whoever_decides_has_the_name_and_undo_gives_back_who_had_it() {
    let (mut open, suggestions) = open("{person|Ann} met {person?90|Bo} in Rome and {place|Paris}");
    open.set_annotator("anna");
    open.accept(&suggestions[0], &label("person")).unwrap();
    assert_eq!(annotators(&open), ["", "anna", ""]);
    open.set_annotator("ben");
    let rome = span(&open, "Rome");
    open.annotate(rome, &label("place")).unwrap();
    open.relabel(AnnotationId(1), &label("place")).unwrap();
    let with_and = span(&open, "and Paris");
    let paris = MarkRef::Annotation(AnnotationId(2));
    open.move_to(paris, with_and).unwrap();
    assert_eq!(annotators(&open), ["ben", "anna", "ben", "ben"]);
    for expected in [
        vec!["ben", "anna", "ben", ""],
        vec!["", "anna", "ben", ""],
        vec!["", "anna", ""],
        vec!["", "", ""],
    ] {
        open.undo();
        let names = annotators(&open);
        assert_eq!(names, expected[..names.len()]);
    }
}

#[test]
fn whoever_only_looks_or_notes_decides_nothing() {
    let (mut open, _) = open("{person|Ann} met {figure value=\"5\"|five}");
    open.set_annotator("anna");
    let (ann, five) = (AnnotationId(1), AnnotationId(2));
    let same = span(&open, "Ann");
    open.relabel(ann, &label("person")).unwrap();
    open.move_to(MarkRef::Annotation(ann), same).unwrap();
    open.set_note(MarkRef::Annotation(ann), "who?").unwrap();
    assert_eq!(annotators(&open), ["", ""]);
    let value = AttributeValue::Figure("6".parse().unwrap());
    open.set_attribute(MarkRef::Annotation(five), "value", Some(value))
        .unwrap();
    assert_eq!(annotators(&open), ["", "anna"]);
}

#[test]
fn what_a_gold_standard_says_of_a_span_ends_when_it_is_changed() {
    let (mut open, _) = open("{person|Ann}");
    let before = open.document().annotations().get(AnnotationId(1)).unwrap();
    let mut after = before.clone();
    after.provenance = Provenance {
        annotator: "carla".to_owned(),
        agreed: vec!["anna".to_owned(), "ben".to_owned()],
        reason: "a name".to_owned(),
    };
    let edits = vec![Edit::replace(before.clone(), after.clone())];
    open.edit(Transaction::new("adjudicate", edits)).unwrap();
    open.set_annotator("dora");
    let all = [MarkRef::Annotation(AnnotationId(1))];
    open.relabel_all(&all, &label("place")).unwrap();
    let now = open.document().annotations().get(AnnotationId(1)).unwrap();
    assert_eq!(now.provenance, Provenance::by("dora"));
    open.undo();
    let now = open.document().annotations().get(AnnotationId(1)).unwrap();
    assert_eq!(*now, after);
}
