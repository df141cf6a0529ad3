//! Leaves the keys of a word that is being composed to the input method.

use eframe::egui::{self, Event, ImeEvent, Key};

/// While a word is composed, Enter takes a candidate and Backspace removes a letter of the word. Most
/// systems keep these keys from the window; where one passes them on, they must neither close a field
/// nor run a command. Keys are taken before egui moves the focus with them.
#[derive(Default)]
pub struct Composing {
    /// The field in which a word is composed.
    field: Option<egui::Id>,
}

impl egui::Plugin for Composing {
    fn debug_name(&self) -> &'static str {
        "input method"
    }

    fn input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        let typed_in = ctx.memory(egui::Memory::focused);
        let typed_in = typed_in.filter(|_| ctx.text_edit_focused());
        self.field = self.field.filter(|field| typed_in == Some(*field));
        input.events.retain(|event| !self.takes(event, typed_in));
    }
}

impl Composing {
    /// Whether the event belongs to the input method. `typed_in` is the field that has the keyboard.
    fn takes(&mut self, event: &Event, typed_in: Option<egui::Id>) -> bool {
        match event {
            Event::Ime(ImeEvent::Preedit { text, .. }) => {
                self.field = typed_in.filter(|_| !text.is_empty());
            }
            // Not every system tells that a word was given up: these show that none is composed now.
            Event::Ime(ImeEvent::Commit(_))
            | Event::Text(_)
            | Event::PointerButton { pressed: true, .. }
            | Event::WindowFocused(false) => self.field = None,
            Event::Key {
                key, pressed: true, ..
            } if self.field.is_some() => {
                // If the word goes on after these, it is sent again. Otherwise the next one acts.
                if matches!(key, Key::Enter | Key::Escape) {
                    self.field = None;
                }
                return true;
            }
            _ => {}
        }
        false
    }
}
