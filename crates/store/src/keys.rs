//! The user's own shortcuts: command names, each with the chords that run it.

use std::collections::BTreeMap;

use crate::disk::{self, Expected};
use crate::disk_error::DiskErrorKind;
use crate::home::Home;
use crate::read_error::{self, ReadError};
use crate::ron_string::escaped;

/// The shortcuts of `home`, as written: a command's name in lower case, then its chords. None if
/// there is no file; an error if it cannot be read.
///
/// ```ron
/// { "accept": ["Enter", "A"], "next suggestion": ["Tab"] }
/// ```
pub fn load_keys(home: &Home) -> Result<Vec<(String, Vec<String>)>, String> {
    let path = home.keys();
    let contents = match disk::read(&path) {
        Ok(contents) => contents,
        Err(error) if error.kind == DiskErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.to_string()),
    };
    parse(&contents.bytes).map_err(|error| {
        format!(
            "Could not read your shortcuts, using the default ones: {error}: {}",
            path.display()
        )
    })
}

fn parse(bytes: &[u8]) -> Result<Vec<(String, Vec<String>)>, ReadError> {
    let keys: BTreeMap<String, Vec<String>> = read_error::from_ron(read_error::text_of(bytes)?)?;
    Ok(keys
        .into_iter()
        .map(|(name, chords)| (name.to_lowercase(), chords))
        .collect())
}

/// Other shortcuts for a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyChange<'a> {
    /// What the command is called from now on, and then what the file may call it, in lower case.
    pub names: &'a [String],
    /// `None` takes the command out of the file: it has the shortcuts that it comes with.
    pub chords: Option<&'a [String]>,
}

/// Changes the shortcuts of `home`; those of all other commands stay as they are.
///
/// # Errors
/// If the file cannot be read, which is then left as it is, or cannot be written; in words, the path last.
pub fn change_keys(home: &Home, changes: &[KeyChange<'_>]) -> Result<(), String> {
    let path = home.keys();
    let (mut keys, expected) = match disk::read(&path) {
        Ok(contents) => {
            let keys = parse(&contents.bytes).map_err(|error| {
                format!(
                    "Could not save the shortcuts, because those in the file cannot be read: {error}: {}",
                    path.display()
                )
            })?;
            (keys, Expected::Unchanged(contents.stamp))
        }
        Err(error) if error.kind == DiskErrorKind::NotFound => (Vec::new(), Expected::Nothing),
        Err(error) => return Err(error.to_string()),
    };
    for KeyChange { names, chords } in changes {
        keys.retain(|(name, _)| !names.contains(name));
        if let (Some(name), Some(chords)) = (names.first(), chords) {
            keys.push((name.clone(), chords.to_vec()));
        }
    }
    keys.sort();
    if let Some(folder) = path.parent() {
        disk::make_folder(folder).map_err(|error| error.to_string())?;
    }
    let written = disk::write_atomically(&path, print(&keys).as_bytes(), expected);
    written.map(drop).map_err(|error| error.to_string())
}

fn print(keys: &[(String, Vec<String>)]) -> String {
    let lines = keys.iter().map(|(name, chords)| {
        let chords: Vec<String> = chords.iter().map(|chord| escaped(chord)).collect();
        format!("    {}: [{}],\n", escaped(name), chords.join(", "))
    });
    let lines: String = lines.collect();
    format!(
        "// Shortcuts of Copydesk that are others than it comes with: a command, then its keys\n{{\n{lines}}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_by_name() {
        let keys = parse(br#"{ "Accept": ["Enter", "A"], /* none */ "note": [] }"#).unwrap();
        let expected = [("accept", vec!["Enter", "A"]), ("note", vec![])];
        let expected = expected.map(|(name, chords)| {
            (
                name.to_owned(),
                chords.into_iter().map(str::to_owned).collect::<Vec<_>>(),
            )
        });
        assert_eq!(keys, expected);
    }

    #[test]
    fn a_change_leaves_the_other_shortcuts_alone() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let change = |names: &Vec<String>, chords: Option<&[String]>| {
            change_keys(&home, &[KeyChange { names, chords }]).unwrap();
            load_keys(&home).unwrap()
        };
        let accept: Vec<String> = names(&["accept"]);
        let reject: Vec<String> = names(&["reject", "remove"]);
        let (a, none) = (vec!["A".to_owned()], Vec::new());
        let known = change(&accept, Some(&a));
        assert_eq!(known, [("accept".to_owned(), a.clone())]);
        assert_eq!(change(&reject, Some(&none)).len(), 2);
        // Under the name that it had once, too.
        let old = "{ \"remove\": [\"Q\"], \"accept\": [\"A\"] }";
        disk::write_atomically(&home.keys(), old.as_bytes(), Expected::Anything).unwrap();
        let known = change(&reject, None);
        assert_eq!(known, [("accept".to_owned(), a)]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        disk::make_folder(home.keys().parent().unwrap()).unwrap();
        let broken = b"{ \"accept\" [\"A\"] }";
        disk::write_atomically(&home.keys(), broken, Expected::Anything).unwrap();
        let names = ["accept".to_owned()];
        let (names, chords) = (&names[..], None);
        let error = change_keys(&home, &[KeyChange { names, chords }]).unwrap_err();
        assert!(error.starts_with("Could not save the shortcuts"), "{error}");
        assert_eq!(disk::read(&home.keys()).unwrap().bytes, broken);
    }

    #[test]
    fn what_does_not_read_says_where() {
        let error = parse(b"{\n  \"accept\" [\"A\"]\n}")
            .unwrap_err()
            .to_string();
        assert!(error.contains("line 2"), "{error}");
    }
}
