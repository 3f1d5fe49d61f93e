//! The answer for one pair: its explanation, and its packet space with a proof.

use std::net::IpAddr;
use std::sync::Arc;

use crate::derived::reachability::Reachability;
use crate::seam;
use crate::state::Selection;
use sg_core::connectivity::{
    Answer, AnswerPart, AskedEnd, Cell, Checked, CheckedDirections, End, PacketChoice, PacketSpace,
    Wrong, ask, check,
};
use sg_core::explain::{Explanation, addresses_text, explain_answer, explain_briefly};
use sg_core::language::Language;
use sg_core::model::Scenario;

/// The most parts of an outside block whose packets are shown; an address shows those of its own.
const MOST_PARTS: usize = 6;

impl Reachability {
    /// The cell to explain: all packets, both checks.
    pub(crate) fn whole(&self, pair: &Selection) -> Option<Cell> {
        self.reach.cell(&pair.from, &pair.to, self.choice, CheckedDirections::Both)
    }

    /// The answer for a pair about some packets, with both checks: for all addresses of an outside
    /// end, or for the selected one. `None` for an address that the cell does not cover.
    pub fn answer(
        &self,
        pair: &Selection,
        choice: PacketChoice,
        address: Option<IpAddr>,
    ) -> Option<Answer> {
        let both = CheckedDirections::Both;
        let answer = self.reach.answer(&pair.from, &pair.to, choice, both)?;
        let Some(address) = address else { return Some(answer) };
        let mut ranges = answer.parts.iter().flat_map(|part| &part.ranges);
        if !ranges.any(|(first, last)| *first <= address && address <= *last) {
            return None;
        }
        let at = |end: &End| match end {
            End::Interface(id) => AskedEnd::Interface(id.clone()),
            End::Outside(_) => AskedEnd::Address(address),
        };
        ask(self.scenario(), &at(&pair.from), &at(&pair.to), choice.packets(), both)
    }

    /// The full packet space of a pair with both checks, and the result of the independent checker:
    /// one, or one for each of the largest parts of an outside block whose answer depends on the
    /// address, provided that none is selected. Empty for an end and itself.
    pub fn spaces(
        &self,
        scenario: &Scenario,
        pair: &Selection,
        address: Option<IpAddr>,
    ) -> Vec<Proved> {
        let at = |address| self.answer(pair, PacketChoice::All, address);
        let Some(answer) = address.and_then(|own| at(Some(own))).or_else(|| at(None)) else {
            return Vec::new();
        };
        let several = answer.parts.len() > 1;
        let filtered = |part: &&AnswerPart| !part.space.regions.is_empty();
        let parts = answer.parts.iter().filter(filtered).take(MOST_PARTS).map(|part| Proved {
            addresses: if several { addresses_text(&part.ranges) } else { Vec::new() },
            space: Arc::clone(&part.space),
            checked: check(scenario, &part.source, &part.destination, &part.space.regions),
        });
        parts.collect()
    }

    /// The explanation for one address of the outside end.
    pub fn explanation_at(
        &self,
        scenario: &Scenario,
        pair: &Selection,
        address: IpAddr,
        language: Language,
    ) -> Option<Explanation> {
        let answer = self.answer(pair, self.choice, Some(address))?;
        Some(explain_answer(scenario, &answer, language))
    }

    /// The explanation of a pair: the trace of the selected packet, the whole space, or each part of
    /// an outside block whose answer depends on the address.
    pub fn explanation(
        &self,
        scenario: &Scenario,
        selection: &Selection,
        language: Language,
    ) -> Option<Explanation> {
        let answer = self.answer(selection, self.choice, None)?;
        Some(explain_answer(scenario, &answer, language))
    }
}

/// A pair, and the address of its outside end that is asked about, if it is one.
pub type AskedPair = (Selection, Option<IpAddr>);

/// What explains a pair.
pub type Explaining = fn(&Reachability, &AskedPair, Language) -> Option<Explanation>;

seam! {
    /// Explains a pair in full.
    pub static EXPLAIN: Explaining = explained; explain_pair in answer
}

fn explained(
    seen: &Reachability,
    (pair, address): &AskedPair,
    language: Language,
) -> Option<Explanation> {
    let scenario = seen.scenario();
    let at = address.and_then(|own| seen.explanation_at(scenario, pair, own, language));
    at.or_else(|| seen.explanation(scenario, pair, language))
}

impl Reachability {
    /// The first sentence of what [`EXPLAIN`] says, if there is one reason for everything.
    pub fn explained_briefly(
        &self,
        (pair, address): &AskedPair,
        language: Language,
    ) -> Option<Explanation> {
        let at = address.and_then(|own| self.answer(pair, self.choice, Some(own)));
        let answer = at.or_else(|| self.answer(pair, self.choice, None))?;
        explain_briefly(self.scenario(), &answer, language)
    }
}

/// A packet space with the result of the independent checker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proved {
    /// The addresses of an outside block that it holds for; empty if for all of them.
    pub addresses: Vec<String>,
    /// The packet space.
    pub space: Arc<PacketSpace>,
    /// The result of the independent checker.
    pub checked: Result<Checked, Wrong>,
}
