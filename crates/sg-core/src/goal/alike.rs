//! What was probably meant by a name that nothing has: one place for the command line and the page.

use strsim::osa_distance;

/// The most names that are suggested.
const MOST: usize = 3;

/// The longest name that is compared, in characters.
const LONGEST: usize = 128;

/// The names that a typed one was probably meant to be, the likeliest first, at most three. Names
/// that differ only in case, in separators or in the zeros before a number (`app-7`, `app-07`) are
/// the only suggestions if there are any; otherwise those at the smallest edit distance, if it is at
/// most a third of what was typed.
pub fn alike<'a>(names: impl Iterator<Item = &'a str>, typed: &str) -> Vec<&'a str> {
    let wanted = plain(typed);
    if wanted.is_empty() || typed.chars().count() > LONGEST {
        return Vec::new();
    }
    let most = (wanted.chars().count() / 3).clamp(1, 3);
    let names = names.filter(|name| !name.is_empty() && name.chars().count() <= LONGEST);
    let mut near: Vec<(usize, &str)> = names
        .map(|name| (osa_distance(&plain(name), &wanted), name))
        .filter(|(distance, _)| *distance <= most)
        .collect();
    near.sort_unstable();
    near.dedup();
    let least = near.first().map_or(0, |(distance, _)| *distance);
    let nearest = near.into_iter().take_while(|(distance, _)| *distance == least);
    nearest.map(|(_, name)| name).take(MOST).collect()
}

/// A name in lower case, with single hyphens as separators and without the zeros before numbers.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    let mut chars = name.trim().chars().flat_map(char::to_lowercase).peekable();
    while let Some(c) = chars.next() {
        let after = plain.chars().next_back();
        let after_digit = after.is_some_and(|c| c.is_ascii_digit());
        let before_digit = chars.peek().is_some_and(char::is_ascii_digit);
        match c {
            '0' if before_digit && !after_digit => {}
            '-' | '_' | '.' | ' ' if after.is_none_or(|c| c == '-') => {}
            '-' | '_' | '.' | ' ' => plain.push('-'),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 8] =
        ["app-06", "app-07", "app-17", "db-01", "web-prod-01", "office", "缓存-01", ""];

    fn meant(typed: &str) -> Vec<&'static str> {
        alike(NAMES.into_iter(), typed)
    }

    #[test]
    fn a_number_is_the_same_with_and_without_zeros() {
        assert_eq!(meant("app-7"), ["app-07"]);
        assert_eq!(meant("APP_007"), ["app-07"]);
        assert_eq!(meant("web.prod.1"), ["web-prod-01"]);
        assert_eq!(meant("缓存-1"), ["缓存-01"]);
    }

    #[test]
    fn otherwise_the_nearest_names_are_suggested() {
        assert_eq!(meant("ofice"), ["office"]);
        assert_eq!(meant("wbe-prod-01"), ["web-prod-01"]);
        assert_eq!(meant("app-8"), ["app-06", "app-07"]);
        assert!(meant("payments").is_empty() && meant("").is_empty() && meant("-").is_empty());
        assert!(meant(&"a".repeat(LONGEST + 1)).is_empty());
    }
}
