//! How the window looks: light or dark, contrast, colors, faces, sizes and motion.

use eframe::egui;
use egui::{CornerRadius, Rect, Sense, Slider, Ui, vec2};

use crate::app::{Face, Preferences, Session, ThemeChoice};
use crate::ui::panels::settings::{choose, row, slide, switch};
use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, reading, tint};
use copydesk_document::LabelStyle;
use copydesk_i18n::{Language, tr};

pub fn show(ui: &mut Ui, session: &Session, preferences: &mut Preferences) {
    show_preview(ui, session, preferences);
    row(ui, tr!("language"), tr!("language-about"), |ui| {
        let mut choices = vec![(None, tr!("as-the-system"))];
        choices.extend(Language::ALL.map(|language| (Some(language), language.name())));
        choose(ui, &mut preferences.language, &choices);
    });
    row(ui, tr!("theme"), "", |ui| {
        let choices = [
            (ThemeChoice::System, tr!("as-the-system")),
            (ThemeChoice::Light, tr!("theme-light")),
            (ThemeChoice::Dark, tr!("theme-dark")),
        ];
        choose(ui, &mut preferences.theme, &choices);
    });
    let about = tr!("high-contrast-about");
    row(ui, tr!("high-contrast"), about, |ui| {
        switch(ui, tr!("high-contrast"), &mut preferences.high_contrast);
    });
    let about = tr!("label-colors-about");
    row(ui, tr!("label-colors"), about, |ui| {
        let choices = [
            (false, tr!("label-colors-standard")),
            (true, tr!("label-colors-safe")),
        ];
        choose(ui, &mut preferences.safe_colors, &choices);
    });
    row(ui, tr!("reading-face"), "", |ui| {
        let choices = [
            (Face::Serif, "Newsreader"),
            (Face::Sans, "Inter"),
            (Face::Dyslexic, "OpenDyslexic"),
        ];
        choose(ui, &mut preferences.face, &choices);
    });
    row(ui, tr!("text-size"), "", |ui| {
        let slider = Slider::new(&mut preferences.text_size, Preferences::TEXT_SIZES)
            .step_by(1.0)
            .suffix(tr!("points-suffix"));
        slide(ui, tr!("text-size"), slider);
    });
    row(ui, tr!("column-width"), "", |ui| {
        let slider = Slider::new(&mut preferences.column_chars, Preferences::COLUMN_CHARS)
            .suffix(tr!("characters-suffix"));
        slide(ui, tr!("column-width"), slider);
    });
    let about = tr!("interface-size-about");
    row(ui, tr!("interface-size"), about, |ui| {
        let sizes = [75, 100, 125, 150, 175, 200].map(|percent| (percent, format!("{percent}%")));
        let choices: Vec<(u16, &str)> = sizes
            .iter()
            .map(|(percent, words)| (*percent, words.as_str()))
            .collect();
        choose(ui, &mut preferences.interface_percent, &choices);
    });
    let about = tr!("reduce-motion-about");
    row(ui, tr!("reduce-motion"), about, |ui| {
        switch(ui, tr!("reduce-motion"), &mut preferences.reduced_motion);
    });
    let about = tr!("rejected-about");
    row(ui, tr!("rejected-suggestions"), about, |ui| {
        switch(
            ui,
            tr!("show-rejected-suggestions"),
            &mut preferences.shows_rejected,
        );
    });
}

/// `preferences` with the usual looks.
pub fn reset(preferences: &Preferences) -> Preferences {
    let usual = Preferences::default();
    Preferences {
        theme: usual.theme,
        high_contrast: usual.high_contrast,
        safe_colors: usual.safe_colors,
        face: usual.face,
        text_size: usual.text_size,
        column_chars: usual.column_chars,
        interface_percent: usual.interface_percent,
        reduced_motion: usual.reduced_motion,
        shows_rejected: usual.shows_rejected,
        ..preferences.clone()
    }
}

const PREVIEW_HEIGHT: f32 = 64.0;

/// The labels’ names as they would stand in an article: half of them suggested, half accepted.
fn show_preview(ui: &mut Ui, session: &Session, preferences: &Preferences) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), PREVIEW_HEIGHT), Sense::hover());
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, tr!("labels-preview")));
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect(
        rect,
        CornerRadius::same(6),
        theme.paper,
        theme.hairline_stroke(),
        egui::StrokeKind::Inside,
    );
    let font = reading(preferences.text_size.min(26.0));
    let mut left = rect.left() + 18.0;
    for label in session.schema().labels() {
        let color = theme.label(label.color);
        let ink = Ink::new(font.clone(), theme.text);
        for (words, share, is_dashed) in [
            (&label.name, tint::ACCEPTED, false),
            (&label.plural, tint::SUGGESTED, true),
        ] {
            let galley = widgets::line(ui, words, &ink);
            let ground = Rect::from_center_size(
                egui::pos2(left + galley.size().x / 2.0, rect.center().y),
                galley.size() + vec2(4.0, 2.0),
            );
            let fill = Theme::mix(theme.paper, color, share);
            painter.rect_filled(ground, CornerRadius::same(2), fill);
            if label.style == LabelStyle::Tint {
                let line = [ground.left_bottom(), ground.right_bottom()];
                let stroke = egui::Stroke::new(2.0, color);
                if is_dashed {
                    painter.extend(egui::Shape::dashed_line(&line, stroke, 4.0, 3.0));
                } else {
                    painter.line_segment(line, stroke);
                }
            }
            let at = egui::pos2(left, rect.center().y - galley.size().y / 2.0);
            left += galley.size().x + 14.0;
            painter.galley(at, galley, theme.text);
        }
    }
    ui.add_space(12.0);
}
