//! What was said to be right, as the folders' files have it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::engine::lint::Lint;
use copydesk_lint::{Finding, Kind, Right, Rights};
use copydesk_store::{RightLine, add_rights, load_rights};

/// What is right in any of `folders`.
///
/// # Errors
/// If a file cannot be read; in words, with the line and the path.
pub fn rights_of(folders: &[PathBuf]) -> Result<Rights, String> {
    let mut rights = Rights::default();
    for folder in folders {
        let lines = load_rights(folder)?.into_iter();
        let known = lines.filter_map(|line| {
            let article = line.article.map(|article| match folders {
                [_] => article,
                _ => format!("{}/{article}", folder.display()),
            });
            Some(Right {
                kind: Kind::called(&line.kind)?,
                words: line.words,
                labels: line.labels,
                article,
            })
        });
        rights.0.extend(known);
    }
    Ok(rights)
}

/// Remembers that `findings` are right, each in the file of its article's folder; what is about all articles in
/// that of the first. Returns how many were not remembered yet.
///
/// # Errors
/// If a file cannot be read or written.
pub fn remember(folders: &[PathBuf], lint: &Lint, findings: &[&Finding]) -> Result<usize, String> {
    let mut lines: BTreeMap<&Path, Vec<RightLine>> = BTreeMap::new();
    for finding in findings {
        let linted = finding.article.and_then(|index| lint.articles.get(index));
        let root = linted.map(|linted| linted.root.as_path());
        let Some(root) = root.or(folders.first().map(PathBuf::as_path)) else {
            continue;
        };
        let before = match folders {
            [_] => String::new(),
            _ => format!("{}/", root.display()),
        };
        let line = line_of(&finding.right, &before);
        lines.entry(root).or_default().push(line);
    }
    let mut count = 0;
    for (root, lines) in lines {
        count += add_rights(root, &lines)?;
    }
    Ok(count)
}

/// As the file has it: the article's name without `before`.
pub fn line_of(right: &Right, before: &str) -> RightLine {
    let Right {
        kind,
        words,
        labels,
        article,
    } = right.clone();
    let inside = |article: String| match article.strip_prefix(before) {
        Some(inside) => inside.to_owned(),
        None => article,
    };
    RightLine {
        kind: kind.name().to_owned(),
        article: article.map(inside),
        words,
        labels,
    }
}
