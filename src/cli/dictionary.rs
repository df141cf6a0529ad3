//! `copydesk dictionary`: lists and patterns of one's own, listed, imported and exported.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::engine::dictionaries::DictionaryFile;
use copydesk_document::Schema;
use copydesk_suggest::dictionary::Dictionaries;

/// The dictionaries that an option names, or what is wrong with them.
pub(super) fn dictionaries(
    named: &[OsString],
    schema: &Schema,
) -> Result<Dictionaries, Vec<String>> {
    let mut dictionaries = Vec::new();
    let mut problems = Vec::new();
    for named in named {
        let (path, label) = named_file(named);
        match DictionaryFile::read(&path, label.as_deref()) {
            Ok(mut file) => {
                file.note_unknown_labels(schema);
                problems.extend(file.told_problems());
                dictionaries.push(file.dictionary);
            }
            Err(failure) => problems.push(failure.message),
        }
    }
    if problems.is_empty() {
        Ok(Dictionaries::new(&dictionaries))
    } else {
        Err(problems)
    }
}

/// `FILE=LABEL`; a file whose own name has the sign goes first.
fn named_file(named: &OsString) -> (PathBuf, Option<String>) {
    let path = Path::new(named);
    let split = named.to_str().and_then(|words| words.rsplit_once('='));
    match split {
        Some((file, label)) if !copydesk_store::disk::exists(path) => {
            (PathBuf::from(file), Some(label.to_owned()))
        }
        _ => (path.to_owned(), None),
    }
}
