//! Detects invisible characters and terminal control characters, so that nothing hides in a text.

/// Whether a character controls a terminal or is invisible: controls, directional marks, zero-width
/// characters, fillers, line separators, variation selectors, tags.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
                | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// How many characters of user input a message quotes.
const SHOWN: usize = 40;

/// Quotes user input for a message: truncated, and with every hidden character replaced by its code
/// point (`U+202E`), so that it cannot alter how the message reads.
pub(crate) fn shown(text: &str) -> String {
    let mut out = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == SHOWN {
            out.push('…');
            break;
        }
        if is_hidden(c) {
            out.push_str(&number(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// The code point of a character: `U+202E`.
pub(super) fn number(c: char) -> String {
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
    }

    #[test]
    fn letters_that_show_nothing_are_hidden_too() {
        for c in ['\u{3164}', '\u{115f}', '\u{ffa0}', '\u{fe0f}', '\u{e0041}', '\u{2028}', '\u{85}']
        {
            assert!(is_hidden(c), "{}", number(c));
        }
        for c in ['a', '组', ' ', '，', '\u{3000}', '😀'] {
            assert!(!is_hidden(c), "{}", number(c));
        }
    }
}
