//! Scores predicted spans against the spans that are right.
//!
//! One scorer for all: what Copydesk suggests and what another program predicts go through the
//! same functions, so that their figures may stand in one table.
//!
//! ```
//! use copydesk_document::LabelId;
//! use copydesk_evaluate::{
//!     Case, GoldFacts, GoldSpan, PredictedFacts, PredictedSpan, Scoring, evaluate,
//! };
//! use copydesk_store::built_in_schema;
//! use copydesk_text::ArticleText;
//!
//! let text = ArticleText::new("Ann Lee met Bo Ray in Rome.");
//! let person = LabelId::new("person").unwrap();
//! let gold = ["Ann Lee", "Bo Ray"].map(|name| {
//!     let start = text.as_str().find(name).unwrap();
//!     GoldSpan {
//!         span: text.span(start, start + name.len()).unwrap(),
//!         label: person.clone(),
//!         is_optional: false,
//!         facts: GoldFacts::default(),
//!     }
//! });
//! let predicted = PredictedSpan {
//!     span: gold[0].span,
//!     label: person.clone(),
//!     confidence: None,
//!     facts: PredictedFacts::default(),
//! };
//! let case = Case {
//!     id: "1".to_owned(),
//!     document: "1".to_owned(),
//!     text,
//!     gold: gold.into(),
//!     predicted: vec![predicted],
//!     is_worth_checking: None,
//!     verdict: None,
//! };
//! let schema = built_in_schema();
//! let scoring = Scoring {
//!     schema: &schema,
//!     labels: vec![person],
//!     together: Vec::new(),
//!     worth: None,
//! };
//! let scores = evaluate(&[case], &scoring).labels[0].scores.strict;
//! assert_eq!(scores.precision.unwrap().estimate, 1.0);
//! assert_eq!(scores.recall.unwrap().estimate, 0.5);
//! ```

mod bootstrap;
mod calibration;
mod case;
mod core_words;
mod counts;
mod errors;
mod facts;
mod matching;
mod pairing;
mod random;
mod ranking;
mod report;
mod same_fact;
mod sentence;
mod stretches;
mod tally;

pub use bootstrap::with_interval;
pub use calibration::{Bin, Calibration};
pub use case::{Case, GoldSpan, PredictedSpan, Verdict};
pub use errors::{Context, ErrorGroup, ErrorKind, Named};
pub use facts::{Attribution, FactShare, GoldFacts, PredictedFacts, Question};
pub use random::Random;
pub use ranking::area_under_curve;
pub use report::{LabelReport, Report, Scores, Scoring, SentenceReport, TogetherReport, evaluate};
pub use same_fact::is_same_speaker;
pub use stretches::{Stretch, stretches};
pub use tally::{Interval, Measure, Score, Tally};

#[cfg(test)]
mod laws_tests;
#[cfg(test)]
mod tests;
