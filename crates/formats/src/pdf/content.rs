//! Draws a page without drawing it: where each letter would stand.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{DecompressError, Dictionary, Document, Error, Object, ObjectId, Stream};

use crate::import::ImportError;
use crate::pdf::font::{Font, Shown};
use crate::pdf::letters::plain;
use crate::pdf::marked::Marks;
use crate::pdf::matrix::Matrix;
use crate::pdf::page::{Glyph, Page};
use crate::pdf::read::TOO_LARGE;
use crate::pdf::state::{State, matrix_of, number};
use copydesk_document::counted;

/// What may still be read: a file is not to take for ever.
pub(super) struct Budget {
    bytes: usize,
    operations: usize,
    glyphs: usize,
    /// Operators that this page may still have.
    on_page: usize,
    /// Fonts that many pages share, by their object.
    fonts: BTreeMap<ObjectId, Rc<Font>>,
    unreadable: usize,
    damaged_pages: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            bytes: 512 * 1024 * 1024,
            operations: 50_000_000,
            glyphs: 20_000_000,
            on_page: MAX_OPERATIONS,
            fonts: BTreeMap::new(),
            unreadable: 0,
            damaged_pages: 0,
        }
    }
}

/// How deep forms, which are drawings in drawings, may be nested.
const MAX_FORMS: usize = 12;
/// How many states may be put aside.
const MAX_STATES: usize = 256;
/// The most bytes of a page's operators that are read: those of a page of maps are some.
const MAX_PAGE: usize = 16 * 1024 * 1024;
/// The most operators that a page is drawn with, its forms included.
const MAX_OPERATIONS: usize = 1_000_000;

impl Budget {
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if self.unreadable > 0 {
            warnings.push(format!(
                "{} could not be read: the fonts do not say which letters they show",
                counted(self.unreadable, "character", "characters")
            ));
        }
        if self.damaged_pages > 0 {
            warnings.push(format!(
                "{} could not be read because of damage",
                counted(self.damaged_pages, "page", "pages")
            ));
        }
        warnings
    }

    fn spend_operation(&mut self) -> Result<(), ImportError> {
        self.on_page = self.on_page.checked_sub(1).ok_or(TOO_LARGE)?;
        self.operations = self.operations.checked_sub(1).ok_or(TOO_LARGE)?;
        Ok(())
    }

    fn spend_glyphs(&mut self, glyphs: usize) -> Result<(), ImportError> {
        self.glyphs = self.glyphs.checked_sub(glyphs).ok_or(TOO_LARGE)?;
        Ok(())
    }

    fn spend_bytes(&mut self, bytes: usize) -> Result<(), ImportError> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(TOO_LARGE)?;
        Ok(())
    }
}

/// What stands on the page `id`. A damaged page is empty.
pub(super) fn page(
    document: &Document,
    id: ObjectId,
    budget: &mut Budget,
) -> Result<Page, ImportError> {
    let content = match document.get_page_content_with_limit(id, MAX_PAGE) {
        Ok(content) => content,
        Err(Error::Decompress(DecompressError::MemoryLimitExceeded { .. })) => {
            return Err(TOO_LARGE);
        }
        Err(_) => {
            budget.damaged_pages += 1;
            return Ok(Page::default());
        }
    };
    budget.on_page = MAX_OPERATIONS;
    let mut drawing = Drawing {
        document,
        budget,
        page: Page::default(),
        forms: Vec::new(),
        marks: Marks::default(),
    };
    let resources = drawing.page_resources(id);
    let state = State {
        around: Matrix::turned(rotation(document, id)),
        ..State::default()
    };
    drawing.draw(&content, &resources, &state)?;
    let mut page = drawing.page;
    page.tidy();
    Ok(page)
}

fn rotation(document: &Document, id: ObjectId) -> i64 {
    let mut node = document.get_dictionary(id);
    for _ in 0..32 {
        let Ok(dictionary) = node else {
            break;
        };
        if let Ok(degrees) = dictionary
            .get_deref(b"Rotate", document)
            .and_then(Object::as_i64)
        {
            return degrees;
        }
        node = dictionary
            .get_deref(b"Parent", document)
            .and_then(Object::as_dict);
    }
    0
}

struct Drawing<'d, 'b> {
    document: &'d Document,
    budget: &'b mut Budget,
    page: Page,
    /// The forms that are being drawn.
    forms: Vec<ObjectId>,
    marks: Marks,
}

/// Where names of fonts and drawings are looked up, the nearest first.
type Resources<'d> = Vec<&'d Dictionary>;

impl<'d> Drawing<'d, '_> {
    fn page_resources(&self, id: ObjectId) -> Resources<'d> {
        let Ok((own, shared)) = self.document.get_page_resources(id) else {
            return Vec::new();
        };
        let shared = shared
            .iter()
            .filter_map(|id| self.document.get_dictionary(*id).ok());
        own.into_iter().chain(shared).collect()
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: &Resources<'d>,
        start: &State,
    ) -> Result<(), ImportError> {
        self.budget.spend_bytes(content.len())?;
        let mut state = start.clone();
        let mut kept: Vec<State> = Vec::new();
        let marks_around = self.marks.depth();
        for operation in Content::decode_iter(content) {
            // What comes after an error cannot be distinguished from it.
            let Ok(operation) = operation else {
                break;
            };
            self.budget.spend_operation()?;
            let operands = operation.operands.as_slice();
            match operation.operator.as_str() {
                "q" if kept.len() < MAX_STATES => kept.push(state.clone()),
                "Q" => state = kept.pop().unwrap_or(state),
                "Tf" => {
                    state.font = operands.first().and_then(|name| self.font(name, resources));
                    state.size = number(operands, 1);
                }
                "Do" => self.draw_named(operands, resources, &state)?,
                "BI" => self.page.has_pictures = true,
                "BMC" | "BDC" => {
                    let document = self.document;
                    let named = |name: &[u8]| properties(document, name, resources);
                    self.marks.open(operands, document, named);
                }
                "EMC" if self.marks.depth() > marks_around => self.close_mark()?,
                operator => {
                    if state.place(operator, operands) {
                        self.show(operator, operands, &mut state)?;
                    }
                }
            }
        }
        while self.marks.depth() > marks_around {
            self.close_mark()?;
        }
        Ok(())
    }

    fn close_mark(&mut self) -> Result<(), ImportError> {
        if let Some(said) = self.marks.close() {
            self.budget.spend_glyphs(said.length())?;
            said.put(|glyph| {
                let text = &plain(glyph.text);
                self.page.add(&Glyph { text, ..*glyph });
            });
        }
        Ok(())
    }

    fn font(&mut self, name: &Object, resources: &Resources<'d>) -> Option<Rc<Font>> {
        let name = name.as_name().ok()?;
        let document = self.document;
        let entry = resources.iter().find_map(|resources| {
            let fonts = resources
                .get_deref(b"Font", document)
                .and_then(Object::as_dict)
                .ok()?;
            fonts.get(name).ok()
        })?;
        let id = entry.as_reference().ok();
        if let Some(font) = id.and_then(|id| self.budget.fonts.get(&id)) {
            return Some(Rc::clone(font));
        }
        let (_, font) = document.dereference(entry).ok()?;
        let font = Rc::new(Font::read(document, font.as_dict().ok()?, MAX_PAGE));
        if let Some(id) = id {
            self.budget.fonts.insert(id, Rc::clone(&font));
        }
        Some(font)
    }

    /// A picture or a form.
    fn draw_named(
        &mut self,
        operands: &[Object],
        resources: &Resources<'d>,
        state: &State,
    ) -> Result<(), ImportError> {
        let document = self.document;
        let Some(name) = operands.first().and_then(|name| name.as_name().ok()) else {
            return Ok(());
        };
        let found = resources.iter().find_map(|resources| {
            let drawings = resources
                .get_deref(b"XObject", document)
                .and_then(Object::as_dict)
                .ok()?;
            drawings.get(name).and_then(Object::as_reference).ok()
        });
        let Some((id, drawing)) = found.and_then(|id| {
            let drawing = document.get_object(id).and_then(Object::as_stream).ok()?;
            Some((id, drawing))
        }) else {
            return Ok(());
        };
        let kind = drawing.dict.get(b"Subtype").and_then(Object::as_name);
        match kind {
            Ok(b"Image") => self.page.has_pictures = true,
            Ok(b"Form") if self.forms.len() < MAX_FORMS && !self.forms.contains(&id) => {
                self.forms.push(id);
                self.draw_form(drawing, resources, state)?;
                self.forms.pop();
            }
            _ => {}
        }
        Ok(())
    }

    fn draw_form(
        &mut self,
        form: &'d Stream,
        resources: &Resources<'d>,
        state: &State,
    ) -> Result<(), ImportError> {
        let document = self.document;
        let Ok(content) = form.get_plain_content_with_limit(MAX_PAGE) else {
            return Ok(());
        };
        let own = form
            .dict
            .get_deref(b"Resources", document)
            .and_then(Object::as_dict);
        let mut inside: Resources<'d> = own.into_iter().collect();
        inside.extend(resources.iter().take(MAX_FORMS));
        let matrix = form
            .dict
            .get_deref(b"Matrix", document)
            .and_then(Object::as_array);
        let matrix = matrix.map_or(Matrix::IDENTITY, |matrix| matrix_of(matrix));
        let state = State {
            around: matrix.then(state.around),
            ..state.clone()
        };
        self.draw(&content, &inside, &state)
    }

    /// The operators that show text.
    fn show(
        &mut self,
        operator: &str,
        operands: &[Object],
        state: &mut State,
    ) -> Result<(), ImportError> {
        let Some(font) = state.font.clone() else {
            return Ok(());
        };
        let shown = match operator {
            "\"" => operands.get(2),
            _ => operands.first(),
        };
        match shown {
            Some(Object::String(bytes, _)) => self.show_string(bytes, &font, state),
            Some(Object::Array(parts)) => {
                for part in parts {
                    match part {
                        Object::String(bytes, _) => self.show_string(bytes, &font, state)?,
                        part => {
                            let back = f64::from(part.as_float().unwrap_or(0.0)) / 1000.0;
                            state.advance(-back * state.size * state.stretch);
                        }
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn show_string(
        &mut self,
        bytes: &[u8],
        font: &Font,
        state: &mut State,
    ) -> Result<(), ImportError> {
        let is_read = self.marks.are_read();
        for shown in font.shown(bytes) {
            self.budget.spend_glyphs(1)?;
            let word_space = if shown.is_space {
                state.word_space
            } else {
                0.0
            };
            let width = shown.width * state.size;
            let step = (width + state.letter_space + word_space) * state.stretch;
            // What is as wide as the letter with the space that all letters get.
            let inked = (width + state.letter_space.max(0.0)) * state.stretch;
            if is_read {
                self.put(&shown, inked, state);
            }
            state.advance(step);
        }
        Ok(())
    }

    fn put(&mut self, shown: &Shown<'_>, width: f64, state: &State) {
        let letters = shown.letters.as_deref();
        let Some((place, size)) = state.upright() else {
            self.note_unreadable(shown);
            return;
        };
        let [right, .., x, y] = place.0;
        let mut glyph = Glyph {
            text: "",
            left: x,
            right: x + width * right,
            y,
            size,
        };
        if let Some(said) = self.marks.said() {
            glyph.text = letters.unwrap_or_default();
            said.draw(&glyph);
            return;
        }
        match letters {
            // It says where a word may be divided, and shows nothing.
            Some("\u{ad}") if shown.width <= 0.0 => {}
            Some(letters) => {
                let letters = plain(letters);
                glyph.text = &letters;
                self.page.add(&glyph);
            }
            None => self.note_unreadable(shown),
        }
    }

    fn note_unreadable(&mut self, shown: &Shown<'_>) {
        // Code 0 fills up in many files.
        if shown.letters.is_none() && shown.code != 0 && self.marks.said().is_none() {
            self.page.unreadable += 1;
            self.budget.unreadable += 1;
        }
    }
}

/// The properties of marked content that resources call `name`.
fn properties<'d>(
    document: &'d Document,
    name: &[u8],
    resources: &Resources<'d>,
) -> Option<&'d Dictionary> {
    resources.iter().find_map(|resources| {
        let known = resources
            .get_deref(b"Properties", document)
            .and_then(Object::as_dict)
            .ok()?;
        let properties = known.get_deref(name, document);
        properties.and_then(Object::as_dict).ok()
    })
}
