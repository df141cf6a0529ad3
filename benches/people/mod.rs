//! Three people who annotate the same articles and make mistakes, for benchmarks of what compares them.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::Instant;

use copydesk::engine::{Progress, SAMPLES, agreement, suggest};
use copydesk_agreement::{Report, Setting};
use copydesk_document::{Document, LabelId, Metadata, OpenDocument, Status, Suggestion};
use copydesk_evaluate::Random;
use copydesk_store::{built_in_schema, print};
use copydesk_suggest::dictionary::Dictionaries;
use copydesk_text::{ArticleText, Span};

const PEOPLE: [&str; 3] = ["anna", "ben", "carla"];
/// Of each text, some 500 words.
const LENGTH: usize = 3_000;
const SEED: u64 = 18;

/// Seconds that the agreement on `articles` takes, files read and intervals drawn; and what came of it.
pub fn agreement_secs(folder: &Path, articles: usize) -> Result<(f64, Report), String> {
    let folders = fill(folder, articles).map_err(|error| error.to_string())?;
    let progress = Progress::new();
    let start = Instant::now();
    let people = agreement::people(&folders, &progress)?;
    let compared = agreement::read(&people, true, &progress);
    let setting = Setting {
        annotators: compared.people.len(),
        categories: compared.categories.clone().ok_or("nothing was read")?,
        resamples: 1000,
        precision: 0.01,
    };
    let report = agreement::measure(&compared, &setting, &progress).ok_or("it was stopped")?;
    Ok((start.elapsed().as_secs_f64(), report))
}

/// A folder for each person. The gold standard is what is suggested for the samples.
fn fill(folder: &Path, articles: usize) -> std::io::Result<Vec<PathBuf>> {
    let schema = built_in_schema();
    let texts: Vec<String> = SAMPLES
        .iter()
        .map(|(_, text)| text.chars().take(LENGTH).collect())
        .collect();
    let gold = texts.iter().map(|text| {
        let text = ArticleText::new(titled(0, text));
        let none = Dictionaries::default();
        let found = suggest(
            &none,
            &text,
            &schema,
            NonZeroUsize::new(1),
            &Progress::new(),
        );
        found.unwrap_or_default().suggestions
    });
    let gold: Vec<Vec<Suggestion>> = gold.collect();
    let mut random = Random::new(SEED);
    let folders: Vec<PathBuf> = PEOPLE.iter().map(|name| folder.join(name)).collect();
    for folder in &folders {
        std::fs::create_dir_all(folder)?;
    }
    for index in 0..articles {
        let sample = index % texts.len();
        let text = ArticleText::new(titled(index, &texts[sample]));
        for folder in &folders {
            let document = Document::new(text.clone(), schema.clone(), Metadata::default());
            let mut open = OpenDocument::new(document);
            for suggestion in &gold[sample] {
                annotate(&mut open, suggestion, &mut random);
            }
            // An article that is begun can be done.
            drop(open.set_status(Status::Done));
            let path = folder.join(format!("story-{index:04}.ron"));
            std::fs::write(path, print(open.document()))?;
        }
    }
    Ok(folders)
}

/// Every title is as long, so that spans stand at the same places.
fn titled(index: usize, text: &str) -> String {
    format!("Story {index:05} from the desk\n\n{text}")
}

/// One in eight spans is missed, one in eight ends a word later, one in twelve has another label of its layer.
fn annotate(open: &mut OpenDocument, gold: &Suggestion, random: &mut Random) {
    let text = open.document().text().clone();
    if random.below(8) == 0 {
        return;
    }
    let mut span = gold.span;
    if random.below(8) == 0 {
        span = longer(&text, span).unwrap_or(span);
    }
    let label = match gold.label.as_str() {
        "person" if random.below(12) == 0 => LabelId::new("place"),
        "place" if random.below(12) == 0 => LabelId::new("person"),
        _ => Some(gold.label.clone()),
    };
    if let Some(label) = label {
        // One that now overlaps another of its layer is missed as well.
        drop(open.annotate(span, &label));
    }
}

/// With the next word, where there is one before the line ends.
fn longer(text: &ArticleText, span: Span) -> Option<Span> {
    let rest = text.as_str().get(span.end()..)?;
    let word = rest.strip_prefix(' ')?;
    let end = word.find([' ', '\n'])?;
    text.span(span.start(), span.end() + 1 + end)
}
