//! The few questions before something that cannot be undone.

use eframe::egui;
use egui::{Context, RichText, Ui};

use crate::app::{Answer, ArticleId, Event, OpenArticle, Question, Session};
use crate::ui::Outbox;
use crate::ui::panels::sheet::Sheet;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, size};
use copydesk_i18n::tr;

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
    match question {
        Question::Close(id) => ask_unsaved(
            tr!("confirm-close-title", article = name(session, *id)),
            tr!("confirm-close").to_owned(),
        ),
        Question::Quit { unsaved } => ask_unsaved(
            tr!("confirm-quit-title").to_owned(),
            tr!("confirm-quit", count = *unsaved),
        ),
        Question::ChangedOnDisk(id) => ask_changed(session, *id),
        Question::OpenElsewhere(id) => ask_elsewhere(session, *id),
        Question::ReplaceArticle(_, path) => Asked {
            title: tr!("confirm-replace-article-title").to_owned(),
            text: tr!("confirm-replace-article", path = path.display().to_string()),
            answers: vec![
                Choice::new(
                    Answer::Save,
                    tr!("confirm-save-as"),
                    tr!("confirm-save-as-help"),
                ),
                Choice::new(
                    Answer::Overwrite,
                    tr!("confirm-replace"),
                    tr!("confirm-replace-article-help"),
                ),
                cancel(),
            ],
        },
        Question::DeleteActivity => Asked {
            title: tr!("confirm-delete-activity-title").to_owned(),
            text: tr!("confirm-delete-activity").to_owned(),
            answers: vec![
                Choice::new(
                    Answer::Discard,
                    tr!("confirm-delete"),
                    tr!("confirm-delete-help"),
                ),
                cancel(),
            ],
        },
        Question::ReplaceDataSet(path) => Asked {
            title: tr!("confirm-replace-data-set-title").to_owned(),
            text: tr!(
                "confirm-replace-data-set",
                path = path.display().to_string()
            ),
            answers: vec![
                Choice::new(
                    Answer::Overwrite,
                    tr!("confirm-replace"),
                    tr!("confirm-replace-data-set-help"),
                ),
                cancel(),
            ],
        },
    }
}

fn cancel() -> Choice {
    Choice::new(Answer::Cancel, tr!("sheet-cancel"), "")
}

fn ask_unsaved(title: String, text: String) -> Asked {
    Asked {
        title,
        text,
        answers: vec![
            Choice::new(Answer::Save, tr!("confirm-save"), tr!("confirm-save-help")),
            Choice::new(Answer::Keep, tr!("confirm-keep"), tr!("confirm-keep-help")),
            Choice::new(
                Answer::Discard,
                tr!("confirm-discard"),
                tr!("confirm-discard-help"),
            ),
            cancel(),
        ],
    }
}

fn ask_elsewhere(session: &Session, id: ArticleId) -> Asked {
    Asked {
        title: tr!("confirm-elsewhere-title", article = name(session, id)),
        text: tr!("confirm-elsewhere", who = open_elsewhere(session, id)),
        answers: vec![
            Choice::new(
                Answer::Cancel,
                tr!("confirm-read-only"),
                tr!("confirm-read-only-help"),
            ),
            Choice::new(
                Answer::Overwrite,
                tr!("confirm-open-anyway"),
                tr!("confirm-open-anyway-help"),
            ),
            Choice::new(
                Answer::Discard,
                tr!("sheet-close"),
                tr!("confirm-close-help"),
            ),
        ],
    }
}

fn ask_changed(session: &Session, id: ArticleId) -> Asked {
    let article = name(session, id);
    let obstacle = session.theirs_ready(id).err().map(str::to_owned);
    let text = match &obstacle {
        None => tr!("confirm-changed", article = article),
        Some(reason) => tr!(
            "confirm-changed-why-not",
            article = article,
            reason = reason
        ),
    };
    let fitting = |answer, name, help| Choice {
        obstacle: obstacle.clone(),
        ..Choice::new(answer, name, help)
    };
    Asked {
        title: tr!("confirm-changed-title").to_owned(),
        text,
        answers: vec![
            fitting(
                Answer::Merge,
                tr!("confirm-merge"),
                tr!("confirm-merge-help"),
            ),
            fitting(
                Answer::TakeTheirs,
                tr!("confirm-theirs"),
                tr!("confirm-theirs-help"),
            ),
            Choice::new(
                Answer::Save,
                tr!("confirm-save-copy"),
                tr!("confirm-save-copy-help"),
            ),
            Choice::new(
                Answer::Overwrite,
                tr!("confirm-overwrite"),
                tr!("confirm-overwrite-help"),
            ),
            cancel(),
        ],
    }
}

fn open_elsewhere(session: &Session, id: ArticleId) -> &str {
    let mut articles = session.articles().iter();
    articles
        .find(|article| article.id == id)
        .and_then(OpenArticle::open_elsewhere)
        .filter(|by| !by.is_empty())
        .unwrap_or_else(|| tr!("confirm-somebody-else"))
}

fn name(session: &Session, id: ArticleId) -> String {
    session
        .articles()
        .iter()
        .find(|article| article.id == id)
        .map(OpenArticle::title)
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| tr!("confirm-the-article"))
        .to_owned()
}
