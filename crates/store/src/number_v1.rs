//! Numbers in a file that a person may have edited.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Visitor};

use copydesk_document::Confidence;

/// Any number: one that makes no sense costs its span its place, not the person the whole file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NumberV1 {
    Whole(u64),
    /// Negative, with a fraction, or too large.
    Other(f64),
}

impl NumberV1 {
    pub fn whole(self) -> Option<u64> {
        match self {
            Self::Whole(number) => Some(number),
            Self::Other(_) => None,
        }
    }

    /// As a byte of a text; what cannot be one lies past the end of every text.
    pub fn position(self) -> usize {
        let position = self.whole().and_then(|number| usize::try_from(number).ok());
        position.unwrap_or(usize::MAX)
    }

    /// As a percentage, the nearest from 0 to 100.
    pub fn percent(self) -> Confidence {
        match self {
            Self::Whole(number) => Confidence::from_percent(u8::try_from(number).unwrap_or(100)),
            Self::Other(number) => Confidence::from_probability(number / 100.0),
        }
    }
}

impl fmt::Display for NumberV1 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(number) => number.fmt(f),
            Self::Other(number) => number.fmt(f),
        }
    }
}

impl<'de> Deserialize<'de> for NumberV1 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = NumberV1;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_u64<E>(self, number: u64) -> Result<NumberV1, E> {
        Ok(NumberV1::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<NumberV1, E> {
        Ok(u64::try_from(number).map_or(NumberV1::Other(number as f64), NumberV1::Whole))
    }

    // RON reads numbers of this length where another crate asks it for them.
    fn visit_u128<E>(self, number: u128) -> Result<NumberV1, E> {
        Ok(NumberV1::Other(number as f64))
    }

    fn visit_i128<E>(self, number: i128) -> Result<NumberV1, E> {
        Ok(NumberV1::Other(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<NumberV1, E> {
        Ok(NumberV1::Other(number))
    }
}
