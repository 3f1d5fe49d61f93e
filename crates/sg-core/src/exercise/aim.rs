//! A goal about one packet between two ends, any source port.

use crate::connectivity::{
    End, Endpoint, Evaluation, Flow, Packet, PacketSet, Path, Verdict, evaluate,
};
use crate::explain::end_label;
use crate::goal::{Directory, Expect, Traffic, text};
use crate::language::Language;
use crate::model::{PortRange, Scenario};
use crate::quiz::{Misconception, passes, settled};

/// A goal of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    /// The packet. No rule that an exercise has or needs distinguishes source ports, so it stands
    /// for those from all of them.
    pub flow: Flow,
    /// Whether it is to pass.
    pub passes: bool,
    /// The goal as it is judged.
    pub goal: Traffic,
    ends: (End, End),
    to_address: bool,
}

impl Aim {
    /// The goal that a packet passes, or does not; `None` if its ends have no names, or if the answer
    /// about it is not [settled].
    pub(super) fn new(scenario: &Scenario, flow: &Flow, passes: bool) -> Option<Self> {
        let truth = evaluate(scenario, flow);
        if !settled(&truth) {
            return None;
        }
        let to_address = matches!(truth.path, Path::Public { .. });
        let ends = (end(scenario, &flow.source)?, end(scenario, &flow.destination)?);
        let mut directory = Directory::new(scenario);
        let from = name(&directory, scenario, &ends.0);
        let to = match to_address {
            true => flow.destination.address().to_string(),
            false => name(&directory, scenario, &ends.1),
        };
        let expect = if passes { Expect::Pass } else { Expect::Blocked };
        let packets = Some(vec![from_any_port(flow.packet)]);
        let goal = Traffic { from, to, packets, expect };
        let is_met = goal.wrong(scenario, &mut directory).is_none();
        let aim = Self { flow: flow.clone(), passes, goal, ends, to_address };
        (is_met == aim.is_met_by(&truth)).then_some(aim)
    }

    /// Whether an evaluation of its packet is what it demands.
    fn is_met_by(&self, truth: &Evaluation) -> bool {
        (truth.verdict == Verdict::Pass) == self.passes
    }

    /// The ends, as ends of a matrix cell.
    pub const fn ends(&self) -> &(End, End) {
        &self.ends
    }

    /// The goal as a sentence.
    pub fn name(&self, scenario: &Scenario, language: Language) -> String {
        let from = end_label(scenario, &self.ends.0, language);
        let to = end_label(scenario, &self.ends.1, language);
        let to = match self.to_address {
            true => text::ADDRESS_OF.fill(language, &[("address", &self.goal.to), ("end", &to)]),
            false => to,
        };
        Traffic { from, to, ..self.goal.clone() }.name(language)
    }
}

/// Whether a scenario meets every goal, on all packets.
pub(super) fn are_met(aims: &[Aim], scenario: &Scenario) -> bool {
    let mut directory = Directory::new(scenario);
    aims.iter().all(|aim| aim.goal.wrong(scenario, &mut directory).is_none())
}

/// Whether somebody with a misconception believes that a scenario meets every goal.
pub(super) fn are_believed(aims: &[Aim], scenario: &Scenario, topic: Misconception) -> bool {
    aims.iter().all(|aim| believes(scenario, &aim.flow, topic) == aim.passes)
}

/// Whether somebody with a misconception expects a packet to pass.
pub(super) fn believes(scenario: &Scenario, flow: &Flow, topic: Misconception) -> bool {
    passes(scenario, flow, &[topic])
}

fn end(scenario: &Scenario, endpoint: &Endpoint) -> Option<End> {
    match endpoint {
        Endpoint::Interface { id, .. } => Some(End::Interface(id.clone())),
        Endpoint::Outside { address } => {
            let mut outside = scenario.outside().iter();
            let block = outside.find(|outside| outside.block.contains(address))?;
            Some(End::Outside(block.name.clone()))
        }
    }
}

/// The name by which a goal finds an end.
fn name(directory: &Directory<'_>, scenario: &Scenario, end: &End) -> String {
    match end {
        End::Interface(id) => {
            let label = end_label(scenario, end, Language::En);
            if directory.find(&label).is_ok() { label } else { id.to_string() }
        }
        End::Outside(name) => name.clone(),
    }
}

const fn from_any_port(packet: Packet) -> PacketSet {
    match PacketSet::single(packet) {
        PacketSet::Tcp { destination, .. } => {
            PacketSet::Tcp { source: PortRange::ALL, destination }
        }
        PacketSet::Udp { destination, .. } => {
            PacketSet::Udp { source: PortRange::ALL, destination }
        }
        other
        @ (PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre | PacketSet::Other { .. }) => other,
    }
}
