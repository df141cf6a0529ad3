//! One article from beginning to end by keyboard alone, with the real suggestions.

use copydesk::app::{Event, Request, Session, Task};
use copydesk::engine::SAMPLES;
use copydesk_store::built_in_schema;
use copydesk_suggest::Analysis;
use copydesk_text::ArticleText;

use crate::flow::actions::Hands;
use crate::support::{focused, open_text};

fn minerals_deal() -> Session {
    let (_, text) = SAMPLES
        .iter()
        .find(|(sample, _)| sample.name == "minerals-deal.txt")
        .unwrap();
    let text = ArticleText::new(*text);
    let preferences = copydesk::app::Preferences::default();
    let mut session = Session::new(built_in_schema(), preferences, Vec::new());
    open_text(&mut session, "Minerals deal", &text);
    let suggestions = copydesk_suggest::suggest(&Analysis::new(&text), &built_in_schema());
    for request in session.take_requests() {
        if let Request::Task(Task::Suggest {
            article, ticket, ..
        }) = request
        {
            let suggestions = suggestions.clone();
            session.handle(Event::Suggested {
                article,
                ticket,
                suggestions,
            });
        }
    }
    session
}

#[test]
fn the_minerals_deal_takes_at_most_six_keys_for_ten_spans() {
    let mut hands = Hands::new(minerals_deal());
    // The doubtful ones first: which is wrong is decided by reading it.
    hands.press("D");
    let mut wrong = 0;
    for _ in 0..6 {
        let words = focused(&hands.harness.state().session).unwrap();
        let is_wrong = words == "two" || words.starts_with("The notion of this deal");
        wrong += usize::from(is_wrong);
        hands.press(if is_wrong { "X" } else { "Enter" });
    }
    assert_eq!(wrong, 2);
    // A claim begins a word too early.
    hands.press("Ctrl+End Shift+Tab");
    for _ in 0..20 {
        let words = focused(&hands.harness.state().session).unwrap();
        if words.starts_with("Additionally") {
            break;
        }
        hands.press("Shift+Tab");
    }
    hands.press("Shift+Comma");
    let words = focused(&hands.harness.state().session).unwrap();
    assert!(words.starts_with("concerns about"), "{words}");
    // One was not found.
    for _ in 0..20 {
        let session = &hands.harness.state().session;
        let article = session.article().unwrap();
        let caret = article.caret();
        let text = article.text().as_str();
        if focused(session).as_deref() == Some("Russia") && text[..caret].ends_with("seized by ") {
            break;
        }
        hands.press("Shift+Tab");
    }
    hands.press("Alt+Up C");
    let words = focused(&hands.harness.state().session).unwrap();
    assert_eq!(words, "some have been forcibly seized by Russia");
    // All else is right, and read screen by screen.
    hands.press("Ctrl+Home");
    for _ in 0..8 {
        if hands
            .harness
            .state()
            .session
            .article()
            .unwrap()
            .counts()
            .suggested
            == 0
        {
            break;
        }
        hands.press("Ctrl+Enter");
    }
    hands.press("Space");
    let article = hands.harness.state().session.article().unwrap();
    let counts = article.counts();
    assert_eq!(counts.suggested, 0);
    assert_eq!(counts.rejected, 2);
    let per_span = hands.count as f64 / counts.accepted as f64;
    assert!(
        article
            .actions_per_span()
            .is_some_and(|shown| (shown - per_span).abs() < 0.05)
    );
    assert!(
        per_span <= 0.6,
        "{} keys for {} spans",
        hands.count,
        counts.accepted
    );
    println!(
        "{} keys for {} spans: {per_span:.2}",
        hands.count, counts.accepted
    );
}
