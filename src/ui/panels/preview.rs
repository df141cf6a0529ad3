//! The export preview: the beginning of each file, and what the format cannot hold.

use eframe::egui;
use egui::{CornerRadius, Frame, Id, Key, Margin, RichText, Role, ScrollArea, Sense, Ui, vec2};

use crate::app::{Preview, PreviewFile, ReportGroup, Session};
use crate::ui::panels::{lists, widgets};
use crate::ui::theme::{Theme, interface, size};
use copydesk_document::quoted_words;
use copydesk_i18n::tr;

const LEAST_HEIGHT: f32 = 96.0;
const MOST_FILES: usize = 6;
/// Height of the list of losses below the text.
const LOSSES_HEIGHT: f32 = 76.0;

/// Shows `file` of the preview in the height that is `left`.
pub fn show(ui: &mut Ui, session: &Session, file: &mut usize, left: f32) {
    let exchange = session.exchange();
    ui.add_space(2.0);
    match exchange.preview() {
        Some(Ok(preview)) => {
            let shown = session.previewed_of_many().map(quoted_words);
            show_preview(ui, preview, shown.as_deref(), file, left);
        }
        Some(Err(why)) => {
            widgets::heading(ui, tr!("preview-title"));
            show_problem(ui, why);
        }
        None => {
            widgets::heading(ui, tr!("preview-title"));
            let is_made = exchange.is_previewing();
            widgets::quiet(
                ui,
                if is_made {
                    tr!("preview-preparing")
                } else {
                    tr!("preview-no-article")
                },
            );
            ui.add_space((left - 60.0).max(0.0));
        }
    }
}

fn show_problem(ui: &mut Ui, why: &str) {
    let theme = Theme::of(ui.ctx());
    let words = RichText::new(why)
        .font(interface(size::INTERFACE))
        .color(theme.problem);
    ui.add(egui::Label::new(words).wrap());
}

/// `of_many` is the title of the article that it is of, where others are exported too.
fn show_preview(
    ui: &mut Ui,
    preview: &Preview,
    of_many: Option<&str>,
    file: &mut usize,
    left: f32,
) {
    *file = (*file).min(preview.files.len().saturating_sub(1));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
        widgets::heading(ui, tr!("preview-title"));
        if let [only] = preview.files.as_slice() {
            widgets::quiet(ui, &only.name);
        } else {
            for (index, other) in preview.files.iter().enumerate().take(MOST_FILES) {
                let is_on = index == *file;
                let chip = widgets::chip_as(ui, Role::RadioButton, &other.name, is_on);
                if chip.clicked() {
                    *file = index;
                }
            }
        }
    });
    let losses = if preview.losses.is_empty() {
        22.0
    } else {
        LOSSES_HEIGHT + 26.0
    };
    if let Some(shown) = preview.files.get(*file) {
        show_text(ui, shown, (left - losses - 64.0).max(LEAST_HEIGHT));
    }
    show_losses(ui, &preview.losses, of_many);
}

fn show_text(ui: &mut Ui, file: &PreviewFile, height: f32) {
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new()
        .fill(theme.paper)
        .stroke(theme.hairline_stroke())
        .corner_radius(CornerRadius::same(5))
        .inner_margin(Margin::symmetric(10, 7));
    let id = Id::unique("preview");
    let shown = frame.show(ui, |ui| {
        let step = scroll_step(ui, id, height);
        ScrollArea::vertical()
            .id_salt("preview text")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink(false)
            .show(ui, |ui| {
                if step != 0.0 {
                    ui.scroll_with_delta(vec2(0.0, -step));
                }
                let words = RichText::new(&file.text)
                    .font(egui::FontId::monospace(11.5))
                    .line_height(Some(16.0))
                    .color(theme.text);
                ui.add(egui::Label::new(words).wrap().selectable(true));
                if file.length > file.text.len() {
                    widgets::quiet(ui, tr!("preview-in-total", size = bytes(file.length)));
                }
            });
    });
    let ring = ui.interact(shown.response.rect, id, Sense::focusable_noninteractive());
    let name = tr!("preview-of", name = &file.name);
    ring.widget_info(|| egui::WidgetInfo::labeled(Role::Document, true, &name));
    widgets::paint_focus(ui, &ring, CornerRadius::same(5));
}

/// How far the pressed keys scroll while the preview has keyboard focus.
fn scroll_step(ui: &Ui, id: Id, page: f32) -> f32 {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return 0.0;
    }
    let filter = egui::EventFilter {
        vertical_arrows: true,
        ..egui::EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    [
        (Key::ArrowDown, 32.0),
        (Key::ArrowUp, -32.0),
        (Key::PageDown, page),
        (Key::PageUp, -page),
    ]
    .into_iter()
    .filter(|(key, _)| lists::pressed(ui, *key))
    .map(|(_, step)| step)
    .sum()
}

fn show_losses(ui: &mut Ui, losses: &[ReportGroup], of_many: Option<&str>) {
    if losses.is_empty() {
        let words = of_many.map_or_else(
            || tr!("preview-no-loss").to_owned(),
            |title| tr!("preview-no-loss-of", title = title),
        );
        widgets::quiet(ui, words);
        return;
    }
    let theme = Theme::of(ui.ctx());
    let heading = of_many.map_or_else(
        || tr!("preview-losses").to_owned(),
        |title| tr!("preview-losses-of", title = title),
    );
    widgets::heading(ui, &heading);
    ScrollArea::vertical()
        .id_salt("losses")
        .max_height(LOSSES_HEIGHT)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for group in losses {
                let words = RichText::new(group.to_string())
                    .font(interface(12.0))
                    .color(theme.text);
                let response = ui.add(egui::Label::new(words).wrap());
                let examples = group.examples.join("\n");
                widgets::describe(&response, &examples);
                response.on_hover_text(examples);
            }
        });
}

/// `6.1 MB`.
fn bytes(length: usize) -> String {
    let (kilo, mega) = (1e3, 1e6);
    let length = length as f64;
    if length >= mega {
        let size = widgets::decimal(length / mega, 1);
        tr!("preview-megabytes", size = size)
    } else {
        let size = format!("{:.0}", (length / kilo).max(1.0));
        tr!("preview-kilobytes", size = size)
    }
}
