//! JSONL and the formats made of JSON, there and back.

use proptest::prelude::*;

use super::records::{random, three};
use super::{check_round_trip, export};

#[test]
fn jsonl_holds_all() {
    let records = three();
    check_round_trip("jsonl", &records);
    assert_eq!(export("jsonl", &records).1, []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn jsonl_holds_any_text(records in random()) {
        check_round_trip("jsonl", &records);
    }
}
