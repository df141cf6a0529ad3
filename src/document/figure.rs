//! A figure's normalised value: numbers, kind, unit and qualifier, printed in one canonical way.

use std::fmt;

#[derive(Clone, Debug, PartialEq)]
pub struct FigureValue {
    pub low: f64,
    pub kind: FigureKind,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    Count,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    Exactly,
}
impl fmt::Display for FigureValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.low)
    }
}
impl std::str::FromStr for FigureValue {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Err(text.to_owned())
    }
}
