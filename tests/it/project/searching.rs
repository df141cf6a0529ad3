//! A search over all articles: those of the folder and those that are open.

use copydesk::app::{
    CommandId, Dialog, Event, Request, SearchEvent, SearchWithin, Task, WindowRequest,
};

use super::Desk;
use crate::support::{caret_at, label, press, selected, session};

const TEXTS: [(&str, &str); 3] = [
    ("a.txt", "Trump met Zelensky.\n"),
    (
        "b.txt",
        "Macron stayed in Paris.\nZelensky came to Paris.\n",
    ),
    ("sub/c.txt", "Nothing happened.\n"),
];

fn desk(name: &str) -> Desk {
    let mut desk = Desk::new(name, &TEXTS);
    desk.open();
    desk
}

fn look(desk: &mut Desk, words: &str, within: SearchWithin) {
    let words = words.to_owned();
    desk.handle(Event::Search(SearchEvent::Wanted { words, within }));
}

fn go(desk: &mut Desk, hit: usize) {
    desk.handle(Event::Search(SearchEvent::HitChosen(hit)));
}

/// Each place as `title: before[words]after`.
fn hits(desk: &Desk) -> Vec<String> {
    let hits = desk.session.search().hits().iter();
    let line = hits.map(|hit| {
        let title = desk.session.title_of_place(&hit.place);
        format!("{title} {}[{}]{}", hit.before, hit.words, hit.after)
    });
    line.collect()
}

#[test]
fn words_are_found_in_every_article_and_a_place_is_gone_to() {
    let mut desk = desk("search-go");
    desk.press("Ctrl+Shift+F");
    assert_eq!(desk.session.dialog(), Some(&Dialog::Search));
    look(&mut desk, "zelensky", SearchWithin::Text);
    let expected = [
        "Trump met Zelensky. Trump met [Zelensky]. ",
        "Macron stayed in Paris. Macron stayed in Paris. [Zelensky] came to Paris. ",
    ];
    assert_eq!(hits(&desk), expected);
    assert_eq!(
        desk.session.articles().len(),
        1,
        "no article is opened by a search"
    );
    go(&mut desk, 1);
    assert_eq!(desk.session.dialog(), None);
    assert_eq!(desk.shown(), "Macron stayed in Paris.");
    assert_eq!(selected(&desk.session).as_deref(), Some("Zelensky"));
    assert_eq!(desk.session.article().unwrap().caret(), 24);
    desk.press("Ctrl+Shift+F");
    assert_eq!(hits(&desk), expected, "the search is still there");
    go(&mut desk, 0);
    assert_eq!(desk.shown(), "Trump met Zelensky.");
    assert_eq!(selected(&desk.session).as_deref(), Some("Zelensky"));
}

#[test]
fn annotations_are_searched_as_they_are_now_saved_or_not() {
    let mut desk = desk("search-annotations");
    caret_at(&mut desk.session, "Trump");
    desk.press("P");
    let persons = SearchWithin::Annotations(Some(label("person")));
    desk.press("Ctrl+Shift+F");
    look(&mut desk, "", persons.clone());
    assert_eq!(hits(&desk), ["Trump met Zelensky. [Trump] met Zelensky. "]);
    desk.handle(Event::DialogClosed);
    desk.press("Ctrl+Down");
    desk.press("Ctrl+Shift+F");
    look(&mut desk, "trump", persons);
    assert_eq!(hits(&desk).len(), 1);
    look(
        &mut desk,
        "",
        SearchWithin::Annotations(Some(label("place"))),
    );
    assert_eq!(hits(&desk).len(), 0);
    let counts = desk.session.search().counts().unwrap().as_ref().unwrap();
    assert_eq!((counts.hits, counts.searched), (0, 3));
}

#[test]
fn selected_words_are_looked_for() {
    let mut desk = desk("search-selected");
    caret_at(&mut desk.session, "Zelensky");
    desk.press("Alt+Up");
    assert_eq!(selected(&desk.session).as_deref(), Some("Zelensky"));
    desk.press("Ctrl+Shift+F");
    assert_eq!(desk.session.search().words, "Zelensky");
    assert_eq!(hits(&desk).len(), 2);
}

#[test]
fn the_words_are_selected_where_they_are_in_an_article_that_has_changed_since() {
    let mut desk = desk("search-changed");
    desk.press("Ctrl+Shift+F");
    look(&mut desk, "came", SearchWithin::Text);
    desk.folder
        .write("articles/b.txt", "Yesterday, Zelensky came to Paris.\n");
    go(&mut desk, 0);
    assert_eq!(selected(&desk.session).as_deref(), Some("came"));
    desk.press("Ctrl+Shift+F");
    look(&mut desk, "nothing", SearchWithin::Text);
    desk.folder.write("articles/sub/c.txt", "All is well.\n");
    go(&mut desk, 0);
    assert_eq!(selected(&desk.session), None, "the words are gone");
    assert_eq!(desk.shown(), "All is well.");
}

#[test]
fn a_place_in_an_article_that_is_gone_is_told() {
    let mut desk = desk("search-gone");
    desk.press("Ctrl+Shift+F");
    look(&mut desk, "came", SearchWithin::Text);
    std::fs::remove_file(desk.root().join("b.txt")).unwrap();
    go(&mut desk, 0);
    let told = crate::support::problems(&desk.session);
    assert!(
        told.len() == 1 && told[0].contains("there is no such file"),
        "{told:?}"
    );
    assert_eq!(desk.shown(), "Trump met Zelensky.");
}

#[test]
fn a_search_that_is_typed_over_is_cancelled_and_what_it_says_is_dropped() {
    let mut session = session("Trump met {person|Zelensky}.");
    session.take_requests();
    press(&mut session, "Ctrl+Shift+F");
    let wanted = |words: &str| {
        Event::Search(SearchEvent::Wanted {
            words: words.to_owned(),
            within: SearchWithin::Text,
        })
    };
    session.handle(wanted("Tr"));
    session.handle(wanted("Tru"));
    let requests = session.take_requests();
    let tasks: Vec<Task> = requests
        .iter()
        .filter_map(|request| match request {
            Request::Task(task @ Task::Search { .. }) => Some(task.clone()),
            _ => None,
        })
        .collect();
    let [first, second] = tasks.as_slice() else {
        panic!("{requests:?}");
    };
    let is_cancelled = requests.iter().any(|request| {
        matches!(request, Request::Window(WindowRequest::Cancel { ticket })
            if Some(*ticket) == first.ticket())
    });
    assert!(is_cancelled);
    let engine = copydesk::engine::Engine::new(crate::support::schema(), None);
    let mut answer = |task| {
        for event in engine.answer(task, &copydesk::engine::Progress::new()) {
            session.handle(event);
        }
        (session.search().hits().len(), session.search().is_running())
    };
    assert_eq!(answer(first), (0, true));
    assert_eq!(answer(second), (1, false));
    assert_eq!(answer(first), (1, false));
    session.handle(wanted(" "));
    assert_eq!(session.search().hits().len(), 0, "nothing is looked for");
}

#[test]
fn there_is_nothing_to_search_without_an_article_or_a_folder() {
    let desk = Desk::new("search-nothing", &TEXTS);
    assert_eq!(
        desk.session.is_ready(CommandId::Search),
        Err("Open an article first")
    );
}
