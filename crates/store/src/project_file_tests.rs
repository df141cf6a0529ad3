//! Project files: what is written is read, and what is damaged or hostile is told with its place.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::tempdir;

use super::*;
use crate::schema_file::built_in_schema;

/// What is said of a project file with these contents.
fn error(ron: &str) -> String {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join(PROJECT_FILE), ron).unwrap();
    let error = load_project(folder.path()).unwrap_err();
    let path = folder.path().join(PROJECT_FILE).display().to_string();
    assert!(error.ends_with(&path), "{error}");
    assert!(
        error.starts_with("Could not read the project file: "),
        "{error}"
    );
    error
}

#[test]
fn a_folder_becomes_a_project_with_labels_and_guidelines_that_are_read_again() {
    let folder = tempdir().unwrap();
    let root = folder.path();
    let schema = built_in_schema();
    let path = set_up_project(root, "Debates “2026”", NewLabels::Write(&schema)).unwrap();
    assert_eq!(path, root.join(PROJECT_FILE));
    let project = load_project(root).unwrap();
    assert_eq!(project.name, "Debates “2026”");
    assert_eq!(project.read_labels(root).unwrap(), Some((*schema).clone()));
    let guidelines = project.read_guidelines(root).unwrap().unwrap();
    assert!(guidelines.starts_with("# Debates “2026”\n"), "{guidelines}");
    let dictionaries = project.dictionaries_folder(root).unwrap();
    assert_eq!(dictionaries, Some(root.join("copydesk-dictionaries")));
    let mut files = disk::list(root).unwrap();
    files.retain(|file| !project.is_companion(root, file));
    assert_eq!(
        files,
        Vec::<PathBuf>::new(),
        "none of its files is an article"
    );
}

#[test]
fn nothing_is_overwritten_where_a_project_is_made() {
    let folder = tempdir().unwrap();
    let root = folder.path();
    fs::write(root.join("guidelines.md"), "# Ours\n").unwrap();
    set_up_project(root, "News", NewLabels::Write(&built_in_schema())).unwrap();
    let before = fs::read(root.join(PROJECT_FILE)).unwrap();
    let project = load_project(root).unwrap();
    let guidelines = project.read_guidelines(root).unwrap();
    assert_eq!(guidelines.as_deref(), Some("# Ours\n"));
    let error = set_up_project(root, "Other", NewLabels::Write(&built_in_schema())).unwrap_err();
    assert!(
        error.starts_with("This folder is a project already: "),
        "{error}"
    );
    assert_eq!(fs::read(root.join(PROJECT_FILE)).unwrap(), before);
}

#[test]
fn labels_that_cannot_be_read_keep_a_folder_from_becoming_a_project() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("labels.ron"), "people").unwrap();
    let error =
        set_up_project(folder.path(), "News", NewLabels::Write(&built_in_schema())).unwrap_err();
    assert!(
        error.starts_with("Could not read the project’s labels: "),
        "{error}"
    );
    assert_eq!(disk::list(folder.path()).unwrap().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_told_and_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Whoever may write everywhere cannot be kept from it.
    let is_kept_out = fs::write(folder.path().join("probe"), "").is_err();
    let made = set_up_project(folder.path(), "News", NewLabels::Write(&built_in_schema()));
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    if is_kept_out {
        let error = made.unwrap_err();
        assert!(error.contains("writing is not allowed there"), "{error}");
        assert_eq!(disk::list(folder.path()).unwrap().len(), 0);
    } else {
        made.unwrap();
    }
}

#[test]
fn what_cannot_be_written_last_leaves_nothing_behind() {
    let folder = tempdir().unwrap();
    // It is in the way of the guidelines, and no file that could be kept.
    fs::create_dir(folder.path().join("guidelines.md")).unwrap();
    let error =
        set_up_project(folder.path(), "News", NewLabels::Write(&built_in_schema())).unwrap_err();
    assert!(error.contains("not an ordinary file"), "{error}");
    assert_eq!(disk::list(folder.path()).unwrap().len(), 1);
}

#[test]
fn an_article_belongs_to_the_nearest_project_above_it() {
    let folder = tempdir().unwrap();
    let root = folder.path();
    let inner = root.join("desk/world");
    fs::create_dir_all(inner.join("may")).unwrap();
    assert_eq!(find_project(&inner), None);
    set_up_project(root, "All", NewLabels::Write(&built_in_schema())).unwrap();
    assert_eq!(find_project(&inner).as_deref(), Some(root));
    assert_eq!(find_project(root).as_deref(), Some(root));
    set_up_project(&inner, "World", NewLabels::Write(&built_in_schema())).unwrap();
    assert_eq!(find_project(&inner.join("may")), Some(inner));
}

#[test]
fn a_project_file_may_name_as_little_as_its_format() {
    let project = parse(b"(format: 1)").unwrap();
    assert_eq!(project, Project::default());
    let root = Path::new("/nowhere");
    assert_eq!(project.read_labels(root), Ok(None));
    assert_eq!(project.read_guidelines(root), Ok(None));
    assert_eq!(project.dictionaries_folder(root), Ok(None));
}

#[test]
fn what_a_project_file_cannot_mean_is_told_with_its_line() {
    let unknown = error("(\n    format: 1,\n    lables: \"x.ron\",\n)");
    assert!(
        unknown.contains("line 3") && unknown.contains("lables"),
        "{unknown}"
    );
    let damaged = error("(\n    format: 1,\n    name: \"News\n)");
    assert!(damaged.contains("the file ends too early"), "{damaged}");
    let newer = error("(format: 2, teams: [\"A\"])");
    assert!(
        newer.contains("it has format 2, this program reads format 1; update Copydesk"),
        "{newer}"
    );
    let wrong = error("(format: 1,\n name: 7)");
    assert!(wrong.contains("line 2"), "{wrong}");
    let other = error("these are notes");
    assert!(other.contains("line 1"), "{other}");
    error("");
}

#[test]
fn a_path_that_leads_outside_is_told_with_its_line() {
    let outside = ["../labels.ron", "/etc/passwd", "a/../../b", "C:\\b", ""];
    for path in outside {
        for field in ["labels", "guidelines", "dictionaries"] {
            let path = escaped(path);
            let error = error(&format!("(\n    format: 1,\n    {field}: {path},\n)"));
            let place = format!("line 3, column {}: ", field.len() + 7);
            assert!(error.contains(&place), "{error}");
            assert!(
                error.contains("no path inside the project’s folder"),
                "{error}"
            );
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside_is_not_followed() {
    let outside = tempdir().unwrap();
    fs::write(outside.path().join("secret"), "secret").unwrap();
    let folder = tempdir().unwrap();
    let root = folder.path();
    std::os::unix::fs::symlink(outside.path().join("secret"), root.join("a")).unwrap();
    std::os::unix::fs::symlink(outside.path(), root.join("b")).unwrap();
    let project = Project {
        labels: Some("a".to_owned()),
        guidelines: Some("b/secret".to_owned()),
        dictionaries: Some("b".to_owned()),
        ..Project::default()
    };
    let errors = [
        project.read_labels(root).unwrap_err(),
        project.read_guidelines(root).unwrap_err(),
        project.dictionaries_folder(root).unwrap_err(),
    ];
    for error in errors {
        assert!(
            error.contains("it leads out of the project’s folder"),
            "{error}"
        );
    }
}

#[test]
fn files_that_are_named_and_not_there_are_told() {
    let folder = tempdir().unwrap();
    let project = Project {
        labels: Some("gone.ron".to_owned()),
        guidelines: Some("gone.md".to_owned()),
        ..Project::default()
    };
    let labels = project.read_labels(folder.path()).unwrap_err();
    assert!(
        labels.contains("there is no such file") && labels.ends_with("gone.ron"),
        "{labels}"
    );
    let guidelines = project.read_guidelines(folder.path()).unwrap_err();
    assert!(guidelines.ends_with("gone.md"), "{guidelines}");
}

#[test]
fn links_that_lead_to_each_other_end() {
    let folder = tempdir().unwrap();
    let root = folder.path();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(root.join(PROJECT_FILE), root.join(PROJECT_FILE)).unwrap();
        assert_eq!(find_project(root).as_deref(), Some(root));
        load_project(root).unwrap_err();
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        name in "\\PC{0,12}",
        paths in prop::array::uniform3(prop::option::of("[a-z]{1,3}(/[a-z“ ]{1,4}){0,2}")),
        annotators in prop::collection::vec("\\PC{0,9}", 0..4),
    ) {
        let [labels, guidelines, dictionaries] = paths;
        let project = Project { name, labels, guidelines, dictionaries, annotators, assigned: Dealt::new() };
        prop_assert_eq!(parse(print(&project).as_bytes()).unwrap(), project);
    }

    #[test]
    fn any_file_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        drop(parse(&bytes));
    }
}

#[test]
fn an_assignment_is_written_into_the_file_and_the_rest_of_it_stays() {
    let folder = tempdir().unwrap();
    let path = folder.path().join(PROJECT_FILE);
    let ron = "// Ours: (keep)\n(format: 1, /* who */ name: \"N\" // no comma\n)\n// end )\n";
    fs::write(&path, ron).unwrap();
    let people = ["anna".to_owned(), "ben \"B\"".to_owned()];
    let dealt = Dealt::from([
        ("a/b c".to_owned(), people.to_vec()),
        ("d".to_owned(), vec!["anna".to_owned()]),
    ]);
    assert_eq!(
        write_assignment(folder.path(), &people, &dealt).unwrap(),
        path
    );
    let project = load_project(folder.path()).unwrap();
    assert_eq!(
        (&project.annotators[..], &project.assigned),
        (&people[..], &dealt)
    );
    let written = fs::read_to_string(&path).unwrap();
    assert_eq!(
        written,
        "// Ours: (keep)\n(format: 1, /* who */ name: \"N\",\n    annotators: [\n        \"anna\",\n        \"ben \\\"B\\\"\",\n    ],\n    assigned: {\n        \"a/b c\": [\"anna\", \"ben \\\"B\\\"\"],\n        \"d\": [\"anna\"],\n    }, // no comma\n)\n// end )\n"
    );
    write_assignment(folder.path(), &people, &Dealt::new()).unwrap();
    let again = fs::read_to_string(&path).unwrap();
    assert!(again.contains("assigned: {\n    }, // no comma"), "{again}");
}

#[test]
fn whoever_has_articles_is_among_the_annotators() {
    let ron = "(format: 1,\nannotators: [\"anna\"],\nassigned: {\"a\": [\"anna\", \"ben\"]})";
    let said = error(ron);
    assert!(
        said.contains("“ben” has articles, but is not among the annotators"),
        "{said}"
    );
    assert!(said.contains("line 3"), "{said}");
}
