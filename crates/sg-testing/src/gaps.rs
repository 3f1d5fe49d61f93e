//! Random scenarios of which not everything is known, and complete scenarios that they may stand
//! for.

use std::net::IpAddr;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;

use sg_core::connectivity::{Endpoint, Flow};
use sg_core::model::*;

use crate::random_scenario::{Loose, group_id, loose_rule, scenario};

/// The group of another account in a scenario of [`gappy`], if there is one.
const FOREIGN: usize = 2;

/// A part of a random scenario that is not known.
#[derive(Debug, Clone)]
enum Gap {
    /// A rule, and which of its parts are known.
    Rule(Loose, [bool; 5]),
    MoreRules(usize),
    Policy(usize),
    Entries,
    Foreign,
    Routes,
    /// Whether the VPC at this position has SNAT.
    Snat(usize),
    /// The interface at this position stands for any member of its groups.
    Example(usize),
    /// The interface at this position belongs to a load balancer.
    Balancer(usize),
    /// The first interfaces have a prefix, and one of them a second public address: nothing that is
    /// not known, but what few scenarios have.
    MoreAddresses,
}

fn gap() -> impl Strategy<Value = Gap> {
    prop_oneof![
        6 => (loose_rule(), prop::array::uniform5(prop::bool::weighted(0.7)))
            .prop_map(|(rule, known)| Gap::Rule(rule, known)),
        1 => (0..5usize).prop_map(Gap::MoreRules),
        2 => (0..3usize).prop_map(Gap::Policy),
        1 => Just(Gap::Entries),
        1 => Just(Gap::Foreign),
        1 => Just(Gap::Routes),
        2 => (0..2usize).prop_map(Gap::Snat),
        1 => select(&[0usize, 1, 2, 4][..]).prop_map(Gap::Example),
        1 => select(&[0usize, 1, 2, 4][..]).prop_map(Gap::Balancer),
        1 => Just(Gap::MoreAddresses),
    ]
}

/// A scenario with up to five parts that are not known.
pub fn gappy() -> impl Strategy<Value = Scenario> {
    (scenario(), prop::collection::vec(gap(), 0..6))
        .prop_map(|(scenario, gaps)| gaps.into_iter().fold(scenario, |all, gap| with(&all, gap)))
}

/// Outside blocks of which the rules of a random scenario match parts.
const MIXED: [&str; 5] =
    ["198.51.100.0/23", "203.0.113.0/28", "198.0.0.0/7", "2400:3200::/31", "192.168.0.0/15"];

/// A scenario, complete or not, with outside blocks whose addresses often get different answers.
pub fn mixed() -> impl Strategy<Value = Scenario> {
    prop_oneof![scenario(), gappy()].prop_map(|scenario| {
        MIXED.iter().fold(scenario, |scenario, block| {
            let name = format!("mixed {block}");
            let outside = OutsideAddress { name, block: block.parse().unwrap() };
            scenario.edited(|draft| draft.outside.push(outside)).unwrap()
        })
    })
}

fn with(scenario: &Scenario, gap: Gap) -> Scenario {
    let edited = scenario.edited(|draft| {
        let mut unread = |group: usize, change: &dyn Fn(&mut Unread)| {
            let group = draft.groups.get_mut(&group_id(group)).unwrap();
            change(&mut Arc::make_mut(group).unread);
        };
        match gap {
            Gap::Rule((group, rule), known) => {
                let rule = Arc::new(unread_rule(&rule.spec, known));
                unread(group, &|all| all.rules.push(Arc::clone(&rule)));
            }
            Gap::MoreRules(group) => unread(group, &|all| all.more_rules = true),
            Gap::Policy(group) => unread(group, &|all| all.policy = true),
            Gap::Entries => {
                let list = draft.prefix_lists.values_mut().next().unwrap();
                Arc::make_mut(list).unread_entries = true;
            }
            Gap::Foreign => {
                let group = draft.groups.get_mut(&group_id(FOREIGN)).unwrap();
                Arc::make_mut(group).owner = Some("1000000000000009".to_owned());
            }
            Gap::Routes => draft.unread_routes = true,
            Gap::Snat(place) => {
                let (_, vpc) = draft.vpcs.get_index_mut(place).unwrap();
                Arc::make_mut(vpc).snat = None;
            }
            Gap::Balancer(place) => {
                let holder = Holder::Service { product: Product::Alb, name: String::new() };
                hold(draft, place, holder);
            }
            Gap::Example(place) => hold(draft, place, Holder::Example),
            Gap::MoreAddresses => more_addresses(draft),
        }
    });
    edited.unwrap_or_else(|_| scenario.clone())
}

/// Takes an interface from its instance, if the instance has another one or none but it, and gives
/// it to a holder.
fn hold(draft: &mut ScenarioDraft, place: usize, holder: Holder) {
    let Some(id) = draft.interfaces.get_index(place).map(|(id, _)| id.clone()) else { return };
    for instance in draft.instances.values_mut() {
        Arc::make_mut(instance).interfaces.retain(|own| *own != id);
    }
    draft.instances.retain(|_, instance| !instance.interfaces.is_empty());
    let interface = Arc::make_mut(draft.interfaces.get_mut(&id).unwrap());
    interface.holder = Some(holder);
}

/// Gives each interface of the first VPC a prefix, and the first of several private addresses a
/// public one of its own.
fn more_addresses(draft: &mut ScenarioDraft) {
    for (place, interface) in draft.interfaces.values_mut().enumerate() {
        let interface = Arc::make_mut(interface);
        if interface.vpc.as_str() != "vpc-1" {
            continue;
        }
        interface.more.prefixes.push(format!("10.0.{}.0/28", 1 + place).parse().unwrap());
        let second = interface.addresses.iter().filter(|ip| ip.is_ipv4()).nth(1);
        if let Some(private) = second.copied() {
            let public = format!("203.0.113.{}", 200 + place).parse().unwrap();
            interface.more.public.push(NatAddress { public, private });
        }
    }
}

fn unread_rule(spec: &RuleSpec, known: [bool; 5]) -> UnreadRule {
    let [direction, policy, priority, protocol, peer] = known;
    UnreadRule {
        place: "reply.json:1".to_owned(),
        value: "?".to_owned(),
        direction: direction.then_some(spec.direction),
        policy: policy.then_some(spec.policy),
        priority: priority.then_some(spec.priority),
        protocol: protocol.then_some(spec.protocol),
        peer: peer.then(|| spec.peer.clone()),
    }
}

/// How a completion fills a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// Everything that is not known allows what it can and blocks nothing.
    Best,
    /// Everything that is not known blocks what it can and allows nothing.
    Worst,
}

/// The complete scenario in which everything that is not known is as good or as bad for one flow as
/// it can be.
pub fn extreme(scenario: &Scenario, fill: Fill, flow: &Flow) -> Scenario {
    let wanted = if fill == Fill::Best { RulePolicy::Accept } else { RulePolicy::Drop };
    complete(
        scenario,
        flow,
        &mut |policies| policies.contains(&wanted).then_some((wanted, Priority::STRONGEST)),
        fill == Fill::Best,
    )
}

/// A complete scenario that this one may stand for: each choice takes the next of `bits`.
pub fn completion(scenario: &Scenario, flow: &Flow, bits: u64) -> Scenario {
    let mut next = bits;
    let mut take = |count: u64| {
        let taken = next % count;
        next = (next / count) ^ next.rotate_left(17);
        taken
    };
    let good = take(2) == 0;
    complete(
        scenario,
        flow,
        &mut |policies| {
            let policy = *policies.get(usize::try_from(take(2)).unwrap() % policies.len())?;
            let priority = Priority::new(1 + u8::try_from(take(4)).unwrap()).unwrap();
            (take(3) > 0).then_some((policy, priority))
        },
        good,
    )
}

/// Decides how one rule that may exist does exist: its action, of those possible, and its priority
/// if that is not known; `None` if it does not match.
type Choose<'a> = dyn FnMut(&[RulePolicy]) -> Option<(RulePolicy, Priority)> + 'a;

/// The address of the sender that the receiver sees: the public one, if the packet goes to a public
/// address of an interface.
fn seen_source(scenario: &Scenario, flow: &Flow) -> IpAddr {
    let address = flow.source.address();
    let interface = |end: &Endpoint| end.interface().and_then(|id| scenario.interface(id));
    let to_public = interface(&flow.destination)
        .is_some_and(|own| own.public_addresses().any(|it| it == flow.destination.address()));
    let public = interface(&flow.source).and_then(|own| own.public_for(address));
    public.filter(|_| to_public).unwrap_or(address)
}

fn complete(scenario: &Scenario, flow: &Flow, choose: &mut Choose<'_>, good: bool) -> Scenario {
    let mut parts = scenario.parts().clone();
    let ends = [seen_source(scenario, flow), flow.destination.address()];
    let mut fresh = 0;
    for group in parts.groups.values_mut() {
        let group = Arc::make_mut(group);
        let unread = std::mem::take(&mut group.unread);
        if unread.policy && group.group_type != GroupType::Advanced {
            let policy = if good { InnerAccessPolicy::Accept } else { InnerAccessPolicy::Drop };
            group.group_type = GroupType::Basic(policy);
        }
        let mut add = |spec: RuleSpec| {
            fresh += 1;
            group.rules.push(Arc::new(Rule {
                id: RuleId::parse(&format!("sgr-completed-{fresh}")).unwrap(),
                created: Timestamp::from_unix_seconds(0),
                description: String::new(),
                spec,
            }));
        };
        let maybe = unread.rules.iter().map(|rule| (**rule).clone());
        let more = unread.more_rules.then(|| [UnreadRule::default(), UnreadRule::default()]);
        for rule in maybe.chain(more.into_iter().flatten()) {
            fill(scenario, &rule, ends, choose, &mut add);
        }
    }
    peers(scenario, &mut parts, ends, choose);
    for list in parts.prefix_lists.values_mut() {
        Arc::make_mut(list).unread_entries = false;
    }
    for group in parts.groups.values_mut() {
        Arc::make_mut(group).owner = None;
    }
    for vpc in parts.vpcs.values_mut() {
        let vpc = Arc::make_mut(vpc);
        vpc.snat = vpc.snat.or(Some(good));
    }
    for (place, interface) in parts.interfaces.values_mut().enumerate() {
        publish(Arc::make_mut(interface), place, good);
    }
    if std::mem::take(&mut parts.unread_routes) && good {
        let ids: Vec<VpcId> = parts.vpcs.keys().cloned().collect();
        if let [a, b] = ids.as_slice() {
            parts.routes.push(Route { a: a.clone(), b: b.clone() });
        }
    }
    Scenario::new(parts).unwrap()
}

/// Gives an interface that may have public addresses one for each private one.
fn publish(interface: &mut NetworkInterface, place: usize, good: bool) {
    let may = match &interface.holder {
        Some(Holder::Example) => true,
        Some(Holder::Service { product, .. }) => {
            !matches!(product, Product::Eci | Product::FunctionCompute | Product::Terway)
        }
        Some(Holder::Nothing) | None => false,
    };
    if !may || !good {
        return;
    }
    let private: Vec<IpAddr> =
        interface.addresses.iter().copied().filter(IpAddr::is_ipv4).collect();
    for (number, private) in private.into_iter().enumerate() {
        if interface.public_for(private).is_none() {
            let public = format!("192.0.2.{}", 10 * place + number).parse().unwrap();
            interface.more.public.push(NatAddress { public, private });
        }
    }
}

/// Adds the rules that stand for one that is not known completely.
fn fill(
    scenario: &Scenario,
    rule: &UnreadRule,
    ends: [IpAddr; 2],
    choose: &mut Choose<'_>,
    add: &mut dyn FnMut(RuleSpec),
) {
    let both = [RulePolicy::Accept, RulePolicy::Drop];
    let policies: Vec<_> =
        both.into_iter().filter(|p| rule.policy.is_none_or(|q| q == *p)).collect();
    let ways = [Direction::Ingress, Direction::Egress];
    for direction in ways.into_iter().filter(|way| rule.direction.is_none_or(|own| own == *way)) {
        let Some((policy, priority)) = choose(&policies) else { continue };
        let protocol = rule.protocol.unwrap_or(ProtocolFilter::All);
        let family = protocol.family();
        let remotes: Vec<Peer> = match &rule.peer {
            Some(peer) => remotes(scenario, peer, ends, choose),
            None => ["0.0.0.0/0", "::/0"].map(|block| Peer::Cidr(block.parse().unwrap())).into(),
        };
        for peer in remotes {
            let fits = match &peer {
                Peer::Cidr(block) => {
                    family.is_none_or(|family| family == AddressFamily::of_block(block))
                }
                Peer::Group(_) | Peer::PrefixList(_) => family != Some(AddressFamily::V6),
            };
            if fits {
                let priority = rule.priority.unwrap_or(priority);
                add(RuleSpec {
                    direction,
                    policy,
                    priority,
                    protocol,
                    peer,
                    local_cidr: None,
                    port_list: None,
                });
            }
        }
    }
}

/// The peers that one peer may stand for. A group may not be able to name another one, so that its
/// members are named by their addresses.
fn remotes(
    scenario: &Scenario,
    peer: &Peer,
    ends: [IpAddr; 2],
    choose: &mut Choose<'_>,
) -> Vec<Peer> {
    let host = |address: IpAddr| Peer::Cidr(IpNet::from(address));
    let both = [RulePolicy::Accept, RulePolicy::Drop];
    match peer {
        Peer::Cidr(_) => vec![peer.clone()],
        Peer::Group(id) => {
            let members = scenario.members(id).flat_map(|eni| {
                let addresses = eni.addresses.iter().copied().map(IpNet::from);
                addresses.chain(eni.more.prefixes.iter().copied())
            });
            let mut all: Vec<Peer> = members.map(Peer::Cidr).collect();
            if scenario.group(id).is_none_or(|group| group.owner.is_some())
                && choose(&both).is_some()
            {
                all.extend(ends.into_iter().filter(|ip| stranger(scenario, *ip)).map(host));
            }
            all
        }
        Peer::PrefixList(id) => {
            let Some(list) = scenario.prefix_list(id) else { return Vec::new() };
            let mut all: Vec<Peer> = list.blocks.iter().map(|block| Peer::Cidr(*block)).collect();
            if list.unread_entries && choose(&both).is_some() {
                all.extend(ends.into_iter().filter(IpAddr::is_ipv4).map(host));
            }
            all
        }
    }
}

/// Adds a rule for each one that may match an end of the flow as a member or an entry.
fn peers(
    scenario: &Scenario,
    parts: &mut ScenarioDraft,
    ends: [IpAddr; 2],
    choose: &mut Choose<'_>,
) {
    let mut fresh = 0;
    for group in parts.groups.values_mut() {
        let known: Vec<Arc<Rule>> = group.rules.clone();
        for rule in known {
            let possible: Vec<IpAddr> = match &rule.spec.peer {
                Peer::Group(id) if scenario.group(id).is_some_and(|g| g.owner.is_some()) => {
                    ends.into_iter().filter(|ip| stranger(scenario, *ip)).collect()
                }
                Peer::PrefixList(id) if scenario.prefix_list(id).unwrap().unread_entries => {
                    ends.into_iter().filter(IpAddr::is_ipv4).collect()
                }
                _ => continue,
            };
            for address in possible {
                let family = rule.spec.protocol.family();
                let own = rule.spec.local_cidr.as_ref().map(AddressFamily::of_block);
                let fits = |want: Option<AddressFamily>| {
                    want.is_none_or(|family| family == AddressFamily::of(address))
                };
                if !fits(family) || !fits(own) || choose(&[rule.spec.policy]).is_none() {
                    continue;
                }
                fresh += 1;
                let mut more = Rule::clone(&rule);
                more.id = RuleId::parse(&format!("sgr-peer-{fresh}")).unwrap();
                more.spec.peer = Peer::Cidr(IpNet::from(address));
                Arc::make_mut(group).rules.push(Arc::new(more));
            }
        }
    }
}

/// Whether an address may belong to a member of a group of another account: private, and of no
/// interface of this one.
fn stranger(scenario: &Scenario, address: IpAddr) -> bool {
    let public = match address {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            let shared = a == 100 && (64..128).contains(&b);
            !(v4.is_private() || v4.is_link_local() || shared || a == 0 || a == 127 || a >= 224)
        }
        IpAddr::V6(v6) => v6.segments()[0] & 0xe000 == 0x2000,
    };
    let ours = |eni: &Arc<NetworkInterface>| {
        eni.addresses.contains(&address)
            || eni.more.prefixes.iter().any(|block| block.contains(&address))
    };
    !public && !scenario.interfaces().any(ours)
}
