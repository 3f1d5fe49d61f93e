//! JSON without hidden characters.

use std::borrow::Cow;

use super::is_hidden;

/// Equivalent JSON text in which every hidden character is escaped (`\u202e`). Line feeds are kept:
/// outside strings they are layout, and inside strings they cannot occur.
pub fn visible(json: &str) -> Cow<'_, str> {
    let is_hidden = |c: char| is_hidden(c) && c != '\n';
    if !json.contains(is_hidden) {
        return Cow::Borrowed(json);
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) {
            let mut units = [0; 2];
            out.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_stays_and_nothing_hides() {
        let value = serde_json::json!({ "a\u{9b}": "\u{202e}\u{e0041}\u{7f}\n\u{1b}组" });
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            let shown = visible(&text);
            assert!(!shown.contains(|c| is_hidden(c) && c != '\n'), "{shown:?}");
            assert_eq!(serde_json::from_str::<serde_json::Value>(&shown).unwrap(), value);
        }
    }
}
