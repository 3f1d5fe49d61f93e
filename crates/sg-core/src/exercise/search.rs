//! Finds the exercise of a seed: draws scenarios until one is fit.

use crate::connectivity::{Edit, Endpoint, Flow, Packet, Verdict, evaluate};
use crate::goal::Traffic;
use crate::least_rules::{LeastRules, least_rules_within};
use crate::model::{NetworkInterfaceId, ProtocolFilter, Scenario, SecurityGroup};
use crate::quiz::Misconception;
use crate::quiz::draw::{self, place};
use crate::rng::SplitMix64;

use super::aim::{Aim, are_believed, are_met, believes};
use super::believed::believed;
use super::grade::{Grade, Weight};

/// The maximum number of scenarios drawn for an exercise. A search normally ends long before.
const MOST_DRAWN: u32 = 20_000;

/// For so many draws, only one way to fail is accepted: believing that the goals are met, or making an
/// edit that does not meet them. It is drawn first, so that both occur.
const PATIENCE: u32 = 120;

/// The maximum number of scenarios that the search for a solution tries. Published exercises depend on
/// it: a search that finds more within it must not find them for published numbers.
const MOST_TRIED: usize = 1_500;

/// The most edits that a solution takes.
const MOST_EDITS: usize = 3;

/// Makes the numbers of exercises other than those of quizzes with the same seed.
const SALT: u64 = 0x6578_6572_6369_7365;

/// What makes an exercise.
pub(super) struct Found {
    pub(super) scenario: Scenario,
    pub(super) aims: Vec<Aim>,
    pub(super) solution: LeastRules,
    pub(super) believed: Vec<Edit>,
    pub(super) weight: Weight,
}

/// What is drawn for one exercise.
struct Drawn {
    scenario: Scenario,
    aims: Vec<Aim>,
    believed: Vec<Edit>,
}

/// The first scenario drawn from a seed that is fit for an exercise.
pub(super) fn search(seed: u64, topic: Misconception, grade: Grade) -> Option<Found> {
    let mut rng = SplitMix64::new(seed ^ SALT);
    let acts = rng.happens(1, 2);
    for number in 0..MOST_DRAWN {
        let acts = (number < PATIENCE).then_some(acts);
        let drawn = draw(&mut rng, topic, grade, acts);
        if let Some(found) = drawn.and_then(|drawn| finished(topic, grade, drawn)) {
            return Some(found);
        }
    }
    None
}

/// A scenario with goals that a misconception fails; `None` if what is drawn is not fit.
fn draw(
    rng: &mut SplitMix64,
    topic: Misconception,
    grade: Grade,
    acts: Option<bool>,
) -> Option<Drawn> {
    let mut sketch = draw::sketch(rng, topic);
    let (rules, goals) = match grade {
        Grade::Easy => (0, 0),
        Grade::Medium => (1, place(rng, 2)),
        Grade::Hard => (2, 1 + place(rng, 2)),
    };
    draw::more_rules(rng, &mut sketch, rules);
    let groups = sketch.groups.len();
    let fits = match grade {
        Grade::Easy => groups <= 2,
        Grade::Medium => true,
        Grade::Hard => groups >= 2,
    };
    let (scenario, flow) = sketch.build().filter(|_| fits)?;
    let passes = evaluate(&scenario, &flow).verdict == Verdict::Pass;
    // The cheaper check first: whoever believes that every goal is met believes it of this one.
    let is_misled = believes(&scenario, &flow, topic) != passes;
    if acts == Some(false) && !is_misled || acts == Some(true) && is_misled && goals == 0 {
        return None;
    }
    let mut aims = vec![Aim::new(&scenario, &flow, !passes)?];
    for _ in 0..goals {
        aims.extend(another(rng, &scenario, &aims, topic));
    }
    if acts.is_some_and(|acts| acts == are_believed(&aims, &scenario, topic)) {
        return None;
    }
    let believed = believed(&scenario, &aims, topic)?;
    let after = Edit::apply_all(&believed, &scenario).ok()?;
    (!are_met(&aims, &after)).then_some(Drawn { scenario, aims, believed })
}

/// How many packets are tried to find another goal.
const TRIED: usize = 6;

/// Another goal about an end of the first one, which the misconception is right about: that
/// something stays as it is or, as often, that it changes.
fn another(
    rng: &mut SplitMix64,
    scenario: &Scenario,
    aims: &[Aim],
    topic: Misconception,
) -> Option<Aim> {
    let first = aims.first()?;
    let changes = rng.happens(1, 2);
    let flows = flows(scenario, &first.flow);
    for _ in 0..TRIED {
        let Some(flow) = flows.get(place(rng, flows.len())) else { continue };
        if aims.iter().any(|aim| aim.flow == *flow) {
            continue;
        }
        let passes = evaluate(scenario, flow).verdict == Verdict::Pass;
        if believes(scenario, flow, topic) != passes {
            continue;
        }
        if let Some(aim) = Aim::new(scenario, flow, passes != changes) {
            return Some(aim);
        }
    }
    None
}

/// Packets that have an end in common with a packet: between other ends, or to other ports.
fn flows(scenario: &Scenario, first: &Flow) -> Vec<Flow> {
    let mut packets = vec![first.packet];
    for rule in scenario.groups().flat_map(|group| &group.rules) {
        packets.extend(rule.spec.filters().filter_map(sample));
    }
    packets.dedup();
    let Flow { source, destination, .. } = first;
    let mut ends = vec![(source.clone(), destination.clone())];
    for interface in scenario.interfaces() {
        let Some(address) = interface.addresses.first() else { continue };
        let other = Endpoint::Interface { id: interface.id.clone(), address: *address };
        if other == *source || other == *destination {
            continue;
        }
        let internal = |end: &Endpoint| end.interface().is_some_and(|id| holds(scenario, id, end));
        if internal(destination) {
            ends.push((other.clone(), destination.clone()));
        }
        if internal(source) {
            ends.push((source.clone(), other));
        }
    }
    let with = |(source, destination): &(Endpoint, Endpoint)| {
        let (source, destination) = (source.clone(), destination.clone());
        packets.iter().map(move |packet| Flow {
            source: source.clone(),
            destination: destination.clone(),
            packet: *packet,
        })
    };
    ends.iter().flat_map(with).collect()
}

/// Whether an end is an interface by its private address.
fn holds(scenario: &Scenario, id: &NetworkInterfaceId, end: &Endpoint) -> bool {
    scenario.interface(id).is_some_and(|own| own.addresses.contains(&end.address()))
}

/// A packet that a rule names by its port.
fn sample(filter: ProtocolFilter) -> Option<Packet> {
    match filter {
        ProtocolFilter::Tcp(ports) if ports.destination.first() == ports.destination.last() => {
            Some(Packet::tcp(ports.destination.first()))
        }
        ProtocolFilter::Udp(ports) if ports.destination.first() == ports.destination.last() => {
            Some(Packet::udp(ports.destination.first()))
        }
        ProtocolFilter::Icmp => Some(Packet::Icmp),
        ProtocolFilter::Tcp(_)
        | ProtocolFilter::Udp(_)
        | ProtocolFilter::All
        | ProtocolFilter::Icmpv6
        | ProtocolFilter::Gre
        | ProtocolFilter::Number(_) => None,
    }
}

/// The exercise with its solution; `None` if it has none, or if finding one takes long.
fn finished(topic: Misconception, grade: Grade, drawn: Drawn) -> Option<Found> {
    let Drawn { scenario, aims, believed } = drawn;
    let distractors = distractors(&scenario, &aims, topic);
    let weight = |edits| Weight { edits, groups: scenario.groups().len(), distractors };
    // The search for a solution takes longest, so it comes last.
    if !(1..=MOST_EDITS).any(|edits| weight(edits).grade() == grade) {
        return None;
    }
    let goals: Vec<Traffic> = aims.iter().map(|aim| aim.goal.clone()).collect();
    let solution = least_rules_within(&scenario, &goals, MOST_TRIED).ok()?;
    let edits = solution.edits.len();
    let weight = weight(edits);
    let is_fit = solution.least && edits <= MOST_EDITS && weight.grade() == grade;
    if !is_fit || !are_met(&aims, &solution.after) {
        return None;
    }
    Some(Found { scenario, aims, solution, believed, weight })
}

/// The number of rules without which nobody would answer any goal otherwise.
fn distractors(scenario: &Scenario, aims: &[Aim], topic: Misconception) -> usize {
    let answers = |scenario: &Scenario| -> Vec<(bool, bool)> {
        let answer = |aim: &Aim| {
            let passes = evaluate(scenario, &aim.flow).verdict == Verdict::Pass;
            (passes, believes(scenario, &aim.flow, topic))
        };
        aims.iter().map(answer).collect()
    };
    let before = answers(scenario);
    let rules = |group: &SecurityGroup| {
        let edits = group
            .rules
            .iter()
            .map(|rule| Edit::RemoveRule { group: group.id.clone(), rule: rule.id.clone() });
        edits.collect::<Vec<_>>()
    };
    let removals = scenario.groups().flat_map(|group| rules(group));
    let distracts = |edit: &Edit| edit.apply(scenario).is_ok_and(|less| answers(&less) == before);
    removals.filter(distracts).count()
}
