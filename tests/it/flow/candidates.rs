//! Looking for what the suggestions miss, by one key after the other.

use copydesk::app::{CommandId, Event, Preferences, Request, Session, Task};
use copydesk_document::{Attributes, Confidence, Suggestion};
use copydesk_text::ArticleText;

use crate::support::{
    caret_at, focused, label, open_text, press, schema, selected, session, shown,
};
use crate::window::window;
use egui_kittest::kittest::Queryable as _;

const TEXT: &str = "Ann met Uncle Bob in Ulm, and Cy of Apollo.";

/// An article with `TEXT` where Ann is suggested, and what may be missing: Ulm, Cy, and Bob last.
pub fn article() -> Session {
    let mut session = Session::new(schema(), Preferences::default(), Vec::new());
    let text = ArticleText::new(TEXT);
    open_text(&mut session, "article", &text);
    let one = |id: &str, words: &str, percent: u8| {
        let start = TEXT.find(words).unwrap();
        Suggestion {
            label: label(id),
            span: text.span(start, start + words.len()).unwrap(),
            confidence: Confidence::from_percent(percent),
            by: "test",
            reason: "because the test says so".to_owned(),
            attributes: Attributes::new(),
        }
    };
    let asked = session
        .take_requests()
        .into_iter()
        .find_map(|request| match request {
            Request::Task(Task::Suggest {
                article, ticket, ..
            }) => Some((article, ticket)),
            _ => None,
        });
    let (article, ticket) = asked.unwrap();
    let candidates = vec![
        one("place", "Ulm", 30),
        one("person", "Cy", 20),
        one("person", "Bob", 10),
    ];
    session.handle(Event::CandidatesFound { ticket, candidates });
    session.handle(Event::Suggested {
        article,
        ticket,
        suggestions: vec![one("person", "Ann", 90)],
    });
    session.handle(Event::Visible(0..text.len()));
    session
}

#[test]
fn each_missing_name_takes_a_key_once_they_are_walked() {
    let mut session = article();
    press(&mut session, "U");
    assert_eq!(selected(&session).as_deref(), Some("Ulm"), "the likeliest");
    press(&mut session, "L Enter");
    assert_eq!(selected(&session).as_deref(), Some("Bob"));
    press(&mut session, ", P");
    assert_eq!(
        shown(&session),
        "{person?90|Ann} met {person|Uncle Bob} in {place|Ulm}, and {person|Cy} of Apollo."
    );
    assert_eq!(selected(&session), None, "that was the last one");
    let article = session.article().unwrap();
    let mut marked = article.document().annotations().iter();
    assert!(marked.all(|one| one.origin == copydesk_document::Origin::Human));
}

#[test]
fn what_is_nothing_is_not_shown_again() {
    let mut session = article();
    press(&mut session, "U X");
    assert_eq!(selected(&session).as_deref(), Some("Cy"));
    press(&mut session, "U U");
    assert_eq!(selected(&session), None);
    press(&mut session, "U");
    assert_eq!(selected(&session).as_deref(), Some("Cy"), "the first again");
    press(&mut session, "Ctrl+Z Ctrl+Home U Shift+U Shift+U");
    assert_eq!(selected(&session).as_deref(), Some("Ulm"), "after undo");
}

#[test]
fn what_was_marked_otherwise_is_not_missing() {
    let mut session = article();
    caret_at(&mut session, "Ulm");
    press(&mut session, "P U");
    assert_eq!(selected(&session).as_deref(), Some("Cy"));
    press(&mut session, "Escape Tab");
    assert_eq!(focused(&session).as_deref(), Some("Ann"));
    press(&mut session, "U");
    assert_eq!(
        selected(&session).as_deref(),
        Some("Bob"),
        "goes on from there"
    );
}

#[test]
fn a_filter_by_label_is_followed_and_hidden_suggestions_hide_these_too() {
    let mut session = article();
    session.run(CommandId::FilterLabel(0));
    press(&mut session, "U");
    assert_eq!(selected(&session).as_deref(), Some("Cy"));
    session.run(CommandId::Blind);
    let why = session.is_ready(CommandId::NextCandidate);
    assert_eq!(why, Err("Suggestions are hidden"));
}

#[test]
fn without_candidates_the_command_says_so() {
    let session = session("{person?90|Ann} came.");
    let why = session.is_ready(CommandId::NextCandidate);
    assert_eq!(why, Err("No other words look like a name or a figure"));
}

#[test]
fn the_edges_of_a_selection_move_by_words() {
    let mut session = session("Ann met Uncle Bob in Ulm.");
    caret_at(&mut session, "Bob");
    press(&mut session, "Alt+Up , . Shift+. P");
    assert_eq!(shown(&session), "Ann met {person|Uncle Bob} in Ulm.");
}

#[test]
fn the_window_says_what_may_be_missing_and_why() {
    let mut session = article();
    press(&mut session, "U");
    let harness = window(session);
    harness.get_by_label("Possible miss");
    harness.get_by_label("Place, 30%");
    harness.get_by_label("because the test says so");
}
