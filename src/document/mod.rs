//! What is annotated: labels, annotations, suggestions, edits with their inverses, review.

mod annotation;
mod figure;
mod figure_parse;
mod figure_unit;
mod label;

pub use annotation::{
    Annotation, AnnotationId, AttributeValue, Attributes, Confidence, Origin, Rejection, Suggestion,
};
pub use figure::{FigureAmount, FigureError, FigureKind, FigureValue, Qualifier};
pub use figure_unit::FigureUnit;
pub use label::{
    AttributeContent, AttributeKind, ColorRole, Label, LabelId, LabelStyle, Layer, Schema,
    SchemaError,
};
