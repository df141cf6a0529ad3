//! A page for people: the articles with their highlights, a legend and a table of contents.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use crate::Format;
use crate::export::{Article, DataSet, Exporter, Losses, Place, Settings, Shape, Sink};
use crate::html::marks;
use crate::html::{FORMAT, OWN_MARK};
use crate::xml::write::{
    Place as At, push_attribute, push_escaped, push_flag, push_number, without_illegal,
};
use copydesk_document::counted;
use copydesk_document::{ColorRole, LabelStyle, Record, RecordSpan, Schema};

pub(super) struct Writer;

struct Page {
    name: String,
    looks: Looks,
    /// The titles of the articles so far, and how often each label was met.
    titles: Vec<String>,
    counts: BTreeMap<String, usize>,
}

/// How labels look.
pub(super) struct Looks(Arc<Schema>);

/// How one label looks.
pub(super) struct Look<'a> {
    /// For a person to read: `Person`.
    pub name: &'a str,
    pub color: &'static str,
    /// Whether it lies under others.
    pub is_band: bool,
}

impl Looks {
    pub(super) fn of<'a>(&'a self, label: &'a str) -> Look<'a> {
        let mut labels = self.0.labels().iter();
        let known = labels.find(|known| known.id.as_str().eq_ignore_ascii_case(label));
        known.map_or(
            Look {
                name: label,
                color: "gray",
                is_band: false,
            },
            |label| Look {
                name: &label.name,
                color: color_class(label.color),
                is_band: label.style == LabelStyle::Band,
            },
        )
    }
}

impl Exporter for Writer {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn shape(&self) -> Shape {
        Shape::File("html")
    }

    fn begin(&self, settings: &Settings) -> Box<dyn DataSet> {
        Box::new(Page {
            name: settings.name.clone(),
            looks: Looks(Arc::clone(&settings.schema)),
            titles: Vec::new(),
            counts: BTreeMap::new(),
        })
    }
}

impl DataSet for Page {
    fn article(
        &mut self,
        article: &Article<'_>,
        sink: &mut dyn Sink,
        losses: &mut Losses<'_>,
    ) -> io::Result<()> {
        let record = without_illegal(article, losses);
        let mut html = self.opening();
        let title = match record.metadata.title.as_str() {
            "" => article.id.to_owned(),
            title => title.to_owned(),
        };
        self.titles.push(title);
        self.push_article(&mut html, article, &record);
        for span in &record.spans {
            *self.counts.entry(span.label.clone()).or_default() += 1;
        }
        sink.write(Place::Main, html.as_bytes())
    }

    fn finish(&mut self, sink: &mut dyn Sink) -> io::Result<()> {
        let mut html = self.opening();
        self.push_navigation(&mut html);
        html.push_str("<footer>");
        push_escaped(&mut html, Settings::GENERATOR, At::Element);
        html.push_str("</footer>\n</body>\n</html>\n");
        sink.write(Place::Main, html.as_bytes())
    }
}

impl Page {
    /// The head of the page, before the first article.
    fn opening(&self) -> String {
        let mut html = String::new();
        if !self.titles.is_empty() {
            return html;
        }
        html.push_str("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
        html.push_str(OWN_MARK);
        html.push_str(concat!(
            ">\n<head>\n",
            "<meta charset=\"utf-8\"/>\n",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>",
        ));
        push_escaped(&mut html, &self.name, At::Element);
        html.push_str("</title>\n<style>\n");
        html.push_str(include_str!("page.css"));
        html.push_str("</style>\n</head>\n<body>\n");
        html
    }

    fn push_article(&self, html: &mut String, article: &Article<'_>, record: &Record) {
        html.push_str("<article");
        push_attribute(html, "id", &format!("a{}", self.titles.len()));
        push_attribute(html, "data-id", article.id);
        for (name, value) in record.metadata.words() {
            if !value.is_empty() {
                push_attribute(html, &format!("data-{name}"), value);
            }
        }
        push_attribute(html, "data-status", record.status.word());
        push_flag(html, "data-marked", record.is_marked);
        html.push_str(">\n<h2>");
        let title = self.titles.last().map_or("", String::as_str);
        push_escaped(html, title, At::Element);
        html.push_str("</h2>\n");
        push_facts(html, record);
        html.push_str("<div class=\"text\" data-text=\"\">");
        marks::push_text(html, article, record, &self.looks);
        html.push_str("</div>\n");
        if !record.spans.is_empty() {
            self.push_table(html, article, record);
        }
        html.push_str("</article>\n");
    }

    fn push_table(&self, html: &mut String, article: &Article<'_>, record: &Record) {
        let count = counted(record.spans.len(), "annotation", "annotations");
        html.extend(["<details open=\"\"><summary>", &count]);
        html.push_str("</summary>\n<table>\n");
        html.push_str("<thead><tr><th>Label</th><th>Words</th><th>Says</th><th>Note</th></tr></thead>\n<tbody>\n");
        for (index, span) in record.spans.iter().enumerate() {
            self.push_row(html, article, index + 1, span);
        }
        html.push_str("</tbody>\n</table></details>\n");
    }

    fn push_row(&self, html: &mut String, article: &Article<'_>, index: usize, span: &RecordSpan) {
        let place = article.code_points(&span.range);
        let look = self.looks.of(&span.label);
        html.push_str("<tr");
        push_attribute(html, "class", look.color);
        push_number(html, "data-span", index);
        push_attribute(html, "data-label", &span.label);
        push_number(html, "data-start", place.start);
        push_number(html, "data-end", place.end);
        push_attribute(html, "data-state", span.state.word());
        if let Some(number) = span.id {
            push_number(html, "data-number", number);
        }
        if let Some(origin) = &span.origin {
            push_attribute(html, "data-origin", origin.word());
            push_attribute(html, "data-by", origin.by());
            if let Some(confidence) = origin.confidence() {
                push_number(html, "data-confidence", confidence.percent());
            }
        }
        html.push_str("><td>");
        push_escaped(html, look.name, At::Element);
        html.push_str("</td><td class=\"words\">");
        push_escaped(html, article.record.words(span), At::Element);
        html.push_str("</td><td>");
        if let Some(words) = marks::state_words(span) {
            html.push_str("<div>");
            push_escaped(html, &words, At::Element);
            html.push_str("</div>");
        }
        for (name, attribute) in &span.attributes {
            html.push_str("<div>");
            push_escaped(html, name, At::Element);
            html.push_str(": <span");
            push_attribute(html, "data-attribute", name);
            if let Some(at) = &attribute.at {
                let place = article.code_points(at);
                push_number(html, "data-start", place.start);
                push_number(html, "data-end", place.end);
            }
            html.push('>');
            push_escaped(html, &attribute.words, At::Element);
            html.push_str("</span></div>");
        }
        html.push_str("</td><td class=\"note\">");
        push_escaped(html, &span.note, At::Element);
        html.push_str("</td></tr>\n");
    }

    /// Stands at the end of the file and, by its style, at the top of the page: what is in it is
    /// known last.
    fn push_navigation(&self, html: &mut String) {
        html.push_str("<nav>\n<h1>");
        push_escaped(html, &self.name, At::Element);
        html.push_str("</h1>\n<ul>\n");
        for (label, count) in &self.counts {
            let look = self.looks.of(label);
            html.push_str("<li><mark");
            let band = if look.is_band { " band" } else { "" };
            push_attribute(html, "class", &format!("{}{band}", look.color));
            html.push('>');
            push_escaped(html, look.name, At::Element);
            html.extend(["</mark> ", &count.to_string(), "</li>\n"]);
        }
        html.push_str("</ul>\n");
        if self.titles.len() > 1 {
            html.push_str("<ol>\n");
            for (index, title) in self.titles.iter().enumerate() {
                html.extend(["<li><a href=\"#a", &(index + 1).to_string(), "\">"]);
                push_escaped(html, title, At::Element);
                html.push_str("</a></li>\n");
            }
            html.push_str("</ol>\n");
        }
        html.push_str("</nav>\n");
    }
}

/// Who wrote the article, when and where.
fn push_facts(html: &mut String, record: &Record) {
    let metadata = &record.metadata;
    let is_link = ["http://", "https://"]
        .iter()
        .any(|scheme| metadata.address.starts_with(scheme));
    let words = [&metadata.byline, &metadata.date];
    let words: Vec<&str> = words
        .into_iter()
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    if words.is_empty() && metadata.address.is_empty() {
        return;
    }
    html.push_str("<p class=\"facts\">");
    push_escaped(html, &words.join(" · "), At::Element);
    if !words.is_empty() && !metadata.address.is_empty() {
        html.push_str(" · ");
    }
    if is_link {
        html.push_str("<a rel=\"noreferrer\"");
        push_attribute(html, "href", &metadata.address);
        html.push('>');
    }
    push_escaped(html, &metadata.address, At::Element);
    html.push_str(if is_link { "</a></p>\n" } else { "</p>\n" });
}

fn color_class(color: ColorRole) -> &'static str {
    match color {
        ColorRole::Blue => "blue",
        ColorRole::Green => "green",
        ColorRole::Amber => "amber",
        ColorRole::Magenta => "magenta",
        ColorRole::Teal => "teal",
        ColorRole::Violet => "violet",
        ColorRole::Red => "red",
        ColorRole::Gray => "gray",
    }
}
