//! The parts of a message: header fields and, within bounds, the parts inside of parts.

use crate::mail::transfer::{from_base64, from_quoted_printable, header_words};

/// Deeper nesting is an accident or an attack.
const MAX_DEPTH: usize = 20;

/// More parts than this no page has.
const MAX_PARTS: usize = 10_000;

/// A part that holds no others.
pub(super) struct Part {
    pub headers: Headers,
    /// Without its transfer encoding.
    pub body: Vec<u8>,
}

/// Header fields by lower-case names, in order.
#[derive(Clone, Default)]
pub(super) struct Headers(Vec<(String, String)>);

impl Headers {
    /// The fields at the start of `bytes`, and what comes after the blank line.
    pub fn split(bytes: &[u8]) -> (Self, &[u8]) {
        let mut headers = Self::default();
        let mut rest = bytes;
        while !rest.is_empty() {
            let end = rest
                .iter()
                .position(|byte| *byte == b'\n')
                .map_or(rest.len(), |at| at + 1);
            let (line, next) = rest.split_at_checked(end).unwrap_or((rest, &[]));
            let line = String::from_utf8_lossy(line);
            let line = line.trim_end_matches(['\r', '\n']);
            if line.trim().is_empty() {
                return (headers, next);
            }
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = headers.0.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim());
                }
            } else if let Some((name, value)) = line.split_once(':') {
                let name = name.trim().to_ascii_lowercase();
                headers.0.push((name, value.trim().to_owned()));
            } else if !line.starts_with("From ") {
                // A part without fields begins with its body.
                return (headers, rest);
            }
            rest = next;
        }
        (headers, rest)
    }

    /// As it is written; empty if it is not there.
    pub fn raw(&self, name: &str) -> &str {
        let mut fields = self.0.iter();
        fields
            .find(|(found, _)| found == name)
            .map_or("", |(_, value)| value)
    }

    /// With its encoded words spelled out.
    pub fn words(&self, name: &str) -> String {
        header_words(self.raw(name))
    }

    /// `text/html` in lower case; plain text where nothing is said.
    pub fn kind(&self) -> String {
        let kind = self
            .raw("content-type")
            .split(';')
            .next()
            .unwrap_or_default();
        let kind = kind.trim().to_ascii_lowercase();
        if kind.is_empty() {
            "text/plain".to_owned()
        } else {
            kind
        }
    }

    /// A parameter of `Content-Type`: `charset`, `boundary`.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let value = self.raw("content-type");
        let parts = value.split(';').skip(1);
        for part in parts {
            let (found, value) = part.split_once('=')?;
            if found.trim().eq_ignore_ascii_case(name) {
                return Some(value.trim().trim_matches('"').to_owned());
            }
        }
        None
    }

    pub fn is_attachment(&self) -> bool {
        let disposition = self.raw("content-disposition").to_ascii_lowercase();
        disposition.starts_with("attachment")
    }
}

/// All parts of the message in order, and its own header fields.
pub(super) fn parts(bytes: &[u8]) -> (Headers, Vec<Part>) {
    let (headers, body) = Headers::split(bytes);
    let mut parts = Vec::new();
    take(&headers, body, 0, &mut parts);
    (headers, parts)
}

fn take(headers: &Headers, body: &[u8], depth: usize, parts: &mut Vec<Part>) {
    if depth > MAX_DEPTH || parts.len() >= MAX_PARTS {
        return;
    }
    let kind = headers.kind();
    if kind.starts_with("multipart/")
        && let Some(boundary) = headers.parameter("boundary")
    {
        for inner in between(body, &boundary) {
            let (headers, body) = Headers::split(inner);
            take(&headers, body, depth + 1, parts);
        }
        return;
    }
    let encoding = headers
        .raw("content-transfer-encoding")
        .trim()
        .to_ascii_lowercase();
    let body = match encoding.as_str() {
        "base64" => from_base64(body),
        "quoted-printable" => from_quoted_printable(body),
        _ => body.to_vec(),
    };
    if kind == "message/rfc822" && !headers.is_attachment() {
        let (headers, inner) = Headers::split(&body);
        take(&headers, inner, depth + 1, parts);
        return;
    }
    parts.push(Part {
        headers: headers.clone(),
        body,
    });
}

/// What stands between the lines `--boundary`, without the line end before each.
fn between<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let marker = format!("--{boundary}");
    let closing = format!("--{boundary}--");
    let mut found = Vec::new();
    let mut begin = None;
    let mut at = 0;
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let bare = line.trim_ascii_end();
        let is_closing = bare == closing.as_bytes();
        if is_closing || bare == marker.as_bytes() {
            let inner = begin.and_then(|begin| body.get(begin..at));
            found.extend(inner.map(without_line_end));
            begin = (!is_closing).then_some(at + line.len());
            if is_closing {
                return found;
            }
        }
        at += line.len();
    }
    // A message that was cut.
    found.extend(begin.and_then(|begin| body.get(begin..)));
    found
}

fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}
