//! A span as an example in guidelines: where it stands in their Markdown, and the link that leads back to it.

use std::ops::Range;

use copydesk_text::{ArticleText, CodePointIndex, CodePointOffset, Span, folded};

/// A span in its sentence, to show what belongs to a label or what does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidelineExample {
    /// What the label is called, and many of it: under which heading it may stand.
    pub label: String,
    pub plural: String,
    /// The sentence, on one line.
    pub before: String,
    pub words: String,
    pub after: String,
    pub place: ExamplePlace,
    /// Why this is none, as a question; `None` for what is one.
    pub question: Option<String>,
}

/// Where an example stands: a file, and code points in its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExamplePlace {
    /// Relative to the guidelines, with `/` between.
    pub file: String,
    pub range: Range<usize>,
}

impl ExamplePlace {
    pub fn of(text: &ArticleText, span: Span, file: String) -> Self {
        let index = CodePointIndex::new(text.as_str());
        let place = |byte: usize| index.code_point_from_byte(byte).0;
        Self {
            file,
            range: place(span.start())..place(span.end()),
        }
    }

    /// What a link leads to: `b/story.ron#char=120,125`, as RFC 5147 names places in texts. `None` for any other.
    pub fn parse(link: &str) -> Option<Self> {
        let (file, place) = link.rsplit_once("#char=")?;
        let (start, end) = place.split_once(',')?;
        let range = start.parse().ok()?..end.parse().ok()?;
        let leads_outside = file.starts_with('/') || file.split('/').any(|part| part == "..");
        let is_file = !file.is_empty() && !file.contains([':', '\\']) && !leads_outside;
        (is_file && range.start < range.end).then(|| Self {
            file: file.to_owned(),
            range,
        })
    }

    /// Its bytes in `text`, if it is as long.
    pub fn bytes_in(&self, text: &ArticleText) -> Option<Range<usize>> {
        let index = CodePointIndex::new(text.as_str());
        let byte = |place: usize| index.byte_from_code_point(CodePointOffset(place));
        Some(byte(self.range.start)?..byte(self.range.end)?)
    }

    fn link(&self) -> String {
        let Range { start, end } = self.range;
        format!("{}#char={start},{end}", self.file)
    }
}

impl GuidelineExample {
    /// `span` in its sentence.
    pub fn sentence_of(text: &ArticleText, span: Span) -> (String, String, String) {
        let sentence = text
            .sentence_at(span.start())
            .unwrap_or_else(|| span.range());
        let end = sentence.end.max(span.end());
        let part = |range: Range<usize>| {
            let words = text.as_str().get(range).unwrap_or_default();
            let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if words.starts_with(char::is_whitespace) && !line.is_empty() {
                line.insert(0, ' ');
            }
            if words.ends_with(char::is_whitespace) && !line.is_empty() {
                line.push(' ');
            }
            line
        };
        let before = part(sentence.start.min(span.start())..span.start());
        let after = part(span.end()..end);
        let words = part(span.range()).trim().to_owned();
        (
            before.trim_start().to_owned(),
            words,
            after.trim_end().to_owned(),
        )
    }

    /// `markdown` with this example as the last item under its label's heading, which is made if there is none.
    pub fn added_to(&self, markdown: &str) -> String {
        let newline = if markdown.contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        };
        let mut lines: Vec<&str> = markdown.lines().collect();
        let item = self.item();
        let heading = format!("## {}", escaped(&self.label));
        if let Some(end) = self.end_of_section(&lines) {
            let last = end.checked_sub(1).and_then(|last| lines.get(last));
            let follows_item = last.is_some_and(|line| is_item(line));
            if !follows_item {
                lines.insert(end, "");
            }
            let at = end + usize::from(!follows_item);
            lines.insert(at, &item);
            if lines.get(at + 1).is_some_and(|next| !next.is_empty()) {
                lines.insert(at + 1, "");
            }
        } else {
            if lines.last().is_some_and(|last| !last.is_empty()) {
                lines.push("");
            }
            lines.extend([&heading, "", &item]);
        }
        lines.join(newline) + newline
    }

    /// Behind the last line with words of the label's section.
    fn end_of_section(&self, lines: &[&str]) -> Option<usize> {
        let names = [folded(&self.label), folded(&self.plural)];
        let mut end = None;
        let mut is_code = false;
        for (index, line) in lines.iter().enumerate() {
            let is_fence =
                line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
            is_code ^= is_fence;
            if let Some(heading) = heading_of(line).filter(|_| !is_code && !is_fence) {
                if end.is_some() {
                    break;
                }
                if names.contains(&folded(heading)) {
                    end = Some(index + 1);
                }
            } else if end.is_some() && !line.trim().is_empty() {
                end = Some(index + 1);
            }
        }
        // The end of code that was never closed would take the example for code.
        end.filter(|_| !is_code)
    }

    fn item(&self) -> String {
        let [before, words, after] = [&self.before, &self.words, &self.after].map(|it| escaped(it));
        let link = self.place.link();
        let question = self.question.as_ref();
        let question = question.map_or_else(String::new, |it| format!(" *{}*", escaped(it)));
        format!("- {before}**[{words}](<{link}>)**{after}{question}")
    }
}

/// The words of a line that is a heading.
fn heading_of(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let is_heading = (1..=6).contains(&level) && words.starts_with([' ', '\t']);
    is_heading.then(|| words.trim().trim_end_matches('#').trim_end())
}

fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
}

/// `words` as Markdown that shows them as they are.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(
            letter,
            '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '>' | '~' | '&'
        ) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(question: Option<&str>) -> GuidelineExample {
        GuidelineExample {
            label: "Place".to_owned(),
            plural: "Places".to_owned(),
            before: "Talks in ".to_owned(),
            words: "Seoul".to_owned(),
            after: " went on.".to_owned(),
            place: ExamplePlace {
                file: "b/a story.ron".to_owned(),
                range: 9..14,
            },
            question: question.map(str::to_owned),
        }
    }

    const ITEM: &str = "- Talks in **[Seoul](<b/a story.ron#char=9,14>)** went on.";

    /// `|` for the end of a line; `@` for the example.
    fn check(before: &str, after: &str) {
        let lines = |words: &str| words.replace('|', "\n").replace('@', ITEM);
        assert_eq!(
            example(None).added_to(&lines(before)),
            lines(after),
            "{before}"
        );
    }

    #[test]
    fn an_example_is_the_last_item_under_the_heading_of_its_label() {
        check("", "## Place||@|");
        check("# Desk||Words.|", "# Desk||Words.||## Place||@|");
        check(
            "# Desk||## Place||## Person|",
            "# Desk||## Place||@||## Person|",
        );
        check(
            "## places ##|Cities.||## Person|",
            "## places ##|Cities.||@||## Person|",
        );
        check("### PLACE|- one|", "### PLACE|- one|@|");
        check("# Place|Words.|## More|x|", "# Place|Words.||@||## More|x|");
        check("```|# Place|```|", "```|# Place|```||## Place||@|");
        check("#Place|", "#Place||## Place||@|");
    }

    #[test]
    fn lines_keep_their_ends_and_a_question_stands_behind() {
        let windows = example(Some("Why is this no place?")).added_to("## Place\r\n- one\r\n");
        let item = format!("{ITEM} *Why is this no place?*");
        assert_eq!(windows, format!("## Place\r\n- one\r\n{item}\r\n"));
    }

    #[test]
    fn words_are_shown_as_they_are() {
        let odd = GuidelineExample {
            words: "[*x*](y)".to_owned(),
            ..example(None)
        };
        assert!(odd.added_to("").contains("**[\\[\\*x\\*\\](y)](<"));
    }

    #[test]
    fn a_link_leads_back_and_nowhere_else() {
        let place = example(None).place;
        assert_eq!(ExamplePlace::parse(&place.link()), Some(place));
        for link in [
            "https://example.org#char=1,2",
            "/etc/passwd#char=1,2",
            "../a.ron#char=1,2",
            "a.ron#char=2,2",
            "a.ron",
            "#char=1,2",
            "C:\\a.ron#char=1,2",
        ] {
            assert_eq!(ExamplePlace::parse(link), None, "{link}");
        }
    }

    #[test]
    fn a_span_is_shown_in_its_sentence() {
        let text = ArticleText::new("He left.\n\nTalks in  Köln went on. They ended.");
        let start = text.as_str().find("Köln").unwrap();
        let span = text.span(start, start + "Köln".len()).unwrap();
        let parts = GuidelineExample::sentence_of(&text, span);
        let parts = [parts.0.as_str(), parts.1.as_str(), parts.2.as_str()];
        assert_eq!(parts, ["Talks in ", "Köln", " went on."]);
        let place = ExamplePlace::of(&text, span, "a.ron".to_owned());
        assert_eq!(place.bytes_in(&text), Some(span.range()));
    }
}
