//! What the list of a folder shows of articles that are not open.

use std::path::{Path, PathBuf};

use crate::app::{FolderArticle, ListedFacts};
use crate::engine::project::listing::is_plain_text;
use copydesk_formats::import;
use copydesk_store::disk;

/// Of a text so much is read for its headline.
const HEAD_BYTES: usize = 2048;

/// What the list shows of each of `articles`, with the path that names it. Article files are read whole,
/// of texts only the beginning.
pub fn peek(articles: &[FolderArticle]) -> Vec<(PathBuf, ListedFacts)> {
    let of = |article: &FolderArticle| (article.key().to_owned(), facts(article));
    articles.iter().map(of).collect()
}

fn facts(article: &FolderArticle) -> ListedFacts {
    match (&article.saved, &article.text) {
        (Some(saved), _) => of_article_file(saved),
        // What several people begin with.
        (None, Some(text)) if is_article_file(text) => of_article_file(text),
        (None, Some(text)) => of_text(text),
        (None, None) => ListedFacts::default(),
    }
}

fn is_article_file(path: &Path) -> bool {
    path.extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("ron"))
}

fn of_article_file(path: &Path) -> ListedFacts {
    let contents = match disk::read(path) {
        Ok(contents) => contents,
        Err(error) => return unreadable(path, error.to_string()),
    };
    match copydesk_store::peek(&contents.bytes) {
        Ok(peek) => ListedFacts {
            annotations: peek.annotations(),
            title: if peek.title.is_empty() {
                name_of(path)
            } else {
                peek.title
            },
            status: peek.status,
            is_flagged: peek.is_flagged,
            bytes: peek.bytes.unwrap_or_default(),
            problem: None,
        },
        Err(error) => unreadable(path, error.to_string()),
    }
}

fn of_text(path: &Path) -> ListedFacts {
    let length = disk::length(path).unwrap_or_default();
    let bytes = usize::try_from(length).unwrap_or(usize::MAX);
    let head = match disk::head(path, HEAD_BYTES) {
        Ok(head) => head,
        Err(error) => return unreadable(path, error.to_string()),
    };
    let title = is_plain_text(path).then(|| import::import(whole_chars(&head)));
    let title = title.and_then(Result::ok).map(|imported| imported.title);
    let title = title.filter(|title| !title.is_empty());
    ListedFacts {
        title: title.unwrap_or_else(|| name_of(path)),
        bytes,
        ..ListedFacts::default()
    }
}

/// `head` without the part of a character that may stand at its end.
fn whole_chars(head: &[u8]) -> &[u8] {
    match str::from_utf8(head) {
        Err(error) if error.error_len().is_none() => {
            head.get(..error.valid_up_to()).unwrap_or(head)
        }
        _ => head,
    }
}

fn unreadable(path: &Path, problem: String) -> ListedFacts {
    ListedFacts {
        title: name_of(path),
        problem: Some(problem),
        ..ListedFacts::default()
    }
}

fn name_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
