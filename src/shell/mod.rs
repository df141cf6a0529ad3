//! The desktop: one window, its threads and its dialogs.

mod desktop;
mod dialogs;
mod exchange;
mod host;
mod preferences;
mod samples;
mod trouble;
mod workers;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use crate::app::{CommandId, NoticeKind, Preferences, Sample, Session};
use crate::engine;
use crate::engine::exchange::formats;
use copydesk_document::Schema;
use copydesk_store::Home;

/// Opens the window and stays until it is closed. `Err` is a sentence: there can be no window.
///
/// Without `files`, and where nothing was opened before, the first sample opens.
pub fn run(files: Vec<PathBuf>, schema: Arc<Schema>, notice: Option<String>) -> Result<(), String> {
    let home = Home::find();
    let mut session = session(&schema, home.as_ref());
    if let Some(notice) = notice {
        session.tell(NoticeKind::Problem, notice);
    }
    if !files.is_empty() {
        session.open_paths(files);
    } else if session.preferences().recent.is_empty() {
        let first = u8::try_from(samples::FIRST).unwrap_or_default();
        session.run(CommandId::OpenSample(first));
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("copydesk")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([640.0, 420.0])
            .with_icon(icon()),
        persistence_path: home.as_ref().map(Home::window),
        ..eframe::NativeOptions::default()
    };
    let start = move || {
        let host = |cc: &eframe::CreationContext<'_>| host::Host::new(cc, session, schema, home);
        eframe::run_native("Copydesk", options, Box::new(|cc| Ok(Box::new(host(cc)))))
    };
    explained(start)
}

/// Below eframe, a missing system library is a panic: it too becomes a sentence.
fn explained(start: impl FnOnce() -> eframe::Result) -> Result<(), String> {
    let usual_hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = catch_unwind(AssertUnwindSafe(start));
    std::panic::set_hook(usual_hook);
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(trouble::explain(&format!("{error:?}"))),
        Err(panic) => Err(trouble::explain(engine::words_of_panic(panic.as_ref()))),
    }
}

fn session(schema: &Arc<Schema>, home: Option<&Home>) -> Session {
    let loaded = home.map(copydesk_store::load_preferences);
    let (stored, trouble) = loaded.unwrap_or_default();
    let preferences: Preferences = preferences::from_store(&stored);
    let samples: Vec<Sample> = samples::SAMPLES.iter().map(|(sample, _)| *sample).collect();
    let mut session = Session::new(Arc::clone(schema), preferences, samples);
    session.set_formats(formats());
    if let Some(trouble) = trouble {
        session.tell(NoticeKind::Problem, trouble);
    }
    match home.map(copydesk_store::load_keys) {
        Some(Ok(keys)) => set_keys(&mut session, keys),
        Some(Err(trouble)) => session.tell(NoticeKind::Problem, trouble),
        None => {}
    }
    session
}

/// Reports each shortcut that does not parse; the others apply.
fn set_keys(session: &mut Session, keys: Vec<(String, Vec<String>)>) {
    let mut overrides = Vec::new();
    for (command, chords) in keys {
        let (wanted, mut read) = (chords.len(), Vec::new());
        for chord in chords {
            match crate::app::Chord::parse(&chord) {
                Some(chord) => read.push(chord),
                None => session.tell(
                    NoticeKind::Problem,
                    format!("“{chord}” is not a valid shortcut for “{command}” (keys.ron); write it like Ctrl+Shift+Z, F3 or X"),
                ),
            }
        }
        // A shortcut that does not parse leaves the default one.
        if wanted == 0 || !read.is_empty() {
            overrides.push((command, read));
        }
    }
    if !overrides.is_empty() {
        session.set_keys(overrides);
    }
}

/// A page with a marked line.
fn icon() -> egui::IconData {
    const SIZE: u32 = 64;
    let theme = crate::ui::theme::Theme::light();
    let mut rgba = Vec::with_capacity((SIZE * SIZE * 4) as usize);
    for y in 0..SIZE {
        for x in 0..SIZE {
            let on_page = (10..54).contains(&x) && (4..60).contains(&y);
            let on_line = (17..47).contains(&x) && y % 10 < 4 && (13..54).contains(&y);
            let is_marked = (30..40).contains(&y) && (14..40).contains(&x);
            let color = match (on_page, on_line, is_marked) {
                (false, ..) => egui::Color32::TRANSPARENT,
                (true, true, _) => theme.text,
                (true, false, true) => theme.found,
                (true, false, false) => theme.paper,
            };
            rgba.extend(color.to_array());
        }
    }
    egui::IconData {
        rgba,
        width: SIZE,
        height: SIZE,
    }
}
