//! Writes an article file, and keeps what it held before as an earlier version.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::app::{SaveOver, SaveRequest};
use crate::engine::Failure;
use copydesk_store::{DiskError, Expected, Home, Stamp, TextPlace, disk};

/// What a save did.
#[derive(Debug)]
pub(super) struct Saved {
    pub stamp: Stamp,
    /// The article is saved, but its earlier versions could not be kept.
    pub trouble: Option<DiskError>,
}

pub(super) fn save(request: &SaveRequest, home: Option<&Home>) -> Result<Saved, Failure> {
    let place = match &request.text_beside {
        None => TextPlace::Inside,
        Some(path) => TextPlace::Beside(path.clone()),
    };
    let ron = copydesk_store::print_with(&request.document, &place);
    let before = disk::read(&request.path).ok();
    let expected = match &before {
        // An earlier try was refused at its very end, when the file was there: nobody else changed it.
        Some(before) if before.bytes == ron.as_bytes() => same(&request.over, before.stamp),
        _ => expected(&request.over),
    };
    let stamp = disk::write_atomically(&request.path, ron.as_bytes(), expected)?;
    let trouble = home.and_then(|home| {
        let kept = before.map_or(Ok(()), |before| keep_before(request, home, &before.bytes));
        let now = seconds_since_1970(SystemTime::now());
        let count = request.document.annotations().len();
        kept.and_then(|()| {
            let version = (now, count);
            copydesk_store::keep_version(
                home,
                &request.path,
                ron.as_bytes(),
                version,
                request.versions_kept,
            )
        })
        .err()
    });
    Ok(Saved { stamp, trouble })
}

/// What the file held may have been written by another program, and be no version yet.
fn keep_before(request: &SaveRequest, home: &Home, bytes: &[u8]) -> Result<(), DiskError> {
    if !copydesk_store::is_article_file(bytes) {
        return Ok(());
    }
    let restored = copydesk_store::parse(bytes, &mut |_| Ok(request.document.text().clone()));
    let count = restored.map_or(0, |restored| restored.document.annotations().len());
    let now = seconds_since_1970(SystemTime::now());
    let version = (now, count);
    copydesk_store::keep_version(home, &request.path, bytes, version, request.versions_kept)
}

fn seconds_since_1970(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

/// Where the file holds already what is to be written.
fn same(over: &SaveOver, stamp: Stamp) -> Expected {
    match over {
        SaveOver::Known(_) => Expected::Unchanged(stamp),
        SaveOver::Nothing | SaveOver::ArticleFile | SaveOver::Anything => expected(over),
    }
}

fn expected(over: &SaveOver) -> Expected {
    let any_article = Expected::NothingOrOurs(copydesk_store::is_article_file);
    match over {
        SaveOver::Known(stamp) => Stamp::from_hex(stamp).map_or(any_article, Expected::Unchanged),
        SaveOver::Nothing => Expected::Nothing,
        SaveOver::ArticleFile => any_article,
        SaveOver::Anything => Expected::Anything,
    }
}
