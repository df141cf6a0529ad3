//! What the operators of a page change: the font, and where the next letter stands.

use std::rc::Rc;

use lopdf::Object;

use crate::pdf::font::Font;
use crate::pdf::matrix::Matrix;

/// What operators change.
#[derive(Clone)]
pub(super) struct State {
    pub around: Matrix,
    pub text: Matrix,
    pub line: Matrix,
    pub font: Option<Rc<Font>>,
    pub size: f64,
    pub letter_space: f64,
    pub word_space: f64,
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
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

impl State {
    pub fn advance(&mut self, by: f64) {
        self.text = Matrix::moved(by, 0.0).then(self.text);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    /// Where the next letter stands and how large it is; `None` for text that runs up the page or is
    /// mirrored, which is no article's.
    pub fn upright(&self) -> Option<(Matrix, f64)> {
        let place = Matrix::moved(0.0, self.rise)
            .then(self.text)
            .then(self.around);
        let [right, up, tilt, height, ..] = place.0;
        let is_upright = place.is_finite() && right > 0.0 && up.abs() < 0.1 * right;
        let size = self.size.abs() * tilt.hypot(height);
        let is_seen = size.is_finite() && size > 0.01 && self.size >= 0.0;
        (is_upright && is_seen).then_some((place, size))
    }

    /// Does what `operator` does to the place of text; whether it shows text then.
    pub fn place(&mut self, operator: &str, operands: &[Object]) -> bool {
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

pub(super) fn number(operands: &[Object], index: usize) -> f64 {
    let number = operands
        .get(index)
        .and_then(|number| number.as_float().ok());
    f64::from(number.unwrap_or(0.0))
}

pub(super) fn matrix_of(operands: &[Object]) -> Matrix {
    if operands.len() < 6 {
        return Matrix::IDENTITY;
    }
    Matrix(std::array::from_fn(|index| number(operands, index)))
}
