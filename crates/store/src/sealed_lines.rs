//! Lines of RON that carry a checksum each, chained: what was torn off or altered is noticed, and all
//! before it still reads.

/// The checksum of the lines so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chain(blake3::Hash);

/// Hexadecimal digits of a line's checksum that are written: 64 bits of the hash.
const DIGITS: usize = 16;

/// Between a line's RON and its checksum.
const MARK: &str = " // ";

impl Chain {
    /// Of a file that begins with the line `header`; a comment, as the checksums are.
    pub fn new(header: &str) -> Self {
        Self(blake3::hash(header.as_bytes()))
    }

    /// `ron`, which must have no line break, as the next line of the file.
    pub fn seal(&mut self, ron: &str) -> String {
        debug_assert!(!ron.contains('\n'), "a line has no line break");
        let digits = self.advance(ron);
        format!("{ron}{MARK}{digits}\n")
    }

    /// The checksum after `ron`, as it is written.
    fn advance(&mut self, ron: &str) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.0.as_bytes());
        hasher.update(ron.as_bytes());
        self.0 = hasher.finalize();
        self.0.to_hex().chars().take(DIGITS).collect()
    }
}

/// What of a file is whole.
pub(crate) struct Sealed<'a> {
    /// The RON of each line.
    pub lines: Vec<&'a str>,
    /// Whether anything came after the last whole line.
    pub is_cut: bool,
}

/// The whole lines at the beginning of `bytes`; `None` if its first line is not `header`.
pub(crate) fn whole_lines<'a>(header: &str, bytes: &'a [u8]) -> Option<Sealed<'a>> {
    let rest = bytes.strip_prefix(header.as_bytes())?.strip_prefix(b"\n")?;
    let mut chain = Chain::new(header);
    let mut lines = Vec::new();
    for line in rest.split_inclusive(|byte| *byte == b'\n') {
        match line_of(&mut chain, line) {
            Some(ron) => lines.push(ron),
            None => {
                return Some(Sealed {
                    lines,
                    is_cut: true,
                });
            }
        }
    }
    Some(Sealed {
        lines,
        is_cut: false,
    })
}

/// The RON of `line`, the next of its file; `None` if it is not whole.
pub(crate) fn line_of<'a>(chain: &mut Chain, line: &'a [u8]) -> Option<&'a str> {
    let whole = str::from_utf8(line).ok()?.strip_suffix('\n')?;
    let (ron, digits) = whole.rsplit_once(MARK)?;
    (chain.advance(ron) == digits).then_some(ron)
}

#[cfg(test)]
#[expect(
    clippy::string_slice,
    reason = "a test that cuts a character has failed"
)]
mod tests {
    use super::{Chain, whole_lines};

    const HEADER: &str = "// A file";

    fn journal() -> String {
        let mut chain = Chain::new(HEADER);
        let lines: Vec<String> = ["Undo", "Do(\"a // b\", [])", "Redo"]
            .into_iter()
            .map(|ron| chain.seal(ron))
            .collect();
        format!("{HEADER}\n{}", lines.concat())
    }

    #[test]
    fn what_was_sealed_is_whole() {
        let journal = journal();
        let sealed = whole_lines(HEADER, journal.as_bytes()).unwrap();
        assert_eq!(sealed.lines, ["Undo", "Do(\"a // b\", [])", "Redo"]);
        assert!(!sealed.is_cut);
    }

    #[test]
    fn a_journal_cut_anywhere_keeps_all_lines_before_the_cut() {
        let journal = journal();
        let first = HEADER.len() + 1;
        for cut in first..journal.len() {
            let sealed = whole_lines(HEADER, &journal.as_bytes()[..cut]).unwrap();
            let whole = journal[first..cut].matches('\n').count();
            assert_eq!(sealed.lines.len(), whole, "cut at {cut}");
            assert_eq!(
                sealed.is_cut,
                !journal[..cut].ends_with('\n'),
                "cut at {cut}"
            );
        }
    }

    #[test]
    fn a_flipped_bit_ends_the_journal_before_its_line() {
        let journal = journal();
        for at in HEADER.len() + 1..journal.len() {
            let mut damaged = journal.clone().into_bytes();
            damaged[at] ^= 4;
            let line = journal[HEADER.len() + 1..at].matches('\n').count();
            let sealed = whole_lines(HEADER, &damaged).unwrap();
            assert!(
                sealed.is_cut && sealed.lines.len() == line,
                "flipped at {at}"
            );
        }
    }

    #[test]
    fn a_line_that_is_missing_is_noticed() {
        let journal = journal();
        let mut lines: Vec<&str> = journal.split_inclusive('\n').collect();
        lines.remove(2);
        assert!(
            whole_lines(HEADER, lines.concat().as_bytes())
                .unwrap()
                .is_cut
        );
    }
}
