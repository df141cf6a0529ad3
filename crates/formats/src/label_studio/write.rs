//! Tasks for Label Studio, with the labeling configuration that they need.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::json::value::{Fields, Json};
use crate::json::write::{add_extras, article_fields, span_fields};
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
        let regions = regions(article, SpanState::Accepted).into_iter();
        let regions: Vec<Json<'_>> = regions.map(|(_, region)| region).collect();
        let mut annotations: Vec<Json<'_>> = Vec::new();
        if !regions.is_empty() {
            let annotation = [("id", self.count.into()), ("result", regions.into())];
            annotations.push(annotation.into());
        }
        let mut task = Fields::from([
            ("id", self.count.into()),
            ("data", data(article).into()),
            ("annotations", annotations.into()),
        ]);
        let predictions = predictions(article);
        if !predictions.is_empty() {
            task.put("predictions", predictions);
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

fn data<'a>(article: &Article<'a>) -> Fields<'a> {
    let mut data = Fields::from([("text", article.text().into())]);
    data.extend(article_fields(article));
    let rejected: Vec<Json<'_>> = article
        .record
        .spans
        .iter()
        .filter(|span| span.state == SpanState::Rejected)
        .map(|span| span_fields(article, span).into())
        .collect();
    if !rejected.is_empty() {
        data.put("rejected", rejected);
    }
    data
}

/// The regions of the spans with this state, whose ids are unique within the task.
fn regions<'a>(article: &Article<'a>, state: SpanState) -> Vec<(&'a RecordSpan, Json<'a>)> {
    let spans = article.record.spans.iter().enumerate();
    spans
        .filter(|(_, span)| span.state == state)
        .map(|(number, span)| (span, region(article, number, span)))
        .collect()
}

fn region<'a>(article: &Article<'a>, number: usize, span: &'a RecordSpan) -> Json<'a> {
    let place = article.code_points(&span.range);
    let value = [
        ("start", place.start.into()),
        ("end", place.end.into()),
        ("text", article.words(&span.range).into()),
        ("labels", vec![span.label.as_str().into()].into()),
    ];
    let mut region = Fields::from([
        ("id", format!("span-{number}").into()),
        ("from_name", "label".into()),
        ("to_name", "text".into()),
        ("type", "labels".into()),
        ("value", value.into()),
    ]);
    let mut meta = Fields::default();
    if let Some(id) = span.id {
        meta.put("id", id);
    }
    add_extras(article, span, &mut meta);
    if let Some(note) = meta.take("note") {
        meta.put("text", vec![note]);
    }
    if let Some(score) = meta.get("score") {
        region.put("score", score.clone());
    }
    if !meta.is_empty() {
        region.put("meta", meta);
    }
    region.into()
}

/// The suggested spans, one prediction for each suggester.
fn predictions<'a>(article: &Article<'a>) -> Vec<Json<'a>> {
    let mut by_model: BTreeMap<&str, (Vec<Json<'_>>, f64)> = BTreeMap::new();
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
    let prediction = |(model, (regions, sum)): (&'a str, (Vec<Json<'a>>, f64))| {
        if model.is_empty() {
            return [("result", regions.into())].into();
        }
        // How sure the suggester is on the whole, to percent, by which Label Studio sorts.
        let mean = (sum / regions.len() as f64).round() / 100.0;
        [
            ("model_version", model.into()),
            ("score", mean.into()),
            ("result", regions.into()),
        ]
        .into()
    };
    by_model.into_iter().map(prediction).collect()
}
