//! A text and the article file beside it are one article, and data among articles is none.

use std::path::PathBuf;

use copydesk::app::{
    CommandId, Dialog, Event, NoticeKind, Preferences, Request, Session, WindowRequest,
};
use copydesk::engine::Progress;
use copydesk::engine::exchange::formats;

use crate::exporting::{Folder, carry_out};
use crate::support::{press, schema, shown};

fn opening(paths: Vec<PathBuf>) -> Session {
    let mut session = Session::new(schema(), Preferences::default(), Vec::new());
    session.set_formats(formats());
    session.open_paths(paths);
    carry_out(&mut session, &Progress::new());
    session
}

fn listed(session: &Session) -> Vec<String> {
    let rows = session.rows().into_iter();
    rows.map(|row| row.title().into_owned()).collect()
}

/// A folder with a text and the article file that was saved beside it.
fn saved(name: &str) -> (Folder, PathBuf) {
    let folder = Folder::new(name);
    let text = folder.write("visit.txt", "Trump met Zelensky.");
    let mut session = opening(vec![text.clone()]);
    press(&mut session, "P Ctrl+S");
    let asked = carry_out(&mut session, &Progress::new());
    let Some(Request::Window(WindowRequest::PickSavePath { article, .. })) = asked.first() else {
        panic!("{asked:?}")
    };
    let path = session.suggested_path(*article).unwrap();
    assert_eq!(path, folder.0.join("visit.ron"), "beside the text");
    session.handle(Event::SavePathChosen {
        article: *article,
        path,
        may_replace: false,
    });
    carry_out(&mut session, &Progress::new());
    assert!(!session.article().unwrap().is_unsaved());
    (folder, text)
}

#[test]
fn a_text_is_opened_with_the_work_that_lies_beside_it() {
    let (folder, text) = saved("flow-beside");
    let mut session = opening(vec![text.clone()]);
    assert_eq!(shown(&session), "{person|Trump} met Zelensky.");
    let saved_at = session.article().unwrap().saved_at();
    assert_eq!(saved_at, Some(folder.0.join("visit.ron").as_path()));
    session.open_paths(vec![text]);
    carry_out(&mut session, &Progress::new());
    assert_eq!(session.articles().len(), 1, "it is open already");
}

#[test]
fn a_text_that_was_changed_since_is_opened_as_it_is() {
    let (folder, text) = saved("flow-changed");
    folder.write("visit.txt", "Trump met Zelensky again.");
    let session = opening(vec![text]);
    assert_eq!(shown(&session), "Trump met Zelensky again.");
    let notice = &session.notices().shown().last().unwrap().text;
    assert!(notice.starts_with("visit.ron beside this text"), "{notice}");
}

#[test]
fn a_folder_shows_a_text_and_its_article_file_once() {
    let (folder, _) = saved("flow-once");
    folder.write("other.txt", "Macron stayed.");
    let session = opening(vec![folder.0.clone()]);
    assert_eq!(listed(&session), ["Macron stayed.", "Trump met Zelensky."]);
}

#[test]
fn data_in_a_folder_is_no_article() {
    let folder = Folder::new("flow-data");
    folder.write("a.txt", "Trump met Zelensky.");
    folder.write("b.txt", "Macron stayed.");
    folder.write(
        "index.json",
        "{\"a\": {\"bytes\": 19, \"at\": \"2025-01-02\"}}",
    );
    folder.write(
        "list.json",
        "[{\"name\": \"a.txt\"}, {\"name\": \"b.txt\"}]",
    );
    let session = opening(vec![folder.0.clone()]);
    assert_eq!(listed(&session), ["Trump met Zelensky.", "Macron stayed."]);
    assert!(session.dialog().is_none(), "nobody is asked about it");
    let notices = session.notices().shown();
    assert!(
        notices.iter().any(|notice| notice.kind == NoticeKind::Info
            && notice.text == "Not listed as articles: index.json, list.json"),
        "{notices:?}"
    );
}

#[test]
fn a_data_set_in_a_folder_is_named_and_imported_once_a_person_asks_for_it() {
    let folder = Folder::new("flow-data-set");
    folder.write("a.txt", "Trump met Zelensky.");
    let record = "{\"text\": \"Macron stayed.\", \"label\": [[0, 6, \"person\"]]}\n";
    for name in ["1.jsonl", "2.jsonl", "10.jsonl", "sub/11.jsonl"] {
        folder.write(name, record);
    }
    let mut session = opening(vec![folder.0.clone()]);
    assert_eq!(listed(&session), ["Trump met Zelensky."]);
    assert_eq!(session.dialog(), None, "nobody is asked about it");
    let notice = session.notices().shown().last().unwrap().clone();
    let expected = "Not listed as articles: 1.jsonl, 2.jsonl, 10.jsonl and 1 more";
    assert_eq!(notice.text, expected);
    session.handle(Event::NoticeAnswered(notice.id));
    carry_out(&mut session, &Progress::new());
    assert_eq!(session.dialog(), Some(&Dialog::Import));
    let draft = session.exchange().import().unwrap();
    assert_eq!(draft.survey.as_ref().unwrap().articles, 4);
    session.handle(Event::DialogClosed);
    session.run(CommandId::CloseFolder);
    let ready = session.is_ready(CommandId::ImportDataFiles);
    assert_eq!(ready, Err("No folder is open"));
}

#[test]
fn of_several_files_the_first_is_shown() {
    let folder = Folder::new("flow-first");
    let paths =
        ["a.txt", "b.txt", "c.txt"].map(|name| folder.write(name, &format!("It is {name}.")));
    let session = opening(paths.to_vec());
    assert_eq!(shown(&session), "It is a.txt.");
    let mut session = opening(vec![folder.0.clone()]);
    assert_eq!(shown(&session), "It is a.txt.");
    session.open_paths(vec![folder.write("d.txt", "Macron left.")]);
    carry_out(&mut session, &Progress::new());
    assert_eq!(shown(&session), "Macron left.");
}
