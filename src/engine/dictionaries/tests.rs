//! What is read of the folders of dictionaries, and when again.

use super::Library;
use copydesk_store::Home;
use copydesk_suggest::Analysis;
use copydesk_text::ArticleText;

/// The words that `library` finds.
fn found(library: &Library, home: &Home, articles: Option<&std::path::Path>) -> Vec<String> {
    let (ready, _) = library.load(Some(home), articles);
    let text = ArticleText::new("Anna Keller met Bo Lee at Cove Bay.");
    let found = ready.suggest(&Analysis::new(&text), &copydesk_store::built_in_schema());
    let words = found.iter().map(|one| text.words(one.span).to_owned());
    words.collect()
}

#[test]
fn lists_lie_in_the_settings_folder_and_beside_the_articles() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path().join("home"));
    let shared = folder.path().join("copydesk-dictionaries");
    let library = Library::default();
    assert_eq!(found(&library, &home, None), [""; 0]);
    std::fs::create_dir_all(home.dictionaries()).unwrap();
    std::fs::write(home.dictionaries().join("people.txt"), "Anna Keller\n").unwrap();
    std::fs::create_dir(&shared).unwrap();
    std::fs::write(shared.join("places.txt"), "Cove Bay\n").unwrap();
    std::fs::write(shared.join("notes.docx"), "Bo Lee\n").unwrap();
    assert_eq!(found(&library, &home, None), ["Anna Keller"]);
    let both = found(&library, &home, Some(folder.path()));
    assert_eq!(both, ["Anna Keller", "Cove Bay"]);
}

#[test]
fn a_file_that_has_changed_is_read_again_and_its_damage_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let list = home.dictionaries().join("people.csv");
    std::fs::create_dir_all(home.dictionaries()).unwrap();
    std::fs::write(&list, "Anna Keller,person\n").unwrap();
    let library = Library::default();
    assert_eq!(found(&library, &home, None), ["Anna Keller"]);
    std::fs::write(&list, "Anna Keller,person\nBo Lee\nCove Bay,place\n").unwrap();
    let (_, problems) = library.load(Some(&home), None);
    let path = list.display();
    let told = format!("Could not read line 2 of a dictionary: no label for “Bo Lee”: {path}");
    assert_eq!(problems, [told]);
    assert_eq!(library.load(Some(&home), None).1, [""; 0]);
    assert_eq!(found(&library, &home, None), ["Anna Keller", "Cove Bay"]);
    std::fs::write(&list, b"Anna Keller,person\nBo \xff,person\n").unwrap();
    let (_, problems) = library.load(Some(&home), None);
    assert!(problems[0].contains("line 2 of a dictionary: this is not UTF-8"));
}
