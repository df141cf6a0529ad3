//! Hugging Face data sets, written and read.

use crate::testing::reading::{check_read, check_recognized, read, read_with};
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "hf",
        PLACES,
        "data/train.jsonl",
        r#"{"id":"a 1","title":"","byline":"","date":"","address":"","source":"","encoding":"","status":"open","marked":false,"tokens":["📈","Inflation","hit","3.5","%",",","Andrew","Bailey","said","in","“","London","”","."],"text":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.","names_tags":["O","O","O","O","O","O","B-person","I-person","I-person","O","O","B-place","O","O"],"figures_tags":["O","O","O","B-figure","I-figure","O","O","O","O","O","O","O","O","O"],"claims_tags":["O","B-claim","I-claim","I-claim","I-claim","O","O","O","O","O","O","O","O","O"],"other_tags":["O","O","O","O","O","O","O","O","O","O","O","O","O","O"],"spans":[{"start":2,"end":20,"label":"claim","text":"Inflation hit 3.5%","state":"accepted","id":null,"by":"","score":null,"note":"","attributes":[]},{"start":16,"end":20,"label":"figure","text":"3.5%","state":"accepted","id":null,"by":"","score":null,"note":"","attributes":[]},{"start":22,"end":40,"label":"person","text":"Andrew Bailey\nsaid","state":"accepted","id":null,"by":"","score":null,"note":"","attributes":[]},{"start":45,"end":49,"label":"place","text":"Lond","state":"accepted","id":null,"by":"","score":null,"note":"","attributes":[]}]}
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "hf",
        DETAILS,
        "data/train.jsonl",
        r#"{"id":"a","title":"T","byline":"","date":"","address":"","source":"","encoding":"","status":"open","marked":false,"tokens":["📈","Ann",":","3","%","\"","x","\"","<","&",">","\\","Rome"],"text":"📈 Ann: 3%\t\"x\" <&> \\ Rome","names_tags":["O","B-person","O","O","O","O","O","O","O","O","O","O","O"],"figures_tags":["O","O","O","O","O","O","O","O","O","O","O","O","O"],"claims_tags":["O","O","O","O","O","O","O","O","O","O","O","O","O"],"other_tags":["O","O","O","O","O","O","O","O","O","O","O","O","O"],"spans":[{"start":2,"end":5,"label":"person","text":"Ann","state":"accepted","id":null,"by":"human","score":null,"note":"a|b [c] _d;*","attributes":[]},{"start":7,"end":9,"label":"figure","text":"3%","state":"suggested","id":null,"by":"figures","score":0.57,"note":"","attributes":[{"name":"value","words":"3 percent","start":7,"end":9}]},{"start":20,"end":24,"label":"place","text":"Rome","state":"rejected","id":null,"by":"","score":null,"note":"","attributes":[]}]}
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
