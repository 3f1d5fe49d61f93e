//! Everything that the Internet can reach: public address × packets × source × rule.

mod address;
mod cover;
mod risk;
mod row;
mod rows;
mod sources;

pub use address::ExposedAddress;
pub use row::Exposure;
pub use sources::Sources;

use std::cmp::Reverse;

use crate::model::Scenario;

use super::verdict::Verdict;

/// Every packet that Internet addresses can deliver to an interface of the scenario, as rows; the
/// riskiest first.
///
/// The Internet is every address that is neither in a range routed privately or not at all, nor in
/// a VPC, nor a public address of the scenario: from those, a packet is somebody's own. Reached are
/// the public IPv4 addresses of interfaces, as the gateway translates them, and their IPv6
/// addresses outside the private ranges.
///
/// Public addresses may exist that the scenario does not list: those of members of a group of which
/// not all members are known, and those that a service such as a load balancer publishes. Rows say
/// what such an address would be open to; they, and those that depend on anything else that is not
/// known, are [`Verdict::Unknown`]. Nothing is left out.
///
/// Sorted by risk: sensitive ports open to the whole Internet first; then what is certain; then by
/// breadth of the sources, then of the ports.
pub fn exposure(scenario: &Scenario) -> Vec<Exposure> {
    let mut rows = rows::rows(scenario);
    rows.sort_by_cached_key(|row| {
        let unknown = row.verdict == Verdict::Unknown;
        let breadth = (Reverse(row.sources.breadth()), Reverse(row.breadth()));
        (!row.is_critical(), unknown, breadth, row.targets.clone(), row.packets.clone())
    });
    rows
}

/// The same rows, with those that differ only in what is reached as one.
pub fn grouped(rows: Vec<Exposure>) -> Vec<Exposure> {
    let mut lines: Vec<Exposure> = Vec::new();
    for row in rows {
        let same = |line: &&mut Exposure| {
            line.verdict == row.verdict
                && line.packets == row.packets
                && line.sources == row.sources
                && line.decider == row.decider
        };
        match lines.iter_mut().find(same) {
            Some(line) => line.targets.extend(row.targets),
            None => lines.push(row),
        }
    }
    lines
}
