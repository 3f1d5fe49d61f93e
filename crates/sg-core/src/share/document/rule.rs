//! Parses a rule of a document: protocol, ports, peer and local CIDR, in the API's fields.

use crate::model::{
    Direction, IpNet, IpProtocol, ListedPorts, Peer, PortFilter, PortList, PortListId, PortRange,
    PrefixListId, Priority, ProtocolFilter, Rule, RuleId, RulePolicy, RuleSpec, SecurityGroupId,
};

use std::sync::Arc;

use indexmap::IndexMap;

use super::wire::{self, Policy};
use super::{DocumentError, field};

/// The fields of one side of a rule, with their names.
struct SideFields<'a> {
    cidr: (&'static str, Option<&'a String>),
    ipv6_cidr: (&'static str, Option<&'a String>),
    group: (&'static str, Option<&'a String>),
    prefix_list: (&'static str, Option<&'a String>),
}

/// Parses a rule and gives it this id.
pub(super) fn rule(
    wire: &wire::Rule,
    id: RuleId,
    lists: &IndexMap<PortListId, Arc<PortList>>,
) -> Result<Rule, DocumentError> {
    let direction = match wire.direction {
        wire::Direction::Ingress => Direction::Ingress,
        wire::Direction::Egress => Direction::Egress,
    };
    let spec = RuleSpec {
        direction,
        policy: policy(wire.policy.unwrap_or(Policy::Accept)),
        priority: priority(wire.priority)?,
        protocol: protocol(wire)?,
        port_list: listed(wire, lists)?,
        peer: peer(wire)?.1,
        local_cidr: local_cidr(wire)?,
    };
    let created = field::time("createTime", wire.create_time.as_ref())?;
    Ok(Rule { id, created, description: wire.description.clone(), spec })
}

/// The field that names the peer, with its text; `None` if the rule has no peer.
pub(super) fn peer_field(wire: &wire::Rule) -> Option<(&'static str, &String)> {
    let (remote, _) = sides(wire);
    let fields = [remote.cidr, remote.ipv6_cidr, remote.group, remote.prefix_list];
    fields.into_iter().find_map(|(name, text)| Some((name, text?)))
}

pub(super) const fn policy(policy: Policy) -> RulePolicy {
    match policy {
        Policy::Accept => RulePolicy::Accept,
        Policy::Drop => RulePolicy::Drop,
    }
}

pub(super) fn priority(number: Option<u64>) -> Result<Priority, DocumentError> {
    let Some(number) = number else { return Ok(Priority::STRONGEST) };
    let narrow = u8::try_from(number).unwrap_or(u8::MAX);
    Priority::existing(narrow).map_err(|error| DocumentError::at("priority", error))
}

fn protocol(wire: &wire::Rule) -> Result<ProtocolFilter, DocumentError> {
    let mut ranges = [wire.port_range.as_deref(), wire.source_port_range.as_deref()];
    if wire.port_range_list_id.is_some() {
        let at = |sentence: &str| DocumentError::at("portRangeListId", sentence);
        if !protocol_named(&wire.ip_protocol).is_some_and(IpProtocol::has_ports) {
            return Err(at("only rules of TCP and UDP take their ports from a port list"));
        }
        if ranges[0].is_some() {
            return Err(at("`portRange` already names the ports"));
        }
        ranges[0] = Some(ALL_PORTS);
    }
    protocol_of(&wire.ip_protocol, ranges)
}

/// The destination ports of a rule with a port list, which says which of them.
const ALL_PORTS: &str = "1/65535";

fn listed(
    wire: &wire::Rule,
    lists: &IndexMap<PortListId, Arc<PortList>>,
) -> Result<Option<ListedPorts>, DocumentError> {
    let Some(text) = &wire.port_range_list_id else { return Ok(None) };
    let id = field::id("portRangeListId", text, PortListId::parse)?;
    let unknown =
        || DocumentError::at("portRangeListId", format!("names `{text}`, which does not exist"));
    lists.get(&id).map(|list| Some(list.listed())).ok_or_else(unknown)
}

/// The protocol and ports given by their texts: the destination ports and the source ports.
pub(super) fn protocol_of(
    text: &str,
    [destination, source]: [Option<&str>; 2],
) -> Result<ProtocolFilter, DocumentError> {
    let Some(protocol) = protocol_named(text).or_else(|| IpProtocol::from_digits(text)) else {
        let sentence =
            format!("`{text}` is not TCP, UDP, ICMP, ICMPv6, GRE, ALL or a number from 0 to 255");
        return Err(DocumentError::at("ipProtocol", sentence));
    };
    if protocol.has_ports() {
        return ports(text, destination, source).map(|ports| protocol.with_ports(ports));
    }
    let without = |name: &str, range: Option<&str>| match range {
        None | Some("-1/-1") => Ok(()),
        Some(range) => {
            let sentence = format!("`{range}` does not fit {text}, which has no ports: -1/-1");
            Err(DocumentError::at(name, sentence))
        }
    };
    without("portRange", destination)?;
    without("sourcePortRange", source)?;
    Ok(protocol.with_ports(PortFilter::ALL))
}

/// The protocol of a name as the API writes it, or in small letters. A document has no third
/// spelling, so that others can read it by comparing texts.
fn protocol_named(text: &str) -> Option<IpProtocol> {
    IpProtocol::from_name(text).filter(|protocol| {
        let name = protocol.name().unwrap_or_default();
        text == name || text == name.to_ascii_lowercase()
    })
}

fn ports(
    protocol: &str,
    destination: Option<&str>,
    source: Option<&str>,
) -> Result<PortFilter, DocumentError> {
    let Some(destination) = destination else {
        let sentence = format!("{protocol} needs a port range such as 80/80 or 1/65535");
        return Err(DocumentError::at("portRange", sentence));
    };
    let range = |name: &str, text: &str| {
        PortRange::parse(text)
            .map_err(|error| DocumentError::at(name, format!("`{text}`: {error}")))
    };
    let source = match source {
        Some(source) => range("sourcePortRange", source)?,
        None => PortRange::ALL,
    };
    Ok(PortFilter { destination: range("portRange", destination)?, source })
}

/// The remote side and the local side. The remote side is the source of an inbound rule and the
/// destination of an outbound rule.
fn sides(wire: &wire::Rule) -> (SideFields<'_>, SideFields<'_>) {
    let source = SideFields {
        cidr: ("sourceCidrIp", wire.source_cidr_ip.as_ref()),
        ipv6_cidr: ("ipv6SourceCidrIp", wire.ipv6_source_cidr_ip.as_ref()),
        group: ("sourceGroupId", wire.source_group_id.as_ref()),
        prefix_list: ("sourcePrefixListId", wire.source_prefix_list_id.as_ref()),
    };
    let destination = SideFields {
        cidr: ("destCidrIp", wire.dest_cidr_ip.as_ref()),
        ipv6_cidr: ("ipv6DestCidrIp", wire.ipv6_dest_cidr_ip.as_ref()),
        group: ("destGroupId", wire.dest_group_id.as_ref()),
        prefix_list: ("destPrefixListId", wire.dest_prefix_list_id.as_ref()),
    };
    match wire.direction {
        wire::Direction::Ingress => (source, destination),
        wire::Direction::Egress => (destination, source),
    }
}

/// The peer and the name of its field. If a rule names two peers, the API silently ignores one of
/// them; a document is rejected, because its author probably meant both.
fn peer(wire: &wire::Rule) -> Result<(&'static str, Peer), DocumentError> {
    let (remote, _) = sides(wire);
    let fields = [remote.cidr, remote.ipv6_cidr, remote.group, remote.prefix_list];
    let mut given = fields.iter().filter_map(|(name, text)| Some((*name, (*text)?)));
    let Some((name, text)) = given.next() else {
        let names = fields.map(|(name, _)| name).join(", ");
        return Err(DocumentError::at("", format!("the rule names no peer: one of {names}")));
    };
    if let Some((second, _)) = given.next() {
        return Err(DocumentError::at(second, format!("`{name}` already names the peer")));
    }
    let peer = if name == remote.group.0 {
        Peer::Group(field::id(name, text, SecurityGroupId::parse)?)
    } else if name == remote.prefix_list.0 {
        Peer::PrefixList(field::id(name, text, PrefixListId::parse)?)
    } else {
        Peer::Cidr(block_of_family(name, text, name == remote.ipv6_cidr.0)?)
    };
    Ok((name, peer))
}

fn local_cidr(wire: &wire::Rule) -> Result<Option<IpNet>, DocumentError> {
    let (_, own) = sides(wire);
    for (name, text) in [own.group, own.prefix_list] {
        if text.is_some() {
            let direction = wire.direction;
            let sentence = format!(
                "names the own side of an {} rule, which may only be an address block",
                match direction {
                    wire::Direction::Ingress => "ingress",
                    wire::Direction::Egress => "egress",
                }
            );
            return Err(DocumentError::at(name, sentence));
        }
    }
    match (own.cidr, own.ipv6_cidr) {
        ((_, None), (_, None)) => Ok(None),
        ((name, Some(text)), (_, None)) => block_of_family(name, text, false).map(Some),
        ((_, None), (name, Some(text))) => block_of_family(name, text, true).map(Some),
        ((name, Some(_)), (second, Some(_))) => {
            Err(DocumentError::at(second, format!("`{name}` already names the own side")))
        }
    }
}

fn block_of_family(name: &'static str, text: &str, ipv6: bool) -> Result<IpNet, DocumentError> {
    let block = field::block(name, text)?;
    match (&block, ipv6) {
        (IpNet::V4(_), false) | (IpNet::V6(_), true) => Ok(block),
        (IpNet::V4(_), true) => Err(DocumentError::at(name, format!("`{text}` is IPv4"))),
        (IpNet::V6(_), false) => {
            let sentence = format!("`{text}` is IPv6, which has a field of its own: ipv6…CidrIp");
            Err(DocumentError::at(name, sentence))
        }
    }
}
