//! The interfaces that a finding is about.

use crate::model::{NetworkInterfaceId, Scenario, SecurityGroupId};

use super::any_member::is_known;
use super::sight::Line;
use crate::connectivity::evaluate::evaluate;
use crate::connectivity::flow::{Endpoint, Flow};
use crate::connectivity::verdict::{Decider, Verdict};

/// The known members of a group.
pub(super) fn members(scenario: &Scenario, group: &SecurityGroupId) -> Vec<NetworkInterfaceId> {
    let known = scenario.members(group).filter(|interface| is_known(interface));
    known.map(|interface| interface.id.clone()).collect()
}

/// The members of a rule's group to which the rule lets a packet in, sent to their address of the
/// kind that it is sent to.
pub(super) fn reached_by(
    scenario: &Scenario,
    line: Line<'_>,
    flow: &Flow,
) -> Vec<NetworkInterfaceId> {
    let asked = flow.destination.address();
    let sample = flow.destination.interface();
    let reached = scenario.members(line.group).filter(|interface| {
        if sample == Some(&interface.id) {
            return true;
        }
        let own = interface.addresses.iter().copied();
        let mut addresses = interface.public_address.into_iter().chain(own);
        let alike = addresses.find(|address| address.is_ipv4() == asked.is_ipv4());
        let Some(address) = alike.filter(|_| is_known(interface)) else { return false };
        let destination = Endpoint::Interface { id: interface.id.clone(), address };
        let answer = evaluate(scenario, &Flow { destination, ..flow.clone() });
        let by_rule =
            |rule: &Decider| matches!(rule, Decider::Rule { rule, .. } if rule.id == line.rule.id);
        answer.verdict == Verdict::Pass && by_rule(&answer.decider)
    });
    reached.map(|interface| interface.id.clone()).collect()
}
