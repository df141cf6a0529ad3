//! What to say of spans whose offsets are not in the text.

/// A warning: the span was left out.
pub(super) fn left_out(label: &str, start: usize, end: usize) -> String {
    let why = if end <= start {
        "it ends before it begins"
    } else {
        "the text does not reach so far, or the offsets cut a character"
    };
    format!("“{label}” at {start}–{end} was left out: {why}")
}
