//! The window around the article, by what a screen reader hears: with the mouse and without.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is missing"
)]

mod activity;
mod around;
mod articles;
mod choosing;
mod comparing;
mod composing;
mod confirm;
mod conflicts;
mod context_menus;
mod dictionaries;
mod examples;
mod export;
mod facts;
mod figures;
mod import;
mod inspector;
mod lint;
mod menus;
mod pages;
mod palette;
mod panes;
mod path_prompt;
mod problems;
mod real_desk;
mod report;
mod review;
mod search;
mod settings;
mod tooltips;
mod versions;

use std::collections::BTreeMap;
use std::sync::Arc;

use copydesk::app::{CommandId, Event, Opened, Preferences, Request, Sample, Session, Task};
use copydesk::ui;
use copydesk_document::{
    AttributeContent, AttributeKind, ColorRole, Confidence, Document, Label, LabelId, LabelStyle,
    Layer, Metadata, OpenDocument, Schema, Suggestion,
};
use copydesk_text::ArticleText;
use eframe::egui;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::{Window, assert_heard};

const TEXT: &str = "Minister visits Korea\n\nAnna Keller met Boris Lang in Seoul on Monday. \
                    Keller said the talks cost $5 million and would go on in Busan.";

fn label(id: &str, plural: &str, (layer, style): (&str, LabelStyle), key: char) -> Label {
    let mut letters = id.chars();
    let first = letters.next().unwrap().to_ascii_uppercase();
    let name = format!("{first}{}", letters.as_str());
    Label {
        id: LabelId::new(id).unwrap(),
        name,
        plural: plural.to_owned(),
        layer: Layer::new(layer),
        color: ColorRole::Blue,
        style,
        key,
        guideline: format!("What belongs to {id}"),
        attributes: Vec::new(),
    }
}

fn schema() -> Arc<Schema> {
    let attribute = |name: &str, title: &str, content| AttributeKind {
        name: name.to_owned(),
        title: title.to_owned(),
        content,
    };
    let names = ("names", LabelStyle::Tint);
    let mut figure = label("figure", "Figures", ("figures", LabelStyle::Tint), 'f');
    figure.attributes = vec![attribute("value", "Value", AttributeContent::Figure)];
    let mut claim = label("claim", "Claims", ("claims", LabelStyle::Band), 'c');
    let polarities = vec!["asserts".to_owned(), "denies".to_owned()];
    claim.attributes = vec![
        attribute("speaker", "Speaker", AttributeContent::Words),
        attribute("cue", "Cue", AttributeContent::Words),
        attribute("polarity", "Polarity", AttributeContent::Choice(polarities)),
    ];
    let labels = vec![
        label("person", "People", names, 'p'),
        label("place", "Places", names, 'l'),
        figure,
        claim,
    ];
    Arc::new(Schema::new(labels).unwrap())
}

fn suggestion(text: &ArticleText, words: &str, label: &str, percent: u8) -> Suggestion {
    let start = text.as_str().find(words).unwrap();
    Suggestion {
        label: LabelId::new(label).unwrap(),
        span: text.span(start, start + words.len()).unwrap(),
        confidence: Confidence::from_percent(percent),
        by: "names",
        reason: format!("because of “{words}”"),
        attributes: BTreeMap::new(),
    }
}

/// A session with one article and these suggestions.
fn session_with(text: &str, suggestions: impl Fn(&ArticleText) -> Vec<Suggestion>) -> Session {
    let samples = vec![Sample {
        name: "korea",
        title: "Korea",
    }];
    let mut session = Session::new(schema(), Preferences::default(), samples);
    let text = ArticleText::new(text);
    let metadata = Metadata {
        title: "Talks".to_owned(),
        ..Metadata::default()
    };
    let mut suggestions = suggestions(&text);
    suggestions.sort_by_key(|suggestion| suggestion.span);
    session.handle(Event::Opened(Box::new(Opened {
        article: Box::new(OpenDocument::new(Document::new(text, schema(), metadata))),
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
    })));
    for request in session.take_requests() {
        if let Request::Task(Task::Suggest {
            article, ticket, ..
        }) = request
        {
            session.handle(Event::Suggested {
                article,
                ticket,
                suggestions: suggestions.clone(),
            });
        }
    }
    session
}

fn session() -> Session {
    session_with(TEXT, |text| {
        vec![
            suggestion(text, "Anna Keller", "person", 98),
            suggestion(text, "Boris Lang", "person", 60),
            suggestion(text, "Seoul", "place", 95),
            suggestion(text, "$5 million", "figure", 100),
            suggestion(text, "the talks cost $5 million", "claim", 71),
            suggestion(text, "Busan", "place", 80),
        ]
    })
}

fn empty_session() -> Session {
    let samples = vec![Sample {
        name: "korea",
        title: "Korea",
    }];
    Session::new(schema(), Preferences::default(), samples)
}

fn open_sized(session: Session, width: f32, height: f32) -> Harness<'static, Window> {
    let mut harness = Harness::builder()
        .with_size(egui::vec2(width, height))
        .with_max_steps(12)
        .allow_missing_glyphs()
        .with_context_setup(ui::install)
        .build_ui_state(
            |ui, window: &mut Window| window.show(ui),
            Window::new(session),
        );
    harness.run_steps(3);
    assert_heard(&harness);
    harness
}

fn open(session: Session) -> Harness<'static, Window> {
    open_sized(session, 1280.0, 800.0)
}

fn command(harness: &mut Harness<'_, Window>, id: CommandId) {
    harness.state_mut().session.handle(Event::Command(id));
    harness.run_steps(3);
    assert_heard(harness);
}

fn focus(harness: &mut Harness<'_, Window>, words: &str) {
    let article = harness.state().session.article().unwrap();
    let target = article
        .items()
        .iter()
        .find(|item| article.text().words(item.span) == words)
        .map(|item| item.target.clone())
        .unwrap();
    harness.state_mut().session.handle(Event::Focused(target));
    harness.run_steps(3);
}

fn focused_words(harness: &Harness<'_, Window>) -> Option<String> {
    let article = harness.state().session.article()?;
    let item = article.focused_item()?;
    Some(article.text().words(item.span).to_owned())
}

fn click(harness: &mut Harness<'_, Window>, name: &str) {
    harness
        .get_all_by_label(name)
        .find(|node| node.accesskit_node().role() != Role::Label)
        .unwrap()
        .click();
    harness.run_steps(4);
    assert_heard(harness);
}

fn is_disabled(harness: &Harness<'_, Window>, role: Role, name: &str) -> bool {
    harness
        .get_by_role_and_label(role, name)
        .accesskit_node()
        .is_disabled()
}

fn listed(harness: &Harness<'_, Window>) -> Vec<String> {
    harness
        .query_all_by_role(Role::ListBoxOption)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}
