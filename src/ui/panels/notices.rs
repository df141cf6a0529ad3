//! Short messages at the lower right, above the status bar.

use std::collections::BTreeMap;

use eframe::egui;
use egui::{Align2, Area, CornerRadius, Frame, Id, Margin, Order, RichText, Ui, vec2};

use crate::app::{Event, Notice, NoticeKind, Session};
use crate::ui::Outbox;
use crate::ui::panels::widgets::Press;
use crate::ui::panels::{status, widgets};
use crate::ui::theme::{Theme, interface, size};

/// When each notice was first seen, by its id, in the window's time.
#[derive(Default)]
pub struct NoticeCards {
    since: BTreeMap<u64, f64>,
}

const SHOWN_SECS: f64 = 6.0;
const WIDTH: f32 = 320.0;

impl NoticeCards {
    pub fn show(&mut self, ui: &Ui, session: &Session, outbox: &mut Outbox) {
        let notices = session.notices().shown();
        self.since
            .retain(|id, _| notices.iter().any(|notice| notice.id == *id));
        if notices.is_empty() {
            return;
        }
        let margin = vec2(-14.0, -(status::HEIGHT + 12.0));
        Area::new(Id::unique("notices"))
            .anchor(Align2::RIGHT_BOTTOM, margin)
            .order(Order::Foreground)
            .show(ui.ctx(), |ui| {
                ui.spacing_mut().item_spacing.y = 8.0;
                for notice in notices {
                    self.show_notice(ui, session, notice, outbox);
                }
            });
    }

    fn show_notice(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        notice: &Notice,
        outbox: &mut Outbox,
    ) {
        let is_closed = show_card(ui, session, notice, outbox);
        let now = ui.input(|input| input.time);
        let since = *self.since.entry(notice.id).or_insert(now);
        let left = SHOWN_SECS - (now - since);
        let goes = notice.kind == NoticeKind::Info && notice.action.is_none();
        let is_over = goes && left <= 0.0;
        if is_closed || is_over {
            outbox.send(Event::NoticeClosed(notice.id));
        } else if goes {
            let left = std::time::Duration::from_secs_f64(left.max(0.0));
            ui.ctx().request_repaint_after(left);
        }
    }
}

/// Whether its close button was clicked.
fn show_card(ui: &mut Ui, session: &Session, notice: &Notice, outbox: &mut Outbox) -> bool {
    let theme = Theme::of(ui.ctx());
    let bar = match notice.kind {
        NoticeKind::Info => theme.quiet,
        NoticeKind::Problem => theme.problem,
    };
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(theme.hairline_stroke())
        .corner_radius(CornerRadius::same(8))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin {
            left: 16,
            right: 8,
            top: 9,
            bottom: 9,
        });
    let shown = frame.show(ui, |ui| {
        ui.set_width(WIDTH);
        ui.horizontal_top(|ui| {
            let words = RichText::new(&notice.text)
                .font(interface(size::INTERFACE))
                .color(theme.text);
            let label = egui::Label::new(words).wrap();
            let width = WIDTH - 34.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.add_space(3.0);
                let response = ui.add(label);
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_live(egui::accesskit::Live::Polite);
                });
                if let Some(action) = notice.action {
                    ui.add_space(3.0);
                    let title = session.words_of(action);
                    if Press::new(&title).small().show(ui).clicked() {
                        outbox.send(Event::NoticeAnswered(notice.id));
                    }
                }
            });
            let name = format!("Close notice: {}", notice.text);
            widgets::close_button(ui, &name).clicked()
        })
        .inner
    });
    let rect = shown.response.rect.shrink2(vec2(0.0, 9.0));
    let bar_rect = egui::Rect::from_min_size(rect.min + vec2(7.0, 0.0), vec2(3.0, rect.height()));
    ui.painter()
        .rect_filled(bar_rect, CornerRadius::same(1), bar);
    shown.inner
}
