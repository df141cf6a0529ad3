//! What a label or an edge replaces is said, and one click brings it back.

use copydesk::app::{CommandId, Event, NoticeAction, NoticeKind, SelectBy, Session};

use crate::support::{press, session, shown};

fn notices(session: &Session) -> Vec<(&str, Option<NoticeAction>)> {
    let shown = session.notices().shown().iter();
    shown
        .filter(|notice| notice.kind == NoticeKind::Info)
        .map(|notice| (notice.text.as_str(), notice.action))
        .collect()
}

fn select(session: &mut Session, words: &str) {
    let text = session.article().unwrap().text().as_str();
    let anchor = text.find(words).unwrap();
    let head = anchor + words.len();
    session.handle(Event::Selected {
        anchor,
        head,
        by: SelectBy::Word,
    });
}

#[test]
fn a_label_over_an_annotation_says_what_it_replaced() {
    let mut session = session("{person|Keir Starmer} of {place|London} spoke.");
    select(&mut session, "Starmer of London");
    press(&mut session, "P");
    assert_eq!(
        notices(&session),
        [(
            "Replaced “Keir Starmer” and “London”",
            Some(NoticeAction::Run(CommandId::Undo))
        )]
    );
    press(&mut session, "Ctrl+Z");
    assert_eq!(
        shown(&session),
        "{person|Keir Starmer} of {place|London} spoke."
    );
    assert!(
        notices(&session).is_empty(),
        "undo would now mean another step"
    );
}

#[test]
fn an_edge_over_a_neighbor_says_what_it_replaced() {
    let mut session = session("{person|Keir Starmer} {person|Macron} spoke.");
    session.handle(Event::Clicked { at: 1 });
    press(&mut session, ".");
    assert_eq!(
        notices(&session),
        [(
            "Replaced “Macron”",
            Some(NoticeAction::Run(CommandId::Undo))
        )]
    );
}

#[test]
fn an_accepted_suggestion_that_replaces_nothing_says_nothing() {
    let mut session = session("{person?90|Keir Starmer} spoke to {person?80|Macron}.");
    press(&mut session, "Tab Enter");
    assert!(notices(&session).is_empty());
}

#[test]
fn the_offer_of_undo_goes_with_the_next_step() {
    let mut session = session("{person|Keir Starmer} spoke to {person?80|Macron}.");
    select(&mut session, "Starmer spoke");
    press(&mut session, "P");
    assert_eq!(notices(&session).len(), 1);
    press(&mut session, "Tab");
    assert_eq!(notices(&session).len(), 1, "a move changes nothing");
    press(&mut session, "Enter");
    assert!(
        notices(&session)
            .iter()
            .all(|(_, command)| command.is_none()),
        "{:?}",
        notices(&session)
    );
}

#[test]
fn an_edge_over_a_suggestion_says_so_once() {
    let mut session = session("{person?90|Zelensky} and {person?80|Trump} met.");
    press(&mut session, "Tab . .");
    let last = session.notices().shown().last();
    let text = last.map(|notice| notice.text.as_str());
    assert_eq!(text, Some("Replaced “Trump”"));
    press(&mut session, ".");
    assert!(
        session.notices().shown().is_empty(),
        "that was a step before"
    );
}
