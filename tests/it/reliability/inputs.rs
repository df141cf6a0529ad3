//! What cannot be read: it is told, and it replaces nothing.

use crate::cli::copydesk;
use crate::reliability::{ARTICLE, Scratch, check_code, lines, run, said};

#[test]
fn an_export_that_left_an_input_out_replaces_nothing() {
    let scratch = Scratch::new("left-out");
    let good = scratch.file("good.ron", ARTICLE.as_bytes());
    let cut = scratch.file("cut.ron", &ARTICLE.as_bytes()[..ARTICLE.len() / 2]);
    for (format, name) in [("brat", "brat"), ("jsonl", "out.jsonl")] {
        let out = scratch.word(name);
        check_code(&run(&["export", &good, "--to", format, "-o", &out]), 0);
        let before = contents(&scratch, name);
        let again = ["export", &good, &cut, "--to", format, "-o", &out, "--force"];
        let refused = run(&again);
        check_code(&refused, 1);
        let words = said(&refused);
        assert!(
            words.contains("cut.ron") && words.contains("--allow-partial"),
            "{words}"
        );
        assert_eq!(contents(&scratch, name), before);
        let nothing = [
            "export",
            &cut,
            "--to",
            format,
            "-o",
            &out,
            "--force",
            "--allow-partial",
        ];
        check_code(&run(&nothing), 1);
        assert_eq!(
            contents(&scratch, name),
            before,
            "a data set of nothing replaces none"
        );
        check_code(&run(&[&again[..], &["--allow-partial"]].concat()), 1);
    }
    assert_eq!(
        scratch.names(""),
        ["brat", "cut.ron", "good.ron", "out.jsonl"]
    );
}

#[test]
fn an_export_of_which_nothing_could_be_read_makes_no_data_set() {
    let scratch = Scratch::new("nothing-read");
    let cut = scratch.file("cut.ron", &ARTICLE.as_bytes()[..ARTICLE.len() / 2]);
    let out = scratch.word("brat");
    check_code(&run(&["export", &cut, "--to", "brat", "-o", &out]), 1);
    assert_eq!(scratch.names(""), ["cut.ron"]);
}

/// Every file with its bytes, by name.
fn contents(scratch: &Scratch, name: &str) -> Vec<(String, Vec<u8>)> {
    let path = scratch.path(name);
    if path.is_file() {
        return vec![(name.to_owned(), std::fs::read(path).unwrap())];
    }
    let names = scratch.names(name).into_iter();
    names
        .map(|file| (file.clone(), std::fs::read(path.join(file)).unwrap()))
        .collect()
}

#[test]
fn a_damaged_article_file_is_never_taken_for_a_text() {
    let scratch = Scratch::new("damaged");
    let cuts = (1..40).map(|cut| ARTICLE.as_bytes()[..cut].to_vec());
    let flipped = |at: usize| {
        let mut bytes = ARTICLE.as_bytes().to_vec();
        bytes[at] ^= 0x20;
        bytes
    };
    let damaged = cuts
        .chain((0..24).step_by(5).map(flipped))
        .chain([b"broken\n".to_vec()]);
    // One process reads them all: each is an input of its own.
    let files: Vec<String> = (0..)
        .zip(damaged)
        .map(|(number, bytes)| scratch.file(&format!("{number}.ron"), &bytes))
        .collect();
    let mut args = vec!["export"];
    args.extend(files.iter().map(String::as_str));
    args.extend(["--to", "jsonl"]);
    let output = run(&args);
    let left_out = said(&output).matches("left out: ").count();
    let written = lines(&output);
    // A letter of the heading in upper case hurts nothing that is inside.
    assert_eq!(left_out + written, files.len(), "{}", said(&output));
    assert!(left_out >= 40, "{}", said(&output));
    assert!(!String::from_utf8_lossy(&output.stdout).contains("// "));
    for command in ["suggest", "eval"] {
        let output = run(&[command, files.last().unwrap()]);
        check_code(&output, 1);
        assert_eq!(output.stdout, b"", "{command}");
    }
    // By its beginning too, whatever it is called.
    let unnamed = scratch.file("article", &ARTICLE.as_bytes()[..20]);
    for command in [
        &["export", &unnamed, "--to", "jsonl"][..],
        &["convert", &unnamed, "--to", "jsonl"],
        &["suggest", &unnamed],
        &["eval", &unnamed],
    ] {
        let output = run(command);
        check_code(&output, 1);
        assert_eq!(output.stdout, b"", "{command:?}");
    }
}

#[test]
fn an_article_file_on_the_standard_input_is_read_as_one() {
    let output = copydesk(&["export", "-", "--to", "jsonl"], ARTICLE.as_bytes());
    check_code(&output, 0);
    assert!(!String::from_utf8_lossy(&output.stdout).contains("// Copydesk"));
    let cut = &ARTICLE.as_bytes()[..ARTICLE.len() / 2];
    for command in [&["export", "-", "--to", "jsonl"][..], &["suggest", "-"]] {
        let output = copydesk(command, cut);
        check_code(&output, 1);
        assert_eq!(output.stdout, b"", "{command:?}");
    }
}

#[test]
fn records_after_a_bad_first_line_are_read() {
    let scratch = Scratch::new("bad-first-line");
    let records = "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n";
    for (number, bad) in [
        "{\"id\":\"x\",\"text\":\"\\ud800\"}",
        "{\"id\":\"x\",\"text\":",
        "{\"id\":\"x\" \"text\":\"\"}",
    ]
    .iter()
    .enumerate()
    {
        let corpus = scratch.file(
            &format!("{number}.jsonl"),
            format!("{bad}\n{records}").as_bytes(),
        );
        let output = run(&["convert", &corpus, "--to", "jsonl"]);
        check_code(&output, 1);
        let words = said(&output);
        assert!(words.contains("line 1"), "{bad}: {words}");
        assert_eq!(lines(&output), 2, "{bad}: {words}");
    }
    // Nothing in it can be read, but it is no text either.
    let deep = scratch.file("deep.json", "[".repeat(5000).as_bytes());
    let output = run(&["convert", &deep, "--to", "jsonl"]);
    check_code(&output, 1);
    assert_eq!(output.stdout, b"");
}

#[cfg(target_os = "linux")]
#[test]
fn the_standard_input_is_read_within_the_same_limits() {
    use std::io::Write as _;
    use std::process::{Command, Stdio};
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    // A map whose first key is a list of twenty million times nothing.
    zlib.write_all(b"\x88\xdd\x01\x31\x2d\x00").unwrap();
    for _ in 0..20 {
        zlib.write_all(&vec![0xc0; 1_000_000]).unwrap();
    }
    let bomb = zlib.finish().unwrap();
    let mut child = Command::new("sh")
        .args([
            "-c",
            "ulimit -v 700000; exec \"$0\" convert - --from docbin --to jsonl",
        ])
        .arg(env!("CARGO_BIN_EXE_copydesk"))
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    drop(stdin.write_all(&bomb));
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    check_code(&output, 1);
    let words = said(&output);
    assert!(words.contains("more than 2 GiB of memory"), "{words}");
}

#[test]
fn a_name_that_is_taken_is_told_and_leaves_nothing_out() {
    let scratch = Scratch::new("taken-id");
    let records = "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"a\",\"text\":\"Two.\"}\n";
    let corpus = scratch.file("corpus.jsonl", records.as_bytes());
    let output = run(&["convert", &corpus, "--to", "jsonl"]);
    check_code(&output, 0);
    let words = said(&output);
    assert!(
        words.contains("a-2") && !words.contains("left out"),
        "{words}"
    );
}

#[test]
fn a_record_whose_spans_are_too_much_is_not_called_a_long_line() {
    use std::fmt::Write as _;
    let scratch = Scratch::new("many-spans");
    let text = "Nothing here. ".repeat(1000);
    let mut record = format!("{{\"id\":\"many\",\"text\":\"{text}\",\"spans\":[");
    for number in 0..6_000 {
        let comma = if number == 0 { "" } else { "," };
        write!(
            record,
            "{comma}{{\"start\":0,\"end\":13999,\"label\":\"claim\"}}"
        )
        .unwrap();
    }
    record.push_str("]}\n{\"id\":\"next\",\"text\":\"Two.\"}\n");
    assert!(record.len() < 1 << 20);
    let corpus = scratch.file("corpus.jsonl", record.as_bytes());
    let output = run(&["convert", &corpus, "--to", "jsonl"]);
    check_code(&output, 1);
    let words = said(&output);
    assert!(
        words.contains("the article “many”: its 6000 spans"),
        "{words}"
    );
    assert!(!words.contains("longer than 64 MiB"), "{words}");
    assert!(output.stdout.starts_with(b"{\"id\":\"next\""), "{words}");
}
