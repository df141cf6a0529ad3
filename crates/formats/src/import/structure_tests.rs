//! What is written for programs is told from prose.

use super::Structure;
use crate::import::Head;

fn check(text: &str, expected: Option<Structure>) {
    let head = Head {
        name: "a.txt",
        bytes: text.as_bytes(),
    };
    assert_eq!(Structure::of(&head), expected, "{text}");
}

#[test]
fn json_is_known_by_its_beginning_even_if_it_is_damaged() {
    check("{\"a\": 1}", Some(Structure::Json));
    check("\n [\n {\"a\": [1, 2", Some(Structure::Json));
    check("{\"a\": oops", Some(Structure::Json));
    check("[[\"Oda\", 1]]", Some(Structure::Json));
    check(
        "[(\"Oda left.\", {\"entities\": []})]",
        Some(Structure::Python),
    );
    check(
        "TRAIN_DATA = [\n  (\"Oda left.\", {})]",
        Some(Structure::Python),
    );
    check("[{'text': 'Oda left.'}]", Some(Structure::Python));
}

#[test]
fn markup_and_mail_are_known_by_their_beginning() {
    check("<?xml version='1.0'?><a/>", Some(Structure::Xml));
    check(
        "<DOC>\n<TEXT>Oda left.</TEXT>\n</DOC>",
        Some(Structure::Xml),
    );
    check(
        "From: a@b.example\r\nSubject: Ropes\r\nMIME-Version: 1.0\r\n\r\nOda left.",
        Some(Structure::Mail),
    );
}

#[test]
fn rows_of_cells_are_a_table_and_words_with_tags_are_columns() {
    check("a\tb\n1\t2\n", Some(Structure::Table));
    check("a;b;c\n1;2;3\n4;5;6\n", Some(Structure::Table));
    check(
        "id,name,n\n1,Oda,2\n2,Ann,3\n3,Jon,4\n",
        Some(Structure::Table),
    );
    check(
        "1\n00:00:01,000 --> 00:00:02,000\nOda left.\n\n2\n00:00:03,000 --> 00:00:04,000\nShe came.\n",
        Some(Structure::Subtitles),
    );
    check(
        "Oda PERSON\nleft O\nPort PLACE\nVarn PLACE\n. O\n",
        Some(Structure::Columns),
    );
}

#[test]
fn prose_is_prose() {
    for prose in [
        "Ferry lost\n\nOda Lind left Varn.\n",
        "[1] Oda Lind left Varn.",
        "[Reuters] - Oda Lind left Varn.",
        "{person|Oda Lind} left Varn.",
        "“Oh,” she said = nothing.",
        "<3 is how she signed her letters.",
        "From: Oda\nSubject: Ropes\n\nDear all,\n",
        "Note: the ferry is late.\n\nIt left at noon.",
        "\tOda Lind left.\n\tShe came back.\n\tIt rained.\n",
        "Oda, Ann and Jon left.\nAnn, Jon and Oda came, and it rained.\nThey slept.\n",
        "Oda Lind, mayor, Varn\nAnn Holm, reporter, Varn\nJon Reed, skipper, York\nBo Lee, cook, Rome\n",
        "Rain fell.\nRain fell.\nRain fell.\nRain fell.\nRain fell.\n",
        "Rain, sun, snow.\nRain, sun, a long and wide and dark and bitter winter of snow.\nRain, sun, snow.\n\
         Rain, sun, snow.\n",
        "",
    ] {
        check(prose, None);
    }
}
