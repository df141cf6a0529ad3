//! What formats of XML elements share: reading piece by piece, and escaping.

pub(crate) mod read;
#[cfg(test)]
mod tests;
pub(crate) mod write;
