//! What the suggesters say of the articles of a folder.

use std::convert::Infallible;
use std::path::PathBuf;

use crate::app::{FolderArticle, Outlook};
use crate::engine::Progress;
use crate::engine::project::closed::Desk;
use crate::engine::project::in_order::in_order;

/// What is open in each of `articles`, by [`FolderArticle::key`]; those that cannot be read are left out.
pub fn assess(
    desk: &Desk<'_>,
    articles: &[FolderArticle],
    progress: &Progress,
) -> Vec<(PathBuf, Outlook)> {
    let desk = &desk.sharing_cores(articles.len());
    let mut outlooks = Vec::new();
    let assess = |article: &FolderArticle| {
        let closed = desk.read(article, progress).ok()?;
        let suggested = desk.suggest(article.path(), &closed.article, progress)?;
        Some((article.key().to_owned(), suggested.outlook()))
    };
    let _ended = in_order(articles, progress, assess, |outlook| {
        outlooks.extend(outlook);
        Ok::<(), Infallible>(())
    });
    outlooks
}
