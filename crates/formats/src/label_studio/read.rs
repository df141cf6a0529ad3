//! Tasks of Label Studio with annotations and predictions, and its shorter `JSON_MIN`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, each_record, list, put_back};
use crate::json::items::Item;
use crate::json::read::{
    Fields, TEXT_NAMES, Unread, label_of, named, take_extras, take_record, take_text, words_of,
};
use crate::json::sketch::Sketch;
use crate::label_studio::FORMAT;
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
    let text = text_of(&mut data).map_err(|why| item.faulty(why))?;
    let mut record = take_record(&mut data, text);
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
        add_results(results, &Model::None, &mut spans);
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
        add_results(list(prediction.shift_remove("result")), &model, &mut spans);
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
    let text = text_of(&mut fields).map_err(|why| item.faulty(why))?;
    for name in [
        "annotator",
        "annotation_id",
        "created_at",
        "updated_at",
        "lead_time",
    ] {
        fields.shift_remove(name);
    }
    let mut record = take_record(&mut fields, text);
    let article = record.text.clone();
    let mut spans = Spans::new(article.as_str());
    let is_regions = |value: &Value| {
        let regions = value.as_array().map(Vec::as_slice).unwrap_or_default();
        !regions.is_empty() && regions.iter().any(|region| region.get("labels").is_some())
    };
    let names: Vec<String> = fields
        .iter()
        .filter(|(_, value)| is_regions(value))
        .map(|(name, _)| name.clone())
        .collect();
    for name in names {
        for value in list(fields.shift_remove(&name)) {
            let found = region_spans(&value, &mut spans);
            spans.found.extend(found);
        }
    }
    spans.add_all(fields.shift_remove("rejected"));
    spans.finish(&mut record, fields, unread);
    Ok(record)
}

/// The text under a usual name, or else the only string.
fn text_of(data: &mut Fields) -> Result<String, String> {
    if TEXT_NAMES.iter().any(|name| data.contains_key(*name)) {
        return take_text(data, &TEXT_NAMES);
    }
    let strings: Vec<&String> = data
        .iter()
        .filter(|(_, value)| value.is_string())
        .map(|(name, _)| name)
        .collect();
    match strings.as_slice() {
        [name] => {
            let name = (*name).clone();
            take_text(data, &[&name])
        }
        [] => Err("its data has no text".to_owned()),
        _ => Err(
            "its data has no field “text”, but several others that could be the text".to_owned(),
        ),
    }
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

fn add_results(results: Vec<Value>, model: &Model, spans: &mut Spans<'_>) {
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
        for mut span in region_spans(&value, spans) {
            let origin = model.origin(&result);
            if matches!(model, Model::Some { .. }) {
                span.state = SpanState::Suggested;
            }
            let state = span.state;
            if let Some(Value::Object(mut meta)) = result.get("meta").cloned() {
                if let Some(note) = meta.shift_remove("text") {
                    meta.insert("note".to_owned(), words_of(&note).into());
                }
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
fn region_spans(value: &Value, spans: &mut Spans<'_>) -> Vec<RecordSpan> {
    let labels = value.get("labels").or_else(|| value.get("hypertextlabels"));
    let labels = labels.and_then(Value::as_array).map(Vec::as_slice);
    let labels = labels.unwrap_or_default();
    if labels.is_empty() {
        spans
            .places
            .warn("a region is left out: it has no label".to_owned());
    }
    // Offsets into HTML are paths; those into its text are beside.
    let place = value.get("globalOffsets").unwrap_or(value);
    let mut found = Vec::new();
    for label in labels {
        let Some(label) = label_of(Some(label), &mut spans.places) else {
            continue;
        };
        let what = named(&label);
        let Some(range) = spans
            .places
            .range_of(&what, place.get("start"), place.get("end"))
        else {
            continue;
        };
        if let Some(quote) = value.get("text").and_then(Value::as_str) {
            spans.places.check_quote(&what, &range, quote);
        }
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
        spans.unread.insert(format!("results of the type “{kind}”"));
        return;
    };
    if let Some(span) = spans.found.get_mut(at) {
        span.attributes.insert(name, attribute);
    }
}
