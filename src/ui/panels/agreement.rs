//! The dialog of agreement: whose folders are compared, and the tables that come of it.

use eframe::egui;
use egui::{Context, ScrollArea, Ui};

use crate::app::{
    AgreementEvent, AgreementRow, AgreementTables, Coefficient, Event, MOST_PEOPLE, Session,
};
use crate::ui::Outbox;
use crate::ui::panels::figure_plots::{self, Series, Shown};
use crate::ui::panels::figure_table::{self, FigureTable, with_interval};
use crate::ui::panels::sheet::{Sheet, buttons, list_height};
use crate::ui::panels::statistics::show_left_out;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::panels::working;
use crate::ui::theme::Theme;
use copydesk_document::{ColorRole, LabelId};
use copydesk_i18n::tr;

const WIDTH: f32 = 900.0;
/// So many of the articles that people agree on least are shown.
const LEAST: usize = 10;

pub fn show(ctx: &Context, session: &Session, outbox: &mut Outbox) {
    let sheet = Sheet {
        title: tr!("agreement-title"),
        width: WIDTH,
        is_at_top: false,
    };
    sheet.show_closable(ctx, outbox, |ui, outbox| {
        let view = session.agreement();
        if let Some(done) = view.counting() {
            working::show_bar(ui, tr!("agreement-working"), done);
            if buttons(ui, [Press::new(tr!("statistics-stop"))]).is_some() {
                outbox.send(Event::Agreement(AgreementEvent::Stopped));
            }
            return;
        }
        show_folders(ui, session, outbox);
        match view.measured() {
            Some(Ok(tables)) => {
                let taken = 70.0 + 26.0 * view.folders().len() as f32;
                let height = (list_height(ui.ctx()) - taken).max(120.0);
                working::page(ui, tr!("agreement-title"), height, |ui| {
                    show_tables(ui, session, tables, outbox);
                });
            }
            Some(Err(why)) => drop(widgets::quiet(ui, why)),
            None => drop(widgets::quiet(ui, tr!("agreement-about"))),
        }
        let ready = session.agreement_ready();
        let presses = [
            Press::new(tr!("agreement-compare")).enabled(ready.is_ok()),
            Press::new(tr!("sheet-close")).key("Escape"),
        ];
        let pressed = buttons(ui, presses);
        if let Err(reason) = ready {
            widgets::beside_buttons(ui, reason);
        }
        match pressed {
            Some(0) => outbox.send(Event::Agreement(AgreementEvent::Wanted)),
            Some(_) => outbox.send(Event::DialogClosed),
            None => {}
        }
    });
}

/// The folders, each with a button that takes it from the list, and what is compared of them.
fn show_folders(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let view = session.agreement();
    for (index, folder) in view.folders().iter().enumerate() {
        let path = folder.display().to_string();
        ui.horizontal(|ui| {
            let name = tr!("agreement-drop-folder", path = &path);
            if widgets::close_button(ui, &name).clicked() {
                outbox.send(Event::Agreement(AgreementEvent::FolderDropped(index)));
            }
            ui.label(&path);
        });
    }
    ui.horizontal(|ui| {
        let add = Press::new(tr!("agreement-add-folder")).small();
        let has_room = view.folders().len() < MOST_PEOPLE;
        if add.enabled(has_room).show(ui).clicked() {
            outbox.send(Event::Agreement(AgreementEvent::FolderWanted));
        }
        let mut only_done = view.only_done();
        if ui
            .checkbox(&mut only_done, tr!("agreement-only-done"))
            .changed()
        {
            outbox.send(Event::Agreement(AgreementEvent::OnlyDone(only_done)));
        }
    });
    ui.add_space(4.0);
}

fn show_tables(ui: &mut Ui, session: &Session, tables: &AgreementTables, outbox: &mut Outbox) {
    widgets::quiet(
        ui,
        tr!(
            "agreement-of",
            people = tables.people.join(", "),
            count = tables.articles,
            complete = tables.complete
        ),
    );
    show_coefficients(ui, session, &tables.rows);
    show_pairs(ui, tables);
    show_facts(ui, session, tables);
    show_least(ui, tables, outbox);
    show_time(ui, tables);
    show_left_out(ui, &tables.left_out);
}

fn name_of(session: &Session, label: &LabelId) -> String {
    let known = session.schema().label(label);
    known.map_or_else(|| label.to_string(), |label| label.name.clone())
}

/// A row for each coefficient, a column for each label: there are more labels than fit beside each other in few
/// windows only, which scroll sideways.
fn show_coefficients(ui: &mut Ui, session: &Session, rows: &[AgreementRow]) {
    figure_table::title(ui, tr!("agreement-by-label"));
    let name = |row: &AgreementRow| match &row.label {
        Some(label) => name_of(session, label),
        None => tr!("agreement-together").to_owned(),
    };
    let head = [String::new()].into_iter().chain(rows.iter().map(name));
    let spans = rows.iter().map(|row| row.spans.to_string());
    let spans = [tr!("statistics-column-spans").to_owned()]
        .into_iter()
        .chain(spans);
    let mut table = FigureTable {
        head: head.collect(),
        rows: vec![spans.collect()],
    };
    for (index, coefficient) in Coefficient::ALL.into_iter().enumerate() {
        let cells = rows.iter().map(|row| {
            let share = row.coefficients.get(index).copied().flatten();
            with_interval(share)
        });
        let name = coefficient_name(coefficient).to_owned();
        table.rows.push([name].into_iter().chain(cells).collect());
    }
    let width = 150.0 + 150.0 * rows.len() as f32;
    ScrollArea::horizontal()
        .id_salt("coefficients")
        .show(ui, |ui| {
            ui.set_min_width(width.max(ui.available_width()));
            table.show(ui);
        });
}

fn coefficient_name(coefficient: Coefficient) -> &'static str {
    match coefficient {
        Coefficient::StrictF1 => tr!("agreement-strict-f1"),
        Coefficient::OverlappingF1 => tr!("agreement-overlapping-f1"),
        Coefficient::Cohen => tr!("agreement-cohen"),
        Coefficient::Fleiss => tr!("agreement-fleiss"),
        Coefficient::Alpha => tr!("agreement-alpha"),
        Coefficient::AlphaU => tr!("agreement-alpha-u"),
        Coefficient::Gamma => tr!("agreement-gamma"),
        Coefficient::GammaCat => tr!("agreement-gamma-cat"),
    }
}

fn show_pairs(ui: &mut Ui, tables: &AgreementTables) {
    if tables.pairs.len() < 2 {
        return;
    }
    figure_table::title(ui, tr!("agreement-pairs"));
    let name = |index: usize| tables.people.get(index).map_or("", String::as_str);
    let rows = tables.pairs.iter().map(|pair| {
        vec![
            tr!(
                "agreement-pair",
                one = name(pair.people.0),
                other = name(pair.people.1)
            ),
            pair.articles.to_string(),
            with_interval(pair.strict_f1),
            with_interval(pair.overlapping_f1),
            with_interval(pair.cohen),
        ]
    });
    let head = [
        "",
        tr!("statistics-column-articles"),
        tr!("agreement-strict-f1"),
        tr!("agreement-overlapping-f1"),
        tr!("agreement-cohen"),
    ];
    let table = FigureTable {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    table.show(ui);
}

fn show_facts(ui: &mut Ui, session: &Session, tables: &AgreementTables) {
    if tables.facts.is_empty() {
        return;
    }
    figure_table::title(ui, tr!("agreement-facts"));
    let rows = tables.facts.iter().map(|fact| {
        vec![
            format!("{}: {}", name_of(session, &fact.label), fact.name),
            fact.pairs.to_string(),
            with_interval(Some(fact.same)),
        ]
    });
    let head = [
        "",
        tr!("agreement-column-pairs"),
        tr!("agreement-column-same"),
    ];
    let table = FigureTable {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    table.show(ui);
}

/// The articles that people agree on least; one that is pressed is opened.
fn show_least(ui: &mut Ui, tables: &AgreementTables, outbox: &mut Outbox) {
    let least: Vec<usize> = tables.least().into_iter().take(LEAST).collect();
    if least.is_empty() {
        return;
    }
    figure_table::title(ui, tr!("agreement-least"));
    let short = |share: Option<f64>| share.map_or_else(String::new, |share| format!("{share:.2}"));
    let rows = least.iter().filter_map(|index| {
        let article = tables.by_article.get(*index)?;
        Some(vec![
            article.name.clone(),
            article.spans.to_string(),
            short(article.strict_f1),
            short(article.overlapping_f1),
        ])
    });
    let head = [
        tr!("agreement-column-article"),
        tr!("statistics-column-spans"),
        tr!("agreement-strict-f1"),
        tr!("agreement-overlapping-f1"),
    ];
    let table = FigureTable {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    let pressed = table.show_pressable(ui);
    if let Some(index) = pressed.and_then(|row| least.get(row)) {
        outbox.send(Event::Agreement(AgreementEvent::ArticleChosen(*index)));
    }
}

/// Strict F1 of one article after the other.
fn show_time(ui: &mut Ui, tables: &AgreementTables) {
    let articles = tables.by_article.iter().enumerate();
    let points =
        articles.filter_map(|(index, article)| Some([index as f64 + 1.0, article.strict_f1?]));
    let points: Vec<[f64; 2]> = points.collect();
    if points.len() < 2 {
        return;
    }
    figure_table::title(ui, tr!("agreement-over-time"));
    let order = if tables.is_dated {
        tr!("agreement-by-date")
    } else {
        tr!("agreement-by-name")
    };
    let words = points.iter().map(|[at, f1]| format!("{at} {f1:.2}"));
    let shown = Shown {
        name: tr!("agreement-over-time"),
        words: words.collect::<Vec<_>>().join(", "),
        x: order,
        y: tr!("agreement-strict-f1"),
    };
    let last = tables.by_article.len() as f64;
    let series = Series {
        name: tr!("agreement-strict-f1").to_owned(),
        color: Theme::of(ui.ctx()).label(ColorRole::Blue),
        points,
        intervals: Vec::new(),
        is_dashed: false,
    };
    figure_plots::lines(ui, &shown, &[series], (1.0, last), false);
}
