//! What a Word document says of itself: title, author, day.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::import::ImportError;
use crate::import::prose::{day, one_line};

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Properties {
    pub title: String,
    pub creator: String,
    pub created: String,
}

/// The properties in the part `docProps/core.xml`. What is damaged in it does not hinder the text.
pub(super) fn read(part: &str) -> Result<Properties, ImportError> {
    let mut properties = Properties::default();
    let mut reader = Reader::from_str(part);
    let mut name = String::new();
    let mut words = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => {
                tag.local_name().as_ref().clone_into(&mut name);
                words.clear();
            }
            Ok(Event::Text(text)) => words.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                let c = reference.resolve_char_ref().ok().flatten();
                let known = quick_xml::escape::resolve_xml_entity(&reference.xml10_content());
                words.extend(c);
                words.push_str(known.unwrap_or_default());
            }
            Ok(Event::End(_)) => {
                let value = one_line(&words);
                match name.as_str() {
                    "title" => properties.title = value,
                    // The name of a program, not of an author.
                    "creator" if value != "python-docx" => properties.creator = value,
                    "created" => properties.created = day(&value),
                    _ => {}
                }
                name.clear();
            }
            Ok(Event::DocType(_)) => {
                let what = "the document declares entities of its own, which no Word document does; it \
                            is not read, because that can be an attack";
                return Err(ImportError::malformed("docProps/core.xml", what));
            }
            Ok(Event::Eof) | Err(_) => return Ok(properties),
            Ok(_) => {}
        }
    }
}
