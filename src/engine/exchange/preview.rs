//! How an article will look in a data set, before it is written.

use std::path::Path;

use crate::engine::Failure;
use crate::engine::exchange::export::{failed, id_of_open, map_labels, settings};
use crate::engine::exchange::{Export, LossReport};
use copydesk_document::Record;
use copydesk_formats::export::{Article, Losses, MemorySink, Shape, Split, report_names};
use copydesk_i18n::tr;

/// The files that one article becomes, and what is lost of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// By name, those with the annotations first.
    pub files: Vec<(String, Beginning)>,
    pub losses: LossReport,
}

/// The beginning of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    pub text: String,
    /// Of the whole file, in bytes.
    pub length: usize,
}

/// No more is laid out in a window.
const MOST_LINES: usize = 200;
const MOST_CHARS: usize = 20_000;

/// How `record` will look in the data set `name`.
pub fn preview(export: &Export, name: &str, record: &Record) -> Result<Preview, Failure> {
    let settings = settings(export, name);
    let mut record = record.clone();
    if record.metadata.id.is_empty() {
        record.metadata.id = id_of_open(&record);
    }
    map_labels(export.map.as_ref(), &mut record);
    export.choice.apply(&mut record);
    let mut losses = LossReport::default();
    let mut sink = MemorySink::default();
    let mut data_set = export.to.begin(&settings);
    let mut add = |loss| losses.add(loss);
    let fingerprint = record.text.fingerprint();
    let split = export
        .split
        .map(|(dev, test)| Split::of(fingerprint, dev, test));
    let article = Article::new(&record, &record.metadata.id, split);
    let mut losses_of = Losses(&mut add);
    report_names(export.to, &article, &mut losses_of);
    data_set
        .article(&article, &mut sink, &mut losses_of)
        .and_then(|()| data_set.finish(&mut sink))
        .map_err(|error| failed(&error, Path::new(name)))?;
    let mut files: Vec<(String, Beginning)> = sink
        .files
        .iter()
        .map(|(place, bytes)| (file_name(export, name, place), beginning(bytes)))
        .collect();
    files.sort_by_key(|(name, _)| is_about_the_data(name));
    Ok(Preview { files, losses })
}

fn file_name(export: &Export, name: &str, place: &str) -> String {
    match (export.to.shape(), place.strip_prefix(MemorySink::MAIN)) {
        (Shape::File(extension), Some("")) => format!("{name}.{extension}"),
        (Shape::File(_), Some(ending)) => format!("{name}{ending}"),
        _ => place.to_owned(),
    }
}

/// Files that describe the others: a card, a configuration, a type system.
fn is_about_the_data(name: &str) -> bool {
    [".md", ".conf", "TypeSystem.xml"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

fn beginning(bytes: &[u8]) -> Beginning {
    let length = bytes.len();
    // The longest character has four bytes; what lies behind need not be looked at.
    let head = bytes.get(..MOST_CHARS * 4).unwrap_or(bytes);
    let text = match str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => head
            .get(..error.valid_up_to())
            .and_then(|head| str::from_utf8(head).ok())
            .unwrap_or_default(),
        Err(_) => "",
    };
    if text.contains('\0') || (text.is_empty() && length > 0) {
        let text = tr!("engine-preview-binary").to_owned();
        return Beginning { text, length };
    }
    let lines = text.split_inclusive('\n').take(MOST_LINES);
    let text = lines.flat_map(str::chars).take(MOST_CHARS).collect();
    Beginning { text, length }
}
