//! Quizzes: small scenarios for which a common misconception gives the wrong answer.
//!
//! A seed determines a quiz, permanently, so that links to it keep working. Each quiz is about one
//! misconception ([`Misconception`]): random scenarios are drawn from the seed until the misconception
//! gives the wrong answer, and then everything is removed that is not needed for that. The right
//! answer comes from the engine.

mod answer;
pub(crate) mod draw;
mod misconception;
mod mutant;
mod session;
pub(crate) mod sketch;

use std::sync::Arc;

use crate::connectivity::{
    AskedPacket, Decider, End, Endpoint, Evaluation, Flow, Packet, Path, Verdict, evaluate,
};
use crate::model::Scenario;
use crate::rng::SplitMix64;

pub use answer::Answer;
pub use misconception::{Explanation, Misconception};
pub use mutant::passes;
pub use session::{Session, Standing, Tally};

use sketch::Sketch;

/// A scenario with one question: does this connection work?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiz {
    /// The seed.
    pub seed: u64,
    /// The misconception it is about.
    pub topic: Misconception,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The right answer and its reason.
    pub truth: Evaluation,
    /// All misconceptions that lead to the wrong answer, including the topic, in numerical order.
    pub misled: Vec<Misconception>,
}

/// The number of rounds of quizzes; each round has one quiz per misconception.
const ROUNDS: u64 = 83_333;

/// The maximum number of scenarios tried per quiz. A search normally ends long before; without a
/// limit, an unlucky seed could block the page.
const MOST_SCENARIOS: u32 = 4_000;

/// How many misleading scenarios are compared; the smallest one is used.
const COMPARED: usize = 6;

impl Quiz {
    /// The number of quizzes: valid seeds are less than this. Six digits, so that a seed can be
    /// read out to someone.
    ///
    /// The quiz of each seed is published and must not change. A different algorithm, or another
    /// misconception, must use larger seeds.
    pub const COUNT: u64 = ROUNDS * Misconception::ALL.len() as u64;

    /// The quiz of a seed; `None` for seeds from [`Quiz::COUNT`] on.
    pub fn of(seed: u64) -> Option<Self> {
        let topic = Self::topic(seed)?;
        let sketch = search(topic, &mut SplitMix64::new(seed))?;
        let (scenario, flow) = sketch.build()?;
        let truth = evaluate(&scenario, &flow);
        let misled = misled(&scenario, &truth);
        Some(Self { seed, topic, scenario: Arc::new(scenario), truth, misled })
    }

    /// The misconception that the quiz of a seed is about.
    pub fn topic(seed: u64) -> Option<Misconception> {
        let count = u64::try_from(Misconception::ALL.len()).ok()?;
        let place = usize::try_from(seed.checked_rem(count)?).ok()?;
        Misconception::ALL.get(place).copied().filter(|_| seed < Self::COUNT)
    }

    /// A seed whose quiz is about a misconception. Rounds wrap around.
    pub const fn seed(topic: Misconception, round: u64) -> u64 {
        (round % ROUNDS) * Misconception::ALL.len() as u64 + topic.number()
    }

    /// The right answer: whether the connection works.
    pub fn works(&self) -> bool {
        self.truth.verdict == Verdict::Pass
    }

    /// The sender and receiver, as ends of a matrix cell.
    pub fn ends(&self) -> (End, End) {
        let Flow { source, destination, .. } = &self.truth.flow;
        (self.end(source), self.end(destination))
    }

    fn end(&self, endpoint: &Endpoint) -> End {
        match endpoint {
            Endpoint::Interface { id, .. } => End::Interface(id.clone()),
            Endpoint::Outside { address } => {
                let mut outside = self.scenario.outside().iter();
                let block = outside.find(|outside| outside.block.contains(address));
                End::Outside(block.map(|block| block.name.clone()).unwrap_or_default())
            }
        }
    }

    /// The packet, from any source port.
    pub const fn asked(&self) -> AskedPacket {
        match self.truth.flow.packet {
            Packet::Tcp { destination_port, .. } => AskedPacket::Tcp(destination_port),
            Packet::Udp { destination_port, .. } => AskedPacket::Udp(destination_port),
            Packet::Icmp => AskedPacket::Icmp,
            Packet::Icmpv6 => AskedPacket::Icmpv6,
            Packet::Gre => AskedPacket::Gre,
            Packet::Other(number) => AskedPacket::Other(number),
        }
    }

    /// Whether the packet is sent to the public address of an interface.
    pub const fn is_public(&self) -> bool {
        matches!(self.truth.path, Path::Public { .. })
    }
}

/// Whether one misconception leads to the wrong answer about a packet that can be asked about.
pub fn misleads(misconception: Misconception, scenario: &Scenario, flow: &Flow) -> bool {
    // The cheaper check first: few scenarios pass it.
    if passes(scenario, flow, &[misconception]) == passes(scenario, flow, &[]) {
        return false;
    }
    let truth = evaluate(scenario, flow);
    settled(&truth) && is_wrong(misconception, scenario, &truth)
}

/// Whether an answer is suitable for a quiz: only groups decide it, and sources agree on it.
pub fn settled(truth: &Evaluation) -> bool {
    let by_groups = match truth.decider {
        Decider::Policy { .. } | Decider::Rule { .. } | Decider::Implicit { .. } => true,
        Decider::Platform(_) | Decider::Route(_) | Decider::Itself | Decider::Unknown(_) => false,
    };
    // It is only inferred that the Accept of a shared group also overrides rules of groups that are
    // not shared.
    let shared = &truth.intra_group.shared;
    let of_shared =
        truth.irrelevant_rules().all(|trial| shared.iter().any(|group| group.id == trial.group));
    by_groups && truth.contested.is_none() && of_shared
}

fn is_wrong(misconception: Misconception, scenario: &Scenario, truth: &Evaluation) -> bool {
    passes(scenario, &truth.flow, &[misconception]) != (truth.verdict == Verdict::Pass)
}

fn misled(scenario: &Scenario, truth: &Evaluation) -> Vec<Misconception> {
    Misconception::ALL
        .iter()
        .copied()
        .filter(|misconception| is_wrong(*misconception, scenario, truth))
        .collect()
}

/// The smallest of a few misleading scenarios; among equals, the one that misleads the fewest other
/// misconceptions.
fn search(topic: Misconception, rng: &mut SplitMix64) -> Option<Sketch> {
    let mut found: Vec<Sketch> = Vec::new();
    for _ in 0..MOST_SCENARIOS {
        let sketch = draw::sketch(rng, topic);
        if misleads_in(topic, &sketch) {
            found.push(shrunk(topic, sketch));
        }
        if found.len() >= COMPARED {
            break;
        }
    }
    found.into_iter().min_by_key(|sketch| {
        let others = sketch
            .build()
            .map(|(scenario, flow)| misled(&scenario, &evaluate(&scenario, &flow)).len());
        (sketch.size() + others.unwrap_or_default(), sketch.size())
    })
}

/// Removes everything from a scenario that is not needed to mislead.
fn shrunk(topic: Misconception, mut sketch: Sketch) -> Sketch {
    // Every step is smaller than the one before, so the loop terminates.
    while let Some(smaller) = sketch.smaller().into_iter().find(|less| misleads_in(topic, less)) {
        sketch = smaller;
    }
    sketch
}

fn misleads_in(topic: Misconception, sketch: &Sketch) -> bool {
    sketch.build().is_some_and(|(scenario, flow)| misleads(topic, &scenario, &flow))
}
