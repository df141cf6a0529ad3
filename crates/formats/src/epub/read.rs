//! The chapters that a book's spine names, else all pages in it.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::Format;
use crate::epub::FORMAT;
use crate::html::strip::stripped;
use crate::import::prose::{day, one_line};
use crate::import::title::title_of;
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::package::{self, Package};
use crate::xml::read::{Piece, Tree, Xml};
use copydesk_document::{Metadata, Record};
use copydesk_text::ArticleText;

pub(super) struct Reader;

/// See [`package::names_kind`].
const KIND: &[u8] = b"application/epub+zip";

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        package::likeness(head, &["epub"], |bytes| package::names_kind(bytes, KIND))
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = source.bytes()?;
        let mut package = Package::open(&bytes)?;
        let book = Book::of(&mut package)?;
        let mut has_text = false;
        for chapter in &book.chapters {
            let Some(page) = package.part(chapter)? else {
                continue;
            };
            let text = ArticleText::new(stripped(&page));
            if text.as_str().trim().is_empty() {
                continue;
            }
            has_text = true;
            let metadata = Metadata {
                id: id_of(chapter),
                title: title_of(&text),
                byline: book.author.clone(),
                date: book.date.clone(),
                source: source.name.to_owned(),
                ..Metadata::default()
            };
            if each(Ok(Record::new(text, metadata))).is_break() {
                return Ok(());
            }
        }
        if has_text {
            return Ok(());
        }
        let what = "the book holds no chapter with a text; it may be protected or made of pictures";
        Err(ImportError::malformed("", what))
    }
}

fn id_of(chapter: &str) -> String {
    let name = chapter.rsplit('/').next().unwrap_or(chapter);
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}

#[derive(Default)]
struct Book {
    author: String,
    date: String,
    /// The names of their parts, in reading order.
    chapters: Vec<String>,
}

impl Book {
    fn of(package: &mut Package<'_>) -> Result<Self, ImportError> {
        let container = package.part("META-INF/container.xml")?;
        let container = container.and_then(|part| root(&part));
        let name = container.as_ref().and_then(|tree| {
            let file = tree.find(&["rootfiles", "rootfile"])?;
            file.element.attribute("full-path").map(str::to_owned)
        });
        let contents = match &name {
            Some(name) => package.part(name)?.and_then(|part| root(&part)),
            None => None,
        };
        let mut book = Self::default();
        if let (Some(name), Some(tree)) = (&name, &contents) {
            let words = |path: &str| {
                let found = tree.find(&["metadata", path]).map(Tree::text);
                one_line(&found.unwrap_or_default())
            };
            book.author = words("creator");
            book.date = day(&words("date"));
            book.chapters = spine(tree, name);
        }
        if book.chapters.is_empty() {
            let is_page = |name: &String| {
                let ending = name.rsplit('.').next().unwrap_or_default();
                matches!(ending, "xhtml" | "html" | "htm")
            };
            book.chapters = package.names().into_iter().filter(is_page).collect();
            book.chapters.sort();
        }
        Ok(book)
    }
}

/// The pages in reading order but for the table of contents.
fn spine(tree: &Tree, name: &str) -> Vec<String> {
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut pages: BTreeMap<&str, String> = BTreeMap::new();
    for item in tree
        .find(&["manifest"])
        .into_iter()
        .flat_map(|all| all.children("item"))
    {
        let attribute = |name| item.element.attribute(name);
        let is_contents = attribute("properties").is_some_and(|words| words.contains("nav"));
        if let (Some(id), Some(address), false) = (attribute("id"), attribute("href"), is_contents)
        {
            let address = percent_decode_str(address).decode_utf8_lossy();
            let path = if folder.is_empty() {
                address.into_owned()
            } else {
                format!("{folder}/{address}")
            };
            pages.insert(id, path);
        }
    }
    let spine = tree.find(&["spine"]);
    let items = spine
        .into_iter()
        .flat_map(|spine| spine.children("itemref"));
    items
        .filter_map(|item| pages.get(item.element.attribute("idref")?).cloned())
        .collect()
}

/// `None` where it is damaged: the pages are there all the same.
fn root(part: &str) -> Option<Tree> {
    let mut xml = Xml::new(part);
    while let Ok(Some(piece)) = xml.next() {
        if let Piece::Start(element) = piece {
            return xml.tree(element).ok();
        }
    }
    None
}
