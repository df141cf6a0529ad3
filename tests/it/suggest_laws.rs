//! What holds for every stream of lines that `copydesk suggest --jsonl` is given.

use std::io::Cursor;

use copydesk::cli::{self, Mode, Streams};
use proptest::prelude::*;

/// What the program makes of `input`: its exit code and its output.
fn answered(input: &[u8], more: &[&str]) -> (u8, Vec<u8>) {
    let labels = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/schema.ron");
    let args = ["copydesk", "suggest", "--schema", labels, "--jsonl", "-"];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut streams = Streams {
        input: Box::new(Cursor::new(input.to_vec())),
        out: &mut out,
        err: &mut err,
    };
    let args = args.iter().chain(more).map(Into::into);
    let Mode::Done(code) = cli::run(args, &mut streams) else {
        panic!("no window was asked for");
    };
    (code, out)
}

/// A line, and the id and text that its answer must have if it is a good one.
#[derive(Clone, Debug)]
struct Line {
    bytes: Vec<u8>,
    good: Option<(serde_json::Value, String)>,
}

fn good() -> impl Strategy<Value = Line> {
    let id = prop_oneof![
        any::<i64>().prop_map(serde_json::Value::from),
        "\\PC{0,4}".prop_map(serde_json::Value::from),
        Just(serde_json::json!([null, {"id": 1.5}])),
    ];
    let word = prop_oneof![
        "\\PC{0,9}",
        Just("Keir Starmer said that Kyiv got $500 billion.\r\n".to_owned()),
        Just("\u{2028}👩‍👩‍👧\u{0}İ\u{301}".to_owned()),
    ];
    (id, prop::collection::vec(word, 0..4)).prop_map(|(id, words)| {
        let text = words.join(" ");
        let line = serde_json::json!({"text": text, "id": id});
        Line {
            bytes: line.to_string().into_bytes(),
            good: Some((id, text)),
        }
    })
}

fn line() -> impl Strategy<Value = Line> {
    let bad = |bytes: Vec<u8>| Line { bytes, good: None };
    prop_oneof![
        4 => good(),
        1 => good().prop_map(move |line| bad(line.bytes.split_last().unwrap().1.to_vec())),
        1 => "[ \t]{0,3}".prop_map(move |blank| bad(blank.into_bytes())),
        1 => prop::collection::vec(any::<u8>(), 0..20).prop_map(move |mut bytes| {
            bytes.retain(|byte| *byte != b'\n');
            bad(bytes)
        }),
    ]
}

fn joined(lines: &[Line], end: &str) -> Vec<u8> {
    let lines: Vec<&[u8]> = lines.iter().map(|line| line.bytes.as_slice()).collect();
    lines.join(end.as_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_line_has_its_answer_in_its_place(
        lines in prop::collection::vec(line(), 0..8),
        end in prop_oneof![Just("\n"), Just("\r\n")],
        part in 0..8usize,
    ) {
        let (code, out) = answered(&joined(&lines, end), &[]);
        let asked: Vec<&Line> = lines
            .iter()
            .filter(|line| !line.bytes.trim_ascii().is_empty())
            .collect();
        let answers: Vec<serde_json::Value> = out
            .split_inclusive(|byte| *byte == b'\n')
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect();
        prop_assert_eq!(answers.len(), asked.len());
        prop_assert_eq!(code == 0, answers.iter().all(|answer| answer.get("error").is_none()));
        for (line, answer) in asked.into_iter().zip(&answers) {
            if let Some((id, text)) = &line.good {
                prop_assert_eq!(&answer["id"], id);
                prop_assert_eq!(answer["text"].as_str(), Some(text.as_str()));
                let length = text.chars().count() as u64;
                for span in answer["spans"].as_array().unwrap() {
                    prop_assert!(span["start"].as_u64() < span["end"].as_u64());
                    prop_assert!(span["end"].as_u64() <= Some(length));
                }
            }
        }
        let (_, threads) = answered(&joined(&lines, end), &["-j", "3", "--flush", "2"]);
        prop_assert_eq!(&threads, &out);
        let (first, rest) = lines.split_at(part.min(lines.len()));
        let (_, mut parts) = answered(&joined(first, end), &[]);
        let next = (first.len() + 1).to_string();
        parts.extend(answered(&joined(rest, end), &["--first-line", &next]).1);
        prop_assert_eq!(parts, out);
    }
}
