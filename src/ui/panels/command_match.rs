//! Ranks commands by how well they match what is typed into the palette.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Matches what was typed against titles and help texts.
pub struct CommandMatcher {
    matcher: Matcher,
    /// Matches every word as a whole.
    words: Pattern,
    /// Matches the letters of every word in order, with gaps.
    letters: Pattern,
}

/// How well a command matches; lesser is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    pub kind: MatchKind,
    score: Reverse<u32>,
    /// Length of the title in bytes: of equal scores, the shortest title is closest to what was typed.
    length: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKind {
    /// Every word is in the title.
    Title,
    /// Every word is in the title or the help text.
    Help,
    /// Only the letters are in the title.
    Letters,
}

impl CommandMatcher {
    pub fn new(typed: &str) -> Self {
        let pattern = |kind| {
            let (case, normalization) = (CaseMatching::Ignore, Normalization::Smart);
            Pattern::new(typed, case, normalization, kind)
        };
        Self {
            matcher: Matcher::new(Config::DEFAULT),
            words: pattern(AtomKind::Substring),
            letters: pattern(AtomKind::Fuzzy),
        }
    }

    /// `None` if nothing matches. While nothing is typed, all commands rank the same.
    pub fn rank(&mut self, title: &str, help: &str) -> Option<Rank> {
        if self.words.atoms.is_empty() {
            return Some(Rank {
                kind: MatchKind::Title,
                score: Reverse(0),
                length: 0,
            });
        }
        let all = format!("{title} {help}");
        let attempts = [
            (MatchKind::Title, &self.words, title),
            (MatchKind::Help, &self.words, all.as_str()),
            (MatchKind::Letters, &self.letters, title),
        ];
        let mut buffer = Vec::new();
        attempts.into_iter().find_map(|(kind, pattern, text)| {
            let score = pattern.score(Utf32Str::new(text, &mut buffer), &mut self.matcher)?;
            Some(Rank {
                kind,
                score: Reverse(score),
                length: title.len(),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::CommandMatcher;

    const COMMANDS: [(&str, &str); 9] = [
        ("Save as…", "Save the article under another name"),
        ("Save", "Save the article and its annotations"),
        ("Next suggestion", "Go to the next open suggestion"),
        ("Next least certain", "Go to the least certain suggestion"),
        ("Accept", "Accept the focused suggestion"),
        ("Undo accept “Seoul”", "Undo (unlimited)"),
        ("Bigger text", "Make the article text bigger"),
        ("About Copydesk…", "Show version and licenses"),
        ("Café", "Accents need not be typed"),
    ];

    /// The titles that match, the best first.
    fn found(typed: &str) -> Vec<&'static str> {
        let mut matcher = CommandMatcher::new(typed);
        let mut found: Vec<_> = COMMANDS
            .into_iter()
            .filter_map(|(title, help)| Some((matcher.rank(title, help)?, title)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, title)| title).collect()
    }

    #[test]
    fn the_title_that_is_typed_whole_comes_first() {
        assert_eq!(found("save")[..2], ["Save", "Save as…"]);
        assert_eq!(found("SAVE AS")[0], "Save as…");
    }

    #[test]
    fn a_title_that_begins_with_the_word_comes_before_one_that_has_it_later() {
        assert_eq!(found("accept")[..2], ["Accept", "Undo accept “Seoul”"]);
    }

    #[test]
    fn words_may_be_cut_short_and_come_in_any_order() {
        assert_eq!(found("next sug")[0], "Next suggestion");
        assert_eq!(found("least next")[0], "Next least certain");
    }

    #[test]
    fn titles_come_before_help_texts_and_these_before_loose_letters() {
        assert_eq!(found("version"), ["About Copydesk…"]);
        assert_eq!(
            found("suggestion"),
            ["Next suggestion", "Accept", "Next least certain"]
        );
        assert_eq!(found("nsg"), ["Next suggestion"]);
    }

    #[test]
    fn accents_need_not_be_typed() {
        assert_eq!(found("cafe"), ["Café"]);
    }

    #[test]
    fn what_does_not_match_is_not_found() {
        assert!(found("zoom").is_empty());
    }

    #[test]
    fn while_nothing_is_typed_the_order_stays() {
        assert_eq!(found(" "), COMMANDS.map(|(title, _)| title));
    }
}
