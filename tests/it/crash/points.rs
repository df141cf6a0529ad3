//! With strace: death and errors at each system call. `COPYDESK_CRASH_ALL=1` tries all of them instead of
//! some that are evenly spread.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use copydesk_document::OpenDocument;

use super::driver::{Driver, Place, Work, before, document, finished};
use crate::figures::{record, skip};

const ERRORS: [&str; 3] = ["ENOSPC", "EIO", "EINTR"];

/// So many calls of each work are tried, unless all are.
const MOST: usize = 24;

/// A system call of a work: its name, and how often it was made by then.
type Point = (String, usize);

/// strace on the thread that works, and on no other.
struct Strace(Child);

impl Strace {
    fn attach(thread: &str, log: &Path, inject: Option<&str>) -> Self {
        let mut command = Command::new("strace");
        command.args(["--signal=none", "-p", thread, "-o"]).arg(log);
        command.args(["-e", "trace=%file,%desc"]);
        if let Some(inject) = inject {
            command.args(["-e", &format!("inject={inject}")]);
        }
        let mut child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let mut stderr = BufReader::new(child.stderr.take().unwrap());
        stderr.read_line(&mut said).unwrap();
        assert!(said.contains("attached"), "{said}");
        Self(child)
    }
}

impl Drop for Strace {
    fn drop(&mut self) {
        // It goes with the thread that it watches.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn has_strace() -> bool {
    let version = Command::new("strace").arg("-V").output();
    version.is_ok_and(|output| output.status.success())
}

fn is_all() -> bool {
    std::env::var_os("COPYDESK_CRASH_ALL").is_some()
}

/// At most `most` of them, from the first to the last.
fn spread(points: &[Point], most: usize) -> Vec<Point> {
    let most = if is_all() { points.len() } else { most };
    let step = points.len().div_ceil(most.max(1)).max(1);
    points.iter().step_by(step).cloned().collect()
}

struct Suite {
    work: Work,
    folder: tempfile::TempDir,
    count: usize,
    points: Vec<Point>,
}

impl Suite {
    /// `None` without strace.
    fn new(work: Work) -> Option<Self> {
        if !has_strace() {
            skip("strace is not installed: no kill point of the window was tried");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let mut suite = Self {
            work,
            folder,
            count: 0,
            points: Vec::new(),
        };
        let place = suite.fresh();
        let log = place.folder.join("log");
        let mut driver = Driver::start(work, &place.folder, &[]);
        let strace = Strace::attach(&driver.thread, &log, None);
        assert_eq!(driver.go(), Some(Ok(())));
        drop(driver);
        drop(strace);
        suite.points = points(&std::fs::read_to_string(log).unwrap());
        assert!(!suite.points.is_empty());
        Some(suite)
    }

    fn fresh(&mut self) -> Place {
        self.count += 1;
        let place = Place::new(self.folder.path().join(self.count.to_string()));
        place.write_article();
        place
    }

    fn inject(&self, place: &Place, (call, number): &Point, what: &str) -> (Driver, Strace) {
        let driver = Driver::start(self.work, &place.folder, &[]);
        let inject = format!("{call}:{what}:when={number}");
        let log = place.folder.join("log");
        let strace = Strace::attach(&driver.thread, &log, Some(&inject));
        (driver, strace)
    }

    fn kill_everywhere(&mut self) {
        let points = spread(&self.points, MOST);
        let (new, name) = (finished(self.work), self.work.name());
        let mut old = OpenDocument::new(document());
        before(self.work, &mut old);
        let mut torn = Vec::new();
        for point in &points {
            let place = self.fresh();
            let (mut driver, strace) = self.inject(&place, point, "signal=KILL");
            assert_eq!(driver.go(), None, "{point:?}: it went on");
            drop(driver);
            drop(strace);
            let file = place.saved();
            let is_whole = file == document() || file == *new.document();
            let (found, problems) = place.next_start();
            let has_all = found == *old.document() || found == *new.document();
            if !is_whole || !has_all || !problems.is_empty() {
                torn.push(format!("{point:?} {problems:?}"));
            }
            drop(std::fs::remove_dir_all(place.folder));
        }
        record(&format!("{name}: kill points tried"), points.len());
        record(&format!("{name}: torn"), torn.len());
        assert!(torn.is_empty(), "{torn:?}");
    }

    fn fail_everywhere(&mut self) {
        // The standard library hears no error of `close`, but of a folder's, at which it panics.
        let failing = self.points.iter().filter(|(call, _)| call != "close");
        let points = spread(&failing.cloned().collect::<Vec<_>>(), MOST);
        let (new, name) = (finished(self.work), self.work.name());
        let (mut tried, mut lies) = (0, Vec::new());
        for (index, point) in points.iter().enumerate() {
            for (turn, error) in ERRORS.into_iter().enumerate() {
                if !is_all() && turn != index % ERRORS.len() {
                    continue;
                }
                tried += 1;
                let place = self.fresh();
                let (mut driver, strace) = self.inject(&place, point, &format!("error={error}"));
                let what = format!("{name}: {error} at {point:?}");
                let answer = driver.go().expect(&what);
                let is_there = || match self.work {
                    Work::Save => place.saved() == *new.document(),
                    Work::Begin | Work::Append | Work::Compact => {
                        let journal = place.journal();
                        journal.is_some_and(|it| !it.is_cut && same(&it.article, &new))
                    }
                };
                let is_true = answer.is_err() || is_there();
                // Tried again as the session does, all is well.
                let again = answer.is_ok().then_some(Ok(())).or_else(|| driver.go());
                let is_mended = again == Some(Ok(())) && is_there();
                drop(driver);
                drop(strace);
                let (found, problems) = place.next_start();
                if !is_true || !is_mended || found != *new.document() || !problems.is_empty() {
                    lies.push(format!("{what}: {answer:?}, then {again:?}, {problems:?}"));
                }
                drop(std::fs::remove_dir_all(place.folder));
            }
        }
        record(&format!("{name}: errors injected"), tried);
        record(&format!("{name}: false success"), lies.len());
        assert!(lies.is_empty(), "{lies:#?}");
    }
}

fn same(one: &OpenDocument, other: &OpenDocument) -> bool {
    let (one_history, other_history) = (one.history(), other.history());
    one.document() == other.document()
        && one_history.done() == other_history.done()
        && one_history.undone() == other_history.undone()
}

/// The calls of the work in a log of strace: all before it says that it is done.
fn points(log: &str) -> Vec<Point> {
    let mut counts = BTreeMap::<&str, usize>::new();
    let mut points = Vec::new();
    for line in log.lines() {
        let Some((call, rest)) = line.split_once('(') else {
            continue;
        };
        if call == "write" && rest.starts_with("2,") {
            break;
        }
        let count = counts.entry(call).or_default();
        *count += 1;
        points.push((call.to_owned(), *count));
    }
    points
}

fn each(test: impl Fn(&mut Suite)) {
    for work in Work::ALL {
        if let Some(mut suite) = Suite::new(work) {
            test(&mut suite);
        }
    }
}

#[test]
fn a_kill_at_any_system_call_tears_nothing_and_loses_nothing_that_was_kept() {
    each(Suite::kill_everywhere);
}

#[test]
fn an_error_at_any_system_call_is_told_and_mended_by_the_next_try() {
    each(Suite::fail_everywhere);
}
