//! Writes examples into the guidelines of a project, and takes them back.

use std::path::Path;

use crate::app::{AddedExample, ExampleFile};
use copydesk_document::GuidelineExample;
use copydesk_store::{ChangedFile, Stamp, change_guidelines, restore_files};

/// Adds `example` to the guidelines of the project in `root`.
///
/// # Errors
/// In words, if a file cannot be read or written.
pub(super) fn add(root: &Path, example: &GuidelineExample) -> Result<Box<AddedExample>, String> {
    let changed = change_guidelines(root, |text| example.added_to(text))?;
    let files = changed.into_iter().map(|file| ExampleFile {
        path: file.path,
        before: file.before,
        after: file.after.to_hex(),
    });
    Ok(Box::new(AddedExample {
        root: root.to_owned(),
        label: example.label.clone(),
        files: files.collect(),
    }))
}

/// # Errors
/// In words, if a file is not as it was left, or cannot be written.
pub(super) fn take_back(added: &AddedExample) -> Result<(), String> {
    let files = added.files.iter().filter_map(|file| {
        Some(ChangedFile {
            path: file.path.clone(),
            before: file.before.clone(),
            after: Stamp::from_hex(&file.after)?,
        })
    });
    restore_files(&files.collect::<Vec<ChangedFile>>())
}
