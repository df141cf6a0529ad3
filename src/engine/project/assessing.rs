//! What the suggesters say of the articles of a folder.

use std::path::PathBuf;

use crate::app::{FolderArticle, Outlook};
use crate::engine::Progress;
use crate::engine::project::closed::Desk;

/// What is open in each of `articles`, by [`FolderArticle::key`]; those that cannot be read are left out.
pub fn assess(
    desk: &Desk<'_>,
    articles: &[FolderArticle],
    progress: &Progress,
) -> Vec<(PathBuf, Outlook)> {
    let mut outlooks = Vec::new();
    for article in articles {
        if progress.is_cancelled() {
            break;
        }
        let Ok(closed) = desk.read(article, progress) else {
            continue;
        };
        if let Some(suggested) = desk.suggest(article.path(), &closed.article, progress) {
            outlooks.push((article.key().to_owned(), suggested.outlook()));
        }
    }
    outlooks
}
