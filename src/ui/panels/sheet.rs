//! The sheet that every dialog is drawn on, with its buttons.

use std::panic::Location;

use eframe::egui;
use egui::{Align2, Context, CornerRadius, Frame, Id, Margin, Modal, RichText, Role, Ui, vec2};

use crate::app::{Event, ExchangeEvent};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, strong};
use copydesk_i18n::tr;

/// A dialog's title, width and place in the window.
pub struct Sheet<'a> {
    pub title: &'a str,
    pub width: f32,
    /// Near the top of the window and without a visible title, for a field to type into at once.
    pub is_at_top: bool,
}

impl Sheet<'_> {
    /// Draws the sheet. Returns `true` to close it: Escape, or a click outside.
    ///
    /// It is known by the place in the code that draws it, as its title may change while it is open: in the
    /// settings, the language can be chosen.
    #[track_caller]
    pub fn show(&self, ctx: &Context, content: impl FnOnce(&mut Ui)) -> bool {
        let theme = Theme::of(ctx);
        let id = Id::unique(("sheet", Location::caller()));
        let window = ctx.content_rect();
        let area = Modal::default_area(id)
            .role(Role::Dialog)
            .accessible_name(self.title);
        let area = if self.is_at_top {
            area.anchor(
                Align2::CENTER_TOP,
                vec2(0.0, (window.height() * 0.11).min(84.0)),
            )
        } else {
            area
        };
        let margin = if self.is_at_top { 10 } else { 20 };
        let frame = Frame::new()
            .fill(theme.raised)
            .stroke(theme.hairline_stroke())
            .corner_radius(CornerRadius::same(10))
            .shadow(ctx.global_style().visuals.window_shadow)
            .inner_margin(Margin::same(margin));
        let backdrop = if theme.is_dark {
            egui::Color32::from_black_alpha(140)
        } else {
            theme.text.gamma_multiply(0.22)
        };
        let modal = Modal::new(id)
            .area(area)
            .frame(frame)
            .backdrop_color(backdrop)
            .show(ctx, |ui| {
                note_title(ctx, self.title);
                ui.set_width(
                    self.width
                        .min(window.width() - 2.0 * f32::from(margin) - 24.0),
                );
                if !self.is_at_top {
                    let title = RichText::new(self.title)
                        .font(strong(15.0))
                        .color(theme.text);
                    ui.add(egui::Label::new(title).wrap());
                    ui.add_space(6.0);
                }
                direction::column(ui, content);
                hold_keyboard(ui, id, self.title);
            });
        modal.should_close()
    }

    /// As [`Self::show`], and sends [`Event::DialogClosed`] to close it.
    #[track_caller]
    pub fn show_closable(
        &self,
        ctx: &Context,
        outbox: &mut Outbox,
        content: impl FnOnce(&mut Ui, &mut Outbox),
    ) {
        let is_closed = self.show(ctx, |ui| content(ui, outbox));
        if is_closed {
            outbox.send(Event::DialogClosed);
        }
    }
}

/// While nothing in the dialog has the keyboard, the dialog itself has: a screen reader then is in it.
fn hold_keyboard(ui: &Ui, id: Id, title: &str) {
    let modal = |stack: &&egui::UiStack| stack.kind() == Some(egui::UiKind::Modal);
    if let Some(modal) = ui.stack().iter().find(modal) {
        ui.ctx()
            .accesskit_node_builder(modal.unique_id, egui::accesskit::Node::set_modal);
    }
    let focused = ui.memory(egui::Memory::focused);
    let whole = id.with("whole");
    if focused.is_none_or(|focused| focused == whole) {
        let sense = egui::Sense::focusable_noninteractive();
        let whole = ui.interact(ui.min_rect(), whole, sense);
        whole.widget_info(|| egui::WidgetInfo::labeled(Role::Group, true, title));
        whole.request_focus();
    }
}

fn title_id() -> Id {
    Id::unique("title of the dialog")
}

fn note_title(ctx: &Context, title: &str) {
    ctx.data_mut(|data| data.insert_temp(title_id(), title.to_owned()));
}

/// The title of the dialog that was drawn last.
pub fn last_title(ctx: &Context) -> String {
    ctx.data(|data| data.get_temp(title_id()))
        .unwrap_or_default()
}

/// The height that is left for a list within a sheet.
pub fn list_height(ctx: &Context) -> f32 {
    (ctx.content_rect().height() - 190.0).clamp(120.0, 560.0)
}

/// The buttons of a dialog that starts slow work: the work itself, and Cancel.
pub struct Submit<'a> {
    pub press: Press<'a>,
    /// Whether its key was pressed.
    pub is_sent: bool,
    /// `Err` says why the work cannot start.
    pub ready: Result<(), &'a str>,
    pub event: ExchangeEvent,
}

impl Submit<'_> {
    pub fn show(self, ui: &mut Ui, outbox: &mut Outbox) {
        let Self {
            press,
            is_sent,
            ready,
            event,
        } = self;
        let presses = [
            press.enabled(ready.is_ok()),
            Press::new(tr!("sheet-cancel")).key("Escape"),
        ];
        let answer = buttons(ui, presses);
        if let Err(reason) = ready {
            widgets::beside_buttons(ui, reason);
        }
        match answer {
            Some(1) => outbox.send(Event::DialogClosed),
            Some(_) => outbox.send(Event::Exchange(event)),
            None if is_sent && ready.is_ok() => outbox.send(Event::Exchange(event)),
            None => {}
        }
    }
}

/// Buttons at the lower right; the first of several is the main one. Returns the index of the one
/// that was pressed.
pub fn buttons<const N: usize>(ui: &mut Ui, presses: [Press<'_>; N]) -> Option<usize> {
    ui.add_space(8.0);
    let mut answer = None;
    ui.with_layout(direction::backward(egui::Align::Min), |ui| {
        for (index, press) in presses.into_iter().enumerate() {
            if press.main(index == 0 && N > 1).show(ui).clicked() {
                answer = Some(index);
            }
        }
    });
    answer
}
