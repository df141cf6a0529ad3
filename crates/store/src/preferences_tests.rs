//! Preferences read as they were written, and are never written over unread.

use tempfile::tempdir;

use super::*;

#[test]
fn preferences_come_back() {
    let folder = tempdir().unwrap();
    let home = Home::below(folder.path());
    assert_eq!(load_preferences(&home), (Preferences::default(), None));
    let mut preferences = Preferences {
        theme: Theme::Dark,
        text_size_percent: 150,
        review_width: Some(340),
        high_contrast: true,
        reduced_motion: true,
        face: Face::Sans,
        interface_percent: 125,
        language: "de".to_owned(),
        annotator: "Anna \"A.\" Example".to_owned(),
        versions_kept: 3,
        import_memory_mb: 512,
        shows_guidelines: true,
        guidelines_width: Some(280),
        was_tour_offered: true,
        ..Preferences::default()
    };
    for number in 0..20 {
        preferences.remember(Path::new(&format!("/articles/{number} \"x\".txt")), false);
    }
    preferences.remember(Path::new("/articles"), true);
    preferences.remember(Path::new("/"), true);
    preferences.remember(Path::new("/articles/15 \"x\".txt"), false);
    assert_eq!(preferences.recent().len(), Preferences::MAX_RECENT);
    let recent = &preferences.recent()[0];
    assert_eq!(recent.path, Path::new("/articles/15 \"x\".txt"));
    save_preferences(&home, &preferences).unwrap();
    assert_eq!(load_preferences(&home), (preferences, None));
}

#[test]
fn preferences_that_cannot_be_read_are_left_alone() {
    let folder = tempdir().unwrap();
    let home = Home::below(folder.path());
    save_preferences(&home, &Preferences::default()).unwrap();
    let broken = b"( theme: Purple )";
    disk::write_atomically(&home.preferences(), broken, Expected::Anything).unwrap();
    let (preferences, notice) = load_preferences(&home);
    assert_eq!(preferences, Preferences::default());
    assert!(notice.unwrap().contains("line 1, column"));
    let error = save_preferences(&home, &preferences).unwrap_err();
    assert_eq!(error.kind, DiskErrorKind::NotOurs);
    assert_eq!(disk::read(&home.preferences()).unwrap().bytes, broken);
}

#[test]
fn preferences_of_earlier_versions_are_read() {
    let folder = tempdir().unwrap();
    let home = Home::below(folder.path());
    save_preferences(&home, &Preferences::default()).unwrap();
    let earlier = b"( format: 1, theme: Dark, recent: [\"/articles/a.txt\"] )";
    disk::write_atomically(&home.preferences(), earlier, Expected::Anything).unwrap();
    let (preferences, notice) = load_preferences(&home);
    assert_eq!(notice, None);
    assert_eq!(preferences.theme, Theme::Dark);
    assert_eq!(preferences.review_width, None);
    let recent = Recent {
        path: "/articles/a.txt".into(),
        is_folder: false,
    };
    assert_eq!(preferences.recent(), [recent]);
}
