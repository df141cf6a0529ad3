//! Whose version a file is, and where the gold standard goes.

use std::fs;

use super::*;

/// Checks who the people of `paths` are, and where their gold standard goes.
fn check(paths: &[&str], people: &[&str], gold: &str) {
    let paths: Vec<PathBuf> = paths.iter().map(PathBuf::from).collect();
    let naming = Naming::of(&paths);
    assert_eq!(naming.people, people);
    assert_eq!(naming.gold(), Path::new(gold));
}

#[test]
fn people_are_in_the_names_of_files_or_of_folders() {
    check(
        &["news/s.anna.ron", "news/s.ben.ron"],
        &["anna", "ben"],
        "news/s.gold.ron",
    );
    check(
        &["/x/anna/s.ron", "/x/ben/s.ron"],
        &["anna", "ben"],
        "/x/s.gold.ron",
    );
    check(
        &["news/s.ron", "news/s.ben.ron"],
        &["s", "ben"],
        "news/s.gold.ron",
    );
    check(&["a.ron", "b.ron"], &["a", "b"], "a.gold.ron");
}

#[test]
fn two_folders_of_one_name_are_told_apart() {
    check(
        &["/x/1/anna/s.ron", "/x/2/anna/s.ron"],
        &["/x/1/anna/s.ron", "/x/2/anna/s.ron"],
        "/x/s.gold.ron",
    );
}

#[test]
fn the_others_are_found_but_no_gold_standard_and_no_other_article() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "s.anna.ron",
        "s.ben.ron",
        "s.gold.ron",
        "t.anna.ron",
        "s.x.y.ron",
        "s.ben.txt",
    ] {
        fs::write(folder.path().join(name), "").unwrap();
    }
    let found = versions_beside(&folder.path().join("s.ben.ron"));
    let names: Vec<String> = found.iter().map(|path| stem(path)).collect();
    assert_eq!(names, ["s.anna", "s.ben"]);
    let found = versions_beside(&folder.path().join("s.ron"));
    assert_eq!(found.len(), 2, "beside the text that all began with");
}
