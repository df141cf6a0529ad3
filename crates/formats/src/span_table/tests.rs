//! Tables of spans and of articles as others write them, and damaged.

use copydesk_document::{Metadata, Record};
use copydesk_text::ArticleText;

use crate::import::tests::read_all;
use crate::import::{Faulty, Head, Likeness, candidates};
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};
use crate::testing::{check_round_trip, export};

fn read(files: &[(&str, &[u8])]) -> Vec<Result<Record, Faulty>> {
    read_all("csv", files).unwrap()
}

/// One line for each article.
fn check(bytes: &[u8], expected: &str) {
    let line: Vec<String> = read(&[("corpus.csv", bytes)])
        .into_iter()
        .map(line)
        .collect();
    assert_eq!(line.join("\n"), expected);
}

fn line(record: Result<Record, Faulty>) -> String {
    match record {
        Ok(record) => {
            let of = &record.metadata;
            let mut line = format!(
                "{}|{}|{}|{}",
                of.id,
                of.title,
                of.date,
                record.text.as_str()
            );
            for span in &record.spans {
                line.extend(["|", &span.label, "=", record.words(span)]);
            }
            for warning in &record.warnings {
                line.push_str("; ");
                line.push_str(warning);
            }
            line
        }
        Err(faulty) => faulty.to_string(),
    }
}

#[test]
fn columns_of_a_corpus_are_found_by_name() {
    check(
        b"\xef\xbb\xbfID,Headline,Publish Date,Body,Section\r\n7,NA,2026-05-01,\"He said \"\"no\"\",\r\nthen left.\",UK\r\n\
          8,Two,,NA,UK\r\n",
        "7|NA|2026-05-01|He said \"no\",\r\nthen left.; These columns were not read: “Section”\n8|Two||NA",
    );
    check(
        "title;text\nA;Café, closed\n".as_bytes(),
        "|A||Café, closed",
    );
    check(
        b"Class Index,Title,Description\n3,Rates,The bank left rates as they were on Thursday.\n",
        "|Rates||The bank left rates as they were on Thursday.; These columns were not read: “Class Index”, “Description”",
    );
    check(
        b"1,The bank left rates as they were on Thursday, as had been expected by all.\n"
            .replace_comma()
            .as_slice(),
        "|||The bank left rates as they were on Thursday as had been expected by all.",
    );
    let latin = b"id,text\n1,The caf\xe9 and the na\xefve fa\xe7ade of the r\xe9sum\xe9\n";
    let record = read(&[("a.csv", latin)]).remove(0).unwrap();
    assert_eq!(
        record.text.as_str(),
        "The café and the naïve façade of the résumé"
    );
}

trait ReplaceComma {
    fn replace_comma(&self) -> Vec<u8>;
}

impl ReplaceComma for [u8] {
    /// Leaves only the first comma, which is between cells.
    fn replace_comma(&self) -> Vec<u8> {
        let text = String::from_utf8(self.to_vec()).unwrap();
        let (first, rest) = text.split_once(',').unwrap();
        format!("{first},{}", rest.replace(',', "")).into_bytes()
    }
}

#[test]
fn spans_find_their_articles_beside_them() {
    let spans = "doc_id,span_id,label,start,end,text,status\r\narticle.txt,s1,FIGURE,16,20,3.5%,gold\r\n\
                 article.txt,s2,PLACE,70,99,London,gold\r\nother,s3,PLACE,0,1,x,gold\r\n";
    let text = "📈 Inflation hit 3.5%, Bank of England governor Andrew Bailey said in London.";
    let records = read(&[
        ("spans.csv", spans.as_bytes()),
        ("article.txt", text.as_bytes()),
    ]);
    let record = records.first().unwrap().as_ref().unwrap();
    let span = record.spans.first().unwrap();
    assert_eq!((record.words(span), span.id), ("3.5%", Some(1)));
    assert_eq!(span.attributes["status"].words, "gold");
    assert!(
        record
            .warnings
            .first()
            .unwrap()
            .starts_with("PLACE 70–99 is left out")
    );
    let missing = records[1].as_ref().unwrap_err().to_string();
    assert!(
        missing.starts_with("row 4, line 4: the text of “other” is not there"),
        "{missing}"
    );
}

#[test]
fn damage_is_reported_with_its_row() {
    check(
        b"id,text\n1,a,b\n2,\n3,\"never\n4,closed\n",
        "row 2, line 2: it has 3 cells where the first row has 2\nrow 3, line 3: its text is empty\n\
         row 4, line 4: a quotation mark is opened and never closed",
    );
    check(
        b"id,text\n1,\"one\" two\"\n2,fine \"as\" it is\n3,The caf\xe9 and the na\xefve fa\xe7ade of the r\xe9sum\xe9\n",
        "row 2, line 2: a quotation mark inside a quoted cell is not doubled\n\
         2|||fine \"as\" it is; Read as windows-1252, a guess from the bytes\n\
         3|||The café and the naïve façade of the résumé",
    );
    check(
        b"doc_id,label,start,end\na,x,one,2\n",
        "row 2, line 2: the span begins at “one”, which is not a number of characters",
    );
}

#[test]
fn only_tables_are_taken_for_tables() {
    let first = |name: &str, text: &str| {
        let head = Head {
            name,
            bytes: text.as_bytes(),
        };
        let (importer, likeness) = candidates(&head).into_iter().next().unwrap();
        (importer.id(), likeness)
    };
    assert_eq!(first("a.txt", "id,text\n1,x\n"), ("csv", Likeness::Sure));
    assert_eq!(first("a", "id\ttext\n1\tx\n"), ("tsv", Likeness::Sure));
    assert_eq!(first("a.csv", "one,two\n1,x\n"), ("csv", Likeness::Maybe));
    assert_eq!(
        first("a.txt", "First, a headline\n\nThen, text.\n").0,
        "text"
    );
    assert_eq!(first("a.txt", "text\n\nThen text.\n").0, "text");
}

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "csv",
        PLACES,
        "data",
        "doc_id,span_id,label,start_codepoint,end_codepoint,text,state,by,score,note,value,speaker,cue,polarity,attributes,at\r\n\
         a 1,1,claim,2,20,Inflation hit 3.5%,accepted,,,,,,,,,\r\n\
         a 1,2,figure,16,20,3.5%,accepted,,,,,,,,,\r\n\
         a 1,3,person,22,40,\"Andrew Bailey\nsaid\",accepted,,,,,,,,,\r\n\
         a 1,4,place,45,49,Lond,accepted,,,,,,,,,\r\n",
    );
    check_file(
        "csv",
        PLACES,
        "data.articles.csv",
        "id,title,byline,date,address,source,status,marked,text\r\n\
         a 1,,,,,,,,\"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.\"\r\n",
    );
    check_file(
        "tsv",
        PLACES,
        "data",
        "doc_id\tspan_id\tlabel\tstart_codepoint\tend_codepoint\ttext\tstate\tby\tscore\tnote\tvalue\tspeaker\tcue\tpolarity\tattributes\tat\r\n\
         a 1\t1\tclaim\t2\t20\tInflation hit 3.5%\taccepted\t\t\t\t\t\t\t\t\t\r\n\
         a 1\t2\tfigure\t16\t20\t3.5%\taccepted\t\t\t\t\t\t\t\t\t\r\n\
         a 1\t3\tperson\t22\t40\t\"Andrew Bailey\nsaid\"\taccepted\t\t\t\t\t\t\t\t\t\r\n\
         a 1\t4\tplace\t45\t49\tLond\taccepted\t\t\t\t\t\t\t\t\t\r\n",
    );
    check_file(
        "tsv",
        PLACES,
        "data.articles.tsv",
        "id\ttitle\tbyline\tdate\taddress\tsource\tstatus\tmarked\ttext\r\n\
         a 1\t\t\t\t\t\t\t\t\"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.\"\r\n",
    );
    check_file(
        "excel-csv",
        PLACES,
        "data",
        "\u{feff}doc_id,span_id,label,start_codepoint,end_codepoint,text,state,by,score,note,value,speaker,cue,polarity,attributes,at,safe_cells\r\n\
         a 1,1,claim,2,20,Inflation hit 3.5%,accepted,,,,,,,,,,yes\r\n\
         a 1,2,figure,16,20,3.5%,accepted,,,,,,,,,,yes\r\n\
         a 1,3,person,22,40,\"Andrew Bailey\nsaid\",accepted,,,,,,,,,,yes\r\n\
         a 1,4,place,45,49,Lond,accepted,,,,,,,,,,yes\r\n",
    );
    check_file(
        "excel-csv",
        PLACES,
        "data.articles.csv",
        "\u{feff}id,title,byline,date,address,source,status,marked,text,safe_cells\r\n\
         a 1,,,,,,,,\"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.\",yes\r\n",
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "csv",
        DETAILS,
        "data",
        "doc_id,span_id,label,start_codepoint,end_codepoint,text,state,by,score,note,value,speaker,cue,polarity,attributes,at\r\n\
         a,1,person,2,5,Ann,accepted,human,,a|b [c] _d;*,,,,,,\r\n\
         a,2,figure,7,9,3%,suggested,figures,0.57,,3 percent,,,,,value=7-9\r\n\
         a,3,place,20,24,Rome,rejected,,,,,,,,,\r\n",
    );
    check_file(
        "csv",
        DETAILS,
        "data.articles.csv",
        "id,title,byline,date,address,source,status,marked,text\r\n\
         a,T,,,,,,,\"📈 Ann: 3%\t\"\"x\"\" <&> \\ Rome\"\r\n",
    );
    check_file(
        "excel-csv",
        DETAILS,
        "data",
        "\u{feff}doc_id,span_id,label,start_codepoint,end_codepoint,text,state,by,score,note,value,speaker,cue,polarity,attributes,at,safe_cells\r\n\
         a,1,person,2,5,Ann,accepted,human,,a|b [c] _d;*,,,,,,,yes\r\n\
         a,2,figure,7,9,3%,suggested,figures,0.57,,3 percent,,,,,value=7-9,yes\r\n\
         a,3,place,20,24,Rome,rejected,,,,,,,,,,yes\r\n",
    );
    check_file(
        "excel-csv",
        DETAILS,
        "data.articles.csv",
        "\u{feff}id,title,byline,date,address,source,status,marked,text,safe_cells\r\n\
         a,T,,,,,,,\"📈 Ann: 3%\t\"\"x\"\" <&> \\ Rome\",yes\r\n",
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("csv", PLACES, &[]);
    check_losses("csv", DETAILS, &[]);
    check_losses("tsv", PLACES, &[]);
    check_losses("tsv", DETAILS, &[]);
    check_losses("excel-csv", PLACES, &[]);
    check_losses("excel-csv", DETAILS, &[]);
}

#[test]
fn cells_that_a_spreadsheet_would_run_are_made_safe() {
    let mut records = Vec::new();
    let dangerous = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝x", "'=x", "x=1"];
    for (at, text) in dangerous.into_iter().enumerate() {
        let mut record = Record::new(ArticleText::new(text), Metadata::default());
        record.metadata.id = format!("-{at}");
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

#[test]
fn excel_s_line_about_the_delimiter_is_no_row() {
    check(
        b"sep=;\r\nid;titel;text\r\n1;\"Ropes\";\"Oda; Ann,\r\nand Jon left.\"\r\n2;;\r\n",
        "1|Ropes||Oda; Ann,\r\nand Jon left.\nrow 3, line 5: its text is empty",
    );
}

#[test]
fn a_row_for_each_word_is_an_article_with_its_names() {
    let table =
        b"Sentence #,Word,POS,Tag\nSentence: 1,Ann,NNP,B-per\n,Lee,NNP,I-per\n,left,VBD,O\n\
                  Sentence: 2,Rome,NNP,B-geo\n,\",\",\",\",O\n";
    let head = Head {
        name: "ner.csv",
        bytes: table,
    };
    let (importer, likeness) = candidates(&head)[0];
    assert_eq!((importer.id(), likeness), ("csv", Likeness::Sure));
    check(table, "|||Ann Lee left\nRome ,|per=Ann Lee|geo=Rome");
    check(
        b"doc_id,sentence_id,token,ner_tag\na,1,Ann,PER\na,1,left,O\nb,1,Bo,B-PER\nb,2,Cy,I-PER\n",
        "a|||Ann left|PER=Ann\nb|||Bo\nCy|PER=Bo|PER=Cy",
    );
}
