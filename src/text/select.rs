//! Which span a pointer or a key means: words, sentences, smart edges, steps by word or grapheme.

/// Toward the start or the end of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Back,
    Forward,
}

/// One end of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    Start,
    End,
}
