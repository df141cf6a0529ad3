//! What article files go through: edited texts, cuts and flipped bits. Nothing is taken for what it is
//! not; the figures go into the table of the documentation.
#![expect(clippy::unwrap_used, reason = "in tests, a failure is a failure")]

mod damage;
mod edits;

use std::path::PathBuf;

/// Keeps a figure for the table in the documentation: a line `name<TAB>value`, the last of a name counts.
#[expect(
    clippy::print_stdout,
    reason = "whoever looks at one test is to see what it counted"
)]
fn figure(name: &str, value: usize) {
    use std::io::Write as _;
    println!("{name}: {value}");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reliability.tsv");
    let file = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(path);
    // One write: tests run side by side.
    file.unwrap()
        .write_all(format!("{name}\t{value}\n").as_bytes())
        .unwrap();
}

/// Numbers that look random and are the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    /// Below `end`.
    fn roll(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        usize::try_from(mixed % end.max(1)).unwrap_or(0)
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}
