//! What a right click offers: the commands for what is under the pointer, or with a key for what is focused.

use std::path::Path;

use eframe::egui;
use egui::{Context, Id, Key, Modifiers, Popup, Pos2, Response, Ui};

use crate::app::{CommandId, Event, LabelIndex, Session};
use crate::ui::Outbox;
use crate::ui::panels::{menu_bar, widgets};
use copydesk_i18n::tr;

/// A menu that was opened with a key.
#[derive(Clone, Copy)]
struct ByKey {
    menu: Id,
    at: Pos2,
    /// What had the keyboard, and has it again afterward.
    focused: Option<Id>,
    /// Its first line has yet to get the keyboard.
    is_new: bool,
}

fn by_key_id() -> Id {
    Id::unique("menu opened with a key")
}

/// Whether the key of menus is pressed while `id` has the keyboard; takes it.
pub fn is_asked_for(ui: &Ui, id: Id) -> bool {
    let has_keyboard = ui.memory(|memory| memory.has_focus(id));
    let is_free = !Popup::is_any_open(ui.ctx());
    has_keyboard
        && is_free
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Menu)
                || input.consume_key(Modifiers::SHIFT, Key::F10)
        })
}

/// Shows the menu of `response` once it was clicked with the right button, or at a point where a key
/// asks for it. `lines` draws it and returns the first line that can be chosen.
pub fn show(
    response: &Response,
    asked_at: Option<Pos2>,
    lines: impl FnOnce(&mut Ui) -> Option<Id>,
) {
    let ctx = &response.ctx;
    let menu = Popup::default_response_id(response);
    if let Some(at) = asked_at {
        Popup::open_id(ctx, menu);
        let by_key = ByKey {
            menu,
            at,
            focused: ctx.memory(egui::Memory::focused),
            is_new: true,
        };
        ctx.data_mut(|data| data.insert_temp(by_key_id(), by_key));
    }
    let by_key = ctx.data(|data| data.get_temp::<ByKey>(by_key_id()));
    let by_key = by_key.filter(|by_key| by_key.menu == menu);
    if response.secondary_clicked() && by_key.is_some() {
        ctx.data_mut(|data| data.remove::<ByKey>(by_key_id()));
    }
    let mut popup = Popup::context_menu(response);
    if let Some(ByKey { at, .. }) = by_key {
        popup = popup.at_position(at);
    }
    let shown = popup.show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        lines(ui)
    });
    if let Some(by_key) = by_key {
        match shown {
            Some(shown) if by_key.is_new => enter(ctx, by_key, shown.inner),
            Some(_) => {}
            None => leave(ctx, by_key),
        }
    }
}

/// Gives the keyboard to the first line.
fn enter(ctx: &Context, by_key: ByKey, first: Option<Id>) {
    if let Some(first) = first {
        ctx.memory_mut(|memory| memory.request_focus(first));
    }
    let by_key = ByKey {
        is_new: false,
        ..by_key
    };
    ctx.data_mut(|data| data.insert_temp(by_key_id(), by_key));
}

/// Gives the keyboard back once the menu has closed.
fn leave(ctx: &Context, by_key: ByKey) {
    ctx.data_mut(|data| data.remove::<ByKey>(by_key_id()));
    if let Some(focused) = by_key.focused {
        ctx.memory_mut(|memory| memory.request_focus(focused));
    }
}

/// Of the span or the words that are aimed at.
pub fn show_for_words(
    response: &Response,
    asked_at: Option<Pos2>,
    session: &Session,
    outbox: &mut Outbox,
) {
    show(response, asked_at, |ui| {
        let labels = (0..session.schema().labels().len())
            .filter_map(|index| LabelIndex::try_from(index).ok())
            .map(CommandId::Label)
            .collect();
        let groups = [
            vec![CommandId::Accept, CommandId::Remove],
            labels,
            vec![CommandId::Everywhere, CommandId::RemoveEverywhere],
            vec![CommandId::Attribute, CommandId::Note],
            vec![CommandId::AddExample, CommandId::AddCounterExample],
            vec![
                CommandId::GrowSelection,
                CommandId::SelectSentence,
                CommandId::Copy,
            ],
        ];
        show_groups(ui, &groups, session, outbox)
    });
}

/// Commands in groups, with lines between. Returns the first that can be chosen.
pub fn show_groups(
    ui: &mut Ui,
    groups: &[Vec<CommandId>],
    session: &Session,
    outbox: &mut Outbox,
) -> Option<Id> {
    let mut first = None;
    for (index, group) in groups.iter().enumerate() {
        if index > 0 {
            widgets::hairline(ui, 3.0);
        }
        for id in group {
            if let Some(command) = session.table().get(*id) {
                let line = menu_bar::show_command(ui, session, command, false, outbox);
                first = first.or(line);
            }
        }
    }
    first
}

/// What can be done with the place of a file or folder. Returns the first line, which can always be chosen.
pub fn show_place(ui: &mut Ui, path: &Path, outbox: &mut Outbox) -> Id {
    let copy = menu_bar::show_line(ui, tr!("place-copy-path"));
    if copy.clicked() {
        outbox.send(Event::CopyWanted(path.display().to_string()));
        ui.close();
    }
    if let Some(folder) = path.parent() {
        let show = menu_bar::show_line(ui, tr!("place-show-in-folder"));
        if show.clicked() {
            outbox.send(Event::ShowFolderWanted(folder.to_owned()));
            ui.close();
        }
    }
    copy.id
}
