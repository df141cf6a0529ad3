//! Brings back all work that was never saved, at the start of the program.

use std::sync::Arc;

use crate::engine::{Failure, Opened, Outcome, Progress, open};
use copydesk_document::Schema;
use copydesk_store::{DiskError, Draft, DraftKey, Home};

pub(super) fn drafts(
    schema: &Arc<Schema>,
    home: &Home,
    progress: &Progress,
) -> Result<Outcome, Failure> {
    let (mut opened, mut problems) = (Vec::new(), Vec::new());
    for draft in copydesk_store::all_drafts(home)? {
        match draft {
            Ok(draft) => match article(draft, schema, home, progress) {
                Ok(article) => opened.extend(article),
                Err(error) => problems.push(error.to_string()),
            },
            Err(problem) => problems.push(problem),
        }
    }
    Ok(Outcome::Recovered { opened, problems })
}

/// The article that a draft belongs to; `None` if its file holds the same, so that the draft is
/// not needed.
fn article(
    draft: Draft,
    schema: &Arc<Schema>,
    home: &Home,
    progress: &Progress,
) -> Result<Option<Opened>, DiskError> {
    let document = &draft.restored.document;
    let Some(source) = draft.source.clone() else {
        return Ok(Some(alone(draft)));
    };
    match open::file(&source, Arc::clone(schema), Some(home), progress) {
        Ok(Some(opened)) if opened.document == *document => {
            let key = DraftKey::new(document.text().fingerprint(), Some(&source));
            copydesk_store::remove_draft(home, &key)?;
            Ok(None)
        }
        Ok(Some(opened)) if has(&opened, &draft) => Ok(Some(opened)),
        Ok(_) | Err(_) => {
            let mut opened = alone(draft);
            opened.warnings.push(format!(
                "The file of this article is gone, or holds another text by now: {}",
                source.display()
            ));
            Ok(Some(opened))
        }
    }
}

/// Whether it is this draft that was found with the file, and not one of another text.
fn has(opened: &Opened, draft: &Draft) -> bool {
    let found = opened.draft.as_ref();
    found.is_some_and(|found| found.restored.document == draft.restored.document)
}

/// A draft without what is in its file.
fn alone(draft: Draft) -> Opened {
    let mut opened = open::unsaved(draft.restored.document.clone(), Vec::new());
    opened.path.clone_from(&draft.source);
    opened.draft = Some(draft);
    opened.document.text().paragraphs();
    opened
}

#[cfg(test)]
#[path = "recover_tests.rs"]
mod tests;
