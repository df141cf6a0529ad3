//! The import dialog: what other programs' files hold, and how their labels map to ours.

use eframe::egui;
use egui::{
    ComboBox, Context, Key, Modifiers, Response, RichText, Role, ScrollArea, Sense, Ui, vec2,
};

use crate::app::{
    Event, ExchangeEvent, ImportChoice, ImportDraft, ImportTo, MOST_OPENED, Session, Survey,
    SurveyLabel,
};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::report;
use crate::ui::panels::sheet::{Sheet, Submit};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, reading, size, strong};
use copydesk_document::Label;
use copydesk_i18n::tr;

#[derive(Default)]
pub struct ImportDialog {
    is_new: bool,
}

const WIDTH: f32 = 720.0;
const ROW: f32 = 30.0;
const OURS_WIDTH: f32 = 176.0;
/// Height of an open list.
const LIST_HEIGHT: f32 = 320.0;
/// Examples of files that could not be read; the report has more.
const MOST_EXAMPLES: usize = 3;
/// Height around the dialog's body: margins, title and buttons.
const AROUND: f32 = 150.0;

impl ImportDialog {
    pub fn new() -> Self {
        Self { is_new: true }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let Some(draft) = session.exchange().import() else {
            return;
        };
        let title = title(draft);
        let sheet = Sheet {
            title: &title,
            width: WIDTH,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            let mut choice = draft.choice.clone();
            let height = (ctx.content_rect().height() - AROUND).clamp(120.0, 560.0);
            ScrollArea::vertical()
                .id_salt("import body")
                .max_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| self.show_body(ui, session, draft, &mut choice));
            show_answer(ui, session, draft, outbox);
            if choice != draft.choice {
                let chosen = ExchangeEvent::ImportChosen(choice);
                outbox.send(Event::Exchange(chosen));
            }
        });
    }

    fn show_body(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        draft: &ImportDraft,
        choice: &mut ImportChoice,
    ) {
        ui.spacing_mut().item_spacing.y = 8.0;
        self.show_format(ui, session, draft, choice);
        let Some(survey) = &draft.survey else {
            let words = session.exchange().work().map(crate::app::Work::words);
            widgets::quiet(
                ui,
                words.unwrap_or_else(|| tr!("import-reading").to_owned()),
            );
            return;
        };
        show_counts(ui, survey);
        if !survey.labels.is_empty() {
            show_labels(ui, session, survey, choice);
        }
        if survey.predictions > 0 {
            let words = tr!("import-predictions", count = survey.predictions);
            ui.checkbox(&mut choice.takes_predictions, words);
        }
        if survey.articles > 0 {
            show_target(ui, survey, choice);
        }
        if !survey.left_out.is_empty() {
            ui.add_space(6.0);
            widgets::heading(ui, tr!("import-not-read"));
            report::show_groups(ui, &survey.left_out, MOST_EXAMPLES);
        }
    }

    /// The detected format, and the others to choose from.
    fn show_format(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        draft: &ImportDraft,
        choice: &mut ImportChoice,
    ) {
        let read = &session.exchange().formats().read;
        let name = |id: &str| {
            let known = read.iter().find(|(known, _)| *known == id);
            known.map_or_else(
                || tr!("import-copydesk-article").to_owned(),
                |(_, name)| (*name).to_owned(),
            )
        };
        let recognized = draft.survey.as_ref().map(|survey| {
            let names: Vec<String> = survey.formats.keys().map(|id| name(id)).collect();
            names.join(", ")
        });
        let by_itself = match (&recognized, choice.format) {
            (Some(names), None) if !names.is_empty() => tr!("import-detected", names = names),
            _ => tr!("import-detect").to_owned(),
        };
        ui.horizontal(|ui| {
            widgets::quiet(ui, tr!("import-format"));
            let shown = choice.format.map_or_else(|| by_itself.clone(), name);
            let others = read
                .iter()
                .map(|(id, name)| (Some(*id), (*name).to_owned()));
            let list = DropDown {
                salt: "format",
                name: tr!("import-format"),
                shown: RichText::new(shown),
                width: 280.0,
            };
            let entries = std::iter::once((None, by_itself)).chain(others);
            let response = list.show(ui, &mut choice.format, entries);
            if std::mem::take(&mut self.is_new) {
                response.request_focus();
            }
        });
        let rivals = draft.survey.as_ref().map(|survey| &survey.rivals);
        if choice.format.is_none()
            && let Some(rivals) = rivals.filter(|rivals| !rivals.is_empty())
        {
            let names: Vec<String> = rivals.iter().map(|id| name(id)).collect();
            let words = tr!("import-several-formats", names = names.join(", "));
            problem(ui, &words);
        }
    }
}

fn title(draft: &ImportDraft) -> String {
    match draft.paths.as_slice() {
        [only] => {
            let name = only.file_name().unwrap_or(only.as_os_str());
            tr!("import-title", name = name.to_string_lossy())
        }
        paths => tr!("import-title-many", count = paths.len()),
    }
}

fn problem(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    let words = RichText::new(words)
        .font(interface(12.0))
        .color(theme.problem);
    ui.add(egui::Label::new(words).wrap());
}

fn show_counts(ui: &mut Ui, survey: &Survey) {
    let theme = Theme::of(ui.ctx());
    let listed: usize = survey.labels.iter().map(|label| label.spans).sum();
    let spans = listed + survey.unlisted;
    let words = tr!("import-counts", articles = survey.articles, spans = spans);
    let words = RichText::new(words)
        .font(interface(size::INTERFACE))
        .color(theme.text);
    ui.add(egui::Label::new(words).wrap());
    if survey.unlisted > 0 {
        problem(ui, &tr!("import-unlisted", count = survey.unlisted));
    }
}

/// Each of their labels, and which of ours it becomes.
fn show_labels(ui: &mut Ui, session: &Session, survey: &Survey, choice: &mut ImportChoice) {
    ui.add_space(6.0);
    widgets::heading(ui, tr!("import-labels"));
    let height = ROW * survey.labels.len().min(8) as f32;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical()
            .id_salt("labels")
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, ROW, survey.labels.len(), |ui, rows| {
                for label in survey.labels.get(rows).unwrap_or_default() {
                    show_label(ui, session, label, choice);
                }
            });
    });
}

fn show_label(ui: &mut Ui, session: &Session, label: &SurveyLabel, choice: &mut ImportChoice) {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width();
    let height = vec2(width, ROW);
    let layout = direction::backward(egui::Align::Center);
    ui.allocate_ui_with_layout(height, layout, |ui| {
        ui.set_min_height(ROW);
        ui.add_space(12.0);
        show_ours(ui, session, label, choice);
        let left = ui.available_width();
        let (rect, response) = ui.allocate_exact_size(vec2(left, ROW), Sense::hover());
        let words = tr!(
            "import-label-spoken",
            label = &label.name,
            count = label.spans,
            example = &label.example
        );
        response.widget_info(|| egui::WidgetInfo::labeled(Role::Label, true, &words));
        let name = Ink::new(strong(size::INTERFACE), theme.text);
        let name = widgets::lay_out(ui, &label.name, &name, left * 0.34, 1);
        let response = widgets::whole(response, &name, &label.name);
        widgets::paint_line(ui, name, rect.left(), rect.center().y);
        let count = label.spans.to_string();
        let count = widgets::line(ui, &count, &Ink::new(interface(12.0), theme.quiet));
        let count_right = rect.left() + left * 0.36 + 50.0;
        let count_left = count_right - count.size().x;
        widgets::paint_line(ui, count, count_left, rect.center().y);
        let example = Ink::new(reading(16.0), theme.quiet);
        let example_left = count_right + 14.0;
        let room = (rect.right() - 12.0 - example_left).max(0.0);
        let example = widgets::lay_out(ui, &label.example, &example, room, 1);
        let is_cut = example.elided;
        widgets::paint_line(ui, example, example_left, rect.center().y);
        if is_cut {
            response.on_hover_text(&label.example);
        }
    });
}

fn show_ours(ui: &mut Ui, session: &Session, label: &SurveyLabel, choice: &mut ImportChoice) {
    let theme = Theme::of(ui.ctx());
    let labels = session.import_labels();
    let name = |ours: &Label| ours.name.clone();
    let Some(chosen) = choice.map.get_mut(&label.name) else {
        return;
    };
    let known = chosen
        .as_ref()
        .and_then(|id| labels.iter().find(|ours| ours.id == *id));
    let shown = match known {
        Some(ours) => RichText::new(name(ours)).color(theme.text),
        None if label.ours.is_none() => RichText::new(tr!("import-no-match")).color(theme.problem),
        None => RichText::new(tr!("import-left-out")).color(theme.quiet),
    };
    let heard = match known {
        Some(ours) => tr!("import-becomes", label = &label.name, ours = &ours.name),
        None => tr!("import-is-left-out", label = &label.name),
    };
    let list = DropDown {
        salt: &label.name,
        name: &heard,
        shown,
        width: OURS_WIDTH,
    };
    let ours = labels
        .iter()
        .map(|ours| (Some(ours.id.clone()), name(ours)));
    let entries = ours.chain(std::iter::once((None, tr!("import-leave-out").to_owned())));
    list.show(ui, chosen, entries);
}

/// A list that opens below its button and closes on a choice, by mouse or keyboard.
struct DropDown<'a> {
    salt: &'a str,
    name: &'a str,
    shown: RichText,
    width: f32,
}

impl DropDown<'_> {
    fn show<T: PartialEq>(
        self,
        ui: &mut Ui,
        value: &mut T,
        entries: impl Iterator<Item = (T, String)>,
    ) -> Response {
        let combo = ComboBox::from_id_salt(("drop down", self.salt))
            .width(self.width)
            .height(LIST_HEIGHT)
            .selected_text(self.shown)
            .show_ui(ui, |ui| {
                let mut is_chosen = false;
                for (entry, words) in entries {
                    is_chosen |= ui.selectable_value(value, entry, words).clicked();
                }
                if is_chosen {
                    ui.close();
                }
                is_chosen
            });
        if combo.inner == Some(true) {
            combo.response.request_focus();
        }
        combo.response.accessible_name(self.name)
    }
}

fn show_target(ui: &mut Ui, survey: &Survey, choice: &mut ImportChoice) {
    ui.add_space(6.0);
    widgets::heading(ui, tr!("import-destination"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        let is_offered = survey.articles <= MOST_OPENED;
        for (to, words, is_offered) in [
            (ImportTo::Here, tr!("import-open-here"), is_offered),
            (ImportTo::Folder, tr!("import-save-in-folder"), true),
        ] {
            let is_on = choice.to == to;
            let chip = |ui: &mut Ui| widgets::chip_as(ui, Role::RadioButton, words, is_on);
            let response = ui.add_enabled_ui(is_offered, chip).inner;
            if response.clicked() {
                choice.to = to;
            }
            let ready = if is_offered {
                Ok(())
            } else {
                Err(tr!("import-too-many-to-open"))
            };
            widgets::why_not(response, ready);
        }
    });
}

fn show_answer(ui: &mut Ui, session: &Session, draft: &ImportDraft, outbox: &mut Outbox) {
    let ready = session.import_ready();
    let articles = draft.survey.as_ref().map_or(0, |survey| survey.articles);
    let words = match draft.choice.to {
        _ if ready.is_err() => tr!("import-import").to_owned(),
        ImportTo::Here => tr!("import-open-articles", count = articles),
        ImportTo::Folder => tr!("import-save-articles", count = articles),
    };
    let is_sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let submit = Submit {
        press: Press::new(&words).key("Ctrl+Enter"),
        is_sent,
        ready,
        event: ExchangeEvent::ImportWanted,
    };
    submit.show(ui, outbox);
}
