//! The text of a part of a Word document: paragraphs, tables, what changes leave, what fields show.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::docx::symbols;
use crate::import::ImportError;
use crate::import::prose::Prose;

/// No document that people write is nested so deep; each level of a table has about five.
const MAX_DEPTH: usize = 2_000;

/// What an element does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Its content is not read: deleted, an instruction, the second form of the same.
    Skipped,
    Paragraph,
    Row,
    Cell,
    /// Text stands in it.
    Words,
    /// A text box: its paragraphs come after the one that it is anchored in.
    Box,
    Run,
    Other,
}

/// What is being read.
struct Reading<'p> {
    prose: &'p mut Prose,
    /// The elements that are open.
    open: Vec<Part>,
    /// Text boxes that wait for the end of the paragraph they are anchored in.
    boxes: Prose,
    depth_of_boxes: usize,
    /// How many cells are open: in these, paragraphs do not end lines.
    cells: usize,
    skipped: usize,
    /// The run that is open is hidden.
    is_hidden: bool,
    unknown_symbols: usize,
}

/// Adds the text of `part` to `prose`; gives what may not be as it was meant.
pub(super) fn read(part: &str, name: &str, prose: &mut Prose) -> Result<Vec<String>, ImportError> {
    let mut reader = Reader::from_str(part);
    let mut reading = Reading {
        prose,
        open: Vec::new(),
        boxes: Prose::default(),
        depth_of_boxes: 0,
        cells: 0,
        skipped: 0,
        is_hidden: false,
        unknown_symbols: 0,
    };
    loop {
        let event = reader.read_event().map_err(|error| {
            let place = format!("{name}, byte {}", reader.error_position());
            ImportError::malformed(
                place,
                format!("the document is damaged ({error}); save it again in Word"),
            )
        })?;
        match event {
            Event::Start(tag) => {
                let part = part_of(&tag);
                reading.start(&tag, part)?;
            }
            Event::Empty(tag) => {
                let part = part_of(&tag);
                reading.start(&tag, part)?;
                reading.end();
            }
            Event::End(_) => reading.end(),
            Event::Text(text) => reading.words(&text.xml10_content()),
            Event::CData(text) => reading.words(&text.xml10_content()),
            Event::GeneralRef(reference) => reading.reference(&reference)?,
            Event::DocType(_) => {
                let what = "the document declares entities of its own, which no Word document does; it \
                            is not read, because that can be an attack";
                return Err(ImportError::malformed(name, what));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
    if !reading.open.is_empty() {
        let what = "the document is truncated; get it again";
        return Err(ImportError::malformed(name, what));
    }
    reading.flush_boxes();
    Ok(warnings(reading.unknown_symbols))
}

fn warnings(unknown_symbols: usize) -> Vec<String> {
    match unknown_symbols {
        0 => Vec::new(),
        1 => vec!["A symbol of a special font is shown as “\u{fffd}”".to_owned()],
        count => vec![format!(
            "{count} symbols of special fonts are shown as “\u{fffd}”"
        )],
    }
}

fn part_of(tag: &BytesStart<'_>) -> Part {
    match tag.local_name().as_ref() {
        // Fields' instructions, the older form of drawings, the readings above characters.
        "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "Fallback" | "rt"
        | "sdtPr" | "pPr" | "tblPr" | "trPr" | "tcPr" | "sectPr" | "rPrChange" => Part::Skipped,
        "footnote" | "endnote" if is_separator(tag) => Part::Skipped,
        "p" => Part::Paragraph,
        "tr" => Part::Row,
        "tc" => Part::Cell,
        "t" => Part::Words,
        "txbxContent" => Part::Box,
        "r" => Part::Run,
        _ => Part::Other,
    }
}

/// The lines over notes are notes themselves.
fn is_separator(tag: &BytesStart<'_>) -> bool {
    attribute(tag, "type").is_some_and(|kind| kind != "normal")
}

/// The value of the attribute that is called so, whatever its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false);
    attributes
        .flatten()
        .take(64)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| attribute.value.into_owned())
}

impl Reading<'_> {
    fn text(&mut self) -> &mut Prose {
        if self.depth_of_boxes > 0 {
            &mut self.boxes
        } else {
            self.prose
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, part: Part) -> Result<(), ImportError> {
        if self.open.len() >= MAX_DEPTH {
            return Err(ImportError::Limit(
                "the document is nested more than 2,000 deep, as no article is; copy its text",
            ));
        }
        self.open.push(part);
        match part {
            Part::Skipped => self.skipped += 1,
            _ if self.skipped > 0 => {}
            Part::Paragraph => self.paragraph_border(),
            Part::Row => self.row_border(),
            Part::Cell => {
                self.text().cell();
                self.cells += 1;
            }
            Part::Box => {
                self.depth_of_boxes += 1;
                self.boxes.paragraph();
            }
            Part::Run => self.is_hidden = false,
            Part::Words => {}
            Part::Other => self.mark(tag),
        }
        Ok(())
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Part::Skipped) => self.skipped -= 1,
            _ if self.skipped > 0 => {}
            Some(Part::Paragraph) => self.paragraph_border(),
            Some(Part::Row) => self.row_border(),
            Some(Part::Cell) => {
                self.cells -= 1;
                self.text().cell();
            }
            Some(Part::Box) => {
                self.depth_of_boxes -= 1;
                self.boxes.paragraph();
            }
            Some(Part::Run) => self.is_hidden = false,
            Some(Part::Words | Part::Other) | None => {}
        }
    }

    /// An element that is itself a character.
    fn mark(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "vanish" => {
                self.is_hidden = attribute(tag, "val").is_none_or(|value| !is_off(&value));
            }
            _ if self.is_hidden => {}
            // `w:tab` is also a tab stop, which has a position.
            "tab" | "ptab" if attribute(tag, "pos").is_none() => self.text().cell(),
            "br" | "cr" if self.cells == 0 => self.text().line(),
            "br" | "cr" => self.text().space(),
            "noBreakHyphen" => self.text().exact("\u{2011}"),
            "sym" => self.symbol(tag),
            "tbl" if self.cells == 0 => self.text().paragraph(),
            _ => {}
        }
    }

    fn symbol(&mut self, tag: &BytesStart<'_>) {
        let font = attribute(tag, "font").unwrap_or_default();
        let code = attribute(tag, "char").unwrap_or_default();
        let code = u32::from_str_radix(&code, 16).unwrap_or_default();
        let shown = symbols::character(&font, code);
        self.unknown_symbols += usize::from(shown.is_none());
        let shown = shown.unwrap_or(char::REPLACEMENT_CHARACTER);
        self.text().exact(shown.encode_utf8(&mut [0; 4]));
    }

    fn words(&mut self, words: &str) {
        let is_text = self.open.last() == Some(&Part::Words);
        if is_text && self.skipped == 0 && !self.is_hidden {
            // Line ends in a document's XML are spaces.
            for (index, piece) in words.split(['\n', '\t']).enumerate() {
                if index > 0 {
                    self.text().space();
                }
                let text = self.text();
                let piece = if text.begins_line() {
                    piece.trim_start()
                } else {
                    piece
                };
                text.exact(piece);
            }
        }
    }

    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), ImportError> {
        let c = reference.resolve_char_ref().ok().flatten();
        let name = reference.xml10_content();
        let c = match (c, name.as_ref()) {
            (Some(c), _) => c,
            (None, "amp") => '&',
            (None, "lt") => '<',
            (None, "gt") => '>',
            (None, "quot") => '"',
            (None, "apos") => '\'',
            (None, name) => {
                let what = format!(
                    "the document uses the entity “{name}”, which Word documents cannot have; save it again in Word"
                );
                return Err(ImportError::malformed("", what));
            }
        };
        self.words(c.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn paragraph_border(&mut self) {
        if self.cells > 0 && self.depth_of_boxes == 0 {
            self.text().space();
            return;
        }
        self.text().paragraph();
        if self.depth_of_boxes == 0 {
            self.flush_boxes();
        }
    }

    fn row_border(&mut self) {
        if self.cells == 0 {
            self.text().line();
        }
    }

    /// Puts the text boxes of a paragraph after it.
    fn flush_boxes(&mut self) {
        if self.boxes.is_empty() {
            return;
        }
        let boxes = std::mem::take(&mut self.boxes).finish();
        self.prose.paragraph();
        self.prose.exact(&boxes);
        self.prose.paragraph();
    }
}

fn is_off(value: &str) -> bool {
    matches!(value, "0" | "false" | "off")
}
