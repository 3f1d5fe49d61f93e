//! Rules in words, with the terms of the rule table.

use sg_core::model::{Direction, PortRange, Rule, Scenario};

/// The destination ports, or the name of the port list that gives them, and the source ports if the
/// rule sets them.
pub(crate) fn ports_label(scenario: &Scenario, rule: &Rule) -> String {
    let list = rule.spec.list().and_then(|id| scenario.port_list(id));
    let ports = list.map_or_else(|| rule.spec.ports_text(), |list| list.label().to_owned());
    match rule.spec.protocol.ports().map(|ports| ports.source) {
        Some(source) if source != PortRange::ALL => format!("{source} → {ports}"),
        Some(_) | None => ports,
    }
}

/// A group or prefix list by name, an address block verbatim; followed by the local CIDR if the
/// rule sets one.
pub(crate) fn peer_label(scenario: &Scenario, rule: &Rule) -> String {
    let peer = rule.spec.peer.label(scenario);
    match rule.spec.local_cidr {
        Some(own) if rule.spec.direction == Direction::Ingress => format!("{peer} → {own}"),
        Some(own) => format!("{own} → {peer}"),
        None => peer,
    }
}
