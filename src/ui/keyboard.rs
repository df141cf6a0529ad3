//! Turns key presses into commands.

mod composing;
mod layout;

use eframe::egui;

use crate::app::{Choose, Chord, CommandId, Event, Key, Section, Session};
use crate::ui::Outbox;
use crate::ui::panels::{article_choices, filters, review};

pub use composing::Composing;

/// Sends the command of every chord that was pressed and takes its event out of the input.
///
/// Plain keys act only while the article has keyboard focus, so that a letter never fires while text
/// is typed, and Enter presses the focused button. Those that label and review act in the review list
/// too. In the field `typing` Enter saves, with Ctrl too.
pub fn send_commands(
    ctx: &egui::Context,
    session: &Session,
    article: egui::Id,
    typing: Option<egui::Id>,
    outbox: &mut Outbox,
) {
    let focused = ctx.memory(egui::Memory::focused);
    let is_in_front = session.dialog().is_none() && !egui::Popup::is_any_open(ctx);
    let is_reading = is_in_front && focused.is_none_or(|focused| focused == article);
    let is_listing = is_in_front && focused == Some(review::list_id());
    let is_start = session.article().is_none();
    let types_fact = focused.is_some() && focused == typing;
    let is_dialog_open = session.dialog().is_some();
    let filters = [article_choices::filter_id(), filters::words_id()];
    let typed_in = match focused {
        _ if !ctx.text_edit_focused() => TypedIn::Nothing,
        Some(focused) if filters.contains(&focused) => TypedIn::Filter,
        _ => TypedIn::Field,
    };
    ctx.input_mut(|input| {
        let mut typed = typed_with(&input.events).into_iter();
        input.events.retain(|event| {
            let typed = typed.next().flatten();
            let is_meant = |chord: &Chord| {
                (is_reading && !(is_start && moves_focus(*chord)))
                    || (!chord.is_plain() && !is_dialog_open && !edits_text(*chord, typed_in))
                    || (is_listing && acts_on_lines(session, *chord))
            };
            let is_saving = |chord: &Chord| types_fact && chord.key == Key::Enter;
            if is_reading && let Some(letter) = hinted(session, event, typed.as_deref()) {
                outbox.send(Event::Hinted(letter));
                return false;
            }
            let mut chords = chords(event, typed.as_deref()).into_iter().flatten();
            let command = chords
                .by_ref()
                .filter(|chord| !is_saving(chord) && is_meant(chord))
                .find_map(|chord| session.command_of(chord));
            let Some(command) = command else {
                return true;
            };
            outbox.send(match command {
                CommandId::SelectAll if is_listing => Event::Chosen(Choose::All),
                command => Event::Command(command),
            });
            false
        });
    });
}

/// Takes the first chord that was pressed out of the input, with the text that it typed.
pub fn take_chord(ctx: &egui::Context) -> Option<Chord> {
    ctx.input_mut(|input| {
        let mut typed = typed_with(&input.events).into_iter();
        let mut taken = None;
        input.events.retain(|event| {
            let typed = typed.next().flatten();
            let chord = chords(event, typed.as_deref()).into_iter().flatten().next();
            if taken.is_none() {
                taken = chord;
                return chord.is_none();
            }
            !matches!(event, egui::Event::Text(_))
        });
        taken
    })
}

/// The letter that was typed while letters stand beside words.
fn hinted(session: &Session, event: &egui::Event, typed: Option<&str>) -> Option<char> {
    if session.article()?.hints().is_empty() {
        return None;
    }
    let mut chords = chords(event, typed).into_iter().flatten();
    let chord = chords.find(|chord| !chord.command && !chord.alt)?;
    match chord.key {
        Key::Character(letter) if chord.shift => Some(letter),
        Key::Character(letter) => Some(letter.to_ascii_lowercase()),
        _ => None,
    }
}

/// Keys that do something to the lines of the review list, or go on to another.
fn acts_on_lines(session: &Session, chord: Chord) -> bool {
    let command = session.command_of(chord);
    let command = command.and_then(|id| session.table().get(id));
    command.is_some_and(|command| {
        matches!(
            command.section,
            Section::Labeling | Section::Reviewing | Section::Comparing
        )
    })
}

/// Chords that walk the start page and press its buttons.
fn moves_focus(chord: Chord) -> bool {
    matches!(
        chord.key,
        Key::Tab | Key::Up | Key::Down | Key::Left | Key::Right | Key::Enter | Key::Space
    )
}

/// What has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TypedIn {
    Nothing,
    /// A line of words that leave out others of a list.
    Filter,
    Field,
}

/// Chords that a text field wants for itself.
fn edits_text(chord: Chord, typed_in: TypedIn) -> bool {
    let is_for_text = match chord.key {
        Key::Character('A' | 'C' | 'V' | 'X' | 'Z' | 'Y')
        | Key::Home
        | Key::End
        | Key::Left
        | Key::Right => true,
        // From a filter one goes through what it leaves: one line has nothing above or below.
        Key::Up | Key::Down => !(chord.command && typed_in == TypedIn::Filter),
        _ => false,
    };
    let is_typed = is_for_text || !chord.command && !matches!(chord.key, Key::Function(_));
    typed_in != TypedIn::Nothing && is_typed
}

/// The chords that an event may mean; `typed` is the text that came with it.
fn chords(event: &egui::Event, typed: Option<&str>) -> [Option<Chord>; 2] {
    match event {
        egui::Event::Key {
            key,
            physical_key,
            pressed: true,
            modifiers,
            ..
        } => layout::chords(*key, *physical_key, *modifiers, typed),
        egui::Event::Copy => [Chord::parse("Ctrl+C"), None],
        egui::Event::Cut => [Chord::parse("Ctrl+X"), None],
        _ => [None, None],
    }
}

/// For each event the text that its key typed: it comes right behind.
fn typed_with(events: &[egui::Event]) -> Vec<Option<String>> {
    let next = events.iter().skip(1).map(Some).chain([None]);
    let text = |event: Option<&egui::Event>| match event {
        Some(egui::Event::Text(text)) => Some(text.clone()),
        _ => None,
    };
    next.map(text).collect()
}
