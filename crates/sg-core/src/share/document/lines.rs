//! The document as lines, for links: short, without names of fields, ids named once.
//!
//! Published as version 1 of links, so it never changes: links made with it are read for ever.
//!
//! A line is a record: its kind in one letter, then its fields, parted by tabs; empty fields at the
//! end are left out. What a record refers to it names by number, from 0, in the order of the
//! document. `\t`, `\n` and `\\` stand for a tab, a line end and a backslash inside a field.
//!
//! ```text
//! c cn-beijing                                       region, unless it is cn-hangzhou
//! v id name blocks                                   VPC; blocks parted by spaces
//! p vpc vpc                                          route
//! l id name blocks entries                           prefix list
//! g id name kind vpc created description resources   group; kind a, d or e, then m if managed
//! t key value                                        tag of the group above
//! r what peer id sources own created description     rule of the group above
//! i id name                                          instance
//! n id groups addresses public vpc                   interface of the instance above
//! o name block                                       outside address
//! x                                                  custom egress rules come first
//! ```
//! What a rule says begins with `a` or `d` for accept or drop, in capitals when outbound, then the
//! priority unless it is 1, then the protocol (`t`, `u`, `i`, `j`, `g`, `*` or `n` with a number)
//! and its ports. Its peer is `@group`, `^list` or a block; `/32` and `/128` are left out.

mod read;
mod what;
mod write;

pub(in crate::share) use read::read;
pub(in crate::share) use write::write;

/// Interfaces and outside blocks that a link may hold: each is a row and a column of the matrix.
const MOST_INTERFACES: usize = 400;
const MOST_OUTSIDE: usize = 50;

/// How a rule's text begins: by outbound, then by drop.
const HEADS: [[char; 2]; 2] = [['a', 'd'], ['A', 'D']];

/// The protocols by their letter.
const PROTOCOLS: [(char, &str); 6] =
    [('t', "TCP"), ('u', "UDP"), ('i', "ICMP"), ('j', "ICMPv6"), ('g', "GRE"), ('*', "ALL")];
