//! Earlier versions: listing them, looking at one, restoring it.

use crate::app::commands::needs_article;
use crate::app::{
    Command, CommandId, Dialog, EarlierVersion, EarlierVersions, Event, Menu, NoticeKind,
    OpenArticle, Reading, Session, ShownVersion, Task,
};
use copydesk_document::{Document, transaction_between};
use copydesk_i18n::tr;

pub fn command() -> Command {
    Command::new(CommandId::Versions, tr!("cmd-versions"), |session, _| {
        session.open_versions();
    })
    .help(tr!("cmd-versions-help"))
    .menu(Menu::File, 3)
    .ready(|session, id| {
        needs_article(session, id)?;
        let file = session.article().and_then(OpenArticle::saved_at);
        file.map(|_| ()).ok_or_else(|| tr!("cmd-versions-why-not"))
    })
}

impl Session {
    /// The earlier versions that the dialog shows.
    pub fn versions(&self) -> Option<&EarlierVersions> {
        self.versions.as_ref()
    }

    pub(in crate::app) fn handle_versions(&mut self, event: Event) {
        match event {
            Event::VersionsListed { article, versions } => {
                let listed = self.versions.as_mut();
                if let Some(listed) = listed.filter(|listed| listed.article == article) {
                    listed.list = versions.into();
                    self.choose_version(0);
                }
            }
            Event::VersionChosen(index) => self.choose_version(index),
            Event::VersionRead {
                article,
                version,
                document,
            } if self.versions().is_some_and(|it| it.article == article) => {
                self.show_version(&version, document);
            }
            Event::VersionRestored => self.restore_version(),
            _ => {}
        }
    }

    fn open_versions(&mut self) {
        let Some(article) = self.article() else {
            return;
        };
        let (id, path) = (article.id, article.saved_at.clone());
        if let Some(path) = path {
            self.versions = Some(EarlierVersions::of(id));
            self.dialog = Some(Dialog::Versions);
            self.start(Task::ListVersions { article: id, path });
        }
    }

    fn choose_version(&mut self, index: usize) {
        let Some(versions) = &mut self.versions else {
            return;
        };
        versions.chosen = index;
        versions.shown = Reading::Waiting;
        let (article, version) = (versions.article, versions.chosen().cloned());
        let path = self
            .article_by_id(article)
            .and_then(|article| article.saved_at.clone());
        if let (Some(path), Some(version)) = (path, version) {
            self.start(Task::ReadVersion {
                article,
                path,
                version,
            });
        }
    }

    /// Unless another one was chosen in the meantime.
    fn show_version(&mut self, version: &EarlierVersion, document: Result<Box<Document>, String>) {
        let Some(versions) = &mut self.versions else {
            return;
        };
        let mut articles = self.articles.iter();
        let article = articles.find(|article| article.id == versions.article);
        if let Some(article) = article
            && versions.chosen() == Some(version)
        {
            let shown = document.map(|document| ShownVersion::new(*document, article));
            versions.shown = shown.into();
        }
    }

    fn restore_version(&mut self) {
        let Some(versions) = &self.versions else {
            return;
        };
        let (Some(version), Some(shown)) = (versions.chosen(), versions.shown.done()) else {
            return;
        };
        if let Err(reason) = shown.ready {
            self.notices.tell(NoticeKind::Info, reason);
            return;
        }
        let (id, when, document) = (
            versions.article,
            version.when.clone(),
            shown.document.clone(),
        );
        self.versions = None;
        self.dialog = None;
        let name = tr!("version-restore-deed", when = &when);
        let restored = self.article_by_id(id).map(|article| {
            let transaction = transaction_between(article.document(), &document, name);
            let done = article.open.edit(transaction);
            article.refresh_given();
            done
        });
        if let Some(done) = restored {
            if done.is_ok() {
                let text = tr!("version-restored", when = &when);
                self.notices.tell(NoticeKind::Info, text);
            }
            self.report(done);
        }
    }
}
