//! CoNLL-2003, IOB2 and BILOU.

pub(crate) mod read;
#[cfg(test)]
mod tests;
pub(crate) mod write;
