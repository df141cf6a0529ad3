//! brat standoff: a file of annotations, and beside it the text that it is about.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Format;
use crate::brat::{FORMAT, NOTES};
use crate::import::offsets::left_out;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source, encoding};
use crate::notation::{percent_decoded, set_span_fields};
use copydesk_document::{Metadata, Record, RecordAttribute, RecordSpan};
use copydesk_text::{ArticleText, CodePointIndex, CodePointOffset};

pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let is_line = |line: &str| {
            let (id, rest) = line.split_once('\t').unwrap_or_default();
            // `T1`, `#12`; a star has no number.
            let number = id.strip_prefix(|first| "TRAEM#N".contains(first));
            let is_number =
                |number: &str| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
            let has_id = id == "*" || number.is_some_and(is_number);
            has_id && rest.contains(' ')
        };
        let Some(text) = head.text() else {
            return Likeness::No;
        };
        let is_empty = text.trim().is_empty();
        match (
            head.has_extension("ann"),
            head.first_line().is_some_and(is_line),
        ) {
            (true, true) => Likeness::Sure,
            (true, false) if is_empty => Likeness::Sure,
            (false, true) => Likeness::Maybe,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let stem = source.stem().to_owned();
        let name = format!("{stem}.txt");
        let Some(text) = (source.beside)(&name) else {
            let why = format!(
                "the text of these annotations should be in {name} beside them; put it there"
            );
            return Err(ImportError::malformed("", why));
        };
        let lines = match source.text() {
            Ok((lines, ..)) => lines,
            Err(ImportError::Empty) => String::new(),
            Err(error) => return Err(error),
        };
        let (text, mut warnings) = if text.is_empty() {
            (String::new(), Vec::new())
        } else {
            let decoded = encoding::decode(&text)?;
            (decoded.text, decoded.warnings)
        };
        let metadata = Metadata {
            id: percent_decoded(&stem),
            ..Metadata::default()
        };
        let index = Index::of(&text);
        let mut annotations = Annotations {
            index: &index,
            spans: BTreeMap::new(),
            triggers: BTreeMap::new(),
            warnings: Vec::new(),
            lost: 0,
        };
        let result = annotations.read(&lines).map(|()| {
            warnings.append(&mut annotations.warnings);
            let spans = annotations.finished(&mut warnings);
            let mut record = Record::new(ArticleText::new(text.as_str()), metadata);
            record.spans = spans;
            record.warnings = warnings;
            record.lost = annotations.lost;
            record.sort();
            record
        });
        // It is the last one either way.
        let _wants_more = each(result);
        Ok(())
    }
}

/// Offsets as brat means them: code points, of which `\r\n` is one for some and two for others.
struct Index<'a> {
    text: &'a str,
    code_points: CodePointIndex<'a>,
    /// Where a `\r` stands before a `\n`, in code points without those.
    returns: Vec<usize>,
    /// Whether `\r\n` counts as one.
    is_joined: std::cell::Cell<bool>,
}

impl<'a> Index<'a> {
    fn of(text: &'a str) -> Self {
        let code_points = CodePointIndex::new(text);
        let returns = text
            .match_indices("\r\n")
            .enumerate()
            .map(|(before, (at, _))| code_points.code_point_from_byte(at).0 - before)
            .collect();
        Self {
            text,
            code_points,
            returns,
            is_joined: std::cell::Cell::new(false),
        }
    }

    fn range(&self, start: i64, end: i64) -> Option<Range<usize>> {
        let at = |offset: i64| {
            let offset = usize::try_from(offset).ok()?;
            let hidden = if self.is_joined.get() {
                self.returns.partition_point(|at| *at < offset)
            } else {
                0
            };
            self.code_points
                .byte_from_code_point(CodePointOffset(offset + hidden))
        };
        let range = at(start)?..at(end)?;
        (range.start < range.end).then_some(range)
    }
}

struct Annotations<'a> {
    index: &'a Index<'a>,
    /// By the name of the line: `T1`.
    spans: BTreeMap<String, Marked>,
    /// The span that an event is at, by the name of the event’s line.
    triggers: BTreeMap<String, String>,
    warnings: Vec<String>,
    /// Spans that could not be taken.
    lost: usize,
}

struct Marked {
    span: RecordSpan,
    fields: BTreeMap<String, String>,
    attributes: BTreeMap<String, RecordAttribute>,
}

impl Annotations<'_> {
    fn read(&mut self, lines: &str) -> Result<(), Faulty> {
        let lines: Vec<(usize, &str)> = lines
            .split('\n')
            .enumerate()
            .map(|(at, line)| (at + 1, line.strip_suffix('\r').unwrap_or(line)))
            .collect();
        self.settle_line_ends(&lines);
        for (number, line) in &lines {
            if line.starts_with('T') {
                self.span(*number, line)?;
            }
        }
        for (_, line) in &lines {
            if let Some((event, trigger)) = event_of(line) {
                self.triggers.insert(event.to_owned(), trigger.to_owned());
            }
        }
        for (number, line) in &lines {
            let is_taken = match line.chars().next() {
                Some('#') => self.note(line),
                Some('A' | 'M') => self.attribute(line),
                Some('R') => self.relation(line),
                Some('N') => self.reference(line),
                Some('E') => self.event(line),
                Some('T') | None => continue,
                Some(_) => None,
            };
            if is_taken.is_none() {
                let what = line.split('\t').nth(1).unwrap_or(line);
                self.warnings.push(format!(
                    "Line {number} is left out, nothing here can hold it: {what}"
                ));
            }
        }
        Ok(())
    }

    /// The span that `name` means: itself, or what triggers the event.
    fn named(&self, name: &str) -> Option<&str> {
        let name = name.trim();
        let name = self.triggers.get(name).map_or(name, String::as_str);
        self.spans
            .get_key_value(name)
            .map(|(name, _)| name.as_str())
    }

    fn named_mut(&mut self, name: &str) -> Option<&mut Marked> {
        let name = self.named(name)?.to_owned();
        self.spans.get_mut(&name)
    }

    /// Finds out by the words how line ends are counted.
    fn settle_line_ends(&self, lines: &[(usize, &str)]) {
        if self.index.returns.is_empty() {
            return;
        }
        let fits = |is_joined: bool| {
            self.index.is_joined.set(is_joined);
            let fits = lines.iter().filter(|(_, line)| {
                bound(line).is_some_and(|(_, pieces, words)| {
                    let found: Option<Vec<&str>> = pieces
                        .into_iter()
                        .map(|(start, end)| self.index.text.get(self.index.range(start, end)?))
                        .collect();
                    found.is_some_and(|found| found.join(" ") == words)
                })
            });
            fits.count()
        };
        let (joined, apart) = (fits(true), fits(false));
        self.index.is_joined.set(joined > apart);
    }

    fn span(&mut self, number: usize, line: &str) -> Result<(), Faulty> {
        let place = format!("line {number}");
        let Some((label, pieces, words)) = bound(line) else {
            let why = "a span needs an id, a type with offsets, and its words, separated by tabs";
            return Err(Faulty::new(place, why));
        };
        let id = line.split('\t').next().unwrap_or_default();
        let (start, end) = pieces.iter().fold((i64::MAX, 0), |(start, end), piece| {
            (start.min(piece.0), end.max(piece.1))
        });
        let Some(range) = self.index.range(start, end) else {
            let why = if end <= start {
                "it ends before it begins"
            } else {
                "it lies outside the text"
            };
            self.warnings.push(left_out(&label, start, end, why));
            self.lost += 1;
            return Ok(());
        };
        for gap in pieces.windows(2) {
            let [before, after] = gap else { continue };
            let between = self.index.range(before.1, after.0);
            let between = between.and_then(|range| self.index.text.get(range));
            if between.is_some_and(|between| !between.trim().is_empty()) {
                self.warnings.push(format!(
                    "The pieces of “{label}” at {start}–{end} were joined, with the text between them"
                ));
                break;
            }
        }
        let found = self.index.text.get(range.clone()).unwrap_or_default();
        let ink = |words: &str| words.split_whitespace().collect::<String>();
        if pieces.len() == 1 && ink(found) != ink(words) {
            self.warnings.push(format!(
                "“{label}” at {start}–{end} should be “{words}”, but the text there reads “{found}”"
            ));
        }
        let mut span = RecordSpan::new(label, range);
        span.id = id.strip_prefix('T').and_then(|id| id.parse().ok());
        let mut marked = Marked {
            span,
            fields: BTreeMap::new(),
            attributes: BTreeMap::new(),
        };
        // What points at the id means the first that has it.
        let mut key = id.to_owned();
        if self.spans.contains_key(id) {
            self.warnings.push(format!(
                "{id} is there twice, again in line {number}; both spans were read"
            ));
            key = format!("{id} in line {number}");
            marked.span.id = None;
        }
        self.spans.insert(key, marked);
        Ok(())
    }

    /// `#1⇥AnnotatorNotes T5⇥checked`
    fn note(&mut self, line: &str) -> Option<()> {
        let mut parts = line.splitn(3, '\t').skip(1);
        let (kind, target) = parts.next()?.split_once(' ')?;
        let words = parts.next().unwrap_or_default();
        let name = if kind == NOTES { "note" } else { kind };
        self.named_mut(target)?.add(name, words);
        Some(())
    }

    /// `A1⇥Confidence T1 High`, or without a value.
    fn attribute(&mut self, line: &str) -> Option<()> {
        let mut parts = line.split('\t').nth(1)?.splitn(3, ' ');
        let (name, target) = (parts.next()?, parts.next()?);
        let value = percent_decoded(parts.next().unwrap_or("true"));
        let marked = self.named_mut(target)?;
        marked.fields.insert(percent_decoded(name), value);
        Some(())
    }

    /// `N1⇥Reference T1 Wikipedia:Q95⇥Port Varn`
    fn reference(&mut self, line: &str) -> Option<()> {
        let mut parts = line.split('\t').nth(1)?.splitn(3, ' ');
        let (name, target, entry) = (parts.next()?, parts.next()?, parts.next()?);
        self.named_mut(target)?.add(name, entry);
        Some(())
    }

    /// `R1⇥SaidBy Arg1:T5 Arg2:T2` gives `T5` an attribute with the words of `T2`.
    fn relation(&mut self, line: &str) -> Option<()> {
        let mut parts = line.split('\t').nth(1)?.split(' ');
        let name = percent_decoded(parts.next()?);
        let mut ends = parts.filter_map(|part| Some(part.split_once(':')?.1));
        let (from, to) = (ends.next()?, ends.next()?);
        self.point(from, name, to)
    }

    /// `E1⇥Attack:T2 Attacker:T1` gives the trigger `T2` an attribute for each part in the event.
    fn event(&mut self, line: &str) -> Option<()> {
        let (event, _) = event_of(line)?;
        let mut is_whole = Some(());
        for part in line.split('\t').nth(1)?.split(' ').skip(1) {
            let pointed = part
                .split_once(':')
                .and_then(|(role, to)| self.point(event, percent_decoded(role), to));
            if !part.is_empty() && pointed.is_none() {
                is_whole = None;
            }
        }
        is_whole
    }

    fn point(&mut self, from: &str, name: String, to: &str) -> Option<()> {
        let at = self.spans.get(self.named(to)?)?.span.range.clone();
        let words = self.index.text.get(at.clone())?.to_owned();
        let from = self.named_mut(from)?;
        let attribute = RecordAttribute {
            words,
            at: Some(at),
        };
        from.attributes.insert(name, attribute);
        Some(())
    }

    fn finished(&mut self, warnings: &mut Vec<String>) -> Vec<RecordSpan> {
        let spans = std::mem::take(&mut self.spans).into_values();
        let place = |start, end| self.index.range(start, end);
        spans
            .map(|marked| {
                let Marked {
                    mut span,
                    fields,
                    attributes,
                } = marked;
                warnings.extend(set_span_fields(
                    &mut span,
                    fields.into_iter().collect(),
                    &place,
                ));
                // What a note says of an attribute is more exact.
                for (name, attribute) in attributes {
                    span.attributes.entry(name).or_insert(attribute);
                }
                span
            })
            .collect()
    }
}

impl Marked {
    /// Adds a line to what is known by this name.
    fn add(&mut self, name: &str, words: &str) {
        self.fields
            .entry(percent_decoded(name))
            .and_modify(|before| {
                before.push('\n');
                before.push_str(words);
            })
            .or_insert_with(|| words.to_owned());
    }
}

/// The event and its trigger: `E1` and `T2` of `E1⇥Attack:T2 Attacker:T1`.
fn event_of(line: &str) -> Option<(&str, &str)> {
    let (event, rest) = line.split_once('\t')?;
    let (trigger, _) = rest.split_once(' ').unwrap_or((rest, ""));
    let (_, trigger) = trigger.split_once(':')?;
    event.starts_with('E').then_some((event, trigger.trim()))
}

/// Type, pieces in the file's offsets, and words.
type Bound<'a> = (String, Vec<(i64, i64)>, &'a str);

/// What `T6⇥Claim 2 15;22 37⇥Inflation hit Bank of England` says.
fn bound(line: &str) -> Option<Bound<'_>> {
    let mut parts = line.splitn(3, '\t');
    parts.next().filter(|id| id.starts_with('T'))?;
    let (label, pieces) = parts.next()?.split_once(' ')?;
    let words = parts.next().unwrap_or_default();
    let pieces: Option<Vec<(i64, i64)>> = pieces
        .split(';')
        .map(|piece| {
            let (start, end) = piece.trim().split_once(' ')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        })
        .collect();
    Some((percent_decoded(label), pieces?, words))
}
