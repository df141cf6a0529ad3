//! The description of a data set for machines, `croissant.json`: Croissant 1.0 of `MLCommons`, which is JSON-LD.
//!
//! <https://docs.mlcommons.org/croissant/docs/croissant-spec.html>, and for how it was annotated
//! <https://docs.mlcommons.org/croissant/docs/croissant-rai-spec.html>.

use serde_json::{Map, Value, json};

use crate::export::{Card, Settings};
use crate::hugging_face::card::name;
use crate::hugging_face::write::{METADATA, Rows, Written, column, file};
use copydesk_document::counted;

/// The column that is not described: mlcroissant reads by pandas, which takes a column of this name for points
/// in time, whatever it is said to be, and then stops at those that are words.
const DATE: &str = "date";

/// Of what a span has, what is there in every one.
const OF_SPANS: [(&str, &str); 8] = [
    ("start", "sc:Integer"),
    ("end", "sc:Integer"),
    ("label", "sc:Text"),
    ("text", "sc:Text"),
    ("state", "sc:Text"),
    ("by", "sc:Text"),
    ("annotator", "sc:Text"),
    ("note", "sc:Text"),
];

pub(super) fn croissant(rows: &Rows) -> String {
    let settings = &rows.settings;
    let mut set = Map::new();
    let mut put = |field: &str, value: Value| set.insert(field.to_owned(), value);
    put("@context", context());
    put("@type", "sc:Dataset".into());
    put("name", settings.name.as_str().into());
    put("conformsTo", "http://mlcommons.org/croissant/1.0".into());
    put("description", description(rows).into());
    for (field, words) in known(&settings.card) {
        put(field, words.into());
    }
    let names = rows.annotator_names();
    if !names.is_empty() {
        let person = |name: &&str| json!({ "@type": "sc:Person", "name": name });
        put("creator", names.iter().map(person).collect());
    }
    put("rai:dataAnnotationPlatform", Settings::GENERATOR.into());
    if let Some(guidelines) = &settings.card.guidelines {
        put("rai:dataAnnotationProtocol", guidelines.to_string().into());
    }
    let agreement = agreement(&settings.card);
    if !agreement.is_empty() {
        put("rai:dataAnnotationAnalysis", agreement.into());
    }
    let files = rows.files.iter();
    let files = files.map(|(split, written)| file_object(file(*split), written));
    put("distribution", files.collect());
    let splits = rows.files.keys();
    let sets = splits.map(|split| record_set(name(*split), file(*split), rows));
    put("recordSet", sets.collect());
    // Nothing in it can fail: all of it are words and numbers.
    let printed = serde_json::to_string_pretty(&Value::Object(set)).unwrap_or_default();
    printed + "\n"
}

/// What the card tells, by the fields of schema.org.
fn known(card: &Card) -> impl Iterator<Item = (&'static str, &str)> {
    let known = [
        ("license", card.license.as_str()),
        ("url", &card.url),
        ("datePublished", &card.published),
    ];
    known.into_iter().filter(|(_, words)| !words.is_empty())
}

fn description(rows: &Rows) -> String {
    let articles: usize = rows.files.values().map(|written| written.articles).sum();
    let spans: usize = rows.spans.values().sum();
    let labels: Vec<&str> = rows.spans.keys().map(String::as_str).collect();
    format!(
        "{} with {} ({}), as code points of their text and as tags of \
         their tokens.",
        counted(articles, "news article", "news articles"),
        counted(spans, "accepted span", "accepted spans"),
        labels.join(", ")
    )
}

/// One sentence for each row of the table in the card.
fn agreement(card: &Card) -> String {
    let Some(agreement) = &card.agreement else {
        return String::new();
    };
    let mut sentences = vec![format!(
        "Agreement of {} annotators on {}, with 95% intervals.",
        agreement.annotators,
        counted(agreement.articles, "article", "articles")
    )];
    for row in &agreement.rows {
        let figures = row.figures().into_iter();
        let figures = figures.filter_map(|(name, figure)| Some(format!("{name} {}", figure?)));
        let figures: Vec<String> = figures.collect();
        if !figures.is_empty() {
            sentences.push(format!("{}: {}.", row.name, figures.join(", ")));
        }
    }
    sentences.join(" ")
}

fn file_object(path: &str, written: &Written) -> Value {
    json!({
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "contentSize": format!("{} B", written.bytes),
        "encodingFormat": "application/jsonlines",
        "sha256": written.sha256(),
    })
}

fn record_set(split: &str, path: &str, rows: &Rows) -> Value {
    let field = |name: &str, kind: &str| {
        json!({
            "@type": "cr:Field",
            "@id": format!("{split}/{name}"),
            "name": name,
            "dataType": kind,
            "source": { "fileObject": { "@id": path }, "extract": { "column": name } },
        })
    };
    let repeated = |name: &str| {
        let mut field = field(name, "sc:Text");
        field["repeated"] = true.into();
        field
    };
    let words = METADATA.iter().filter(|name| **name != DATE);
    let mut fields: Vec<Value> = words.map(|name| field(name, "sc:Text")).collect();
    fields.push(field("marked", "sc:Boolean"));
    fields.push(repeated("tokens"));
    fields.push(field("text", "sc:Text"));
    fields.extend(rows.layers.iter().map(|it| repeated(&column(&it.name))));
    let of_spans = OF_SPANS.map(|(name, kind)| {
        json!({
            "@type": "cr:Field",
            "@id": format!("{split}/spans/{name}"),
            "name": name,
            "dataType": kind,
            "source": {
                "fileObject": { "@id": path },
                "extract": { "column": "spans" },
                "transform": { "jsonPath": format!("$[*].{name}") },
            },
        })
    });
    fields.push(json!({
        "@type": "cr:Field",
        "@id": format!("{split}/spans"),
        "name": "spans",
        "repeated": true,
        "subField": of_spans,
    }));
    json!({
        "@type": "cr:RecordSet",
        "@id": split,
        "name": split,
        "key": { "@id": format!("{split}/id") },
        "field": fields,
    })
}

/// The one that the specification recommends, in its appendix.
fn context() -> Value {
    let mut context = Map::new();
    let mut put = |name: &str, value: Value| context.insert(name.to_owned(), value);
    put("@language", "en".into());
    put("@vocab", "https://schema.org/".into());
    put("sc", "https://schema.org/".into());
    put("cr", "http://mlcommons.org/croissant/".into());
    put("rai", "http://mlcommons.org/croissant/RAI/".into());
    put("dct", "http://purl.org/dc/terms/".into());
    put("conformsTo", "dct:conformsTo".into());
    put("data", json!({ "@id": "cr:data", "@type": "@json" }));
    put(
        "dataType",
        json!({ "@id": "cr:dataType", "@type": "@vocab" }),
    );
    put(
        "examples",
        json!({ "@id": "cr:examples", "@type": "@json" }),
    );
    for term in TERMS {
        put(term, format!("cr:{term}").into());
    }
    Value::Object(context)
}

/// Words of Croissant that stand for themselves.
const TERMS: [&str; 26] = [
    "citeAs",
    "column",
    "equivalentProperty",
    "extract",
    "field",
    "fileObject",
    "fileProperty",
    "fileSet",
    "format",
    "includes",
    "isLiveDataset",
    "jsonPath",
    "key",
    "md5",
    "parentField",
    "path",
    "recordSet",
    "references",
    "regex",
    "repeated",
    "replace",
    "samplingRate",
    "separator",
    "source",
    "subField",
    "transform",
];
