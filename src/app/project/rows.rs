//! The lines of the article list: what is open, and what the opened folder holds, in one order.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::app::project::{Listed, Outlook, Project};
use crate::app::{ArticleId, ArticleOrder, NaturalKey, OpenArticle, Session};
use copydesk_document::Status;
use copydesk_i18n::tr;

/// A line of the article list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowId {
    /// An article of the opened folder, by its index; it may be open too.
    Listed(usize),
    /// An open article that is not in that folder.
    Open(ArticleId),
}

/// What a line of the article list shows.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    pub id: RowId,
    pub open: Option<&'a OpenArticle>,
    pub listed: Option<&'a Listed>,
}

impl Row<'_> {
    pub fn title(&self) -> Cow<'_, str> {
        match (self.open, self.listed) {
            (Some(article), _) if article.title().is_empty() => article
                .text()
                .headline()
                .unwrap_or_else(|| tr!("untitled-article"))
                .into(),
            (Some(article), _) => article.title().into(),
            (None, Some(listed)) => listed.title().into(),
            (None, None) => tr!("untitled-article").into(),
        }
    }

    pub fn status(&self) -> Status {
        match (self.open, self.listed) {
            (Some(article), _) => article.document().status(),
            (None, Some(listed)) => listed.status(),
            (None, None) => Status::Open,
        }
    }

    pub fn is_done(&self) -> bool {
        self.status() == Status::Done
    }

    /// Whether its file could not be read when that was last tried.
    pub fn is_unreadable(&self) -> bool {
        let facts = self.listed.and_then(|listed| listed.facts.as_ref());
        self.open.is_none() && facts.is_some_and(|facts| facts.problem.is_some())
    }

    /// Whether it was dealt to the one who works here.
    pub fn is_mine(&self) -> bool {
        self.listed.is_some_and(|listed| listed.is_mine)
    }

    pub fn is_flagged(&self) -> bool {
        match (self.open, self.listed) {
            (Some(article), _) => article.document().is_marked(),
            (None, listed) => listed.is_some_and(Listed::is_flagged),
        }
    }

    /// Of its text, as far as that is known.
    pub fn bytes(&self) -> usize {
        match (self.open, self.listed) {
            (Some(article), _) => article.text().len(),
            (None, Some(listed)) => listed.facts.as_ref().map_or(0, |facts| facts.bytes),
            (None, None) => 0,
        }
    }

    fn outlook(&self) -> Option<Outlook> {
        let live = self.open.map(Outlook::of);
        live.or(self.listed.and_then(|listed| listed.outlook))
    }

    /// What stands for its content in a random sample.
    fn fingerprint(&self, root: &std::path::Path) -> String {
        match (self.listed, self.open) {
            (Some(listed), _) => listed.article.sample_key(root),
            (None, Some(article)) => article.text().fingerprint().as_str().to_owned(),
            (None, None) => String::new(),
        }
    }
}

impl Session {
    /// The line `id`; without its article if that is gone.
    pub fn row(&self, id: RowId) -> Row<'_> {
        let open = match id {
            RowId::Open(id) => self.articles.iter().find(|article| article.id == id),
            RowId::Listed(index) => {
                let project = self.project.as_ref();
                let is_it = |article: &&OpenArticle| {
                    project.and_then(|project| project.of(article)) == Some(index)
                };
                self.articles.iter().find(is_it)
            }
        };
        self.row_of(id, open)
    }

    fn row_of<'a>(&'a self, id: RowId, open: Option<&'a OpenArticle>) -> Row<'a> {
        let listed = match (id, &self.project) {
            (RowId::Listed(index), Some(project)) => project.get(index),
            _ => None,
        };
        Row { id, open, listed }
    }

    /// The line of an open article.
    pub fn row_of_article(&self, article: &OpenArticle) -> RowId {
        let project = self.project.as_ref();
        let index = project.and_then(|project| project.of(article));
        index.map_or(RowId::Open(article.id), RowId::Listed)
    }

    /// All lines of the article list in the order that was chosen; what was dealt to the one who works here
    /// comes first.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut open: HashMap<usize, &OpenArticle> = HashMap::new();
        let mut rows = Vec::new();
        for article in &self.articles {
            match self.row_of_article(article) {
                RowId::Listed(index) => {
                    open.insert(index, article);
                }
                id @ RowId::Open(_) => rows.push(self.row_of(id, Some(article))),
            }
        }
        if let Some(project) = &self.project {
            let listed = project.sorted().iter();
            rows.extend(
                listed.map(|index| self.row_of(RowId::Listed(*index), open.get(index).copied())),
            );
        }
        self.sort(&mut rows);
        rows
    }

    fn sort(&self, rows: &mut [Row<'_>]) {
        match self.article_order {
            ArticleOrder::Opened => {}
            ArticleOrder::Title => {
                rows.sort_by_cached_key(|row| NaturalKey::of(&row.title()));
            }
            ArticleOrder::MostToReview => rows
                .sort_by_cached_key(|row| Reverse(row.outlook().map_or(0, |outlook| outlook.open))),
            ArticleOrder::LeastCertain => rows.sort_by_cached_key(|row| {
                let outlook = row.outlook().unwrap_or_default();
                outlook.certainty()
            }),
            ArticleOrder::Random => {
                let root = self.project.as_ref().map(Project::root);
                let root = root.unwrap_or(std::path::Path::new(""));
                rows.sort_by_cached_key(|row| row.fingerprint(root));
            }
        }
        // Stable: among one's own, and among the others, the order is as before.
        rows.sort_by_key(|row| !row.is_mine());
    }

    /// The lines that are listed after the shown article's, going round; its own is not among them.
    pub(in crate::app) fn rows_after(&self) -> Vec<Row<'_>> {
        let mut rows = self.rows();
        let listed: HashSet<RowId> = self.listed(&rows).iter().map(|row| row.id).collect();
        let shown = self.article().map(|article| self.row_of_article(article));
        let at = rows.iter().position(|row| Some(row.id) == shown);
        rows.rotate_left(at.unwrap_or(0));
        if at.is_some() {
            rows.drain(..1);
        }
        // Where the filter leaves out the shown article, its place still is where one comes from.
        rows.retain(|row| listed.contains(&row.id));
        rows
    }

    /// Shows the article of a line, which is opened if it is not open.
    pub(in crate::app) fn go_to_row(&mut self, id: RowId) {
        let row = self.row(id);
        match (row.open, row.listed) {
            (Some(article), _) => {
                let id = article.id;
                self.activate(id);
            }
            (None, Some(listed)) => {
                let path = listed.article.path().to_owned();
                self.open_paths(vec![path]);
            }
            (None, None) => {}
        }
    }
}
