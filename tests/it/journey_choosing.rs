//! Several lines of the review list chosen and decided at once, without a window.

use copydesk::app::{Choose, CommandId, Event, OpenArticle, Session};
use copydesk_document::review::{Filter, Target};

use crate::support::{focused, label, press, session, shown};

const ARTICLE: &str = "{person?90|Ann} met {person?80|Bo} in {place?70|Rome} and {place|Oslo}, \
                       then {person?60|Cy} left.";

fn target(session: &Session, words: &str) -> Target {
    let article = session.article().unwrap();
    let mut items = article.items().iter();
    let item = items.find(|item| article.text().words(item.span) == words);
    item.unwrap().target.clone()
}

fn focus(session: &mut Session, words: &str) {
    let target = target(session, words);
    session.handle(Event::Focused(target));
}

fn extend(session: &mut Session, words: &str) {
    let target = target(session, words);
    session.handle(Event::Chosen(Choose::To(target)));
}

fn toggle(session: &mut Session, words: &str) {
    let target = target(session, words);
    session.handle(Event::Chosen(Choose::Toggle(target)));
}

fn chosen(session: &Session) -> Vec<&str> {
    let article = session.article().unwrap();
    let items = article.listed_items();
    let chosen = items.filter(|item| article.chosen().contains(&item.target));
    chosen.map(|item| article.text().words(item.span)).collect()
}

fn undo_name(session: &Session) -> Option<&str> {
    session.article().map(OpenArticle::history)?.undo_name()
}

fn last_notice(session: &Session) -> &str {
    &session.notices().shown().last().unwrap().text
}

#[test]
fn several_suggestions_are_accepted_in_one_step_and_review_goes_on_after_them() {
    let mut session = session(ARTICLE);
    focus(&mut session, "Ann");
    extend(&mut session, "Rome");
    assert_eq!(chosen(&session), ["Ann", "Bo", "Rome"]);
    assert_eq!(session.title_of(CommandId::Accept), "Accept 3 suggestions");
    press(&mut session, "Enter");
    assert_eq!(
        shown(&session),
        "{person|Ann} met {person|Bo} in {place|Rome} and {place|Oslo}, then {person?60|Cy} left."
    );
    assert_eq!(undo_name(&session), Some("accept 3 suggestions"));
    assert_eq!(focused(&session).as_deref(), Some("Cy"));
    assert!(chosen(&session).is_empty());
    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), ARTICLE);
}

#[test]
fn a_choice_extends_from_where_it_began_in_both_directions() {
    let mut session = session(ARTICLE);
    focus(&mut session, "Rome");
    extend(&mut session, "Cy");
    assert_eq!(chosen(&session), ["Rome", "Oslo", "Cy"]);
    extend(&mut session, "Ann");
    assert_eq!(chosen(&session), ["Ann", "Bo", "Rome"]);
    assert_eq!(focused(&session).as_deref(), Some("Ann"));
    extend(&mut session, "Rome");
    assert!(chosen(&session).is_empty(), "one line is just the focus");
    assert_eq!(focused(&session).as_deref(), Some("Rome"));
}

#[test]
fn single_lines_are_added_and_taken_out() {
    let mut session = session(ARTICLE);
    focus(&mut session, "Ann");
    toggle(&mut session, "Rome");
    toggle(&mut session, "Cy");
    assert_eq!(chosen(&session), ["Ann", "Rome", "Cy"]);
    toggle(&mut session, "Cy");
    assert_eq!(chosen(&session), ["Ann", "Rome"]);
    assert_eq!(focused(&session).as_deref(), Some("Rome"));
    toggle(&mut session, "Ann");
    assert!(chosen(&session).is_empty());
    assert_eq!(focused(&session).as_deref(), Some("Rome"));
    toggle(&mut session, "Rome");
    assert_eq!(focused(&session), None);
}

#[test]
fn suggestions_are_rejected_and_annotations_removed_together() {
    let mut session = session(ARTICLE);
    focus(&mut session, "Bo");
    extend(&mut session, "Oslo");
    let title = "Reject 2 suggestions and remove 1 annotation";
    assert_eq!(session.title_of(CommandId::Remove), title);
    press(&mut session, "X");
    assert_eq!(
        shown(&session),
        "{person?90|Ann} met Bo in Rome and Oslo, then {person?60|Cy} left."
    );
    assert_eq!(focused(&session).as_deref(), Some("Cy"));
    assert_eq!(
        last_notice(&session),
        "Rejected 2 suggestions and removed 1 annotation; press Ctrl+Z to undo"
    );
    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), ARTICLE);
}

#[test]
fn a_label_is_given_to_all_and_what_it_would_cover_is_left() {
    let mut session =
        session("{claim?70|{person|Ann} met Bo} in {person?90|Rome} and {place|Oslo}.");
    session.handle(Event::Chosen(Choose::All));
    assert_eq!(
        session.title_of(CommandId::Label(1)),
        "Mark 4 spans as place"
    );
    press(&mut session, "L");
    assert_eq!(
        shown(&session),
        "{claim?70|{place|Ann} met Bo} in {place|Rome} and {place|Oslo}."
    );
    assert_eq!(undo_name(&session), Some("mark 2 spans as place"));
    assert_eq!(
        last_notice(&session),
        "Labeled 2 spans; 1 overlaps another annotation and was left as it is; press Ctrl+Z to undo"
    );
}

#[test]
fn after_the_last_ones_it_is_said_that_nothing_is_left() {
    let mut session = session("{person?90|Ann} met {person?80|Bo}.");
    session.handle(Event::Chosen(Choose::All));
    press(&mut session, "Enter");
    assert_eq!(
        last_notice(&session),
        "Accepted 2 suggestions. All suggestions reviewed; press Space to mark the article as done"
    );
    assert_eq!(focused(&session), None);
}

#[test]
fn rejected_suggestions_are_restored_together() {
    let mut session = session("{person?90|Ann} met {person?80|Bo}.");
    session.handle(Event::Chosen(Choose::All));
    press(&mut session, "X");
    session.handle(Event::Filtered(Filter {
        states: [copydesk_document::review::State::Rejected].into(),
        ..Filter::default()
    }));
    session.handle(Event::Chosen(Choose::All));
    assert_eq!(
        session.is_ready(CommandId::Remove),
        Err("Already rejected; press Enter to restore them")
    );
    assert_eq!(session.title_of(CommandId::Accept), "Restore 2 suggestions");
    press(&mut session, "Enter");
    assert_eq!(shown(&session), "{person?90|Ann} met {person?80|Bo}.");
}

#[test]
fn escape_a_click_and_a_step_go_back_to_one() {
    for keys in ["Escape", "Tab", "Right"] {
        let mut session = session(ARTICLE);
        focus(&mut session, "Ann");
        extend(&mut session, "Rome");
        press(&mut session, keys);
        assert!(chosen(&session).is_empty(), "{keys}");
    }
    let mut session = session(ARTICLE);
    focus(&mut session, "Ann");
    extend(&mut session, "Rome");
    press(&mut session, "Escape");
    assert_eq!(focused(&session).as_deref(), Some("Rome"));
    extend(&mut session, "Ann");
    focus(&mut session, "Ann");
    assert!(chosen(&session).is_empty());
}

#[test]
fn a_filter_takes_out_what_it_hides() {
    let mut session = session(ARTICLE);
    session.handle(Event::Chosen(Choose::All));
    assert_eq!(chosen(&session).len(), 5);
    let filter = |id| Filter {
        labels: [label(id)].into(),
        ..Filter::default()
    };
    session.handle(Event::Filtered(filter("person")));
    assert_eq!(chosen(&session), ["Ann", "Bo", "Cy"]);
    session.handle(Event::Filtered(filter("place")));
    assert!(chosen(&session).is_empty());
}

#[test]
fn what_is_not_listed_is_not_chosen() {
    let mut session = session(ARTICLE);
    focus(&mut session, "Ann");
    press(&mut session, "X");
    focus(&mut session, "Bo");
    for choose in [extend, toggle] {
        choose(&mut session, "Ann");
        assert!(chosen(&session).is_empty());
    }
}

#[test]
fn what_is_for_one_span_says_why_it_cannot_be_done() {
    let mut session = session(ARTICLE);
    session.handle(Event::Chosen(Choose::All));
    assert_eq!(
        session.is_ready(CommandId::Note),
        Err("Several spans are chosen; press Escape to go back to one")
    );
}
