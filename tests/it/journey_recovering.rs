//! A person starts the program again after it ended with work that was in no file.

use copydesk::app::{
    Event, NoticeKind, OpenArticle, Opened, Preferences, Request, Sample, Session, Task,
};
use copydesk_document::review::Target;
use copydesk_document::{Attributes, Confidence, Document, Metadata, OpenDocument, Suggestion};
use copydesk_text::ArticleText;

use crate::journey_saving::asked;
use crate::support::{focused, label, press, problems, schema};

/// That has begun without files.
fn begun(recent: &[&str]) -> Session {
    let mut preferences = Preferences::default();
    for path in recent {
        preferences.add_recent(path.as_ref());
    }
    let sample = Sample {
        name: "sample.txt",
        title: "Sample",
    };
    let mut session = Session::new(schema(), preferences, vec![sample]);
    session.begin();
    assert!(session.is_opening());
    let requests = session.take_requests();
    assert!(
        matches!(requests.as_slice(), [Request::Task(Task::Recover)]),
        "{requests:?}"
    );
    session
}

/// An article with one step that its journal had, and no file.
fn recovered(title: &str, file: Option<&str>) -> Opened {
    let metadata = Metadata {
        title: title.to_owned(),
        ..Metadata::default()
    };
    let document = Document::new(ArticleText::new(title), schema(), metadata);
    let mut article = OpenDocument::new(document);
    article.toggle_mark().unwrap();
    article.take_steps();
    Opened {
        article: Box::new(article),
        saved_at: file.map(Into::into),
        own_file: None,
        path: file.map(Into::into),
        stamp: file.map(|_| "1".to_owned()),
        text_beside: None,
        warnings: Vec::new(),
        findings: copydesk::app::Findings::default(),
        is_recovered: true,
        caret: None,
        focus: None,
    }
}

fn answer(session: &mut Session, opened: Vec<Opened>) {
    let problems = Vec::new();
    session.handle(Event::Recovered { opened, problems });
}

fn told(session: &Session) -> Vec<&str> {
    let notices = session.notices().shown().iter();
    notices
        .filter(|notice| notice.kind == NoticeKind::Info)
        .map(|notice| notice.text.as_str())
        .collect()
}

#[test]
fn every_article_with_unsaved_work_is_open_again_and_one_line_says_so() {
    let mut session = begun(&[]);
    answer(
        &mut session,
        vec![recovered("One", Some("/a.ron")), recovered("Two", None)],
    );
    let articles = session.articles().iter();
    let titles: Vec<&str> = articles.map(OpenArticle::title).collect();
    assert_eq!(titles, ["One", "Two"]);
    assert_eq!(
        told(&session),
        ["2 articles with work that was never saved have been brought back"]
    );
    assert!(
        session
            .articles()
            .iter()
            .all(|it| it.is_unsaved() && it.is_kept())
    );
    assert!(!session.is_opening());
    assert_eq!(
        asked(&mut session),
        ["begin", "begin"],
        "the journals hold it already"
    );
}

#[test]
fn the_history_of_earlier_work_is_there_again() {
    let mut session = begun(&[]);
    answer(&mut session, vec![recovered("One", None)]);
    assert!(session.article().unwrap().document().is_marked());
    press(&mut session, "Ctrl+Z");
    assert!(!session.article().unwrap().document().is_marked());
}

#[test]
fn the_place_where_a_person_was_is_found_again() {
    let mut session = begun(&[]);
    let mut opened = recovered("Kyiv met Macron", None);
    let span = opened.article.document().text().span(9, 15).unwrap();
    opened.caret = Some(9);
    opened.focus = Some(Target::Suggestion(span, label("person")));
    answer(&mut session, vec![opened]);
    assert_eq!(session.article().unwrap().caret(), 9);
    assert_eq!(focused(&session), None, "its suggestion has yet to come");
    let (article, ticket) = session
        .take_requests()
        .iter()
        .find_map(|request| match request {
            Request::Task(Task::Suggest {
                article, ticket, ..
            }) => Some((*article, *ticket)),
            _ => None,
        })
        .unwrap();
    let suggestion = Suggestion {
        label: label("person"),
        span,
        confidence: Confidence::from_percent(90),
        by: "test",
        reason: String::new(),
        attributes: Attributes::new(),
    };
    session.handle(Event::Suggested {
        article,
        ticket,
        suggestions: vec![suggestion],
    });
    assert_eq!(focused(&session).as_deref(), Some("Macron"));
}

#[test]
fn what_is_brought_back_is_saved_and_the_journal_knows() {
    let mut session = begun(&[]);
    answer(&mut session, vec![recovered("One", Some("/a.ron"))]);
    session.take_requests();
    press(&mut session, "Ctrl+S");
    assert_eq!(asked(&mut session), ["save /a.ron"]);
    crate::journey_saving::saved(&mut session, "/a.ron");
    assert!(!session.article().unwrap().is_unsaved());
    assert_eq!(asked(&mut session), ["saved in /a.ron"]);
}

#[test]
fn an_article_that_is_open_already_is_not_opened_twice() {
    let mut session = begun(&[]);
    let mut first = recovered("One", Some("/a.ron"));
    first.is_recovered = false;
    session.handle(Event::Opened(Box::new(first)));
    session.handle(Event::Recovered {
        opened: vec![recovered("One", Some("/a.ron"))],
        problems: Vec::new(),
    });
    assert_eq!(session.articles().len(), 1);
    assert!(told(&session).is_empty());
}

#[test]
fn the_first_sample_opens_only_where_there_is_nothing_else() {
    let opens_sample = |session: &mut Session| {
        let requests = session.take_requests();
        requests
            .iter()
            .any(|it| matches!(it, Request::Task(Task::OpenSample("sample.txt"))))
    };
    let mut session = begun(&[]);
    answer(&mut session, Vec::new());
    assert!(opens_sample(&mut session));
    let mut session = begun(&["/a.ron"]);
    answer(&mut session, Vec::new());
    assert!(!opens_sample(&mut session));
    let mut session = begun(&[]);
    answer(&mut session, vec![recovered("One", None)]);
    assert!(!opens_sample(&mut session));
}

#[test]
fn what_cannot_be_brought_back_is_told() {
    let mut session = begun(&[]);
    let mut changed = recovered("One", Some("/a.ron"));
    changed.warnings.push("The file was changed".to_owned());
    session.handle(Event::Recovered {
        opened: vec![changed],
        problems: vec!["Could not open the journal: /b.ron".to_owned()],
    });
    assert_eq!(
        problems(&session),
        ["The file was changed", "Could not open the journal: /b.ron"]
    );
}
