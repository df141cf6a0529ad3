//! Reads closed articles for a search: no more of each than it takes.

use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;

use crate::app::FolderArticle;
use crate::engine::open::{read_article_file, text_beside};
use crate::engine::project::is_plain_text;
use copydesk_document::LabelId;
use copydesk_formats::import::{self, Head};
use copydesk_store::{Skimmed, SkimmedText, disk};
use copydesk_text::find_folded;

use super::Marks;

/// What a closed article is to a search.
pub(super) enum Reading<'a> {
    Text {
        text: &'a str,
        marks: &'a Marks<'a>,
    },
    /// It is read when it is opened.
    OtherFormat,
    /// Why, in a sentence with the path last.
    Unreadable(String),
}

/// What is looked for, as far as reading goes by it.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub words: &'a str,
    /// Whether places will be listed. A plain text that is another format by what is in it is looked at
    /// more closely only then, which takes as long as twenty searches of it; a place that is only
    /// counted is not worth that.
    pub is_listed: bool,
}

/// Reads `article` and gives it to `take`.
pub(super) fn read(article: &FolderArticle, wanted: Wanted<'_>, take: &mut dyn FnMut(Reading<'_>)) {
    match (&article.saved, &article.text) {
        (Some(saved), _) => read_saved(saved, take),
        (None, Some(text)) => read_text(text, wanted, take),
        (None, None) => {}
    }
}

fn read_saved(path: &Path, take: &mut dyn FnMut(Reading<'_>)) {
    let bytes = match disk::read(path) {
        Ok(contents) => contents.bytes,
        Err(error) => return take(Reading::Unreadable(error.to_string())),
    };
    let skimmed = match copydesk_store::skim(&bytes) {
        Ok(skimmed) => skimmed,
        Err(error) => return take(unreadable(&error, path)),
    };
    let text = match &skimmed.text {
        SkimmedText::Inside(text) => Cow::Borrowed(text.as_ref()),
        SkimmedText::Beside(name) => {
            let folder = path.parent().unwrap_or(Path::new("."));
            match text_beside(folder, name) {
                Ok(text) => Cow::Owned(text.as_str().to_owned()),
                Err(why) => return take(unreadable(&why, path)),
            }
        }
    };
    let marks = || {
        let quick = quick_marks(&skimmed, &text);
        quick.unwrap_or_else(|| restored_marks(path, &bytes))
    };
    take(Reading::Text {
        text: &text,
        marks: &marks,
    });
}

/// The annotations, if every one of them fits the text.
fn quick_marks(skimmed: &Skimmed<'_>, text: &str) -> Option<Vec<(Range<usize>, LabelId)>> {
    let marks = skimmed.marks().ok()?.into_iter();
    let mark = marks.map(|mark| {
        let is_it = text.get(mark.range.clone()) == Some(mark.quote.as_str());
        let label = LabelId::new(&mark.label).filter(|_| is_it)?;
        Some((mark.range, label))
    });
    mark.collect()
}

/// The annotations where they are found when the article is opened: its text was edited.
fn restored_marks(path: &Path, bytes: &[u8]) -> Vec<(Range<usize>, LabelId)> {
    let Ok(restored) = read_article_file(path, bytes) else {
        return Vec::new();
    };
    let annotations = restored.document.annotations().iter();
    let marks = annotations.map(|annotation| (annotation.span.range(), annotation.label.clone()));
    marks.collect()
}

fn read_text(path: &Path, wanted: Wanted<'_>, take: &mut dyn FnMut(Reading<'_>)) {
    if !is_plain_text(path) {
        return take(Reading::OtherFormat);
    }
    let bytes = match disk::read(path) {
        Ok(contents) => contents.bytes,
        Err(error) => return take(Reading::Unreadable(error.to_string())),
    };
    let no_marks: &Marks<'_> = &Vec::new;
    let text = match plain(&bytes) {
        // Nothing is found in it, whatever it turned out to be.
        Some(text) if !wanted.is_listed || find_folded(text, wanted.words).is_empty() => {
            return take(Reading::Text {
                text,
                marks: no_marks,
            });
        }
        Some(text) if !is_other(path, &bytes) => Cow::Borrowed(text),
        None if !is_other(path, &bytes) => match import::import(&bytes) {
            Ok(imported) => Cow::Owned(imported.text.as_str().to_owned()),
            Err(error) => return take(unreadable(&error, path)),
        },
        _ => return take(Reading::OtherFormat),
    };
    take(Reading::Text {
        text: &text,
        marks: no_marks,
    });
}

/// The bytes as text, where that is what opening the file makes of them without a second look.
fn plain(bytes: &[u8]) -> Option<&str> {
    let is_odd = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    let text = str::from_utf8(bytes).ok()?;
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || "“„\"'‘".contains(c));
    (begins && !bytes.iter().any(is_odd)).then_some(text)
}

/// Whether the file is taken for another format when it is opened, in spite of its name.
fn is_other(path: &Path, bytes: &[u8]) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let head = Head {
        name: &name,
        bytes: bytes
            .get(..Head::BYTES.min(bytes.len()))
            .unwrap_or_default(),
    };
    let candidates = import::candidates(&head);
    let first = candidates.first();
    first.is_some_and(|(importer, _)| importer.id() != import::plain_text().id())
}

fn unreadable<'a>(why: &dyn std::fmt::Display, path: &Path) -> Reading<'a> {
    let path = path.display();
    Reading::Unreadable(format!("Could not search the article: {why}: {path}"))
}
