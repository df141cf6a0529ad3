//! Formats of rows and columns there and back, and what their files look like.

use std::ops::ControlFlow;

use crate::export::{LossKind, MemorySink, Shape, exporter};
use crate::import::{Head, Likeness, Source, candidates, importer};
use copydesk_document::{Metadata, Record, RecordSpan};
use copydesk_text::ArticleText;
use proptest::prelude::*;

use crate::testing::records::{plain, random, three};
use crate::testing::{check_round_trip, export};

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

#[test]
fn tables_and_conllu_lose_nothing() {
    for id in ["csv", "tsv", "excel-csv", "conllu"] {
        assert_eq!(export(id, &three()).1, [], "{id}");
    }
}

#[test]
fn each_file_is_known_for_what_it_is() {
    for id in FORMATS {
        let (sink, _) = export(id, &three());
        let shape = exporter(id).unwrap().shape();
        for (name, bytes) in &sink.files {
            let name = match shape {
                Shape::File(extension) if name == MemorySink::MAIN => format!("x.{extension}"),
                Shape::File(_) => continue,
                _ => name.clone(),
            };
            let head = Head { name: &name, bytes };
            let is_data = !head.has_extension("txt") && !head.has_extension("conf");
            let first = candidates(&head).into_iter().next();
            let first = first.map(|(importer, likeness)| (importer.id(), likeness));
            assert_eq!(
                first == Some((id, Likeness::Sure)),
                is_data,
                "{name}: {first:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_articles_come_back(records in random()) {
        for id in FORMATS {
            check_round_trip(id, &records);
        }
    }

    #[test]
    fn no_bytes_make_an_importer_panic(
        id in 0..FORMATS.len(),
        cut in any::<prop::sample::Index>(),
        change in any::<(prop::sample::Index, u8)>(),
    ) {
        let id = FORMATS[id];
        let (sink, _) = export(id, &three());
        for (name, bytes) in &sink.files {
            let mut bytes = bytes.clone();
            if bytes.is_empty() {
                continue;
            }
            let place = change.0.index(bytes.len());
            bytes[place] = change.1;
            bytes.truncate(cut.index(bytes.len()) + 1);
            let mut input = bytes.as_slice();
            let mut source = Source {
                name,
                input: &mut input,
                beside: &mut |name| sink.files.get(name).cloned(),
            };
            let mut take = |record: Result<Record, _>| {
                if let Ok(record) = record {
                    let lawful = |span: &RecordSpan| !record.words(span).is_empty();
                    assert!(record.spans.iter().all(lawful), "{id}");
                }
                ControlFlow::Continue(())
            };
            drop(importer(id).unwrap().read(&mut source, &mut take));
        }
    }
}

fn metadata(id: &str) -> Metadata {
    Metadata {
        id: id.to_owned(),
        ..Metadata::default()
    }
}

/// An article of one sentence over two lines.
fn inflation() -> Record {
    let text = "Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.";
    let mut record = Record::new(ArticleText::new(text), metadata("a 1"));
    for (label, words) in [
        ("claim", "Inflation hit 3.5%"),
        ("figure", "3.5%"),
        ("person", "Andrew Bailey\nsaid"),
        ("place", "Lond"),
    ] {
        let start = text.find(words).unwrap();
        let range = start..start + words.len();
        record.spans.push(RecordSpan::new(label, range));
    }
    record
}

fn check(id: &str, file: &str, expected: &str) {
    let (sink, _) = export(id, &[inflation()]);
    let found = str::from_utf8(&sink.files[file]).unwrap();
    assert_eq!(found, expected, "{id}");
}

#[test]
fn tags_are_as_their_readers_know_them() {
    check(
        "conll2003",
        "data",
        "-DOCSTART- -X- O O\n\nInflation -X- _ O\nhit -X- _ O\n3.5 -X- _ B-figure\n% -X- _ I-figure\n\
         , -X- _ O\nAndrew -X- _ B-person\nBailey -X- _ I-person\nsaid -X- _ I-person\nin -X- _ O\n\
         “ -X- _ O\nLondon -X- _ B-place\n” -X- _ O\n. -X- _ O\n\n",
    );
    check(
        "bilou",
        "data",
        "-DOCSTART- (a%201)\tO\tO\tO\tO\n\nInflation\tO\tO\tB-claim\tO\nhit\tO\tO\tI-claim\tO\n\
         3.5\tO\tB-figure\tI-claim\tO\n%\tO\tL-figure\tL-claim\tO\n,\tO\tO\tO\tO\n\
         Andrew\tB-person\tO\tO\tO\nBailey\tI-person\tO\tO\tO\nsaid\tL-person\tO\tO\tO\n\
         in\tO\tO\tO\tO\n“\tO\tO\tO\tO\nLondon\tU-place\tO\tO\tO\n”\tO\tO\tO\tO\n.\tO\tO\tO\tO\n\n",
    );
    let (_, lost) = export("conll2003", &[inflation()]);
    let kinds: Vec<&LossKind> = lost.iter().map(|loss| &loss.kind).collect();
    assert_eq!(kinds, [&LossKind::Span, &LossKind::Edges]);
}

#[test]
fn conllu_is_as_its_readers_know_it() {
    let row = |id: u8, word: &str, misc: &str| format!("{id}\t{word}{}\t{misc}\n", "\t_".repeat(7));
    let expected = [
        "# newdoc id = a%201\n# global.Entity = eid-etype-other\n# sent_id = a%201-1\n\
         # text = Inflation hit 3.5%, Andrew Bailey said in “London”.\n"
            .to_owned(),
        row(1, "Inflation", "Entity=(d1e1-claim|TokenRange=0:9"),
        row(2, "hit", "TokenRange=10:13"),
        row(
            3,
            "3.5",
            "Entity=(d1e2-figure|SpaceAfter=No|TokenRange=14:17",
        ),
        row(4, "%", "Entity=d1e2)d1e1)|SpaceAfter=No|TokenRange=17:18"),
        row(5, ",", "TokenRange=18:19"),
        row(6, "Andrew", "Entity=(d1e3-person|TokenRange=20:26"),
        row(7, "Bailey", "SpacesAfter=\\n|TokenRange=27:33"),
        row(8, "said", "Entity=d1e3)|TokenRange=34:38"),
        row(9, "in", "TokenRange=39:41"),
        row(10, "“", "SpaceAfter=No|TokenRange=42:43"),
        row(
            11,
            "London",
            "Entity=(d1e4-place)|SpaceAfter=No|TokenRange=43:49",
        ),
        row(12, "”", "SpaceAfter=No|TokenRange=49:50"),
        row(13, ".", "SpaceAfter=No|TokenRange=50:51"),
        "\n".to_owned(),
    ];
    check("conllu", "data", &expected.concat());
}

#[test]
fn webanno_and_brat_are_as_their_readers_know_them() {
    check(
        "brat",
        "a%201.ann",
        "T1\tclaim 0 18\tInflation hit 3.5%\nT2\tfigure 14 18\t3.5%\n\
         T3\tperson 20 33;34 38\tAndrew Bailey said\nT4\tplace 43 47\tLond\n",
    );
    check(
        "webanno",
        "a%201.tsv",
        "#FORMAT=WebAnno TSV 3.3\n\
         #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\
         #T_SP=webanno.custom.Claims|value\n\n\n\
         #Text=Inflation hit 3.5%, Andrew Bailey\n#Text=said in “London”.\n\
         1-1\t0-9\tInflation\t_\tclaim[3]\t\n1-2\t10-13\thit\t_\tclaim[3]\t\n\
         1-3\t14-17\t3.5\tfigure[1]\tclaim[3]\t\n1-4\t17-18\t%\tfigure[1]\tclaim[3]\t\n\
         1-5\t18-19\t,\t_\t_\t\n1-6\t20-26\tAndrew\tperson[2]\t_\t\n\
         1-7\t27-33\tBailey\tperson[2]\t_\t\n1-8\t34-38\tsaid\tperson[2]\t_\t\n\
         1-9\t39-41\tin\t_\t_\t\n1-10\t42-43\t“\t_\t_\t\n1-11\t43-49\tLondon\t_\t_\t\n\
         1-11.1\t43-47\tLond\tplace\t_\t\n1-12\t49-50\t”\t_\t_\t\n1-13\t50-51\t.\t_\t_\t\n",
    );
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_made_safe() {
    let mut records = Vec::new();
    let dangerous = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝x", "'=x", "x=1"];
    for (at, text) in dangerous.into_iter().enumerate() {
        let mut record = Record::new(ArticleText::new(text), metadata(&format!("-{at}")));
        record.metadata.title = text.to_owned();
        records.push(record);
    }
    check_round_trip("excel-csv", &records);
    check_round_trip("csv", &records);
    let (sink, _) = export("excel-csv", &records);
    let table = str::from_utf8(&sink.files["data.articles.csv"]).unwrap();
    assert!(table.starts_with("\u{feff}id,title,"));
    assert!(
        table.contains("\r\n'-0,'=1+1,,,,,,,'=1+1,yes\r\n"),
        "{table}"
    );
    assert!(table.contains("\r\n'-7,''=x,,,,,,,''=x,yes\r\n"), "{table}");
    let (sink, _) = export("csv", &records);
    let table = str::from_utf8(&sink.files["data.articles.csv"]).unwrap();
    assert!(table.contains("\r\n-0,=1+1,,,,,,,=1+1\r\n"), "{table}");
}
