//! The values of a file of JSON one after the other: lines, the elements of an array, or an object
//! over several lines.

use std::fmt;
use std::io::{BufRead, Read as _};
use std::ops::ControlFlow;

use serde::Deserializer as _;
use serde::de::{Error as _, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use crate::import::{Faulty, ImportError, Line, MAX_LINE_BYTES, Source, next_line};

/// One value of a file.
pub(crate) struct Item<'a> {
    /// For a person: `line 7`, `element 3`.
    pub place: String,
    pub json: &'a str,
}

/// Takes one value after the other; `Break` where no more are wanted.
pub(crate) type EachItem<'a> = dyn FnMut(Result<Item<'_>, Faulty>) -> ControlFlow<()> + 'a;

impl Item<'_> {
    pub fn value(&self) -> Result<Value, Faulty> {
        serde_json::from_str(self.json)
            .map_err(|error| Faulty::new(&self.place, no_json(&error, false)))
    }

    pub fn object(&self) -> Result<Map<String, Value>, Faulty> {
        match self.value()? {
            Value::Object(fields) => Ok(fields),
            other => Err(self.faulty(format!("it is {}, not a JSON object", kind_of(&other)))),
        }
    }

    pub fn faulty(&self, why: impl Into<String>) -> Faulty {
        Faulty::new(&self.place, why)
    }
}

/// What `value` is, for a person.
pub(crate) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// Gives each value of `source` to `each`. A line that is no JSON does not hinder the next; within
/// an array or an object over several lines the first fault ends the file.
pub(crate) fn each_item(
    source: &mut Source<'_>,
    each: &mut EachItem<'_>,
) -> Result<(), ImportError> {
    let mut blank_lines = 0;
    let first = skip_blanks(source.input, &mut blank_lines)?;
    let mut next = None;
    if matches!(first, Some(b'[' | b'{')) {
        source.input.consume(1);
        // Counted apart: a line end right after the first character shows how the file is laid out.
        next = source.input.fill_buf().map_err(failed)?.first().copied();
    }
    match first {
        None => Err(ImportError::Empty),
        Some(b'{') => {
            let mut input = (&b"{"[..]).chain(&mut *source.input);
            if matches!(next, Some(b'\n' | b'\r')) {
                return values(&mut input, blank_lines, each);
            }
            let first = whole_line(&mut input)?;
            let goes_on = first.as_deref().is_some_and(goes_on);
            let second = if goes_on {
                whole_line(&mut input)?
            } else {
                None
            };
            let is_record = |line: &Vec<u8>| serde_json::from_slice::<IgnoredAny>(line).is_ok();
            let is_lines = !goes_on || second.as_ref().is_some_and(is_record);
            let head = [first.unwrap_or_default(), second.unwrap_or_default()].concat();
            let mut input = head.as_slice().chain(input);
            if is_lines {
                lines(&mut input, blank_lines, each)
            } else {
                values(&mut input, blank_lines, each)
            }
        }
        Some(b'[') => {
            let mut lines_inside = 0;
            let next = skip_blanks(source.input, &mut lines_inside)?;
            let blank_lines = blank_lines + lines_inside;
            let mut input = (&b"["[..]).chain(&mut *source.input);
            // An array that begins with a string is itself a record: `["text", {…}]`.
            if next == Some(b'"') {
                lines(&mut input, blank_lines, each)
            } else {
                elements(&mut input, blank_lines, each)
            }
        }
        Some(_) => lines(source.input, blank_lines, each),
    }
}

/// Whether a line ends before the object that it begins: of records one a line the next one is whole.
fn goes_on(line: &[u8]) -> bool {
    line.ends_with(b"\n")
        && serde_json::from_slice::<IgnoredAny>(line).is_err_and(|error| error.is_eof())
}

/// The next line with its end, if there is one; one that is too long for any record as far as it may go.
fn whole_line(input: &mut dyn BufRead) -> Result<Option<Vec<u8>>, ImportError> {
    let mut line = Vec::new();
    let most = MAX_LINE_BYTES as u64 + 1;
    let read = input.take(most).read_until(b'\n', &mut line);
    read.map_err(failed)?;
    Ok((!line.is_empty()).then_some(line))
}

/// Goes over white space and a byte-order mark to the next byte, which stays.
fn skip_blanks(input: &mut dyn BufRead, lines: &mut usize) -> Result<Option<u8>, ImportError> {
    loop {
        let next = input.fill_buf().map_err(failed)?.first().copied();
        match next {
            Some(b'\n') => *lines += 1,
            Some(b' ' | b'\t' | b'\r' | 0xEF | 0xBB | 0xBF) => {}
            other => return Ok(other),
        }
        input.consume(1);
    }
}

fn lines(
    input: &mut dyn BufRead,
    lines_before: usize,
    each: &mut EachItem<'_>,
) -> Result<(), ImportError> {
    let mut number = lines_before;
    while let Some(line) = next_line(input).map_err(failed)? {
        number += 1;
        let place = format!("line {number}");
        let taken = match &line {
            Line::TooLong => {
                let most = MAX_LINE_BYTES / 1024 / 1024;
                each(Err(Faulty::new(
                    place,
                    format!("it is longer than {most} MiB"),
                )))
            }
            Line::Whole(bytes) if bytes.trim_ascii().is_empty() => ControlFlow::Continue(()),
            Line::Whole(bytes) => match str::from_utf8(bytes) {
                Ok(json) => each(Ok(Item { place, json })),
                Err(error) => {
                    let at = error.valid_up_to() + 1;
                    each(Err(Faulty::new(
                        place,
                        format!("it is not UTF-8 at byte {at}"),
                    )))
                }
            },
        };
        if taken.is_break() {
            break;
        }
    }
    Ok(())
}

fn elements(
    input: &mut dyn BufRead,
    lines_before: usize,
    each: &mut EachItem<'_>,
) -> Result<(), ImportError> {
    let mut is_enough = false;
    let mut deserializer = serde_json::Deserializer::from_reader(input);
    let elements = Elements {
        each,
        is_enough: &mut is_enough,
    };
    let read = deserializer
        .deserialize_seq(elements)
        .and_then(|()| deserializer.end());
    match read {
        Err(error) if !is_enough => Err(malformed(&error, lines_before)),
        _ => Ok(()),
    }
}

struct Elements<'a, 'b> {
    each: &'a mut EachItem<'b>,
    is_enough: &'a mut bool,
}

impl<'de> Visitor<'de> for Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<(), A::Error> {
        let mut number = 0;
        while let Some(raw) = elements.next_element::<Box<RawValue>>()? {
            number += 1;
            let item = Item {
                place: format!("element {number}"),
                json: raw.get(),
            };
            if (self.each)(Ok(item)).is_break() {
                *self.is_enough = true;
                return Err(A::Error::custom("no more is wanted"));
            }
        }
        Ok(())
    }
}

/// Values that may go over several lines, with white space between.
fn values(
    input: &mut dyn BufRead,
    lines_before: usize,
    each: &mut EachItem<'_>,
) -> Result<(), ImportError> {
    let values = serde_json::Deserializer::from_reader(input).into_iter::<Box<RawValue>>();
    for (number, raw) in (1..).zip(values) {
        let raw = raw.map_err(|error| malformed(&error, lines_before))?;
        let item = Item {
            place: format!("object {number}"),
            json: raw.get(),
        };
        if each(Ok(item)).is_break() {
            break;
        }
    }
    Ok(())
}

fn malformed(error: &serde_json::Error, lines_before: usize) -> ImportError {
    if error.is_io() {
        return ImportError::Io(error.to_string());
    }
    let place = format!("line {}", lines_before + error.line());
    ImportError::malformed(place, no_json(error, true))
}

/// The library's words without the place at their end, of which the line may be known better.
fn no_json(error: &serde_json::Error, has_lines: bool) -> String {
    let words = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let words = words.strip_suffix(&place).unwrap_or(&words);
    let column = error.column();
    match error.line() {
        0 => format!("not valid JSON: {words}"),
        line if line > 1 && !has_lines => {
            format!("not valid JSON at its line {line}, column {column}: {words}")
        }
        _ => format!("not valid JSON at column {column}: {words}"),
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` asks for"
)]
fn failed(error: std::io::Error) -> ImportError {
    ImportError::Io(error.to_string())
}
