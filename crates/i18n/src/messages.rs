//! The messages of each language, read from its Fluent files when it is first spoken.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::pseudo;
use crate::{Direction, Language, spoken};

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// May choose between forms: `1 span`, `2 spans`.
    Number(u64),
    Text(Cow<'a, str>),
}

struct Messages {
    bundle: FluentBundle<FluentResource>,
    /// Those without arguments, ready to show.
    plain: HashMap<String, String>,
    problems: Vec<String>,
}

/// One for each part of the program, in each language.
macro_rules! files {
    ($language:literal: $($part:literal),+ $(,)?) => {
        &[$(($part, include_str!(concat!("../locales/", $language, "/", $part, ".ftl")))),+]
    };
}

macro_rules! parts {
    ($language:literal) => {
        files!(
            $language: "commands", "session", "settings", "dialogs", "review", "shell", "document",
            "suggest", "engine", "lint", "who", "statistics", "adjudicate"
        )
    };
}

type Files = &'static [(&'static str, &'static str)];

const ENGLISH: Files = parts!("en");

static MESSAGES: [LazyLock<Messages>; 4] = [
    LazyLock::new(|| Messages::new(Language::English, ENGLISH)),
    LazyLock::new(|| Messages::new(Language::German, parts!("de"))),
    LazyLock::new(|| Messages::new(Language::Spanish, parts!("es"))),
    LazyLock::new(|| Messages::new(Language::Pseudo, ENGLISH)),
];

impl Messages {
    fn of(language: Language) -> &'static Self {
        let [english, german, spanish, pseudo] = &MESSAGES;
        match language {
            Language::English => english,
            Language::German => german,
            Language::Spanish => spanish,
            Language::Pseudo => pseudo,
        }
    }

    fn new(language: Language, files: Files) -> Self {
        let locale = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks around arguments help only where both directions meet in one line.
        bundle.set_use_isolating(language.direction() == Direction::RightToLeft);
        if language == Language::Pseudo {
            bundle.set_transform(Some(pseudo::accented));
        }
        let mut problems = Vec::new();
        let mut ids = Vec::new();
        for (part, source) in files {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => resource,
                Err((resource, errors)) => {
                    problems.extend(errors.iter().map(|error| format!("{part}.ftl: {error}")));
                    resource
                }
            };
            ids.extend(message_ids(source).map(str::to_owned));
            if let Err(errors) = bundle.add_resource(resource) {
                problems.extend(errors.iter().map(|error| format!("{part}.ftl: {error}")));
            }
        }
        let mut messages = Self {
            bundle,
            plain: HashMap::new(),
            problems,
        };
        let plain = ids
            .into_iter()
            .filter_map(|id| Some((id.clone(), messages.formatted(&id, None)?)));
        messages.plain = plain.collect();
        messages
    }

    /// `None` if there is no such message, or an argument of it is missing.
    fn formatted(&self, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

/// The ids that stand at the start of a line of `source`; terms, which begin with `-`, are none.
fn message_ids(source: &str) -> impl Iterator<Item = &str> {
    source.lines().filter_map(|line| {
        let (id, _) = line.split_once('=')?;
        let is_id = line.starts_with(|first: char| first.is_ascii_alphabetic());
        is_id.then(|| id.trim_end())
    })
}

/// The message called `id`, which has no arguments. A message that a language lacks is English.
pub fn text(id: &'static str) -> &'static str {
    let of = |language| Messages::of(language).plain.get(id).map(String::as_str);
    of(spoken()).or_else(|| of(Language::English)).unwrap_or(id)
}

/// The message called `id` with `args`. A message that a language lacks is English.
pub fn format(id: &'static str, args: &[(&'static str, Value<'_>)]) -> String {
    let args: FluentArgs<'_> = args
        .iter()
        .map(|(name, value)| (*name, FluentValue::from(value)))
        .collect();
    let of = |language| Messages::of(language).formatted(id, Some(&args));
    of(spoken())
        .or_else(|| of(Language::English))
        .unwrap_or_else(|| id.to_owned())
}

/// What is wrong with the files of `language`, by the rules of Fluent.
pub fn problems(language: Language) -> &'static [String] {
    &Messages::of(language).problems
}

impl<'a> From<&'a Value<'_>> for FluentValue<'a> {
    fn from(value: &'a Value<'_>) -> Self {
        match value {
            Value::Number(number) => Self::from(*number),
            Value::Text(text) => Self::from(text.as_ref()),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Number(u64::from(number))
            }
        })+
    };
}

numbers!(u8, u16, u32, u64);

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}
