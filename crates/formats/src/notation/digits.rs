//! Numbers as decimal digits, without the machinery of formatting: files of tokens have thousands.

/// Appends `number` to `out`.
pub fn push_digits(out: &mut String, number: impl itoa::Integer) {
    out.push_str(itoa::Buffer::new().format(number));
}
