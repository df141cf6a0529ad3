//! The file in a data set of several files that says what it is.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use copydesk_formats::export::Settings;
use copydesk_formats::import::{self, Importer};
use copydesk_store::disk::{self, NewFiles};

#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    format: String,
    generator: String,
    articles: usize,
    spans: usize,
    /// By part of the split, if there is one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    parts: BTreeMap<String, usize>,
}

/// The manifest as JSON, for people too.
pub(super) fn print(
    format: &str,
    articles: usize,
    spans: usize,
    parts: &BTreeMap<String, usize>,
) -> Vec<u8> {
    let manifest = Manifest {
        format: format.to_owned(),
        generator: Settings::GENERATOR.to_owned(),
        articles,
        spans,
        parts: parts.clone(),
    };
    let mut json = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
    json.push(b'\n');
    json
}

/// The format of the data set in `folder`, if that is one of ours.
pub(super) fn format(folder: &Path) -> Option<&'static dyn Importer> {
    let contents = disk::read(&folder.join(NewFiles::MANIFEST)).ok()?;
    let manifest: Manifest = serde_json::from_slice(&contents.bytes).ok()?;
    import::importer(&manifest.format)
}

/// Whether `folder` is a data set of ours.
pub(in crate::engine) fn is_data_set(folder: &Path) -> bool {
    format(folder).is_some()
}
