//! Scores predicted spans against the spans that are right.
//!
//! One scorer for all: what Copydesk suggests and what another program predicts go through the
//! same functions, so that their figures may stand in one table.

mod bootstrap;
mod calibration;
mod case;
mod core_words;
mod errors;
mod facts;
mod matching;
mod pairing;
mod ranking;
mod report;
mod tally;

pub use calibration::{Bin, Calibration};
pub use case::{Case, GoldSpan, PredictedSpan, Verdict};
pub use errors::{Context, ErrorGroup, ErrorKind, Named};
pub use facts::{Attribution, FactShare, GoldFacts, PredictedFacts, Question};
pub use report::{LabelReport, Report, Scores, Scoring, SentenceReport, TogetherReport, evaluate};
pub use tally::{Interval, Measure, Score, Tally};

#[cfg(test)]
mod laws_tests;
#[cfg(test)]
mod tests;
