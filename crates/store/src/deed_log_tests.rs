//! What a log gives back, whole, cut and damaged.

use super::*;

fn change(name: &str) -> FileChange {
    FileChange {
        path: PathBuf::from(name),
        before: None,
        after: format!("// {name}\n(text: \"a // b\\n\")\n"),
    }
}

fn begun(home: &Home, id: &str) -> DeedLog {
    let mut log = DeedLog::begin(home, id, Path::new("/news"), "mark “Kyiv” as place").unwrap();
    log.add(change("a.ron")).unwrap();
    let before = Some("// old\n".to_owned());
    log.add(FileChange {
        before,
        ..change("b.ron")
    })
    .unwrap();
    log
}

fn changes(home: &Home, id: &str) -> Vec<FileChange> {
    file_changes(home, id)
        .unwrap()
        .map(Result::unwrap)
        .collect()
}

#[test]
fn what_was_noted_comes_back_in_order_with_how_far_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let mut log = begun(&home, "1");
    log.mark(DeedState::Doing).unwrap();
    log.mark(DeedState::Done).unwrap();
    drop(log);
    DeedLog::go_on(&home, "1")
        .unwrap()
        .mark(DeedState::Undoing)
        .unwrap();
    let (deeds, errors) = deeds(&home);
    assert!(errors.is_empty(), "{errors:?}");
    let expected = LoggedDeed {
        id: "1".to_owned(),
        root: PathBuf::from("/news"),
        name: "mark “Kyiv” as place".to_owned(),
        state: DeedState::Undoing,
    };
    assert_eq!(deeds, [expected]);
    let files = changes(&home, "1");
    assert_eq!(files.len(), 2);
    assert_eq!(files[0], change("a.ron"));
    assert_eq!(files[1].before.as_deref(), Some("// old\n"));
}

#[test]
fn a_log_cut_before_anything_was_touched_counts_as_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let mut log = begun(&home, "1");
    log.mark(DeedState::Doing).unwrap();
    let path = home.deeds().join("1.deed");
    let whole = std::fs::read(&path).unwrap();
    let touched = whole.iter().rposition(|byte| *byte == b'N').unwrap();
    for cut in HEADER.len() + 1..whole.len() {
        std::fs::write(&path, &whole[..cut]).unwrap();
        let (deeds, errors) = deeds(&home);
        assert!(
            deeds.is_empty() && errors.is_empty(),
            "cut at {cut}: {deeds:?}"
        );
        assert!(!path.exists(), "cut at {cut} of {touched}");
    }
    std::fs::write(&path, &whole).unwrap();
    assert_eq!(deeds(&home).0[0].state, DeedState::Doing);
}

#[test]
fn what_is_no_log_is_reported_and_left() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    drop(begun(&home, "1"));
    let path = home.deeds().join("2.deed");
    std::fs::write(&path, "something else\n").unwrap();
    let (deeds, errors) = deeds(&home);
    assert!(deeds.is_empty());
    assert_eq!(errors.len(), 1);
    assert!(path.exists());
}

#[test]
fn a_deed_that_is_not_wanted_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    begun(&home, "1").discard().unwrap();
    assert_eq!(disk::list(&home.deeds()).unwrap().len(), 0);
}
