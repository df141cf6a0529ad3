//! Reads and writes labels as a schema file: the one inside the program, the user's own or a project's.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::disk::{self, Expected};
use crate::disk_error::DiskError;
use crate::label_printer;
use crate::outline;
use crate::read_error::{self, ReadError, ReadErrorKind};
use crate::wire_v1::{LabelV1, SchemaFileV1};
use copydesk_document::{Label, Schema, SchemaError};
use copydesk_text::LineColumn;

/// The labels that the program comes with.
pub fn built_in_schema() -> Arc<Schema> {
    static BUILT_IN: OnceLock<Arc<Schema>> = OnceLock::new();
    let schema = BUILT_IN.get_or_init(|| {
        #[expect(
            clippy::expect_used,
            reason = "part of the program; a test reads it with every build"
        )]
        let schema = parse_schema(include_bytes!("../../../assets/schema.ron"))
            .expect("the schema inside the program is well-formed");
        Arc::new(schema)
    });
    Arc::clone(schema)
}

/// The labels in the bytes of a schema file.
pub fn parse_schema(bytes: &[u8]) -> Result<Schema, ReadError> {
    let ron = read_error::text_of(bytes)?;
    let fields = outline::top_fields(ron);
    if !fields.iter().any(|(name, _)| *name == "labels") {
        return Err(ReadError::new(
            ReadErrorKind::NotOurs,
            "this is not a schema file: it has no list of labels",
        ));
    }
    let file: SchemaFileV1 = read_error::from_ron(ron)?;
    if file.format != 1 {
        return Err(ReadError::new(
            ReadErrorKind::Newer,
            format!(
                "the schema file has format {}, this program reads format 1; update Copydesk",
                file.format
            ),
        ));
    }
    schema(file.labels, ron, &["labels"])
}

/// The labels of `schema` as a schema file, which [`parse_schema`] reads.
pub fn print_schema(schema: &Schema) -> String {
    let labels = schema.labels().iter();
    let labels: Vec<String> = labels.map(label_printer::label_in_lines).collect();
    format!(
        "// Labels for Copydesk. Labels in the same layer never overlap; labels in different layers may.\n\
         // color: Blue, Green, Amber, Magenta, Teal, Violet, Red or Gray. style: Tint or Band.\n\
         // attributes: Figure (a normalized value), Words, or Choice([…]).\n\
         (\n    format: 1,\n    labels: [\n{}    ],\n)\n",
        labels.concat()
    )
}

/// Writes `schema` as the labels at `path`, over nothing but other labels.
///
/// # Errors
/// If the file is no schema file that can be read, or cannot be written.
pub fn save_schema(path: &Path, schema: &Schema) -> Result<(), DiskError> {
    if let Some(folder) = path.parent() {
        disk::make_folder(folder)?;
    }
    let is_ours: fn(&[u8]) -> bool = |bytes| parse_schema(bytes).is_ok();
    let ron = print_schema(schema);
    disk::write_atomically(path, ron.as_bytes(), Expected::NothingOrOurs(is_ours)).map(drop)
}

/// A schema of `labels`, which stand in `ron` in the list at `path`.
pub(crate) fn schema(labels: Vec<LabelV1>, ron: &str, path: &[&str]) -> Result<Schema, ReadError> {
    let error = |index: Option<usize>, why: &str| {
        let place = index.and_then(|index| outline::element_starts(ron, path).get(index).copied());
        ReadError::new(
            ReadErrorKind::Schema,
            format!("{why}; correct the labels in a text editor"),
        )
        .at(place.map(|byte| LineColumn::of(ron, byte)))
    };
    let mut valid: Vec<Label> = Vec::with_capacity(labels.len());
    for (index, label) in labels.into_iter().enumerate() {
        let label = label.into_label().map_err(|id| {
            error(
                Some(index),
                &format!(
                    "the label id “{id}” must be of letters from a to z, digits, “_” and “-” and \
                     begin with a letter"
                ),
            )
        })?;
        valid.push(label);
    }
    let ids_and_keys: Vec<_> = valid
        .iter()
        .map(|label| (label.id.clone(), label.key))
        .collect();
    Schema::new(valid).map_err(|why| {
        let culprit = ids_and_keys.iter().rposition(|(id, key)| match &why {
            SchemaError::DuplicateId(duplicate) => duplicate == id,
            SchemaError::DuplicateKey(duplicate) => duplicate == key,
            SchemaError::BadKey(bad, _) => bad == id,
            SchemaError::Empty | SchemaError::TooMany => false,
        });
        error(culprit, &why.to_string())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_are_written_are_read_again() {
        let schema = built_in_schema();
        let ron = print_schema(&schema);
        assert_eq!(parse_schema(ron.as_bytes()).unwrap(), *schema);
        assert_eq!(print_schema(&parse_schema(ron.as_bytes()).unwrap()), ron);
    }
}
