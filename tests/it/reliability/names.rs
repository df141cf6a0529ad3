//! Names of files that some systems take for others, or for a device.

use std::collections::BTreeSet;

use crate::reliability::{Scratch, check_code, run, said};

#[test]
fn names_that_windows_keeps_or_that_differ_in_case_alone_get_their_own() {
    let scratch = Scratch::new("names");
    let ids = ["A", "a", "CON", "con.x", "nul", "Com1", "å", "Å"];
    let record = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"The article {id}.\"}}\n");
    let records = ids.map(record).concat();
    let corpus = scratch.file("corpus.jsonl", records.as_bytes());
    let (brat, each, work) = (
        scratch.word("brat"),
        scratch.word("each"),
        scratch.word("work"),
    );
    for args in [
        &["convert", &corpus, "--to", "brat", "-o", &brat][..],
        &["convert", &corpus, "--to", "jsonl", "--each", "-o", &each],
        &["import", &corpus, "-o", &work],
    ] {
        let output = run(args);
        check_code(&output, 0);
        let words = said(&output);
        assert!(words.contains("“a”") && words.contains("“CON”"), "{words}");
    }
    for (folder, extension) in [("brat", ".txt"), ("each", ".jsonl"), ("work", ".ron")] {
        let names = scratch.names(folder);
        let texts = names.iter().filter(|name| name.ends_with(extension));
        assert_eq!(texts.count(), ids.len(), "{names:?}");
        let folded: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(folded.len(), names.len(), "{names:?}");
        let stems: BTreeSet<&str> = folded
            .iter()
            .map(|name| name.split('.').next().unwrap())
            .collect();
        for reserved in ["con", "nul", "com1"] {
            assert!(!stems.contains(reserved), "{names:?}");
        }
    }
    // What is in the files keeps the ids.
    let again = run(&["convert", &each, "--to", "jsonl"]);
    check_code(&again, 0);
    let written = String::from_utf8_lossy(&again.stdout).into_owned();
    for id in ids {
        assert!(
            written.contains(&format!("\"id\":\"{id}\"")),
            "{id}: {written}"
        );
    }
}
