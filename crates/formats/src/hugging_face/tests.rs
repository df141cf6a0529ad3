//! Hugging Face data sets, written and read.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::export::{
    AgreementFigures, AgreementRow, Card, Figure, GuidelinesVersion, MemorySink, Settings,
    exporter, write_to_memory,
};
use crate::testing::import;
use crate::testing::reading::{check_read, check_recognized, read, read_with};
use crate::testing::writing::{DETAILS, PLACES, article, check_file, check_losses};
use copydesk_document::{Provenance, Record};
use copydesk_store::built_in_schema;

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "hf",
        PLACES,
        "data/train.jsonl",
        r#"{"id":"a 1","title":"","byline":"","date":"","address":"","source":"","encoding":"","status":"open","marked":false,"tokens":["📈","Inflation","hit","3.5","%",",","Andrew","Bailey","said","in","“","London","”","."],"text":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.","names_tags":["O","O","O","O","O","O","B-person","I-person","I-person","O","O","B-place","O","O"],"figures_tags":["O","O","O","B-figure","I-figure","O","O","O","O","O","O","O","O","O"],"claims_tags":["O","B-claim","I-claim","I-claim","I-claim","O","O","O","O","O","O","O","O","O"],"other_tags":["O","O","O","O","O","O","O","O","O","O","O","O","O","O"],"spans":[{"start":2,"end":20,"label":"claim","text":"Inflation hit 3.5%","state":"accepted","id":null,"by":"","score":null,"annotator":"","agreed":[],"reason":"","note":"","attributes":[]},{"start":16,"end":20,"label":"figure","text":"3.5%","state":"accepted","id":null,"by":"","score":null,"annotator":"","agreed":[],"reason":"","note":"","attributes":[]},{"start":22,"end":40,"label":"person","text":"Andrew Bailey\nsaid","state":"accepted","id":null,"by":"","score":null,"annotator":"","agreed":[],"reason":"","note":"","attributes":[]},{"start":45,"end":49,"label":"place","text":"Lond","state":"accepted","id":null,"by":"","score":null,"annotator":"","agreed":[],"reason":"","note":"","attributes":[]}]}
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "hf",
        DETAILS,
        "data/train.jsonl",
        r#"{"id":"a","title":"T","byline":"","date":"","address":"","source":"","encoding":"","status":"open","marked":false,"tokens":["📈","Ann",":","3","%","\"","x","\"","<","&",">","\\","Rome"],"text":"📈 Ann: 3%\t\"x\" <&> \\ Rome","names_tags":["O","B-person","O","O","O","O","O","O","O","O","O","O","O"],"figures_tags":["O","O","O","O","O","O","O","O","O","O","O","O","O"],"claims_tags":["O","O","O","O","O","O","O","O","O","O","O","O","O"],"other_tags":["O","O","O","O","O","O","O","O","O","O","O","O","O"],"spans":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","id":null,"by":"human","score":null,"annotator":"","agreed":[],"reason":"","note":"a|b [c] _d;*","attributes":[]},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","id":null,"by":"figures","score":0.57,"annotator":"","agreed":[],"reason":"","note":"","attributes":[{"name":"value","words":"3 percent","start":7,"end":9}]},{"start":20,"end":24,"label":"place","text":"Rome","state":"rejected","id":null,"by":"","score":null,"annotator":"","agreed":[],"reason":"","note":"","attributes":[]}]}
"#,
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("hf", PLACES, &[]);
    check_losses("hf", DETAILS, &[]);
}

#[test]
fn tags_of_tokens_are_read_with_the_names_of_the_card() {
    let card = "---\ndataset_info:\n  features:\n  - name: tokens\n    list: string\n  - name: ner_tags\n    list:\n      \
                class_label:\n        names:\n          '0': O\n          '1': B-PER\n          '2': I-PER\n---\n";
    let rows = r#"{"id":"0","tokens":["Ann","Berg","saw","Bo"],"ner_tags":[1,2,0,1],"pos_tags":[3,3,4,3]}"#;
    check_recognized("hf", rows);
    let mut beside = |name: &str| (name == "README.md").then(|| card.as_bytes().to_vec());
    assert_eq!(
        read_with("hf", rows, &mut beside),
        [
            "0: Ann Berg saw Bo",
            "PER “Ann Berg”",
            "PER “Bo”",
            "! there was no text; the tokens were joined by spaces",
            "! fields of this file that are not read (reported once): pos_tags",
        ]
    );
    assert_eq!(
        read("hf", rows)[2..3],
        [
            "! the tags in “ner_tags” are left out: they are numbers without names; put the data set’s README.md, which has the names, beside the file"
        ]
    );
    check_read(
        "hf",
        r#"{"id":1,"text":"Ann Berg, Bo","tokens":["Ann","Berg",",","Bo"],"tags":["B-PER","L-PER","O","U-PER"]}"#,
        &["1: Ann Berg, Bo", "PER “Ann Berg”", "PER “Bo”"],
    );
}

/// Ann, whom Carla decided on and Anna and Ben had.
fn gold() -> Record {
    let mut record = article(DETAILS);
    record.spans[0].provenance = Provenance {
        annotator: "carla".to_owned(),
        agreed: vec!["anna".to_owned(), "ben".to_owned()],
        reason: "a name".to_owned(),
    };
    record
}

fn files(card: Card) -> MemorySink {
    let settings = Settings {
        name: "gold".to_owned(),
        schema: built_in_schema(),
        annotator: String::new(),
        card,
    };
    write_to_memory(exporter("hf").unwrap(), &settings, &[gold()])
        .unwrap()
        .0
}

fn told() -> Card {
    let figure = |value: f64| {
        Some(Figure {
            value,
            low: value - 0.05,
            high: value + 0.05,
        })
    };
    Card {
        license: "CC-BY-4.0".to_owned(),
        url: "https://example.org/gold".to_owned(),
        published: "2026-05-01".to_owned(),
        guidelines: Some(GuidelinesVersion {
            heading: "News | 2026".to_owned(),
            hash: "0123456789abcdef".to_owned(),
        }),
        agreement: Some(AgreementFigures {
            annotators: 3,
            articles: 20,
            rows: vec![AgreementRow {
                name: "All labels".to_owned(),
                strict_f1: figure(0.81),
                alpha: figure(0.7),
                gamma: None,
            }],
        }),
    }
}

#[test]
fn who_decided_comes_back_with_the_rows() {
    let read = import("hf", &files(Card::default()));
    assert_eq!(read[0].spans[0].provenance, gold().spans[0].provenance);
}

#[test]
fn the_card_tells_who_made_it_and_how_far_they_agreed() {
    let sink = files(told());
    let card = String::from_utf8(sink.files["README.md"].clone()).unwrap();
    for words in [
        "---\nlicense: \"cc-by-4.0\"\ntask_categories:",
        "- Annotators: anna, ben, carla\n- Guidelines: News | 2026, version 0123456789ab\n- License: CC-BY-4.0\n",
        "Of 3 annotators on 20 articles, with 95% intervals.",
        "| All labels | 0.81 (0.76 to 0.86) | 0.70 (0.65 to 0.75) | – |",
    ] {
        assert!(card.contains(words), "{words}: {card}");
    }
    let silent = files(Card::default());
    let card = String::from_utf8(silent.files["README.md"].clone()).unwrap();
    assert!(
        !card.contains("license") && !card.contains("Agreement"),
        "{card}"
    );
    let card = files(Card {
        license: "https://example.org/terms".to_owned(),
        ..Card::default()
    });
    let card = String::from_utf8(card.files["README.md"].clone()).unwrap();
    assert!(card.starts_with("---\nlicense: other\nlicense_link: \"https://example.org/terms\"\n"));
}

#[test]
fn croissant_describes_the_files_with_their_hashes_and_all_columns() {
    let sink = files(told());
    let set: Value = serde_json::from_slice(&sink.files["croissant.json"]).unwrap();
    assert_eq!(set["conformsTo"], "http://mlcommons.org/croissant/1.0");
    assert_eq!(set["license"], "CC-BY-4.0");
    assert_eq!(set["datePublished"], "2026-05-01");
    let creators = set["creator"].as_array().unwrap();
    assert_eq!(creators.len(), 3);
    let file = &set["distribution"][0];
    let rows = &sink.files["data/train.jsonl"];
    assert_eq!(file["contentSize"], format!("{} B", rows.len()));
    let hash = format!("{:x?}", Sha256::digest(rows).as_slice());
    let bytes = file["sha256"].as_str().unwrap().as_bytes();
    let bytes: Vec<u8> = bytes
        .chunks(2)
        .map(|digits| u8::from_str_radix(str::from_utf8(digits).unwrap(), 16).unwrap())
        .collect();
    assert_eq!(format!("{bytes:x?}"), hash);
    let fields = set["recordSet"][0]["field"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().filter_map(|it| it["name"].as_str()).collect();
    let row: Value = serde_json::from_slice(rows).unwrap();
    let columns: Vec<&String> = row.as_object().unwrap().keys().collect();
    let undescribed: Vec<&str> = columns
        .into_iter()
        .map(String::as_str)
        .filter(|column| !names.contains(column))
        .collect();
    assert_eq!(undescribed, ["date"]);
    let analysis = set["rai:dataAnnotationAnalysis"].as_str().unwrap();
    assert!(
        analysis.contains("All labels: F1 of equal spans 0.81 (0.76 to 0.86), "),
        "{analysis}"
    );
}
