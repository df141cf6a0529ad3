//! The article on a page: its body without what surrounds it, its headline above.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use crate::html::metadata::{PageFacts, is_headline};
use crate::html::walk::{is_long, walk};
use crate::import::prose::{Prose, one_line};
use copydesk_text::folded;

/// What was found on a page.
pub(super) struct Found {
    pub text: String,
    /// What may not be as it was meant.
    pub warnings: Vec<String>,
}

/// Elements that are never part of an article's text.
const FURNITURE: &str = "script, style, noscript, template, nav, iframe, svg, dialog, figcaption, \
    button, select, input, textarea, address, amp-ad, amp-embed, amp-consent, amp-sidebar, \
    amp-list, amp-social-share, [hidden], [aria-hidden=true], [role=navigation], \
    [role=dialog], [role=alertdialog], [role=search], [role=complementary], [role=contentinfo]";

/// Words in a class or id, each alone, that name what surrounds an article.
const SURROUNDINGS: [&str; 54] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "adverts",
    "author",
    "banner",
    "bio",
    "byline",
    "breadcrumb",
    "breadcrumbs",
    "caption",
    "comment",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "copyright",
    "disclaimer",
    "disqus",
    "donate",
    "donation",
    "footer",
    "gdpr",
    "masthead",
    "menu",
    "more",
    "nav",
    "navigation",
    "newsletter",
    "outbrain",
    "paywall",
    "player",
    "popular",
    "popup",
    "promo",
    "promoted",
    "promotion",
    "recirc",
    "recirculation",
    "recommended",
    "related",
    "share",
    "sharing",
    "shares",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "taboola",
    "tags",
    "toolbar",
];

/// Words in a class that name the summary under a headline.
const STANDFIRSTS: [&str; 11] = [
    "standfirst",
    "dek",
    "deck",
    "subtitle",
    "subheadline",
    "subhead",
    "lede",
    "summary",
    "teaser",
    "intro",
    "description",
];

/// The article on `page`, whose data are `facts`; `page` is used up.
pub(super) fn article(page: Document, facts: &PageFacts) -> Found {
    clear(&page, facts);
    let standfirst = standfirst(&page, &facts.headline);
    let whole = all_text(&page);
    let body = body(page, &facts.headline).unwrap_or_default();
    let mut warnings = Vec::new();
    let (shown, declared) = (word_count(&body), word_count(&facts.body));
    let body = if declared >= 50 && shown * 10 < declared * 6 {
        warnings.push(
            "The page shows only a part of the article; its text is the one that the page holds for \
             machines"
                .to_owned(),
        );
        told_body(&facts.body)
    } else if shown == 0 {
        if !whole.is_empty() {
            warnings.push(
                "No article was found on the page; this is its whole text, surroundings included"
                    .to_owned(),
            );
        }
        whole
    } else {
        body
    };
    let text = if body.is_empty() {
        body
    } else {
        composed(&facts.headline, &standfirst, &body)
    };
    Found { text, warnings }
}

/// Headline, summary and body, each where the next does not say it already.
fn composed(headline: &str, standfirst: &str, body: &str) -> String {
    let mut prose = Prose::default();
    let start: String = body.chars().take(600).collect();
    let start = folded(&one_line(&start));
    let is_there = |words: &str| start.contains(&folded(words));
    let first = body.lines().next().unwrap_or_default();
    if folded(first) != folded(headline) {
        prose.exact(headline);
        prose.paragraph();
    }
    if !standfirst.is_empty() && !is_there(standfirst) {
        prose.exact(standfirst);
        prose.paragraph();
    }
    prose.exact(body);
    prose.finish()
}

/// The text for machines: often a line for each paragraph, sometimes with tags.
fn told_body(body: &str) -> String {
    if body.contains("</p>") {
        return super::strip::stripped(body);
    }
    let mut prose = Prose::default();
    for line in body.lines() {
        prose.flow(line);
        prose.paragraph();
    }
    prose.finish()
}

fn word_count(text: &str) -> usize {
    text.split_whitespace().count()
}

fn all_text(page: &Document) -> String {
    let mut prose = Prose::default();
    if let Some(body) = page.body() {
        walk(&body, &mut prose);
    }
    prose.finish()
}

/// Takes away what is no article whatever the page: before the search, so that it is not misled.
fn clear(page: &Document, facts: &PageFacts) {
    page.select(FURNITURE).remove();
    let Some(body) = page.body() else {
        return;
    };
    let most = paragraph_bytes(&body, usize::MAX) * 3 / 10;
    for node in page.select("body [class], body [id]").nodes() {
        let is_root = ["body", "html", "main", "article", "h1"]
            .iter()
            .any(|name| node.has_name(name));
        if is_root || !is_named(node, &SURROUNDINGS) {
            continue;
        }
        // A page may call all its content `comment-page` or `social`.
        let is_main = paragraph_bytes(node, most) >= most || holds_headline(node);
        if !is_main || is_small(node) {
            node.remove_from_parent();
        }
    }
    drop_rows_of_links(page);
    drop_lists_of_links(page);
    drop_byline(page, &facts.byline);
    drop_publication_dates(page, &facts.date);
    drop_other_articles(page, &facts.headline);
    undo_layout_tables(page);
}

/// How many bytes stand in paragraphs in `node`; counted no further than `enough`.
fn paragraph_bytes(node: &NodeRef<'_>, enough: usize) -> usize {
    let mut bytes = 0;
    for paragraph in node.descendants_it().filter(|inner| inner.has_name("p")) {
        let texts = paragraph.descendants_it().filter(NodeRef::is_text);
        bytes += texts.map(|text| text.text().len()).sum::<usize>();
        if bytes >= enough {
            break;
        }
    }
    bytes
}

/// Whether there is less text in `node` than a sentence has.
fn is_small(node: &NodeRef<'_>) -> bool {
    const SMALL: usize = 40;
    let mut bytes = 0;
    for text in node.descendants_it().filter(NodeRef::is_text) {
        bytes += text.text().trim().len();
        if bytes >= SMALL {
            return false;
        }
    }
    true
}

/// Paragraphs that are a menu: `Home | Press`.
fn drop_rows_of_links(page: &Document) {
    for row in page.select("p:has(a + a)").nodes() {
        let text = row.text();
        let linked: usize = row
            .descendants_it()
            .filter(|inner| inner.has_name("a"))
            .map(|link| link.text().trim().len())
            .sum();
        if linked * 10 >= text.trim().len() * 7 {
            row.remove_from_parent();
        }
    }
}

/// `More on this story` with nothing but links below.
fn drop_lists_of_links(page: &Document) {
    for list in page.select("ul:has(li a), ol:has(li a)").nodes() {
        let is_links = list.element_children().iter().all(|item| {
            let words = one_line(&item.text());
            let mut links = item.descendants_it().filter(|inner| inner.has_name("a"));
            words.is_empty() || links.any(|link| one_line(&link.text()) == words)
        });
        if !is_links {
            continue;
        }
        let before = list.prev_element_sibling();
        let is_heading =
            |node: &NodeRef<'_>| ["h2", "h3", "h4"].iter().any(|name| node.has_name(name));
        if let Some(heading) = before.filter(is_heading) {
            heading.remove_from_parent();
        }
        list.remove_from_parent();
    }
}

/// The line that names the authors: it is kept beside the text.
fn drop_byline(page: &Document, byline: &str) {
    const LONGEST: usize = 120;
    if byline.is_empty() {
        return;
    }
    for paragraph in page.select("p").nodes() {
        let words = one_line(&paragraph.text());
        let is_short = words.len() <= LONGEST && !words.ends_with(['.', '!', '?']);
        if is_short && folded(&words).starts_with("by ") && words.contains(byline) {
            paragraph.remove_from_parent();
        }
    }
}

/// The day of publication where it stands alone: it is kept beside the text.
fn drop_publication_dates(page: &Document, date: &str) {
    let Some(year) = date.get(..4).filter(|_| !date.is_empty()) else {
        return;
    };
    for time in page.select("time[datetime]").nodes() {
        let is_it = time.attr_or("datetime", "").starts_with(date);
        if is_it && time.text().contains(year) {
            time.remove_from_parent();
        }
    }
}

/// The next stories that some pages add below.
fn drop_other_articles(page: &Document, headline: &str) {
    let articles = page.select("article");
    let holds = |article: &NodeRef<'_>| {
        let headings = article.descendants_it();
        let mut headings = headings.filter(|inner| inner.has_name("h1"));
        headings.any(|heading| is_headline(&heading, headline))
    };
    let Some(first) = articles.nodes().iter().position(holds) else {
        return;
    };
    let Some(own) = articles.nodes().get(first) else {
        return;
    };
    for other in articles.nodes().iter().skip(first + 1) {
        let is_inside = other.ancestors_it(None).any(|around| around.id == own.id);
        if !is_inside {
            other.remove_from_parent();
        }
    }
}

/// Old pages are laid out by tables: their cells are blocks like others.
fn undo_layout_tables(page: &Document) {
    for table in page.select("table").nodes() {
        let parts: Vec<NodeRef<'_>> = own_parts(table);
        let is_layout = parts
            .iter()
            .any(|part| part.has_name("td") && is_long(part));
        if is_layout {
            for part in parts {
                part.rename("div");
            }
            table.rename("div");
        }
    }
}

/// The rows and cells of `table`, without those of tables in it.
fn own_parts<'a>(table: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let mut parts = Vec::new();
    let mut around = vec![*table];
    while let Some(node) = around.pop() {
        for child in node.children_it(false) {
            let name = child.node_name().unwrap_or_default();
            match name.as_ref() {
                "td" | "th" => parts.push(child),
                "tbody" | "thead" | "tfoot" | "tr" => {
                    parts.push(child);
                    around.push(child);
                }
                _ => {}
            }
        }
    }
    parts
}

fn holds_headline(node: &NodeRef<'_>) -> bool {
    node.descendants_it()
        .any(|inner| inner.has_name("h1") || inner.has_name("article"))
}

/// Whether one of `words` stands alone in the class or id of `node`.
fn is_named(node: &NodeRef<'_>, words: &[&str]) -> bool {
    let names = [node.class(), node.id_attr()];
    names.iter().flatten().any(|names| {
        names
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|name| words.iter().any(|word| name.eq_ignore_ascii_case(word)))
    })
}

/// The body as the reading mode of browsers finds it.
fn body(page: Document, headline: &str) -> Option<String> {
    let config = Config {
        disable_json_ld: true,
        ..Config::default()
    };
    let mut reading = Readability::with_document(page, None, Some(config)).ok()?;
    reading.parse().ok()?;
    let root = reading.doc.select_single("#readability-page-1");
    let root = root.nodes().first()?;
    for heading in reading.doc.select("h1, h2").nodes() {
        if is_headline(heading, headline) {
            heading.remove_from_parent();
        }
    }
    let mut prose = Prose::default();
    walk(root, &mut prose);
    Some(prose.finish())
}

/// The summary below the headline, which often stands outside of what is taken for the body: what is
/// named so, or the first paragraph that reads like one sentence or two.
fn standfirst(page: &Document, headline: &str) -> String {
    const NEAR: usize = 60;
    let headings = page.select("h1");
    let Some(heading) = headings
        .nodes()
        .iter()
        .find(|node| is_headline(node, headline))
    else {
        return String::new();
    };
    let Some(body) = page.body() else {
        return String::new();
    };
    let after = body
        .descendants_it()
        .skip_while(|node| node.id != heading.id)
        .skip(1);
    for node in after.filter(NodeRef::is_element).take(NEAR) {
        let is_paragraph = node.has_name("p");
        if !is_paragraph && !is_named(&node, &STANDFIRSTS) {
            continue;
        }
        let mut prose = Prose::default();
        walk(&node, &mut prose);
        let words = one_line(&prose.finish());
        let is_sentence = words.ends_with(['.', '!', '?', '”', '"']);
        let is_summary = (30..=400).contains(&words.len()) && (!is_paragraph || is_sentence);
        // The first long paragraph is the article's.
        if is_summary || is_paragraph && words.len() > 60 {
            return if is_summary { words } else { String::new() };
        }
    }
    String::new()
}
