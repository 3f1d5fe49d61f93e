//! The canonical query, and percent-encoding as defined on the signature pages (RFC 3986,
//! unreserved characters are kept).

use super::hidden::is_hidden;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything except `A-Z a-z 0-9 - _ . ~`. A space is `%20`, never `+`; an asterisk is `%2A`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Encodes a name or value for a canonical query or a signed URL.
pub fn percent_encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Encodes a value as the reference pages print it in sample requests: readable, escaping only
/// characters that would end the value, change it or be invisible.
pub fn percent_encode_lightly(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let readable = c.is_alphanumeric() || "-_.~/:,@*!$'();".contains(c);
        if readable && !is_hidden(c) {
            out.push(c);
        } else {
            out.push_str(&percent_encode(c.encode_utf8(&mut [0; 4])));
        }
    }
    out
}

/// The query used for signing: names and values encoded, sorted by name in byte order, and joined.
/// Empty values are kept (`Name=`).
pub fn canonical_query<'a>(params: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut params: Vec<(&str, &str)> = params.into_iter().collect();
    params.sort_unstable();
    let pair =
        |(name, value): (&str, &str)| format!("{}={}", percent_encode(name), percent_encode(value));
    params.into_iter().map(pair).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_sorted_by_byte_and_keep_their_empty_values() {
        let query = canonical_query([("b", "2"), ("a.10", ""), ("a.2", "x y"), ("B", "*")]);
        assert_eq!(query, "B=%2A&a.10=&a.2=x%20y&b=2");
        assert_eq!(canonical_query([]), "");
    }

    #[test]
    fn unreserved_characters_stay_and_all_others_are_encoded() {
        assert_eq!(percent_encode("AZaz09-_.~"), "AZaz09-_.~");
        assert_eq!(percent_encode(" *+/:=&%"), "%20%2A%2B%2F%3A%3D%26%25");
        assert_eq!(percent_encode("组"), "%E7%BB%84");
    }

    #[test]
    fn a_readable_value_stays_one_value() {
        assert_eq!(percent_encode_lightly("80/80 组"), "80/80%20组");
        assert_eq!(percent_encode_lightly("a&b=c#d%e+f?<"), "a%26b%3Dc%23d%25e%2Bf%3F%3C");
        assert_eq!(percent_encode_lightly("a\u{202e}b\n"), "a%E2%80%AEb%0A");
    }
}
