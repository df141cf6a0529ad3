//! Sessions and documents made from marked-up text.

use std::sync::Arc;

use copydesk::app::{CommandId, Event, Opened, Preferences, Request, Session, Task};
use copydesk_document::{
    AttributeContent, AttributeKind, AttributeValue, Attributes, ColorRole, Confidence, Document,
    Label, LabelId, LabelStyle, Layer, Metadata, OpenDocument, Schema, Suggestion, markup,
};
use copydesk_text::ArticleText;

/// The four labels, as the tests need them.
pub fn schema() -> Arc<Schema> {
    let kind = |name: &str, content| AttributeKind {
        name: name.to_owned(),
        title: name.to_owned(),
        content,
    };
    let value = vec![kind("value", AttributeContent::Figure)];
    let speaker = vec![
        kind("speaker", AttributeContent::Words),
        kind("cue", AttributeContent::Words),
    ];
    let labels = [
        (
            "person",
            "Person",
            "People",
            "names",
            ColorRole::Blue,
            'p',
            Vec::new(),
        ),
        (
            "place",
            "Place",
            "Places",
            "names",
            ColorRole::Green,
            'l',
            Vec::new(),
        ),
        (
            "figure",
            "Figure",
            "Figures",
            "figures",
            ColorRole::Amber,
            'f',
            value,
        ),
        (
            "claim",
            "Claim",
            "Claims",
            "claims",
            ColorRole::Magenta,
            'c',
            speaker,
        ),
    ];
    let label =
        |(id, name, plural, layer, color, key, attributes): (&str, &str, &str, &str, _, _, _)| {
            Label {
                id: LabelId::new(id).unwrap(),
                name: name.to_owned(),
                plural: plural.to_owned(),
                layer: Layer::new(layer),
                color,
                style: if id == "claim" {
                    LabelStyle::Band
                } else {
                    LabelStyle::Tint
                },
                key,
                guideline: format!("What a {id} is."),
                attributes,
            }
        };
    Arc::new(Schema::new(labels.into_iter().map(label).collect()).unwrap())
}

pub fn label(id: &str) -> LabelId {
    LabelId::new(id).unwrap()
}

/// A session with one article: `{person?90|Trump}` is a suggestion, `{person|Trump}` was marked by
/// hand.
pub fn session(marked: &str) -> Session {
    let mut session = Session::new(schema(), Preferences::default(), Vec::new());
    open(&mut session, "article", marked);
    session
}

/// As [`session`]; decisions do not change what is suggested.
pub fn session_that_does_not_learn(marked: &str) -> Session {
    let mut session = session(marked);
    session.run(CommandId::Learns);
    session
}

/// Puts the caret where `words` first stand.
pub fn caret_at(session: &mut Session, words: &str) {
    let to = session
        .article()
        .unwrap()
        .text()
        .as_str()
        .find(words)
        .unwrap();
    session.handle(Event::CaretMoved { to, extend: false });
}

/// Opens one more article in `session`.
pub fn open(session: &mut Session, title: &str, marked: &str) {
    let marked = markup::parse(marked).unwrap();
    let text = ArticleText::new(marked.text.clone());
    open_text(session, title, &text);
    for span in marked.spans.iter().filter(|span| span.confidence.is_none()) {
        let (anchor, head) = (span.range.start, span.range.end);
        session.handle(Event::Selected {
            anchor,
            head,
            by: copydesk::app::SelectBy::Grapheme,
        });
        let index = schema().position(&span.label).unwrap();
        session.run(CommandId::Label(u8::try_from(index).unwrap()));
    }
    session.run(CommandId::Unselect);
    session.handle(Event::CaretMoved {
        to: 0,
        extend: false,
    });
    let suggestions = suggestions(&text, &marked);
    for request in session.take_requests() {
        if let Request::Task(Task::Suggest {
            article, ticket, ..
        }) = request
        {
            let suggestions = suggestions.clone();
            session.handle(Event::Suggested {
                article,
                ticket,
                suggestions,
            });
        }
    }
    session.handle(Event::Visible(0..text.len()));
}

/// Opens one more article, whose suggestions have yet to come.
pub fn open_text(session: &mut Session, title: &str, text: &ArticleText) {
    let metadata = Metadata {
        title: title.to_owned(),
        source: format!("{title}.txt"),
        encoding: "UTF-8".to_owned(),
        ..Metadata::default()
    };
    session.handle(Event::Opened(Box::new(Opened {
        article: Box::new(OpenDocument::new(Document::new(
            text.clone(),
            schema(),
            metadata,
        ))),
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
}

fn suggestions(text: &ArticleText, marked: &markup::Marked) -> Vec<Suggestion> {
    let suggestion = |span: &markup::MarkedSpan| {
        let words = |value: &String| AttributeValue::Words {
            words: value.clone(),
            at: None,
        };
        let attributes: Attributes = span
            .attributes
            .iter()
            .map(|(name, value)| (name.clone(), words(value)))
            .collect();
        Some(Suggestion {
            label: span.label.clone(),
            span: text.span(span.range.start, span.range.end).unwrap(),
            confidence: span
                .confidence
                .filter(|confidence| *confidence <= Confidence::CERTAIN)?,
            by: "test",
            reason: "because the test says so".to_owned(),
            attributes,
        })
    };
    marked.spans.iter().filter_map(suggestion).collect()
}

/// The active article as marked-up text: annotations and open suggestions.
pub fn shown(session: &Session) -> String {
    let article = session.article().unwrap();
    let spans = article
        .items()
        .iter()
        .filter(|item| item.state != copydesk_document::review::State::Rejected)
        .map(|item| markup::MarkedSpan {
            range: item.span.range(),
            label: item.label.clone(),
            confidence: item
                .confidence
                .filter(|_| item.state == copydesk_document::review::State::Suggested),
            attributes: std::collections::BTreeMap::new(),
        })
        .collect();
    let marked = markup::Marked {
        text: article.text().as_str().to_owned(),
        spans,
    };
    markup::print(&marked).unwrap()
}

/// The words of the focused span.
pub fn focused(session: &Session) -> Option<String> {
    let article = session.article()?;
    Some(
        article
            .text()
            .words(article.focused_item()?.span)
            .to_owned(),
    )
}

/// The selected words.
pub fn selected(session: &Session) -> Option<String> {
    let article = session.article()?;
    Some(article.text().words(article.selection()?.span).to_owned())
}

/// Presses keys one after the other, as a person does: `Tab Enter Shift+,`.
#[track_caller]
pub fn press(session: &mut Session, keys: &str) {
    for key in keys.split_whitespace() {
        let chord =
            copydesk::app::Chord::parse(key).unwrap_or_else(|| panic!("no key is called {key}"));
        let command = session.command_of(chord);
        session.handle(Event::Command(
            command.unwrap_or_else(|| panic!("{key} does nothing")),
        ));
    }
}

/// The notices that stay until they are closed.
pub fn problems(session: &Session) -> Vec<&str> {
    let notices = session.notices().shown().iter();
    notices
        .filter(|notice| notice.kind != copydesk::app::NoticeKind::Info)
        .map(|notice| notice.text.as_str())
        .collect()
}
