//! The language of each sentence of an article: the rules for English read no other.

mod evidence;

use std::ops::Range;

use crate::Analysis;
use crate::analysis::Sentence;
use copydesk_i18n::tr;
use copydesk_text::Token;

use evidence::Evidence;

/// What a text may be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Language {
    #[default]
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
    Swedish,
    /// Or Norwegian: small words do not tell them apart.
    Danish,
    Polish,
    Turkish,
    Romanian,
    Czech,
    Indonesian,
    Finnish,
    Hungarian,
    Catalan,
    /// In Latin letters, but none of these.
    Other,
    /// In other letters, such as Arabic or Chinese.
    OtherScript,
}

/// How one is named in the list of small words.
const CODES: [(&str, Language); 17] = [
    ("en", Language::English),
    ("de", Language::German),
    ("fr", Language::French),
    ("es", Language::Spanish),
    ("it", Language::Italian),
    ("pt", Language::Portuguese),
    ("nl", Language::Dutch),
    ("sv", Language::Swedish),
    ("da", Language::Danish),
    ("pl", Language::Polish),
    ("tr", Language::Turkish),
    ("ro", Language::Romanian),
    ("cs", Language::Czech),
    ("id", Language::Indonesian),
    ("fi", Language::Finnish),
    ("hu", Language::Hungarian),
    ("ca", Language::Catalan),
];

impl Language {
    /// Completes “This article is …”; for all but English.
    fn in_it(self) -> &'static str {
        match self {
            Self::German => tr!("in-german"),
            Self::French => tr!("in-french"),
            Self::Spanish => tr!("in-spanish"),
            Self::Italian => tr!("in-italian"),
            Self::Portuguese => tr!("in-portuguese"),
            Self::Dutch => tr!("in-dutch"),
            Self::Swedish => tr!("in-swedish"),
            Self::Danish => tr!("in-danish"),
            Self::Polish => tr!("in-polish"),
            Self::Turkish => tr!("in-turkish"),
            Self::Romanian => tr!("in-romanian"),
            Self::Czech => tr!("in-czech"),
            Self::Indonesian => tr!("in-indonesian"),
            Self::Finnish => tr!("in-finnish"),
            Self::Hungarian => tr!("in-hungarian"),
            Self::Catalan => tr!("in-catalan"),
            Self::English | Self::Other | Self::OtherScript => tr!("in-another-language"),
        }
    }

    /// Whether figures and names are read by a grammar and lists of its own.
    pub fn has_grammar(self) -> bool {
        matches!(self, Self::German | Self::French | Self::Spanish)
    }
}

/// The language of each of `sentences`, which are in the order of `text`. A sentence that does not show its own is in
/// that of its paragraph, and a paragraph in that of the article.
pub(crate) fn of_sentences(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Language> {
    let of_sentence = |sentence: &Sentence| {
        let range = sentence.tokens.start.0..sentence.tokens.end.0;
        Evidence::of(text, tokens.get(range).unwrap_or_default())
    };
    let evidence: Vec<Evidence> = sentences.iter().map(of_sentence).collect();
    let article = sum(&evidence).of_article();
    let mut languages = Vec::with_capacity(sentences.len());
    for (range, all) in paragraphs(sentences, &evidence) {
        let paragraph = sum(all).of_paragraph(article);
        let is_alone = range.len() == 1;
        languages.extend(all.iter().map(|one| {
            if is_alone {
                paragraph
            } else {
                one.of_sentence(paragraph)
            }
        }));
    }
    languages
}

/// Whether these words, of a text in English, are surely in another language.
pub(crate) fn is_foreign(text: &str, tokens: &[Token]) -> bool {
    Evidence::of(text, tokens).is_foreign_quotation()
}

/// What is suggested in an article that is not, or not all, in English, in words to show.
pub(crate) fn notice(analysis: &Analysis<'_>) -> Option<String> {
    let mut others: Vec<Language> = analysis.languages().to_vec();
    let sentences = others.len();
    others.retain(|language| *language != Language::English);
    let is_whole = others.len() == sentences;
    others.sort_unstable();
    let most = others
        .chunk_by(|one, other| one == other)
        .max_by_key(|chunk| chunk.len())?;
    let language = *most.first()?;
    let language_of_all = if most.len() == others.len() {
        language
    } else {
        Language::Other
    };
    let named = language_of_all.in_it();
    Some(match (is_whole, language.has_grammar()) {
        (true, true) => tr!("notice-all-names", language = named),
        (true, false) => tr!("notice-all-figures", language = named),
        (false, true) => tr!("notice-part-names", language = named),
        (false, false) => tr!("notice-part-figures", language = named),
    })
}

fn sum(all: &[Evidence]) -> Evidence {
    let mut sum = Evidence::default();
    for one in all {
        sum.add(one);
    }
    sum
}

/// The sentences of each paragraph, with what they show.
fn paragraphs<'a>(
    sentences: &'a [Sentence],
    evidence: &'a [Evidence],
) -> impl Iterator<Item = (Range<usize>, &'a [Evidence])> {
    let mut start = 0;
    sentences
        .chunk_by(|one, other| one.paragraph == other.paragraph)
        .map(move |chunk| {
            let range = start..start + chunk.len();
            start = range.end;
            (range.clone(), evidence.get(range).unwrap_or_default())
        })
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
