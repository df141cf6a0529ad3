//! `WebAnno` TSV 3.2 and 3.3, as `INCEpTION` exports it: one article a file.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Format;
use crate::import::offsets::{Offsets, left_out};
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::notation::{percent_decoded, set_span_fields};
use crate::webanno::escapes::{split_unescaped, unescaped_text, unescaped_value};
use crate::webanno::{FORMAT, HEADER, LABEL};
use copydesk_document::{Metadata, Record, RecordSpan, counted};
use copydesk_text::ArticleText;

pub(super) struct Reader;

/// Features whose words are the label of a span, the likeliest first.
const LABELS: [&str; 5] = [LABEL, "label", "kind", "type", "category"];

/// More white space than this between sentences is an accident or an attack.
const WIDEST_GAP: usize = 1 << 20;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        match head.first_line() {
            Some(line) if line.starts_with(HEADER) => Likeness::Sure,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let (lines, _, warnings) = source.text()?;
        if !lines.starts_with(HEADER) {
            let what = "the file does not begin with “#FORMAT=WebAnno TSV 3”";
            return Err(ImportError::malformed("line 1", what));
        }
        let stem = source.stem().to_owned();
        let mut file = File {
            warnings,
            ..File::default()
        };
        let result = file
            .read(&lines)
            .map(|()| file.finished(percent_decoded(&stem)));
        // It is the last one either way.
        let _wants_more = each(result);
        Ok(())
    }
}

#[derive(Default)]
struct File {
    columns: Vec<Column>,
    text: String,
    /// The length of the text in UTF-16 code units.
    length: usize,
    /// The lines of the sentence whose words come next.
    sentence: Option<String>,
    spans: Vec<Marked>,
    /// Places in `spans` by layer and number.
    numbered: BTreeMap<(usize, String), usize>,
    warnings: Vec<String>,
    /// Layers and links with something in them that is not read, by how they are called.
    unread: BTreeMap<String, usize>,
    /// Whether a row has been found to have other columns than the header says.
    is_off: bool,
}

/// A column of spans; others are left out.
struct Column {
    /// The place of its layer among them.
    layer: usize,
    layer_name: String,
    /// Empty where the layer has none.
    feature: String,
    /// What a link to other spans is called.
    role: String,
    is_span: bool,
}

/// One of the values in a column of a row.
struct Cell<'a> {
    column: usize,
    /// Its place among the values that share the column and the row.
    stacked: usize,
    value: &'a str,
    /// The row's word or part of one, in UTF-16 code units.
    range: &'a Range<i64>,
}

struct Marked {
    layer: usize,
    /// In UTF-16 code units.
    range: Range<i64>,
    features: BTreeMap<String, String>,
}

impl File {
    fn read(&mut self, lines: &str) -> Result<(), Faulty> {
        for (at, line) in lines.split('\n').enumerate().skip(1) {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let place = || format!("line {}", at + 1);
            if let Some(words) = line.strip_prefix("#Text=") {
                let words = unescaped_text(words);
                match &mut self.sentence {
                    Some(sentence) => {
                        sentence.push('\n');
                        sentence.push_str(&words);
                    }
                    None => self.sentence = Some(words),
                }
            } else if let Some(declaration) = line.strip_prefix("#T_") {
                self.declare(declaration);
            } else if !line.is_empty() && !line.starts_with('#') {
                self.unit(line).map_err(|why| Faulty::new(place(), why))?;
            }
        }
        Ok(())
    }

    /// `SP=webanno.custom.Claim|value|note`
    fn declare(&mut self, declaration: &str) {
        let (kind, rest) = declaration.split_once('=').unwrap_or((declaration, ""));
        let mut parts = rest.split('|');
        let name = parts.next().unwrap_or_default();
        let layer_name = name.rsplit('.').next().unwrap_or(name).to_owned();
        let layer = self.columns.last().map_or(0, |column| column.layer + 1);
        let mut features: Vec<&str> = parts.collect();
        if features.is_empty() {
            features.push("");
        }
        if kind != "SP" {
            self.unread.insert(unread_name(&layer_name, ""), 0);
        }
        for feature in features {
            self.columns.push(Column {
                layer,
                layer_name: layer_name.clone(),
                feature: feature.to_owned(),
                is_span: kind == "SP" && !feature.starts_with("ROLE_") && !feature.contains('.'),
                role: feature
                    .strip_prefix("ROLE_")
                    .map_or_else(String::new, |role| {
                        let (_, role) = role.split_once(':').unwrap_or_default();
                        role.split('_').next().unwrap_or_default().to_owned()
                    }),
            });
        }
    }

    /// `1-4⇥17-20⇥3.5⇥CLAIM[1]⇥FIGURE[2]⇥`
    fn unit(&mut self, line: &str) -> Result<(), String> {
        let mut cells = line.split('\t');
        let (id, place) = (
            cells.next().unwrap_or_default(),
            cells.next().unwrap_or_default(),
        );
        let range = place
            .split_once('-')
            .and_then(|(start, end)| Some(start.parse().ok()?..end.parse().ok()?));
        let range: Range<i64> = range.ok_or_else(|| {
            format!("“{place}” should be the start and end of the word, such as “17-20”")
        })?;
        if cells.next().is_none() {
            return Err("the row ends before its word".to_owned());
        }
        if let Some(sentence) = self.sentence.take() {
            self.begin_sentence(&sentence, range.start)?;
        } else if id.ends_with("-1") {
            return Err("a sentence needs its “#Text=” before its words".to_owned());
        }
        let cells: Vec<&str> = cells.collect();
        if cells.len() < self.columns.len() {
            let (found, needed) = (cells.len(), self.columns.len());
            return Err(format!("the row has {found} of {needed} span columns"));
        }
        self.check_width(&cells);
        // What stands in this unit, by layer and place in the stack.
        let mut here: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (column, cell) in cells.iter().enumerate().take(self.columns.len()) {
            let Some(known) = self.columns.get(column) else {
                continue;
            };
            if numbered(cell).0 == "_" && (*cell == "_" || !known.is_span) {
                continue;
            }
            if !known.is_span {
                // A link’s other column has what it links to.
                let is_target = known.role.is_empty()
                    && (known.feature.contains('.') || known.feature.starts_with("BT_"));
                if !is_target {
                    let name = unread_name(&known.layer_name, &known.role);
                    *self.unread.entry(name).or_default() += 1;
                }
                continue;
            }
            for (stacked, value) in split_unescaped(cell, '|').into_iter().enumerate() {
                let cell = Cell {
                    column,
                    stacked,
                    value,
                    range: &range,
                };
                self.take_cell(&cell, &mut here);
            }
        }
        Ok(())
    }

    /// Says once where rows have more columns than the header, or a place where a label should be: then
    /// every value may stand under another’s name.
    fn check_width(&mut self, cells: &[&str]) {
        let found = cells.len() - usize::from(cells.last().is_some_and(|cell| cell.is_empty()));
        let needed = self.columns.len();
        let is_place = |value: &str| {
            let parts = value.split_once('-');
            parts.is_some_and(|(sentence, word)| {
                let is_number =
                    |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
                is_number(sentence) && is_number(word)
            })
        };
        let is_label =
            |column: &Column| column.is_span && LABELS.contains(&column.feature.as_str());
        let slipped = cells
            .iter()
            .zip(&self.columns)
            .any(|(cell, column)| is_label(column) && is_place(numbered(cell).0));
        if (found > needed || slipped) && !std::mem::replace(&mut self.is_off, true) {
            self.warnings.push(format!(
                "The rows have {found} columns of layers where the header names {needed}; spans may have values \
                 of their neighbors"
            ));
        }
    }

    fn begin_sentence(&mut self, sentence: &str, start: i64) -> Result<(), String> {
        let start = usize::try_from(start).unwrap_or(0);
        // A line end, nearly always; of what is wider nothing is known but its length.
        if self.length + 1 == start && !self.text.is_empty() {
            self.text.push('\n');
            self.length += 1;
        }
        if self.length > start {
            return Err(format!(
                "the sentence begins at {start}, inside the one before it"
            ));
        }
        let gap = start - self.length;
        if gap > WIDEST_GAP {
            return Err(format!(
                "the sentence begins {gap} characters after the last one"
            ));
        }
        self.text.push_str(&" ".repeat(gap));
        self.text.push_str(sentence);
        self.length = start + sentence.encode_utf16().count();
        Ok(())
    }

    /// `here` has the places in `spans` of what is in this unit, by layer and place in the stack.
    fn take_cell(&mut self, cell: &Cell<'_>, here: &mut BTreeMap<(usize, usize), usize>) {
        let Cell {
            column,
            stacked,
            value,
            range,
        } = *cell;
        let Some(Column { layer, feature, .. }) = self.columns.get(column) else {
            return;
        };
        let (value, number) = numbered(value);
        let key = (*layer, number.to_owned());
        let known = here
            .get(&(*layer, stacked))
            .or_else(|| self.numbered.get(&key).filter(|_| !number.is_empty()))
            .copied();
        let at = known.unwrap_or_else(|| {
            self.spans.push(Marked {
                layer: *layer,
                range: range.clone(),
                features: BTreeMap::new(),
            });
            self.spans.len() - 1
        });
        here.insert((*layer, stacked), at);
        if !number.is_empty() {
            self.numbered.insert(key, at);
        }
        if let Some(span) = self.spans.get_mut(at) {
            span.range.start = span.range.start.min(range.start);
            span.range.end = span.range.end.max(range.end);
            if value != "*" && !feature.is_empty() {
                span.features
                    .insert(feature.clone(), unescaped_value(value));
            }
        }
    }

    fn finished(mut self, id: String) -> Record {
        // Sentences without words.
        if let Some(sentence) = self.sentence.take() {
            self.text.push_str(&sentence);
        }
        let text = self.text;
        let offsets = Offsets::utf16(&text);
        let byte = |start, end| offsets.range(start, end).ok();
        let mut warnings = self.warnings;
        for (name, cells) in &self.unread {
            warnings.push(match cells {
                0 => format!("{name} are not read; there are none in this article"),
                cells => format!(
                    "{name} are not read; {} left out",
                    counted(*cells, "value is", "values are")
                ),
            });
        }
        let mut lost = 0;
        let mut spans = Vec::with_capacity(self.spans.len());
        for Marked {
            layer,
            range,
            mut features,
        } in self.spans
        {
            let label = LABELS.iter().find_map(|name| features.remove(*name));
            let label = label.unwrap_or_else(|| {
                let mut columns = self.columns.iter();
                let column = columns.find(|column| column.layer == layer);
                column.map_or_else(String::new, |column| column.layer_name.clone())
            });
            let Range { start, end } = range;
            let range = match offsets.range(start, end) {
                Ok(range) => range,
                Err(why) => {
                    warnings.push(left_out(&label, start, end, why));
                    lost += 1;
                    continue;
                }
            };
            let mut span = RecordSpan::new(label, range);
            warnings.extend(set_span_fields(
                &mut span,
                features.into_iter().collect(),
                &byte,
            ));
            spans.push(span);
        }
        let metadata = Metadata {
            id,
            ..Metadata::default()
        };
        let mut record = Record::new(ArticleText::new(text.as_str()), metadata);
        record.spans = spans;
        record.warnings = warnings;
        record.lost = lost;
        record.sort();
        record
    }
}

/// What a message calls a layer that is not one of spans, or a link of one that is.
fn unread_name(layer: &str, role: &str) -> String {
    if role.is_empty() {
        format!("Relations or chains of the layer “{layer}”")
    } else {
        format!("Links “{role}” of the layer “{layer}”")
    }
}

/// `CLAIM[1]` as its words and its number.
fn numbered(value: &str) -> (&str, &str) {
    let parts = value
        .strip_suffix(']')
        .filter(|value| !value.ends_with('\\'))
        .and_then(|value| value.rsplit_once('['));
    match parts {
        Some((words, number)) if number.chars().all(|c| c.is_ascii_digit()) => (words, number),
        _ => (value, ""),
    }
}
