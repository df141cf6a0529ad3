//! The dialog of earlier versions: when each was saved, and what restoring one would change.

use eframe::egui;
use egui::{
    Context, CornerRadius, Id, Key, Rect, Response, RichText, Role, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::{
    ComparingEvent, EarlierVersion, EarlierVersions, Event, Reading, Session, ShownVersion,
};
use crate::ui::Outbox;
use crate::ui::panels::difference_words::{self, ChangeWords};
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Ink, Pill, Press};
use crate::ui::theme::{Theme, interface, reading, size, strong};
use copydesk_document::{Difference, Document};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct VersionsDialog {
    is_new: bool,
    /// How far the changes are to be scrolled, in pages.
    pages: f32,
}

const WIDTH: f32 = 820.0;
const LIST_WIDTH: f32 = 218.0;
const VERSION_ROW: f32 = 44.0;
const CHANGE_ROW: f32 = 46.0;
/// Height around the dialog's body: margins, title and buttons.
const AROUND: f32 = 170.0;

fn list_id() -> Id {
    Id::unique("earlier versions")
}

impl VersionsDialog {
    pub fn new() -> Self {
        Self {
            is_new: true,
            pages: 0.0,
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let Some(versions) = session.versions() else {
            return;
        };
        let mut articles = session.articles().iter();
        let Some(article) = articles.find(|article| article.id == versions.article) else {
            return;
        };
        let title = tr!("versions-title", title = article.title());
        let sheet = Sheet {
            title: &title,
            width: WIDTH,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            let is_sent = self.show_body(ui, versions, outbox);
            show_answer(ui, versions, is_sent, outbox);
        });
    }

    /// `true` if Enter was pressed to restore.
    fn show_body(&mut self, ui: &mut Ui, versions: &EarlierVersions, outbox: &mut Outbox) -> bool {
        let list = match &versions.list {
            Reading::Done(list) if !list.is_empty() => list,
            other => {
                widgets::quiet(ui, words_without_list(other));
                return false;
            }
        };
        let height = (ui.ctx().content_rect().height() - AROUND).clamp(160.0, 460.0);
        let width = ui.available_width() - LIST_WIDTH - 20.0;
        let mut is_sent = false;
        ui.horizontal_top(|ui| {
            ui.set_min_height(height);
            ui.spacing_mut().item_spacing.x = 20.0;
            ui.allocate_ui(vec2(LIST_WIDTH, height), |ui| {
                ui.set_width(LIST_WIDTH);
                ui.vertical(|ui| is_sent = self.show_list(ui, list, versions.chosen, outbox));
            });
            ui.allocate_ui(vec2(width, height), |ui| {
                ui.set_width(width);
                ui.vertical(|ui| self.show_chosen(ui, versions));
            });
        });
        is_sent
    }

    /// `true` if Enter was pressed.
    fn show_list(
        &mut self,
        ui: &mut Ui,
        list: &[EarlierVersion],
        chosen: usize,
        outbox: &mut Outbox,
    ) -> bool {
        let rect = ui.available_rect_before_wrap();
        let has_keyboard =
            lists::in_dialog(ui, rect, list_id(), tr!("versions-list"), &mut self.is_new);
        let (step, is_sent) = if has_keyboard {
            self.pressed(ui)
        } else {
            (None, false)
        };
        let to = step.map(|step| step.from(Some(chosen), list.len(), 1));
        if let Some(Step::To(index)) = to
            && index != chosen
        {
            outbox.send(Event::VersionChosen(index));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        lists::rows(ui, list_id(), list.len(), |ui| {
            ScrollArea::vertical()
                .id_salt("earlier versions")
                .auto_shrink(false)
                .show(ui, |ui| {
                    for (index, version) in list.iter().enumerate() {
                        let row = show_version(ui, version, index == chosen);
                        lists::place_row(list_id(), &row, index, index == chosen);
                        if index == chosen && step.is_some() {
                            row.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
                        }
                        if row.clicked() {
                            outbox.send(Event::VersionChosen(index));
                            ui.memory_mut(|memory| memory.request_focus(list_id()));
                        }
                    }
                });
        });
        lists::paint_ring(ui, list_id(), rect);
        is_sent
    }

    /// The move in the list, and whether Enter was pressed. The page keys scroll the changes.
    fn pressed(&mut self, ui: &Ui) -> (Option<Step>, bool) {
        if lists::pressed(ui, Key::PageDown) {
            self.pages += 1.0;
        }
        if lists::pressed(ui, Key::PageUp) {
            self.pages -= 1.0;
        }
        let is_sent = lists::pressed(ui, Key::Enter);
        (lists::pressed_step(ui), is_sent)
    }

    fn show_chosen(&mut self, ui: &mut Ui, versions: &EarlierVersions) {
        match &versions.shown {
            Reading::Waiting => drop(widgets::quiet(ui, tr!("versions-reading-one"))),
            Reading::Failed(message) => {
                let theme = Theme::of(ui.ctx());
                let words = RichText::new(message)
                    .font(interface(size::INTERFACE))
                    .color(theme.problem);
                ui.add(egui::Label::new(words).wrap());
            }
            Reading::Done(shown) => self.show_changes(ui, shown, versions.chosen),
        }
    }

    fn show_changes(&mut self, ui: &mut Ui, shown: &ShownVersion, index: usize) {
        let others = &shown.other_changes;
        let count = shown.differences.len() + others.len();
        let words = match shown.ready {
            Err(reason) => reason.to_owned(),
            Ok(()) => tr!("versions-restoring", count = count),
        };
        widgets::quiet(ui, words);
        ui.add_space(4.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        let pages = std::mem::take(&mut self.pages);
        ScrollArea::vertical()
            .id_salt(("changes", index))
            .auto_shrink(false)
            .min_scrolled_height(0.0)
            .show_rows(ui, CHANGE_ROW, count, |ui, rows| {
                if pages != 0.0 {
                    let page = ui.clip_rect().height() - CHANGE_ROW;
                    ui.scroll_with_delta_animation(
                        vec2(0.0, -pages * page),
                        egui::style::ScrollAnimation::none(),
                    );
                }
                for row in rows {
                    if let Some(words) = others.get(row) {
                        show_other(ui, words);
                    } else if let Some(difference) = shown.differences.get(row - others.len()) {
                        show_change(ui, difference, &shown.document);
                    }
                }
            });
    }
}

fn words_without_list(list: &Reading<Vec<EarlierVersion>>) -> &str {
    match list {
        Reading::Waiting => tr!("versions-reading"),
        Reading::Failed(message) => message,
        Reading::Done(_) => tr!("versions-none"),
    }
}

fn show_version(ui: &mut Ui, version: &EarlierVersion, is_chosen: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let count = tr!("versions-annotations", count = version.annotations);
    let response = ui.allocate_response(vec2(ui.available_width(), VERSION_ROW), Sense::CLICK);
    response.widget_info(|| {
        let name = format!("{}, {count}", version.when);
        WidgetInfo::labeled(Role::ListBoxOption, true, name)
    });
    let rect = response.rect;
    if is_chosen || response.hovered() {
        let fill = if is_chosen { theme.chosen } else { theme.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    }
    let face = if is_chosen {
        strong(size::INTERFACE)
    } else {
        interface(size::INTERFACE)
    };
    let when = widgets::line(ui, &version.when, &Ink::new(face, theme.text));
    let color = if is_chosen { theme.text } else { theme.quiet };
    let count = widgets::line(ui, &count, &Ink::new(interface(size::SMALL), color));
    widgets::paint_line(ui, when, rect.left() + 10.0, rect.top() + 14.0);
    widgets::paint_line(ui, count, rect.left() + 10.0, rect.top() + 31.0);
    response
}

/// A span with its label's color, and what happens to it.
fn show_change(ui: &mut Ui, difference: &Difference, document: &Document) {
    let change = ChangeWords::of(difference, document);
    let words = document.text().words(change.span);
    let response = change_row(ui, || {
        let label = difference_words::name(document.schema(), &change.label);
        tr!(
            "versions-change-spoken",
            change = &change.what,
            label = label,
            words = words
        )
    });
    let theme = Theme::of(ui.ctx());
    let rect = response.rect;
    let mut right = rect.right() - 8.0;
    if let Some(label) = document.schema().label(&change.label) {
        let color = theme.label(label.color);
        let bar = Rect::from_min_size(rect.min + vec2(2.0, 7.0), vec2(4.0, CHANGE_ROW - 14.0));
        ui.painter().rect_filled(bar, CornerRadius::same(1), color);
        let pill = Pill::new(ui, label, theme.raised);
        let at = pos2(right - pill.size.x, rect.top() + 6.0);
        let pill_rect = Rect::from_min_size(at, pill.size);
        right = at.x - 10.0;
        pill.paint(ui, pill_rect);
    }
    let left = rect.left() + 14.0;
    let line = widgets::one_line(words);
    let ink = Ink::new(reading(16.0), theme.text);
    let words = widgets::lay_out(ui, &line, &ink, right - left, 1);
    let response = widgets::whole(response, &words, &line);
    widgets::paint_line(ui, words, left, rect.top() + 15.0);
    let ink = Ink::new(interface(12.0), theme.quiet);
    let what = widgets::lay_out(ui, &change.what, &ink, rect.right() - 8.0 - left, 1);
    let is_cut = what.elided;
    widgets::paint_line(ui, what, left, rect.top() + 34.0);
    if is_cut {
        response.on_hover_text(&change.what);
    }
}

fn show_other(ui: &mut Ui, words: &'static str) {
    let response = change_row(ui, || words.to_owned());
    let theme = Theme::of(ui.ctx());
    let rect = response.rect;
    let line = widgets::line(ui, words, &Ink::new(interface(size::INTERFACE), theme.text));
    widgets::paint_line(ui, line, rect.left() + 14.0, rect.center().y);
}

fn change_row(ui: &mut Ui, name: impl Fn() -> String) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.allocate_response(vec2(ui.available_width(), CHANGE_ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, name()));
    let rect = response.rect;
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline_stroke());
    response
}

fn show_answer(ui: &mut Ui, versions: &EarlierVersions, is_sent: bool, outbox: &mut Outbox) {
    if versions.chosen().is_none() {
        if buttons(ui, [Press::new(tr!("sheet-close")).key("Escape")]).is_some() {
            outbox.send(Event::DialogClosed);
        }
        return;
    }
    let is_ready = versions
        .shown
        .done()
        .is_some_and(|shown| shown.ready.is_ok());
    let presses = [
        Press::new(tr!("versions-restore"))
            .key("Enter")
            .enabled(is_ready),
        Press::new(tr!("versions-compare")).enabled(is_ready),
        Press::new(tr!("sheet-close")).key("Escape"),
    ];
    let answer = buttons(ui, presses);
    match answer {
        Some(0) => outbox.send(Event::VersionRestored),
        Some(1) => outbox.send(Event::Comparing(ComparingEvent::EarlierWanted)),
        Some(_) => outbox.send(Event::DialogClosed),
        None if is_sent && is_ready => outbox.send(Event::VersionRestored),
        None => {}
    }
}
