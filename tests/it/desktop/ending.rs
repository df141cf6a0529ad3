//! The real window ends without being asked: signals, a kill, a display that goes; the work is there again.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers};

use super::*;
use crate::figures::{record, skip};

/// Figures enough to accept one after the other.
const TEXT: &str = "A headline\n\nIt was 11% here and 12% there, then 13% and 14% again, 15% and 16% \
                    later, 17% and 18% at last.\n";

/// Time between two actions of a person who works steadily.
const PACE: Duration = Duration::from_millis(700);

fn write_article(folder: &Folder) -> PathBuf {
    let article = folder.0.join("story.txt");
    std::fs::write(&article, TEXT).unwrap();
    article
}

fn open(display: &Display, folder: &Folder) -> Program {
    let article = write_article(folder);
    let mut program = Program::start(display, &folder.0, &search_path(), &[&article]);
    program.find("Figure: 11%, suggested");
    program
}

/// Accepts the next suggestion.
fn accept(program: &mut Program) {
    program.press(Modifiers::NONE, Key::Tab);
    program.press(Modifiers::NONE, Key::Enter);
}

/// All accepted spans, as the article names them; the list of spans says it in another order.
fn accepted(program: &mut Program) -> BTreeSet<String> {
    let tree = program.tree();
    let names = tree.nodes.iter().filter_map(|(_, node)| node.label());
    let is_mark = |name: &&str| name.starts_with("Figure: ") || name.starts_with("Claim: ");
    let names = names.filter(|name| is_mark(name) && name.ends_with(", accepted"));
    names.map(str::to_owned).collect()
}

fn restart(display: &Display, folder: &Folder) -> Program {
    let mut again = Program::start(display, &folder.0, &search_path(), &[]);
    again.find("An article with work that was never saved has been brought back");
    again
}

#[test]
fn a_signal_ends_the_window_at_once_and_the_work_comes_back() {
    let Some(display) = Display::start() else {
        return;
    };
    for signal in ["TERM", "HUP", "INT"] {
        let folder = Folder::new(&format!("signal-{signal}"));
        let mut program = open(&display, &folder);
        accept(&mut program);
        accept(&mut program);
        let before = accepted(&mut program);
        assert!(!before.is_empty());
        // The last action is milliseconds old.
        let asked = Instant::now();
        program.signal(signal);
        assert_eq!(program.exit_code(), Some(0), "{signal}");
        let taken = asked.elapsed();
        assert!(taken < Duration::from_secs(2), "{signal}: {taken:?}");
        record(
            &format!("{signal}: milliseconds until the window is gone"),
            taken.as_millis(),
        );
        let mut again = restart(&display, &folder);
        wait_until("the work is back", || {
            (accepted(&mut again) == before).then_some(())
        });
    }
}

#[test]
fn a_display_that_goes_takes_no_work_with_it() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("display");
    let mut program = open(&display, &folder);
    accept(&mut program);
    accept(&mut program);
    let before = accepted(&mut program);
    drop(display);
    program.exit_code();
    let Some(display) = Display::start() else {
        return;
    };
    let mut again = restart(&display, &folder);
    wait_until("the work is back", || {
        (accepted(&mut again) == before).then_some(())
    });
}

#[test]
fn a_limit_on_the_length_of_files_leaves_the_window_open() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("limit");
    let mut program = open(&display, &folder);
    if !program.limit("--fsize=40:unlimited") {
        skip("prlimit is not installed: no limit on files was tried");
        return;
    }
    accept(&mut program);
    program.find("Changes to “A headline” are only in memory");
    assert!(program.limit("--fsize=unlimited:unlimited"));
    program.press(Modifiers::COMMAND, Key::S);
    let saved = folder.0.join("story.ron");
    display.answer_dialog(&saved);
    wait_until("the article is saved", || saved.exists().then_some(()));
}

/// Without memory a program ends; what was done is on the disk before.
#[test]
fn work_is_there_again_after_memory_ran_out() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("memory");
    let mut program = open(&display, &folder);
    accept(&mut program);
    accept(&mut program);
    let before = accepted(&mut program);
    assert!(!before.is_empty());
    std::thread::sleep(Duration::from_secs(1));
    // Less than it has: whatever it asks for from now on is refused.
    if !program.limit("--as=1000000:1000000") {
        skip("prlimit is not installed: no limit on memory was tried");
        return;
    }
    let mut events = stroke(Modifiers::COMMAND, Key::K);
    events.push(Event::Text("more than fits ".repeat(1 << 20)));
    assert!(!program.lives_through(events), "memory ran out");
    drop(program);
    let mut again = restart(&display, &folder);
    wait_until("the work is back", || {
        (accepted(&mut again) == before).then_some(())
    });
}

/// At most a second of work may be missing, whatever the pace; then it goes on as if nothing had been.
#[test]
fn steady_work_is_killed_brought_back_undone_and_saved() {
    let Some(display) = Display::start() else {
        return;
    };
    let (mut actions, mut missing) = (0, 0);
    for after in [0, 130, 390] {
        let folder = Folder::new(&format!("pace-{after}"));
        let mut program = open(&display, &folder);
        let mut states = Vec::new();
        for _ in 0..6 {
            accept(&mut program);
            states.push((Instant::now(), accepted(&mut program)));
            std::thread::sleep(PACE);
        }
        // One more, and death at once or soon after it.
        accept(&mut program);
        std::thread::sleep(Duration::from_millis(after));
        let killed = Instant::now();
        program.signal("KILL");
        assert_eq!(program.exit_code(), None);

        let mut again = restart(&display, &folder);
        let safe = states.iter().rev();
        let mut safe = safe.filter(|(at, _)| killed - *at > Duration::from_secs(1));
        let (_, safe) = safe.next().expect("it went on for longer");
        wait_until("the suggestions are there", || {
            again.has("Figure: 18%").then_some(())
        });
        let back = accepted(&mut again);
        actions += states.len() + 1;
        missing += safe.difference(&back).count();
        assert!(safe.is_subset(&back), "{safe:?} but {back:?}");

        for _ in 0..5 {
            again.press(Modifiers::COMMAND, Key::Z);
        }
        wait_until("five steps are undone", || {
            let left = accepted(&mut again).len();
            (left + 5 == back.len()).then_some(())
        });
        again.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        wait_until("one is done again", || {
            (accepted(&mut again).len() + 4 == back.len()).then_some(())
        });
        let left = accepted(&mut again).len();
        again.press(Modifiers::COMMAND, Key::S);
        let saved = folder.0.join("story.ron");
        display.answer_dialog(&saved);
        wait_until("the article is saved", || saved.exists().then_some(()));
        let ron = std::fs::read_to_string(&saved).unwrap();
        assert_eq!(ron.matches("quote: ").count(), left, "{ron}");
    }
    record("steady work killed: actions", actions);
    record(
        "steady work killed: actions older than a second missing",
        missing,
    );
}
