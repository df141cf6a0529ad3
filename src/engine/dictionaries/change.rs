//! Changes the files of dictionaries: writes, renames, deletes, imports and exports them.

use std::path::{Path, PathBuf};

use crate::app::{DictionaryDeed, DictionaryDone, DictionaryRequest};
use crate::engine::dictionaries::{DictionaryFile, is_dictionary, name_of};
use crate::engine::{Failure, FailureKind};
use copydesk_document::{Schema, counted};
use copydesk_i18n::tr;
use copydesk_store::{DiskErrorKind, Expected, Home, Stamp, disk};
use copydesk_suggest::dictionary::{
    Content, Dictionary, DictionaryKind, label_called, list_head, with_list_head, write,
};

/// Does what is asked; `None` where nothing is to be changed.
pub fn change(
    request: &DictionaryRequest,
    home: Option<&Home>,
) -> Result<Option<DictionaryDone>, Failure> {
    let done = match &request.deed {
        DictionaryDeed::List | DictionaryDeed::Try { .. } => return Ok(None),
        DictionaryDeed::Write { path, before, text } => {
            let before = before.as_ref().map(|text| Stamp::of(text.as_bytes()));
            write_text(path, text, before)?;
            quiet(path)
        }
        DictionaryDeed::Create => {
            let path = free_path(&folder(home)?, "New list.txt");
            write_text(&path, &first_head(&request.schema), None)?;
            quiet(&path)
        }
        DictionaryDeed::Label { path, label } => {
            let file = DictionaryFile::read(path, None)?;
            let before = Stamp::of(file.text.as_bytes());
            write_text(path, &with_list_head(&file.text, label), Some(before))?;
            quiet(path)
        }
        DictionaryDeed::Rename { path, name } => rename(path, name)?,
        DictionaryDeed::Delete { path } => {
            disk::remove(path)?;
            quiet(path)
        }
        DictionaryDeed::Import { from } => import(from, None, &folder(home)?)?,
        DictionaryDeed::Export { path, to } => export(path, to)?,
        DictionaryDeed::Add { label, words } => add(&folder(home)?, &request.schema, label, words)?,
    };
    Ok(Some(done))
}

fn quiet(path: &Path) -> DictionaryDone {
    DictionaryDone {
        path: path.to_owned(),
        words: String::new(),
    }
}

fn failure(message: String) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message,
    }
}

/// Where the user's own dictionaries are.
pub fn folder(home: Option<&Home>) -> Result<PathBuf, Failure> {
    let missing = || failure("There is no settings folder to keep dictionaries in".to_owned());
    home.map(Home::dictionaries).ok_or_else(missing)
}

fn write_text(path: &Path, text: &str, before: Option<Stamp>) -> Result<(), Failure> {
    if let Some(folder) = path.parent() {
        disk::make_folder(folder)?;
    }
    let expected = before.map_or(Expected::Nothing, Expected::Unchanged);
    disk::write_atomically(path, text.as_bytes(), expected)?;
    Ok(())
}

/// A new list has the first label until a person says another.
fn first_head(schema: &Schema) -> String {
    let first = schema.labels().first();
    first.map_or_else(String::new, |label| list_head(label.id.as_str()))
}

/// `name` in `folder`, or with a number where there is such a file.
fn free_path(folder: &Path, name: &str) -> PathBuf {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "txt"));
    let numbered = (2..).map(|number| folder.join(format!("{stem} {number}.{extension}")));
    let mut paths = std::iter::once(folder.join(name)).chain(numbered);
    paths
        .find(|path| !disk::exists(path))
        .unwrap_or_else(|| folder.join(name))
}

fn rename(path: &Path, name: &str) -> Result<DictionaryDone, Failure> {
    let name = name.trim();
    let extension = DictionaryKind::of(&name_of(path)).extension();
    let extension = path.extension().map_or_else(
        || extension.to_owned(),
        |extension| extension.to_string_lossy().into_owned(),
    );
    let stem = name.strip_suffix(&format!(".{extension}")).unwrap_or(name);
    let is_name = !stem.is_empty() && !stem.starts_with('.') && !stem.contains(['/', '\\', ':']);
    if !is_name {
        return Err(failure(tr!("engine-dictionary-no-file-name", name = name)));
    }
    let to = path.with_file_name(format!("{stem}.{extension}"));
    if to != path {
        if disk::exists(&to) {
            let path = to.display().to_string();
            return Err(failure(tr!("engine-dictionary-name-taken", path = path)));
        }
        disk::rename(path, &to)?;
    }
    Ok(quiet(&to))
}

/// Copies the file at `from` into `folder`, under a name that is free.
pub fn import(from: &Path, label: Option<&str>, folder: &Path) -> Result<DictionaryDone, Failure> {
    let file = DictionaryFile::read(from, label)?;
    let Dictionary { name, entries } = &file.dictionary;
    if let (true, Some(problem)) = (entries.is_empty(), file.problems.first()) {
        return Err(failure(format!(
            "Could not add the dictionary: {problem}: {}",
            from.display()
        )));
    }
    let name = if is_dictionary(from) {
        name.clone()
    } else {
        format!("{name}.txt")
    };
    let path = free_path(folder, &name);
    let is_list = DictionaryKind::of(&name) == DictionaryKind::List;
    let text = match label {
        Some(label) if is_list => with_list_head(&file.text, label),
        _ => file.text.clone(),
    };
    write_text(&path, &text, None)?;
    let unread = match file.problems.len() {
        0 => String::new(),
        count => format!("; {} cannot be read", counted(count, "line", "lines")),
    };
    let entries = counted(entries.len(), "entry", "entries");
    let words = format!("Added “{}” with {entries}{unread}", name_of(&path));
    Ok(DictionaryDone { path, words })
}

/// Writes the file at `path` as the kind that the name `to` ends in.
pub fn export(path: &Path, to: &Path) -> Result<DictionaryDone, Failure> {
    let file = DictionaryFile::read(path, None)?;
    let (text, losses) = write(&file.dictionary, DictionaryKind::of(&name_of(to)));
    // A person chose the name, and was asked where there is such a file.
    disk::write_atomically(to, text.as_bytes(), Expected::Anything)?;
    let mut words = format!("Exported to “{}”", name_of(to));
    for loss in &losses {
        words.push_str("; ");
        words.push_str(&loss.replacen("The case", "the case", 1));
    }
    Ok(DictionaryDone {
        path: path.to_owned(),
        words,
    })
}

/// Puts `words` into the list of `label`, which is made if there is none.
fn add(
    folder: &Path,
    schema: &Schema,
    label: &str,
    words: &str,
) -> Result<DictionaryDone, Failure> {
    let known = label_called(schema, label);
    let plural = known.map_or(label, |label| &label.plural);
    let stem = copydesk_text::folded(plural);
    let is_name = stem
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    let stem = if is_name { stem } else { label.to_owned() };
    let path = folder.join(format!("{stem}.txt"));
    let (mut text, before) = match disk::read(&path) {
        Ok(contents) => {
            let file = DictionaryFile::read(&path, None)?;
            if holds(&file.dictionary, words) {
                let words = tr!("engine-dictionary-has-words", words = words, list = stem);
                return Ok(DictionaryDone { path, words });
            }
            (file.text, Some(contents.stamp))
        }
        Err(error) if error.kind == DiskErrorKind::NotFound => {
            let is_plain =
                label_called(schema, &stem).map(|label| &label.id) == known.map(|label| &label.id);
            let head = if is_plain {
                String::new()
            } else {
                list_head(label)
            };
            (head, None)
        }
        Err(error) => return Err(error.into()),
    };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(words);
    text.push('\n');
    write_text(&path, &text, before)?;
    let words = tr!("engine-dictionary-words-added", words = words, list = stem);
    Ok(DictionaryDone { path, words })
}

fn holds(dictionary: &Dictionary, wanted: &str) -> bool {
    let mut entries = dictionary.entries.iter();
    entries.any(|entry| matches!(&entry.content, Content::Words { words, .. } if words == wanted))
}
