//! What stands on a page: pieces of text with their places.

/// Text on one base line without a gap wider than a word space.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub text: String,
    pub left: f64,
    pub right: f64,
    /// The base line; upward from the bottom of the page.
    pub y: f64,
    /// The height of the letters: what printers call the size.
    pub size: f64,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    pub pieces: Vec<Piece>,
    pub has_pictures: bool,
    /// How many characters are in fonts that do not say which letters they show.
    pub unreadable: usize,
}

/// A letter or a few as a font shows them at once.
pub(super) struct Glyph<'a> {
    pub text: &'a str,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
}

/// A gap that is wider, in sizes, is a space between words.
const WORD_GAP: f64 = 0.15;
/// A gap that is wider, in sizes, may be that between columns.
const PIECE_GAP: f64 = 0.75;

impl Page {
    pub fn has_text(&self) -> bool {
        !self.pieces.is_empty()
    }

    pub fn add(&mut self, glyph: &Glyph<'_>) {
        if let Some(piece) = self.pieces.last_mut()
            && piece.is_followed_by(glyph)
        {
            let gap = glyph.left - piece.right;
            let is_apart = gap > WORD_GAP * piece.size;
            if is_apart && !piece.text.ends_with(' ') && !glyph.text.starts_with(' ') {
                piece.text.push(' ');
            }
            piece.text.push_str(glyph.text);
            piece.right = piece.right.max(glyph.right);
            piece.size = piece.size.max(glyph.size);
            return;
        }
        // A space at the start moves the letters that follow, and is nothing by itself.
        if glyph.text.trim().is_empty() {
            return;
        }
        self.pieces.push(Piece {
            text: glyph.text.to_owned(),
            left: glyph.left,
            right: glyph.right,
            y: glyph.y,
            size: glyph.size,
        });
    }

    /// Puts the pieces in order: without spaces at their ends, without those that are drawn twice to
    /// look bold.
    pub fn tidy(&mut self) {
        let mut kept: Vec<Piece> = Vec::with_capacity(self.pieces.len());
        for mut piece in std::mem::take(&mut self.pieces) {
            let trimmed = piece.text.trim();
            if trimmed.is_empty() {
                continue;
            }
            if trimmed.len() != piece.text.len() {
                let trimmed = trimmed.to_owned();
                piece.text = trimmed;
            }
            let is_again = kept
                .iter()
                .rev()
                .take(8)
                .any(|other| other.is_covered_by(&piece));
            if !is_again {
                kept.push(piece);
            }
        }
        self.pieces = kept;
    }
}

impl Piece {
    fn is_followed_by(&self, glyph: &Glyph<'_>) -> bool {
        let size = self.size.max(glyph.size);
        let gap = glyph.left - self.right;
        let is_small = glyph.size < 0.5 * self.size || self.size < 0.5 * glyph.size;
        (glyph.y - self.y).abs() < 0.1 * size
            && gap > -0.5 * size
            && gap < PIECE_GAP * size
            && !is_small
    }

    fn is_covered_by(&self, other: &Self) -> bool {
        let near = 0.2 * self.size;
        self.text == other.text
            && (self.left - other.left).abs() < near
            && (self.y - other.y).abs() < near
    }
}
