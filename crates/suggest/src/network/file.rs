//! The embedded model file: what is in it, and why a damaged or foreign one is refused.

use std::fmt;

/// The parts of a file whose checksum was right.
pub(super) struct ModelFile<'a> {
    facts: &'a str,
    pub vocabulary: &'a str,
    pub graph: &'a [u8],
}

/// Why a model file cannot be used, in words for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FileError {
    Foreign,
    Version(u32),
    Damaged,
    Unusable(String),
}

const MAGIC: &[u8] = b"COPYDESK";
const VERSION: u32 = 1;
const HASH_BYTES: usize = 32;

impl<'a> ModelFile<'a> {
    pub fn read(bytes: &'a [u8]) -> Result<Self, FileError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(FileError::Foreign)?;
        let (version, rest) = number(rest).ok_or(FileError::Damaged)?;
        if version != VERSION {
            return Err(FileError::Version(version));
        }
        let (hash, body) = rest
            .split_at_checked(HASH_BYTES)
            .ok_or(FileError::Damaged)?;
        if blake3::hash(body).as_bytes() != hash {
            return Err(FileError::Damaged);
        }
        let [facts, vocabulary, graph] = sections(body).ok_or(FileError::Damaged)?;
        Ok(Self {
            facts: std::str::from_utf8(facts).map_err(|_error| FileError::Damaged)?,
            vocabulary: std::str::from_utf8(vocabulary).map_err(|_error| FileError::Damaged)?,
            graph,
        })
    }

    /// What follows `key` on its line.
    pub fn fact(&self, key: &str) -> Option<&'a str> {
        self.facts
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix(' '))
    }
}

/// The checksum that the head of the file at `bytes` names, in hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> Option<String> {
    let (_version, rest) = number(bytes.strip_prefix(MAGIC)?)?;
    let hash = blake3::Hash::from_bytes(*rest.first_chunk::<HASH_BYTES>()?);
    Some(hash.to_hex().to_string())
}

/// The three sections of a body whose checksum was right.
fn sections(body: &[u8]) -> Option<[&[u8]; 3]> {
    let (count, mut rest) = number(body)?;
    let mut found: [&[u8]; 3] = [&[]; 3];
    if count as usize != found.len() {
        return None;
    }
    for section in &mut found {
        let (length, after) = number(rest)?;
        (*section, rest) = after.split_at_checked(length as usize)?;
    }
    Some(found)
}

fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (first, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_le_bytes(*first), rest))
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("it is not a names model"),
            Self::Version(version) => write!(
                f,
                "it has version {version}, and this program reads version {VERSION}"
            ),
            Self::Damaged => {
                f.write_str("its checksum does not match, so it was cut short or changed")
            }
            Self::Unusable(why) => write!(f, "it does not fit this program: {why}"),
        }
    }
}
