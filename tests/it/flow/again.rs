//! Saving everything at once, and finding it again at the next start.

use copydesk::app::{
    Answer, Event, OpenArticle, Preferences, Request, Sample, Session, Task, WindowRequest,
};
use copydesk::engine::Progress;
use copydesk::engine::exchange::formats;
use copydesk::ui;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::exporting::{Folder, carry_out};
use crate::support::{open, press, schema, shown};
use crate::window::{Window, window};

fn session(preferences: Preferences) -> Session {
    let samples = vec![Sample {
        name: "minerals-deal.txt",
        title: "Minerals deal",
    }];
    let mut session = Session::new(schema(), preferences, samples);
    session.set_formats(formats());
    session
}

#[test]
fn save_all_saves_beside_the_texts_and_asks_only_for_what_has_none() {
    let folder = Folder::new("flow-save-all");
    let paths = ["a.txt", "b.txt"].map(|name| folder.write(name, &format!("Trump is in {name}.")));
    let mut session = session(Preferences::default());
    session.open_paths(paths.to_vec());
    carry_out(&mut session, &Progress::new());
    press(&mut session, "P Ctrl+Down P");
    open(&mut session, "loose", "{person|Macron} stayed.");
    press(&mut session, "Ctrl+Alt+S");
    let asked = carry_out(&mut session, &Progress::new());
    assert!(
        matches!(
            asked.as_slice(),
            [Request::Window(WindowRequest::PickSavePath { .. })]
        ),
        "{asked:?}"
    );
    let unsaved = session.articles().iter().filter(|it| it.is_unsaved());
    let titles: Vec<&str> = unsaved.map(OpenArticle::title).collect();
    assert_eq!(titles, ["loose"]);
    assert!(folder.0.join("a.ron").exists() && folder.0.join("b.ron").exists());
}

#[test]
fn what_was_open_opens_again() {
    let folder = Folder::new("flow-again");
    let paths = ["a.txt", "b.txt"].map(|name| folder.write(name, &format!("It is {name}.")));
    let mut first = session(Preferences::default());
    first.open_paths(paths.to_vec());
    carry_out(&mut first, &Progress::new());
    let preferences = first.preferences().clone();
    assert_eq!(preferences.open, paths);
    let mut next = session(preferences);
    next.begin();
    carry_out(&mut next, &Progress::new());
    assert_eq!(next.articles().len(), 2);
    assert_eq!(shown(&next), "It is a.txt.");
    press(&mut next, "Ctrl+W");
    carry_out(&mut next, &Progress::new());
    assert_eq!(next.preferences().open, paths[1..]);
    let mut last = session(next.preferences().clone());
    last.begin();
    carry_out(&mut last, &Progress::new());
    assert_eq!(last.articles().len(), 1);
}

#[test]
fn a_first_start_begins_with_a_sample() {
    let mut session = session(Preferences::default());
    session.begin();
    let asked = session.take_requests();
    assert!(matches!(asked.as_slice(), [Request::Task(Task::Recover)]));
    session.handle(copydesk::app::Event::Recovered {
        opened: Vec::new(),
        problems: Vec::new(),
    });
    let asked = session.take_requests();
    assert!(
        matches!(asked.as_slice(), [Request::Task(Task::OpenSample(_))]),
        "{asked:?}"
    );
}

#[test]
fn a_new_start_shows_the_review_list_from_its_top_at_the_usual_size() {
    let names: Vec<String> = (10..80)
        .map(|at| format!("{{person?80|Name{at}}}"))
        .collect();
    let marked = names.join(" ");
    let mut harness = window(crate::support::session(&marked));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
    harness.run_steps(3);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run_steps(4);
    let line = |harness: &Harness<'_, Window>, name: &str| {
        let name = format!("{name}, Person, suggested, 80%");
        harness
            .query_by_role_and_label(Role::ListBoxOption, &name)
            .is_some()
    };
    assert!(line(&harness, "Name79") && !line(&harness, "Name10"));
    harness.ctx.set_zoom_factor(1.5);
    harness.run_steps(2);
    // What egui kept is still there when the program starts anew.
    ui::install(&harness.ctx);
    *harness.state_mut() = Window::new(crate::support::session(&marked));
    harness.run_steps(4);
    assert!(line(&harness, "Name10") && !line(&harness, "Name79"));
    assert!((harness.ctx.zoom_factor() - 1.0).abs() < 0.01);
}

#[test]
fn saving_at_quit_saves_beside_the_texts_and_asks_for_no_place() {
    let folder = Folder::new("flow-quit");
    let paths = ["a.txt", "b.txt"].map(|name| folder.write(name, &format!("Trump is in {name}.")));
    let mut session = session(Preferences::default());
    session.open_paths(paths.to_vec());
    carry_out(&mut session, &Progress::new());
    press(&mut session, "P Ctrl+Down P");
    session.handle(Event::CloseRequested);
    session.handle(Event::Answered(Answer::Save));
    let asked = carry_out(&mut session, &Progress::new());
    let is_quit = |request: &Request| matches!(request, Request::Window(WindowRequest::Quit));
    assert!(asked.iter().all(is_quit), "{asked:?}");
    assert!(folder.0.join("a.ron").exists() && folder.0.join("b.ron").exists());
}
