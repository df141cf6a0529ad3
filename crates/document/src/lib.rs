//! What is annotated in an article: labels, annotations, suggestions, edits with their inverses,
//! review.
//!
//! ```
//! use std::sync::Arc;
//!
//! use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
//! use copydesk_text::ArticleText;
//! # use copydesk_document::{ColorRole, Label, LabelStyle, Layer, Schema};
//! # let person = LabelId::new("person").unwrap();
//! # let schema = Schema::new(vec![Label {
//! #     id: person.clone(),
//! #     name: "Person".to_owned(),
//! #     plural: "People".to_owned(),
//! #     layer: Layer::new("names"),
//! #     color: ColorRole::Blue,
//! #     style: LabelStyle::Tint,
//! #     key: 'p',
//! #     guideline: String::new(),
//! #     attributes: Vec::new(),
//! # }])
//! # .unwrap();
//!
//! let text = ArticleText::new("Keir Starmer arrives");
//! let name = text.span(0, 12).unwrap();
//! let document = Document::new(text, Arc::new(schema), Metadata::default());
//!
//! // Every change goes through an open document, and can be undone.
//! let mut open = OpenDocument::new(document);
//! open.annotate(name, &person).unwrap();
//! assert_eq!(open.document().annotations().len(), 1);
//! assert_eq!(
//!     open.history().undo_name(),
//!     Some("mark “Keir Starmer” as person"),
//! );
//! open.undo();
//! assert!(open.document().annotations().is_empty());
//! ```

mod activity;
pub mod adjudication;
mod annotation;
mod annotation_set;
mod contents;
mod dealing;
mod detached;
mod difference;
mod edit;
mod figure;
mod gesture;
mod guideline_example;
mod history;
mod label;
mod label_sums;
pub mod markup;
mod memory;
mod mending;
mod merge;
mod open_document;
mod plural;
mod record;
mod record_words;
pub mod review;
mod review_queue;
mod same_words;
pub mod synonyms;
#[cfg(test)]
mod test_articles;
mod word_index;

pub use activity::{
    Activity, ActivityRecord, ArticleActivity, Day, DecidedCounts, DecidedSpans, Effort,
};
pub use annotation::{
    Annotation, AnnotationId, AttributeValue, Attributes, Confidence, Origin, Provenance,
    Rejection, Suggestion, SuggestionNote,
};
pub use annotation_set::{AnnotationSet, Refused};
pub use contents::{Document, EditError, Marks, Metadata, Status};
pub use dealing::{Dealing, Dealt};
pub use detached::{Detached, DetachedMark};
pub use difference::{Difference, differences, transaction_between};
pub use edit::{Edit, Transaction};
pub use figure::{
    DifferingFigures, FigureAmount, FigureError, FigureKind, FigureMention, FigureRelation,
    FigureRelations, FigureUnit, FigureValue, Qualifier, compare_figures, figure_mentions,
};
pub use gesture::{Change, Deed, MarkRef, Repair, Tally, quoted, quoted_words};
pub use guideline_example::{ExamplePlace, GuidelineExample};
pub use history::History;
pub use label::{
    AttributeContent, AttributeKind, ColorRole, Label, LabelId, LabelStyle, Layer, Schema,
    SchemaError,
};
pub use label_sums::{LabelSums, Quartiles};
pub use memory::{Decisions, Memory, Proposals, Votes};
pub use mending::{Candidates, WhyDetached};
pub use merge::{Conflict, MergeError, Merged, merge};
pub use open_document::{OpenDocument, Step};
pub use plural::counted;
pub use record::{Record, RecordAttribute, RecordSpan, SpanState};
pub use review_queue::{ReviewQueue, Touched};
pub use same_words::{Doubt, Twin, Wanted};
pub use word_index::WordIndex;
