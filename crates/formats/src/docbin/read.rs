//! spaCy's `DocBin`: texts put together from their tokens, entities and span groups.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::ops::ControlFlow;

use flate2::read::ZlibDecoder;
use rmpv::Value;

use crate::Format;
use crate::docbin::details::{self, Details};
use crate::docbin::strings::spacy_string_id;
use crate::docbin::{ENT_IOB, ENT_TYPE, FORMAT, ORTH, state_of_group};
use crate::import::offsets::{Offsets, left_out};
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, MAX_BYTES, Source};
use copydesk_document::{Metadata, Record, RecordSpan, SpanState};
use copydesk_text::ArticleText;

/// Each `Doc` is an article, without an id unless Copydesk wrote it. Entities and all groups of
/// spans are read, and what is in more than one place only once.
pub(super) struct Reader;

/// The most bytes that a file may unpack to: eight times what a file may have.
const MAX_UNPACKED: u64 = 8 * MAX_BYTES as u64;

/// What is in a file.
struct Bin {
    strings: BTreeMap<u64, String>,
    attributes: Vec<u64>,
    /// All tokens of all docs, one number for each attribute.
    tokens: Vec<u64>,
    spaces: Vec<bool>,
    lengths: Vec<usize>,
    flags: Vec<Value>,
    span_groups: Vec<Value>,
    user_data: Vec<Value>,
}

/// The tokens of one doc within the file.
struct DocTokens<'a> {
    bin: &'a Bin,
    tokens: &'a [u64],
    spaces: &'a [bool],
}

/// What a doc marks: label, and start and end in code points.
type Mark = (String, i64, i64);

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let is_zlib = matches!(head.bytes, [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..]);
        if is_zlib && head.has_extension("spacy") {
            Likeness::Sure
        } else if is_zlib {
            Likeness::Maybe
        } else {
            Likeness::No
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bin = Bin::unpacked(&source.bytes()?)?;
        let (mut token_at, width) = (0, bin.attributes.len());
        for (index, length) in bin.lengths.iter().enumerate() {
            let end = token_at + length;
            // The lengths were summed up when the file was unpacked.
            let doc = DocTokens {
                bin: &bin,
                tokens: bin
                    .tokens
                    .get(token_at * width..end * width)
                    .unwrap_or_default(),
                spaces: bin.spaces.get(token_at..end).unwrap_or_default(),
            };
            token_at = end;
            let record = doc.record(index);
            let record = record.map_err(|why| Faulty::new(format!("doc {}", index + 1), why));
            if each(record) == ControlFlow::Break(()) {
                break;
            }
        }
        Ok(())
    }
}

impl Bin {
    fn unpacked(bytes: &[u8]) -> Result<Self, ImportError> {
        let mut plain = Vec::new();
        ZlibDecoder::new(bytes)
            .take(MAX_UNPACKED + 1)
            .read_to_end(&mut plain)
            .map_err(|error| malformed(&format!("not a DocBin, or truncated: {error}")))?;
        if plain.len() as u64 > MAX_UNPACKED {
            return Err(ImportError::Limit(
                "the file unpacks to more than 2 GiB; split it",
            ));
        }
        let value = rmpv::decode::read_value(&mut plain.as_slice())
            .map_err(|error| malformed(&format!("not a DocBin, or truncated: {error}")))?;
        drop(plain);
        let Value::Map(fields) = value else {
            return Err(malformed("it is not a map of fields, as a DocBin is"));
        };
        let mut fields: BTreeMap<String, Value> = fields
            .into_iter()
            .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), value)))
            .collect();
        Self::of(&mut fields)
    }

    fn of(fields: &mut BTreeMap<String, Value>) -> Result<Self, ImportError> {
        let mut numbers = |name: &str, size: usize| {
            let bytes = match fields.remove(name) {
                Some(Value::Binary(bytes)) if bytes.len() % size == 0 => bytes,
                _ => {
                    return Err(malformed(&format!(
                        "its field “{name}” is missing or malformed"
                    )));
                }
            };
            Ok(bytes)
        };
        let tokens = numbers("tokens", 8)?;
        let spaces = numbers("spaces", 1)?;
        let lengths = numbers("lengths", 4)?;
        let mut list = |name: &str| match fields.remove(name) {
            Some(Value::Array(values)) => values,
            _ => Vec::new(),
        };
        let strings = list("strings");
        let strings = strings.iter().filter_map(Value::as_str);
        let bin = Self {
            strings: strings
                .map(|string| (spacy_string_id(string), string.to_owned()))
                .collect(),
            attributes: list("attrs").iter().filter_map(Value::as_u64).collect(),
            tokens: tokens
                .as_chunks()
                .0
                .iter()
                .map(|bytes| u64::from_le_bytes(*bytes))
                .collect(),
            spaces: spaces.into_iter().map(|byte| byte != 0).collect(),
            lengths: lengths
                .as_chunks()
                .0
                .iter()
                .map(|bytes| usize::try_from(i32::from_le_bytes(*bytes)).unwrap_or(usize::MAX))
                .collect(),
            flags: list("flags"),
            span_groups: list("span_groups"),
            user_data: list("user_data"),
        };
        let count = bin
            .lengths
            .iter()
            .try_fold(0_usize, |sum, length| sum.checked_add(*length));
        let numbers = count.and_then(|count| count.checked_mul(bin.attributes.len()));
        if !bin.attributes.contains(&ORTH)
            || count != Some(bin.spaces.len())
            || numbers != Some(bin.tokens.len())
        {
            return Err(malformed("its tokens, spaces and lengths do not match"));
        }
        Ok(bin)
    }

    fn string(&self, id: u64) -> Option<&str> {
        match id {
            0 => Some(""),
            id => self.strings.get(&id).map(String::as_str),
        }
    }
}

impl DocTokens<'_> {
    fn record(&self, index: usize) -> Result<Record, String> {
        let has_unknown_spaces = self.bin.flags.get(index).is_some_and(|flags| {
            details::field(flags, "has_unknown_spaces").and_then(Value::as_bool) == Some(true)
        });
        let text = self.text(has_unknown_spaces)?;
        let mut record = Record::new(ArticleText::new(text), Metadata::default());
        if has_unknown_spaces {
            let warning = "The file does not say where spaces are; tokens were joined by one";
            record.warnings.push(warning.to_owned());
        }
        let text = record.text.clone();
        let offsets = Offsets::code_points(text.as_str());
        let details = self.bin.user_data.get(index);
        let mut details = Details::unpacked(details.and_then(Value::as_slice), &offsets);
        details.add_to_article(&mut record);
        let mut seen: Vec<(SpanState, Mark)> = Vec::new();
        for (key, mark) in self.groups(index)? {
            seen.push((state_of_group(&key), mark));
        }
        seen.extend(
            self.entities()
                .into_iter()
                .map(|mark| (SpanState::Accepted, mark)),
        );
        seen.sort();
        seen.dedup();
        for (state, mark) in seen {
            let (label, start, end) = mark;
            match offsets.range(start, end) {
                Ok(range) => {
                    let mut span = RecordSpan::new(label, range);
                    span.state = state;
                    details.add_to_span(&mut span, start, end);
                    record.spans.push(span);
                }
                Err(why) => record.lose(left_out(&label, start, end, why)),
            }
        }
        record.sort();
        Ok(record)
    }

    /// The attribute `number` of each token.
    fn column(&self, number: u64) -> Option<impl Iterator<Item = u64>> {
        let width = self.bin.attributes.len();
        let at = self.bin.attributes.iter().position(|one| *one == number)?;
        Some(self.tokens.iter().skip(at).step_by(width).copied())
    }

    fn words(&self) -> impl Iterator<Item = (usize, Option<&str>)> {
        let ids = self.column(ORTH).into_iter().flatten();
        ids.map(|id| self.bin.string(id)).enumerate()
    }

    fn has_space(&self, index: usize, has_unknown_spaces: bool) -> bool {
        has_unknown_spaces || self.spaces.get(index).copied().unwrap_or(false)
    }

    fn text(&self, has_unknown_spaces: bool) -> Result<String, String> {
        let mut text = String::new();
        for (index, word) in self.words() {
            let word = word.ok_or_else(|| {
                format!(
                    "token {} has a number that is not in the file's list of strings",
                    index + 1
                )
            })?;
            text.push_str(word);
            if self.has_space(index, has_unknown_spaces) {
                text.push(' ');
            }
        }
        Ok(text)
    }

    /// The entities that the tokens say.
    fn entities(&self) -> Vec<Mark> {
        let mut entities: Vec<Mark> = Vec::new();
        let (Some(iobs), Some(labels)) = (self.column(ENT_IOB), self.column(ENT_TYPE)) else {
            return entities;
        };
        let mut at = 0_i64;
        let mut is_inside = false;
        for (((index, word), iob), label) in self.words().zip(iobs).zip(labels) {
            let length = word.map_or(0, |word| word.chars().map(|_| 1_i64).sum());
            let label = self.bin.string(label).unwrap_or_default();
            match (iob, entities.last_mut()) {
                (1, Some(last)) if is_inside => last.2 = at + length,
                (1 | 3, _) if !label.is_empty() => {
                    entities.push((label.to_owned(), at, at + length));
                    is_inside = true;
                }
                _ => is_inside = false,
            }
            at += length + i64::from(self.has_space(index, false));
        }
        entities
    }

    /// The spans of all groups, each with its group's key.
    fn groups(&self, index: usize) -> Result<Vec<(String, Mark)>, String> {
        let damaged = |what: &str| format!("its span groups are damaged: {what}");
        let mut found = Vec::new();
        let packed = self.bin.span_groups.get(index).and_then(Value::as_slice);
        let packed = packed.filter(|bytes| !bytes.is_empty());
        let Some(mut packed) = packed else {
            return Ok(found);
        };
        let groups =
            rmpv::decode::read_value(&mut packed).map_err(|error| damaged(&error.to_string()))?;
        // Old versions have a list of groups, whose names are their keys.
        let groups: Vec<(Value, Option<Value>)> = match groups {
            Value::Map(groups) => groups
                .into_iter()
                .map(|(group, keys)| (group, Some(keys)))
                .collect(),
            Value::Array(groups) => groups.into_iter().map(|group| (group, None)).collect(),
            _ => return Err(damaged("they are neither a map nor a list")),
        };
        for (group, keys) in groups {
            let mut bytes = group.as_slice().unwrap_or_default();
            let group = rmpv::decode::read_value(&mut bytes)
                .map_err(|error| damaged(&error.to_string()))?;
            let named = details::field(&group, "name").cloned();
            let key = keys
                .as_ref()
                .and_then(|keys| keys.as_array()?.first()?.as_str());
            let key = key.map(str::to_owned);
            let named = named.and_then(|name| name.as_str().map(str::to_owned));
            let key = key.or(named).unwrap_or_default();
            let spans = details::field(&group, "spans").and_then(Value::as_array);
            for span in spans.into_iter().flatten() {
                let mark = span.as_slice().and_then(|bytes| self.mark(bytes));
                let mark =
                    mark.ok_or_else(|| damaged("a span is not 40 bytes with a known label"))?;
                found.push((key.clone(), mark));
            }
        }
        Ok(found)
    }

    /// A span that was packed as `>QQQllll`: id, knowledge base, label, tokens, characters.
    fn mark(&self, bytes: &[u8]) -> Option<Mark> {
        let label = u64::from_be_bytes(*bytes.get(16..24)?.as_array()?);
        let start = i32::from_be_bytes(*bytes.get(32..36)?.as_array()?);
        let end = i32::from_be_bytes(*bytes.get(36..40)?.as_array()?);
        let label = self.bin.string(label)?.to_owned();
        Some((label, i64::from(start), i64::from(end)))
    }
}

fn malformed(what: &str) -> ImportError {
    ImportError::malformed("", what)
}
