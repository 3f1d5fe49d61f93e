//! Asks a scenario one question: the only way from ends and packets to an [`Answer`].

use std::sync::Arc;

use crate::model::Scenario;

use super::answer::{Answer, AnswerPart};
use super::asked_end::AskedEnd;
use super::cell::{AddressPartition, Cell};
use super::choice::{CheckedDirections, PacketChoice};
use super::end::End;
use super::flow::Endpoint;
use super::packet_set::PacketSet;
use super::pair::Pair;
use super::pieces::{Pieces, ends_at, pieces};
use super::reach::Reach;
use super::space::{space_of, space_of_packet};
use super::state::CellState;

/// The answer for some packets between two ends; `None` for all packets. `None` is returned if an
/// end does not exist or has no address.
///
/// ```
/// use sg_core::connectivity::{AskedEnd, CellState, CheckedDirections, PacketSet, ask, ends};
/// use sg_core::lesson::first_scenario;
///
/// let scenario = first_scenario();
/// let ends: Vec<_> = ends(&scenario).iter().map(|end| AskedEnd::of(&scenario, end).unwrap()).collect();
/// let both = CheckedDirections::Both;
/// let answer = ask(&scenario, &ends[0], &ends[1], Some(PacketSet::Icmp), both).unwrap();
/// assert_eq!(answer.state, CellState::Pass);
/// assert_eq!(answer.parts.len(), 1);
/// ```
pub fn ask(
    scenario: &Scenario,
    from: &AskedEnd,
    to: &AskedEnd,
    asked: Option<PacketSet>,
    view: CheckedDirections,
) -> Option<Answer> {
    let only = asked.and_then(|asked| asked.only());
    let mut spaces = |source: &Endpoint, destination: &Endpoint| {
        let pair = Pair::new(scenario, source, destination).viewed(view);
        let space = match (only, &asked) {
            (Some(packet), _) => space_of_packet(&pair, packet),
            (None, Some(asked)) => space_of(&pair).within(asked),
            (None, None) => space_of(&pair),
        };
        (Arc::new(space), !pair.has_no_side())
    };
    let family = asked.and_then(|asked| asked.family());
    let Pieces { parts, filtered } = pieces(scenario, from, to, family, &mut spaces)?;
    Some(Answer::of((from.clone(), to.clone()), parts, asked, filtered))
}

impl Cell {
    /// The answer that the cell of two ends gives about some packets: those of the matrix, or fewer
    /// if it covers all packets. `None` if an end does not exist.
    pub fn answer(
        &self,
        scenario: &Scenario,
        from: &End,
        to: &End,
        choice: PacketChoice,
    ) -> Option<Answer> {
        let ends = (AskedEnd::of(scenario, from)?, AskedEnd::of(scenario, to)?);
        let part = |piece: &AddressPartition| {
            // Between two blocks there are no parts, and each has an address of its own.
            let own = (!piece.ranges.is_empty())
                .then(|| ends_at(scenario, &ends.0, &ends.1, piece.representative))
                .flatten();
            let (source, destination) =
                own.unwrap_or_else(|| (self.source.clone(), self.destination.clone()));
            let (ranges, space) = (piece.ranges.clone(), Arc::clone(&piece.space));
            AnswerPart { source, destination, ranges, space }
        };
        let parts = self.pieces.iter().map(part).collect();
        let filtered = self.state != CellState::NotFiltered;
        let all = Answer::of(ends, parts, None, filtered);
        Some(match choice.packets() {
            Some(asked) => all.within(asked),
            None => all,
        })
    }
}

impl Reach {
    /// The answer for a pair of ends, as [`ask`] gives it; `None` if an end does not exist.
    pub fn answer(
        &self,
        from: &End,
        to: &End,
        choice: PacketChoice,
        view: CheckedDirections,
    ) -> Option<Answer> {
        self.cell(from, to, choice, view)?.answer(self.scenario(), from, to, choice)
    }
}
