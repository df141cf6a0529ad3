//! Which dialog is open, and the sheet that each of them is written on.

use eframe::egui;
use egui::{Align2, Context, CornerRadius, Frame, Id, Margin, Modal, RichText, Role, Ui, vec2};

use crate::app::{Dialog, Event, ExchangeEvent, Session};
use crate::ui::Outbox;
use crate::ui::panels::attribute::AttributeDialog;
use crate::ui::panels::export::ExportDialog;
use crate::ui::panels::import::ImportDialog;
use crate::ui::panels::note::NoteDialog;
use crate::ui::panels::pages::KeysPage;
use crate::ui::panels::palette::Palette;
use crate::ui::panels::path_prompt::PathPrompt;
use crate::ui::panels::{confirm, pages, report, widgets};
use crate::ui::theme::{Theme, strong};

/// The dialog that was open when the window was drawn last, and what is typed into it.
#[derive(Default)]
pub struct Dialogs {
    open: Option<Dialog>,
    palette: Palette,
    keys: KeysPage,
    note: NoteDialog,
    attribute: AttributeDialog,
    path: PathPrompt,
    export: ExportDialog,
    import: ImportDialog,
    is_new: bool,
}

/// How a dialog stands in the window.
pub struct Sheet<'a> {
    pub title: &'a str,
    pub width: f32,
    /// Near the top, without its title shown: something to type into at once.
    pub is_at_top: bool,
}

impl Dialogs {
    /// Whether the dialog of the last frame is gone and no other has come.
    pub fn has_closed(&self, session: &Session) -> bool {
        self.open.is_some() && session.dialog().is_none()
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        if self.open.as_ref() != session.dialog() {
            self.open = session.dialog().cloned();
            self.is_new = true;
            self.begin(ctx, session, outbox);
        }
        let is_new = std::mem::take(&mut self.is_new);
        let Some(dialog) = &self.open else { return };
        match dialog {
            Dialog::Palette => self.palette.show(ctx, session, outbox),
            Dialog::Keys => self.keys.show(ctx, session, outbox),
            Dialog::Guidelines => pages::show_guidelines(ctx, session, outbox),
            Dialog::About => pages::show_about(ctx, outbox),
            Dialog::Note(target) => self.note.show(ctx, session, target, outbox),
            Dialog::Attribute { target, .. } => {
                self.attribute.show(ctx, session, target, outbox);
            }
            Dialog::Path(purpose) => self.path.show(ctx, session, *purpose, outbox),
            Dialog::Export => self.export.show(ctx, session, outbox),
            Dialog::Import => self.import.show(ctx, session, outbox),
            Dialog::Report => report::show(ctx, session, outbox),
            Dialog::Confirm(question) => confirm::show(ctx, session, (question, is_new), outbox),
        }
    }

    /// Empties the fields of the dialog that has just opened, or fills them with what is there.
    fn begin(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        match &self.open {
            Some(Dialog::Palette) => self.palette = Palette::default(),
            Some(Dialog::Keys) => self.keys = KeysPage::default(),
            Some(Dialog::Note(target)) => self.note = NoteDialog::of(session, target),
            Some(Dialog::Attribute { target, name }) => {
                self.attribute = AttributeDialog::of(ctx, session, target, name);
            }
            Some(Dialog::Path(purpose)) => {
                self.path = PathPrompt::of(session, *purpose);
                self.path.want_folder(outbox);
            }
            Some(Dialog::Export) => self.export = ExportDialog::of(session),
            Some(Dialog::Import) => self.import = ImportDialog::new(),
            Some(Dialog::Guidelines | Dialog::About | Dialog::Confirm(_) | Dialog::Report)
            | None => {}
        }
    }
}

impl Sheet<'_> {
    /// Draws the sheet; `true` if it is to close, by Escape or by a click beside it.
    pub fn show(&self, ctx: &Context, content: impl FnOnce(&mut Ui)) -> bool {
        let theme = Theme::of(ctx);
        let id = Id::unique(("sheet", self.title));
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
        let backdrop = theme
            .text
            .gamma_multiply(if theme.is_dark { 0.12 } else { 0.22 });
        let backdrop = if theme.is_dark {
            egui::Color32::from_black_alpha(140)
        } else {
            backdrop
        };
        let modal = Modal::new(id)
            .area(area)
            .frame(frame)
            .backdrop_color(backdrop)
            .show(ctx, |ui| {
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
                content(ui);
            });
        modal.should_close()
    }

    /// As [`Self::show`], and tells the session when it is closed.
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

/// The height that is left for a list within a sheet.
pub fn list_height(ctx: &Context) -> f32 {
    (ctx.content_rect().height() - 190.0).clamp(120.0, 560.0)
}

/// Ends a dialog that asks for slow work: its button or its key (`is_sent`) sends `wanted`, unless
/// `ready` says why that cannot be.
pub fn wanted_or_closed(
    ui: &mut Ui,
    (press, is_sent): (widgets::Press<'_>, bool),
    ready: Result<(), &str>,
    wanted: ExchangeEvent,
    outbox: &mut Outbox,
) {
    let presses = vec![
        (press, ready.is_ok()),
        (widgets::Press::new("Cancel").key("Escape"), true),
    ];
    let answer = buttons(ui, presses);
    if let Err(reason) = ready {
        widgets::beside_buttons(ui, reason);
    }
    match answer {
        Some(1) => outbox.send(Event::DialogClosed),
        Some(_) => outbox.send(Event::Exchange(wanted)),
        None if is_sent && ready.is_ok() => outbox.send(Event::Exchange(wanted)),
        None => {}
    }
}

/// Buttons at the lower right; the first is the main one. The index of the one that was pressed.
pub fn buttons(ui: &mut Ui, presses: Vec<(widgets::Press<'_>, bool)>) -> Option<usize> {
    ui.add_space(8.0);
    let count = presses.len();
    let mut answer = None;
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
        for (index, (press, is_ready)) in presses.into_iter().enumerate() {
            let press = press.main(index == 0 && count > 1);
            if ui
                .add_enabled_ui(is_ready, |ui| press.show(ui))
                .inner
                .clicked()
            {
                answer = Some(index);
            }
        }
    });
    answer
}
