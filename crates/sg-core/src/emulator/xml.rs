//! A small XML writer: elements and text, always well-formed.

use crate::quote::xml::escaped;

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

    /// Writes an element around whatever `content` writes. Names are our own and need no escaping.
    pub(super) fn element(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        self.tag("<", name);
        content(self);
        self.tag("</", name);
    }

    /// Writes an element that holds text only.
    pub(super) fn text_element(&mut self, name: &str, text: &str) {
        self.element(name, |writer| writer.out.push_str(&escaped(text)));
    }

    /// The finished document.
    pub(super) fn finish(self) -> String {
        self.out
    }

    fn tag(&mut self, open: &str, name: &str) {
        self.out.extend([open, name, ">"]);
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
            "<A>&lt;/A&gt;&amp;&lt;!-- ]]&gt; \u{fffd}&#13;&#10;&quot;&apos;\u{fffd}</A>"
        );
    }
}
