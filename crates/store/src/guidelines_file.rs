//! Changes the guidelines of a project, and takes that back: no file is written that was not read just before.

use std::path::{Path, PathBuf};

use crate::disk::{self, Expected, Stamp};
use crate::project_file::{PROJECT_FILE, Project, load_project, naming_guidelines};

/// A file that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedFile {
    pub path: PathBuf,
    /// What it held; `None` where there was none.
    pub before: Option<Vec<u8>>,
    /// What it holds since.
    pub after: Stamp,
}

/// Makes the guidelines of the project in `root` what `change` makes of them. If the project names none, they are
/// begun in a file of the usual name. What was changed, in order.
///
/// # Errors
/// If a file cannot be read or written, or was changed in between; in words, the path last. Nothing is changed then.
pub fn change_guidelines(
    root: &Path,
    change: impl FnOnce(&str) -> String,
) -> Result<Vec<ChangedFile>, String> {
    let project = load_project(root)?;
    let is_named = project.guidelines.is_some();
    let project = Project {
        guidelines: project.guidelines.or_else(|| Some(usual_name())),
        ..project
    };
    let name = project.guidelines.clone().unwrap_or_else(usual_name);
    let path = root.join(&name);
    let is_there = disk::exists(&path);
    let text = if is_there {
        // Also says what is wrong with it, such as a link that leads outside.
        project.read_guidelines(root)?.unwrap_or_default()
    } else {
        String::new()
    };
    let before = if is_there {
        Some(disk::read(&path).map_err(|error| error.to_string())?.bytes)
    } else {
        None
    };
    let expected = before.as_ref().map_or(Expected::Nothing, |before| {
        Expected::Unchanged(Stamp::of(before))
    });
    let after = change(&text);
    let stamp = disk::write_atomically(&path, after.as_bytes(), expected)
        .map_err(|error| error.to_string())?;
    let mut changed = vec![ChangedFile {
        path,
        before,
        after: stamp,
    }];
    if !is_named {
        match name_guidelines(root, &name) {
            Ok(project_file) => changed.push(project_file),
            Err(why) => {
                // The error that is told is the one that came first.
                drop(restore_files(&changed));
                return Err(why);
            }
        }
    }
    Ok(changed)
}

/// Makes each file what it was before, if nobody changed it since; the last one first.
///
/// # Errors
/// If one is not as it was left, or cannot be written; in words, the path last.
pub fn restore_files(changed: &[ChangedFile]) -> Result<(), String> {
    for file in changed.iter().rev() {
        let expected = Expected::Unchanged(file.after);
        let bytes = file.before.as_deref().unwrap_or_default();
        disk::write_atomically(&file.path, bytes, expected).map_err(|error| error.to_string())?;
        if file.before.is_none() {
            disk::remove(&file.path).map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

/// By which versions of guidelines are told apart: the first digits of the hash of their text.
pub fn guidelines_version(text: &str) -> String {
    Stamp::of(text.as_bytes())
        .to_hex()
        .chars()
        .take(8)
        .collect()
}

fn usual_name() -> String {
    crate::project_file::GUIDELINES.to_owned()
}

fn name_guidelines(root: &Path, name: &str) -> Result<ChangedFile, String> {
    let path = root.join(PROJECT_FILE);
    let before = disk::read(&path).map_err(|error| error.to_string())?.bytes;
    let after = naming_guidelines(&before, name).ok_or_else(|| {
        format!(
            "Could not name the guidelines in the project file; add guidelines: \"{name}\" to it: {}",
            path.display()
        )
    })?;
    let expected = Expected::Unchanged(Stamp::of(&before));
    let stamp =
        disk::write_atomically(&path, &after, expected).map_err(|error| error.to_string())?;
    Ok(ChangedFile {
        path,
        before: Some(before),
        after: stamp,
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn project(fields: &str) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        let ron = format!("// Our desk\n(\n    format: 1,{fields}\n)\n");
        fs::write(root.path().join(PROJECT_FILE), ron).unwrap();
        root
    }

    fn held(root: &tempfile::TempDir, name: &str) -> Option<String> {
        fs::read_to_string(root.path().join(name)).ok()
    }

    #[test]
    fn guidelines_are_changed_and_restored() {
        let root = project(" guidelines: \"how.md\"");
        fs::write(root.path().join("how.md"), "# How\n").unwrap();
        let changed = change_guidelines(root.path(), |text| format!("{text}More.\n")).unwrap();
        assert_eq!(held(&root, "how.md").as_deref(), Some("# How\nMore.\n"));
        restore_files(&changed).unwrap();
        assert_eq!(held(&root, "how.md").as_deref(), Some("# How\n"));
    }

    #[test]
    fn guidelines_that_no_project_names_are_begun_and_named() {
        let root = project("\n    name: \"Desk\",");
        let before = held(&root, PROJECT_FILE);
        let changed = change_guidelines(root.path(), |_| "First.\n".to_owned()).unwrap();
        assert_eq!(held(&root, "guidelines.md").as_deref(), Some("First.\n"));
        let project = load_project(root.path()).unwrap();
        assert_eq!(project.guidelines.as_deref(), Some("guidelines.md"));
        assert_eq!(project.name, "Desk");
        assert!(
            held(&root, PROJECT_FILE)
                .unwrap()
                .starts_with("// Our desk\n")
        );
        restore_files(&changed).unwrap();
        assert_eq!(held(&root, PROJECT_FILE), before);
        assert_eq!(held(&root, "guidelines.md"), None);
    }

    #[test]
    fn what_somebody_else_wrote_since_stays() {
        let root = project(" guidelines: \"how.md\"");
        let path = root.path().join("how.md");
        fs::write(&path, "# How\n").unwrap();
        let in_between = change_guidelines(root.path(), |text| {
            fs::write(&path, "theirs").unwrap();
            format!("{text}More.\n")
        });
        assert!(in_between.unwrap_err().ends_with("how.md"));
        assert_eq!(held(&root, "how.md").as_deref(), Some("theirs"));
        let changed = change_guidelines(root.path(), |text| format!("{text} mine")).unwrap();
        fs::write(&path, "theirs again").unwrap();
        assert!(restore_files(&changed).unwrap_err().ends_with("how.md"));
        assert_eq!(held(&root, "how.md").as_deref(), Some("theirs again"));
        fs::write(&path, [0xff, 0xfe, 0xfd]).unwrap();
        change_guidelines(root.path(), str::to_owned).unwrap_err();
    }

    #[test]
    fn versions_differ_with_the_words() {
        assert_eq!(guidelines_version("").len(), 8);
        assert_ne!(guidelines_version("a"), guidelines_version("b"));
    }
}
