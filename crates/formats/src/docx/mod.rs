//! Word documents.

mod body;
mod package;
mod properties;
pub(crate) mod read;
mod symbols;
#[cfg(test)]
mod tests;
