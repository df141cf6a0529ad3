//! Which files of a folder are articles, told by their names alone, so that ten thousand take no time.

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::app::{FolderArticle, FolderListed, NaturalPathKey, NextDeeds};
use crate::engine::Progress;
use crate::engine::exchange::{LeftOut, files_below, is_data_set};
use copydesk_store::{RIGHTS_FILE, disk};

/// The extensions of files that are a text.
const TEXTS: [&str; 4] = ["txt", "text", "md", "markdown"];

/// The extensions of files of other programs that are one article each.
const PAGES: [&str; 6] = ["html", "htm", "xhtml", "docx", "odt", "pdf"];

/// The extensions of files that may hold articles of other programs and are imported. What a file is, its
/// bytes say; but nobody is asked about pictures, films and style sheets.
const DATA: [&str; 40] = [
    "ann",
    "bilou",
    "bio",
    "bioes",
    "conll",
    "conll2003",
    "conll2012",
    "conllu",
    "csv",
    "docm",
    "dotx",
    "eml",
    "epub",
    "gate",
    "gold_conll",
    "iob",
    "iob2",
    "json",
    "jsonl",
    "jsonld",
    "marked",
    "mdown",
    "mht",
    "mhtml",
    "mkd",
    "ndjson",
    "ott",
    "parquet",
    "pubtator",
    "rtf",
    "shtml",
    "spacy",
    "tab",
    "tei",
    "tsv",
    "xlsm",
    "xlsx",
    "xltx",
    "xmi",
    "xml",
];

/// Names, without extension, of texts that are about the folder and not among its articles.
const ABOUT: [&str; 8] = [
    "readme",
    "license",
    "licence",
    "notice",
    "changelog",
    "contributing",
    "guidelines",
    "authors",
];

/// Whether nothing in the folder is an article or could hold any.
pub fn is_empty(folder: &Path, progress: &Progress) -> bool {
    let listed = list(folder, progress);
    listed.articles.is_empty() && listed.data_files.is_empty()
}

/// Like [`list`]. `None` where articles can only be in other programs' files: those are imported, after a look
/// at all of them.
pub fn list_if_plain(folder: &Path, progress: &Progress) -> Option<FolderListed> {
    if is_data_set(folder) {
        return None;
    }
    let listed = list(folder, progress);
    (!listed.articles.is_empty()).then_some(listed)
}

/// The articles in `folder` and below, in the order of their names. Nothing is opened; links are not followed.
pub fn list(folder: &Path, progress: &Progress) -> FolderListed {
    let mut left_out: Vec<LeftOut> = Vec::new();
    let files = Files::of(files_below(folder, &mut left_out, progress));
    let mut articles: Vec<FolderArticle> = Vec::new();
    for (stem, mut texts) in files.texts {
        let saved = files.saved.get(&stem);
        texts.sort_by_key(|text| extension_rank(text));
        // The article file of that name belongs to one of the texts of that name.
        for (index, text) in texts.into_iter().enumerate() {
            let saved = saved.filter(|_| index == 0).cloned();
            articles.push(article_of(Some(text), saved));
        }
    }
    let paired: HashSet<&PathBuf> = articles.iter().filter_map(|it| it.saved.as_ref()).collect();
    let alone = files.saved.values().filter(|saved| !paired.contains(saved));
    let alone: Vec<FolderArticle> = alone
        .map(|saved| article_of(None, Some(saved.clone())))
        .collect();
    articles.extend(alone);
    in_name_order(FolderListed {
        root: folder.to_owned(),
        articles,
        data_files: in_order(files.data),
        problems: left_out
            .into_iter()
            .map(|left_out| format!("Left out {}: {}", left_out.what, left_out.why))
            .collect(),
        next_deeds: NextDeeds::default(),
    })
}

/// With the articles in the order of their names.
pub(super) fn in_name_order(mut listed: FolderListed) -> FolderListed {
    let articles = &mut listed.articles;
    articles.sort_by_cached_key(|article| NaturalPathKey::of(article.key()));
    listed
}

fn in_order(mut files: Vec<PathBuf>) -> Vec<PathBuf> {
    files.sort_by_cached_key(|file| NaturalPathKey::of(file));
    files
}

/// The files of a folder by what their names say they are.
#[derive(Default)]
struct Files {
    /// By path without extension.
    texts: BTreeMap<PathBuf, Vec<PathBuf>>,
    /// Article files, by path without extension.
    saved: BTreeMap<PathBuf, PathBuf>,
    /// Those that hold data.
    data: Vec<PathBuf>,
}

impl Files {
    fn of(paths: Vec<PathBuf>) -> Self {
        // The text of a brat annotation file is part of a data set.
        let of_brat: HashSet<PathBuf> = paths
            .iter()
            .filter(|path| has_extension(path, &["ann"]))
            .map(|path| path.with_extension(""))
            .collect();
        let mut files = Self::default();
        for path in paths {
            let stem = path.with_extension("");
            if has_extension(&path, &["ron"]) {
                if !is_setting(&path) {
                    files.saved.insert(stem, path);
                }
            } else if extension_rank(&path).is_some() && !of_brat.contains(&stem) {
                if !is_about(&path) {
                    files.texts.entry(stem).or_default().push(path);
                }
            } else if has_extension(&path, &DATA) {
                files.data.push(path);
            }
        }
        files
    }
}

/// Of several files of one name, which an article file of that name most likely belongs to: plain texts
/// first. `None` for a file that is no article by its name.
fn extension_rank(path: &Path) -> Option<usize> {
    let mut extensions = TEXTS.iter().chain(&PAGES);
    extensions.position(|extension| has_extension(path, &[extension]))
}

/// Whether the file's bytes are the article's text.
pub(in crate::engine) fn is_plain_text(path: &Path) -> bool {
    has_extension(path, &["txt", "text"])
}

pub(super) fn article_of(text: Option<PathBuf>, saved: Option<PathBuf>) -> FolderArticle {
    let path = saved.as_ref().or(text.as_ref());
    FolderArticle {
        version: path.and_then(|path| version_of(path)),
        text,
        saved,
    }
}

fn version_of(path: &Path) -> Option<(u128, u64)> {
    let (written, length) = disk::version(path)?;
    let since = written.duration_since(UNIX_EPOCH).unwrap_or_default();
    Some((since.as_nanos(), length))
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let own = path.extension().and_then(OsStr::to_str);
    own.is_some_and(|own| extensions.iter().any(|it| it.eq_ignore_ascii_case(own)))
}

/// A settings file of ours: a project, what is right in it, labels.
fn is_setting(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let settings = [
        "copydesk-project.ron",
        RIGHTS_FILE,
        "schema.ron",
        "labels.ron",
    ];
    settings.contains(&name.as_ref())
}

fn is_about(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    ABOUT.contains(&stem.to_lowercase().as_str())
}

#[cfg(test)]
#[path = "listing_tests.rs"]
mod tests;
