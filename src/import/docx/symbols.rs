//! Signs of fonts that have pictures instead of letters, as the signs of Unicode that they show.

/// The sign that `code` shows in `font`.
pub(super) fn sign(font: &str, code: u32) -> Option<char> {
    // Word moves the codes of such fonts into the private area.
    let code = if (0xf000..=0xf0ff).contains(&code) {
        code - 0xf000
    } else {
        code
    };
    let table = match font.to_ascii_lowercase().as_str() {
        "symbol" => SYMBOL,
        "wingdings" => WINGDINGS,
        _ => return char::from_u32(code).filter(|sign| !sign.is_control()),
    };
    let found = table.iter().find(|(known, _)| *known == code).map(|(_, sign)| *sign);
    // Below 0x80 the signs of Symbol that are not letters are those of ASCII.
    let ascii = char::from_u32(code).filter(|sign| {
        font.eq_ignore_ascii_case("symbol") && (sign.is_ascii_digit() || sign.is_ascii_punctuation())
    });
    found.or(ascii)
}

/// The letters and the signs of arithmetic of the font Symbol.
const SYMBOL: &[(u32, char)] = &[
    (0x22, '∀'), (0x24, '∃'), (0x27, '∋'), (0x2a, '∗'), (0x2d, '−'), (0x40, '≅'), (0x41, 'Α'),
    (0x42, 'Β'), (0x43, 'Χ'), (0x44, 'Δ'), (0x45, 'Ε'), (0x46, 'Φ'), (0x47, 'Γ'), (0x48, 'Η'),
    (0x49, 'Ι'), (0x4b, 'Κ'), (0x4c, 'Λ'), (0x4d, 'Μ'), (0x4e, 'Ν'), (0x4f, 'Ο'), (0x50, 'Π'),
    (0x51, 'Θ'), (0x52, 'Ρ'), (0x53, 'Σ'), (0x54, 'Τ'), (0x55, 'Υ'), (0x57, 'Ω'), (0x58, 'Ξ'),
    (0x59, 'Ψ'), (0x5a, 'Ζ'), (0x5c, '∴'), (0x5e, '⊥'), (0x61, 'α'), (0x62, 'β'), (0x63, 'χ'),
    (0x64, 'δ'), (0x65, 'ε'), (0x66, 'φ'), (0x67, 'γ'), (0x68, 'η'), (0x69, 'ι'), (0x6b, 'κ'),
    (0x6c, 'λ'), (0x6d, 'μ'), (0x6e, 'ν'), (0x6f, 'ο'), (0x70, 'π'), (0x71, 'θ'), (0x72, 'ρ'),
    (0x73, 'σ'), (0x74, 'τ'), (0x75, 'υ'), (0x77, 'ω'), (0x78, 'ξ'), (0x79, 'ψ'), (0x7a, 'ζ'),
    (0xa0, '€'), (0xa2, '′'), (0xa3, '≤'), (0xa4, '⁄'), (0xa5, '∞'), (0xa7, '♣'), (0xa8, '♦'),
    (0xa9, '♥'), (0xaa, '♠'), (0xab, '↔'), (0xac, '←'), (0xad, '↑'), (0xae, '→'), (0xaf, '↓'),
    (0xb0, '°'), (0xb1, '±'), (0xb2, '″'), (0xb3, '≥'), (0xb4, '×'), (0xb5, '∝'), (0xb6, '∂'),
    (0xb7, '•'), (0xb8, '÷'), (0xb9, '≠'), (0xba, '≡'), (0xbb, '≈'), (0xbc, '…'), (0xc6, '∅'),
    (0xc7, '∩'), (0xc8, '∪'), (0xce, '∈'), (0xcf, '∉'), (0xd2, '®'), (0xd3, '©'), (0xd4, '™'),
    (0xd5, '∏'), (0xd6, '√'), (0xd7, '⋅'), (0xd8, '¬'), (0xd9, '∧'), (0xda, '∨'), (0xdb, '⇔'),
    (0xdc, '⇐'), (0xdd, '⇑'), (0xde, '⇒'), (0xdf, '⇓'), (0xe2, '®'), (0xe3, '©'), (0xe4, '™'),
    (0xe5, '∑'), (0xf2, '∫'),
];

/// The bullets, arrows and check marks of the font Wingdings.
const WINGDINGS: &[(u32, char)] = &[
    (0x22, '✂'), (0x28, '☎'), (0x29, '✆'), (0x2a, '✉'), (0x36, '⌛'), (0x3e, '✇'), (0x3f, '✍'),
    (0x41, '✌'), (0x43, '👍'), (0x44, '👎'), (0x45, '☜'), (0x46, '☞'), (0x47, '☝'), (0x48, '☟'),
    (0x4a, '☺'), (0x4c, '☹'), (0x4e, '☠'), (0x52, '☼'), (0x54, '❄'), (0x6c, '●'), (0x6e, '■'),
    (0x6f, '□'), (0x71, '❑'), (0x72, '❒'), (0x75, '◆'), (0x76, '❖'), (0x77, '⬥'), (0x80, '⓪'),
    (0x9f, '•'), (0xa7, '▪'), (0xa8, '◻'), (0xd8, '➢'), (0xdf, '←'), (0xe0, '→'), (0xe1, '↑'),
    (0xe2, '↓'), (0xe8, '➔'), (0xef, '⇦'), (0xf0, '⇨'), (0xfb, '✗'), (0xfc, '✓'), (0xfd, '☒'),
    (0xfe, '☑'),
];
