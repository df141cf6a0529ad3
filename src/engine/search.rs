//! Searches the texts and annotations of many articles, most of which are not open.

mod context;
mod reading;

use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use crate::app::{
    Event, FolderArticle, SearchCounts, SearchEvent, SearchHit, SearchPlace, SearchRequest,
    SearchWithin, SearchedArticle,
};
use crate::engine::Progress;
use crate::engine::project::list;
use crate::engine::search::context::InContext;
use crate::engine::search::reading::{Reading, Wanted, read};
use copydesk_document::LabelId;
use copydesk_text::{find_folded, folded};

/// After so many articles the places that were found in them are told.
const TOLD_AFTER: usize = 256;

/// Searches and tells what is found while it goes on; the events that nobody took yet, and the end.
pub fn answer(ticket: u64, request: &SearchRequest, progress: &Progress) -> Vec<Event> {
    let mut tell = |hits| {
        progress.tell(Event::Search(SearchEvent::Found { ticket, hits }));
    };
    let counts = search(request, progress, &mut tell).map(Ok);
    let mut events = progress.take_told();
    events.push(Event::Search(SearchEvent::Ended { ticket, counts }));
    events
}

/// The answer to a search that panicked, or for which there was no thread.
pub fn failed(ticket: u64, message: String) -> Event {
    let counts = Some(Err(message));
    Event::Search(SearchEvent::Ended { ticket, counts })
}

/// Searches all articles in `folder` and below; see `search`. What cannot be listed is a problem of it.
pub fn search_folder(
    folder: &Path,
    words: &str,
    within: SearchWithin,
    found: &mut dyn FnMut(Vec<SearchHit>),
) -> SearchCounts {
    let progress = Progress::new();
    let listed = list(folder, &progress);
    let request = SearchRequest {
        words: words.to_owned(),
        within,
        most: usize::MAX,
        folder: Arc::new(listed.articles),
        open: Vec::new(),
    };
    let mut counts = search(&request, &progress, found).unwrap_or_default();
    counts.problems.splice(0..0, listed.problems);
    counts
}

/// Gives the first places of `request` to `found`, in the order of the articles, and counts all. `None` if
/// it was cancelled.
pub fn search(
    request: &SearchRequest,
    progress: &Progress,
    found: &mut dyn FnMut(Vec<SearchHit>),
) -> Option<SearchCounts> {
    let mut searching = Searching {
        request,
        counts: SearchCounts::default(),
        listed: 0,
        hits: Vec::new(),
    };
    let mut open: HashMap<&Path, &SearchedArticle> = HashMap::new();
    for article in &request.open {
        let paths = article.paths.iter();
        open.extend(paths.map(|path| (path.as_path(), article)));
    }
    let open_as = |article: &FolderArticle| {
        let files = [article.text.as_deref(), article.saved.as_deref()];
        let mut files = files.into_iter().flatten();
        files.find_map(|path| open.get(path).copied())
    };
    let in_folder: Vec<Option<&SearchedArticle>> = request.folder.iter().map(open_as).collect();
    let is_elsewhere = |article: &&SearchedArticle| {
        let mut of_folder = in_folder.iter().flatten();
        !of_folder.any(|known| known.id == article.id)
    };
    for article in request.open.iter().filter(is_elsewhere) {
        searching.open(article);
    }
    for (index, (article, open)) in request.folder.iter().zip(&in_folder).enumerate() {
        if progress.is_cancelled() {
            return None;
        }
        match open {
            Some(open) => searching.open(open),
            None => searching.closed(article),
        }
        if (index + 1).is_multiple_of(TOLD_AFTER) {
            searching.tell(found);
            progress.reach_part(index + 1, request.folder.len());
        }
    }
    searching.tell(found);
    Some(searching.counts)
}

struct Searching<'a> {
    request: &'a SearchRequest,
    counts: SearchCounts,
    /// How many places are, or will be, listed.
    listed: usize,
    /// Those that nobody was told of.
    hits: Vec<SearchHit>,
}

/// The annotations of an article, read when they are needed: where each is, and its label.
type Marks<'m> = dyn Fn() -> Vec<(Range<usize>, LabelId)> + 'm;

impl Searching<'_> {
    fn tell(&mut self, found: &mut dyn FnMut(Vec<SearchHit>)) {
        if !self.hits.is_empty() {
            found(std::mem::take(&mut self.hits));
        }
    }

    fn open(&mut self, article: &SearchedArticle) {
        let marks = || {
            let marks = article.marks.iter();
            let marks = marks.map(|(span, label)| (span.range(), label.clone()));
            marks.collect()
        };
        let place = || SearchPlace::Open(article.id);
        self.text(article.text.as_str(), &marks, &place);
    }

    fn closed(&mut self, article: &FolderArticle) {
        let place = || SearchPlace::File(article.clone());
        let wanted = Wanted {
            words: &self.request.words,
            is_listed: self.listed < self.request.most,
        };
        read(article, wanted, &mut |reading| match reading {
            Reading::Text { text, marks } => self.text(text, marks, &place),
            Reading::OtherFormat => self.counts.unread_formats += 1,
            Reading::Unreadable(problem) => self.counts.problems.push(problem),
        });
    }

    fn text(&mut self, text: &str, marks: &Marks<'_>, place: &dyn Fn() -> SearchPlace) {
        self.counts.searched += 1;
        let words = &self.request.words;
        let mut ranges = find_folded(text, words);
        let mut known = None;
        if let SearchWithin::Annotations(label) = &self.request.within {
            if ranges.is_empty() && !words.is_empty() {
                return;
            }
            let mut marks = marks();
            marks.retain(|(_, own)| label.as_ref().is_none_or(|label| is_same(label, own)));
            if words.is_empty() {
                ranges = marks.iter().map(|(range, _)| range.clone()).collect();
            } else {
                ranges.retain(|range| marks.iter().any(|(mark, _)| overlap(mark, range)));
            }
            known = Some(marks);
        }
        self.counts.hits += ranges.len();
        self.counts.articles += usize::from(!ranges.is_empty());
        ranges.truncate(self.request.most - self.listed);
        if ranges.is_empty() {
            return;
        }
        self.listed += ranges.len();
        let marks = known.unwrap_or_else(marks);
        for range in ranges {
            let InContext {
                before,
                words,
                after,
            } = InContext::of(text, &range);
            self.hits.push(SearchHit {
                place: place(),
                label: label_at(&marks, &range),
                range,
                before,
                words,
                after,
            });
        }
    }
}

/// Whatever their case: of two articles, one may have `Person` and the other `person`.
fn is_same(one: &LabelId, other: &LabelId) -> bool {
    one == other || folded(one.as_str()) == folded(other.as_str())
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The label of the shortest annotation at `range`.
fn label_at(marks: &[(Range<usize>, LabelId)], range: &Range<usize>) -> Option<LabelId> {
    let there = marks.iter().filter(|(mark, _)| overlap(mark, range));
    let shortest = there.min_by_key(|(mark, _)| mark.len())?;
    Some(shortest.1.clone())
}

#[cfg(test)]
#[path = "search/tests.rs"]
mod tests;
