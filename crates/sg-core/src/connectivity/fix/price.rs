//! The side effects of a fix.

use crate::model::{PortFilter, PortRange, ProtocolFilter, Scenario};

use super::edit::Edit;
use super::goal::Goal;
use super::intent::Intent;
use super::path::{Path, Wanted, gained};
use super::tie::Tie;
use crate::connectivity::choice::{CheckedDirections, PacketChoice};
use crate::connectivity::end::End;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::reach::Reach;

/// Edits that achieve a goal together, none of which can be omitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The edits, in a valid order.
    pub edits: Vec<Edit>,
    /// Side effects: changes to other pairs, and to other packets between the two ends.
    pub effects: Vec<Effect>,
    /// The number of pairs that may change, if there are too many to compare. Then `effects` is
    /// empty. Otherwise 0.
    pub uncompared: usize,
    /// Whether the result differs under another reading of a disputed statement.
    pub contested: bool,
    /// The tie between an Allow and a Deny rule that it ends, which is what was wrong.
    pub tie: Option<Tie>,
}

impl Fix {
    /// The number of other pairs affected.
    pub fn cells(&self) -> usize {
        self.effects.len().max(self.uncompared)
    }

    /// The number of packet sets that open or close in addition to the goal.
    pub fn regions(&self) -> usize {
        self.effects.iter().map(|effect| effect.opens.len() + effect.closes.len()).sum()
    }

    /// Fewer side effects come first. Joining a group that opens anything else comes last, because it
    /// also opens what the group will be given later.
    pub(super) fn price(&self) -> (bool, bool, bool, usize, usize) {
        let joins = self.edits.iter().any(|edit| matches!(edit, Edit::Join { .. }));
        let opens = self.cells() > 0;
        (opens, self.contested, joins && opens, self.cells(), self.regions())
    }
}

/// A pair that a fix changes besides its goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// The sender.
    pub from: End,
    /// The receiver.
    pub to: End,
    /// Packets that newly pass, for at least one address of an outside end.
    pub opens: Vec<PacketSet>,
    /// Packets that no longer pass, for at least one address of an outside end.
    pub closes: Vec<PacketSet>,
}

/// The most pairs that are compared to find the side effects of one fix.
const MOST_PAIRS: usize = 250_000;

/// The state before the fixes.
pub(super) struct Prices<'a> {
    scenario: &'a Scenario,
    goal: &'a Goal,
    path: &'a Path,
    reach: Reach,
}

impl<'a> Prices<'a> {
    pub(super) fn new(scenario: &'a Scenario, goal: &'a Goal, path: &'a Path) -> Self {
        Self { scenario, goal, path, reach: Reach::new(scenario) }
    }

    /// A set of edits with its side effects; `None` if it cannot be applied.
    pub(super) fn fix(&self, edits: Vec<Edit>) -> Option<Fix> {
        let after = Edit::apply_all(&edits, self.scenario).ok()?;
        let (effects, uncompared) = self.effects(&after);
        let spaces = self.path.spaces(&after, CheckedDirections::Both);
        let contested = self.goal.regions(&spaces).any(|region| region.contested.is_some());
        Some(Fix { edits, effects, uncompared, contested, tie: None })
    }

    /// Everything that changes between the scenario and the edited one, except what the goal asks
    /// for; and the number of pairs that may change, if they are too many to compare.
    fn effects(&self, after: &Scenario) -> (Vec<Effect>, usize) {
        let now = self.reach.updated(after);
        let (all, both) = (PacketChoice::All, CheckedDirections::Both);
        let changes = self.reach.changes(&now, all, both, MOST_PAIRS);
        let effect = |from: &End, to: &End| self.effect(after, from, to);
        let effects = changes.found.iter().filter_map(|change| effect(&change.from, &change.to));
        (effects.collect(), changes.uncompared)
    }

    fn effect(&self, after: &Scenario, from: &End, to: &End) -> Option<Effect> {
        let path = Path::new(self.scenario, from, to)?;
        let before = path.spaces(self.scenario, CheckedDirections::Both);
        let after = path.spaces(after, CheckedDirections::Both);
        let (mut open, mut closed) = (Wanted::default(), Wanted::default());
        if let Some(wanted) = self.wanted(from, to) {
            match self.goal.intent {
                Intent::Allow => open = wanted,
                Intent::Block => closed = wanted,
            }
        }
        let opens = gained(&before, &after, &open);
        let closes = gained(&after, &before, &closed);
        if opens.is_empty() && closes.is_empty() {
            return None;
        }
        Some(Effect { from: path.from, to: path.to, opens, closes })
    }

    /// The part of the goal that concerns a pair: the whole between its own ends, and that of its
    /// outside addresses where another outside end holds them, too.
    fn wanted(&self, from: &End, to: &End) -> Option<Wanted> {
        let packets = sets(self.goal.packets);
        let outside = |end: &End| matches!(end, End::Outside(_));
        let (same_from, same_to) = (*from == self.goal.from, *to == self.goal.to);
        match (same_from, same_to) {
            (true, true) => Some(Wanted { packets, block: None }),
            (true, false) if outside(to) && outside(&self.goal.to) => {
                Some(Wanted { packets, block: self.path.block })
            }
            (false, true) if outside(from) && outside(&self.goal.from) => {
                Some(Wanted { packets, block: self.path.block })
            }
            _ => None,
        }
    }
}

/// The packets of a filter as packet sets.
fn sets(filter: ProtocolFilter) -> Vec<PacketSet> {
    let all = PortFilter::to(PortRange::ALL);
    match PacketSet::of(filter) {
        Some(set) => vec![set],
        None => {
            let named = [
                ProtocolFilter::Tcp(all),
                ProtocolFilter::Udp(all),
                ProtocolFilter::Icmp,
                ProtocolFilter::Icmpv6,
                ProtocolFilter::Gre,
            ];
            let others = PacketSet::Other { first: u8::MIN, last: u8::MAX };
            named.into_iter().filter_map(PacketSet::of).chain([others]).collect()
        }
    }
}
