//! Token patterns as spaCy writes them in JSON, turned into what each token must be.

use std::collections::BTreeSet;

use regex::Regex;
use serde_json::{Map, Value};

use crate::dictionary::flags::FLAGS;
use crate::dictionary::pattern::{MOST_STATES, State};
use crate::dictionary::token_test::{Comparison, Form, TokenTest, Wanted};
use copydesk_text::folded;

/// The keys for words, each with what it looks at.
const FORMS: [(&str, Form); 5] = [
    ("TEXT", Form::Text),
    ("ORTH", Form::Text),
    ("LOWER", Form::Lower),
    ("REGEX", Form::Text),
    ("SHAPE", Form::Shape),
];

const COMPARISONS: [(&str, Comparison); 6] = [
    ("==", Comparison::Equal),
    ("!=", Comparison::Unequal),
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    (">", Comparison::More),
    ("<", Comparison::Less),
];

/// How often a token may be there.
struct Times {
    least: usize,
    /// `None` for any number.
    most: Option<usize>,
    is_negated: bool,
}

/// What `tokens` expects, one after the other.
pub fn states(tokens: &[Value]) -> Result<Vec<State>, String> {
    let mut states = Vec::new();
    for token in tokens {
        let Value::Object(token) = token else {
            return Err("each token of a pattern must be an object".to_owned());
        };
        add_states(token, &mut states)?;
    }
    if states.iter().all(|state| state.is_optional) {
        return Err("the pattern matches nothing: no token of it must be there".to_owned());
    }
    Ok(states)
}

fn add_states(token: &Map<String, Value>, states: &mut Vec<State>) -> Result<(), String> {
    let mut tests = Vec::new();
    let mut times = Times::ONCE;
    for (key, value) in token {
        if key.eq_ignore_ascii_case("OP") {
            times = Times::parse(value)?;
        } else {
            add_tests(key, value, &mut tests)?;
        }
    }
    let count = times.most.unwrap_or(times.least + 1);
    if states.len().saturating_add(count) > MOST_STATES {
        return Err(format!("the pattern has more than {MOST_STATES} tokens"));
    }
    for number in 0..count {
        states.push(State {
            tests: tests.clone(),
            is_negated: times.is_negated,
            is_optional: number >= times.least,
            repeats: times.most.is_none() && number == times.least,
        });
    }
    Ok(())
}

impl Times {
    const ONCE: Self = Self::between(1, Some(1));

    const fn between(least: usize, most: Option<usize>) -> Self {
        Self {
            least,
            most,
            is_negated: false,
        }
    }

    fn parse(value: &Value) -> Result<Self, String> {
        let op = value.as_str().unwrap_or_default();
        let times = match op {
            "1" => Some(Self::ONCE),
            "!" => Some(Self {
                is_negated: true,
                ..Self::ONCE
            }),
            "?" => Some(Self::between(0, Some(1))),
            "*" => Some(Self::between(0, None)),
            "+" => Some(Self::between(1, None)),
            counts => Self::counted(counts),
        };
        times.ok_or_else(|| format!("“OP” must be !, ?, +, * or {{n,m}}, not {value}"))
    }

    /// `{n}`, `{n,m}`, `{n,}` and `{,m}`.
    fn counted(op: &str) -> Option<Self> {
        let counts = op.strip_prefix('{')?.strip_suffix('}')?;
        let number = |word: &str| word.trim().parse::<usize>().ok();
        let Some((least, most)) = counts.split_once(',') else {
            let count = number(counts)?;
            return Some(Self::between(count, Some(count)));
        };
        let least = match least.trim() {
            "" => 0,
            word => number(word)?,
        };
        let most = match most.trim() {
            "" => None,
            word => Some(number(word)?),
        };
        most.is_none_or(|most| most >= least)
            .then_some(Self::between(least, most))
    }
}

fn add_tests(key: &str, value: &Value, tests: &mut Vec<TokenTest>) -> Result<(), String> {
    let name = key.to_ascii_uppercase();
    if let Some((_, flag)) = FLAGS.iter().find(|(known, _)| *known == name) {
        let wanted = value.as_bool();
        let wanted = wanted.ok_or_else(|| format!("“{key}” must be true or false"))?;
        tests.push(TokenTest::Flag(*flag, wanted));
        return Ok(());
    }
    if name == "REGEX" {
        tests.push(TokenTest::Words(Form::Text, matching(key, value)?));
        return Ok(());
    }
    if name == "LENGTH" {
        return add_lengths(key, value, tests);
    }
    match FORMS.iter().find(|(known, _)| *known == name) {
        Some((_, form)) => add_words(key, *form, value, tests),
        None => Err(unknown(key)),
    }
}

fn unknown(key: &str) -> String {
    let forms = FORMS.iter().map(|(known, _)| *known);
    let flags = FLAGS.iter().map(|(known, _)| *known);
    let known: Vec<&str> = forms.chain(flags).chain(["LENGTH", "OP"]).collect();
    format!(
        "the key “{key}” cannot be used here; Copydesk knows {}",
        known.join(", ")
    )
}

fn add_words(
    key: &str,
    form: Form,
    value: &Value,
    tests: &mut Vec<TokenTest>,
) -> Result<(), String> {
    let of_form = |word: &str| match form {
        Form::Lower => folded(word),
        Form::Text | Form::Shape => word.to_owned(),
    };
    let list = |value: &Value| -> Option<BTreeSet<String>> {
        let words = value.as_array()?.iter();
        words.map(|word| word.as_str().map(of_form)).collect()
    };
    match value {
        Value::String(word) => {
            tests.push(TokenTest::Words(form, Wanted::Word(of_form(word))));
        }
        Value::Object(object) if !object.is_empty() => {
            for (within, value) in object {
                let not_words = || format!("“{within}” of “{key}” must be a list of words");
                let wanted = match within.to_ascii_uppercase().as_str() {
                    "IN" => Wanted::In(list(value).ok_or_else(not_words)?),
                    "NOT_IN" => Wanted::NotIn(list(value).ok_or_else(not_words)?),
                    "REGEX" => matching(within, value)?,
                    _ => return Err(unknown_within(key, within, "IN, NOT_IN, REGEX")),
                };
                tests.push(TokenTest::Words(form, wanted));
            }
        }
        _ => {
            return Err(format!(
                "“{key}” must be a word or have IN, NOT_IN or REGEX"
            ));
        }
    }
    Ok(())
}

fn matching(key: &str, value: &Value) -> Result<Wanted, String> {
    let regex = value
        .as_str()
        .ok_or_else(|| format!("“{key}” must be a regular expression"))?;
    let compiled = Regex::new(regex).map_err(|error| {
        // The last line says what is wrong; those before it point at the place.
        let words = error.to_string();
        let why = words.lines().last().unwrap_or_default();
        let why = why.trim_start_matches("error: ");
        format!("“{key}” has a regular expression that does not read, “{regex}”: {why}")
    })?;
    Ok(Wanted::Matching(compiled))
}

fn add_lengths(key: &str, value: &Value, tests: &mut Vec<TokenTest>) -> Result<(), String> {
    let number = |value: &Value| value.as_u64().and_then(|it| usize::try_from(it).ok());
    if let Some(length) = number(value) {
        tests.push(TokenTest::Length(Comparison::Equal, length));
        return Ok(());
    }
    let object = value.as_object().filter(|object| !object.is_empty());
    let object = object.ok_or_else(|| format!("“{key}” must be a number or a comparison"))?;
    for (within, value) in object {
        let not_number = || format!("“{within}” of “{key}” must be a number");
        let list = || -> Result<Vec<usize>, String> {
            let numbers = value.as_array().ok_or_else(not_number)?.iter();
            numbers
                .map(|value| number(value).ok_or_else(not_number))
                .collect()
        };
        let name = within.to_ascii_uppercase();
        let comparison = COMPARISONS.iter().find(|(known, _)| *known == name);
        tests.push(match (comparison, name.as_str()) {
            (Some((_, comparison)), _) => {
                TokenTest::Length(*comparison, number(value).ok_or_else(not_number)?)
            }
            (None, "IN") => TokenTest::LengthIn(list()?),
            (None, "NOT_IN") => TokenTest::LengthNotIn(list()?),
            (None, _) => {
                let known = "==, !=, >=, <=, >, <, IN, NOT_IN";
                return Err(unknown_within(key, within, known));
            }
        });
    }
    Ok(())
}

fn unknown_within(key: &str, within: &str, known: &str) -> String {
    format!("the key “{within}” cannot be used in “{key}”; Copydesk knows {known}")
}
