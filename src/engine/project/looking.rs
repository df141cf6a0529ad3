//! Places in the articles of a folder where something can be done.

use std::convert::Infallible;
use std::path::Path;

use crate::app::{Excerpt, FolderArticle, FolderPlace, Many};
use crate::engine::Progress;
use crate::engine::project::closed::{Desk, Suggested};
use crate::engine::project::in_order::in_order;
use crate::engine::project::listing::is_plain_text;
use copydesk_document::Status;
use copydesk_store::{SkimmedText, disk, skim};
use copydesk_text::{ArticleText, find_folded};

/// All places in `articles`, by article and place, and why some cannot be read. `None` if it was cancelled.
pub fn look(
    desk: &Desk<'_>,
    what: &Many,
    articles: &[FolderArticle],
    progress: &Progress,
) -> Option<(Vec<FolderPlace>, Vec<String>)> {
    let desk = &desk.sharing_cores(articles.len());
    let (mut places, mut problems) = (Vec::new(), Vec::new());
    let mut looked = 0;
    let look = |article: &FolderArticle| {
        let has_any = may_have_any(what, article);
        has_any.then(|| look_at(desk, what, article)).transpose()
    };
    let done = in_order(articles, progress, look, |found| {
        looked += 1;
        progress.reach_part(looked, articles.len());
        match found {
            Ok(found) => places.extend(found.into_iter().flatten()),
            Err(why) => problems.push(why),
        }
        Ok::<(), Infallible>(())
    });
    let Ok(done) = done;
    done.map(|()| (places, problems))
}

fn look_at(
    desk: &Desk<'_>,
    what: &Many,
    article: &FolderArticle,
) -> Result<Vec<FolderPlace>, String> {
    let quiet = Progress::new();
    let closed = desk.read(article, &quiet)?;
    let document = closed.article.document();
    // Whoever called an article done has decided about its suggestions.
    if matches!(what, Many::Sure(_)) && document.status() == Status::Done {
        return Ok(Vec::new());
    }
    let (text, schema) = (document.text(), document.schema());
    let suggested = what
        .needs_suggestions()
        .then(|| desk.suggest(article.path(), &closed.article, &quiet))
        .flatten();
    let items = suggested.as_ref().map(Suggested::items).unwrap_or_default();
    let twins = what.places(text, schema, items).into_iter();
    let places = twins.map(|twin| FolderPlace {
        key: article.key().to_owned(),
        excerpt: Excerpt::of(text, twin.span),
        suggested: what.suggested_at(twin.span, items),
        is_marked: what.is_marked_at(twin.span, items),
        twin,
    });
    Ok(places.collect())
}

/// Whether it is worth the time to read the article as a whole: most have not got the words.
fn may_have_any(what: &Many, article: &FolderArticle) -> bool {
    let Many::Words { wanted, .. } = what else {
        return true;
    };
    // A surname may stand alone, and it is the last word.
    let last = wanted.words().split_whitespace().last().unwrap_or_default();
    let has = |text: &str| !find_folded(text, last).is_empty();
    let read = |path: &Path| disk::read(path).ok().map(|contents| contents.bytes);
    match (&article.saved, &article.text) {
        (Some(saved), _) => read(saved).is_none_or(|bytes| match skim(&bytes) {
            Ok(skimmed) => match skimmed.text {
                SkimmedText::Inside(text) => has(&text),
                SkimmedText::Beside(_) => true,
            },
            Err(_) => false,
        }),
        (None, Some(text)) if is_plain_text(text) => read(text).is_none_or(|bytes| {
            str::from_utf8(&bytes).map_or(true, |text| has(ArticleText::new(text).as_str()))
        }),
        (None, Some(_)) => true,
        (None, None) => false,
    }
}
