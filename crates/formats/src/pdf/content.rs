//! Draws a page without drawing it: where each letter would stand.

use std::collections::BTreeMap;
use std::rc::Rc;

use lopdf::content::Content;
use lopdf::{DecompressError, Dictionary, Document, Error, Object, ObjectId, Stream};

use crate::import::ImportError;
use crate::pdf::font::Font;
use crate::pdf::matrix::Matrix;
use crate::pdf::page::{Glyph, Page};
use crate::pdf::read::TOO_LARGE;
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
}

/// Where names of fonts and drawings are looked up, the nearest first.
type Resources<'d> = Vec<&'d Dictionary>;

/// What operators change.
#[derive(Clone)]
struct State {
    around: Matrix,
    text: Matrix,
    line: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl Default for State {
    fn default() -> Self {
        Self {
            around: Matrix::IDENTITY,
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

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
        // Marked content that is open, and whether it repeats on each page.
        let mut marked: Vec<bool> = Vec::new();
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
                "BMC" | "BDC" if marked.len() < MAX_STATES => marked.push(is_pagination(operands)),
                "EMC" => {
                    marked.pop();
                }
                operator => {
                    let is_read = !marked.contains(&true);
                    if state.place(operator, operands) {
                        self.show(operator, operands, &mut state, is_read)?;
                    }
                }
            }
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
        is_read: bool,
    ) -> Result<(), ImportError> {
        let Some(font) = state.font.clone() else {
            return Ok(());
        };
        let shown = match operator {
            "\"" => operands.get(2),
            _ => operands.first(),
        };
        match shown {
            Some(Object::String(bytes, _)) => self.show_string(bytes, &font, state, is_read),
            Some(Object::Array(parts)) => {
                for part in parts {
                    match part {
                        Object::String(bytes, _) => {
                            self.show_string(bytes, &font, state, is_read)?;
                        }
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
        is_read: bool,
    ) -> Result<(), ImportError> {
        for shown in font.shown(bytes) {
            self.budget.glyphs = self.budget.glyphs.checked_sub(1).ok_or(TOO_LARGE)?;
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
                match shown.letters {
                    Some(letters) => self.put(&letters, inked, state),
                    // Code 0 fills up in many files.
                    None if shown.code == 0 => {}
                    None => {
                        self.page.unreadable += 1;
                        self.budget.unreadable += 1;
                    }
                }
            }
            state.advance(step);
        }
        Ok(())
    }

    fn put(&mut self, letters: &str, width: f64, state: &State) {
        let place = Matrix::moved(0.0, state.rise)
            .then(state.text)
            .then(state.around);
        let [right, up, tilt, height, x, y] = place.0;
        // Text that runs up the page or is mirrored is no article's.
        let is_upright = place.is_finite() && right > 0.0 && up.abs() < 0.1 * right;
        let size = state.size.abs() * tilt.hypot(height);
        if !is_upright || !size.is_finite() || size <= 0.01 || state.size < 0.0 {
            return;
        }
        let letters = plain(letters);
        self.page.add(&Glyph {
            text: &letters,
            left: x,
            right: x + width * right,
            y,
            size,
        });
    }
}

impl State {
    fn advance(&mut self, by: f64) {
        self.text = Matrix::moved(by, 0.0).then(self.text);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    /// Does what `operator` does to the place of text; whether it shows text then.
    fn place(&mut self, operator: &str, operands: &[Object]) -> bool {
        match operator {
            "cm" => self.around = matrix_of(operands).then(self.around),
            "BT" => {
                self.text = Matrix::IDENTITY;
                self.line = Matrix::IDENTITY;
            }
            "Tc" => self.letter_space = number(operands, 0),
            "Tw" => self.word_space = number(operands, 0),
            "Tz" => self.stretch = number(operands, 0) / 100.0,
            "TL" => self.leading = number(operands, 0),
            "Ts" => self.rise = number(operands, 0),
            "Td" => self.next_line(number(operands, 0), number(operands, 1)),
            "TD" => {
                self.leading = -number(operands, 1);
                self.next_line(number(operands, 0), number(operands, 1));
            }
            "Tm" => {
                self.line = matrix_of(operands);
                self.text = self.line;
            }
            "T*" => self.next_line(0.0, -self.leading),
            "Tj" | "TJ" => return true,
            "'" => {
                self.next_line(0.0, -self.leading);
                return true;
            }
            "\"" => {
                self.word_space = number(operands, 0);
                self.letter_space = number(operands, 1);
                self.next_line(0.0, -self.leading);
                return true;
            }
            _ => {}
        }
        false
    }
}

/// Letters that a font shows joined, each by itself, so that words are found again.
fn plain(letters: &str) -> std::borrow::Cow<'_, str> {
    let joined = |c: char| ('\u{fb00}'..='\u{fb06}').contains(&c);
    let is_plain =
        |c: char| !joined(c) && !c.is_control() && !matches!(c, '\u{a0}' | '\u{f0a7}' | '\u{f0b7}');
    if letters.chars().all(is_plain) {
        return letters.into();
    }
    let mut plain = String::new();
    for c in letters.chars() {
        match c {
            '\u{fb00}' => plain.push_str("ff"),
            '\u{fb01}' => plain.push_str("fi"),
            '\u{fb02}' => plain.push_str("fl"),
            '\u{fb03}' => plain.push_str("ffi"),
            '\u{fb04}' => plain.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => plain.push_str("st"),
            // The bullets of Symbol and Wingdings.
            '\u{f0a7}' | '\u{f0b7}' => plain.push('•'),
            c if c.is_control() || c == '\u{a0}' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain.into()
}

/// Whether marked content is what repeats on pages: heads, numbers.
fn is_pagination(operands: &[Object]) -> bool {
    let is_artifact = operands.first().and_then(|tag| tag.as_name().ok()) == Some(b"Artifact");
    let kind = operands
        .get(1)
        .and_then(|properties| properties.as_dict().ok());
    let kind = kind.and_then(|properties| properties.get(b"Type").and_then(Object::as_name).ok());
    is_artifact && kind == Some(b"Pagination")
}

fn number(operands: &[Object], index: usize) -> f64 {
    let number = operands
        .get(index)
        .and_then(|number| number.as_float().ok());
    f64::from(number.unwrap_or(0.0))
}

fn matrix_of(operands: &[Object]) -> Matrix {
    if operands.len() < 6 {
        return Matrix::IDENTITY;
    }
    Matrix(std::array::from_fn(|index| number(operands, index)))
}
