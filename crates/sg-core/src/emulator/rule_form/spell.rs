//! Converts a rule back to the parameters of a call.

use super::side::Side;
use crate::emulator::params::Params;
use crate::model::{AddressFamily, IpNet, Peer, PortRange, Rule, RuleSpec};

/// The fields of a rule as parameters below `Permissions.N` or at the top level. A source port
/// range that has no effect is omitted.
pub(in crate::emulator) fn fields(spec: &RuleSpec) -> Vec<(String, String)> {
    let (remote, own) = (Side::remote(spec.direction), Side::own(spec.direction));
    let of_block = |side: Side, block: &IpNet| side.block_field(AddressFamily::of_block(block));
    let plain = |name: &str, value: String| (name.to_owned(), value);
    let mut fields = vec![
        plain("Policy", spec.policy.as_str().to_owned()),
        plain("Priority", spec.priority.to_string()),
        plain("IpProtocol", spec.protocol.protocol().to_string()),
        match spec.list() {
            Some(list) => plain("PortRangeListId", list.to_string()),
            None => plain("PortRange", spec.protocol.port_range_text()),
        },
    ];
    let source_ports = spec.protocol.ports().map(|ports| ports.source);
    if let Some(range) = source_ports.filter(|range| *range != PortRange::ALL) {
        fields.push(plain("SourcePortRange", range.to_string()));
    }
    let peer = match &spec.peer {
        Peer::Cidr(block) => of_block(remote, block),
        Peer::Group(_) => format!("{}GroupId", remote.as_str()),
        Peer::PrefixList(_) => format!("{}PrefixListId", remote.as_str()),
    };
    fields.push((peer, spec.peer.to_string()));
    if let Some(block) = &spec.local_cidr {
        fields.push((of_block(own, block), block.to_string()));
    }
    fields
}

/// A rule of the scenario as the top-level fields of a call.
pub(in crate::emulator) fn spell(rule: &Rule) -> Params {
    let mut params: Params = fields(&rule.spec).into_iter().collect();
    params.set("Description", rule.description.as_str());
    params
}
