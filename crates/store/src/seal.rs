//! The checksum line of an article file: it tells whether anything in the file was changed by other than
//! Copydesk. An edit by hand is welcome; it is mentioned, not refused.

use std::borrow::Cow;

/// How the last line of an article file begins.
const MARK: &str = "// Checksum ";

/// Hexadecimal digits that are written: 128 bits of the BLAKE3 hash.
const DIGITS: usize = 32;

/// What the checksum says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seal {
    /// The file is as it was saved.
    Whole,
    /// It has no checksum: it was written by hand, or before there were any.
    Missing,
    /// It was changed since it was saved.
    Broken,
}

/// `ron`, which ends with a line break, and its checksum as a last line.
pub(super) fn sealed(mut ron: String) -> String {
    let checksum = checksum(&ron);
    ron.push_str(MARK);
    ron.push_str(&checksum);
    ron.push('\n');
    ron
}

/// Whether `ron` is as it was saved. Line ends count as `\n`, whatever an editor made of them.
pub(super) fn check(ron: &str) -> Seal {
    let ron = if ron.contains('\r') {
        Cow::Owned(ron.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(ron)
    };
    let found = ron.trim_end().rsplit_once('\n').and_then(|(before, last)| {
        let digits = match last.strip_prefix(MARK) {
            // Cut off within the mark.
            None if MARK.starts_with(last) && !last.is_empty() => "",
            digits => digits?,
        };
        Some((ron.get(..=before.len())?, digits))
    });
    match found {
        None => Seal::Missing,
        Some((sealed, digits)) if checksum(sealed) == digits => Seal::Whole,
        Some(_) => Seal::Broken,
    }
}

fn checksum(ron: &str) -> String {
    let hex = blake3::hash(ron.as_bytes()).to_hex();
    hex.chars().take(DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::{Seal, check, sealed};

    const RON: &str = "// Copydesk article, format 1\n(\n    format: 1,\n)\n";

    #[test]
    fn every_flipped_bit_breaks_the_seal() {
        let sealed = sealed(RON.to_owned());
        assert_eq!(check(&sealed), Seal::Whole);
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone().into_bytes();
            damaged[at] ^= 1;
            let damaged = String::from_utf8(damaged).unwrap();
            // A line break more or less at the very end says nothing.
            let is_end = at + 1 == sealed.len();
            assert!(is_end || check(&damaged) != Seal::Whole, "flipped at {at}");
        }
    }

    #[test]
    fn a_file_without_a_checksum_is_no_broken_one() {
        assert_eq!(check(RON), Seal::Missing);
        assert_eq!(check(""), Seal::Missing);
    }

    #[test]
    fn other_line_ends_are_no_change() {
        let sealed = sealed(RON.to_owned()).replace('\n', "\r\n");
        assert_eq!(check(&sealed), Seal::Whole);
    }
}
