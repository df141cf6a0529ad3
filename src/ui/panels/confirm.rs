//! The few questions before something that cannot be undone.

use eframe::egui;
use egui::{Context, RichText, Ui};

use crate::app::{Answer, ArticleId, Event, OpenArticle, Question, Session};
use crate::ui::Outbox;
use crate::ui::panels::sheet::Sheet;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, size};

/// A question and its answers, the likeliest first.
struct Asked {
    title: String,
    text: String,
    answers: Vec<Choice>,
}

struct Choice {
    answer: Answer,
    name: &'static str,
    help: &'static str,
    /// Why it cannot be chosen now.
    obstacle: Option<String>,
}

impl Choice {
    fn new(answer: Answer, name: &'static str, help: &'static str) -> Self {
        Self {
            answer,
            name,
            help,
            obstacle: None,
        }
    }
}

const SAVE: &str = "Save the changes to a file";
const KEEP: &str = "Restore the changes when the article is opened again";
const DISCARD: &str = "The changes will be permanently lost";

#[derive(Default)]
pub struct ConfirmDialog {
    /// The main answer that was focused last: which one it is may change while the file is read.
    focused: Option<Answer>,
}

impl ConfirmDialog {
    pub fn show(
        &mut self,
        ctx: &Context,
        session: &Session,
        question: &Question,
        outbox: &mut Outbox,
    ) {
        let asked = ask(session, question);
        let sheet = Sheet {
            title: &asked.title,
            width: WIDTH,
            is_at_top: false,
        };
        let is_closed = sheet.show(ctx, |ui| {
            let theme = Theme::of(ui.ctx());
            let text = RichText::new(&asked.text)
                .font(interface(size::INTERFACE))
                .line_height(Some(20.0))
                .color(theme.text);
            ui.add(egui::Label::new(text).wrap());
            ui.add_space(10.0);
            ui.horizontal_wrapped(|ui| self.show_answers(ui, &asked.answers, outbox));
        });
        if is_closed {
            outbox.send(Event::Answered(Answer::Cancel));
        }
    }

    fn show_answers(&mut self, ui: &mut Ui, answers: &[Choice], outbox: &mut Outbox) {
        let main = answers.iter().find(|choice| choice.obstacle.is_none());
        let main = main.map(|choice| choice.answer);
        for choice in answers {
            let is_main = main == Some(choice.answer);
            let press = Press::new(choice.name).main(is_main);
            let response = press.enabled(choice.obstacle.is_none()).show(ui);
            if is_main && self.focused != main {
                response.request_focus();
                self.focused = main;
            }
            if response.clicked() {
                outbox.send(Event::Answered(choice.answer));
            }
            if let Some(obstacle) = &choice.obstacle {
                widgets::why_not(response, Err(obstacle));
            } else if !choice.help.is_empty() {
                widgets::describe(&response, choice.help);
                response.on_hover_text(choice.help);
            }
        }
    }
}

const WIDTH: f32 = 480.0;

fn ask(session: &Session, question: &Question) -> Asked {
    let unsaved = |title: String, text: String| Asked {
        title,
        text,
        answers: vec![
            Choice::new(Answer::Save, "Save", SAVE),
            Choice::new(Answer::Keep, "Keep for later", KEEP),
            Choice::new(Answer::Discard, "Discard", DISCARD),
            Choice::new(Answer::Cancel, "Cancel", ""),
        ],
    };
    match question {
        Question::Close(id) => unsaved(
            format!("Save changes to “{}” before closing?", name(session, *id)),
            "The article has unsaved changes. If you keep them for later, they are restored \
             when you open it again."
                .to_owned(),
        ),
        Question::Quit { unsaved: 1 } => unsaved(
            "Save changes before quitting?".to_owned(),
            "One article has unsaved changes. If you keep them for later, they are restored \
             when you open it again."
                .to_owned(),
        ),
        Question::Quit { unsaved: count } => unsaved(
            "Save changes before quitting?".to_owned(),
            format!(
                "{count} articles have unsaved changes. If you keep them for later, they are \
                 restored when you open the articles again."
            ),
        ),
        Question::ChangedOnDisk(id) => ask_changed(session, *id),
        Question::OpenElsewhere(id) => ask_elsewhere(session, *id),
        Question::ReplaceArticle(_, path) => Asked {
            title: "There is another article of that name".to_owned(),
            text: format!(
                "Replacing it loses all the work in it. Only an article of Copydesk is replaced: {}",
                path.display()
            ),
            answers: vec![
                Choice::new(Answer::Save, "Save as…", "Save under another name"),
                Choice::new(
                    Answer::Overwrite,
                    "Replace",
                    "The article in that file will be lost permanently",
                ),
                Choice::new(Answer::Cancel, "Cancel", ""),
            ],
        },
        Question::DeleteActivity => Asked {
            title: "Delete what was measured?".to_owned(),
            text: "The actions, times and spans of all days and articles are deleted. Your \
                   annotations stay as they are."
                .to_owned(),
            answers: vec![
                Choice::new(Answer::Discard, "Delete", "This cannot be undone"),
                Choice::new(Answer::Cancel, "Cancel", ""),
            ],
        },
        Question::ReplaceDataSet(path) => Asked {
            title: "A data set with this name already exists".to_owned(),
            text: format!(
                "Replacing it deletes its contents. Copydesk replaces only files, and folders \
                 that it made: {}",
                path.display()
            ),
            answers: vec![
                Choice::new(
                    Answer::Overwrite,
                    "Replace",
                    "Its contents will be permanently lost",
                ),
                Choice::new(Answer::Cancel, "Cancel", ""),
            ],
        },
    }
}

fn ask_elsewhere(session: &Session, id: ArticleId) -> Asked {
    Asked {
        title: format!("“{}” is open in another window", name(session, id)),
        text: format!(
            "It is being worked on by {}. You can read it here, or work on it too: whoever saves \
             second is then asked what to do.",
            open_elsewhere(session, id)
        ),
        answers: vec![
            Choice::new(
                Answer::Cancel,
                "Open read-only",
                "Read the article; nothing can be changed here",
            ),
            Choice::new(Answer::Overwrite, "Open anyway", "Work on it here too"),
            Choice::new(Answer::Discard, "Close", "Close the article"),
        ],
    }
}

fn ask_changed(session: &Session, id: ArticleId) -> Asked {
    let name = name(session, id);
    let obstacle = session.theirs_ready(id).err().map(str::to_owned);
    let changed = format!("“{name}” has changed since it was last opened or saved here.");
    let text = match &obstacle {
        None => format!(
            "{changed} Merging keeps your work and adds theirs; where you both changed the same \
             words, yours stays and you are shown both."
        ),
        Some(reason) => format!("{changed} {reason}"),
    };
    let fitting = |answer, name, help| Choice {
        obstacle: obstacle.clone(),
        ..Choice::new(answer, name, help)
    };
    Asked {
        title: "The file was changed by another program".to_owned(),
        text,
        answers: vec![
            fitting(
                Answer::Merge,
                "Merge",
                "Add their changes to your work and save it",
            ),
            fitting(
                Answer::TakeTheirs,
                "Use theirs",
                "Replace your work with what is in the file; undo brings it back",
            ),
            Choice::new(
                Answer::Save,
                "Save a copy…",
                "Save your work under another name and leave the file as it is",
            ),
            Choice::new(
                Answer::Overwrite,
                "Overwrite",
                "The other program’s changes will be permanently lost",
            ),
            Choice::new(Answer::Cancel, "Cancel", ""),
        ],
    }
}

fn open_elsewhere(session: &Session, id: ArticleId) -> &str {
    let mut articles = session.articles().iter();
    articles
        .find(|article| article.id == id)
        .and_then(OpenArticle::open_elsewhere)
        .filter(|by| !by.is_empty())
        .unwrap_or("somebody else")
}

fn name(session: &Session, id: ArticleId) -> String {
    session
        .articles()
        .iter()
        .find(|article| article.id == id)
        .map(OpenArticle::title)
        .filter(|title| !title.is_empty())
        .unwrap_or("the article")
        .to_owned()
}
