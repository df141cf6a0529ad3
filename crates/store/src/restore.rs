//! Puts saved marks back on an article: each span checked, moved where its words went, or kept
//! aside.

use std::collections::{BTreeMap, BTreeSet};

use crate::ids::Ids;
use crate::outline;
use crate::problem::{Problem, ProblemKind};
use crate::wire_v1::{AnnotationV1, AttributeV1, AttributesV1, RejectionV1};
use copydesk_document::{
    Annotation, AnnotationId, AttributeValue, Attributes, Detached, DetachedMark, Document,
    LabelId, Marks, Origin, Refused, Rejection, Status,
};
use copydesk_text::{ArticleText, LineColumn, Located, Quote, Span};

/// The marks of an article file as they stand there.
pub(super) struct Saved {
    pub annotations: Vec<AnnotationV1>,
    pub rejections: Vec<RejectionV1>,
    pub detached_annotations: Vec<AnnotationV1>,
    pub detached_rejections: Vec<RejectionV1>,
    pub status: Status,
    pub is_marked: bool,
}

/// Puts `saved` on `document` and says what did not fit; `ron` is the file, for places.
pub(super) fn restore(
    document: &mut Document,
    saved: Saved,
    ron: &str,
    is_same_text: bool,
) -> Vec<Problem> {
    let Saved {
        annotations,
        rejections,
        detached_annotations,
        detached_rejections,
        status,
        is_marked,
    } = saved;
    let ids = annotations.iter().chain(&detached_annotations);
    let mut desk = Desk {
        text: document.text().clone(),
        is_same_text,
        ids: Ids::new(ids.filter_map(|annotation| annotation.id)),
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
            desk.take_annotation(Entry { list, index }, annotation);
        }
    }
    for (list, rejections) in [
        (List::Rejections, rejections),
        (List::DetachedRejections, detached_rejections),
    ] {
        for (index, rejection) in rejections.into_iter().enumerate() {
            desk.take_rejection(Entry { list, index }, rejection);
        }
    }
    desk.finish(document, ron)
}

/// One element of one list of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    list: List,
    index: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    Annotations,
    Rejections,
    DetachedAnnotations,
    DetachedRejections,
}

struct Finding {
    entry: Entry,
    kind: ProblemKind,
    message: String,
}

/// A mark whose place is looked for.
struct Sought<'a> {
    /// As problems call it.
    name: &'a str,
    label: &'a str,
    quote: &'a Quote,
    start: u64,
    end: u64,
}

/// What has been taken from the file so far.
struct Desk {
    text: ArticleText,
    is_same_text: bool,
    ids: Ids,
    marks: Marks,
    /// Which entry each annotation came from.
    origins: BTreeMap<AnnotationId, Entry>,
    /// Annotations that were aside and have a place again, unless they are refused.
    reattached: Vec<(AnnotationId, Finding)>,
    findings: Vec<Finding>,
}

impl Desk {
    fn take_annotation(&mut self, entry: Entry, annotation: AnnotationV1) {
        let AnnotationV1 {
            id,
            label,
            start,
            end,
            quote,
            by,
            attributes,
            note,
            before,
            after,
        } = annotation;
        let id = self.take_id(entry, id);
        let name = format!("Annotation {}, {label} {}", id.0, shortened(&quote));
        let attributes = self.take_attributes(entry, &name, attributes);
        let quote = Quote {
            exact: quote,
            prefix: before,
            suffix: after,
        };
        let sought = Sought {
            name: &name,
            label: &label,
            quote: &quote,
            start,
            end,
        };
        let place = self.locate(entry, &sought);
        let origin = Origin::from(by);
        match place {
            Some((span, label)) => {
                self.origins.insert(id, entry);
                if entry.list == List::DetachedAnnotations {
                    let message = format!("{name}, was kept aside and has its place again");
                    let finding = Finding {
                        entry,
                        kind: ProblemKind::Reattached,
                        message,
                    };
                    self.reattached.push((id, finding));
                }
                self.marks.annotations.push(Annotation {
                    id,
                    label,
                    span,
                    origin,
                    note,
                    attributes,
                });
            }
            None => self.marks.detached.push(Detached {
                start: position(start),
                end: position(end),
                quote,
                label,
                mark: DetachedMark::Annotation {
                    id,
                    origin,
                    note,
                    attributes,
                },
            }),
        }
    }

    fn take_rejection(&mut self, entry: Entry, rejection: RejectionV1) {
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
        let sought = Sought {
            name: &name,
            label: &label,
            quote: &quote,
            start,
            end,
        };
        match self.locate(entry, &sought) {
            Some((span, label)) => self.marks.rejections.push(Rejection { span, label }),
            None => self.marks.detached.push(Detached {
                start: position(start),
                end: position(end),
                quote,
                label,
                mark: DetachedMark::Rejection,
            }),
        }
    }

    /// The id that the file gives, or a fresh one if that is missing or taken.
    fn take_id(&mut self, entry: Entry, id: Option<u64>) -> AnnotationId {
        let Some(id) = id else {
            return self.ids.fresh();
        };
        if self.ids.take(id) {
            return AnnotationId(id);
        }
        let fresh = self.ids.fresh();
        let message = format!(
            "The id {id} is there twice or too high: the annotation has the id {} now",
            fresh.0
        );
        self.report(entry, ProblemKind::DuplicateId, message);
        fresh
    }

    fn locate(&mut self, entry: Entry, sought: &Sought<'_>) -> Option<(Span, LabelId)> {
        let Sought {
            name,
            label,
            quote,
            start,
            end,
        } = *sought;
        let Some(label) = LabelId::new(label) else {
            let message = format!("{name}, is kept aside: that is no label");
            self.report(entry, ProblemKind::UnknownLabel, message);
            return None;
        };
        match quote.locate(&self.text, position(start), position(end)) {
            Located::InPlace(span) => Some((span, label)),
            Located::Moved(span) => {
                let message = format!(
                    "{name}, stands at bytes {}–{} now, not at {start}–{end}",
                    span.start(),
                    span.end()
                );
                self.report(entry, ProblemKind::Moved, message);
                Some((span, label))
            }
            Located::Detached => {
                let message = format!(
                    "{name}, is kept aside: its words are not at bytes {start}–{end} and not \
                     found exactly once elsewhere"
                );
                self.report(entry, ProblemKind::Detached, message);
                None
            }
        }
    }

    fn take_attributes(&mut self, entry: Entry, name: &str, saved: AttributesV1) -> Attributes {
        let mut attributes = Attributes::new();
        for (key, value) in saved.0 {
            let value = match value {
                AttributeV1::Words(words) => AttributeValue::Words { words, at: None },
                AttributeV1::Figure(value) => self.figure(entry, name, &key, value),
                AttributeV1::At(words, start, end) => {
                    let at = self.attribute_place(&words, position(start), position(end));
                    if at.is_none() {
                        let message =
                            format!("{name}: the words of its {key} are not where it says");
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

    /// Where `words` stand: at the given bytes, or elsewhere if only there.
    fn attribute_place(&self, words: &str, start: usize, end: usize) -> Option<Span> {
        // A person may have worded a speaker anew: the place stays while the text is the same.
        if self.is_same_text
            && let Some(span) = self.text.span(start, end)
        {
            return Some(span);
        }
        let quote = Quote {
            exact: words.to_owned(),
            prefix: String::new(),
            suffix: String::new(),
        };
        match quote.locate(&self.text, start, end) {
            Located::InPlace(span) | Located::Moved(span) => Some(span),
            Located::Detached => None,
        }
    }

    fn report(&mut self, entry: Entry, kind: ProblemKind, message: String) {
        self.findings.push(Finding {
            entry,
            kind,
            message,
        });
    }

    fn finish(mut self, document: &mut Document, ron: &str) -> Vec<Problem> {
        let mut refused_ids = BTreeSet::new();
        for (annotation, why) in document.restore(std::mem::take(&mut self.marks)) {
            refused_ids.insert(annotation.id);
            let kind = match why {
                Refused::UnknownLabel(_) => ProblemKind::UnknownLabel,
                Refused::Overlaps(_) => ProblemKind::Overlaps,
                Refused::IdTaken(_) => ProblemKind::DuplicateId,
            };
            let message = format!(
                "Annotation {}, {} {}, is kept aside: {why}",
                annotation.id.0,
                annotation.label,
                shortened(document.text().words(annotation.span))
            );
            if let Some(entry) = self.origins.get(&annotation.id) {
                self.report(*entry, kind, message);
            }
        }
        for (id, finding) in std::mem::take(&mut self.reattached) {
            if !refused_ids.contains(&id) {
                self.findings.push(finding);
            }
        }
        self.findings.sort_by_key(|finding| finding.entry);
        problems(self.findings, ron)
    }
}

/// The findings with their places; the file is looked through only for lists that have any.
fn problems(findings: Vec<Finding>, ron: &str) -> Vec<Problem> {
    let mut starts: BTreeMap<List, Vec<usize>> = BTreeMap::new();
    findings
        .into_iter()
        .map(|finding| {
            let Entry { list, index } = finding.entry;
            let starts = starts
                .entry(list)
                .or_insert_with(|| outline::element_starts(ron, &[list.field()]));
            Problem {
                kind: finding.kind,
                place: starts.get(index).map(|byte| LineColumn::of(ron, *byte)),
                message: finding.message,
            }
        })
        .collect()
}

impl List {
    /// Its name in the file.
    fn field(self) -> &'static str {
        match self {
            Self::Annotations => "annotations",
            Self::Rejections => "rejections",
            Self::DetachedAnnotations => "detached_annotations",
            Self::DetachedRejections => "detached_rejections",
        }
    }
}

/// A saved position; one past what fits in memory is past every text.
fn position(saved: u64) -> usize {
    usize::try_from(saved).unwrap_or(usize::MAX)
}

/// The words in quotation marks on one line, the first few of many.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 40;
    let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= LONGEST {
        return format!("“{one_line}”");
    }
    let short: String = one_line.chars().take(LONGEST).collect();
    format!("“{}…”", short.trim_end())
}
