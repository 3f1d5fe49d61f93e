//! Ends of goals that have the same answers, so that many pairs are judged once.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectivity::{CheckedDirections, End, EquivalentEnds, PacketChoice, Reach, ends};
use crate::map::map_of;
use crate::model::Scenario;

/// The ends of a scenario in classes of those that have the same answers.
#[derive(Debug)]
pub(super) struct SameAnswers {
    positions: BTreeMap<End, usize>,
    classes: Arc<EquivalentEnds>,
}

impl SameAnswers {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let classes =
            Reach::new(scenario).equivalent_ends(PacketChoice::All, CheckedDirections::Both);
        let positions = map_of(ends(scenario).into_iter().enumerate().map(|(at, end)| (end, at)));
        Self { positions, classes }
    }

    /// The class of an end.
    pub(super) fn class_of(&self, end: &End) -> Option<usize> {
        self.classes.class_of(*self.positions.get(end)?)
    }
}
