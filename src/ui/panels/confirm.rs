//! The few questions before something that cannot be undone.

use eframe::egui;
use egui::{Context, RichText};

use crate::app::{Answer, ArticleId, Event, OpenArticle, Question, Session};
use crate::ui::Outbox;
use crate::ui::panels::dialogs::Sheet;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, size};

/// What is asked, and what may be answered, the likeliest first.
struct Asked {
    title: String,
    text: String,
    answers: Vec<(Answer, &'static str, &'static str)>,
}

const SAVE: &str = "Write it to its file";
const KEEP: &str =
    "Nothing is written to the file; the work is there again when the article is opened";
const DISCARD: &str = "The changes are gone for good";

pub fn show(
    ctx: &Context,
    session: &Session,
    (question, is_new): (&Question, bool),
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
            format!("Save “{}” before it is closed?", name(session, *id)),
            "It has changes that are in no file yet. Kept for later, they come back when the \
             article is opened again."
                .to_owned(),
        ),
        Question::Quit { unsaved: 1 } => unsaved(
            "Save the changes before quitting?".to_owned(),
            "One article has changes that are in no file yet. Kept for later, they come back \
             when the article is opened again."
                .to_owned(),
        ),
        Question::Quit { unsaved: count } => unsaved(
            "Save the changes before quitting?".to_owned(),
            format!(
                "{count} articles have changes that are in no file yet. Kept for later, they \
                 come back when the articles are opened again."
            ),
        ),
        Question::ChangedOnDisk(id) => Asked {
            title: "The file was changed by another program".to_owned(),
            text: format!(
                "“{}” is not as it was when it was last read or saved here. Overwriting it \
                 loses what the other program wrote.",
                name(session, *id)
            ),
            answers: vec![
                (Answer::Save, "Save as…", "Save under another name"),
                (
                    Answer::Overwrite,
                    "Overwrite",
                    "What the other program wrote is gone for good",
                ),
                (Answer::Cancel, "Cancel", ""),
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
            title: "There is a data set of that name".to_owned(),
            text: format!(
                "Replacing it loses all that is in it now. Only a file, or a folder that \
                 Copydesk made, is replaced: {}",
                path.display()
            ),
            answers: vec![
                (
                    Answer::Overwrite,
                    "Replace",
                    "What is in it now is gone for good",
                ),
                (Answer::Cancel, "Cancel", ""),
            ],
        },
    }
}

fn name(session: &Session, id: ArticleId) -> String {
    session
        .articles()
        .iter()
        .find(|article| article.id == id)
        .map(OpenArticle::title)
        .filter(|title| !title.is_empty())
        .unwrap_or("The article")
        .to_owned()
}
