//! A proposed set of edits before it is applied: its calls, what it opens and closes, and the calls
//! that take it back.

use std::collections::BTreeSet;

use crate::compare::{Effect, EffectLine, effect_between};
use crate::connectivity::{CheckedDirections, Edit, End, PacketChoice, Reach, Refused, Verdict};
use crate::emulator::Call;
use crate::model::{Scenario, SecurityGroupId};

use super::as_calls::as_calls;
use super::undo_calls::undo_calls;

/// What applying a set of edits would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The calls that make the edits, in order.
    pub calls: Vec<Call>,
    /// The calls that take them back, in order; `None` if no call can.
    pub undo: Option<Vec<Call>>,
    /// The scenario afterwards.
    pub after: Scenario,
    /// Every packet that would fare differently, by who sends and who receives it.
    pub effect: Effect,
    /// Groups of at least two known members, all of which could send or receive something that they
    /// cannot now.
    pub whole_groups: Vec<SecurityGroupId>,
}

impl Proposal {
    /// Whether something from the Internet would pass, or might, that does not now.
    pub fn opens_to_internet(&self) -> bool {
        self.effect.lines.iter().any(|line| line.opens_to_internet)
    }
}

/// What a set of edits would do to a scenario, of which `reach` is prepared.
///
/// # Errors
/// [`Refused`] if an edit does not fit the scenario.
pub fn proposal(reach: &Reach, edits: &[Edit]) -> Result<Proposal, Refused> {
    let scenario = reach.scenario();
    let calls = as_calls(scenario, edits)?;
    let undo = undo_calls(scenario, edits)?;
    let after = Edit::apply_all(edits, scenario)?;
    let (all, both) = (PacketChoice::All, CheckedDirections::Both);
    let effect = effect_between(reach, &reach.updated(&after), all, both);
    let whole_groups = whole_groups(&after, &effect);
    Ok(Proposal { calls, undo, after, effect, whole_groups })
}

fn whole_groups(scenario: &Scenario, effect: &Effect) -> Vec<SecurityGroupId> {
    let opens = |line: &&EffectLine| line.shift.after == Verdict::Pass;
    let side = |ends: fn(&EffectLine) -> &Vec<usize>| -> BTreeSet<&End> {
        let lines = effect.lines.iter().filter(opens);
        lines.flat_map(ends).filter_map(|end| effect.ends.get(*end)).collect()
    };
    let sides = [side(|line| &line.from), side(|line| &line.to)];
    let whole = |id: &SecurityGroupId| {
        let members: Vec<End> =
            scenario.members(id).map(|interface| End::Interface(interface.id.clone())).collect();
        members.len() > 1
            && sides.iter().any(|side| members.iter().all(|member| side.contains(member)))
    };
    scenario.groups().map(|group| &group.id).filter(|id| whole(id)).cloned().collect()
}
