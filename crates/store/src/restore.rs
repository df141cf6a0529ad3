//! Puts saved marks back on an article: each span checked, moved where its words went, or set
//! aside.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::{self, Entry, Finding, List, shortened};
use crate::ids::Ids;
use crate::number_v1::NumberV1;
use crate::places::Places;
use crate::problem::{Problem, ProblemKind};
use crate::wire_v1::{
    AnnotationV1, AttributeV1, AttributesV1, OriginV1, RejectionV1, SuggestionNoteV1,
};
use copydesk_document::{
    Annotation, AnnotationId, AttributeValue, Attributes, Detached, DetachedMark, Document,
    LabelId, Marks, Origin, Provenance, Refused, Rejection, Status, SuggestionNote,
};
use copydesk_text::{Located, Quote, Span};

/// The marks of an article file as they stand there.
pub(crate) struct SavedMarks {
    pub annotations: Vec<AnnotationV1>,
    pub rejections: Vec<RejectionV1>,
    pub suggestion_notes: Vec<SuggestionNoteV1>,
    pub detached_annotations: Vec<AnnotationV1>,
    pub detached_rejections: Vec<RejectionV1>,
    pub detached_suggestion_notes: Vec<SuggestionNoteV1>,
    pub status: Status,
    pub is_marked: bool,
}

/// Puts `saved` on `document` at `places` and says what did not fit; `ron` is the file.
pub(crate) fn restore(
    document: &mut Document,
    saved: SavedMarks,
    ron: &str,
    places: Places,
) -> Vec<Problem> {
    let SavedMarks {
        annotations,
        rejections,
        suggestion_notes,
        detached_annotations,
        detached_rejections,
        detached_suggestion_notes,
        status,
        is_marked,
    } = saved;
    let all = annotations.iter().chain(&detached_annotations);
    let ids = all.filter_map(|annotation| annotation.id?.whole());
    let mut restorer = Restorer {
        places,
        ids: Ids::new(ids),
        marks: Marks {
            status,
            is_marked,
            ..Marks::default()
        },
        origins: BTreeMap::new(),
        reattached: Vec::new(),
        findings: Vec::new(),
    };
    for (list, annotations) in [
        (List::Annotations, annotations),
        (List::DetachedAnnotations, detached_annotations),
    ] {
        for (index, annotation) in annotations.into_iter().enumerate() {
            restorer.add_annotation(Entry { list, index }, annotation);
        }
    }
    for (list, rejections) in [
        (List::Rejections, rejections),
        (List::DetachedRejections, detached_rejections),
    ] {
        for (index, rejection) in rejections.into_iter().enumerate() {
            restorer.add_rejection(Entry { list, index }, rejection);
        }
    }
    for (list, notes) in [
        (List::SuggestionNotes, suggestion_notes),
        (List::DetachedSuggestionNotes, detached_suggestion_notes),
    ] {
        for (index, note) in notes.into_iter().enumerate() {
            restorer.add_suggestion_note(Entry { list, index }, note);
        }
    }
    findings::problems(restorer.finish(document), ron)
}

/// A saved mark whose place is looked for.
struct SavedPlace<'a> {
    /// What problems call the mark.
    name: &'a str,
    label: &'a str,
    quote: &'a Quote,
    start: NumberV1,
    end: NumberV1,
}

/// What has been read from the file so far.
struct Restorer {
    places: Places,
    ids: Ids,
    marks: Marks,
    /// Which entry each annotation came from.
    origins: BTreeMap<AnnotationId, Entry>,
    /// Annotations that had been set aside and have a place again, unless they are refused.
    reattached: Vec<(AnnotationId, Finding)>,
    findings: Vec<Finding>,
}

impl Restorer {
    fn add_annotation(&mut self, entry: Entry, annotation: AnnotationV1) {
        let AnnotationV1 {
            id,
            label,
            start,
            end,
            quote,
            by,
            annotator,
            agreed,
            reason,
            attributes,
            note,
            before,
            after,
        } = annotation;
        let id = self.unique_id(entry, id);
        let name = format!("Annotation {}, {label} {}", id.0, shortened(&quote));
        let origin = self.origin(entry, &name, by);
        let provenance = Provenance {
            annotator,
            agreed,
            reason,
        };
        let quote = Quote {
            exact: quote,
            prefix: before,
            suffix: after,
        };
        let place = SavedPlace {
            name: &name,
            label: &label,
            quote: &quote,
            start,
            end,
        };
        let located = self.locate(entry, &place);
        let now = located.as_ref().map(|(span, _)| *span);
        let attributes = self.attributes(entry, &name, attributes, (start.position(), now));
        match located {
            Some((span, label)) => {
                self.origins.insert(id, entry);
                if entry.list == List::DetachedAnnotations {
                    self.reattached.push((id, reattached(entry, &name)));
                }
                self.marks.annotations.push(Annotation {
                    id,
                    label,
                    span,
                    origin,
                    provenance,
                    note,
                    attributes,
                });
            }
            None => self.marks.detached.push(Detached {
                start: start.position(),
                end: end.position(),
                quote,
                label,
                mark: DetachedMark::Annotation {
                    id,
                    origin,
                    provenance,
                    note,
                    attributes,
                },
            }),
        }
    }

    fn add_rejection(&mut self, entry: Entry, rejection: RejectionV1) {
        let RejectionV1 {
            label,
            start,
            end,
            quote,
            before,
            after,
        } = rejection;
        let name = format!("Rejected {label} {}", shortened(&quote));
        let quote = Quote {
            exact: quote,
            prefix: before,
            suffix: after,
        };
        let place = SavedPlace {
            name: &name,
            label: &label,
            quote: &quote,
            start,
            end,
        };
        if let Some((span, label)) = self.place(entry, &place, || DetachedMark::Rejection) {
            self.marks.rejections.push(Rejection { span, label });
        }
    }

    /// Where it stands now. What stands nowhere is set aside, as `mark` says.
    fn place(
        &mut self,
        entry: Entry,
        place: &SavedPlace<'_>,
        mark: impl FnOnce() -> DetachedMark,
    ) -> Option<(Span, LabelId)> {
        let found = self.locate(entry, place);
        if found.is_none() {
            self.marks.detached.push(Detached {
                start: place.start.position(),
                end: place.end.position(),
                quote: place.quote.clone(),
                label: place.label.to_owned(),
                mark: mark(),
            });
        }
        found
    }

    fn add_suggestion_note(&mut self, entry: Entry, saved: SuggestionNoteV1) {
        let SuggestionNoteV1 {
            label,
            start,
            end,
            quote,
            note,
            before,
            after,
        } = saved;
        // No note is written down as an empty one; by hand it may be.
        if note.is_empty() {
            return;
        }
        let name = format!("Note on the suggestion {label} {}", shortened(&quote));
        let quote = Quote {
            exact: quote,
            prefix: before,
            suffix: after,
        };
        let place = SavedPlace {
            name: &name,
            label: &label,
            quote: &quote,
            start,
            end,
        };
        let mark = || DetachedMark::Note(note.clone());
        if let Some((span, label)) = self.place(entry, &place, mark) {
            let note = SuggestionNote { span, label, note };
            self.marks.suggestion_notes.push(note);
        }
    }

    /// The id that the file gives, or a fresh one if that is missing or taken.
    fn unique_id(&mut self, entry: Entry, saved: Option<NumberV1>) -> AnnotationId {
        let Some(saved) = saved else {
            return self.ids.fresh();
        };
        if let Some(id) = saved.whole()
            && self.ids.take(id)
        {
            return AnnotationId(id);
        }
        let fresh = self.ids.fresh();
        let message = format!(
            "The id {saved} is a duplicate or out of range: the annotation now has the id {}",
            fresh.0
        );
        self.report(entry, ProblemKind::DuplicateId, message);
        fresh
    }

    fn locate(&mut self, entry: Entry, place: &SavedPlace<'_>) -> Option<(Span, LabelId)> {
        let SavedPlace {
            name,
            label,
            quote,
            start,
            end,
        } = *place;
        let Some(label) = LabelId::new(label) else {
            let message = format!("{name}, is set aside: that is not a valid label");
            self.report(entry, ProblemKind::UnknownLabel, message);
            return None;
        };
        let (first, last) = (start.position(), end.position());
        let located = match entry.list {
            List::Annotations | List::Rejections | List::SuggestionNotes => {
                self.places.locate(quote, first, last)
            }
            List::DetachedAnnotations
            | List::DetachedRejections
            | List::DetachedSuggestionNotes => self.places.locate_aside(quote, first, last),
        };
        match located {
            Located::InPlace(span) => Some((span, label)),
            Located::Moved(span) => {
                let message = format!(
                    "{name}, is now at bytes {}–{}, not at {start}–{end}",
                    span.start(),
                    span.end()
                );
                self.report(entry, ProblemKind::Moved, message);
                Some((span, label))
            }
            Located::Detached => {
                let message = format!(
                    "{name}, is set aside: its words were at bytes {start}–{end}; where they are \
                     now is not certain"
                );
                self.report(entry, ProblemKind::Detached, message);
                None
            }
        }
    }

    fn origin(&mut self, entry: Entry, name: &str, saved: OriginV1) -> Origin {
        match saved {
            OriginV1::Human => Origin::Human,
            OriginV1::Imported(from) => Origin::Imported { from },
            OriginV1::Suggested(by, percent) => {
                let confidence = percent.percent();
                if percent.whole() != Some(u64::from(confidence.percent())) {
                    let message = format!(
                        "{name}: its confidence {percent} is not a whole percentage from 0 to 100; \
                         it is now {}",
                        confidence.percent()
                    );
                    self.report(entry, ProblemKind::Attribute, message);
                }
                Origin::Suggested { by, confidence }
            }
        }
    }

    /// `mark` is where the mark that has them stood, and where it is now.
    fn attributes(
        &mut self,
        entry: Entry,
        name: &str,
        saved: AttributesV1,
        mark: (usize, Option<Span>),
    ) -> Attributes {
        let mut attributes = Attributes::new();
        for (key, value) in saved.0 {
            let value = match value {
                AttributeV1::Words(words) => AttributeValue::Words { words, at: None },
                AttributeV1::Figure(value) => self.figure(entry, name, &key, value),
                AttributeV1::At(words, start, end) => {
                    let place = (start.position(), end.position());
                    let at = self.places.attribute(&words, place, mark);
                    if at.is_none() {
                        let message = format!(
                            "{name}: the words of its {key} are not at bytes {start}–{end} and not \
                             found exactly once elsewhere"
                        );
                        self.report(entry, ProblemKind::Attribute, message);
                    }
                    AttributeValue::Words { words, at }
                }
            };
            attributes.insert(key, value);
        }
        attributes
    }

    fn figure(&mut self, entry: Entry, name: &str, key: &str, value: String) -> AttributeValue {
        if let Ok(figure) = value.parse() {
            return AttributeValue::Figure(figure);
        }
        let message = format!(
            "{name}: its {key} {} cannot be read as a figure and is kept as words",
            shortened(&value)
        );
        self.report(entry, ProblemKind::Attribute, message);
        AttributeValue::Words {
            words: value,
            at: None,
        }
    }

    fn report(&mut self, entry: Entry, kind: ProblemKind, message: String) {
        self.findings.push(Finding {
            entry,
            kind,
            message,
        });
    }

    /// Puts the marks on `document`.
    fn finish(mut self, document: &mut Document) -> Vec<Finding> {
        let mut refused_ids = BTreeSet::new();
        for (annotation, why) in document.restore(std::mem::take(&mut self.marks)) {
            refused_ids.insert(annotation.id);
            let kind = match why {
                Refused::UnknownLabel(_) => ProblemKind::UnknownLabel,
                Refused::Overlaps(_) => ProblemKind::Overlaps,
                Refused::IdTaken(_) => ProblemKind::DuplicateId,
            };
            let message = format!(
                "Annotation {}, {} {}, is set aside: {why}",
                annotation.id.0,
                annotation.label,
                shortened(document.text().words(annotation.span))
            );
            if let Some(entry) = self.origins.get(&annotation.id) {
                self.report(*entry, kind, message);
            }
        }
        let reattached = self.reattached.into_iter();
        let kept = reattached.filter(|(id, _)| !refused_ids.contains(id));
        self.findings.extend(kept.map(|(_, finding)| finding));
        self.findings
    }
}

fn reattached(entry: Entry, name: &str) -> Finding {
    Finding {
        entry,
        kind: ProblemKind::Reattached,
        message: format!("{name}, had been set aside and is back in its place"),
    }
}
