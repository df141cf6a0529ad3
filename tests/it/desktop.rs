//! The real window on a real display: opens through a real dialog, saves, quits and opens again.
//!
//! Needs Xvfb, openbox, xdotool and zenity, and D-Bus and at-spi2-core for a screen reader. Where they are
//! missing the tests say so and stop, or fail if the variable `CI` is set.

mod ending;
mod faults;
mod folder;
#[cfg(target_os = "linux")]
mod read_aloud;
#[cfg(target_os = "linux")]
mod screen_reader;
mod sockets;

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use eframe::egui;
use egui::accesskit::{Node, TreeUpdate};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2};
use egui_inspection::{Request, Response, read_message, write_message};

const PATIENCE: Duration = Duration::from_mins(1);

/// A display of its own, with a window manager.
struct Display {
    name: String,
    processes: Vec<Child>,
}

impl Display {
    /// `None`, and a line that says so, where a tool is missing; where `CI` is set, that is a failure.
    fn start() -> Option<Self> {
        let tools = ["Xvfb", "openbox", "xdotool", "zenity"];
        if !tools.into_iter().all(is_installed) {
            return None;
        }
        // The server chooses a free display and says which.
        let screen = ["-screen", "0", "1280x800x24", "-nolisten", "tcp"];
        let mut server = quiet(Command::new("Xvfb").args(["-displayfd", "1"]).args(screen))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut number = String::new();
        let mut said = BufReader::new(server.stdout.take().unwrap());
        said.read_line(&mut number).unwrap();
        let name = format!(":{}", number.trim());
        let manager = quiet(Command::new("openbox").env("DISPLAY", &name))
            .spawn()
            .unwrap();
        Some(Self {
            name,
            processes: vec![manager, server],
        })
    }

    /// Runs xdotool; what it says, if it succeeds.
    fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let output = Command::new("timeout")
            .args(["5", "xdotool"])
            .args(arguments)
            .env("DISPLAY", &self.name)
            .output()
            .ok()?;
        let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success().then_some(said)
    }

    fn find_dialog(&self) {
        wait_until("the file dialog is in front", || {
            let windows = self.xdotool(&["search", "--onlyvisible", "--class", "zenity"])?;
            self.xdotool(&["windowactivate", "--sync", windows.lines().last()?])
        });
    }

    /// Closes the file dialog that is open without choosing.
    fn cancel_dialog(&self) {
        self.find_dialog();
        // The first may only close what the dialog has open in itself.
        wait_until("the file dialog is gone", || {
            std::thread::sleep(Duration::from_millis(500));
            self.xdotool(&["key", "Escape"]);
            let windows = self.xdotool(&["search", "--onlyvisible", "--class", "zenity"]);
            windows
                .is_none_or(|windows| windows.is_empty())
                .then_some(())
        });
    }

    /// Answers the file dialog that is open with `path`.
    fn answer_dialog(&self, path: &Path) {
        self.find_dialog();
        // The dialog's own field for a path; it needs a moment to come up.
        for keys in [
            ["key", "ctrl+l"],
            ["key", "ctrl+a"],
            ["type", &path.to_string_lossy()],
            ["key", "Return"],
        ] {
            std::thread::sleep(Duration::from_millis(500));
            let [kind, keys] = keys;
            wait_until("keys are sent", || {
                self.xdotool(&[kind, "--delay", "20", keys])
            });
        }
    }
}

/// Whether a program is there; says so if not, and where `CI` is set, that is a failure.
fn is_installed(tool: &str) -> bool {
    let found = Command::new("which")
        .arg(tool)
        .stdout(Stdio::null())
        .status();
    let is_there = found.is_ok_and(|status| status.success());
    if !is_there {
        skip(tool);
    }
    is_there
}

/// Says that something is not tried for want of `tool`.
fn skip(tool: &str) {
    let line = format!("skipped: {tool} is not installed, so the real window was not tried\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
    assert!(std::env::var_os("CI").is_none(), "{line}");
}

impl Drop for Display {
    fn drop(&mut self) {
        for process in &mut self.processes {
            // Asked to end, the server also takes its socket away.
            drop(Command::new("kill").arg(process.id().to_string()).status());
            drop(process.wait());
        }
    }
}

/// A running Copydesk.
struct Program {
    child: Child,
    stream: TcpStream,
}

impl Program {
    fn start(display: &Display, home: &Path, path: &str, files: &[&Path]) -> Self {
        Self::start_with(&[], display, home, path, files)
    }

    /// `before` is a command that starts another, or nothing.
    fn start_with(
        before: &[&str],
        display: &Display,
        home: &Path,
        path: &str,
        files: &[&Path],
    ) -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let program = env!("CARGO_BIN_EXE_copydesk");
        let words: Vec<&str> = before.iter().copied().chain([program]).collect();
        let mut command = Command::new(words[0]);
        command
            .args(&words[1..])
            .args(files)
            .env_clear()
            .env("PATH", path)
            .env("LC_ALL", "C.UTF-8");
        command
            .env("DISPLAY", &display.name)
            // Some desktops' portals show dialogs of their own, which these tests cannot answer.
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env("HOME", home)
            .env("COPYDESK_HOME", home.join("copydesk"));
        command
            .env("XDG_RUNTIME_DIR", home)
            .env("LIBGL_ALWAYS_SOFTWARE", "1");
        command.env("EGUI_INSPECTION", port.to_string());
        let child = quiet(&mut command).spawn().unwrap();
        let stream = connect(port);
        Self { child, stream }
    }

    fn ask(&mut self, request: &Request) -> Response {
        self.try_ask(request).unwrap()
    }

    fn try_ask(&mut self, request: &Request) -> std::io::Result<Response> {
        write_message(&mut self.stream, request)?;
        read_message(&mut self.stream)
    }

    fn tree(&mut self) -> TreeUpdate {
        match self.ask(&Request::GetTree) {
            Response::Tree { accesskit, .. } => accesskit.unwrap(),
            other => panic!("no tree but {other:?}"),
        }
    }

    /// Waits for something whose name, as a screen reader says it, begins with `name`.
    fn find(&mut self, name: &str) -> Rect {
        wait_until(name, || {
            let tree = self.tree();
            tree.nodes
                .iter()
                .find(|(_, node)| called(node, name))
                .map(|(_, node)| bounds(node))
        })
    }

    fn has(&mut self, name: &str) -> bool {
        self.tree().nodes.iter().any(|(_, node)| called(node, name))
    }

    fn send(&mut self, events: Vec<Event>) {
        for event in events {
            let answer = self.ask(&Request::ApplyEvents {
                events: vec![event],
            });
            assert!(matches!(answer, Response::Done), "{answer:?}");
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.send(stroke(modifiers, key));
    }

    /// Sends `events` until there is no answer; whether there was always one.
    fn lives_through(&mut self, events: Vec<Event>) -> bool {
        events.into_iter().all(|event| {
            let events = vec![event];
            self.try_ask(&Request::ApplyEvents { events }).is_ok()
        })
    }

    fn drag(&mut self, from: Pos2, to: Pos2) {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        let middle = from + (to - from) * 0.5;
        let moves = [from, middle, to].map(Event::PointerMoved);
        let [first, second, third] = moves;
        self.send(vec![
            first,
            button(from, true),
            second,
            third,
            button(to, false),
        ]);
    }

    fn signal(&self, name: &str) {
        let process = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &process]).status();
        assert!(sent.unwrap().success());
    }

    /// Sets a limit, as prlimit names it; `false` where there is no prlimit.
    fn limit(&self, limit: &str) -> bool {
        let process = self.child.id().to_string();
        let output = Command::new("prlimit")
            .args(["--pid", &process, limit])
            .output();
        output.is_ok_and(|output| output.status.success())
    }

    /// Waits for the end; the exit code.
    fn exit_code(mut self) -> Option<i32> {
        let status = wait_until("the program ends", || self.child.try_wait().unwrap());
        status.code()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A key going down and up.
fn stroke(modifiers: Modifiers, key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    };
    vec![event(true), event(false)]
}

fn quiet(command: &mut Command) -> &mut Command {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
}

fn connect(address: SocketAddr) -> TcpStream {
    let mut stream = wait_until("the window listens", || TcpStream::connect(address).ok());
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    egui_inspection::protocol::read_handshake(&mut stream).unwrap();
    stream
}

#[track_caller]
fn wait_until<T>(what: &str, mut done: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(value) = done() {
            return value;
        }
        assert!(begun.elapsed() < PATIENCE, "waited too long: {what}");
        std::thread::sleep(Duration::from_millis(40));
    }
}

fn called(node: &Node, name: &str) -> bool {
    let is_it = |heard: Option<&str>| heard.is_some_and(|heard| heard.starts_with(name));
    is_it(node.label()) || is_it(node.value())
}

fn bounds(node: &Node) -> Rect {
    let bounds = node.bounds().unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
    let corner = |x: f64, y: f64| pos2(x as f32, y as f32);
    Rect::from_min_max(corner(bounds.x0, bounds.y0), corner(bounds.x1, bounds.y1))
}

/// A folder of its own that goes with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("copydesk-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn search_path() -> String {
    std::env::var("PATH").unwrap_or_default()
}

#[test]
fn an_article_is_opened_labeled_saved_and_found_again() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("journey");
    let article = folder.0.join("story.txt");
    std::fs::write(
        &article,
        "A headline\n\nThe word zebra stands near 5% of all.\n",
    )
    .unwrap();
    let saved = folder.0.join("story.ron");
    let mut program = Program::start(&display, &folder.0, &search_path(), &[]);

    // The sample opens by itself, with suggestions.
    program.find("Place: Washington, suggested");
    program.press(Modifiers::COMMAND, Key::O);
    display.answer_dialog(&article);
    let figure = program.find("Figure: 5%, suggested");

    // By drag and letter: some words before the figure.
    let y = figure.center().y;
    program.drag(pos2(figure.left() - 62.0, y), pos2(figure.left() - 50.0, y));
    program.press(Modifiers::NONE, Key::P);
    program.find("Person: stands, accepted");
    program.press(Modifiers::COMMAND, Key::Z);
    wait_until("the label is undone", || {
        (!program.has("Person: stands, accepted")).then_some(())
    });
    program.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    program.find("Person: stands, accepted");

    // By key alone: the next suggestion accepted.
    program.press(Modifiers::NONE, Key::Escape);
    program.press(Modifiers::NONE, Key::Tab);
    program.press(Modifiers::NONE, Key::Enter);
    program.find("Figure: 5%, accepted");

    program.press(Modifiers::COMMAND, Key::S);
    display.answer_dialog(&saved);
    wait_until("the article is saved", || saved.exists().then_some(()));
    let ron = std::fs::read_to_string(&saved).unwrap();
    assert!(
        ron.contains("quote: \"5%\"") && ron.contains("5 percent"),
        "{ron}"
    );
    wait_until("it counts as saved", || program.has("Saved").then_some(()));
    program.press(Modifiers::COMMAND, Key::Q);
    assert_eq!(program.exit_code(), Some(0));

    let mut again = Program::start(&display, &folder.0, &search_path(), &[&saved]);
    again.find("Person: stands, accepted");
    again.find("Figure: 5%, accepted");
}

#[test]
fn data_of_others_is_imported_and_exported_again() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("exchange");
    let corpus = folder.0.join("corpus.jsonl");
    let lines = r#"{"id":"one","text":"Anna Keller went to Seoul.","spans":[{"start":0,"end":11,"label":"PER"}]}
{"id":"two","text":"Nothing is here.","spans":[{"start":0,"end":7,"label":"MISC"}]}
"#;
    std::fs::write(&corpus, lines).unwrap();
    // Read in a process of its own, asked about by its labels.
    let mut program = Program::start(&display, &folder.0, &search_path(), &[&corpus]);
    program.find("PER becomes Person");
    program.find("MISC is left out");
    program.press(Modifiers::COMMAND, Key::Enter);
    program.find("Person: Anna Keller, accepted");
    program.find("2 articles with 1 annotation opened from corpus.jsonl");

    program.press(Modifiers::COMMAND, Key::E);
    program.find("Preview of one.jsonl");
    program.press(Modifiers::NONE, Key::Enter);
    let out = folder.0.join("out.jsonl");
    display.answer_dialog(&out);
    program.find("1 article with 1 span written to out.jsonl");
    let written = std::fs::read_to_string(&out).unwrap();
    assert!(written.contains("\"label\":\"person\""), "{written}");
}

#[test]
fn without_a_file_dialog_the_window_asks_for_the_path() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("prompt");
    let article = folder.0.join("plain.txt");
    std::fs::write(&article, "Nothing but 7 words in this line.\n").unwrap();
    let nowhere = folder.0.join("no-programs");
    let mut program = Program::start(&display, &folder.0, &nowhere.to_string_lossy(), &[]);
    program.find("Place: Washington, suggested");
    program.press(Modifiers::COMMAND, Key::O);
    program.find("Path");
    program.send(vec![Event::Text(article.to_string_lossy().into_owned())]);
    program.press(Modifiers::NONE, Key::Enter);
    program.find("Figure: 7, suggested");
}

#[test]
fn without_a_display_a_sentence_says_what_to_do() {
    let folder = Folder::new("blind");
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command
        .env_clear()
        .env("HOME", &folder.0)
        .env("COPYDESK_HOME", &folder.0);
    let output = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("no display") && said.contains("copydesk --help"),
        "{said}"
    );
    assert_eq!(said.trim().lines().count(), 1, "{said}");
    assert!(!said.contains("panicked"), "{said}");
}
