//! Earlier versions of an article: what its file held at past saves, kept in the user's data folder.

use std::path::{Path, PathBuf};

use crate::article_file::{self, Restored};
use crate::disk::{self, Expected, Stamp};
use crate::disk_error::DiskError;
use crate::home::Home;
use crate::read_error::ReadError;

/// One earlier version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was saved, in seconds since 1970 (UTC).
    pub saved_at: u64,
    /// How many annotations it holds.
    pub annotations: usize,
    pub path: PathBuf,
}

/// How many versions of one article are kept, unless a person says otherwise.
pub const MOST_VERSIONS: usize = 20;

/// How many bytes the versions of one article may take; the newest is kept in any case.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Beside the versions of an article: which file they are of, for whoever looks into the folder.
const OF: &str = "versions-of.txt";

/// Keeps `bytes` as the version of the article file at `article` that was saved at `now`, seconds since
/// 1970, with so many annotations; at most `most` are kept of it. What is a version already is not kept
/// twice; of too many, those go that leave the smallest gap for their age.
pub fn keep_version(
    home: &Home,
    article: &Path,
    bytes: &[u8],
    (now, annotations): (u64, usize),
    most: usize,
) -> Result<(), DiskError> {
    let folder = folder(home, article);
    let stamp: String = Stamp::of(bytes).to_hex().chars().take(16).collect();
    let known = disk::list(&folder)?;
    let is_known = |path: &PathBuf| {
        path.file_stem()
            .is_some_and(|stem| stem.to_string_lossy().ends_with(&stamp))
    };
    if known.iter().any(is_known) {
        return Ok(());
    }
    disk::make_folder(&folder)?;
    let of = format!("{}\n", disk::absolute(article).display());
    disk::write_atomically(&folder.join(OF), of.as_bytes(), Expected::Anything)?;
    let path = folder.join(format!("{now:012}-{annotations}-{stamp}.ron"));
    disk::write_atomically(&path, bytes, Expected::Anything)?;
    thin_out(&folder, now, most)
}

/// The versions of the article file at `article`, the newest first.
pub fn versions(home: &Home, article: &Path) -> Result<Vec<Version>, DiskError> {
    in_folder(&folder(home, article))
}

/// Reads a version. Its text is inside, or in the file beside the article.
pub fn read_version(
    version: &Version,
    read_beside: &mut dyn FnMut(&str) -> Result<copydesk_text::ArticleText, String>,
) -> Result<Restored, ReadVersionError> {
    let contents = disk::read(&version.path).map_err(ReadVersionError::Disk)?;
    article_file::parse(&contents.bytes, read_beside).map_err(ReadVersionError::Content)
}

/// Why a version cannot be read.
#[derive(Debug)]
pub enum ReadVersionError {
    Disk(DiskError),
    Content(ReadError),
}

fn folder(home: &Home, article: &Path) -> PathBuf {
    let path = disk::absolute(article);
    let hex = blake3::hash(path.as_os_str().as_encoded_bytes()).to_hex();
    let short: String = hex.chars().take(32).collect();
    home.versions().join(short)
}

fn in_folder(folder: &Path) -> Result<Vec<Version>, DiskError> {
    let mut versions: Vec<Version> = disk::list(folder)?
        .into_iter()
        .filter_map(Version::at)
        .collect();
    versions.reverse();
    Ok(versions)
}

fn thin_out(folder: &Path, now: u64, most: usize) -> Result<(), DiskError> {
    let mut versions = in_folder(folder)?;
    while versions.len() > most.max(1) {
        let ages: Vec<u64> = versions
            .iter()
            .map(|version| now.saturating_sub(version.saved_at))
            .collect();
        let version = versions.remove(least_missed(&ages));
        disk::remove(&version.path)?;
    }
    let mut bytes = 0;
    for (index, version) in versions.iter().enumerate() {
        bytes += disk::length(&version.path).unwrap_or_default();
        if index > 0 && bytes > MOST_BYTES {
            disk::remove(&version.path)?;
        }
    }
    Ok(())
}

/// Which of these ages in seconds, ascending, leaves the smallest gap for its age when it is left out;
/// never the first or the last.
fn least_missed(ages: &[u64]) -> usize {
    /// Versions of the same moment are no more alike than those of the same minute.
    const MINUTE: u64 = 60;
    let gap = |index: usize| {
        let (before, after) = (ages[index - 1], ages[index + 1]);
        (after - before) as f64 / (ages[index] + MINUTE) as f64
    };
    (1..ages.len().saturating_sub(1))
        .min_by(|one, other| gap(*one).total_cmp(&gap(*other)))
        .unwrap_or(0)
}

impl Version {
    /// By its file's name; `None` for other files.
    fn at(path: PathBuf) -> Option<Self> {
        let stem = path.file_stem()?.to_str()?;
        let mut parts = stem.split('-');
        let (saved_at, annotations) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self {
            saved_at,
            annotations,
            path,
        })
    }
}

impl std::fmt::Display for ReadVersionError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Disk(error) => error.fmt(f),
            Self::Content(error) => write!(f, "Could not open the earlier version: {error}"),
        }
    }
}

impl std::error::Error for ReadVersionError {}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 24 * 60 * 60;

    fn saved_at(versions: &[Version]) -> Vec<u64> {
        versions.iter().map(|version| version.saved_at).collect()
    }

    #[test]
    fn the_newest_version_comes_first_and_the_same_bytes_are_kept_once() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let article = folder.path().join("a.ron");
        keep_version(&home, &article, b"one", (1_000, 1), MOST_VERSIONS).unwrap();
        keep_version(&home, &article, b"two", (2_000, 2), MOST_VERSIONS).unwrap();
        keep_version(&home, &article, b"one", (3_000, 1), MOST_VERSIONS).unwrap();
        let found = versions(&home, &article).unwrap();
        assert_eq!(saved_at(&found), [2_000, 1_000]);
        assert_eq!(found[0].annotations, 2);
        assert!(
            versions(&home, &folder.path().join("b.ron"))
                .unwrap()
                .is_empty()
        );
    }

    #[test]
    fn no_more_are_kept_than_a_person_wants() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let article = folder.path().join("a.ron");
        for time in 1..=9_u64 {
            keep_version(&home, &article, &time.to_le_bytes(), (time, 0), 3).unwrap();
        }
        let kept = saved_at(&versions(&home, &article).unwrap());
        assert_eq!((kept.len(), kept[0]), (3, 9));
    }

    #[test]
    fn many_saves_leave_recent_ones_close_together_and_older_ones_far_apart() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let article = folder.path().join("a.ron");
        // One every two hours for two months.
        let begun = 1_000_000;
        let times: Vec<u64> = (0..720).map(|index| begun + index * 2 * 60 * 60).collect();
        for time in &times {
            keep_version(
                &home,
                &article,
                &time.to_le_bytes(),
                (*time, 0),
                MOST_VERSIONS,
            )
            .unwrap();
        }
        let kept = saved_at(&versions(&home, &article).unwrap());
        assert_eq!(kept.len(), MOST_VERSIONS);
        let (newest, oldest) = (kept[0], kept[kept.len() - 1]);
        assert_eq!((newest, oldest), (times[719], begun));
        let last_day = kept.iter().filter(|time| newest - **time <= DAY).count();
        let last_week = kept
            .iter()
            .filter(|time| newest - **time <= 7 * DAY)
            .count();
        assert!(last_day >= 4, "{last_day} of the last day");
        assert!((8..20).contains(&last_week), "{last_week} of the last week");
    }
}
