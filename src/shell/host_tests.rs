//! The whole program without a screen: faults within it, threads that do not start.

use std::io;
use tempfile::TempDir;

use egui_kittest::Harness;

use super::*;
use crate::app::{CommandId, NoticeKind, Preferences, SelectBy};

/// A window whose home is below `folder`.
pub fn harness(folder: &TempDir) -> Harness<'static, Host> {
    harness_of(Some(Home::below(folder.path())))
}

fn harness_of(home: Option<Home>) -> Harness<'static, Host> {
    let schema = copydesk_store::built_in_schema();
    let mut session = Session::new(Arc::clone(&schema), Preferences::default(), Vec::new());
    session.set_formats(crate::engine::exchange::formats());
    let start = Start {
        session,
        labels: schema.into(),
        reports: Reports::of(home.as_ref()),
        home,
        course: Arc::default(),
    };
    let mut harness = Harness::builder()
        .with_max_steps(30)
        .build_eframe(|cc| Host::new(cc, start));
    harness.run_steps(2);
    harness
}

/// Runs frames until `is_so`.
#[track_caller]
pub fn wait(harness: &mut Harness<'_, Host>, is_so: impl Fn(&Host) -> bool) {
    for _ in 0..400 {
        harness.run_steps(1);
        if is_so(harness.state()) {
            return;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
    panic!("waited too long: {:?}", harness.state().session.notices());
}

/// Opens a text in which one word is then labeled.
pub fn open_and_label(harness: &mut Harness<'_, Host>, folder: &TempDir, text: &str) -> PathBuf {
    let path = folder.path().join("story.txt");
    std::fs::write(&path, text).unwrap();
    harness.state_mut().session.open_paths(vec![path.clone()]);
    wait(harness, |host| host.session.article().is_some());
    label(harness);
    path
}

pub fn label(harness: &mut Harness<'_, Host>) {
    let session = &mut harness.state_mut().session;
    session.handle(Event::Selected {
        anchor: 0,
        head: 4,
        by: SelectBy::Word,
    });
    session.run(CommandId::Label(0));
    assert!(session.article().unwrap().is_unsaved());
}

pub fn problems(host: &Host) -> Vec<&str> {
    let notices = host.session.notices().shown().iter();
    notices
        .filter(|notice| notice.kind != NoticeKind::Info)
        .map(|notice| notice.text.as_str())
        .collect()
}

/// How many journals hold unsaved work.
fn journals(folder: &TempDir) -> usize {
    let entries = std::fs::read_dir(folder.path().join("data/journal"));
    entries.map_or(0, |entries| {
        let ours = |entry: &io::Result<std::fs::DirEntry>| {
            let path = entry.as_ref().unwrap().path();
            path.extension().is_some_and(|extension| extension == "ron")
        };
        entries.filter(ours).count()
    })
}

fn panics(harness: &mut Harness<'_, Host>) {
    let ctx = harness.ctx.clone();
    harness.state_mut().survive(&ctx, |_| panic!("as a test"));
}

#[test]
fn a_panic_in_a_frame_keeps_the_work_and_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = harness(&folder);
    open_and_label(&mut harness, &folder, "Anna went to Seoul.");
    assert_eq!(journals(&folder), 0);
    panics(&mut harness);
    let told = problems(harness.state());
    assert!(
        told.iter().any(|text| text.ends_with("as a test")),
        "{told:?}"
    );
    wait(&mut harness, |host| {
        !host.session.has_unkept_work() && host.session.article().unwrap().is_kept()
    });
    assert_eq!(journals(&folder), 1);
    assert!(!harness.state().is_closing, "the session goes on");
}

#[test]
fn a_window_that_panics_in_every_frame_closes_with_the_work_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = harness(&folder);
    open_and_label(&mut harness, &folder, "Anna went to Seoul.");
    for _ in 0..MOST_FAULTS {
        assert!(!harness.state().is_closing);
        panics(&mut harness);
    }
    let host = harness.state_mut();
    assert!(host.is_closing);
    assert_eq!(
        host.course.fault.get().map(String::as_str),
        Some("as a test")
    );
    eframe::App::on_exit(host, None);
    assert_eq!(journals(&folder), 1);
}

#[test]
fn a_window_that_goes_down_writes_the_journal_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = harness(&folder);
    open_and_label(&mut harness, &folder, "Anna went to Seoul.");
    let outcome = catch_unwind(AssertUnwindSafe(move || {
        let _harness = harness;
        panic!("as a test");
    }));
    assert!(outcome.is_err());
    assert_eq!(journals(&folder), 1);
}

#[test]
fn a_file_for_which_there_is_no_thread_is_not_opened_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = harness(&folder);
    let workers = &mut harness.state_mut().workers;
    workers.start_threads_with(|_, _| Err(io::Error::other("too many")));
    let path = folder.path().join("story.txt");
    harness.state_mut().session.open_paths(vec![path]);
    assert!(harness.state().session.is_opening());
    harness.run_steps(2);
    let host = harness.state();
    assert!(!host.session.is_opening());
    assert!(
        problems(host)[0].contains("no thread"),
        "{:?}",
        problems(host)
    );
}

#[test]
fn a_journal_that_cannot_be_written_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("data"),
        "a file where the folder should be",
    )
    .unwrap();
    let mut harness = harness(&folder);
    open_and_label(&mut harness, &folder, "Anna went to Seoul.");
    wait(&mut harness, |host| {
        let shown = problems(host);
        shown.iter().any(|text| text.contains("only in memory"))
    });
}

#[test]
fn without_a_home_nobody_waits_for_a_journal() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = harness_of(None);
    open_and_label(&mut harness, &folder, "Anna went to Seoul.");
    let session = &mut harness.state_mut().session;
    session.handle(Event::CloseRequested);
    session.handle(Event::Answered(crate::app::Answer::Keep));
    wait(&mut harness, |host| !problems(host).is_empty());
    assert!(!harness.state().is_closing);
}

#[test]
fn what_is_done_in_the_window_is_measured_and_written_after_a_moment() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = harness(&folder);
    open_and_label(&mut harness, &folder, "Anna went to Seoul.");
    harness.key_press(egui::Key::ArrowRight);
    for step in 0..4_u8 {
        let at = egui::pos2(300.0 + f32::from(step), 300.0);
        harness.event(egui::Event::PointerMoved(at));
        harness.run_steps(1);
    }
    let actions = harness.state().session.article().unwrap().actions();
    assert_eq!(actions, 2, "the selection and the arrow");
    let home = Home::below(folder.path());
    let total = || {
        let loaded = copydesk_store::load_activity(&home);
        loaded.map(|(activity, _)| activity.total())
    };
    wait(&mut harness, |_| {
        total().is_ok_and(|total| total.actions == actions as u64)
    });
    let written = total().unwrap();
    assert_eq!(written.spans.total(), 1);
    // A frame is a quarter of a second.
    assert!((500..=1_500).contains(&written.active_ms), "{written:?}");
    wait(&mut harness, |host| !host.session.has_unkept_work());
}

fn begin(folder: &TempDir) -> Harness<'static, Host> {
    let mut harness = harness(folder);
    harness.state_mut().session.begin();
    wait(&mut harness, |host| !host.session.is_opening());
    harness
}

#[test]
fn work_comes_back_at_the_next_start_and_a_changed_file_is_asked_about() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = harness(&folder);
    open_and_label(&mut first, &folder, "Anna went to Seoul.");
    let file = folder.path().join("story.ron");
    let save = |host: &mut Host| {
        let article = host.session.article().unwrap().id;
        host.session.handle(Event::SavePathChosen {
            article,
            path: file.clone(),
            may_replace: false,
        });
    };
    save(first.state_mut());
    wait(&mut first, |host| {
        !host.session.article().unwrap().is_unsaved()
    });
    let ron = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("{ron}// another program was here\n")).unwrap();
    first.state_mut().session.run(CommandId::Done);
    first.state_mut().session.run(CommandId::Save);
    wait(&mut first, |host| host.session.dialog().is_some());
    wait(&mut first, |host| host.session.article().unwrap().is_kept());
    assert_eq!(journals(&folder), 1);

    let second = begin(&folder);
    assert!(
        second.state().session.articles().is_empty(),
        "the first still runs"
    );
    drop((first, second));

    let mut again = begin(&folder);
    let host = again.state();
    let article = host.session.article().expect("it is open again");
    assert_eq!(article.document().status(), copydesk_document::Status::Done);
    assert_eq!(article.saved_at(), Some(file.as_path()));
    assert!(
        problems(host)[0].contains("was changed after"),
        "{:?}",
        problems(host)
    );
    again.state_mut().session.run(CommandId::Save);
    wait(&mut again, |host| host.session.dialog().is_some());
    assert!(
        std::fs::read_to_string(&file)
            .unwrap()
            .ends_with("was here\n")
    );
    again
        .state_mut()
        .session
        .handle(Event::Answered(crate::app::Answer::Overwrite));
    wait(&mut again, |host| {
        !host.session.article().unwrap().is_unsaved()
    });
    drop(again);
    assert!(begin(&folder).state().session.articles().is_empty());
    assert_eq!(journals(&folder), 0, "its history is with the closed ones");
}
