//! The few questions before something that cannot be undone.

use eframe::egui;
use egui::{Context, RichText};

use crate::app::{Answer, ArticleId, Event, OpenArticle, Question, Session};
use crate::ui::Outbox;
use crate::ui::panels::sheet::Sheet;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, size};

/// A question and its answers, the likeliest first.
struct Asked {
    title: String,
    text: String,
    answers: Vec<(Answer, &'static str, &'static str)>,
}

const SAVE: &str = "Save the changes to a file";
const KEEP: &str = "Restore the changes when the article is opened again";
const DISCARD: &str = "The changes will be permanently lost";

pub fn show(
    ctx: &Context,
    session: &Session,
    question: &Question,
    is_new: bool,
    outbox: &mut Outbox,
) {
    let asked = ask(session, question);
    let sheet = Sheet {
        title: &asked.title,
        width: 470.0,
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
        ui.horizontal_wrapped(|ui| {
            for (index, (answer, name, help)) in asked.answers.iter().enumerate() {
                let response = Press::new(name).main(index == 0).show(ui);
                widgets::describe(&response, help);
                if index == 0 && is_new {
                    response.request_focus();
                }
                if response.clicked() {
                    outbox.send(Event::Answered(*answer));
                }
                if !help.is_empty() {
                    response.on_hover_text(*help);
                }
            }
        });
    });
    if is_closed {
        outbox.send(Event::Answered(Answer::Cancel));
    }
}

fn ask(session: &Session, question: &Question) -> Asked {
    let unsaved = |title: String, text: String| Asked {
        title,
        text,
        answers: vec![
            (Answer::Save, "Save", SAVE),
            (Answer::Keep, "Keep for later", KEEP),
            (Answer::Discard, "Discard", DISCARD),
            (Answer::Cancel, "Cancel", ""),
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
        Question::ChangedOnDisk(id) => Asked {
            title: "The file was changed by another program".to_owned(),
            text: format!(
                "“{}” has changed since it was last opened or saved here. Overwriting it \
                 discards the other program’s changes.",
                name(session, *id)
            ),
            answers: vec![
                (Answer::Save, "Save as…", "Save under another name"),
                (
                    Answer::Overwrite,
                    "Overwrite",
                    "The other program’s changes will be permanently lost",
                ),
                (Answer::Cancel, "Cancel", ""),
            ],
        },
        Question::OpenElsewhere(id) => Asked {
            title: format!("“{}” is open in another window", name(session, *id)),
            text: format!(
                "It is being worked on by {}. You can read it here, or work on it too: whoever saves \
                 second is then asked what to do.",
                open_elsewhere(session, *id)
            ),
            answers: vec![
                (
                    Answer::Cancel,
                    "Open read-only",
                    "Read the article; nothing can be changed here",
                ),
                (Answer::Overwrite, "Open anyway", "Work on it here too"),
                (Answer::Discard, "Close", "Close the article"),
            ],
        },
        Question::ReplaceArticle(_, path) => Asked {
            title: "There is another article of that name".to_owned(),
            text: format!(
                "Replacing it loses all the work in it. Only an article of Copydesk is replaced: {}",
                path.display()
            ),
            answers: vec![
                (Answer::Save, "Save as…", "Save under another name"),
                (
                    Answer::Overwrite,
                    "Replace",
                    "The article in that file will be lost permanently",
                ),
                (Answer::Cancel, "Cancel", ""),
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
                (
                    Answer::Overwrite,
                    "Replace",
                    "Its contents will be permanently lost",
                ),
                (Answer::Cancel, "Cancel", ""),
            ],
        },
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
