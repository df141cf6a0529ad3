//! Prints what the network finds in the records of JSONL files, and how fast, as JSONL.

use std::error::Error;
use std::io::{BufWriter, Write as _};
use std::time::Instant;

use serde_json::{Value, json};

use copydesk_suggest::Analysis;
use copydesk_text::{ArticleText, CodePointIndex};

fn main() -> Result<(), Box<dyn Error>> {
    let began = Instant::now();
    if let Some(error) = copydesk_suggest::model_error() {
        return Err(error.into());
    }
    eprintln!("loaded in {:?}", began.elapsed());
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut words = 0;
    let (began, before) = (Instant::now(), cpu_seconds()?);
    for path in std::env::args().skip(1) {
        for line in std::fs::read_to_string(path)?.lines() {
            let record: Value = serde_json::from_str(line)?;
            let text = ArticleText::new(record["text"].as_str().ok_or("a record without text")?);
            words += text.as_str().split_whitespace().count();
            let spans = spans(&text);
            writeln!(out, "{}", json!({"id": record["id"], "spans": spans}))?;
        }
    }
    let spent = cpu_seconds()? - before;
    let wall = began.elapsed().as_secs_f64();
    eprintln!(
        "{words} words in {wall:.2} s, {:.0} words per CPU second",
        words as f64 / spent
    );
    Ok(())
}

/// What the network alone finds, whatever the application's schema.
fn spans(text: &ArticleText) -> Vec<Value> {
    let index = CodePointIndex::new(text.as_str());
    let names = copydesk_suggest::names(&Analysis::new(text));
    names
        .iter()
        .map(|one| {
            json!({
                "start": index.code_point_from_byte(one.span.start()),
                "end": index.code_point_from_byte(one.span.end()),
                "label": one.label.as_str(),
                "confidence": one.confidence.percent(),
                "words": text.words(one.span),
                "reason": one.reason,
            })
        })
        .collect()
}

/// User and system time of this process; the kernel counts in hundredths.
fn cpu_seconds() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    let ticks: f64 = fields[11].parse::<f64>()? + fields[12].parse::<f64>()?;
    Ok(ticks / 100.0)
}
