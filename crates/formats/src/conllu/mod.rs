//! CoNLL-U.

mod escapes;
pub(crate) mod read;
#[cfg(test)]
mod tests;
pub(crate) mod write;
