//! `copydesk formats`: the formats that can be read and written.

use std::collections::BTreeMap;
use std::io;

use crate::cli::{GOOD, Streams};
use copydesk_formats::export::{Shape, exporters};
use copydesk_formats::import::importers;

pub(super) const HELP: &str = "\
The first word of each line is the name to give to --from and --to.

Examples:
  copydesk formats                    all of them
  copydesk formats | grep writes      only those that can be written";

/// Lists every format, one a line.
pub(super) fn run(streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut lines: BTreeMap<&str, (&str, bool, String)> = BTreeMap::new();
    for importer in importers() {
        lines.insert(importer.id(), (importer.name(), true, String::new()));
    }
    for exporter in exporters() {
        let shape = match exporter.shape() {
            Shape::File(extension) => format!("a file, .{extension}"),
            Shape::Folder | Shape::SplitFolder => "a folder".to_owned(),
        };
        let is_read = lines.contains_key(exporter.id());
        let about = format!("{shape}; {}", exporter.about());
        lines.insert(exporter.id(), (exporter.name(), is_read, about));
    }
    for (id, (name, is_read, about)) in lines {
        let way = match (is_read, about.is_empty()) {
            (true, false) => "reads, writes",
            (true, true) => "reads",
            (false, _) => "writes",
        };
        writeln!(streams.out, "{id:14} {way:14} {name}")?;
        if !about.is_empty() {
            writeln!(streams.out, "{:29} {about}", "")?;
        }
    }
    Ok(GOOD)
}
