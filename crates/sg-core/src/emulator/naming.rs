//! What a group may be called: the rules of names and descriptions, which several operations share.

/// Whether a text may be the name of a group: 2 to 128 characters, a letter or Chinese character,
/// then letters, digits, `:`, `_`, `.`, `-`; no web address.
pub(super) fn is_group_name(name: &str) -> bool {
    let mut characters = name.chars();
    let first = characters.next().is_some_and(char::is_alphabetic);
    let rest = characters.all(|c| c.is_alphanumeric() || matches!(c, ':' | '_' | '.' | '-'));
    first && rest && (2..=128).contains(&name.chars().count()) && !is_web_address(name)
}

/// Whether a text may describe a group: 2 to 256 characters, no web address.
pub(super) fn is_group_description(text: &str) -> bool {
    (2..=256).contains(&text.chars().count()) && !is_web_address(text)
}

/// Whether a text starts like a web address.
pub(super) fn is_web_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}
