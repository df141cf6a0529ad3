//! What the formats made of XML elements share.

pub(crate) mod read;
#[cfg(test)]
mod tests;
pub(crate) mod write;
