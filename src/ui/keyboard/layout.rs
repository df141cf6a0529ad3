//! What a key press means on whatever keyboard it was made.
//!
//! A key counts as what it types: a letter, a digit, or one of the signs that commands use. Only a key
//! that types none of these counts by its position, as it is on an American keyboard: letters of other
//! scripts, the top row of a French keyboard, and Shift with a comma that then is a semicolon. What types
//! a sign by `AltGr` is text and no command.

use eframe::egui;

use crate::app::{Chord, Key};

/// The chords that a key press may mean, the likeliest first. `typed` is the text that came with it.
pub(super) fn chords(
    key: egui::Key,
    physical: Option<egui::Key>,
    modifiers: egui::Modifiers,
    typed: Option<&str>,
) -> [Option<Chord>; 2] {
    let is_by_position = physical.is_none_or(|physical| physical == key);
    let at = physical.unwrap_or(key);
    if !modifiers.command && is_by_position && types_something_else(at, typed) {
        return [None, None];
    }
    if let Some(named) = named_key(key) {
        return [Some(chord(named, modifiers, modifiers.shift)), None];
    }
    let by_position = character_key(at).map(|key| chord(key, modifiers, modifiers.shift));
    match character_key(key) {
        // The same key on an American keyboard: Shift is meant.
        Some(character) if is_by_position => {
            let meant = chord(character, modifiers, modifiers.shift);
            // A digit that takes Shift, as in France, is still that digit.
            let is_digit = matches!(character, Key::Character(c) if c.is_ascii_digit());
            let is_typed = is_digit && modifiers.shift && types(typed, character);
            [
                Some(meant),
                is_typed.then(|| chord(character, modifiers, false)),
            ]
        }
        // A letter is that letter wherever it is.
        Some(character @ Key::Character('A'..='Z')) => {
            [Some(chord(character, modifiers, modifiers.shift)), None]
        }
        // A sign or digit somewhere else: Shift, if it is held, was needed to type it.
        Some(character) if !is_slash_elsewhere(key, at) => {
            let as_typed = chord(character, modifiers, false);
            let with_shift = chord(character, modifiers, modifiers.shift);
            [Some(as_typed), Some(with_shift)]
        }
        _ => [by_position, None],
    }
}

/// On an American keyboard the slash is the key of the question mark; elsewhere it is a sign by itself.
fn is_slash_elsewhere(key: egui::Key, at: egui::Key) -> bool {
    key == egui::Key::Slash && at != egui::Key::Slash
}

fn chord(key: Key, modifiers: egui::Modifiers, shift: bool) -> Chord {
    Chord {
        command: modifiers.command,
        alt: modifiers.alt,
        shift,
        key,
    }
}

fn types(typed: Option<&str>, key: Key) -> bool {
    let Key::Character(c) = key else { return false };
    typed.is_some_and(|typed| typed.chars().eq([c]))
}

/// Whether a key in the place of a letter or digit typed what no command has to do with: `ł` or `µ` by `AltGr`
/// on the key L or M, `{` on the 4. Letters of other scripts in that place are commands, and so is what the
/// top row types on keyboards where its digits take Shift.
fn types_something_else(at: egui::Key, typed: Option<&str>) -> bool {
    /// The top rows of France, Belgium, Czechia and Slovakia.
    const TOP_ROWS: &str = "&é\"'(§-è_!çà+ěščřžýáíäôľťň=;";
    let Some(Key::Character(key)) = character_key(at) else {
        return false;
    };
    let mut chars = typed.unwrap_or_default().chars();
    let (Some(c), None) = (chars.next(), chars.next()) else {
        return false;
    };
    if key.is_ascii_digit() {
        return !c.is_numeric() && !TOP_ROWS.contains(c) && !"!@#$%^&*()".contains(c);
    }
    key.is_ascii_uppercase() && !c.eq_ignore_ascii_case(&key) && !is_of_other_script(c)
}

/// Whether `c` is a letter of a script that is not Latin.
fn is_of_other_script(c: char) -> bool {
    const LATIN: [std::ops::RangeInclusive<char>; 4] = [
        '\u{0}'..='\u{36f}',
        '\u{1d00}'..='\u{1eff}',
        '\u{2c60}'..='\u{2c7f}',
        '\u{a720}'..='\u{a7ff}',
    ];
    c.is_alphabetic() && !LATIN.iter().any(|latin| latin.contains(&c))
}

fn named_key(key: egui::Key) -> Option<Key> {
    Some(match key {
        egui::Key::Enter => Key::Enter,
        egui::Key::Tab => Key::Tab,
        egui::Key::Escape => Key::Escape,
        egui::Key::Space => Key::Space,
        egui::Key::Delete => Key::Delete,
        egui::Key::Backspace => Key::Backspace,
        egui::Key::ArrowLeft => Key::Left,
        egui::Key::ArrowRight => Key::Right,
        egui::Key::ArrowUp => Key::Up,
        egui::Key::ArrowDown => Key::Down,
        egui::Key::Home => Key::Home,
        egui::Key::End => Key::End,
        egui::Key::PageUp => Key::PageUp,
        egui::Key::PageDown => Key::PageDown,
        _ => return None,
    })
}

fn character_key(key: egui::Key) -> Option<Key> {
    let c = match key {
        egui::Key::Comma => ',',
        egui::Key::Period => '.',
        egui::Key::Plus | egui::Key::Equals => '+',
        egui::Key::Minus => '-',
        egui::Key::Questionmark | egui::Key::Slash => '?',
        _ => {
            let name = key.name();
            if let Some(number) = name
                .strip_prefix('F')
                .and_then(|number| number.parse().ok())
            {
                return Some(Key::Function(number));
            }
            let mut chars = name.chars();
            let first = chars.next()?;
            if chars.next().is_some() || !first.is_ascii_alphanumeric() {
                return None;
            }
            first.to_ascii_uppercase()
        }
    };
    Some(Key::Character(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Key as K;
    use egui::Modifiers as M;

    /// What a press means: `""` for nothing, else the chords.
    fn check(key: K, physical: K, modifiers: M, typed: &str, expected: &str) {
        let typed = (!typed.is_empty()).then_some(typed);
        let found = chords(key, Some(physical), modifiers, typed);
        let found: Vec<String> = found.iter().flatten().map(ToString::to_string).collect();
        assert_eq!(
            found.join(" "),
            expected,
            "{key:?} at {physical:?}, typed {typed:?}"
        );
    }

    #[test]
    fn a_sign_is_a_sign_whatever_keyboard_types_it() {
        // United States
        check(K::Period, K::Period, M::NONE, ".", ".");
        check(K::Period, K::Period, M::SHIFT, ">", "Shift+.");
        check(K::Questionmark, K::Slash, M::SHIFT, "?", "? Shift+?");
        // France: Shift with the key right of the comma types a period.
        check(K::Period, K::Comma, M::SHIFT, ".", ". Shift+.");
        check(K::Comma, K::M, M::NONE, ",", ", ,");
        check(K::Colon, K::Period, M::NONE, ":", ".");
        check(K::Slash, K::Period, M::SHIFT, "/", "Shift+.");
        // Germany and Spain: Shift with comma and period types other signs.
        check(K::Semicolon, K::Comma, M::SHIFT, ";", "Shift+,");
        check(K::Colon, K::Period, M::SHIFT, ":", "Shift+.");
        check(K::Slash, K::Num7, M::SHIFT, "/", "Shift+7");
    }

    #[test]
    fn digits_label_with_and_without_shift() {
        check(K::Num2, K::Num2, M::NONE, "2", "2");
        check(K::Num2, K::Num2, M::NONE, "é", "2");
        check(K::Quote, K::Num4, M::NONE, "'", "4");
        check(K::Num2, K::Num2, M::SHIFT, "2", "Shift+2 2");
        check(K::Num2, K::Num2, M::SHIFT, "@", "Shift+2");
    }

    #[test]
    fn a_letter_is_that_letter_wherever_it_is() {
        check(K::A, K::Q, M::NONE, "a", "A");
        check(K::Z, K::Y, M::SHIFT, "Z", "Shift+Z");
        check(K::M, K::Semicolon, M::NONE, "m", "M");
    }

    #[test]
    fn letters_of_other_scripts_count_by_their_place() {
        for typed in ["з", "π", "ح", "פ", "ป"] {
            check(K::P, K::P, M::NONE, typed, "P");
        }
        check(K::S, K::S, M::COMMAND, "", "Ctrl+S");
    }

    #[test]
    fn what_is_typed_by_alt_gr_is_no_command() {
        for (key, typed) in [
            (K::L, "ł"),
            (K::M, "µ"),
            (K::E, "€"),
            (K::Q, "@"),
            (K::Num4, "{"),
            (K::Num8, "\\"),
        ] {
            check(key, key, M::NONE, typed, "");
        }
    }

    #[test]
    fn zooming_takes_the_sign_with_or_without_shift() {
        check(K::Equals, K::Equals, M::COMMAND, "", "Ctrl++");
        check(
            K::Plus,
            K::Equals,
            M::COMMAND | M::SHIFT,
            "",
            "Ctrl++ Ctrl+Shift++",
        );
        check(
            K::Plus,
            K::Semicolon,
            M::COMMAND | M::SHIFT,
            "",
            "Ctrl++ Ctrl+Shift++",
        );
        check(K::Minus, K::Num6, M::COMMAND, "", "Ctrl+- Ctrl+-");
    }
}
