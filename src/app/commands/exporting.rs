//! What is exported: the articles that were chosen, as they are now.

use std::sync::Arc;

use crate::app::{
    ArticleId, ExportArticle, ExportArticles, ExportRequest, OpenArticle, Project, Row, Session,
};
use copydesk_document::{Document, Label, Status, Suggestion};

/// An article as it was.
#[derive(Clone, Debug)]
pub(in crate::app) struct Snapshot {
    id: ArticleId,
    generation: u64,
    suggestions: usize,
    article: Arc<(Document, Vec<Suggestion>)>,
}

impl Snapshot {
    fn of(article: &OpenArticle) -> Self {
        let suggestions = article.suggestions().to_vec();
        Self {
            id: article.id,
            generation: article.generation(),
            suggestions: suggestions.len(),
            article: Arc::new((article.document().clone(), suggestions)),
        }
    }

    fn to_export(&self) -> ExportArticle {
        ExportArticle::Open(Arc::clone(&self.article))
    }

    fn is_of(&self, article: &OpenArticle) -> bool {
        self.id == article.id
            && self.generation == article.generation()
            && self.suggestions == article.suggestions().len()
    }
}

impl Session {
    /// The open articles that `articles` means.
    pub fn exported(&self, articles: ExportArticles) -> Vec<&OpenArticle> {
        let all = self.articles.iter();
        match articles {
            ExportArticles::Shown => self.article().into_iter().collect(),
            ExportArticles::Open => all.collect(),
            ExportArticles::Folder | ExportArticles::FolderDone => {
                let rows = self.folder_rows(articles).into_iter();
                rows.filter_map(|row| row.open).collect()
            }
            ExportArticles::Done => {
                let is_done = |article: &&OpenArticle| article.document().status() == Status::Done;
                all.filter(is_done).collect()
            }
        }
    }

    /// How many articles `articles` means, open or not.
    pub fn exported_count(&self, articles: ExportArticles) -> usize {
        if articles.is_folder() {
            self.folder_rows(articles).len()
        } else {
            self.exported(articles).len()
        }
    }

    /// The title of the article that the preview is of; `None` if no other is exported.
    pub fn previewed_of_many(&self) -> Option<&str> {
        let articles = self.exchange.export.articles;
        let first = self.exported(articles).into_iter().next()?;
        (self.exported_count(articles) > 1).then(|| first.title())
    }

    /// The lines of the folder that `articles` means.
    fn folder_rows(&self, articles: ExportArticles) -> Vec<Row<'_>> {
        let rows = self.rows().into_iter();
        let is_meant = |row: &Row<'_>| {
            row.listed.is_some() && (articles == ExportArticles::Folder || row.is_done())
        };
        rows.filter(is_meant).collect()
    }

    /// The labels of all open articles, each once.
    pub fn all_labels(&self) -> Vec<&Label> {
        let mut labels: Vec<&Label> = Vec::new();
        for article in &self.articles {
            for label in article.document().schema().labels() {
                if labels.iter().all(|known| known.id != label.id) {
                    labels.push(label);
                }
            }
        }
        labels
    }

    /// A request for all articles that were chosen, or for the first that is open.
    pub(super) fn export_request(&mut self, is_preview: bool) -> Option<ExportRequest> {
        let choice = self.exchange.export.clone();
        let mut open = self.exported(choice.articles);
        let first = open.first().copied().or(self.article())?;
        let schema = Arc::clone(first.document().schema());
        if is_preview {
            open.truncate(1);
        }
        let known = &self.exchange.snapshots;
        let snapshots: Vec<Snapshot> = open
            .into_iter()
            .map(|article| {
                let is_it = |snapshot: &&Snapshot| snapshot.is_of(article);
                let known = known.iter().find(is_it).cloned();
                known.unwrap_or_else(|| Snapshot::of(article))
            })
            .collect();
        let articles = if choice.articles.is_folder() && !is_preview {
            self.whole_folder(choice.articles, &snapshots)
        } else {
            snapshots.iter().map(Snapshot::to_export).collect()
        };
        self.exchange.snapshots = snapshots;
        let request = ExportRequest {
            articles,
            memory: self.learned(),
            name: self.export_name(),
            annotator: self.annotator().to_owned(),
            choice,
            schema,
        };
        (!request.articles.is_empty()).then_some(request)
    }

    /// The articles of the folder, those that are open as they are now.
    fn whole_folder(&self, articles: ExportArticles, open: &[Snapshot]) -> Vec<ExportArticle> {
        let rows = self.folder_rows(articles).into_iter();
        let article = |row: Row<'_>| match row.open {
            Some(article) => open
                .iter()
                .find(|it| it.is_of(article))
                .map(Snapshot::to_export),
            None => Some(ExportArticle::Closed(row.listed?.article.clone())),
        };
        rows.filter_map(article).collect()
    }

    pub(super) fn export_name(&self) -> String {
        let articles = self.exchange.export.articles;
        let folder = self.project.as_ref().map(Project::root);
        let folder = folder.and_then(|root| root.file_name());
        match (self.exported(articles).as_slice(), folder) {
            (_, Some(folder)) if articles.is_folder() => folder.to_string_lossy().into_owned(),
            ([only], _) if !articles.is_folder() => only.stem(),
            _ => "articles".to_owned(),
        }
    }
}
