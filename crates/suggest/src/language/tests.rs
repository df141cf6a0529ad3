//! Languages of short texts, headlines, quotations and lists of names.

use super::Language::{self, *};
use crate::Analysis;
use copydesk_text::ArticleText;

/// The languages of the sentences of `text`; of several in a row in one language, one.
#[track_caller]
fn check(text: &str, expected: &[Language]) {
    let article = ArticleText::new(text);
    let mut languages = Analysis::new(&article).languages().to_vec();
    languages.dedup();
    assert_eq!(languages, expected, "{text}");
}

#[test]
fn two_short_sentences_show_their_language() {
    check(
        "Jörg Kühn sagte am Montag, die Zahlen seien gut. Der Umsatz stieg um 12 Prozent.",
        &[German],
    );
    check("Jörg Kühn sagte am Montag.", &[German]);
    check(
        "Le ministre a été entendu lundi. Il n’a rien dit.",
        &[French],
    );
    check(
        "El ministro llegó el lunes a Madrid. No dijo nada.",
        &[Spanish],
    );
    check(
        "Il ministro è arrivato lunedì a Roma. Non ha detto nulla.",
        &[Italian],
    );
    check(
        "O ministro chegou na segunda-feira a Lisboa. Não disse nada.",
        &[Portuguese],
    );
    check(
        "De minister kwam maandag aan in Den Haag. Hij zei niets.",
        &[Dutch],
    );
}

#[test]
fn a_headline_is_in_the_language_of_its_article() {
    check(
        "Überschrift\n\nDer Kanzler sagte am Freitag in Berlin, dass die Regierung den Vertrag noch in diesem Jahr \
         unterzeichnen werde.",
        &[German],
    );
}

#[test]
fn english_stays_english_whatever_names_are_in_it() {
    check(
        include_str!("../../../../samples/minerals-deal.txt"),
        &[English],
    );
    check(
        include_str!("../../../../samples/iraq-loan.txt"),
        &[English],
    );
    check("Kyiv Berlin Paris", &[English]);
    check("Bayern draw with Borussia", &[English]);
    check("El Salvador’s Nayib Bukele wins again", &[English]);
    check(
        "The Museo Nacional de Bellas Artes and the Casa de la Cultura reopened on Friday. Volkswagen und Porsche \
         are older than the Frankfurter Allgemeine Zeitung.",
        &[English],
    );
}

#[test]
fn a_paragraph_and_a_sentence_may_differ_from_the_article() {
    check(
        "The chancellor spoke in Berlin on Friday, and reporters asked her about the treaty.\n\nDer Vertrag mit der \
         Ukraine werde noch in diesem Jahr unterzeichnet, sagte sie.\n\nThe crowd was smaller than it had been last \
         year.",
        &[English, German, English],
    );
    check(
        "The chancellor was asked about it twice. „Wir haben so vieles geschafft, und wir schaffen auch das.“ Then she \
         left the room with her staff.",
        &[English, German, English],
    );
}

#[test]
fn other_letters_and_unknown_languages_are_not_english() {
    check(
        "وقال الرئيس فولوديمير زيلينسكي إن الاتفاق سيوقع في واشنطن.",
        &[OtherScript],
    );
    check("राष्ट्रपति ने कहा कि समझौता होगा।", &[OtherScript]);
    check(
        "Президент заявил, что договор подпишут в пятницу.",
        &[OtherScript],
    );
    check(
        "Gaur goizean hasi da epaiketa Donostiako auzitegian eta lekukoek bi orduz hitz egin dute epailearen aurrean \
         hainbat hilabetetako ikerketaren ondoren, hedabideek jakinarazi dutenez.",
        &[Other],
    );
    check("", &[]);
}

#[test]
fn each_small_word_has_known_languages() {
    let file = crate::lists::list_file!("small-words");
    for (word, languages) in crate::lists::rows(file) {
        let is_known = |code: &str| super::CODES.iter().any(|(known, _)| *known == code);
        assert!(
            !languages.is_empty() && languages.split(' ').all(is_known),
            "{word}"
        );
    }
}
