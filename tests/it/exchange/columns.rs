//! Formats of rows and columns there and back.

use proptest::prelude::*;

use crate::exchange::records::{plain, random, three};
use crate::exchange::{check_round_trip, export};

const FORMATS: [&str; 9] = [
    "conll2003",
    "iob2",
    "bilou",
    "conllu",
    "brat",
    "webanno",
    "csv",
    "tsv",
    "excel-csv",
];

#[test]
fn what_goes_out_comes_back() {
    for id in FORMATS {
        check_round_trip(id, &three());
        check_round_trip(id, &plain());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_articles_come_back(records in random()) {
        for id in FORMATS {
            check_round_trip(id, &records);
        }
    }
}
