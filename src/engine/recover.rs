//! Brings back all work that was never saved, at the start of the program.

use crate::app::{Findings, Opened};
use crate::engine::project_settings::TextLabels;
use crate::engine::{Progress, open};
use copydesk_i18n::tr;
use copydesk_store::{Home, Recovered, Stamp};

/// Everything that journals hold and no file does, and what cannot be read.
pub(super) fn recover(
    labels: &TextLabels,
    home: &Home,
    progress: &Progress,
) -> (Vec<Opened>, Vec<String>) {
    let (found, errors) = copydesk_store::journals(home);
    let opened = found
        .into_iter()
        .map(|recovered| article(recovered, labels, home, progress));
    let problems = errors.iter().map(ToString::to_string);
    (opened.collect(), problems.collect())
}

/// With its file, if that is there and still has the same text.
fn article(recovered: Recovered, labels: &TextLabels, home: &Home, progress: &Progress) -> Opened {
    let Some(source) = &recovered.source else {
        return alone(recovered);
    };
    match open::open(source, labels.of_text(source), Some(home), progress) {
        Ok(Some(opened)) if opened.article.document() == recovered.article.document() => opened,
        Ok(_) | Err(_) => {
            let source = source.display().to_string();
            let warning = tr!("recovered-without-file", path = source);
            let mut opened = alone(recovered);
            opened.warnings.push(warning);
            opened
        }
    }
}

/// As the journal has it, without what is in its file.
fn alone(recovered: Recovered) -> Opened {
    let Recovered {
        article,
        source,
        stamp,
        caret,
        focus,
        is_cut,
    } = recovered;
    article.document().text().paragraphs();
    Opened {
        article: Box::new(article),
        saved_at: stamp.and(source.clone()),
        path: source,
        stamp: stamp.map(Stamp::to_hex),
        text_beside: None,
        warnings: is_cut
            .then(|| tr!("journal-cut").to_owned())
            .into_iter()
            .collect(),
        findings: Findings::default(),
        own_file: None,
        is_recovered: true,
        caret,
        focus,
    }
}

#[cfg(test)]
#[path = "recover_tests.rs"]
mod tests;
