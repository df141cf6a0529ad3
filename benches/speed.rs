//! How long a frame, an edit and the suggestions take, in processor time, and what memory they hold.
//!
//! `cargo bench` prints a table; `cargo bench -- --quick` takes a tenth of the frames. Times are
//! medians of processor time, so other programs hardly change them.

#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

mod window;

use std::hint::black_box;
use std::sync::Arc;

use copydesk::app::{ComparingEvent, Event, Opened, Preferences, Session, ToCompare};
use copydesk_document::adjudication::{Comparison, Version};
use copydesk_document::{
    Confidence, Document, LabelId, Metadata, OpenDocument, Schema, Suggestion,
};
use copydesk_store::built_in_schema;
use copydesk_suggest::dictionary::{Dictionaries, Dictionary};
use copydesk_suggest::{Analysis, suggest};
use copydesk_text::ArticleText;
use eframe::egui;
use egui::{Event as Input, pos2, vec2};
use window::{Window, at, button, median, process_seconds, processor_seconds, resident_mb, wheel};

const SAMPLE: &str = include_str!("../samples/minerals-deal.txt");

fn main() {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let frames = if is_quick { 30 } else { 300 };
    println!(
        "{:<34} {:>12} {:>12}   limit",
        "what", "1,000 words", "1,000,000"
    );
    let small = frame_times(1_000, 28, frames);
    let large = frame_times(1_000_000, 28_000, frames);
    let rows = [
        ("first frame, ms", small.first, large.first, "50"),
        ("frame, nothing happens, ms", small.idle, large.idle, "1"),
        ("frame, scrolling, ms", small.scroll, large.scroll, "1"),
        ("frame, dragging, ms", small.drag, large.drag, "1"),
        ("frame, accepting, ms", small.accept, large.accept, "1"),
        (
            "frame, accepting, 99 %, ms",
            small.slow_accept,
            large.slow_accept,
            "1",
        ),
        (
            "idle, with a screen reader, ms",
            small.spoken[0],
            large.spoken[0],
            "4",
        ),
        (
            "scrolling, with one, ms",
            small.spoken[1],
            large.spoken[1],
            "4",
        ),
        (
            "memory over the text, MB",
            small.memory,
            large.memory,
            "100",
        ),
    ];
    for (what, small, large, limit) in rows {
        println!("{what:<34} {small:>12.3} {large:>12.3}   {limit}");
    }
    println!("\n{:<34} {:>12}   limit", "what", "");
    println!(
        "{:<34} {:>12.3}   50",
        "an edit with 10,000 spans, ms",
        edit_time(frames, 0)
    );
    println!(
        "{:<34} {:>12.3}   50",
        "and 10,000 decisions known, ms",
        edit_time(frames, 10_000)
    );
    println!(
        "{:<34} {:>12.3}   50",
        "100,000 entries in 10,000 words, ms",
        dictionary_time(frames / 30)
    );
    let [idle, scroll, settle] = comparing_times(frames);
    for (what, time) in [
        ("comparing 5 versions of 5,000 words", idle),
        ("the same, scrolling, ms", scroll),
        ("the same, settling, ms", settle),
    ] {
        println!("{what:<34} {time:>12.3}   16");
    }
    for words in [10_000, 100_000, 1_000_000] {
        if is_quick && words > 100_000 {
            break;
        }
        let seconds = suggest_time(words);
        let what = format!("suggest {words} words, words/s");
        println!("{what:<34} {:>12.0}", f64::from(words) / seconds);
    }
}

struct FrameTimes {
    first: f64,
    idle: f64,
    scroll: f64,
    drag: f64,
    accept: f64,
    slow_accept: f64,
    /// Nothing happens, or it is scrolled, while a screen reader runs.
    spoken: [f64; 2],
    memory: f64,
}

/// An article of about `words` words: the sample again and again.
fn article(words: u32) -> ArticleText {
    let count = SAMPLE.split_whitespace().count();
    let copies = (words as usize).div_ceil(count);
    ArticleText::new(format!("{SAMPLE}\n\n").repeat(copies))
}

/// `count` suggestions, spread evenly, some over several words and over each other.
fn spread(text: &ArticleText, count: usize, schema: &Schema) -> Vec<Suggestion> {
    let step = text.len() / count;
    let mut suggestions: Vec<Suggestion> = (0..count)
        .filter_map(|index| {
            let label: &LabelId = &schema.labels()[index % schema.labels().len()].id;
            let start = index * step;
            let long = if index % 4 == 3 { 90 } else { 6 };
            Some(Suggestion {
                label: label.clone(),
                span: text.smart_span(start, start + long)?,
                confidence: Confidence::from_percent(u8::try_from(50 + index % 50).unwrap_or(50)),
                by: "bench",
                reason: "spread evenly".to_owned(),
                attributes: std::collections::BTreeMap::new(),
            })
        })
        .collect();
    suggestions.sort_by_key(|suggestion| suggestion.span);
    suggestions.dedup_by_key(|suggestion| suggestion.span);
    suggestions
}

fn session(text: ArticleText, spans: usize) -> Session {
    let schema = built_in_schema();
    let suggestions = spread(&text, spans, &schema);
    let mut session = Session::new(Arc::clone(&schema), Preferences::default(), Vec::new());
    let document = Document::new(text, schema, Metadata::default());
    session.handle(Event::Opened(Box::new(opened(document))));
    let article = session.article().map(|article| article.id);
    if let Some(article) = article {
        session.handle(Event::Suggested {
            article,
            ticket: 1,
            suggestions,
        });
    }
    session
}

/// An article as it is opened, in no file.
fn opened(document: Document) -> Opened {
    Opened {
        article: Box::new(OpenDocument::new(document)),
        saved_at: None,
        own_file: None,
        path: None,
        stamp: None,
        text_beside: None,
        warnings: Vec::new(),
        findings: copydesk::app::Findings::default(),
        is_recovered: false,
        caret: None,
        focus: None,
    }
}

fn frame_times(words: u32, spans: usize, frames: u32) -> FrameTimes {
    let text = article(words);
    text.paragraphs();
    let before = resident_mb();
    let session = session(text, spans);
    let mut window = Window::new(session);
    let first = window.frame(Vec::new());
    for _ in 0..10 {
        window.frame(Vec::new());
    }
    let middle = pos2(640.0, 400.0);
    window.frame(vec![Input::PointerMoved(middle)]);
    let idle = median((0..frames).map(|_| window.frame(Vec::new())));
    let scroll = median((0..frames).map(|_| window.frame(vec![wheel(-120.0)])));
    window.frame(vec![button(middle, true)]);
    let drag = median((0..frames).map(|frame| {
        let along = (frame % 100) as f32;
        window.frame(vec![Input::PointerMoved(middle + vec2(along, along * 2.0))])
    }));
    window.frame(vec![button(middle, false)]);
    let accept = accept_times(&mut window, frames);
    window.begin_to_speak();
    window.frame(vec![Input::PointerMoved(middle)]);
    let spoken = [Vec::new(), vec![wheel(-120.0)]]
        .map(|events| median((0..frames).map(|_| window.frame(events.clone()))));
    FrameTimes {
        first,
        idle,
        scroll,
        drag,
        accept: at(&accept, 50),
        slow_accept: at(&accept, 99),
        spoken,
        memory: resident_mb() - before,
    }
}

/// The frame in which a suggestion is accepted, and the one that shows the next: it scrolls there.
fn accept_times(window: &mut Window, times: u32) -> Vec<f64> {
    window.frame(vec![Input::PointerGone]);
    window.session.run(copydesk::app::CommandId::NextOpen);
    let accept = |_| {
        let event = Event::Command(copydesk::app::CommandId::Accept);
        window.outbox.send(event);
        [window.frame(Vec::new()), window.frame(Vec::new())]
    };
    (0..times).flat_map(accept).collect()
}

/// Frames while five versions of an article of 5,000 words are compared that differ in most of their spans: nothing
/// happens, it is scrolled, and a difference is settled (the slowest of a hundred).
fn comparing_times(frames: u32) -> [f64; 3] {
    let text = article(5_000);
    let schema = built_in_schema();
    let all = spread(&text, 600, &schema);
    let version = |person: usize| {
        let empty = Document::new(text.clone(), Arc::clone(&schema), Metadata::default());
        let mut open = OpenDocument::new(empty);
        for (index, suggestion) in all.iter().enumerate() {
            let label = &schema.labels()[(index * person / 3) % schema.labels().len()].id;
            if !(index + person).is_multiple_of(4) {
                // What would overlap takes the place of what is there.
                drop(open.annotate(suggestion.span, label));
            }
        }
        Version {
            person: format!("person {person}"),
            document: open.document().clone(),
        }
    };
    let versions: Vec<Version> = (1..=5).map(version).collect();
    let Ok(comparison) = Comparison::new(&versions) else {
        return [f64::NAN; 3];
    };
    let mut session = Session::new(Arc::clone(&schema), Preferences::default(), Vec::new());
    let gold = Document::new(text, schema, Metadata::default());
    let read = ToCompare {
        comparison,
        gold: opened(gold),
        left_out: Vec::new(),
    };
    session.handle(Event::Comparing(ComparingEvent::Read(Ok(Box::new(read)))));
    let mut window = Window::new(session);
    for _ in 0..10 {
        window.frame(Vec::new());
    }
    let middle = pos2(640.0, 400.0);
    window.frame(vec![Input::PointerMoved(middle)]);
    let idle = median((0..frames).map(|_| window.frame(Vec::new())));
    let scroll = median((0..frames).map(|_| window.frame(vec![wheel(-120.0)])));
    let settle = |frame: u32| {
        let person = u8::try_from(frame % 5).unwrap_or_default();
        let event = Event::Command(copydesk::app::CommandId::Take(person));
        window.outbox.send(event);
        [window.frame(Vec::new()), window.frame(Vec::new())]
    };
    let settled: Vec<f64> = (0..frames.min(150)).flat_map(settle).collect();
    [idle, scroll, at(&settled, 99)]
}

/// Accepting one suggestion among 10,000 spans, with all that is learned and computed anew. So many
/// `decisions` about other words are known before.
fn edit_time(times: u32, decisions: usize) -> f64 {
    let mut session = session(article(200_000), 9_990);
    let label = session.schema().labels()[0].id.clone();
    let votes = copydesk_document::Votes {
        marked: 2,
        by_hand: 2,
        rejected: 0,
    };
    let decision = |index: usize| ((format!("Name{index} of Sample"), label.clone()), votes);
    let mut memory = copydesk_document::Memory::default();
    memory.set("another article", (0..decisions).map(decision).collect());
    session.handle(Event::MemoryRead {
        folder: std::path::PathBuf::from("folder"),
        memory: Ok(memory),
    });
    median((0..times).map(|_| {
        session.run(copydesk::app::CommandId::NextOpen);
        let before = processor_seconds();
        session.run(copydesk::app::CommandId::Accept);
        (processor_seconds() - before) * 1000.0
    }))
}

/// Seconds of processor time for the suggestions of an article.
fn suggest_time(words: u32) -> f64 {
    let text = article(words);
    let schema = built_in_schema();
    black_box(suggest(
        &Analysis::new(&ArticleText::new("Warm up.")),
        &schema,
    ));
    let before = process_seconds();
    black_box(suggest(&Analysis::new(&text), &schema));
    process_seconds() - before
}

/// Milliseconds to find the entries of a long list in an article.
fn dictionary_time(times: u32) -> f64 {
    let entry = |number: u32| format!("Anna{} Keller{}\n", number % 1000, number / 1000);
    let names: String = (0..99_998).map(entry).collect();
    let list = format!("{names}Zelensky\nRare earth minerals\n");
    let (list, _) = Dictionary::read("people.txt", &list, None);
    let dictionaries = Dictionaries::new(&[list]);
    let (text, schema) = (article(10_000), built_in_schema());
    let analysis = Analysis::new(&text);
    median((0..times.max(1)).map(|_| {
        let before = processor_seconds();
        black_box(dictionaries.suggest(&analysis, &schema));
        (processor_seconds() - before) * 1000.0
    }))
}
