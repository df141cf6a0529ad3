//! Random damage to files and texts: whatever comes, there is an answer, and no panic.
//!
//! Each target takes less than a second; `FUZZ_SECONDS=600` gives each so long, and `FUZZ_TARGETS=html,docx`
//! tries only these. What once failed stays in tests/fixtures/fuzz, and is tried first. `cargo-fuzz` would need a nightly compiler.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use copydesk_document::{Document, LabelId, Metadata, OpenDocument, Record};
use copydesk_formats::export::{Settings, exporters, write_to_memory};
use copydesk_formats::import::{Head, Importer, candidates, importers, read_bytes};
use copydesk_store::{Entry, Home, Journal, JournalKey, built_in_schema};
use copydesk_suggest::{Analysis, suggest};
use copydesk_text::{ArticleText, Changes, Quote};

use crate::dice::Dice;
use crate::figures::record;

/// So many milliseconds each target has, unless `FUZZ_SECONDS` says more.
const USUAL: u64 = 700;

/// One input that takes more of a processor has hung; other work on the machine does not count.
const HANGS_AFTER: Duration = Duration::from_secs(20);

/// Longer inputs say no more.
const LONGEST: usize = 64 * 1024;

fn time() -> Duration {
    let wanted = std::env::var("FUZZ_SECONDS").ok();
    wanted.map_or(Duration::from_millis(USUAL), |seconds| {
        Duration::from_secs(seconds.parse().unwrap())
    })
}

/// What this thread has had of a processor.
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::from_secs_f64(time.tv_sec as f64 + time.tv_nsec as f64 / 1e9)
}

/// What is put into files because it is at a border of something.
const PIECES: [&[u8]; 24] = [
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b"(",
    b")",
    b",",
    b":",
    b"\t",
    b"\n",
    b"\r\n",
    b"\0",
    b"-1",
    b"18446744073709551616",
    b"1e999",
    b"\\u0000",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xa8",
    b"<",
    b"&#x110000;",
    "👩‍👩‍👧".as_bytes(),
    "é\u{301}".as_bytes(),
];

/// `input` with a few random changes, some of them pieces of `other`.
fn mutate(dice: &mut Dice, input: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        let length = dice.below(32).min(bytes.len() - at);
        match dice.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..at + length)),
            2 => drop(bytes.splice(at..at, dice.pick(&PIECES).iter().copied())),
            3 => {
                let piece = bytes[at..at + length].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            4 if !other.is_empty() => {
                let from = dice.below(other.len());
                let until = (from + 1 + dice.below(200)).min(other.len());
                drop(bytes.splice(at..at + length, other[from..until].iter().copied()));
            }
            5 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at + length, dice.pick(&PIECES).iter().copied())),
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(folder)
}

/// The files directly in `folder`, sorted by name.
fn files(folder: &Path) -> Vec<Vec<u8>> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let files = paths.iter().filter(|path| path.is_file());
    files.map(|path| std::fs::read(path).unwrap()).collect()
}

/// Tries `run` on damaged files of `corpus` until the time is over; what it cannot stand is written beside
/// the build.
fn target(name: &str, corpus: Vec<Vec<u8>>, run: impl Fn(&[u8])) {
    let wanted = std::env::var("FUZZ_TARGETS").ok();
    if wanted.is_some_and(|wanted| !wanted.split(',').any(|target| target == name)) {
        return;
    }
    let mut seeds = files(&fixtures("fuzz").join(name));
    let known = seeds.len();
    seeds.extend(corpus);
    seeds.retain(|seed| seed.len() <= LONGEST);
    assert!(!seeds.is_empty());
    let mut dice = Dice::new(name.len() as u64 + seeds.len() as u64);
    let (begun, mut count, mut failures) = (Instant::now(), 0, Vec::new());
    while failures.len() < 5 && (count < seeds.len() || begun.elapsed() < time()) {
        let input = if let Some(seed) = seeds.get(count) {
            seed.clone()
        } else {
            let (seed, other) = (dice.pick(&seeds).clone(), dice.pick(&seeds).clone());
            mutate(&mut dice, &seed, &other)
        };
        count += 1;
        let started = processor_time();
        let is_over = catch_unwind(AssertUnwindSafe(|| run(&input))).is_ok();
        let spent = processor_time().saturating_sub(started);
        if !is_over || spent > HANGS_AFTER {
            let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
            let path = path.join(format!("fuzz-{name}-{}", failures.len()));
            std::fs::write(&path, &input).unwrap();
            failures.push(format!("{} after {spent:?}", path.display()));
        }
    }
    record(&format!("fuzz {name}: inputs"), count);
    record(&format!("fuzz {name}: crashes and hangs"), failures.len());
    assert!(failures.is_empty(), "known {known}: {failures:#?}");
}

fn document() -> Document {
    let text = "Anna Keller went to Seoul.\n\nShe paid 5% more, “not 7 million”.\n";
    let text = ArticleText::new(text);
    Document::new(text, built_in_schema(), Metadata::default())
}

/// With a few annotations, and steps that were undone.
fn worked_on() -> OpenDocument {
    let mut open = OpenDocument::new(document());
    for (start, end, label) in [(0, 11, "person"), (20, 25, "place"), (37, 39, "figure")] {
        let span = open.document().text().span(start, end).unwrap();
        open.annotate(span, &LabelId::new(label).unwrap()).unwrap();
    }
    open.toggle_mark().unwrap();
    open.undo();
    open
}

fn no_text(_: &str) -> Result<ArticleText, String> {
    Err("there is no such file".to_owned())
}

#[test]
fn a_damaged_article_file_is_read_or_refused() {
    let mut corpus = vec![
        std::fs::read(fixtures("article-v1.ron")).unwrap(),
        copydesk_store::print(&document()).into_bytes(),
    ];
    corpus.push(copydesk_store::print(worked_on().document()).into_bytes());
    target("article", corpus, |bytes| {
        let Ok(restored) = copydesk_store::parse(bytes, &mut no_text) else {
            return;
        };
        // What was read can be written, and is then the same.
        let printed = copydesk_store::print(&restored.document);
        let again = copydesk_store::parse(printed.as_bytes(), &mut no_text);
        assert_eq!(again.unwrap().document, restored.document);
    });
}

#[test]
fn a_damaged_journal_gives_what_came_before_the_damage() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let mut open = worked_on();
    let steps = open.take_steps();
    let key = JournalKey::new(open.document().text().fingerprint(), None);
    let first = OpenDocument::new(document());
    let mut journal = Journal::open(&home, key.clone(), None, &first).unwrap();
    for step in steps {
        journal.append(vec![Entry::Step(step)]).unwrap();
    }
    drop(journal);
    let path = journals_in(folder.path()).remove(0);
    let whole = std::fs::read(&path).unwrap();
    target("journal", vec![whole], |bytes| {
        std::fs::write(&path, bytes).unwrap();
        let (found, _) = copydesk_store::journals(&home);
        for recovered in found {
            assert_eq!(recovered.article.document().text(), first.document().text());
        }
        for path in journals_in(folder.path()) {
            std::fs::remove_file(path).unwrap();
        }
    });
}

fn journals_in(home: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(home.join("data/journal")).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Everything that we write, by the id of its format.
fn written() -> Vec<(&'static str, Vec<u8>)> {
    let article = Record::of(worked_on().document(), &[]);
    let settings = Settings {
        name: "data".to_owned(),
        schema: built_in_schema(),
        annotator: String::new(),
        card: copydesk_formats::export::Card::default(),
    };
    let mut written = Vec::new();
    for exporter in exporters() {
        let (sink, _) =
            write_to_memory(exporter, &settings, std::slice::from_ref(&article)).unwrap();
        written.extend(sink.files.into_values().map(|bytes| (exporter.id(), bytes)));
    }
    written
}

#[test]
fn damaged_data_of_others_is_read_or_refused_by_every_importer() {
    let mut corpus: Vec<Vec<u8>> = written().into_iter().map(|(_, bytes)| bytes).collect();
    corpus.extend(files(&fixtures("exchange")));
    corpus.extend(files(&fixtures("documents")));
    corpus.extend(files(&fixtures("documents/pages")));
    corpus.extend(files(&fixtures("eval")));
    let waiting: Mutex<Vec<_>> = Mutex::new(importers().collect());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let next = || waiting.lock().unwrap().pop();
                while let Some(importer) = next() {
                    damage(importer, &corpus);
                }
            });
        }
    });
}

/// Gives `importer` damaged files of its own format; of all, where `corpus` has none.
fn damage(importer: &'static dyn Importer, corpus: &[Vec<u8>]) {
    let is_ours = |bytes: &&Vec<u8>| {
        let head = Head {
            name: "data",
            bytes,
        };
        let mut candidates = candidates(&head).into_iter();
        candidates.any(|(candidate, _)| candidate.id() == importer.id())
    };
    let mut ours: Vec<Vec<u8>> = corpus.iter().filter(is_ours).cloned().collect();
    if ours.is_empty() {
        ours = corpus.to_vec();
    }
    target(importer.id(), ours, |bytes| {
        let records = read_bytes(importer, "data", bytes).unwrap_or_default();
        for article in records.into_iter().flatten() {
            for span in &article.spans {
                // A span that is given out is one of its text.
                assert!(
                    article.text.as_str().get(span.range.clone()).is_some(),
                    "{span:?}"
                );
            }
        }
    });
}

#[test]
fn spans_are_found_again_in_whatever_a_text_became() {
    let texts = [
        document().text().as_str().as_bytes().to_vec(),
        SAMPLE.as_bytes().to_vec(),
    ];
    let old = ArticleText::new(SAMPLE);
    let spans: Vec<_> = (0..old.len())
        .step_by(97)
        .filter_map(|at| old.smart_span(at, at + 9))
        .collect();
    target("changes", texts.to_vec(), |bytes| {
        let new = ArticleText::new(String::from_utf8_lossy(bytes).into_owned());
        let changes = Changes::between(&old, &new);
        for span in &spans {
            Quote::of(&old, *span).locate(&new, span.start(), span.end());
            if let Some(moved) = changes.moved(*span, &new) {
                assert_eq!(old.words(*span), new.words(moved));
            }
        }
    });
}

const SAMPLE: &str = include_str!("../../samples/minerals-deal.txt");

#[test]
fn suggestions_for_any_text_lie_within_it() {
    let sentence = "Anna Keller of Seoul said on Monday that prices rose by 5.5%, to $1,000.";
    let corpus = [sentence, "“Not £7m,” he said.", "1 2 3 — 한국 Müller’s 4/5"];
    let corpus = corpus.map(|text| text.as_bytes().to_vec()).to_vec();
    target("suggest", corpus, |bytes| {
        let text = ArticleText::new(String::from_utf8_lossy(bytes).into_owned());
        for suggestion in suggest(&Analysis::new(&text), &built_in_schema()) {
            assert!(!text.words(suggestion.span).is_empty());
        }
    });
}
