//! Tasks of Label Studio with annotations and predictions, and its shorter `JSON_MIN`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, each_record, list, put_back};
use crate::json::items::Item;
use crate::json::read::{Fields, Unread, label_of, named, take_extras, take_record, words_of};
use crate::json::sketch::Sketch;
use crate::label_studio::FORMAT;
use crate::label_studio::task_text::TaskText;
use copydesk_document::{Confidence, Origin, Record, RecordAttribute, RecordSpan, SpanState};

/// Reads labeled regions with offsets in code points. Of several annotations of one task the first
/// that was not cancelled is read, and a warning names the others. Regions of predictions are
/// suggestions, but for those that are in the annotation too. Relations, and what was written or
/// chosen for a region, become attributes of its span.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
        let has_results = ["annotations", "predictions", "completions"]
            .iter()
            .any(|name| sketch.has(&format!("{name}[].result:list")));
        let is_short = sketch.has("label[].labels:list") || sketch.has_field("annotation_id");
        if has_results || is_short {
            Likeness::Sure
        } else if sketch.has("data:object") {
            Likeness::Maybe
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        each_record(source, each, task)
    }
}

fn task(item: &Item<'_>, unread: &mut Unread) -> Result<Record, Faulty> {
    let mut fields = item.object()?;
    match fields.shift_remove("data") {
        Some(Value::Object(data)) => full_task(item, fields, data, unread),
        _ => short_task(item, fields, unread),
    }
}

fn full_task(
    item: &Item<'_>,
    mut fields: Fields,
    mut data: Fields,
    unread: &mut Unread,
) -> Result<Record, Faulty> {
    let task = TaskText::take(&mut data, &regions(&fields)).map_err(|why| item.faulty(why))?;
    let mut record = take_record(&mut data, task.text.clone());
    record.warnings.extend(task.warning.clone());
    if record.metadata.id.is_empty()
        && let Some(id) = fields.get("id").and_then(words_of)
    {
        record.metadata.id = id;
    }
    let article = record.text.clone();
    let mut spans = Spans::new(article.as_str());
    let annotations = fields
        .shift_remove("annotations")
        .or_else(|| fields.shift_remove("completions"));
    if let Some(results) = chosen(list(annotations), &mut spans) {
        add_results(results, (&Model::None, &task), &mut spans);
    }
    let accepted = spans.found.len();
    for prediction in list(fields.shift_remove("predictions")) {
        let Value::Object(mut prediction) = prediction else {
            continue;
        };
        let model = Model::Some {
            name: prediction.get("model_version").and_then(words_of),
            score: prediction.get("score").and_then(Value::as_f64),
        };
        let results = list(prediction.shift_remove("result"));
        add_results(results, (&model, &task), &mut spans);
    }
    let predicted = spans.found.split_off(accepted);
    for span in predicted {
        let is_decided = spans
            .found
            .iter()
            .take(accepted)
            .any(|known| known.range == span.range && known.label == span.label);
        if !is_decided {
            spans.found.push(span);
        }
    }
    spans.add_all(data.shift_remove("rejected"));
    // What Label Studio keeps of a task beside its data says nothing about the article.
    let mut rest = Fields::new();
    put_back(&mut rest, "data", data);
    spans.finish(&mut record, rest, unread);
    Ok(record)
}

/// `{"text":…,"label":[{"start":16,"end":20,"text":"3.5%","labels":["FIGURE"]}]}`
fn short_task(item: &Item<'_>, mut fields: Fields, unread: &mut Unread) -> Result<Record, Faulty> {
    let is_regions = |value: &Value| {
        let regions = value.as_array().map(Vec::as_slice).unwrap_or_default();
        !regions.is_empty() && regions.iter().any(|region| region.get("labels").is_some())
    };
    let names: Vec<String> = fields
        .iter()
        .filter(|(_, value)| is_regions(value))
        .map(|(name, _)| name.clone())
        .collect();
    let mut values = Vec::new();
    for name in names {
        values.extend(list(fields.shift_remove(&name)));
    }
    let all: Vec<&Value> = values.iter().collect();
    let task = TaskText::take(&mut fields, &all).map_err(|why| item.faulty(why))?;
    for name in [
        "annotator",
        "annotation_id",
        "created_at",
        "updated_at",
        "lead_time",
    ] {
        fields.shift_remove(name);
    }
    let mut record = take_record(&mut fields, task.text.clone());
    record.warnings.extend(task.warning.clone());
    let article = record.text.clone();
    let mut spans = Spans::new(article.as_str());
    for value in &values {
        let found = region_spans(value, &task, &mut spans);
        spans.found.extend(found);
    }
    spans.add_all(fields.shift_remove("rejected"));
    spans.finish(&mut record, fields, unread);
    Ok(record)
}

/// What all regions of a task say of themselves.
fn regions(fields: &Fields) -> Vec<&Value> {
    let of = ["annotations", "completions", "predictions"];
    let results = of
        .iter()
        .filter_map(|name| fields.get(*name)?.as_array())
        .flatten()
        .filter_map(|annotation| annotation.get("result")?.as_array())
        .flatten();
    let is_region = |value: &&Value| {
        value
            .get("labels")
            .or(value.get("hypertextlabels"))
            .is_some()
    };
    results
        .filter_map(|result| result.get("value"))
        .filter(is_region)
        .collect()
}

/// The results of the first annotation that was not cancelled.
fn chosen(annotations: Vec<Value>, spans: &mut Spans<'_>) -> Option<Vec<Value>> {
    let was_cancelled = |annotation: &Value| {
        let flag = annotation.get("was_cancelled").and_then(Value::as_bool);
        flag.unwrap_or(false)
    };
    let mut standing = annotations
        .into_iter()
        .filter(|annotation| !was_cancelled(annotation));
    let mut first = standing.next()?;
    let others: Vec<String> = standing.map(|other| annotator(&other)).collect();
    if !others.is_empty() {
        spans.places.warn(format!(
            "of several annotations, the one by {} was read; left out: {}",
            annotator(&first),
            others.join(", ")
        ));
    }
    Some(list(first.get_mut("result").map(Value::take)))
}

fn annotator(annotation: &Value) -> String {
    let by = annotation.get("completed_by");
    let name = by
        .and_then(|by| by.get("email"))
        .or_else(|| by.and_then(|by| by.get("id")))
        .or(by)
        .and_then(words_of);
    name.map_or_else(
        || "an unknown annotator".to_owned(),
        |name| format!("annotator {name}"),
    )
}

/// What produced a result.
enum Model {
    None,
    Some {
        name: Option<String>,
        score: Option<f64>,
    },
}

impl Model {
    fn origin(&self, region: &Value) -> Option<Origin> {
        let Self::Some { name, score } = self else {
            return None;
        };
        let score = region.get("score").and_then(Value::as_f64).or(*score);
        Some(Origin::Suggested {
            by: name.clone().unwrap_or_default(),
            confidence: Confidence::from_probability(score?),
        })
    }
}

fn add_results(results: Vec<Value>, (model, task): (&Model, &TaskText), spans: &mut Spans<'_>) {
    let mut by_region: BTreeMap<String, usize> = BTreeMap::new();
    let mut others = Vec::new();
    for mut result in results {
        let is_region = result.get("value").is_some_and(|value| {
            value.get("labels").is_some() || value.get("hypertextlabels").is_some()
        });
        if !is_region {
            others.push(result);
            continue;
        }
        let value = result.get_mut("value").map(Value::take).unwrap_or_default();
        for mut span in region_spans(&value, task, spans) {
            let origin = model.origin(&result);
            if matches!(model, Model::Some { .. }) {
                span.state = SpanState::Suggested;
            }
            let state = span.state;
            if let Some(Value::Object(mut meta)) = result.get("meta").cloned() {
                if let Some(note) = meta.shift_remove("text") {
                    meta.insert("note".to_owned(), words_of(&note).into());
                }
                // Whose region it is says what it is: a reason does not make it a guess.
                meta.insert("state".to_owned(), state.word().into());
                take_extras(meta, &mut span, &mut spans.places, &mut spans.unread);
            }
            span.state = state;
            span.origin = span.origin.take().or(origin);
            if let Some(id) = result.get("id").and_then(words_of) {
                by_region.insert(id, spans.found.len());
            }
            spans.found.push(span);
        }
    }
    for other in others {
        add_to_region(&other, &by_region, spans);
    }
}

/// One span for each label of a region.
fn region_spans(value: &Value, task: &TaskText, spans: &mut Spans<'_>) -> Vec<RecordSpan> {
    let labels = value.get("labels").or_else(|| value.get("hypertextlabels"));
    let labels = labels.and_then(Value::as_array).map(Vec::as_slice);
    let labels = labels.unwrap_or_default();
    if labels.is_empty() {
        spans
            .places
            .warn("a region is left out: it has no label".to_owned());
        spans.places.lost += 1;
    }
    let mut found = Vec::new();
    for label in labels {
        let Some(label) = label_of(Some(label), &mut spans.places) else {
            continue;
        };
        let what = named(&label);
        let Some(range) = task.place(value, &what, &mut spans.places) else {
            spans.places.lost += 1;
            continue;
        };
        found.push(RecordSpan::new(label, range));
    }
    found
}

/// A relation between regions, or something written or chosen for one.
fn add_to_region(result: &Value, by_region: &BTreeMap<String, usize>, spans: &mut Spans<'_>) {
    let region = |name: &str| {
        let id = result.get(name).and_then(words_of)?;
        by_region.get(&id).copied()
    };
    let kind = result
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let found = if kind == "relation" {
        let labels = result.get("labels").and_then(words_of);
        let name = labels.filter(|labels| !labels.is_empty());
        let to = region("to_id").and_then(|to| spans.found.get(to));
        to.map(|to| RecordAttribute {
            words: spans.places.words(&to.range).to_owned(),
            at: Some(to.range.clone()),
        })
        .zip(region("from_id"))
        .map(|(attribute, from)| {
            (
                from,
                name.unwrap_or_else(|| "relation".to_owned()),
                attribute,
            )
        })
    } else {
        let name = result.get("from_name").and_then(words_of);
        let words = result
            .get("value")
            .and_then(|value| value.get(if kind == "textarea" { "text" } else { kind }))
            .and_then(words_of);
        match (region("id"), name, words) {
            (Some(at), Some(name), Some(words)) => Some((at, name, RecordAttribute::words(words))),
            _ => None,
        }
    };
    let Some((at, name, attribute)) = found else {
        // Parts of dialogues, of tables, of pictures.
        spans.places.lost += usize::from(kind.ends_with("labels"));
        spans.unread.insert(format!("results of the type “{kind}”"));
        return;
    };
    if let Some(span) = spans.found.get_mut(at) {
        span.attributes.insert(name, attribute);
    }
}
