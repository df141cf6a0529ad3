//! Plays a person who turns articles into what they are to become, with as few actions as the window allows.

mod corrections;
mod hands;
mod place;
mod screen;
mod search;
mod spreading;
mod task;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::annotator::corrections::Ways;
use crate::annotator::hands::{Act, Desk};
use crate::annotator::place::Sight;
use crate::annotator::screen::Unseen;
use crate::annotator::search::{Plan, Reach, Search};
use crate::annotator::task::Goal;
use crate::app::{CommandId, Motion, Preferences, Session, Step};
use copydesk_document::{Document, LabelId, Metadata, Schema, Suggestion};
use copydesk_text::ArticleText;

pub use hands::Hands;
pub use task::Gold;

/// An article, and what it is to become.
#[derive(Clone, Debug)]
pub struct Assignment {
    pub text: ArticleText,
    pub gold: Vec<Gold>,
    /// What the window would suggest, of the labels that are asked for.
    pub suggestions: Vec<Suggestion>,
}

/// What an article took.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worked {
    pub actions: usize,
    /// Of these, the corrections of spans of each label. The rest is for pages and the end.
    pub by_label: BTreeMap<LabelId, usize>,
    /// How many spans of each label the article was to have.
    pub gold: BTreeMap<LabelId, usize>,
    /// Spans of the gold that overlap another one of their layer: an article cannot have both.
    pub left_out: usize,
    /// The keys that were pressed, clicks and drags.
    pub told: String,
}

/// A person with articles to annotate.
pub struct Annotator {
    schema: Arc<Schema>,
    labels: Vec<LabelId>,
    hands: Hands,
    /// Whether one session is kept for all articles, so that decisions have consequences for the next.
    learns: bool,
    stream: Option<Session>,
}

/// How many keys it is worth to walk the doubtful suggestions to the next wrong one, as it is tried.
const PATIENCE: [usize; 5] = [0, 1, 2, 4, 7];
/// Far more than any article takes.
const MOST_STEPS: usize = 100_000;

impl Annotator {
    /// With `learns`, one session is kept for all articles.
    pub fn new(schema: &Arc<Schema>, labels: Vec<LabelId>, hands: Hands, learns: bool) -> Self {
        Self {
            schema: Arc::clone(schema),
            labels,
            hands,
            learns,
            stream: None,
        }
    }

    /// Annotates an article.
    ///
    /// # Errors
    /// If it is not what it was to become in the end, in words: a fault of the annotator or the program.
    pub fn annotate(&mut self, assignment: &Assignment) -> Result<Worked, String> {
        let gold = assignment.gold.clone();
        let (goal, left_out) = Goal::new(gold, self.labels.clone(), &self.schema);
        let document = Document::new(
            assignment.text.clone(),
            Arc::clone(&self.schema),
            Metadata::default(),
        );
        let stream = self.stream.take();
        let stream = stream.unwrap_or_else(|| session(&self.schema));
        let desk = Desk::open(stream, document.clone(), &assignment.suggestions);
        let article = desk.article().ok_or("the article did not open")?;
        let suggestions = article.suggestions().to_vec();
        let stops = place::stops(article.text());
        let work = |desk: Desk, patience: usize| {
            let mut work = Work {
                desk,
                goal: &goal,
                hands: self.hands,
                stops: &stops,
                worked: Worked::default(),
            };
            work.run(patience).map(|()| work)
        };
        let mut fewest = None;
        let is_worth_trying = |patience: &usize| *patience == 0 || !suggestions.is_empty();
        for patience in PATIENCE.into_iter().filter(is_worth_trying) {
            let rehearsal = Desk::open(session(&self.schema), document.clone(), &suggestions);
            let actions = work(rehearsal, patience)?.worked.actions;
            if fewest.is_none_or(|(least, _)| actions < least) {
                fewest = Some((actions, patience));
            }
        }
        let Work {
            desk, mut worked, ..
        } = work(desk, fewest.map_or(0, |(_, patience)| patience))?;
        worked.left_out = left_out;
        for gold in goal.gold.iter().filter(|gold| !gold.is_optional) {
            *worked.gold.entry(gold.label.clone()).or_default() += 1;
        }
        self.stream = Some(desk.session).filter(|_| self.learns);
        Ok(worked)
    }
}

fn session(schema: &Arc<Schema>) -> Session {
    Session::new(Arc::clone(schema), Preferences::default(), Vec::new())
}

/// The work on one article.
struct Work<'a> {
    desk: Desk,
    goal: &'a Goal,
    hands: Hands,
    stops: &'a [usize],
    worked: Worked,
}

impl Work<'_> {
    /// Corrects the doubtful suggestions as far as `patience` goes, then screen after screen, and ends with
    /// the key that marks the article as done.
    fn run(&mut self, patience: usize) -> Result<(), String> {
        let mut left = MOST_STEPS;
        let mut count = || {
            left -= 1;
            (left > 0)
                .then_some(())
                .ok_or("the annotator goes in circles")
        };
        while let Some(plan) = self.plan(Reach::Doubt(patience)).filter(|_| patience > 0) {
            count()?;
            self.correct(plan)?;
        }
        loop {
            count()?;
            if let Some(plan) = self.plan(Reach::Screen) {
                self.correct(plan)?;
            } else if let Some(act) = self.page() {
                self.act(&act)?;
            } else {
                break;
            }
        }
        self.act(&Act::Press(CommandId::Done))?;
        let article = self.desk.article().ok_or("the article is gone")?;
        match self.goal.first_difference(article) {
            Some(difference) => Err(difference),
            None => Ok(()),
        }
    }

    /// What to correct next.
    fn plan(&self, reach: Reach) -> Option<Plan> {
        let article = self.desk.article()?;
        let sight = Sight::new(article, &self.desk.screen, self.stops);
        let ways = Ways {
            sight: &sight,
            goal: self.goal,
            hands: self.hands,
        };
        Search::new(ways, reach).best()
    }

    fn correct(&mut self, plan: Plan) -> Result<(), String> {
        for act in &plan.acts {
            self.act(act)?;
        }
        *self.worked.by_label.entry(plan.label).or_default() += plan.cost;
        Ok(())
    }

    /// Once all on screen is right: how to go on. `None` if nothing is left.
    fn page(&self) -> Option<Act> {
        let can = |id| self.desk.session.is_ready(id).is_ok();
        if can(CommandId::AcceptAll) {
            return Some(Act::Press(CommandId::AcceptAll));
        }
        match (self.desk.screen.unseen(), self.hands) {
            (Some(unseen), Hands::Mouse) => Some(Act::Wheel {
                forward: unseen != Unseen::Before,
            }),
            (Some(unseen), Hands::Keys) => Some(Act::Press(key_to(unseen))),
            (None, _) => can(CommandId::NextOpen).then_some(Act::Press(CommandId::NextOpen)),
        }
    }

    fn act(&mut self, act: &Act) -> Result<(), String> {
        let told = act.shown(self.desk.session.table().keymap(), self.hands);
        if !self.worked.told.is_empty() {
            self.worked.told.push(' ');
        }
        self.worked.told.push_str(&told);
        self.worked.actions += act.cost(self.hands);
        self.desk.act(act)
    }
}

fn key_to(unseen: Unseen) -> CommandId {
    let page = |motion| CommandId::Layout {
        motion,
        extend: false,
    };
    match unseen {
        Unseen::Before => page(Motion::PageUp),
        Unseen::After => page(Motion::PageDown),
        Unseen::AtEnd => CommandId::Step {
            by: Step::Article,
            forward: true,
            extend: false,
        },
    }
}
