//! A screen reader without a voice: knows of the window only what AT-SPI tells it.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use zbus::blocking::{Connection, MessageIterator, Proxy, connection};
use zbus::zvariant::{OwnedObjectPath, OwnedValue};

use super::{Display, is_installed, quiet, wait_until};

/// Where distributions put the program that starts the bus of screen readers.
const LAUNCHERS: [&str; 3] = [
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
    "/usr/lib/at-spi-bus-launcher",
];

/// A desktop session of its own, in which a screen reader runs.
pub struct Session {
    /// Of the session bus.
    pub address: String,
    processes: Vec<Child>,
}

impl Session {
    /// `None`, and a line that says so, where a tool is missing; where `CI` is set, that is a failure.
    pub fn start(display: &Display, home: &Path) -> Option<Self> {
        let launcher = LAUNCHERS.into_iter().find(|path| Path::new(path).exists());
        if !is_installed("dbus-daemon") {
            return None;
        }
        let Some(launcher) = launcher else {
            super::skip("at-spi2-core");
            return None;
        };
        let mut bus =
            quiet(Command::new("dbus-daemon").args(["--session", "--nofork", "--print-address=1"]))
                .env("XDG_DATA_DIRS", home)
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
        let mut address = String::new();
        let mut said = BufReader::new(bus.stdout.take().unwrap());
        said.read_line(&mut address).unwrap();
        let address = address.trim().to_owned();
        let launcher = quiet(Command::new(launcher).arg("--launch-immediately"))
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .env("DISPLAY", &display.name)
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home)
            .env("GSETTINGS_BACKEND", "memory")
            .spawn()
            .unwrap();
        Some(Self {
            address,
            processes: vec![launcher, bus],
        })
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        for process in &mut self.processes {
            drop(Command::new("kill").arg(process.id().to_string()).status());
            drop(process.wait());
        }
    }
}

/// What an application says on its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Announced { words: String, is_urgent: bool },
    Focused(OwnedObjectPath),
    CaretMoved(OwnedObjectPath, i32),
    SelectionChanged(OwnedObjectPath),
}

impl Heard {
    /// Whether it is the kind of event that `part` is, and with its words.
    fn holds(&self, part: &Self) -> bool {
        match (self, part) {
            (Self::Announced { words, .. }, Self::Announced { words: part, .. }) => {
                words.contains(part.as_str())
            }
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        }
    }
}

/// An object of the application, as AT-SPI describes it.
#[derive(Clone, Debug)]
pub struct Thing {
    pub path: OwnedObjectPath,
    pub role: String,
    pub name: String,
    pub attributes: HashMap<String, String>,
    pub interfaces: Vec<String>,
}

/// How much is read at once, as AT-SPI numbers it.
#[derive(Clone, Copy, Debug)]
pub enum Unit {
    Character = 0,
    Word = 1,
    Line = 3,
    Paragraph = 4,
}

/// Listens on the bus of screen readers.
pub struct ScreenReader {
    bus: Connection,
    heard: Arc<Mutex<Vec<Heard>>>,
    /// How many events were looked at.
    seen: usize,
}

const ACCESSIBLE: &str = "org.a11y.atspi.Accessible";
const TEXT: &str = "org.a11y.atspi.Text";
const ROOT: &str = "/org/a11y/atspi/accessible/root";

impl ScreenReader {
    /// Starts to listen, and says to the session that someone does: without that, no program speaks.
    pub fn start(session: &Session) -> Self {
        let bus = connection::Builder::address(session.address.as_str()).unwrap();
        let session = bus.build().unwrap();
        let address = wait_until("the bus of screen readers is there", || {
            let bus = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus").ok()?;
            bus.call::<_, _, String>("GetAddress", &()).ok()
        });
        let status = "org.a11y.Status";
        let status = Proxy::new(&session, "org.a11y.Bus", "/org/a11y/bus", status).unwrap();
        status.set_property("IsEnabled", true).unwrap();
        let bus = connection::Builder::address(address.as_str()).unwrap();
        let bus = bus.build().unwrap();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let rule = "type='signal',interface='org.a11y.atspi.Event.Object'";
        let signals = MessageIterator::for_match_rule(rule, &bus, Some(10_000)).unwrap();
        let kept = Arc::clone(&heard);
        std::thread::spawn(move || {
            for signal in signals.flatten() {
                if let Some(event) = event(&signal) {
                    kept.lock().unwrap().push(event);
                }
            }
        });
        Self {
            bus,
            heard,
            seen: 0,
        }
    }

    /// The name on the bus of the only application there is.
    fn application(&self) -> Option<(String, OwnedObjectPath)> {
        let registry = "org.a11y.atspi.Registry";
        let desktop = Proxy::new(&self.bus, registry, ROOT, ACCESSIBLE).ok()?;
        let applications: Vec<(String, OwnedObjectPath)> = desktop.call("GetChildren", &()).ok()?;
        applications.into_iter().next()
    }

    fn proxy(&self, path: &OwnedObjectPath, interface: &'static str) -> Option<Proxy<'static>> {
        let (name, _) = self.application()?;
        Proxy::new_owned(self.bus.clone(), name, path.clone(), interface).ok()
    }

    /// What AT-SPI says of the object at `path`; `None` if it is gone.
    pub fn thing(&self, path: &OwnedObjectPath) -> Option<Thing> {
        let proxy = self.proxy(path, ACCESSIBLE)?;
        Some(Thing {
            path: path.clone(),
            role: role_name(proxy.call("GetRole", &()).ok()?),
            name: property(&proxy, "Name")?,
            attributes: proxy.call("GetAttributes", &()).ok()?,
            interfaces: proxy.call("GetInterfaces", &()).ok()?,
        })
    }

    /// Everything in the application, from the window down; empty while there is none.
    pub fn things(&self) -> Vec<Thing> {
        let mut found = Vec::new();
        if let Some((_, root)) = self.application() {
            self.add_below(&root, &mut found);
        }
        found
    }

    fn add_below(&self, path: &OwnedObjectPath, found: &mut Vec<Thing>) {
        let children = self
            .proxy(path, ACCESSIBLE)
            .and_then(|proxy| proxy.call("GetChildren", &()).ok());
        let children: Vec<(String, OwnedObjectPath)> = children.unwrap_or_default();
        for (_, child) in children {
            found.extend(self.thing(&child));
            self.add_below(&child, found);
        }
    }

    /// The objects of a role whose name begins so.
    pub fn find(&self, role: &str, name: &str) -> Option<Thing> {
        let mut things = self.things().into_iter();
        things.find(|thing| thing.role == role && thing.name.starts_with(name))
    }

    /// What is said from the last call on until `part` was said and then nothing more.
    #[track_caller]
    pub fn listen_for(&mut self, part: &Heard) -> Vec<Heard> {
        const QUIET: Duration = Duration::from_millis(500);
        let seen = self.seen;
        let heard = Arc::clone(&self.heard);
        let mut count = seen;
        let mut since = Instant::now();
        let what = format!("{part:?}");
        wait_until(&what, || {
            let heard = heard.lock().unwrap();
            if heard.len() != count {
                count = heard.len();
                since = Instant::now();
            }
            let is_said = heard.iter().skip(seen).any(|heard| heard.holds(part));
            (is_said && since.elapsed() > QUIET).then_some(())
        });
        self.seen = count;
        self.heard.lock().unwrap()[seen..count].to_vec()
    }

    /// Where the caret of a text is, in code points.
    pub fn caret(&self, text: &OwnedObjectPath) -> Option<i32> {
        property(&self.proxy(text, TEXT)?, "CaretOffset")
    }

    /// The words of a text, from one code point up to another; -1 is its end.
    pub fn text(&self, text: &OwnedObjectPath, start: i32, end: i32) -> Option<String> {
        let proxy = self.proxy(text, TEXT)?;
        proxy.call("GetText", &(start, end)).ok()
    }

    /// What stands at a code point of a text, with where it begins and ends.
    pub fn at(
        &self,
        text: &OwnedObjectPath,
        offset: i32,
        unit: Unit,
    ) -> Option<(String, i32, i32)> {
        let proxy = self.proxy(text, TEXT)?;
        proxy.call("GetStringAtOffset", &(offset, unit as u32)).ok()
    }

    /// The words that are selected in a text.
    pub fn selected(&self, text: &OwnedObjectPath) -> Option<String> {
        let proxy = self.proxy(text, TEXT)?;
        let (start, end): (i32, i32) = proxy.call("GetSelection", &0_i32).ok()?;
        self.text(text, start, end)
    }

    /// Puts the caret of a text before a code point.
    pub fn set_caret(&self, text: &OwnedObjectPath, offset: i32) -> bool {
        let proxy = self.proxy(text, TEXT);
        let set = proxy.and_then(|proxy| proxy.call("SetCaretOffset", &offset).ok());
        set.unwrap_or(false)
    }
}

fn property<T>(proxy: &Proxy<'_>, name: &str) -> Option<T>
where
    T: TryFrom<OwnedValue>,
    T::Error: Into<zbus::Error>,
{
    // Asked each time: a screen reader must not say what was true a moment ago.
    let properties = "org.freedesktop.DBus.Properties";
    let asked = Proxy::new(
        proxy.connection(),
        proxy.destination().to_owned(),
        proxy.path().to_owned(),
        properties,
    );
    let interface = proxy.interface().as_str();
    let value: OwnedValue = asked.ok()?.call("Get", &(interface, name)).ok()?;
    T::try_from(value).ok()
}

/// What of a signal is of interest.
fn event(signal: &zbus::Message) -> Option<Heard> {
    let header = signal.header();
    let path = || header.path().map(|path| path.to_owned().into());
    let body = signal.body();
    let (kind, first, _, value, _): (String, i32, i32, OwnedValue, HashMap<String, OwnedValue>) =
        body.deserialize().ok()?;
    match header.member()?.as_str() {
        "Announcement" => Some(Heard::Announced {
            words: String::try_from(value).ok()?,
            is_urgent: first == 2,
        }),
        "StateChanged" if kind == "focused" && first == 1 => Some(Heard::Focused(path()?)),
        "TextCaretMoved" => Some(Heard::CaretMoved(path()?, first)),
        "TextSelectionChanged" => Some(Heard::SelectionChanged(path()?)),
        _ => None,
    }
}

/// The roles that matter here, as AT-SPI numbers them; any other by its number.
fn role_name(role: u32) -> String {
    let name = match role {
        7 => "check box",
        11 => "combo box",
        16 => "dialog",
        23 => "window",
        29 => "label",
        32 => "list item",
        33 => "menu",
        34 => "menu bar",
        35 => "menu item",
        39 => "panel",
        43 => "button",
        54 => "status bar",
        62 => "toggle button",
        67 => "unknown",
        73 => "paragraph",
        79 => "entry",
        82 => "document",
        83 => "heading",
        98 => "list",
        101 => "notification",
        116 => "static text",
        _ => return format!("role {role}"),
    };
    name.to_owned()
}
