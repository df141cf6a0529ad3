//! UIMA CAS XMI: the text of a view, named entities and other spans with a label.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Format;
use crate::import::offsets::{Offsets, left_out, number};
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::xmi::{FORMAT, TYPE_SYSTEM};
use crate::xml::read::{Element, Piece, Xml};
use copydesk_document::{
    Metadata, Origin, Provenance, Record, RecordAttribute, RecordSpan, SpanState, Status, counted,
};
use copydesk_text::ArticleText;

/// Offsets count UTF-16 code units. Any annotation with `value`, `kind`, `label`, … is a span; the
/// types of linguistics (tokens, sentences, parses) are not. What Copydesk's export adds is read
/// back: see there.
pub(super) struct Reader;

/// An annotation or another feature structure.
struct Structure {
    /// The type with its name space: `de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity`.
    kind: String,
    element: Element,
}

/// What a file holds.
#[derive(Default)]
struct Contents {
    structures: Vec<Structure>,
    /// Texts by the `xmi:id` of their sofa, in the order of the file.
    sofas: Vec<Sofa>,
    /// The names of views without a text here, and where it is.
    without_text: Vec<(String, String)>,
    warnings: Vec<String>,
}

/// A text with its view.
struct Sofa {
    id: String,
    /// What people call the view.
    name: String,
    text: String,
}

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let is_xmi = head.text().is_some_and(|text| {
            let is_cas =
                text.contains("http://www.omg.org/XMI") && text.contains("/uima/cas.ecore");
            is_cas || text.contains(TYPE_SYSTEM)
        });
        if is_xmi { Likeness::Sure } else { Likeness::No }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let (text, encoding, warnings) = source.text()?;
        let mut contents = Contents {
            warnings,
            ..Contents::default()
        };
        contents.read(&mut Xml::new(&text))?;
        if text.contains(TYPE_SYSTEM) {
            return Ok(());
        }
        let mut record = contents.record()?;
        record.metadata.encoding = encoding;
        if text.starts_with("<?xml version=\"1.1\"") {
            let is_odd = |c: &char| c.is_control() && !c.is_whitespace();
            let odd = record.text.as_str().chars().filter(is_odd).count();
            if odd > 0 {
                let odd = counted(odd, "control character", "control characters");
                record
                    .warnings
                    .push(format!("The text has {odd}, as XML 1.1 allows"));
            }
        }
        // It is the only one.
        let _wants_more = each(Ok(record));
        Ok(())
    }
}

impl Contents {
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), ImportError> {
        let mut spaces: BTreeMap<String, String> = BTreeMap::new();
        let mut depth = 0_usize;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Start(element) => {
                    depth += 1;
                    for (name, value) in &element.attributes {
                        if let Some(prefix) = name.strip_prefix("xmlns:") {
                            spaces.insert(prefix.to_owned(), value.clone());
                        }
                    }
                    if depth == 2 {
                        self.take(element, &spaces);
                    }
                }
                Piece::End => depth = depth.saturating_sub(1),
                Piece::Text(_) => {}
            }
        }
        Ok(())
    }

    fn take(&mut self, element: Element, spaces: &BTreeMap<String, String>) {
        let kind = full_name(&element, spaces);
        if kind != "uima.cas.Sofa" {
            self.structures.push(Structure { kind, element });
            return;
        }
        let id = element.attribute("xmi:id").unwrap_or("1").to_owned();
        match element.attribute("sofaString") {
            Some(text) => self.sofas.push(Sofa {
                name: element.attribute("sofaID").unwrap_or(&id).to_owned(),
                text: text.to_owned(),
                id,
            }),
            None => self.without_text.push((
                element.attribute("sofaID").unwrap_or(&id).to_owned(),
                element.attribute("sofaURI").unwrap_or_default().to_owned(),
            )),
        }
    }

    /// The view with the most annotations, the first of several.
    fn chosen(&self) -> Option<usize> {
        let marks = |at: &usize| {
            self.sofas
                .get(*at)
                .map_or(0, |sofa| self.marks_of(&sofa.id))
        };
        (0..self.sofas.len()).rev().max_by_key(marks)
    }

    /// How many spans are on the text of this sofa.
    fn marks_of(&self, sofa: &str) -> usize {
        let is_mark = |one: &&Structure| {
            one.element.attribute("sofa") == Some(sofa)
                && (one.kind == "copydesk.Span" || foreign_label(&one.kind, &one.element).is_some())
        };
        self.structures.iter().filter(is_mark).count()
    }

    fn why_no_text(&self) -> String {
        match self
            .without_text
            .iter()
            .find(|(_, place)| !place.is_empty())
        {
            Some((_, place)) => format!(
                "the text of these annotations is not in the file but at {place}; export it again with its text"
            ),
            None => {
                "it has no “cas:Sofa” with a “sofaString”, which would hold the text".to_owned()
            }
        }
    }

    fn record(mut self) -> Result<Record, ImportError> {
        let Some(chosen) = self.chosen() else {
            return Err(ImportError::malformed("", self.why_no_text()));
        };
        let Sofa {
            id: sofa,
            name,
            text,
        } = self.sofas.swap_remove(chosen);
        for (view, _) in &self.without_text {
            let warning = format!("The view {view} has no text and is left out");
            self.warnings.push(warning);
        }
        let mut lost = 0;
        for other in &self.sofas {
            let marks = self.marks_of(&other.id);
            lost += marks;
            let marks = counted(marks, "annotation", "annotations");
            self.warnings.push(format!(
                "One view is one article: {name} is read, {} with {marks} is left out",
                other.name
            ));
        }
        let structures: Vec<Structure> = self
            .structures
            .into_iter()
            .filter(|one| one.element.attribute("sofa").is_none_or(|of| of == sofa))
            .collect();
        let text = with_control_characters(&text, &structures);
        let mut record = Record::new(ArticleText::new(text), Metadata::default());
        record.warnings = self.warnings;
        record.lost = lost;
        take_metadata(&mut record, &structures);
        let text = record.text.clone();
        let offsets = Offsets::utf16(text.as_str());
        take_spans(&mut record, &structures, &offsets);
        record.sort();
        Ok(record)
    }
}

/// The type that an element stands for: its name space names the package.
fn full_name(element: &Element, spaces: &BTreeMap<String, String>) -> String {
    let prefix = element
        .name
        .split_once(':')
        .map_or("", |(prefix, _)| prefix);
    let package = spaces
        .get(prefix)
        .and_then(|space| space.strip_prefix("http:///")?.strip_suffix(".ecore"))
        .unwrap_or(prefix)
        .replace('/', ".");
    match package.as_str() {
        "" | "uima.noNamespace" | "noNamespace" => element.local_name().to_owned(),
        package => format!("{package}.{}", element.local_name()),
    }
}

/// `text` with the control characters that XML could not hold, where they are noted.
fn with_control_characters(text: &str, structures: &[Structure]) -> String {
    let of_kind = |one: &&Structure| one.kind == "copydesk.Character";
    let noted: BTreeMap<usize, char> = structures
        .iter()
        .filter(of_kind)
        .filter_map(|Structure { element, .. }| {
            let at = usize::try_from(number(element.attribute("begin"))?).ok()?;
            let code = u32::try_from(number(element.attribute("code"))?).ok()?;
            Some((at, char::from_u32(code)?))
        })
        .collect();
    if noted.is_empty() {
        return text.to_owned();
    }
    let mut at = 0;
    let restored = |character: char| {
        let was = noted.get(&at).filter(|_| character == '\u{fffd}');
        at += character.len_utf16();
        was.copied().unwrap_or(character)
    };
    text.chars().map(restored).collect()
}

fn take_metadata(record: &mut Record, structures: &[Structure]) {
    for Structure { kind, element } in structures {
        let words = |name: &str| element.attribute(name).unwrap_or_default().to_owned();
        if kind.ends_with(".DocumentMetaData") {
            record.metadata.id = words("documentId");
            record.metadata.title = words("documentTitle");
            record.metadata.address = words("documentUri");
        } else if kind == "copydesk.Article" {
            record.metadata.byline = words("byline");
            record.metadata.date = words("date");
            record.metadata.source = words("source");
            record.status = Status::from_word(&words("status")).unwrap_or_default();
            record.is_marked = words("marked") == "true";
        }
    }
}

fn take_spans(record: &mut Record, structures: &[Structure], offsets: &Offsets<'_>) {
    // Annotations that a span of ours says more about, and those spans by id.
    let mut described: Vec<&str> = Vec::new();
    let mut ours: BTreeMap<&str, usize> = BTreeMap::new();
    for Structure { kind, element } in structures {
        if kind != "copydesk.Span" {
            continue;
        }
        described.extend(element.attribute("annotation"));
        let label = element.attribute("label").unwrap_or("span");
        match place(element, offsets) {
            Ok(range) => {
                if let Some(id) = element.attribute("xmi:id") {
                    ours.insert(id, record.spans.len());
                }
                record.spans.push(own_span(element, label, range));
            }
            Err(why) => record.lose(why_left_out(element, label, why)),
        }
    }
    described.sort_unstable();
    for Structure { kind, element } in structures {
        if kind == "copydesk.Attribute" {
            let owner = element.attribute("owner").and_then(|id| ours.get(id));
            if let Some(span) = owner.and_then(|at| record.spans.get_mut(*at)) {
                let name = element.attribute("name").unwrap_or_default().to_owned();
                span.attributes
                    .insert(name, own_attribute(element, offsets));
            }
            continue;
        }
        let id = element.attribute("xmi:id").unwrap_or_default();
        if kind.starts_with("copydesk.") || described.binary_search(&id).is_ok() {
            continue;
        }
        let Some(label) = foreign_label(kind, element) else {
            continue;
        };
        match place(element, offsets) {
            Ok(range) => record.spans.push(foreign_span(label, range, element)),
            Err(why) => record.lose(why_left_out(element, &label, why)),
        }
    }
}

fn place(element: &Element, offsets: &Offsets<'_>) -> Result<Range<usize>, &'static str> {
    let (Some(begin), Some(end)) = (
        number(element.attribute("begin")),
        number(element.attribute("end")),
    ) else {
        return Err("its offsets are not numbers");
    };
    offsets.range(begin, end)
}

fn why_left_out(element: &Element, label: &str, why: &str) -> String {
    let offset = |name| number(element.attribute(name)).unwrap_or(-1);
    left_out(label, offset("begin"), offset("end"), why)
}

fn own_span(element: &Element, label: &str, range: Range<usize>) -> RecordSpan {
    let words = |name: &str| element.attribute(name).unwrap_or_default();
    let percent = words("confidence").parse().ok();
    RecordSpan {
        id: words("number").parse().ok(),
        label: label.to_owned(),
        range,
        state: SpanState::from_word(words("state")).unwrap_or(SpanState::Accepted),
        origin: Origin::from_words(words("origin"), words("by"), percent),
        provenance: Provenance::default(),
        note: words("note").to_owned(),
        attributes: BTreeMap::new(),
    }
}

fn own_attribute(element: &Element, offsets: &Offsets<'_>) -> RecordAttribute {
    let is_placed = element.attribute("placed") == Some("true");
    RecordAttribute {
        words: element.attribute("words").unwrap_or_default().to_owned(),
        at: is_placed.then(|| place(element, offsets).ok()).flatten(),
    }
}

/// Packages of `DKPro` whose types are about language, not content.
const LINGUISTICS: [&str; 10] = [
    "segmentation",
    "lexmorph",
    "morph",
    "syntax",
    "metadata",
    "semantics",
    "coref",
    "anomaly",
    "transform",
    "phonetics",
];

/// What an annotation of another program is called; `None` for those of linguistics.
fn foreign_label(kind: &str, element: &Element) -> Option<String> {
    element.attribute("begin")?;
    let parts: Vec<&str> = kind.split('.').collect();
    let is_linguistics = kind.starts_with("de.tudarmstadt.ukp.")
        && parts.iter().any(|part| LINGUISTICS.contains(part));
    if is_linguistics || kind.starts_with("uima.") {
        return None;
    }
    let named = ["value", "kind", "label", "category", "identifier"]
        .iter()
        .filter_map(|name| element.attribute(name))
        .find(|value| !value.trim().is_empty());
    // A layer without features has only its name.
    named.or(parts.last().copied()).map(str::to_owned)
}

/// The span and what else its annotation says.
fn foreign_span(label: String, range: Range<usize>, element: &Element) -> RecordSpan {
    const PLACE: [&str; 5] = ["xmi:id", "sofa", "begin", "end", "order"];
    let mut span = RecordSpan::new(label, range);
    for (name, value) in &element.attributes {
        let is_said = value == &span.label || PLACE.contains(&name.as_str());
        if !is_said && !value.is_empty() {
            span.attributes
                .insert(name.clone(), RecordAttribute::words(value));
        }
    }
    span
}
