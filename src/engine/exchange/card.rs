//! What is known of how a data set was made: the guidelines of its project, and how far people agreed.

use std::path::{Path, PathBuf};

use crate::engine::Progress;
use crate::engine::agreement::{Compared, measure, people, read};
use copydesk_agreement::{Agreement, Setting};
use copydesk_formats::export::{AgreementFigures, AgreementRow, Figure, GuidelinesVersion};
use copydesk_store::{disk, find_project, load_project};
use copydesk_text::ArticleText;

/// Which guidelines the articles at `path` are annotated by; `None` where their project has none.
///
/// # Errors
/// If they cannot be read; in words, the path last.
pub fn guidelines_of(path: &Path) -> Result<Option<GuidelinesVersion>, String> {
    let path = disk::absolute(path);
    let folder = if disk::is_folder(&path) {
        Some(path.as_path())
    } else {
        path.parent()
    };
    let Some(root) = folder.and_then(find_project) else {
        return Ok(None);
    };
    let project = load_project(&root)?;
    let text = project.read_guidelines(&root)?;
    Ok(text.map(|text| {
        let name = project.guidelines.unwrap_or_default();
        GuidelinesVersion {
            heading: first_heading(&text).unwrap_or(&name).to_owned(),
            hash: ArticleText::new(text.as_str())
                .fingerprint()
                .as_str()
                .to_owned(),
        }
    }))
}

fn first_heading(markdown: &str) -> Option<&str> {
    let mut lines = markdown.lines();
    lines.find_map(|line| {
        let words = line.trim_start_matches('#');
        let is_heading = words.len() < line.len() && words.starts_with(' ');
        is_heading.then(|| words.trim().trim_end_matches('#').trim_end())
    })
}

/// How far those agree whose files are in `folders`, as `copydesk agreement` has it, and what was left out,
/// one sentence each. `None` where it was cancelled.
///
/// # Errors
/// If there is nothing to compare; in words.
pub fn agreement_in(
    folders: &[PathBuf],
    progress: &Progress,
) -> Result<Option<(AgreementFigures, Vec<String>)>, String> {
    let people = people(folders, progress)?;
    let compared = read(&people, false, progress);
    let Some(categories) = compared.categories.clone() else {
        return Err("None of these folders has an article that was begun".to_owned());
    };
    let setting = Setting {
        annotators: compared.people.len(),
        categories,
        resamples: 1000,
        precision: 0.01,
    };
    let Some(report) = measure(&compared, &setting, progress) else {
        return Ok(None);
    };
    if report.articles == 0 {
        return Err("No two people have the same article in these folders".to_owned());
    }
    let all = row("All labels", &report.together);
    let Compared {
        people,
        labels,
        left_out,
        ..
    } = compared;
    let by_label = labels.iter().zip(&report.labels);
    let by_label = by_label.filter(|(_, of)| of.spans > 0);
    let by_label = by_label.map(|(label, of)| row(label.as_str(), of));
    let figures = AgreementFigures {
        annotators: people.len(),
        articles: report.articles,
        rows: [all].into_iter().chain(by_label).collect(),
    };
    Ok(Some((figures, left_out)))
}

fn row(name: &str, agreement: &Agreement) -> AgreementRow {
    AgreementRow {
        name: name.to_owned(),
        strict_f1: agreement
            .strict_f1
            .map(|it| Figure::of(it.estimate, (it.interval.low, it.interval.high))),
        alpha: agreement
            .alpha
            .map(|it| Figure::of(it.estimate, (it.interval.low, it.interval.high))),
        gamma: agreement
            .gamma
            .map(|it| Figure::of(it.estimate, (it.interval.low, it.interval.high))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_guidelines_is_their_heading_and_what_they_say() {
        let heading = |text| first_heading(text);
        assert_eq!(heading("Text\n#tag\n## News # 2 ##\n# B"), Some("News # 2"));
        assert_eq!(heading("None"), None);
    }
}
