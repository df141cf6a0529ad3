//! The details pane while several lines of the review list are chosen.

use eframe::egui;
use egui::{Frame, Margin, Ui, vec2};

use crate::app::{Chosen, CommandId, Event, LabelIndex, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::panels::facts::plain_row;
use crate::ui::panels::inspector::{command_press, decisions, relabel_chip};
use crate::ui::panels::widgets::{self, Press};
use copydesk_i18n::tr;

/// How many are chosen, and what can be done with all of them.
pub fn show(ui: &mut Ui, session: &Session, article: &OpenArticle, outbox: &mut Outbox) {
    let chosen = article.chosen();
    decisions(ui, |ui| {
        if chosen.changeable() > 0 {
            show_labels(ui, session, outbox);
        }
        show_decisions(ui, session, chosen, outbox);
    });
    let frame = Frame::new().inner_margin(Margin::symmetric(14, 12));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
        widgets::heading(ui, &tr!("chosen-count", count = chosen.len()));
        ui.add_space(2.0);
        for (name, count) in [
            (tr!("chosen-to-review"), chosen.suggested),
            (tr!("chosen-accepted"), chosen.accepted),
            (tr!("chosen-rejected"), chosen.rejected),
        ] {
            if count > 0 {
                plain_row(ui, name, &count.to_string());
            }
        }
        ui.add_space(4.0);
        let key = session.table().keymap().shown(CommandId::Unselect);
        widgets::quiet(ui, tr!("chosen-back", key = key));
    });
}

fn show_labels(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        for (index, label) in session.schema().labels().iter().enumerate() {
            let Ok(index) = LabelIndex::try_from(index) else {
                return;
            };
            let id = CommandId::Label(index);
            let key = session.table().keymap().shown(id);
            let response = relabel_chip(ui, label, &key);
            if response.clicked() {
                outbox.send(Event::Command(id));
            }
            response.on_hover_text(session.title_of(id));
        }
    });
}

fn show_decisions(ui: &mut Ui, session: &Session, chosen: &Chosen, outbox: &mut Outbox) {
    let accept = if chosen.suggested == 0 && chosen.rejected > 0 {
        tr!("span-restore")
    } else {
        tr!("span-accept")
    };
    let remove = if chosen.suggested > 0 {
        tr!("span-reject")
    } else {
        tr!("span-remove")
    };
    let width = (ui.available_width() - 6.0) / 2.0;
    ui.horizontal(|ui| {
        for (id, words) in [(CommandId::Accept, accept), (CommandId::Remove, remove)] {
            let key = session.table().keymap().shown(id);
            let is_main = id == CommandId::Accept && chosen.suggested > 0;
            let press = Press::new(words).key(&key).width(width).main(is_main);
            command_press(ui, session, id, press, outbox);
        }
    });
}
