//! The line above an article that cannot be changed here.

use eframe::egui;
use egui::{Frame, Margin, RichText, Ui};

use crate::app::{CommandId, Event, OpenArticle};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::widgets::Press;
use crate::ui::theme::{Theme, interface};
use copydesk_i18n::tr;

pub fn show(ui: &mut Ui, article: &OpenArticle, outbox: &mut Outbox) {
    let Some(by) = article.open_elsewhere() else {
        return;
    };
    let theme = Theme::of(ui.ctx());
    let words = match by {
        "" => tr!("read-only").to_owned(),
        by => tr!("read-only-by", who = by),
    };
    let frame = Frame::new()
        .fill(theme.chosen)
        .inner_margin(Margin::symmetric(14, 5));
    egui::Panel::top("read-only").frame(frame).show(ui, |ui| {
        direction::column(ui, |ui| {
            ui.horizontal(|ui| {
                let press = Press::new(tr!("read-only-open-anyway")).small();
                ui.with_layout(direction::backward(egui::Align::Center), |ui| {
                    if press.show(ui).clicked() {
                        outbox.send(Event::Command(CommandId::OpenAnyway));
                    }
                    ui.with_layout(direction::forward(egui::Align::Center), |ui| {
                        let words = RichText::new(words).font(interface(12.0)).color(theme.text);
                        ui.add(egui::Label::new(words).truncate());
                    });
                });
            });
        });
    });
}
