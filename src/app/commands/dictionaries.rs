//! Lists and patterns of one's own: words are put into them, and a dialog manages them.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::commands::{needs_article, needs_span};
use crate::app::{
    Command, CommandId, Dialog, DictionaryDeed, DictionaryDone, DictionaryEvent, DictionaryRequest,
    LabelIndex, Menu, NoticeAction, NoticeKind, OpenArticle, OwnDictionaries, Session, Task,
    WindowRequest,
};
use copydesk_document::{Label, Schema, quoted};
use copydesk_i18n::tr;
use copydesk_text::Span;

/// Opens the dialog.
pub fn command() -> Command {
    Command::new(
        CommandId::Dictionaries,
        tr!("cmd-dictionaries"),
        |session, _| {
            session.open_dictionaries();
        },
    )
    .help(tr!("cmd-dictionaries-help"))
    .menu(Menu::View, 2)
}

/// Puts words into lists.
pub fn commands(schema: &Schema) -> Vec<Command> {
    let mut commands = vec![
        Command::new(
            CommandId::AddToDictionary,
            tr!("cmd-add-to-dictionary"),
            |session, _| session.add_to_dictionary(None),
        )
        .help(tr!("cmd-add-to-dictionary-help"))
        .menu(Menu::Annotate, 5)
        .ready(|session, id| {
            needs_article(session, id)?;
            needs_span(session, id)
        })
        .title(|session, _| {
            let article = session.article()?;
            let item = article.aimed_item()?;
            let words = quoted(article.document(), item.span);
            let plural = plural(session.schema().label(&item.label)?);
            Some(tr!("cmd-add-words-to-list", words = words, labels = plural))
        }),
    ];
    let labels = schema.labels().iter().enumerate();
    commands.extend(labels.filter_map(|(index, label)| {
        let index = LabelIndex::try_from(index).ok()?;
        let plural = plural(label);
        let command = Command::new(
            CommandId::AddToList(index),
            tr!("cmd-add-to-list", labels = &plural),
            |session, id| {
                if let CommandId::AddToList(index) = id {
                    session.add_to_dictionary(Some(index));
                }
            },
        )
        .help(tr!("cmd-add-to-list-help", labels = &plural))
        .ready(|session, id| {
            needs_article(session, id)?;
            let words = session.words_to_add().map(|_| ());
            words.ok_or(tr!("cmd-label-why-not"))
        });
        Some(command)
    }));
    commands
}

fn plural(label: &Label) -> String {
    copydesk_text::folded(&label.plural)
}

impl Session {
    /// The lists and patterns of one's own, as last read.
    pub fn dictionaries(&self) -> &OwnDictionaries {
        &self.dictionaries
    }

    pub(in crate::app) fn open_dictionaries(&mut self) {
        self.dictionaries = OwnDictionaries {
            lines: std::mem::take(&mut self.dictionaries.lines),
            ..OwnDictionaries::default()
        };
        self.dialog = Some(Dialog::Dictionaries);
        self.ask_dictionaries(DictionaryDeed::List);
    }

    pub(in crate::app) fn handle_dictionary(&mut self, event: DictionaryEvent) {
        match event {
            DictionaryEvent::Wanted(deed) => self.ask_dictionaries(deed),
            DictionaryEvent::ImportWanted => self.ask(WindowRequest::PickDictionary),
            DictionaryEvent::ImportPathChosen(from) => {
                self.dialog = Some(Dialog::Dictionaries);
                self.ask_dictionaries(DictionaryDeed::Import { from });
            }
            DictionaryEvent::ExportWanted { path, extension } => {
                let suggested = path.with_extension(extension);
                let suggested = suggested.file_name().map(PathBuf::from);
                self.dictionaries.exporting = Some(path);
                self.ask(WindowRequest::PickDictionaryPath {
                    suggested: suggested.unwrap_or_default(),
                    extension,
                });
            }
            DictionaryEvent::ExportPathChosen(to) => {
                self.dialog = Some(Dialog::Dictionaries);
                if let Some(path) = self.dictionaries.exporting.take() {
                    self.ask_dictionaries(DictionaryDeed::Export { path, to });
                }
            }
            DictionaryEvent::DeleteUndone => self.restore_deleted(),
            DictionaryEvent::Tried(line) => self.dictionaries.tried = Some(*line),
            DictionaryEvent::Listed { lines, done } => {
                self.dictionaries.lines = lines;
                self.dictionaries.is_listed = true;
                self.dictionaries.tried = None;
                self.note_dictionary_done(done);
            }
            DictionaryEvent::Problems(problems) => {
                for problem in problems {
                    let action = NoticeAction::Run(CommandId::Dictionaries);
                    self.notices.offer(NoticeKind::Warning, problem, action);
                }
            }
        }
    }

    fn ask_dictionaries(&mut self, deed: DictionaryDeed) {
        if let DictionaryDeed::Delete { path } = &deed {
            let mut lines = self.dictionaries.lines.iter();
            self.dictionaries.deleted = lines.find(|line| line.path == *path).cloned();
        }
        self.dictionaries.has_article = self.article().is_some();
        let article = self.article();
        let request = DictionaryRequest {
            schema: Arc::clone(self.schema()),
            text: article.map(|article| article.text().clone()),
            folder: article.and_then(OpenArticle::folder),
            deed,
        };
        self.start(Task::Dictionary(Box::new(request)));
    }

    fn restore_deleted(&mut self) {
        if let Some(deleted) = self.dictionaries.deleted.take() {
            self.ask_dictionaries(DictionaryDeed::Write {
                path: deleted.path,
                before: None,
                text: deleted.text,
            });
        }
    }

    /// After a change, suggestions are made anew.
    fn note_dictionary_done(&mut self, done: Option<Result<DictionaryDone, String>>) {
        self.dictionaries.has_failed = matches!(done, Some(Err(_)));
        match done {
            Some(Ok(DictionaryDone { path, words })) => {
                if !words.is_empty() {
                    self.notices.tell(NoticeKind::Info, words);
                }
                self.dictionaries.wanted = Some(path);
                let ids: Vec<_> = self.articles.iter().map(|article| article.id).collect();
                for id in ids {
                    self.ask_for_suggestions(id);
                }
            }
            Some(Err(message)) => {
                self.dictionaries.deleted = None;
                self.notices.tell(NoticeKind::Problem, message);
            }
            None => {}
        }
    }

    /// The selection, the focused span or the word at the caret.
    fn words_to_add(&self) -> Option<Span> {
        let article = self.article()?;
        let at_caret = || article.text().word_at(article.caret());
        self.chosen_span().or_else(at_caret)
    }

    /// Puts the words of the focused span, the selection or the word at the caret into the list of
    /// `label`, or else of the span's own.
    fn add_to_dictionary(&mut self, label: Option<LabelIndex>) {
        let Some(article) = self.article() else {
            return;
        };
        let item = article.aimed_item();
        let of_index = label.and_then(|index| self.schema().labels().get(usize::from(index)));
        let of_item = item.and_then(|item| self.schema().label(&item.label));
        let span = match label {
            Some(_) => self.words_to_add(),
            None => item.map(|item| item.span),
        };
        let (Some(label), Some(span)) = (of_index.or(of_item), span) else {
            return;
        };
        let words = article.text().words(span).split_whitespace();
        let deed = DictionaryDeed::Add {
            label: label.id.as_str().to_owned(),
            words: words.collect::<Vec<_>>().join(" "),
        };
        self.ask_dictionaries(deed);
    }
}
