//! UIMA CAS XMI 1.0: one `.xmi` for each article and their type system, for `INCEpTION` and `DKPro`.

use std::collections::BTreeMap;
use std::io;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink, safe_name};
use crate::notation::push_digits;
use crate::xmi::{FORMAT, TYPE_SYSTEM};
use crate::xml::write::{is_legal, push_attribute, push_flag, push_number, without_illegal};
use copydesk_document::{LabelStyle, Record, RecordSpan, Schema, SpanState};

pub(super) struct Writer;

struct XmiFolder {
    /// The types for labels that lie over others, by label in lower case.
    over: BTreeMap<String, String>,
}

/// One `.xmi` on its way.
struct Document<'a, 't> {
    xml: String,
    article: &'a Article<'t>,
    over: &'a BTreeMap<String, String>,
    /// The highest `xmi:id` that is taken.
    last_id: usize,
    members: String,
}

const SOFA: usize = 1;

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::Folder
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(XmiFolder {
            over: types_over_others(&settings.schema),
        })
    }
}

impl DataSet for XmiFolder {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let record = without_illegal(article, losses);
        let xml = Document::new(article, &self.over).written(&record);
        let path = format!("{}.xmi", safe_name(article.id));
        sink.write(Place::In(&path), xml.as_bytes())
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let types = type_system(&self.over);
        sink.write(Place::In("TypeSystem.xml"), types.as_bytes())
    }
}

impl<'a, 't> Document<'a, 't> {
    fn new(article: &'a Article<'t>, over: &'a BTreeMap<String, String>) -> Self {
        let xml = concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\"",
            " xmlns:segmentation=\"http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore\"",
            " xmlns:metadata=\"http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore\"",
            " xmlns:ner=\"http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore\"",
            " xmlns:custom=\"http:///webanno/custom.ecore\"",
            " xmlns:copydesk=\"http:///copydesk.ecore\" xmi:version=\"2.0\">\n",
            "<cas:NULL xmi:id=\"0\"/>\n",
        );
        // An annotation is about twenty times as long as its word.
        let mut written = String::with_capacity(xml.len() + 20 * article.text().len());
        written.push_str(xml);
        Self {
            xml: written,
            article,
            over,
            last_id: SOFA,
            members: String::new(),
        }
    }

    fn written(mut self, record: &Record) -> String {
        self.metadata(record);
        for sentence in self.article.sentences() {
            self.open("segmentation:Sentence", sentence.range.clone());
            self.close();
            for token in &sentence.tokens {
                self.open("segmentation:Token", token.start..token.end);
                self.close();
            }
        }
        for span in &record.spans {
            self.span(span);
        }
        for (at, character) in self.article.text().char_indices() {
            if !is_legal(character) {
                self.open("copydesk:Character", at..at + character.len_utf8());
                push_number(&mut self.xml, "code", u32::from(character));
                self.close();
            }
        }
        self.xml.push_str("<cas:Sofa");
        push_number(&mut self.xml, "xmi:id", SOFA);
        self.xml
            .push_str(" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text/plain\"");
        push_attribute(&mut self.xml, "sofaString", self.article.text());
        self.xml.push_str("/>\n");
        self.xml.push_str("<cas:View");
        push_number(&mut self.xml, "sofa", SOFA);
        push_attribute(&mut self.xml, "members", self.members.trim_start());
        self.xml.push_str("/>\n</xmi:XMI>\n");
        self.xml
    }

    fn metadata(&mut self, record: &Record) {
        let whole = 0..self.article.text().len();
        self.open("metadata:DocumentMetaData", whole.clone());
        push_attribute(&mut self.xml, "language", "x-unspecified");
        push_attribute(&mut self.xml, "documentTitle", &record.metadata.title);
        push_attribute(&mut self.xml, "documentId", self.article.id);
        self.push_filled("documentUri", &record.metadata.address);
        self.close();
        self.open("copydesk:Article", whole);
        self.push_filled("byline", &record.metadata.byline);
        self.push_filled("date", &record.metadata.date);
        self.push_filled("source", &record.metadata.source);
        push_attribute(&mut self.xml, "status", record.status.word());
        push_flag(&mut self.xml, "marked", record.is_marked);
        self.close();
    }

    fn span(&mut self, span: &RecordSpan) {
        let annotation = (span.state == SpanState::Accepted).then(|| {
            let over = self.over.get(&span.label.to_ascii_lowercase());
            let (name, feature) = match over {
                Some(name) => (format!("custom:{name}"), "kind"),
                None => ("ner:NamedEntity".to_owned(), "value"),
            };
            let id = self.open(&name, span.range.clone());
            push_attribute(&mut self.xml, feature, &span.label);
            self.close();
            id
        });
        let is_plain = span.id.is_none()
            && span.origin.is_none()
            && span.note.is_empty()
            && span.attributes.is_empty();
        if is_plain && annotation.is_some() {
            return;
        }
        let owner = self.open("copydesk:Span", span.range.clone());
        push_attribute(&mut self.xml, "label", &span.label);
        push_attribute(&mut self.xml, "state", span.state.word());
        if let Some(id) = annotation {
            push_number(&mut self.xml, "annotation", id);
        }
        if let Some(number) = span.id {
            push_number(&mut self.xml, "number", number);
        }
        if let Some(origin) = &span.origin {
            push_attribute(&mut self.xml, "origin", origin.word());
            self.push_filled("by", origin.by());
            if let Some(confidence) = origin.confidence() {
                push_number(&mut self.xml, "confidence", confidence.percent());
            }
        }
        self.push_filled("note", &span.note);
        self.close();
        for (name, attribute) in &span.attributes {
            let place = attribute.at.clone();
            let is_placed = place.is_some();
            self.open("copydesk:Attribute", place.unwrap_or(span.range.clone()));
            push_number(&mut self.xml, "owner", owner);
            push_attribute(&mut self.xml, "name", name);
            push_attribute(&mut self.xml, "words", &attribute.words);
            push_flag(&mut self.xml, "placed", is_placed);
            self.close();
        }
    }

    /// Begins an annotation over `range`, in bytes; its id.
    fn open(&mut self, name: &str, range: std::ops::Range<usize>) -> usize {
        self.last_id += 1;
        let range = self.article.utf16(&range);
        self.xml.push('<');
        self.xml.push_str(name);
        push_number(&mut self.xml, "xmi:id", self.last_id);
        push_number(&mut self.xml, "sofa", SOFA);
        push_number(&mut self.xml, "begin", range.start);
        push_number(&mut self.xml, "end", range.end);
        self.members.push(' ');
        push_digits(&mut self.members, self.last_id);
        self.last_id
    }

    fn close(&mut self) {
        self.xml.push_str("/>\n");
    }

    fn push_filled(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            push_attribute(&mut self.xml, name, value);
        }
    }
}

/// The UIMA type for each label that lies over others, by label in lower case: its layer, with a
/// capital.
fn types_over_others(schema: &Schema) -> BTreeMap<String, String> {
    let labels = schema.labels().iter();
    labels
        .filter(|label| label.style == LabelStyle::Band)
        .map(|label| {
            let letters = label
                .layer
                .as_str()
                .chars()
                .filter(char::is_ascii_alphanumeric);
            let mut name: String = letters.skip_while(char::is_ascii_digit).collect();
            match name.get_mut(..1) {
                Some(first) => first.make_ascii_uppercase(),
                None => name.push_str("Layer"),
            }
            (label.id.as_str().to_ascii_lowercase(), name)
        })
        .collect()
}

fn type_system(over: &BTreeMap<String, String>) -> String {
    const DKPRO: &str = "de.tudarmstadt.ukp.dkpro.core.api";
    const STRING: &str = "uima.cas.String";
    const BOOLEAN: &str = "uima.cas.Boolean";
    const INTEGER: &str = "uima.cas.Integer";
    const ANNOTATION: &str = "uima.tcas.Annotation";
    let mut xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{TYPE_SYSTEM}>\n<types>\n");
    let mut add = |name: &str, above: &str, features: &[(&str, &str)]| {
        push_type(&mut xml, name, above, features);
    };
    let segmentation = format!("{DKPRO}.segmentation.type");
    add(&format!("{segmentation}.Sentence"), ANNOTATION, &[]);
    add(&format!("{segmentation}.Token"), ANNOTATION, &[]);
    let named = [("value", STRING), ("identifier", STRING)];
    add(&format!("{DKPRO}.ner.type.NamedEntity"), ANNOTATION, &named);
    let document = [
        ("documentTitle", STRING),
        ("documentId", STRING),
        ("documentUri", STRING),
        ("collectionId", STRING),
        ("documentBaseUri", STRING),
        ("isLastSegment", BOOLEAN),
    ];
    let name = format!("{DKPRO}.metadata.type.DocumentMetaData");
    add(&name, "uima.tcas.DocumentAnnotation", &document);
    let names: std::collections::BTreeSet<&String> = over.values().collect();
    for name in names {
        add(
            &format!("webanno.custom.{name}"),
            ANNOTATION,
            &[("kind", STRING)],
        );
    }
    let article = [
        ("byline", STRING),
        ("date", STRING),
        ("source", STRING),
        ("status", STRING),
        ("marked", BOOLEAN),
    ];
    add("copydesk.Article", ANNOTATION, &article);
    let span = [
        ("label", STRING),
        ("state", STRING),
        ("annotation", ANNOTATION),
        ("number", "uima.cas.Long"),
        ("origin", STRING),
        ("by", STRING),
        ("confidence", INTEGER),
        ("note", STRING),
    ];
    add("copydesk.Span", ANNOTATION, &span);
    let attribute = [
        ("owner", "copydesk.Span"),
        ("name", STRING),
        ("words", STRING),
        ("placed", BOOLEAN),
    ];
    add("copydesk.Attribute", ANNOTATION, &attribute);
    add("copydesk.Character", ANNOTATION, &[("code", INTEGER)]);
    xml.push_str("</types>\n</typeSystemDescription>\n");
    xml
}

fn push_type(xml: &mut String, name: &str, above: &str, features: &[(&str, &str)]) {
    xml.extend(["<typeDescription><name>", name, "</name><description/>"]);
    xml.extend(["<supertypeName>", above, "</supertypeName><features>"]);
    for (name, range) in features {
        xml.extend(["<featureDescription><name>", name, "</name><description/>"]);
        xml.extend([
            "<rangeTypeName>",
            range,
            "</rangeTypeName></featureDescription>",
        ]);
    }
    xml.push_str("</features></typeDescription>\n");
}
