//! The picture on the start page: a line of an article, marked as the article view marks it.

use std::ops::Range;

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Frame, Margin, Rangef, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::Session;
use crate::ui::article::marks::Look;
use crate::ui::panels::widgets;
use crate::ui::theme::{Theme, reading};
use copydesk_document::review::State;
use copydesk_document::{Label, LabelStyle};
use copydesk_i18n::{in_sentence, tr};

const LINE: &str = "Zelensky said the deal is worth $500 billion.";

/// What is marked in it: by the label's id, the words, and how sure a suggestion is.
const MARKS: [(&str, &str, Option<u8>); 3] = [
    ("claim", "the deal is worth $500 billion", Some(85)),
    ("person", "Zelensky", None),
    ("figure", "$500 billion", Some(99)),
];

const TEXT_SIZE: f32 = 19.0;
const LINE_HEIGHT: f32 = 33.0;
/// Of a tint, within the line.
const TINT_HEIGHT: f32 = 26.0;
/// From the words to the rule in the margin.
const RULE_OFFSET: f32 = 14.0;

/// A mark of the picture.
struct Mark<'a> {
    label: &'a Label,
    look: Look,
    /// In characters of the line.
    chars: Range<usize>,
}

/// Draws the picture, as far as the session has the labels that are in it.
pub fn show(ui: &mut Ui, session: &Session) {
    let theme = Theme::of(ui.ctx());
    let marks = marks(&theme, session);
    let margin = Margin {
        left: 38,
        right: 12,
        top: 8,
        bottom: 8,
    };
    let frame = Frame::new()
        .fill(theme.raised)
        .stroke(theme.hairline_stroke())
        .corner_radius(8)
        .inner_margin(margin);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let format = TextFormat {
            line_height: Some(LINE_HEIGHT),
            valign: Align::Center,
            ..TextFormat::simple(reading(TEXT_SIZE), theme.text)
        };
        let mut job = LayoutJob::single_section(LINE.to_owned(), format);
        job.wrap.max_width = ui.available_width();
        let galley = ui.painter().layout_job(job);
        let response = ui.allocate_response(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken(&marks)));
        let at = response.rect.min;
        let painter = ui.painter();
        let placed: Vec<_> = marks
            .iter()
            .map(|mark| {
                let rects = widgets::rects_of(&galley, &mark.chars).into_iter();
                let rects: Vec<_> = rects.map(|rect| rect.translate(at.to_vec2())).collect();
                (mark, rects)
            })
            .collect();
        let tinted = |rect: &egui::Rect| {
            egui::Rect::from_center_size(rect.center(), vec2(rect.width() + 2.0, TINT_HEIGHT))
        };
        for (mark, rects) in &placed {
            for rect in rects {
                let ground = match mark.label.style {
                    LabelStyle::Band => rect.shrink2(vec2(0.0, 1.0)),
                    LabelStyle::Tint => tinted(rect),
                };
                mark.look.paint_ground(painter, ground);
            }
            let ends = rects.first().zip(rects.last());
            if let Some((first, last)) = ends.filter(|_| mark.label.style == LabelStyle::Band) {
                let lines = Rangef::new(first.top(), last.bottom());
                let x = at.x - RULE_OFFSET;
                mark.look.paint_rule(painter, x, lines, mark.label.key);
            }
        }
        painter.galley(at, galley, theme.text);
        for (mark, rects) in &placed {
            for rect in rects
                .iter()
                .filter(|_| mark.label.style == LabelStyle::Tint)
            {
                mark.look.paint_line(painter, tinted(rect));
            }
        }
    });
}

fn marks<'a>(theme: &Theme, session: &'a Session) -> Vec<Mark<'a>> {
    let labels = session.schema().labels();
    let mark = |(id, words, confidence): (&str, &str, Option<u8>)| {
        let label = labels.iter().find(|label| label.id.as_str() == id)?;
        let start = LINE.find(words)?;
        let state = match confidence {
            Some(_) => State::Suggested,
            None => State::Accepted,
        };
        Some(Mark {
            label,
            look: Look::new(theme, label, state, confidence),
            // All of it is ASCII.
            chars: start..start + words.len(),
        })
    };
    MARKS.into_iter().filter_map(mark).collect()
}

fn spoken(marks: &[Mark<'_>]) -> String {
    let names: Vec<String> = marks
        .iter()
        .map(|mark| in_sentence(&mark.label.name))
        .collect();
    match names.as_slice() {
        [] => LINE.to_owned(),
        names => tr!("start-picture", line = LINE, labels = names.join(", ")),
    }
}
