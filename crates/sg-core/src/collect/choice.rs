//! What to collect, and with which shell.

use crate::model::RegionId;

/// What to collect.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Collect {
    /// The regions, each of which becomes a file. Without any, the script takes the region of the
    /// CLI's profile.
    pub regions: Vec<RegionId>,
    /// Whether the script replaces ids, names and addresses before it writes the files. It can also
    /// be told to when it is run.
    pub anonymise: bool,
}

/// The region that a text names, such as `cn-hangzhou`: what can stand on a command line of any
/// shell. `None` for any other text.
pub fn region(text: &str) -> Option<RegionId> {
    let begins = text.starts_with(|c: char| c.is_ascii_lowercase()) && text.contains('-');
    let safe =
        text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    RegionId::parse(text).ok().filter(|_| begins && safe)
}

/// The regions in a list that a person typed, separated by spaces or commas.
///
/// # Errors
/// The first word that names no region.
pub fn regions(text: &str) -> Result<Vec<RegionId>, &str> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';'));
    let words = words.filter(|word| !word.is_empty());
    let mut found: Vec<RegionId> = Vec::new();
    for word in words {
        let region = region(word).ok_or(word)?;
        if !found.contains(&region) {
            found.push(region);
        }
    }
    Ok(found)
}

/// The language of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shell {
    /// `sh`: dash, bash, busybox and others.
    #[default]
    Posix,
    /// Windows PowerShell 5.1 and PowerShell 7.
    PowerShell,
}

impl Shell {
    /// Every shell, once each.
    pub const ALL: [Self; 2] = [Self::Posix, Self::PowerShell];

    /// The name of the file that a script is kept in.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Posix => "sgp-collect.sh",
            Self::PowerShell => "sgp-collect.ps1",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_read_as_people_type_them_and_nothing_else_is() {
        let names = |text: &str| {
            let all = regions(text).map_err(str::to_owned)?;
            Ok::<Vec<String>, String>(all.iter().map(ToString::to_string).collect())
        };
        let two: Vec<String> = vec!["cn-hangzhou".to_owned(), "cn-beijing".to_owned()];
        assert_eq!(names("cn-hangzhou, cn-beijing cn-hangzhou"), Ok(two.clone()));
        assert_eq!(names("cn-hangzhou，cn-beijing\n"), Ok(two));
        assert_eq!(names("  "), Ok(Vec::new()));
        for bad in ["cn-hangzhou'", "$(x)", "-x", "CN", "cn_1", "rm", "1", "名"] {
            assert_eq!(names(&format!("cn-beijing {bad}")), Err(bad.to_owned()));
        }
    }
}
