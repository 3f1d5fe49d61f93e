//! Quotes text as one argument of a PowerShell command.

use std::fmt::Write;

/// Why PowerShell cannot pass a text to a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A process argument cannot contain a NUL.
    Nul,
    /// Windows PowerShell 5.1, and 7 before 7.3, do not pass double quotation marks correctly.
    DoubleQuote,
    /// In these versions, a backslash at the end of an argument escapes the closing quotation mark.
    LastBackslash,
}

/// One argument that means exactly `text` in PowerShell 5.1 and 7 alike. It is pure ASCII:
/// PowerShell accepts typographic quotes as quotes, and 5.1 reads a script in the system code page,
/// where the bytes of any other character may form one.
///
/// # Errors
/// [`Refusal`] if some version would pass on something else.
pub fn quote(text: &str) -> Result<String, Refusal> {
    let refused = [
        (text.contains('\0'), Refusal::Nul),
        (text.contains('"'), Refusal::DoubleQuote),
        (text.ends_with('\\'), Refusal::LastBackslash),
    ];
    if let Some((_, refusal)) = refused.into_iter().find(|(is, _)| *is) {
        return Err(refusal);
    }
    let plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    let quoted = text.replace('\'', "''");
    if text.bytes().all(plain) {
        return Ok(format!("'{quoted}'"));
    }
    let mut out = String::new();
    for c in quoted.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            ' '..='~' => out.push(c),
            _ => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    // Writing to a string cannot fail.
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    Ok(format!("([regex]::Unescape('{out}'))"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_is_one_argument_of_ascii() {
        let quoted = |text| quote(text).unwrap();
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("it's; calc #`$(x)"), "'it''s; calc #`$(x)'");
        assert_eq!(quoted(r"a\u0041 b"), r"'a\u0041 b'");
        assert_eq!(quoted("’; calc"), r"([regex]::Unescape('\u2019; calc'))");
        assert_eq!(quoted("it's a\\b\n😀"), r"([regex]::Unescape('it''s a\\b\u000a\ud83d\ude00'))");
    }

    #[test]
    fn what_some_version_hands_on_otherwise_is_refused() {
        assert_eq!(quote("a\0"), Err(Refusal::Nul));
        assert_eq!(quote("say \"hi\""), Err(Refusal::DoubleQuote));
        assert_eq!(quote("a b\\"), Err(Refusal::LastBackslash));
    }
}
