//! A small XML writer: elements and text, always well formed.

/// An XML document under construction.
#[derive(Debug)]
pub(super) struct XmlWriter {
    out: String,
}

impl XmlWriter {
    /// Starts a document with the declaration the service sends.
    pub(super) fn new() -> Self {
        Self { out: r#"<?xml version="1.0" encoding="UTF-8"?>"#.to_owned() }
    }

    /// Writes an element and what `content` writes into it. Names are ours and need no escaping.
    pub(super) fn element(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.tag("<", name);
        content(self);
        self.tag("</", name);
    }

    /// Writes an element that holds text only.
    pub(super) fn text_element(&mut self, name: &str, text: &str) {
        self.element(name, |writer| writer.text(text));
    }

    /// The finished document.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn tag(&mut self, open: &str, name: &str) {
        self.out.extend([open, name, ">"]);
    }

    /// Writes text with the characters that mean something to XML escaped. Characters that XML
    /// 1.0 cannot carry at all (section 2.2) become U+FFFD.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&apos;"),
                // A bare carriage return would be read back as a line feed (section 2.11).
                '\r' => self.out.push_str("&#13;"),
                '\t' | '\n' => self.out.push(c),
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.out.push('\u{fffd}'),
                _ => self.out.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_neither_break_out_nor_break_the_document() {
        let mut writer = XmlWriter::new();
        writer.text_element("A", "</A>&<!-- ]]> \u{1}\r\n\"'\u{ffff}");
        let document = writer.finish();
        let (_, body) = document.split_once("?>").unwrap();
        assert_eq!(
            body,
            "<A>&lt;/A&gt;&amp;&lt;!-- ]]&gt; \u{fffd}&#13;\n&quot;&apos;\u{fffd}</A>"
        );
    }
}
