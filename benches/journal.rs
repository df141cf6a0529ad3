//! What the journal costs: an action in an article of a million words, bytes on disk, and a start after
//! 10,000 actions.
//!
//! `cargo bench --bench journal` prints a table. The window's own part is processor time; what the disk
//! takes is wall time, on a thread that nobody waits for.

#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use copydesk::app::{CommandId, Event, Opened, Preferences, Request, Session, Task};
use copydesk::engine::{Engine, Progress};
use copydesk_document::{Confidence, Document, Metadata, OpenDocument, Suggestion};
use copydesk_store::{Home, built_in_schema};
use copydesk_text::ArticleText;

const SAMPLE: &str = include_str!("../samples/minerals-deal.txt");

/// So many actions are timed in the long article, and so many are done before a start is.
const TIMED: usize = 1_000;
const RECOVERED: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    println!("{:<46} {:>12} {:>12}", "what", "median", "99 %");
    let million = article(1_000_000);
    let mut bare = Window::open(&million, 28_000, None);
    let without = times(|| bare.act(), TIMED);
    let mut kept = Window::open(
        &million,
        28_000,
        Some(Home::below(folder.path().join("long"))),
    );
    let with = times(|| kept.act(), TIMED);
    row("an action without a journal, ms", &without);
    row("an action with a journal, ms", &with);
    row("the journal thread: written and synced, ms", &kept.disk);
    println!("\n{:<46} {:>12}", "what", "");
    let grown = kept.length()?;
    let home = Home::below(folder.path().join("many"));
    let mut window = Window::open(&article(1_000), 28, Some(home.clone()));
    let before = {
        window.mark();
        window.length()?
    };
    for _ in 1..RECOVERED {
        window.mark();
    }
    let bytes = window.length()?.saturating_sub(before) as f64 / (RECOVERED - 1) as f64;
    println!(
        "{:<46} {grown:>12}",
        "bytes of the journal of a million words"
    );
    println!("{:<46} {bytes:>12.0}", "bytes per action");
    drop(window);
    let begun = Instant::now();
    let (found, errors) = copydesk_store::journals(&home);
    let steps = found
        .first()
        .map_or(0, |it| it.article.history().position());
    println!(
        "{:<46} {:>12.0}",
        format!("a start after {steps} actions, ms"),
        begun.elapsed().as_secs_f64() * 1000.0
    );
    black_box(errors);
    Ok(())
}

fn article(words: usize) -> ArticleText {
    let count = SAMPLE.split_whitespace().count();
    ArticleText::new(format!("{SAMPLE}\n\n").repeat(words.div_ceil(count)))
}

/// Spread evenly, in words that are there.
fn suggestions(text: &ArticleText, count: usize) -> Vec<Suggestion> {
    let labels = built_in_schema();
    let step = text.len() / count;
    let suggestion = |index: usize| {
        Some(Suggestion {
            label: labels.labels().first()?.id.clone(),
            span: text.smart_span(index * step, index * step + 6)?,
            confidence: Confidence::from_percent(90),
            by: "bench",
            reason: "spread evenly".to_owned(),
            attributes: std::collections::BTreeMap::new(),
        })
    };
    let mut suggestions: Vec<Suggestion> = (0..count).filter_map(suggestion).collect();
    suggestions.sort_by_key(|suggestion| suggestion.span);
    suggestions.dedup_by_key(|suggestion| suggestion.span);
    suggestions
}

/// A session, and the thread of its journal in the same place.
struct Window {
    session: Session,
    engine: Option<Engine>,
    home: Option<Home>,
    /// Milliseconds that the disk took for each action.
    disk: Vec<f64>,
}

impl Window {
    fn open(text: &ArticleText, spans: usize, home: Option<Home>) -> Self {
        let schema = built_in_schema();
        let mut session = Session::new(Arc::clone(&schema), Preferences::default(), Vec::new());
        let document = Document::new(text.clone(), schema, Metadata::default());
        session.handle(Event::Opened(Box::new(Opened {
            article: Box::new(OpenDocument::new(document)),
            saved_at: None,
            own_file: None,
            path: None,
            stamp: None,
            text_beside: None,
            warnings: Vec::new(),
            is_recovered: false,
            caret: None,
            focus: None,
            findings: copydesk::app::Findings::default(),
        })));
        let mut window = Self {
            session,
            engine: home
                .clone()
                .map(|home| Engine::new(built_in_schema(), Some(home))),
            home,
            disk: Vec::new(),
        };
        for request in window.session.take_requests() {
            match request {
                Request::Task(Task::Suggest {
                    article, ticket, ..
                }) => window.session.handle(Event::Suggested {
                    article,
                    ticket,
                    suggestions: suggestions(text, spans),
                }),
                request => window.write(&request),
            }
        }
        window
    }

    /// Accepts the next suggestion; milliseconds of processor time in the window's own thread.
    fn act(&mut self) -> f64 {
        self.session.run(CommandId::NextOpen);
        self.timed(CommandId::Accept)
    }

    fn mark(&mut self) {
        self.timed(CommandId::Mark);
    }

    fn timed(&mut self, command: CommandId) -> f64 {
        let before = processor_seconds();
        self.session.run(command);
        // Without a journal nobody takes the steps.
        let requests = match &self.engine {
            Some(_) => self.session.take_requests(),
            None => Vec::new(),
        };
        let spent = (processor_seconds() - before) * 1000.0;
        for request in requests {
            self.write(&request);
        }
        spent
    }

    fn write(&mut self, request: &Request) {
        let (Some(engine), Request::Task(task @ Task::Journal(_))) = (&self.engine, request) else {
            return;
        };
        let begun = Instant::now();
        let events = engine.answer(task, &Progress::new());
        self.disk.push(begun.elapsed().as_secs_f64() * 1000.0);
        for event in events {
            self.session.handle(event);
        }
    }

    /// Bytes of the journal.
    fn length(&self) -> std::io::Result<u64> {
        let Some(home) = &self.home else { return Ok(0) };
        let mut length = 0;
        for entry in std::fs::read_dir(home.log().with_file_name("journal"))? {
            length += entry?.metadata()?.len();
        }
        Ok(length)
    }
}

fn times(mut act: impl FnMut() -> f64, count: usize) -> Vec<f64> {
    (0..count).map(|_| act()).collect()
}

fn row(what: &str, times: &[f64]) {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let at = |part: usize| {
        times
            .get(times.len() * part / 100)
            .copied()
            .unwrap_or(f64::NAN)
    };
    println!("{what:<46} {:>12.3} {:>12.3}", at(50), at(99));
}

fn processor_seconds() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
