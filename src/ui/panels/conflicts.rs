//! The dialog of what a merge left to decide: your answer beside theirs, one line for each.

use eframe::egui;
use egui::{
    Context, CornerRadius, EventFilter, Id, Key, Rect, Role, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::app::{ConflictLine, Conflicts, Event, Session};
use crate::ui::Outbox;
use crate::ui::panels::difference_words::{self, facts};
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Ink, Pill, Press};
use crate::ui::theme::{Theme, interface, reading};
use copydesk_document::{Annotation, Document};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct ConflictsDialog {
    is_new: bool,
    chosen: usize,
}

const WIDTH: f32 = 760.0;
const ROW: f32 = 76.0;
/// Height around the list: margins, title, words and buttons.
const AROUND: f32 = 240.0;

fn list_id() -> Id {
    Id::unique("conflicts")
}

/// One of the two answers to a conflict.
struct Side<'a> {
    annotation: Option<&'a Annotation>,
    other: Option<&'a Annotation>,
    /// Its button.
    name: &'static str,
}

impl ConflictsDialog {
    pub fn new() -> Self {
        Self {
            is_new: true,
            chosen: 0,
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let Some(conflicts) = session.conflicts() else {
            return;
        };
        let mut articles = session.articles().iter();
        let Some(article) = articles.find(|article| article.id == conflicts.article) else {
            return;
        };
        let count = conflicts.lines.len();
        let title = tr!("conflicts-title", count = count);
        let sheet = Sheet {
            title: &title,
            width: WIDTH,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            widgets::quiet(ui, tr!("conflicts-about"));
            widgets::quiet(ui, tr!("conflicts-keys"));
            ui.add_space(4.0);
            let is_sent = self.show_list(ui, conflicts, article.document(), outbox);
            let answer = buttons(ui, [Press::new(tr!("sheet-close")).key("Enter")]);
            if is_sent || answer.is_some() {
                outbox.send(Event::DialogClosed);
            }
        });
    }

    /// `true` if Enter was pressed.
    fn show_list(
        &mut self,
        ui: &mut Ui,
        conflicts: &Conflicts,
        document: &Document,
        outbox: &mut Outbox,
    ) -> bool {
        let count = conflicts.lines.len();
        let most = (ui.ctx().content_rect().height() - AROUND).clamp(ROW, 470.0);
        let height = (count as f32 * ROW).min(most);
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        let has_keyboard =
            lists::in_dialog(ui, rect, list_id(), tr!("conflicts-list"), &mut self.is_new);
        let before = self.chosen;
        let is_sent = has_keyboard && self.take_keys(ui, count, outbox);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical()
            .id_salt("conflicts")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true]);
        lists::show_rows(ui, (list_id(), count), area, (ROW, count), |ui, rows| {
            if before != self.chosen {
                lists::scroll_to_row(ui, rows.start, self.chosen, ROW);
            }
            for index in rows {
                if let Some(line) = conflicts.lines.get(index) {
                    let rect = self.show_row(ui, index, line, document);
                    if let Some(is_theirs) = show_sides(ui, rect, line, document) {
                        self.chosen = index;
                        outbox.send(Event::ConflictDecided { index, is_theirs });
                    }
                }
            }
        });
        lists::paint_ring(ui, list_id(), rect);
        is_sent
    }

    /// `true` if Enter was pressed.
    fn take_keys(&mut self, ui: &Ui, count: usize, outbox: &mut Outbox) -> bool {
        let filter = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(list_id(), filter));
        let step = lists::pressed_step(ui).map(|step| step.from(Some(self.chosen), count, 4));
        if let Some(Step::To(index)) = step {
            self.chosen = index;
        }
        for (key, is_theirs) in [(Key::ArrowLeft, false), (Key::ArrowRight, true)] {
            if lists::pressed(ui, key) {
                let index = self.chosen;
                outbox.send(Event::ConflictDecided { index, is_theirs });
            }
        }
        lists::pressed(ui, Key::Enter)
    }

    /// The line as one widget, and where it is.
    fn show_row(
        &mut self,
        ui: &mut Ui,
        index: usize,
        line: &ConflictLine,
        document: &Document,
    ) -> Rect {
        let theme = Theme::of(ui.ctx());
        let is_chosen = index == self.chosen;
        let size = vec2(ui.available_width(), ROW);
        let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
        let (mine, theirs) = (line.conflict.mine.as_ref(), line.conflict.theirs.as_ref());
        response.widget_info(|| {
            let my_words = spoken(mine, theirs, document);
            let their_words = spoken(theirs, mine, document);
            let name = if line.is_theirs() {
                tr!(
                    "conflicts-line-theirs",
                    mine = my_words,
                    theirs = their_words
                )
            } else {
                tr!("conflicts-line-mine", mine = my_words, theirs = their_words)
            };
            WidgetInfo::labeled(Role::ListBoxOption, true, name)
        });
        lists::place_row(list_id(), &response, index, is_chosen);
        if is_chosen {
            ui.painter()
                .rect_filled(rect, CornerRadius::same(4), theme.hover);
        }
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline_stroke());
        if response.clicked() {
            self.chosen = index;
            ui.memory_mut(|memory| memory.request_focus(list_id()));
        }
        rect
    }
}

/// Both answers, each with its button; whether "theirs" was chosen, if one was.
fn show_sides(ui: &mut Ui, rect: Rect, line: &ConflictLine, document: &Document) -> Option<bool> {
    let (mine, theirs) = (line.conflict.mine.as_ref(), line.conflict.theirs.as_ref());
    let sides = [
        (mine, theirs, tr!("conflicts-keep-mine"), false),
        (theirs, mine, tr!("conflicts-take-theirs"), true),
    ];
    let half = rect.width() / 2.0;
    let mut decided = None;
    for (column, (annotation, other, name, is_theirs)) in sides.into_iter().enumerate() {
        let left = rect.left() + 10.0 + column as f32 * half;
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(half - 20.0, ROW));
        let side = Side {
            annotation,
            other,
            name,
        };
        if side.show(ui, place, line.is_theirs() == is_theirs, document) {
            decided = Some(is_theirs);
        }
    }
    decided
}

impl Side<'_> {
    /// `true` if this answer was chosen.
    fn show(&self, ui: &mut Ui, rect: Rect, is_used: bool, document: &Document) -> bool {
        self.paint_span(ui, rect, is_used, document);
        let at = pos2(rect.left(), rect.top() + 40.0);
        let place = Rect::from_min_max(at, rect.max);
        let mut child = ui.new_child(UiBuilder::new().max_rect(place));
        let chip = widgets::chip_as(&mut child, Role::RadioButton, self.name, is_used);
        if let Some(annotation) = self.annotation {
            let facts = facts(annotation, self.other, document.schema());
            let left = chip.rect.right() + 10.0;
            let ink = Ink::new(interface(12.0), Theme::of(ui.ctx()).quiet);
            let facts = widgets::lay_out(ui, &facts, &ink, rect.right() - left, 1);
            widgets::paint_line(ui, facts, left, chip.rect.center().y);
        }
        chip.clicked()
    }

    /// The label and the words, or that there is none.
    fn paint_span(&self, ui: &Ui, rect: Rect, is_used: bool, document: &Document) {
        let theme = Theme::of(ui.ctx());
        let color = if is_used { theme.text } else { theme.quiet };
        let (mut left, middle) = (rect.left(), rect.top() + 20.0);
        let Some(annotation) = self.annotation else {
            let words = widgets::line(
                ui,
                tr!("conflicts-removed"),
                &Ink::new(interface(13.0), color),
            );
            widgets::paint_line(ui, words, left, middle);
            return;
        };
        if let Some(label) = document.schema().label(&annotation.label) {
            let pill = Pill::new(ui, label, theme.raised);
            let place = Rect::from_min_size(pos2(left, middle - 9.0), pill.size);
            left = place.right() + 8.0;
            pill.paint(ui, place);
        }
        let words = widgets::one_line(document.text().words(annotation.span));
        let ink = Ink::new(reading(16.0), color);
        let words = widgets::lay_out(ui, &words, &ink, rect.right() - left, 1);
        widgets::paint_line(ui, words, left, middle);
    }
}

/// An answer as a screen reader says it.
fn spoken(
    annotation: Option<&Annotation>,
    other: Option<&Annotation>,
    document: &Document,
) -> String {
    let Some(annotation) = annotation else {
        return tr!("conflicts-removed-spoken").to_owned();
    };
    let label = difference_words::name(document.schema(), &annotation.label);
    let words = document.text().words(annotation.span);
    let facts = facts(annotation, other, document.schema());
    let comma = if facts.is_empty() { "" } else { ", " };
    let span = tr!("conflicts-span", label = label, words = words);
    format!("{span}{comma}{facts}")
}
