//! How many keys, clicks and drags each correction takes, counted where they arrive.

use std::fmt::Write as _;

use copydesk::app::{CommandId, Event};
use eframe::egui::{self, Key, Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::candidates;
use crate::support::{open, session, shown};
use crate::window::{Window, window};

/// A window that counts what a person does.
pub struct Hands {
    pub harness: Harness<'static, Window>,
    pub count: usize,
}

impl Hands {
    pub fn new(session: copydesk::app::Session) -> Self {
        Self {
            harness: window(session),
            count: 0,
        }
    }

    /// Presses keys one after the other, each counted once with all that is held down: `Ctrl+Enter X`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for chord in keys.split_whitespace() {
            let mut modifiers = Modifiers::NONE;
            let (held, name) = chord.rsplit_once('+').unwrap_or(("", chord));
            for held in held.split('+').filter(|held| !held.is_empty()) {
                modifiers = modifiers.plus(match held {
                    "Ctrl" => Modifiers::COMMAND,
                    "Alt" => Modifiers::ALT,
                    "Shift" => Modifiers::SHIFT,
                    other => panic!("no key is called {other}"),
                });
            }
            let key = Key::from_name(name).unwrap_or_else(|| panic!("no key is called {name}"));
            self.harness.key_press_modifiers(modifiers, key);
            self.harness.run_steps(4);
            self.count += 1;
        }
        self
    }

    /// From one place to another, with the button held down; the same place is a click.
    fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.run_steps(1);
        self.harness.drag_at(from);
        self.harness.run_steps(1);
        for step in 1..=4 {
            self.harness
                .hover_at(from + (to - from) * (step as f32 / 4.0));
            self.harness.run_steps(1);
        }
        self.harness.drop_at(to);
        self.harness.run_steps(3);
        self.count += 1;
    }

    fn click(&mut self, at: Pos2) {
        self.harness.hover_at(at);
        self.harness.run_steps(1);
        self.harness.drag_at(at);
        self.harness.run_steps(1);
        self.harness.drop_at(at);
        self.harness.run_steps(3);
        self.count += 1;
    }

    fn click_button(&mut self, name: &str) {
        let button = self
            .harness
            .get_by_role_and_label(egui::accesskit::Role::Button, name);
        let at = button.rect().center();
        self.click(at);
    }

    fn caret_at(&mut self, words: &str) {
        let session = &mut self.harness.state_mut().session;
        let text = session.article().unwrap().text().as_str();
        let to = text.find(words).unwrap();
        session.handle(Event::CaretMoved { to, extend: false });
        self.harness.run_steps(3);
    }

    pub fn shown(&self) -> String {
        shown(&self.harness.state().session)
    }
}

/// Begins to count once the span is focused by what came before.
fn at_first(marked: &str) -> Hands {
    let mut hands = Hands::new(session(marked));
    hands.press("Tab");
    hands.count = 0;
    hands
}

fn counted(hands: &Hands, expected: &str) -> usize {
    let found = hands.shown();
    assert!(found.contains(expected), "{expected} is not in {found}");
    hands.count
}

const PAIR: &str = "{person?90|Trump} met {place?80|Kyiv} and {person?95|Macron} today.";
const CLAIM: &str = "Trump said a deal could be worth $500 billion.";

fn right() -> usize {
    let mut hands = at_first(PAIR);
    hands.press("Enter");
    counted(&hands, "{person|Trump} met {place?80|Kyiv}")
}

fn right_by_mouse() -> usize {
    let mut hands = at_first(PAIR);
    hands.click_button("Accept");
    counted(&hands, "{person|Trump} met {place?80|Kyiv}")
}

fn wrong() -> usize {
    let mut hands = at_first(PAIR);
    hands.press("X");
    counted(&hands, "Trump met {place?80|Kyiv}")
}

fn wrong_by_doubt() -> usize {
    let mut hands = Hands::new(session(PAIR));
    hands.press("D X").count = 0;
    hands.press("X");
    counted(&hands, "Trump met Kyiv and {person?95|Macron}")
}

fn wrong_label() -> usize {
    let mut hands = at_first(PAIR);
    hands.press("L");
    counted(&hands, "{place|Trump}")
}

fn edge() -> usize {
    let mut hands = at_first("Sir {person?90|Keir} met {place?80|Kyiv}.");
    hands.press("Comma Enter");
    counted(&hands, "{person|Sir Keir} met")
}

fn edge_by_mouse() -> usize {
    let mut hands = at_first("He met {person?90|Keir} Starmer.");
    let span = hands.harness.get_by_label("Person: Keir, suggested, 90%");
    let rect = span.rect();
    let end = Pos2::new(rect.right(), rect.center().y);
    hands.drag(end, end + egui::vec2(40.0, 0.0));
    counted(&hands, "{person|Keir Starmer}")
}

fn new_name() -> usize {
    let mut hands = Hands::new(session("Trump met Macron."));
    hands.caret_at("Macron");
    hands.press("P");
    counted(&hands, "{person|Macron}")
}

fn new_claim() -> usize {
    let mut hands = Hands::new(session(CLAIM));
    hands.caret_at("500");
    hands.press("Alt+Up Alt+Up Alt+Up C");
    counted(&hands, "{claim|a deal could be worth $500 billion}")
}

/// The name eleven times, marked up as `mark` says.
fn eleven(mark: &str) -> String {
    let sentences = (1..=11).map(|day| format!("On day {day} they met {mark} again."));
    sentences.collect::<Vec<_>>().join(" ")
}

fn missing_everywhere() -> usize {
    let mut hands = Hands::new(session(&eleven("Okoro")));
    hands.caret_at("Okoro");
    hands.press("Shift+P Enter");
    counted(&hands, &eleven("{person|Okoro}"))
}

fn wrong_everywhere() -> usize {
    let mut hands = at_first(&eleven("{person?80|March}"));
    hands.press("Shift+X Enter");
    counted(&hands, &eleven("March"))
}

fn screenful() -> usize {
    let line = "{person?90|Trump} met {place?80|Kyiv} and some others.\n\n";
    let mut hands = Hands::new(session(&line.repeat(40)));
    hands.press("Ctrl+Enter");
    let article = hands.harness.state().session.article().unwrap();
    assert!(article.counts().accepted > 20);
    let focused = article.focused_item().unwrap();
    assert!(focused.span.start() > 400, "the next page is there");
    hands.count
}

fn possible_miss() -> usize {
    let mut hands = Hands::new(candidates::article());
    hands.press("U L");
    counted(
        &hands,
        "{person?90|Ann} met Uncle Bob in {place|Ulm}, and Cy of Apollo.",
    )
}

fn wrong_by_letter() -> usize {
    let names = "{person?98|Ann} met {person?90|Bob}, {person?90|May} and {person?90|Di}.";
    let mut hands = Hands::new(session(names));
    hands.press("J D X");
    counted(&hands, &names.replace("{person?90|May}", "May"))
}

fn last_screen() -> usize {
    let mut session = session("{person?90|Trump} met {place?80|Kyiv}.");
    open(&mut session, "next", "Nobody came.");
    session.run(CommandId::PreviousArticle);
    let mut hands = Hands::new(session);
    hands.press("Ctrl+Shift+Enter");
    counted(&hands, "Nobody came.")
}

/// What is done, with what, the count before these were mended, and the best of the others.
struct Row {
    what: &'static str,
    with: &'static str,
    count: fn() -> usize,
    before: &'static str,
    others: &'static str,
}

const ROWS: [Row; 17] = [
    Row {
        what: "right suggestion",
        with: "`Enter`",
        count: right,
        before: "1",
        others: "0–1",
    },
    Row {
        what: "right suggestion, by mouse",
        with: "Accept, which stands still",
        count: right_by_mouse,
        before: "1, at a place that moved",
        others: "0–1",
    },
    Row {
        what: "wrong suggestion, in order",
        with: "`X`",
        count: wrong,
        before: "1",
        others: "1",
    },
    Row {
        what: "wrong suggestion, by doubt",
        with: "`X`",
        count: wrong_by_doubt,
        before: "2 and more: `X` left the order",
        others: "1",
    },
    Row {
        what: "wrong label",
        with: "the letter",
        count: wrong_label,
        before: "1",
        others: "2",
    },
    Row {
        what: "edge wrong by a word, and on to the next",
        with: "`,` `Enter`",
        count: edge,
        before: "3: `Enter` refused",
        others: "1–4",
    },
    Row {
        what: "edge wrong by a word, by mouse",
        with: "a drag",
        count: edge_by_mouse,
        before: "1",
        others: "1–4",
    },
    Row {
        what: "name that is missing, caret on it",
        with: "the letter",
        count: new_name,
        before: "1",
        others: "2–3 by mouse, mostly none by keys",
    },
    Row {
        what: "name that is missing anywhere, the likeliest first",
        with: "`U`, the letter",
        count: possible_miss,
        before: "4 and more: a search, and the letter",
        others: "not there",
    },
    Row {
        what: "wrong suggestion anywhere on the screen",
        with: "`J`, its letter, `X`",
        count: wrong_by_letter,
        before: "2 and more: `Tab` as often as it takes",
        others: "2 by mouse, mostly many by keys",
    },
    Row {
        what: "claim of seven words that is missing, caret in it",
        with: "`Alt+Up` three times, `C`",
        count: new_claim,
        before: "19",
        others: "2–3 by mouse, mostly none by keys",
    },
    Row {
        what: "the same name eleven times, none suggested, caret on one",
        with: "`Shift+P` `Enter`",
        count: missing_everywhere,
        before: "22: a click and a letter each",
        others: "10–30",
    },
    Row {
        what: "the same name in forty articles of a folder, most not open",
        with: "`Shift+L` `Right` `Enter`",
        count: || crate::project::counted::missing_in_folder(40),
        before: "not there",
        others: "as often as there are articles",
    },
    Row {
        what: "what is at least 95% sure, in a folder",
        with: "`Ctrl+Shift+A` `Enter`",
        count: || crate::project::counted::sure_in_folder(5),
        before: "not there",
        others: "not there",
    },
    Row {
        what: "the same wrong suggestion eleven times",
        with: "`Shift+X` `Enter`",
        count: wrong_everywhere,
        before: "11",
        others: "10–30",
    },
    Row {
        what: "all on a screen, and on to the next page",
        with: "`Ctrl+Enter`",
        count: screenful,
        before: "2: `Ctrl+Enter` `Tab`",
        others: "not there",
    },
    Row {
        what: "the last screen, and on to the next article",
        with: "`Ctrl+Shift+Enter`",
        count: last_screen,
        before: "2: `Ctrl+Enter` `Space`",
        others: "not there",
    },
];

/// The table of `docs/actions.md`.
pub fn table() -> String {
    let mut out =
        "\n| what | with | actions | before | best of others |\n|---|---|---|---|---|\n".to_owned();
    for row in ROWS {
        let Row {
            what,
            with,
            count,
            before,
            others,
        } = row;
        let count = count();
        writeln!(out, "| {what} | {with} | {count} | {before} | {others} |").unwrap();
    }
    out + "\n"
}

#[test]
fn no_correction_takes_more_actions_than_the_best_of_others() {
    let most = |what: &str, most: usize| {
        let row = ROWS.iter().find(|row| row.what == what).unwrap();
        let count = (row.count)();
        assert!(count <= most, "{what}: {count}");
    };
    most("right suggestion", 1);
    most("wrong suggestion, by doubt", 1);
    most("wrong label", 2);
    most("edge wrong by a word, and on to the next", 2);
    most("claim of seven words that is missing, caret in it", 4);
    most(
        "the same name eleven times, none suggested, caret on one",
        2,
    );
    most("the same wrong suggestion eleven times", 2);
    most("all on a screen, and on to the next page", 2);
}
