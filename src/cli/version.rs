//! `copydesk --version`: for people, or as JSON for programs that record what made a result.

use std::io;

use serde::Serialize;

use crate::cli::{GOOD, Streams};
use crate::engine::{self, SuggesterVersion};

#[derive(Serialize)]
struct Wire {
    name: &'static str,
    version: &'static str,
    /// The BLAKE3 hash of the names model.
    model: &'static str,
}

pub(super) fn write(as_json: bool, streams: &mut Streams<'_>) -> io::Result<u8> {
    let SuggesterVersion { version, model } = engine::suggester_version();
    let name = "copydesk";
    if as_json {
        let wire = Wire {
            name,
            version,
            model,
        };
        writeln!(streams.out, "{}", serde_json::to_string(&wire)?)?;
    } else {
        writeln!(streams.out, "{name} {version}")?;
    }
    streams.out.flush()?;
    Ok(GOOD)
}
