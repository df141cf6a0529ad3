//! What is annotated: labels, annotations, suggestions, edits with their inverses, review.

mod annotation;
mod figure;
mod label;

pub use annotation::{
    Annotation, AnnotationId, AttributeValue, Attributes, Confidence, Origin, Rejection, Suggestion,
};
pub use figure::{FigureKind, FigureValue, Qualifier};
pub use label::{
    AttributeContent, AttributeKind, ColorRole, Label, LabelId, LabelStyle, Layer, Schema,
    SchemaError,
};
