//! An article of a folder that is not open in the window: read, and read by the suggesters.

use std::num::NonZeroUsize;
use std::path::Path;

use crate::app::{FolderArticle, Outlook};
use crate::engine::dictionaries::Library;
use crate::engine::project_settings::TextLabels;
use crate::engine::{Progress, open, suggesting};
use copydesk_document::review::{Filter, Item, State};
use copydesk_document::{Memory, OpenDocument, Proposals, ReviewQueue, Suggestion, WordIndex};
use copydesk_store::Home;

/// What reading articles of a folder takes.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub labels: &'a TextLabels,
    pub home: Option<&'a Home>,
    pub library: &'a Library,
    /// What was decided, if that is to change the suggestions.
    pub memory: Option<&'a Memory>,
    /// Who works: where several people annotate, their own files count. Empty where nobody said.
    pub annotator: &'a str,
    /// On how many threads one article is read by the suggesters; `None` for as many as pay.
    pub threads: Option<NonZeroUsize>,
}

/// An article that was read.
pub struct Closed {
    pub article: OpenDocument,
    /// It has work that no file holds.
    pub is_unsaved: bool,
    /// See [`crate::app::Opened::text_beside`].
    pub text_beside: Option<String>,
}

/// An article with what is suggested for it.
#[derive(Default)]
pub struct Suggested {
    /// Sorted by span.
    pub suggestions: Vec<Suggestion>,
    queue: ReviewQueue,
}

impl Suggested {
    /// What there is to review and what was reviewed, in reading order.
    pub fn items(&self) -> &[Item] {
        self.queue.items()
    }

    pub fn outlook(&self) -> Outlook {
        let items = self.items().iter();
        let open = items.filter(|item| item.state == State::Suggested);
        Outlook::of_confidences(open.filter_map(|item| item.confidence))
    }
}

impl Desk<'_> {
    /// For so many articles, each of which has a core of its own if there are several.
    pub fn sharing_cores(&self, articles: usize) -> Self {
        Self {
            threads: if articles > 1 {
                Some(NonZeroUsize::MIN)
            } else {
                self.threads
            },
            ..*self
        }
    }

    /// Reads an article as the window would open it, or says why it cannot be.
    pub fn read(&self, article: &FolderArticle, progress: &Progress) -> Result<Closed, String> {
        let path = article.path();
        let schema = self.labels.of_text(path);
        let opened = open::open_own(path, self.annotator, schema, self.home, progress);
        let opened = opened.map_err(|failure| failure.message)?;
        let opened = opened.ok_or_else(|| {
            format!(
                "This file holds more than one article, or marks of another program: {}",
                path.display()
            )
        })?;
        Ok(Closed {
            article: *opened.article,
            is_unsaved: opened.is_recovered,
            text_beside: opened.text_beside,
        })
    }

    /// What is suggested for an article that lies at `path`; `None` if it was cancelled.
    pub fn suggest(
        &self,
        path: &Path,
        article: &OpenDocument,
        progress: &Progress,
    ) -> Option<Suggested> {
        let document = article.document();
        let (dictionaries, _problems) = self.library.load(self.home, path.parent());
        let quiet = Progress::new();
        let found = suggesting::suggest(
            &dictionaries,
            document.text(),
            document.schema(),
            self.threads,
            &quiet,
        );
        if progress.is_cancelled() {
            return None;
        }
        let suggesting::Suggested {
            suggestions,
            candidates,
            ..
        } = found?;
        let proposed = Proposals {
            suggestions,
            candidates,
        };
        let Proposals { suggestions, .. } = match self.memory {
            Some(memory) => {
                let index = WordIndex::of(document.text());
                memory.adjusted(document, &index, &proposed)
            }
            None => proposed,
        };
        let mut queue = ReviewQueue::default();
        queue.rebuild(document, &suggestions, &Filter::default());
        Some(Suggested { suggestions, queue })
    }
}
