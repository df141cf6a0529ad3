//! The parts of an `OpenDocument` text: what it says, and what it says of itself.

use crate::Format;
use crate::import::prose::{day, one_line};
use crate::import::title::{short_title, title_of};
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::odt::FORMAT;
use crate::odt::body::Body;
use crate::package::{self, Package};
use crate::xml::read::{Piece, Tree, Xml};
use copydesk_document::{Metadata, Record};
use copydesk_text::ArticleText;

pub(super) struct Reader;

/// See [`package::names_kind`].
const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        package::likeness(head, &["odt", "ott"], |bytes| {
            package::names_kind(bytes, KIND)
        })
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = source.bytes()?;
        let mut package = Package::open(&bytes)?;
        let content = package.part("content.xml")?;
        let content = content.map(|part| root(&part)).transpose()?;
        let Some(text) = content
            .as_ref()
            .and_then(|tree| tree.find(&["body", "text"]))
        else {
            let what = "the archive holds no text of LibreOffice or its kin (content.xml); unpack it and open \
                        the articles in it";
            return Err(ImportError::malformed("", what));
        };
        let text = Body::of(text).finish();
        if text.trim().is_empty() {
            let what = "the document holds no text; if it is a picture of a page, have its text \
                        recognized and open that";
            return Err(ImportError::malformed("", what));
        }
        let text = ArticleText::new(text);
        // What is damaged in it does not hinder the text.
        let about = package.part("meta.xml").ok().flatten();
        let about = about.and_then(|part| root(&part).ok());
        let mut metadata = about.as_ref().map(metadata).unwrap_or_default();
        source.name.clone_into(&mut metadata.source);
        if metadata.title.is_empty() {
            metadata.title = title_of(&text);
        }
        // It is the last one either way.
        let _wants_more = each(Ok(Record::new(text, metadata)));
        Ok(())
    }
}

fn root(part: &str) -> Result<Tree, ImportError> {
    let mut xml = Xml::new(part);
    while let Some(piece) = xml.next()? {
        if let Piece::Start(element) = piece {
            return xml.tree(element);
        }
    }
    Err(ImportError::malformed(
        "",
        "the document is damaged; get it again",
    ))
}

fn metadata(about: &Tree) -> Metadata {
    let words = |name: &str| {
        let found = about.find(&["meta", name]).map(Tree::text);
        one_line(&found.unwrap_or_default())
    };
    let first = |names: [&str; 2]| {
        let mut found = names.iter().map(|name| words(name));
        found.find(|words| !words.is_empty()).unwrap_or_default()
    };
    Metadata {
        title: short_title(&words("title")),
        byline: first(["initial-creator", "creator"]),
        date: day(&first(["creation-date", "date"])),
        ..Metadata::default()
    }
}
