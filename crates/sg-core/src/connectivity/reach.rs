//! Answers for all pairs: the rules of each group are compiled once and shared, and the answer for
//! a pair is only assembled on demand.

mod address_index;
mod all_pairs;
mod brief;
mod decide;
mod decision_table;
mod equivalence;
mod equivalent_ends;
mod group_tables;
mod mask;
mod on_demand;
mod outcome;
mod packet_line;
mod preparation;
mod regions;
mod resolve;
mod rule_reach;
mod side;
mod sides;
mod space_cache;
mod table;
mod update;
mod verdict_changes;

use std::sync::{Arc, OnceLock};

use crate::model::Scenario;

use super::clause::ClauseId;
use super::verdict::{Decider, Verdict};

use address_index::AddressIndex;
use group_tables::GroupTables;
pub(super) use space_cache::SpaceCache;
pub(super) use update::Kept;

pub use all_pairs::{Outcome, PairAnswer};
pub use equivalence::Equivalence;
pub use equivalent_ends::EquivalentEnds;
pub use on_demand::Changes;
pub use preparation::Preparation;
pub use verdict_changes::{VerdictChange, VerdictChanges};

/// A scenario prepared for any number of queries.
///
/// Gives the same answer as [`evaluate`](super::evaluate) for every packet, without the trace, and
/// as [`packet_space`](super::packet_space) for every pair. Its size grows with the groups and
/// their rules, not with the number of pairs. Answers are assembled on demand.
///
/// ```
/// use sg_core::connectivity::{Packet, Reach, Verdict, ends, evaluate, flow_between};
/// use sg_core::lesson::first_scenario;
/// use sg_core::model::{GroupType::Basic, InnerAccessPolicy::Drop, Port};
/// use std::sync::Arc;
///
/// let scenario = first_scenario();
/// let (reach, ends) = (Reach::new(&scenario), ends(&scenario));
/// let packet = Packet::tcp(Port::new(443).unwrap());
/// let flow = flow_between(&scenario, &ends[0], &ends[1], packet).unwrap();
/// assert_eq!(reach.decide(&flow).verdict, Verdict::Pass);
/// assert_eq!(reach.decide(&flow).clause, evaluate(&scenario, &flow).clause());
///
/// // After an edit, the prepared answers are updated instead of rebuilt.
/// let edited = scenario.edited(|parts| {
///     let groups = parts.groups.values_mut().map(Arc::make_mut);
///     groups.for_each(|group| group.group_type = Basic(Drop));
/// });
/// assert_eq!(reach.updated(&edited.unwrap()).decide(&flow).verdict, Verdict::Blocked);
/// ```
#[derive(Debug, Clone)]
pub struct Reach {
    scenario: Scenario,
    address_index: Arc<AddressIndex>,
    nodes: Vec<GroupTables>,
    /// The ends that answer alike, once they have been found.
    equivalent: OnceLock<Arc<EquivalentEnds>>,
}

/// The verdict for one packet, without a trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// The decider it rests on.
    pub decider: Decider,
    /// The statement it rests on, the same as [`Evaluation::clause`](super::Evaluation::clause).
    pub clause: ClauseId,
    /// The verdict under the other reading, if sources disagree about this packet.
    pub contested: Option<Verdict>,
}

impl Reach {
    /// The prepared scenario.
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }
}
