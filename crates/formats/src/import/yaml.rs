//! Whether a text is YAML and nothing else.

/// Whether all of `lines`, none of which is blank, are YAML, and something is among them that prose does
/// not have; one field after the other is enough where the file `is_named` so.
pub(super) fn is_yaml(lines: &[&str], is_named: bool) -> bool {
    let mut fields = 0;
    let mut is_sure = is_named;
    let mut opens = false;
    for (at, line) in lines.iter().enumerate() {
        let is_marker = line.trim_end() == "---" || line.starts_with("%YAML ");
        is_sure |= is_marker && at == 0;
        let ink = line.trim_start();
        let is_within = at > 0 && ink.len() < line.len();
        let item = ink.strip_prefix("- ").map(str::trim_start);
        let value = field(item.unwrap_or(ink));
        // A list of fields, fields or a list in a field, or a text in one.
        is_sure |= (item.is_some() || is_within && opens) && value.is_some();
        is_sure |= is_within && opens && item.is_some();
        is_sure |= value.is_some_and(|value| matches!(value, "|" | ">" | "|-" | ">-"));
        let is_yaml = is_marker
            || is_within
            || item.is_some()
            || value.is_some()
            || matches!(line.trim_end(), "-" | "...");
        if !is_yaml {
            return false;
        }
        opens = value.is_some_and(str::is_empty) || is_within && opens;
        fields += usize::from(value.is_some());
    }
    is_sure && fields > 1
}

/// The value of the field that `line` is.
fn field(line: &str) -> Option<&str> {
    let (name, value) = line.split_once(':')?;
    let bare = name.trim_matches(['"', '\'']);
    let is_name = bare.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && bare
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'));
    (is_name && (value.is_empty() || value.starts_with([' ', '\t']))).then(|| value.trim())
}
