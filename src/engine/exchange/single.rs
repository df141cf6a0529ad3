//! Whether a foreign file is one article and nothing more, so that it can simply be opened.

use std::ops::ControlFlow;
use std::path::Path;

use crate::engine::exchange::read::has_structure;
use crate::engine::exchange::{Reading, guess};
use crate::engine::{Failure, FailureKind, Progress};
use copydesk_document::Record;

/// What a file of another kind than ours is.
#[derive(Debug)]
pub enum Single {
    /// A plain text.
    Text,
    /// One article, and nothing is marked on it.
    Article(Box<Record>),
    /// Several articles, spans of others, or one of several formats: a person should choose.
    More,
}

/// Reads the file at `path` as far as needed to tell.
pub fn read_single(path: &Path, progress: &Progress) -> Result<Single, Failure> {
    let (importers, is_ambiguous) = guess(path)?;
    let Some(importer) = importers.first() else {
        return Ok(if has_structure(path)? {
            Single::More
        } else {
            Single::Text
        });
    };
    if importer.id() == "text" {
        return Ok(Single::Text);
    }
    if is_ambiguous {
        return Ok(Single::More);
    }
    let mut first: Option<Record> = None;
    let mut is_more = false;
    let mut reading = Reading::new(Some(*importer), progress);
    reading.names_source = true;
    let from = Some(*importer);
    let _flow = reading.file(path, from, &mut |record, _format| {
        is_more = first.is_some() || !record.spans.is_empty();
        first = Some(record);
        Ok(if is_more {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        })
    })?;
    match (first, reading.left_out.first()) {
        (Some(record), None) if !is_more => Ok(Single::Article(Box::new(record))),
        (Some(_), _) => Ok(Single::More),
        // It was taken for something that it may not be.
        (None, _) if importers.len() > 1 || has_structure(path)? => Ok(Single::More),
        (None, left_out) => {
            let why = left_out.map_or("there is no article in it", |left_out| &left_out.why);
            Err(Failure {
                kind: FailureKind::Other,
                message: format!("Could not open the article: {why}: {}", path.display()),
            })
        }
    }
}
