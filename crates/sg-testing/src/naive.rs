//! A second, naive evaluator: the documented decision procedure, written as simply as possible. It
//! shares only the model with the engine, and returns only a verdict.

use std::net::IpAddr;

use sg_core::connectivity::{Endpoint, Flow, Packet, Verdict};
use sg_core::model::*;

pub fn verdict(world: &Scenario, flow: &Flow) -> Verdict {
    use Verdict::{Blocked, Pass, Unknown};
    let eni = |end: &Endpoint| end.interface().map(|id| world.interface(id).cloned());
    let (Some(src), Some(dst)) = (lift(eni(&flow.source)), lift(eni(&flow.destination))) else {
        return Unknown;
    };
    let (from, to) = (flow.source.address(), flow.destination.address());
    let ours = |ip| {
        world.is_private(ip)
            || world.interfaces().any(|eni| eni.public_addresses().any(|own| own == ip))
    };
    if src.is_none() && dst.is_none()
        || src.as_ref().is_some_and(|eni| !eni.holds(from))
        || src.is_none() && ours(from)
        || dst.is_none() && ours(to)
    {
        return Unknown;
    }
    let public = match &dst {
        Some(eni) if eni.holds(to) => false,
        Some(eni) if eni.private_behind(to).is_some() => true,
        Some(_) => return Unknown,
        None => true,
    };
    if let (Some(src), Some(dst)) = (&src, &dst) {
        if src.id == dst.id {
            return Pass;
        }
        if from.is_ipv4() == to.is_ipv4() && !public && !world.routed(&src.vpc, &dst.vpc) {
            return Blocked;
        }
        if public
            && shown(src, from).is_none()
            && from.is_ipv4() == to.is_ipv4()
            && !snat(world, src)
        {
            return Blocked;
        }
    }
    if from.is_ipv4() != to.is_ipv4() {
        return Blocked;
    }
    // Without a public address, the Internet is out of reach, except through SNAT. What stands for
    // any member is judged by its rules.
    let far = |ip: IpAddr| ip.is_ipv4() && internet(ip);
    let any = |eni: &NetworkInterface| matches!(eni.holder, Some(Holder::Example));
    match (&src, &dst) {
        (None, Some(dst)) if far(from) && !any(dst) => {
            let own = if dst.holds(to) { to } else { dst.private_behind(to).unwrap() };
            if shown(dst, own).is_none() {
                return Blocked;
            }
        }
        (Some(src), None)
            if far(to) && !any(src) && shown(src, from).is_none() && !snat(world, src) =>
        {
            return Blocked;
        }
        _ => {}
    }
    if flow.packet == Packet::Icmp && to.is_ipv6() || flow.packet == Packet::Icmpv6 && to.is_ipv4()
    {
        return Unknown;
    }
    let internal = src.is_some() && dst.is_some() && !public;
    let shares = internal
        && src.as_ref().unwrap().groups.intersection(&dst.as_ref().unwrap().groups).any(|id| {
            world.group(id).unwrap().group_type == GroupType::Basic(InnerAccessPolicy::Accept)
        });
    let egress_first =
        world.options().intra_group_precedence == IntraGroupPrecedence::CustomEgressFirst;
    let out = src.as_ref().is_none_or(|eni| {
        let remote = if internal { dst.as_deref() } else { None };
        if to == address([100, 100, 100, 200]) {
            return true;
        }
        if !internal && internet(to) && matches!(flow.packet, Packet::Tcp { destination_port, .. } if destination_port.get() == 25) {
            return false;
        }
        balances(eni)
            || shares && !egress_first
            || side(world, eni, Direction::Egress, from, to, remote, flow.packet)
                .unwrap_or(shares || !advanced(world, eni))
    });
    // `None` if the receiver sees the address of a NAT gateway, which no scenario holds.
    let into = dst.as_ref().map_or(Some(true), |eni| {
        let own = if public { eni.private_behind(to).unwrap() } else { to };
        let seen =
            if public { src.as_ref().map_or(Some(from), |eni| shown(eni, from))? } else { from };
        let remote = if internal { src.as_deref() } else { None };
        let passes = shares
            || side(world, eni, Direction::Ingress, own, seen, remote, flow.packet)
                .unwrap_or(balances(eni));
        Some(passes)
    });
    match (out, into) {
        (false, _) | (true, Some(false)) => Blocked,
        (true, Some(true)) => Pass,
        (true, None) => Unknown,
    }
}

/// Whether the groups of an interface let a packet through in one direction, if both ends are private
/// addresses of connected VPCs.
pub fn passes_at(
    world: &Scenario,
    direction: Direction,
    (own, local): (&NetworkInterface, IpAddr),
    (peer, remote): (&NetworkInterface, IpAddr),
    packet: Packet,
) -> bool {
    let accept = GroupType::Basic(InnerAccessPolicy::Accept);
    let shares = own
        .groups
        .intersection(&peer.groups)
        .any(|id| world.group(id).unwrap().group_type == accept);
    let policy_wins = direction == Direction::Ingress
        || world.options().intra_group_precedence == IntraGroupPrecedence::PolicyWins;
    let default = match direction {
        Direction::Ingress => balances(own),
        Direction::Egress => !advanced(world, own),
    };
    shares && policy_wins
        || direction == Direction::Egress && balances(own)
        || side(world, own, direction, local, remote, Some(peer), packet)
            .unwrap_or(shares || default)
}

/// The first matching rule of one side, if any.
fn side(
    world: &Scenario,
    eni: &NetworkInterface,
    direction: Direction,
    own: IpAddr,
    remote: IpAddr,
    member: Option<&NetworkInterface>,
    packet: Packet,
) -> Option<bool> {
    let mut rules: Vec<_> =
        eni.groups.iter().flat_map(|id| &world.group(id).unwrap().rules).collect();
    rules.retain(|rule| rule.spec.direction == direction);
    rules.sort_by_key(|rule| (rule.spec.priority, rule.spec.policy == RulePolicy::Accept));
    let found = rules.into_iter().find(|rule| {
        let peer = match &rule.spec.peer {
            Peer::Cidr(block) => block.contains(&remote),
            Peer::Group(id) => member.is_some_and(|eni| eni.groups.contains(id)),
            Peer::PrefixList(id) => {
                world.prefix_list(id).unwrap().blocks.iter().any(|block| block.contains(&remote))
            }
        };
        let ports = |filter: PortFilter, source, destination| {
            filter.source.contains(source) && filter.destination.contains(destination)
        };
        let protocol = match (rule.spec.protocol, packet) {
            (ProtocolFilter::All, _) => true,
            (ProtocolFilter::Tcp(f), Packet::Tcp { source_port, destination_port })
            | (ProtocolFilter::Udp(f), Packet::Udp { source_port, destination_port }) => {
                ports(f, source_port, destination_port)
            }
            (ProtocolFilter::Icmp, Packet::Icmp)
            | (ProtocolFilter::Icmpv6, Packet::Icmpv6)
            | (ProtocolFilter::Gre, Packet::Gre) => true,
            (ProtocolFilter::Number(a), Packet::Other(b)) => a == b,
            _ => false,
        };
        peer && protocol && rule.spec.local_cidr.is_none_or(|block| block.contains(&own))
    })?;
    Some(found.spec.policy == RulePolicy::Accept)
}

/// `None` for a missing interface; an outside end is `Some(None)`.
fn lift<T>(found: Option<Option<T>>) -> Option<Option<T>> {
    match found {
        Some(None) => None,
        Some(Some(eni)) => Some(Some(eni)),
        None => Some(None),
    }
}

/// The public address of a private one.
fn shown(eni: &NetworkInterface, private: IpAddr) -> Option<IpAddr> {
    let own = eni.more.public.iter().find(|more| more.private == private);
    let primary = eni.addresses.iter().find(|ip| ip.is_ipv4());
    own.map(|own| own.public).or(eni.public_address.filter(|_| primary == Some(&private)))
}

/// Whether the VPC of an interface has SNAT.
fn snat(world: &Scenario, eni: &NetworkInterface) -> bool {
    world.vpc(&eni.vpc).unwrap().snat == Some(true)
}

/// Whether an interface belongs to a load balancer.
fn balances(eni: &NetworkInterface) -> bool {
    eni.product().is_some_and(|product| matches!(product, Product::Alb | Product::Nlb))
}

fn advanced(world: &Scenario, eni: &NetworkInterface) -> bool {
    world.group(&eni.groups[0]).unwrap().group_type == GroupType::Advanced
}

fn address(octets: [u8; 4]) -> IpAddr {
    IpAddr::from(octets)
}

fn internet(ip: IpAddr) -> bool {
    let private = match ip {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            v4.is_private()
                || v4.is_link_local()
                || a == 0
                || a == 127
                || a >= 224
                || a == 100 && (64..128).contains(&b)
        }
        IpAddr::V6(v6) => v6.segments()[0] & 0xe000 != 0x2000,
    };
    !private
}
