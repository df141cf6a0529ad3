//! What is annotated: labels, annotations, suggestions, edits with their inverses, review.

mod annotation;
mod annotation_set;
mod contents;
mod detached;
mod edit;
mod figure;
mod figure_compare;
mod figure_context;
mod figure_parse;
mod figure_unit;
mod figure_unit_table;
mod gesture;
mod history;
mod label;
pub mod markup;
mod open_document;
mod plural;
mod record;
mod record_words;
pub mod review;
pub mod synonyms;

pub use annotation::{
    Annotation, AnnotationId, AttributeValue, Attributes, Confidence, Origin, Rejection, Suggestion,
};
pub use annotation_set::{AnnotationSet, Refused};
pub use contents::{Document, EditError, Marks, Metadata, Status};
pub use detached::{Detached, DetachedMark};
pub use edit::{Edit, Transaction};
pub use figure::{FigureAmount, FigureError, FigureKind, FigureValue, Qualifier};
pub use figure_compare::{
    DifferingFigures, FigureMention, FigureRelation, FigureRelations, compare_figures,
    figure_mentions,
};
pub use figure_unit::FigureUnit;
pub use gesture::{MarkRef, quoted};
pub use history::History;
pub use label::{
    AttributeContent, AttributeKind, ColorRole, Label, LabelId, LabelStyle, Layer, Schema,
    SchemaError,
};
pub use open_document::OpenDocument;
pub use plural::counted;
pub use record::{Record, RecordAttribute, RecordSpan, SpanState};
