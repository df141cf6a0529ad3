//! Web pages.

mod article;
mod marks;
mod metadata;
mod own_page;
pub(crate) mod read;
mod scan;
pub(crate) mod strip;
#[cfg(test)]
mod tests;
mod walk;
pub(crate) mod write;
