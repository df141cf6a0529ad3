//! Other states of an article on disk: what its file held at earlier saves, and what it holds now.

use std::path::Path;

use crate::app::{EarlierVersion, Theirs};
use crate::engine::open::{read_article_file, text_beside};
use copydesk_document::Document;
use copydesk_i18n::tr;
use copydesk_store::{Home, ProblemKind, Version, disk};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The versions of the article file at `article`, the newest first.
pub(super) fn list(home: Option<&Home>, article: &Path) -> Result<Vec<EarlierVersion>, String> {
    let home = home.ok_or_else(|| tr!("no-data-folder"))?;
    let versions = copydesk_store::versions(home, article).map_err(|error| error.to_string())?;
    let zone = TimeZone::system();
    Ok(versions
        .into_iter()
        .map(|version| EarlierVersion {
            saved_at: version.saved_at,
            when: clock_time(version.saved_at, &zone),
            annotations: version.annotations,
            path: version.path,
        })
        .collect())
}

/// What `version` of the article file at `article` held.
pub(super) fn read(version: &EarlierVersion, article: &Path) -> Result<Document, String> {
    let EarlierVersion {
        saved_at,
        when: _,
        annotations,
        path,
    } = version.clone();
    let version = Version {
        saved_at,
        annotations,
        path,
    };
    let folder = article.parent().unwrap_or_else(|| Path::new("."));
    copydesk_store::read_version(&version, &mut |name| text_beside(folder, name))
        .map(|restored| restored.document)
        .map_err(|error| error.to_string())
}

/// What the article file at `path` holds now.
pub(super) fn read_theirs(path: &Path) -> Result<Theirs, String> {
    let contents = disk::read(path).map_err(|error| error.to_string())?;
    if !copydesk_store::is_article_file(&contents.bytes) {
        let path = path.display().to_string();
        return Err(tr!("engine-theirs-no-article", path = path));
    }
    let restored = read_article_file(path, &contents.bytes).map_err(|error| {
        let (error, path) = (error.to_string(), path.display().to_string());
        tr!("engine-theirs-unreadable", error = error, path = path)
    })?;
    let is_unfit = |kind| {
        matches!(
            kind,
            ProblemKind::TextChanged
                | ProblemKind::Detached
                | ProblemKind::UnknownLabel
                | ProblemKind::Overlaps
        )
    };
    Ok(Theirs {
        has_unfit: restored.problems.iter().any(|it| is_unfit(it.kind)),
        document: restored.document,
        stamp: contents.stamp.to_hex(),
    })
}

/// To the second: an article is saved several times a minute.
fn clock_time(seconds: u64, zone: &TimeZone) -> String {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    let time = Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX);
    let time = time.to_zoned_datetime(zone.clone());
    tr!(
        "engine-version-time",
        month = time.strftime("%b").to_string(),
        day = time.day().to_string(),
        year = time.year().to_string(),
        time = time.strftime("%H:%M:%S").to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_document::Metadata;

    const TEXT: &str = "Starmer met Trump.";

    /// An article file with this text, as it is saved.
    fn article_file(text: &str) -> String {
        let text = copydesk_text::ArticleText::new(text);
        let schema = copydesk_store::built_in_schema();
        copydesk_store::print(&Document::new(text, schema, Metadata::default()))
    }

    #[test]
    fn versions_are_listed_and_read_and_a_damaged_one_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let article = folder.path().join("a.ron");
        assert_eq!(list(Some(&home), &article), Ok(Vec::new()));
        let ron = article_file(TEXT);
        copydesk_store::keep_version(
            &home,
            &article,
            ron.as_bytes(),
            (1_000, 3),
            copydesk_store::MOST_VERSIONS,
        )
        .unwrap();
        let versions = list(Some(&home), &article).unwrap();
        let [version] = versions.as_slice() else {
            panic!("{versions:?}")
        };
        assert_eq!((version.saved_at, version.annotations), (1_000, 3));
        assert_eq!(read(version, &article).unwrap().text().as_str(), TEXT);
        std::fs::write(&version.path, ron.get(..ron.len() / 2).unwrap()).unwrap();
        let message = read(version, &article).unwrap_err();
        assert!(
            message.starts_with("Could not open the earlier version:"),
            "{message}"
        );
        std::fs::remove_file(&version.path).unwrap();
        assert!(read(version, &article).is_err());
    }

    #[test]
    fn what_is_in_the_file_is_read_with_its_stamp_or_it_is_said_why_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        assert!(read_theirs(&path).is_err(), "it is gone");
        let ron = article_file(TEXT);
        std::fs::write(&path, &ron).unwrap();
        let theirs = read_theirs(&path).unwrap();
        assert_eq!(theirs.stamp, disk::Stamp::of(ron.as_bytes()).to_hex());
        assert!(!theirs.has_unfit);
        std::fs::write(&path, "A text of somebody else's").unwrap();
        let message = read_theirs(&path).unwrap_err();
        assert!(
            message.starts_with("The file is no longer an article of Copydesk: "),
            "{message}"
        );
    }

    #[test]
    fn the_time_of_a_version_is_that_of_the_users_clock() {
        let zone = TimeZone::fixed(jiff::tz::offset(-5));
        assert_eq!(clock_time(1_796_000_400, &zone), "Nov 29, 2026, 20:00:00");
        assert_eq!(clock_time(0, &TimeZone::UTC), "Jan 1, 1970, 00:00:00");
        assert!(clock_time(u64::MAX, &TimeZone::UTC).contains("9999"));
    }
}
