//! Several people annotate: names on what they decide, files of their own, and articles dealt to them.

use copydesk::app::{
    ArticleFilter, CommandId, Event, Only, Preferences, ProjectEvent, RowId, Session,
};
use serde_json::Value;

use crate::cli::copydesk;
use crate::exporting::Folder;
use crate::project::Desk;
use crate::support::{caret_at, press, session, shown};

/// Who decided on each annotation of the shown article, in reading order.
fn names(session: &Session) -> Vec<&str> {
    let annotations = session.article().unwrap().document().annotations();
    let names = annotations
        .iter()
        .map(|it| it.provenance.annotator.as_str());
    names.collect()
}

#[test]
fn what_is_accepted_and_relabeled_has_the_name_and_undo_gives_back_what_was() {
    let mut session = session("{person?90|Trump} met {person|Zelensky}.");
    let preferences = Preferences {
        annotator: "anna".to_owned(),
        ..session.preferences().clone()
    };
    session.handle(Event::PreferencesChanged(preferences));
    press(&mut session, "Tab Enter");
    assert_eq!(names(&session), ["anna", ""]);
    session.work_as("ben");
    caret_at(&mut session, "Zelensky");
    press(&mut session, "L");
    assert_eq!(shown(&session), "{person|Trump} met {place|Zelensky}.");
    assert_eq!(names(&session), ["anna", "ben"]);
    press(&mut session, "Ctrl+Z");
    assert_eq!(names(&session), ["anna", ""]);
    assert_eq!(
        session.preferences().annotator,
        "anna",
        "a name for one run is not kept"
    );
}

const PROJECT: &str = "(format: 1, annotators: [\"anna\", \"ben\"], assigned: {\"b\": [\"anna\"], \
                       \"c\": [\"ben\"], \"e\": [\"anna\", \"ben\"]})";

/// Six texts, of which Anna has b and e, and Ben c and e.
fn desk(name: &str, annotator: &str) -> Desk {
    let texts = ["a", "b", "c", "d", "e", "f"].map(|name| format!("{name}.txt"));
    let text = "Anna Keller met Ben Ode in Rome.\n";
    let files = texts.each_ref().map(|name| (name.as_str(), text));
    let mut desk = Desk::new(name, &files);
    desk.folder.write("articles/copydesk-project.ron", PROJECT);
    work_as(&mut desk, annotator);
    desk.open();
    desk
}

fn work_as(desk: &mut Desk, annotator: &str) {
    desk.session.work_as(annotator);
    desk.engine.work_as(annotator);
}

/// The names of the listed articles, in their order.
fn listed(session: &Session) -> Vec<String> {
    let rows = session.rows();
    let rows = session.listed(&rows);
    let keys = rows
        .iter()
        .filter_map(|row| Some(row.listed?.article.key()));
    let names = keys.map(|key| key.file_stem().unwrap().to_string_lossy().into_owned());
    names.collect()
}

fn only(session: &mut Session, only: Option<Only>) {
    let words = String::new();
    session.handle(Event::ArticlesFiltered(ArticleFilter { words, only }));
}

#[test]
fn ones_own_articles_come_first_and_can_be_listed_alone() {
    let mut desk = desk("annotators-mine", "anna");
    assert_eq!(listed(&desk.session), ["b", "e", "a", "c", "d", "f"]);
    only(&mut desk.session, Some(Only::Mine));
    assert_eq!(listed(&desk.session), ["b", "e"]);
    desk.session.work_as("ben");
    assert_eq!(listed(&desk.session), ["c", "e"]);
    desk.session.work_as("dora");
    assert!(!desk.session.offers(Only::Mine));
    assert_eq!(
        listed(&desk.session).len(),
        6,
        "whoever has none is shown all"
    );
}

/// Shows the article `name`.
fn show(desk: &mut Desk, name: &str) {
    let project = desk.session.project().unwrap();
    let path = desk.root().join(format!("{name}.txt"));
    let index = project.at(&path).unwrap();
    desk.handle(Event::Project(ProjectEvent::Chosen(RowId::Listed(index))));
}

#[test]
fn each_saves_a_file_of_their_own_and_never_sees_the_others() {
    let mut desk = desk("annotators-own", "anna");
    show(&mut desk, "e");
    desk.press("Tab Enter Ctrl+S");
    let own = desk.root().join("e.anna.ron");
    let saved = std::fs::read_to_string(&own).unwrap();
    assert!(saved.contains("annotator: \"anna\""), "{saved}");
    assert!(!desk.root().join("e.ron").exists());
    desk.handle(Event::Command(CommandId::Close));

    let mut desk = desk.restart();
    work_as(&mut desk, "ben");
    desk.open();
    assert_eq!(listed(&desk.session).len(), 6);
    show(&mut desk, "e");
    assert_eq!(names(&desk.session), Vec::<&str>::new());
    desk.press("Tab Enter Ctrl+S");
    assert!(desk.root().join("e.ben.ron").exists());
    assert_eq!(std::fs::read_to_string(&own).unwrap(), saved);

    let mut desk = desk.restart();
    work_as(&mut desk, "anna");
    desk.open();
    show(&mut desk, "e");
    assert_eq!(names(&desk.session), ["anna"]);
}

#[test]
fn unsaved_work_comes_back_to_the_one_whose_it_is() {
    let mut desk = desk("annotators-unsaved", "anna");
    show(&mut desk, "e");
    desk.press("Tab Enter");
    let mut desk = desk.restart();
    work_as(&mut desk, "ben");
    desk.open();
    show(&mut desk, "e");
    assert_eq!(names(&desk.session), Vec::<&str>::new());
    let mut desk = desk.restart();
    work_as(&mut desk, "anna");
    desk.open();
    show(&mut desk, "e");
    assert_eq!(names(&desk.session), ["anna"]);
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn run(args: &[&str], folder: &Folder) -> Run {
    let (first, rest) = args.split_first().unwrap();
    let folder = folder.0.to_str().unwrap();
    let output = copydesk(&[&["project", *first, folder], rest].concat(), b"");
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A project with ten texts.
fn ten(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write(
        "copydesk-project.ron",
        "// Ours\n(format: 1, name: \"Ten\")\n",
    );
    for number in 0..10 {
        folder.write(&format!("a/{number}.txt"), "Anna Keller stayed in Seoul.\n");
    }
    folder
}

#[test]
fn articles_are_dealt_written_down_and_kept_when_more_come() {
    let folder = ten("assign");
    let first = [
        "assign",
        "--to",
        "anna,ben,carla",
        "--overlap",
        "20%",
        "--seed",
        "7",
    ];
    let dealt = run(&first, &folder);
    assert_eq!((dealt.code, dealt.err.as_str()), (0, ""));
    assert!(
        dealt.out.starts_with("person  articles  shared\nanna "),
        "{}",
        dealt.out
    );
    assert!(
        dealt
            .out
            .contains("Dealt 10 articles, kept 0 as dealt before: "),
        "{}",
        dealt.out
    );
    let file = std::fs::read_to_string(folder.0.join("copydesk-project.ron")).unwrap();
    assert!(
        file.starts_with("// Ours\n(format: 1, name: \"Ten\","),
        "{file}"
    );
    let json = |run: Run| -> Value { serde_json::from_str(&run.out).unwrap() };
    let again = json(run(&[&first[..], &["--json"]].concat(), &folder));
    assert_eq!(again["dealt_now"], 0);
    let articles = again["articles"].as_object().unwrap();
    let people = |of: &Value| of.as_array().unwrap().len();
    assert_eq!(articles.values().filter(|of| people(of) == 3).count(), 2);
    assert_eq!(articles.values().filter(|of| people(of) == 1).count(), 8);
    for number in 10..15 {
        folder.write(&format!("a/{number}.txt"), "More.\n");
    }
    folder.write("a/0.anna.ron", "(");
    let more = json(run(&["assign", "--overlap", "20", "--json"], &folder));
    assert_eq!(
        more["dealt_now"], 5,
        "a person's version is no article of its own"
    );
    for (name, people) in articles {
        assert_eq!(&more["articles"][name], people);
    }
}

#[test]
fn names_and_shares_that_make_no_sense_are_refused_with_a_reason() {
    let folder = ten("assign-refused");
    let cases = [
        (
            vec!["--to", "anna,an/na"],
            1,
            "“an/na” cannot be used: it is part of file names",
        ),
        (vec!["--to", "anna,anna"], 1, "“anna” is named twice"),
        (
            vec!["--to", "anna", "--per-article", "2"],
            1,
            "An article cannot go to 2 people: there are 1",
        ),
        (
            vec![],
            1,
            "Nobody annotates this project yet; name them with --to",
        ),
        (
            vec!["--to", "anna", "--overlap", "120%"],
            2,
            "not a share from 0% to 100%",
        ),
    ];
    for (args, code, why) in cases {
        let run = run(&[&["assign"], &args[..]].concat(), &folder);
        assert!(
            run.code == code && run.err.contains(why),
            "{args:?}: {}",
            run.err
        );
    }
    assert_eq!(run(&["assign", "--to", "anna,ben"], &folder).code, 0);
    let stranger = run(&["assign", "--to", "anna,dora"], &folder);
    let why = "“dora” is not among the annotators of the project, who are anna, ben; ";
    assert!(stranger.err.contains(why), "{}", stranger.err);
    let no_project = Folder::new("assign-nowhere");
    no_project.write("a.txt", "Text.\n");
    let nowhere = run(&["assign", "--to", "anna"], &no_project);
    assert!(
        nowhere.err.contains("This folder is no project"),
        "{}",
        nowhere.err
    );
}

#[test]
fn accepting_on_the_command_line_has_the_name_too() {
    let folder = ten("accept-as");
    let accepted = run(&["accept", "--at-least", "30", "--as", "Anna  K"], &folder);
    assert_eq!(accepted.code, 0, "{}", accepted.err);
    let saved = std::fs::read_to_string(folder.0.join("a/0.ron")).unwrap();
    assert!(saved.contains("annotator: \"Anna K\""), "{saved}");
    let nameless = run(&["accept", "--as", " "], &folder);
    assert_eq!(nameless.code, 2);
    assert!(
        nameless.err.contains("a name has at least one letter"),
        "{}",
        nameless.err
    );
}

/// Three files each of Anna and Ben, who agree on two.
fn gold(name: &str) -> Folder {
    let folder = Folder::new(name);
    let golden = include_str!("../fixtures/article-v1.ron");
    let with = |name: &str, of: &str, decided: &str| {
        let file = golden.replace("by: Human", &format!("by: Human, annotator: {decided:?}"));
        folder.write(&format!("{of}/{name}.ron"), &file);
    };
    for name in ["a", "b"] {
        with(name, "anna", "anna");
        with(name, "ben", "ben");
        with(name, "gold", "carla");
    }
    folder.write("gold/guidelines.md", "Text\n\n# What to mark\n");
    folder.write(
        "gold/copydesk-project.ron",
        "(format: 1, guidelines: \"guidelines.md\")",
    );
    folder
}

/// What `copydesk export` says of the gold standard.
fn export(folder: &Folder, args: &[&str]) -> Run {
    let path = |name: &str| folder.0.join(name).to_str().unwrap().to_owned();
    let (gold, out) = (path("gold"), path("out"));
    let (anna, ben) = (path("anna"), path("ben"));
    let args = args.iter().map(|arg| match *arg {
        "ANNA" => &anna,
        "BEN" => &ben,
        arg => arg,
    });
    let command = ["export", &gold, "-o", &out];
    let args: Vec<&str> = command.into_iter().chain(args).collect();
    let output = copydesk(&args, b"");
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn the_card_of_a_gold_standard_says_who_made_it_by_which_guidelines_and_how_they_agreed() {
    let folder = gold("gold-card");
    let args = [
        "--to",
        "hf",
        "--license",
        "CC-BY-4.0",
        "--agreement",
        "ANNA",
        "BEN",
    ];
    let exported = export(&folder, &args);
    assert_eq!(exported.code, 0, "{}", exported.err);
    let read = |name: &str| std::fs::read_to_string(folder.0.join("out").join(name)).unwrap();
    let card = read("README.md");
    for words in [
        "license: \"cc-by-4.0\"\n",
        "- Annotators: carla\n- Guidelines: What to mark, version ",
        "Of 2 annotators on 1 article, with 95% intervals.",
        "| All labels | 1.00 (1.00 to 1.00) | ",
    ] {
        assert!(card.contains(words), "{words}: {card}");
    }
    let set: Value = serde_json::from_str(&read("croissant.json")).unwrap();
    assert_eq!(set["creator"][0]["name"], "carla");
    let protocol = set["rai:dataAnnotationProtocol"].as_str().unwrap();
    assert!(protocol.starts_with("What to mark, version "), "{protocol}");
    let again = copydesk(
        &[
            "convert",
            folder.0.join("out").to_str().unwrap(),
            "--to",
            "jsonl",
        ],
        b"",
    );
    let lines = String::from_utf8(again.stdout).unwrap();
    assert!(lines.contains("\"annotator\":\"carla\""), "{lines}");
    assert_eq!(again.status.code(), Some(0));
}

#[test]
fn what_a_card_cannot_have_is_refused_with_a_reason() {
    let folder = gold("gold-refused");
    let cases = [
        (
            vec!["--to", "jsonl", "--license", "MIT"],
            "which only --to hf has",
        ),
        (
            vec!["--to", "hf", "--published", "May"],
            "not a day such as 2026-05-01",
        ),
        (vec!["--to", "hf", "--license", " "], "not a line of words"),
        (
            vec!["--to", "hf", "--agreement", "ANNA"],
            "Agreement takes two people",
        ),
        (
            vec!["--to", "hf", "--agreement", "ANNA", "/nowhere"],
            "There is no such folder: /nowhere",
        ),
    ];
    for (args, why) in cases {
        let run = export(&folder, &args);
        assert!(
            run.code == 2 && run.err.contains(why),
            "{args:?}: {}",
            run.err
        );
        assert!(!folder.0.join("out").exists(), "{args:?}");
    }
    std::fs::write(folder.0.join("gold/guidelines.md"), [0xff, 0xfe, 0x00]).unwrap();
    let run = export(&folder, &["--to", "hf"]);
    assert!(run.err.contains("guidelines"), "{}", run.err);
}
