//! The agreement as tables, for a person at a terminal.

use std::io::{self, Write};

use crate::cli::agreement::Answer;
use crate::cli::eval::table::{with_interval, write_rows};
use copydesk_agreement::{Agreement, ArticleReport, Report};
use copydesk_document::counted;
use copydesk_evaluate::Measure;

/// So many of the articles that people agree on least are shown.
const LEAST: usize = 5;

/// Each coefficient with its name.
type Column = (&'static str, fn(&Agreement) -> Option<Measure>);

const COLUMNS: [Column; 8] = [
    ("F1, strict", |it| it.strict_f1),
    ("F1, overlapping", |it| it.overlapping_f1),
    ("Cohen’s κ", |it| it.cohen),
    ("Fleiss’ κ", |it| it.fleiss),
    ("Krippendorff’s α", |it| it.alpha),
    ("Krippendorff’s α_u", |it| it.alpha_u),
    ("γ", |it| it.gamma),
    ("γ-cat", |it| it.gamma_cat),
];

pub(super) fn write(answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    let Answer { compared, report } = answer;
    let people = compared.people.join(", ");
    let articles = counted(report.articles, "article", "articles");
    writeln!(
        out,
        "{people}: {articles} of two or more, {} of all; 95% intervals by article",
        report.complete
    )?;
    write_coefficients(answer, out)?;
    write_pairs(answer, out)?;
    write_facts(answer, out)?;
    write_least(report, out)
}

/// A row for each coefficient, a column for each label that anybody used.
fn write_coefficients(answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    let Answer { compared, report } = answer;
    let labels = compared.labels.iter().zip(&report.labels);
    let used: Vec<(String, &Agreement)> = labels
        .filter(|(_, agreement)| agreement.spans > 0)
        .map(|(label, agreement)| (label.to_string(), agreement))
        .chain([("together".to_owned(), &report.together)])
        .collect();
    let row = |name: &str, of: &dyn Fn(&Agreement) -> String| {
        let cells = used.iter().map(|(_, agreement)| of(agreement));
        [name.to_owned()]
            .into_iter()
            .chain(cells)
            .collect::<Vec<String>>()
    };
    let names = used.iter().map(|(name, _)| name.clone());
    let mut rows = vec![[String::new()].into_iter().chain(names).collect()];
    rows.push(row("spans", &|agreement| agreement.spans.to_string()));
    for (name, of) in COLUMNS {
        rows.push(row(name, &|agreement| with_interval(of(agreement))));
    }
    writeln!(out)?;
    write_rows(&rows, out)
}

fn write_pairs(answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    let Answer { compared, report } = answer;
    if report.pairs.len() < 2 {
        return Ok(());
    }
    let head = ["", "articles", "F1, strict", "F1, overlapping", "Cohen’s κ"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for pair in &report.pairs {
        let name = |index: usize| compared.people.get(index).map_or("", String::as_str);
        let (one, other) = pair.annotators;
        rows.push(vec![
            format!("{} and {}", name(one), name(other)),
            pair.articles.to_string(),
            with_interval(pair.strict_f1),
            with_interval(pair.overlapping_f1),
            with_interval(pair.cohen),
        ]);
    }
    writeln!(out, "\nIn pairs, all labels")?;
    write_rows(&rows, out)
}

fn write_facts(answer: &Answer, out: &mut dyn Write) -> io::Result<()> {
    let Answer { compared, report } = answer;
    if report.facts.is_empty() {
        return Ok(());
    }
    let mut rows = vec![["", "pairs", "the same"].map(str::to_owned).to_vec()];
    for fact in &report.facts {
        let label = compared
            .labels
            .get(fact.category)
            .map_or("", |label| label.as_str());
        rows.push(vec![
            format!("{} of {label}", fact.name),
            fact.both.to_string(),
            with_interval(Some(fact.same)),
        ]);
    }
    writeln!(out, "\nOf the same spans, what both carry")?;
    write_rows(&rows, out)
}

fn write_least(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut articles: Vec<&ArticleReport> = report.by_article.iter().collect();
    articles.retain(|article| article.strict_f1.is_some_and(|f1| f1 < 1.0));
    articles.sort_by(|one, other| {
        let f1 = |article: &ArticleReport| article.strict_f1.unwrap_or(1.0);
        f1(one)
            .total_cmp(&f1(other))
            .then_with(|| one.id.cmp(&other.id))
    });
    if articles.is_empty() {
        return Ok(());
    }
    let head = ["", "people", "spans", "F1, strict", "F1, overlapping"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for article in articles.into_iter().take(LEAST) {
        let share = |share: Option<f64>| share.map_or_else(String::new, |it| format!("{it:.3}"));
        rows.push(vec![
            article.id.clone(),
            article.raters.to_string(),
            article.spans.to_string(),
            share(article.strict_f1),
            share(article.overlapping_f1),
        ]);
    }
    writeln!(out, "\nAgreed on least")?;
    write_rows(&rows, out)
}
