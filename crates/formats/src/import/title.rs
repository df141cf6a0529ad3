//! The title of an article that its file does not name: its headline on one line.

use copydesk_text::ArticleText;

/// The headline on one line, shortened; empty if there is none.
pub(crate) fn title_of(text: &ArticleText) -> String {
    text.headline().map(short_title).unwrap_or_default()
}

/// `headline` on one line, cut at a word if it is long.
pub(crate) fn short_title(headline: &str) -> String {
    const LONGEST: usize = 100;
    let one_line = headline.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= LONGEST {
        return one_line;
    }
    let cut: String = one_line.chars().take(LONGEST).collect();
    let whole_words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    format!("{whole_words}…")
}
