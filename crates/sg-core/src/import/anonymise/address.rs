//! Prefix-preserving address anonymisation: each bit is flipped or kept according to a keyed hash
//! of the bits before it, so that blocks map to blocks.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use sha2::{Digest, Sha256};

use crate::model::{IpNet, Ipv4Net, Ipv6Net};

/// A block of one family as bits, left-aligned in 128.
#[derive(Debug, Clone, Copy)]
struct Block {
    v6: bool,
    bits: u128,
    length: u32,
}

const fn v4(a: u8, b: u8, length: u32) -> Block {
    let bits = (a as u128) << 120 | (b as u128) << 112;
    Block { v6: false, bits, length }
}

const fn v6(first: u16, length: u32) -> Block {
    Block { v6: true, bits: (first as u128) << 112, length }
}

/// Blocks that map to themselves: private ranges, and what counts as the Internet.
const CLOSED: [Block; 5] =
    [v4(10, 0, 8), v4(172, 16, 12), v4(192, 168, 16), v6(0x2000, 3), v6(0xfc00, 7)];

/// Blocks whose addresses do not change because they mean the same everywhere: unspecified,
/// loopback, link-local, multicast and reserved ones, and the service's own range (load balancers,
/// monitoring, the metadata service).
const KEPT: [Block; 8] = [
    v4(0, 0, 8),
    v4(100, 64, 10),
    v4(127, 0, 8),
    v4(169, 254, 16),
    v4(224, 0, 3),
    v6(0, 3),
    v6(0xfe80, 10),
    v6(0xff00, 8),
];

/// The mapping of addresses for a seed. Two addresses that share their first bits still do.
#[derive(Debug, Clone, Copy)]
pub struct Addresses {
    seed: u64,
}

impl Addresses {
    /// The mapping of a seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The new address for an old one.
    pub fn address(&self, address: IpAddr) -> IpAddr {
        match address {
            IpAddr::V4(address) => IpAddr::V4(self.v4(address)),
            IpAddr::V6(address) => IpAddr::V6(self.v6(address)),
        }
    }

    /// The new block for an old one. It has the same length and contains the new addresses of those
    /// in the old block. If the old block is written with its first address, so is the new one.
    pub fn block(&self, block: IpNet) -> IpNet {
        match block {
            IpNet::V4(net) => {
                let other = Ipv4Net::new(self.v4(net.addr()), net.prefix_len());
                let first = net.addr() == net.network();
                other.map_or(block, |other| IpNet::V4(if first { other.trunc() } else { other }))
            }
            IpNet::V6(net) => {
                let other = Ipv6Net::new(self.v6(net.addr()), net.prefix_len());
                let first = net.addr() == net.network();
                other.map_or(block, |other| IpNet::V6(if first { other.trunc() } else { other }))
            }
        }
    }

    fn v4(&self, address: Ipv4Addr) -> Ipv4Addr {
        let bits = u128::from(address.to_bits()) << 96;
        Ipv4Addr::from_bits(u32::try_from(self.flipped(bits, false) >> 96).unwrap_or(0))
    }

    fn v6(&self, address: Ipv6Addr) -> Ipv6Addr {
        Ipv6Addr::from_bits(self.flipped(address.to_bits(), true))
    }

    fn flipped(&self, bits: u128, v6: bool) -> u128 {
        let bytes = if v6 { 16 } else { 4 };
        let mut other = bits;
        for byte in 0..bytes {
            // One hash serves the eight bits of a byte, with one hash bit per node of the tree that
            // they span. Node 1 is the root; the children of `n` are `2n` and `2n + 1`.
            let hash = self.hash(bits, v6, byte);
            let mut place = 1_usize;
            for bit in 8 * byte..8 * (byte + 1) {
                let flips = hash.get(place / 8).is_some_and(|own| own >> (place % 8) & 1 == 1);
                let mask = 1 << (127 - bit);
                if flips && !is_fixed(bits, v6, bit) {
                    other ^= mask;
                }
                place = 2 * place + usize::from(bits & mask != 0);
            }
        }
        other
    }

    fn hash(&self, bits: u128, v6: bool, byte: u32) -> [u8; 32] {
        let before = if byte == 0 { 0 } else { bits & !(u128::MAX >> (8 * byte)) };
        let mut hasher = Sha256::new();
        hasher.update(self.seed.to_be_bytes());
        hasher.update([u8::from(v6)]);
        hasher.update(byte.to_be_bytes());
        hasher.update(before.to_be_bytes());
        hasher.finalize().into()
    }
}

/// Whether a bit is kept: it leads to a closed or kept block, so that nothing else is mapped into
/// it, or it is inside a kept block.
fn is_fixed(bits: u128, v6: bool, bit: u32) -> bool {
    let same =
        |block: &Block, length: u32| length == 0 || (bits ^ block.bits) >> (128 - length) == 0;
    let own = |block: &&Block| block.v6 == v6;
    let towards = |block: &Block| block.length > bit && same(block, bit);
    let inside = |block: &Block| block.length <= bit && same(block, block.length);
    CLOSED.iter().chain(&KEPT).filter(own).any(towards) || KEPT.iter().filter(own).any(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(seed: u64, text: &str) -> String {
        Addresses::new(seed).block(text.parse().unwrap()).to_string()
    }

    #[test]
    fn ranges_that_mean_something_stay_where_they_are() {
        for block in [
            "0.0.0.0/0",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "100.100.100.200/32",
            "127.0.0.1/32",
            "169.254.1.1/32",
            "255.255.255.255/32",
            "::/0",
            "::1/128",
            "2000::/3",
            "fc00::/7",
            "fe80::1/128",
            "ff02::1/128",
        ] {
            for seed in 0..50 {
                assert_eq!(map(seed, block), block, "{seed}");
            }
        }
    }

    #[test]
    fn other_addresses_move_and_another_seed_moves_them_elsewhere() {
        for address in ["10.1.2.3/32", "8.8.8.8/32", "2400:3200::1/128", "fd00::1/128"] {
            let others: std::collections::BTreeSet<String> =
                (0..50).map(|seed| map(seed, address)).collect();
            assert!(others.len() > 40, "{address}: {others:?}");
        }
    }
}
