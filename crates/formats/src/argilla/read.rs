//! Records of Argilla with their responses, which are decided, and suggestions, which are not.

use serde_json::Value;

use crate::Format;
use crate::argilla::FORMAT;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::json::article::{Spans, each_record, list, put_back, take_meta};
use crate::json::items::Item;
use crate::json::read::{Fields, Unread, take_metadata, take_record, take_text, words_of};
use crate::json::sketch::Sketch;
use copydesk_document::{Confidence, Origin, Record, SpanState, counted};

/// Of several people's responses to a question the first is read, and a warning names the others.
pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let Some(sketch) = Sketch::of(head) else {
            return Likeness::No;
        };
        let is_first = sketch.has_field("text")
            && ["annotation", "prediction"].iter().any(|name| {
                sketch.has(&format!("{name}[][]:number"))
                    || sketch.has(&format!("{name}[].start:number"))
            });
        let is_second = sketch.has("fields:object")
            && (sketch.has_field("responses") || sketch.has_field("suggestions"));
        let is_table = sketch.has_ending(".responses") || sketch.has_ending(".suggestion");
        if is_first || is_second || is_table && !sketch.has("fields:object") {
            Likeness::Sure
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        each_record(source, each, record)
    }
}

/// What Argilla keeps of a record that says nothing about the article.
const OWN: [&str; 16] = [
    "_server_id",
    "tokens",
    "vectors",
    "status",
    "inputs",
    "prediction_agent",
    "annotation_agent",
    "event_timestamp",
    "metrics",
    "explanation",
    "inserted_at",
    "updated_at",
    "multi_label",
    "search_keywords",
    "external_id",
    "dataset_id",
];

fn record(item: &Item<'_>, unread: &mut Unread) -> Result<Record, Faulty> {
    let mut fields = item.object()?;
    let given = fields.shift_remove("fields");
    let (name, text) = match given {
        Some(Value::Object(mut given)) => {
            let text = text_of(&mut given).map_err(|why| item.faulty(why))?;
            put_back(&mut fields, "fields", given);
            text
        }
        _ => text_of(&mut fields).map_err(|why| item.faulty(why))?,
    };
    let mut record = take_record(&mut Fields::new(), text);
    let meta = take_meta(&mut fields, "metadata", &mut record);
    put_back(&mut fields, "metadata", meta);
    let agent = fields.get("prediction_agent").and_then(words_of);
    for name in OWN {
        fields.shift_remove(name);
    }
    take_metadata(&mut fields, &mut record);
    let article = record.text.clone();
    let mut spans = Spans::new(article.as_str());
    first_version(&mut fields, agent.as_deref(), &mut spans);
    second_version(&mut fields, &name, &mut spans);
    table(&mut fields, &mut spans);
    without_decided(&mut spans);
    spans.finish(&mut record, fields, unread);
    Ok(record)
}

/// The name and the words of the field that is the text: one that is called so, else the longest.
fn text_of(fields: &mut Fields) -> Result<(String, String), String> {
    let length = |value: &Value| value.as_str().map_or(0, str::len);
    let longest = fields
        .iter()
        .filter(|(name, value)| value.is_string() && !name.contains('.'))
        .max_by_key(|(name, value)| (*name == "text", length(value)))
        .map(|(name, _)| name.clone());
    let name = longest.ok_or("none of its fields is a text")?;
    let text = take_text(fields, &[&name])?;
    Ok((name, text))
}

fn first_version(fields: &mut Fields, agent: Option<&str>, spans: &mut Spans<'_>) {
    for (name, state) in [
        ("annotation", SpanState::Accepted),
        ("prediction", SpanState::Suggested),
    ] {
        let found = list(fields.shift_remove(name));
        add(found, state, agent, spans);
    }
}

/// `responses` and `suggestions` by question.
fn second_version(fields: &mut Fields, text: &str, spans: &mut Spans<'_>) {
    for (name, state) in [
        ("responses", SpanState::Accepted),
        ("suggestions", SpanState::Suggested),
    ] {
        let questions = match fields.shift_remove(name) {
            Some(Value::Object(questions)) => questions,
            Some(Value::Array(answers)) => by_question(answers),
            _ => continue,
        };
        for (question, answers) in questions {
            let answers = match answers {
                Value::Array(answers) => answers,
                Value::Null => continue,
                answer => vec![answer],
            };
            take_answers(&question, answers, (state, text), spans);
        }
    }
}

/// Answers in one list, as Argilla’s server gives them, by the question that each names.
fn by_question(answers: Vec<Value>) -> Fields {
    let mut questions = Fields::new();
    for answer in answers {
        let name = answer.get("question_name").and_then(words_of);
        // A response may hold the values of all questions.
        let values = answer.get("values").and_then(Value::as_object).cloned();
        let all = match values {
            Some(values) => values
                .into_iter()
                .map(|(name, value)| (name, said_by(&answer, value)))
                .collect(),
            None => vec![(name.unwrap_or_default(), answer)],
        };
        for (name, answer) in all {
            let question = questions
                .entry(name)
                .or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(answers) = question {
                answers.push(answer);
            }
        }
    }
    questions
}

/// The answer to one question, with who gave it and how far it is.
fn said_by(answer: &Value, mut value: Value) -> Value {
    if let Value::Object(fields) = &mut value {
        for name in ["user_id", "status"] {
            if let Some(said) = answer.get(name).filter(|_| !fields.contains_key(name)) {
                fields.insert(name.to_owned(), said.clone());
            }
        }
    }
    value
}

fn take_answers(
    question: &str,
    answers: Vec<Value>,
    (state, text): (SpanState, &str),
    spans: &mut Spans<'_>,
) {
    let is =
        |answer: &Value, status: &str| answer.get("status").and_then(Value::as_str) == Some(status);
    let (discarded, mut standing): (Vec<Value>, Vec<Value>) = answers
        .into_iter()
        .partition(|answer| is(answer, "discarded"));
    if !discarded.is_empty() {
        let responses = counted(discarded.len(), "response", "responses");
        spans
            .places
            .warn(format!("{responses} to “{question}” left out as discarded"));
    }
    standing.sort_by_key(|answer| is(answer, "draft"));
    let mut standing = standing.into_iter();
    let Some(mut first) = standing.next() else {
        return;
    };
    if is(&first, "draft") {
        spans.places.warn(format!(
            "the response to “{question}” was read, and is a draft"
        ));
    }
    let others = standing.len();
    let value = first.get_mut("value").map(Value::take).unwrap_or_default();
    let Value::Array(mut found) = value else {
        spans.unread.insert(format!("the question “{question}”"));
        return;
    };
    if !found.iter().all(|span| span.get("start").is_some()) {
        spans.unread.insert(format!("the question “{question}”"));
        return;
    }
    if others > 0 {
        let by = first.get("user_id").and_then(words_of);
        let by = by.unwrap_or_else(|| "an unknown annotator".to_owned());
        spans.places.warn(format!(
            "of several responses to “{question}”, the one by {by} was read; {others} more left out"
        ));
    }
    // A data set may have several texts; spans say which they are of.
    found.retain(|span| {
        let of = span.get("field").and_then(Value::as_str);
        let is_here = of.is_none_or(|of| of == text);
        if !is_here {
            spans.places.lost += 1;
            let of = of.unwrap_or_default();
            spans.places.warn(format!(
                "a span of the field “{of}” is left out: the text read is “{text}”"
            ));
        }
        is_here
    });
    if let Some(Value::Array(scores)) = first.get("score") {
        for (span, score) in found.iter_mut().zip(scores) {
            if let Value::Object(span) = span {
                span.insert("score".to_owned(), score.clone());
            }
        }
    }
    let agent = first.get("agent").and_then(words_of);
    add(found, state, agent.as_deref(), spans);
}

/// `spans.responses` with a list for each person, and `spans.suggestion`.
fn table(fields: &mut Fields, spans: &mut Spans<'_>) {
    let names: Vec<String> = fields.keys().cloned().collect();
    for name in names {
        let Some((question, part)) = name.rsplit_once('.') else {
            continue;
        };
        match part {
            "responses" => {
                let mut answers = list(fields.shift_remove(&name)).into_iter();
                let found = list(answers.next());
                if answers.len() > 0 {
                    spans.places.warn(format!(
                        "of several responses to “{question}”, the first was read; {} more left out",
                        answers.len()
                    ));
                }
                add(found, SpanState::Accepted, None, spans);
            }
            "suggestion" => {
                let found = list(fields.shift_remove(&name));
                let agent = fields.get(&format!("{question}.suggestion.agent"));
                let agent = agent.and_then(words_of);
                add(found, SpanState::Suggested, agent.as_deref(), spans);
            }
            "users" | "status" | "agent" | "score" => {
                fields.shift_remove(&name);
            }
            _ => {}
        }
    }
}

/// Adds spans that are objects, or lists with the label before the place.
fn add(values: Vec<Value>, state: SpanState, agent: Option<&str>, spans: &mut Spans<'_>) {
    for value in values {
        let mut score = value.get("score").and_then(Value::as_f64);
        let value = match value {
            Value::Array(parts) if parts.first().is_some_and(Value::is_string) => {
                score = parts.get(3).and_then(Value::as_f64);
                let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
                Value::Array(vec![part(1), part(2), part(0)])
            }
            Value::Object(mut fields) => {
                fields.shift_remove("field");
                Value::Object(fields)
            }
            other => other,
        };
        let first = spans.found.len();
        spans.add_all(Some(Value::Array(vec![value])));
        for span in spans.found.iter_mut().skip(first) {
            span.state = state;
            span.origin = score
                .filter(|_| state == SpanState::Suggested)
                .map(|score| Origin::Suggested {
                    by: agent.unwrap_or_default().to_owned(),
                    confidence: Confidence::from_probability(score),
                });
        }
    }
}

/// A suggestion that a person has taken is an annotation.
fn without_decided(spans: &mut Spans<'_>) {
    let decided: Vec<_> = spans
        .found
        .iter()
        .filter(|span| span.state == SpanState::Accepted)
        .map(|span| (span.range.clone(), span.label.clone()))
        .collect();
    spans.found.retain(|span| {
        span.state != SpanState::Suggested
            || !decided
                .iter()
                .any(|(range, label)| *range == span.range && *label == span.label)
    });
}
