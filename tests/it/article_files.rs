//! What article files go through: edited texts, cuts and flipped bits. Nothing is taken for what it is
//! not; the figures go into the table of the documentation.

mod damage;
mod edits;
