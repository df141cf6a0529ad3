//! The tour: five steps on a sample, each of them done by the person and noticed by what came of it.

use std::path::Path;

use crate::app::{ArticleId, Command, CommandId, Menu, OpenArticle, Sample, Session};
use copydesk_document::{Annotation, Edit, Origin, Transaction};
use copydesk_i18n::tr;

/// The tour on an article, from the offer to the last word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tour {
    /// `None` while the sample is being read.
    article: Option<ArticleId>,
    at: TourStop,
    /// What was just done, so that it can be said.
    done: Option<TourStep>,
}

/// How far the tour is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourStop {
    /// It can be taken, or not.
    Offer,
    Step(TourStep),
    /// What comes next.
    End,
}

/// What a person does on the tour, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourStep {
    /// Accept a suggestion as it is.
    Accept,
    /// Give a span another edge or another label.
    Fix,
    /// Mark words that were not suggested.
    Add,
    Undo,
    /// Write a data set.
    Export,
}

/// What the buttons of the tour ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TourEvent {
    /// Go on without having done the step.
    Skip,
    /// Do the step before once more.
    Back,
    /// The tour is over, or is not wanted.
    End,
}

pub(super) fn command() -> Command {
    Command::new(CommandId::Tour, tr!("cmd-tour"), |session, _| {
        session.take_tour();
    })
    .help(tr!("cmd-tour-help"))
    .menu(Menu::Help, 0)
    .ready(|session, _| {
        let has_sample = !session.samples.is_empty();
        has_sample
            .then_some(())
            .ok_or_else(|| tr!("cmd-tour-why-not"))
    })
}

impl TourStep {
    pub const ALL: [Self; 5] = [Self::Accept, Self::Fix, Self::Add, Self::Undo, Self::Export];

    /// Counted from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|step| **step != self).count() + 1
    }

    fn next(self) -> TourStop {
        let next = Self::ALL.get(self.number());
        next.map_or(TourStop::End, |step| TourStop::Step(*step))
    }

    fn previous(self) -> Option<Self> {
        Self::ALL.get(self.number().checked_sub(2)?).copied()
    }
}

impl Tour {
    pub fn at(&self) -> TourStop {
        self.at
    }

    /// What was done last, if it brought the tour to where it is.
    pub fn done(&self) -> Option<TourStep> {
        self.done
    }

    /// Whether there is a step before this.
    pub fn can_go_back(&self) -> bool {
        match self.at {
            TourStop::Offer => false,
            TourStop::Step(step) => step.previous().is_some(),
            TourStop::End => true,
        }
    }

    fn go_to(&mut self, at: TourStop, done: Option<TourStep>) {
        self.at = at;
        self.done = done;
    }
}

impl Session {
    /// The tour, where it goes on in the article that is shown.
    pub fn tour(&self) -> Option<&Tour> {
        let shown = self.article()?.id;
        self.tour
            .as_ref()
            .filter(|tour| tour.article == Some(shown))
    }

    fn take_tour(&mut self) {
        let Some(sample) = self.samples.first().copied() else {
            return;
        };
        let mut open = self.articles.iter();
        let article = open.find(|article| is_sample(article, sample));
        let article = article.map(|article| article.id);
        self.tour = Some(Tour {
            article,
            at: TourStop::Step(TourStep::Accept),
            done: None,
        });
        self.open_sample(sample);
    }

    /// An article was added that is no file: it may be the sample that the tour waits for.
    pub(super) fn begin_tour(&mut self, id: ArticleId) {
        let Some(sample) = self.samples.first().copied() else {
            return;
        };
        let mut open = self.articles.iter();
        let is_it = open.any(|article| article.id == id && is_sample(article, sample));
        if let Some(tour) = self.tour.as_mut().filter(|tour| tour.article.is_none())
            && is_it
        {
            tour.article = Some(id);
        }
    }

    /// What could not be read may be the sample that the tour waits for.
    pub(super) fn miss_tour(&mut self, path: &Path) {
        let sample = self.samples.first().map(|sample| Path::new(sample.name));
        if sample == Some(path) && self.toured().is_none() {
            self.tour = None;
        }
    }

    /// Offers the tour on this article, once and never again.
    pub(super) fn offer_tour(&mut self, id: ArticleId) {
        if self.preferences.was_tour_offered {
            return;
        }
        self.prefer(|preferences| preferences.was_tour_offered = true);
        self.tour = Some(Tour {
            article: Some(id),
            at: TourStop::Offer,
            done: None,
        });
    }

    /// How many steps the article of the tour has been through; `None` without a tour.
    pub(super) fn toured_steps(&self) -> Option<usize> {
        Some(self.toured()?.history().position())
    }

    fn toured(&self) -> Option<&OpenArticle> {
        let id = self.tour?.article?;
        self.articles.iter().find(|article| article.id == id)
    }

    /// Goes on if what was asked for has been done since the article had been through `before` steps.
    pub(super) fn follow_tour(&mut self, before: Option<usize>) {
        if self.tour.is_some_and(|tour| tour.article.is_some()) && self.toured().is_none() {
            self.tour = None;
        }
        let (Some(before), Some(article)) = (before, self.toured()) else {
            return;
        };
        let history = article.history();
        if history.position() < before {
            self.note_toured(TourStep::Undo);
            return;
        }
        let steps = history.done().get(before..).unwrap_or_default();
        let edits = steps.iter().flat_map(Transaction::edits);
        let done: Vec<TourStep> = edits.filter_map(|edit| step_of(article, edit)).collect();
        for step in done {
            self.note_toured(step);
        }
    }

    /// Goes on to the next step if `done` is what the tour waits for.
    pub(super) fn note_toured(&mut self, done: TourStep) {
        let tour = self.tour.as_mut();
        if let Some(tour) = tour.filter(|tour| tour.at == TourStop::Step(done)) {
            tour.go_to(done.next(), Some(done));
            let at = tour.at;
            if at == TourStop::Step(TourStep::Add) {
                self.go_to_free_word();
            }
        }
    }

    /// Puts the caret before a word that nothing is marked on or suggested for, so that the next step can be
    /// done there.
    fn go_to_free_word(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let text = article.text();
        let later = text.as_str().get(article.caret..).unwrap_or_default();
        let spaces = later
            .match_indices(' ')
            .map(|(at, _)| article.caret + at + 1);
        let words = spaces.filter_map(|at| text.word_at(at).filter(|word| word.start() == at));
        let mut free = words.filter(|word| {
            let is_long = word.len() > 3;
            is_long && article.items_touching(&word.range()).next().is_none()
        });
        let Some(word) = free.next() else {
            return;
        };
        article.focus = None;
        article.selection = None;
        article.caret = word.start();
        self.reveal(word.start(), word.end());
    }

    pub(super) fn handle_tour(&mut self, event: TourEvent) {
        let Some(tour) = &mut self.tour else {
            return;
        };
        match (event, tour.at) {
            (TourEvent::Skip, TourStop::Step(step)) => tour.go_to(step.next(), None),
            (TourEvent::Back, TourStop::Step(step)) => {
                if let Some(previous) = step.previous() {
                    tour.go_to(TourStop::Step(previous), None);
                }
            }
            (TourEvent::Back, TourStop::End) => {
                tour.go_to(TourStop::Step(TourStep::Export), None);
            }
            (TourEvent::End, _) => self.tour = None,
            (TourEvent::Skip | TourEvent::Back, TourStop::Offer)
            | (TourEvent::Skip, TourStop::End) => {}
        }
    }
}

/// Whether `article` is that sample, not saved anywhere.
pub(super) fn is_sample(article: &OpenArticle, sample: Sample) -> bool {
    article.source().is_none() && article.document().metadata().source == sample.name
}

/// Which step of the tour an edit is.
fn step_of(article: &OpenArticle, edit: &Edit) -> Option<TourStep> {
    match edit {
        Edit::Annotation {
            before: None,
            after: Some(after),
        } => match after.origin {
            Origin::Suggested { .. } if is_as_suggested(article, after) => Some(TourStep::Accept),
            Origin::Suggested { .. } => Some(TourStep::Fix),
            Origin::Human => Some(TourStep::Add),
            Origin::Imported { .. } => None,
        },
        Edit::Annotation {
            before: Some(before),
            after: Some(after),
        } if before.span != after.span || before.label != after.label => Some(TourStep::Fix),
        _ => None,
    }
}

fn is_as_suggested(article: &OpenArticle, annotation: &Annotation) -> bool {
    let mut suggestions = article.suggestions().iter();
    suggestions.any(|it| it.span == annotation.span && it.label == annotation.label)
}
