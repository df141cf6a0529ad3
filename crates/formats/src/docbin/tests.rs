//! spaCy's binary files as spaCy reads them.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use rmpv::Value;

use crate::docbin::strings::spacy_string_id;
use crate::testing::writing::{DETAILS, PLACES, check_losses, file};

#[test]
fn nothing_is_lost() {
    check_losses("docbin", PLACES, &[]);
    check_losses("docbin", DETAILS, &[]);
}

/// The fields of a file, unpacked.
fn fields(markup: &str) -> BTreeMap<String, Value> {
    let packed = file("docbin", markup, "part-00001.spacy");
    let mut plain = Vec::new();
    ZlibDecoder::new(packed.as_slice())
        .read_to_end(&mut plain)
        .unwrap();
    let value = rmpv::decode::read_value(&mut plain.as_slice()).unwrap();
    let fields = value.as_map().unwrap().iter();
    fields
        .map(|(name, value)| (name.as_str().unwrap().to_owned(), value.clone()))
        .collect()
}

#[test]
fn tokens_carry_the_entities_and_groups_all_spans() {
    let fields = fields(PLACES);
    let tokens: Vec<u64> = fields["tokens"]
        .as_slice()
        .unwrap()
        .as_chunks()
        .0
        .iter()
        .map(|bytes| u64::from_le_bytes(*bytes))
        .collect();
    // The word, whether an entity begins (3), goes on (1) or is absent (2), and its label.
    let outside = |word: &str| [spacy_string_id(word), 2, 0];
    let entity =
        |word: &str, iob: u64, label: &str| [spacy_string_id(word), iob, spacy_string_id(label)];
    let expected = [
        outside("📈"),
        outside("Inflation"),
        outside("hit"),
        entity("3.5", 3, "figure"),
        entity("%", 1, "figure"),
        outside(","),
        entity("Andrew", 3, "person"),
        entity("Bailey", 1, "person"),
        entity("\n", 1, "person"),
        entity("said", 1, "person"),
        outside("in"),
        outside("“"),
        entity("Lond", 3, "place"),
        outside("on"),
        outside("”"),
        outside("."),
    ];
    assert_eq!(tokens, expected.concat());
    assert_eq!(fields["lengths"].as_slice().unwrap(), 16_i32.to_le_bytes());
    let spaces = [1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0];
    assert_eq!(fields["spaces"].as_slice().unwrap(), spaces);
    // All four spans are in the group `sc`, with their labels in the list of strings.
    let strings = fields["strings"].as_array().unwrap();
    let has = |label: &str| strings.iter().any(|string| string.as_str() == Some(label));
    assert!(["claim", "figure", "person", "place"].into_iter().all(has));
    assert_eq!(group_sizes(&fields), [("sc".to_owned(), 4)]);
}

#[test]
fn suggested_and_rejected_spans_are_in_groups_of_their_own() {
    let expected = [("sc", 1), ("suggested", 1), ("rejected", 1)];
    let expected = expected.map(|(key, count)| (key.to_owned(), count));
    assert_eq!(group_sizes(&fields(DETAILS)), expected);
}

/// The span groups of the only doc: their keys and how many spans they have.
fn group_sizes(fields: &BTreeMap<String, Value>) -> Vec<(String, usize)> {
    let packed = fields["span_groups"].as_array().unwrap()[0]
        .as_slice()
        .unwrap();
    let groups = rmpv::decode::read_value(&mut &*packed).unwrap();
    let size = |(group, keys): &(Value, Value)| {
        let group = rmpv::decode::read_value(&mut group.as_slice().unwrap()).unwrap();
        let spans = crate::docbin::details::field(&group, "spans").unwrap();
        let key = keys.as_array().unwrap()[0].as_str().unwrap();
        (key.to_owned(), spans.as_array().unwrap().len())
    };
    groups.as_map().unwrap().iter().map(size).collect()
}
