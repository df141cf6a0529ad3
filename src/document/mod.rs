//! What is annotated: labels, annotations, suggestions, edits with their inverses, review.

mod annotation;
mod annotation_set;
mod contents;
mod detached;
mod edit;
mod figure;
mod gesture;
mod history;
mod label;
mod open_document;
pub mod review;

pub use annotation::{
    Annotation, AnnotationId, AttributeValue, Attributes, Confidence, Origin, Rejection, Suggestion,
};
pub use annotation_set::{AnnotationSet, Refused};
pub use contents::{Document, EditError, Marks, Metadata, Status};
pub use detached::{Detached, DetachedMark};
pub use edit::{Edit, Transaction};
pub use figure::{FigureKind, FigureValue, Qualifier};
pub use gesture::quoted;
pub use history::History;
pub use label::{
    AttributeContent, AttributeKind, ColorRole, Label, LabelId, LabelStyle, Layer, Schema,
    SchemaError,
};
pub use open_document::OpenDocument;
