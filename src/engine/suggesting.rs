//! Suggestions for one article, the beginning of a long one first.

use std::num::NonZeroUsize;
use std::sync::atomic::AtomicU32;

use crate::engine::Progress;
use copydesk_document::{Schema, Suggestion};
use copydesk_suggest::dictionary::Dictionaries;
use copydesk_suggest::{Analysis, Proposed, Watch, propose, suggest_with};
use copydesk_text::ArticleText;

/// What was found in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Suggested {
    /// Sorted by span, without contradictions.
    pub suggestions: Vec<Suggestion>,
    /// What is too unlikely to be suggested, the likeliest first.
    pub candidates: Vec<Suggestion>,
    /// Why a suggester could not work, in words to show.
    pub trouble: Option<String>,
}

/// Of an article of so many bytes, some 2,000 words, the beginning is suggested first …
const LONG_BYTES: usize = 12_000;
/// … which is what is on screen when it is opened.
const FIRST_BYTES: usize = 5_000;

/// All suggestions for `text`, those of `dictionaries` before the others, on at most so many threads; `None` for as many as pay. Nothing if it is
/// cancelled.
pub fn suggest(
    dictionaries: &Dictionaries,
    text: &ArticleText,
    schema: &Schema,
    threads: Option<NonZeroUsize>,
    progress: &Progress,
) -> Option<Suggested> {
    if text.len() >= LONG_BYTES {
        // Its progress is not that of the article.
        let permille = AtomicU32::new(0);
        let watch = Watch {
            permille: &permille,
            ..progress.watch()
        };
        let mut analysis = Analysis::of_part(text, FIRST_BYTES, Some(watch));
        analysis.threads = threads;
        progress.offer(suggest_with(dictionaries, &analysis, schema));
    }
    let mut analysis = Analysis::watched(text, Some(progress.watch()));
    analysis.threads = threads;
    let Proposed {
        suggestions,
        candidates,
    } = propose(dictionaries, &analysis, schema);
    (!progress.is_cancelled()).then(|| Suggested {
        suggestions,
        candidates,
        trouble: copydesk_suggest::trouble(&analysis),
    })
}
