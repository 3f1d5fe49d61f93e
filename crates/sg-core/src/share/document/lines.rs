//! A compact line format of the document, for links: no field names, and each id written once.
//!
//! Published as version 1 of links. It must not change, because existing links must stay readable.
//!
//! Each line is a record: a one-letter kind, then tab-separated fields; trailing empty fields are
//! omitted. Records refer to others by their zero-based index in the document. Inside a field,
//! `\t`, `\n` and `\\` stand for a tab, a newline and a backslash.
//!
//! ```text
//! c cn-beijing                                       region, unless it is cn-hangzhou
//! v id name blocks                                   VPC; blocks separated by spaces
//! p vpc vpc                                          route
//! q                                                  VPCs may be connected in other ways
//! k                                                  groups may have members not listed
//! w id name vpc block zone                           vSwitch
//! l id name blocks entries                           prefix list
//! y id name entries                                  port list
//! e range description                                entry of the port list above
//! g id name kind vpc created description resources service product protected
//!                                                    group; kind a, d or e, then m if managed;
//!                                                    protected is p or nothing
//! t key value                                        tag of the group above
//! r what peer id sources own created description ports
//!                                                    rule of the group above; ports is its port
//!                                                    list, if it has one
//! i id name                                          instance
//! n id groups addresses public vpc prefixes more vswitch
//!                                                    interface of the instance above
//! o name block                                       outside address
//! x                                                  custom egress rules come first
//! m quotas                                           raised quotas, as in the document
//! ```
//! A rule's first field begins with `a` (accept) or `d` (drop), in upper case for outbound rules,
//! then the priority unless it is 1, then the protocol (`t`, `u`, `i`, `j`, `g`, `*` or `n` with a
//! number) and its ports. The peer is `@group`, `^list` or a block; `/32` and `/128` are omitted.

mod format;
mod read;
mod what;
mod write;

pub(in crate::share) use read::read;
pub(in crate::share) use write::write;
