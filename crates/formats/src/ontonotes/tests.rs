//! Parts as `OntoNotes` has them, and damaged.

use crate::testing::reading::check_read;

fn row(word: &str, name: &str, chain: &str) -> String {
    format!("bc/x 0 0 {word} NNP (TOP* - - - Speaker#1 {name} * {chain}\n")
}

#[test]
fn names_in_brackets_are_read_and_chains_are_named() {
    let file = [
        "#begin document (bc/x); part 000\n",
        &row("Ann", "(PERSON*", "(0"),
        &row("Lee", "*)", "0)"),
        &row("-LRB-", "*", "-"),
        &row("Rome", "(GPE)", "-"),
        "\n",
        &row("Left", "*", "-"),
        "\n#end document\n#begin document (bc/x); part 001\n",
        &row("Bo", "(PERSON(ORG*))", "-"),
        &row("went", "(DATE*", "-"),
        "#end document\n#begin document (bc/y); part 000\nbc/y 0 0 Ann\n",
    ];
    check_read(
        "conll2012",
        &file.concat(),
        &[
            "bc/x: Ann Lee ( Rome\nLeft",
            "PERSON “Ann Lee”",
            "GPE “Rome”",
            "! Chains of mentions are left out: only names are read",
            "bc/x-1: Bo went",
            "ORG “Bo”",
            "PERSON “Bo”",
            "! DATE is left out: it does not end",
            "× line 15: the row has 4 columns where it needs 12 or more",
        ],
    );
}
