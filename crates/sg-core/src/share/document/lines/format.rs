//! Letters of the line format.

/// The first letter of a rule, indexed by outbound, then by drop.
pub(super) const HEADS: [[char; 2]; 2] = [['a', 'd'], ['A', 'D']];

/// Whether a VPC has SNAT; neither of the two if that is not known.
pub(super) const SNAT: &str = "+";
pub(super) const NO_SNAT: &str = "-";

/// The protocols and their letters.
pub(super) const PROTOCOLS: [(char, &str); 6] =
    [('t', "TCP"), ('u', "UDP"), ('i', "ICMP"), ('j', "ICMPv6"), ('g', "GRE"), ('*', "ALL")];
