//! How long it takes to read an article file whose spans all overlap: the time per span must not
//! grow with their number. `cargo bench -p copydesk-store`
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::fmt::Write as _;
use std::time::Instant;

use copydesk_document::{Document, Metadata};
use copydesk_store::{built_in_schema, parse, print};
use copydesk_text::ArticleText;

fn main() {
    for spans in [10_000, 100_000, 1_000_000] {
        let ron = file_with_overlapping(spans);
        let start = Instant::now();
        let restored = parse(ron.as_bytes(), &mut |name| Err(name.to_owned()));
        let elapsed = start.elapsed();
        let problems = restored.map_or(0, |restored| restored.problems.len());
        println!(
            "{spans} spans, {problems} problems: {:.2} s, {:.2} µs per span",
            elapsed.as_secs_f64(),
            elapsed.as_secs_f64() * 1e6 / f64::from(spans)
        );
    }
}

fn file_with_overlapping(spans: u32) -> String {
    let text = ArticleText::new("Keir Starmer arrives");
    let empty = print(&Document::new(text, built_in_schema(), Metadata::default()));
    let mut annotations = String::from("    annotations: [\n");
    for id in 1..=spans {
        let line = "label: \"person\", start: 0, end: 12, quote: \"Keir Starmer\"";
        // A String takes everything: there is no error to lose.
        writeln!(annotations, "        (id: {id}, {line}),").unwrap_or_default();
    }
    empty.replace("    annotations: [\n", &annotations)
}
