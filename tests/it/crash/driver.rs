//! A save or a journal entry in a process of its own, so that it can be killed and its calls can fail.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use copydesk::app::{ArticleId, Event, JournalTask, Kept, SaveOver, SaveRequest, Task};
use copydesk::engine::{Engine, Progress};
use copydesk_document::review::Target;
use copydesk_document::{Document, LabelId, MarkRef, Metadata, OpenDocument};
use copydesk_store::{Home, Recovered, built_in_schema};
use copydesk_text::ArticleText;

const WORK: &str = "COPYDESK_CRASH_WORK";
const FOLDER: &str = "COPYDESK_CRASH_FOLDER";
const FILE: &str = "story.ron";
const ARTICLE: ArticleId = ArticleId(1);
const TEXT: &str = "Anna Keller went to Seoul.\n\nShe paid 5% more than Ben Adu.\n";

/// What is done, after other work that went well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The journal's first entry: it is written whole.
    Begin,
    Append,
    /// One entry more makes it too long: it is written anew.
    Compact,
    /// The article file is replaced, and the journal takes note.
    Save,
}

impl Work {
    pub const ALL: [Self; 4] = [Self::Begin, Self::Append, Self::Compact, Self::Save];

    pub fn name(self) -> &'static str {
        match self {
            Self::Begin => "journal begun",
            Self::Append => "journal entry",
            Self::Compact => "journal written anew",
            Self::Save => "window save",
        }
    }
}

/// The article of a driver, and what is on disk of it.
pub struct Place {
    pub folder: PathBuf,
    /// What the driver calls the folder.
    named: PathBuf,
}

impl Place {
    pub fn new(folder: PathBuf) -> Self {
        Self {
            named: folder.clone(),
            folder,
        }
    }

    /// The folder called `named` in the world of another process.
    pub fn inside(process: u32, named: &Path) -> Self {
        let world = PathBuf::from(format!("/proc/{process}/root"));
        Self {
            folder: world.join(named.strip_prefix("/").unwrap()),
            named: named.to_owned(),
        }
    }

    pub fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    fn home(&self) -> Home {
        Home::below(self.folder.join("home"))
    }

    fn engine(&self) -> Engine {
        Engine::new(built_in_schema(), Some(self.home()))
    }

    pub fn write_article(&self) {
        std::fs::create_dir_all(&self.folder).unwrap();
        std::fs::write(self.file(), copydesk_store::print(&document())).unwrap();
    }

    /// What the file holds; a panic if it is not whole.
    pub fn saved(&self) -> Document {
        let bytes = std::fs::read(self.file()).unwrap();
        let restored = copydesk_store::parse(&bytes, &mut |_| Err("the text is inside".to_owned()));
        let restored = restored.unwrap();
        assert!(restored.problems.is_empty(), "{:?}", restored.problems);
        restored.document
    }

    /// What the journal holds, also while a driver writes to it.
    pub fn journal(&self) -> Option<Recovered> {
        let mut found = copydesk_store::journals_of(&self.home(), &self.named.join(FILE));
        (!found.is_empty()).then(|| found.remove(0))
    }

    /// What the next start brings back, or else what is in the file; and what it complains of.
    pub fn next_start(&self) -> (Document, Vec<String>) {
        let answer = self.engine().answer(&Task::Recover, &Progress::new());
        let [Event::Recovered { opened, problems }] = answer.as_slice() else {
            panic!("{answer:?}");
        };
        assert!(opened.len() <= 1);
        let document = match opened.first() {
            Some(opened) => opened.article.document().clone(),
            None => self.saved(),
        };
        (document, problems.clone())
    }
}

pub fn document() -> Document {
    Document::new(
        ArticleText::new(TEXT),
        built_in_schema(),
        Metadata::default(),
    )
}

/// The article after all that a driver does.
pub fn finished(work: Work) -> OpenDocument {
    let mut open = OpenDocument::new(document());
    before(work, &mut open);
    last(work, &mut open);
    open
}

/// What is done before `work`, in pieces that are kept one by one.
pub fn before(work: Work, open: &mut OpenDocument) {
    if work == Work::Begin {
        return;
    }
    let id = annotate(open, 0, 11, "person");
    if work == Work::Compact {
        let long = "A very long note. ".repeat(20_000);
        open.set_note(MarkRef::Annotation(id), &long).unwrap();
    }
}

fn last(work: Work, open: &mut OpenDocument) {
    if work != Work::Save {
        annotate(open, 20, 25, "place");
    }
}

fn annotate(
    open: &mut OpenDocument,
    start: usize,
    end: usize,
    label: &str,
) -> copydesk_document::AnnotationId {
    let span = open.document().text().span(start, end).unwrap();
    open.annotate(span, &LabelId::new(label).unwrap()).unwrap()
}

/// The session that a driver plays.
struct Player {
    place: Place,
    engine: Engine,
    open: OpenDocument,
    stamp: Option<String>,
}

impl Player {
    fn new(place: Place, work: Work) -> Self {
        let engine = place.engine();
        let answer = engine.answer(&Task::Open(place.file()), &Progress::new());
        let [Event::Opened(opened)] = answer.as_slice() else {
            panic!("{answer:?}");
        };
        let mut player = Self {
            open: (*opened.article).clone(),
            stamp: opened.stamp.clone(),
            place,
            engine,
        };
        if work != Work::Begin {
            player.begin();
            before(work, &mut player.open);
            for step in player.open.take_steps() {
                assert_eq!(player.keep(vec![step]), Ok(()));
            }
        }
        player
    }

    fn begin(&self) {
        let begin = JournalTask::Begin {
            article: ARTICLE,
            open: Box::new(self.open.clone()),
            source: Some(self.place.file()),
            stamp: self.stamp.clone(),
            is_anyway: false,
        };
        self.engine.answer(&Task::Journal(begin), &Progress::new());
    }

    fn keep(&self, steps: Vec<copydesk_document::Step>) -> Result<(), String> {
        let annotations = self.open.document().annotations();
        let keep = JournalTask::Keep(Kept {
            article: ARTICLE,
            generation: self.open.generation(),
            steps,
            caret: 5,
            focus: annotations
                .iter()
                .next()
                .map(|it| Target::Annotation(it.id)),
        });
        let answer = self.engine.answer(&Task::Journal(keep), &Progress::new());
        match answer.as_slice() {
            [Event::Kept { .. }] => Ok(()),
            other => Err(format!("{other:?}")),
        }
    }

    fn save(&mut self) -> Result<(), String> {
        let position = self.open.history().position();
        let request = SaveRequest {
            article: ARTICLE,
            document: self.open.document().clone(),
            path: self.place.file(),
            over: SaveOver::Known(self.stamp.clone().unwrap()),
            versions_kept: 20,
            text_beside: None,
            position,
        };
        let save = Task::Save(Box::new(request));
        let answer = self.engine.answer(&save, &Progress::new());
        let Some(Event::Saved { stamp, path, .. }) = answer.first() else {
            return Err(format!("{answer:?}"));
        };
        self.stamp = Some(stamp.clone());
        let saved = JournalTask::Saved {
            article: ARTICLE,
            position: Some(position),
            path: path.clone(),
            stamp: Some(stamp.clone()),
            caret: 5,
            focus: None,
        };
        self.engine.answer(&Task::Journal(saved), &Progress::new());
        Ok(())
    }

    /// The first try, or one after an error, as the session makes it.
    fn work(&mut self, work: Work, is_first: bool) -> Result<(), String> {
        if work == Work::Save {
            return self.save();
        }
        if !is_first {
            self.begin();
            return self.keep(Vec::new());
        }
        if work == Work::Begin {
            self.begin();
        }
        last(work, &mut self.open);
        let steps = self.open.take_steps();
        self.keep(steps)
    }
}

fn say(words: &str) {
    std::io::stderr()
        .write_all(format!("{words}\n").as_bytes())
        .unwrap();
}

/// Not a test by itself: the other process of those in this module. It works each time it is given a
/// line, and says what came of it.
#[test]
fn driver() {
    let Ok(name) = std::env::var(WORK) else {
        return;
    };
    let work = Work::ALL.into_iter().find(|work| work.name() == name);
    let work = work.unwrap();
    let place = Place::new(PathBuf::from(std::env::var_os(FOLDER).unwrap()));
    if !place.file().exists() {
        place.write_article();
    }
    let mut player = Player::new(place, work);
    let thread = std::fs::read_link("/proc/thread-self").unwrap();
    say(&format!("thread {}", thread.file_name().unwrap().display()));
    let asked = Arc::new(AtomicUsize::new(0));
    let told = Arc::clone(&asked);
    // On a thread of its own: the working one makes no call that is not part of the work.
    let listener = std::thread::spawn(move || {
        for _ in std::io::stdin().lines() {
            told.fetch_add(1, Ordering::SeqCst);
        }
        // Whoever asked is gone.
        std::process::exit(0);
    });
    for attempt in 0..2 {
        while asked.load(Ordering::SeqCst) == attempt {
            std::hint::spin_loop();
        }
        let answer = player.work(work, attempt == 0);
        say(&answer.map_or_else(|error| format!("failed {error}"), |()| "done".to_owned()));
    }
    // Others still look at what it has left.
    drop(listener.join());
}

/// A driver that runs.
pub struct Driver {
    pub child: Child,
    /// The thread that works.
    pub thread: String,
    said: BufReader<ChildStderr>,
}

impl Driver {
    /// `before` is a command that starts another, or nothing.
    pub fn start(work: Work, folder: &Path, before: &[&str]) -> Self {
        let program = std::env::current_exe().unwrap();
        let mut words: Vec<&std::ffi::OsStr> = before.iter().map(AsRef::as_ref).collect();
        words.push(program.as_os_str());
        let mut child = Command::new(words[0])
            .args(&words[1..])
            .args(["crash::driver::driver", "--exact", "--nocapture"])
            .env(WORK, work.name())
            .env(FOLDER, folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stderr.take().unwrap());
        let mut driver = Self {
            child,
            thread: String::new(),
            said,
        };
        let line = driver.heard().expect("the driver says which thread works");
        let thread = line.strip_prefix("thread ");
        thread
            .unwrap_or_else(|| panic!("{line}"))
            .clone_into(&mut driver.thread);
        driver
    }

    /// Has it work; whether it says that it is done, or `None` if it died.
    pub fn go(&mut self) -> Option<Result<(), String>> {
        let stdin = self.child.stdin.as_mut().unwrap();
        stdin.write_all(b"go\n").unwrap();
        let line = self.heard()?;
        if line == "done" {
            return Some(Ok(()));
        }
        if let Some(why) = line.strip_prefix("failed ") {
            return Some(Err(why.to_owned()));
        }
        let rest: Vec<_> = self.said.by_ref().lines().map_while(Result::ok).collect();
        panic!("the driver: {line}\n{}", rest.join("\n"));
    }

    fn heard(&mut self) -> Option<String> {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        (!line.is_empty()).then(|| line.trim_end().to_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
