//! Three people's versions of an article become a gold standard, by keyboard.

use std::path::{Path, PathBuf};

use copydesk::app::{
    CommandId, CompareSource, Comparing, ComparingEvent, ComparingFilter, Event, NoticeAction,
    PathPurpose, Request, Session, Task, WindowRequest,
};
use copydesk::engine::{Engine, Progress};
use copydesk_document::adjudication::Kind;
use copydesk_document::{AttributeValue, Document};
use copydesk_store::{Home, TextPlace, parse, print_with};
use tempfile::TempDir;

use crate::support::{focused, press, schema, session, shown};

const ANNA: &str =
    "{person|Keir Starmer} met {person|Donald Trump} in {place|Paris} and {place|Berlin}.";
const BEN: &str = "{person|Keir Starmer} met Donald {person|Trump} in {person|Paris} and Berlin.";
const CARLA: &str = "{person|Keir Starmer} met {person|Donald Trump} in {place|Paris} and Berlin.";

/// A folder with people's files, the engine, and a window.
struct Desk {
    folder: TempDir,
    engine: Engine,
    session: Session,
}

impl Desk {
    fn new(versions: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, marked) in versions {
            write(&folder.path().join(name), &annotated(marked));
        }
        let engine = Engine::new(schema(), Some(Home::below(folder.path().join("home"))));
        let session = Session::new(schema(), copydesk::app::Preferences::default(), Vec::new());
        Self {
            folder,
            engine,
            session,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn paths(&self, names: &[&str]) -> Vec<PathBuf> {
        names.iter().map(|name| self.path(name)).collect()
    }

    /// Lets the engine do what the session asks for, until nothing is asked any more.
    fn work(&mut self) {
        loop {
            let requests = self.session.take_requests();
            let tasks = requests.into_iter().filter_map(|request| match request {
                Request::Task(Task::Suggest { .. }) | Request::Window(_) => None,
                Request::Task(task) => Some(task),
            });
            let tasks: Vec<Task> = tasks.collect();
            if tasks.is_empty() {
                return;
            }
            for task in tasks {
                for event in self.engine.answer(&task, &Progress::new()) {
                    self.session.handle(event);
                }
            }
        }
    }

    fn choose(&mut self, names: &[&str]) {
        let chosen = ComparingEvent::Chosen(self.paths(names));
        self.session.handle(Event::Comparing(chosen));
        self.work();
    }

    fn press(&mut self, keys: &str) {
        press(&mut self.session, keys);
        self.work();
    }

    fn comparing(&self) -> &Comparing {
        self.session.article().unwrap().comparing().unwrap()
    }

    fn progress(&self) -> (usize, usize) {
        let comparing = self.comparing();
        (comparing.settled_count(), comparing.differences().len())
    }

    fn notices(&self) -> Vec<&str> {
        let notices = self.session.notices().shown().iter();
        notices.map(|notice| notice.text.as_str()).collect()
    }

    fn saved(&self, name: &str) -> Document {
        let bytes = std::fs::read(self.path(name)).unwrap();
        let mut no_text = |_: &str| Err(String::new());
        parse(&bytes, &mut no_text).unwrap().document
    }
}

/// The article with these annotations.
fn annotated(marked: &str) -> Document {
    let session = session(marked);
    session.article().unwrap().document().clone()
}

fn write(path: &Path, document: &Document) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, print_with(document, &TextPlace::Inside)).unwrap();
}

const FILES: [&str; 3] = ["summit.anna.ron", "summit.ben.ron", "summit.carla.ron"];

fn three() -> Desk {
    let [anna, ben, carla] = FILES;
    Desk::new(&[(anna, ANNA), (ben, BEN), (carla, CARLA)])
}

#[test]
fn three_files_become_a_saved_gold_standard_in_four_keys() {
    let mut desk = three();
    desk.choose(&FILES);
    assert_eq!(desk.progress(), (0, 3));
    assert_eq!(focused(&desk.session).as_deref(), Some("Donald Trump"));
    assert_eq!(
        desk.notices(),
        ["All agree on 1 annotation; there are 3 differences"]
    );
    desk.press("1");
    assert_eq!(focused(&desk.session).as_deref(), Some("Paris"));
    desk.press("2 N");
    assert_eq!(desk.progress(), (3, 3));
    assert_eq!(
        desk.notices(),
        ["All 3 differences are settled; save the gold standard with Ctrl+S"]
    );
    desk.press("Ctrl+S");
    let gold = desk.saved("summit.gold.ron");
    let had_so: Vec<(&str, &[String])> = gold
        .annotations()
        .iter()
        .map(|it| (gold.text().words(it.span), it.provenance.agreed.as_slice()))
        .collect();
    let names = |names: &[&str]| names.iter().map(|&it| it.to_owned()).collect::<Vec<_>>();
    assert_eq!(
        had_so,
        [
            ("Keir Starmer", names(&["anna", "ben", "carla"]).as_slice()),
            ("Donald Trump", names(&["anna", "carla"]).as_slice()),
            ("Paris", names(&["ben"]).as_slice()),
        ]
    );
    assert!(!desk.session.article().unwrap().is_unsaved());
}

#[test]
fn of_one_file_the_others_are_found_by_their_names() {
    let mut desk = three();
    desk.choose(&FILES[1..2]);
    assert_eq!(
        desk.comparing().comparison().people(),
        ["anna", "ben", "carla"]
    );

    let mut folders = Desk::new(&[
        ("anna/summit.ron", ANNA),
        ("ben/summit.ron", BEN),
        ("gold/other.ron", BEN),
    ]);
    folders.choose(&["ben/summit.ron"]);
    assert_eq!(folders.comparing().comparison().people(), ["anna", "ben"]);
    folders.press("Alt+1 Ctrl+S");
    assert_eq!(folders.saved("gold/summit.ron").annotations().len(), 4);

    let mut alone = Desk::new(&[("summit.ron", ANNA)]);
    alone.choose(&["summit.ron"]);
    assert!(alone.notices()[0].starts_with("No other versions were found"));
}

#[test]
fn undo_leads_back_to_the_empty_gold_standard() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.press("1 2 N");
    desk.press("Ctrl+Z");
    assert_eq!(desk.progress(), (2, 3));
    assert_eq!(focused(&desk.session).as_deref(), Some("Berlin"));
    desk.press("Ctrl+Z Ctrl+Z Ctrl+Z");
    let article = desk.session.article().unwrap();
    assert!(article.document().annotations().is_empty());
    assert!(article.document().rejections().is_empty());
    assert!(desk.session.is_ready(CommandId::Undo).is_err());
    assert_eq!(desk.progress(), (0, 3));
}

#[test]
fn what_was_settled_is_known_when_the_versions_are_compared_again() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.press("1 N Ctrl+S");
    desk.press("Ctrl+W");
    assert!(desk.session.article().is_none());
    desk.choose(&FILES);
    assert_eq!(desk.progress(), (2, 3));
    assert_eq!(focused(&desk.session).as_deref(), Some("Berlin"));
    assert!(!desk.session.article().unwrap().is_unsaved());
}

#[test]
fn a_reason_goes_with_the_decision_and_can_be_given_later() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.press("U");
    let written = |reason: &str| Event::Comparing(ComparingEvent::ReasonWritten(reason.to_owned()));
    desk.session.handle(written(" full names "));
    desk.press("1");
    let reasons = |desk: &Desk| -> Vec<String> {
        let annotations = desk.session.article().unwrap().document().annotations();
        annotations
            .iter()
            .map(|it| it.provenance.reason.clone())
            .collect()
    };
    assert_eq!(reasons(&desk), ["", "full names"]);
    desk.press("N N");
    desk.press("Shift+Tab");
    desk.session.handle(written("an adjective"));
    let article = desk.session.article().unwrap();
    let comparing = article.comparing().unwrap();
    assert_eq!(comparing.reason(article.document()), "an adjective");
    assert_eq!(article.document().suggestion_notes().len(), 1);
}

#[test]
fn reasons_are_typed_where_the_window_is_asked_for() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.session.take_requests();
    press(&mut desk.session, "U");
    let asked = desk.session.take_requests();
    let is_field = |request: &Request| {
        matches!(
            request,
            Request::Window(WindowRequest::View(copydesk::app::ViewRequest::FocusReason))
        )
    };
    assert!(asked.iter().any(is_field));
}

#[test]
fn ones_own_answer_is_edited_with_the_usual_keys() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.press("E Shift+,");
    assert_eq!(focused(&desk.session).as_deref(), Some("Trump"));
    assert_eq!(desk.comparing().focused(), Some(0), "the difference stays");
    desk.press("L Tab");
    assert!(shown(&desk.session).contains("Donald {place|Trump}"));
    assert_eq!(desk.progress(), (1, 3));
    assert_eq!(focused(&desk.session).as_deref(), Some("Paris"));
}

#[test]
fn enter_takes_what_is_focused_in_the_article() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.press("Enter");
    let gold = desk.session.article().unwrap().document();
    let trump = gold.annotations().iter().nth(1).unwrap();
    assert_eq!(gold.text().words(trump.span), "Donald Trump");
    assert_eq!(trump.provenance.agreed, ["anna", "carla"]);
    assert_eq!(focused(&desk.session).as_deref(), Some("Paris"));
}

#[test]
fn a_click_in_the_article_focuses_the_difference() {
    let mut desk = three();
    desk.choose(&FILES);
    let at = desk
        .session
        .article()
        .unwrap()
        .text()
        .as_str()
        .find("Berlin");
    desk.session.handle(Event::Clicked {
        at: at.unwrap() + 1,
    });
    assert_eq!(desk.comparing().focused(), Some(2));
}

#[test]
fn many_are_settled_at_once_and_only_those_that_are_listed() {
    let mut desk = three();
    desk.choose(&FILES);
    let filter = ComparingFilter {
        kinds: [Kind::Label].into(),
        ..ComparingFilter::default()
    };
    desk.session
        .handle(Event::Comparing(ComparingEvent::Filtered(filter)));
    assert_eq!(desk.comparing().listed().len(), 1);
    assert_eq!(
        desk.session.title_of(CommandId::TakeAllOf(1)),
        "Take all listed of ben"
    );
    desk.press("Alt+2");
    assert_eq!(desk.progress(), (1, 3));
    let notices = desk.notices();
    assert!(
        notices
            .iter()
            .any(|text| text.starts_with("Settled 1 difference")),
        "{notices:?}"
    );
    desk.session
        .handle(Event::Comparing(ComparingEvent::Filtered(
            ComparingFilter::default(),
        )));
    desk.press("Alt+M");
    assert_eq!(desk.progress(), (3, 3));
    assert_eq!(
        shown(&desk.session),
        "{person|Keir Starmer} met {person|Donald Trump} in {person|Paris} and Berlin."
    );
    desk.press("Ctrl+Z");
    assert_eq!(desk.progress(), (1, 3));
}

#[test]
fn where_all_differ_the_majority_decides_nothing_and_says_so() {
    let mut desk = Desk::new(&[
        ("a.anna.ron", "In {place|Paris}."),
        ("a.ben.ron", "In {person|Paris}."),
    ]);
    desk.choose(&["a.anna.ron", "a.ben.ron"]);
    desk.press("Alt+M");
    assert_eq!(desk.progress(), (0, 1));
    let notices = desk.notices();
    assert!(notices.contains(&"Nothing was settled: nowhere do more than half have the same"));
}

#[test]
fn what_is_listed_is_chosen_by_commands_too() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.session.run(CommandId::FilterKind(2));
    assert_eq!(desk.comparing().listed(), [1]);
    desk.session.run(CommandId::FilterKind(2));
    desk.session.run(CommandId::FilterLabel(0));
    assert_eq!(desk.comparing().listed(), [0, 1]);
    desk.press("1");
    desk.session.run(CommandId::ShowOpen);
    assert_eq!(desk.comparing().listed(), [1]);
    desk.session.run(CommandId::ClearFilter);
    assert_eq!(desk.comparing().listed(), [0, 1, 2]);
    assert!(desk.session.is_ready(CommandId::ClearFilter).is_err());
}

#[test]
fn names_can_be_hidden() {
    let mut desk = three();
    desk.choose(&FILES);
    assert_eq!(desk.session.title_of(CommandId::Take(1)), "Take ben");
    desk.session.run(CommandId::HideNames);
    assert_eq!(desk.session.title_of(CommandId::Take(1)), "Take B");
    let article = desk.session.article().unwrap();
    let reasons = article.suggestions().iter().map(|it| it.reason.as_str());
    assert_eq!(reasons.collect::<Vec<_>>()[0], "Marked so by A, C");
    desk.press("2");
    let undo = desk.session.article().unwrap().history().undo_name();
    assert!(!undo.unwrap().contains("ben"));
}

#[test]
fn both_are_taken_only_where_the_layers_have_room() {
    let mut desk = three();
    desk.choose(&FILES);
    assert_eq!(
        desk.session.is_ready(CommandId::TakeBoth),
        Err("There is room for one of them only: they overlap in one layer")
    );
    let mut desk = Desk::new(&[
        ("a.anna.ron", "{claim|Victory}."),
        ("a.ben.ron", "{person|Victory}."),
    ]);
    desk.choose(&["a.anna.ron"]);
    desk.press("B");
    assert_eq!(
        desk.session
            .article()
            .unwrap()
            .document()
            .annotations()
            .len(),
        2
    );
}

#[test]
fn a_key_for_somebody_who_is_not_there_says_so() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.press("4");
    assert_eq!(desk.progress(), (0, 3));
    assert!(desk.notices().contains(&"There are not that many versions"));
}

#[test]
fn without_a_comparison_the_keys_are_the_usual_ones() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.session.run(CommandId::EndComparing);
    let chord = copydesk::app::Chord::parse("1").unwrap();
    assert_eq!(desk.session.command_of(chord), Some(CommandId::Label(0)));
    let ready = desk.session.is_ready(CommandId::Take(0));
    assert_eq!(ready, Err("No versions are compared in this article"));
    assert!(desk.session.article().unwrap().suggestions().is_empty());
}

#[test]
fn versions_of_other_texts_and_damaged_files_are_named_and_left_out() {
    let mut desk = three();
    write(&desk.path("summit.dan.ron"), &annotated("Another text."));
    std::fs::write(desk.path("summit.eve.ron"), "no article").unwrap();
    desk.choose(&["summit.anna.ron"]);
    assert_eq!(
        desk.comparing().comparison().people(),
        ["anna", "ben", "carla"]
    );
    let notices = desk.notices().join("\n");
    assert!(notices.contains("Left out, because it is of another text than the first version"));
    assert!(notices.contains("summit.eve.ron"), "{notices}");

    desk.choose(&["summit.anna.ron", "summit.dan.ron"]);
    assert!(desk.notices().join("\n").contains("There is 1 version"));
}

#[test]
fn a_gold_standard_of_another_text_is_not_gone_on_with() {
    let mut desk = three();
    write(&desk.path("summit.gold.ron"), &annotated("Another text."));
    desk.choose(&FILES);
    assert!(desk.session.article().is_none());
    assert!(desk.notices()[0].starts_with("The gold standard is of another text"));
}

#[test]
fn files_that_are_opened_together_are_offered_to_be_compared() {
    let mut desk = three();
    desk.session.handle(Event::PathsChosen(desk.paths(&FILES)));
    desk.work();
    let offered = desk.session.notices().shown().last().unwrap();
    assert_eq!(offered.text, "3 of these files are versions of one article");
    assert_eq!(
        offered.action,
        Some(NoticeAction::Run(CommandId::CompareOpen))
    );
    let id = offered.id;
    desk.session.handle(Event::NoticeAnswered(id));
    desk.work();
    assert_eq!(
        desk.comparing().comparison().people(),
        ["anna", "ben", "carla"]
    );
}

#[test]
fn an_open_article_is_compared_with_what_lies_beside_it() {
    let mut desk = three();
    desk.session
        .handle(Event::PathsChosen(desk.paths(&FILES[..1])));
    desk.work();
    desk.press("Alt+C");
    assert_eq!(desk.progress(), (0, 3));
}

#[test]
fn suggestions_are_compared_with_what_was_annotated() {
    let mut session = session("{person?90|Starmer} met {person|Trump}.");
    assert_eq!(
        session.is_ready(CommandId::CompareSuggestions),
        Err("The article has no file yet")
    );
    crate::journey_saving::saved(&mut session, "/articles/a.ron");
    session.take_requests();
    session.run(CommandId::CompareSuggestions);
    let sources = session
        .take_requests()
        .into_iter()
        .find_map(|request| match request {
            Request::Task(Task::Compare(sources)) => Some(sources),
            _ => None,
        });
    let sources = sources.unwrap();
    let [
        CompareSource::Open { document: own, .. },
        CompareSource::Named { name, document },
    ] = sources.as_slice()
    else {
        panic!("{sources:?}")
    };
    assert_eq!((own.annotations().len(), name.as_str()), (1, "Suggestions"));
    assert_eq!(document.annotations().len(), 1);
}

#[test]
fn the_window_asks_for_files_and_without_a_file_dialog_for_one() {
    let mut session = session("Nothing.");
    session.take_requests();
    session.run(CommandId::Compare);
    let asked = session.take_requests();
    assert!(matches!(
        asked[0],
        Request::Window(WindowRequest::PickVersions)
    ));
    session.handle(Event::NoFileDialog(PathPurpose::CompareVersions));
    let prompt = copydesk::app::Dialog::Path(PathPurpose::CompareVersions);
    assert_eq!(session.dialog(), Some(&prompt));
    session.handle(Event::Comparing(ComparingEvent::Chosen(Vec::new())));
    assert!(session.take_requests().is_empty());
}

#[test]
fn work_on_a_gold_standard_without_a_file_survives_a_crash() {
    let mut desk = three();
    desk.choose(&FILES);
    desk.press("1");
    let mut again = Session::new(schema(), copydesk::app::Preferences::default(), Vec::new());
    again.begin();
    let fresh = Engine::new(schema(), Some(Home::below(desk.path("home"))));
    drop(std::mem::replace(&mut desk.engine, fresh));
    desk.session = again;
    desk.work();
    assert!(
        desk.session.article().is_some(),
        "the gold standard is back"
    );
    desk.choose(&FILES);
    assert_eq!(desk.progress(), (1, 3));
}

#[test]
fn a_value_is_compared_as_it_is_meant() {
    let mut desk = Desk::new(&[
        ("a.anna.ron", "It cost {figure|$5 million}."),
        ("a.ben.ron", "It cost {figure|$5 million}."),
    ]);
    let mut other = desk.saved("a.ben.ron");
    let mut open = copydesk_document::OpenDocument::new(other.clone());
    let id = other.annotations().iter().next().unwrap().id;
    let value = AttributeValue::Figure("5000 USD".parse().unwrap());
    open.set_attribute(
        copydesk_document::MarkRef::Annotation(id),
        "value",
        Some(value),
    )
    .unwrap();
    other.clone_from(open.document());
    write(&desk.path("a.ben.ron"), &other);
    desk.choose(&["a.anna.ron"]);
    assert_eq!(desk.comparing().differences()[0].kind, Kind::Value);
}

#[test]
fn an_earlier_version_is_compared_with_what_the_article_is_now() {
    let mut desk = three();
    desk.session
        .handle(Event::PathsChosen(desk.paths(&FILES[..1])));
    desk.work();
    let id = desk.session.article().unwrap().id;
    desk.session.run(CommandId::Versions);
    let version = copydesk::app::EarlierVersion {
        saved_at: 1,
        when: "Monday".to_owned(),
        annotations: 2,
        path: PathBuf::from("/versions/1.ron"),
    };
    desk.session.take_requests();
    desk.session.handle(Event::VersionsListed {
        article: id,
        versions: Ok(vec![version.clone()]),
    });
    desk.session.take_requests();
    desk.session.handle(Event::VersionRead {
        article: id,
        version,
        document: Ok(Box::new(annotated(BEN))),
    });
    let wanted = ComparingEvent::EarlierWanted;
    desk.session.handle(Event::Comparing(wanted));
    assert_eq!(desk.session.dialog(), None);
    desk.work();
    let people = desk.comparing().comparison().people();
    assert_eq!(people, ["anna", "Monday"]);
}
