//! PDF files: lines, columns and hyphens of made pages, files of real programs, files built to hurt.

use std::fmt::Write as _;

use crate::import::documents_tests::{fixture, read, refusal};

/// A file of `objects`, the first of which is the catalog.
pub(super) fn file(objects: &[String]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).into_bytes());
    }
    let start = bytes.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        writeln!(end, "{place:010} 00000 n ").unwrap();
    }
    let count = objects.len() + 1;
    write!(
        end,
        "trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    bytes.extend(end.into_bytes());
    bytes
}

pub(super) fn stream(dictionary: &str, content: &str) -> String {
    format!(
        "<<{dictionary}/Length {}>>\nstream\n{content}\nendstream",
        content.len()
    )
}

/// Pages with these contents; the font `F` is Courier, whose letters are 0.6 wide.
fn pages(contents: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len())
        .map(|page| format!("{} 0 R", 4 + 2 * page))
        .collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Kids[{}]/Count {}>>",
            kids.join(" "),
            kids.len()
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (page, content) in contents.iter().enumerate() {
        let content_id = 5 + 2 * page;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {content_id} 0 R\
             /Resources<</Font<</F 3 0 R>>>>>>"
        ));
        objects.push(stream("", content));
    }
    file(&objects)
}

/// Operators that show `text` at a place, ten points large.
fn at(x: usize, y: usize, text: &str) -> String {
    sized(10, x, y, text)
}

fn sized(size: usize, x: usize, y: usize, text: &str) -> String {
    let text: String = text.replace('(', "\\(").replace(')', "\\)");
    format!("BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

/// Lines one below the other, twelve points apart.
fn lines(x: usize, top: usize, lines: &[&str]) -> String {
    let line = |(index, line): (usize, &&str)| at(x, top - 12 * index, line);
    lines.iter().enumerate().map(line).collect()
}

fn check(content: String, expected: &str) {
    let record = read("pdf", &pages(&[content])).unwrap();
    assert_eq!(record.text.as_str(), expected);
}

#[test]
fn lines_become_paragraphs() {
    let page = [
        sized(20, 50, 700, "A headline over"),
        sized(20, 50, 676, "two lines"),
        lines(
            50,
            640,
            &[
                "The first paragraph has three lines that",
                "are as long as the column is wide, and a",
                "last one.",
                "The second begins where nothing but the",
                "full stop before it says so. It ends.",
            ],
        ),
        lines(50, 560, &["A gap stands over the third paragraph."]),
        lines(62, 548, &["An indented line begins the fourth one"]),
        lines(50, 536, &["and this goes on with it."]),
    ];
    let expected = "A headline over two lines\n\n\
        The first paragraph has three lines that are as long as the column is wide, and a last one.\n\n\
        The second begins where nothing but the full stop before it says so. It ends.\n\n\
        A gap stands over the third paragraph.\n\n\
        An indented line begins the fourth one and this goes on with it.";
    check(page.concat(), expected);
}

#[test]
fn hyphens_at_line_ends_are_undone_where_they_divide_a_word() {
    let page = lines(
        50,
        700,
        &[
            "The govern-",
            "ment asked the well-",
            "known author of a self-",
            "made film and the Anglo-",
            "Irish one in the two-",
            "and three-storey houses of mid-",
            "2020 at 3-",
            "4 percent with a long-term",
            "view, and then a long-",
            "term plan of state-of-the-",
            "art work.",
        ],
    );
    let expected = "The government asked the well-known author of a self-made film and the Anglo-Irish one \
        in the two- and three-storey houses of mid-2020 at 3-4 percent with a long-term view, and then a \
        long-term plan of state-of-the-art work.";
    check(page, expected);
}

#[test]
fn columns_are_read_one_after_the_other_even_if_drawn_row_by_row() {
    let left = [
        "The left column is",
        "set in lines that",
        "go on and on until",
        "its last line and",
    ];
    let right = [
        "continue here until",
        "the end of the one",
        "paragraph that both",
        "columns hold.",
    ];
    let mut page = sized(20, 50, 720, "A headline across both columns");
    for row in 0..4 {
        page += &at(50, 680 - 12 * row, left[row]);
        page += &at(250, 680 - 12 * row, right[row]);
    }
    let expected = "A headline across both columns\n\n\
        The left column is set in lines that go on and on until its last line and continue here until the \
        end of the one paragraph that both columns hold.";
    check(page, expected);
}

#[test]
fn tables_are_read_by_rows() {
    let mut page = lines(50, 700, &["The strongest gusts of the storm were these:"]);
    for (row, (place, speed)) in [
        ("Cape Farrow", "152"),
        ("Ballyford", "139"),
        ("Carrow", "128"),
    ]
    .iter()
    .enumerate()
    {
        page += &at(50, 670 - 12 * row, place);
        page += &at(250, 670 - 12 * row, speed);
    }
    let expected = "The strongest gusts of the storm were these:\n\n\
        Cape Farrow\t152\nBallyford\t139\nCarrow\t128";
    check(page, expected);
}

#[test]
fn words_are_separated_by_gaps_and_characters_made_plain() {
    check(
        "BT /F 10 Tf 50 700 Td [(W)80(ord) -400 (gap)] TJ ET".to_owned(),
        "Word gap",
    );
    check(
        "BT /F 10 Tf 50 700 Td (caf\\351 \\223q\\224 \\223) Tj ET".to_owned(),
        "café “q” “",
    );
    // Drawn twice to look bold; up the page; outside of any font.
    let page = [
        at(50, 700, "Bold"),
        "BT /F 10 Tf 50.3 700 Td (Bold) Tj ET\n".to_owned(),
        "BT /F 10 Tf 0 1 -1 0 20 100 Tm (Upward) Tj ET\n".to_owned(),
        "BT /G 10 Tf 50 600 Td (No font) Tj ET\n".to_owned(),
        "BT /F 7 Tf 74 704 Td (2) Tj ET\n".to_owned(),
    ];
    check(page.concat(), "Bold2");
}

#[test]
fn heads_feet_and_page_numbers_are_left_out() {
    let page = |number: usize| {
        let head = at(50, 780, &format!("The Courier, {number} May 2026"));
        let body = lines(50, 700, &[["One page", "Another", "The last"][number - 1]]);
        head + &body + &at(300, 20, &format!("- {number} -"))
    };
    let record = read("pdf", &pages(&[page(1), page(2), page(3)])).unwrap();
    let expected = "One page\n\nAnother\n\nThe last";
    assert_eq!(record.text.as_str(), expected);
}

#[test]
fn what_is_marked_as_repeated_is_left_out() {
    let page = "/Artifact <</Type/Pagination>> BDC BT /F 10 Tf 50 780 Td (Head) Tj ET EMC\n"
        .to_owned()
        + &at(50, 700, "Text");
    check(page, "Text");
}

#[test]
fn files_of_real_programs_are_read() {
    let milk = "Dairy farms lose a fifth of their herds in three years, ministry count shows\n\n\
        The number of dairy cows in the Marsh counties has fallen by 21 percent since 2023, the \
        agriculture ministry said in a count published on Sunday, as farmers switch to grain or give \
        up.\n\nThe ministry counted 184,000 cows on 1 April, down from 233,000 three years earlier. The \
        number of farms fell faster still, from 2,910 to 2,044.\n\n";
    for name in [
        "reportlab-pages.pdf",
        "chromium.pdf",
        "libreoffice.pdf",
        "unlocked.pdf",
    ] {
        let record = read("pdf", &fixture(name)).unwrap();
        assert!(
            record.text.as_str().starts_with(milk),
            "{name}: {}",
            record.text.as_str()
        );
        assert!(!record.text.as_str().contains("Farm Weekly"), "{name}");
        assert!(
            milk.starts_with(&record.metadata.title),
            "{name}: {}",
            record.metadata.title
        );
        assert_eq!(record.warnings, Vec::<String>::new(), "{name}");
    }
    for (name, page) in [
        ("weasyprint-columns.pdf", "amp"),
        ("reportlab-columns.pdf", "cookie-banner"),
    ] {
        let record = read("pdf", &fixture(name)).unwrap();
        let truth = String::from_utf8(fixture(&format!("pages/{page}.txt"))).unwrap();
        let text = record.text.as_str();
        assert!(text.contains(truth.trim_end()), "{name}: {text}");
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let locked = refusal("pdf", &fixture("locked.pdf"));
    assert!(locked.contains("password"), "{locked}");
    let scan = file(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>".to_owned(),
        stream("", "/I Do"),
        stream("/Type/XObject/Subtype/Image/Width 1/Height 1", "x"),
    ]);
    let scan = refusal("pdf", &scan);
    assert!(scan.contains("pictures of pages, not text"), "{scan}");
    let cut = fixture("reportlab-pages.pdf");
    for end in (10..cut.len() - 200).step_by(61) {
        if let Err(error) = read("pdf", &cut[..end]) {
            assert!(error.to_string().contains("PDF"), "{error}");
        }
    }
}

/// Reads what is built to hurt: an error or a text, within the time that a test may take.
fn survive(bytes: &[u8]) {
    if let Ok(record) = read("pdf", bytes) {
        assert!(record.text.as_str().len() < 100_000_000);
    }
}

#[test]
fn files_built_to_hurt_end_soon() {
    let catalog = || "<</Type/Catalog/Pages 2 0 R>>".to_owned();
    let font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Courier>>>>";
    let page = |more: &str| {
        format!("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<{font}{more}>>>>")
    };
    let one = |more: &str, content: String| {
        let tree = "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned();
        vec![catalog(), tree, page(more), stream("", &content)]
    };
    // Nested arrays, dictionaries and strings.
    survive(&pages(&["[".repeat(100_000) + " TJ"]));
    survive(&pages(&["<<".repeat(100_000) + " Do"]));
    survive(&pages(&["(".repeat(100_000) + " Tj"]));
    survive(&pages(&["q ".repeat(100_000)]));
    survive(&pages(&[
        "BT ".repeat(100_000) + "/F 1 Tf 1e38 0 0 1e38 1e38 1e38 Tm (x) Tj"
    ]));
    // A tree of pages that bites its tail, and one that says it has two thousand million pages.
    survive(&file(&[
        catalog(),
        "<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 3>>".to_owned(),
    ]));
    survive(&file(&[
        catalog(),
        "<</Type/Pages/Kids[3 0 R]/Count 2147483648/Parent 3 0 R>>".to_owned(),
        "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2147483648/Parent 2 0 R>>".to_owned(),
    ]));
    // Forms that draw themselves, and forms that draw others again and again.
    let form = |id: usize| {
        let resources =
            format!("/Type/XObject/Subtype/Form/Resources<<{font}/XObject<</X {id} 0 R>>>>");
        stream(&resources, &"/X Do BT /F 9 Tf (x) Tj ET ".repeat(2))
    };
    let mut looped = one("/XObject<</X 5 0 R>>", "/X Do".to_owned());
    looped.extend([form(6), form(5)]);
    survive(&file(&looped));
    let mut chain = one("/XObject<</X 5 0 R>>", "/X Do".to_owned());
    chain.extend((6..30).map(form));
    survive(&file(&chain));
    // Widths and letters that are said again and again.
    let mut wide = one("/Font<</W 5 0 R>>", "/W 9 Tf <0041> Tj".to_owned());
    wide[2] = wide[2].replace(font, "");
    let widths = "0 65535 500 ".repeat(20_000);
    wide.push(format!(
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</W[{widths}]>>]>>"
    ));
    let ranges = "<0000> <ffff> <0041> ".repeat(5_000);
    wide.push(stream("", &format!("1 beginbfrange {ranges} endbfrange")));
    survive(&file(&wide));
    // Objects that refer to themselves.
    survive(&file(&["1 0 R".to_owned()]));
    let mut selves = one("", "BT /F 9 Tf (x) Tj ET".to_owned());
    selves[3] = "4 0 R".to_owned();
    survive(&file(&selves));
}

#[test]
fn streams_that_unpack_without_end_are_refused() {
    let packed = |bytes: Vec<u8>| {
        let mut stream = lopdf::Stream::new(lopdf::Dictionary::new(), bytes);
        stream.compress().unwrap();
        stream.content
    };
    let once = packed(vec![b' '; 20 * 1024 * 1024]);
    let twice = packed(once.clone());
    for (filters, data) in [
        ("/FlateDecode", once),
        ("[/FlateDecode/FlateDecode]", twice),
    ] {
        let mut bytes = file(&[
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>".to_owned(),
        ]);
        // A stream of bytes that are no text, behind the rest: readers search for what no table names.
        let head = format!(
            "4 0 obj\n<</Filter {filters}/Length {}>>\nstream\n",
            data.len()
        );
        let at = bytes.windows(4).position(|four| four == b"xref").unwrap();
        let object = [head.as_bytes(), &data, b"\nendstream\nendobj\n"].concat();
        bytes.truncate(at);
        bytes.extend(object);
        bytes.extend(b"trailer\n<</Size 5/Root 1 0 R>>\n%%EOF\n");
        let refused = refusal("pdf", &bytes);
        assert!(refused.contains("16 MiB"), "{refused}");
    }
}
