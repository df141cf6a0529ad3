//! The pane of guidelines beside the article: those of the project, then what each label means.

use eframe::egui;
use egui::{
    EventFilter, Frame, Id, Key, Margin, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use crate::app::{
    CommandId, Event, LabelIndex, Pane, ProjectSettings, ProjectSettingsEvent, Session,
};
use crate::ui::Outbox;
use crate::ui::article::article_id;
use crate::ui::direction;
use crate::ui::panels::lists;
use crate::ui::panels::markdown::{self, Block};
use crate::ui::panels::panes::Panes;
use crate::ui::panels::widgets;
use crate::ui::theme::{Theme, reading};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct GuidelinesPane {
    /// What was shown last, with what came of it.
    shown: Option<(String, Vec<Block>)>,
}

/// How far an arrow key scrolls, in points.
const STEP: f32 = 48.0;

/// The pane as a widget with keyboard focus.
pub fn pane_id() -> Id {
    Id::unique("guidelines")
}

impl GuidelinesPane {
    pub fn show(&mut self, ui: &mut Ui, panes: &mut Panes, session: &Session, outbox: &mut Outbox) {
        let theme = Theme::of(ui.ctx());
        let settings = session.shown_settings();
        let title = match settings {
            Some(settings) if !settings.name.is_empty() => {
                let project = widgets::one_line(&settings.name);
                tr!("guidelines-of-project", project = project)
            }
            _ => tr!("guidelines-of-labels").to_owned(),
        };
        let panel = direction::end_panel("guidelines")
            .exact_size(panes.widths().guidelines)
            .resizable(false)
            .frame(Frame::new().fill(theme.panel))
            .show(ui, |ui| {
                direction::column(ui, |ui| {
                    show_top(ui, session, &title, outbox);
                    let scroll = keyboard(ui, &title);
                    let rect = ui.available_rect_before_wrap();
                    ScrollArea::vertical()
                        .id_salt("guidelines")
                        .auto_shrink(false)
                        .show(ui, |ui| {
                            if let Some(by) = scroll {
                                ui.scroll_with_delta_animation(
                                    vec2(0.0, -by),
                                    egui::style::ScrollAnimation::none(),
                                );
                            }
                            let margin = Margin {
                                left: 14,
                                right: 14,
                                top: 0,
                                bottom: 20,
                            };
                            Frame::new().inner_margin(margin).show(ui, |ui| {
                                self.show_contents(ui, session, settings, outbox);
                            });
                        });
                    lists::paint_ring(ui, pane_id(), rect);
                });
            });
        panes.note(Pane::Guidelines, panel.response.rect);
    }

    fn show_contents(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        settings: Option<&ProjectSettings>,
        outbox: &mut Outbox,
    ) {
        if let Some(guidelines) = settings.and_then(|settings| settings.guidelines.as_deref()) {
            let version = settings.and_then(|settings| settings.guidelines_version.as_deref());
            if let Some(version) = version {
                widgets::quiet(ui, tr!("guidelines-version", version = version));
            }
            if let Some(link) = markdown::show(ui, self.blocks(guidelines)) {
                let event = ProjectSettingsEvent::ExampleChosen(link);
                outbox.send(Event::ProjectSettings(event));
            }
            ui.add_space(8.0);
        }
        show_annotators(ui, settings);
        show_labels(ui, session);
    }

    fn blocks(&mut self, guidelines: &str) -> &[Block] {
        let is_it = |shown: &(String, Vec<Block>)| shown.0 == guidelines;
        if !self.shown.as_ref().is_some_and(is_it) {
            self.shown = Some((guidelines.to_owned(), markdown::parse(guidelines)));
        }
        self.shown.as_ref().map_or(&[], |(_, blocks)| blocks)
    }
}

/// The title, and a button to hide the pane.
fn show_top(ui: &mut Ui, session: &Session, title: &str, outbox: &mut Outbox) {
    let margin = Margin {
        left: 14,
        right: 8,
        top: 10,
        bottom: 6,
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(direction::backward(egui::Align::Center), |ui| {
                let key = session.table().keymap().shown(CommandId::Guidelines);
                let name = widgets::with_key(tr!("guidelines-hide"), &key);
                if widgets::close_button(ui, &name).clicked() {
                    outbox.send(Event::Command(CommandId::Guidelines));
                }
                ui.with_layout(direction::forward(egui::Align::Center), |ui| {
                    widgets::heading(ui, title);
                });
            });
        });
    });
}

/// Makes the rest of `ui` a page that can have keyboard focus. How far a key scrolls it down, in points.
fn keyboard(ui: &Ui, name: &str) -> Option<f32> {
    let rect = ui.available_rect_before_wrap();
    let response = ui.interact(rect, pane_id(), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(pane_id(), filter));
    if lists::pressed(ui, Key::Enter) || lists::pressed(ui, Key::Escape) {
        ui.memory_mut(|memory| memory.request_focus(article_id()));
        return None;
    }
    let page = rect.height() * 0.9;
    let keys = [
        (Key::ArrowDown, STEP),
        (Key::ArrowUp, -STEP),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::End, f32::from(u16::MAX)),
        (Key::Home, -f32::from(u16::MAX)),
    ];
    let mut pressed = keys.into_iter().filter(|(key, _)| lists::pressed(ui, *key));
    pressed.next().map(|(_, by)| by)
}

fn show_annotators(ui: &mut Ui, settings: Option<&ProjectSettings>) {
    let names = settings.map(|settings| settings.annotators.join(", "));
    if let Some(names) = names.filter(|names| !names.is_empty()) {
        let names = widgets::one_line(&names);
        widgets::quiet(ui, tr!("guidelines-annotators", names = names));
    }
}

/// Each label with its color, its key and what belongs to it.
fn show_labels(ui: &mut Ui, session: &Session) {
    let theme = Theme::of(ui.ctx());
    for (index, label) in session.schema().labels().iter().enumerate() {
        widgets::hairline(ui, 6.0);
        let command = LabelIndex::try_from(index).map(CommandId::Label);
        let key = command.map(|id| session.table().keymap().shown(id));
        ui.horizontal(|ui| {
            widgets::label_pill(ui, label);
            if let Some(key) = key.ok().filter(|key| !key.is_empty()) {
                widgets::key_cap(ui, &key);
            }
        });
        let guideline = RichText::new(&label.guideline)
            .font(reading(16.0))
            .line_height(Some(24.0))
            .color(theme.text);
        ui.add(egui::Label::new(guideline).wrap());
    }
}
