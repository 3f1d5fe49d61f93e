//! The answer for one packet, and for all packets of a pair.

use crate::connectivity::evaluate::evaluate;
use crate::connectivity::flow::{Endpoint, Flow};
use crate::connectivity::reason::UnknownReason;
use crate::connectivity::space::{PacketSpace, packet_space};
use crate::connectivity::verdict::{Decider, Evaluation, Verdict};

use super::resolve::ResolvedRoute;
use super::{Decision, Reach, regions};

impl From<Evaluation> for Decision {
    fn from(evaluation: Evaluation) -> Self {
        Self {
            verdict: evaluation.verdict,
            clause: evaluation.clause(),
            contested: evaluation.contested.map(|contested| contested.verdict),
            decider: evaluation.decider,
        }
    }
}

impl Reach {
    /// Decides one packet.
    pub fn decide(&self, flow: &Flow) -> Decision {
        let uniform = |verdict, decider: Decider| {
            let clause = decider.clause();
            Decision { verdict, decider, clause, contested: None }
        };
        if self.in_prefix(&flow.source) || self.in_prefix(&flow.destination) {
            return Decision::from(evaluate(&self.scenario, flow));
        }
        let sides = match self.resolve_route(&flow.source, &flow.destination) {
            ResolvedRoute::Uniform(route) => return uniform(route.verdict(), route.decider()),
            ResolvedRoute::Sides(sides) => sides,
        };
        let Some((judged, of_rule)) = sides.ask(flow.packet) else {
            let reason = UnknownReason::NoSuchPacket;
            return uniform(Verdict::Unknown, Decider::Unknown(reason));
        };
        let decider = sides.decider(judged.by);
        let clause = sides.clause(&decider, of_rule);
        Decision { verdict: judged.by.verdict(), decider, clause, contested: judged.contested }
    }

    /// All packets from one end to another.
    pub fn space(&self, source: &Endpoint, destination: &Endpoint) -> PacketSpace {
        if self.in_prefix(source) || self.in_prefix(destination) {
            return packet_space(&self.scenario, source, destination);
        }
        match self.resolve_route(source, destination) {
            ResolvedRoute::Uniform(route) => regions::uniform(&route),
            ResolvedRoute::Sides(sides) => regions::of(&sides),
        }
    }
}
