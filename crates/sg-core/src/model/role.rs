//! The role of an instance as its name tells it: `app-01` and `app-12` are both `app-*`.

/// The name with its last number replaced by `*`; `None` if there is none, or nothing else. Names
/// that only differ in that number have the same role.
pub fn role_of(name: &str) -> Option<String> {
    let last = name.rfind(|sign: char| sign.is_ascii_digit())?;
    let (upto, after) = name.split_at_checked(last + 1)?;
    let stem = upto.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let named = stem.chars().chain(after.chars()).any(char::is_alphabetic);
    named.then(|| format!("{stem}*{after}"))
}

#[cfg(test)]
mod tests {
    use super::role_of;

    #[test]
    fn a_role_is_a_name_without_its_last_number() {
        let role = |name: &str| role_of(name).unwrap_or_default();
        assert_eq!(role("app-01"), "app-*");
        assert_eq!(role("app12"), "app*");
        assert_eq!(role("k8s-node-3.prod"), "k8s-node-*.prod");
        assert_eq!(role("应用-7"), "应用-*");
        assert_eq!((role("bastion"), role("10.0.0.1"), role("")), Default::default());
    }
}
