//! The words of the window, in several languages.
//!
#![doc = include_str!("../README.md")]

mod language;
mod messages;
mod pseudo;

pub use language::{Direction, Language, in_language, in_sentence, speak, speak_here, spoken};
pub use messages::{Value, format, problems, text};

/// A message in the language that is spoken: `tr!("save")` is a `&'static str`, and with arguments,
/// `tr!("spans-found", count = 3)`, a `String`.
///
/// The id is always written out, so that a test can find each one that is used, and that no message
/// lacks or has an argument too many.
#[macro_export]
macro_rules! tr {
    ($id:literal) => {
        $crate::text($id)
    };
    ($id:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::format($id, &[$((stringify!($name), $crate::Value::from($value))),+])
    };
}
