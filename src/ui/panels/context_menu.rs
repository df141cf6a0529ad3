//! What a right click offers: the commands for the span or the words under the pointer.

use eframe::egui;
use egui::Response;

use crate::app::{CommandId, LabelIndex, Session};
use crate::ui::Outbox;
use crate::ui::panels::{menu_bar, widgets};

/// Shows the menu of `response` once it was clicked with the right button.
pub fn show(response: &Response, session: &Session, outbox: &mut Outbox) {
    response.context_menu(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let labels = (0..session.schema().labels().len())
            .filter_map(|index| LabelIndex::try_from(index).ok())
            .map(CommandId::Label)
            .collect();
        let groups: [Vec<CommandId>; 5] = [
            vec![CommandId::Accept, CommandId::Remove],
            labels,
            vec![CommandId::Everywhere, CommandId::RemoveEverywhere],
            vec![CommandId::Attribute, CommandId::Note],
            vec![
                CommandId::GrowSelection,
                CommandId::SelectSentence,
                CommandId::Copy,
            ],
        ];
        for (index, group) in groups.into_iter().enumerate() {
            if index > 0 {
                widgets::hairline(ui, 3.0);
            }
            for id in group {
                if let Some(command) = session.table().get(id) {
                    menu_bar::show_command(ui, session, command, false, outbox);
                }
            }
        }
    });
}
