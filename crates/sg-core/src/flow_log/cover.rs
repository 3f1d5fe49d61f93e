//! The smallest block with some addresses.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::model::IpNet;

/// The smallest block that contains all addresses; `None` if there are none, or of both families.
pub(super) fn cover(addresses: &BTreeSet<IpAddr>) -> Option<IpNet> {
    // Sorted: the first and the last one differ as early as any two.
    let (first, last) = (addresses.first()?, addresses.last()?);
    let common = match (first, last) {
        (IpAddr::V4(first), IpAddr::V4(last)) => (first.to_bits() ^ last.to_bits()).leading_zeros(),
        (IpAddr::V6(first), IpAddr::V6(last)) => (first.to_bits() ^ last.to_bits()).leading_zeros(),
        _ => return None,
    };
    let block = IpNet::new(*first, u8::try_from(common).ok()?).ok()?;
    Some(block.trunc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_is_the_smallest_one() {
        let cover = |addresses: &[&str]| {
            let addresses = addresses.iter().map(|address| address.parse().unwrap()).collect();
            cover(&addresses).map(|block| block.to_string())
        };
        assert_eq!(cover(&["10.0.0.1"]).as_deref(), Some("10.0.0.1/32"));
        assert_eq!(cover(&["10.0.0.1", "10.0.0.2"]).as_deref(), Some("10.0.0.0/30"));
        assert_eq!(cover(&["10.0.0.9", "10.0.0.1", "10.0.1.0"]).as_deref(), Some("10.0.0.0/23"));
        assert_eq!(cover(&["0.0.0.1", "255.0.0.1"]).as_deref(), Some("0.0.0.0/0"));
        assert_eq!(cover(&["2001:db8::1", "2001:db8::2"]).as_deref(), Some("2001:db8::/126"));
        assert_eq!(cover(&[]), None);
        assert_eq!(cover(&["10.0.0.1", "2001:db8::1"]), None);
    }
}
