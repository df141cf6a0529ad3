//! Answers the window's wish for a check of the opened folder, or of the open articles.

use std::convert::Infallible;
use std::path::Path;

use crate::app::{
    Event, Excerpt, FolderArticle, LintEvent, LintFound, LintLine, LintPlace, LintRequest,
    LintedArticle, SearchPlace, Task,
};
use crate::engine::Progress;
use crate::engine::lint::{Wanted, find, line_of, part_of, rights_of};
use crate::engine::open::read_document;
use crate::engine::project::in_order;
use copydesk_document::Document;
use copydesk_lint::{Article, Finding, Kind, Right, Rights};
use copydesk_store::add_rights;

/// So many examples a label should have.
const LEAST: usize = 20;

/// An article of the check.
struct Checked {
    place: SearchPlace,
    name: String,
    document: Document,
}

/// Checks, or writes down that something is right; nothing of any other task.
pub fn answer(task: &Task, progress: &Progress) -> Vec<Event> {
    match task {
        Task::Lint { ticket, request } => {
            let (ticket, found) = (*ticket, check(request, progress));
            vec![Event::Lint(LintEvent::Found { ticket, found })]
        }
        Task::KeepRight { root, right } => vec![keep(root, right)],
        _ => Vec::new(),
    }
}

/// The answer to a check that panicked, or for which there was no thread.
pub fn failed(ticket: u64, message: String) -> Event {
    let found = Err(message);
    Event::Lint(LintEvent::Found { ticket, found })
}

/// Writes down that something is right.
fn keep(root: &Path, right: &Right) -> Event {
    kept(right, add_rights(root, &[line_of(right, "")]).map(drop))
}

pub fn kept(right: &Right, outcome: Result<(), String>) -> Event {
    let right = right.clone();
    Event::Lint(LintEvent::Kept { right, outcome })
}

fn check(request: &LintRequest, progress: &Progress) -> Result<Option<LintFound>, String> {
    let rights = match &request.root {
        Some(root) => rights_of(std::slice::from_ref(root))?,
        None => Rights::default(),
    };
    let Some((articles, left_out)) = read(request, progress) else {
        return Ok(None);
    };
    let named = articles.iter().map(|article| Article {
        name: &article.name,
        part: part_of(&article.name),
        document: &article.document,
    });
    let named: Vec<Article<'_>> = named.collect();
    let wanted = Wanted {
        kinds: Kind::ALL.into(),
        least: LEAST,
    };
    let Some(findings) = find(&named, &wanted, progress) else {
        return Ok(None);
    };
    let findings = findings.into_iter();
    let findings = findings.filter(|finding| !rights.contains(&finding.right));
    Ok(Some(LintFound {
        lines: findings.map(|finding| line(&articles, finding)).collect(),
        articles: articles.len(),
        left_out,
    }))
}

fn line(articles: &[Checked], finding: Finding) -> LintLine {
    let article = finding.article.and_then(|index| articles.get(index));
    let article = article.map(|article| {
        let text = article.document.text();
        LintPlace {
            place: article.place.clone(),
            name: article.name.clone(),
            excerpt: finding.span.and_then(|span| Excerpt::of(text, span)),
            text: text.clone(),
        }
    });
    LintLine { article, finding }
}

/// All articles, and why some could not be read; `None` if it was cancelled.
fn read(request: &LintRequest, progress: &Progress) -> Option<(Vec<Checked>, Vec<String>)> {
    let (mut articles, mut left_out) = (Vec::new(), Vec::new());
    let Some(root) = &request.root else {
        let open = request.open.iter().map(|open| Checked {
            place: SearchPlace::Open(open.id),
            name: open.title.clone(),
            document: open.document.clone(),
        });
        return Some((open.collect(), left_out));
    };
    let load = |article: &FolderArticle| {
        let open = request.open.iter().find(|open| is_of(open, article));
        let path = article.path();
        let inside = path.strip_prefix(root).unwrap_or(path);
        let name = inside.to_string_lossy().replace('\\', "/");
        if let Some(open) = open {
            return Some(Ok(Checked {
                place: SearchPlace::Open(open.id),
                name,
                document: open.document.clone(),
            }));
        }
        // What was never saved has no annotations.
        article.saved.as_ref()?;
        Some(read_document(path).map(|document| Checked {
            place: SearchPlace::File(article.clone()),
            name,
            document,
        }))
    };
    let (mut done, all) = (0, request.folder.len());
    let Ok(ended) = in_order(&request.folder, progress, load, |loaded| {
        done += 1;
        progress.reach_part(done, all * 3);
        match loaded {
            Some(Ok(article)) => articles.push(article),
            Some(Err(why)) => left_out.push(why),
            None => {}
        }
        Ok::<(), Infallible>(())
    });
    ended.map(|()| (articles, left_out))
}

fn is_of(open: &LintedArticle, article: &FolderArticle) -> bool {
    let files = [article.text.as_ref(), article.saved.as_ref()];
    files
        .into_iter()
        .flatten()
        .any(|path| open.paths.contains(path))
}
