//! What in a folder may be an article.

use std::path::{Path, PathBuf};

use crate::engine::dictionaries::SHARED_FOLDER;
use crate::engine::exchange::LeftOut;
use crate::engine::{Progress, article_path, project_settings};
use copydesk_formats::import::Head;
use copydesk_store::disk::{self, EntryKind};

/// Every ordinary file in `folder` and below, sorted; links are not followed. Whatever else there is
/// goes into `left_out`.
pub(in crate::engine) fn files(
    folder: &Path,
    left_out: &mut Vec<LeftOut>,
    progress: &Progress,
) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if progress.is_cancelled() {
            break;
        }
        let entries = match disk::kinds(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                left_out.push(LeftOut {
                    what: folder.display().to_string(),
                    why: error.to_string(),
                });
                continue;
            }
        };
        for (path, kind) in entries {
            let name = path.file_name().unwrap_or_default();
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            match kind {
                EntryKind::File => found.push(path),
                EntryKind::Folder if name == SHARED_FOLDER => {}
                EntryKind::Folder => folders.push(path),
                EntryKind::Other(what) => left_out.push(LeftOut {
                    what: path.display().to_string(),
                    why: what.to_owned(),
                }),
            }
        }
    }
    project_settings::without_companions(folder, &mut found);
    found.sort();
    found
}

/// Whether the file is of a kind that programs read: in a folder of articles it is an index or a
/// setting, unless it is known to hold articles.
pub(super) fn is_for_programs(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let extension = extension.to_string_lossy();
    DATA.contains(&extension.as_ref())
}

const DATA: [&str; 14] = [
    "json", "jsonl", "ndjson", "csv", "tsv", "xml", "yaml", "yml", "toml", "ini", "log", "js",
    "css", "lock",
];

/// Whether the file is a text whose article file lies beside it: that one is read instead.
pub(super) fn is_saved_beside(path: &Path) -> bool {
    let beside = article_path(path);
    let head = || disk::head(&beside, Head::BYTES).unwrap_or_default();
    beside != path && disk::exists(&beside) && copydesk_store::is_article_file(&head())
}

/// Whether the file goes with another that is read instead: the text of a brat annotation file, its
/// configuration, a side file of a data set of ours.
pub(super) fn is_companion(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_text_of_brat = || disk::exists(&path.with_extension("ann"));
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("txt") => is_text_of_brat(),
        Some("conf") => name == "annotation.conf" || name == "visual.conf",
        Some("offsets") => true,
        Some("csv" | "tsv") => name.ends_with(".articles.csv") || name.ends_with(".articles.tsv"),
        Some("xml") => name == "TypeSystem.xml",
        Some("json") => name == disk::NewFiles::MANIFEST || name == "croissant.json",
        _ => false,
    }
}
