//! Markdown.

pub(crate) mod read;
#[cfg(test)]
mod tests;
