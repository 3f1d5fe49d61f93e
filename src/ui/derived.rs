//! What the page shows, computed from the state and never stored: it cannot be stale.

use std::sync::Arc;

use crate::connectivity::{
    AskedPacket, CellChange, DirectionView, Matrix, Packet, PacketChoice, diff, evaluate,
    flow_between, matrix,
};
use crate::emulator::{self, ApiError, Call, Env, Reply};
use crate::explain::{Explanation, explain, explain_cell};
use crate::language::Language;
use crate::model::{Port, Scenario, Timestamp};

use super::state::Selection;

/// The clock and chance of a prediction: fixed, because what would be answered does not depend on
/// them and a prediction must not change from one look to the next.
pub const fn prediction_env() -> Env {
    Env { now: Timestamp::from_unix_seconds(0), entropy: 0 }
}

/// The matrix now, and what differs from the scene it is compared with.
#[derive(Debug, PartialEq)]
pub struct Reachability {
    /// The matrix of the scene.
    pub matrix: Matrix,
    /// The matrix that explanations are about, which tell of both sides: none where it is `matrix`.
    both: Option<Matrix>,
    /// What the last step changed; or, while something is pointed at, what it would change.
    pub changes: Vec<CellChange>,
    /// The refusal that what is pointed at would meet.
    pub refusal: Option<ApiError>,
}

impl Reachability {
    /// The matrix of a scene, compared with the scene before the last step, or with the scene
    /// that the call pointed at would lead to.
    pub fn new(
        scenario: &Arc<Scenario>,
        before: &Arc<Scenario>,
        preview: Option<&Call>,
        packet: PacketChoice,
        direction: DirectionView,
    ) -> Self {
        let draw = |scenario: &Scenario| matrix(scenario, packet, direction);
        let now = draw(scenario);
        let (changes, refusal) = match preview {
            Some(call) => match predict(scenario, call) {
                Ok((_, after)) if after == **scenario => (Vec::new(), None),
                Ok((_, after)) => (diff(&now, &draw(&after)), None),
                Err(error) => (Vec::new(), Some(error)),
            },
            None if Arc::ptr_eq(scenario, before) => (Vec::new(), None),
            None => (diff(&draw(before), &now), None),
        };
        let both = (direction != DirectionView::Both)
            .then(|| matrix(scenario, packet, DirectionView::Both));
        Self { matrix: now, both, changes, refusal }
    }

    /// Why a cell is as it is: the trace of the packet asked about, or the whole space.
    pub fn explanation(
        &self,
        scenario: &Scenario,
        selection: &Selection,
        language: Language,
    ) -> Option<Explanation> {
        let Selection { from, to } = selection;
        match self.matrix.choice {
            PacketChoice::All => {
                let cell = self.both.as_ref().unwrap_or(&self.matrix).between(from, to)?;
                Some(explain_cell(scenario, cell, language))
            }
            PacketChoice::One(asked) => {
                let flow = flow_between(scenario, from, to, example(asked))?;
                Some(explain(scenario, &evaluate(scenario, &flow), language))
            }
        }
    }
}

/// What the API would answer, and the scene it would leave.
///
/// # Errors
/// The documented error it would answer with.
pub fn predict(scenario: &Scenario, call: &Call) -> Result<(Reply, Scenario), ApiError> {
    emulator::answer(scenario, call, &prediction_env()).map(|a| (a.reply, a.scenario))
}

/// A packet of the kind asked about. Its source port is the largest: clients get theirs from the
/// upper end.
const fn example(asked: AskedPacket) -> Packet {
    let source_port = Port::MAX;
    match asked {
        AskedPacket::Tcp(destination_port) => Packet::Tcp { source_port, destination_port },
        AskedPacket::Udp(destination_port) => Packet::Udp { source_port, destination_port },
        AskedPacket::Icmp => Packet::Icmp,
        AskedPacket::Icmpv6 => Packet::Icmpv6,
        AskedPacket::Gre => Packet::Gre,
    }
}
