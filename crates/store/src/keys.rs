//! The user's own shortcuts: command names, each with the chords that run it.

use std::collections::BTreeMap;

use crate::disk;
use crate::disk_error::DiskErrorKind;
use crate::home::Home;
use crate::read_error::{self, ReadError};

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

#[cfg(test)]
mod tests {
    use super::parse;

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
    fn what_does_not_read_says_where() {
        let error = parse(b"{\n  \"accept\" [\"A\"]\n}")
            .unwrap_err()
            .to_string();
        assert!(error.contains("line 2"), "{error}");
    }
}
