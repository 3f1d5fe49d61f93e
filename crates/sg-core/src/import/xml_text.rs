//! Decodes the text between XML tags.

use std::borrow::Cow;

/// The character that an entity stands for, and its length in bytes including the semicolon.
/// `entity` is the text after the ampersand.
pub(super) fn character(entity: &str) -> Option<(char, usize)> {
    // The longest known entity is `#x10FFFF`; leading zeros can make it longer.
    let end = entity.bytes().take(16).position(|byte| byte == b';')?;
    let name = entity.get(..end)?;
    let plain = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        number => {
            let number = number.strip_prefix('#')?;
            let number = match number.strip_prefix('x') {
                Some(hex) if !hex.starts_with('+') => u32::from_str_radix(hex, 16).ok()?,
                None if !number.starts_with('+') => number.parse().ok()?,
                Some(_) | None => return None,
            };
            char::from_u32(number)?
        }
    };
    Some((plain, end + 1))
}

/// The content of the text between tags: entities resolved, comments removed, line ends normalised
/// to a line feed (XML 1.0, section 2.11).
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '\r']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(['&', '<']) {
        let (before, markup) = rest.split_at_checked(place).unwrap_or((rest, ""));
        push_lines(&mut out, before);
        let cut = |from: &str, end: &str| {
            let (inside, behind) = markup.strip_prefix(from)?.split_once(end)?;
            Some((inside, behind))
        };
        rest = if let Some((verbatim, behind)) = cut("<![CDATA[", "]]>") {
            push_lines(&mut out, verbatim);
            behind
        } else if let Some((_, behind)) = cut("<!--", "-->").or_else(|| cut("<?", "?>")) {
            behind
        } else {
            let entity = markup.get(1..).unwrap_or_default();
            match character(entity) {
                Some((c, length)) if markup.starts_with('&') => {
                    out.push(c);
                    entity.get(length..).unwrap_or_default()
                }
                _ => entity,
            }
        };
    }
    push_lines(&mut out, rest);
    Cow::Owned(out)
}

fn push_lines(out: &mut String, text: &str) {
    let mut pieces = text.split('\r');
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        if !piece.starts_with('\n') {
            out.push('\n');
        }
        out.push_str(piece);
    }
}
