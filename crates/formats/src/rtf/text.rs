//! The text that the pieces of an RTF file show.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::import::ImportError;
use crate::import::prose::Prose;
use crate::rtf::fonts::{of_charset, of_code_page};
use crate::rtf::tokens::{Token, Tokens};

/// Deeper nesting is an accident or an attack.
const MAX_DEPTH: usize = 512;

/// What a file shows, and says of itself.
#[derive(Default)]
pub(super) struct Shown {
    pub text: String,
    pub title: String,
    pub author: String,
}

/// Where the words of a group go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Note,
    Title,
    Author,
    Fonts,
    Nowhere,
}

/// What a group may change and its end takes back.
#[derive(Clone, Copy)]
struct Group {
    place: Place,
    /// How many characters stand in for one that is given by its number.
    stand_ins: usize,
    is_hidden: bool,
    font: i32,
}

struct Reading {
    groups: Vec<Group>,
    group: Group,
    /// Whether the group has just begun with `\*`: nobody needs to know what it is.
    may_be_unknown: bool,
    prose: Prose,
    /// A note by itself, where one is read, and those that are whole.
    notes: Prose,
    info: [String; 2],
    encoding: &'static Encoding,
    fonts: BTreeMap<i32, Option<&'static Encoding>>,
    /// Bytes that are not decoded yet: letters of some encodings have two.
    bytes: Vec<u8>,
    /// How many characters are still to be passed over.
    pass: usize,
    /// The first half of a character beyond the first plane.
    high: Option<u16>,
}

pub(super) fn shown(bytes: &[u8]) -> Result<Shown, ImportError> {
    let group = Group {
        place: Place::Text,
        stand_ins: 1,
        is_hidden: false,
        font: -1,
    };
    let mut reading = Reading {
        groups: Vec::new(),
        group,
        may_be_unknown: false,
        prose: Prose::default(),
        notes: Prose::default(),
        info: [String::new(), String::new()],
        encoding: WINDOWS_1252,
        fonts: BTreeMap::new(),
        bytes: Vec::new(),
        pass: 0,
        high: None,
    };
    for token in Tokens::new(bytes) {
        reading.take(token)?;
    }
    reading.flush();
    let mut text = reading.prose.finish();
    let notes = reading.notes.finish();
    if !notes.is_empty() {
        text.push_str("\n\n");
        text.push_str(&notes);
    }
    let [title, author] = reading.info;
    Ok(Shown {
        text,
        title,
        author,
    })
}

impl Reading {
    fn take(&mut self, token: Token<'_>) -> Result<(), ImportError> {
        if !matches!(token, Token::Byte(_)) {
            self.flush();
        }
        let begins_unknown = std::mem::take(&mut self.may_be_unknown);
        match token {
            Token::Open => {
                self.pass = 0;
                if self.groups.len() >= MAX_DEPTH {
                    return Err(ImportError::Limit(
                        "its groups are nested more than 512 deep",
                    ));
                }
                self.groups.push(self.group);
            }
            Token::Close => {
                self.pass = 0;
                if self.group.place == Place::Note {
                    self.notes.line();
                }
                if let Some(group) = self.groups.pop() {
                    self.group = group;
                }
            }
            Token::Byte(byte) => {
                if self.pass > 0 {
                    self.pass -= 1;
                } else {
                    self.bytes.push(byte);
                }
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, number) => self.word(word, number, begins_unknown),
        }
        Ok(())
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'*' => self.may_be_unknown = true,
            b'~' => self.show("\u{a0}"),
            b'_' => self.show("\u{2011}"),
            b'\\' | b'{' | b'}' => self.show(char::from(symbol).encode_utf8(&mut [0; 4])),
            b'\n' | b'\r' => self.part(),
            // An optional hyphen, and what only indexes need.
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, begins_unknown: bool) {
        let is_on = number != Some(0);
        match word {
            "par" | "sect" | "page" | "shptxt" => self.part(),
            "line" | "row" | "nestrow" => self.gap(Prose::line),
            "tab" => self.show("\t"),
            "cell" | "nestcell" => self.gap(Prose::cell),
            "emdash" => self.show("—"),
            "endash" => self.show("–"),
            "lquote" => self.show("‘"),
            "rquote" => self.show("’"),
            "ldblquote" => self.show("“"),
            "rdblquote" => self.show("”"),
            "bullet" => self.show("•"),
            "emspace" | "enspace" | "qmspace" => self.show(" "),
            "u" => {
                if let Some(number) = number {
                    self.unit(number);
                }
            }
            "uc" => self.group.stand_ins = number.and_then(|n| n.try_into().ok()).unwrap_or(1),
            "v" | "deleted" => self.group.is_hidden = is_on,
            "plain" => self.group.is_hidden = false,
            "ansicpg" => self.encoding = number.and_then(of_code_page).unwrap_or(self.encoding),
            "mac" => self.encoding = encoding_rs::MACINTOSH,
            "f" => {
                self.group.font = number.unwrap_or(-1);
            }
            "fcharset" if self.group.place == Place::Fonts => {
                let encoding = number.and_then(of_charset);
                self.fonts.insert(self.group.font, encoding);
            }
            "fonttbl" => self.group.place = Place::Fonts,
            "title" if self.group.place == Place::Nowhere => self.group.place = Place::Title,
            "author" if self.group.place == Place::Nowhere => self.group.place = Place::Author,
            "footnote" if self.group.place == Place::Text => {
                self.group.place = Place::Note;
                self.notes.paragraph();
            }
            "colortbl" | "stylesheet" | "info" | "pict" | "object" | "header" | "headerl"
            | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" | "fldinst"
            | "listtable" | "listoverridetable" | "revtbl" | "rsidtbl" | "themedata"
            | "colorschememapping" | "latentstyles" | "datastore" | "xmlnstbl" | "generator"
            | "annotation" | "atnid" | "atnauthor" | "xe" | "tc" | "bkmkstart" | "bkmkend"
            | "nonshppict" | "sp" | "pntext" | "listtext" | "ftnsep" | "aftnsep" => {
                self.group.place = Place::Nowhere;
            }
            "shpinst" => {}
            _ if begins_unknown => self.group.place = Place::Nowhere,
            _ => {}
        }
    }

    /// `\u381`: a UTF-16 unit, with stand-ins behind it for programs that know none.
    fn unit(&mut self, number: i32) {
        self.pass = self.group.stand_ins;
        // Written as a signed number, as it once was.
        let Ok(unit) = u16::try_from(number & 0xffff) else {
            return;
        };
        let high = self.high.take();
        match char::decode_utf16(high.into_iter().chain([unit])).last() {
            Some(Ok(c)) => self.show(c.encode_utf8(&mut [0; 4])),
            _ => self.high = Some(unit),
        }
    }

    fn flush(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let of_font = self.fonts.get(&self.group.font).copied().flatten();
        let encoding = of_font.unwrap_or(self.encoding);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        self.show(&text);
    }

    fn show(&mut self, words: &str) {
        if self.group.is_hidden {
            return;
        }
        let [title, author] = &mut self.info;
        match self.group.place {
            Place::Text => self.prose.exact(words),
            Place::Note => self.notes.exact(words),
            Place::Title => title.push_str(words),
            Place::Author => author.push_str(words),
            Place::Fonts | Place::Nowhere => {}
        }
    }

    fn part(&mut self) {
        self.gap(Prose::paragraph);
    }

    fn gap(&mut self, gap: fn(&mut Prose)) {
        match self.group.place {
            Place::Text => gap(&mut self.prose),
            Place::Note => gap(&mut self.notes),
            _ => {}
        }
    }
}
