//! What every user of the crate can rely on, whichever suggester found it.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::{Analysis, Watch, check_worthiness, every_label, names, suggest, trouble};
use copydesk_document::{ColorRole, Label, LabelId, LabelStyle, Layer, Schema};
use copydesk_text::ArticleText;

/// `label|words` of every suggestion in `article`, in order.
fn found(article: &str, schema: &Schema) -> Vec<String> {
    let text = ArticleText::new(article);
    let all = suggest(&Analysis::new(&text), schema);
    all.iter()
        .map(|one| format!("{}|{}", one.label, text.words(one.span)))
        .collect()
}

fn check(article: &str, wanted: &[&str]) {
    assert_eq!(found(article, &every_label()), wanted, "{article}");
}

#[test]
fn people_places_figures_and_claims_of_one_sentence_stand_together() {
    check(
        "Keir Starmer said that 12 people died in Kyiv.",
        &[
            "person|Keir Starmer",
            "claim|12 people died in Kyiv",
            "figure|12",
            "place|Kyiv",
        ],
    );
}

#[test]
fn texts_without_anything_have_no_suggestions() {
    for article in ["", " ", "\n\n", "…", "nothing here is a name"] {
        check(article, &[]);
    }
}

#[test]
fn a_schema_without_a_label_leaves_it_out_and_its_names_are_used() {
    let label = |(id, key): (&str, char)| Label {
        id: LabelId::new(id).unwrap(),
        name: id.to_owned(),
        plural: id.to_owned(),
        layer: Layer::new("names"),
        color: ColorRole::Blue,
        style: LabelStyle::Tint,
        key,
        guideline: String::new(),
        attributes: Vec::new(),
    };
    let schema = Schema::new([("PER", 'p'), ("LOC", 'l')].map(label).to_vec()).unwrap();
    assert_eq!(
        found("Keir Starmer said that 12 people died in Kyiv.", &schema),
        ["PER|Keir Starmer", "LOC|Kyiv"]
    );
}

#[test]
fn suggestions_of_a_layer_never_overlap() {
    let schema = every_label();
    for article in [
        include_str!("../../../samples/minerals-deal.txt"),
        include_str!("../../../samples/iraq-loan.txt"),
    ] {
        let text = ArticleText::new(article);
        let all = suggest(&Analysis::new(&text), &schema);
        assert!(all.len() > 20, "{} suggestions", all.len());
        assert!(all.is_sorted_by_key(|one| one.span));
        for layer in ["names", "figures", "claims"] {
            let of_layer: Vec<_> = all
                .iter()
                .filter(|one| schema.label(&one.label).unwrap().layer == Layer::new(layer))
                .collect();
            for pair in of_layer.windows(2) {
                assert!(pair[0].span.end() <= pair[1].span.start(), "{pair:?}");
            }
        }
    }
}

#[test]
fn any_number_of_threads_gives_the_same_suggestions() {
    let text = ArticleText::new(include_str!("../../../samples/minerals-deal.txt"));
    let with_threads = |count: usize| {
        let mut analysis = Analysis::new(&text);
        analysis.threads = NonZeroUsize::new(count);
        suggest(&analysis, &every_label())
    };
    assert_eq!(with_threads(1), with_threads(4));
}

#[test]
fn the_beginning_of_an_article_can_be_read_by_itself() {
    let text = ArticleText::new("Keir Starmer is in Kyiv.\n\nEmmanuel Macron is in Paris.");
    let first = names(&Analysis::of_part(&text, 1, None));
    let words: Vec<&str> = first.iter().map(|one| text.words(one.span)).collect();
    assert_eq!(words, ["Keir Starmer", "Kyiv"]);
}

#[test]
fn nobody_is_suggested_anything_after_cancelling() {
    let text = ArticleText::new("Keir Starmer said that 12 people died in Kyiv.");
    let (cancelled, permille) = (AtomicBool::new(true), AtomicU32::new(0));
    let watch = Watch {
        cancelled: &cancelled,
        permille: &permille,
    };
    let mut analysis = Analysis::watched(&text, Some(watch));
    assert_eq!(suggest(&analysis, &every_label()), []);
    cancelled.store(false, Ordering::Relaxed);
    analysis = Analysis::watched(&text, Some(watch));
    assert_eq!(suggest(&analysis, &every_label()).len(), 4);
}

#[test]
fn an_article_in_another_language_says_what_is_suggested_there() {
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let text = ArticleText::new(text);
        assert_eq!(trouble(&Analysis::new(&text)).as_deref(), expected);
    }
    check(include_str!("../../../samples/iraq-loan.txt"), None);
    check(
        "Angela Merkel sagte am Freitag in Berlin, dass die Regierung den Vertrag noch in diesem Jahr unterzeichnen \
         werde.",
        Some("This article is in German: figures and sure names are suggested, claims are not"),
    );
    check(
        "The leaders met in Paris on Friday, and they had much to say about the treaty.\n\nLe président a dit que \
         l’accord serait signé avant la fin de l’année.",
        Some(
            "Part of this article is in French: there, figures and sure names are suggested, claims are not",
        ),
    );
    check(
        "Il presidente ha detto che l’accordo sarà firmato entro la fine dell’anno.",
        Some(
            "This article is in Italian: only sure figures are suggested, names and claims are not",
        ),
    );
    check(
        "Президент заявил, что договор подпишут в пятницу.",
        Some(
            "This article is not in English: only sure figures are suggested, names and claims are not",
        ),
    );
}

#[test]
fn a_sentence_with_a_statistic_is_worth_checking_and_a_greeting_is_not() {
    let verdict = |sentence: &str| {
        let text = ArticleText::new(sentence);
        check_worthiness(&Analysis::new(&text)).expect("the network reads it")
    };
    let statistic = verdict("The unemployment rate fell to 4.1 percent, the lowest in 17 years.");
    let greeting = verdict("Good evening, and thank you all for being here.");
    assert!(statistic.is_worth_checking && !greeting.is_worth_checking);
    assert!(statistic.confidence > greeting.confidence);
    let nothing = ArticleText::new("");
    assert_eq!(check_worthiness(&Analysis::new(&nothing)), None);
}
