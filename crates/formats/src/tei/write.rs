//! TEI P5: a corpus of articles with stand-off annotations, in one file.

use std::io;
use std::ops::Range;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::tei::FORMAT;
use crate::xml::write::{
    Place as At, REPLACEMENT, is_legal, push_attribute, push_escaped, without_illegal,
};
use copydesk_document::{Record, RecordSpan};

pub(super) struct Writer;

struct Corpus {
    articles: usize,
    name: String,
}

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("xml")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Corpus {
            articles: 0,
            name: settings.name.clone(),
        })
    }
}

impl DataSet for Corpus {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let mut xml = self.opening();
        self.articles += 1;
        let record = without_illegal(article, losses);
        let mut element = TeiElement {
            xml: &mut xml,
            id: format!("a{}", self.articles),
            article,
        };
        element.article(&record);
        sink.write(Place::Main, xml.as_bytes())
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let mut xml = self.opening();
        xml.push_str("</teiCorpus>\n");
        sink.write(Place::Main, xml.as_bytes())
    }
}

impl Corpus {
    /// The head of the file, before the first article.
    fn opening(&self) -> String {
        let mut xml = String::new();
        if self.articles > 0 {
            return xml;
        }
        xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.push_str("<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader><fileDesc>");
        push_element(&mut xml, "titleStmt", |xml| {
            push_text(xml, "title", &self.name);
        });
        push_element(&mut xml, "publicationStmt", |xml| {
            push_text(xml, "p", "Unpublished");
        });
        push_element(&mut xml, "sourceDesc", |xml| {
            push_text(xml, "p", "Copydesk");
        });
        xml.push_str("</fileDesc></teiHeader>\n");
        xml
    }
}

/// The `TEI` element of one article, on its way.
struct TeiElement<'a, 't> {
    xml: &'a mut String,
    /// What the article is called within the file.
    id: String,
    article: &'a Article<'t>,
}

impl TeiElement<'_, '_> {
    fn article(&mut self, record: &Record) {
        self.xml.push_str("<TEI");
        push_attribute(self.xml, "xml:id", &self.id);
        self.xml.push_str(">\n");
        self.header(record);
        self.text();
        if !record.spans.is_empty() {
            self.xml.push_str("<standOff><listAnnotation>\n");
            for (index, span) in record.spans.iter().enumerate() {
                self.span(index + 1, span);
            }
            self.xml.push_str("</listAnnotation></standOff>\n");
        }
        self.xml.push_str("</TEI>\n");
    }

    fn header(&mut self, record: &Record) {
        let id = self.article.id;
        let xml = &mut *self.xml;
        xml.push_str("<teiHeader><fileDesc>");
        push_element(xml, "titleStmt", |xml| {
            let title = &record.metadata.title;
            push_text(xml, "title", if title.is_empty() { id } else { title });
        });
        push_element(xml, "publicationStmt", |xml| {
            push_text(xml, "p", "Unpublished");
        });
        push_element(xml, "notesStmt", |xml| {
            push_note(xml, "status", record.status.word());
            push_note(
                xml,
                "marked",
                if record.is_marked { "true" } else { "false" },
            );
        });
        xml.push_str("<sourceDesc><bibl>");
        let fields = record.metadata.words();
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            match name {
                "title" | "date" => push_text(xml, name, value),
                "byline" => push_text(xml, "author", value),
                name => push_typed(xml, "idno", name, value),
            }
        }
        push_typed(xml, "idno", "article", id);
        xml.push_str("</bibl></sourceDesc></fileDesc></teiHeader>\n");
    }

    fn text(&mut self) {
        self.xml.push_str("<text><body><ab");
        push_attribute(self.xml, "xml:id", &format!("{}.t", self.id));
        self.xml.push_str(" xml:space=\"preserve\">");
        let mut rest = self.article.text();
        while let Some((at, character)) = rest.char_indices().find(|(_, c)| !is_legal(*c)) {
            push_escaped(self.xml, rest.get(..at).unwrap_or_default(), At::Element);
            let code = format!("U+{:04X}", u32::from(character));
            push_typed(self.xml, "g", &code, REPLACEMENT);
            rest = rest.get(at + character.len_utf8()..).unwrap_or_default();
        }
        push_escaped(self.xml, rest, At::Element);
        self.xml.push_str("</ab></body></text>\n");
    }

    fn span(&mut self, number: usize, span: &RecordSpan) {
        let target = self.target(&span.range);
        let id = format!("{}.s{number}", self.id);
        let xml = &mut *self.xml;
        xml.push_str("<annotation");
        push_attribute(xml, "xml:id", &id);
        push_attribute(xml, "motivation", "classifying");
        push_attribute(xml, "target", &target);
        xml.push('>');
        push_note(xml, "label", &span.label);
        push_note(xml, "state", span.state.word());
        if let Some(origin) = &span.origin {
            push_note(xml, "origin", origin.word());
            if !origin.by().is_empty() {
                push_note(xml, "by", origin.by());
            }
            if let Some(confidence) = origin.confidence() {
                push_note(xml, "confidence", &confidence.percent().to_string());
            }
        }
        if let Some(number) = span.id {
            push_note(xml, "number", &number.to_string());
        }
        if !span.note.is_empty() {
            push_note(xml, "note", &span.note);
        }
        for (name, attribute) in &span.attributes {
            let place = attribute.at.as_ref().map(|at| self.target(at));
            let xml = &mut *self.xml;
            xml.push_str("<note type=\"attribute\"");
            push_attribute(xml, "n", name);
            if let Some(place) = place {
                push_attribute(xml, "target", &place);
            }
            xml.push('>');
            push_escaped(xml, &attribute.words, At::Element);
            xml.push_str("</note>");
        }
        self.xml.push_str("</annotation>\n");
    }

    /// A place in the text, in code points.
    fn target(&self, range: &Range<usize>) -> String {
        let range = self.article.code_points(range);
        format!(
            "#string-range({}.t,{},{})",
            self.id,
            range.start,
            range.len()
        )
    }
}

fn push_element(xml: &mut String, name: &str, push_content: impl FnOnce(&mut String)) {
    xml.extend(["<", name, ">"]);
    push_content(xml);
    xml.extend(["</", name, ">"]);
}

fn push_text(xml: &mut String, name: &str, text: &str) {
    push_element(xml, name, |xml| push_escaped(xml, text, At::Element));
}

fn push_note(xml: &mut String, kind: &str, text: &str) {
    push_typed(xml, "note", kind, text);
}

fn push_typed(xml: &mut String, name: &str, kind: &str, text: &str) {
    xml.push('<');
    xml.push_str(name);
    push_attribute(xml, "type", kind);
    xml.push('>');
    push_escaped(xml, text, At::Element);
    xml.extend(["</", name, ">"]);
}
