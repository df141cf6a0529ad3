//! What the fields of a gold span say beyond its words: a figure's value, a claim's speaker and cue.

use std::collections::BTreeMap;

use serde_json::Value;

use copydesk_document::{Attributes, FigureAmount, FigureUnit, FigureValue, Qualifier};
use copydesk_evaluate::{Attribution, GoldFacts, PredictedFacts};

/// The fields of a span by name, as words; what is null or empty is not there.
pub(in crate::cli) type Fields = BTreeMap<String, String>;

/// Those of our own annotations and suggestions.
pub(in crate::cli) fn fields(attributes: &Attributes) -> Fields {
    let fields = attributes.iter();
    fields
        .map(|(name, value)| (name.clone(), value.display()))
        .collect()
}

/// Those of a record: texts, numbers, and yes or no.
pub(in crate::cli) fn fields_of_record(record: serde_json::Map<String, Value>) -> Fields {
    let words = |value: Value| match value {
        Value::String(words) => Some(words).filter(|words| !words.is_empty()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    };
    record
        .into_iter()
        .filter_map(|(name, value)| Some((name, words(value)?)))
        .collect()
}

/// Whether the gold says so itself that a span need not be found.
pub(in crate::cli) fn is_optional(fields: &Fields) -> bool {
    let optional = fields.get("optional").map(String::as_str);
    matches!(optional, Some("yes" | "true" | "1"))
}

/// `names` are those of people, places and organizations in the same text: where the gold gives the
/// whole attributing clause instead of a speaker, any of them in it will do.
pub(in crate::cli) fn gold(fields: &Fields, names: &[&str]) -> GoldFacts {
    let cue = fields.get("cue").map(String::as_str);
    let speaker = fields.get("speaker").cloned();
    let attribution = match (fields.get("speech").map(String::as_str), cue) {
        (Some("true" | "yes" | "1"), _) | (None, Some(_)) => Attribution::Said,
        (Some(_), _) => Attribution::Otherwise,
        (None, None) if speaker.is_some() => Attribution::Earlier,
        (None, None) => Attribution::None,
    };
    // Where the gold names speakers, it leaves out the polarity “asserts”.
    let polarity = fields.get("polarity").cloned();
    let polarity = polarity.or_else(|| speaker.as_ref().map(|_| "asserts".to_owned()));
    let in_cue = || {
        let cue = cue.unwrap_or_default();
        let all = names.iter().filter(|name| holds_words(cue, name));
        all.map(|name| (*name).to_owned()).collect()
    };
    GoldFacts {
        value: value(fields),
        attribution,
        speakers: speaker.map_or_else(in_cue, |speaker| vec![speaker]),
        polarity,
    }
}

pub(in crate::cli) fn predicted(fields: &Fields) -> PredictedFacts {
    PredictedFacts {
        value: value(fields),
        has_cue: fields.contains_key("cue"),
        speaker: fields.get("speaker").cloned(),
        polarity: fields.get("polarity").cloned(),
    }
}

/// In our own way of writing values, or a range in brackets as Recognizers-Text has it: `(20,35]`.
fn value(fields: &Fields) -> Option<FigureValue> {
    let words = fields.get("value")?;
    let bounds = || {
        let inside = words.strip_prefix(['(', '['])?.strip_suffix([')', ']'])?;
        let (low, high) = inside.split_once(',')?;
        let (low, high) = (low.trim().parse().ok()?, high.trim().parse().ok()?);
        let range = FigureAmount::Range { low, high };
        FigureValue::new(Qualifier::Between, range, FigureUnit::none()).ok()
    };
    bounds().or_else(|| words.parse().ok())
}

/// Whether `words` stand in `text` and no letter or digit touches them.
fn holds_words(text: &str, words: &str) -> bool {
    let is_apart = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text
            .get(at + words.len()..)
            .and_then(|text| text.chars().next());
        is_apart(before) && is_apart(after)
    })
}

#[cfg(test)]
mod tests {
    use super::{Fields, gold, holds_words, value};
    use copydesk_evaluate::Attribution;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        let pairs = pairs.iter();
        pairs
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn attribution_follows_speech_or_else_the_cue() {
        for (pairs, attribution) in [
            (
                &[("speech", "true"), ("cue", "He said")][..],
                Attribution::Said,
            ),
            (
                &[("speech", "false"), ("cue", "He thinks")],
                Attribution::Otherwise,
            ),
            (&[("cue", "said"), ("speaker", "Ann")], Attribution::Said),
            (&[("speaker", "Ann")], Attribution::Earlier),
            (&[], Attribution::None),
        ] {
            assert_eq!(
                gold(&fields(pairs), &[]).attribution,
                attribution,
                "{pairs:?}"
            );
        }
    }

    #[test]
    fn speakers_are_the_names_in_a_clause() {
        let clause = fields(&[("speech", "true"), ("cue", "Ann Lee of NATO said")]);
        let names = ["Ann Lee", "Ann", "NATO", "Lee Ho"];
        assert_eq!(gold(&clause, &names).speakers, ["Ann Lee", "Ann", "NATO"]);
        assert!(!holds_words("Annals", "Ann") && holds_words("(Ann)", "Ann"));
    }

    #[test]
    fn values_are_read_in_our_form_and_in_brackets() {
        for (words, printed) in [
            ("75000000", "75000000"),
            ("100%", "100 percent"),
            ("about 5 percent", "about 5 percent"),
            ("(20,35]", "20..35"),
        ] {
            let value = value(&fields(&[("value", words)]));
            assert_eq!(
                value.map(|value| value.to_string()).as_deref(),
                Some(printed)
            );
        }
        assert_eq!(value(&fields(&[("value", "[20,)")])), None);
    }
}
