//! Characters that are invisible or affect a terminal, so that nothing can be hidden in a text.

use std::borrow::Cow;

/// Whether a character affects a terminal or is invisible: controls, directional marks, zero-width
/// characters, fillers, line separators, variation selectors, tags, noncharacters.
///
/// These are Unicode's `Default_Ignorable_Code_Point`, `Cc`, `Zl`, `Zp` and noncharacters, the
/// format controls of scripts, and the blank Braille pattern. Visible `Cf` characters (such as
/// U+06DD) and spaces are not hidden.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fdd0}'..='\u{fdef}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
                | '\u{13430}'..='\u{1343f}' | '\u{16fe4}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
        // The last two code points of every plane are noncharacters.
        || u32::from(c) & 0xfffe == 0xfffe
}

/// Text for display: every hidden character is replaced with its code point (`U+202E`). Nothing in
/// it affects a terminal, ends a line or changes the writing direction.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hidden(c) {
            out.push_str(&number(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// How many characters of user text a message repeats.
const SHOWN: usize = 40;

/// User text as a message may repeat it: short and [`visible`].
pub fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => visible(text.get(..end).unwrap_or_default()).into_owned() + "…",
        None => visible(text).into_owned(),
    }
}

/// The code point of a character: `U+202E`.
pub(crate) fn number(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_shown_by_its_number() {
        assert_eq!(shown("a\u{202e}b\0"), "aU+202EbU+0000");
        assert_eq!(shown("组 sg-1"), "组 sg-1");
        assert_eq!(shown(&"x".repeat(1_000)).chars().count(), SHOWN + 1);
        assert_eq!(shown(&"组".repeat(SHOWN)), "组".repeat(SHOWN));
        assert_eq!(visible(&"\u{85}".repeat(1_000)), "U+0085".repeat(1_000));
    }

    #[test]
    fn every_line_break_is_hidden() {
        for c in ['\n', '\u{b}', '\u{c}', '\r', '\u{85}', '\u{2028}', '\u{2029}'] {
            assert!(is_hidden(c), "{}", number(c));
        }
    }

    #[test]
    fn letters_that_show_nothing_are_hidden_too() {
        let hidden = "\u{3164}\u{115f}\u{ffa0}\u{fe0f}\u{e0041}\u{e0100}\u{feff}\u{61c}\u{2800}\u{1d173}\u{fdd0}\u{1ffff}";
        for c in hidden.chars() {
            assert!(is_hidden(c), "{}", number(c));
        }
        for c in ['a', '组', ' ', '，', '\u{3000}', '\u{a0}', '😀', '\u{6dd}', '\u{1fffd}'] {
            assert!(!is_hidden(c), "{}", number(c));
        }
    }
}
