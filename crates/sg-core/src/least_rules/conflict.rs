//! Two goals that demand opposite verdicts of one packet.

use crate::connectivity::{Flow, PacketSet, evaluate};
use crate::goal::packets::without;
use crate::goal::{Directory, Expect, Place, Selection, Traffic};
use crate::model::{PortRange, Scenario};

use super::unmet::Unmet;

/// Every packet, as sets.
const ALL: [PacketSet; 6] = [
    PacketSet::Tcp { source: PortRange::ALL, destination: PortRange::ALL },
    PacketSet::Udp { source: PortRange::ALL, destination: PortRange::ALL },
    PacketSet::Icmp,
    PacketSet::Icmpv6,
    PacketSet::Gre,
    PacketSet::Other { first: u8::MIN, last: u8::MAX },
];

/// The first two goals of which one demands that a packet passes and the other that it is blocked.
pub(super) fn conflict(scenario: &Scenario, goals: &[Traffic]) -> Option<Unmet> {
    let directory = Directory::new(scenario);
    let sides = |goal: &Traffic| {
        Some([directory.select(&goal.from).ok()?, directory.select(&goal.to).ok()?])
    };
    let sides: Vec<Option<[Selection; 2]>> = goals.iter().map(sides).collect();
    for (passes, goal) in goals.iter().enumerate() {
        for (blocked, other) in goals.iter().enumerate() {
            let (Some(Some(own)), Some(Some(its))) = (sides.get(passes), sides.get(blocked)) else {
                continue;
            };
            let Some(packets) = common(&passing(goal), &blocking(other)) else { continue };
            if let Some(flow) = packet(scenario, &directory, (own, its), &packets) {
                return Some(Unmet::Contradiction { passes, blocked, flow });
            }
        }
    }
    None
}

/// The packets that a goal demands to pass.
fn passing(goal: &Traffic) -> Vec<PacketSet> {
    match goal.expect {
        Expect::Blocked => Vec::new(),
        Expect::Pass | Expect::PassOnly => goal.packets.clone().unwrap_or_else(|| ALL.to_vec()),
    }
}

/// The packets that a goal demands to be blocked.
fn blocking(goal: &Traffic) -> Vec<PacketSet> {
    match (goal.expect, &goal.packets) {
        (Expect::Pass, _) | (Expect::PassOnly, None) => Vec::new(),
        (Expect::Blocked, packets) => packets.clone().unwrap_or_else(|| ALL.to_vec()),
        (Expect::PassOnly, Some(named)) => {
            ALL.into_iter().flat_map(|set| without(set, named)).collect()
        }
    }
}

fn common(a: &[PacketSet], b: &[PacketSet]) -> Option<Vec<PacketSet>> {
    let common = a.iter().flat_map(|a| b.iter().filter_map(|b| a.intersection(b)));
    let common: Vec<PacketSet> = common.collect();
    (!common.is_empty()).then_some(common)
}

/// A packet between ends that both goals are about.
fn packet(
    scenario: &Scenario,
    directory: &Directory<'_>,
    (own, its): (&[Selection; 2], &[Selection; 2]),
    packets: &[PacketSet],
) -> Option<Flow> {
    let [own_from, own_to] = own;
    let [its_from, its_to] = its;
    let senders = shared(scenario, own_from, its_from);
    let receivers = shared(scenario, own_to, its_to);
    for from in &senders {
        for to in receivers.iter().filter(|to| *to != from) {
            for set in packets {
                let sample = set.sample();
                let ends = directory.endpoints(from, to, sample.family());
                let Some((source, destination)) = ends else { continue };
                let flow = Flow { source, destination, packet: sample };
                let decider = evaluate(scenario, &flow).decider;
                // A packet that no group judges is nothing that goals could disagree about.
                if !decider.is_outside_the_model() {
                    return Some(flow);
                }
            }
        }
    }
    None
}

/// The ends that two selections have in common.
fn shared(scenario: &Scenario, a: &Selection, b: &Selection) -> Vec<Place> {
    let block = |name: &str| {
        let known = scenario.outside().iter().find(|outside| outside.name == name);
        known.map(|known| known.block)
    };
    let excepted = |place: &Place| {
        let within = |selection: &Selection| {
            let block = match place {
                Place::Block(name) => block(name),
                Place::Address(address) => Some((*address).into()),
                Place::Interface(_) | Place::InterfaceAt(..) => None,
            };
            let except = &selection.except;
            block.is_some_and(|own| {
                except.iter().any(|except| except.contains(&own) || own.contains(except))
            })
        };
        within(a) || within(b)
    };
    let both = |a: &Place, b: &Place| match (a, b) {
        (a, b) if a == b => Some(a.clone()),
        (Place::Block(a), Place::Block(b)) => {
            let (own, its) = (block(a)?, block(b)?);
            match (own.contains(&its), its.contains(&own)) {
                (true, _) => Some(Place::Block(b.clone())),
                (_, true) => Some(Place::Block(a.clone())),
                (false, false) => None,
            }
        }
        (Place::Block(name), address @ Place::Address(own))
        | (address @ Place::Address(own), Place::Block(name)) => {
            block(name)?.contains(own).then(|| address.clone())
        }
        _ => None,
    };
    let pairs = a.places.iter().flat_map(|own| b.places.iter().filter_map(|its| both(own, its)));
    pairs.filter(|place| !excepted(place)).collect()
}
