//! The report of the last export or import: what it left out or changed.

use eframe::egui;
use egui::{Context, RichText, ScrollArea, Ui};

use crate::app::{Event, ReportGroup, Session};
use crate::ui::Outbox;
use crate::ui::panels::sheet::{Sheet, buttons, list_height};
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_i18n::tr;

pub fn show(ctx: &Context, session: &Session, outbox: &mut Outbox) {
    let Some(report) = session.exchange().report() else {
        return;
    };
    let sheet = Sheet {
        title: tr!("left-out-title"),
        width: 620.0,
        is_at_top: false,
    };
    sheet.show_closable(ctx, outbox, |ui, outbox| {
        let theme = Theme::of(ui.ctx());
        let title = RichText::new(&report.title)
            .font(interface(size::INTERFACE))
            .line_height(Some(20.0))
            .color(theme.text);
        ui.add(egui::Label::new(title).wrap());
        ScrollArea::vertical()
            .max_height(list_height(ui.ctx()) - 40.0)
            .auto_shrink([false, true])
            .show(ui, |ui| show_groups(ui, &report.groups, usize::MAX));
        let presses = [
            Press::new(tr!("sheet-close")).key("Escape"),
            Press::new(tr!("sheet-copy")).enabled(!report.groups.is_empty()),
        ];
        match buttons(ui, presses) {
            Some(1) => ui.ctx().copy_text(report.to_string()),
            Some(_) => outbox.send(Event::DialogClosed),
            None => {}
        }
    });
}

/// Each reason with at most `most` examples.
pub fn show_groups(ui: &mut Ui, groups: &[ReportGroup], most: usize) {
    let theme = Theme::of(ui.ctx());
    if groups.is_empty() {
        widgets::quiet(ui, tr!("left-out-nothing"));
    }
    ui.spacing_mut().item_spacing.y = 3.0;
    for group in groups {
        widgets::hairline(ui, 6.0);
        let head = RichText::new(group.to_string())
            .font(strong(size::INTERFACE))
            .color(theme.text);
        ui.add(egui::Label::new(head).wrap());
        let examples = group.examples.iter().take(most);
        let shown = examples.len();
        for example in examples {
            widgets::quiet(ui, example);
        }
        let others = group.count.saturating_sub(shown);
        if others > 0 && shown > 0 {
            widgets::quiet(ui, tr!("left-out-more", count = others));
        }
    }
}
