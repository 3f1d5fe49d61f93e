//! Decodes quoted JSON text.

use std::borrow::Cow;

/// The content of a quoted text. An unpaired surrogate becomes U+FFFD.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        units.extend(before.encode_utf16());
        let mut chars = escape.chars();
        let kind = chars.next();
        rest = chars.as_str();
        let plain = match kind {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some(code @ ('x' | 'u' | 'U')) => {
                let count = if code == 'x' {
                    2
                } else if code == 'u' {
                    4
                } else {
                    8
                };
                let (digits, behind) = rest.split_at_checked(count).unwrap_or((rest, ""));
                rest = behind;
                let number = u32::from_str_radix(digits, 16).unwrap_or(0xfffd);
                match u16::try_from(number) {
                    Ok(unit) => units.push(unit),
                    Err(_) => {
                        let mut pair = [0; 2];
                        let wide = char::from_u32(number).unwrap_or('\u{fffd}');
                        units.extend_from_slice(wide.encode_utf16(&mut pair));
                    }
                }
                continue;
            }
            Some(other) => other,
            None => break,
        };
        let mut pair = [0; 2];
        units.extend_from_slice(plain.encode_utf16(&mut pair));
    }
    units.extend(rest.encode_utf16());
    Cow::Owned(String::from_utf16_lossy(&units))
}
