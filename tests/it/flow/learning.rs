//! What is decided changes what is suggested next: here, in the next article, and after a restart.

use copydesk::app::{CommandId, Event, Preferences, Request, Session, WindowRequest};
use copydesk::engine::Progress;
use copydesk::engine::exchange::formats;

use crate::exporting::{Folder, carry_out};
use crate::support::{open, press, schema, session, shown};

#[test]
fn a_name_marked_once_is_suggested_where_else_it_stands() {
    let mut session = session("Okoro came. Then Okoro went, by Okoro Street.");
    press(&mut session, "P");
    let after = "{person|Okoro} came. Then {person?60|Okoro} went, by Okoro Street.";
    assert_eq!(shown(&session), after);
    press(&mut session, "Ctrl+Z");
    assert_eq!(
        shown(&session),
        "Okoro came. Then Okoro went, by Okoro Street."
    );
}

#[test]
fn what_was_rejected_in_two_articles_is_not_asked_again() {
    let mut session = session("{place?80|March} was wet.");
    press(&mut session, "Tab X");
    open(&mut session, "second", "So {place?80|March} is.");
    press(&mut session, "Tab X");
    open(
        &mut session,
        "next",
        "In {place?80|March} it rained on {place?80|Bern}.",
    );
    assert_eq!(shown(&session), "In March it rained on {place?80|Bern}.");
}

#[test]
fn the_reason_says_what_was_learned() {
    let mut session = session("{place?80|Bern} and {place?80|Bern}.");
    press(&mut session, "Tab Enter");
    let suggestion = session.article().unwrap().suggestions().last().unwrap();
    let reason = "Marked as place once here; because the test says so";
    assert_eq!(suggestion.reason, reason);
    assert!(suggestion.confidence.percent() > 80);
}

#[test]
fn forgetting_gives_the_suggestions_as_they_were_and_can_be_taken_back() {
    let mut session =
        session("{place?80|March} was wet. So {place?80|March} is, and {place?80|March}.");
    press(&mut session, "Tab X X");
    let learned = shown(&session);
    assert_eq!(learned, "March was wet. So March is, and March.");
    session.run(CommandId::Forget);
    assert_eq!(
        shown(&session),
        "March was wet. So March is, and {place?80|March}."
    );
    session.run(CommandId::Recall);
    assert_eq!(shown(&session), learned);
    session.run(CommandId::Learns);
    assert_eq!(
        shown(&session),
        "March was wet. So March is, and {place?80|March}."
    );
}

#[test]
fn the_next_one_is_focused_where_learning_takes_one_away() {
    let mut session =
        session("{place?80|March}, {place?80|March}, {place?80|March} and {place?80|Bern}.");
    press(&mut session, "Tab X X");
    assert_eq!(crate::support::focused(&session).as_deref(), Some("Bern"));
}

fn beginning() -> Session {
    let mut session = Session::new(schema(), Preferences::default(), Vec::new());
    session.set_formats(formats());
    session
}

#[test]
fn what_was_learned_lies_beside_the_saved_articles_and_is_read_again() {
    let folder = Folder::new("flow-learning");
    let paths =
        ["a.txt", "b.txt"].map(|name| folder.write(name, &format!("Okoro came to {name}.\n")));
    let mut first = beginning();
    first.open_paths(vec![paths[0].clone()]);
    carry_out(&mut first, &Progress::new());
    press(&mut first, "P");
    let is_there = || folder.0.join(".copydesk-memory.ron").exists();
    assert!(!is_there(), "nothing was saved yet");
    press(&mut first, "Ctrl+Alt+S");
    carry_out(&mut first, &Progress::new());
    assert!(is_there());

    let mut second = beginning();
    second.open_paths(vec![paths[1].clone()]);
    carry_out(&mut second, &Progress::new());
    assert_eq!(second.memory().len(), 1);
    let known = second.memory().articles().next().unwrap().1;
    let (words, label) = known.keys().next().unwrap();
    assert_eq!((words.as_str(), label.as_str()), ("Okoro", "person"));
}

#[test]
fn nobody_is_led_by_suggestions_that_are_hidden() {
    let mut session = session("{person?90|Trump} met {place|Kyiv} and {person?80|Macron}.");
    session.run(CommandId::Blind);
    assert_eq!(shown(&session), "Trump met {place|Kyiv} and Macron.");
    press(&mut session, "Ctrl+Home P");
    let article = session.article().unwrap();
    let first = article.document().annotations().iter().next().unwrap();
    assert_eq!(first.origin, copydesk_document::Origin::Human);
    session.run(CommandId::Blind);
    assert_eq!(
        shown(&session),
        "{person|Trump} met {place|Kyiv} and {person?80|Macron}."
    );
}

#[test]
fn what_is_learned_for_another_article_does_not_scroll_this_one() {
    let mut session = session("{place?80|March} was wet.");
    let first = session.article().unwrap().id;
    open(&mut session, "second", "So {place?80|March} is.");
    let second = session.article().unwrap().id;
    open(
        &mut session,
        "other",
        "In {place?80|March} it rained on {place?80|Bern}.",
    );
    press(&mut session, "Tab");
    let other = session.article().unwrap().id;
    for article in [first, second] {
        session.handle(Event::ArticleChosen(article));
        press(&mut session, "Tab X");
    }
    session.run(CommandId::Learns);
    session.take_requests();
    session.run(CommandId::Learns);
    let scrolls = |request: &Request| matches!(request, Request::Window(WindowRequest::View(_)));
    let requests = session.take_requests();
    assert!(!requests.iter().any(scrolls), "{requests:?}");
    session.handle(Event::ArticleChosen(other));
    let focused = crate::support::focused(&session);
    assert_eq!(focused.as_deref(), Some("Bern"));
}
