//! The project file of a folder: which labels, guidelines and dictionaries all articles in it share.

use std::path::{Component, Path, PathBuf};

use serde::Deserialize;

use crate::disk::{self, Expected};
use crate::disk_error::{DiskError, DiskErrorKind};
use crate::outline;
use crate::read_error::{self, ReadError, ReadErrorKind};
use crate::ron_string::escaped;
use crate::schema_file::{parse_schema, print_schema};
use copydesk_document::{Dealt, Schema};
use copydesk_text::LineColumn;

/// The name of the project file, at the root of the project's folder.
pub const PROJECT_FILE: &str = "copydesk-project.ron";

/// What a new project calls its labels, guidelines and dictionaries.
const LABELS: &str = "labels.ron";
pub(crate) const GUIDELINES: &str = "guidelines.md";
const DICTIONARIES: &str = "copydesk-dictionaries";

/// Longer guidelines nobody reads, and they would be laid out in every frame.
const MOST_GUIDELINES: usize = 256 * 1024;

/// What the project file says. The paths are relative, with `/` between, and lead nowhere outside of
/// the project's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    pub name: String,
    /// A schema file; without one, each person's own labels are used.
    pub labels: Option<String>,
    /// A Markdown file.
    pub guidelines: Option<String>,
    /// A folder.
    pub dictionaries: Option<String>,
    /// The names of those who annotate.
    pub annotators: Vec<String>,
    /// Who has which article, by its path without extension.
    pub assigned: Dealt,
}

/// The folder of the project that `folder` belongs to: the nearest one with a project file, itself or
/// above.
pub fn find_project(folder: &Path) -> Option<PathBuf> {
    let folder = disk::absolute(folder);
    let mut folders = folder.ancestors();
    let root = folders.find(|folder| disk::exists(&folder.join(PROJECT_FILE)))?;
    Some(root.to_owned())
}

/// The project whose file is in the folder `root`.
///
/// # Errors
/// If the file cannot be read; in words, with the line and the path.
pub fn load_project(root: &Path) -> Result<Project, String> {
    let path = root.join(PROJECT_FILE);
    let contents = disk::read(&path).map_err(|error| error.to_string())?;
    parse(&contents.bytes).map_err(|error| unreadable("the project file", &error, &path))
}

impl Project {
    /// The labels for texts; `None` where the project has none of its own.
    ///
    /// # Errors
    /// If they cannot be read; in words, the path last.
    pub fn read_labels(&self, root: &Path) -> Result<Option<Schema>, String> {
        let what = "the project’s labels";
        let Some(name) = &self.labels else {
            return Ok(None);
        };
        let bytes = read_inside(root, name, what)?;
        let schema = parse_schema(&bytes);
        schema
            .map(Some)
            .map_err(|error| unreadable(what, &error, &root.join(name)))
    }

    /// The guidelines, in Markdown; `None` where the project has none.
    ///
    /// # Errors
    /// If they cannot be read; in words, the path last.
    pub fn read_guidelines(&self, root: &Path) -> Result<Option<String>, String> {
        let what = "the project’s guidelines";
        let Some(name) = &self.guidelines else {
            return Ok(None);
        };
        let bytes = read_inside(root, name, what)?;
        if bytes.len() > MOST_GUIDELINES {
            let why = format_args!("they are longer than 256 KiB; shorten them");
            return Err(unreadable(what, &why, &root.join(name)));
        }
        let text = read_error::text_of(&bytes).map(|text| Some(text.to_owned()));
        text.map_err(|error| unreadable(what, &error, &root.join(name)))
    }

    /// Where the dictionaries of all articles are; the folder need not exist.
    ///
    /// # Errors
    /// If a link leads out of the project's folder; in words, the path last.
    pub fn dictionaries_folder(&self, root: &Path) -> Result<Option<PathBuf>, String> {
        let Some(name) = &self.dictionaries else {
            return Ok(None);
        };
        let path = root.join(name);
        if !disk::exists(&path) {
            return Ok(Some(path));
        }
        let inside = disk::beside(root, name);
        inside
            .map(|_| Some(path))
            .map_err(|error| outside_words("the project’s dictionaries", &error))
    }

    /// Whether the file or folder at `path` is the project's and no article.
    pub fn is_companion(&self, root: &Path, path: &Path) -> bool {
        let named = [&self.labels, &self.guidelines, &self.dictionaries];
        let mut names = named.into_iter().flatten();
        path == root.join(PROJECT_FILE) || names.any(|name| path.starts_with(root.join(name)))
    }
}

fn read_inside(root: &Path, name: &str, what: &str) -> Result<Vec<u8>, String> {
    let contents = disk::read_beside(root, name).map_err(|error| outside_words(what, &error))?;
    Ok(contents.bytes)
}

/// A link can lead outside where the path itself does not.
fn outside_words(what: &str, error: &DiskError) -> String {
    if error.kind == DiskErrorKind::Outside {
        unreadable(what, &format_args!("{OUTSIDE}"), &error.path)
    } else {
        error.to_string()
    }
}

const OUTSIDE: &str =
    "it leads out of the project’s folder; put it into the folder and correct the project file";

fn unreadable(what: &str, why: &dyn std::fmt::Display, path: &Path) -> String {
    format!("Could not read {what}: {why}: {}", path.display())
}

/// The labels of a new project.
#[derive(Clone, Copy, Debug)]
pub enum NewLabels<'a> {
    /// Written into a file of their own.
    Write(&'a Schema),
    /// The schema file with this path within the folder.
    Use(&'a str),
}

/// Makes `root` a project with these labels. Files that are there already stay as they are;
/// where anything cannot be written, nothing is left behind.
///
/// # Errors
/// If there is a project file, or one cannot be written; in words, the path last.
pub fn set_up_project(root: &Path, name: &str, labels: NewLabels<'_>) -> Result<PathBuf, String> {
    let path = root.join(PROJECT_FILE);
    if disk::exists(&path) {
        let path = path.display();
        return Err(format!("This folder is a project already: {path}"));
    }
    let (labels, written_labels) = match labels {
        NewLabels::Write(schema) => (LABELS, Some((LABELS, print_schema(schema)))),
        NewLabels::Use(path) => (path, None),
    };
    let project = Project {
        name: name.to_owned(),
        labels: Some(labels.to_owned()),
        guidelines: Some(GUIDELINES.to_owned()),
        dictionaries: Some(DICTIONARIES.to_owned()),
        annotators: Vec::new(),
        assigned: Dealt::new(),
    };
    // What lies there under these names becomes the project's: it must be readable.
    if written_labels.is_none() || disk::exists(&root.join(LABELS)) {
        project.read_labels(root)?;
    }
    if disk::exists(&root.join(GUIDELINES)) {
        project.read_guidelines(root)?;
    }
    let files = [
        (GUIDELINES, first_guidelines(name)),
        (PROJECT_FILE, print(&project)),
    ];
    let mut written: Vec<PathBuf> = Vec::new();
    for (file, contents) in written_labels.into_iter().chain(files) {
        let file = root.join(file);
        if disk::exists(&file) {
            continue;
        }
        if let Err(error) = disk::write_atomically(&file, contents.as_bytes(), Expected::Nothing) {
            for file in written {
                // The error that is told is the one that came first.
                drop(disk::remove(&file));
            }
            return Err(error.to_string());
        }
        written.push(file);
    }
    Ok(path)
}

fn first_guidelines(name: &str) -> String {
    format!(
        "# {name}\n\nWrite here what everybody who annotates these articles should know: what to mark \
         when in doubt, with examples. Copydesk shows this page above what each label means.\n"
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProjectV1 {
    format: u32,
    #[serde(default)]
    name: String,
    labels: Option<String>,
    guidelines: Option<String>,
    dictionaries: Option<String>,
    #[serde(default)]
    annotators: Vec<String>,
    #[serde(default)]
    assigned: Dealt,
}

const FORMAT: u32 = 1;

fn parse(bytes: &[u8]) -> Result<Project, ReadError> {
    let ron = read_error::text_of(bytes)?;
    // Before the rest: a newer file has fields that this program does not know.
    let declared = outline::top_fields(ron);
    let declared = declared.iter().find(|(name, _)| *name == "format");
    let declared = declared.and_then(|(_, format)| format.and_then(|it| it.parse().ok()));
    if let Some(format) = declared.filter(|format| *format > FORMAT) {
        return Err(newer(format));
    }
    let ProjectV1 {
        format,
        name,
        labels,
        guidelines,
        dictionaries,
        annotators,
        assigned,
    } = read_error::from_ron(ron)?;
    if format != FORMAT {
        return Err(newer(format));
    }
    let paths = [
        ("labels", &labels),
        ("guidelines", &guidelines),
        ("dictionaries", &dictionaries),
    ];
    for (field, path) in paths {
        if let Some(path) = path.as_ref().filter(|path| !leads_inside(path)) {
            let place = outline::value_start(ron, field).map(|byte| LineColumn::of(ron, byte));
            let why = format!(
                "“{path}” is no path inside the project’s folder; write it relative to that, with / \
                 between"
            );
            return Err(ReadError::new(ReadErrorKind::Syntax, why).at(place));
        }
    }
    let names = assigned.values().flatten();
    if let Some(stranger) = names.into_iter().find(|name| !annotators.contains(name)) {
        let place = outline::value_start(ron, "assigned").map(|byte| LineColumn::of(ron, byte));
        let why = format!("“{stranger}” has articles, but is not among the annotators");
        return Err(ReadError::new(ReadErrorKind::Syntax, why).at(place));
    }
    Ok(Project {
        name,
        labels,
        guidelines,
        dictionaries,
        annotators,
        assigned,
    })
}

/// The project file `bytes` with its guidelines in the file `name`, and all else as it was; `None` where that
/// cannot be put in.
pub(crate) fn naming_guidelines(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let ron = read_error::text_of(bytes).ok()?;
    let before = parse(bytes).ok()?;
    let digits = outline::value_start(ron, "format")?;
    let end = digits
        + ron
            .get(digits..)?
            .find(|sign: char| !sign.is_ascii_digit())?;
    let (head, tail) = ron.split_at_checked(end)?;
    let named = format!("{head},\n    guidelines: {}{tail}", escaped(name));
    let wanted = Project {
        guidelines: Some(name.to_owned()),
        ..before
    };
    let is_right = parse(named.as_bytes()).is_ok_and(|parsed| parsed == wanted);
    is_right.then(|| named.into_bytes())
}

fn newer(format: u32) -> ReadError {
    let message =
        format!("it has format {format}, this program reads format {FORMAT}; update Copydesk");
    ReadError::new(ReadErrorKind::Newer, message)
}

/// A backslash or a colon is a separator or a drive on Windows: refused everywhere alike.
fn leads_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    let is_plain = parts.all(|part| matches!(part, Component::Normal(_)));
    is_plain && !path.is_empty() && !path.contains(['\\', ':'])
}

fn printed_names(names: &[String]) -> String {
    let lines = names
        .iter()
        .map(|name| format!("        {},\n", escaped(name)));
    format!("[\n{}    ]", lines.collect::<String>())
}

fn printed_deal(dealt: &Dealt) -> String {
    let line = |(article, people): (&String, &Vec<String>)| {
        let people: Vec<String> = people.iter().map(|name| escaped(name)).collect();
        format!("        {}: [{}],\n", escaped(article), people.join(", "))
    };
    format!("{{\n{}    }}", dealt.iter().map(line).collect::<String>())
}

/// Writes down who annotates in the project at `root`, and who has which article. All else in its file,
/// comments too, stays as it is.
///
/// # Errors
/// If it cannot be read or written, or is another by now; in words, the path last.
pub fn write_assignment(
    root: &Path,
    annotators: &[String],
    assigned: &Dealt,
) -> Result<PathBuf, String> {
    let path = root.join(PROJECT_FILE);
    let contents = disk::read(&path).map_err(|error| error.to_string())?;
    let failed = |error: ReadError| unreadable("the project file", &error, &path);
    parse(&contents.bytes).map_err(failed)?;
    let mut ron = read_error::text_of(&contents.bytes)
        .map_err(failed)?
        .to_owned();
    for (field, value) in [
        ("annotators", printed_names(annotators)),
        ("assigned", printed_deal(assigned)),
    ] {
        set_field(&mut ron, field, &value);
    }
    parse(ron.as_bytes()).map_err(failed)?;
    disk::write_atomically(&path, ron.as_bytes(), Expected::Unchanged(contents.stamp))
        .map_err(|error| error.to_string())?;
    Ok(path)
}

/// Gives a field of the outermost struct another value, or adds it as the last one.
fn set_field(ron: &mut String, field: &str, value: &str) {
    if let Some(range) = outline::value_range(ron, field) {
        ron.replace_range(range, value);
    } else if let Some((at, has_comma)) = outline::end_of_fields(ron) {
        let comma = if has_comma { "" } else { "," };
        ron.insert_str(at, &format!("{comma}\n    {field}: {value},"));
    }
}

fn print(project: &Project) -> String {
    let Project {
        name,
        labels,
        guidelines,
        dictionaries,
        annotators,
        assigned: _,
    } = project;
    let path = |field: &str, path: &Option<String>| {
        let path = path.as_ref().map(|path| escaped(path));
        path.map_or_else(String::new, |path| format!("    {field}: {path},\n"))
    };
    let annotators = printed_names(annotators);
    format!(
        "// Copydesk project: what all articles in this folder share; paths are relative to it\n(\n    \
         format: {FORMAT},\n    name: {},\n{}{}{}    annotators: {annotators},\n)\n",
        escaped(name),
        path("labels", labels),
        path("guidelines", guidelines),
        path("dictionaries", dictionaries),
    )
}

#[cfg(test)]
#[path = "project_file_tests.rs"]
mod tests;
