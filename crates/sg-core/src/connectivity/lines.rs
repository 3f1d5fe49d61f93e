//! Rows and columns that stand for several ends: those that no cell tells apart, or the members of
//! a security group.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Scenario, SecurityGroupId};

use super::cell::Cell;
use super::choice::{CheckedDirections, PacketChoice};
use super::end::{End, ends};
use super::reach::{EquivalentEnds, Reach};

mod cells;

pub use cells::{LineCell, LineCells};

/// What shares a row and a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupBy {
    /// Interfaces whose whole rows and columns are equal; see [`EquivalentEnds`].
    Role,
    /// The members of a security group. An interface is in the line of each of its groups.
    SecurityGroup,
    /// Nothing: every end has a line of its own.
    Nothing,
}

impl GroupBy {
    /// A matrix with more ends than this is grouped by role unless asked otherwise.
    pub const MOST_UNGROUPED: usize = 24;

    /// How a matrix of this many ends is grouped unless asked otherwise.
    pub const fn usual(ends: usize) -> Self {
        if ends > Self::MOST_UNGROUPED { Self::Role } else { Self::Nothing }
    }

    /// The lines of a scenario with these [`ends`].
    pub fn lines(
        self,
        scenario: &Scenario,
        ends: &[End],
        equivalent: &EquivalentEnds,
    ) -> Vec<Line> {
        let line = |members| Line { members, group: None };
        match self {
            Self::Role => equivalent.classes().iter().cloned().map(line).collect(),
            Self::Nothing => (0..ends.len()).map(|end| line(vec![end])).collect(),
            Self::SecurityGroup => members_of_groups(scenario, ends),
        }
    }
}

/// A row and a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The ends it stands for, as positions among the [`ends`] in ascending order; never empty.
    pub members: Vec<usize>,
    /// The group whose members they are, if they are put together for that.
    pub group: Option<SecurityGroupId>,
}

/// A matrix of lines, whose cells are computed on demand.
pub struct LineMatrix<'a> {
    /// All ends of the scenario.
    pub ends: Vec<End>,
    /// The rows and columns.
    pub lines: Vec<Line>,
    reach: &'a Reach,
    cells: LineCells,
}

impl<'a> LineMatrix<'a> {
    /// Prepares the matrix of a scenario.
    pub fn new(
        reach: &'a Reach,
        by: GroupBy,
        choice: PacketChoice,
        view: CheckedDirections,
    ) -> Self {
        let ends = ends(reach.scenario());
        let equivalent = reach.equivalent_ends(choice, view);
        let lines = by.lines(reach.scenario(), &ends, &equivalent);
        let cells = LineCells::new(ends.clone(), equivalent, choice, view);
        Self { ends, lines, reach, cells }
    }

    /// The answer between two lines; `None` if there is no such line.
    pub fn cell(&mut self, from: usize, to: usize) -> Option<LineCell> {
        let (from, to) = (self.lines.get(from)?, self.lines.get(to)?);
        self.cells.between(self.reach, &from.members, &to.members)
    }

    /// Every answer between the members of two lines, with the number of pairs that have it; empty
    /// if there are no two different members.
    pub fn answers(&mut self, from: usize, to: usize) -> Vec<(Arc<Cell>, usize)> {
        let (Some(from), Some(to)) = (self.lines.get(from), self.lines.get(to)) else {
            return Vec::new();
        };
        self.cells.answers(self.reach, &from.members, &to.members)
    }

    /// The packets that the matrix covers.
    pub const fn choice(&self) -> PacketChoice {
        self.cells.choice()
    }
}

/// The members of each group, then each end that is in none.
fn members_of_groups(scenario: &Scenario, ends: &[End]) -> Vec<Line> {
    let mut members: BTreeMap<&SecurityGroupId, Vec<usize>> = BTreeMap::new();
    let mut outside = Vec::new();
    for (place, end) in ends.iter().enumerate() {
        let End::Interface(id) = end else {
            outside.push(Line { members: vec![place], group: None });
            continue;
        };
        for group in scenario.interface(id).into_iter().flat_map(|own| &own.groups) {
            members.entry(group).or_default().push(place);
        }
    }
    let groups = scenario.groups().filter_map(|group| {
        Some(Line { members: members.remove(&group.id)?, group: Some(group.id.clone()) })
    });
    groups.collect::<Vec<_>>().into_iter().chain(outside).collect()
}
