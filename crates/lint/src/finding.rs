//! One thing that is not consistent, and what would put it right.

use copydesk_document::{LabelId, Repair};
use copydesk_text::Span;

use crate::{Kind, Right};

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    pub kind: Kind,
    /// The article's place among those that were checked; `None` where it is about all of them.
    pub article: Option<usize>,
    /// `None` where it is about the article as a whole.
    pub span: Option<Span>,
    /// Of what stands there or, of a twin, of what should.
    pub label: Option<LabelId>,
    /// What stands there; of an article as a whole the other article, of a label its id.
    pub words: String,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// What would put it right, where that is known.
    pub repair: Option<Repair>,
    /// What is remembered once a person says that it is right.
    pub right: Right,
}
