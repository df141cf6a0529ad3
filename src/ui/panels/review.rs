//! The review list on the right: one row for each suggestion and annotation that the filter shows.

use eframe::egui;
use egui::{
    Color32, CornerRadius, Frame, Id, Margin, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{ArticleId, Choose, CommandId, Event, OpenArticle, Pane, Session};
use crate::ui::Outbox;
use crate::ui::article::state_words;
use crate::ui::direction;
use crate::ui::panels::context_menu;
use crate::ui::panels::fact_field::FactField;
use crate::ui::panels::filters::Filters;
use crate::ui::panels::inspector::{self, Inspector};
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::panes::Panes;
use crate::ui::panels::widgets::{self, Ink, Pill, Press};
use crate::ui::theme::{Theme, interface, reading, size, tint};
use copydesk_document::Label;
use copydesk_document::review::{Item, State, Target};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct Review {
    filters: Filters,
    inspector: Inspector,
    /// Of the filters, as last drawn.
    filters_height: f32,
    /// What the list last scrolled to, and its height then, so that a person can scroll away from it.
    shown: Option<(ArticleId, Target, f32)>,
}

/// The list as one widget with keyboard focus.
pub fn list_id() -> Id {
    Id::unique("review list")
}

/// Below this height only the state filters are shown.
const SHORT: f32 = 440.0;
/// The details leave the list so many lines, unless a person dragged them higher.
const LEAST_ROWS: f32 = 5.0;

impl Review {
    /// The field of the details in which a fact is typed.
    pub fn fact_field(&mut self) -> &mut FactField {
        &mut self.inspector.field
    }

    pub fn inspector(&mut self) -> &mut Inspector {
        &mut self.inspector
    }

    pub fn typing(&self) -> Option<Id> {
        self.inspector.field.id()
    }

    /// The list with the details below.
    pub fn show(&mut self, ui: &mut Ui, panes: &mut Panes, session: &Session, outbox: &mut Outbox) {
        let Some(article) = session.article() else {
            return;
        };
        let theme = Theme::of(ui.ctx());
        let width = panes.widths().review;
        let panel = direction::end_panel("review")
            .exact_size(width)
            .resizable(false)
            .frame(Frame::new().fill(theme.panel))
            .show(ui, |ui| {
                direction::column(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    let height = ui.available_height();
                    let left = height - self.filters_height - LEAST_ROWS * size::ROW;
                    let usual = inspector::HEIGHT.min(height * 0.45).min(left);
                    let details = egui::Panel::bottom("inspector")
                        .exact_size(panes.details(session, height, usual))
                        .resizable(false)
                        .frame(Frame::new().fill(theme.panel))
                        .show(ui, |ui| self.inspector.show(ui, session, article, outbox));
                    panes.note(Pane::Details, details.response.rect);
                    self.filters.is_short = height < SHORT;
                    let top = ui.cursor().top();
                    self.filters.show(ui, session, article, outbox);
                    self.filters_height = ui.cursor().top() - top;
                    self.show_list(ui, session, article, outbox);
                });
            });
        panes.note(Pane::Review, panel.response.rect);
    }

    fn show_list(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        article: &OpenArticle,
        outbox: &mut Outbox,
    ) {
        if article.listed().is_empty() {
            show_nothing(ui, session, article, outbox);
            return;
        }
        let focused = article.focus().and_then(|target| article.row_of(target));
        let page = ui.available_height() / size::ROW;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window is a few hundred rows high at most"
        )]
        let page = page.max(1.0) as usize;
        let is_menu_asked_for = context_menu::is_asked_for(ui, list_id());
        walk(ui, article, focused, page, outbox);
        let scroll_to = self.row_to_show(article, focused, ui.available_height());
        let rect = ui.available_rect_before_wrap();
        let count = article.listed().len();
        let area = ScrollArea::vertical()
            .id_salt(("review", article.id.0))
            .auto_shrink(false)
            .min_scrolled_height(0.0);
        lists::show_rows(
            ui,
            (list_id(), count),
            area,
            (size::ROW, count),
            |ui, rows| {
                if let Some(row) = scroll_to {
                    scroll_to_row(ui, rows.start, row);
                }
                for row in rows {
                    if let Some(row_shown) = Row::new(article, row) {
                        let is_focused = focused == Some(row);
                        let asks_menu = is_menu_asked_for && is_focused;
                        row_shown.show(ui, session, (is_focused, asks_menu), outbox);
                    }
                }
            },
        );
        lists::paint_ring(ui, list_id(), rect);
    }

    /// The focused row, if the focus or the list's height has changed since the last frame.
    fn row_to_show(
        &mut self,
        article: &OpenArticle,
        focused: Option<usize>,
        height: f32,
    ) -> Option<usize> {
        let now = article
            .focus()
            .filter(|_| focused.is_some())
            .map(|target| (article.id, target.clone(), height));
        if now == self.shown {
            return None;
        }
        self.shown = now;
        focused
    }
}

/// Does what the keys say while the list has keyboard focus; with Shift they choose several lines.
fn walk(
    ui: &mut Ui,
    article: &OpenArticle,
    focused: Option<usize>,
    page: usize,
    outbox: &mut Outbox,
) {
    let has_several = !article.chosen().is_empty();
    let has_keyboard = ui.memory(|memory| memory.has_focus(list_id()));
    if has_several && has_keyboard && lists::pressed(ui, egui::Key::Escape) {
        outbox.send(Event::Command(CommandId::Unselect));
    }
    let extension = lists::pressed_with_shift(ui, list_id());
    let step = lists::keyboard(ui, list_id(), tr!("review-list"));
    ui.ctx()
        .accesskit_node_builder(list_id(), egui::accesskit::Node::set_multiselectable);
    let target = |step: Step| match step.from(focused, article.listed().len(), page) {
        Step::To(row) => item_in_row(article, row).map(|item| item.target.clone()),
        _ => None,
    };
    if let Some(target) = extension.and_then(target) {
        outbox.send(Event::Chosen(Choose::To(target)));
    } else if let Some(target) = step.and_then(target) {
        outbox.send(Event::Focused(target));
    }
}

fn item_in_row(article: &OpenArticle, row: usize) -> Option<&Item> {
    article.items().get(*article.listed().get(row)?)
}

fn scroll_to_row(ui: &Ui, first: usize, row: usize) {
    let top = ui.max_rect().top() + (row as f32 - first as f32) * size::ROW;
    let rect = Rect::from_min_size(
        pos2(ui.max_rect().left(), top - size::ROW),
        vec2(1.0, 3.0 * size::ROW),
    );
    ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
}

/// Why the list is empty, and what can be done about it.
fn show_nothing(ui: &mut Ui, session: &Session, article: &OpenArticle, outbox: &mut Outbox) {
    let (words, help) = if article.filter().is_active() && !article.items().is_empty() {
        (tr!("review-none-match"), Some(CommandId::ClearFilter))
    } else if !article.is_suggested() {
        (tr!("review-reading"), None)
    } else if session.preferences().is_blind {
        (tr!("review-hidden"), Some(CommandId::Blind))
    } else if article.items().is_empty() {
        (
            tr!("review-nothing-suggested"),
            Some(CommandId::NextCandidate),
        )
    } else {
        (tr!("review-all-rejected"), Some(CommandId::ShowRejected))
    };
    Frame::new()
        .inner_margin(Margin::symmetric(14, 6))
        .show(ui, |ui| {
            widgets::quiet(ui, words);
            let help = help.filter(|id| session.is_ready(*id).is_ok());
            if let Some(id) = help {
                ui.add_space(8.0);
                let title = match id {
                    CommandId::Blind => tr!("review-show-suggestions").to_owned(),
                    CommandId::ShowRejected => tr!("show-rejected-suggestions").to_owned(),
                    id => session.title_of(id),
                };
                let key = session.table().keymap().shown(id);
                let press = Press::new(&title).key(&key).small();
                inspector::command_press(ui, session, id, press, outbox);
            }
        });
}

/// One row of the list.
struct Row<'a> {
    article: &'a OpenArticle,
    item: &'a Item,
    label: &'a Label,
    /// The beginning of the span, on one line.
    words: String,
    index: usize,
}

impl<'a> Row<'a> {
    fn new(article: &'a OpenArticle, index: usize) -> Option<Self> {
        let item = item_in_row(article, index)?;
        Some(Self {
            article,
            item,
            label: article.document().schema().label(&item.label)?,
            words: widgets::one_line(article.text().words(item.span)),
            index,
        })
    }

    /// `asks_menu`: a key was pressed for its menu.
    fn show(
        &self,
        ui: &mut Ui,
        session: &Session,
        (is_focused, asks_menu): (bool, bool),
        outbox: &mut Outbox,
    ) {
        let Self { label, words, .. } = self;
        let chosen = self.article.chosen();
        let is_chosen = chosen.contains(&self.item.target);
        let response = ui.allocate_response(vec2(ui.available_width(), size::ROW), Sense::CLICK);
        response.widget_info(|| {
            let name = format!("{words}, {}, {}", label.name, state_words(self.item));
            WidgetInfo::labeled(Role::ListBoxOption, true, name)
        });
        lists::place_row(list_id(), &response, self.index, is_focused);
        if is_chosen {
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_selected(true));
        }
        let theme = Theme::of(ui.ctx());
        let color = theme.label(label.color);
        let (ground, bar) = match (is_chosen, is_focused, response.hovered()) {
            (true, ..) => (theme.chosen, Some(widgets::focus_color(&theme))),
            (false, true, _) => {
                let tint = Theme::mix(theme.panel, color, tint::FOCUSED_ROW);
                (tint, Some(color))
            }
            (false, false, true) => (theme.hover, None),
            (false, false, false) => (theme.panel, None),
        };
        ui.painter()
            .rect_filled(response.rect, CornerRadius::ZERO, ground);
        if let Some(bar_color) = bar {
            let bar = Rect::from_min_size(response.rect.min, vec2(3.0, size::ROW));
            ui.painter().rect_filled(bar, CornerRadius::ZERO, bar_color);
        }
        let is_cut = self.paint(ui, response.rect, ground);
        self.send_clicks(ui, &response, is_chosen, outbox);
        let asked_at = asks_menu.then(|| response.rect.left_bottom() + vec2(25.0, 0.0));
        context_menu::show_for_words(&response, asked_at, session, outbox);
        if is_cut {
            response.on_hover_text(inspector::shortened(
                self.article.text().words(self.item.span),
            ));
        }
    }

    /// With Shift or Ctrl a click chooses several lines. A right click on one of them is for all.
    fn send_clicks(&self, ui: &Ui, response: &Response, is_chosen: bool, outbox: &mut Outbox) {
        let target = || self.item.target.clone();
        let modifiers = ui.input(|input| input.modifiers);
        if response.clicked() && (modifiers.shift || modifiers.command) {
            outbox.send(Event::Chosen(if modifiers.shift {
                Choose::To(target())
            } else {
                Choose::Toggle(target())
            }));
            ui.memory_mut(|memory| memory.request_focus(list_id()));
        } else if response.clicked() || (response.secondary_clicked() && !is_chosen) {
            outbox.send(Event::Focused(target()));
            ui.memory_mut(|memory| memory.request_focus(list_id()));
            if response.double_clicked() && self.item.state == State::Suggested {
                outbox.send(Event::Command(CommandId::Accept));
            }
        }
    }

    /// Whether the words had to be cut.
    fn paint(&self, ui: &Ui, rect: Rect, ground: Color32) -> bool {
        let theme = Theme::of(ui.ctx());
        let color = theme.label(self.label.color);
        let middle = rect.center().y;
        paint_state_bar(ui, pos2(rect.left() + 14.0, middle), color, self.item.state);
        self.paint_confidence(ui, rect, color);
        let pill = Pill::new(ui, self.label, ground);
        let right = rect.right() - 58.0;
        let pill_rect = Rect::from_min_max(
            pos2(right - pill.size.x, middle - 9.0),
            pos2(right, middle + 9.0),
        );
        let width = pill_rect.left() - 10.0 - (rect.left() + 25.0);
        let ink_color = if self.item.state == State::Rejected {
            theme.quiet
        } else {
            theme.text
        };
        let ink = Ink::new(reading(16.0), ink_color).struck(self.item.state == State::Rejected);
        let galley = widgets::lay_out(ui, &self.words, &ink, width, 1);
        let is_cut = galley.elided;
        widgets::paint_line(ui, galley, rect.left() + 25.0, middle);
        pill.paint(ui, pill_rect);
        is_cut
    }

    /// At the right: how sure a suggestion is, a check for what is accepted, a cross for what is
    /// rejected.
    fn paint_confidence(&self, ui: &Ui, rect: Rect, color: Color32) {
        let theme = Theme::of(ui.ctx());
        let (right, middle) = (rect.right() - 14.0, rect.center().y);
        match (self.item.state, self.item.confidence) {
            (State::Accepted, _) => widgets::paint_check(ui, pos2(right - 7.0, middle), color),
            (State::Rejected, _) => {
                widgets::paint_cross(ui, pos2(right - 7.0, middle), 3.5, theme.quiet);
            }
            (State::Suggested, None) => {}
            (State::Suggested, Some(confidence)) => {
                let words = tr!("confidence-percent", percent = confidence.percent());
                let ink = Ink::new(interface(size::SMALL), theme.quiet);
                let galley = widgets::line(ui, &words, &ink);
                let left = right - galley.size().x;
                widgets::paint_line(ui, galley, left, middle);
            }
        }
    }
}

/// Filled: accepted; outlined: suggested; pale: rejected.
fn paint_state_bar(ui: &Ui, left: egui::Pos2, color: Color32, state: State) {
    let theme = Theme::of(ui.ctx());
    let rect = Rect::from_min_size(left - vec2(0.0, 9.0), vec2(4.0, 18.0));
    let round = CornerRadius::same(1);
    match state {
        State::Accepted => drop(ui.painter().rect_filled(rect, round, color)),
        State::Suggested => {
            let stroke = Stroke::new(1.0, color);
            ui.painter()
                .rect_stroke(rect, round, stroke, StrokeKind::Inside);
        }
        State::Rejected => {
            let stroke = Stroke::new(1.0, theme.hairline);
            ui.painter()
                .rect_stroke(rect, round, stroke, StrokeKind::Inside);
        }
    }
}
