//! A few pictures of the window, light and dark, drawn by the processor alone.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --all-features pictures` draws them anew: look at them then.

use copydesk::app::{CommandId, ComparingEvent, Event, Findings, Opened, Session, ToCompare};
use copydesk_document::adjudication::{Comparison, Version};
use copydesk_document::{Document, OpenDocument};
use eframe::egui;
use egui_kittest::SnapshotOptions;

use crate::support::{press, session};
use crate::window::window_of;

const ARTICLE: &str = "Zelensky and Trump to Finalize Minerals Deal\n\n{claim|{person?97|Trump} has said that {place|Ukraine} could earn {figure|$500 billion}}. {claim?71|A deal with {person?90|Volodymyr Zelensky} is near}, officials said in {place?88|Washington}, where some {figure?99|350 people} met.\n\nA second paragraph follows, with {place|Kyiv} and with words in which nothing was found, so that the column can be seen as it is read.";

fn check(name: &str, session: Session, size: egui::Vec2, theme: egui::Theme) {
    let mut harness = window_of(session, size, theme);
    harness.run_steps(10);
    // Glyphs may fall a hair differently with another version of the rasterizer.
    let options = SnapshotOptions::new()
        .output_path("tests/pictures")
        .threshold(2.0)
        .max_failed_pixels(400_usize);
    harness.snapshot_options(name, &options);
}

#[test]
fn reviewing_in_light() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Tab");
    check(
        "review-light",
        session,
        egui::vec2(1280.0, 800.0),
        egui::Theme::Light,
    );
}

#[test]
fn reviewing_in_dark() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Tab");
    check(
        "review-dark",
        session,
        egui::vec2(1280.0, 800.0),
        egui::Theme::Dark,
    );
}

#[test]
fn a_small_window() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab");
    check(
        "small-light",
        session,
        egui::vec2(900.0, 600.0),
        egui::Theme::Light,
    );
}

#[test]
fn the_start() {
    let mut session = session("Nothing.");
    session.run(CommandId::Close);
    press_discard(&mut session);
    check(
        "start-light",
        session,
        egui::vec2(1280.0, 800.0),
        egui::Theme::Light,
    );
}

#[test]
fn comparing_versions() {
    let made = |person: &str, marked: &str| {
        let session = session(marked);
        Version {
            person: person.to_owned(),
            document: session.article().unwrap().document().clone(),
        }
    };
    let versions = [
        made(
            "anna",
            "{person|Keir Starmer} met {person|Donald Trump} in {place|Paris}.\n\n{claim|Prices rose by {figure|5%}}, he said in {place|Kyiv}.",
        ),
        made(
            "ben",
            "{person|Keir Starmer} met Donald {person|Trump} in {person|Paris}.\n\nPrices rose by {figure|5%}, he said in {place|Kyiv}.",
        ),
        made(
            "carla",
            "{person|Keir Starmer} met {person|Donald Trump} in {place|Paris}.\n\n{claim|Prices rose by {figure|5%}}, he said in Kyiv.",
        ),
    ];
    let first = &versions[0].document;
    let (text, schema) = (first.text().clone(), first.schema().clone());
    let gold = Document::new(text, schema, first.metadata().clone());
    let read = ToCompare {
        comparison: Comparison::new(&versions).unwrap(),
        gold: Opened {
            article: Box::new(OpenDocument::new(gold)),
            saved_at: None,
            own_file: None,
            path: Some("/news/summit.gold.ron".into()),
            stamp: None,
            text_beside: None,
            warnings: Vec::new(),
            findings: Findings::default(),
            is_recovered: false,
            caret: None,
            focus: None,
        },
        left_out: Vec::new(),
    };
    let mut session = session("Nothing.");
    let read = ComparingEvent::Read(Ok(Box::new(read)));
    session.handle(Event::Comparing(read));
    press(&mut session, "1 2");
    check(
        "comparing-light",
        session,
        egui::vec2(1280.0, 800.0),
        egui::Theme::Light,
    );
}

fn press_discard(session: &mut Session) {
    session.handle(copydesk::app::Event::Answered(
        copydesk::app::Answer::Discard,
    ));
}
