//! Decodes the bytes of a file: UTF-8 or UTF-16, which some shells write.

/// The text of a file without its byte order mark; `None` if it is neither UTF-8 nor UTF-16. UTF-16
/// without a mark is known by its first character, which is an ASCII one in every document.
pub fn decode(mut bytes: Vec<u8>) -> Option<String> {
    let units = |from: fn([u8; 2]) -> u16, skipped: usize| {
        let (pairs, rest) = bytes.get(skipped..).unwrap_or_default().as_chunks();
        let units: Vec<u16> = pairs.iter().copied().map(from).collect();
        if rest.is_empty() { String::from_utf16(&units).ok() } else { None }
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes, 2),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes, 2),
        [1..=0x7f, 0, ..] => units(u16::from_le_bytes, 0),
        [0, 1..=0x7f, ..] => units(u16::from_be_bytes, 0),
        [0xef, 0xbb, 0xbf, ..] => String::from_utf8(bytes.split_off(3)).ok(),
        _ => String::from_utf8(bytes).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_are_read_and_nothing_else() {
        fn wide<const N: usize>(from: fn(u16) -> [u8; 2], mark: [u8; N]) -> Vec<u8> {
            let mut bytes = mark.to_vec();
            bytes.extend("{组}".encode_utf16().flat_map(from));
            bytes
        }
        for bytes in [
            "{组}".as_bytes().to_vec(),
            "\u{feff}{组}".as_bytes().to_vec(),
            wide(u16::to_le_bytes, []),
            wide(u16::to_be_bytes, []),
            wide(u16::to_le_bytes, [0xff, 0xfe]),
            wide(u16::to_be_bytes, [0xfe, 0xff]),
        ] {
            assert_eq!(decode(bytes).as_deref(), Some("{组}"));
        }
        for bytes in [vec![0xc3, 0x28], vec![0xff, 0xfe, 0x41], vec![0xff, 0xfe, 0x00, 0xd8]] {
            assert_eq!(decode(bytes), None);
        }
    }
}
