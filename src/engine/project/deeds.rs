//! Something done to many articles of a folder by their files, as a whole: also after a crash.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::app::{
    DeedOutcome, DeedTurn, FolderArticle, FolderDeed, Followed, Many, NamedDeed, NextDeeds,
};
use crate::engine::project::closed::{Desk, Suggested};
use crate::engine::project::in_order::in_order;
use crate::engine::project::own::own_of;
use crate::engine::{Progress, article_path, read_article_file};
use copydesk_document::{Deed, Schema, quoted_words};
use copydesk_i18n::tr;
use copydesk_store::{
    DeedLog, DeedState, DiskError, Expected, FileChange, Home, Stamp, TextPlace, deeds, disk,
    file_changes,
};
use copydesk_text::Span;

/// What an article file holds.
fn held(path: &Path) -> Result<String, String> {
    let contents = disk::read(path).map_err(|error| error.to_string())?;
    String::from_utf8(contents.bytes)
        .map_err(|error| format!("Not changed, {error}: {}", path.display()))
}

/// The article files that are open in this window.
#[derive(Clone, Copy, Default)]
pub struct OpenHere<'a> {
    /// What they become is told.
    pub clean: &'a [PathBuf],
    /// They have newer work and are left alone.
    pub unsaved: &'a [PathBuf],
}

/// Does `deed`: what each file shall hold is written down first, then file after file. One that cannot be
/// changed is left out and named. If it is cancelled, nothing is changed.
///
/// # Errors
/// If nothing could be written down; then nothing was changed.
pub fn do_deed(
    desk: &Desk<'_>,
    deed: &FolderDeed,
    progress: &Progress,
) -> Result<Option<DeedOutcome>, String> {
    let home = desk.home.ok_or(NO_HOME)?;
    let name = name_of(&deed.what, desk.labels.outside());
    let id = new_id();
    let failed = |error: DiskError| error.to_string();
    let mut log = DeedLog::begin(home, &id, &disk::absolute(&deed.root), &name).map_err(failed)?;
    let mut outcome = outcome_of(id, name, deed.root.clone(), DeedTurn::Done);
    let noted = note_changes(desk, deed, &mut log, &mut outcome.left_out, progress);
    let noted = noted.and_then(|noted| match noted {
        Some(places) => log.mark(DeedState::Doing).map(|()| Some(places)),
        None => Ok(None),
    });
    let mut places_of = match noted {
        Ok(Some(places)) => places,
        Ok(None) => {
            log.discard().map_err(failed)?;
            return Ok(None);
        }
        Err(error) => {
            log.discard().map_err(failed)?;
            return Err(failed(error));
        }
    };
    let here = OpenHere {
        clean: &deed.open,
        unsaved: &[],
    };
    for path in write_all(home, &mut outcome, here, progress)? {
        places_of.remove(&path);
    }
    outcome.places = places_of.values().sum();
    if outcome.articles == 0 {
        log.discard().map_err(failed)?;
        let why = outcome.left_out.first().cloned();
        return Err(why.unwrap_or_else(|| "Nothing was changed".to_owned()));
    }
    log.mark(DeedState::Done).map_err(failed)?;
    outcome.next = next_deeds(home, &deed.root);
    Ok(Some(outcome))
}

/// Writes down what each file shall hold, in the order of the articles; at how many places each changes.
/// `None` if it was cancelled.
fn note_changes(
    desk: &Desk<'_>,
    deed: &FolderDeed,
    log: &mut DeedLog,
    left_out: &mut Vec<String>,
    progress: &Progress,
) -> Result<Option<BTreeMap<PathBuf, usize>>, DiskError> {
    let desk = desk.sharing_cores(deed.articles.len());
    let mut places_of = BTreeMap::new();
    let mut noted = 0;
    let made = |(article, spans): &(FolderArticle, Vec<Span>)| change(&desk, deed, article, spans);
    let all = in_order(&deed.articles, progress, made, |made| {
        noted += 1;
        // Reading takes most of the time.
        progress.reach_part(noted * 8, deed.articles.len() * 10);
        match made {
            Ok(Some((change, places))) => {
                places_of.insert(change.path.clone(), places);
                log.add(change)?;
            }
            Ok(None) => {}
            Err(why) => left_out.push(why),
        }
        Ok(())
    })?;
    Ok(all.map(|()| places_of))
}

/// Of a deed of which nothing is done yet.
fn outcome_of(id: String, name: String, root: PathBuf, turn: DeedTurn) -> DeedOutcome {
    DeedOutcome {
        id,
        name,
        root,
        turn,
        articles: 0,
        places: 0,
        left_out: Vec::new(),
        followed: Vec::new(),
        next: NextDeeds::default(),
    }
}

const NO_HOME: &str = "This user has no folder for program data, so this could not be taken back";

/// What an article's file shall hold, and at how many places it changes; `None` where nothing does.
fn change(
    desk: &Desk<'_>,
    deed: &FolderDeed,
    article: &FolderArticle,
    spans: &[Span],
) -> Result<Option<(FileChange, usize)>, String> {
    let quiet = Progress::new();
    let key = article.key();
    let mut closed = desk.read(article, &quiet)?;
    closed.article.set_annotator(&deed.annotator);
    let shown = key.display();
    if closed.is_unsaved {
        return Err(format!("Not changed, because it has unsaved work: {shown}"));
    }
    let path = match &article.saved {
        Some(saved) => saved.clone(),
        None => own_of(key, desk.annotator).unwrap_or_else(|| article_path(key)),
    };
    let path = disk::absolute(&path);
    if given(&deed.open, &path).is_none() && disk::is_locked(&disk::lock_beside(&path)) {
        return Err(format!(
            "Not changed, because another window has it open: {shown}"
        ));
    }
    let suggested = if deed.what.needs_suggestions() {
        let suggested = desk.suggest(article.path(), &closed.article, &quiet);
        suggested.ok_or_else(|| format!("Not changed: {shown}"))?
    } else {
        Suggested::default()
    };
    let text = closed.article.document().text();
    let spans = spans.iter().map(|span| text.span(span.start(), span.end()));
    let spans: Option<Vec<Span>> = spans.collect();
    let spans =
        spans.ok_or_else(|| format!("Not changed, because its text is another now: {shown}"))?;
    let items = suggested.items();
    let places = deed
        .what
        .apply(&mut closed.article, &spans, &suggested.suggestions, items);
    let places = places.map_err(|error| format!("Not changed, {error}: {shown}"))?;
    if places == 0 {
        return Ok(None);
    }
    let before = article
        .saved
        .as_ref()
        .map(|saved| held(saved))
        .transpose()?;
    let place = match closed.text_beside {
        None => TextPlace::Inside,
        Some(beside) => TextPlace::Beside(beside),
    };
    let after = copydesk_store::print_with(closed.article.document(), &place);
    let change = FileChange {
        path,
        before,
        after,
    };
    Ok(Some((change, places)))
}

/// Takes the deed `id` back, or does it again. A file that was changed since is left as it is and named.
///
/// # Errors
/// If it cannot be written down that this is done; then nothing was changed.
pub fn turn_deed(
    home: Option<&Home>,
    id: &str,
    is_undo: bool,
    here: OpenHere<'_>,
    progress: &Progress,
) -> Result<DeedOutcome, String> {
    let home = home.ok_or(NO_HOME)?;
    let failed = |error: DiskError| error.to_string();
    let (known, _) = deeds(home);
    let known = known.into_iter().find(|deed| deed.id == id);
    let known = known.ok_or("This is too long ago to be taken back")?;
    let (begun, ended, turn) = if is_undo {
        (DeedState::Undoing, DeedState::Undone, DeedTurn::Undone)
    } else {
        (DeedState::Doing, DeedState::Done, DeedTurn::Redone)
    };
    let mut log = DeedLog::go_on(home, id).map_err(failed)?;
    log.mark(begun).map_err(failed)?;
    let mut outcome = outcome_of(id.to_owned(), known.name, known.root, turn);
    write_all(home, &mut outcome, here, progress)?;
    log.mark(ended).map_err(failed)?;
    outcome.next = next_deeds(home, &outcome.root);
    Ok(outcome)
}

/// Brings what was broken off to its end, and says so for each deed.
pub fn finish_deeds(home: &Home) -> Vec<String> {
    let (known, errors) = deeds(home);
    let mut notices: Vec<String> = errors.iter().map(ToString::to_string).collect();
    for deed in known {
        let is_undo = match deed.state {
            DeedState::Doing => false,
            DeedState::Undoing => true,
            DeedState::Done | DeedState::Undone => continue,
        };
        match turn_deed(
            Some(home),
            &deed.id,
            is_undo,
            OpenHere::default(),
            &Progress::new(),
        ) {
            Ok(outcome) => {
                let verb = if is_undo { "undo " } else { "" };
                notices.push(format!(
                    "Finished what was interrupted in the folder: {verb}{}",
                    outcome.name
                ));
                notices.extend(outcome.left_out);
            }
            Err(message) => notices.push(message),
        }
    }
    notices
}

/// What in `folder` can be taken back next, and what can be done again.
pub fn next_deeds(home: &Home, folder: &Path) -> NextDeeds {
    let folder = disk::absolute(folder);
    let (known, _) = deeds(home);
    let mut next = NextDeeds::default();
    for deed in known.into_iter().rev().filter(|deed| deed.root == folder) {
        let is_undone = deed.state == DeedState::Undone;
        let named = NamedDeed {
            id: deed.id,
            name: deed.name,
        };
        if is_undone {
            // Of several that were undone, the first to be done again is the oldest.
            next.redo = Some(named);
        } else {
            next.undo = Some(named);
            break;
        }
    }
    next
}

/// Writes every file of the deed, forth or back as the outcome's turn says; those that were left alone.
fn write_all(
    home: &Home,
    outcome: &mut DeedOutcome,
    here: OpenHere<'_>,
    progress: &Progress,
) -> Result<Vec<PathBuf>, String> {
    let failed = |error: DiskError| error.to_string();
    let mut left = Vec::new();
    let all = file_changes(home, &outcome.id).map_err(failed)?.count();
    let changes = file_changes(home, &outcome.id).map_err(failed)?;
    for (index, change) in changes.enumerate() {
        let change = change.map_err(failed)?;
        progress.reach_part(all * 4 + index, all * 5);
        let (from, to) = match outcome.turn {
            DeedTurn::Done | DeedTurn::Redone => (change.before.as_deref(), Some(&*change.after)),
            DeedTurn::Undone => (Some(&*change.after), change.before.as_deref()),
        };
        if given(here.unsaved, &change.path).is_some() {
            let shown = change.path.display();
            let why = format!("Left as it is, because it has newer work: {shown}");
            outcome.left_out.push(why);
            left.push(change.path);
            continue;
        }
        match write(&change.path, from, to) {
            Ok(stamp) => {
                outcome.articles += 1;
                if let Some(path) = given(here.clean, &change.path) {
                    outcome.followed.push(Followed {
                        path: path.clone(),
                        document: to
                            .and_then(|ron| document_of(&change.path, ron))
                            .map(Box::new),
                        stamp: stamp.map(Stamp::to_hex),
                    });
                }
            }
            Err(why) => {
                outcome.left_out.push(why);
                left.push(change.path);
            }
        }
    }
    Ok(left)
}

/// `path`, which is absolute, as it stands among `paths`.
fn given<'a>(paths: &'a [PathBuf], path: &Path) -> Option<&'a PathBuf> {
    paths.iter().find(|it| disk::absolute(it) == path)
}

fn document_of(path: &Path, ron: &str) -> Option<copydesk_document::Document> {
    let restored = read_article_file(path, ron.as_bytes()).ok()?;
    Some(restored.document)
}

/// Makes the file hold `to` instead of `from`; where it does already, nothing is done.
fn write(path: &Path, from: Option<&str>, to: Option<&str>) -> Result<Option<Stamp>, String> {
    let now = disk::read(path).ok();
    let now = now.as_ref().map(|contents| contents.bytes.as_slice());
    let stamp_of = |ron: &str| Stamp::of(ron.as_bytes());
    if now == to.map(str::as_bytes) {
        return Ok(to.map(stamp_of));
    }
    if now != from.map(str::as_bytes) {
        return Err(format!(
            "Left as it is, because it was changed since: {}",
            path.display()
        ));
    }
    let failed = |error: DiskError| error.to_string();
    let Some(ron) = to else {
        disk::remove(path).map_err(failed)?;
        return Ok(None);
    };
    let expected = from.map_or(Expected::Nothing, |from| {
        Expected::Unchanged(stamp_of(from))
    });
    let stamp = disk::write_atomically(path, ron.as_bytes(), expected).map_err(failed)?;
    Ok(Some(stamp))
}

/// Sorts behind the ids of all earlier deeds.
fn new_id() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let nanos = since.unwrap_or_default().as_nanos();
    format!("{nanos:024}-{}", std::process::id())
}

/// Completes “Undo …”.
fn name_of(what: &Many, schema: &Schema) -> String {
    match what {
        Many::Words { deed, wanted } => {
            let words = quoted_words(wanted.words());
            let label = schema.name_in_sentence(deed.label());
            match deed {
                Deed::Mark(_) => tr!("deed-mark", words = words, label = label),
                Deed::Clear(_) => tr!("deed-reject-as", words = words, label = label),
            }
        }
        Many::Sure(at_least) => tr!("deed-accept-sure", percent = at_least.percent()),
        Many::Repairs(repairs) => tr!("deed-repair", count = repairs.count()),
    }
}
