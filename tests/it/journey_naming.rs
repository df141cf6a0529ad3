//! A person saves under another name, where there may be an article already.

use std::path::{Path, PathBuf};

use copydesk::app::{
    Answer, Dialog, Event, Question, Request, SaveFailure, SaveOver, SaveRequest, Session, Task,
};

use crate::journey_saving::{asked, changed_session, shown_id};

fn save_as(session: &mut Session, path: &str, may_replace: bool) -> SaveRequest {
    session.handle(Event::SavePathChosen {
        article: shown_id(session),
        path: PathBuf::from(path),
        may_replace,
    });
    let requests = session.take_requests();
    let [Request::Task(Task::Save(save))] = requests.as_slice() else {
        panic!("{requests:?}")
    };
    (**save).clone()
}

#[test]
fn a_name_without_an_ending_replaces_no_other_article_unasked() {
    let mut session = changed_session();
    let save = save_as(&mut session, "/articles/other", true);
    assert_eq!(save.path, Path::new("/articles/other.ron"));
    assert_eq!(save.over, SaveOver::Nothing, "asked about “other” alone");
    session.handle(Event::SaveFailed {
        article: save.article,
        path: save.path.clone(),
        message: String::new(),
        why: SaveFailure::AlreadyThere,
    });
    let question = Question::ReplaceArticle(save.article, save.path);
    assert_eq!(session.dialog(), Some(&Dialog::Confirm(question)));
    assert!(asked(&mut session).is_empty(), "the journal was given it");
}

#[test]
fn each_answer_where_another_article_has_the_name() {
    let answered = |answer| {
        let mut session = changed_session();
        let save = save_as(&mut session, "/articles/other.ron", false);
        session.handle(Event::SaveFailed {
            article: save.article,
            path: save.path,
            message: String::new(),
            why: SaveFailure::AlreadyThere,
        });
        session.take_requests();
        session.handle(Event::Answered(answer));
        assert_eq!(session.dialog(), None, "{answer:?}");
        session
    };
    let mut replaced = answered(Answer::Overwrite);
    let requests = replaced.take_requests();
    let [Request::Task(Task::Save(save))] = requests.as_slice() else {
        panic!("{requests:?}")
    };
    assert_eq!(save.path, Path::new("/articles/other.ron"));
    assert_eq!(save.over, SaveOver::ArticleFile, "nothing that is not ours");
    assert_eq!(asked(&mut answered(Answer::Save)), ["ask for a path"]);
    for answer in [Answer::Cancel, Answer::Keep, Answer::Discard] {
        let mut session = answered(answer);
        assert!(asked(&mut session).is_empty(), "{answer:?}");
        assert!(session.article().unwrap().is_unsaved());
    }
}

#[test]
fn a_name_that_a_person_was_asked_about_is_replaced() {
    let mut session = changed_session();
    let save = save_as(&mut session, "/articles/other.ron", true);
    assert_eq!(save.over, SaveOver::ArticleFile);
    let save = save_as(&mut session, "/articles/a", true);
    assert_eq!(save.over, SaveOver::Known("1".to_owned()), "its own file");
}
