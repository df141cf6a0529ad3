//! Kills and failing system calls at every point of an export and an import: never half a file, never a
//! success that is none. `COPYDESK_CRASH_ALL=1` tries every point instead of some evenly spread.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::reliability::{ARTICLE, Scratch, figure, not_tried, said};

/// Calls whose failure is tried, with what a full or a broken disk says.
const FAILING: [&str; 12] = [
    "openat",
    "write",
    "fsync",
    "rename",
    "renameat2",
    "mkdir",
    "unlink",
    "unlinkat",
    "rmdir",
    "close",
    "fchmod",
    "ftruncate",
];
const ERRORS: [&str; 2] = ["ENOSPC", "EIO"];

/// So many points of a run are killed, and so many calls fail with each error, unless all are tried.
const MOST_KILLS: usize = 60;
const MOST_ERRORS: usize = 20;

/// A command and what there is before it.
struct Run {
    name: &'static str,
    /// From a folder with `in/a.ron`, `in/b.ron` and `texts/`.
    args: &'static [&'static str],
    /// Made before, by this command.
    before: Option<&'static [&'static str]>,
    /// What the command makes or replaces.
    targets: &'static [&'static str],
    /// What the next person does, and thereby tidies up.
    next: &'static [&'static str],
    /// A folder system that cannot exchange two names.
    is_without_exchange: bool,
    /// Each file stands for itself: some may be old and some new.
    is_each_alone: bool,
    /// The first target has a second name.
    is_linked: bool,
}

const EXPORT: Run = Run {
    name: "",
    args: &[],
    before: None,
    targets: &[],
    next: &[
        "export",
        "in/a.ron",
        "--to",
        "jsonl",
        "-o",
        "next.jsonl",
        "--force",
    ],
    is_without_exchange: false,
    is_each_alone: false,
    is_linked: false,
};

type Files = BTreeMap<String, Vec<u8>>;

/// Every file below `folder` with its bytes, by its path.
fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
                found.insert(name.to_owned(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

struct Suite {
    run: Run,
    scratch: Scratch,
    old: Files,
    new: Files,
    /// The calls of the command, each with how often it was made before and then.
    points: Vec<(String, usize)>,
    count: usize,
}

impl Suite {
    /// `None` without strace.
    fn new(run: Run) -> Option<Self> {
        if !has_strace() {
            let is_wanted = std::env::var_os("CI").is_some_and(|ci| !ci.is_empty());
            assert!(
                !is_wanted,
                "strace is missing: no kill point of {} was tried",
                run.name
            );
            not_tried(format!("strace is missing: no kill point of {}", run.name));
            return None;
        }
        let scratch = Scratch::new(&format!("crash-{}", run.name));
        let mut suite = Self {
            run,
            scratch,
            old: Files::new(),
            new: Files::new(),
            points: Vec::new(),
            count: 0,
        };
        let folder = suite.fresh();
        suite.old = suite.targets(&folder);
        let log = suite.scratch.path("log");
        let output = suite.strace(
            &folder,
            &["-o", log.to_str().unwrap(), "-e", "trace=%file,%desc"],
        );
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        suite.new = suite.targets(&folder);
        suite.points = points(&std::fs::read_to_string(log).unwrap());
        if suite.run.is_without_exchange {
            // It fails already.
            suite.points.retain(|(call, _)| call != "renameat2");
        }
        assert_ne!(suite.old, suite.new, "it would say nothing");
        Some(suite)
    }

    /// A folder as it is before the command.
    fn fresh(&mut self) -> PathBuf {
        self.count += 1;
        let folder = self.scratch.path(&self.count.to_string());
        for (name, text) in [
            ("in/a.ron", ARTICLE.to_owned()),
            (
                "in/b.ron",
                ARTICLE.replace("status: InWork", "status: Done"),
            ),
            ("texts/a.txt", "The first.\n".to_owned()),
            ("texts/b.txt", "The second.\n".to_owned()),
        ] {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        if let Some(args) = self.run.before {
            let output = copydesk(&folder, args);
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
            // What is imported or exported next is not the same.
            std::fs::write(folder.join("texts/a.txt"), "Not the first.\n").unwrap();
        }
        if self.run.is_linked {
            std::fs::hard_link(folder.join(self.run.targets[0]), folder.join("link")).unwrap();
        }
        folder
    }

    fn targets(&self, folder: &Path) -> Files {
        let mut all = files(folder);
        all.retain(|name, _| {
            let is_hidden = name.split('/').any(|part| part.starts_with(".copydesk-"));
            let is_target = |target: &&'static str| {
                name.strip_prefix(*target)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            };
            !is_hidden && self.run.targets.iter().any(is_target)
        });
        all
    }

    fn strace(&self, folder: &Path, options: &[&str]) -> Output {
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "--signal=none"]).args(options);
        if self.run.is_without_exchange {
            command.args(["-e", "inject=renameat2:error=ENOSYS"]);
        }
        command
            .arg(env!("CARGO_BIN_EXE_copydesk"))
            .args(self.run.args)
            .current_dir(folder)
            .env("COPYDESK_HOME", folder.join("no-such-home"))
            .output()
            .unwrap()
    }

    fn inject(&self, folder: &Path, (call, number): &(String, usize), what: &str) -> Output {
        let traced = format!("trace={call},renameat2");
        let inject = format!("inject={call}:{what}:when={number}");
        self.strace(folder, &["-o", "/dev/null", "-e", &traced, "-e", &inject])
    }

    /// Whether every file is whole, and all are of one time unless each stands alone.
    fn is_whole(&self, found: &Files, is_each_alone: bool) -> bool {
        if !is_each_alone {
            return *found == self.old || *found == self.new;
        }
        let names: Vec<&String> = self.old.keys().chain(self.new.keys()).collect();
        let is_known = found.keys().all(|name| names.contains(&name));
        let is_as_ever = |name: &&String| {
            let now = found.get(*name);
            now == self.old.get(*name) || now == self.new.get(*name)
        };
        is_known && names.iter().all(is_as_ever)
    }

    /// The same after the next command, which also leaves nothing on its way.
    fn check_next(&self, folder: &Path, point: &str) {
        let output = copydesk(folder, self.run.next);
        assert_eq!(output.status.code(), Some(0), "{point}: {}", said(&output));
        let found = self.targets(folder);
        if self.run.is_each_alone {
            assert!(
                found == self.new,
                "{point}: the next run did not do the rest"
            );
        } else {
            assert!(self.is_whole(&found, false), "{point}: {:?}", found.keys());
        }
        let left: Vec<String> = files(folder)
            .into_keys()
            .filter(|name| name.contains(".copydesk"))
            .collect();
        let is_backup = |name: &String| self.run.is_linked && name.ends_with("copydesk-backup");
        assert!(left.iter().all(is_backup), "{point}: {left:?}");
    }

    fn kill_everywhere(&mut self) {
        let points = spread(&self.points, MOST_KILLS);
        let mut torn = Vec::new();
        for point in &points {
            let folder = self.fresh();
            let output = self.inject(&folder, point, "signal=KILL");
            let (call, number) = point;
            let point = format!("{} killed at {call} {number}", self.run.name);
            assert!(!output.status.success(), "{point}: it went on");
            let found = self.targets(&folder);
            // Two renames have a moment in between, which the next run ends. Files that belong together
            // get their names one by one.
            let may_be_away = self.run.is_without_exchange && found.is_empty();
            let is_alone = self.run.is_each_alone || self.run.targets.len() > 1;
            if self.run.is_linked && !self.is_whole(&found, false) {
                let backup = files(&folder).into_iter();
                let mut backup = backup.filter(|(name, _)| name.ends_with("copydesk-backup"));
                let target = self.run.targets[0];
                assert_eq!(backup.next().unwrap().1, self.old[target], "{point}");
                continue;
            }
            if !may_be_away && !self.is_whole(&found, is_alone) {
                torn.push(point.clone());
            }
            self.check_next(&folder, &point);
            drop(std::fs::remove_dir_all(folder));
        }
        figure(
            &format!("{}: kill points tried", self.run.name),
            points.len(),
        );
        figure(&format!("{}: torn", self.run.name), torn.len());
        assert!(torn.is_empty(), "{torn:?}");
    }

    fn fail_everywhere(&mut self) {
        let failing: Vec<(String, usize)> = self
            .points
            .iter()
            .filter(|(call, _)| FAILING.contains(&call.as_str()))
            .cloned()
            .collect();
        let points = spread(&failing, MOST_ERRORS);
        let (mut tried, mut false_success, mut torn) = (0, Vec::new(), Vec::new());
        for point in &points {
            for error in ERRORS {
                tried += 1;
                let folder = self.fresh();
                let output = self.inject(&folder, point, &format!("error={error}"));
                let (call, number) = point;
                let point = format!("{}: {error} from {call} {number}", self.run.name);
                let found = self.targets(&folder);
                match output.status.code() {
                    Some(0) if found != self.new => false_success.push(point.clone()),
                    Some(0..=2) => {}
                    // The standard library gives up where a folder cannot be closed.
                    Some(101) if call == "close" => {}
                    code => panic!("{point}: {code:?}: {}", said(&output)),
                }
                let is_alone = self.run.is_each_alone || self.run.targets.len() > 1;
                // What could not be read is missing from a new data set, and that is said.
                let is_less = self.old.is_empty() && said(&output).contains("left out: in/");
                if !is_less && !self.is_whole(&found, is_alone) {
                    torn.push(point);
                }
                drop(std::fs::remove_dir_all(folder));
            }
        }
        figure(&format!("{}: errors injected", self.run.name), tried);
        figure(
            &format!("{}: false success", self.run.name),
            false_success.len(),
        );
        figure(
            &format!("{}: half written after an error", self.run.name),
            torn.len(),
        );
        assert!(
            false_success.is_empty() && torn.is_empty(),
            "{false_success:?} {torn:?}"
        );
    }
}

fn copydesk(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(args)
        .current_dir(folder)
        .env("COPYDESK_HOME", folder.join("no-such-home"))
        .output()
        .unwrap()
}

/// Whether there is strace, and it may look into other processes.
fn has_strace() -> bool {
    let output = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    output.is_ok_and(|output| output.status.success())
}

/// The calls of the main thread from the first that has to do with the inputs: what is before loads the
/// program.
fn points(log: &str) -> Vec<(String, usize)> {
    let main = log.split_whitespace().next().unwrap().to_owned();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut points = Vec::new();
    let mut is_begun = false;
    for line in log.lines() {
        let Some(call) = line.strip_prefix(&main).map(str::trim_start) else {
            continue;
        };
        let Some((name, rest)) = call.split_once('(') else {
            continue;
        };
        let is_name = name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        if !is_name {
            continue;
        }
        let number = counts.entry(name.to_owned()).or_default();
        *number += 1;
        is_begun |= name != "execve" && (rest.contains("\"in") || rest.contains("\"texts"));
        // Memory is no matter of files.
        if is_begun && !matches!(name, "mmap" | "poll" | "munmap") {
            points.push((name.to_owned(), *number));
        }
    }
    assert!(points.len() > 10, "{log}");
    points
}

/// At most `most` of `points`, evenly spread, the first and the last among them; all if a person wants.
fn spread(points: &[(String, usize)], most: usize) -> Vec<(String, usize)> {
    let all = std::env::var_os("COPYDESK_CRASH_ALL").is_some();
    if all || points.len() <= most {
        return points.to_vec();
    }
    let last = points.len() - 1;
    (0..most)
        .map(|at| points[at * last / (most - 1)].clone())
        .collect()
}

fn check(run: Run) {
    if let Some(mut suite) = Suite::new(run) {
        suite.kill_everywhere();
        suite.fail_everywhere();
    }
}

#[test]
fn an_export_to_a_new_file() {
    check(Run {
        name: "export to a new file",
        args: &["export", "in", "--to", "jsonl", "-o", "out.jsonl"],
        targets: &["out.jsonl"],
        ..EXPORT
    });
}

#[test]
fn an_export_over_a_file_and_the_one_beside_it() {
    check(Run {
        name: "export over two files",
        args: &[
            "export",
            "in",
            "--to",
            "label-studio",
            "-o",
            "out.json",
            "--force",
        ],
        before: Some(&[
            "export",
            "in/a.ron",
            "--to",
            "label-studio",
            "-o",
            "out.json",
        ]),
        targets: &["out.json", "out.labels.xml"],
        ..EXPORT
    });
}

#[test]
fn an_export_over_a_file_with_two_names() {
    check(Run {
        name: "export over a file with two names",
        args: &[
            "export",
            "in",
            "--to",
            "jsonl",
            "-o",
            "out.jsonl",
            "--force",
        ],
        before: Some(&["export", "in/a.ron", "--to", "jsonl", "-o", "out.jsonl"]),
        targets: &["out.jsonl"],
        is_linked: true,
        ..EXPORT
    });
}

#[test]
fn an_export_to_a_new_folder() {
    check(Run {
        name: "export to a new folder",
        args: &["export", "in", "--to", "brat", "-o", "brat"],
        targets: &["brat"],
        ..EXPORT
    });
}

#[test]
fn an_export_over_a_folder() {
    check(Run {
        name: "export over a folder",
        args: &["export", "in", "--to", "brat", "-o", "brat", "--force"],
        before: Some(&["export", "in/a.ron", "--to", "brat", "-o", "brat"]),
        targets: &["brat"],
        ..EXPORT
    });
}

#[test]
fn an_export_over_a_folder_where_names_cannot_be_exchanged() {
    check(Run {
        name: "export over a folder, by two renames",
        args: &["export", "in", "--to", "brat", "-o", "brat", "--force"],
        before: Some(&["export", "in/a.ron", "--to", "brat", "-o", "brat"]),
        targets: &["brat"],
        is_without_exchange: true,
        ..EXPORT
    });
}

#[test]
fn an_import_into_a_new_folder() {
    check(Run {
        name: "import into a new folder",
        args: &["import", "texts", "-o", "work"],
        targets: &["work"],
        next: &["import", "texts", "-o", "work", "--resume"],
        is_each_alone: true,
        ..EXPORT
    });
}

#[test]
fn an_import_over_article_files() {
    check(Run {
        name: "import over article files",
        args: &["import", "texts", "-o", "work", "--force"],
        before: Some(&["import", "texts", "-o", "work"]),
        targets: &["work"],
        next: &["import", "texts", "-o", "work", "--force"],
        is_each_alone: true,
        ..EXPORT
    });
}
