//! SHA-256 of files, as integrity hashes write it and as hexadecimal digits.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The hash of some bytes.
pub(crate) fn sha256(data: &[u8]) -> [u8; 32] {
    Sha256::digest(data).into()
}

/// A hash as `integrity` attributes and requests take it: `sha256-` and base64.
pub(crate) fn integrity(hash: &[u8; 32]) -> String {
    format!("sha256-{}", STANDARD.encode(hash))
}

/// A hash in hexadecimal digits.
pub(crate) fn hex(hash: &[u8; 32]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{hex, integrity, sha256};

    /// What browsers expect of `abc`, an example of the standard (FIPS 180-4).
    #[test]
    fn hashes_are_written_as_browsers_read_them() {
        let hash = sha256(b"abc");
        assert_eq!(hex(&hash), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(integrity(&hash), "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }
}
