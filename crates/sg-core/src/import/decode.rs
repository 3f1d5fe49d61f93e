//! Decodes the bytes of a file: UTF-8, or UTF-16 with a byte order mark, which some shells write.

/// The text of a file; `None` if it is neither UTF-8 nor UTF-16 with a byte order mark.
pub fn decode(bytes: Vec<u8>) -> Option<String> {
    let units = |from: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.get(2..).unwrap_or_default().as_chunks();
        let units: Vec<u16> = pairs.iter().copied().map(from).collect();
        if rest.is_empty() { String::from_utf16(&units).ok() } else { None }
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_are_read_and_nothing_else() {
        let wide = |from: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            let mut bytes = mark.to_vec();
            bytes.extend("{组}".encode_utf16().flat_map(from));
            bytes
        };
        for bytes in [
            "{组}".as_bytes().to_vec(),
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
