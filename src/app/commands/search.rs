//! A search over many articles: begun as it is typed, and a place in it gone to.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::commands::needs_article;
use crate::app::{
    ArticleId, Command, CommandId, Dialog, Listed, MOST_HITS, Menu, OpenArticle, Search,
    SearchEvent, SearchPlace, SearchRequest, SearchedArticle, SelectBy, Session, Task,
    WindowRequest,
};
use copydesk_document::ExamplePlace;
use copydesk_i18n::tr;
use copydesk_text::{ArticleText, find_folded};

/// Longer selections are no words to look for.
const MOST_SELECTED: usize = 60;

/// A place in an article that is being opened.
#[derive(Clone, Debug)]
pub struct Destination {
    path: PathBuf,
    spot: Spot,
}

/// Where in the article.
#[derive(Clone, Debug)]
enum Spot {
    /// These words, which were at this place.
    Words(Range<usize>, String),
    Example(ExamplePlace),
}

pub fn command() -> Command {
    Command::new(CommandId::Search, tr!("cmd-search"), |session, _| {
        session.open_search();
    })
    .help(tr!("cmd-search-help"))
    .menu(Menu::Edit, 3)
    .keys(&["Ctrl+Shift+F"])
    .ready(|session, id| {
        let has_folder = session.project.is_some();
        if has_folder {
            Ok(())
        } else {
            needs_article(session, id)
        }
    })
}

impl Session {
    /// The search over many articles.
    pub fn search(&self) -> &Search {
        &self.search
    }

    /// What the article of a place is called.
    pub fn title_of_place(&self, place: &SearchPlace) -> String {
        let is_it = |article: &&OpenArticle| match place {
            SearchPlace::Open(id) => article.id == *id,
            SearchPlace::File(file) => {
                let paths = paths_of(article);
                let files = [&file.text, &file.saved];
                files.into_iter().flatten().any(|path| paths.contains(path))
            }
        };
        match (self.articles.iter().find(is_it), place) {
            (Some(article), _) => article.title().to_owned(),
            (None, SearchPlace::File(file)) => {
                let project = self.project.as_ref();
                let listed = project.and_then(|project| project.get(project.at(file.key())?));
                let stem = || file.key().file_stem().unwrap_or_default().to_string_lossy();
                listed.map_or_else(|| stem().into_owned(), Listed::title)
            }
            (None, SearchPlace::Open(_)) => tr!("cmd-search-closed-article").to_owned(),
        }
    }

    /// Where the file of a place lies in the opened folder; `None` elsewhere.
    pub fn file_of_place(&self, place: &SearchPlace) -> Option<String> {
        let root = self.project.as_ref()?.root();
        let path = match place {
            SearchPlace::File(file) => file.key(),
            SearchPlace::Open(id) => {
                let article = self.articles.iter().find(|article| article.id == *id)?;
                article.path.as_deref().or(article.saved_at())?
            }
        };
        let inside = path.strip_prefix(root).ok()?;
        Some(inside.to_string_lossy().into_owned())
    }

    /// Shows the last search, as its articles are now; selected words are looked for instead.
    fn open_search(&mut self) {
        let selected = self.article().and_then(|article| {
            let span = article.selection()?.span;
            let words = article.text().words(span);
            let is_short = words.len() <= MOST_SELECTED && !words.contains('\n');
            is_short.then(|| words.to_owned())
        });
        if let Some(words) = selected {
            self.search.words = words;
        }
        let project = self.project.as_ref();
        let articles = project.map(|project| {
            let sorted = project.sorted().iter();
            let listed = sorted.filter_map(|index| project.get(*index));
            listed.map(|listed| listed.article.clone()).collect()
        });
        self.search.folder = Arc::new(articles.unwrap_or_default());
        self.dialog = Some(Dialog::Search);
        self.look_in_all();
    }

    pub(in crate::app) fn handle_search(&mut self, event: SearchEvent) {
        match event {
            SearchEvent::Wanted { words, within } => {
                self.search.words = words;
                self.search.within = within;
                self.look_in_all();
            }
            SearchEvent::Found { ticket, hits } => self.search.take_hits(ticket, hits),
            SearchEvent::Ended { ticket, counts } => self.search.end(ticket, counts),
            SearchEvent::HitChosen(index) => self.go_to_hit(index),
        }
    }

    /// Begins the search anew; the one that is running is no longer wanted.
    fn look_in_all(&mut self) {
        if let Some(ticket) = self.search.stop() {
            self.ask(WindowRequest::Cancel { ticket });
        }
        if !self.search.is_wanted() {
            self.search.clear();
            return;
        }
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        self.search.begin(ticket);
        let request = Box::new(SearchRequest {
            words: self.search.words.trim().to_owned(),
            within: self.search.within.clone(),
            most: MOST_HITS,
            folder: Arc::clone(&self.search.folder),
            open: self.articles.iter().map(searched).collect(),
        });
        self.start(Task::Search { ticket, request });
    }

    fn go_to_hit(&mut self, index: usize) {
        let Some(hit) = self.search.hits().get(index).cloned() else {
            return;
        };
        self.dialog = None;
        self.go_to_place(hit.place, hit.range, hit.words);
    }

    /// Shows the words at `range` of an article, which is opened if it is not.
    pub(in crate::app) fn go_to_place(
        &mut self,
        place: SearchPlace,
        range: Range<usize>,
        words: String,
    ) {
        let path = match place {
            SearchPlace::Open(id) => {
                self.go_to_words(id, &range, &words);
                return;
            }
            SearchPlace::File(article) => article.path().to_owned(),
        };
        self.go_to(path, Spot::Words(range, words));
    }

    /// Opens the file of an example, and shows the example.
    pub(in crate::app) fn go_to_example_at(&mut self, path: PathBuf, place: ExamplePlace) {
        self.go_to(path, Spot::Example(place));
    }

    fn go_to(&mut self, path: PathBuf, spot: Spot) {
        let is_it = |article: &&OpenArticle| paths_of(article).contains(&path);
        if let Some(id) = self.articles.iter().find(is_it).map(|article| article.id) {
            self.go_to_spot(id, &spot);
            return;
        }
        self.destination = Some(Destination {
            path: path.clone(),
            spot,
        });
        self.open_paths(vec![path]);
    }

    /// An article was opened: if a place in it was gone to, that is shown.
    pub(in crate::app) fn arrive(&mut self, id: ArticleId) {
        let article = self.articles.iter().find(|article| article.id == id);
        let paths = article.map(paths_of).unwrap_or_default();
        let is_it = |destination: &mut Destination| paths.contains(&destination.path);
        if let Some(destination) = self.destination.take_if(is_it) {
            self.go_to_spot(id, &destination.spot);
        }
    }

    fn go_to_spot(&mut self, id: ArticleId, spot: &Spot) {
        match spot {
            Spot::Words(range, words) => self.go_to_words(id, range, words),
            Spot::Example(place) => {
                let article = self.article_by_id(id);
                let range = article.and_then(|article| place.bytes_in(article.text()));
                let words = range.clone().and_then(|range| {
                    let text = self.article_by_id(id)?.text().as_str();
                    text.get(range).map(str::to_owned)
                });
                match range.zip(words) {
                    Some((range, words)) => self.go_to_words(id, &range, &words),
                    None => self.activate(id),
                }
            }
        }
    }

    /// Shows the article and selects the words at `range`, or where they are nearest to it now.
    fn go_to_words(&mut self, id: ArticleId, range: &Range<usize>, words: &str) {
        self.activate(id);
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        if let Some(range) = nearest(article.text(), range, words) {
            article.select(range.start, range.end, SelectBy::Grapheme);
            self.reveal(range.start, range.end);
        }
    }
}

/// An open article as it is searched.
fn searched(article: &OpenArticle) -> SearchedArticle {
    let annotations = article.document().annotations().iter();
    let marks = annotations.map(|annotation| (annotation.span, annotation.label.clone()));
    SearchedArticle {
        id: article.id,
        paths: paths_of(article),
        text: article.text().clone(),
        marks: marks.collect(),
    }
}

pub(in crate::app) fn paths_of(article: &OpenArticle) -> Vec<PathBuf> {
    let paths = [&article.path, &article.saved_at];
    paths.into_iter().flatten().cloned().collect()
}

/// The file may have changed since it was searched.
fn nearest(text: &ArticleText, range: &Range<usize>, words: &str) -> Option<Range<usize>> {
    let one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let here = text.as_str().get(range.clone()).map(one_line);
    if here.is_some_and(|here| here.starts_with(&one_line(words))) {
        return Some(range.clone());
    }
    let found = find_folded(text.as_str(), words).into_iter();
    found.min_by_key(|found| found.start.abs_diff(range.start))
}
