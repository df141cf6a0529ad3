//! Where a decision leads: on in the order that was chosen, on after an edge, and by the caret.

use copydesk::app::{ArticleFilter, ArticleOrder, CommandId, Event, Only};

use crate::support::{caret_at, focused, open, press, session, shown};
use crate::window::window;

const DOUBTFUL: &str = "{person?98|Ann} met {person?62|Bob}, {person?70|Cy}, {person?80|Di}, {person?95|Ed} and {person?99|Flo}.";

#[test]
fn reviewing_by_doubt_goes_on_by_doubt() {
    let mut session = session(DOUBTFUL);
    press(&mut session, "D");
    assert_eq!(focused(&session).as_deref(), Some("Bob"));
    press(&mut session, "X");
    assert_eq!(focused(&session).as_deref(), Some("Cy"), "rejected");
    press(&mut session, "Enter");
    assert_eq!(focused(&session).as_deref(), Some("Di"), "accepted");
    press(&mut session, "L");
    assert_eq!(focused(&session).as_deref(), Some("Ed"), "relabeled");
    press(&mut session, ", Enter");
    assert_eq!(focused(&session).as_deref(), Some("Ann"), "edge moved");
}

#[test]
fn d_skips_within_the_order_by_doubt() {
    let mut session = session(DOUBTFUL);
    press(&mut session, "D X D");
    assert_eq!(focused(&session).as_deref(), Some("Di"));
    press(&mut session, "X X X X");
    assert_eq!(
        focused(&session).as_deref(),
        Some("Cy"),
        "what was skipped comes last"
    );
}

#[test]
fn escape_and_tab_end_the_order_by_doubt() {
    for key in ["Tab", "Shift+Tab", "Escape"] {
        let mut session = session(DOUBTFUL);
        press(&mut session, "D");
        press(&mut session, key);
        if key == "Escape" {
            press(&mut session, "Ctrl+Home Tab");
        }
        let before = focused(&session).unwrap();
        press(&mut session, "X");
        let expected = match before.as_str() {
            "Ann" => "Bob",
            "Cy" => "Di",
            other => panic!("{other}"),
        };
        assert_eq!(focused(&session).as_deref(), Some(expected), "{key}");
    }
}

#[test]
fn undo_stays_in_the_order_by_doubt() {
    let mut session = session(DOUBTFUL);
    press(&mut session, "D X Ctrl+Z");
    assert_eq!(focused(&session).as_deref(), Some("Bob"));
    press(&mut session, "Enter");
    assert_eq!(focused(&session).as_deref(), Some("Cy"));
}

#[test]
fn after_an_edge_enter_goes_on() {
    let mut session = session("Sir {person?80|Keir} Starmer met {person?90|Macron}.");
    press(&mut session, "Tab , . Enter");
    assert_eq!(focused(&session).as_deref(), Some("Macron"));
    assert_eq!(
        shown(&session),
        "{person|Sir Keir Starmer} met {person?90|Macron}."
    );
}

#[test]
fn keys_act_on_the_span_under_the_caret() {
    let article = "{person?90|Trump} met {person?80|Kyiv} and {person?85|Macron}.";
    let at = |words: &str| {
        let mut session = session(article);
        caret_at(&mut session, words);
        session
    };
    let mut session = at("yiv");
    press(&mut session, "L");
    assert!(
        shown(&session).contains("{place|Kyiv}"),
        "{}",
        shown(&session)
    );
    let mut session = at("yiv");
    press(&mut session, "X");
    assert!(
        shown(&session).contains("met Kyiv and"),
        "{}",
        shown(&session)
    );
    assert_eq!(focused(&session).as_deref(), Some("Macron"));
    let mut session = at("yiv");
    press(&mut session, "Enter");
    assert!(
        shown(&session).contains("{person|Kyiv}"),
        "{}",
        shown(&session)
    );
    let mut session = at("yiv");
    press(&mut session, ",");
    assert!(
        shown(&session).contains("{person|met Kyiv}"),
        "{}",
        shown(&session)
    );
}

#[test]
fn keys_act_on_the_span_that_ends_at_the_caret() {
    let mut session = session("{person?90|Trump} met {person?80|Kyiv}, he said.");
    session.handle(Event::CaretMoved {
        to: 14,
        extend: false,
    });
    press(&mut session, "L");
    assert!(
        shown(&session).contains("{place|Kyiv}"),
        "{}",
        shown(&session)
    );
}

#[test]
fn a_letter_within_a_claim_labels_the_word() {
    let mut session = session("He said {claim?71|a deal with Kyiv could come}.");
    let to = session
        .article()
        .unwrap()
        .text()
        .as_str()
        .find("yiv")
        .unwrap();
    session.handle(Event::CaretMoved { to, extend: false });
    press(&mut session, "L");
    assert_eq!(
        shown(&session),
        "He said {claim?71|a deal with {place|Kyiv} could come}."
    );
    session.handle(Event::CaretMoved {
        to: 10,
        extend: false,
    });
    press(&mut session, "C");
    assert_eq!(
        shown(&session),
        "He said {claim|a deal with {place|Kyiv} could come}."
    );
}

#[test]
fn keys_do_not_act_beside_a_selection() {
    let mut session = session("{person?90|Ann Keller} left.");
    press(&mut session, "Shift+Right");
    assert!(session.is_ready(CommandId::Remove).is_err());
    assert!(session.is_ready(CommandId::Accept).is_err());
}

#[test]
fn an_article_opened_again_can_be_accepted_at_once() {
    let mut harness = window(session(DOUBTFUL));
    harness.run_steps(3);
    let window = harness.state_mut();
    window.session.run(CommandId::Close);
    harness.run_steps(3);
    open(&mut harness.state_mut().session, "article", DOUBTFUL);
    harness.state_mut().session.handle(Event::Visible(0..0));
    harness.run_steps(3);
    let session = &mut harness.state_mut().session;
    assert_eq!(session.is_ready(CommandId::AcceptAll), Ok(()));
}

#[test]
fn every_action_of_a_person_counts() {
    let mut session = session(DOUBTFUL);
    let actions = |session: &copydesk::app::Session| session.article().unwrap().actions();
    let before = actions(&session);
    press(&mut session, "Tab Tab Enter X . Ctrl+Z Ctrl+Enter");
    assert_eq!(actions(&session) - before, 7);
    session.handle(Event::Clicked { at: 1 });
    assert_eq!(actions(&session) - before, 8);
    press(&mut session, "Ctrl+K");
    assert_eq!(
        actions(&session) - before,
        8,
        "nothing was done to the article"
    );
}

#[test]
fn the_next_article_is_the_next_in_the_order_that_was_chosen() {
    let mut session = session("{person?95|Trump} met {person?97|Macron}.");
    open(&mut session, "doubtful", "{person?55|Trump} stayed.");
    open(
        &mut session,
        "many",
        "{person?90|Trump}, {person?90|Macron}, {place?90|Kyiv}.",
    );
    let title = |session: &copydesk::app::Session| session.article().unwrap().title().to_owned();
    let order = |session: &copydesk::app::Session| -> Vec<String> {
        let rows = session.rows().into_iter();
        rows.map(|row| row.title().into_owned()).collect()
    };
    session.handle(Event::ArticlesOrdered(ArticleOrder::LeastCertain));
    assert_eq!(order(&session), ["doubtful", "many", "article"]);
    session.handle(Event::ArticlesOrdered(ArticleOrder::MostToReview));
    assert_eq!(order(&session), ["many", "article", "doubtful"]);
    press(&mut session, "Ctrl+Down");
    assert_eq!(title(&session), "article");
    press(&mut session, "Ctrl+Up Ctrl+Up");
    assert_eq!(title(&session), "doubtful", "it goes round");
    press(&mut session, "Space");
    assert_eq!(title(&session), "many");
    press(&mut session, "Space Ctrl+Down Space");
    session.handle(Event::ArticlesOrdered(ArticleOrder::Random));
    let sample = order(&session);
    let mut again = crate::support::session("{person?95|Trump} met {person?97|Macron}.");
    open(&mut again, "many", "Trump, Macron, Kyiv.");
    open(&mut again, "doubtful", "Trump stayed.");
    again.handle(Event::ArticlesOrdered(ArticleOrder::Random));
    assert_eq!(order(&again), sample, "whatever was opened first");
}

/// Articles called “one” to “eight”; “two”, “four” and “six” are flagged.
fn eight() -> copydesk::app::Session {
    let mut session = session("Nothing here.");
    for title in ["two", "three", "four", "five", "six", "seven", "eight"] {
        open(&mut session, title, "Nothing here.");
        if ["two", "four", "six"].contains(&title) {
            press(&mut session, "M");
        }
    }
    session.handle(Event::ArticlesFiltered(ArticleFilter {
        only: Some(Only::Flagged),
        ..ArticleFilter::default()
    }));
    session
}

#[test]
fn the_next_article_is_one_that_the_filter_leaves() {
    let mut session = eight();
    let title = |session: &copydesk::app::Session| session.article().unwrap().title().to_owned();
    let mut went = Vec::new();
    for keys in ["Ctrl+Up", "Ctrl+Up", "Ctrl+Up", "Ctrl+Up", "Space", "Space"] {
        press(&mut session, keys);
        went.push(title(&session));
    }
    assert_eq!(went, ["six", "four", "two", "six", "two", "four"]);
    press(&mut session, "Space");
    assert_eq!(title(&session), "four", "nothing that is left out is shown");
    let notice = &session.notices().shown().last().unwrap().text;
    assert_eq!(notice, "No other article in the list is left to review");
}

#[test]
fn a_filter_that_leaves_nothing_says_so() {
    let mut session = eight();
    session.handle(Event::ArticlesFiltered(ArticleFilter {
        words: "nine".to_owned(),
        only: None,
    }));
    press(&mut session, "Ctrl+Down");
    let notice = &session.notices().shown().last().unwrap().text;
    assert_eq!(notice, "No other article in the list");
}
