//! The list of differences while versions are compared, in place of the review list.

use eframe::egui;
use egui::{
    CornerRadius, Frame, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{
    ArticleId, CommandId, Comparing, ComparingEvent, ComparingFilter, Event, OpenArticle, Pane,
    Session,
};
use crate::ui::Outbox;
use crate::ui::panels::difference_card::DifferenceCard;
use crate::ui::panels::inspector::{self, Inspector};
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::panes::Panes;
use crate::ui::panels::review::list_id;
use crate::ui::panels::widgets::{self, Ink};
use crate::ui::panels::{difference_card, switches};
use crate::ui::theme::{Theme, interface, reading, size, strong, tint};
use copydesk_document::Document;
use copydesk_document::adjudication::{Disagreement, Kind};
use copydesk_i18n::tr;

/// The list of differences, with what is decided on the focused one below.
#[derive(Default)]
pub struct Differences {
    card: DifferenceCard,
    /// What the list last scrolled to, and its height then.
    shown: Option<(ArticleId, usize, f32)>,
}

/// Below this height kinds and labels cannot be chosen here.
const SHORT: f32 = 520.0;

impl Differences {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        (panes, inspector): (&mut Panes, &mut Inspector),
        session: &Session,
        outbox: &mut Outbox,
    ) {
        let Some(article) = session.article() else {
            return;
        };
        let Some(comparing) = article.comparing() else {
            return;
        };
        let theme = Theme::of(ui.ctx());
        let panel = egui::Panel::right("review")
            .exact_size(panes.widths().review)
            .resizable(false)
            .frame(Frame::new().fill(theme.panel))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let height = ui.available_height();
                let usual = if comparing.is_own() {
                    inspector::HEIGHT.min(height * 0.45)
                } else {
                    difference_card::height(comparing).min(height * 0.6)
                };
                let details = egui::Panel::bottom("inspector")
                    .exact_size(usual)
                    .resizable(false)
                    .frame(Frame::new().fill(theme.panel))
                    .show(ui, |ui| {
                        if comparing.is_own() {
                            inspector.show(ui, session, article, outbox);
                        } else {
                            self.card.show(ui, session, (article, comparing), outbox);
                        }
                    });
                panes.note(Pane::Details, details.response.rect);
                show_header(ui, session, comparing, height < SHORT, outbox);
                self.show_list(ui, article, comparing, outbox);
            });
        panes.note(Pane::Review, panel.response.rect);
    }

    /// Saves a reason that is half-typed.
    pub fn save_typed(&mut self, session: &Session, outbox: &mut Outbox) {
        self.card.save_typed(session, outbox);
    }

    fn show_list(
        &mut self,
        ui: &mut Ui,
        article: &OpenArticle,
        comparing: &Comparing,
        outbox: &mut Outbox,
    ) {
        let listed = comparing.listed();
        if listed.is_empty() {
            let margin = Margin::symmetric(14, 6);
            let words = if comparing.filter().is_active() {
                tr!("comparing-none-listed")
            } else {
                tr!("comparing-none")
            };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                widgets::quiet(ui, words);
            });
            return;
        }
        let row_of = |index| listed.iter().position(|it| *it == index);
        let focused = comparing.focused().and_then(row_of);
        let height = ui.available_height();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a window is a few hundred rows high at most"
        )]
        let page = (height / size::ROW).max(1.0) as usize;
        let step = lists::keyboard(ui, list_id(), tr!("comparing-list"));
        let step = step.map(|step| step.from(focused, listed.len(), page));
        if let Some(Step::To(row)) = step
            && let Some(index) = listed.get(row)
        {
            outbox.send(Event::Comparing(ComparingEvent::Focused(*index)));
        }
        let now = focused.map(|row| (article.id, row, height));
        let scroll_to = focused.filter(|_| now != self.shown);
        self.shown = now;
        let rect = ui.available_rect_before_wrap();
        let area = ScrollArea::vertical()
            .id_salt(("differences", article.id.0))
            .auto_shrink(false)
            .min_scrolled_height(0.0);
        let count = listed.len();
        let list = (list_id(), count);
        lists::show_rows(ui, list, area, (size::ROW, count), |ui, rows| {
            if let Some(row) = scroll_to {
                lists::scroll_to_row(ui, rows.start, row, size::ROW);
            }
            for row in rows {
                if let Some(index) = listed.get(row) {
                    let is_focused = focused == Some(row);
                    show_row(ui, (row, *index, is_focused), article, comparing, outbox);
                }
            }
        });
        lists::paint_ring(ui, list_id(), rect);
    }
}

/// How far it is, whether names are hidden, and what is listed.
fn show_header(
    ui: &mut Ui,
    session: &Session,
    comparing: &Comparing,
    is_short: bool,
    outbox: &mut Outbox,
) {
    let margin = Margin {
        left: 14,
        right: 14,
        top: 12,
        bottom: 8,
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        show_progress(ui, session, comparing, outbox);
        show_states(ui, comparing, outbox);
        if is_short {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(3.0, 3.0);
            show_kinds(ui, comparing, outbox);
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(2.0, 3.0);
            show_labels(ui, session, comparing, outbox);
        });
    });
}

fn show_progress(ui: &mut Ui, session: &Session, comparing: &Comparing, outbox: &mut Outbox) {
    let theme = Theme::of(ui.ctx());
    let (done, all) = (comparing.settled_count(), comparing.differences().len());
    ui.horizontal(|ui| {
        let words = tr!("comparing-progress", done = done, all = all);
        let galley = widgets::line(ui, &words, &Ink::new(strong(size::INTERFACE), theme.text));
        let response = ui.allocate_response(vec2(galley.size().x, 22.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        widgets::paint_line(ui, galley, response.rect.left(), response.rect.center().y);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = session.title_of(CommandId::HideNames);
            let chip = widgets::chip(ui, &words, comparing.hides_names());
            if chip.on_hover_text(tr!("cmd-hide-names-help")).clicked() {
                outbox.send(Event::Command(CommandId::HideNames));
            }
        });
    });
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
    let round = CornerRadius::same(2);
    ui.painter().rect_filled(bar, round, theme.hairline);
    let share = done as f32 / all.max(1) as f32;
    let done = Rect::from_min_size(bar.min, vec2(bar.width() * share, 4.0));
    ui.painter()
        .rect_filled(done, round, widgets::focus_color(&theme));
}

fn send(comparing: &Comparing, outbox: &mut Outbox, change: impl FnOnce(&mut ComparingFilter)) {
    let mut filter = comparing.filter().clone();
    change(&mut filter);
    outbox.send(Event::Comparing(ComparingEvent::Filtered(filter)));
}

fn show_states(ui: &mut Ui, comparing: &Comparing, outbox: &mut Outbox) {
    let settled = comparing.settled_count();
    let open = comparing.differences().len() - settled;
    let wanted = comparing.filter().is_settled;
    let choices = [
        (tr!("comparing-open", count = open), wanted == Some(false)),
        (
            tr!("comparing-settled", count = settled),
            wanted == Some(true),
        ),
    ];
    if let Some(clicked) = switches::segments(ui, &choices) {
        let chosen = Some(clicked == 1);
        send(comparing, outbox, |filter| {
            filter.is_settled = chosen.filter(|_| wanted != chosen);
        });
    }
}

fn show_kinds(ui: &mut Ui, comparing: &Comparing, outbox: &mut Outbox) {
    for (kind, count) in comparing.kinds() {
        let is_on = comparing.filter().kinds.contains(kind);
        let words = format!("{} {count}", kind_name(*kind));
        if widgets::chip(ui, &words, is_on).clicked() {
            send(comparing, outbox, |filter| {
                if !filter.kinds.remove(kind) {
                    filter.kinds.insert(*kind);
                }
            });
        }
    }
}

fn show_labels(ui: &mut Ui, session: &Session, comparing: &Comparing, outbox: &mut Outbox) {
    for label in session.schema().labels() {
        let Some(count) = comparing.labels().get(&label.id) else {
            continue;
        };
        let words = format!("{} {count}", label.plural);
        let is_on = comparing.filter().labels.contains(&label.id);
        if switches::swatch(ui, label, &words, is_on).clicked() {
            send(comparing, outbox, |filter| {
                if !filter.labels.remove(&label.id) {
                    filter.labels.insert(label.id.clone());
                }
            });
        }
    }
}

pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Missing => tr!("comparing-kind-missing"),
        Kind::Edge => tr!("comparing-kind-edge"),
        Kind::Label => tr!("comparing-kind-label"),
        Kind::Value => tr!("comparing-kind-value"),
        Kind::Speaker => tr!("comparing-kind-speaker"),
        Kind::Attribute => tr!("comparing-kind-attribute"),
    }
}

/// What a screen reader says of a line: the words, the kind, who has what, and whether it is settled.
fn spoken(
    difference: &Disagreement,
    is_settled: bool,
    comparing: &Comparing,
    document: &Document,
) -> String {
    let names = comparing.names();
    let groups = difference.groups().into_iter().map(|group| {
        let people: Vec<&str> = group
            .iter()
            .filter_map(|it| names.get(*it))
            .map(String::as_str)
            .collect();
        let has = difference_card::side_words(difference, group[0], document);
        tr!("comparing-who-has", people = people.join(", "), has = has)
    });
    let groups: Vec<String> = groups.collect();
    let state = if is_settled {
        tr!("comparing-state-settled")
    } else {
        tr!("comparing-state-open")
    };
    let words = widgets::one_line(document.text().words(difference.span));
    format!(
        "{words}, {}, {}, {state}",
        kind_name(difference.kind),
        groups.join("; ")
    )
}

fn show_row(
    ui: &mut Ui,
    (row, index, is_focused): (usize, usize, bool),
    article: &OpenArticle,
    comparing: &Comparing,
    outbox: &mut Outbox,
) {
    let Some(difference) = comparing.differences().get(index) else {
        return;
    };
    let theme = Theme::of(ui.ctx());
    let is_settled = comparing.is_settled(index);
    let response = ui.allocate_response(vec2(ui.available_width(), size::ROW), Sense::CLICK);
    response.widget_info(|| {
        let name = spoken(difference, is_settled, comparing, article.document());
        WidgetInfo::labeled(Role::ListBoxOption, true, name)
    });
    lists::place_row(list_id(), &response, row, is_focused);
    let rect = response.rect;
    let accent = widgets::focus_color(&theme);
    let ground = match (is_focused, response.hovered()) {
        (true, _) => Theme::mix(theme.panel, accent, tint::FOCUSED_ROW),
        (false, true) => theme.hover,
        (false, false) => theme.panel,
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, ground);
    if is_focused {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, size::ROW));
        ui.painter().rect_filled(bar, CornerRadius::ZERO, accent);
    }
    let middle = rect.center().y;
    let mark = pos2(rect.left() + 16.0, middle);
    if is_settled {
        widgets::paint_check(ui, mark, theme.quiet);
    } else {
        ui.painter().circle_filled(mark, 3.0, accent);
    }
    let kind = Ink::new(interface(size::SMALL), theme.quiet);
    let kind = widgets::line(ui, kind_name(difference.kind), &kind);
    let right = rect.right() - 14.0 - kind.size().x;
    widgets::paint_line(ui, kind, right, middle);
    let color = if is_settled { theme.quiet } else { theme.text };
    let words = widgets::one_line(article.text().words(difference.span));
    let left = rect.left() + 28.0;
    let ink = Ink::new(reading(16.0), color);
    let galley = widgets::lay_out(ui, &words, &ink, right - 10.0 - left, 1);
    widgets::paint_line(ui, galley, left, middle);
    if response.clicked() {
        outbox.send(Event::Comparing(ComparingEvent::Focused(index)));
        ui.memory_mut(|memory| memory.request_focus(list_id()));
    }
}
