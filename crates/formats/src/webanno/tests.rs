//! `WebAnno` TSV as `INCEpTION` writes it, and damaged.

use crate::import::Faulty;
use crate::import::tests::read_all;
use copydesk_document::Record;

const HEADER: &str = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Claim|kind\n\
                      #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n\n\n";

fn read(rows: &str) -> Result<Record, Faulty> {
    let file = format!("{HEADER}{rows}");
    let files = [("talks%2F1.tsv", file.as_bytes())];
    read_all("webanno", &files).unwrap().pop().unwrap()
}

#[test]
fn stacked_spans_and_parts_of_words_are_read() {
    let record = read(
        "#Text=📈 Inflation hit\n#Text=3.5%\n\
         1-1\t0-2\t📈\t_\t_\t_\t\n1-2\t3-12\tInflation\tA\\|B[1]|*[2]\t_\t_\t\n\
         1-3\t13-16\thit\tA\\|B[1]|*[2]\t_\t_\t\n1-4\t17-21\t3.5%\tA\\|B[1]\t_\t_\t\n\
         1-4.1\t17-20\t3.5\t_\thttp://x/1\tFIGURE\\_X\t\n\n\
         #Text=Paris\n2-1\t24-29\tParis\t_\t*\tPLACE\t\n",
    )
    .unwrap();
    assert_eq!(record.text.as_str(), "📈 Inflation hit\n3.5%\n  Paris");
    let spans: Vec<String> = record
        .spans
        .iter()
        .map(|span| format!("{}={}", span.label, record.words(span)))
        .collect();
    assert_eq!(
        spans,
        [
            "A|B=Inflation hit\n3.5%",
            "Claim=Inflation hit",
            "FIGURE_X=3.5",
            "PLACE=Paris"
        ]
    );
    let figure = &record.spans[2];
    assert_eq!(figure.attributes["identifier"].words, "http://x/1");
    assert_eq!(record.metadata.id, "talks/1");
}

#[test]
fn damage_is_reported_with_its_line() {
    let error = |rows: &str| read(rows).unwrap_err().to_string();
    assert!(
        error("#Text=Paris\n1-1\t0-x\tParis\t_\t_\t_\t\n").starts_with("line 7: “0-x” should be")
    );
    assert_eq!(
        error("#Text=Paris\n1-1\t0-5\tParis\t_\t_"),
        "line 7: the row has 2 of 3 span columns"
    );
    assert!(error("#Text=Paris\n1-1\t99999999-99999999\tParis\t_\t_\t_\t\n").contains("99999999"));
    assert!(error("1-1\t0-5\tParis\t_\t_\t_\t\n").contains("needs its “#Text=”"));
    let record = read("#Text=Paris\n1-1\t0-9\tParis\tA\t_\t_\t\n").unwrap();
    assert_eq!(record.warnings.len(), 1);
}
