//! The same thing done in all articles of the opened folder, by their files: as a whole, with one undo.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::commands::everywhere::{StepTogether, Together};
use crate::app::{
    About, Command, CommandId, DeedOutcome, DeedTurn, Dialog, Everywhere, EverywhereWork,
    FolderArticle, FolderDeed, FolderPlace, FolderTask, Followed, Many, Menu, NamedDeed, NextDeeds,
    NoticeAction, NoticeKind, OpenArticle, RowId, Scope, Session, Task, WindowRequest,
};
use copydesk_document::{Confidence, Document, transaction_between};
use copydesk_i18n::tr;

/// What is offered first as sure enough, in percent.
const SURE: u8 = 95;

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::AcceptSure,
            tr!("cmd-accept-sure"),
            |session, _| session.look_for_sure(SURE),
        )
        .help(tr!("cmd-accept-sure-help"))
        .menu(Menu::Review, 2)
        .keys(&["Ctrl+Shift+A"])
        .edits()
        .ready(super::needs_article),
        Command::new(
            CommandId::UndoInFolder,
            tr!("cmd-undo-in-folder"),
            |session, _| {
                session.turn_last_deed(true);
            },
        )
        .help(tr!("cmd-undo-in-folder-help"))
        .menu(Menu::Edit, 0)
        .ready(|session, _| session.can_turn(true))
        .title(|session, _| {
            let name = session.last_deed_name(true)?;
            Some(tr!("cmd-undo-in-folder-named", name = name))
        }),
        Command::new(
            CommandId::RedoInFolder,
            tr!("cmd-redo-in-folder"),
            |session, _| {
                session.turn_last_deed(false);
            },
        )
        .help(tr!("cmd-redo-in-folder-help"))
        .menu(Menu::Edit, 0)
        .ready(|session, _| session.can_turn(false))
        .title(|session, _| {
            let name = session.last_deed_name(false)?;
            Some(tr!("cmd-redo-in-folder-named", name = name))
        }),
    ]
}

/// What was last done in many files, and whether that is changing.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct FolderDeeds {
    pub next: NextDeeds,
    /// Of the task that takes one back, or does it again.
    turning: Option<u64>,
}

impl Session {
    /// Shows the suggestions that are sure, in the folder if one is open.
    pub(in crate::app) fn look_for_sure(&mut self, percent: u8) {
        let Some(article) = self.article() else {
            return;
        };
        let what = Many::Sure(Confidence::from_percent(percent));
        let scope = self.everywhere.as_ref().map(|everywhere| everywhere.scope);
        // Of single files one has perhaps read no other than this.
        let usual = match &self.project {
            Some(_) => Scope::Folder,
            None => Scope::ThisArticle,
        };
        self.everywhere = Some(Everywhere::of(what, article, None));
        self.dialog = Some(Dialog::Everywhere);
        self.look_in_scope(scope.unwrap_or(usual));
    }

    /// Looks through the folder, once its open articles are saved.
    pub(in crate::app) fn look_in_folder(&mut self) {
        let unsaved = self.save_folder();
        if let Some(everywhere) = &mut self.everywhere {
            everywhere.lines.clear();
            everywhere.work = Some(EverywhereWork::Saving);
        }
        if unsaved == 0 {
            self.look_in_files();
        }
    }

    /// Saves the open articles of the folder; how many are yet to be saved.
    fn save_folder(&mut self) -> usize {
        let open = self.open_in_folder();
        let unsaved = open.iter().filter(|article| article.is_unsaved());
        let count = unsaved.clone().count();
        let due = unsaved.filter(|article| !article.is_saving());
        let due: Vec<_> = due
            .filter_map(|article| Some((article.id, article.place()?)))
            .collect();
        for (id, (path, over)) in due {
            self.save_to(id, path, over);
        }
        count
    }

    fn open_in_folder(&self) -> Vec<&OpenArticle> {
        let project = self.project.as_ref();
        let is_in = |article: &&OpenArticle| project.is_some_and(|it| it.of(article).is_some());
        let is_ours = |article: &&OpenArticle| article.open_elsewhere().is_none();
        let articles = self.articles.iter().filter(is_in);
        articles.filter(is_ours).collect()
    }

    /// An article was saved, or could not be: whoever waits to look through the folder may go on.
    pub(in crate::app) fn go_on_everywhere(&mut self) {
        let is_waiting = self
            .everywhere
            .as_ref()
            .is_some_and(|everywhere| everywhere.work == Some(EverywhereWork::Saving));
        let is_saving = self.open_in_folder().iter().any(|it| it.is_saving());
        if is_waiting && !is_saving {
            self.look_in_files();
        }
    }

    fn look_in_files(&mut self) {
        let articles = self.folder_articles();
        let memory = self.learned();
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        let Some(everywhere) = &mut self.everywhere else {
            return;
        };
        everywhere.work = Some(EverywhereWork::Looking { ticket, done: 0.0 });
        let what = Box::new(everywhere.what.clone());
        self.start(Task::Folder(FolderTask::Look {
            ticket,
            what,
            articles,
            memory,
        }));
    }

    /// The articles of the folder as their files are now.
    fn folder_articles(&self) -> Vec<FolderArticle> {
        let Some(project) = &self.project else {
            return Vec::new();
        };
        let listed = project
            .sorted()
            .iter()
            .filter_map(|index| project.get(*index));
        let mut articles: Vec<FolderArticle> = listed.map(|it| it.article.clone()).collect();
        for article in self.open_in_folder() {
            let index = project.of(article);
            let key = index
                .and_then(|index| project.get(index))
                .map(|it| it.article.key());
            let listed = articles.iter_mut().find(|it| Some(it.key()) == key);
            if let Some(listed) = listed
                && article.saved_at().is_some()
            {
                listed.saved.clone_from(&article.saved_at);
            }
        }
        articles
    }

    pub(in crate::app) fn take_places(
        &mut self,
        ticket: u64,
        places: Option<(Vec<FolderPlace>, Vec<String>)>,
    ) {
        let Some(mut everywhere) = self.everywhere.take_if(|it| is_work(it, ticket)) else {
            return;
        };
        everywhere.work = None;
        let project = self.project.as_ref();
        let row = |key: &std::path::Path| project?.at(key).map(RowId::Listed);
        let mut open = self.articles.iter();
        let from = open.find(|article| article.id == everywhere.article());
        let from = from.map(|article| self.row_of_article(article));
        let (places, problems) = places.unwrap_or_default();
        everywhere.take(places, row, from);
        self.everywhere = Some(everywhere);
        self.notices.warn_of(About::LeftOut, &problems);
    }

    /// How far the work in files is.
    pub(in crate::app) fn note_everywhere_progress(&mut self, of: u64, now: f32) {
        let work = self.everywhere.as_mut().and_then(|it| it.work.as_mut());
        if let Some(
            EverywhereWork::Looking { ticket, done } | EverywhereWork::Doing { ticket, done },
        ) = work
            && *ticket == of
        {
            *done = now;
        }
    }

    /// Nobody waits for what is looked for or done in files any more.
    pub(in crate::app) fn stop_everywhere(&mut self) {
        let work = self.everywhere.as_mut().and_then(|it| it.work.take());
        if let Some(ticket) = work.and_then(EverywhereWork::ticket) {
            self.ask(WindowRequest::Cancel { ticket });
        }
    }

    /// Does it in the files of the folder.
    pub(in crate::app) fn do_in_folder(&mut self) {
        let articles = self.folder_articles();
        let memory = self.learned();
        let Some((project, everywhere)) = self.project.as_ref().zip(self.everywhere.as_ref())
        else {
            return;
        };
        let mut places = everywhere.chosen();
        let chosen = articles.into_iter().filter_map(|article| {
            let row = RowId::Listed(project.at(article.key())?);
            let spans = places.remove(&row)?;
            Some((article, spans))
        });
        let deed = FolderDeed {
            what: everywhere.what.clone(),
            root: project.root().to_owned(),
            articles: chosen.collect(),
            open: self.open_files(|article| !article.is_unsaved()),
            annotator: self.annotator().to_owned(),
        };
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        if let Some(everywhere) = &mut self.everywhere {
            everywhere.work = Some(EverywhereWork::Doing { ticket, done: 0.0 });
        }
        self.start(Task::Folder(FolderTask::Do {
            ticket,
            deed: Box::new(deed),
            memory,
        }));
    }

    /// The article files of those open articles of the folder.
    fn open_files(&self, is_wanted: impl Fn(&OpenArticle) -> bool) -> Vec<PathBuf> {
        let open = self.open_in_folder().into_iter();
        let wanted = open.filter(|article| is_wanted(article));
        wanted
            .filter_map(|article| Some(article.place()?.0))
            .collect()
    }

    pub(in crate::app) fn take_deed(
        &mut self,
        ticket: u64,
        outcome: Result<Option<Box<DeedOutcome>>, String>,
    ) {
        let everywhere = self.everywhere.take_if(|it| is_work(it, ticket));
        if everywhere.is_some() && self.dialog == Some(Dialog::Everywhere) {
            self.dialog = None;
        }
        if self.deeds.turning == Some(ticket) {
            self.deeds.turning = None;
        }
        match outcome {
            Ok(Some(outcome)) => {
                let done = (outcome.places, outcome.articles);
                self.follow_deed(*outcome);
                if self.ends_mending(ticket) {
                    self.tell_mended();
                }
                if let Some(everywhere) = everywhere {
                    self.tell_done(&everywhere.what, done, CommandId::UndoInFolder);
                    self.go_on_checking(&everywhere.what);
                }
            }
            Ok(None) => self
                .notices
                .tell(NoticeKind::Info, tr!("cmd-folder-deed-stopped")),
            Err(message) => self.notices.tell(NoticeKind::Problem, message),
        }
    }

    fn follow_deed(&mut self, outcome: DeedOutcome) {
        let DeedOutcome {
            id,
            name,
            root,
            turn,
            next,
            articles,
            places: _,
            left_out,
            followed,
        } = outcome;
        let mut steps = Vec::new();
        for followed in followed {
            steps.extend(self.follow_file(followed, &name, turn));
        }
        if turn == DeedTurn::Done {
            let deed = Some(id.clone());
            self.together.push(Together { steps, deed });
        }
        self.deeds.next = next;
        self.start(Task::Folder(FolderTask::LookAgain(root)));
        match turn {
            DeedTurn::Done => {}
            DeedTurn::Undone => {
                let text = tr!("cmd-folder-deed-undone", count = articles, name = name);
                self.tell_of_deed(text, CommandId::RedoInFolder);
            }
            DeedTurn::Redone => {
                let text = tr!("cmd-folder-deed-redone", count = articles, name = name);
                self.tell_of_deed(text, CommandId::UndoInFolder);
            }
        }
        self.notices.warn_of(About::LeftOut, &left_out);
        self.learn();
        self.go_on_after_everywhere();
    }

    /// Says what was done in the folder, with a way back. What was offered before goes: the way back now
    /// leads to this.
    pub(in crate::app) fn tell_of_deed(&mut self, text: String, back: CommandId) {
        self.notices.close_about(About::Deed);
        let action = NoticeAction::Run(back);
        self.notices
            .tell_of(About::Deed, NoticeKind::Info, text, action);
    }

    /// An open article becomes what its file now is; the step that it took.
    fn follow_file(
        &mut self,
        followed: Followed,
        name: &str,
        turn: DeedTurn,
    ) -> Option<StepTogether> {
        let Followed {
            path,
            document,
            stamp,
        } = followed;
        let together = &self.together;
        let mut articles = self.articles.iter_mut();
        let article =
            articles.find(|article| article.place().is_some_and(|(place, _)| place == path))?;
        let id = article.id;
        let took_part = |position| {
            let mut groups = together.iter();
            groups.any(|group| group.has(id, position))
        };
        let position = article.history().position();
        match turn {
            DeedTurn::Undone if took_part(position) => drop(article.open.undo()),
            DeedTurn::Redone if took_part(position + 1) => drop(article.open.redo()),
            DeedTurn::Done | DeedTurn::Undone | DeedTurn::Redone => {}
        }
        // Without a file it is as nobody has worked on it.
        let now = document.map_or_else(|| untouched(article.document()), |document| *document);
        let mut done = Ok(());
        if now != *article.document() {
            let transaction = transaction_between(article.document(), &now, name);
            done = article.open.edit(transaction);
        }
        article.refresh();
        article.saved_at = stamp.as_ref().map(|_| path);
        article.stamp = stamp;
        article.open.begin_save();
        article.open.mark_saved(article.open.history().position());
        let position = article.open.history().position();
        self.note_in_journal(id);
        self.report(done);
        Some(StepTogether {
            article: id,
            position,
            name: name.to_owned(),
        })
    }

    /// The deed that would be taken back, or done again.
    fn next_deed(&self, is_undo: bool) -> Option<&NamedDeed> {
        let NextDeeds { undo, redo } = &self.deeds.next;
        if is_undo {
            undo.as_ref()
        } else {
            redo.as_ref()
        }
    }

    fn last_deed_name(&self, is_undo: bool) -> Option<&str> {
        Some(&self.next_deed(is_undo)?.name)
    }

    pub(in crate::app) fn can_turn(&self, is_undo: bool) -> Result<(), &'static str> {
        if self.deeds.turning.is_some() {
            return Err(tr!("cmd-turn-in-folder-why-working"));
        }
        match (self.last_deed_name(is_undo), is_undo) {
            (Some(_), _) => Ok(()),
            (None, true) => Err(tr!("cmd-undo-in-folder-why-not")),
            (None, false) => Err(tr!("cmd-redo-in-folder-why-not")),
        }
    }

    fn turn_last_deed(&mut self, is_undo: bool) {
        let Some(NamedDeed { id, .. }) = self.next_deed(is_undo).cloned() else {
            return;
        };
        self.next_ticket += 1;
        self.deeds.turning = Some(self.next_ticket);
        let ticket = self.next_ticket;
        let open = self.open_files(|article| !article.is_unsaved());
        let without = self.open_files(OpenArticle::is_unsaved);
        self.start(Task::Folder(FolderTask::Turn {
            ticket,
            id,
            is_undo,
            open,
            without,
        }));
    }

    /// Whether the shown article's next undo, or redo, is part of the last deed in the folder; then all of
    /// that deed is turned.
    pub(in crate::app) fn turns_deed(&mut self, is_undo: bool) -> bool {
        let Some((article, last)) = self.article().zip(self.next_deed(is_undo)) else {
            return false;
        };
        let position = article.history().position() + usize::from(!is_undo);
        let mut groups = self.together.iter();
        let group = groups.find(|group| group.deed.as_ref() == Some(&last.id));
        let is_it = group.is_some_and(|group| group.has(article.id, position));
        let is_clean = !article.is_unsaved();
        if is_it && is_clean && self.can_turn(is_undo).is_ok() {
            self.turn_last_deed(is_undo);
            return true;
        }
        false
    }
}

/// The article as nobody has worked on it.
fn untouched(document: &Document) -> Document {
    let (text, schema) = (document.text().clone(), Arc::clone(document.schema()));
    Document::new(text, schema, document.metadata().clone())
}

fn is_work(everywhere: &Everywhere, ticket: u64) -> bool {
    everywhere.work.and_then(EverywhereWork::ticket) == Some(ticket)
}
