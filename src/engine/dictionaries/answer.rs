//! Answers what is asked of the dictionaries: does it, then tells what the files hold and find.

use crate::app::{
    DictionaryDeed, DictionaryEvent, DictionaryLine, DictionaryRequest, Event, LineProblem,
};
use crate::engine::dictionaries::{DictionaryFile, change, files, name_of};
use copydesk_store::Home;
use copydesk_suggest::Analysis;
use copydesk_suggest::dictionary::{Dictionaries, Dictionary, label_called};

/// Every request but a try is answered with all files.
pub fn answer(request: &DictionaryRequest, home: Option<&Home>) -> Event {
    let mut all = read_all(request, home);
    if let DictionaryDeed::Try { path, text } = &request.deed {
        let tried = DictionaryFile::of(path, text.clone(), None);
        let index = all.iter().position(|file| file.path == *path);
        let index = index.unwrap_or_else(|| {
            all.push(tried.clone());
            all.len() - 1
        });
        if let Some(file) = all.get_mut(index) {
            *file = tried;
        }
        let line = lines(all, request, home).into_iter().nth(index);
        let line = Box::new(line.unwrap_or_default());
        return Event::Dictionary(DictionaryEvent::Tried(line));
    }
    let done = change::change(request, home).transpose();
    let done = done.map(|done| done.map_err(|failure| failure.message));
    if done.is_some() {
        all = read_all(request, home);
    }
    let lines = lines(all, request, home);
    Event::Dictionary(DictionaryEvent::Listed { lines, done })
}

/// What cannot be read at all is listed with its problem.
fn read_all(request: &DictionaryRequest, home: Option<&Home>) -> Vec<DictionaryFile> {
    let (paths, _) = files(home, request.folder.as_deref());
    let read = paths.into_iter().map(|path| {
        DictionaryFile::read(&path, None).unwrap_or_else(|failure| DictionaryFile {
            problems: vec![copydesk_suggest::dictionary::DictionaryProblem {
                line: 1,
                message: failure.message,
            }],
            dictionary: Dictionary {
                name: name_of(&path),
                entries: Vec::new(),
            },
            text: String::new(),
            path,
        })
    });
    read.collect()
}

fn lines(
    files: Vec<DictionaryFile>,
    request: &DictionaryRequest,
    home: Option<&Home>,
) -> Vec<DictionaryLine> {
    let dictionaries: Vec<Dictionary> = files.iter().map(|file| file.dictionary.clone()).collect();
    let counts = request.text.as_ref().map(|text| {
        let ready = Dictionaries::new(&dictionaries);
        ready.counts(&Analysis::new(text), &request.schema)
    });
    let counts = counts.unwrap_or_else(|| vec![0; files.len()]);
    let own = home.map(Home::dictionaries);
    let lines = files.into_iter().zip(counts).map(|(mut file, matches)| {
        file.note_unknown_labels(&request.schema);
        DictionaryLine {
            name: file.dictionary.name.clone(),
            is_shared: file.path.parent() != own.as_deref(),
            labels: labels(&file.dictionary, request),
            entries: file.dictionary.entries.len(),
            matches,
            problems: problems(&file),
            text: file.text,
            path: file.path,
        }
    });
    lines.collect()
}

fn labels(dictionary: &Dictionary, request: &DictionaryRequest) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for entry in &dictionary.entries {
        let Some(label) = label_called(&request.schema, &entry.label) else {
            continue;
        };
        if !labels.contains(&label.name) {
            labels.push(label.name.clone());
        }
    }
    labels
}

fn problems(file: &DictionaryFile) -> Vec<LineProblem> {
    let problems = file.problems.iter().map(|problem| LineProblem {
        line: problem.line,
        message: problem.message.clone(),
    });
    problems.collect()
}
