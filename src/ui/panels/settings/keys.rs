//! Every command with its keys: press new ones, see what clashes, take back.

use eframe::egui;
use egui::{Id, RichText, ScrollArea, Ui, vec2};

use crate::app::{Chord, Command, CommandId, Event, Section, Session, SettingsEvent, System};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::keyboard;
use crate::ui::panels::pages::{fits, is_place, keys_of};
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, size};
use copydesk_i18n::tr;
use copydesk_text::folded;

#[derive(Default)]
pub struct KeysSettings {
    words: String,
    asking: Option<Asking>,
    /// What commands had before each change, the last at the end: `None` for the usual keys.
    done: Vec<(CommandId, Option<Vec<Chord>>)>,
}

/// A command waits for keys.
struct Asking {
    command: CommandId,
    /// In addition to those it has.
    adds: bool,
    /// What was pressed and cannot be had without more ado.
    pressed: Option<(Chord, Trouble)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Trouble {
    /// Another command has it.
    Taken(CommandId),
    /// The system keeps it.
    Reserved,
}

const ROW: f32 = 30.0;

impl KeysSettings {
    pub fn show(&mut self, ui: &mut Ui, height: f32, session: &Session, outbox: &mut Outbox) {
        let id = Id::unique("find a command to change its keys");
        let field = widgets::field(&mut self.words, id, tr!("settings-find-key-hint"));
        ui.add(field).accessible_name(tr!("settings-find-key"));
        ui.add_space(6.0);
        self.take_pressed(ui, session, outbox);
        let words = folded(self.words.trim());
        let height = height - 44.0;
        ScrollArea::vertical()
            .id_salt("keys")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 14.0);
                let mut is_empty = true;
                for section in Section::ALL {
                    let commands: Vec<&Command> = session
                        .table()
                        .all()
                        .iter()
                        .filter(|command| command.section == section && !is_place(command))
                        .filter(|command| {
                            fits(session, command, &keys_of(session, command), &words)
                        })
                        .collect();
                    if commands.is_empty() {
                        continue;
                    }
                    is_empty = false;
                    ui.add_space(8.0);
                    widgets::heading(ui, section.name());
                    widgets::hairline(ui, 4.0);
                    for command in commands {
                        self.show_command(ui, session, command, outbox);
                    }
                }
                if is_empty {
                    widgets::quiet(ui, tr!("settings-no-such-key"));
                }
            });
    }

    fn show_command(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        command: &Command,
        outbox: &mut Outbox,
    ) {
        let theme = Theme::of(ui.ctx());
        let asked = self
            .asking
            .as_ref()
            .filter(|asking| asking.command == command.id);
        let trouble = asked.and_then(|asking| asking.pressed);
        let is_asked = asked.is_some();
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), ROW),
            direction::backward(egui::Align::Center),
            |ui| {
                ui.set_min_height(ROW);
                ui.spacing_mut().item_spacing.x = 5.0;
                if is_asked {
                    self.show_question(ui, session, trouble, outbox);
                } else {
                    self.show_changes(ui, session, command, outbox);
                }
                ui.with_layout(direction::forward(egui::Align::Center), |ui| {
                    let name = RichText::new(command.name.as_ref())
                        .font(interface(size::INTERFACE))
                        .color(theme.text);
                    ui.add(egui::Label::new(name).truncate())
                        .on_hover_text(command.help.as_ref());
                });
            },
        );
    }

    /// The keys of a command, and what can be done with them.
    fn show_changes(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        command: &Command,
        outbox: &mut Outbox,
    ) {
        let name = &command.name;
        if session.has_own_keys(command.id) {
            let reset = Press::new(tr!("settings-key-reset")).small().show(ui);
            widgets::describe(&reset, name);
            if reset.clicked() {
                self.change(session, command.id, None, outbox);
            }
        }
        let chords = session.table().keymap().chords(command.id);
        let add = Press::new(tr!("settings-key-add")).small().show(ui);
        widgets::describe(&add, name);
        let change = Press::new(tr!("settings-key-change")).small().show(ui);
        widgets::describe(&change, name);
        if add.clicked() || change.clicked() {
            self.asking = Some(Asking {
                command: command.id,
                adds: add.clicked(),
                pressed: None,
            });
        }
        ui.add_space(6.0);
        for chord in chords.iter().rev() {
            widgets::key_cap(ui, &chord.display(System::current()));
        }
    }

    /// What is shown while a command waits for keys.
    fn show_question(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        trouble: Option<(Chord, Trouble)>,
        outbox: &mut Outbox,
    ) {
        let theme = Theme::of(ui.ctx());
        if Press::new(tr!("sheet-cancel"))
            .key("Escape")
            .small()
            .show(ui)
            .clicked()
        {
            self.asking = None;
            return;
        }
        let words = match trouble {
            None => tr!("settings-press-keys").to_owned(),
            Some((chord, Trouble::Reserved)) => {
                let chord = chord.display(System::current());
                tr!("settings-keys-reserved", keys = chord)
            }
            Some((chord, Trouble::Taken(other))) => {
                if Press::new(tr!("settings-take-keys"))
                    .small()
                    .show(ui)
                    .clicked()
                {
                    self.take_from(session, chord, other, outbox);
                }
                let other = session.table().get(other);
                let another = tr!("settings-another-command");
                let other = other.map_or(another, |other| other.name.as_ref());
                let chord = chord.display(System::current());
                let other = other.trim_end_matches('…');
                tr!("settings-keys-taken", keys = chord, command = other)
            }
        };
        let color = if trouble.is_some() {
            theme.problem
        } else {
            theme.quiet
        };
        let words = RichText::new(words).font(interface(12.0)).color(color);
        ui.add(egui::Label::new(words).truncate());
    }

    /// Takes the keys that were pressed, for the command that waits for them.
    fn take_pressed(&mut self, ui: &Ui, session: &Session, outbox: &mut Outbox) {
        let Some(asking) = &mut self.asking else {
            return;
        };
        let Some(chord) = keyboard::take_chord(ui.ctx()) else {
            return;
        };
        if chord.key == crate::app::Key::Escape {
            self.asking = None;
            return;
        }
        let id = asking.command;
        let owner = session.table().keymap().owner(chord, id);
        let trouble = match owner {
            _ if chord.is_reserved(System::current()) => Some(Trouble::Reserved),
            Some(owner) if owner != id => Some(Trouble::Taken(owner)),
            _ => None,
        };
        if let Some(trouble) = trouble {
            asking.pressed = Some((chord, trouble));
        } else {
            let chords = self.chords_with(session, chord);
            self.change(session, id, Some(chords), outbox);
            self.asking = None;
        }
    }

    /// The keys of the command that waits, with `chord`.
    fn chords_with(&self, session: &Session, chord: Chord) -> Vec<Chord> {
        let Some(asking) = &self.asking else {
            return vec![chord];
        };
        let known = session.table().keymap().chords(asking.command);
        let kept = known.iter().copied().filter(|known| *known != chord);
        let mut chords: Vec<Chord> = if asking.adds {
            kept.collect()
        } else {
            Vec::new()
        };
        chords.push(chord);
        chords
    }

    fn take_from(
        &mut self,
        session: &Session,
        chord: Chord,
        other: CommandId,
        outbox: &mut Outbox,
    ) {
        let Some(id) = self.asking.as_ref().map(|asking| asking.command) else {
            return;
        };
        let chords = self.chords_with(session, chord);
        let left = session.table().keymap().chords(other).iter().copied();
        let left = left.filter(|known| *known != chord).collect();
        self.change(session, other, Some(left), outbox);
        self.change(session, id, Some(chords), outbox);
        self.asking = None;
    }

    fn change(
        &mut self,
        session: &Session,
        command: CommandId,
        chords: Option<Vec<Chord>>,
        outbox: &mut Outbox,
    ) {
        let known = session.table().keymap().chords(command).to_vec();
        let before = session.has_own_keys(command).then_some(known);
        self.done.push((command, before));
        send(command, chords, outbox);
    }

    pub fn show_deeds(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let own = session.table().all().iter();
        let own: Vec<CommandId> = own
            .map(|command| command.id)
            .filter(|id| session.has_own_keys(*id))
            .collect();
        let reset = Press::new(tr!("settings-reset-keys")).enabled(!own.is_empty());
        if reset.show(ui).clicked() {
            for id in own {
                self.change(session, id, None, outbox);
            }
        }
        let undo = Press::new(tr!("settings-undo"))
            .enabled(!self.done.is_empty())
            .show(ui);
        let is_undone = crate::ui::panels::settings::is_undo_pressed(ui);
        if (undo.clicked() || is_undone)
            && let Some((command, before)) = self.done.pop()
        {
            send(command, before, outbox);
        }
    }
}

fn send(command: CommandId, chords: Option<Vec<Chord>>, outbox: &mut Outbox) {
    let event = SettingsEvent::KeysChosen { command, chords };
    outbox.send(Event::Settings(event));
}
