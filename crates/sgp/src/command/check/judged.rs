//! A goal with its outcome.

use sg_core::connectivity::Flow;
use sg_core::explain::brief::packet_text;
use sg_core::goal::{Directory, Failure as Failing, Wrong, text as goal_text};
use sg_core::language::Language;
use sg_core::model::Scenario;

use crate::failure::Failure;
use crate::goals::Goal;
use crate::text;

/// Pairs of ends that do not meet a goal, and how the first of them does not.
pub(super) struct Miss {
    pub(super) failure: Failing,
    /// Why, in one sentence.
    pub(super) sentence: String,
    /// A packet that violates the goal.
    pub(super) flow: Option<Flow>,
}

fn miss(scenario: &Scenario, goal: &Goal, failure: Failing, language: Language) -> Miss {
    let sentence = failure.wrong.sentence(&goal.traffic, scenario, language);
    let flow = match &failure.wrong {
        Wrong::Packet { flow, .. } => Some(flow.clone()),
        Wrong::NoEnd { .. }
        | Wrong::NoWay
        | Wrong::NotFiltered
        | Wrong::NoSuchPacket(_)
        | Wrong::Unlisted => None,
    };
    Miss { failure, sentence, flow }
}

/// A goal with its name and outcome.
pub(super) struct Judged {
    pub(super) goal: Goal,
    pub(super) name: String,
    /// Whether it is about one end and another one.
    pub(super) single: bool,
    pub(super) misses: Vec<Miss>,
}

/// Judges a goal.
///
/// # Errors
/// Nothing can travel between the two ends that it names.
pub(super) fn judge(
    goal: Goal,
    scenario: &Scenario,
    directory: &mut Directory<'_>,
    language: Language,
) -> Result<Judged, Failure> {
    let one = |end: &str| directory.select(end).is_ok_and(|selection| selection.single);
    let single = one(&goal.traffic.from) && one(&goal.traffic.to);
    let failures = goal.traffic.failures(scenario, directory);
    let failures = failures.map_err(|(_, sentence)| Failure::Input(sentence))?;
    if single && failures.iter().any(|failure| failure.wrong == Wrong::NoWay) {
        let sentence = "nothing can travel between these two ends".to_owned();
        return Err(Failure::Input(sentence));
    }
    let name = goal.title(language);
    let miss = |failure| miss(scenario, &goal, failure, language);
    let misses = failures.into_iter().map(miss).collect();
    Ok(Judged { name, single, misses, goal })
}

impl Judged {
    pub(super) fn is_met(&self) -> bool {
        self.misses.is_empty()
    }

    /// Why it is not met, one line for pairs that fail alike.
    pub(super) fn lines(&self, scenario: &Scenario, language: Language) -> Vec<String> {
        let line = |miss: &Miss| {
            let said = sentence(miss, language);
            if self.single {
                return said;
            }
            let failure = &miss.failure;
            let frame = match failure.pairs {
                1 => goal_text::FAILING_PAIR,
                _ => goal_text::FAILING_PAIRS,
            };
            let values = [
                ("source", failure.from_words(scenario, language)),
                ("destination", failure.to_words(scenario, language)),
                ("pairs", failure.pairs.to_string()),
                ("sentence", said),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            frame.fill(language, &values)
        };
        self.misses.iter().map(line).collect()
    }
}

/// Why a goal is not met, with the packet that shows it.
fn sentence(miss: &Miss, language: Language) -> String {
    let Some(Flow { source, destination, packet }) = &miss.flow else {
        return miss.sentence.clone();
    };
    let values = [
        ("sentence", miss.sentence.clone()),
        ("packet", packet_text(*packet, language)),
        ("source", source.address().to_string()),
        ("port", packet.ports().map_or_else(String::new, |(source, _)| source.to_string())),
        ("destination", destination.address().to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let frame = match packet.ports() {
        Some(_) => text::OFFENDING,
        None => text::OFFENDING_WITHOUT_PORT,
    };
    frame.fill(language, &values)
}
