//! The beginning of a file, by which its format is recognized.

/// What recognition goes by.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The file's name without its folder; `-` for the standard input.
    pub name: &'a str,
    /// The first [`Head::BYTES`] of the file, or all of it if it is shorter.
    pub bytes: &'a [u8],
}

/// How surely a file is of some format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    No,
    /// It can be read so, if nothing fits better.
    Maybe,
    /// It has what only this format has.
    Sure,
}

impl Head<'_> {
    pub const BYTES: usize = 64 * 1024;

    /// Whether the name ends in a dot and `extension`, whose case does not count.
    pub(crate) fn has_extension(&self, extension: &str) -> bool {
        self.name
            .rsplit_once('.')
            .is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
    }

    /// The bytes as text, if they are UTF-8 without NUL: without a byte-order mark, and without a
    /// character that the end of the head cuts.
    pub(crate) fn text(&self) -> Option<&str> {
        let bytes = self
            .bytes
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(self.bytes);
        let text = match str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() => {
                str::from_utf8(bytes.get(..error.valid_up_to())?).ok()?
            }
            Err(_) => return None,
        };
        (!text.contains('\0')).then_some(text)
    }

    /// The first line with ink on it.
    pub(crate) fn first_line(&self) -> Option<&str> {
        self.text()?.lines().find(|line| !line.trim().is_empty())
    }
}
