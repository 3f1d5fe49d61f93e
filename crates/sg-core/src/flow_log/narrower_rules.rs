//! The narrower rules in the place of a broad one: for exactly what used it.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use crate::connectivity::Edit;
use crate::model::{
    AddressFamily, GroupType, Holder, IpNet, IpProtocol, Peer, Port, PortFilter, PortRange,
    ProtocolFilter, Rule, RulePolicy, RuleSpec, Scenario, SecurityGroup, SecurityGroupId,
};

use super::cover::cover;

/// The most rules that may take the place of one.
const MOST_RULES: usize = 4;

/// The addresses that used a service.
pub(super) type Services = BTreeMap<(ProtocolKind, u16), BTreeSet<IpAddr>>;

/// A protocol that can be sorted.
type ProtocolKind = u8;

/// Whether a rule lets something through and can be edited.
pub(super) fn can_narrow(group: &SecurityGroup, spec: &RuleSpec) -> bool {
    let editable = !group.is_read_only() && group.owner.is_none() && spec.priority.is_writable();
    spec.policy == RulePolicy::Accept && editable && spec.port_list.is_none()
}

/// The edits that narrow a rule to the services that were used; `None` if it is not broad.
pub(super) fn edits(
    scenario: &Scenario,
    id: &SecurityGroupId,
    rule: &Rule,
    services: Services,
) -> Option<Vec<Edit>> {
    let group = scenario.group(id)?;
    let spec = &rule.spec;
    let narrow = narrower(scenario, group, spec, services);
    if narrow.len() > MOST_RULES || narrow.contains(spec) {
        return None;
    }
    let exists = |spec: &RuleSpec| group.rules.iter().any(|own| own.spec == *spec);
    let add = narrow.into_iter().filter(|spec| !exists(spec));
    let add = add.map(|rule| Edit::AddRule { group: id.clone(), rule });
    let remove = Edit::RemoveRule { group: id.clone(), rule: rule.id.clone() };
    Some(add.chain([remove]).collect())
}

/// The rules for exactly the services that were used, each for the smallest block with the addresses
/// that used it.
fn narrower(
    scenario: &Scenario,
    group: &SecurityGroup,
    spec: &RuleSpec,
    services: Services,
) -> Vec<RuleSpec> {
    // Neighbouring ports that the same addresses used become one range.
    let mut ranges: Vec<(ProtocolKind, u16, u16, BTreeSet<IpAddr>)> = Vec::new();
    for ((protocol, port), remotes) in services {
        match ranges.last_mut() {
            Some((own, _, last, users))
                if *own == protocol && last.checked_add(1) == Some(port) && *users == remotes =>
            {
                *last = port;
            }
            _ => ranges.push((protocol, port, port, remotes)),
        }
    }
    let mut specs = Vec::new();
    for (protocol, first, last, remotes) in ranges {
        let Some(protocol) = filter(spec.protocol, protocol, first, last) else {
            return Vec::new();
        };
        for peer in peers(scenario, group, &spec.peer, &remotes) {
            let narrow = RuleSpec { protocol, peer, ..spec.clone() };
            if !specs.contains(&narrow) {
                specs.push(narrow);
            }
        }
    }
    specs
}

/// The part of a rule's protocol and ports that was used; `None` if there is no such part.
fn filter(
    own: ProtocolFilter,
    protocol: ProtocolKind,
    first: u16,
    last: u16,
) -> Option<ProtocolFilter> {
    let protocol = IpProtocol::from_number(protocol);
    if !protocol.has_ports() {
        let all = protocol.with_ports(PortFilter::to(PortRange::ALL));
        let own = if own == ProtocolFilter::All { all } else { own };
        return (own.protocol() == protocol).then_some(own);
    }
    let source = own.ports().map_or(PortRange::ALL, |ports| ports.source);
    let destination = PortRange::new(Port::new(first)?, Port::new(last)?).ok()?;
    Some(protocol.with_ports(PortFilter { source, destination }))
}

/// Peers for the addresses that were seen, none of which stands for an address that the rule's own peer
/// does not: a group, if all of its addresses lie in the rule's block, or else the smallest block.
fn peers(
    scenario: &Scenario,
    own: &SecurityGroup,
    peer: &Peer,
    remotes: &BTreeSet<IpAddr>,
) -> Vec<Peer> {
    let Peer::Cidr(block) = peer else { return vec![peer.clone()] };
    if remotes.len() == 1 || !is_broad(*block) {
        let one = remotes.iter().map(|remote| Peer::Cidr(IpNet::from(*remote)));
        return if is_broad(*block) { one.collect() } else { vec![peer.clone()] };
    }
    if let Some(group) = group_of(scenario, own, *block, remotes) {
        return vec![Peer::Group(group)];
    }
    match cover(remotes) {
        Some(narrow) if narrow.prefix_len() > block.prefix_len() => vec![Peer::Cidr(narrow)],
        _ => vec![peer.clone()],
    }
}

/// Whether a block has at least 256 addresses, or in IPv6 as many as a subnet.
const fn is_broad(block: IpNet) -> bool {
    match block {
        IpNet::V4(block) => block.prefix_len() <= 24,
        IpNet::V6(block) => block.prefix_len() <= 64,
    }
}

/// The smallest group whose members have all of the addresses, and no private address outside the
/// block.
fn group_of(
    scenario: &Scenario,
    own: &SecurityGroup,
    block: IpNet,
    remotes: &BTreeSet<IpAddr>,
) -> Option<SecurityGroupId> {
    let family = AddressFamily::of_block(&block);
    let nameable = |group: &&Arc<SecurityGroup>| {
        let basic = |group: &SecurityGroup| matches!(group.group_type, GroupType::Basic(_));
        group.id != own.id
            && group.vpc == own.vpc
            && group.owner.is_none()
            && basic(group)
            && basic(own)
    };
    let fits = |group: &Arc<SecurityGroup>| {
        let members: Vec<_> = scenario.members(&group.id).collect();
        let known = members.iter().all(|member| {
            member.holder != Some(Holder::Example) && member.more.prefixes.is_empty()
        });
        let addresses: BTreeSet<IpAddr> =
            members.iter().flat_map(|member| member.addresses.iter().copied()).collect();
        let inside = addresses
            .iter()
            .all(|address| AddressFamily::of(*address) == family && block.contains(address));
        (known && inside && remotes.is_subset(&addresses)).then_some(addresses.len())
    };
    let groups = scenario.groups().filter(nameable);
    let sizes = groups.filter_map(|group| Some((fits(group)?, &group.id)));
    sizes.min().map(|(_, id)| id.clone())
}
