//! The way from one end to the other, before any group is checked, and which end a rule names.

use std::net::IpAddr;

use crate::connectivity::{
    Decider, Endpoint, RouteFault as Fault, UnknownReason as Reason, Verdict,
};
use crate::model::*;

/// A verdict and every reason that can be named for it: rules of one rank are equally good reasons.
pub type Judgement = (Verdict, Vec<Decider>);

pub(super) type Eni<'a> = &'a NetworkInterface;

/// The interfaces at both ends, none outside.
pub(super) fn ends<'a>(
    world: &'a Scenario,
    from: &Endpoint,
    to: &Endpoint,
) -> Result<(Option<Eni<'a>>, Option<Eni<'a>>), Judgement> {
    let (src, dst) = (eni(world, from, false), eni(world, to, true));
    let mut unknown: Vec<_> = [&src, &dst].into_iter().filter_map(|e| e.clone().err()).collect();
    if from.interface().is_none() && to.interface().is_none() {
        unknown.push(Reason::BothOutside);
    }
    match (src, dst) {
        (Ok(src), Ok(dst)) if unknown.is_empty() => Ok((src, dst)),
        _ => Err((Verdict::Unknown, unknown.into_iter().map(Decider::Unknown).collect())),
    }
}

fn eni<'a>(world: &'a Scenario, end: &Endpoint, receives: bool) -> Result<Option<Eni<'a>>, Reason> {
    let address = end.address();
    let Some(id) = end.interface() else {
        let ours = world.interfaces().any(|eni| behind(eni, address).is_some());
        let held = || world.interfaces().any(|eni| holds(eni, address));
        return match (ours, world.is_private(address)) {
            (false, false) => Ok(None),
            (false, true) if !held() => Err(Reason::NoInterfaceHas(address)),
            (true, _) | (false, true) => Err(Reason::NotOutside(address)),
        };
    };
    let eni = world.interface(id).ok_or_else(|| Reason::NoSuchInterface(id.clone()))?;
    let has = holds(eni, address) || receives && behind(eni, address).is_some();
    let not_its = Reason::NotItsAddress { interface: id.clone(), address };
    if has { Ok(Some(eni)) } else { Err(not_its) }
}

/// Whether an address is a private one of an interface.
pub(super) fn holds(eni: Eni<'_>, address: IpAddr) -> bool {
    let prefixes = &eni.more.prefixes;
    eni.addresses.contains(&address) || prefixes.iter().any(|block| block.contains(&address))
}

/// The private address behind a public one.
pub(super) fn behind(eni: Eni<'_>, public: IpAddr) -> Option<IpAddr> {
    let first = eni.public_address.filter(|own| *own == public);
    let first = first.and_then(|_| eni.addresses.iter().copied().find(IpAddr::is_ipv4));
    let more = eni.more.public.iter().find(|own| own.public == public);
    first.or_else(|| more.map(|own| own.private))
}

/// The public address that others see of a private one.
pub(super) fn shown_as(eni: Eni<'_>, private: IpAddr) -> Option<IpAddr> {
    let more = eni.more.public.iter().find(|own| own.private == private);
    let first = eni.addresses.iter().find(|own| own.is_ipv4()) == Some(&private);
    more.map(|own| own.public).or_else(|| eni.public_address.filter(|_| first))
}

/// What is missing on the way between an interface and the IPv4 Internet: a fault, or a reason why
/// that is not known. `own` is the private address of the interface, `outward` the direction.
fn gap(world: &Scenario, eni: Eni<'_>, own: IpAddr, outward: bool) -> Option<Decider> {
    if shown_as(eni, own).is_some() {
        return None;
    }
    let unlisted = match &eni.holder {
        Some(Holder::Example) => true,
        Some(Holder::Service { product, .. }) => {
            !matches!(product, Product::Eci | Product::FunctionCompute | Product::Terway)
        }
        Some(Holder::Nothing) | None => false,
    };
    let interface = eni.id.clone();
    let snat = world.vpc(&eni.vpc).map(|vpc| vpc.snat).filter(|_| outward);
    Some(match snat {
        Some(Some(true)) => return None,
        Some(None) => Decider::Unknown(Reason::UnreadSnat { vpc: eni.vpc.clone() }),
        _ if unlisted => Decider::Unknown(Reason::UnreadPublicAddress { interface }),
        Some(Some(false)) => Decider::Route(Fault::NoSnat { interface, vpc: eni.vpc.clone() }),
        None => Decider::Route(Fault::NotPublic { interface }),
    })
}

/// What decides all packets before any group is checked, or the reason why a packet that all groups
/// let through may still not arrive.
pub(super) fn obstacle(
    world: &Scenario,
    (from, to): (IpAddr, IpAddr),
    src: Option<Eni<'_>>,
    dst: Option<Eni<'_>>,
    internal: bool,
) -> Result<Option<Decider>, Judgement> {
    let one_family = from.is_ipv4() == to.is_ipv4();
    let far = |remote: IpAddr| remote.is_ipv4() && internet(remote);
    let any_member = |eni: Eni<'_>| matches!(eni.holder, Some(Holder::Example));
    let fault = match (src, dst) {
        (Some(s), Some(d)) if s.id == d.id => return Err((Verdict::Pass, vec![Decider::Itself])),
        _ if !one_family => Fault::MixedFamilies,
        (Some(s), Some(d)) if internal && !world.routed(&s.vpc, &d.vpc) => {
            if world.parts().unread_routes {
                let (source, destination) = (s.vpc.clone(), d.vpc.clone());
                let reason = Reason::UnreadRoutes { source, destination };
                return Err((Verdict::Unknown, vec![Decider::Unknown(reason)]));
            }
            Fault::SeparateVpcs { source: s.vpc.clone(), destination: d.vpc.clone() }
        }
        (Some(s), Some(_)) if !internal && shown_as(s, from).is_none() => {
            match gap(world, s, from, true) {
                Some(Decider::Route(_)) => Fault::NoPublicAddress { interface: s.id.clone() },
                Some(doubt) => return Ok(Some(doubt)),
                None => {
                    let vpc = s.vpc.clone();
                    return Ok(Some(Decider::Unknown(Reason::SnatAddress { vpc })));
                }
            }
        }
        (Some(s), None) if far(to) && !any_member(s) => match gap(world, s, from, true) {
            Some(Decider::Route(fault)) => fault,
            doubt => return Ok(doubt),
        },
        (None, Some(d)) if far(from) && !any_member(d) => {
            match gap(world, d, behind(d, to).unwrap_or(to), false) {
                Some(Decider::Route(fault)) => fault,
                doubt => return Ok(doubt),
            }
        }
        _ => return Ok(None),
    };
    Err((Verdict::Blocked, vec![Decider::Route(fault)]))
}

/// Whether a peer is the remote end, as far as it is known; a group stands for private addresses
/// only.
pub(super) fn names(
    world: &Scenario,
    named: &Peer,
    remote: IpAddr,
    peer: Option<Eni<'_>>,
) -> Option<bool> {
    match named {
        Peer::Cidr(block) => Some(block.contains(&remote)),
        Peer::Group(id) => match peer {
            Some(eni) => Some(eni.groups.contains(id)),
            None if internet(remote) => Some(false),
            // The members of a group of another account are not known.
            None => world.group(id).filter(|group| group.owner.is_none()).map(|_| false),
        },
        Peer::PrefixList(id) => {
            let list = world.prefix_list(id)?;
            let listed = list.blocks.iter().any(|block| block.contains(&remote));
            let family = |block: &IpNet| block.addr().is_ipv4() == remote.is_ipv4();
            let open = list.unread_entries && list.blocks.first().is_none_or(family);
            (listed || !open).then_some(listed)
        }
    }
}

/// Whether an address is public, and not in a range that is private, shared or special.
pub(super) fn internet(address: IpAddr) -> bool {
    match address {
        IpAddr::V6(v6) => v6.segments().first().is_some_and(|first| first >> 13 == 1),
        IpAddr::V4(v4) => {
            let special = v4.is_private() || v4.is_link_local() || v4.is_loopback();
            let first = v4.octets()[0];
            !special && (1..224).contains(&first) && !service(address)
        }
    }
}

/// Whether an address is in the shared range 100.64.0.0/10, which load balancers send from.
pub(super) fn service(address: IpAddr) -> bool {
    matches!(address, IpAddr::V4(v4) if v4.octets()[0] == 100 && v4.octets()[1] >> 6 == 1)
}
