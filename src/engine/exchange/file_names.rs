//! Names of articles' files that no system takes for another, and the notes on those that had to change.

use std::collections::BTreeSet;

use copydesk_formats::export::safe_name;
use copydesk_store::disk::NewFiles;

/// Gives each article the name of its file.
#[derive(Debug, Default)]
pub(super) struct FileNames {
    /// Names that are taken, by hash and with their case folded: of a million articles they take few
    /// megabytes.
    taken: BTreeSet<u64>,
}

/// What the file is called after, and why that is not simply the article's id.
pub(super) struct FileName {
    pub id: String,
    /// In words, without a full stop.
    pub note: Option<String>,
}

impl FileName {
    /// The name of the file without an extension.
    pub fn stem(&self) -> String {
        safe_name(&self.id)
    }
}

/// What Windows takes for a device, whatever comes after a dot.
const DEVICES: [&str; 6] = ["aux", "con", "nul", "prn", "conin$", "conout$"];

impl FileNames {
    /// For files beside the manifest of a data set.
    pub fn of_data_set() -> Self {
        let mut names = Self::default();
        let stem = NewFiles::MANIFEST.trim_end_matches(".json");
        names.taken.insert(hash(stem));
        names
    }

    /// The name for the file of the article `id`, which no other has: also not on a system that takes
    /// upper and lower case for the same.
    pub fn of(&mut self, id: &str) -> FileName {
        let is_device = is_device(id);
        // Behind a dot a suffix would leave it the device.
        let base = match id.split_once('.') {
            Some((device, rest)) if is_device => format!("{device}_.{rest}"),
            None if is_device => format!("{id}_"),
            _ => id.to_owned(),
        };
        let mut own = base.clone();
        let mut number = 1_u64;
        while !self
            .taken
            .insert(hash(&safe_name(&own).to_ascii_lowercase()))
        {
            number += 1;
            own = format!("{base}-{number}");
        }
        let why = if number > 1 {
            "another article has that name, or one that differs in upper and lower case alone"
        } else if is_device {
            "Windows keeps that name for a device"
        } else {
            return FileName {
                id: own,
                note: None,
            };
        };
        let stem = safe_name(&own);
        let note = format!("the file of the article “{id}” is called “{stem}”: {why}");
        FileName {
            id: own,
            note: Some(note),
        }
    }
}

fn is_device(name: &str) -> bool {
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_port = ["com", "lpt"].iter().any(|port| {
        stem.strip_prefix(port)
            .is_some_and(|rest| matches!(rest.as_bytes(), [b'0'..=b'9']))
    });
    is_port || DEVICES.contains(&stem.as_str())
}

/// The first eight bytes of a hash are enough to tell millions of names apart.
pub(super) fn hash(name: &str) -> u64 {
    let bytes = *blake3::hash(name.as_bytes()).as_bytes();
    bytes
        .iter()
        .take(8)
        .fold(0, |sum: u64, byte| (sum << 8) | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_of_windows_are_known_with_and_without_an_extension() {
        for name in ["CON", "con.x", "Nul", "COM1", "lpt9.a.b", "aux"] {
            let mut names = FileNames::default();
            let FileName { id, note } = names.of(name);
            assert!(!is_device(&id), "{name}: {id}");
            assert!(note.is_some_and(|note| note.contains(name)));
        }
        for name in ["CONFERENCE", "com", "com10", "lpta", "x.con", "null"] {
            let FileName { id, note } = FileNames::default().of(name);
            assert_eq!((id.as_str(), note), (name, None));
        }
    }

    #[test]
    fn a_name_made_for_one_article_is_not_taken_from_another() {
        let mut names = FileNames::default();
        let stems = ["a", "A", "a-2", "CON_", "con"].map(|id| names.of(id).stem());
        assert_eq!(stems, ["a", "A-2", "a-2-2", "CON_", "con_-2"]);
    }
}
