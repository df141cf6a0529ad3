//! The reading order of a page: its columns one after the other, its lines from top to bottom.

use crate::pdf::page::Piece;

/// A line of text within its column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TextLine {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
    /// It has gaps as between the cells of a table, where tabs stand now.
    pub is_row: bool,
}

/// Lines that follow one another in one column.
pub(super) type Block = Vec<TextLine>;

/// How many columns may stand side by side: two to the power of it.
const MAX_CUTS: usize = 4;

/// The blocks of a page in reading order.
pub(super) fn blocks(pieces: &[Piece]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let pieces: Vec<&Piece> = pieces.iter().collect();
    cut(pieces, MAX_CUTS, &mut blocks);
    blocks
}

fn cut(pieces: Vec<&Piece>, cuts: usize, blocks: &mut Vec<Block>) {
    if pieces.is_empty() {
        return;
    }
    let Some(gutter) = (if cuts > 0 { gutter(&pieces) } else { None }) else {
        blocks.push(lines(pieces));
        return;
    };
    // What crosses the gutter, such as a headline over two columns, divides the page into bands.
    let (mut crossing, beside): (Vec<&Piece>, Vec<&Piece>) = pieces
        .into_iter()
        .partition(|piece| gutter.is_crossed_by(piece));
    crossing.sort_by(|one, other| other.y.total_cmp(&one.y));
    let mut bands: Vec<(Vec<&Piece>, Vec<&Piece>)> = vec![Default::default(); crossing.len() + 1];
    for piece in beside {
        let band = crossing.partition_point(|other| other.y > piece.y);
        if let Some((left, right)) = bands.get_mut(band) {
            let side = if piece.left < gutter.left {
                left
            } else {
                right
            };
            side.push(piece);
        }
    }
    let mut wide: Vec<&Piece> = Vec::new();
    for (index, (left, right)) in bands.into_iter().enumerate() {
        let is_empty = left.is_empty() && right.is_empty();
        if !is_empty && !wide.is_empty() {
            blocks.push(lines(std::mem::take(&mut wide)));
        }
        cut(left, cuts - 1, blocks);
        cut(right, cuts - 1, blocks);
        wide.extend(crossing.get(index));
    }
    if !wide.is_empty() {
        blocks.push(lines(wide));
    }
}

/// The white between two columns.
#[derive(Clone, Copy, Debug)]
struct Gutter {
    left: f64,
    right: f64,
}

impl Gutter {
    fn is_crossed_by(self, piece: &Piece) -> bool {
        piece.left < self.left && piece.right > self.right
    }
}

/// How many edges are tried: the commonest.
const EDGES: usize = 24;

/// The gutter that the fewest pieces cross, if the page has columns of text.
fn gutter(pieces: &[&Piece]) -> Option<Gutter> {
    let size = usual_size(pieces);
    edges(pieces)
        .into_iter()
        .filter_map(|edge| gutter_before(pieces, edge, size))
        .min_by_key(|(crossing, smaller, _)| (*crossing, usize::MAX - smaller))
        .map(|(_, _, gutter)| gutter)
}

/// The places where several pieces begin, which may be a column's left edge.
fn edges(pieces: &[&Piece]) -> Vec<f64> {
    let mut starts: Vec<f64> = pieces.iter().map(|piece| piece.left).collect();
    starts.sort_by(f64::total_cmp);
    let mut edges: Vec<(usize, f64)> = Vec::new();
    for start in starts {
        match edges.last_mut() {
            Some((count, edge)) if start - *edge < 3.0 => *count += 1,
            _ => edges.push((1, start)),
        }
    }
    edges.retain(|(count, _)| *count >= 3);
    edges.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    edges
        .into_iter()
        .take(EDGES)
        .map(|(_, edge)| edge)
        .collect()
}

/// The gutter whose right side is `edge`, with how many pieces cross it and how many stand on the
/// side that has fewer.
fn gutter_before(pieces: &[&Piece], edge: f64, size: f64) -> Option<(usize, usize, Gutter)> {
    const NARROWEST: f64 = 0.7;
    let widest = Gutter {
        left: edge - NARROWEST * size,
        right: edge + 0.5,
    };
    let crossing = pieces
        .iter()
        .filter(|piece| piece.left < widest.left && piece.right > widest.left)
        .count();
    if crossing * 100 > pieces.len() * 20 {
        return None;
    }
    let left = pieces.iter().filter(|piece| piece.right <= widest.left);
    let right = pieces.iter().filter(|piece| piece.left >= widest.left);
    let (left, right): (Vec<&&Piece>, Vec<&&Piece>) = (left.collect(), right.collect());
    let smaller = left.len().min(right.len());
    let is_text = |side: &[&&Piece]| {
        let mut lengths: Vec<usize> = side
            .iter()
            .map(|piece| piece.text.chars().count())
            .collect();
        lengths.sort_unstable();
        // Cells of tables are shorter than lines of columns.
        lengths
            .get(lengths.len() / 2)
            .is_some_and(|length| *length >= 14)
    };
    let is_gutter =
        smaller >= 3 && is_text(&left) && is_text(&right) && stand_abreast(&left, &right);
    is_gutter.then_some((crossing, smaller, widest))
}

/// Whether two sides are at least half as high as the lower one beside each other.
fn stand_abreast(left: &[&&Piece], right: &[&&Piece]) -> bool {
    let extent = |side: &[&&Piece]| {
        let bottom = side
            .iter()
            .map(|piece| piece.y)
            .fold(f64::INFINITY, f64::min);
        let top = side
            .iter()
            .map(|piece| piece.y)
            .fold(f64::NEG_INFINITY, f64::max);
        (bottom, top)
    };
    let ((left_bottom, left_top), (right_bottom, right_top)) = (extent(left), extent(right));
    let shared = left_top.min(right_top) - left_bottom.max(right_bottom);
    let lower = (left_top - left_bottom).min(right_top - right_bottom);
    lower > 0.0 && shared >= 0.5 * lower
}

/// The size of most of the text.
fn usual_size(pieces: &[&Piece]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = pieces
        .iter()
        .map(|piece| (piece.size, piece.text.len()))
        .collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let all: usize = sizes.iter().map(|(_, length)| length).sum();
    let mut before = 0;
    for (size, length) in sizes {
        before += length;
        if before * 2 >= all {
            return size;
        }
    }
    0.0
}

/// A gap that is wider, in sizes, is that between cells.
const CELL_GAP: f64 = 1.8;

/// The lines of a column, from top to bottom.
fn lines(mut pieces: Vec<&Piece>) -> Block {
    pieces.sort_by(|one, other| other.y.total_cmp(&one.y));
    // Each row with its largest piece.
    let mut rows: Vec<(&Piece, Vec<&Piece>)> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some((main, row)) if is_on_row(main, piece) => {
                row.push(piece);
                if piece.size > main.size {
                    *main = piece;
                }
            }
            _ => rows.push((piece, vec![piece])),
        }
    }
    rows.into_iter().filter_map(|(_, row)| line(row)).collect()
}

/// Whether `piece` stands on the line of `main`, perhaps raised or lowered as small characters are.
fn is_on_row(main: &Piece, piece: &Piece) -> bool {
    let size = main.size.max(piece.size);
    let is_small = main.size.min(piece.size) < 0.8 * size;
    let reach = if is_small { 0.5 } else { 0.25 };
    (main.y - piece.y).abs() < reach * size
}

fn line(mut row: Vec<&Piece>) -> Option<TextLine> {
    row.sort_by(|one, other| one.left.total_cmp(&other.left));
    // The largest says what kind of line it is, the longest where it stands.
    let size = usual_size(&row);
    let main = row.iter().max_by_key(|piece| piece.text.len())?;
    let mut line = TextLine {
        text: String::new(),
        left: row.first()?.left,
        right: f64::NEG_INFINITY,
        y: main.y,
        size,
        is_row: false,
    };
    for piece in row {
        let gap = piece.left - line.right;
        if line.text.is_empty() {
        } else if gap > CELL_GAP * size {
            line.text.push('\t');
            line.is_row = true;
        } else if gap > 0.1 * size {
            line.text.push(' ');
        }
        line.text.push_str(&piece.text);
        line.right = line.right.max(piece.right);
    }
    Some(line)
}
