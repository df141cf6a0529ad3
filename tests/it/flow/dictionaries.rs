//! Words that are put into a list are suggested in the next article.

use copydesk::app::{CommandId, Event, NoticeKind, Request, Session, Task};
use copydesk::engine::{Engine, Progress};
use copydesk_store::Home;
use copydesk_text::ArticleText;

use crate::support::{open_text, press, schema, session};

/// Has every task for suggestions and dictionaries done, until there is none.
fn work(session: &mut Session, engine: &Engine) {
    loop {
        let requests = session.take_requests().into_iter();
        let tasks = requests.filter_map(|request| match request {
            Request::Task(task @ (Task::Suggest { .. } | Task::Dictionary(_))) => Some(task),
            _ => None,
        });
        let tasks: Vec<Task> = tasks.collect();
        if tasks.is_empty() {
            return;
        }
        for task in tasks {
            for event in engine.answer(&task, &Progress::new()) {
                session.handle(event);
            }
        }
    }
}

fn suggested(session: &Session) -> Vec<String> {
    let article = session.article().unwrap();
    let of_lists = article
        .suggestions()
        .iter()
        .filter(|one| one.by == "dictionary");
    of_lists
        .map(|one| {
            format!(
                "{}|{}|{}",
                one.label,
                article.text().words(one.span),
                one.reason
            )
        })
        .collect()
}

fn last_notice(session: &Session) -> &str {
    &session.notices().shown().last().unwrap().text
}

#[test]
fn words_that_are_added_to_a_list_are_suggested_here_and_in_the_next_article() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let engine = Engine::new(schema(), Some(home.clone()));
    let mut session = session("{person?60|Boatmaker Xu} met the boatmaker, said Boatmaker Xu.");
    press(&mut session, "Tab");
    assert_eq!(
        session.title_of(CommandId::AddToDictionary),
        "Add “Boatmaker Xu” to your list of people"
    );
    session.run(CommandId::AddToDictionary);
    work(&mut session, &engine);
    assert_eq!(
        last_notice(&session),
        "Added “Boatmaker Xu” to “people.txt”"
    );
    let found = "person|Boatmaker Xu|Is in your list “people.txt”";
    assert_eq!(suggested(&session), [found, found]);
    let list = std::fs::read_to_string(home.dictionaries().join("people.txt")).unwrap();
    assert_eq!(list, "Boatmaker Xu\n");
    open_text(
        &mut session,
        "next",
        &ArticleText::new("Later, Boatmaker Xu left."),
    );
    work(&mut session, &engine);
    assert_eq!(suggested(&session), [found]);
}

#[test]
fn selected_words_go_into_the_list_of_a_label_once() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let engine = Engine::new(schema(), Some(home.clone()));
    let mut session = session("They sailed to Cove  Bay.");
    assert!(session.is_ready(CommandId::AddToDictionary).is_err());
    session.handle(Event::Selected {
        anchor: 15,
        head: 24,
        by: copydesk::app::SelectBy::Word,
    });
    for _ in 0..2 {
        session.run(CommandId::AddToList(1));
        work(&mut session, &engine);
    }
    assert_eq!(
        last_notice(&session),
        "“Cove Bay” is in “places.txt” already"
    );
    let list = std::fs::read_to_string(home.dictionaries().join("places.txt")).unwrap();
    assert_eq!(list, "Cove Bay\n");
    assert_eq!(
        suggested(&session),
        ["place|Cove  Bay|Is in your list “places.txt”"]
    );
}

#[test]
fn a_damaged_line_is_told_as_a_warning_and_the_others_work() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    std::fs::create_dir_all(home.dictionaries()).unwrap();
    let file = home.dictionaries().join("a.csv");
    std::fs::write(&file, "Cove Bay,place\nXu\n").unwrap();
    let engine = Engine::new(schema(), Some(home));
    let mut session = session("");
    let text = ArticleText::new("They sailed to Cove Bay.");
    open_text(&mut session, "next", &text);
    work(&mut session, &engine);
    assert_eq!(suggested(&session).len(), 1);
    let notices = session.notices().shown().iter();
    let warnings: Vec<&str> = notices
        .filter(|notice| notice.kind == NoticeKind::Warning)
        .map(|notice| notice.text.as_str())
        .collect();
    let path = file.display();
    let told = format!("Could not read line 2 of a dictionary: no label for “Xu”: {path}");
    assert_eq!(warnings, [told]);
}
