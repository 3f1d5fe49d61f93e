//! Draws small random scenarios, close enough to the packet in question that rules matter.

use crate::connectivity::Packet;
use crate::model::{
    Direction, GroupType, InnerAccessPolicy, Port, PortFilter, PortRange, Priority, ProtocolFilter,
    RulePolicy,
};
use crate::rng::SplitMix64;

use super::Misconception;
use super::sketch::{Card, Group, Line, Object, Path, Sketch};

const NAMES: [[&str; 3]; 4] = [
    ["ecs1", "ecs2", "ecs3"],
    ["web", "db", "cache"],
    ["shop", "stock", "audit"],
    ["jump", "app", "log"],
];

const PORTS: [Option<Port>; 5] =
    [Port::new(22), Port::new(80), Port::new(443), Port::new(3306), Port::new(6379)];

const PRIORITIES: [u8; 4] = [1, 10, 50, 100];

/// A sketch of up to three groups, four interfaces and four rules, with a path on which the
/// misconception matters.
pub(crate) fn sketch(rng: &mut SplitMix64, topic: Misconception) -> Sketch {
    let path = path(rng, topic);
    let packet = packet(rng);
    let groups: Vec<Group> =
        (0..=2).take(1 + place(rng, 3)).map(|key| group(rng, key, topic)).collect();
    let ends = if matches!(path, Path::Internal | Path::Public) { 2 } else { 1 };
    let mut cards: Vec<Card> = (0..ends).map(|instance| card(rng, instance, &groups)).collect();
    for _ in 0..place(rng, 3) {
        let instance = place(rng, 3);
        cards.push(card(rng, instance, &groups));
    }
    let names = rng.pick(&NAMES).unwrap_or(["ecs1", "ecs2", "ecs3"]);
    let mut sketch = Sketch { path, packet, groups, cards, names };
    let rules = place(rng, 5);
    more_rules(rng, &mut sketch, rules);
    sketch
}

/// Adds rules, each to a random group.
pub(crate) fn more_rules(rng: &mut SplitMix64, sketch: &mut Sketch, count: usize) {
    for _ in 0..count {
        let at = place(rng, sketch.groups.len());
        let line = line(rng, sketch, at);
        if let Some(group) = sketch.groups.get_mut(at) {
            group.rules.push(line);
        }
    }
}

/// A random index below a small limit.
pub(crate) fn place(rng: &mut SplitMix64, limit: usize) -> usize {
    let limit = u32::try_from(limit).unwrap_or_default();
    usize::try_from(rng.below(limit)).unwrap_or_default()
}

fn port(rng: &mut SplitMix64) -> Port {
    rng.pick(&PORTS).flatten().unwrap_or(Port::MIN)
}

fn packet(rng: &mut SplitMix64) -> Packet {
    match rng.below(8) {
        0 => Packet::Icmp,
        1 => Packet::udp(Port::new(53).unwrap_or(Port::MIN)),
        _ => Packet::tcp(port(rng)),
    }
}

/// Misconceptions about membership need the internal path, and those about members' public
/// addresses need the public one.
fn path(rng: &mut SplitMix64, topic: Misconception) -> Path {
    let any = [Path::Internal, Path::Internal, Path::Public, Path::Outbound, Path::Inbound];
    let paths: &[Path] = match topic {
        Misconception::GroupsMeanPublic => &[Path::Public],
        Misconception::DropBeatsMembership
        | Misconception::IsolationDenies
        | Misconception::PerInstance
        | Misconception::Transitive
        | Misconception::OpensBothWays => &[Path::Internal],
        Misconception::AdvancedLetsOut => &[Path::Internal, Path::Public, Path::Outbound],
        Misconception::TopToBottom
        | Misconception::NoDropRules
        | Misconception::DropAlwaysWins
        | Misconception::RepliesNeedRules
        | Misconception::LargerWins => &any,
    };
    rng.pick(paths).unwrap_or(Path::Internal)
}

fn group(rng: &mut SplitMix64, key: u8, topic: Misconception) -> Group {
    let advanced = if topic == Misconception::AdvancedLetsOut { 6 } else { 1 };
    let group_type = match rng.below(6 + advanced) {
        0..=2 => GroupType::Basic(InnerAccessPolicy::Accept),
        3..=5 => GroupType::Basic(InnerAccessPolicy::Drop),
        _ => GroupType::Advanced,
    };
    Group { key, group_type, rules: Vec::new() }
}

/// An interface in one group, and possibly in more groups of the same type.
fn card(rng: &mut SplitMix64, instance: usize, groups: &[Group]) -> Card {
    let first = groups.get(place(rng, groups.len()));
    let mut keys: Vec<u8> = first.into_iter().map(|group| group.key).collect();
    for group in groups {
        let fits = first.is_some_and(|first| first.group_type.mixes_with(group.group_type));
        if fits && !keys.contains(&group.key) && rng.happens(2, 5) {
            keys.push(group.key);
        }
    }
    Card { instance, groups: keys }
}

fn line(rng: &mut SplitMix64, sketch: &Sketch, at: usize) -> Line {
    let direction = if rng.happens(3, 4) { Direction::Ingress } else { Direction::Egress };
    let policy = if rng.happens(1, 2) { RulePolicy::Accept } else { RulePolicy::Drop };
    let priority = rng.pick(&PRIORITIES).and_then(|number| Priority::new(number).ok());
    Line {
        direction,
        policy,
        priority: priority.unwrap_or(Priority::STRONGEST),
        protocol: protocol(rng, sketch.packet),
        object: object(rng, sketch, at),
    }
}

/// Usually the packet's protocol, sometimes all protocols, sometimes a different one.
fn protocol(rng: &mut SplitMix64, packet: Packet) -> ProtocolFilter {
    let to = |port| PortFilter::to(PortRange::single(port));
    match (rng.below(6), packet) {
        (0, _) => ProtocolFilter::All,
        (1, _) => ProtocolFilter::Tcp(to(port(rng))),
        (2, Packet::Tcp { .. }) => ProtocolFilter::Tcp(PortFilter::to(PortRange::ALL)),
        (_, Packet::Tcp { destination_port, .. }) => ProtocolFilter::Tcp(to(destination_port)),
        (_, Packet::Udp { destination_port, .. }) => ProtocolFilter::Udp(to(destination_port)),
        (_, Packet::Icmp | Packet::Icmpv6 | Packet::Gre | Packet::Other(_)) => ProtocolFilter::Icmp,
    }
}

fn object(rng: &mut SplitMix64, sketch: &Sketch, at: usize) -> Object {
    let own = sketch.groups.get(at);
    // Skips what the API refuses: a group that references itself, and advanced groups as peers or
    // with group peers.
    let basic = |group: &&Group| matches!(group.group_type, GroupType::Basic(_));
    let others: Vec<u8> = sketch
        .groups
        .iter()
        .filter(basic)
        .filter(|group| own.is_some_and(|own| basic(&own) && own.key != group.key))
        .map(|group| group.key)
        .collect();
    match (rng.below(8), rng.pick(&others)) {
        (0..=2, Some(key)) => Object::Group(key),
        (3, _) => Object::Vpc,
        (4 | 5, _) => Object::End(place(rng, 2)),
        (0..=2, None) | (6.., _) => Object::Anyone,
    }
}
