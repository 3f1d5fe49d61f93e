//! Rules in words, with the terms of the rule table.

use sg_core::model::{Direction, Peer, PortRange, Rule, Scenario};

/// The destination ports, and the source ports if the rule sets them.
pub(crate) fn ports_label(rule: &Rule) -> String {
    let ports = rule.spec.protocol.port_range_text();
    match rule.spec.protocol.ports().map(|ports| ports.source) {
        Some(source) if source != PortRange::ALL => format!("{source} → {ports}"),
        Some(_) | None => ports,
    }
}

/// A group or prefix list by name, an address block verbatim; followed by the local CIDR if the
/// rule sets one.
pub(crate) fn peer_label(scenario: &Scenario, rule: &Rule) -> String {
    let named = match &rule.spec.peer {
        Peer::Group(id) => scenario.group(id).map(|group| group.label().to_owned()),
        Peer::PrefixList(id) => scenario.prefix_list(id).map(|list| list.name.clone()),
        Peer::Cidr(_) => None,
    };
    let peer = named.unwrap_or_else(|| rule.spec.peer.to_string());
    match rule.spec.local_cidr {
        Some(own) if rule.spec.direction == Direction::Ingress => format!("{peer} → {own}"),
        Some(own) => format!("{own} → {peer}"),
        None => peer,
    }
}
