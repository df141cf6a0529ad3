//! Plays a person who turns articles into what they are to become, with as few actions as the window allows.

mod corrections;
mod hands;
mod place;
mod reading;
mod screen;
mod search;
mod spreading;
mod task;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::annotator::corrections::Ways;
use crate::annotator::hands::{Act, Desk};
use crate::annotator::place::Sight;
use crate::annotator::reading::Reading;
use crate::annotator::screen::Unseen;
use crate::annotator::search::{Plan, Reach, Search, Taste};
use crate::annotator::task::{Difference, Goal};
use crate::app::{CommandId, Event, Motion, Preferences, Session, Step};
use copydesk_document::{Confidence, Document, LabelId, Memory, Metadata, Schema, Suggestion};
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
    /// What would be too unlikely to be suggested.
    pub candidates: Vec<Suggestion>,
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
    /// How well what was suggested agreed with the gold when the article was opened.
    pub suggested: Agreement,
    /// The same before anything was learned.
    pub unlearned: Agreement,
}

/// What was suggested and what is in the gold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    pub gold: usize,
    /// How sure each suggestion was, and whether the gold has exactly that span with that label.
    pub judged: Vec<(Confidence, bool)>,
}

/// A person with articles to annotate.
pub struct Annotator {
    schema: Arc<Schema>,
    labels: Vec<LabelId>,
    hands: Hands,
    /// Whether decisions change what is suggested next; one session is kept for all articles then.
    learns: bool,
    stream: Option<Session>,
}

/// How the annotator goes about an article. Several manners are rehearsed, and the best one counts.
#[derive(Clone, Copy)]
struct Manner {
    /// How many keys it is worth to walk the doubtful suggestions to the next wrong one.
    patience: usize,
    /// The same for what the suggestions may miss.
    curiosity: usize,
    taste: Taste,
}

/// How patient the annotator tries to be, and how many orders of correcting are tried.
const PATIENCE: [usize; 5] = [0, 1, 2, 4, 8];
const TASTES: usize = 8;
/// Far more than any article takes.
const MOST_STEPS: usize = 20_000;

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
        let reading = Reading::new(&assignment.text);
        let stream = self.stream.take();
        let stream = stream.unwrap_or_else(|| self.session(Memory::default()));
        let memory = stream.memory().clone();
        let desk = self.open(stream, assignment);
        let article = desk.article().ok_or("the article did not open")?;
        // With what was learned from the articles before.
        let suggestions = article.suggestions().to_vec();
        let work = |desk: Desk, manner: Manner| Work {
            desk,
            goal: &goal,
            hands: self.hands,
            reading: &reading,
            manner,
            worked: Worked::default(),
        };
        let manner = best_manner(!suggestions.is_empty(), |manner| {
            let desk = self.open(self.session(memory.clone()), assignment);
            let worked = work(desk, manner).run()?;
            Ok(worked.0.actions)
        })?;
        let (mut worked, session) = work(desk, manner).run()?;
        worked.left_out = left_out;
        worked.suggested = goal.agreement(&suggestions);
        worked.unlearned = goal.agreement(&assignment.suggestions);
        for gold in goal.gold.iter().filter(|gold| !gold.is_optional) {
            *worked.gold.entry(gold.label.clone()).or_default() += 1;
        }
        self.stream = Some(session).filter(|_| self.learns);
        Ok(worked)
    }

    /// A session that knows `memory`; without learning, it never changes what is suggested.
    fn session(&self, memory: Memory) -> Session {
        let preferences = Preferences {
            learns: self.learns,
            ..Preferences::default()
        };
        let mut session = Session::new(Arc::clone(&self.schema), preferences, Vec::new());
        session.handle(Event::MemoryRead {
            folder: PathBuf::new(),
            memory: Ok(memory),
        });
        session
    }

    fn open(&self, session: Session, assignment: &Assignment) -> Desk {
        let document = Document::new(
            assignment.text.clone(),
            Arc::clone(&self.schema),
            Metadata::default(),
        );
        let Assignment {
            suggestions,
            candidates,
            ..
        } = assignment;
        Desk::open(session, document, suggestions, candidates)
    }
}

/// The manner in which `rehearse` takes the fewest actions: first how patient, then in which order.
fn best_manner(
    has_suggestions: bool,
    rehearse: impl Fn(Manner) -> Result<usize, String>,
) -> Result<Manner, String> {
    let patience = PATIENCE.into_iter();
    let patience = patience.filter(|patience| *patience == 0 || has_suggestions);
    let (taste, curiosity) = (Taste(0), 0);
    let mut best = None;
    let mut keep = |manner: Manner| {
        let actions = rehearse(manner)?;
        let best = best.get_or_insert((actions, manner));
        if actions < best.0 {
            *best = (actions, manner);
        }
        Ok::<Manner, String>(best.1)
    };
    let first = Manner {
        patience: 0,
        curiosity,
        taste,
    };
    let mut manner = first;
    for patience in patience.clone() {
        manner = keep(Manner { patience, ..first })?;
    }
    for curiosity in patience.filter(|curiosity| *curiosity > 0) {
        manner = keep(Manner {
            curiosity,
            ..manner
        })?;
    }
    for taste in (1..=TASTES).map(Taste) {
        manner = keep(Manner { taste, ..manner })?;
    }
    Ok(manner)
}

/// The work on one article.
struct Work<'a> {
    desk: Desk,
    goal: &'a Goal,
    hands: Hands,
    reading: &'a Reading,
    manner: Manner,
    worked: Worked,
}

impl Work<'_> {
    /// Corrects the doubtful suggestions and what may be missing as far as patience goes, then screen after
    /// screen, and ends with the key that marks the article as done.
    fn run(mut self) -> Result<(Worked, Session), String> {
        self.correct_along(Reach::Doubt(self.manner.patience))?;
        self.correct_along(Reach::Candidates(self.manner.curiosity))?;
        for _ in 0..MOST_STEPS {
            if let Some(plan) = self.plan(Reach::Screen) {
                self.correct(plan);
            } else if self.can_finish() {
                self.act(&Act::Press(CommandId::AcceptAndFinish))?;
                return self.ended();
            } else if let Some(act) = self.page() {
                self.act(&act)?;
            } else {
                self.act(&Act::Press(CommandId::Done))?;
                return self.ended();
            }
        }
        Err("the annotator goes in circles".to_owned())
    }

    fn correct_along(&mut self, reach: Reach) -> Result<(), String> {
        if let Reach::Doubt(0) | Reach::Candidates(0) = reach {
            return Ok(());
        }
        for _ in 0..MOST_STEPS {
            match self.plan(reach) {
                Some(plan) => self.correct(plan),
                None => return Ok(()),
            }
        }
        Err("the annotator goes in circles along one order".to_owned())
    }

    fn ended(self) -> Result<(Worked, Session), String> {
        let article = self.desk.article().ok_or("the article is gone")?;
        match self.goal.first_difference(article) {
            Some(difference) => Err(difference),
            None => Ok((self.worked, self.desk.session)),
        }
    }

    /// What to correct next.
    fn plan(&self, reach: Reach) -> Option<Plan> {
        let article = self.desk.article()?;
        let sight = Sight::new(article, &self.desk.screen, self.reading);
        let ways = Ways {
            sight: &sight,
            goal: self.goal,
            hands: self.hands,
        };
        Search::new(ways, reach, self.manner.taste).best()
    }

    /// Does what is planned. If suggestions change on the way, the rest is planned anew.
    fn correct(&mut self, plan: Plan) {
        let before = self.worked.actions;
        for act in &plan.acts {
            if self.act(act).is_err() {
                break;
            }
        }
        let actions = self.worked.actions - before;
        *self.worked.by_label.entry(plan.label).or_default() += actions;
    }

    /// Once all on screen is right: how to go on. `None` if nothing is left.
    fn page(&self) -> Option<Act> {
        let can = |id| self.desk.session.is_ready(id).is_ok();
        if let Some(act) = self.wheel_to_difference() {
            return Some(act);
        }
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

    /// Whether all has been on screen, and what is left on it is right.
    fn can_finish(&self) -> bool {
        let is_ready = self.desk.session.is_ready(CommandId::AcceptAndFinish);
        let is_seen = self.desk.screen.unseen().is_none();
        is_ready.is_ok() && is_seen && self.wheel_to_difference().is_none()
    }

    /// What was on screen may have been scrolled away, where no mouse reaches it.
    fn wheel_to_difference(&self) -> Option<Act> {
        let article = self.desk.article().filter(|_| self.hands == Hands::Mouse)?;
        let visible = self.desk.screen.visible();
        let spans = self.goal.differences(article).into_iter();
        let mut spans = spans.filter_map(|difference| match difference {
            Difference::Missing(index) => Some(self.goal.gold.get(index)?.span),
            Difference::Extra(index) => Some(article.items().get(index)?.span),
        });
        let screen = &self.desk.screen;
        let span = spans.find(|span| screen.has_seen(&span.range()) && !span.touches(&visible))?;
        Some(Act::Wheel {
            forward: span.start() >= visible.end,
        })
    }

    fn act(&mut self, act: &Act) -> Result<(), String> {
        let told = act.shown(self.desk.session.table().keymap(), self.hands);
        self.desk.act(act)?;
        if !self.worked.told.is_empty() {
            self.worked.told.push(' ');
        }
        self.worked.told.push_str(&told);
        self.worked.actions += act.cost(self.hands);
        Ok(())
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
