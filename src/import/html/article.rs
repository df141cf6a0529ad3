//! The article on a page: its body without what surrounds it, its headline above.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use crate::import::html::metadata::{PageFacts, is_headline};
use crate::import::html::walk::walk;
use crate::import::prose::{Prose, one_line};
use crate::text::folded;

/// What was found on a page.
pub(super) struct Found {
    pub text: String,
    /// What may not be as it was meant.
    pub warnings: Vec<String>,
}

/// Elements that are never part of an article's text.
const FURNITURE: &str = "script, style, noscript, template, nav, iframe, svg, dialog, figcaption, \
    button, select, input, textarea, [hidden], [aria-hidden=true], [role=navigation], \
    [role=dialog], [role=alertdialog], [role=search], [role=complementary], [role=contentinfo]";

/// Words in a class or id, each alone, that name what surrounds an article.
const SURROUNDINGS: [&str; 47] = [
    "ad", "ads", "advert", "advertisement", "adverts", "banner", "breadcrumb", "breadcrumbs",
    "caption", "comment", "comments", "consent", "cookie", "cookies", "copyright", "disclaimer",
    "disqus", "donate", "donation", "gdpr", "masthead", "more", "newsletter", "outbrain",
    "paywall", "player", "popular", "popup", "promo", "promoted", "promotion", "recirc",
    "recirculation", "recommended", "related", "share", "sharing", "shares", "sidebar", "signup",
    "social", "sponsor", "sponsored", "subscribe", "taboola", "tags", "toolbar",
];

/// Words in a class that name the summary under a headline.
const STANDFIRSTS: [&str; 12] = [
    "standfirst", "dek", "deck", "subtitle", "subheadline", "subhead", "lede", "summary", "teaser",
    "intro", "kicker-text", "description",
];

/// The article on `page`, whose data are `facts`; `page` is used up.
pub(super) fn article(page: Document, facts: &PageFacts) -> Found {
    let standfirst = standfirst(&page, &facts.headline);
    clear(&page);
    let whole = all_text(&page);
    let body = body(page, &facts.headline).unwrap_or_default();
    let mut warnings = Vec::new();
    let (shown, told) = (word_count(&body), word_count(&facts.body));
    let body = if told >= 50 && shown * 10 < told * 6 {
        warnings.push(
            "The page shows only a part of the article; its text is the one that the page holds for \
             machines"
                .to_owned(),
        );
        told_body(&facts.body)
    } else if shown == 0 {
        if !whole.is_empty() {
            warnings.push(
                "No article was found on the page; this is all its text, with what surrounds it"
                    .to_owned(),
            );
        }
        whole
    } else {
        body
    };
    Found {
        text: composed(&facts.headline, &standfirst, &body),
        warnings,
    }
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
fn clear(page: &Document) {
    page.select(FURNITURE).remove();
    let paragraphs = |node: &NodeRef<'_>| -> usize {
        node.descendants_it()
            .filter(|inner| inner.has_name("p"))
            .map(|inner| inner.text().len())
            .sum()
    };
    let Some(body) = page.body() else {
        return;
    };
    let all = paragraphs(&body);
    for node in page.select("body [class], body [id]").nodes() {
        let is_root = ["body", "html", "main", "article", "h1"].iter().any(|name| node.has_name(name));
        if is_root || !is_named(node, &SURROUNDINGS) {
            continue;
        }
        // A page may call all its content `comment-page` or `social`.
        let is_main = paragraphs(node) * 10 >= all * 3 || holds_headline(node);
        let is_small = node.text().trim().len() < 40;
        if !is_main || is_small {
            node.remove_from_parent();
        }
    }
}

fn holds_headline(node: &NodeRef<'_>) -> bool {
    node.descendants_it().any(|inner| inner.has_name("h1") || inner.has_name("article"))
}

/// Whether one of `words` stands alone in the class or id of `node`.
fn is_named(node: &NodeRef<'_>, words: &[&str]) -> bool {
    let names = [node.class(), node.id_attr()];
    names.iter().flatten().any(|names| {
        names
            .split(|sign: char| !sign.is_ascii_alphanumeric())
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

/// The summary near the headline, which stands outside of what is taken for the body.
fn standfirst(page: &Document, headline: &str) -> String {
    let headings = page.select("h1");
    let Some(heading) = headings.nodes().iter().find(|node| is_headline(node, headline)) else {
        return String::new();
    };
    let near = heading.ancestors_it(Some(3)).filter(|node| !node.has_name("body"));
    for around in near {
        for node in around.descendants_it() {
            if node.is_element() && is_named(&node, &STANDFIRSTS) {
                let words = one_line(&node.text());
                if (30..=500).contains(&words.len()) {
                    return words;
                }
            }
        }
    }
    String::new()
}
