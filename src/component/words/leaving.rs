//! The ways to delete a group that is still in use: edits that clear it, then the deletion.

use std::sync::Arc;

use crate::text::groups as text;
use sg_core::emulator::Call;
use sg_core::history::{Edit, TopologyEdit, leave_call, set_groups_call};
use sg_core::language::Text;
use sg_core::model::{NetworkInterface, Peer, Scenario, SecurityGroup, SecurityGroupId};

/// One way.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Way {
    /// What it does, with the places `group` and `target`.
    pub(crate) words: Text,
    /// The group that the members move to.
    pub(crate) target: Option<SecurityGroupId>,
    /// The name of that group.
    pub(crate) name: String,
    /// The edits, the deletion last.
    pub(crate) edits: Vec<Edit>,
}

/// Every way that the API allows for the group's members: an interface cannot leave its last group,
/// and is only in groups of its VPC and of one type. Rules that name the group go as well.
pub(crate) fn ways(scenario: &Scenario, group: &SecurityGroup) -> Vec<Way> {
    let members: Vec<&Arc<NetworkInterface>> = scenario.members(&group.id).collect();
    let way = |words: Text, target: Option<&SecurityGroup>, clearing: Vec<Edit>| Way {
        words,
        target: target.map(|target| target.id.clone()),
        name: target.map_or_else(String::new, |target| target.label().to_owned()),
        edits: clearing
            .into_iter()
            .chain(revocations(scenario, group))
            .chain([delete(scenario, group)])
            .collect(),
    };
    if members.is_empty() {
        return vec![way(text::UNNAME_AND_DELETE, None, Vec::new())];
    }
    let leave = |own: &NetworkInterface| Edit::Call(leave_call(scenario, &own.id, &group.id));
    let mut ways = Vec::new();
    if members.iter().all(|own| own.groups.len() > 1) {
        let left = members.iter().map(|own| leave(own)).collect();
        ways.push(way(text::LEAVE_AND_DELETE, None, left));
    }
    let fits = |other: &&Arc<SecurityGroup>| {
        other.id != group.id
            && other.vpc == group.vpc
            && !other.is_read_only()
            && other.group_type.mixes_with(group.group_type)
    };
    for target in scenario.groups().filter(fits) {
        // One call per member replaces the old group with the new one.
        let moved = members.iter().map(|own| {
            let others = own.groups.iter().filter(|id| **id != group.id && **id != target.id);
            let groups = std::iter::once(&target.id).chain(others);
            Edit::Call(set_groups_call(scenario, &own.id, groups))
        });
        ways.push(way(text::MOVE_AND_DELETE, Some(target), moved.collect()));
    }
    let released = members.iter().flat_map(|own| released(scenario, group, own)).collect();
    ways.push(way(text::RELEASE_AND_DELETE, None, released));
    ways
}

/// The edits after which an interface is gone.
fn released(scenario: &Scenario, group: &SecurityGroup, own: &NetworkInterface) -> Vec<Edit> {
    let region = scenario.region();
    let delete = || Edit::Call(Call::delete_network_interface(region, &own.id));
    let Some(instance) = scenario.instance_of(&own.id) else {
        return if own.is_unattached() { vec![delete()] } else { Vec::new() };
    };
    if instance.primary() == Some(&own.id) {
        let instance = instance.id.clone();
        return vec![Edit::Topology(TopologyEdit::ReleaseInstance { instance })];
    }
    // Its instance is released anyway if its primary interface is a member, too.
    let primary = instance.primary().and_then(|id| scenario.interface(id));
    if primary.is_some_and(|primary| primary.groups.contains(&group.id)) {
        return Vec::new();
    }
    let detach = Call::detach_network_interface(region, &instance.id, &own.id);
    vec![Edit::Call(detach), delete()]
}

/// The calls that remove the rules of other groups that name the group.
fn revocations(scenario: &Scenario, group: &SecurityGroup) -> Vec<Edit> {
    let naming = scenario.groups().flat_map(|other| {
        let own = other.rules.iter().filter(|rule| rule.spec.peer == Peer::Group(group.id.clone()));
        own.map(|rule| {
            let rules = std::slice::from_ref(&rule.id);
            let direction = rule.spec.direction;
            Edit::Call(Call::revoke(scenario.region(), &other.id, direction, rules))
        })
    });
    naming.collect()
}

fn delete(scenario: &Scenario, group: &SecurityGroup) -> Edit {
    Edit::Call(Call::delete_security_group(scenario.region(), &group.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sg_core::emulator::{Env, PermissionForm};
    use sg_core::history::{History, Outcome};
    use sg_core::lesson::first_scenario;
    use sg_core::model::{Direction, Timestamp};

    fn env() -> Env {
        Env { now: Timestamp::from_unix_seconds(0), entropy: 1 }
    }

    fn label(scenario: &Scenario, name: &str) -> Arc<SecurityGroup> {
        scenario.groups().find(|group| group.label() == name).map(Arc::clone).unwrap()
    }

    /// The first scenario, in which a rule of G2 names G1.
    fn named() -> History {
        let scenario = first_scenario();
        let peer = label(&scenario, "G1").id.to_string();
        let form = PermissionForm {
            protocol: "TCP",
            port_range: "22/22",
            peer: &peer,
            ..PermissionForm::default()
        };
        let owner = label(&scenario, "G2").id.clone();
        let call = Call::authorize(scenario.region(), &owner, Direction::Ingress, &[form]);
        History::new(Arc::new(scenario)).with(Edit::Call(call), env())
    }

    #[test]
    fn every_way_deletes_the_group_and_each_of_its_steps_can_be_undone() {
        for name in ["G1", "G2", "G3"] {
            let start = named();
            let group = label(start.scenario(), name);
            let offered = ways(start.scenario(), &group);
            assert!(offered.len() >= 3, "{name}: {offered:#?}");
            for way in offered {
                let done =
                    way.edits.iter().fold(start.clone(), |log, edit| log.with(edit.clone(), env()));
                let new = done.steps().iter().skip(start.steps().len());
                for step in new {
                    let fine = matches!(step.outcome, Outcome::Replied(_) | Outcome::Done);
                    assert!(fine, "{name} {}: {:?}", way.words.en, step.outcome);
                }
                assert!(done.scenario().group(&group.id).is_none(), "{name} {}", way.words.en);
                let undone = way.edits.iter().try_fold(done, |log, _| log.undo()).unwrap();
                assert_eq!(undone.scenario(), start.scenario(), "{name} {}", way.words.en);
            }
        }
    }

    #[test]
    fn a_group_that_is_only_named_loses_the_rules_that_name_it() {
        let start = named();
        let group = label(start.scenario(), "G1");
        let moved = ways(start.scenario(), &group).into_iter().find(|way| way.target.is_some());
        let mut edits = moved.unwrap().edits;
        edits.truncate(edits.len() - 2);
        let emptied = edits.into_iter().fold(start, |log, edit| log.with(edit, env()));
        let [only] = <[Way; 1]>::try_from(ways(emptied.scenario(), &group)).unwrap();
        assert_eq!((only.words, only.edits.len()), (text::UNNAME_AND_DELETE, 2));
    }
}
