//! The desktop: one window, its threads and its dialogs.

mod activity;
mod desktop;
mod dialogs;
mod host;
mod in_sight;
mod panics;
mod signals;
mod system_fonts;
mod trouble;
mod workers;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use eframe::egui;

use crate::app::{NoticeKind, Place, PlaceKind, Preferences, Sample, Session};
use crate::engine;
use crate::engine::TextLabels;
use crate::engine::exchange::formats;
use crate::shell::host::{Course, Start};
use crate::shell::panics::Reports;
use copydesk_document::Schema;
use copydesk_i18n::{Language, in_language, tr};
use copydesk_store::Home;

/// By this name desktops find the program's entry, `packaging/linux/ID.desktop`, with its icon.
const APP_ID: &str = "org.copydesk.Copydesk";

/// Why there is no window any more, though nobody closed it; in a sentence.
#[derive(Debug)]
pub enum Failed {
    /// The machine cannot open one.
    NoWindow(String),
    /// It was open and had to stop.
    Stopped(String),
}

/// Opens the window and stays until it is closed.
///
/// Without `files`, work that was never saved comes back; where nothing was opened before, the first
/// sample opens.
pub fn run(
    files: Vec<PathBuf>,
    labels: TextLabels,
    works_as: Option<&str>,
    notice: Option<String>,
) -> Result<(), Failed> {
    let home = Home::find();
    let mut session = session(labels.outside(), home.as_ref());
    if let Some(name) = works_as {
        session.work_as(name);
    }
    if let Some(notice) = notice {
        session.tell(NoticeKind::Warning, notice);
    }
    if files.is_empty() {
        session.begin();
    } else {
        session.open_paths(files);
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([640.0, 420.0])
            .with_icon(icon()),
        persistence_path: home.as_ref().map(Home::window),
        // Ours outlives a system without fonts.
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    let reports = Reports::of(home.as_ref());
    let course = Arc::<Course>::default();
    let start = Start {
        session,
        labels,
        home,
        reports: reports.clone(),
        course: Arc::clone(&course),
    };
    let open = move || {
        let host = |cc: &eframe::CreationContext<'_>| {
            let course = Arc::clone(&start.course);
            let host = host::Host::new(cc, start);
            // Where they cannot be caught, the journal still has all work.
            signals::listen(cc.egui_ctx.clone(), course, host.unwritten()).unwrap_or_default();
            host
        };
        eframe::run_native("Copydesk", options, Box::new(|cc| Ok(Box::new(host(cc)))))
    };
    let usual_hook = std::panic::take_hook();
    reports.install();
    let outcome = catch_unwind(AssertUnwindSafe(open));
    std::panic::set_hook(usual_hook);
    // It is printed, where all is English.
    in_language(Language::English, || ended(outcome, &course, &reports))
}

/// Below eframe, a missing system library is a panic: it too becomes a sentence. So does what went
/// wrong once the window was there, but another one.
fn ended(
    outcome: std::thread::Result<eframe::Result>,
    course: &Course,
    reports: &Reports,
) -> Result<(), Failed> {
    let has_drawn = course.has_drawn.load(Ordering::Relaxed);
    let stopped = |words: &str| {
        Failed::Stopped(format!(
            "Copydesk had to stop. Unsaved work is brought back when it is started again. What went wrong: {words}"
        ))
    };
    match outcome {
        Ok(Ok(())) => course
            .fault
            .get()
            .map_or(Ok(()), |words| Err(stopped(words))),
        Ok(Err(error)) if has_drawn => Err(stopped(&error.to_string())),
        Ok(Err(error)) => Err(Failed::NoWindow(trouble::explain(&format!("{error:?}")))),
        Err(panic) if has_drawn => Err(stopped(&reports.explain(panic.as_ref()))),
        Err(panic) => {
            let words = engine::words_of_panic(panic.as_ref());
            Err(Failed::NoWindow(trouble::explain(words)))
        }
    }
}

fn session(schema: &Arc<Schema>, home: Option<&Home>) -> Session {
    let loaded = home.map(copydesk_store::load_preferences);
    let (stored, trouble) = loaded.unwrap_or_default();
    let preferences: Preferences = engine::preferences_from_store(&stored);
    let samples: Vec<Sample> = engine::SAMPLES.iter().map(|(sample, _)| *sample).collect();
    let mut session = Session::new(Arc::clone(schema), preferences, samples);
    session.set_system_language(system_language());
    session.set_formats(formats());
    session.set_places(home.map(places).unwrap_or_default());
    if let Some(trouble) = trouble {
        session.tell(NoticeKind::Warning, trouble);
    }
    match home.map(copydesk_store::load_keys) {
        Some(Ok(keys)) => set_keys(&mut session, keys),
        Some(Err(trouble)) => session.tell(NoticeKind::Warning, trouble),
        None => {}
    }
    session
}

/// That of the environment, if the window speaks it, or else English.
fn system_language() -> Language {
    let wanted = std::env::var("COPYDESK_LANGUAGE").ok();
    let locale = wanted.or_else(sys_locale::get_locale);
    let language = locale.and_then(|locale| Language::of_locale(&locale));
    language.unwrap_or_default()
}

/// What a person may want to look at, keep or send along with a report.
fn places(home: &Home) -> Vec<Place> {
    let folder = |kind, folder: &Path| Place {
        kind,
        path: folder.to_owned(),
        folder: folder.to_owned(),
    };
    let faults = Place {
        kind: PlaceKind::FaultReports,
        path: home.log(),
        folder: home.kept().to_owned(),
    };
    vec![
        folder(PlaceKind::Settings, home.settings()),
        folder(PlaceKind::UnsavedWork, &home.journals()),
        faults,
    ]
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
                    NoticeKind::Warning,
                    tr!("shell-bad-shortcut", keys = chord, command = &command),
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

/// The same drawing as in menus and task bars.
fn icon() -> egui::IconData {
    let png = include_bytes!("../../assets/icon/256.png");
    // Without one, the window has that of egui.
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(has_drawn: bool, panic: &'static str) -> String {
        let course = Course::default();
        course.has_drawn.store(has_drawn, Ordering::Relaxed);
        match ended(Err(Box::new(panic)), &course, &Reports::default()) {
            Err(Failed::Stopped(sentence)) if has_drawn => sentence,
            Err(Failed::NoWindow(sentence)) if !has_drawn => sentence,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_window_has_the_icon_and_the_name_of_the_desktop_entry() {
        let icon = icon();
        assert_eq!((icon.width, icon.height), (256, 256));
        assert!(icon.rgba.chunks(4).any(|pixel| pixel[3] == 255));
        let entry = format!(
            "{}/packaging/linux/{APP_ID}.desktop",
            env!("CARGO_MANIFEST_DIR")
        );
        let entry = std::fs::read_to_string(entry).unwrap();
        for line in [
            format!("Icon={APP_ID}"),
            format!("StartupWMClass={APP_ID}"),
            "Exec=copydesk %F".to_owned(),
        ] {
            assert!(entry.lines().any(|is| is == line), "no {line} in:\n{entry}");
        }
    }

    #[test]
    fn a_fault_in_an_open_window_is_not_told_as_a_window_that_cannot_open() {
        let opening = sentence(false, "NoGlutinConfigs(..)");
        assert!(
            opening.starts_with("Copydesk cannot open a window"),
            "{opening}"
        );
        let working = sentence(true, "index out of bounds");
        assert!(working.starts_with("Copydesk had to stop."), "{working}");
        assert!(working.ends_with("index out of bounds"), "{working}");
    }

    #[test]
    fn the_places_lie_where_the_program_keeps_things() {
        let home = Home::below("/home/ann");
        let places = places(&home);
        let kinds: Vec<PlaceKind> = places.iter().map(|place| place.kind).collect();
        let all = [
            PlaceKind::Settings,
            PlaceKind::UnsavedWork,
            PlaceKind::FaultReports,
        ];
        assert_eq!(kinds, all);
        for place in &places {
            assert!(place.path.starts_with("/home/ann"), "{place:?}");
            assert!(place.path.starts_with(&place.folder), "{place:?}");
        }
        assert_eq!(Some(places[0].folder.as_path()), home.keys().parent());
    }

    #[test]
    fn a_window_that_closed_by_itself_says_why() {
        let course = Course::default();
        let done = || Ok(Ok(()));
        assert!(ended(done(), &course, &Reports::default()).is_ok());
        course.fault.set("index out of bounds".to_owned()).unwrap();
        let failed = ended(done(), &course, &Reports::default());
        assert!(matches!(failed, Err(Failed::Stopped(why)) if why.contains("out of bounds")));
    }
}
