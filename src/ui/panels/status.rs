//! The status bar: saved or not, review progress, caret position.

use eframe::egui;
use egui::{Align, Frame, Layout, Margin, Ui};

use crate::app::{
    ArticleId, CommandId, Event, OpenArticle, ReviewOrder, Session, Suggesting, Work,
};
use crate::ui::Outbox;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface};
use copydesk_document::counted;
use copydesk_text::ArticleText;

/// The height of the line; notices stay above it.
pub const HEIGHT: f32 = 28.0;

#[derive(Default)]
pub struct StatusBar {
    words: WordCount,
}

/// How many words stand before the caret; counted once per article and paragraph.
#[derive(Default)]
struct WordCount {
    article: Option<ArticleId>,
    /// Words before each paragraph.
    before: Vec<usize>,
    total: usize,
    caret: usize,
    at: usize,
}

impl StatusBar {
    pub fn show(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let theme = Theme::of(ui.ctx());
        let frame = Frame::new()
            .fill(theme.panel)
            .inner_margin(Margin::symmetric(14, 0));
        egui::Panel::bottom("status")
            .exact_size(HEIGHT)
            .frame(frame)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                ui.horizontal_centered(|ui| {
                    if let Some(work) = session.exchange().work() {
                        show_work(ui, session, work, outbox);
                    }
                    match session.article() {
                        Some(article) => self.show_article(ui, session, article, outbox),
                        None if session.is_opening() => quiet_line(ui, "Opening…"),
                        None => quiet_line(ui, "No article open"),
                    }
                });
            });
    }

    fn show_article(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        article: &OpenArticle,
        outbox: &mut Outbox,
    ) {
        for words in review_words(article) {
            quiet_line(ui, &words);
        }
        show_problems(ui, session, article, outbox);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (at, total) = self.words.at_caret(article);
            let encoding = &article.document().metadata().encoding;
            let separator = if encoding.is_empty() { "" } else { " · " };
            let place = format!("word {at} of {total}{separator}{encoding}");
            if ui.available_width() > 140.0 {
                quiet_line(ui, &place);
            }
        });
    }
}

/// How many marks are set aside, as a button that shows them.
fn show_problems(ui: &mut Ui, session: &Session, article: &OpenArticle, outbox: &mut Outbox) {
    let count = article.document().detached().len();
    if count == 0 {
        return;
    }
    let words = counted(count, "problem", "problems");
    let key = session.table().keymap().shown(CommandId::Problems);
    let press = Press::new(&words).key(&key).height(22.0).show(ui);
    widgets::describe(&press, "Marks that do not fit the article");
    if press.clicked() {
        outbox.send(Event::Command(CommandId::Problems));
    }
}

/// The running export or import, with a stop button.
fn show_work(ui: &mut Ui, session: &Session, work: &Work, outbox: &mut Outbox) {
    let theme = Theme::of(ui.ctx());
    let words = egui::RichText::new(work.words())
        .font(interface(12.0))
        .color(theme.text);
    ui.add(egui::Label::new(words).extend());
    let key = session.table().keymap().shown(CommandId::StopWork);
    let stop = ui
        .scope(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            Press::new("Stop").key(&key).height(22.0).show(ui)
        })
        .inner;
    if stop.clicked() {
        outbox.send(Event::Command(CommandId::StopWork));
    }
}

fn quiet_line(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    let words = egui::RichText::new(words)
        .font(interface(12.0))
        .color(theme.quiet);
    ui.add(egui::Label::new(words).extend());
}

fn review_words(article: &OpenArticle) -> Vec<String> {
    let counts = article.counts();
    let mut words = vec![saved_words(article).to_owned()];
    if let Suggesting::Working { done, .. } = article.suggesting() {
        words.push(format!("Suggesting… {:.0}%", done * 100.0));
    }
    words.push(format!("{} to review", counts.suggested));
    words.push(format!("{} accepted", counts.accepted));
    words.push(format!("{} rejected", counts.rejected));
    if let Some(ratio) = article.actions_per_span() {
        let places = if ratio < 0.1 { 2 } else { 1 };
        words.push(format!("{ratio:.places$} actions per span"));
    }
    match article.order() {
        ReviewOrder::Reading => {}
        ReviewOrder::Doubt => words.push("least certain first".to_owned()),
        ReviewOrder::Candidates => words.push("possible misses".to_owned()),
    }
    words
}

fn saved_words(article: &OpenArticle) -> &'static str {
    if article.is_saving() {
        "Saving…"
    } else if article.is_unsaved() {
        "Unsaved"
    } else if article.saved_at().is_some() {
        "Saved"
    } else {
        "No changes"
    }
}

impl WordCount {
    fn at_caret(&mut self, article: &OpenArticle) -> (usize, usize) {
        let (text, caret) = (article.text(), article.caret());
        if self.article != Some(article.id) {
            self.count_article(text);
            self.article = Some(article.id);
            self.caret = usize::MAX;
        }
        if self.caret != caret {
            self.caret = caret;
            self.at = self.words_until(text, caret).min(self.total);
        }
        (self.at, self.total)
    }

    fn count_article(&mut self, text: &ArticleText) {
        self.before.clear();
        self.total = 0;
        for paragraph in text.paragraphs() {
            self.before.push(self.total);
            let words = text.as_str().get(paragraph.range()).unwrap_or_default();
            self.total += words.split_whitespace().count();
        }
    }

    /// The number of the word that the caret is in or before.
    fn words_until(&self, text: &ArticleText, caret: usize) -> usize {
        let Some(index) = text.paragraph_at(caret) else {
            return 0;
        };
        let start = text.paragraphs().get(index).map_or(0, |first| first.start);
        let before = text.as_str().get(start..caret).unwrap_or_default();
        let is_inside = before.ends_with(|last: char| !last.is_whitespace());
        let here = before.split_whitespace().count() + usize::from(!is_inside);
        self.before.get(index).copied().unwrap_or_default() + here
    }
}

/// What a list says of an article beside its title.
pub fn progress_words(article: &OpenArticle) -> String {
    let counts = article.counts();
    let spans = || counted(counts.accepted, "span", "spans");
    let mut words = match article.suggesting() {
        Suggesting::Working { done, .. } => format!("suggesting… {:.0}%", done * 100.0),
        Suggesting::Ready if is_done(article) => format!("done · {}", spans()),
        Suggesting::Ready if counts.suggested > 0 => format!("{} to review", counts.suggested),
        Suggesting::Ready => format!("reviewed · {}", spans()),
    };
    if article.is_unsaved() {
        words.push_str(" · unsaved");
    }
    words
}

fn is_done(article: &OpenArticle) -> bool {
    article.document().status() == copydesk_document::Status::Done
}
