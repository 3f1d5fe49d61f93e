//! Percent-encoding as the signature pages define it: RFC 3986, unreserved characters stay.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but `A-Z a-z 0-9 - _ . ~`. A space is `%20`, never `+`; an asterisk is `%2A`.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A name or value as it stands in a canonical query and in a signed URL.
pub fn percent_encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// A value as the reference pages print it in sample requests: readable, with only those
/// characters encoded that would end the value, change it, or hide in it.
pub fn percent_encode_lightly(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || "-_.~/:,@*!$'();".contains(c) {
            out.push(c);
        } else {
            out.push_str(&percent_encode(c.encode_utf8(&mut [0; 4])));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

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
