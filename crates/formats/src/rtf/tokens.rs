//! RTF piece by piece: groups, control words with their numbers, and bytes of text.

/// One piece of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// `\par`, `\u381`; the number is there if it is written.
    Word(&'a str, Option<i32>),
    /// `\~`, `\*`.
    Symbol(u8),
    /// A byte of text, also as `\'e1`.
    Byte(u8),
}

pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let (first, after) = self.rest.split_first()?;
        if !first.is_ascii_alphabetic() {
            self.rest = after;
            if *first == b'\''
                && let Some(byte) = after.get(..2).and_then(from_hex)
            {
                self.rest = after.get(2..).unwrap_or_default();
                return Some(Token::Byte(byte));
            }
            return Some(Token::Symbol(*first));
        }
        let end = |bytes: &[u8], is_part: fn(&u8) -> bool| {
            let end = bytes.iter().position(|byte| !is_part(byte));
            end.unwrap_or(bytes.len())
        };
        let (word, rest) = self.rest.split_at(end(self.rest, u8::is_ascii_alphabetic));
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = end(rest.get(sign..).unwrap_or_default(), u8::is_ascii_digit);
        let length = if digits == 0 { 0 } else { sign + digits };
        let (number, rest) = rest.split_at(length);
        // One blank only ends the word.
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let number = str::from_utf8(number)
            .ok()
            .and_then(|number| number.parse().ok());
        if let (b"bin", Some(count)) = (word, number) {
            let count = usize::try_from(count).unwrap_or(0);
            self.rest = self.rest.get(count..).unwrap_or_default();
        }
        Some(Token::Word(str::from_utf8(word).ok()?, number))
    }
}

fn from_hex(digits: &[u8]) -> Option<u8> {
    let digits = str::from_utf8(digits).ok()?;
    u8::from_str_radix(digits, 16).ok()
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                // Line ends lay out the file; what ends a line of the text is a control word.
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(*byte)),
            };
        }
    }
}
