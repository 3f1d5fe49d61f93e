//! From a rule of the scene back to the top-level fields that describe it.

use super::form::Side;
use crate::emulator::params::Params;
use crate::model::{AddressFamily, IpNet, Peer, PortRange, Rule};

/// The fields of a rule as a call would spell them. A source port range that says nothing is left
/// out.
pub(in crate::emulator) fn spell(rule: &Rule) -> Params {
    let mut params = Params::new();
    params.set("IpProtocol", rule.protocol.name().to_string());
    params.set("PortRange", rule.protocol.port_range_text());
    let source_ports = rule.protocol.ports().map(|ports| ports.source);
    if let Some(range) = source_ports.filter(|range| *range != PortRange::ALL) {
        params.set("SourcePortRange", range.to_string());
    }
    params.set("Policy", rule.policy.as_str());
    params.set("Priority", rule.priority.to_string());
    let remote = Side::remote(rule.direction);
    match &rule.peer {
        Peer::Cidr(block) => params.set(field_of(remote, block), block.to_string()),
        Peer::Group(id) => params.set(format!("{}GroupId", remote.as_str()), id.as_str()),
        Peer::PrefixList(id) => params.set(format!("{}PrefixListId", remote.as_str()), id.as_str()),
    }
    if let Some(block) = &rule.own_side {
        params.set(field_of(Side::own(rule.direction), block), block.to_string());
    }
    params.set("Description", rule.description.as_str());
    params
}

fn field_of(side: Side, block: &IpNet) -> String {
    match AddressFamily::of_block(block) {
        AddressFamily::V4 => format!("{}CidrIp", side.as_str()),
        AddressFamily::V6 => format!("Ipv6{}CidrIp", side.as_str()),
    }
}
