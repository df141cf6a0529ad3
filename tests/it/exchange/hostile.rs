//! Files that are damaged or made to do harm end in a clear error, and soon.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Output;
use std::time::{Duration, Instant};

use crate::cli::copydesk;
use crate::figures::record;

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Reads the file and expects that it is left out with these words, or taken as far as it can be.
fn check(name: &str, bytes: &[u8], words: &str) -> Output {
    let path = file(name, bytes);
    let start = Instant::now();
    let output = copydesk(&["convert", path.to_str().unwrap(), "--to", "jsonl"], b"");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(words), "{name}: {said}");
    // The limit of the child is 20 seconds of work; these files are refused long before.
    assert!(start.elapsed() < Duration::from_mins(1), "{name}");
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{name}: {said}"
    );
    record(&format!("{name}: hostile files tried"), 1);
    output
}

#[test]
fn hostile_files_are_left_out_with_the_reason() {
    let deep_line = format!("{}\n{{\"text\":\"ok\"}}\n", "{\"text\":".repeat(100_000));
    let taken = check("deep.jsonl", deep_line.as_bytes(), "line 1: not valid JSON");
    assert_eq!(taken.stdout.split(|byte| *byte == b'\n').count() - 1, 1);
    let divisions = format!("<!DOCTYPE html>{}", "<div>".repeat(100_000));
    check("deep.html", divisions.as_bytes(), "the page holds no text");
    check("torn.docx", b"PK\x03\x04\x14\0\x14\0\x14\0", "damaged");
    check(
        "torn.pdf",
        b"%PDF-1.7\n1 0 obj\n<</Length 9999999999>>stream\n\xff",
        "damaged",
    );
    let quote = format!("id,text\n1,\"never closed\n{}", "a,b\n".repeat(10_000));
    check("quote.csv", quote.as_bytes(), "row 2");
    check(
        "ragged.csv",
        b"id,text\n1,hello\n2,b,c,d\n3,NA\n",
        "it has 4 cells",
    );
    let entities = b"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]>\
                     <TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><p>&a;</p></text></TEI>";
    check("entities.xml", entities, "entities.xml");
}

#[test]
fn a_line_that_is_too_long_is_named_and_the_next_is_read() {
    let mut lines = b"{\"id\":\"a\",\"text\":\"".to_vec();
    lines.resize(65 << 20, b'x');
    lines.extend(b"\"}\n{\"id\":\"b\",\"text\":\"ok\"}\n");
    let output = check("long.jsonl", &lines, "line 1: it is longer than 64 MiB");
    assert!(output.stdout.starts_with(b"{\"id\":\"b\""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_eats_memory_ends_the_child_and_not_the_program() {
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    // A map whose first key is a list of twenty million times nothing.
    zlib.write_all(b"\x88\xdd\x01\x31\x2d\x00").unwrap();
    for _ in 0..20 {
        zlib.write_all(&vec![0xc0; 1_000_000]).unwrap();
    }
    let bomb = file("bomb.spacy", &zlib.finish().unwrap());
    let program = env!("CARGO_BIN_EXE_copydesk");
    let ok = file("ok.jsonl", b"{\"id\":\"b\",\"text\":\"ok\"}\n");
    let output = std::process::Command::new("sh")
        .args([
            "-c",
            "ulimit -v 700000; exec \"$0\" convert \"$1\" \"$2\" --to jsonl",
        ])
        .arg(program)
        .args([bomb, ok])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("more than 2 GiB of memory"), "{said}");
    assert!(output.stdout.starts_with(b"{\"id\":\"b\""), "{said}");
}
