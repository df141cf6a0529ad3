//! `copydesk formats`: the formats that can be read and written.

use std::io;

use crate::cli::{GOOD, Streams};
use copydesk_formats::export::{Exporter, Shape};
use copydesk_formats::{Format, formats};

pub(super) const HELP: &str = "\
The first word of each line is the name to give to --from and --to.

Examples:
  copydesk formats                    all of them
  copydesk formats | grep writes      only those that can be written";

/// Lists every format, one a line.
pub(super) fn run(streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut formats = formats().to_vec();
    formats.sort_by_key(|format| format.id);
    for format in formats {
        let shape = match format.writer.map(Exporter::shape) {
            Some(Shape::File(extension)) => format!("a file, .{extension}; "),
            Some(Shape::Folder | Shape::SplitFolder) => "a folder; ".to_owned(),
            None => String::new(),
        };
        let way = match (format.reader, format.writer) {
            (Some(_), Some(_)) => "reads, writes",
            (Some(_), None) => "reads",
            (None, _) => "writes",
        };
        let Format {
            id, name, about, ..
        } = format;
        writeln!(streams.out, "{id:14} {way:14} {name}")?;
        writeln!(streams.out, "{:29} {shape}{about}", "")?;
    }
    Ok(GOOD)
}
