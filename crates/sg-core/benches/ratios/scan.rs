//! An optimised linear scan as a baseline: each interface's rules are merged and sorted in advance,
//! then tried one by one for every query. Supports private addresses of a single VPC only, which is
//! all that the queries use.

use std::sync::Arc;

use sg_core::connectivity::{Endpoint, Packet};
use sg_core::model::*;

pub(crate) struct Scan<'a> {
    scenario: &'a Scenario,
    /// The outbound and inbound rules of each interface, strongest first.
    lists: Vec<[Vec<&'a Arc<Rule>>; 2]>,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(scenario: &'a Scenario) -> Self {
        let list = |interface: &NetworkInterface, direction| {
            let groups = interface.groups.iter().filter_map(|id| scenario.group(id));
            let mut rules: Vec<&Arc<Rule>> =
                groups.flat_map(move |group| group.rules_of(direction)).collect();
            rules.sort_by_key(|rule| (rule.spec.priority, rule.spec.policy));
            rules
        };
        let lists = scenario
            .interfaces()
            .map(|eni| [list(eni, Direction::Egress), list(eni, Direction::Ingress)])
            .collect();
        Self { scenario, lists }
    }

    /// The verdict and the rule it rests on.
    pub(crate) fn decide(
        &self,
        source: &Endpoint,
        destination: &Endpoint,
        packet: Packet,
    ) -> (bool, Option<&'a Arc<Rule>>) {
        let find = |end: &Endpoint| self.scenario.parts().interfaces.get_full(end.interface()?);
        let (Some((from, _, sender)), Some((to, _, receiver))) = (find(source), find(destination))
        else {
            return (false, None);
        };
        if from == to {
            return (true, None);
        }
        let connects = |id: &&SecurityGroupId| {
            receiver.groups.contains(*id)
                && self.scenario.group(id).is_some_and(|group| {
                    group.group_type == GroupType::Basic(InnerAccessPolicy::Accept)
                })
        };
        if sender.groups.iter().any(|id| connects(&id)) {
            return (true, None);
        }
        let first = |host: usize, side: usize, remote: &NetworkInterface, end: &Endpoint| {
            let list = self.lists.get(host).unwrap().get(side).unwrap();
            list.iter().copied().find(|rule| matches(rule, remote, end, packet))
        };
        let out = first(from, 0, receiver, destination);
        if out.is_some_and(|rule| rule.spec.policy == RulePolicy::Drop) {
            return (false, out);
        }
        let into = first(to, 1, sender, source);
        (into.is_some_and(|rule| rule.spec.policy == RulePolicy::Accept), into)
    }
}

fn matches(rule: &Rule, remote: &NetworkInterface, end: &Endpoint, packet: Packet) -> bool {
    let protocol = match (rule.spec.protocol, packet) {
        (ProtocolFilter::All, _)
        | (ProtocolFilter::Icmp, Packet::Icmp)
        | (ProtocolFilter::Icmpv6, Packet::Icmpv6)
        | (ProtocolFilter::Gre, Packet::Gre) => true,
        (ProtocolFilter::Tcp(ports), Packet::Tcp { source_port, destination_port })
        | (ProtocolFilter::Udp(ports), Packet::Udp { source_port, destination_port }) => {
            ports.destination.contains(destination_port) && ports.source.contains(source_port)
        }
        (ProtocolFilter::Number(a), Packet::Other(b)) => a == b,
        _ => false,
    };
    protocol
        && match &rule.spec.peer {
            Peer::Cidr(block) => block.contains(&end.address()),
            Peer::Group(group) => remote.groups.contains(group),
            Peer::PrefixList(_) => false,
        }
}
