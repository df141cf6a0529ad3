//! A folder in the real window, by keyboard alone: one article put right, and forty-five to the end.

use egui::{Key, Modifiers};

use super::*;

const ARTICLE: &str = "Floods in the north\n\nRosalind Voss left Gbarnga on Monday. Prices rose 5% in \
                       Germany, Angela Merkel said. The Harbour Street bridge is closed. Voss spoke to \
                       Reuters.\n";

fn type_words(program: &mut Program, words: &str) {
    program.send(vec![Event::Text(words.to_owned())]);
}

/// What an article file marks, in order: label and words.
fn marked(ron: &str) -> Vec<(String, String)> {
    let restored = copydesk_store::parse(ron.as_bytes(), &mut |name| Err(name.to_owned()));
    let document = restored.unwrap().document;
    let annotations = document.annotations().iter();
    let words = |it: &copydesk_document::Annotation| document.text().words(it.span).to_owned();
    annotations
        .map(|it| (it.label.to_string(), words(it)))
        .collect()
}

#[test]
fn one_article_is_put_right_by_keyboard_alone() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("keys-alone");
    let article = folder.0.join("news/story.txt");
    std::fs::create_dir_all(folder.0.join("news")).unwrap();
    std::fs::write(&article, ARTICLE).unwrap();
    let mut program = Program::start(
        &display,
        &folder.0,
        &search_path(),
        &[&folder.0.join("news")],
    );
    program.find("Person: Rosalind Voss, suggested");
    let none = Modifiers::NONE;
    program.press(none, Key::Tab);
    // Right ones.
    for accepted in [
        "Person: Rosalind Voss, accepted",
        "Place: Gbarnga, accepted",
        "Claim: Prices rose 5% in Germany, accepted",
        "Figure: 5%, accepted",
        "Place: Germany, accepted",
        "Person: Angela Merkel, accepted",
    ] {
        program.press(none, Key::Enter);
        program.find(accepted);
    }
    // An edge that is wrong by a word.
    program.press(none, Key::Period);
    program.find("Place: Harbour Street bridge");
    program.press(none, Key::Enter);
    program.find("Place: Harbour Street bridge, accepted");
    // One with the wrong label, and one that is missing.
    program.press(none, Key::L);
    program.find("Place: Voss, accepted");
    program.press(Modifiers::COMMAND, Key::F);
    type_words(&mut program, "north");
    program.press(none, Key::Escape);
    program.press(none, Key::L);
    program.find("Place: north, accepted");
    program.press(Modifiers::COMMAND, Key::S);
    let saved = folder.0.join("news/story.ron");
    wait_until("the article is saved", || saved.exists().then_some(()));
    let expected = [
        ("place", "north"),
        ("person", "Rosalind Voss"),
        ("place", "Gbarnga"),
        ("claim", "Prices rose 5% in Germany"),
        ("figure", "5%"),
        ("place", "Germany"),
        ("person", "Angela Merkel"),
        ("place", "Harbour Street bridge"),
        ("place", "Voss"),
    ];
    let expected = expected.map(|(label, words)| (label.to_owned(), words.to_owned()));
    assert_eq!(marked(&std::fs::read_to_string(&saved).unwrap()), expected);
}

#[test]
fn a_folder_of_forty_five_is_worked_through_to_the_end() {
    let Some(display) = Display::start() else {
        return;
    };
    let folder = Folder::new("forty-five");
    let news = folder.0.join("news");
    std::fs::create_dir_all(&news).unwrap();
    for number in 1..=45 {
        let text =
            format!("Day {number:02}\n\nAngela Merkel came to Berlin with {number}% more.\n");
        std::fs::write(news.join(format!("{number:02}.txt")), text).unwrap();
    }
    let mut program = Program::start(&display, &folder.0, &search_path(), &[&news]);
    program.find("0 of 45 done");
    // What is sure, in all of them at once.
    program.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    program.find("Accept 135 in 45 articles");
    program.press(Modifiers::NONE, Key::Enter);
    program.find("Accepted 135 suggestions in 45 articles");
    // Then one after the other: what is left on the screen, and done.
    for done in 1..=45 {
        program.press(Modifiers::NONE, Key::Space);
        program.find(&format!("{done} of 45 done"));
    }
    program.find("All articles are done");
    for number in 1..=45 {
        let saved = news.join(format!("{number:02}.ron"));
        let ron = wait_until("it is saved as done", || {
            let ron = std::fs::read_to_string(&saved).ok();
            ron.filter(|ron| ron.contains("status: Done"))
        });
        assert!(marked(&ron).len() >= 3, "{number}: {ron}");
    }
    program.find("Saved");
    program.press(Modifiers::COMMAND, Key::Q);
    assert_eq!(program.exit_code(), Some(0));
}
