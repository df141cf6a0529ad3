//! The agreement as the window shows it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::app::{
    AgreementArticle, AgreementEvent, AgreementFact, AgreementPair, AgreementRow, AgreementTables,
    AgreementTask, Event, NaturalKey, Share,
};
use crate::engine::Progress;
use crate::engine::agreement::{Compared, Source, measure, people, read};
use copydesk_agreement::{Agreement, ArticleReport, Report, Setting};
use copydesk_document::LabelId;
use copydesk_evaluate::Measure;
use copydesk_i18n::tr;

/// The articles are drawn again so often for the intervals.
const RESAMPLES: usize = 1000;
/// How near γ's expected disorder comes.
const PRECISION: f64 = 0.01;

/// Does `task`.
pub fn answer(task: &AgreementTask, progress: &Progress) -> Event {
    let measured = tables(&task.folders, task.only_done, progress);
    Event::Agreement(AgreementEvent::Measured {
        ticket: task.ticket,
        measured: measured.map(|tables| tables.map(Box::new)),
    })
}

/// The answer to a task that could not be done.
pub fn failed(task: &AgreementTask, message: String) -> Event {
    Event::Agreement(AgreementEvent::Measured {
        ticket: task.ticket,
        measured: Err(message),
    })
}

/// `None` if it was stopped.
fn tables(
    folders: &[PathBuf],
    only_done: bool,
    progress: &Progress,
) -> Result<Option<AgreementTables>, String> {
    let people = people(folders, progress)?;
    let compared = read(&people, only_done, progress);
    if progress.is_cancelled() {
        return Ok(None);
    }
    let Some(categories) = compared.categories.clone() else {
        return Err(tr!("agreement-nothing-begun").to_owned());
    };
    let setting = Setting {
        annotators: compared.people.len(),
        categories,
        resamples: RESAMPLES,
        precision: PRECISION,
    };
    let report = measure(&compared, &setting, progress);
    Ok(report.map(|report| tables_of(compared, &report)))
}

fn tables_of(compared: Compared, report: &Report) -> AgreementTables {
    let labels = compared.labels.iter().zip(&report.labels);
    let used = labels.filter(|(_, agreement)| agreement.spans > 0);
    let together = row(None, &report.together);
    let pairs = report.pairs.iter().map(|pair| AgreementPair {
        people: pair.annotators,
        articles: pair.articles,
        strict_f1: pair.strict_f1.map(share),
        overlapping_f1: pair.overlapping_f1.map(share),
        cohen: pair.cohen.map(share),
    });
    let facts = report.facts.iter().filter_map(|fact| {
        Some(AgreementFact {
            label: compared.labels.get(fact.category)?.clone(),
            name: fact.name.clone(),
            pairs: fact.both,
            same: share(fact.same),
        })
    });
    let (by_article, is_dated) = by_article(&report.by_article, compared.sources);
    AgreementTables {
        articles: report.articles,
        complete: report.complete,
        rows: used
            .map(|(label, agreement)| row(Some(label.clone()), agreement))
            .chain([together])
            .collect(),
        pairs: pairs.collect(),
        facts: facts.collect(),
        by_article,
        is_dated,
        people: compared.people,
        left_out: compared.left_out,
    }
}

fn row(label: Option<LabelId>, agreement: &Agreement) -> AgreementRow {
    let coefficients = [
        agreement.strict_f1,
        agreement.overlapping_f1,
        agreement.cohen,
        agreement.fleiss,
        agreement.alpha,
        agreement.alpha_u,
        agreement.gamma,
        agreement.gamma_cat,
    ];
    AgreementRow {
        label,
        spans: agreement.spans,
        coefficients: coefficients.map(|measure| measure.map(share)),
    }
}

/// In the order of their dates, if all have one.
fn by_article(
    reports: &[ArticleReport],
    mut sources: BTreeMap<String, Source>,
) -> (Vec<AgreementArticle>, bool) {
    let article = |report: &ArticleReport| {
        let source = sources.remove(&report.id).unwrap_or_default();
        AgreementArticle {
            name: report.id.clone(),
            date: source.date,
            files: source.files,
            spans: report.spans,
            strict_f1: report.strict_f1,
            overlapping_f1: report.overlapping_f1,
        }
    };
    let mut articles: Vec<AgreementArticle> = reports.iter().map(article).collect();
    let is_dated = articles.iter().all(|article| !article.date.is_empty());
    articles.sort_by_cached_key(|article| NaturalKey::of(&article.name));
    if is_dated {
        articles.sort_by(|one, other| one.date.cmp(&other.date));
    }
    (articles, is_dated)
}

fn share(measure: Measure) -> Share {
    Share {
        estimate: measure.estimate,
        low: measure.interval.low,
        high: measure.interval.high,
    }
}

#[cfg(test)]
#[path = "tables_tests.rs"]
mod tests;
