//! Cuts and flipped bits.
