//! Mail and saved pages, as programs of mail and browsers write them.

use crate::import::{ImportError, importer, read_bytes};
use copydesk_document::Record;

fn read(name: &str, mail: &str) -> Result<Record, ImportError> {
    let head = crate::import::Head {
        name,
        bytes: mail.as_bytes(),
    };
    assert_eq!(crate::import::candidates(&head)[0].0.id(), "mail");
    let mut records = read_bytes(importer("mail").unwrap(), name, mail.as_bytes())?;
    Ok(records.pop().unwrap().unwrap())
}

#[test]
fn the_text_of_a_mail_is_the_article() {
    let record = read(
        "a.eml",
        "Received: by x\r\nFrom: =?utf-8?Q?=C5=BDofie?= Holm <z@varn.example>\r\nSubject:\r\n =?utf-8?B?UG9ydCBWYXJu?=\r\n\
         Date: Fri, 1 Mar 2024 08:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b 1\"\r\n\r\n\
         This is a message in parts.\r\n--b 1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\n\
         Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDie F=E4hre ist =\r\n\
         fort.\r\n\r\nSie kommt nicht.\r\n--b2\r\nContent-Type: text/html\r\n\r\n<p>Die F\r\n--b2--\r\n--b 1\r\n\
         Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n--b 1--\r\n",
    )
    .unwrap();
    assert_eq!(
        record.text.as_str(),
        "Die Fähre ist fort.\n\nSie kommt nicht."
    );
    let of = &record.metadata;
    assert_eq!(
        [&of.title, &of.byline, &of.date, &of.encoding],
        ["Port Varn", "Žofie Holm", "2024-03-01", "windows-1252"]
    );
    assert_eq!(
        record.warnings,
        ["1 attachment is left out; save what is attached and open that"]
    );
}

#[test]
fn the_page_that_a_browser_saved_is_read_as_a_page() {
    let record = read(
        "page.mhtml",
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://varn.example/ropes\r\nSubject: New ropes\r\n\
         Date: Fri, 1 Mar 2024 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
         \tboundary=\"--x\"\r\n\r\n----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         <html><head><meta charset=3D\"utf-8\"></head><body><article><h1>New ropes</h1><p>=C5=BDofie R said that the ferry =\r\n\
         would sail again, and that all the boats of the town would follow it out of the harbor.</p></article></body></html>\r\n\
         ----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----x--\r\n",
    )
    .unwrap();
    let text = record.text.as_str();
    assert!(
        text.contains("Žofie R said that the ferry would sail again"),
        "{text}"
    );
    assert!(!text.contains("=3D") && !text.contains("<p>"), "{text}");
    assert_eq!(record.metadata.address, "https://varn.example/ropes");
    assert_eq!(
        (
            record.metadata.title.as_str(),
            record.metadata.byline.as_str()
        ),
        ("New ropes", "")
    );
}

#[test]
fn a_mail_without_a_text_is_refused_and_one_that_was_cut_is_read() {
    let head = "Message-ID: <1>\nFrom: a@b.example\nMIME-Version: 1.0\n";
    let empty = read("a.eml", &format!("{head}Content-Type: image/png\n\nAAAA"));
    assert!(
        empty
            .unwrap_err()
            .to_string()
            .contains("neither text nor a page")
    );
    let cut = format!("{head}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nOda left.\n");
    assert_eq!(read("a.eml", &cut).unwrap().text.as_str(), "Oda left.");
}

#[test]
fn a_mail_in_utf_8_that_says_it_is_in_ascii_is_read_as_utf_8() {
    let mail = |charset: &str| {
        format!(
            "From: a@varn.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\n\
             Content-Transfer-Encoding: 8bit\r\n\r\nŽofie sagt, die Fähre ist fort.\r\n"
        )
    };
    for charset in ["us-ascii", "iso-8859-1"] {
        let record = read("a.eml", &mail(charset)).unwrap();
        assert_eq!(record.text.as_str(), "Žofie sagt, die Fähre ist fort.");
        assert_eq!(
            record.warnings,
            ["Read as UTF-8, which it is in, and not as it says"]
        );
    }
}
