//! Documents that were made for readers: the article's text without what surrounds it.

pub(super) mod docx;
pub(super) mod html;
pub(super) mod markdown;
pub(super) mod pdf;
mod prose;
#[cfg(test)]
mod tests;
