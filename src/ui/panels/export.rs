//! The export dialog: format, articles, spans, split and preview.

use std::collections::BTreeSet;

use eframe::egui;
use egui::{
    Context, CornerRadius, DragValue, Id, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo,
    vec2,
};

use crate::app::{
    Event, ExchangeEvent, ExportArticles, ExportChoice, Format, OpenArticle, Session,
};
use crate::ui::Outbox;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::preview;
use crate::ui::panels::sheet::{Sheet, Submit};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_document::SpanState;
use copydesk_i18n::tr;
use copydesk_text::folded;

#[derive(Default)]
pub struct ExportDialog {
    /// The words that the list of formats is filtered by.
    words: String,
    /// Percentages for dev and test, kept while the split is off.
    parts: (u8, u8),
    /// The file of the preview that is shown.
    file: usize,
    is_new: bool,
}

const WIDTH: f32 = 920.0;
const FORMATS_WIDTH: f32 = 236.0;
/// Below this width the formats stand above the rest.
const NARROW: f32 = 620.0;
const ROW: f32 = 26.0;
/// Height around the dialog's body: margins, title and buttons.
const AROUND: f32 = 150.0;
const PARTS: (u8, u8) = (10, 10);
const NAME_WIDTH: f32 = 66.0;

impl ExportDialog {
    pub fn of(session: &Session) -> Self {
        Self {
            parts: session.exchange().export().split.unwrap_or(PARTS),
            is_new: true,
            ..Self::default()
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let sheet = Sheet {
            title: tr!("export-title"),
            width: WIDTH,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            let mut choice = session.exchange().export().clone();
            let is_sent = self.show_body(ui, session, &mut choice);
            show_answer(ui, session, is_sent, outbox);
            if choice != *session.exchange().export() {
                if choice.format != session.exchange().export().format {
                    self.file = 0;
                }
                let chosen = ExchangeEvent::ExportChosen(choice);
                outbox.send(Event::Exchange(chosen));
            }
        });
    }

    /// `true` if Enter was pressed to export.
    fn show_body(&mut self, ui: &mut Ui, session: &Session, choice: &mut ExportChoice) -> bool {
        let height = (ui.ctx().content_rect().height() - AROUND).clamp(120.0, 600.0);
        let width = ui.available_width();
        let mut is_sent = false;
        if width >= NARROW {
            ui.horizontal_top(|ui| {
                // The same for every format, so that the dialog does not jump.
                ui.set_min_height(height);
                ui.spacing_mut().item_spacing.x = 20.0;
                ui.allocate_ui(vec2(FORMATS_WIDTH, height), |ui| {
                    ui.set_width(FORMATS_WIDTH);
                    ui.vertical(|ui| is_sent = self.show_formats(ui, session, choice, height));
                });
                let width = width - FORMATS_WIDTH - 20.0;
                ui.allocate_ui(vec2(width, height), |ui| {
                    ui.set_width(width);
                    ScrollArea::vertical()
                        .id_salt("export options")
                        .max_height(height)
                        .min_scrolled_height(height)
                        .auto_shrink([false, true])
                        .show(ui, |ui| {
                            ui.vertical(|ui| self.show_options(ui, session, choice, height));
                        });
                });
            });
        } else {
            ScrollArea::vertical()
                .id_salt("export body")
                .max_height(height)
                .min_scrolled_height(height)
                .show(ui, |ui| {
                    is_sent = self.show_formats(ui, session, choice, 190.0);
                    ui.add_space(8.0);
                    self.show_options(ui, session, choice, 420.0);
                });
        }
        is_sent
    }

    fn show_formats(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        choice: &mut ExportChoice,
        height: f32,
    ) -> bool {
        let id = Id::unique("find a format");
        let focused = ui.memory(egui::Memory::focused);
        let has_keys = focused.is_none_or(|focused| focused == id);
        // Before the field, which would consume these keys.
        let step = has_keys.then(|| lists::pressed_step(ui)).flatten();
        let is_sent = (has_keys && lists::pressed(ui, Key::Enter))
            || ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let field = widgets::field(&mut self.words, id, tr!("export-find-format-hint"));
        let response = ui.add(field).accessible_name(tr!("export-find-format"));
        if std::mem::take(&mut self.is_new) {
            response.request_focus();
        }
        let formats = self.fitting(session);
        let at = formats.iter().position(|it| it.id == choice.format);
        let to = match step.map(|step| step.from(at, formats.len(), 8)) {
            Some(Step::To(index)) => Some(index),
            _ if response.changed() && at.is_none() => Some(0),
            _ => None,
        };
        if let Some(format) = to.and_then(|index| formats.get(index)) {
            choice.format = format.id;
            lists::say_chosen(ui, format.name, to.unwrap_or(0), formats.len());
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(6.0);
        if formats.is_empty() {
            widgets::quiet(ui, tr!("export-no-formats"));
        }
        let list = Id::unique("formats");
        let count = formats.len();
        lists::beside_field(
            ui,
            ui.available_rect_before_wrap(),
            list,
            tr!("export-formats"),
        );
        lists::rows(ui, list, count, |ui| {
            ScrollArea::vertical()
                .id_salt("formats")
                .max_height(height - 40.0)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    for (place, format) in formats.into_iter().enumerate() {
                        let is_chosen = format.id == choice.format;
                        let response = show_format(ui, format, is_chosen);
                        lists::place_row(list, &response, place, is_chosen);
                        if is_chosen && step.is_some() {
                            response
                                .scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
                        }
                        if response.clicked() {
                            choice.format = format.id;
                            ui.memory_mut(|memory| memory.request_focus(id));
                        }
                    }
                });
        });
        is_sent
    }

    /// The formats that contain every word typed.
    fn fitting<'a>(&self, session: &'a Session) -> Vec<&'a Format> {
        let words = folded(self.words.trim());
        let fits = |format: &&Format| {
            let text = folded(&format!("{} {} {}", format.name, format.id, format.about));
            words.split_whitespace().all(|word| text.contains(word))
        };
        let formats = session.exchange().formats().written.iter();
        formats.filter(fits).collect()
    }

    fn show_options(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        choice: &mut ExportChoice,
        height: f32,
    ) {
        let top = ui.cursor().top();
        ui.spacing_mut().item_spacing.y = 7.0;
        show_about(ui, session, choice);
        show_articles(ui, session, choice);
        show_states(ui, session, choice);
        show_labels(ui, session, choice);
        self.show_files(ui, session, choice);
        let left = height - (ui.cursor().top() - top);
        preview::show(ui, session, &mut self.file, left);
    }

    /// Split, and one file or many.
    fn show_files(&mut self, ui: &mut Ui, session: &Session, choice: &mut ExportChoice) {
        row(ui, tr!("export-files"), |ui| {
            let is_split = choice.split.is_some();
            if toggle(ui, tr!("export-split"), is_split) {
                choice.split = (!is_split).then_some(self.parts);
            }
            if let Some((dev, test)) = &mut choice.split {
                part(ui, tr!("export-dev"), dev, 99 - *test);
                part(ui, tr!("export-test"), test, 99 - *dev);
                self.parts = (*dev, *test);
            }
            let is_one_file = session
                .exchange()
                .format()
                .is_some_and(|format| format.extension.is_some());
            if is_one_file && toggle(ui, tr!("export-one-each"), choice.one_each) {
                choice.one_each = !choice.one_each;
            }
        });
    }
}

fn show_format(ui: &mut Ui, format: &Format, is_chosen: bool) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, format.name));
    widgets::describe(&response, format.about);
    let rect = response.rect;
    if is_chosen || response.hovered() {
        let fill = if is_chosen { theme.chosen } else { theme.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    }
    let ending = format.extension.map_or_else(
        || tr!("export-folder").to_owned(),
        |extension| format!(".{extension}"),
    );
    let color = if is_chosen { theme.text } else { theme.quiet };
    let ending = widgets::line(ui, &ending, &Ink::new(interface(size::SMALL), color));
    let left = rect.right() - 8.0 - ending.size().x;
    let face = if is_chosen {
        strong(size::INTERFACE)
    } else {
        interface(size::INTERFACE)
    };
    let width = left - rect.left() - 16.0;
    let name = widgets::lay_out(ui, format.name, &Ink::new(face, theme.text), width, 1);
    let hint = if name.elided {
        format!("{}: {}", format.name, format.about)
    } else {
        format.about.to_owned()
    };
    widgets::paint_line(ui, name, rect.left() + 8.0, rect.center().y);
    widgets::paint_line(ui, ending, left, rect.center().y);
    response.on_hover_text(hint)
}

/// What the format is for, and what it becomes on disk.
fn show_about(ui: &mut Ui, session: &Session, choice: &ExportChoice) {
    let Some(format) = session.exchange().format() else {
        widgets::quiet(ui, tr!("export-choose-format"));
        return;
    };
    let theme = Theme::of(ui.ctx());
    let mut chars = format.about.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    let about: String = first.chain(chars).collect();
    let about = match choice.extension(format) {
        Some(extension) => tr!("export-about-file", about = about, extension = extension),
        None => tr!("export-about-folder", about = about),
    };
    let about = egui::RichText::new(about)
        .font(interface(size::INTERFACE))
        .line_height(Some(19.0))
        .color(theme.text);
    ui.add(egui::Label::new(about).wrap());
}

/// A name on the left, with choices beside it that wrap.
fn row(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(NAME_WIDTH, 22.0), Sense::hover());
        let ink = Ink::new(interface(12.0), theme.quiet);
        let name = widgets::line(ui, name, &ink);
        widgets::paint_line(ui, name, rect.left(), rect.center().y);
        ui.vertical(|ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
                content(ui);
            });
        });
    });
}

fn toggle(ui: &mut Ui, words: &str, is_on: bool) -> bool {
    widgets::chip_as(ui, Role::CheckBox, words, is_on).clicked()
}

fn part(ui: &mut Ui, name: &str, percent: &mut u8, most: u8) {
    let value = DragValue::new(percent)
        .range(0..=most)
        .prefix(format!("{name} "))
        .suffix("%");
    ui.add(value)
        .accessible_name(tr!("export-percent-for", name = name));
}

fn show_articles(ui: &mut Ui, session: &Session, choice: &mut ExportChoice) {
    use ExportArticles::{Done, Folder, FolderDone, Open, Shown};
    let count = |articles| session.exported_count(articles);
    let (open, done) = (count(Open), count(Done));
    let (all, folder_done) = (count(Folder), count(FolderDone));
    // Those of the folder that happen to be open are no choice of their own.
    let is_only_folder = session.exported(Folder).len() == open;
    let choices = [
        (Shown, tr!("export-this-one").to_owned(), true),
        (Folder, tr!("export-all-in-folder", count = all), all > 1),
        (
            FolderDone,
            tr!("export-done-in-folder", count = folder_done),
            folder_done > 0,
        ),
        (
            Open,
            tr!("export-all-open", count = open),
            open > 1 && !is_only_folder,
        ),
        (
            Done,
            tr!("export-done", count = done),
            done > 0 && !is_only_folder,
        ),
    ];
    row(ui, tr!("export-articles"), |ui| {
        for (articles, words, is_offered) in choices {
            let is_on = choice.articles == articles;
            if (is_offered || is_on)
                && widgets::chip_as(ui, Role::RadioButton, &words, is_on).clicked()
            {
                choice.articles = articles;
            }
        }
    });
}

fn show_states(ui: &mut Ui, session: &Session, choice: &mut ExportChoice) {
    let articles = session.exported(choice.articles);
    let sum = |count: fn(&OpenArticle) -> usize| -> usize {
        articles.iter().map(|article| count(article)).sum()
    };
    let states = [
        (SpanState::Accepted, sum(|it| it.counts().accepted)),
        (SpanState::Suggested, sum(|it| it.counts().suggested)),
        (SpanState::Rejected, sum(|it| it.counts().rejected)),
    ];
    // What is in articles that are not open, nobody has counted.
    let is_counted = articles.len() == session.exported_count(choice.articles);
    row(ui, tr!("export-spans"), |ui| {
        for (state, count) in &states {
            let words = state_words(*state, is_counted.then_some(*count));
            flip(ui, &words, &mut choice.states, *state, true);
        }
        let wanted = states
            .iter()
            .filter(|(state, _)| choice.states.contains(state));
        let has_any = wanted.map(|(_, count)| count).sum::<usize>() > 0;
        if is_counted && !choice.states.is_empty() && !has_any {
            widgets::quiet(ui, tr!("export-no-such-spans"));
        }
    });
}

/// The spans of a state; `count` is `None` where nobody has counted them.
fn state_words(state: SpanState, count: Option<usize>) -> String {
    match (state, count) {
        (SpanState::Accepted, Some(count)) => tr!("export-accepted", count = count),
        (SpanState::Suggested, Some(count)) => tr!("export-suggested", count = count),
        (SpanState::Rejected, Some(count)) => tr!("export-rejected", count = count),
        (SpanState::Accepted, None) => tr!("export-all-accepted").to_owned(),
        (SpanState::Suggested, None) => tr!("export-all-suggested").to_owned(),
        (SpanState::Rejected, None) => tr!("export-all-rejected").to_owned(),
    }
}

fn show_labels(ui: &mut Ui, session: &Session, choice: &mut ExportChoice) {
    row(ui, tr!("export-labels"), |ui| {
        for label in session.all_labels() {
            flip(
                ui,
                &label.plural,
                &mut choice.without,
                label.id.clone(),
                false,
            );
        }
    });
}

/// A switch for one thing in a set, which is on if membership in the set equals `on`.
fn flip<T: Ord>(ui: &mut Ui, words: &str, set: &mut BTreeSet<T>, thing: T, on: bool) {
    let is_in = set.contains(&thing);
    if toggle(ui, words, is_in == on) {
        if is_in {
            set.remove(&thing);
        } else {
            set.insert(thing);
        }
    }
}

fn show_answer(ui: &mut Ui, session: &Session, is_sent: bool, outbox: &mut Outbox) {
    let submit = Submit {
        press: Press::new(tr!("export-export")).key("Enter"),
        is_sent,
        ready: session.export_ready(),
        event: ExchangeEvent::ExportWanted,
    };
    submit.show(ui, outbox);
}
