//! Tasks for Label Studio, with the labeling configuration that they need.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde_json::{Value, json};

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::write::{Fields, add_extras, article_fields, span_fields};
use crate::label_studio::FORMAT;
use crate::xml::write::push_attribute;
use copydesk_document::{ColorRole, Label, Origin, RecordSpan, SpanState};

pub(super) struct Writer;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("json")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Tasks {
            settings: settings.clone(),
            count: 0,
            others: BTreeSet::new(),
        })
    }
}

struct Tasks {
    settings: Settings,
    count: u64,
    /// Labels that the schema does not have.
    others: BTreeSet<String>,
}

impl DataSet for Tasks {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        _losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        self.count += 1;
        self.note_labels(article);
        let mut task = Fields::new();
        task.insert("id".to_owned(), self.count.into());
        task.insert("data".to_owned(), data(article).into());
        let regions = regions(article, SpanState::Accepted);
        let regions: Vec<Value> = regions.into_iter().map(|(_, region)| region).collect();
        let annotations = if regions.is_empty() {
            json!([])
        } else {
            json!([{ "id": self.count, "result": regions }])
        };
        task.insert("annotations".to_owned(), annotations);
        let predictions = predictions(article);
        if !predictions.is_empty() {
            task.insert("predictions".to_owned(), predictions.into());
        }
        let before: &[u8] = if self.count == 1 { b"[\n" } else { b",\n" };
        sink.write(Place::Main, before)?;
        sink.write(Place::Main, &serde_json::to_vec(&task)?)
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let end: &[u8] = if self.count == 0 { b"[]\n" } else { b"\n]\n" };
        sink.write(Place::Main, end)?;
        sink.write(Place::Beside(".config.xml"), self.config().as_bytes())
    }
}

impl Tasks {
    fn note_labels(&mut self, article: &Article<'_>) {
        let known = self.settings.schema.labels();
        for span in &article.record.spans {
            let is_known = known.iter().any(|label| label.id.as_str() == span.label);
            if !is_known && !self.others.contains(&span.label) {
                self.others.insert(span.label.clone());
            }
        }
    }

    fn config(&self) -> String {
        let known = self.settings.schema.labels().iter().map(known_label);
        let others = self.others.iter().map(|label| label_element(label, ""));
        let labels: String = known.chain(others).collect();
        format!(
            "<View>\n  <Labels name=\"label\" toName=\"text\">\n{labels}  </Labels>\n  \
             <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>\n</View>\n"
        )
    }
}

fn known_label(label: &Label) -> String {
    let background = match label.color {
        ColorRole::Blue => "#1f77b4",
        ColorRole::Green => "#2ca02c",
        ColorRole::Amber => "#ff7f0e",
        ColorRole::Magenta => "#e377c2",
        ColorRole::Teal => "#17becf",
        ColorRole::Violet => "#9467bd",
        ColorRole::Red => "#d62728",
        ColorRole::Gray => "#7f7f7f",
    };
    let rest = format!(" background=\"{background}\" hotkey=\"{}\"", label.key);
    label_element(label.id.as_str(), &rest)
}

/// The element of a label; `rest` are further attributes.
fn label_element(label: &str, rest: &str) -> String {
    let mut element = String::from("    <Label");
    push_attribute(&mut element, "value", label);
    element.push_str(rest);
    element.push_str("/>\n");
    element
}

fn data(article: &Article<'_>) -> Fields {
    let mut data = Fields::new();
    data.insert("text".to_owned(), article.text().into());
    data.extend(article_fields(article));
    let rejected: Vec<Value> = article
        .record
        .spans
        .iter()
        .filter(|span| span.state == SpanState::Rejected)
        .map(|span| span_fields(article, span).into())
        .collect();
    if !rejected.is_empty() {
        data.insert("rejected".to_owned(), rejected.into());
    }
    data
}

/// The regions of the spans with this state, whose ids are unique within the task.
fn regions<'a>(article: &Article<'a>, state: SpanState) -> Vec<(&'a RecordSpan, Value)> {
    let spans = article.record.spans.iter().enumerate();
    spans
        .filter(|(_, span)| span.state == state)
        .map(|(number, span)| (span, region(article, number, span)))
        .collect()
}

fn region(article: &Article<'_>, number: usize, span: &RecordSpan) -> Value {
    let place = article.code_points(&span.range);
    let mut region = json!({
        "id": format!("span-{number}"),
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": place.start,
            "end": place.end,
            "text": article.record.words(span),
            "labels": [span.label],
        },
    });
    let mut meta = Fields::new();
    if let Some(id) = span.id {
        meta.insert("id".to_owned(), id.into());
    }
    add_extras(article, span, &mut meta);
    if let Some(note) = meta.shift_remove("note") {
        meta.insert("text".to_owned(), vec![note].into());
    }
    if let Value::Object(fields) = &mut region {
        if let Some(score) = meta.get("score") {
            fields.insert("score".to_owned(), score.clone());
        }
        if !meta.is_empty() {
            fields.insert("meta".to_owned(), meta.into());
        }
    }
    region
}

/// The suggested spans, one prediction for each suggester.
fn predictions(article: &Article<'_>) -> Vec<Value> {
    let mut by_model: BTreeMap<&str, (Vec<Value>, f64)> = BTreeMap::new();
    for (span, region) in regions(article, SpanState::Suggested) {
        let (model, score) = match &span.origin {
            Some(Origin::Suggested { by, confidence }) => {
                (by.as_str(), f64::from(confidence.percent()))
            }
            _ => ("", 0.0),
        };
        let (regions, sum) = by_model.entry(model).or_default();
        regions.push(region);
        *sum += score;
    }
    let prediction = |(model, (regions, sum)): (&str, (Vec<Value>, f64))| {
        if model.is_empty() {
            return json!({ "result": regions });
        }
        // How sure the suggester is on the whole, to percent, by which Label Studio sorts.
        let mean = (sum / regions.len() as f64).round() / 100.0;
        json!({ "model_version": model, "score": mean, "result": regions })
    };
    by_model.into_iter().map(prediction).collect()
}
