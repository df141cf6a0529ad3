//! How long a folder of ten thousand articles takes to open, to list, to scroll, to filter, to search and to
//! check, and what memory it holds; and how long the agreement of three people on a thousand articles takes.
//!
//! `cargo bench --bench folder` prints a table; `-- --quick` takes a thousand articles, and
//! `-- --agreement` measures the agreement alone.

#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

mod people;
mod window;

use std::path::Path;
use std::time::Instant;

use copydesk::app::{
    CommandId, Event, FolderTask, Preferences, ProjectEvent, Request, SearchEvent, SearchWithin,
    Session, Task,
};
use copydesk::engine::lint::{Wanted, lint_folders};
use copydesk::engine::{Engine, Progress};
use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
use copydesk_lint::Kind;
use copydesk_store::{Home, built_in_schema};
use eframe::egui;
use egui::{Event as Input, pos2};
use window::{Window, at, button, key, resident_mb, wheel};

const SAMPLE: &str = include_str!("../samples/minerals-deal.txt");

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let articles = if is_quick { 1_000 } else { 10_000 };
    let folder = std::env::temp_dir().join(format!("copydesk-bench-{}", std::process::id()));
    measure_agreement(&folder.join("people"));
    if std::env::args().any(|argument| argument == "--agreement") {
        drop(std::fs::remove_dir_all(&folder));
        return;
    }
    if let Err(error) = fill(&folder.join("articles"), articles) {
        println!("Could not write the articles: {error}");
        return;
    }
    measure(&folder, articles);
    measure_lint(&folder.join("checked"));
    drop(std::fs::remove_dir_all(&folder));
}

fn measure_agreement(folder: &Path) {
    match people::agreement_secs(folder, 1_000) {
        Ok((secs, report)) => {
            let f1 = report.together.strict_f1.map_or(0.0, |it| it.estimate);
            let spans = report.together.spans;
            println!(
                "{} articles of 3 people, {spans} spans, F1 {f1:.3}",
                report.articles
            );
            println!("{:<44} {secs:>10.3}   10", "agreement with intervals, s");
        }
        Err(error) => println!("Could not measure the agreement: {error}"),
    }
}

/// Texts of some 500 words; of every second an article file beside it.
fn fill(folder: &Path, articles: usize) -> std::io::Result<()> {
    let text: String = SAMPLE.chars().take(3_000).collect();
    for index in 0..articles {
        let folder = folder.join(format!("{:02}", index / 1000));
        std::fs::create_dir_all(&folder)?;
        let text = format!("Story {index:05} from the desk\n\n{text}");
        let path = folder.join(format!("story-{index:05}.txt"));
        std::fs::write(&path, &text)?;
        if index % 2 == 0 {
            let text = copydesk_text::ArticleText::new(text);
            let metadata = copydesk_document::Metadata {
                title: format!("Story {index:05} from the desk"),
                ..Default::default()
            };
            let document = copydesk_document::Document::new(text, built_in_schema(), metadata);
            let ron = copydesk_store::print(marked(document).document());
            std::fs::write(path.with_extension("ron"), ron)?;
        }
    }
    Ok(())
}

/// Each “Trump” and “Zelensky” is a person, as in an article that was worked on.
fn marked(document: Document) -> OpenDocument {
    let mut open = OpenDocument::new(document);
    let Some(person) = LabelId::new("person") else {
        return open;
    };
    for name in ["Trump", "Zelensky"] {
        let text = open.document().text().clone();
        for range in copydesk_text::find_folded(text.as_str(), name) {
            if let Some(span) = text.span(range.start, range.end) {
                // Each stands in a place of its own.
                drop(open.annotate(span, &person));
            }
        }
    }
    open
}

fn measure(folder: &Path, articles: usize) {
    let engine = Engine::new(built_in_schema(), Some(Home::below(folder.join("home"))));
    let before = resident_mb();
    let mut session = Session::new(built_in_schema(), Preferences::default(), Vec::new());
    let start = Instant::now();
    session.open_paths(vec![folder.join("articles")]);
    let mut window = Window::new(session);
    let mut peeks = Vec::new();
    // Until the first article is there and can be read.
    while window.session.article().is_none() {
        work(&engine, &mut window.session, &mut peeks);
    }
    window.frame(Vec::new());
    let open = start.elapsed().as_secs_f64();
    let start = Instant::now();
    while let Some(task) = peeks.pop() {
        for event in engine.answer(&task, &Progress::new()) {
            window.session.handle(event);
        }
        work(&engine, &mut window.session, &mut peeks);
    }
    let peek = start.elapsed().as_secs_f64();
    window.frame(vec![Input::PointerMoved(pos2(100.0, 400.0))]);
    let scroll: Vec<f64> = (0..200)
        .map(|_| window.frame(vec![wheel(-400.0)]))
        .collect();
    let filter = typing(&mut window, "desk 0999");
    let next = next_frames(&engine, &mut window);
    let memory = resident_mb() - before;
    let searches = search_times(&engine, &mut window);
    println!(
        "{:<44} {:>10}   limit",
        format!("a folder of {articles} articles"),
        ""
    );
    let rows = [
        ("until its first article can be read, s", open, "2"),
        ("until all titles and counts are there, s", peek, ""),
        ("frame, scrolling the list, ms", at(&scroll, 50), "16"),
        ("the same, 99 %, ms", at(&scroll, 99), "16"),
        (
            "frame, a letter typed in the filter, ms",
            at(&filter, 99),
            "16",
        ),
        ("frame, next article asked for, ms", at(&next, 99), "16"),
        ("memory, MB", memory, "400"),
        ("search, words that are nowhere, s", searches.nowhere, "1"),
        (
            "search, words in every article, s",
            searches.everywhere,
            "1",
        ),
        ("search, all annotations, s", searches.annotations, "1"),
        ("until the first places are told, s", searches.first, "0.1"),
        ("frame, 1,000 places, ms", searches.frame, "16"),
        ("frame, going through them, ms", searches.step, "16"),
    ];
    for (what, figure, limit) in rows {
        println!("{what:<44} {figure:>10.3}   {limit}");
    }
}

/// How long it takes to check a thousand annotated articles, no two of which are alike.
fn measure_lint(folder: &Path) {
    const ARTICLES: usize = 1_000;
    if let Err(error) = fill_unlike(folder, ARTICLES) {
        println!("Could not write the articles: {error}");
        return;
    }
    let wanted = Wanted {
        kinds: Kind::ALL.into(),
        least: 20,
    };
    let start = Instant::now();
    let lint = lint_folders(&[folder.to_owned()], &wanted, &Progress::new());
    let spent = start.elapsed().as_secs_f64();
    let found = lint.ok().flatten().map_or(0, |lint| lint.findings.len());
    let what = format!("check {ARTICLES} articles, {found} findings, s");
    println!("{what:<44} {spent:>10.3}   5");
}

/// Article files of some 500 words with names, and figures without values; every fourth word is another one in each.
fn fill_unlike(folder: &Path, articles: usize) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let text: String = SAMPLE.chars().take(3_000).collect();
    for index in 0..articles {
        let words = text.split(' ').enumerate().map(|(at, word)| {
            let is_kept = at % 4 != 0 || word.contains(char::is_uppercase);
            if is_kept {
                word.to_owned()
            } else {
                format!("word{}", (index * 7_919 + at * 104_729) % 9_973)
            }
        });
        let words: Vec<String> = words.collect();
        let text = copydesk_text::ArticleText::new(words.join(" "));
        let document = Document::new(text, built_in_schema(), Metadata::default());
        let ron = copydesk_store::print(marked(document).document());
        std::fs::write(folder.join(format!("story-{index:05}.ron")), ron)?;
    }
    Ok(())
}

/// Does what is asked for; what reads titles and counts is done later, as the window does it beside.
fn work(engine: &Engine, session: &mut Session, peeks: &mut Vec<Task>) {
    for request in session.take_requests() {
        match request {
            Request::Task(task @ Task::Folder(FolderTask::Peek(_))) => peeks.push(task),
            Request::Task(Task::Folder(FolderTask::Assess { .. }) | Task::Suggest { .. })
            | Request::Window(_) => {}
            Request::Task(task) => {
                for event in engine.answer(&task, &Progress::new()) {
                    session.handle(event);
                }
            }
        }
    }
}

struct SearchTimes {
    nowhere: f64,
    everywhere: f64,
    annotations: f64,
    first: f64,
    frame: f64,
    step: f64,
}

/// Searches with warm files, and the frames that show a thousand places.
fn search_times(engine: &Engine, window: &mut Window) -> SearchTimes {
    window.session.run(CommandId::Search);
    let mut search = |words: &str, within: SearchWithin| {
        let words = words.to_owned();
        let event = Event::Search(SearchEvent::Wanted { words, within });
        window.session.handle(event);
        let requests = window.session.take_requests();
        let is_search = |request: &Request| matches!(request, Request::Task(Task::Search { .. }));
        let Some(Request::Task(task)) = requests.into_iter().find(is_search) else {
            return (f64::NAN, f64::NAN);
        };
        let progress = Progress::new();
        let start = Instant::now();
        let (first, told, events) = std::thread::scope(|scope| {
            let told = scope.spawn(|| first_told(&progress, start));
            let events = engine.answer(&task, &progress);
            progress.cancel();
            let (first, told) = told.join().unwrap_or((f64::NAN, Vec::new()));
            (first, told, events)
        });
        let all = start.elapsed().as_secs_f64();
        for event in told.into_iter().chain(events) {
            window.session.handle(event);
        }
        (all, first)
    };
    let (_cold, _) = search("xyzzy", SearchWithin::Text);
    let (nowhere, _) = search("xyzzy", SearchWithin::Text);
    let (annotations, _) = search("", SearchWithin::Annotations(None));
    let (everywhere, first) = search("zelensky", SearchWithin::Text);
    let frame = at(&frames(window, Vec::new), 99);
    let down = || vec![key(egui::Key::PageDown)];
    let step = at(&frames(window, down), 99);
    SearchTimes {
        nowhere,
        everywhere,
        annotations,
        first,
        frame,
        step,
    }
}

/// When the first places are there, before all of them are.
fn first_told(progress: &Progress, start: Instant) -> (f64, Vec<Event>) {
    while !progress.is_cancelled() {
        let told = progress.take_told();
        if !told.is_empty() {
            return (start.elapsed().as_secs_f64(), told);
        }
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    (f64::NAN, Vec::new())
}

fn frames(window: &mut Window, events: impl Fn() -> Vec<Input>) -> Vec<f64> {
    (0..100).map(|_| window.frame(events())).collect()
}

/// The frames in which letters arrive in the filter of the list.
fn typing(window: &mut Window, words: &str) -> Vec<f64> {
    let field = pos2(100.0, 80.0);
    window.frame(vec![Input::PointerMoved(field), button(field, true)]);
    window.frame(vec![button(field, false)]);
    let letters = words.chars();
    letters
        .map(|letter| window.frame(vec![Input::Text(letter.to_string())]))
        .collect()
}

/// The frames in which the next article is asked for; it is read beside.
fn next_frames(engine: &Engine, window: &mut Window) -> Vec<f64> {
    let ask = |_| {
        window.outbox.send(Event::Command(CommandId::NextArticle));
        let spent = window.frame(Vec::new());
        let mut peeks = Vec::new();
        for task in std::mem::take(&mut window.tasks) {
            for event in engine.answer(&task, &Progress::new()) {
                window.session.handle(event);
            }
        }
        work(engine, &mut window.session, &mut peeks);
        window
            .session
            .handle(Event::Project(ProjectEvent::LookAgain));
        spent
    };
    (0..30).map(ask).collect()
}
