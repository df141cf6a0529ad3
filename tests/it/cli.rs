//! The command line as a script meets it: records, exit codes, streams.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Runs the program with `args`, `input` on its standard input and a home of its own.
pub fn copydesk(args: &[&str], input: &[u8]) -> Output {
    let mut child = command(args).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program may end before it has read everything.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command
        .args(args)
        .env(
            "COPYDESK_HOME",
            concat!(env!("CARGO_TARGET_TMPDIR"), "/no-such-home"),
        )
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

pub fn lines(output: &Output) -> Vec<serde_json::Value> {
    let text = str::from_utf8(&output.stdout).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

pub fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn an_article_is_one_record_and_a_missing_one_hinders_none() {
    let path = file(
        "a.txt",
        "Keir Starmer arrives\r\n\r\nHe came.\r\n".as_bytes(),
    );
    let path = path.to_str().unwrap();
    let output = copydesk(&["suggest", "/no/such/file.txt", path], b"");
    assert_eq!(output.status.code(), Some(1));
    let records = lines(&output);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0]["id"], path);
    assert_eq!(
        records[0]["text"],
        "Keir Starmer arrives\r\n\r\nHe came.\r\n"
    );
    let error = str::from_utf8(&output.stderr).unwrap();
    assert!(error.ends_with("/no/such/file.txt\n"), "{error}");
    let output = copydesk(&["suggest", "-"], b"Text");
    assert_eq!(lines(&output)[0]["text"], "Text");
}

#[test]
fn check_names_file_line_and_column() {
    let golden = include_str!("../fixtures/article-v1.ron");
    let good = file("good.ron", golden.as_bytes());
    let output = copydesk(&["check", good.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0));
    let moved = file(
        "moved.ron",
        golden
            .replace("start: 0, end: 12", "start: 1, end: 13")
            .as_bytes(),
    );
    let broken = file(
        "broken.ron",
        golden.replace("marked: false", "marked: 5").as_bytes(),
    );
    let paths = [&good, &moved, &broken].map(|path| path.to_str().unwrap());
    let output = copydesk(&["check", paths[0], paths[1], paths[2]], b"");
    assert_eq!(output.status.code(), Some(1));
    let text = str::from_utf8(&output.stdout).unwrap();
    let found: Vec<&str> = text.lines().collect();
    assert_eq!(found.len(), 3, "{text}");
    assert!(found[0].ends_with(": good, 2 annotations"));
    assert!(
        found[1].starts_with(&format!("{}:15:9: Annotation 1", paths[1])),
        "{text}"
    );
    assert!(found[2].starts_with(&format!("{}:8:", paths[2])), "{text}");
}

#[test]
fn a_file_that_was_edited_by_hand_is_good() {
    let golden = include_str!("../fixtures/article-v1.ron");
    let restored = copydesk_store::parse(golden.as_bytes(), &mut |_| Err(String::new()));
    let sealed = copydesk_store::print(&restored.unwrap().document);
    let edited = file("edited.ron", sealed.replace("InWork", "Done").as_bytes());
    let output = copydesk(&["check", edited.to_str().unwrap()], b"");
    assert_eq!(output.status.code(), Some(0));
    let text = str::from_utf8(&output.stdout).unwrap();
    assert!(text.contains("changed since Copydesk saved it"), "{text}");
    assert!(text.ends_with(": good, 2 annotations\n"), "{text}");
}

#[test]
fn a_damaged_article_is_restored_when_that_is_asked_for() {
    let golden = include_str!("../fixtures/article-v1.ron");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.ron");
    let data = folder.path().join("home");
    std::fs::write(&path, &golden[..400]).unwrap();
    let check = |args: &[&str]| {
        let mut command = command(args);
        let output = command.arg(&path).env("COPYDESK_HOME", &data).output();
        let output = output.unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(said).unwrap())
    };
    let (code, said) = check(&["check"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("run copydesk check --repair"), "{said}");
    // There is nothing yet that it could be restored from.
    let (code, said) = check(&["check", "--repair"]);
    assert_eq!(code, Some(1), "{said}");
    assert_eq!(std::fs::read(&path).unwrap(), &golden.as_bytes()[..400]);
    let home = copydesk_store::Home::below(&data);
    copydesk_store::keep_version(
        &home,
        &path,
        golden.as_bytes(),
        (1_000, 2),
        copydesk_store::MOST_VERSIONS,
    )
    .unwrap();
    let (code, said) = check(&["check", "--repair"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("restored from its newest earlier version"),
        "{said}"
    );
    assert!(said.ends_with(": good, 2 annotations\n"), "{said}");
    let damaged = std::fs::read(path.with_extension("damaged")).unwrap();
    assert_eq!(damaged, &golden.as_bytes()[..400]);
    let (code, said) = check(&["check", "--repair"]);
    assert_eq!((code, said.lines().count()), (Some(0), 1), "{said}");
}

#[test]
fn wrong_usage_and_help() {
    assert_eq!(copydesk(&["suggest"], b"").status.code(), Some(2));
    assert_eq!(copydesk(&["--no-such-option"], b"").status.code(), Some(2));
    assert_eq!(
        copydesk(&["a.txt", "check", "b.ron"], b"").status.code(),
        Some(2)
    );
    let help = copydesk(&["--help"], b"");
    assert_eq!(help.status.code(), Some(0));
    assert!(str::from_utf8(&help.stdout).unwrap().contains("Examples:"));
    let version = copydesk(&["--version"], b"");
    let expected = format!("copydesk {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(version.stdout, expected.as_bytes());
    let version = &lines(&copydesk(&["--version", "--json"], b""))[0];
    assert_eq!(version["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(version["model"].as_str().unwrap().len(), 64);
    assert_eq!(copydesk(&["--json"], b"").status.code(), Some(2));
}

#[test]
fn every_command_is_explained_by_examples_and_has_a_page_in_the_manual() {
    let help = copydesk(&["--help"], b"").stdout;
    let help = String::from_utf8(help).unwrap();
    let (_, listed) = help.split_once("Commands:\n").unwrap();
    let commands = listed
        .lines()
        .map_while(|line| line.strip_prefix("  ")?.split_whitespace().next());
    let commands: Vec<&str> = commands.filter(|name| *name != "help").collect();
    assert!(commands.len() >= 5, "{help}");
    for name in commands {
        let help = copydesk(&[name, "--help"], b"");
        assert_eq!(help.status.code(), Some(0));
        let help = String::from_utf8(help.stdout).unwrap();
        let example = format!("\n  copydesk {name} ");
        let (_, examples) = help.split_once("Examples:").expect(name);
        assert!(examples.contains(&example), "{help}");
        let page = copydesk(&["man", name], b"");
        assert_eq!(page.status.code(), Some(0));
        let title = format!(".TH copydesk-{name} 1 ");
        let page = String::from_utf8(page.stdout).unwrap();
        assert!(page.contains(&title), "{page}");
    }
    let page = String::from_utf8(copydesk(&["man"], b"").stdout).unwrap();
    assert!(page.contains(".TH copydesk 1 ") && page.contains("copydesk\\-suggest(1)"));
    assert_eq!(copydesk(&["man", "no-such"], b"").status.code(), Some(2));
    let unknown = copydesk(&["man", "project", "no-such"], b"");
    assert_eq!(unknown.status.code(), Some(2));
    let told = String::from_utf8(unknown.stderr).unwrap();
    assert!(told.contains("“project no-such”"), "{told}");
}

#[test]
fn every_page_that_the_manual_refers_to_is_there() {
    let list = String::from_utf8(copydesk(&["man", "--list"], b"").stdout).unwrap();
    let mut pages = vec!["copydesk".to_owned()];
    let mut references = Vec::new();
    for words in std::iter::once("").chain(list.lines()) {
        let mut args = vec!["man"];
        args.extend(words.split_whitespace());
        let page = String::from_utf8(copydesk(&args, b"").stdout).unwrap();
        let listed = page.lines().filter_map(|line| line.strip_suffix("(1)"));
        references.extend(listed.map(|name| name.replace("\\-", "-")));
        if !words.is_empty() {
            pages.push(format!("copydesk-{}", words.replace(' ', "-")));
        }
    }
    assert!(
        pages.contains(&"copydesk-project-status".to_owned()),
        "{list}"
    );
    references.insert(0, "copydesk".to_owned());
    references.sort();
    pages.sort();
    assert_eq!(references, pages);
}

#[test]
fn every_shell_can_complete_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = copydesk(&["completions", shell], b"");
        assert_eq!(output.status.code(), Some(0));
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(
            !script.contains("read-foreign"),
            "only the program calls it"
        );
        for word in ["suggest", "check", "eval", "simulate", "line-timeout"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(copydesk(&["completions", "sh"], b"").status.code(), Some(2));
}

#[test]
fn labels_of_ones_own_are_read_or_refused_with_their_line() {
    let bad = file("bad-schema.ron", b"(format: 1, labels: [\n(id: 3)])");
    let bad = bad.to_str().unwrap();
    let records = copydesk(&["suggest", "--schema", bad, "--jsonl", "-"], b"{}");
    assert_eq!(records.status.code(), Some(2));
    assert_eq!(records.stdout, b"");
    let output = copydesk(&["suggest", "--schema", bad, "-"], b"Text");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        str::from_utf8(&output.stderr)
            .unwrap()
            .contains("line 2, column")
    );
}

/// Runs `suggest` on “Anna Keller met Bo Lee” with these options.
fn suggest_with(options: &[&str]) -> std::process::Output {
    let mut args = vec!["suggest", "-"];
    args.extend(options);
    copydesk(&args, b"Anna Keller met Bo Lee.")
}

#[test]
fn dictionaries_that_are_named_go_before_other_suggestions() {
    let list = file("crew.txt", b"Keller\n");
    let patterns = "{\"label\": \"LOC\", \"pattern\": [{\"lower\": \"bo\"}, {\"IS_TITLE\": true}]}";
    let patterns = file("patterns.jsonl", patterns.as_bytes());
    let (list, patterns) = (list.to_str().unwrap(), patterns.to_str().unwrap());
    let named = format!("{list}=person");
    let output = suggest_with(&["--dictionary", &named, "--dictionary", patterns]);
    assert_eq!(output.status.code(), Some(0));
    let spans = lines(&output)[0]["spans"].as_array().unwrap().clone();
    let told: Vec<String> = spans
        .iter()
        .map(|span| {
            let field = |name: &str| span[name].as_str().unwrap().to_owned();
            let (start, score) = (&span["start"], &span["score"]);
            format!("{start} {} {score} {}", field("label"), field("reason"))
        })
        .collect();
    assert_eq!(
        told,
        [
            "5 person 0.95 Is in your list “crew.txt”",
            "16 place 0.9 Matches your pattern 1 of “patterns.jsonl”",
        ]
    );
    let input = b"{\"id\": 1, \"text\": \"Keller left\"}";
    let output = copydesk(&["suggest", "--jsonl", "-", "--dictionary", &named], input);
    assert_eq!(lines(&output)[0]["spans"][0]["by"], "dictionary");
}

#[test]
fn a_dictionary_that_cannot_be_read_is_an_error_with_its_line_and_path() {
    let patterns = "\n{\"label\": \"person\", \"pattern\": [{\"POS\": \"NOUN\"}]}\n";
    let patterns = file("bad-patterns.jsonl", patterns.as_bytes());
    let patterns = patterns.to_str().unwrap();
    let output = suggest_with(&["--dictionary", patterns]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(output.stdout, b"");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("line 2") && told.contains("“POS”"), "{told}");
    assert!(told.trim_end().ends_with(patterns), "{told}");
    let crew = file("crew-without-label.txt", b"Keller\n");
    let output = suggest_with(&["--dictionary", crew.to_str().unwrap()]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("no label is called “crew-without-label”"),
        "{told}"
    );
    let output = copydesk(
        &["suggest", "--jsonl", "-", "--dictionary", "no-such.txt"],
        b"{}",
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stdout, b"");
}

/// Runs `copydesk` with a home folder of its own: what it exits with, prints and complains of.
pub fn run_at(home: &std::path::Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = command(args).env("COPYDESK_HOME", home).output();
    let output = output.unwrap();
    let words = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        words(output.stdout),
        words(output.stderr),
    )
}

#[test]
fn a_dictionary_is_imported_listed_with_what_it_finds_and_exported() {
    let home = tempfile::tempdir().unwrap();
    let list = file("senate.txt", b"Keller\nLee\n");
    let story = file("senate-story.txt", b"Keller met Lee. Keller left.");
    let (list, story) = (list.to_str().unwrap(), story.to_str().unwrap());
    let named = format!("{list}=person");
    let (code, told, _) = run_at(home.path(), &["dictionary", "import", &named]);
    assert_eq!(code, Some(0));
    assert!(
        told.starts_with("Added “senate.txt” with 2 entries: "),
        "{told}"
    );
    let (code, told, _) = run_at(
        home.path(),
        &["dictionary", "list", "--in", story, "--in", story],
    );
    assert_eq!(code, Some(0));
    assert_eq!(told, "senate.txt: person, 2 entries, 6 matches\n");
    let out = home.path().join("out.jsonl");
    let export = [
        "dictionary",
        "export",
        "senate.txt",
        "-o",
        out.to_str().unwrap(),
    ];
    let (code, _, told) = run_at(home.path(), &export);
    assert_eq!(
        (code, told.as_str()),
        (Some(0), "copydesk: Exported to “out.jsonl”\n")
    );
    let written = std::fs::read_to_string(&out).unwrap();
    assert!(written.starts_with("{\"label\":\"person\",\"pattern\":\"Keller\"}\n"));
    let (code, _, told) = run_at(home.path(), &export);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("give --replace"), "{told}");
}

#[test]
fn a_damaged_dictionary_is_listed_with_the_line_and_the_rest_of_it() {
    let home = tempfile::tempdir().unwrap();
    let table = file("damaged.csv", b"Keller,person\nLee\n");
    let (code, told, error) = run_at(
        home.path(),
        &["dictionary", "list", table.to_str().unwrap()],
    );
    assert_eq!(code, Some(1));
    assert_eq!(told, "damaged.csv: person, 1 entry\n");
    assert!(
        error.contains("line 2") && error.contains("“Lee”"),
        "{error}"
    );
}
