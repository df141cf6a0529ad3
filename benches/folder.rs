//! How long a folder of ten thousand articles takes to open, to list, to scroll and to filter, and what
//! memory it holds.
//!
//! `cargo bench --bench folder` prints a table; `-- --quick` takes a thousand articles.

#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

mod window;

use std::path::Path;
use std::time::Instant;

use copydesk::app::{
    CommandId, Event, FolderTask, Preferences, ProjectEvent, Request, Session, Task,
};
use copydesk::engine::{Engine, Progress};
use copydesk_store::{Home, built_in_schema};
use eframe::egui;
use egui::{Event as Input, pos2};
use window::{Window, at, button, resident_mb, wheel};

const SAMPLE: &str = include_str!("../samples/minerals-deal.txt");

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let articles = if is_quick { 1_000 } else { 10_000 };
    let folder = std::env::temp_dir().join(format!("copydesk-bench-{}", std::process::id()));
    if let Err(error) = fill(&folder.join("articles"), articles) {
        println!("Could not write the articles: {error}");
        return;
    }
    measure(&folder, articles);
    drop(std::fs::remove_dir_all(&folder));
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
            let ron = copydesk_store::print(&document);
            std::fs::write(path.with_extension("ron"), ron)?;
        }
    }
    Ok(())
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
            at(&filter, 100),
            "16",
        ),
        ("frame, next article asked for, ms", at(&next, 99), "16"),
        ("memory, MB", memory, "400"),
    ];
    for (what, figure, limit) in rows {
        println!("{what:<44} {figure:>10.3}   {limit}");
    }
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
