//! Letters and limits of the line format.

/// The maximum number of interfaces and outside blocks in a link: each is a row and a column of the
/// matrix.
pub(super) const MOST_INTERFACES: usize = 400;
pub(super) const MOST_OUTSIDE: usize = 50;

/// The first letter of a rule, indexed by outbound, then by drop.
pub(super) const HEADS: [[char; 2]; 2] = [['a', 'd'], ['A', 'D']];

/// The protocols and their letters.
pub(super) const PROTOCOLS: [(char, &str); 6] =
    [('t', "TCP"), ('u', "UDP"), ('i', "ICMP"), ('j', "ICMPv6"), ('g', "GRE"), ('*', "ALL")];
