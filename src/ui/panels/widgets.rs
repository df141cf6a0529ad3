//! Small widgets that the panels share: lines of text, buttons, chips, key caps.

use std::sync::Arc;

use eframe::egui;
use egui::emath::GuiRounding as _;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, CornerRadius, FontId, Galley, Id, Margin, Rect, Response, Role, Sense, Stroke,
    StrokeKind, TextEdit, Ui, Vec2, WidgetInfo, vec2,
};

use crate::ui::theme::{Theme, interface, size, strong, tint};
use copydesk_document::{ColorRole, Label};
use copydesk_i18n::tr;

/// How words are drawn.
#[derive(Clone)]
pub struct Ink {
    pub font: FontId,
    pub color: Color32,
    pub is_struck: bool,
}

impl Ink {
    pub fn new(font: FontId, color: Color32) -> Self {
        Self {
            font,
            color,
            is_struck: false,
        }
    }

    pub fn struck(mut self, is_struck: bool) -> Self {
        self.is_struck = is_struck;
        self
    }
}

/// The color of what has keyboard focus.
pub fn focus_color(theme: &Theme) -> Color32 {
    theme.label(ColorRole::Blue)
}

/// Words laid out in at most `rows` lines of `width`; what does not fit ends in `…`.
pub fn lay_out(ui: &Ui, words: &str, ink: &Ink, width: f32, rows: usize) -> Arc<Galley> {
    let mut format = TextFormat::simple(ink.font.clone(), ink.color);
    if ink.is_struck {
        format.strikethrough = Stroke::new(1.0, ink.color);
    }
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap.max_width = width;
    job.wrap.max_rows = rows;
    job.wrap.break_anywhere = rows == 1;
    ui.painter().layout_job(job)
}

/// The beginning of `words`, without line breaks: no more ever fits on a line.
pub fn one_line(words: &str) -> String {
    const MOST_CHARS: usize = 120;
    words
        .chars()
        .take(MOST_CHARS)
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

/// Words on one line, as wide as they are.
pub fn line(ui: &Ui, words: &str, ink: &Ink) -> Arc<Galley> {
    lay_out(ui, words, ink, f32::INFINITY, 1)
}

/// Paints with the left edge at `left`, centered on `center_y`.
pub fn paint_line(ui: &Ui, galley: Arc<Galley>, left: f32, center_y: f32) {
    let top = center_y - galley.size().y / 2.0;
    let at = egui::pos2(left, top).round_to_pixels(ui.pixels_per_point());
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
}

/// Where these characters stand, from the upper left of the galley: one rectangle for each line.
pub fn rects_of(galley: &Galley, chars: &std::ops::Range<usize>) -> Vec<Rect> {
    let mut before = 0;
    let mut rects = Vec::new();
    for row in &galley.rows {
        let glyphs = row.row.glyphs.iter().enumerate();
        let own = glyphs.filter(|(index, _)| chars.contains(&(before + index)));
        let x = own.fold(None, |x: Option<(f32, f32)>, (_, glyph)| {
            let (left, right) = (glyph.pos.x, glyph.pos.x + glyph.advance_width);
            Some(x.map_or((left, right), |(least, most)| {
                (least.min(left), most.max(right))
            }))
        });
        if let Some((left, right)) = x {
            let rect = row.rect();
            let shift = row.pos.x;
            rects.push(Rect::from_x_y_ranges(
                left + shift..=right + shift,
                rect.y_range(),
            ));
        }
        before += row.row.glyphs.len();
    }
    rects
}

/// A section's name in spaced capitals; a screen reader hears it as written.
pub fn heading(ui: &mut Ui, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let mut job = LayoutJob::default();
    let format = TextFormat {
        extra_letter_spacing: 0.7,
        ..TextFormat::simple(strong(11.0), theme.quiet)
    };
    let capitals: String = name.chars().flat_map(char::to_uppercase).collect();
    job.append(&capitals, 0.0, format);
    let galley = ui.painter().layout_job(job);
    let response = ui.allocate_response(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    ui.painter()
        .galley(response.rect.min, galley, Color32::PLACEHOLDER);
    response
}

/// Quiet words that wrap.
pub fn quiet(ui: &mut Ui, words: impl Into<String>) -> Response {
    let theme = Theme::of(ui.ctx());
    let words = egui::RichText::new(words)
        .font(interface(12.0))
        .color(theme.quiet);
    ui.add(egui::Label::new(words).wrap())
}

/// Quiet words to the left of the buttons just drawn, without adding height.
pub fn beside_buttons(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    let words = egui::RichText::new(words)
        .font(interface(12.0))
        .color(theme.quiet);
    let row = ui.min_rect();
    let top = row.bottom() - 30.0;
    let width = (row.width() - BUTTONS_WIDTH).max(0.0);
    let rect = Rect::from_min_size(egui::pos2(row.left(), top), vec2(width, 30.0));
    ui.put(
        rect,
        egui::Label::new(words).wrap().halign(egui::Align::Min),
    );
}

/// Width of two buttons with their keys.
const BUTTONS_WIDTH: f32 = 290.0;

/// The name of a label on its own tint.
pub struct Pill {
    galley: Arc<Galley>,
    fill: Color32,
    pub size: Vec2,
}

impl Pill {
    /// A pill to be painted on `ground`.
    pub fn new(ui: &Ui, label: &Label, ground: Color32) -> Self {
        let color = Theme::of(ui.ctx()).label(label.color);
        let galley = line(ui, &label.name, &Ink::new(strong(11.0), color));
        Self {
            size: vec2(galley.size().x + 14.0, 18.0),
            galley,
            fill: Theme::mix(ground, color, tint::PILL),
        }
    }

    pub fn paint(self, ui: &Ui, rect: Rect) {
        let Self { galley, fill, .. } = self;
        ui.painter().rect_filled(rect, CornerRadius::same(9), fill);
        let left = rect.center().x - galley.size().x / 2.0;
        paint_line(ui, galley, left, rect.center().y);
    }
}

/// A [`Pill`] as a widget.
pub fn label_pill(ui: &mut Ui, label: &Label) -> Response {
    let pill = Pill::new(ui, label, Theme::of(ui.ctx()).raised);
    let response = ui.allocate_response(pill.size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &label.name));
    pill.paint(ui, response.rect);
    response
}

/// A key, drawn like a key cap.
pub fn key_cap(ui: &mut Ui, key: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let galley = line(ui, key, &Ink::new(interface(11.0), theme.text));
    let size = vec2((galley.size().x + 10.0).max(19.0), 19.0);
    let response = ui.allocate_response(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    ui.painter().rect(
        response.rect,
        CornerRadius::same(4),
        theme.paper,
        theme.hairline_stroke(),
        StrokeKind::Inside,
    );
    let left = response.rect.center().x - galley.size().x / 2.0;
    paint_line(ui, galley, left, response.rect.center().y);
    response
}

/// A rounded toggle button.
pub fn chip(ui: &mut Ui, words: &str, is_on: bool) -> Response {
    chip_as(ui, Role::Button, words, is_on)
}

/// As [`chip`]; a screen reader hears it as `role`.
pub fn chip_as(ui: &mut Ui, role: Role, words: &str, is_on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let color = if is_on { theme.panel } else { theme.text };
    let galley = line(ui, words, &Ink::new(interface(size::SMALL), color));
    let response = ui.allocate_response(vec2(galley.size().x + 18.0, 22.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), is_on, words));
    let (fill, edge) = match (is_on, response.hovered()) {
        (true, _) => (theme.text, theme.text),
        (false, true) => (theme.hover, theme.quiet),
        (false, false) => (theme.paper, theme.hairline),
    };
    let round = CornerRadius::same(11);
    let edge = Stroke::new(1.0, edge);
    ui.painter()
        .rect(response.rect, round, fill, edge, StrokeKind::Inside);
    paint_line(
        ui,
        galley,
        response.rect.left() + 9.0,
        response.rect.center().y,
    );
    paint_focus(ui, &response, round);
    response
}

/// Paints a ring around the widget if it has keyboard focus.
pub fn paint_focus(ui: &Ui, response: &Response, radius: CornerRadius) {
    if response.has_focus() {
        let theme = Theme::of(ui.ctx());
        let ring = Stroke::new(2.0, focus_color(&theme));
        ui.painter()
            .rect_stroke(response.rect, radius, ring, StrokeKind::Inside);
    }
}

/// A push button that shows its key.
pub struct Press<'a> {
    words: &'a str,
    key: &'a str,
    is_main: bool,
    is_enabled: bool,
    height: f32,
    width: Option<f32>,
}

impl<'a> Press<'a> {
    pub fn new(words: &'a str) -> Self {
        Self {
            words,
            key: "",
            is_main: false,
            is_enabled: true,
            height: 30.0,
            width: None,
        }
    }

    pub fn key(mut self, key: &'a str) -> Self {
        self.key = key;
        self
    }

    /// Draws it as the primary button.
    pub fn main(mut self, is_main: bool) -> Self {
        self.is_main = is_main;
        self
    }

    pub fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// As high as a field.
    pub fn small(self) -> Self {
        self.height(26.0)
    }

    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// How wide it will be, in points.
    pub fn width_in(&self, ui: &Ui) -> f32 {
        let color = Color32::PLACEHOLDER;
        let words = line(ui, self.words, &Ink::new(interface(size::INTERFACE), color));
        let key = line(ui, self.key, &Ink::new(interface(size::SMALL), color));
        let content = words.size().x + self.gap() + key.size().x;
        self.width.unwrap_or(content + 24.0)
    }

    /// Between the words and the key.
    fn gap(&self) -> f32 {
        if self.key.is_empty() { 0.0 } else { 8.0 }
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        if self.is_enabled {
            return self.show_enabled(ui);
        }
        ui.add_enabled_ui(false, |ui| self.show_enabled(ui)).inner
    }

    fn show_enabled(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let (color, key_color) = if self.is_main {
            (
                theme.paper,
                Theme::mix(theme.text, theme.paper, KEY_ON_MAIN),
            )
        } else {
            (theme.text, theme.quiet)
        };
        let words = line(ui, self.words, &Ink::new(interface(size::INTERFACE), color));
        let key = line(ui, self.key, &Ink::new(interface(size::SMALL), key_color));
        let gap = self.gap();
        let content = words.size().x + gap + key.size().x;
        let width = self.width_in(ui);
        let response = ui.allocate_response(vec2(width, self.height), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.words));
        tell_key(&response, self.key);
        paint_press(ui, &response, self.is_main);
        let rect = response.rect;
        let left = rect.center().x - content / 2.0;
        let key_left = left + words.size().x + gap;
        paint_line(ui, words, left, rect.center().y);
        paint_line(ui, key, key_left, rect.center().y);
        response
    }
}

const KEY_ON_MAIN: f32 = 0.72;

fn paint_press(ui: &Ui, response: &Response, is_main: bool) {
    let theme = Theme::of(ui.ctx());
    let is_down = response.is_pointer_button_down_on();
    let (fill, edge) = match (is_main, is_down, response.hovered()) {
        (true, false, false) => (theme.text, theme.text),
        (true, ..) => (Theme::mix(theme.text, theme.paper, 0.15), theme.text),
        (false, true, _) => (theme.chosen, theme.quiet),
        (false, false, true) => (theme.hover, theme.quiet),
        (false, false, false) => (theme.paper, theme.hairline),
    };
    let round = CornerRadius::same(6);
    ui.painter().rect(
        response.rect,
        round,
        fill,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    if response.has_focus() {
        let ring = Stroke::new(2.0, focus_color(&theme));
        let rect = response.rect.expand(3.0);
        ui.painter()
            .rect_stroke(rect, CornerRadius::same(8), ring, StrokeKind::Inside);
    }
}

/// Explains, on hover and to a screen reader, why something is disabled.
pub fn why_not(response: Response, ready: Result<(), &str>) -> Response {
    let Err(reason) = ready else { return response };
    describe(&response, reason);
    response.on_disabled_hover_text(reason)
}

/// Shows the words of a line that was cut, whole.
pub fn whole(response: Response, galley: &Galley, words: &str) -> Response {
    if galley.elided {
        response.on_hover_text(words)
    } else {
        response
    }
}

/// What a control does, with the key that does it too.
pub fn with_key(words: &str, key: &str) -> String {
    if key.is_empty() {
        words.to_owned()
    } else {
        format!("{words} ({key})")
    }
}

/// `number` with so many decimals, after the mark that the language of the window has.
pub fn decimal(number: f64, decimals: usize) -> String {
    format!("{number:.decimals$}").replace('.', tr!("decimal-mark"))
}

/// What a screen reader says after the name.
pub fn describe(response: &Response, words: &str) {
    response
        .ctx
        .accesskit_node_builder(response.id, |node| node.set_description(words));
}

/// Tells a screen reader which key does what `response` does; empty for none.
pub fn tell_key(response: &Response, key: &str) {
    if !key.is_empty() {
        response
            .ctx
            .accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
    }
}

/// Width and height of [`close_button`], in points.
pub const CLOSE_BUTTON: f32 = 22.0;

/// A small round button with a cross.
pub fn close_button(ui: &mut Ui, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.allocate_response(Vec2::splat(CLOSE_BUTTON), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if response.hovered() {
        ui.painter()
            .rect_filled(response.rect, CornerRadius::same(5), theme.hover);
    }
    paint_cross(ui, response.rect.center(), 3.5, theme.quiet);
    paint_focus(ui, &response, CornerRadius::same(5));
    // What follows a colon stands beside it.
    let (short, _) = name.split_once(':').unwrap_or((name, ""));
    response.on_hover_text(short)
}

pub fn paint_cross(ui: &Ui, center: egui::Pos2, reach: f32, color: Color32) {
    let stroke = Stroke::new(1.4, color);
    for side in [-1.0, 1.0] {
        let arm = vec2(reach, reach * side);
        ui.painter()
            .line_segment([center - arm, center + arm], stroke);
    }
}

pub fn paint_check(ui: &Ui, center: egui::Pos2, color: Color32) {
    let points = vec![
        center + vec2(-4.0, 0.2),
        center + vec2(-1.2, 3.2),
        center + vec2(4.4, -3.4),
    ];
    ui.painter().line(points, Stroke::new(1.7, color));
}

/// A field for one line of words.
pub fn field<'t>(words: &'t mut String, id: Id, hint: &'static str) -> TextEdit<'t> {
    TextEdit::singleline(words)
        .id(id)
        .hint_text(hint)
        .margin(Margin::symmetric(8, 4))
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(f32::INFINITY)
}

/// Selects what the field holds, so that typing replaces it.
pub fn select_all(ui: &Ui, id: Id, words: &str) {
    let end = egui::text::CCursor::new(words.chars().count());
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let range = egui::text::CCursorRange::two(egui::text::CCursor::default(), end);
    state.cursor.set_char_range(Some(range));
    TextEdit::store_state(ui.ctx(), id, state);
}

/// A hairline across the whole width, with `space` above and below.
pub fn hairline(ui: &mut Ui, space: f32) {
    ui.add_space(space);
    let theme = Theme::of(ui.ctx());
    let rect = ui.available_rect_before_wrap();
    ui.painter()
        .hline(rect.x_range(), rect.top(), theme.hairline_stroke());
    ui.add_space(space.max(1.0));
}
