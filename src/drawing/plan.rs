//! The content of a drawing: groups as areas, interfaces or counts of them as nodes.

use std::collections::BTreeMap;

use sg_core::connectivity::End;
use sg_core::model::{GroupType, Scenario, SecurityGroupId, VpcId};

/// Above this number, nodes are counted instead of drawn one by one.
const MOST_NODES: usize = 40;

/// The content of a drawing, before layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The non-empty VPCs, each with its label.
    pub vpcs: Vec<(VpcId, String)>,
    /// The groups, oldest first.
    pub areas: Vec<Area>,
    /// The nodes.
    pub nodes: Vec<Node>,
    /// The outside ends, by their index among all ends.
    pub outside: Vec<usize>,
    /// The level of detail.
    pub grain: Grain,
}

/// A group as an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// The group.
    pub id: SecurityGroupId,
    /// Its name.
    pub label: String,
    /// Its type and policy.
    pub group_type: GroupType,
    /// The index of its VPC in the plan.
    pub vpc: usize,
    /// The number of member interfaces.
    pub members: usize,
}

/// A node in one or more areas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What the node represents.
    pub who: Who,
    /// The indices of its areas in the plan, ascending.
    pub areas: Vec<usize>,
    /// The index of its VPC in the plan.
    pub vpc: usize,
}

/// What a node represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// One interface, by its index among all ends.
    One(usize),
    /// This many interfaces.
    Many(usize),
}

/// The level of detail of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grain {
    /// One node for every interface.
    Each,
    /// One node for all interfaces with the same groups.
    Sets,
    /// One node per group; an interface in several groups is counted in each.
    Groups,
}

/// The ends for which those of a matrix stand, by the index of the latter.
#[derive(Debug, Default)]
pub struct Others<'a> {
    /// Ends that answer like one of these.
    pub beside: Vec<(usize, &'a End)>,
    /// Ends that stand for the members of a group, with their number.
    pub groups: Vec<(usize, &'a SecurityGroupId, usize)>,
}

/// Plans the drawing of a scenario. `ends` are those of its matrix, and `others` are the ends for
/// which they stand; selected ends get their own node even if others are only counted.
pub fn plan(scenario: &Scenario, ends: &[End], others: &Others<'_>, chosen: &[usize]) -> Plan {
    let mut vpcs: Vec<(VpcId, String)> = Vec::new();
    let mut vpc_of = |id: &VpcId| {
        vpcs.iter().position(|(known, _)| known == id).unwrap_or_else(|| {
            let name = scenario.vpc(id).map(|vpc| vpc.name.clone()).unwrap_or_default();
            vpcs.push((id.clone(), if name.is_empty() { id.to_string() } else { name }));
            vpcs.len() - 1
        })
    };
    let mut areas: Vec<Area> = scenario
        .groups()
        .map(|group| Area {
            id: group.id.clone(),
            label: group.label().to_owned(),
            group_type: group.group_type,
            vpc: vpc_of(&group.vpc),
            members: 0,
        })
        .collect();
    let mut found: Vec<Found> = Vec::new();
    let all = ends.iter().enumerate().map(|(place, end)| (place, end, true));
    let beside = others.beside.iter().map(|(place, end)| (*place, *end, false));
    for (place, end, own) in all.chain(beside) {
        let End::Interface(id) = end else { continue };
        let Some(interface) = scenario.interface(id) else { continue };
        let group = others.groups.iter().find(|(row, _, _)| *row == place);
        let of = match group {
            Some((_, group, _)) => places(scenario, std::slice::from_ref(*group)),
            None => places(scenario, &interface.groups),
        };
        for area in &of {
            let members = group.map_or(1, |(_, _, members)| *members);
            areas.get_mut(*area).into_iter().for_each(|area| area.members += members);
        }
        let vpc = vpc_of(&interface.vpc);
        let beside = |found: &&mut Found| {
            !own && found.place == place && found.node.areas == of && found.node.vpc == vpc
        };
        match found.iter_mut().find(beside) {
            Some(known) => known.add(),
            None => {
                let who = if own { Who::One(place) } else { Who::Many(1) };
                found.push(Found { place, node: Node { who, areas: of, vpc }, count: 1 });
            }
        }
    }
    let outside = ends.iter().enumerate().filter(|(_, end)| matches!(end, End::Outside(_)));
    let outside = outside.map(|(place, _)| place).collect();
    let (grain, nodes) = counted(found, &areas, chosen);
    Plan { vpcs, areas, nodes, outside, grain }
}

/// A node at the finest level of detail.
struct Found {
    /// The end, or the one that stands for it.
    place: usize,
    node: Node,
    /// How many interfaces it represents.
    count: usize,
}

impl Found {
    /// Adds an interface with the same groups.
    const fn add(&mut self) {
        self.count += 1;
        if let Who::Many(count) = &mut self.node.who {
            *count += 1;
        }
    }
}

fn places<'a>(
    scenario: &Scenario,
    groups_of: impl IntoIterator<Item = &'a SecurityGroupId>,
) -> Vec<usize> {
    let groups = &scenario.parts().groups;
    let mut places: Vec<usize> =
        groups_of.into_iter().filter_map(|id| groups.get_index_of(id)).collect();
    places.sort_unstable();
    places
}

/// The nodes at the finest level of detail that fits.
fn counted(found: Vec<Found>, areas: &[Area], chosen: &[usize]) -> (Grain, Vec<Node>) {
    if found.len() <= MOST_NODES {
        return (Grain::Each, found.into_iter().map(|found| found.node).collect());
    }
    let is_chosen =
        |found: &Found| matches!(found.node.who, Who::One(_)) && chosen.contains(&found.place);
    let (alone, others): (Vec<Found>, Vec<Found>) = found.into_iter().partition(is_chosen);
    let mut sets: BTreeMap<Vec<usize>, (usize, usize)> = BTreeMap::new();
    for Found { node, count, .. } in others {
        sets.entry(node.areas).or_insert((node.vpc, 0)).1 += count;
    }
    let inside = |place: usize| -> usize {
        let own = alone.iter().filter(|found| found.node.areas.contains(&place));
        own.map(|found| found.count).sum()
    };
    let (grain, counts): (Grain, Vec<Node>) = if sets.len() <= MOST_NODES {
        let many = |(areas, (vpc, count))| Node { who: Who::Many(count), areas, vpc };
        (Grain::Sets, sets.into_iter().map(many).collect())
    } else {
        let of_groups = areas.iter().enumerate().filter_map(|(place, area)| {
            let count = area.members.saturating_sub(inside(place));
            let node = Node { who: Who::Many(count), areas: vec![place], vpc: area.vpc };
            (count > 0).then_some(node)
        });
        (Grain::Groups, of_groups.collect())
    };
    (grain, alone.into_iter().map(|found| found.node).chain(counts).collect())
}
