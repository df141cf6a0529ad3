//! Random actions with kills between: what the next start brings back is what was there.
//!
//! `COPYDESK_ACTIONS=100000` tries so many instead of a few thousand.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use copydesk::app::{
    Answer, CommandId, Dialog, EdgeOf, Event, JournalTask, OpenArticle, Preferences, Request,
    SelectBy, Session, Step, Task,
};
use copydesk::engine::{Engine, Progress};
use copydesk_document::review::Target;
use copydesk_document::{Confidence, Document, Suggestion, Transaction};
use copydesk_store::{Home, built_in_schema};
use copydesk_text::{ArticleText, Edge};

use crate::dice::Dice;
use crate::figures::record;

const ACTIONS: usize = 3_000;

/// So many are about what is done to one article.
const MOST_ACTIONS: usize = 1_000;

/// Whatever is asked for, a test of every day ends after so long.
const PATIENCE: Duration = Duration::from_secs(20);

const TEXT: &str = "Anna Keller went to Seoul.\n\nShe paid 5% more than Ben Adu, who said \u{201c}it is \
                    7 million\u{201d}. Café Ümit, 한국 and 👩‍👩‍👧 were there.\n";

/// All that must survive.
#[derive(Clone, Debug, PartialEq)]
struct State {
    document: Document,
    done: Vec<Transaction>,
    undone: Vec<Transaction>,
    focus: Option<Target>,
}

/// A person at work, and the disk.
struct World {
    engine: Engine,
    session: Session,
    dice: Dice,
    /// What the journal said that it holds.
    kept: Option<State>,
}

struct Place {
    _folder: tempfile::TempDir,
    home: PathBuf,
    file: PathBuf,
}

impl Place {
    fn new() -> Self {
        // In memory where the system has that: it is not the disk that is tried here.
        let memory = PathBuf::from("/dev/shm");
        let folder = if memory.is_dir() {
            tempfile::tempdir_in(memory).unwrap()
        } else {
            tempfile::tempdir().unwrap()
        };
        let file = folder.path().join("story.ron");
        let document = Document::new(
            ArticleText::new(TEXT),
            built_in_schema(),
            copydesk_document::Metadata::default(),
        );
        std::fs::write(&file, copydesk_store::print(&document)).unwrap();
        Self {
            home: folder.path().join("home"),
            file,
            _folder: folder,
        }
    }

    /// The program starts, with what it finds.
    fn start(&self, seed: u64) -> World {
        let engine = Engine::new(built_in_schema(), Some(Home::below(&self.home)));
        let session = Session::new(built_in_schema(), Preferences::default(), Vec::new());
        let mut world = World {
            engine,
            session,
            dice: Dice::new(seed),
            kept: None,
        };
        world.session.begin();
        world.settle(usize::MAX);
        if world.session.article().is_none() {
            world.session.open_paths(vec![self.file.clone()]);
            world.settle(usize::MAX);
        }
        world.kept = Some(world.state());
        world
    }
}

impl World {
    /// Does at most `most` of the tasks that are asked for, and all that comes of them.
    fn settle(&mut self, most: usize) {
        let mut left = most;
        loop {
            let requests = self.session.take_requests();
            let state = self.session.article().map(|_| self.state());
            if requests.is_empty() || left == 0 {
                return;
            }
            for request in requests {
                let Request::Task(task) = request else {
                    continue;
                };
                if left == 0 {
                    return;
                }
                left -= 1;
                let events = self.answer(&task);
                let is_kept = |event: &Event| matches!(event, Event::Kept { .. });
                let is_saved = matches!(task, Task::Journal(JournalTask::Saved { .. }));
                if is_saved || events.iter().any(is_kept) {
                    self.kept.clone_from(&state);
                }
                for event in events {
                    self.session.handle(event);
                }
            }
        }
    }

    fn answer(&self, task: &Task) -> Vec<Event> {
        match task {
            Task::Suggest {
                article,
                ticket,
                text,
                ..
            } => vec![Event::Suggested {
                article: *article,
                ticket: *ticket,
                suggestions: suggestions(text),
            }],
            task => self.engine.answer(task, &Progress::new()),
        }
    }

    fn state(&self) -> State {
        let article = self.session.article().expect("it is open");
        State {
            document: article.document().clone(),
            done: article.history().done().to_vec(),
            undone: article.history().undone().to_vec(),
            focus: article.focus().cloned(),
        }
    }

    fn act(&mut self) {
        let length = TEXT.len();
        let commands = [
            CommandId::Accept,
            CommandId::NextOpen,
            CommandId::PreviousOpen,
            CommandId::Remove,
            CommandId::Undo,
            CommandId::Undo,
            CommandId::Redo,
            CommandId::AcceptAll,
            CommandId::AcceptAndFinish,
            CommandId::Hints,
            CommandId::Mark,
            CommandId::Done,
            CommandId::SelectSentence,
            CommandId::Save,
        ];
        let event = match self.dice.below(12) {
            0..=4 => Event::Command(*self.dice.pick(&commands)),
            5 => Event::Command(CommandId::Label(u8::try_from(self.dice.below(4)).unwrap())),
            6 | 7 => Event::Selected {
                anchor: self.dice.below(length),
                head: self.dice.below(length),
                by: *self
                    .dice
                    .pick(&[SelectBy::Word, SelectBy::Grapheme, SelectBy::Sentence]),
            },
            8 => Event::Clicked {
                at: self.dice.below(length),
            },
            9 => Event::Command(CommandId::Step {
                by: *self.dice.pick(&[Step::Word, Step::Grapheme]),
                forward: self.dice.below(2) == 0,
                extend: self.dice.below(2) == 0,
            }),
            10 => Event::Command(CommandId::MoveEdge {
                edge: *self.dice.pick(&[EdgeOf::Start, EdgeOf::End]),
                outward: self.dice.below(2) == 0,
            }),
            _ => self.edit_of_focus(),
        };
        self.session.handle(event);
        match self.session.dialog() {
            Some(Dialog::Confirm(_)) => self.session.handle(Event::Answered(Answer::Overwrite)),
            Some(_) => self.session.handle(Event::DialogClosed),
            None => {}
        }
    }

    fn edit_of_focus(&mut self) -> Event {
        let focus = self.session.article().and_then(|it| it.focus().cloned());
        let Some(target) = focus else {
            return Event::Command(CommandId::NextOpen);
        };
        if self.dice.below(2) == 0 {
            let note = self.dice.pick(&["", "a note", "of \"two\"\nlines // \\"]);
            return Event::NoteWritten {
                target,
                note: (*note).to_owned(),
            };
        }
        Event::EdgeDragged {
            target,
            edge: *self.dice.pick(&[Edge::Start, Edge::End]),
            to: self.dice.below(TEXT.len()),
        }
    }
}

/// The same ones every time, as the suggesters make them.
fn suggestions(text: &ArticleText) -> Vec<Suggestion> {
    let words = [
        ("Anna Keller", "person"),
        ("Seoul", "place"),
        ("5%", "figure"),
        ("Ben Adu", "person"),
    ];
    let suggestion = |(words, label): (&str, &str)| {
        let start = text.as_str().find(words)?;
        Some(Suggestion {
            label: copydesk_document::LabelId::new(label)?,
            span: text.span(start, start + words.len())?,
            confidence: Confidence::from_percent(80),
            by: "test",
            reason: "because the test says so".to_owned(),
            attributes: std::collections::BTreeMap::new(),
        })
    };
    words.into_iter().filter_map(suggestion).collect()
}

/// What differs between two states, for whoever looks for the reason.
fn difference(before: &State, now: &State) -> String {
    let names = |steps: &[Transaction]| -> Vec<String> {
        let last = steps.iter().rev().take(3);
        last.map(|step| step.name().to_owned()).collect()
    };
    let (was, is) = (&before.document, &now.document);
    format!(
        "same document: {}, done {} {:?} and {} {:?}, undone {} and {}, focus {:?} and {:?}",
        was == is,
        before.done.len(),
        names(&before.done),
        now.done.len(),
        names(&now.done),
        before.undone.len(),
        now.undone.len(),
        before.focus,
        now.focus
    )
}

fn told(world: &World) -> Vec<String> {
    let notices = world.session.notices().shown().iter();
    notices.map(|notice| notice.text.clone()).collect()
}

fn actions() -> usize {
    let wanted = std::env::var("COPYDESK_ACTIONS").ok();
    wanted.map_or(ACTIONS, |wanted| wanted.parse().unwrap())
}

#[test]
fn after_a_kill_at_any_action_text_spans_history_and_focus_are_back() {
    let mut place = Place::new();
    let (wanted, begun) = (actions(), Instant::now());
    let (mut actions, mut kills, mut different) = (0, 0, Vec::new());
    let mut world = place.start(1);
    while actions < wanted && (wanted > ACTIONS || begun.elapsed() < PATIENCE) {
        for _ in 0..=world.dice.below(40) {
            world.act();
            world.settle(usize::MAX);
            actions += 1;
            let kept = world.kept.as_ref().map(|kept| &kept.document);
            let shown = world.session.article().map(OpenArticle::document);
            assert_eq!(kept, shown, "every action is kept at once");
        }
        // The last one is killed before, while or after it is kept.
        world.act();
        actions += 1;
        let most = world.dice.below(4);
        world.settle(most);
        let before = world.kept.take().unwrap();
        // Whatever is in memory goes.
        drop(world);
        kills += 1;
        world = place.start(1 + kills);
        let now = world.state();
        if now != before {
            let told: Vec<String> = told(&world);
            different.push(format!(
                "life {kills}: {}; {told:?}",
                difference(&before, &now)
            ));
        }
        if actions % MOST_ACTIONS < 40 {
            // Every start does a history again from its beginning: a new article has a short one.
            place = Place::new();
            world = place.start(1 + kills);
        }
    }
    record("random actions", actions);
    record("random actions: kills between them", kills);
    record(
        "random actions: states that differ after recovery",
        different.len(),
    );
    assert!(different.is_empty(), "{different:#?}");
}
