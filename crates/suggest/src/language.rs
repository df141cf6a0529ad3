//! Whether an article is in English, the one language that the suggesters read.

use crate::Analysis;
use crate::lists::{WordList, word_list};
use copydesk_document::{Confidence, Suggestion};
use copydesk_text::{TokenKind, folded};

/// The commonest words of English news, which no other language has in such numbers.
static COMMON: WordList = word_list!("common-english");

/// Too short to judge.
const LEAST_WORDS: usize = 25;
/// English news has .3 to .45; headlines alone .15; other languages below .08.
const LEAST_SHARE: f64 = 0.12;
/// The beginning of a long article is enough.
const MOST_WORDS: usize = 5000;

/// Whether the article reads as English, or is too short to judge.
pub(super) fn is_english(analysis: &Analysis<'_>) -> bool {
    let words = analysis
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .take(MOST_WORDS);
    let (mut all, mut common) = (0, 0);
    for word in words {
        all += 1;
        common += usize::from(COMMON.holds(&folded(word.of(analysis.as_str()))));
    }
    all < LEAST_WORDS || common as f64 >= all as f64 * LEAST_SHARE
}

/// What is found in another language is less sure.
pub(super) fn doubt(suggestion: &mut Suggestion) {
    let percent = u16::from(suggestion.confidence.percent()) * 6 / 10;
    suggestion.confidence = Confidence::from_percent(u8::try_from(percent).unwrap_or(100));
}

#[cfg(test)]
mod tests {
    use super::is_english;
    use crate::Analysis;
    use copydesk_text::ArticleText;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let text = ArticleText::new(text);
        assert_eq!(
            is_english(&Analysis::new(&text)),
            expected,
            "{}",
            text.as_str()
        );
    }

    #[test]
    fn other_languages_are_not_taken_for_english() {
        check(include_str!("../../../samples/minerals-deal.txt"), true);
        check(include_str!("../../../samples/iraq-loan.txt"), true);
        check(
            "Der Bundeskanzler sagte am Freitag in Berlin, dass die Regierung den Vertrag mit der Ukraine noch in diesem Jahr unterzeichnen werde, und nannte eine Summe von 500 Millionen Euro.",
            false,
        );
        check(
            "Le président a déclaré vendredi à Paris que l'accord avec l'Ukraine serait signé avant la fin de l'année, et qu'il porterait sur 500 millions d'euros pour la reconstruction du pays.",
            false,
        );
        check(
            "وقال الرئيس فولوديمير زيلينسكي إن الاتفاق بقيمة 500 مليار دولار سيوقع في واشنطن يوم الجمعة، وأضاف أن أوكرانيا تحتاج إلى ضمانات أمنية حقيقية قبل وقف إطلاق النار في البلاد هذا العام.",
            false,
        );
    }

    #[test]
    fn a_few_words_count_as_english() {
        check("Kyiv Berlin Paris", true);
        check("", true);
    }
}
