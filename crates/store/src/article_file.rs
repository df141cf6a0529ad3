//! One article as a RON file: written in one canonical way, read with every span checked.

use std::path::Path;
use std::sync::Arc;

use crate::outline;
use crate::places::Places;
use crate::printer;
use crate::problem::{Problem, ProblemKind};
use crate::read_error::{self, ReadError, ReadErrorKind};
use crate::restore;
use crate::schema_file;
use crate::seal::{self, Seal};
use crate::wire_v1::{ArticleV1, TextV1};
use copydesk_document::{Document, Metadata};
use copydesk_text::ArticleText;

/// The version of the format that is written.
pub(crate) const FORMAT: u32 = 1;

/// The beginning of the first line of every article file; the version follows.
pub(crate) const HEADER: &str = "// Copydesk article, format ";

/// Where an article file has the article's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TextPlace {
    /// In the file itself, which then stands alone.
    #[default]
    Inside,
    /// In a file beside it, by its relative path with `/` between.
    Beside(String),
}

/// An article as it was saved, and what did not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    pub document: Document,
    /// In the order of the file.
    pub problems: Vec<Problem>,
    /// To be kept when it is saved again.
    pub text_place: TextPlace,
}

/// `document` as RON, its text inside. The same document always gives the same bytes.
pub fn print(document: &Document) -> String {
    print_with(document, &TextPlace::Inside)
}

/// Like [`print()`], with the text where `text_place` says.
pub fn print_with(document: &Document, text_place: &TextPlace) -> String {
    seal::sealed(printer::article(document, text_place))
}

/// Whether the bytes are one of our article files, of any version, perhaps damaged.
pub fn is_article_file(bytes: &[u8]) -> bool {
    read_error::text_of(bytes).map_or_else(
        |_| bytes.starts_with(HEADER.as_bytes()),
        |ron| declared_format(ron).is_some(),
    )
}

/// Texts that an article file may need beside its own.
pub struct OtherTexts<'a> {
    /// Gives the text at a relative path, for files that refer to theirs, or says why it cannot.
    pub beside: &'a mut dyn FnMut(&str) -> Result<ArticleText, String>,
    /// Gives the text with a fingerprint, as hexadecimal digits, if it is known: the one that was
    /// annotated, where that is no longer the file's text.
    pub earlier: &'a mut dyn FnMut(&str) -> Option<ArticleText>,
}

/// Whether a file of this name that begins with `head` is ours or was before it was damaged: then it is
/// never taken for an article's text.
pub fn is_or_was_article_file(path: &Path, head: &[u8]) -> bool {
    /// No text of an article begins like this, even if the file ends here.
    const LEAST: &[u8] = b"// Copydesk";
    let is_named_so = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("ron"));
    is_named_so || head.starts_with(LEAST) || is_article_file(head)
}

/// Reads an article file. `read_beside` is [`OtherTexts::beside`]; no earlier text is known.
pub fn parse(
    bytes: &[u8],
    read_beside: &mut dyn FnMut(&str) -> Result<ArticleText, String>,
) -> Result<Restored, ReadError> {
    let mut others = OtherTexts {
        beside: read_beside,
        earlier: &mut |_| None,
    };
    parse_with(bytes, &mut others)
}

/// Like [`parse()`]. Where the text was edited since it was annotated and the earlier text is known, each
/// span that no edit touched is found for certain.
pub fn parse_with(bytes: &[u8], others: &mut OtherTexts<'_>) -> Result<Restored, ReadError> {
    let is_ours = is_article_file(bytes);
    if !is_ours {
        return Err(ReadError::new(
            ReadErrorKind::NotOurs,
            "this is not a Copydesk article file; open the article's text instead",
        ));
    }
    let ron = read_error::text_of(bytes)?;
    if let Some(format) = declared_format(ron).filter(|format| *format != FORMAT) {
        return Err(newer(format));
    }
    let article: ArticleV1 = read_error::from_ron(ron)?;
    if article.format != FORMAT {
        return Err(newer(article.format));
    }
    restored(article, ron, others)
}

fn newer(format: u32) -> ReadError {
    ReadError::new(
        ReadErrorKind::Newer,
        format!(
            "the file has format {format}, this program reads format {FORMAT}; update Copydesk"
        ),
    )
}

/// The version that the first line or the field `format` names; `None` if this is not our file.
fn declared_format(ron: &str) -> Option<u32> {
    if let Some(rest) = ron.strip_prefix(HEADER) {
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        return Some(digits.parse().unwrap_or(FORMAT));
    }
    let fields = outline::top_fields(ron);
    let has_text = fields.iter().any(|(name, _)| *name == "text");
    let (_, format) = fields.iter().find(|(name, _)| *name == "format")?;
    has_text.then(|| {
        format
            .and_then(|digits| digits.parse().ok())
            .unwrap_or(FORMAT)
    })
}

fn restored(
    article: ArticleV1,
    ron: &str,
    others: &mut OtherTexts<'_>,
) -> Result<Restored, ReadError> {
    let ArticleV1 {
        format: _,
        title,
        source,
        encoding,
        id,
        byline,
        date,
        address,
        status,
        marked,
        fingerprint,
        text,
        annotations,
        rejections,
        suggestion_notes,
        detached_annotations,
        detached_rejections,
        detached_suggestion_notes,
        schema,
    } = article;
    let (text, text_place) = article_text(text, others.beside)?;
    let schema = schema_file::schema(schema.labels, ron, &["schema", "labels"])?;
    let metadata = Metadata {
        id,
        title,
        byline,
        date,
        address,
        source,
        encoding,
    };
    let is_same_text = fingerprint.is_empty() || fingerprint == text.fingerprint().as_str();
    let earlier = (!is_same_text).then(|| (others.earlier)(&fingerprint));
    let mut problems: Vec<Problem> = [
        (seal::check(ron) == Seal::Broken).then(was_edited),
        earlier.as_ref().map(|known| text_changed(known.is_some())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let places = match earlier {
        None => Places::of_same(&text),
        Some(earlier) => Places::of_changed(&text, earlier),
    };
    let mut document = Document::new(text, Arc::new(schema), metadata);
    let saved = restore::SavedMarks {
        annotations,
        rejections,
        suggestion_notes,
        detached_annotations,
        detached_rejections,
        detached_suggestion_notes,
        status: status.into(),
        is_marked: marked,
    };
    problems.extend(restore::restore(&mut document, saved, ron, places));
    Ok(Restored {
        document,
        problems,
        text_place,
    })
}

fn was_edited() -> Problem {
    Problem {
        kind: ProblemKind::Edited,
        place: None,
        message: "The file was changed since Copydesk saved it, by hand or by accident".to_owned(),
    }
}

fn text_changed(is_earlier_known: bool) -> Problem {
    let how = if is_earlier_known {
        "by what was changed"
    } else {
        "by its words"
    };
    Problem {
        kind: ProblemKind::TextChanged,
        place: None,
        message: format!(
            "The text is not the one that was annotated: every span was looked up {how}"
        ),
    }
}

fn article_text(
    text: TextV1,
    read_beside: &mut dyn FnMut(&str) -> Result<ArticleText, String>,
) -> Result<(ArticleText, TextPlace), ReadError> {
    match text {
        TextV1::Inside(text) => Ok((ArticleText::new(text), TextPlace::Inside)),
        TextV1::Lines(lines) => Ok((ArticleText::new(lines.concat()), TextPlace::Inside)),
        TextV1::Reference(name) => {
            let text =
                read_beside(&name).map_err(|why| ReadError::new(ReadErrorKind::Text, why))?;
            Ok((text, TextPlace::Beside(name)))
        }
    }
}

#[cfg(test)]
#[path = "article_file_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "article_file_laws.rs"]
mod laws;
