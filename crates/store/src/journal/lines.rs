//! Lines of RON that carry a checksum each, chained: what was torn off or altered is noticed, and all
//! before it still reads.

/// What every journal begins with; a comment, as the checksums are.
pub(super) const HEADER: &str = "// Copydesk journal, format 1";

/// The checksum of the lines so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain(blake3::Hash);

/// Hexadecimal digits of a line's checksum that are written: 64 bits of the hash.
const DIGITS: usize = 16;

/// Between a line's RON and its checksum.
const MARK: &str = " // ";

impl Chain {
    pub fn new() -> Self {
        Self(blake3::hash(HEADER.as_bytes()))
    }

    /// `ron`, which must have no line break, as a line of the journal.
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

/// What of a journal is whole.
pub(super) struct Sealed<'a> {
    /// The RON of each line.
    pub lines: Vec<&'a str>,
    /// Whether anything came after the last whole line.
    pub is_cut: bool,
}

/// The whole lines at the beginning of `bytes`; `None` if it is no journal of this format.
pub(super) fn whole_lines(bytes: &[u8]) -> Option<Sealed<'_>> {
    let rest = bytes.strip_prefix(HEADER.as_bytes())?.strip_prefix(b"\n")?;
    let mut chain = Chain::new();
    let mut lines = Vec::new();
    for line in rest.split_inclusive(|byte| *byte == b'\n') {
        let whole = str::from_utf8(line)
            .ok()
            .and_then(|line| line.strip_suffix('\n'));
        let parts = whole.and_then(|line| line.rsplit_once(MARK));
        match parts {
            Some((ron, digits)) if chain.advance(ron) == digits => lines.push(ron),
            _ => {
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

#[cfg(test)]
#[expect(
    clippy::string_slice,
    reason = "a test that cuts a character has failed"
)]
mod tests {
    use super::{Chain, HEADER, whole_lines};

    fn journal() -> String {
        let mut chain = Chain::new();
        let lines: Vec<String> = ["Undo", "Do(\"a // b\", [])", "Redo"]
            .into_iter()
            .map(|ron| chain.seal(ron))
            .collect();
        format!("{HEADER}\n{}", lines.concat())
    }

    #[test]
    fn what_was_sealed_is_whole() {
        let journal = journal();
        let sealed = whole_lines(journal.as_bytes()).unwrap();
        assert_eq!(sealed.lines, ["Undo", "Do(\"a // b\", [])", "Redo"]);
        assert!(!sealed.is_cut);
    }

    #[test]
    fn a_journal_cut_anywhere_keeps_all_lines_before_the_cut() {
        let journal = journal();
        let first = HEADER.len() + 1;
        for cut in first..journal.len() {
            let sealed = whole_lines(&journal.as_bytes()[..cut]).unwrap();
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
            let sealed = whole_lines(&damaged).unwrap();
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
        assert!(whole_lines(lines.concat().as_bytes()).unwrap().is_cut);
    }
}
