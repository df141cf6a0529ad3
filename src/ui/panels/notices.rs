//! Short messages at the lower right of the article, one at a time.

use std::collections::BTreeMap;

use eframe::egui;
use egui::{
    Align2, Area, Color32, CornerRadius, Frame, Id, Margin, Order, Pos2, Rect, RichText, Shape,
    Stroke, Ui, vec2,
};

use crate::app::{CommandId, Event, Notice, NoticeAction, NoticeKind, Session};
use crate::ui::Outbox;
use crate::ui::panels::widgets;
use crate::ui::panels::widgets::Press;
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_document::ColorRole;
use copydesk_i18n::tr;

/// When each notice was first seen, by its id, in the window's time.
#[derive(Default)]
pub struct NoticeCards {
    since: BTreeMap<u64, f64>,
}

const SHOWN_SECS: f64 = 6.0;
/// An offer to undo stays a little longer; Ctrl+Z goes on working.
const UNDO_SECS: f64 = 10.0;
const WIDTH: f32 = 320.0;

impl NoticeCards {
    /// Shows the newest one, problems before warnings, at the lower right of `place`, which holds no
    /// buttons. The others come back when it goes, unless their time is over.
    pub fn show(&mut self, ui: &Ui, place: Rect, session: &Session, outbox: &mut Outbox) {
        let notices = session.notices().shown();
        self.since
            .retain(|id, _| notices.iter().any(|notice| notice.id == *id));
        let is_problem = |notice: &&Notice| notice.kind == NoticeKind::Problem;
        let problem = notices.iter().rev().find(is_problem);
        // Information goes by itself; a warning would stand before a problem for good.
        let last = notices.last();
        let newest = last.filter(|last| last.kind == NoticeKind::Info);
        let Some(newest) = newest.or(problem).or(last) else {
            return;
        };
        let older = || notices.iter().filter(|notice| notice.id != newest.id);
        for notice in older() {
            self.end_in_time(ui, notice, outbox);
        }
        let width = WIDTH.min(place.width() - 52.0).max(120.0);
        let corner = place.right_bottom() - vec2(14.0, 12.0);
        Area::new(Id::unique("notices"))
            .pivot(Align2::RIGHT_BOTTOM)
            .fixed_pos(corner)
            .order(Order::Foreground)
            .show(ui.ctx(), |ui| {
                let waiting = older().filter(|notice| stays(notice)).count();
                if show_card(ui, session, newest, (width, waiting), outbox) {
                    outbox.send(Event::NoticeClosed(newest.id));
                }
            });
        self.end_in_time(ui, newest, outbox);
    }

    /// Closes what is only for information once it was to be read long enough.
    fn end_in_time(&mut self, ui: &Ui, notice: &Notice, outbox: &mut Outbox) {
        let now = ui.input(|input| input.time);
        let since = *self.since.entry(notice.id).or_insert(now);
        if stays(notice) {
            return;
        }
        let shown_secs = match notice.action {
            Some(_) => UNDO_SECS,
            None => SHOWN_SECS,
        };
        let left = shown_secs - (now - since);
        if left <= 0.0 {
            outbox.send(Event::NoticeClosed(notice.id));
        } else {
            let left = std::time::Duration::from_secs_f64(left);
            ui.ctx().request_repaint_after(left);
        }
    }
}

/// Whether it is shown until it is closed: warnings and problems, and what offers more than Undo.
fn stays(notice: &Notice) -> bool {
    let undo = NoticeAction::Run(CommandId::Undo);
    let offers_undo = notice.action.is_none_or(|action| action == undo);
    notice.kind != NoticeKind::Info || !offers_undo
}

/// Whether its close button was clicked.
fn show_card(
    ui: &mut Ui,
    session: &Session,
    notice: &Notice,
    (width, older): (f32, usize),
    outbox: &mut Outbox,
) -> bool {
    let theme = Theme::of(ui.ctx());
    let color = match notice.kind {
        NoticeKind::Info => theme.quiet,
        NoticeKind::Warning => theme.label(ColorRole::Amber),
        NoticeKind::Problem => theme.problem,
    };
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(theme.hairline_stroke())
        .corner_radius(CornerRadius::same(8))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin {
            left: if notice.kind == NoticeKind::Info {
                16
            } else {
                38
            },
            right: 8,
            top: 9,
            bottom: 9,
        });
    let shown = frame.show(ui, |ui| {
        ui.set_width(width);
        ui.horizontal_top(|ui| {
            let words = RichText::new(&notice.text)
                .font(interface(size::INTERFACE))
                .color(theme.text);
            let label = egui::Label::new(words).wrap();
            let width = width - 34.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(3.0);
                ui.add(label);
                if older > 0 {
                    widgets::quiet(ui, tr!("notices-more", count = older));
                }
                if let Some(action) = notice.action {
                    ui.add_space(3.0);
                    // What would be undone is said above.
                    let title = match action {
                        NoticeAction::Run(CommandId::Undo) => tr!("undo").to_owned(),
                        NoticeAction::Run(_) | NoticeAction::SaveCopy(_) => {
                            session.words_of(action)
                        }
                    };
                    if Press::new(&title).small().show(ui).clicked() {
                        outbox.send(Event::NoticeAnswered(notice.id));
                    }
                }
            });
            let name = tr!("notices-close", text = &notice.text);
            widgets::close_button(ui, &name).clicked()
        })
        .inner
    });
    let rect = shown.response.rect.shrink2(vec2(0.0, 9.0));
    let bar_rect = egui::Rect::from_min_size(rect.min + vec2(7.0, 0.0), vec2(3.0, rect.height()));
    ui.painter()
        .rect_filled(bar_rect, CornerRadius::same(1), color);
    let sign = rect.left_top() + vec2(23.0, 9.0);
    paint_sign(ui, notice.kind, sign, color);
    shown.inner
}

/// A triangle for a warning, a disk for a problem: the two differ without color too.
fn paint_sign(ui: &Ui, kind: NoticeKind, center: Pos2, color: Color32) {
    let painter = ui.painter();
    let sign = match kind {
        NoticeKind::Info => return,
        NoticeKind::Warning => {
            let corners = [vec2(0.0, -7.5), vec2(8.0, 6.5), vec2(-8.0, 6.5)];
            let corners = corners.map(|corner| center + corner).to_vec();
            painter.add(Shape::convex_polygon(corners, color, Stroke::NONE));
            vec2(0.0, 1.5)
        }
        NoticeKind::Problem => {
            painter.circle_filled(center, 8.0, color);
            vec2(0.0, 0.0)
        }
    };
    let ground = Theme::of(ui.ctx()).raised;
    let font = strong(11.0);
    painter.text(center + sign, Align2::CENTER_CENTER, "!", font, ground);
}
