//! What locks protect: edits by their kind, and scenarios by their differences.

use crate::state::presentation::{Lock, Presentation};
use sg_core::emulator::Effect;
use sg_core::history::{Edit, TopologyEdit};
use sg_core::model::{
    GroupType, NetworkInterface, Scenario, ScenarioDraft, SecurityGroup, SecurityGroupId,
};

impl Presentation {
    /// The lock that rejects an edit by its kind; `None` if the edit is allowed. Replacing the
    /// scenario has no kind: [`lock_between`](Self::lock_between) compares the scenarios instead.
    pub fn lock_on(&self, edit: &Edit) -> Option<Lock> {
        lock_of(edit).filter(|lock| self.locks.contains(lock))
    }

    /// Whether a lock rejects any of several edits, which are applied all or not at all.
    pub fn rejects(&self, scenario: &Scenario, edits: &[Edit]) -> bool {
        let lock = |edit: &Edit| {
            if let Edit::Topology(TopologyEdit::StartOver { scenario: after, .. }) = edit {
                return self.lock_between(scenario, after);
            }
            self.lock_on(edit)
        };
        edits.iter().any(|edit| lock(edit).is_some())
    }

    /// The lock on the first part of the scenario that differs in `after`; `None` if all locked
    /// parts are equal.
    ///
    /// Additions and deletions count as a whole: deleting a group also removes its rules and
    /// policy, but only the lock on groups prevents it.
    pub fn lock_between(&self, before: &Scenario, after: &Scenario) -> Option<Lock> {
        let (before, after) = (before.parts(), after.parts());
        self.locks.iter().copied().find(|lock| differs(*lock, before, after))
    }
}

/// The lock that covers an edit; `None` for one that does not change the scenario by itself.
fn lock_of(edit: &Edit) -> Option<Lock> {
    match edit {
        Edit::Call(call) => match call.action.effect() {
            Effect::Reads => None,
            Effect::ChangesPolicy => Some(Lock::Policy),
            Effect::ChangesRules => Some(Lock::Rules),
            Effect::ChangesMembers => Some(Lock::Members),
            Effect::ChangesGroups => Some(Lock::Groups),
            Effect::ChangesTopology => Some(Lock::Topology),
        },
        Edit::Topology(TopologyEdit::CreateManagedGroup { .. }) => Some(Lock::Groups),
        // Returns to the initial scenario or opens another one, whose content is not edited.
        Edit::Topology(TopologyEdit::StartOver { .. }) => None,
        Edit::Topology(_) => Some(Lock::Topology),
    }
}

fn differs(lock: Lock, before: &ScenarioDraft, after: &ScenarioDraft) -> bool {
    let in_both = |other: fn(&SecurityGroup, &SecurityGroup) -> bool| {
        let pairs =
            before.groups.iter().filter_map(|(id, group)| Some((group, group_of(after, id)?)));
        pairs.into_iter().any(|(group, now)| other(group, now))
    };
    match lock {
        Lock::Policy => in_both(|group, now| group.group_type != now.group_type),
        Lock::Rules => in_both(|group, now| group.rules != now.rules),
        Lock::Members => before.interfaces.iter().any(|(id, interface)| {
            after.interfaces.get(id).is_some_and(|now| now.groups != interface.groups)
        }),
        Lock::Groups => {
            !before.groups.keys().eq(after.groups.keys())
                || in_both(|group, now| called(group) != called(now))
        }
        Lock::Topology => around(before) != around(after),
    }
}

fn group_of<'a>(parts: &'a ScenarioDraft, id: &SecurityGroupId) -> Option<&'a SecurityGroup> {
    parts.groups.get(id).map(AsRef::as_ref)
}

/// A group without the parts that have locks of their own.
fn called(group: &SecurityGroup) -> SecurityGroup {
    SecurityGroup { rules: Vec::new(), group_type: GroupType::Advanced, ..group.clone() }
}

/// The topology without group membership.
fn around(parts: &ScenarioDraft) -> ScenarioDraft {
    let mut parts = parts.clone();
    parts.groups.clear();
    for interface in parts.interfaces.values_mut() {
        *interface =
            NetworkInterface { groups: Default::default(), ..(**interface).clone() }.into();
    }
    parts
}
