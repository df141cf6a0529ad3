//! The real window where things go wrong: killed at work, a dialog cancelled, a name that is taken.

use std::time::Duration;

use egui::{Key, Modifiers};

use super::*;

const TEXT: &str = "A headline\n\nThe word zebra stands near 5% of all.\n";

/// Opens `text` as `story.txt` and accepts the figure in it.
fn begin(display: &Display, folder: &Folder, text: &str) -> Program {
    let article = folder.0.join("story.txt");
    std::fs::write(&article, text).unwrap();
    let mut program = Program::start(display, &folder.0, &search_path(), &[&article]);
    program.find("Figure: 5%, suggested");
    // The claim around it comes first.
    program.press(Modifiers::NONE, Key::Tab);
    program.press(Modifiers::NONE, Key::Tab);
    program.press(Modifiers::NONE, Key::Enter);
    program.find("Figure: 5%, accepted");
    program
}

/// How many journals are on disk; the locks beside them do not count.
fn journals(folder: &Folder) -> usize {
    let Ok(entries) = std::fs::read_dir(folder.0.join("copydesk/data/journal")) else {
        return 0;
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .count()
}

#[test]
fn work_is_there_again_after_the_program_was_killed() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("killed");
    let program = begin(&display, &folder, TEXT);
    wait_until("the work is kept", || {
        (journals(&folder) == 1).then_some(())
    });
    drop(program);

    let mut again = Program::start(&display, &folder.0, &search_path(), &[]);
    again.find("Figure: 5%, accepted");
    again.find("An article with work that was never saved has been brought back");
}

#[test]
fn a_save_dialog_that_is_cancelled_keeps_the_window_open() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("cancelled");
    // A sample has no place of its own: a person is asked for one.
    let mut program = Program::start(&display, &folder.0, &search_path(), &[]);
    program.find("Person: Zelensky, suggested");
    program.press(Modifiers::NONE, Key::Tab);
    program.press(Modifiers::NONE, Key::Enter);
    program.find("Person: Zelensky, accepted");
    program.press(Modifiers::COMMAND, Key::Q);
    program.find("Save changes before quitting?");
    program.press(Modifiers::NONE, Key::Enter);
    display.cancel_dialog();
    program.press(Modifiers::COMMAND, Key::S);
    display.answer_dialog(&folder.0.join("story.ron"));
    wait_until("the article is saved", || {
        folder.0.join("story.ron").exists().then_some(())
    });
    std::thread::sleep(Duration::from_secs(1));
    program.find("Person: Zelensky, accepted");
}

#[test]
fn a_name_without_an_ending_asks_before_it_replaces_an_article() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("ending");
    let other = folder.0.join("other.ron");
    std::fs::write(&other, "// Copydesk article, format 1\n(another article)").unwrap();
    let mut program = begin(&display, &folder, TEXT);
    program.press(Modifiers::COMMAND, Key::S);
    display.answer_dialog(&folder.0.join("other"));
    program.find("There is another article of that name");
    let held = std::fs::read_to_string(&other).unwrap();
    assert!(held.ends_with("(another article)"), "{held}");
    assert!(!folder.0.join("other").exists());
}

#[test]
fn the_save_dialog_begins_beside_the_article() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("beside");
    let mut program = begin(&display, &folder, TEXT);
    program.press(Modifiers::COMMAND, Key::S);
    display.find_dialog();
    let saved = folder.0.join("story.ron");
    wait_until("the article is saved where the dialog began", || {
        display.xdotool(&["key", "Return"]);
        std::thread::sleep(Duration::from_millis(500));
        saved.exists().then_some(())
    });
}

#[test]
fn a_machine_without_any_font_shows_the_window() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("fonts");
    let article = folder.0.join("story.txt");
    std::fs::write(&article, format!("{TEXT}\nOf 習近平 nobody spoke.\n")).unwrap();
    let fonts = folder.0.join("fonts.conf");
    std::fs::write(&fonts, "<fontconfig><dir>/nonexistent</dir></fontconfig>").unwrap();
    let fonts = format!("FONTCONFIG_FILE={}", fonts.display());
    let before = ["env", fonts.as_str()];
    let files: [&Path; 1] = [&article];
    let path = search_path();
    let mut program = Program::start_with(&before, &display, &folder.0, &path, &files);
    program.find("Figure: 5%, suggested");
}
