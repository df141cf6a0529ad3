//! Where things stand on a page: the transformations of PDF.

/// `[a b c d e f]` as PDF writes it: a row vector is multiplied from the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    pub const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this one, then `next`.
    pub fn then(self, next: Self) -> Self {
        let (one, two) = (self.0, next.0);
        let moved =
            |row: usize, column: usize| one[row] * two[column] + one[row + 1] * two[column + 2];
        Self([
            moved(0, 0),
            moved(0, 1),
            moved(2, 0),
            moved(2, 1),
            moved(4, 0) + two[4],
            moved(4, 1) + two[5],
        ])
    }

    /// Turns a page clockwise, as its `/Rotate` says.
    pub fn turned(degrees: i64) -> Self {
        match degrees.rem_euclid(360) {
            90 => Self([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
            180 => Self([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
            270 => Self([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
            _ => Self::IDENTITY,
        }
    }

    pub fn is_finite(self) -> bool {
        self.0.iter().all(|number| number.is_finite())
    }
}
