//! What a page says about its article: headline, authors, date, address, and its text for machines.

use dom_query::{Document, NodeRef};
use serde_json::Value;

use crate::import::prose::{day, one_line};
use copydesk_text::folded;

/// Each field empty where the page does not say it.
#[derive(Debug, Default)]
pub(super) struct PageFacts {
    pub headline: String,
    pub byline: String,
    pub date: String,
    pub address: String,
    /// The article's text, its paragraphs as the page has them.
    pub body: String,
}

/// How deep a page's data is searched for an article.
const MAX_DEPTH: usize = 8;

pub(super) fn facts(page: &Document) -> PageFacts {
    let mut facts = PageFacts::default();
    for script in &page.select(r#"script[type="application/ld+json"]"#) {
        if let Ok(value) = serde_json::from_str::<Value>(script.text().trim())
            && let Some(article) = article_in(&value, 0)
        {
            take_linked_data(&mut facts, article);
            break;
        }
    }
    take_meta_tags(&mut facts, page);
    facts.headline = headline(page, &facts.headline);
    if facts.byline.is_empty() {
        facts.byline = visible_byline(page);
    }
    if facts.date.is_empty() {
        let time =
            page.select_single("article time[datetime], main time[datetime], time[datetime]");
        facts.date = day(&time.attr_or("datetime", ""));
    }
    facts
}

/// The first object in `value` whose type is some kind of article.
fn article_in(value: &Value, depth: usize) -> Option<&Value> {
    if depth > MAX_DEPTH {
        return None;
    }
    match value {
        Value::Array(values) => values.iter().find_map(|value| article_in(value, depth + 1)),
        Value::Object(fields) => {
            let is_article = |kind: &Value| {
                let kind = kind.as_str().unwrap_or_default();
                kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
            };
            let found = match fields.get("@type") {
                Some(Value::Array(kinds)) => kinds.iter().any(is_article),
                Some(kind) => is_article(kind),
                None => false,
            };
            if found {
                return Some(value);
            }
            ["@graph", "mainEntity", "mainEntityOfPage"]
                .iter()
                .find_map(|name| article_in(fields.get(*name)?, depth + 1))
        }
        _ => None,
    }
}

fn take_linked_data(facts: &mut PageFacts, article: &Value) {
    let words = |name: &str| one_line(&decoded(article.get(name).and_then(Value::as_str)));
    facts.headline = words("headline");
    if facts.headline.is_empty() {
        facts.headline = words("name");
    }
    facts.date = day(&words("datePublished"));
    facts.byline = article.get("author").map(authors).unwrap_or_default();
    facts.body = decoded(article.get("articleBody").and_then(Value::as_str));
    let address = article
        .get("url")
        .or_else(|| article.get("mainEntityOfPage"));
    let address = address.and_then(|value| value.as_str().or_else(|| value.get("@id")?.as_str()));
    facts.address = web_address(address.unwrap_or_default());
}

fn decoded(words: Option<&str>) -> String {
    html_escape::decode_html_entities(words.unwrap_or_default()).into_owned()
}

/// The names in an `author`: a name, an object with one, or a list of these.
fn authors(value: &Value) -> String {
    let name = |value: &Value| {
        let name = value.as_str().or_else(|| value.get("name")?.as_str());
        as_byline(&decoded(name))
    };
    let names: Vec<String> = match value {
        Value::Array(values) => values.iter().map(name).collect(),
        value => vec![name(value)],
    };
    listed(names)
}

fn listed(mut names: Vec<String>) -> String {
    names.retain(|name| !name.is_empty());
    names.dedup();
    names.join(", ")
}

fn take_meta_tags(facts: &mut PageFacts, page: &Document) {
    let meta = |names: &[&str]| {
        for wanted in names {
            let found = page.select("meta[content]").iter().find_map(|tag| {
                let name = [tag.attr("property"), tag.attr("name"), tag.attr("itemprop")];
                let is_it = name
                    .iter()
                    .flatten()
                    .any(|name| name.eq_ignore_ascii_case(wanted));
                let content = one_line(&tag.attr_or("content", ""));
                (is_it && !content.is_empty()).then_some(content)
            });
            if let Some(found) = found {
                return found;
            }
        }
        String::new()
    };
    let fill = |field: &mut String, found: &dyn Fn() -> String| {
        if field.is_empty() {
            *field = found();
        }
    };
    fill(&mut facts.headline, &|| {
        meta(&["og:title", "twitter:title", "dc.title", "parsely-title"])
    });
    fill(&mut facts.byline, &|| {
        as_byline(&meta(&[
            "author",
            "article:author",
            "parsely-author",
            "dc.creator",
            "byl",
        ]))
    });
    fill(&mut facts.date, &|| {
        let date = [
            "article:published_time",
            "datePublished",
            "parsely-pub-date",
            "dc.date",
            "date",
        ];
        day(&meta(&date))
    });
    let canonical = web_address(
        &page
            .select_single("link[rel=canonical]")
            .attr_or("href", ""),
    );
    if !canonical.is_empty() {
        facts.address = canonical;
    }
    fill(&mut facts.address, &|| web_address(&meta(&["og:url"])));
}

fn web_address(address: &str) -> String {
    let address = address.trim();
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    if is_web && !address.contains(char::is_whitespace) {
        address.to_owned()
    } else {
        String::new()
    }
}

/// The name in a byline; empty where it is an address or half a story.
fn as_byline(words: &str) -> String {
    const LONGEST: usize = 120;
    let words = one_line(words);
    let is_by = words
        .get(..3)
        .is_some_and(|start| start.eq_ignore_ascii_case("by "));
    let name = if is_by {
        words.get(3..).unwrap_or_default()
    } else {
        &words
    };
    if name.contains("://") || name.chars().count() > LONGEST {
        return String::new();
    }
    name.trim().to_owned()
}

fn visible_byline(page: &Document) -> String {
    let places = r#"[rel="author"], [itemprop="author"], .byline, .author, .c-byline, .p-author"#;
    let around = page.select("article, main");
    let found = if around.is_empty() {
        page.select(places)
    } else {
        around.select(places)
    };
    found
        .iter()
        .map(|place| as_byline(&place.text()))
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

/// What the page shows as its headline: the top heading that is most like what its data say, else
/// these, else the title of the window.
fn headline(page: &Document, declared: &str) -> String {
    let title = own_title(&one_line(&page.select_single("head > title, title").text()));
    let reference = if declared.is_empty() {
        &title
    } else {
        declared
    };
    let headings: Vec<String> = page
        .select("h1")
        .iter()
        .map(|heading| one_line(&heading.text()))
        .filter(|heading| !heading.is_empty())
        .collect();
    let mut best: Option<(f64, &String)> = None;
    for heading in &headings {
        let likeness = likeness(heading, reference);
        if best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, heading));
        }
    }
    match best {
        Some((likeness, heading)) if likeness >= 0.5 => heading.clone(),
        _ if !declared.is_empty() => declared.to_owned(),
        Some((_, heading)) if headings.len() == 1 => heading.clone(),
        _ => title,
    }
}

/// The title of a window without the name of the site: the longest part that is a headline.
fn own_title(title: &str) -> String {
    let mut parts = vec![title];
    for mark in [" | ", " - ", " – ", " — ", " « ", " :: "] {
        parts = parts.iter().flat_map(|part| part.split(mark)).collect();
    }
    let longest = parts.into_iter().max_by_key(|part| part.chars().count());
    let longest = longest
        .map(str::trim)
        .filter(|part| part.split(' ').count() >= 4);
    longest.unwrap_or(title).to_owned()
}

/// How many words two headlines share, of all that they have (Dice).
fn likeness(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| !word.is_empty()).map(folded).collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    2.0 * shared as f64 / (one.len() + other.len()).max(1) as f64
}

/// Whether `node` is a heading that says what `headline` does.
pub(super) fn is_headline(node: &NodeRef<'_>, headline: &str) -> bool {
    let words = one_line(&node.text());
    !words.is_empty() && folded(&words) == folded(headline)
}
