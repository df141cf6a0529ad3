//! Markdown: the text without its marks, what its front matter says as metadata.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::Format;
use crate::html::strip::stripped;
use crate::import::prose::{Prose, day, one_line};
use crate::import::title::title_of;
use crate::import::{Each, Head, ImportError, Importer, Likeness, Source};
use crate::markdown::FORMAT;
use copydesk_document::{Metadata, Record};
use copydesk_text::ArticleText;

pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        let is_named = ["md", "markdown", "mdown", "mkd"]
            .iter()
            .any(|name| head.has_extension(name));
        match head.text() {
            // Only the name distinguishes it from plain text.
            Some(text) if is_named && has_marks(text) => Likeness::Sure,
            _ if is_named => Likeness::Maybe,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let (marked, encoding, warnings) = source.text()?;
        let (text, front) = read_marked(&marked);
        if text.is_empty() {
            return Err(ImportError::Empty);
        }
        let text = ArticleText::new(text);
        let mut metadata = Metadata {
            source: source.name.to_owned(),
            encoding,
            ..Metadata::default()
        };
        take_front_matter(&mut metadata, &front);
        if metadata.title.is_empty() {
            metadata.title = title_of(&text);
        }
        let mut record = Record::new(text, metadata);
        record.warnings = warnings;
        // It is the last one either way.
        let _wants_more = each(Ok(record));
        Ok(())
    }
}

/// Whether a line begins as only Markdown does.
fn has_marks(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        [
            "# ", "## ", "### ", "---", "+++", "- ", "* ", "> ", "```", "1. ",
        ]
        .iter()
        .any(|mark| line.starts_with(mark))
            || line.contains("](")
            || line.contains("**")
    })
}

/// The text without marks, and the front matter.
fn read_marked(marked: &str) -> (String, String) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reading = Reading::default();
    for event in Parser::new_ext(marked, options) {
        reading.event(event);
    }
    let Reading {
        mut prose,
        notes,
        front,
        ..
    } = reading;
    prose.paragraph();
    prose.exact(&notes.finish());
    (prose.finish(), front)
}

/// What was read so far.
#[derive(Default)]
struct Reading {
    prose: Prose,
    /// Footnotes, which stand at the end.
    notes: Prose,
    front: String,
    /// A block of tags, which come line by line.
    tags: String,
    in_front: bool,
    in_note: bool,
    in_code: bool,
    /// How many pictures are open: their words are for those who do not see them.
    pictures: usize,
}

impl Reading {
    fn prose(&mut self) -> &mut Prose {
        if self.in_note {
            &mut self.notes
        } else {
            &mut self.prose
        }
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.in_front => self.front.push_str(&text),
            Event::Text(_) | Event::Code(_) if self.pictures > 0 => {}
            Event::Text(text) if self.in_code => self.lines(&text),
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => self.prose().flow(&text),
            Event::SoftBreak => self.prose().space(),
            Event::HardBreak => self.prose().line(),
            Event::Rule => self.prose().paragraph(),
            Event::Html(tags) => self.tags.push_str(&tags),
            // `<br>` alone means something within a line.
            Event::InlineHtml(tag) => {
                let is_break = tag
                    .get(..3)
                    .is_some_and(|start| start.eq_ignore_ascii_case("<br"));
                if is_break {
                    self.prose().line();
                }
            }
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// Adds the lines of a listing, whose spaces count.
    fn lines(&mut self, text: &str) {
        let prose = self.prose();
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                prose.line();
            }
            if line.trim().is_empty() && index > 0 {
                prose.paragraph();
            }
            prose.exact(line);
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::MetadataBlock(kind) => {
                let (MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle) = kind;
                self.in_front = true;
            }
            Tag::FootnoteDefinition(_) => {
                self.in_note = true;
                self.notes.paragraph();
            }
            Tag::Image { .. } => self.pictures += 1,
            Tag::CodeBlock(_) => {
                self.in_code = true;
                self.prose().paragraph();
            }
            tag => border(self.prose(), tag.to_end()),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::MetadataBlock(_) => self.in_front = false,
            TagEnd::FootnoteDefinition => {
                self.in_note = false;
            }
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.in_code = false;
                self.prose().paragraph();
            }
            TagEnd::HtmlBlock => {
                let text = stripped(&std::mem::take(&mut self.tags));
                let prose = self.prose();
                prose.paragraph();
                prose.exact(&text);
                prose.paragraph();
            }
            tag => border(self.prose(), tag),
        }
    }
}

fn border(prose: &mut Prose, tag: TagEnd) {
    match tag {
        TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::Link => {}
        TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow | TagEnd::DefinitionListDefinition => {
            prose.line();
        }
        TagEnd::TableCell => prose.cell(),
        _ => prose.paragraph(),
    }
}

/// Simple `name: value` and `name = "value"` lines, and lists of authors below their name.
fn take_front_matter(metadata: &mut Metadata, front: &str) {
    let mut name = String::new();
    for line in front.lines() {
        let item = line.trim().strip_prefix("- ");
        let value = if let Some(item) = item {
            item
        } else if let Some((found, value)) = line.split_once([':', '=']) {
            found.trim().to_ascii_lowercase().clone_into(&mut name);
            value
        } else {
            continue;
        };
        let value = bare(value);
        let is_first = item.is_none();
        match name.as_str() {
            "title" | "headline" if is_first => metadata.title = value,
            "author" | "authors" | "byline" if !value.is_empty() => {
                if !metadata.byline.is_empty() {
                    metadata.byline.push_str(", ");
                }
                metadata.byline.push_str(&value);
            }
            "date" | "published" if is_first => metadata.date = day(&value),
            "url" | "canonical" | "canonical_url" | "link" | "source"
                if is_first && is_address(&value) =>
            {
                metadata.address = value;
            }
            "id" if is_first => metadata.id = value,
            _ => {}
        }
    }
}

fn is_address(value: &str) -> bool {
    value.starts_with("https://") || value.starts_with("http://")
}

/// A value without its quotes and brackets.
fn bare(value: &str) -> String {
    let value = value.trim();
    let inside = value
        .strip_prefix('[')
        .and_then(|value| value.strip_suffix(']'));
    let items = inside.map_or_else(|| vec![value], |inside| inside.split(',').collect());
    let items: Vec<String> = items
        .into_iter()
        .map(|item| one_line(item.trim().trim_matches(['"', '\''])))
        .collect();
    items.join(", ")
}
