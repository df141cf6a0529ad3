//! The list of formats and the two orders that come from it.

use std::collections::BTreeSet;

use crate::export::{Exporter, Shape, exporters};
use crate::formats;
use crate::import::{Importer, importers};

#[test]
fn formats_have_ids_and_names_of_their_own_and_say_what_they_are_for() {
    let ids: BTreeSet<&str> = formats().iter().map(|format| format.id).collect();
    let names: BTreeSet<&str> = formats().iter().map(|format| format.name).collect();
    assert_eq!((ids.len(), names.len()), (formats().len(), formats().len()));
    for format in formats() {
        let about = format.about;
        assert!(
            format.reader.is_some() || format.writer.is_some(),
            "{format:?}"
        );
        assert!(about.starts_with(|c: char| !c.is_lowercase()), "{about}");
        assert!(!about.ends_with('.') && !about.contains('\n'), "{about}");
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(format.id.chars().all(is_plain), "{format:?}");
    }
}

#[test]
fn readers_and_writers_know_their_format() {
    for format in formats() {
        if let Some(reader) = format.reader {
            assert_eq!((reader.id(), reader.name()), (format.id, format.name));
        }
        if let Some(writer) = format.writer {
            assert_eq!((writer.id(), writer.about()), (format.id, format.about));
            if let Shape::File(extension) = writer.shape() {
                assert!(!extension.starts_with('.'), "{format:?}");
            }
        }
    }
}

#[test]
fn lists_begin_with_what_holds_most_and_readers_with_what_is_unmistakable() {
    let written: Vec<&str> = exporters().map(Exporter::id).collect();
    assert_eq!(
        written.join(" "),
        "jsonl prodigy spacy doccano label-studio w3c hf marked conll2003 iob2 bilou conllu brat \
         webanno csv tsv excel-csv xmi tei docbin parquet html"
    );
    let read: Vec<&str> = importers().map(Importer::id).collect();
    assert_eq!(
        read.join(" "),
        "prodigy spacy doccano label-studio argilla w3c hypothesis hf conllu conll2012 pubtator brat webanno excel-csv xlsx xmi tei bioc gate docbin \
         parquet docx odt rtf epub pdf csv tsv conll2003 iob2 bilou html mail markdown jsonl text marked"
    );
}
