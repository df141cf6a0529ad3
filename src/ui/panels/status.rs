//! The status bar: saved or not, review progress, caret position.

use eframe::egui;
use egui::{Align, Frame, Margin, Ui};

use crate::app::{
    ArticleId, CommandId, Event, OpenArticle, ReviewOrder, Session, Suggesting, Work,
};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface};
use copydesk_i18n::tr;
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
                direction::column(ui, |ui| {
                    ui.spacing_mut().item_spacing.x = 16.0;
                    ui.horizontal_centered(|ui| {
                        if let Some(work) = session.exchange().work() {
                            show_work(ui, session, work, outbox);
                        }
                        match session.article() {
                            Some(article) => self.show_article(ui, session, article, outbox),
                            None if session.is_opening() => quiet_line(ui, tr!("article-opening")),
                            None => quiet_line(ui, tr!("no-article-open")),
                        }
                    });
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
        ui.with_layout(direction::backward(Align::Center), |ui| {
            let (at, total) = self.words.at_caret(article);
            let encoding = &article.document().metadata().encoding;
            let place = if encoding.is_empty() {
                tr!("status-word", at = at, total = total)
            } else {
                tr!(
                    "status-word-encoding",
                    at = at,
                    total = total,
                    encoding = encoding
                )
            };
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
    let words = tr!("status-problems", count = count);
    let key = session.table().keymap().shown(CommandId::Problems);
    let press = Press::new(&words).key(&key).height(22.0).show(ui);
    widgets::describe(&press, tr!("status-problems-about"));
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
            Press::new(tr!("work-stop")).key(&key).height(22.0).show(ui)
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
        let percent = format!("{:.0}", done * 100.0);
        words.push(tr!("suggesting-percent", percent = percent));
    }
    words.push(tr!("count-to-review", count = counts.suggested));
    words.push(tr!("count-accepted", count = counts.accepted));
    words.push(tr!("count-rejected", count = counts.rejected));
    if let Some(ratio) = article.actions_per_span() {
        let places = if ratio < 0.1 { 2 } else { 1 };
        let actions = widgets::decimal(ratio, places);
        words.push(tr!("status-actions-per-span", actions = actions));
    }
    match article.order() {
        ReviewOrder::Reading => {}
        ReviewOrder::Doubt => words.push(tr!("status-doubt-first").to_owned()),
        ReviewOrder::Candidates => words.push(tr!("status-possible-misses").to_owned()),
    }
    words
}

fn saved_words(article: &OpenArticle) -> &'static str {
    if article.is_saving() {
        tr!("status-saving")
    } else if article.is_unsaved() {
        tr!("status-unsaved")
    } else if article.saved_at().is_some() {
        tr!("status-saved")
    } else {
        tr!("status-no-changes")
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
    let words = match article.suggesting() {
        Suggesting::Working { done, .. } => {
            let percent = format!("{:.0}", done * 100.0);
            tr!("progress-suggesting", percent = percent)
        }
        Suggesting::Ready if is_done(article) => tr!("progress-done", count = counts.accepted),
        Suggesting::Ready if counts.suggested > 0 => {
            tr!("count-to-review", count = counts.suggested)
        }
        Suggesting::Ready => tr!("progress-reviewed", count = counts.accepted),
    };
    if article.is_unsaved() {
        tr!("progress-unsaved", progress = words)
    } else {
        words
    }
}

fn is_done(article: &OpenArticle) -> bool {
    article.document().status() == copydesk_document::Status::Done
}
