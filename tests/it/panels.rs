//! The window around the article, by what a screen reader hears: with the mouse and without.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops where something is missing"
)]

mod dialogs;
mod exchange;

use std::collections::BTreeMap;
use std::sync::Arc;

use copydesk::app::{
    CommandId, Dialog, Event, NoticeKind, Opened, Preferences, Request, Sample, Session,
};
use copydesk::ui::theme;
use copydesk_document::review::State;
use copydesk_document::{
    AttributeContent, AttributeKind, ColorRole, Confidence, Document, Label, LabelId, LabelStyle,
    Layer, Metadata, Schema, Suggestion,
};
use copydesk_text::ArticleText;
use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::window::Window;

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
    claim.attributes = vec![
        attribute("speaker", "Speaker", AttributeContent::Words),
        attribute("cue", "Cue", AttributeContent::Words),
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
        document: Document::new(text, schema(), metadata),
        saved_at: None,
        path: None,
        stamp: None,
        text_beside: None,
        warnings: Vec::new(),
        is_recovered: false,
    })));
    for request in session.take_requests() {
        if let Request::Suggest {
            article, ticket, ..
        } = request
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
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, window: &mut Window| window.show(ui),
            Window::new(session),
        );
    harness.run_steps(3);
    harness
}

fn open(session: Session) -> Harness<'static, Window> {
    open_sized(session, 1280.0, 800.0)
}

fn command(harness: &mut Harness<'_, Window>, id: CommandId) {
    harness.state_mut().session.handle(Event::Command(id));
    harness.run_steps(3);
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

#[test]
fn a_menu_line_that_cannot_be_chosen_says_why() {
    let mut harness = open(empty_session());
    click(&mut harness, "File");
    assert!(is_disabled(&harness, Role::MenuItem, "Save"));
    let description = harness
        .get_by_role_and_label(Role::MenuItem, "Save")
        .accesskit_node()
        .data()
        .description()
        .map(str::to_owned);
    assert_eq!(description.as_deref(), Some("Open an article first"));
    assert!(!is_disabled(&harness, Role::MenuItem, "Open article…"));
}

#[test]
fn a_menu_line_runs_its_command_and_closes_the_menu() {
    let mut harness = open(session());
    click(&mut harness, "Review");
    click(&mut harness, "Next suggestion");
    assert_eq!(focused_words(&harness).as_deref(), Some("Anna Keller"));
    assert!(
        harness
            .query_by_role_and_label(Role::MenuItem, "Next suggestion")
            .is_none()
    );
}

#[test]
fn menus_show_what_is_on() {
    let mut harness = open(session());
    click(&mut harness, "View");
    let toggled = |name| {
        harness
            .get_by_role_and_label(Role::MenuItemCheckBox, name)
            .accesskit_node()
            .toggled()
    };
    assert_eq!(
        toggled("Article list"),
        Some(egui::accesskit::Toggled::True)
    );
    assert_eq!(
        toggled("Rejected suggestions"),
        Some(egui::accesskit::Toggled::False)
    );
}

#[test]
fn a_click_in_the_review_list_focuses_the_span() {
    let mut harness = open(session());
    click(&mut harness, "Seoul, Place, suggested, 95%");
    assert_eq!(focused_words(&harness).as_deref(), Some("Seoul"));
    assert!(
        harness
            .query_all_by_label("because of “Seoul”")
            .next()
            .is_some(),
        "the inspector says why"
    );
}

#[test]
fn arrows_walk_the_review_list_and_escape_leaves_it() {
    let mut harness = open(session());
    command(&mut harness, CommandId::NextPane);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Anna Keller"));
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Boris Lang"));
    harness.key_press(Key::End);
    harness.run_steps(3);
    assert_eq!(focused_words(&harness).as_deref(), Some("Busan"));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.key_press(Key::X);
    harness.run_steps(3);
    let counts = harness.state().session.article().unwrap().counts().clone();
    assert_eq!(counts.rejected, 1, "letters act on the article again");
}

#[test]
fn the_focused_line_stays_in_sight_in_a_smaller_window() {
    let names: Vec<String> = (10..50).map(|at| format!("Name{at}")).collect();
    let mut harness = open(session_with(&names.join(" "), |text| {
        let suggested = names
            .iter()
            .map(|name| suggestion(text, name, "person", 80));
        suggested.collect()
    }));
    focus(&mut harness, "Name45");
    harness.set_size(egui::vec2(1000.0, 560.0));
    harness.run_steps(4);
    let list = harness.get_by_role_and_label(Role::ListBox, "Review list");
    let line = harness.get_by_role_and_label(Role::ListBoxOption, "Name45, Person, suggested, 80%");
    let (list, line) = (list.rect(), line.rect());
    assert!(list.contains_rect(line), "{line:?} is not in {list:?}");
}

#[test]
fn chips_filter_the_list() {
    let mut harness = open(session());
    assert_eq!(listed(&harness).len(), 7, "six spans and one article");
    click(&mut harness, "Places 2");
    let names = listed(&harness);
    assert!(names.iter().any(|name| name.starts_with("Seoul")));
    assert!(!names.iter().any(|name| name.starts_with("Boris")));
    click(&mut harness, "Show all");
    click(&mut harness, "≥ 90%");
    assert!(
        !listed(&harness)
            .iter()
            .any(|name| name.starts_with("Boris"))
    );
    click(&mut harness, "≥ 90%");
    click(&mut harness, "≥ 70%");
    click(&mut harness, "≥ 50%");
    assert_eq!(
        harness.state().session.article().unwrap().filter(),
        &copydesk_document::review::Filter::default(),
        "the confidence goes around"
    );
}

#[test]
fn words_filter_the_list() {
    let mut harness = open(session());
    harness.get_by_label("Filter by words").focus();
    harness.run_steps(3);
    harness.event(egui::Event::Text("keller".to_owned()));
    harness.run_steps(4);
    let article = harness.state().session.article().unwrap();
    assert_eq!(article.filter().words, "keller");
    assert_eq!(article.listed().len(), 1);
}

#[test]
fn states_are_distinct_without_color() {
    let mut harness = open(session());
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    focus(&mut harness, "Busan");
    command(&mut harness, CommandId::Remove);
    click(&mut harness, "1 rejected");
    click(&mut harness, "1 accepted");
    let names = listed(&harness);
    assert!(names.contains(&"Seoul, Place, accepted".to_owned()));
    assert!(names.contains(&"Busan, Place, rejected".to_owned()));
}

#[test]
fn a_long_list_draws_only_what_is_seen_and_follows_the_focus() {
    let text = "Anna Keller. ".repeat(28_000);
    let session = session_with(&text, |text| {
        let words = "Anna Keller";
        text.as_str()
            .match_indices(words)
            .map(|(at, _)| Suggestion {
                span: text.span(at, at + words.len()).unwrap(),
                ..suggestion(text, words, "person", 90)
            })
            .collect()
    });
    let mut harness = open_sized(session, 600.0, 700.0);
    assert!(listed(&harness).len() < 60);
    let far = harness.state().session.article().unwrap().items()[20_000]
        .target
        .clone();
    harness.state_mut().session.handle(Event::Focused(far));
    harness.run_steps(4);
    let is_shown = harness
        .query_all_by_role(Role::ListBoxOption)
        .any(|node| node.accesskit_node().data().position_in_set() == Some(20_001));
    assert!(is_shown, "the focused line is scrolled into view");
    assert!(listed(&harness).len() < 60);
}

#[test]
fn the_inspector_describes_and_changes_the_span() {
    let mut harness = open(session());
    focus(&mut harness, "$5 million");
    assert!(
        harness
            .query_by_label("“the talks cost $5 million”")
            .is_some(),
        "in claim"
    );
    click(&mut harness, "Value: press V to add");
    assert!(matches!(
        harness.state().session.dialog(),
        Some(Dialog::Attribute { name, .. }) if name == "value"
    ));
}

#[test]
fn the_find_bar_counts_and_walks() {
    let mut harness = open(session());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(4);
    harness.event(egui::Event::Text("keller".to_owned()));
    harness.run_steps(4);
    assert!(harness.query_by_label("1 of 2").is_some());
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert!(harness.query_by_label("2 of 2").is_some());
    click(&mut harness, "Spans only");
    assert!(harness.query_by_label("1 of 1").is_some());
    click(&mut harness, "Close search");
    assert!(harness.query_by_label("Find in article").is_none());
}

#[test]
fn the_start_offers_what_there_is_to_open() {
    let mut harness = open(empty_session());
    click(&mut harness, "Open article…");
    click(&mut harness, "Open sample: Korea");
    let requests = &harness.state().asked;
    assert!(matches!(requests.first(), Some(Request::PickFiles)));
    assert!(matches!(
        requests.get(1),
        Some(Request::OpenSample("korea"))
    ));
}

#[test]
fn notices_are_closed_by_hand_or_go_by_themselves() {
    let mut harness = open(session());
    let session = &mut harness.state_mut().session;
    session.tell(NoticeKind::Problem, "The disk is full");
    session.tell(NoticeKind::Info, "Accepted 3 suggestions");
    harness.run_steps(3);
    click(&mut harness, "Close notice: The disk is full");
    assert!(harness.query_by_label("The disk is full").is_none());
    assert!(harness.query_by_label("Accepted 3 suggestions").is_some());
    harness.run_steps(30);
    assert!(harness.query_by_label("Accepted 3 suggestions").is_none());
}

#[test]
fn a_narrow_window_keeps_the_article_and_what_is_reviewed() {
    let harness = open_sized(session(), 900.0, 600.0);
    assert!(harness.query_by_label("Articles").is_none());
    assert!(
        harness
            .query_by_label("Seoul, Place, suggested, 95%")
            .is_some()
    );
    assert!(
        open_sized(session(), 480.0, 400.0)
            .query_by_label("Words")
            .is_none()
    );
}

#[test]
fn the_status_bar_counts() {
    let mut harness = open(session());
    assert!(harness.query_all_by_label("6 to review").count() >= 2);
    assert!(harness.query_by_label("No changes").is_some());
    focus(&mut harness, "Seoul");
    command(&mut harness, CommandId::Accept);
    assert!(harness.query_by_label("Unsaved").is_some());
    assert!(harness.query_by_label("1.0 actions per span").is_some());
    let article = harness.state().session.article().unwrap();
    assert_eq!(
        article.focused_item().map(|item| item.state),
        Some(State::Suggested)
    );
}
