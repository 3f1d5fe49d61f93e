//! Escapes text in XML, for API replies, reports and drawings.

use std::fmt::Write;

use super::is_hidden;

/// Text as the content of an element or the value of an attribute, with either kind of quotes.
///
/// A parser returns the same text. Invisible characters become character references, including line
/// breaks and tabs: a parser would turn these into spaces in an attribute (XML 1.0, 3.3.3), and a
/// carriage return anywhere into a line feed (2.11). Characters that XML 1.0 cannot represent at
/// all (2.2) become U+FFFD.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' | '\n' | '\r' => reference(&mut out, c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if is_hidden(c) => reference(&mut out, c),
            c => out.push(c),
        }
    }
    out
}

fn reference(out: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "&#{};", u32::from(c));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_neither_break_out_nor_break_the_document() {
        assert_eq!(
            escaped("</A>&<!-- ]]> \u{1}\r\n\"'\u{ffff}\u{202e}"),
            "&lt;/A&gt;&amp;&lt;!-- ]]&gt; \u{fffd}&#13;&#10;&quot;&apos;\u{fffd}&#8238;"
        );
    }
}
