//! The article as a screen reader hears it: paragraphs, spans with label and state, the focus.

use eframe::egui;
use egui::accesskit::{Action, Live, Role};
use egui::{Response, Sense, WidgetInfo};

use crate::app::Event;
use crate::ui::Outbox;
use crate::ui::article::Frame;
use copydesk_document::review::{Item, State};
use copydesk_text::ParagraphKind;

/// Names everything in sight. A span can be chosen by a screen reader's click.
pub(super) fn speak(ui: &egui::Ui, response: &Response, frame: &Frame<'_>, outbox: &mut Outbox) {
    let title = frame.article.title();
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, format!("Article: {title}")));
    for block in frame.visible {
        let rect = egui::Rect::from_min_size(
            block.at,
            egui::vec2(frame.screen.width(), block.layout.height()),
        );
        let id = super::article_id().with(("block", block.index));
        let role = match frame
            .article
            .text()
            .paragraph_at(block.layout.range().start)
        {
            Some(index)
                if frame.article.text().paragraphs()[index].kind == ParagraphKind::Headline =>
            {
                Role::Heading
            }
            _ => Role::Paragraph,
        };
        let words = frame.words(block);
        let heard = ui.interact(rect, id, Sense::hover());
        heard.widget_info(|| WidgetInfo::labeled(role, true, words));
        for item in frame.article.shown_items(block.layout.range(), false) {
            speak_item(ui, frame, item, outbox);
        }
    }
    announce(ui, frame);
}

fn speak_item(ui: &egui::Ui, frame: &Frame<'_>, item: &Item, outbox: &mut Outbox) {
    let rects = frame.rects(&item.span.range());
    let Some(rect) = rects.first() else { return };
    let id = super::article_id().with((
        "span",
        item.span.start(),
        item.span.end(),
        item.label.as_str(),
    ));
    let response = ui.interact(*rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Mark, true, spoken(frame, item)));
    if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
        outbox.send(Event::Focused(item.target.clone()));
    }
    ui.ctx()
        .accesskit_node_builder(id, |node| node.add_action(Action::Click));
}

/// `Person: Trump, suggested, 98%`.
fn spoken(frame: &Frame<'_>, item: &Item) -> String {
    let document = frame.article.document();
    let name = document
        .schema()
        .label(&item.label)
        .map_or(item.label.as_str(), |label| &label.name);
    let words = document.text().words(item.span);
    let state = match (item.state, item.confidence) {
        (State::Suggested, Some(confidence)) => format!("suggested, {}%", confidence.percent()),
        (State::Suggested, None) => "suggested".to_owned(),
        (State::Accepted, _) => "accepted".to_owned(),
        (State::Rejected, _) => "rejected".to_owned(),
    };
    format!("{name}: {words}, {state}")
}

/// Announces what the focus has moved to.
fn announce(ui: &egui::Ui, frame: &Frame<'_>) {
    let Some(item) = frame.article.focused_item() else {
        return;
    };
    let id = super::article_id().with("announcement");
    let rect = egui::Rect::from_min_size(frame.screen.left_top(), egui::vec2(1.0, 1.0));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Status,
            true,
            format!("Focused: {}", spoken(frame, item)),
        )
    });
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_live(Live::Polite));
}
