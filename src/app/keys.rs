//! Keyboard shortcuts as data: how they are written, what they run, and which of them clash.

use std::collections::BTreeMap;
use std::fmt;

use crate::app::CommandId;

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Chord {
    /// Ctrl; the Command key on a Mac.
    pub command: bool,
    pub alt: bool,
    pub shift: bool,
    pub key: Key,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// An upper-case letter, a digit, or one of `, . + - ?`.
    Character(char),
    Enter,
    Tab,
    Escape,
    Space,
    Delete,
    Backspace,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Function(u8),
}

/// Systems differ in which chords they keep for themselves and in how they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    Linux,
    Windows,
    Mac,
}

/// Which command each chord runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keymap {
    by_chord: BTreeMap<Chord, CommandId>,
    /// Those that come first while versions are compared.
    comparing: BTreeMap<Chord, CommandId>,
    by_command: BTreeMap<CommandId, Vec<Chord>>,
}

/// Two commands that want the same key, or a key that the system keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clash {
    Commands(Chord, CommandId, CommandId),
    System(Chord, CommandId, System),
}

const NAMED: &[(Key, &str)] = &[
    (Key::Enter, "Enter"),
    (Key::Tab, "Tab"),
    (Key::Escape, "Escape"),
    (Key::Space, "Space"),
    (Key::Delete, "Delete"),
    (Key::Backspace, "Backspace"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PageUp"),
    (Key::PageDown, "PageDown"),
];

/// Chords that never reach a program, by system.
const RESERVED: &[(System, &[&str])] = &[
    (System::Linux, &["Alt+F4", "Alt+Tab", "Ctrl+Alt+Delete"]),
    (
        System::Windows,
        &[
            "Alt+F4",
            "Alt+Tab",
            "Alt+Space",
            "Ctrl+Escape",
            "Ctrl+Alt+Delete",
        ],
    ),
    (System::Mac, &["Ctrl+Tab", "Ctrl+Space", "Ctrl+H", "Ctrl+M"]),
];

impl System {
    pub const ALL: [Self; 3] = [Self::Linux, Self::Windows, Self::Mac];

    /// The system that this program was built for.
    pub fn current() -> Self {
        if cfg!(target_os = "macos") {
            Self::Mac
        } else if cfg!(windows) {
            Self::Windows
        } else {
            Self::Linux
        }
    }
}

impl Chord {
    /// Reads `Ctrl+Shift+Z`; `Cmd` is the same as `Ctrl`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut chord = Self {
            command: false,
            alt: false,
            shift: false,
            key: Key::Enter,
        };
        let mut rest = text.trim();
        while let Some((modifier, after)) = rest
            .split_once('+')
            .filter(|(modifier, _)| !modifier.is_empty())
        {
            match modifier.trim().to_ascii_lowercase().as_str() {
                "ctrl" | "cmd" | "command" | "control" => chord.command = true,
                "alt" | "option" => chord.alt = true,
                "shift" => chord.shift = true,
                _ => return None,
            }
            rest = after.trim_start();
        }
        chord.key = Key::parse(rest)?;
        Some(chord)
    }

    /// As `system` shows it: `Ctrl+Shift+Z`, or `⇧⌘Z` on a Mac.
    pub fn display(self, system: System) -> String {
        let Self {
            command,
            alt,
            shift,
            key,
        } = self;
        if system == System::Mac {
            let mut shown = String::new();
            for (is_held, symbol) in [(alt, '⌥'), (shift, '⇧'), (command, '⌘')] {
                shown.extend(is_held.then_some(symbol));
            }
            return shown + &key.to_string();
        }
        let mut shown = String::new();
        for (is_held, name) in [(command, "Ctrl+"), (alt, "Alt+"), (shift, "Shift+")] {
            if is_held {
                shown.push_str(name);
            }
        }
        shown + &key.to_string()
    }

    /// Whether `system` keeps it for itself.
    pub fn is_reserved(self, system: System) -> bool {
        is_reserved(self, system)
    }

    /// Whether it types something, so that a text field wants it.
    pub fn is_plain(self) -> bool {
        !self.command && !matches!(self.key, Key::Function(_))
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.display(System::Linux))
    }
}

impl Key {
    fn parse(name: &str) -> Option<Self> {
        if let Some((key, _)) = NAMED
            .iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(name))
        {
            return Some(*key);
        }
        let mut chars = name.chars();
        let first = chars.next()?;
        if chars.next().is_none() {
            let is_known =
                first.is_ascii_alphanumeric() || matches!(first, ',' | '.' | '+' | '-' | '?');
            return is_known.then_some(Self::Character(first.to_ascii_uppercase()));
        }
        let number: u8 = name.strip_prefix(['F', 'f'])?.parse().ok()?;
        (1..=12).contains(&number).then_some(Self::Function(number))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Character(c) => write!(f, "{c}"),
            Self::Function(number) => write!(f, "F{number}"),
            named => {
                let name = NAMED
                    .iter()
                    .find(|(key, _)| key == named)
                    .map_or("", |(_, name)| name);
                f.write_str(name)
            }
        }
    }
}

impl Keymap {
    /// The first command that asks for a chord gets it; see [`Self::clashes`].
    pub fn new(bindings: impl IntoIterator<Item = (CommandId, Vec<Chord>)>) -> Self {
        let mut keymap = Self::default();
        for (command, chords) in bindings {
            let by_chord = if command.is_for_comparing() {
                &mut keymap.comparing
            } else {
                &mut keymap.by_chord
            };
            for chord in &chords {
                by_chord.entry(*chord).or_insert(command);
            }
            keymap.by_command.insert(command, chords);
        }
        keymap
    }

    pub fn command(&self, chord: Chord) -> Option<CommandId> {
        self.by_chord.get(&chord).copied()
    }

    /// What a chord runs while versions are compared.
    pub fn comparing_command(&self, chord: Chord) -> Option<CommandId> {
        let own = self.comparing.get(&chord).copied();
        own.or_else(|| self.command(chord))
    }

    /// The command that has `chord` where `command` works.
    pub fn owner(&self, chord: Chord, command: CommandId) -> Option<CommandId> {
        if command.is_for_comparing() {
            return self.comparing.get(&chord).copied();
        }
        self.command(chord)
    }

    /// All chords of a command, the one to show first.
    pub fn chords(&self, command: CommandId) -> &[Chord] {
        self.by_command.get(&command).map_or(&[], Vec::as_slice)
    }

    /// The chord to show beside a command, or an empty text.
    pub fn shown(&self, command: CommandId) -> String {
        self.chords(command)
            .first()
            .map_or_else(String::new, |chord| chord.display(System::current()))
    }

    pub fn clashes(&self, system: System) -> Vec<Clash> {
        let mut clashes = Vec::new();
        let mut owners: BTreeMap<(bool, Chord), CommandId> = BTreeMap::new();
        for (command, chords) in &self.by_command {
            for chord in chords {
                let owner = owners.insert((command.is_for_comparing(), *chord), *command);
                if let Some(other) = owner.filter(|owner| owner != command) {
                    clashes.push(Clash::Commands(*chord, other, *command));
                }
                if is_reserved(*chord, system) {
                    clashes.push(Clash::System(*chord, *command, system));
                }
            }
        }
        clashes
    }
}

fn is_reserved(chord: Chord, system: System) -> bool {
    RESERVED
        .iter()
        .filter(|(reserving, _)| *reserving == system)
        .flat_map(|(_, chords)| chords.iter())
        .any(|reserved| Chord::parse(reserved) == Some(chord))
}
