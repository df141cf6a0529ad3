//! How long data sets take to write, as ratios to reading the same articles with `serde_json`, and
//! what memory they take.
//!
//! `cargo bench --bench exchange` prints a table; `-- --quick` takes a tenth of the articles. Times
//! are processor time.

#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use copydesk_document::{Metadata, Record, RecordAttribute, RecordSpan};
use copydesk_formats::export::{
    Article, Exporter, Losses, MemorySink, Place, Settings, Sink, exporter, exporters,
};
use copydesk_store::built_in_schema;
use copydesk_text::ArticleText;
use rustix::time::{ClockId, clock_gettime};

const SAMPLE: &str = include_str!("../samples/minerals-deal.txt");
const SPANS_AN_ARTICLE: usize = 30;

fn main() -> io::Result<()> {
    let is_quick = std::env::args().any(|argument| argument == "--quick");
    let count = if is_quick { 1_000 } else { 10_000 };
    let record = record();
    let jsonl = jsonl(&record, count);
    let reading = least(|| reading_time(&jsonl));
    println!(
        "{count} articles with {} spans; reading them with serde_json takes {reading:.2} s\n",
        count * record.spans.len()
    );
    println!("{:<14} {:>10} {:>8}   limit", "format", "seconds", "ratio");
    for format in exporters() {
        let seconds = least(|| export_time(format, &record, count));
        let ratio = seconds / reading;
        println!("{:<14} {seconds:>10.2} {ratio:>8.2}   3", format.id());
    }
    let folder = std::env::temp_dir().join(format!("copydesk-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = program(&folder, &jsonl, count);
    std::fs::remove_dir_all(&folder)?;
    measured
}

/// A news article with spans all over, some of them claims with speakers.
fn record() -> Record {
    let text = SAMPLE;
    let words: Vec<usize> = text
        .match_indices(' ')
        .map(|(at, _)| at + 1)
        .filter(|at| rest(text, *at).starts_with(char::is_alphabetic))
        .collect();
    let mut record = Record::new(ArticleText::new(text), Metadata::default());
    let step = words.len() / SPANS_AN_ARTICLE;
    for (index, start) in words
        .iter()
        .step_by(step)
        .take(SPANS_AN_ARTICLE)
        .enumerate()
    {
        let length = rest(text, *start).find([' ', '\n']).unwrap_or(1);
        let label = ["person", "place", "figure", "claim"][index % 4];
        let mut span = RecordSpan::new(label, *start..start + length);
        if label == "claim" {
            let speaker = RecordAttribute::words("Zelensky");
            span.attributes.insert("speaker".to_owned(), speaker);
        }
        record.spans.push(span);
    }
    record
}

fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

fn numbered(record: &Record, number: usize) -> Record {
    let mut record = record.clone();
    // A text of its own: what is worked out for one is not there for the next.
    record.text = ArticleText::new(record.text.as_str());
    record.metadata.id = format!("article-{number}");
    record
}

fn processor_seconds() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    #[expect(clippy::cast_precision_loss, reason = "seconds and nanoseconds")]
    let seconds = time.tv_sec as f64 + time.tv_nsec as f64 / 1e9;
    seconds
}

/// The least of three times: other programs on the machine only add to them.
fn least(seconds: impl Fn() -> f64) -> f64 {
    (0..3).map(|_| seconds()).fold(f64::INFINITY, f64::min)
}

fn jsonl(record: &Record, count: usize) -> Vec<u8> {
    let mut sink = MemorySink::default();
    if let Some(jsonl) = exporter("jsonl") {
        write_all(jsonl, record, count, &mut sink);
    }
    sink.files.remove(MemorySink::MAIN).unwrap_or_default()
}

/// Seconds that `serde_json` takes to read all articles.
fn reading_time(jsonl: &[u8]) -> f64 {
    let start = processor_seconds();
    for line in jsonl
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
    {
        let read: Result<serde_json::Value, _> = serde_json::from_slice(line);
        std::hint::black_box(read.is_ok());
    }
    processor_seconds() - start
}

struct Counted(usize);

impl Sink for Counted {
    fn write(&mut self, _place: Place<'_>, bytes: &[u8]) -> io::Result<()> {
        self.0 += bytes.len();
        Ok(())
    }
}

fn export_time(format: &dyn Exporter, record: &Record, count: usize) -> f64 {
    let start = processor_seconds();
    let mut sink = Counted(0);
    write_all(format, record, count, &mut sink);
    std::hint::black_box(sink.0);
    processor_seconds() - start
}

fn write_all(format: &dyn Exporter, record: &Record, count: usize, sink: &mut dyn Sink) {
    let settings = Settings {
        name: "bench".to_owned(),
        schema: built_in_schema(),
        annotator: String::new(),
        card: copydesk_formats::export::Card::default(),
    };
    let mut data_set = format.begin(&settings);
    let mut lost = 0;
    for number in 0..count {
        let record = numbered(record, number);
        let article = Article::new(&record, &record.metadata.id, None);
        let mut take = |_| lost += 1;
        let written = data_set.article(&article, sink, &mut Losses(&mut take));
        assert!(written.is_ok(), "{} cannot be written", format.id());
    }
    assert!(data_set.finish(sink).is_ok(), "{} has no end", format.id());
}

/// The program itself on files: memory of one and ten times as many articles, threads.
fn program(folder: &Path, jsonl: &[u8], count: usize) -> io::Result<()> {
    let lines = |most: usize| {
        let ends = jsonl.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let end = ends.map(|(at, _)| at + 1).nth(most - 1);
        &jsonl[..end.unwrap_or(jsonl.len())]
    };
    println!(
        "\n{:<34} {:>12} {:>12}",
        "copydesk convert, peak memory, MB",
        count / 10,
        count
    );
    let (few, many) = (folder.join("few.jsonl"), folder.join("many.jsonl"));
    std::fs::write(&few, lines(count / 10))?;
    std::fs::write(&many, lines(count))?;
    for to in ["jsonl", "brat", "label-studio", "conllu"] {
        let out = |name: &str| folder.join(format!("{name}.{to}"));
        let few = peak_of(&["convert", "--to", to], &few, &out("few"))?;
        let many = peak_of(&["convert", "--to", to], &many, &out("many"))?;
        println!("{to:<34} {few:>12.0} {many:>12.0}");
    }
    let articles = folder.join("suggest.jsonl");
    std::fs::write(&articles, lines(200))?;
    let one = suggest_seconds(&articles, "1")?;
    let two = suggest_seconds(&articles, "2")?;
    println!(
        "\ncopydesk suggest -j 2, times as fast as -j 1: {:.2}   1.8",
        one / two
    );
    Ok(())
}

/// The most memory that the program ever held, in MB.
fn peak_of(arguments: &[&str], input: &Path, output: &PathBuf) -> io::Result<f64> {
    let out = Command::new("/usr/bin/time")
        .args(["-f", "%M", env!("CARGO_BIN_EXE_copydesk")])
        .args(arguments)
        .arg("-o")
        .arg(output)
        .arg(input)
        .stderr(Stdio::piped())
        .output()?;
    let said = String::from_utf8_lossy(&out.stderr);
    let kilobytes = said
        .lines()
        .last()
        .and_then(|line| line.trim().parse::<f64>().ok());
    kilobytes
        .map(|kilobytes| kilobytes / 1024.0)
        .ok_or_else(|| io::Error::other(said.into_owned()))
}

fn suggest_seconds(input: &Path, threads: &str) -> io::Result<f64> {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["suggest", "--jsonl", "-j", threads, "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(&std::fs::read(input)?)?;
    }
    child.wait()?;
    Ok(start.elapsed().as_secs_f64())
}
