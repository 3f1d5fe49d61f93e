//! Updates prepared answers after an edit: only what the edit affects is recompiled.

use std::sync::{Arc, OnceLock};

use crate::model::{Direction, NetworkInterface, Scenario, SecurityGroup};

use crate::connectivity::precedence;

use super::Reach;
use super::address_index::{AddressIndex, EndpointRecord, groups};
use super::group_tables::{GroupTables, compiled};
use super::table::Table;

impl Reach {
    /// Prepares the scenario after an edit. The result always equals [`Reach::new`]. After an edit
    /// that the API can make, it shares everything the edit does not affect: a rule affects its own
    /// group and direction, a change of membership affects the groups whose rules reference the
    /// joined or left group, and a policy affects no compiled rules.
    #[must_use]
    pub fn updated(&self, after: &Scenario) -> Self {
        let (old, new) = (self.scenario.parts(), after.parts());
        let same_groups = old.groups.len() <= new.groups.len()
            && old.groups.keys().zip(new.groups.keys()).all(|(a, b)| a == b);
        let same_hosts = old.interfaces.len() == new.interfaces.len()
            && self.scenario.interfaces().zip(after.interfaces()).all(|(a, b)| same_place(a, b));
        let same_vpcs = old.vpcs.keys().eq(new.vpcs.keys());
        let uncertain = is_uncertain(&self.scenario) || is_uncertain(after);
        if !same_groups
            || !same_hosts
            || !same_vpcs
            || uncertain
            || old.prefix_lists != new.prefix_lists
        {
            return Self::new(after);
        }
        let mut address_index = Arc::clone(&self.address_index);
        let (mut changed, mut moved) = (Vec::new(), Vec::new());
        if old.groups.len() != new.groups.len() {
            Arc::make_mut(&mut address_index).found_groups(new.groups.len());
        }
        for (host, (a, b)) in self.scenario.interfaces().zip(after.interfaces()).enumerate() {
            if !Arc::ptr_eq(a, b) && a.groups.as_slice() != b.groups.as_slice() {
                let address_index = Arc::make_mut(&mut address_index);
                changed.extend(address_index.regroup(host, groups(after, b)));
                let private = address_index.hosts.get(host).map(|host| &host.private);
                moved.extend(private.into_iter().flatten().map(|(_, point)| *point));
            }
        }
        let touched = Touched { scenario: after, address_index: &address_index, changed, moved };
        let known = self.scenario.groups().map(Some).chain(std::iter::repeat(None));
        let nodes = after
            .groups()
            .zip(known)
            .enumerate()
            .map(|(index, (group, before))| match before.zip(self.nodes.get(index)) {
                Some((before, node)) => {
                    let had_members = !self.address_index.members(index).is_empty();
                    let has_members = !address_index.members(index).is_empty();
                    touched.node(node, (before, group), has_members && !had_members)
                }
                None => GroupTables::new(after, group, &address_index),
            })
            .collect();
        Self { scenario: after.clone(), nodes, address_index, equivalent: OnceLock::new() }
    }
}

/// Whether some rule may match packets of which the scenario cannot say so. What such a rule matches
/// can depend on any part of the scenario.
fn is_uncertain(scenario: &Scenario) -> bool {
    let groups = scenario.groups().any(|group| group.owner.is_some() || !group.unread.is_nothing());
    groups || scenario.parts().prefix_lists.values().any(|list| list.unread_entries)
}

/// Whether an interface is the same except for its groups.
fn same_place(a: &Arc<NetworkInterface>, b: &Arc<NetworkInterface>) -> bool {
    Arc::ptr_eq(a, b)
        || a.id == b.id
            && a.vpc == b.vpc
            && a.addresses == b.addresses
            && a.public_address == b.public_address
            && a.holder == b.holder
            && a.more == b.more
}

/// What a change of memberships affects.
struct Touched<'a> {
    scenario: &'a Scenario,
    address_index: &'a AddressIndex,
    /// Groups that gained or lost members.
    changed: Vec<usize>,
    /// The private addresses of interfaces that joined or left.
    moved: Vec<usize>,
}

impl Touched<'_> {
    /// A group after the edit. `starts` is whether it has members for the first time, because its
    /// rules are compiled only then.
    fn node(
        &self,
        node: &GroupTables,
        (before, after): (&Arc<SecurityGroup>, &Arc<SecurityGroup>),
        starts: bool,
    ) -> GroupTables {
        let table = |direction, old: &Arc<Table>| {
            let same = Arc::ptr_eq(before, after) || same_rules(before, after, direction);
            if starts || !same {
                return compiled(self.scenario, after, direction, self.address_index);
            }
            if self.changed.is_empty() {
                return Arc::clone(old);
            }
            let moved = old.moved(self.scenario, self.address_index, &self.changed, &self.moved);
            moved.map_or_else(|| Arc::clone(old), Arc::new)
        };
        GroupTables {
            group_type: after.group_type,
            connects: precedence::connects(after),
            ingress: table(Direction::Ingress, &node.ingress),
            egress: table(Direction::Egress, &node.egress),
        }
    }
}

fn same_rules(a: &SecurityGroup, b: &SecurityGroup, direction: Direction) -> bool {
    let mut others = b.rules_of(direction);
    let same = a.unread == b.unread
        && a.rules_of(direction).all(|rule| others.next().is_some_and(|other| rule == other));
    same && others.next().is_none()
}

/// What two prepared scenarios share: which pairs certainly keep their answer.
pub(in crate::connectivity) struct Kept {
    /// Per interface: whether its outbound and inbound decisions may have changed.
    touched: Vec<[bool; 2]>,
    /// Per interface: its groups whose policy changed.
    toggled: Vec<Vec<usize>>,
}

impl Kept {
    /// `None` if the two differ in more than groups, rules and memberships.
    pub(in crate::connectivity) fn between(before: &Reach, after: &Reach) -> Option<Self> {
        let (old, new) = (before.scenario.parts(), after.scenario.parts());
        let hosts = || before.scenario.interfaces().zip(after.scenario.interfaces());
        let same = old.interfaces.len() == new.interfaces.len()
            && hosts().all(|(a, b)| same_place(a, b))
            && old.groups.keys().zip(new.groups.keys()).all(|(a, b)| a == b)
            && (&old.vpcs, &old.routes, &old.outside) == (&new.vpcs, &new.routes, &new.outside)
            && old.unread_routes == new.unread_routes
            && old.prefix_lists == new.prefix_lists
            && old.options == new.options;
        if !same {
            return None;
        }
        let groups: Vec<[bool; 3]> = before
            .nodes
            .iter()
            .zip(&after.nodes)
            .map(|(a, b)| {
                let kind = !a.group_type.mixes_with(b.group_type);
                let egress = kind || !Arc::ptr_eq(&a.egress, &b.egress);
                let ingress = kind || !Arc::ptr_eq(&a.ingress, &b.ingress);
                [egress, ingress, a.group_type != b.group_type || a.connects != b.connects]
            })
            .collect();
        let pairs = || before.address_index.hosts.iter().zip(&after.address_index.hosts);
        let any = |host: &EndpointRecord, what: usize| {
            let flags = host.groups.iter().map(|group| groups.get(*group));
            flags.into_iter().any(|flags| flags.is_none_or(|flags| flags.get(what) == Some(&true)))
        };
        let touched = pairs().map(|(a, b)| {
            let moved = a.groups != b.groups;
            [moved || any(b, 0), moved || any(b, 1)]
        });
        let policy = |group: &&usize| groups.get(**group).is_some_and(|[.., policy]| *policy);
        let toggled = pairs().map(|(_, host)| host.groups.iter().filter(policy).copied().collect());
        Some(Self { touched: touched.collect(), toggled: toggled.collect() })
    }

    /// The pairs whose answer may change, row by row. `places` are the ends' positions among the
    /// interfaces, `None` for an outside end.
    pub(in crate::connectivity) fn touched<'a>(
        &'a self,
        places: &'a [Option<usize>],
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let flag = move |host: usize, side: usize| {
            self.touched.get(host).is_none_or(|flags| flags.get(side) == Some(&true))
        };
        let meets = move |host: usize| self.toggled.get(host).is_none_or(|it| !it.is_empty());
        let those = |suspect: &dyn Fn(usize) -> bool| -> Vec<usize> {
            let is_one = |to: &usize| places.get(*to).copied().flatten().is_some_and(suspect);
            (0..places.len()).filter(is_one).collect()
        };
        // Whom a sender reaches through a group that both are in depends on the sender as well.
        let entered = those(&|host| flag(host, 1));
        let suspects = those(&|host| flag(host, 1) || meets(host));
        places.iter().enumerate().flat_map(move |(from, sender)| {
            let columns = match sender {
                Some(host) if flag(*host, 0) => (0..places.len()).collect(),
                Some(host) if meets(*host) => suspects.clone(),
                Some(_) | None => entered.clone(),
            };
            columns.into_iter().filter_map(move |to| {
                let receiver = *places.get(to)?;
                (from != to && !self.holds(*sender, receiver)).then_some((from, to))
            })
        })
    }

    /// Whether a pair certainly keeps its answer; `None` represents an outside end.
    pub(in crate::connectivity) fn holds(&self, from: Option<usize>, to: Option<usize>) -> bool {
        let touched = |host: Option<usize>, side: usize| {
            let flags = host.map(|host| self.touched.get(host));
            flags.is_some_and(|flags| flags.is_none_or(|flags| flags.get(side) == Some(&true)))
        };
        let toggled = |host: Option<usize>| host.and_then(|host| self.toggled.get(host));
        let meet = match (toggled(from), toggled(to)) {
            (Some(from), Some(to)) => from.iter().any(|group| to.contains(group)),
            _ => false,
        };
        !touched(from, 0) && !touched(to, 1) && !meet
    }
}
