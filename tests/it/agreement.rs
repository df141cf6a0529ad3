//! `copydesk agreement` as a script meets it: what is compared, and what is named and left out.

use std::path::PathBuf;

use serde_json::Value;

use crate::cli::copydesk;
use crate::exporting::Folder;

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn agreement(args: &[&str]) -> Run {
    let output = copydesk(&[&["agreement", "--resamples", "50"], args].concat(), b"");
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder for each person, with an article file for each of their marked texts.
fn people(name: &str, versions: &[(&str, &[&str])]) -> (Folder, Vec<String>) {
    let folder = Folder::new(name);
    let mut folders = Vec::new();
    for (person, texts) in versions {
        for (number, marked) in texts.iter().enumerate() {
            let source = folder.write(&format!("{person}-{number}.marked"), marked);
            let source = source.display().to_string();
            let target = folder.0.join(person).display().to_string();
            let imported = copydesk(&["import", &source, "-o", &target], b"");
            assert!(imported.status.success(), "{imported:?}");
        }
        folders.push(folder.0.join(person).display().to_string());
    }
    (folder, folders)
}

/// The first article file in `folder`.
fn article_file(folder: &str) -> PathBuf {
    let files = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "ron"));
    files.sort();
    files.remove(0)
}

fn compared(folders: &[String], more: &[&str]) -> (Run, Value) {
    let mut args: Vec<&str> = folders.iter().map(String::as_str).collect();
    args.extend(["--json"].iter().chain(more));
    let run = agreement(&args);
    let json = serde_json::from_str(&run.out).unwrap_or(Value::Null);
    (run, json)
}

const ONE: &str =
    "{person|Ann Lee} met {person|Bo Ray} in {place|Rome}, where {figure|350 people} saw it.";
const OTHER: &str =
    "{person|Ann Lee} met {person|Bo} Ray in {place|Rome}, where {figure|350 people} saw it.";

#[test]
fn two_people_are_compared_by_label_and_together() {
    let (_folder, folders) = people("agreement-two", &[("anna", &[ONE]), ("ben", &[OTHER])]);
    let (run, json) = compared(&folders, &[]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(json["annotators"], serde_json::json!(["anna", "ben"]));
    assert_eq!(
        (&json["articles"], &json["complete"]),
        (&1.into(), &1.into())
    );
    let f1 = |part: &Value, name: &str| part[name]["estimate"].as_f64().unwrap();
    assert!((f1(&json["together"], "strict_f1") - 0.75).abs() < 1e-9);
    assert!((f1(&json["together"], "overlapping_f1") - 1.0).abs() < 1e-9);
    assert!((f1(&json["labels"]["person"], "strict_f1") - 0.5).abs() < 1e-9);
    assert!((f1(&json["labels"]["place"], "gamma") - 1.0).abs() < 1e-9);
    assert_eq!(json["labels"]["claim"], Value::Null, "nobody used it");
    let table = agreement(&[&folders[0], &folders[1]]);
    assert!(table.out.contains("anna, ben: 1 article"), "{}", table.out);
    assert!(table.out.contains("Krippendorff’s α_u"), "{}", table.out);
}

#[test]
fn another_text_and_an_article_of_one_person_are_not_compared() {
    let edited = "{person|Ann Lee} met nobody in {place|Rome}.";
    let alone = "Only {person|Ann Lee} read this.";
    let (folder, folders) = people(
        "agreement-texts",
        &[
            ("anna", &[ONE, alone]),
            ("ben", &[OTHER]),
            ("carla", &[edited]),
        ],
    );
    let (run, json) = compared(&folders[..2], &[]);
    assert_eq!((run.code, &json["articles"]), (0, &1.into()), "{}", run.err);
    // The same name with another text is told of.
    let name = article_file(&folders[0]);
    let theirs = std::fs::read(article_file(&folders[2])).unwrap();
    std::fs::write(folder.0.join("ben").join(name.file_name().unwrap()), theirs).unwrap();
    let (run, json) = compared(&folders[..2], &[]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("Its text is not the same for all"),
        "{}",
        run.err
    );
    assert_eq!(json["left_out"].as_array().unwrap().len(), 1);
}

#[test]
fn what_cannot_be_read_or_has_other_labels_is_left_out() {
    let (folder, folders) = people("agreement-damaged", &[("anna", &[ONE]), ("ben", &[OTHER])]);
    folder.write("ben/broken.ron", "// Copydesk article, format 1\n(");
    let golden = include_str!("../fixtures/article-v1.ron");
    folder.write(
        "ben/other.ron",
        &golden.replace("layer: \"claims\"", "layer: \"words\""),
    );
    let (run, json) = compared(&folders, &[]);
    assert_eq!((run.code, &json["articles"]), (1, &1.into()));
    assert!(run.err.contains("broken.ron"), "{}", run.err);
    assert!(
        run.err.contains("Its labels are not those of"),
        "{}",
        run.err
    );
}

#[test]
fn one_person_or_no_folder_is_told() {
    let (_folder, folders) = people("agreement-one", &[("anna", &[ONE])]);
    let one = agreement(&[&folders[0]]);
    assert_eq!(one.code, 1);
    assert!(
        one.err.contains("Agreement takes two people"),
        "{}",
        one.err
    );
    let none = agreement(&[&folders[0], "/no/such/folder"]);
    assert_eq!(none.code, 1);
    assert!(
        none.err.contains("no such folder: /no/such/folder"),
        "{}",
        none.err
    );
    assert_eq!(agreement(&[]).code, 2);
}

#[test]
fn names_before_the_extension_tell_people_apart() {
    let (folder, folders) = people("agreement-names", &[("anna", &[ONE]), ("ben", &[OTHER])]);
    std::fs::create_dir(folder.0.join("all")).unwrap();
    for (person, from) in ["anna", "ben"].iter().zip(&folders) {
        let to = folder.0.join(format!("all/story.{person}.ron"));
        std::fs::copy(article_file(from), to).unwrap();
    }
    let (run, json) = compared(&[folder.0.join("all").display().to_string()], &[]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(json["annotators"], serde_json::json!(["anna", "ben"]));
    assert_eq!(json["by_article"][0]["article"], "story");
}

#[test]
fn only_what_is_done_can_be_compared() {
    let (_folder, folders) = people("agreement-done", &[("anna", &[ONE]), ("ben", &[OTHER])]);
    let (run, _) = compared(&folders, &["--done"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("None of these folders has"), "{}", run.err);
}
