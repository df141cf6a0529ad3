//! Numbers of things in words.

/// `1 person`, `2 people`, `0 people`.
///
/// ```
/// use copydesk_document::counted;
///
/// assert_eq!(counted(1, "person", "people"), "1 person");
/// assert_eq!(counted(0, "person", "people"), "0 people");
/// ```
pub fn counted(count: usize, singular: &str, plural: &str) -> String {
    let noun = if count == 1 { singular } else { plural };
    format!("{count} {noun}")
}
