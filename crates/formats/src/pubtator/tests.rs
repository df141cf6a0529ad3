//! Blocks as `PubTator` gives them, and damaged.

use crate::testing::reading::{check_read, read};

#[test]
fn names_in_titles_and_abstracts_are_read() {
    check_read(
        "pubtator",
        "1|t|Ann’s flu\n1|a|The flu of 😀 Ann.\n1\t6\t9\tflu\tDisease\tD007251\n1\t14\t17\tflu\tDisease\t-\n\
         1\t24\t27\tAnn\tPerson\n1\tCID\tD1\tD2\n\n2|t|Two\n2|a|\n2\t50\t53\tTwo x\tNumber\n2\tbroken\n",
        &[
            "1: Ann’s flu\nThe flu of 😀 Ann.",
            "Disease “flu”, identifier D007251",
            "Disease “flu”",
            // Counted in UTF-16.
            "Person “Ann”",
            "! 1 relation is left out: only names are read",
            "2: Two\n",
            "! Number 50–53 is left out: its words are not there",
            "! Line 11 is left out: it has no place and label",
        ],
    );
}

#[test]
fn a_file_without_a_title_holds_nothing() {
    assert!(read("pubtator", "1\t0\t3\tAnn\tPerson\n").is_empty());
}
