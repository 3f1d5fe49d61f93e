//! The content of a drawing: groups as areas, interfaces or counts of them as nodes.

use std::collections::BTreeMap;

use sg_core::connectivity::End;
use sg_core::model::{GroupType, NetworkInterface, Scenario, SecurityGroupId, VpcId};

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

/// Plans the drawing of a scenario. `ends` are those of its matrix; selected ends get their own
/// node even if others are only counted.
pub fn plan(scenario: &Scenario, ends: &[End], chosen: &[usize]) -> Plan {
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
    let mut found: Vec<(usize, Node)> = Vec::new();
    for (place, end) in ends.iter().enumerate() {
        let End::Interface(id) = end else { continue };
        let Some(interface) = scenario.interface(id) else { continue };
        let of = places(scenario, interface);
        for area in &of {
            areas.get_mut(*area).into_iter().for_each(|area| area.members += 1);
        }
        let vpc = vpc_of(&interface.vpc);
        found.push((place, Node { who: Who::One(place), areas: of, vpc }));
    }
    let outside = ends.iter().enumerate().filter(|(_, end)| matches!(end, End::Outside(_)));
    let outside = outside.map(|(place, _)| place).collect();
    let (grain, nodes) = counted(found, &areas, chosen);
    Plan { vpcs, areas, nodes, outside, grain }
}

fn places(scenario: &Scenario, interface: &NetworkInterface) -> Vec<usize> {
    let groups = &scenario.parts().groups;
    let mut places: Vec<usize> =
        interface.groups.iter().filter_map(|id| groups.get_index_of(id)).collect();
    places.sort_unstable();
    places
}

/// The nodes at the finest level of detail that fits.
fn counted(found: Vec<(usize, Node)>, areas: &[Area], chosen: &[usize]) -> (Grain, Vec<Node>) {
    if found.len() <= MOST_NODES {
        return (Grain::Each, found.into_iter().map(|(_, node)| node).collect());
    }
    let (alone, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(place, _)| chosen.contains(place));
    let mut nodes: Vec<Node> = alone.into_iter().map(|(_, node)| node).collect();
    let mut sets: BTreeMap<Vec<usize>, (usize, usize)> = BTreeMap::new();
    for (_, node) in others {
        sets.entry(node.areas).or_insert((node.vpc, 0)).1 += 1;
    }
    if sets.len() <= MOST_NODES {
        let many = |(areas, (vpc, count))| Node { who: Who::Many(count), areas, vpc };
        nodes.extend(sets.into_iter().map(many));
        return (Grain::Sets, nodes);
    }
    let inside = |place: usize| nodes.iter().filter(|node| node.areas.contains(&place)).count();
    let of_groups = areas.iter().enumerate().filter_map(|(place, area)| {
        let count = area.members.saturating_sub(inside(place));
        let node = Node { who: Who::Many(count), areas: vec![place], vpc: area.vpc };
        (count > 0).then_some(node)
    });
    let of_groups: Vec<Node> = of_groups.collect();
    nodes.extend(of_groups);
    (Grain::Groups, nodes)
}
