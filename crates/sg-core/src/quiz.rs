//! Quizzes: small scenes in which a wrong belief and the truth give different answers.
//!
//! A number makes a quiz, always the same one, so that a link to it works for years. Each quiz is
//! about one [`Belief`]: a search draws scenes from the number until the believer is wrong about
//! one, and takes away everything that can go while he stays wrong. The truth is the engine's.

mod belief;
mod draw;
mod passes;
mod session;
mod sketch;

use std::sync::Arc;

use crate::chance::SplitMix64;
use crate::connectivity::{
    AskedPacket, Decider, End, Endpoint, Evaluation, Flow, Packet, Path, Verdict, evaluate,
};
use crate::model::Scenario;

pub use belief::{Belief, Told};
pub use passes::passes;
pub use session::{Session, Standing, Tally};

use sketch::Sketch;

/// A scene with one question: does this connection work?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiz {
    /// The number that makes it.
    pub seed: u64,
    /// The belief it is about.
    pub topic: Belief,
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The answer to the question, with the reason.
    pub truth: Evaluation,
    /// Every belief that leads to the wrong answer, the topic among them, in the order of their
    /// numbers.
    pub misled: Vec<Belief>,
}

/// How many rounds of quizzes there are: in each, one about each belief.
const ROUNDS: u64 = 83_333;

/// How many scenes are looked at for one quiz. A search ends long before as a rule; without a
/// limit an unlucky number could hold up the page.
const MOST_SCENES: u32 = 4_000;

/// How many scenes that mislead the believer are compared; the smallest is taken.
const COMPARED: usize = 6;

impl Quiz {
    /// How many quizzes there are: numbers from 0 up to, not including, this one. Six digits, so
    /// that one can be read out to somebody.
    ///
    /// What a number makes is published and stays; another way of making quizzes, or a belief
    /// more, gets larger numbers.
    pub const COUNT: u64 = ROUNDS * Belief::ALL.len() as u64;

    /// The quiz of a number; none for a number from [`Quiz::COUNT`] on.
    pub fn of(seed: u64) -> Option<Self> {
        let topic = Self::topic(seed)?;
        let sketch = search(topic, &mut SplitMix64::new(seed))?;
        let (scenario, flow) = sketch.build()?;
        let truth = evaluate(&scenario, &flow);
        let misled = misled(&scenario, &truth);
        Some(Self { seed, topic, scenario: Arc::new(scenario), truth, misled })
    }

    /// The belief that the quiz of a number is about.
    pub fn topic(seed: u64) -> Option<Belief> {
        let count = u64::try_from(Belief::ALL.len()).ok()?;
        let place = usize::try_from(seed.checked_rem(count)?).ok()?;
        Belief::ALL.get(place).copied().filter(|_| seed < Self::COUNT)
    }

    /// A number whose quiz is about a belief. Rounds beyond the last start anew.
    pub const fn seed(topic: Belief, round: u64) -> u64 {
        (round % ROUNDS) * Belief::ALL.len() as u64 + topic.number()
    }

    /// The right answer.
    pub fn works(&self) -> bool {
        self.truth.verdict == Verdict::Pass
    }

    /// Who sends and who receives, as cells of the matrix name them.
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

    /// The packet, from any port.
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

    /// Whether the packet goes to a public address of an interface.
    pub const fn is_public(&self) -> bool {
        matches!(self.truth.path, Path::Public { .. })
    }
}

/// Whether somebody with one wrong belief is misled about a packet that can be asked about.
pub fn misleads(belief: Belief, scenario: &Scenario, flow: &Flow) -> bool {
    // The cheap half of the question first: few scenes get further.
    if passes(scenario, flow, &[belief]) == passes(scenario, flow, &[]) {
        return false;
    }
    let truth = evaluate(scenario, flow);
    settled(&truth) && is_wrong(belief, scenario, &truth)
}

/// Whether an answer is one to learn from: groups alone decide it, and sources agree on it.
pub fn settled(truth: &Evaluation) -> bool {
    let by_groups = match truth.decider {
        Decider::Policy { .. } | Decider::Rule { .. } | Decider::Implicit { .. } => true,
        Decider::Platform(_) | Decider::Route(_) | Decider::Itself | Decider::Unknown(_) => false,
    };
    // That a shared group's Accept also sets aside rules of groups that are not shared is inferred.
    let shared = &truth.intra_group.shared;
    let of_shared =
        truth.irrelevant_rules().all(|trial| shared.iter().any(|group| group.id == trial.group));
    by_groups && truth.contested.is_none() && of_shared
}

fn is_wrong(belief: Belief, scenario: &Scenario, truth: &Evaluation) -> bool {
    passes(scenario, &truth.flow, &[belief]) != (truth.verdict == Verdict::Pass)
}

fn misled(scenario: &Scenario, truth: &Evaluation) -> Vec<Belief> {
    Belief::ALL.iter().copied().filter(|belief| is_wrong(*belief, scenario, truth)).collect()
}

/// The smallest of a few scenes that mislead the believer; among equals one that misleads as few
/// others as possible.
fn search(topic: Belief, chance: &mut SplitMix64) -> Option<Sketch> {
    let mut found: Vec<Sketch> = Vec::new();
    for _ in 0..MOST_SCENES {
        let sketch = draw::sketch(chance, topic);
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

/// The scene without anything that can go while the believer stays wrong.
fn shrunk(topic: Belief, mut sketch: Sketch) -> Sketch {
    // Every step is smaller than the one before, so this ends.
    while let Some(smaller) = sketch.smaller().into_iter().find(|less| misleads_in(topic, less)) {
        sketch = smaller;
    }
    sketch
}

fn misleads_in(topic: Belief, sketch: &Sketch) -> bool {
    sketch.build().is_some_and(|(scenario, flow)| misleads(topic, &scenario, &flow))
}
