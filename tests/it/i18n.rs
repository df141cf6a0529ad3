//! The words of the window: each message that the code asks for is there in every language, with the
//! arguments that it is given, and none is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use copydesk_i18n::{Language, speak_here};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use proc_macro2::{TokenStream, TokenTree};

use crate::gallery::{ARTICLE, each_state};

/// The arguments of each message, by its id.
type Messages = BTreeMap<String, BTreeSet<String>>;

const LOCALES: &str = "crates/i18n/locales";

/// Calls `visit` with every file below `folder` that ends in `ending`, in order.
fn each_file(folder: &Path, ending: &str, visit: &mut impl FnMut(&Path, &str)) {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            each_file(&path, ending, visit);
        } else if path.to_string_lossy().ends_with(ending) {
            visit(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Each `tr!("id", argument = …)` of the code, however deep it stands in other macros.
fn note_used(tokens: TokenStream, used: &mut Vec<(String, BTreeSet<String>)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            let is_call = matches!(tokens.get(at.wrapping_sub(1)), Some(TokenTree::Punct(it)) if it.as_char() == '!')
                && matches!(tokens.get(at.wrapping_sub(2)), Some(TokenTree::Ident(it)) if it == "tr");
            if is_call {
                used.extend(message_of(group.stream()));
            }
            note_used(group.stream(), used);
        }
    }
}

/// The id and the names of the arguments in the brackets of `tr!`.
fn message_of(tokens: TokenStream) -> Option<(String, BTreeSet<String>)> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let TokenTree::Literal(id) = tokens.first()? else {
        return None;
    };
    let mut arguments = BTreeSet::new();
    for three in tokens.windows(3) {
        if let [
            TokenTree::Punct(comma),
            TokenTree::Ident(name),
            TokenTree::Punct(equals),
        ] = three
            && comma.as_char() == ','
            && equals.as_char() == '='
        {
            arguments.insert(name.to_string());
        }
    }
    Some((id.to_string().trim_matches('"').to_owned(), arguments))
}

/// What the code asks for, with the file that does.
fn used() -> Vec<(PathBuf, String, BTreeSet<String>)> {
    let mut all = Vec::new();
    let mut visit = |path: &Path, source: &str| {
        let mut used = Vec::new();
        note_used(source.parse().unwrap(), &mut used);
        let path = path.to_owned();
        all.extend(
            used.into_iter()
                .map(|(id, arguments)| (path.clone(), id, arguments)),
        );
    };
    each_file(Path::new("src"), ".rs", &mut visit);
    for entry in std::fs::read_dir("crates").unwrap() {
        let folder = entry.unwrap().path();
        if !folder.ends_with("i18n") {
            each_file(&folder.join("src"), ".rs", &mut visit);
        }
    }
    all
}

/// The messages in the files of one language. A message is a line that begins with its id, and the
/// indented lines after it.
fn messages(language: &str) -> Messages {
    let mut messages = Messages::new();
    each_file(
        &Path::new(LOCALES).join(language),
        ".ftl",
        &mut |path, source| {
            let mut current = None;
            for line in source.lines() {
                let begins = line.starts_with(|first: char| first.is_ascii_lowercase());
                if let Some((id, _)) = line.split_once('=').filter(|_| begins) {
                    let id = id.trim().to_owned();
                    let is_new = messages.insert(id.clone(), BTreeSet::new()).is_none();
                    assert!(is_new, "{}: {id} stands there twice", path.display());
                    current = Some(id);
                }
                if let Some(id) = &current {
                    messages.get_mut(id).unwrap().extend(variables(line));
                }
            }
        },
    );
    messages
}

/// `name` and `count` in `{ $name } { $count -> …`.
fn variables(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| {
        let is_part = |letter: &char| letter.is_ascii_alphanumeric() || "-_".contains(*letter);
        rest.chars().take_while(is_part).collect()
    })
}

#[test]
fn every_message_that_the_code_asks_for_is_there_with_its_arguments() {
    let english = messages("en");
    let mut asked = BTreeSet::new();
    for (path, id, arguments) in used() {
        let path = path.display();
        let known = english
            .get(&id)
            .unwrap_or_else(|| panic!("{path}: no message is called {id}"));
        assert_eq!(
            &arguments, known,
            "{path}: the arguments of {id}, on the left those of the code"
        );
        asked.insert(id);
    }
    let left_over: Vec<&String> = english.keys().filter(|id| !asked.contains(*id)).collect();
    assert!(left_over.is_empty(), "nobody asks for {left_over:?}");
}

#[test]
fn every_language_has_every_message() {
    let english = messages("en");
    for language in ["de", "es"] {
        let translated = messages(language);
        for (id, arguments) in &english {
            let its = translated
                .get(id)
                .unwrap_or_else(|| panic!("{language} lacks {id}"));
            assert_eq!(its, arguments, "{language}: the arguments of {id}");
        }
        for id in translated.keys() {
            assert!(
                english.contains_key(id),
                "{language}: {id} is not in English"
            );
        }
    }
}

#[test]
fn every_language_is_valid_fluent() {
    for language in Language::ALL.into_iter().chain([Language::Pseudo]) {
        let problems = copydesk_i18n::problems(language);
        assert!(problems.is_empty(), "{}: {problems:?}", language.name());
    }
}

/// Words that stand in no message: names of the program, of files, faces, languages and encodings.
const NAMES: [&str; 11] = [
    "Copydesk",
    "article",
    "news",
    "test",
    "nobody",
    "UTF-8",
    "Newsreader",
    "Inter",
    "OpenDyslexic",
    // The picture on the start page, and a reason.
    "Zelensky said the deal is worth $500 billion",
    "because the test says so",
];

/// What stands in the article and in its labels, the names of the keys, and [`NAMES`].
fn words_of_no_message() -> BTreeSet<String> {
    let session = crate::support::session("Nothing.");
    let mut texts = vec![ARTICLE.to_owned()];
    for label in session.schema().labels() {
        texts.extend([label.name.clone(), label.plural.clone()]);
        texts.extend([label.name.to_lowercase(), label.plural.to_lowercase()]);
        texts.push(label.guideline.clone());
        texts.extend(label.attributes.iter().map(|kind| kind.title.clone()));
    }
    for command in session.table().all() {
        texts.extend(command.chords.iter().map(ToString::to_string));
    }
    texts.extend(Language::ALL.map(|language| language.name().to_owned()));
    texts.extend(NAMES.map(str::to_owned));
    texts.iter().flat_map(|text| words(text)).collect()
}

/// Of two letters at least, all of them ASCII: what is in a message has accents.
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    words.filter(|word| word.len() > 1).map(str::to_owned)
}

#[test]
fn no_screen_shows_a_word_that_is_in_no_message() {
    let known = words_of_no_message();
    speak_here(Some(Language::Pseudo));
    let mut found = BTreeSet::new();
    let mut seen = 0;
    each_state(|scene, harness| {
        for node in harness.query_all_by(|node| !node.is_hidden()) {
            let node = node.accesskit_node();
            for said in [node.label(), node.value()].into_iter().flatten() {
                seen += 1;
                // What is shown around a word may begin and end within one.
                let is_known = |word: &String| known.contains(word) || ARTICLE.contains(word);
                let unknown: Vec<String> = words(&said).filter(|word| !is_known(word)).collect();
                if !unknown.is_empty() {
                    found.insert(format!("{scene}: {unknown:?} in {said}"));
                }
            }
        }
    });
    assert!(found.is_empty(), "{found:#?}");
    assert!(seen > 1000, "only {seen} things were seen");
}
