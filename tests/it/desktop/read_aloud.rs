//! A review from opening to export without a look at the screen: keys go in, and what AT-SPI tells comes out.
//!
//! The transcript is kept in docs/read-aloud.md; `UPDATE=1` writes it anew.

use std::fmt::Write as _;
use std::path::Path;

use zbus::zvariant::OwnedObjectPath;

use super::screen_reader::{Heard, ScreenReader, Session, Thing, Unit};
use super::{Display, Folder, Program, wait_until};

const STORY: &str = "The talks go on\n\n\
    Anna Keller met Boris Lang in Seoul on Monday. Keller said the talks cost $5 million.\n\n\
    The next round is planned in Busan. Nobody knows when.\n";

/// A person at the keyboard who hears, and sees nothing.
struct Listener<'a> {
    display: &'a Display,
    home: &'a Path,
    reader: ScreenReader,
    transcript: String,
}

impl Listener<'_> {
    /// Presses `keys`, as xdotool names them, and waits until words that hold `part` are said. Gives all words.
    #[track_caller]
    fn press(&mut self, shown: &str, keys: &str, part: &str) -> String {
        self.key(keys);
        self.hear(shown, part)
    }

    fn key(&self, keys: &str) {
        wait_until("keys are sent", || self.display.xdotool(&["key", keys]));
    }

    fn write(&self, words: &str) {
        let keys = ["type", "--delay", "30", words];
        wait_until("words are typed", || self.display.xdotool(&keys));
    }

    #[track_caller]
    fn hear(&mut self, shown: &str, part: &str) -> String {
        let heard = self.reader.listen_for(&Heard::Announced {
            words: part.to_owned(),
            is_urgent: false,
        });
        let mut words = Vec::new();
        for heard in heard {
            match heard {
                Heard::Announced { words: said, .. } => words.push(said),
                Heard::Focused(path) => words.extend(self.focused(&path)),
                Heard::CaretMoved(..) | Heard::SelectionChanged(_) => {}
            }
        }
        self.note(shown, &words.join(" "))
    }

    /// What has got the keyboard, as a screen reader says it: its name, what it is, and where in a list.
    fn focused(&self, path: &OwnedObjectPath) -> Option<String> {
        let thing = self.reader.thing(path)?;
        let place = |name: &str| thing.attributes.get(name);
        match (place("posinset"), place("setsize")) {
            _ if thing.role == "window" || thing.role == "document" => None,
            (Some(at), Some(count)) => Some(format!("{}, {at} of {count}.", thing.name)),
            _ => {
                let typed = self.reader.text(path, 0, -1).unwrap_or_default();
                let parts = [thing.name, thing.role, typed];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                Some(parts.collect::<Vec<_>>().join(", ") + ".")
            }
        }
    }

    /// Presses keys that move the caret; gives what stands there.
    #[track_caller]
    fn read(&mut self, shown: &str, keys: &str, unit: Unit) -> String {
        let article = self.article().path;
        self.key(keys);
        let moved = Heard::CaretMoved(article.clone(), 0);
        self.reader.listen_for(&moved);
        let caret = self.reader.caret(&article).unwrap();
        let (words, ..) = self.reader.at(&article, caret, unit).unwrap();
        self.note(shown, words.trim())
    }

    /// Presses keys that move the keyboard to something else; gives what that is.
    #[track_caller]
    fn go(&mut self, shown: &str, keys: &str) -> String {
        self.key(keys);
        let somewhere = Heard::Focused(OwnedObjectPath::default());
        let heard = self.reader.listen_for(&somewhere).into_iter();
        let mut focused = heard.filter_map(|heard| match heard {
            Heard::Focused(path) => self.focused(&path),
            _ => None,
        });
        let words = focused.next_back().unwrap_or_else(|| self.article().name);
        self.note(shown, &words)
    }

    fn note(&mut self, shown: &str, words: &str) -> String {
        let words = words.replace(&*self.home.to_string_lossy(), "~");
        writeln!(self.transcript, "| {shown} | {words} |").unwrap();
        words
    }

    /// That each control in the window has a name, and each thing a role.
    #[track_caller]
    fn find_names(&self) {
        const CONTROLS: [&str; 8] = [
            "button",
            "check box",
            "combo box",
            "entry",
            "list",
            "list item",
            "menu item",
            "toggle button",
        ];
        let things = self.reader.things();
        let is_control = |thing: &&Thing| CONTROLS.contains(&thing.role.as_str());
        let controls: Vec<&Thing> = things.iter().filter(is_control).collect();
        assert!(controls.len() > 10, "{controls:?}");
        let is_nameless = |thing: &&&Thing| thing.name.trim().is_empty();
        let nameless: Vec<_> = controls.iter().filter(is_nameless).collect();
        assert!(nameless.is_empty(), "{nameless:?}");
        assert!(things.iter().all(|thing| thing.role != "unknown"));
    }

    fn article(&self) -> Thing {
        wait_until("the article", || self.reader.find("document", "Article: "))
    }
}

#[test]
fn a_review_is_done_by_what_a_screen_reader_hears() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("aloud");
    let Some(session) = Session::start(&display, &folder.0) else {
        return;
    };
    std::fs::write(folder.0.join("story.txt"), STORY).unwrap();
    let reader = ScreenReader::start(&session);
    // Without a path to programs there is no file dialog either: Copydesk asks for the path itself.
    let bus = format!("DBUS_SESSION_BUS_ADDRESS={}", session.address);
    let before = ["/usr/bin/env", &bus];
    let program = Program::start_with(&before, &display, &folder.0, "/nonexistent", &[]);
    let mut listener = Listener {
        display: &display,
        home: &folder.0,
        reader,
        transcript: String::new(),
    };
    listener.hear("", " to review.");
    let windows = wait_until("the window is there", || {
        display.xdotool(&["search", "--onlyvisible", "--class", "copydesk"])
    });
    let window = windows.lines().last().unwrap();
    wait_until("the window is in front", || {
        display.xdotool(&["windowactivate", "--sync", window])
    });
    listener.transcript.clear();

    open(&mut listener);
    decide(&mut listener);
    read(&mut listener);
    finish(&mut listener);
    save_and_export(&mut listener);
    listener.key("ctrl+q");
    assert_eq!(program.exit_code(), Some(0));

    crate::readme::check_table_of(
        "--all-features read_aloud",
        "read-aloud",
        "what AT-SPI told",
        &format!("\n| keys | heard |\n|---|---|\n{}\n", listener.transcript),
    );
}

fn open(listener: &mut Listener<'_>) {
    let heard = listener.press("`Ctrl+O`", "ctrl+o", "dialog");
    assert!(heard.starts_with("Open article, dialog."), "{heard}");
    assert!(heard.contains("Path, entry"), "{heard}");
    listener.write(&listener.home.join("story.txt").to_string_lossy());
    let heard = listener.press("the path, `Enter`", "Return", "to review");
    assert!(heard.contains("The talks go on."), "{heard}");

    // The article is one text; headline and paragraphs are parts of it, and what is suggested stands in it.
    let article = listener.article();
    let reader = &listener.reader;
    assert!(
        article
            .interfaces
            .iter()
            .any(|interface| interface.ends_with(".Text"))
    );
    let words = reader.text(&article.path, 0, -1).unwrap();
    assert_eq!(words, STORY.replace("\n\n", "\n").trim_end());
    assert!(reader.find("heading", "The talks go on").is_some());
    assert!(reader.find("paragraph", "The next round").is_some());
    let mark = reader.find("static text", "Person: Anna Keller, suggested, ");
    assert!(mark.is_some_and(|mark| mark.name.ends_with('%')));
    listener.find_names();
}

fn decide(listener: &mut Listener<'_>) {
    let first = listener.press("`Tab`", "Tab", "suggested");
    assert!(
        first.starts_with("Person: Anna Keller, suggested, "),
        "{first}"
    );
    let heard = listener.press("`Enter`", "Return", "Accepted");
    assert!(
        heard.starts_with("Accepted “Anna Keller”. Person: Boris Lang, suggested, "),
        "{heard}"
    );
    let heard = listener.press("`X`", "x", "Rejected");
    assert!(
        heard.starts_with("Rejected “Boris Lang”. Place: Seoul, suggested, "),
        "{heard}"
    );
    let heard = listener.press("`P`", "p", "Marked");
    assert!(heard.starts_with("Marked “Seoul” as person."), "{heard}");
    let heard = listener.press("`Ctrl+Z`", "ctrl+z", "Undone");
    assert!(
        heard.starts_with("Undone: mark “Seoul” as person. Place: Seoul, suggested"),
        "{heard}"
    );
    let heard = listener.press("`Ctrl+Shift+Z`", "ctrl+shift+z", "Redone");
    assert!(
        heard.starts_with("Redone: mark “Seoul” as person."),
        "{heard}"
    );
    listener.press("`Ctrl+Z`", "ctrl+z", "Undone");
}

fn read(listener: &mut Listener<'_>) {
    let heard = listener.read("`Ctrl+Home`", "ctrl+Home", Unit::Line);
    assert_eq!(heard, "The talks go on");
    let heard = listener.read("`Right`", "Right", Unit::Word);
    assert_eq!(heard, "talks");
    let heard = listener.read("`Alt+Right`", "alt+Right", Unit::Character);
    assert_eq!(heard, "a");
    let heard = listener.press("`Alt+PageDown`", "alt+Next", "Monday");
    assert!(
        heard.starts_with(
            "Anna Keller met Boris Lang in Seoul on Monday. Person: Anna Keller, accepted"
        ),
        "{heard}"
    );
    let heard = listener.press("`Alt+PageDown`", "alt+Next", "million");
    assert!(
        heard.starts_with("Keller said the talks cost $5 million."),
        "{heard}"
    );
    let heard = listener.read("`Ctrl+End`", "ctrl+End", Unit::Paragraph);
    assert_eq!(
        heard,
        "The next round is planned in Busan. Nobody knows when."
    );
    let heard = listener.press("`Alt+PageUp`", "alt+Prior", "Nobody");
    assert_eq!(heard, "Nobody knows when.");

    let article = listener.article().path;
    listener.key("s");
    let selected = Heard::SelectionChanged(article.clone());
    listener.reader.listen_for(&selected);
    let words = listener.reader.selected(&article).unwrap();
    assert_eq!(words, "Nobody knows when");
    listener.note("`S`", &format!("{words}, selected."));

    // A screen reader puts the caret somewhere by itself, as when it has read on.
    let start = STORY.replace("\n\n", "\n").find("Busan").unwrap();
    assert!(
        listener
            .reader
            .set_caret(&article, i32::try_from(start).unwrap())
    );
    let heard = listener.hear("caret set before “Busan”", "Busan");
    assert!(heard.starts_with("Place: Busan, suggested"), "{heard}");

    // The review list says its own lines.
    let heard = listener.go("`F6`", "F6");
    assert_eq!(heard, "Review list, list.");
    listener.go("`Home`", "Home");
    let heard = listener.go("`Down`", "Down");
    assert!(heard.ends_with(", 2 of 6."), "{heard}");
    listener.go("`Escape`", "Escape");
}

/// Accepts all that is left, and hears that nothing is; also the second time.
fn finish(listener: &mut Listener<'_>) {
    listener.press("`Ctrl+Enter`", "ctrl+Return", "All suggestions reviewed");
    let heard = listener.press("`Tab`", "Tab", "Nothing left to review");
    let again = listener.press("`Tab`", "Tab", "Nothing left to review");
    assert_eq!(heard, again);
}

fn save_and_export(listener: &mut Listener<'_>) {
    let heard = listener.press("`Ctrl+S`", "ctrl+s", "dialog");
    assert!(heard.contains("Path, entry"), "{heard}");
    let heard = listener.press("`Enter`", "Return", "Saved");
    assert_eq!(heard, "Saved story.ron.");
    let heard = listener.press("`Ctrl+E`", "ctrl+e", "dialog");
    assert!(heard.starts_with("Export"), "{heard}");
    listener.find_names();
    listener.press("`Enter`", "Return", "dialog");
    let heard = listener.press("`Enter`", "Return", "written to");
    assert!(heard.contains("1 article with "), "{heard}");

    listener.press("`Ctrl+O`", "ctrl+o", "dialog");
    listener.key("ctrl+a");
    listener.write(&listener.home.join("stroy.txt").to_string_lossy());
    listener.key("Return");
    let part = "no such file".to_owned();
    let is_urgent = true;
    let problem = Heard::Announced {
        words: part,
        is_urgent,
    };
    let heard = listener.reader.listen_for(&problem).into_iter();
    let words = heard.filter_map(|heard| match heard {
        Heard::Announced { words, is_urgent } => {
            assert!(is_urgent, "{words}");
            Some(words)
        }
        _ => None,
    });
    let words = words.collect::<Vec<String>>().join(" ");
    listener.note("a wrong path, `Enter`", &words);
}
