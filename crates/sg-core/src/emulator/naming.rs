//! The rules for names and descriptions, which several operations share.

/// Whether a text is a valid name of a group, an instance or a network interface: 2 to 128
/// characters, starting with a letter or Chinese character, then letters, digits, `:`, `_`, `.`,
/// `-`; not a web address.
pub(super) fn is_group_name(name: &str) -> bool {
    let mut characters = name.chars();
    let first = characters.next().is_some_and(char::is_alphabetic);
    let rest = characters.all(|c| c.is_alphanumeric() || matches!(c, ':' | '_' | '.' | '-'));
    first && rest && (2..=128).contains(&name.chars().count()) && !is_web_address(name)
}

/// Whether a text is a valid group description: 2 to 256 characters, not a web address.
pub(super) fn is_group_description(text: &str) -> bool {
    (2..=256).contains(&text.chars().count()) && !is_web_address(text)
}

/// Whether a text starts like a web address.
pub(super) fn is_web_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}
