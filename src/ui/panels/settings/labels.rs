//! The labels for texts: a list of them, and one to edit; nothing holds until it is saved.

mod draft;

use std::sync::Arc;

use eframe::egui;
use egui::{CornerRadius, Id, Rect, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};

use crate::app::{Event, LabelsPlace, Session, SettingsEvent, SharedLabels};
use crate::ui::Outbox;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::settings::{choose, line_field, row};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_document::{AttributeContent, AttributeKind, ColorRole, Label, LabelStyle};
use copydesk_i18n::tr;
use draft::Draft;

#[derive(Default)]
pub struct LabelsSettings {
    draft: Option<Draft>,
    /// Of the label that is edited, in the draft.
    chosen: usize,
    /// The name of a new label is to be typed.
    wants_name: bool,
    /// A person was told that something is not saved.
    is_warned: bool,
}

const LIST_WIDTH: f32 = 176.0;
const ROW: f32 = 30.0;

fn list_id() -> Id {
    Id::unique("labels to edit")
}

impl LabelsSettings {
    pub fn show(&mut self, ui: &mut Ui, height: f32, session: &Session, outbox: &mut Outbox) {
        let settings = session.settings();
        let labels = match &settings.labels {
            None => {
                widgets::quiet(ui, tr!("settings-reading-labels"));
                return;
            }
            Some(Err(message)) => {
                show_problem(ui, message);
                return;
            }
            Some(Ok(labels)) => labels,
        };
        let draft = self.draft.get_or_insert_with(|| Draft::of(&labels.schema));
        draft.follow(&labels.schema);
        widgets::quiet(ui, about(&labels.place));
        show_offer(ui, session, labels, outbox);
        ui.add_space(8.0);
        let top = ui.cursor().top();
        let left = height - (top - ui.min_rect().top());
        let body = (left - 30.0).max(120.0);
        let width = ui.available_width() - LIST_WIDTH - 18.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 18.0;
            ui.allocate_ui(vec2(LIST_WIDTH, body), |ui| {
                ui.set_width(LIST_WIDTH);
                ui.vertical(|ui| self.show_list(ui, body));
            });
            ui.allocate_ui(vec2(width, body), |ui| {
                ui.set_width(width);
                ui.vertical(|ui| self.show_label(ui, body));
            });
        });
        let problem = self.draft.as_ref().and_then(Draft::problem);
        let problem = problem.or_else(|| settings.trouble.clone());
        let warning = self
            .is_warned
            .then(|| tr!("settings-labels-not-saved").to_owned());
        if let Some(problem) = warning.or(problem) {
            show_problem(ui, &problem);
        }
    }

    fn show_list(&mut self, ui: &mut Ui, height: f32) {
        let Some(draft) = &mut self.draft else { return };
        let height = height - 38.0;
        let rect = Rect::from_min_size(ui.cursor().min, vec2(LIST_WIDTH, height));
        let count = draft.labels().len();
        let has_keyboard =
            lists::in_dialog(ui, rect, list_id(), tr!("settings-page-labels"), &mut false);
        let step = has_keyboard.then(|| lists::pressed_step(ui)).flatten();
        if let Some(Step::To(to)) = step.map(|step| step.from(Some(self.chosen), count, 5)) {
            self.chosen = to;
        }
        self.chosen = self.chosen.min(count.saturating_sub(1));
        lists::rows(ui, list_id(), count, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical()
                .id_salt("labels to edit")
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink(false)
                .show(ui, |ui| {
                    for (index, label) in draft.labels().iter().enumerate() {
                        let is_chosen = index == self.chosen;
                        let row = show_row(ui, label, is_chosen);
                        lists::place_row(list_id(), &row, index, is_chosen);
                        if row.clicked() {
                            self.chosen = index;
                            ui.memory_mut(|memory| memory.request_focus(list_id()));
                        }
                    }
                });
        });
        lists::paint_ring(ui, list_id(), rect);
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if Press::new(tr!("settings-new-label"))
                .small()
                .show(ui)
                .clicked()
            {
                self.chosen = draft.add();
                self.wants_name = true;
            }
            let delete = Press::new(tr!("settings-delete-label"))
                .small()
                .enabled(count > 1);
            if delete.show(ui).clicked() {
                draft.remove(self.chosen);
            }
        });
    }

    fn show_label(&mut self, ui: &mut Ui, height: f32) {
        let chosen = self.chosen;
        let Some(draft) = &mut self.draft else { return };
        let layers = draft.layers();
        let Some(mut label) = draft.labels().get(chosen).cloned() else {
            return;
        };
        let count = draft.labels().len();
        let mut to = chosen;
        ScrollArea::vertical()
            .id_salt(("label to edit", chosen))
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 14.0);
                let wants_name = std::mem::take(&mut self.wants_name);
                show_fields(ui, (chosen, wants_name), &mut label, &layers);
                row(ui, tr!("settings-label-order"), "", |ui| {
                    if Press::new(tr!("settings-label-up"))
                        .small()
                        .enabled(chosen > 0)
                        .show(ui)
                        .clicked()
                    {
                        to = chosen - 1;
                    }
                    let down = Press::new(tr!("settings-label-down"))
                        .small()
                        .enabled(chosen + 1 < count);
                    if down.show(ui).clicked() {
                        to = chosen + 1;
                    }
                });
            });
        draft.put(chosen, label);
        if to != chosen {
            draft.swap(chosen, to);
            self.chosen = to;
        }
    }

    /// Whether the window may close: the first time that something is not saved, that is told.
    pub fn may_close(&mut self) -> bool {
        let is_changed = self.draft.as_ref().is_some_and(Draft::is_changed);
        !is_changed || std::mem::replace(&mut self.is_warned, true)
    }

    pub fn show_deeds(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let Some(draft) = &mut self.draft else { return };
        let settings = session.settings();
        let Some(Ok(labels)) = &settings.labels else {
            return;
        };
        let schema = draft.schema();
        let can_save = labels.place != LabelsPlace::Given && !settings.is_saving;
        let schema = schema.filter(|schema| can_save && *schema != *labels.schema);
        let save = Press::new(tr!("settings-save-labels"))
            .main(true)
            .enabled(schema.is_some())
            .show(ui);
        if save.clicked() {
            self.is_warned = false;
        }
        if let Some(schema) = schema.filter(|_| save.clicked()) {
            let event = SettingsEvent::LabelsSubmitted(Arc::new(schema));
            outbox.send(Event::Settings(event));
        }
        if Press::new(tr!("settings-redo"))
            .enabled(draft.can_redo())
            .show(ui)
            .clicked()
        {
            draft.redo();
        }
        let is_undone = crate::ui::panels::settings::is_undo_pressed(ui);
        let undo = Press::new(tr!("settings-undo"))
            .enabled(draft.can_undo())
            .show(ui);
        if undo.clicked() || is_undone {
            draft.undo();
        }
    }
}

fn about(place: &LabelsPlace) -> String {
    match place {
        LabelsPlace::Own(_) => tr!("settings-labels-own").to_owned(),
        LabelsPlace::Project { name, .. } => tr!("settings-labels-project", project = name),
        LabelsPlace::Given => tr!("settings-labels-given").to_owned(),
    }
}

/// Where the article that is shown has other labels, these can be given to it.
fn show_offer(ui: &mut Ui, session: &Session, labels: &SharedLabels, outbox: &mut Outbox) {
    let Some(article) = session.article() else {
        return;
    };
    let document = article.document();
    if **document.schema() == *document.labels_with(&labels.schema) {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        widgets::quiet(ui, tr!("settings-labels-differ"));
        let take = Press::new(tr!("settings-use-labels")).small().show(ui);
        if take.clicked() {
            outbox.send(Event::Settings(SettingsEvent::LabelsTaken));
        }
    });
}

fn show_problem(ui: &mut Ui, message: &str) {
    let theme = Theme::of(ui.ctx());
    let words = egui::RichText::new(message)
        .font(interface(12.0))
        .color(theme.problem);
    ui.add(egui::Label::new(words).wrap());
}

fn show_row(ui: &mut Ui, label: &Label, is_chosen: bool) -> egui::Response {
    let row = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
    row.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &label.name));
    lists::ground_of_row(ui, &row, is_chosen);
    let theme = Theme::of(ui.ctx());
    let rect = row.rect;
    let mark = Rect::from_center_size(rect.left_center() + vec2(14.0, 0.0), vec2(10.0, 10.0));
    let color = theme.label(label.color);
    ui.painter().rect_filled(mark, CornerRadius::same(2), color);
    let font = if is_chosen {
        strong(size::INTERFACE)
    } else {
        interface(size::INTERFACE)
    };
    let ink = Ink::new(font, theme.text);
    let name = widgets::lay_out(ui, &label.name, &ink, rect.width() - 56.0, 1);
    widgets::paint_line(ui, name, rect.left() + 26.0, rect.center().y);
    let ink = Ink::new(interface(size::SMALL), theme.quiet);
    let key = widgets::line(ui, &label.key.to_ascii_uppercase().to_string(), &ink);
    let left = rect.right() - 10.0 - key.size().x;
    widgets::paint_line(ui, key, left, rect.center().y);
    row
}

/// The fields of the label with this place in the list, and whether its name is to be typed.
fn show_fields(
    ui: &mut Ui,
    (place, wants_name): (usize, bool),
    label: &mut Label,
    layers: &[String],
) {
    // Not by its id, which follows the name of a new label.
    let id = Id::unique(("label field", place));
    let in_files = tr!("settings-label-in-files", id = label.id.as_str());
    let name = tr!("settings-label-name");
    row(ui, name, &in_files, |ui| {
        let field = line_field(ui, &mut label.name, id.with("name"), name, 180.0);
        if wants_name {
            field.request_focus();
            widgets::select_all(ui, id.with("name"), &label.name);
        }
        widgets::label_pill(ui, label);
    });
    let name = tr!("settings-label-plural");
    row(ui, name, "", |ui| {
        line_field(ui, &mut label.plural, id.with("plural"), name, 180.0);
    });
    let (name, about) = (tr!("settings-label-key"), tr!("settings-label-key-about"));
    row(ui, name, about, |ui| {
        let mut key = label.key.to_string();
        let field = line_field(ui, &mut key, id.with("key"), name, 36.0);
        let typed = key.chars().rfind(|c| *c != label.key);
        if let Some(typed) = typed.filter(|_| field.changed()) {
            label.key = typed.to_ascii_lowercase();
        }
    });
    row(ui, tr!("settings-label-color"), "", |ui| {
        for role in ColorRole::ALL {
            if show_color(ui, role, label.color == role).clicked() {
                label.color = role;
            }
        }
    });
    row(ui, tr!("settings-label-looks"), "", |ui| {
        let choices = [
            (LabelStyle::Tint, tr!("settings-label-tint")),
            (LabelStyle::Band, tr!("settings-label-band")),
        ];
        choose(ui, &mut label.style, &choices);
    });
    let (name, about) = (
        tr!("settings-label-layer"),
        tr!("settings-label-layer-about"),
    );
    row(ui, name, about, |ui| {
        let mut layer = label.layer.as_str().to_owned();
        line_field(ui, &mut layer, id.with("layer"), name, 120.0);
        for known in layers {
            let is_on = *known == layer;
            if widgets::chip_as(ui, Role::RadioButton, known, is_on).clicked() {
                layer.clone_from(known);
            }
        }
        if layer != label.layer.as_str() {
            label.layer = copydesk_document::Layer::new(&layer);
        }
    });
    show_attributes(ui, label, id);
    let (name, about) = (
        tr!("settings-label-guideline"),
        tr!("settings-label-guideline-about"),
    );
    row(ui, name, about, |ui| {
        let field = TextEdit::multiline(&mut label.guideline)
            .id(id.with("guideline"))
            .desired_rows(4)
            .desired_width(ui.available_width() - 4.0)
            .margin(egui::Margin::symmetric(8, 4));
        ui.add(field).accessible_name(name);
    });
}

fn show_color(ui: &mut Ui, role: ColorRole, is_on: bool) -> egui::Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.allocate_response(vec2(26.0, 26.0), Sense::click());
    let name = color_name(role);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
    let color = theme.label(role);
    let inside = response.rect.shrink(5.0);
    ui.painter()
        .rect_filled(inside, CornerRadius::same(4), color);
    if is_on {
        let ring = egui::Stroke::new(2.0, theme.text);
        let around = response.rect.shrink(1.0);
        ui.painter().rect_stroke(
            around,
            CornerRadius::same(6),
            ring,
            egui::StrokeKind::Inside,
        );
    }
    widgets::paint_focus(ui, &response, CornerRadius::same(6));
    response.on_hover_text(name)
}

fn color_name(role: ColorRole) -> &'static str {
    match role {
        ColorRole::Blue => tr!("settings-color-blue"),
        ColorRole::Green => tr!("settings-color-green"),
        ColorRole::Amber => tr!("settings-color-amber"),
        ColorRole::Magenta => tr!("settings-color-magenta"),
        ColorRole::Teal => tr!("settings-color-teal"),
        ColorRole::Violet => tr!("settings-color-violet"),
        ColorRole::Red => tr!("settings-color-red"),
        ColorRole::Gray => tr!("settings-color-gray"),
    }
}

/// What a span of the label can carry besides its words.
fn show_attributes(ui: &mut Ui, label: &mut Label, id: Id) {
    let mut gone = None;
    for (index, attribute) in label.attributes.iter_mut().enumerate() {
        let id = id.with(("attribute", index));
        let name = if index == 0 {
            tr!("settings-attributes")
        } else {
            ""
        };
        row(ui, name, "", |ui| {
            line_field(
                ui,
                &mut attribute.title,
                id.with("title"),
                tr!("settings-attribute-name"),
                110.0,
            );
            show_content(ui, attribute, id);
            let cross = widgets::close_button(
                ui,
                &tr!("settings-attribute-remove", name = &attribute.title),
            );
            if cross.clicked() {
                gone = Some(index);
            }
        });
    }
    if let Some(index) = gone {
        label.attributes.remove(index);
    }
    let name = if label.attributes.is_empty() {
        tr!("settings-attributes")
    } else {
        ""
    };
    let about = tr!("settings-attributes-about");
    row(ui, name, about, |ui| {
        if Press::new(tr!("settings-attribute-add"))
            .small()
            .show(ui)
            .clicked()
        {
            let attribute = draft::new_attribute(&label.attributes);
            label.attributes.push(attribute);
        }
    });
}

fn show_content(ui: &mut Ui, attribute: &mut AttributeKind, id: Id) {
    let kinds: [(AttributeContent, &str); 3] = [
        (AttributeContent::Figure, tr!("settings-attribute-value")),
        (AttributeContent::Words, tr!("settings-attribute-words")),
        (
            AttributeContent::Choice(Vec::new()),
            tr!("settings-attribute-choice"),
        ),
    ];
    for (kind, words) in kinds {
        let is_on = std::mem::discriminant(&kind) == std::mem::discriminant(&attribute.content);
        if widgets::chip_as(ui, Role::RadioButton, words, is_on).clicked() && !is_on {
            attribute.content = kind;
        }
    }
    if let AttributeContent::Choice(choices) = &mut attribute.content {
        let mut words = choices.join(", ");
        let field = line_field(
            ui,
            &mut words,
            id.with("choices"),
            tr!("settings-attribute-choices"),
            200.0,
        );
        if field.changed() {
            let parts = words.split(',').enumerate();
            *choices = parts
                .map(|(index, part)| {
                    if index == 0 {
                        part
                    } else {
                        part.strip_prefix(' ').unwrap_or(part)
                    }
                })
                .map(str::to_owned)
                .collect();
        }
    }
}
