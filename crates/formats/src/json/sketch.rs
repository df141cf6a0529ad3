//! Which fields the first value of a JSON file has, by which formats are distinguished.

use std::collections::BTreeSet;
use std::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::import::Head;

/// Paths with the kinds of their values, such as `spans[].start:number`. Of an array at the top the
/// elements count as if each were the top. A value that the end of the head cuts is there as far
/// as it goes.
#[derive(Default)]
pub(crate) struct Sketch {
    paths: BTreeSet<String>,
}

/// How many elements of an array are looked at: the first may lack what the next has.
const ELEMENTS: usize = 8;

const MAX_DEPTH: usize = 8;

impl Sketch {
    /// `None` if the file does not begin like JSON. Of records one a line the first may be damaged: then
    /// one of the next tells.
    pub fn of(head: &Head<'_>) -> Option<Self> {
        let text = head.text()?.trim_start();
        if !text.starts_with(['{', '[']) {
            return None;
        }
        Self::of_value(text).or_else(|| {
            let lines = text.lines().skip(1).filter(|line| line.starts_with('{'));
            lines.take(ELEMENTS).find_map(Self::of_value)
        })
    }

    fn of_value(text: &str) -> Option<Self> {
        let mut sketch = Self::default();
        let looked = Looker {
            sketch: &mut sketch,
            path: String::new(),
            depth: 0,
        }
        .deserialize(&mut serde_json::Deserializer::from_str(text));
        match looked {
            Err(error) if !error.is_eof() => None,
            _ => Some(sketch),
        }
    }

    /// Whether there is `path` with a value of this kind: `spans[].start:number`.
    pub fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Whether there is a field at the top whose name ends so.
    pub fn has_ending(&self, ending: &str) -> bool {
        let ending = format!("{ending}:list");
        self.paths
            .iter()
            .any(|path| path.ends_with(&ending) && !path.contains("[]"))
    }

    /// Whether there is `path`, whatever its value is.
    pub fn has_field(&self, path: &str) -> bool {
        let kind = format!("{path}:");
        self.paths
            .range(kind.clone()..)
            .next()
            .is_some_and(|found| found.starts_with(&kind))
    }
}

struct Looker<'a> {
    sketch: &'a mut Sketch,
    path: String,
    depth: usize,
}

impl Looker<'_> {
    fn note(&mut self, kind: &str) {
        self.sketch.paths.insert(format!("{}:{kind}", self.path));
    }
}

impl<'de> DeserializeSeed<'de> for Looker<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.depth > MAX_DEPTH {
            return deserializer.deserialize_ignored_any(IgnoredAny).map(drop);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Looker<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON")
    }

    fn visit_bool<E: Error>(mut self, _value: bool) -> Result<(), E> {
        self.note("bool");
        Ok(())
    }

    fn visit_i64<E: Error>(mut self, _value: i64) -> Result<(), E> {
        self.note("number");
        Ok(())
    }

    fn visit_u64<E: Error>(mut self, _value: u64) -> Result<(), E> {
        self.note("number");
        Ok(())
    }

    fn visit_f64<E: Error>(mut self, _value: f64) -> Result<(), E> {
        self.note("number");
        Ok(())
    }

    fn visit_str<E: Error>(mut self, _value: &str) -> Result<(), E> {
        self.note("string");
        Ok(())
    }

    fn visit_unit<E: Error>(mut self) -> Result<(), E> {
        self.note("null");
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut elements: A) -> Result<(), A::Error> {
        self.note("list");
        let path = if self.depth == 0 {
            String::new()
        } else {
            format!("{}[]", self.path)
        };
        for _ in 0..ELEMENTS {
            let element = Looker {
                sketch: self.sketch,
                path: path.clone(),
                depth: self.depth + 1,
            };
            if elements.next_element_seed(element)?.is_none() {
                return Ok(());
            }
        }
        while elements.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<(), A::Error> {
        self.note("object");
        while let Some(name) = fields.next_key::<String>()? {
            let path = if self.path.is_empty() {
                name
            } else {
                format!("{}.{name}", self.path)
            };
            // Before the value, which the end of the head may cut.
            self.sketch.paths.insert(format!("{path}:"));
            fields.next_value_seed(Looker {
                sketch: self.sketch,
                path,
                depth: self.depth + 1,
            })?;
        }
        Ok(())
    }
}
