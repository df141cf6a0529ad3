//! Reads folders of articles and sums up what is marked in them, day by day, and how good the suggestions are.

mod answer;
mod csv;
mod html;
mod scoring;
mod svg;

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::FolderArticle;
use crate::engine::dictionaries::Library;
use crate::engine::open::read_document;
use crate::engine::project::{in_order, list};
use crate::engine::{Progress, name_for};
use copydesk_document::{Activity, Day, Document, LabelId, LabelSums, Status};
use copydesk_store::{Home, disk};
use copydesk_text::tokens;

pub use crate::app::{
    ConfidenceBin, CurvePoint, LabelScores, Share, Statistics, StatisticsFilter, SuggesterScores,
};
pub(in crate::engine) use answer::failed;
pub use csv::write as write_csv;
pub use html::write as write_html;

/// What counting takes.
#[derive(Clone, Copy)]
pub struct Counting<'a> {
    pub home: Option<&'a Home>,
    pub library: &'a Library,
    pub progress: &'a Progress,
}

/// An article that is done, to score suggestions against.
struct Done {
    path: PathBuf,
    document: Document,
    /// On which it was worked on last.
    day: Option<Day>,
}

/// What a file holds.
struct Read {
    article: FolderArticle,
    document: Result<Option<Document>, String>,
}

/// Counts the articles in `folders` and below. `None` if it was stopped.
///
/// # Errors
/// In words, where one is no folder.
pub fn count(folders: &[PathBuf], counting: Counting<'_>) -> Result<Option<Statistics>, String> {
    let mut counted = Counted::default();
    let mut articles: Vec<FolderArticle> = Vec::new();
    for folder in folders {
        if !disk::is_folder(folder) {
            return Err(format!("There is no such folder: {}", folder.display()));
        }
        let listed = list(folder, counting.progress);
        counted.statistics.left_out.extend(listed.problems);
        let known: BTreeSet<PathBuf> = articles.iter().map(|it| it.key().to_owned()).collect();
        let news = listed.articles.into_iter();
        articles.extend(news.filter(|article| !known.contains(article.key())));
    }
    if counting.progress.is_cancelled() {
        return Ok(None);
    }
    // Reading takes a fraction of what the suggesters take.
    let all = articles.len();
    let mut read = 0;
    let went = in_order(&articles, counting.progress, read_article, |it| {
        read += 1;
        counting.progress.reach_part(read, 10 * all);
        counted.note(it);
        Ok::<(), Infallible>(())
    });
    if !matches!(went, Ok(Some(()))) {
        return Ok(None);
    }
    Ok(counted.finish(counting))
}

/// What a report on `folders` is called: by their names.
pub fn title_of(folders: &[PathBuf]) -> String {
    let names: Vec<String> = folders.iter().map(|folder| name_for(folder)).collect();
    format!("Statistics of {}", names.join(", "))
}

fn read_article(article: &FolderArticle) -> Read {
    let document = article.saved.as_deref().map(read_document);
    Read {
        article: article.clone(),
        document: document.transpose(),
    }
}

/// What was read up to now.
#[derive(Default)]
struct Counted {
    statistics: Statistics,
    /// The fingerprints of all texts.
    texts: BTreeSet<String>,
    done: Vec<Done>,
}

impl Counted {
    fn note(&mut self, read: Read) {
        let document = match read.document {
            Ok(document) => document,
            Err(why) => return self.statistics.left_out.push(why),
        };
        let status = document.as_ref().map_or(Status::Open, Document::status);
        *self.statistics.articles.entry(status).or_default() += 1;
        let Some(document) = document else { return };
        let schema = &mut self.statistics.schema;
        schema.get_or_insert_with(|| Arc::clone(document.schema()));
        for (label, sums) in sums(&document) {
            let all = self.statistics.marked.entry((status, label)).or_default();
            all.add(&sums);
        }
        let text = document.text().fingerprint().as_str().to_owned();
        self.texts.insert(text);
        if status == Status::Done {
            let version = read.article.version;
            self.done.push(Done {
                path: read.article.path().to_owned(),
                document,
                day: version.map(|(nanos, _)| day_of(nanos)),
            });
        }
    }

    /// `None` if it was stopped.
    fn finish(mut self, counting: Counting<'_>) -> Option<Statistics> {
        let loaded = counting.home.map(copydesk_store::load_activity);
        match loaded.unwrap_or_else(|| Ok(Default::default())) {
            Ok((activity, _damaged)) => self.take_activity(&activity),
            Err(why) => self.statistics.left_out.push(why),
        }
        // Those of one day by name, as they came.
        self.done.sort_by_key(|done| done.day);
        let left_out = &mut self.statistics.left_out;
        let scores = scoring::score(self.done, counting, left_out).ok()?;
        self.statistics.suggester = scores;
        Some(self.statistics)
    }

    fn take_activity(&mut self, activity: &Activity) {
        let mut days: BTreeMap<Day, i64> = BTreeMap::new();
        let mut last: BTreeMap<&str, Day> = BTreeMap::new();
        for record in activity.records() {
            if self.texts.contains(&record.article) {
                *days.entry(record.day).or_default() += record.effort.spans.total();
                last.insert(&record.article, record.day);
            }
        }
        for done in &mut self.done {
            let known = last.get(done.document.text().fingerprint().as_str());
            done.day = known.copied().or(done.day);
        }
        self.statistics.days = days.into_iter().collect();
    }
}

/// The day on which a file was written, in the time of Greenwich.
fn day_of(nanos_since_1970: u128) -> Day {
    const NANOS: u128 = 86_400_000_000_000;
    Day::from_number(i32::try_from(nanos_since_1970 / NANOS).unwrap_or(i32::MAX))
}

fn sums(document: &Document) -> BTreeMap<LabelId, LabelSums> {
    let text = document.text();
    let words = tokens(text.as_str(), 0);
    let mut spans: BTreeMap<&LabelId, Vec<(&str, usize)>> = BTreeMap::new();
    for annotation in document.annotations().iter() {
        let span = annotation.span;
        let first = words.partition_point(|token| token.end <= span.start());
        let end = words.partition_point(|token| token.start < span.end());
        let of_label = spans.entry(&annotation.label).or_default();
        of_label.push((text.words(span), end.saturating_sub(first)));
    }
    let sums = spans.into_iter().map(|(label, spans)| {
        let mut sums = LabelSums::default();
        sums.note(spans);
        (label.clone(), sums)
    });
    sums.collect()
}

#[cfg(test)]
#[path = "statistics_tests.rs"]
mod tests;
