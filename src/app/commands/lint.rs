//! The check of what is not consistent: begun, gone through, put right and remembered as right.

use std::sync::Arc;

use crate::app::commands::needs_article;
use crate::app::commands::search::paths_of;
use crate::app::{
    About, Command, CommandId, Dialog, Everywhere, FolderDeed, FolderTask, Lint, LintEvent,
    LintRequest, LintedArticle, Many, Menu, NoticeKind, OpenArticle, Repairs, Scope, SearchPlace,
    Session, Task, WindowRequest,
};
use copydesk_document::Repair;
use copydesk_i18n::tr;
use copydesk_lint::{Kind, Right};
use copydesk_text::Span;

pub fn command() -> Command {
    Command::new(CommandId::Lint, tr!("cmd-lint"), |session, _| {
        session.check_consistency();
    })
    .help(tr!("cmd-lint-help"))
    .menu(Menu::Review, 6)
    .keys(&["Shift+F8"])
    .ready(|session, id| {
        if session.project.is_some() {
            Ok(())
        } else {
            needs_article(session, id)
        }
    })
}

impl Session {
    /// What is not consistent, as last checked.
    pub fn lint(&self) -> &Lint {
        &self.lint
    }

    pub(in crate::app) fn handle_lint(&mut self, event: LintEvent) {
        match event {
            LintEvent::Found { ticket, found } => {
                if self.lint.work.is_none_or(|(of, _)| of != ticket) {
                    return;
                }
                self.lint.work = None;
                match found {
                    Ok(Some(found)) => self.lint.take(found),
                    Ok(None) => {}
                    Err(why) => self.lint.failure = Some(why),
                }
            }
            LintEvent::Chosen(line) => self.go_to_finding(line),
            LintEvent::Mended(line) => self.mend_line(line),
            LintEvent::AllMended(kind) => self.show_mending(kind),
            LintEvent::Right(line) => self.keep_right(line),
            LintEvent::Kept { right, outcome } => match outcome {
                Ok(()) => self.lint.retain(|line| line.finding.right != right),
                Err(why) => self.notices.tell(NoticeKind::Problem, why),
            },
        }
    }

    /// Shows the list and checks anew; what was found before stays until then.
    pub(in crate::app) fn check_consistency(&mut self) {
        self.stop_lint();
        self.dialog = Some(Dialog::Lint);
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        self.lint.work = Some((ticket, 0.0));
        let project = self.project.as_ref();
        let folder = project.map(|project| {
            let sorted = project.sorted().iter();
            let listed = sorted.filter_map(|index| project.get(*index));
            listed.map(|listed| listed.article.clone()).collect()
        });
        let request = Box::new(LintRequest {
            root: project.map(|project| project.root().to_owned()),
            folder: folder.unwrap_or_default(),
            open: self.articles.iter().map(linted).collect(),
        });
        self.start(Task::Lint { ticket, request });
    }

    /// Nobody waits for the check any more.
    pub(in crate::app) fn stop_lint(&mut self) {
        if let Some((ticket, _)) = self.lint.work.take() {
            self.ask(WindowRequest::Cancel { ticket });
        }
    }

    pub(in crate::app) fn note_lint_progress(&mut self, of: u64, now: f32) {
        if let Some((ticket, done)) = &mut self.lint.work
            && *ticket == of
        {
            *done = now;
        }
    }

    fn go_to_finding(&mut self, line: usize) {
        let Some(line) = self.lint.lines().get(line).cloned() else {
            return;
        };
        let Some(article) = line.article else {
            return;
        };
        let range = line.finding.span.map_or(0..0, Span::range);
        let words = article.text.as_str().get(range.clone());
        let words = words.unwrap_or_default().to_owned();
        self.dialog = None;
        self.stop_lint();
        self.go_to_place(article.place, range, words);
    }

    /// Puts a line right: in the article if that is open, else in its file, as a deed of its own.
    fn mend_line(&mut self, index: usize) {
        let Some(line) = self.lint.lines().get(index) else {
            return;
        };
        let (Some(article), Some(repair)) = (line.article.clone(), line.finding.repair.clone())
        else {
            return;
        };
        let right = line.finding.right.clone();
        let path = match article.place {
            SearchPlace::Open(id) => {
                // Undo is of the article that is shown.
                self.activate(id);
                self.mend_open(&repair);
                self.forget_line(&right, &repair);
                return;
            }
            SearchPlace::File(article) => article,
        };
        let Some(root) = self.project.as_ref().map(|it| it.root().to_owned()) else {
            return;
        };
        let span = repair.span;
        let mut repairs = Repairs::of(line.finding.kind.title());
        repairs.add(&article.text, repair.clone());
        let deed = FolderDeed {
            what: Many::Repairs(Arc::new(repairs)),
            root,
            articles: vec![(path, vec![span])],
            open: Vec::new(),
            annotator: self.annotator().to_owned(),
        };
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        self.lint.mending = Some(ticket);
        self.forget_line(&right, &repair);
        self.start(Task::Folder(FolderTask::Do {
            ticket,
            deed: Box::new(deed),
            memory: None,
        }));
    }

    fn mend_open(&mut self, repair: &Repair) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let done = article.open.repair(&[repair]);
        article.refresh();
        match done {
            Ok(0) => self
                .notices
                .tell(NoticeKind::Info, tr!("lint-changed-since")),
            Ok(_) => {}
            Err(error) => self.report(Err(error)),
        }
    }

    fn forget_line(&mut self, right: &Right, repair: &Repair) {
        self.lint.retain(|line| {
            line.finding.right != *right || line.finding.repair.as_ref() != Some(repair)
        });
    }

    /// Shows all places of `kind` that can be put right, each with a check mark.
    fn show_mending(&mut self, kind: Kind) {
        let mut repairs = Repairs::of(kind.title());
        for (text, repair) in self.lint.repairs(kind) {
            repairs.add(text, repair.clone());
        }
        let Some(article) = self.article().filter(|_| repairs.count() > 0) else {
            return;
        };
        let what = Many::Repairs(Arc::new(repairs));
        self.everywhere = Some(Everywhere::of(what, article, None));
        self.stop_lint();
        self.dialog = Some(Dialog::Everywhere);
        self.look_in_scope(match self.project {
            Some(_) => Scope::Folder,
            None => Scope::OpenArticles,
        });
    }

    /// Remembers that a line is right: in the folder's file or, without a folder, until the window closes.
    fn keep_right(&mut self, line: usize) {
        let Some(line) = self.lint.lines().get(line) else {
            return;
        };
        let right = line.finding.right.clone();
        if let Some(project) = &self.project {
            let root = project.root().to_owned();
            let right = Box::new(right);
            self.start(Task::KeepRight { root, right });
        } else {
            self.lint.rights.0.insert(right.clone());
            self.lint.retain(|line| line.finding.right != right);
        }
    }

    /// A deed has ended: whether it put a line of the list right.
    pub(in crate::app) fn ends_mending(&mut self, ticket: u64) -> bool {
        self.lint.mending.take_if(|it| *it == ticket).is_some()
    }

    /// What was put right is no longer found: the list is made anew.
    pub(in crate::app) fn go_on_checking(&mut self, what: &Many) {
        if matches!(what, Many::Repairs(_)) {
            self.check_consistency();
        }
    }

    /// Says that a line was put right in its file, with a way back.
    pub(in crate::app) fn tell_mended(&mut self) {
        self.notices.close_about(About::Deed);
        self.tell_of_deed(tr!("lint-mended-file").to_owned(), CommandId::UndoInFolder);
    }
}

fn linted(article: &OpenArticle) -> LintedArticle {
    LintedArticle {
        id: article.id,
        paths: paths_of(article),
        title: article.title().to_owned(),
        document: article.document().clone(),
    }
}
