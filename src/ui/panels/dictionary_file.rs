//! One dictionary in its dialog: name, label, what is wrong with its lines, and what can be done with it.

use eframe::egui;
use egui::{Id, Key, RichText, Ui, vec2};

use crate::app::{DictionaryDeed, DictionaryEvent, DictionaryLine, Event, Session};
use crate::ui::Outbox;
use crate::ui::panels::dictionaries::{Draft, wanted};
use crate::ui::panels::widgets::{self, Press};
use crate::ui::panels::{menu_bar, switches};
use crate::ui::theme::{Theme, interface};
use copydesk_i18n::tr;

/// So many problems are shown; the next come once these are mended.
const MOST_PROBLEMS: usize = 3;
const PROBLEM: f32 = 19.0;

/// The name, and for a list its label.
pub fn show_head(
    ui: &mut Ui,
    session: &Session,
    line: &DictionaryLine,
    draft: &mut Draft,
    outbox: &mut Outbox,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        show_name(ui, line, draft, outbox);
        if line.name.to_ascii_lowercase().ends_with(".txt") {
            show_label(ui, session, line, draft, outbox);
        }
    });
}

fn show_name(ui: &mut Ui, line: &DictionaryLine, draft: &mut Draft, outbox: &mut Outbox) {
    let id = Id::unique("dictionary name");
    let field = widgets::field(&mut draft.name, id, tr!("dictionary-name")).desired_width(200.0);
    let response = ui.add_sized(vec2(216.0, 26.0), field);
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_label(tr!("dictionary-name"));
    });
    let is_left = response.lost_focus();
    let is_given_up = is_left && ui.input(|input| input.key_pressed(Key::Escape));
    if is_given_up || (is_left && draft.name.trim().is_empty()) {
        draft.name.clone_from(&line.name);
    } else if is_left && draft.name != line.name {
        draft.save(outbox);
        let (path, name) = (line.path.clone(), draft.name.clone());
        wanted(DictionaryDeed::Rename { path, name }, outbox);
    }
}

fn show_label(
    ui: &mut Ui,
    session: &Session,
    line: &DictionaryLine,
    draft: &mut Draft,
    outbox: &mut Outbox,
) {
    let labels = session.schema().labels();
    let choices: Vec<(String, bool)> = labels
        .iter()
        .map(|label| (label.name.clone(), line.labels.contains(&label.name)))
        .collect();
    let clicked = switches::segments(ui, &choices);
    if let Some(label) = clicked.and_then(|index| labels.get(index)) {
        draft.save(outbox);
        let (path, label) = (line.path.clone(), label.id.as_str().to_owned());
        wanted(DictionaryDeed::Label { path, label }, outbox);
    }
}

pub fn problems_height(line: &DictionaryLine) -> f32 {
    line.problems.len().min(MOST_PROBLEMS + 1) as f32 * PROBLEM
}

pub fn show_problems(ui: &mut Ui, line: &DictionaryLine) {
    ui.spacing_mut().item_spacing.y = 3.0;
    for problem in line.problems.iter().take(MOST_PROBLEMS) {
        let words = tr!(
            "dictionary-line-problem",
            line = problem.line,
            message = &problem.message
        );
        let theme = Theme::of(ui.ctx());
        let words = RichText::new(words)
            .font(interface(12.0))
            .color(theme.problem);
        ui.add(egui::Label::new(words).truncate());
    }
    let more = line.problems.len().saturating_sub(MOST_PROBLEMS);
    if more > 0 {
        widgets::quiet(ui, tr!("dictionary-more-problems", count = more));
    }
}

/// What is in it, and what it finds in the article that is shown.
pub fn show_found(ui: &mut Ui, line: &DictionaryLine, has_article: bool) {
    let words = if has_article {
        tr!(
            "dictionary-found",
            entries = line.entries,
            matches = line.matches
        )
    } else {
        tr!("dictionary-entries", count = line.entries)
    };
    widgets::quiet(ui, words);
}

/// In which forms a list is exported, by the ending.
fn exports() -> [(&'static str, &'static str); 3] {
    [
        (tr!("dictionary-export-list"), "txt"),
        (tr!("dictionary-export-table"), "csv"),
        (tr!("dictionary-export-patterns"), "jsonl"),
    ]
}

/// What can be done with a list, as lines of a menu. Returns the first.
pub fn show_lines(
    ui: &mut Ui,
    line: &DictionaryLine,
    draft: &mut Draft,
    outbox: &mut Outbox,
) -> Option<egui::Id> {
    let mut first = None;
    for (words, extension) in exports() {
        let export = menu_bar::show_line(ui, words);
        if export.clicked() {
            send_export(line, extension, draft, outbox);
            ui.close();
        }
        first = first.or(Some(export.id));
    }
    widgets::hairline(ui, 3.0);
    if menu_bar::show_line(ui, tr!("dictionary-delete")).clicked() {
        let path = line.path.clone();
        wanted(DictionaryDeed::Delete { path }, outbox);
        ui.close();
    }
    first
}

fn send_export(
    line: &DictionaryLine,
    extension: &'static str,
    draft: &mut Draft,
    outbox: &mut Outbox,
) {
    draft.save(outbox);
    let path = line.path.clone();
    outbox.send(Event::Dictionary(DictionaryEvent::ExportWanted {
        path,
        extension,
    }));
}

/// Saving, deleting and exporting.
pub fn show_deeds(ui: &mut Ui, line: &DictionaryLine, draft: &mut Draft, outbox: &mut Outbox) {
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let save = Press::new(tr!("dictionary-save")).main(draft.is_changed());
        if save.enabled(draft.is_changed()).show(ui).clicked() {
            draft.save(outbox);
        }
        if Press::new(tr!("dictionary-delete")).show(ui).clicked() {
            let path = line.path.clone();
            wanted(DictionaryDeed::Delete { path }, outbox);
        }
        for (words, extension) in exports() {
            if Press::new(words).show(ui).clicked() {
                send_export(line, extension, draft, outbox);
            }
        }
    });
}
