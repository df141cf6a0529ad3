//! Searches of folders: what is found, in which order, and what is said of the rest.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use tempfile::TempDir;

use super::*;
use crate::app::{ArticleId, MOST_HITS, Task};
use crate::engine::Engine;
use copydesk_document::{Document, Metadata, OpenDocument};
use copydesk_store::built_in_schema;
use copydesk_text::ArticleText;

struct Folder {
    folder: TempDir,
    articles: Vec<FolderArticle>,
}

impl Folder {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            articles: Vec::new(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&mut self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        let is_saved = path.extension().is_some_and(|extension| extension == "ron");
        self.articles.push(FolderArticle {
            text: (!is_saved).then(|| path.clone()),
            saved: is_saved.then_some(path),
            version: None,
        });
    }

    /// An article file in which each of `marked` is a person.
    fn article(&mut self, name: &str, text: &str, marked: &[&str]) {
        self.file(
            name,
            copydesk_store::print(&document(text, marked)).as_bytes(),
        );
    }

    fn request(&self, words: &str, within: SearchWithin) -> SearchRequest {
        SearchRequest {
            words: words.to_owned(),
            within,
            most: MOST_HITS,
            folder: Arc::new(self.articles.clone()),
            open: Vec::new(),
        }
    }
}

fn document(text: &str, marked: &[&str]) -> Document {
    let text = ArticleText::new(text);
    let mut open = OpenDocument::new(Document::new(
        text.clone(),
        built_in_schema(),
        Metadata::default(),
    ));
    for words in marked {
        let start = text.as_str().find(words).unwrap();
        let span = text.span(start, start + words.len()).unwrap();
        open.annotate(span, &person()).unwrap();
    }
    open.document().clone()
}

fn person() -> LabelId {
    LabelId::new("person").unwrap()
}

fn run(request: &SearchRequest) -> (Vec<SearchHit>, SearchCounts) {
    let mut hits = Vec::new();
    let mut found = |more| hits.extend(more);
    let counts = search(request, &Progress::new(), &mut found).unwrap();
    (hits, counts)
}

/// Each place as `file: before[words]after`, with the label if there is one.
fn lines(hits: &[SearchHit]) -> Vec<String> {
    let line = |hit: &SearchHit| {
        let place = match &hit.place {
            SearchPlace::Open(id) => format!("{}", id.0),
            SearchPlace::File(article) => {
                let path = article.saved.as_ref().or(article.text.as_ref()).unwrap();
                path.file_name().unwrap().to_string_lossy().into_owned()
            }
        };
        let label = hit.label.as_ref();
        let label = label.map_or_else(String::new, |label| format!(" ({label})"));
        format!("{place}: {}[{}]{}{label}", hit.before, hit.words, hit.after)
    };
    hits.iter().map(line).collect()
}

#[test]
fn words_are_found_in_texts_and_article_files_in_the_order_of_the_folder() {
    let mut folder = Folder::new();
    folder.file("a.txt", "Kyiv waits.\nThe mayor of KYIV left.".as_bytes());
    folder.article("b.ron", "Ann Kyiv met Bob in Kyiv.", &["Ann Kyiv"]);
    folder.file("c.txt", b"Nothing here.");
    let (hits, counts) = run(&folder.request("kyiv", SearchWithin::Text));
    assert_eq!(
        lines(&hits),
        [
            "a.txt: [Kyiv] waits. The mayor of KYIV left.",
            "a.txt: Kyiv waits. The mayor of [KYIV] left.",
            "b.ron: Ann [Kyiv] met Bob in Kyiv. (person)",
            "b.ron: Ann Kyiv met Bob in [Kyiv].",
        ]
    );
    assert_eq!(hits[1].range, 25..29);
    let expected = SearchCounts {
        hits: 4,
        articles: 2,
        searched: 3,
        ..SearchCounts::default()
    };
    assert_eq!(counts, expected);
}

#[test]
fn only_annotations_are_searched_if_that_is_wanted() {
    let mut folder = Folder::new();
    folder.article("a.ron", "Ann met Ann Lee and Bob.", &["Ann Lee", "Bob"]);
    folder.file("b.txt", b"Ann left.");
    let within = SearchWithin::Annotations(None);
    let (hits, _) = run(&folder.request("ann", within.clone()));
    assert_eq!(lines(&hits), ["a.ron: Ann met [Ann] Lee and Bob. (person)"]);
    let (hits, counts) = run(&folder.request("", within));
    let all = [
        "a.ron: Ann met [Ann Lee] and Bob. (person)",
        "a.ron: Ann met Ann Lee and [Bob]. (person)",
    ];
    assert_eq!(
        (lines(&hits).as_slice(), counts.hits),
        (all.map(str::to_owned).as_slice(), 2)
    );
    let place = LabelId::new("place").unwrap();
    let (hits, counts) = run(&folder.request("", SearchWithin::Annotations(Some(place))));
    assert_eq!((hits.len(), counts.hits, counts.searched), (0, 0, 2));
    let (hits, _) = run(&folder.request("Bob", SearchWithin::Annotations(Some(person()))));
    assert_eq!(hits.len(), 1);
}

#[test]
fn an_open_article_is_searched_as_it_is_now() {
    let mut folder = Folder::new();
    folder.article("a.ron", "Old words.", &[]);
    folder.article("b.ron", "Old words too.", &[]);
    let searched = |id, path: Option<PathBuf>, words: &str| SearchedArticle {
        id: ArticleId(id),
        paths: path.into_iter().collect(),
        text: ArticleText::new(words),
        marks: Vec::new(),
    };
    let mut request = folder.request("words", SearchWithin::Text);
    request.open = vec![
        searched(7, Some(folder.path("b.ron")), "New words."),
        searched(8, None, "Loose words."),
    ];
    let (hits, counts) = run(&request);
    assert_eq!(
        lines(&hits),
        [
            "8: Loose [words].",
            "a.ron: Old [words].",
            "7: New [words].",
        ]
    );
    assert_eq!(counts.searched, 3);
}

#[test]
fn the_first_thousand_places_are_listed_and_all_are_counted() {
    let mut folder = Folder::new();
    for index in 0..7 {
        let text = "Kyiv ".repeat(200);
        folder.file(&format!("{index}.txt"), text.as_bytes());
    }
    let (hits, counts) = run(&folder.request("kyiv", SearchWithin::Text));
    assert_eq!((hits.len(), counts.hits, counts.articles), (1000, 1400, 7));
    assert_eq!(lines(&hits[999..]).len(), 1);
}

#[test]
fn what_is_not_searched_is_told() {
    let mut folder = Folder::new();
    folder.file("a.html", b"<p>Kyiv</p>");
    folder.file("b.docx", b"PK");
    folder.file(
        "page.txt",
        b"<!DOCTYPE html><html><body><p>Kyiv waits</p></body></html>",
    );
    folder.file("empty.txt", b"");
    folder.file(
        "damaged.ron",
        b"// Copydesk article, format 1\n(format: 1, text: Ins",
    );
    folder.articles.push(FolderArticle {
        text: Some(folder.path("gone.txt")),
        saved: None,
        version: None,
    });
    let (hits, counts) = run(&folder.request("kyiv", SearchWithin::Text));
    assert_eq!(
        (hits.len(), counts.searched, counts.unread_formats),
        (0, 0, 3)
    );
    assert_eq!(counts.problems.len(), 3, "{:?}", counts.problems);
    for (problem, name) in counts
        .problems
        .iter()
        .zip(["empty.txt", "damaged.ron", "gone.txt"])
    {
        assert!(problem.ends_with(name), "{problem}");
    }
}

#[test]
fn other_encodings_are_searched_as_they_are_opened() {
    let mut folder = Folder::new();
    let utf_16: Vec<u8> = "\u{feff}In Łódź."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    folder.file("a.txt", &utf_16);
    folder.file("b.txt", "\u{feff}In Łódź.".as_bytes());
    let (hits, _) = run(&folder.request("łódź", SearchWithin::Text));
    assert_eq!(lines(&hits), ["a.txt: In [Łódź].", "b.txt: In [Łódź]."]);
    assert_eq!(hits[0].range, 3..10);
    assert_eq!(hits[1].range, 3..10);
}

#[test]
fn the_text_beside_an_article_file_is_searched_and_its_annotations_follow_it() {
    let mut folder = Folder::new();
    let before = document(
        "On Monday morning Ann met Robert Miller in the city of Kyiv.",
        &["Robert Miller"],
    );
    let beside = copydesk_store::TextPlace::Beside("a.txt".to_owned());
    let after = "It is said: on Monday morning Ann met Robert Miller in the city of Kyiv.";
    fs::write(folder.path("a.txt"), after).unwrap();
    let ron = copydesk_store::print_with(&before, &beside);
    folder.file("a.ron", ron.as_bytes());
    let (hits, _) = run(&folder.request("miller", SearchWithin::Text));
    let expected = "a.ron: It is said: on Monday morning Ann met Robert [Miller] in the city of Kyiv. (person)";
    assert_eq!(lines(&hits), [expected]);
}

#[test]
fn a_search_that_is_cancelled_says_nothing_of_the_rest() {
    let mut folder = Folder::new();
    folder.file("a.txt", b"Kyiv");
    let progress = Progress::new();
    progress.cancel();
    let request = Box::new(folder.request("kyiv", SearchWithin::Text));
    let engine = Engine::new(built_in_schema(), None);
    let events = engine.answer(&Task::Search { ticket: 3, request }, &progress);
    let [
        Event::Search(SearchEvent::Ended {
            ticket: 3,
            counts: None,
        }),
    ] = events.as_slice()
    else {
        panic!("{events:?}");
    };
}

#[test]
fn places_are_told_before_the_end() {
    let mut folder = Folder::new();
    for index in 0..300 {
        folder.file(&format!("{index:03}.txt"), b"Kyiv");
    }
    let request = folder.request("kyiv", SearchWithin::Text);
    let events = answer(1, &request, &Progress::new());
    let counts: Vec<usize> = events
        .iter()
        .map(|event| match event {
            Event::Search(SearchEvent::Found { hits, .. }) => hits.len(),
            _ => 0,
        })
        .collect();
    assert_eq!(counts, [256, 44, 0]);
}
