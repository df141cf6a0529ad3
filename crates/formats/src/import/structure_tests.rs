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
fn yaml_with_nothing_behind_it_is_yaml() {
    for yaml in [
        "---\ntitle: Ferry lost\ndate: 2026-05-01\n---\n",
        "---\ntitle: Ferry lost\ntags:\n- sea\n...\n",
        "- text: Oda left.\n  label: person\n- text: Ann came.\n  label: person\n",
        "articles:\n  - text: Oda left.\n    date: 2026-05-01\n",
        "version: 2\nlabels:\n  person: blue\n  place: green\n",
        "title: Ferry lost\ntext: |\n  Oda Lind left Varn.\n  She came back.\n",
        "# A list.\nnames:\n    - Oda\n    - Ann\ncount: 2\n",
    ] {
        check(yaml, Some(Structure::Yaml));
    }
    let head = Head {
        name: "a.yml",
        bytes: b"title: Ferry lost\ndate: today\n",
    };
    assert_eq!(Structure::of(&head), Some(Structure::Yaml));
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
        "---\ntitle: Ferry lost\ndate: 2026-05-01\n---\n\nOda Lind left Varn.\n",
        "Q: Who left?\nA: Oda Lind.\nQ: When?\nA: At noon.\n",
        "ODA:\n    Who goes there?\nANN:\n    It is I.\n",
        "Present:\n- Oda Lind\n- Ann Holm\n",
        "- Oda Lind left.\n- Ann came: it rained.\n",
        "Date: noon\nPlace: Varn\n",
        "---\nOda Lind left Varn.\n---\nAnn came.\n",
        "",
    ] {
        check(prose, None);
    }
}
