//! Mail (`.eml`) and web pages saved as mail (`.mhtml`): the text or the page in it.

mod message;
mod read;
#[cfg(test)]
mod tests;
mod transfer;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "mail",
    name: "Mail and saved page (EML, MHTML)",
    about: "The text of a mail, or the article of a page that a browser saved as one file; only read",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Document,
};
