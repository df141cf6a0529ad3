//! One page with every state of the window, to be looked at:
//! `cargo test --all-features --test it -- --ignored gallery` draws it into `target/gallery`.

use copydesk::app::{CommandId, Event, Preferences, Sample, Session, ThemeChoice, TourEvent};
use copydesk_document::review::Filter;
use copydesk_i18n::Language;
use eframe::egui::{self, Key};
use egui_kittest::Harness;

use crate::support::{open, press, schema, session};
use crate::window::{Window, window_of};

pub const ARTICLE: &str = "Zelensky and Trump to Finalize Minerals Deal\n\n{claim|{person?97|Trump} has said that {place|Ukraine} could earn {figure|$500 billion}}. {claim?71|A deal with {person?90|Volodymyr Zelensky} is near}, officials said in {place?88|Washington}, where some {figure?99|350 people} met.\n\nA second paragraph follows, with {place|Kyiv} and with words in which nothing was found, so that the column can be seen as it is read. {person?95|Trump} spoke for {figure?99|two hours}.";

/// A state of the window, and what brings it about.
struct Scene {
    name: &'static str,
    session: fn() -> Session,
    /// Pressed in the window, after it was drawn.
    keys: &'static [Key],
}

fn with(keys: &str) -> Session {
    let mut session = session(ARTICLE);
    press(&mut session, keys);
    session
}

fn after(command: CommandId) -> Session {
    let mut session = with("Tab");
    session.run(command);
    session
}

fn empty() -> Session {
    let mut session = session("Nothing.");
    session.run(CommandId::Close);
    session.handle(Event::Answered(copydesk::app::Answer::Discard));
    session
}

fn all_accepted() -> Session {
    let mut session = with("Tab");
    session.run(CommandId::AcceptAll);
    session
}

/// The sample, with the tour so many steps on.
fn toured(steps: usize) -> Session {
    let samples = vec![Sample {
        name: "news.txt",
        title: "News",
    }];
    let mut session = Session::new(schema(), Preferences::default(), samples);
    open(&mut session, "news", ARTICLE);
    session.run(CommandId::Tour);
    for _ in 0..steps {
        session.handle(Event::Tour(TourEvent::Skip));
    }
    session
}

/// A filter leaves nothing of the list.
fn filtered() -> Session {
    let mut session = with("");
    let words = "nobody".to_owned();
    session.handle(Event::Filtered(Filter {
        words,
        ..Filter::default()
    }));
    session
}

const SCENES: &[Scene] = &[
    Scene {
        name: "Start",
        session: empty,
        keys: &[],
    },
    Scene {
        name: "Article",
        session: || with(""),
        keys: &[],
    },
    Scene {
        name: "A claim is focused",
        session: || with("Tab Tab"),
        keys: &[],
    },
    Scene {
        name: "All is decided",
        session: all_accepted,
        keys: &[],
    },
    Scene {
        name: "The same words everywhere",
        session: || after(CommandId::Everywhere),
        keys: &[],
    },
    Scene {
        name: "Letters to go to spans",
        session: || after(CommandId::Hints),
        keys: &[],
    },
    Scene {
        name: "Palette",
        session: || after(CommandId::Palette),
        keys: &[],
    },
    Scene {
        name: "Keys",
        session: || after(CommandId::Keys),
        keys: &[],
    },
    Scene {
        name: "Guidelines",
        session: || with("Tab"),
        keys: &[Key::G],
    },
    Scene {
        name: "The tour begins",
        session: || toured(0),
        keys: &[],
    },
    Scene {
        name: "The tour: a span is fixed",
        session: || toured(1),
        keys: &[Key::Tab],
    },
    Scene {
        name: "The tour ends",
        session: || toured(5),
        keys: &[],
    },
    Scene {
        name: "A filter hides all",
        session: filtered,
        keys: &[],
    },
    Scene {
        name: "Menu of a span",
        session: || with("Tab"),
        keys: &[Key::Menu],
    },
    Scene {
        name: "About",
        session: || after(CommandId::About),
        keys: &[],
    },
    Scene {
        name: "Settings: appearance",
        session: || after(CommandId::Settings),
        keys: &[],
    },
    Scene {
        name: "Settings: keys",
        session: || after(CommandId::Settings),
        keys: &[Key::ArrowDown],
    },
    Scene {
        name: "Settings: work and files",
        session: || after(CommandId::Settings),
        keys: &[Key::End],
    },
    Scene {
        name: "Export",
        session: || after(CommandId::Export),
        keys: &[],
    },
    Scene {
        name: "Search",
        session: || after(CommandId::Search),
        keys: &[],
    },
    Scene {
        name: "Check consistency",
        session: || after(CommandId::Lint),
        keys: &[],
    },
    Scene {
        name: "Dictionaries",
        session: || after(CommandId::Dictionaries),
        keys: &[],
    },
    Scene {
        name: "Time and actions",
        session: || after(CommandId::Activity),
        keys: &[],
    },
    Scene {
        name: "Unsaved work",
        session: || after(CommandId::Close),
        keys: &[],
    },
];

/// A window that a state is looked at in.
struct Look {
    name: &'static str,
    size: egui::Vec2,
    theme: egui::Theme,
    /// Pixels to a point.
    scale: f32,
    change: fn(&mut Preferences),
}

const LOOKS: &[Look] = &[
    Look {
        name: "1280×800, light",
        size: egui::vec2(1280.0, 800.0),
        theme: egui::Theme::Light,
        scale: 1.0,
        change: |_| {},
    },
    Look {
        name: "1280×800, dark",
        size: egui::vec2(1280.0, 800.0),
        theme: egui::Theme::Dark,
        scale: 1.0,
        change: |preferences| preferences.theme = ThemeChoice::Dark,
    },
    Look {
        name: "900×600, dark, high contrast",
        size: egui::vec2(900.0, 600.0),
        theme: egui::Theme::Dark,
        scale: 1.0,
        change: |preferences| preferences.high_contrast = true,
    },
    Look {
        name: "900×600, light, large text",
        size: egui::vec2(900.0, 600.0),
        theme: egui::Theme::Light,
        scale: 1.0,
        change: |preferences| preferences.text_size = 36.0,
    },
    Look {
        name: "1280×800, light, everything at 200%",
        size: egui::vec2(1280.0, 800.0),
        theme: egui::Theme::Light,
        scale: 1.0,
        change: |preferences| preferences.interface_percent = 200,
    },
    Look {
        name: "2560×1440 at scale 2, light",
        size: egui::vec2(2560.0, 1440.0),
        theme: egui::Theme::Light,
        scale: 2.0,
        change: |_| {},
    },
    Look {
        name: "1280×800, light, German",
        size: egui::vec2(1280.0, 800.0),
        theme: egui::Theme::Light,
        scale: 1.0,
        change: |preferences| preferences.language = Some(Language::German),
    },
    Look {
        name: "900×600, dark, Spanish",
        size: egui::vec2(900.0, 600.0),
        theme: egui::Theme::Dark,
        scale: 1.0,
        change: |preferences| {
            preferences.theme = ThemeChoice::Dark;
            preferences.language = Some(Language::Spanish);
        },
    },
    Look {
        name: "1280×800, light, from right to left",
        size: egui::vec2(1280.0, 800.0),
        theme: egui::Theme::Light,
        scale: 1.0,
        change: |preferences| preferences.language = Some(Language::Pseudo),
    },
];

/// Draws until nothing moves, presses `keys`, and draws again.
fn settle(harness: &mut Harness<'_, Window>, keys: &[Key]) {
    harness.run_steps(6);
    for key in keys {
        harness.key_press(*key);
        harness.run_steps(3);
    }
    harness.run_steps(4);
}

/// Every state, drawn in the language that this thread speaks, with its name.
pub fn each_state(mut look_at: impl FnMut(&str, &Harness<'_, Window>)) {
    for scene in SCENES {
        let session = (scene.session)();
        let mut harness = window_of(session, egui::vec2(1280.0, 800.0), egui::Theme::Light);
        settle(&mut harness, scene.keys);
        look_at(scene.name, &harness);
    }
}

#[test]
#[ignore = "draws a page to be looked at"]
fn gallery() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/gallery");
    std::fs::create_dir_all(&folder).unwrap();
    let mut page = String::from(
        "<!DOCTYPE html><meta charset=utf-8><title>Copydesk, every state</title><style>\
         body{font:14px system-ui;margin:24px;background:#ddd}figure{display:inline-block;margin:8px}\
         img{width:600px;box-shadow:0 1px 6px #0004}</style>",
    );
    for (number, scene) in SCENES.iter().enumerate() {
        page.extend(["<h2>", scene.name, "</h2>"]);
        for (at, look) in LOOKS.iter().enumerate() {
            // What a scene does before it is drawn is said in its language as well.
            let mut preferences = Preferences::default();
            (look.change)(&mut preferences);
            copydesk_i18n::speak_here(preferences.language);
            let mut session = (scene.session)();
            let mut preferences = session.preferences().clone();
            (look.change)(&mut preferences);
            session.handle(Event::PreferencesChanged(preferences));
            let mut harness = window_of(session, look.size, look.theme);
            harness.set_pixels_per_point(look.scale);
            settle(&mut harness, scene.keys);
            let file = format!("{number:02}-{at}.png");
            harness.render().unwrap().save(folder.join(&file)).unwrap();
            page.extend([
                "<figure><img src=\"",
                &file,
                "\"><figcaption>",
                look.name,
                "</figcaption></figure>",
            ]);
        }
    }
    std::fs::write(folder.join("index.html"), page).unwrap();
}
