//! The numbers of WebAssembly modules: LEB128, without sign.

/// A number, and how many bytes it takes.
pub(crate) fn read(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((value, place + 1));
        }
    }
    None
}

/// Writes a number.
pub(crate) fn put(bytes: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::{put, read};

    #[test]
    fn what_is_written_is_read() {
        for value in [0, 1, 127, 128, 16_383, 16_384, 4_294_967_295] {
            let mut bytes = Vec::new();
            put(&mut bytes, value);
            assert_eq!(read(&bytes), Some((value, bytes.len())));
        }
        assert_eq!(read(&[0x80]), None);
    }
}
