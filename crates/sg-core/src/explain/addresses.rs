//! Addresses of an outside block in words.

use std::net::IpAddr;

use crate::language::Language;
use crate::model::IpNet;

use super::text;

/// The intervals of addresses, complete and in order: `198.51.100.7`, `198.51.100.0/24`, or
/// `198.51.100.1-198.51.100.9` if no block covers exactly these.
pub fn addresses_text(ranges: &[(IpAddr, IpAddr)]) -> Vec<String> {
    ranges.iter().map(|range| range_text(*range)).collect()
}

/// One interval of addresses.
pub fn range_text((first, last): (IpAddr, IpAddr)) -> String {
    if first == last {
        return first.to_string();
    }
    match block(first, last) {
        Some(block) => block.to_string(),
        None => format!("{first}-{last}"),
    }
}

/// The block with exactly these addresses.
fn block(first: IpAddr, last: IpAddr) -> Option<IpNet> {
    // What first and last have in common; whether it is all is checked below.
    let prefix = match (first, last) {
        (IpAddr::V4(first), IpAddr::V4(last)) => (first.to_bits() ^ last.to_bits()).leading_zeros(),
        (IpAddr::V6(first), IpAddr::V6(last)) => (first.to_bits() ^ last.to_bits()).leading_zeros(),
        _ => return None,
    };
    let block = IpNet::new(first, u8::try_from(prefix).ok()?).ok()?;
    (block.network() == first && block.broadcast() == last).then_some(block)
}

/// The addresses of a block that were not named before, with their number where that says anything.
pub(super) fn others_text(count: u128, language: Language) -> String {
    match u32::try_from(count) {
        Ok(count) => text::OTHER_ADDRESSES.fill(language, &[("count", &grouped(count))]),
        Err(_) => text::ALL_OTHER_ADDRESSES.get(language).to_owned(),
    }
}

/// A number with a comma between thousands.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_a_block_where_one_covers_it_exactly() {
        let said =
            |first: &str, last: &str| range_text((first.parse().unwrap(), last.parse().unwrap()));
        assert_eq!(said("198.51.100.0", "198.51.100.255"), "198.51.100.0/24");
        assert_eq!(said("198.51.100.1", "198.51.100.255"), "198.51.100.1-198.51.100.255");
        assert_eq!(said("198.51.100.0", "198.51.100.254"), "198.51.100.0-198.51.100.254");
        assert_eq!(said("0.0.0.0", "255.255.255.255"), "0.0.0.0/0");
        assert_eq!(said("10.0.0.7", "10.0.0.7"), "10.0.0.7");
        assert_eq!(said("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"), "2001:db8::/32");
        assert_eq!(said("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), "::/0");
    }

    #[test]
    fn a_number_of_addresses_is_readable() {
        assert_eq!(others_text(256, Language::En), "the other 256 addresses");
        assert_eq!(others_text(3_702_258_176, Language::Zh), "其余 3,702,258,176 个地址");
        assert_eq!(others_text(1 << 40, Language::En), "all other addresses");
    }
}
