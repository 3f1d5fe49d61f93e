//! Answers questions about a scenario that is prepared once.

use std::sync::Mutex;

use serde::Serialize;
use serde_json::Value;

use sg_core::connectivity::{Evaluation, Flow, PacketSet, Reach, evaluate};
use sg_core::explain::addresses_text;
use sg_core::goal::{Directory, Place};
use sg_core::model::Scenario;

use super::question::Question;
use crate::answer::{Answer, Listed, RuleTexts, Rules};
use crate::failure::Failure;
use crate::print::append_json_line;

/// Everything that answers need.
pub(super) struct Answers<'a> {
    scenario: &'a Scenario,
    /// The prepared scenario, unless answers list rules that were tried in vain.
    reach: Option<Reach>,
    directory: Directory<'a>,
    /// Answers about outside blocks, which are kept because they are expensive to find.
    blocks: Mutex<Directory<'a>>,
    listed: Listed,
    texts: RuleTexts,
}

#[derive(Serialize)]
struct Line<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    answer: Answer<'a>,
}

impl<'a> Answers<'a> {
    pub(super) fn new(scenario: &'a Scenario, listed: Listed) -> Self {
        let reach = match listed {
            Listed::Deciding | Listed::None => Some(Reach::new(scenario)),
            Listed::All | Listed::Matching => None,
        };
        Self {
            scenario,
            reach,
            directory: Directory::new(scenario),
            blocks: Mutex::new(Directory::new(scenario)),
            listed,
            texts: RuleTexts::new(scenario),
        }
    }

    /// Appends the answer to the question on a line.
    ///
    /// # Errors
    /// What is wrong with the question. Inside, whether the answer could be written.
    pub(super) fn append(
        &self,
        line: &[u8],
        out: &mut Vec<u8>,
    ) -> Result<Result<(), Failure>, String> {
        let question = Question::read(line)?;
        let from = self.directory.find(&question.src).map_err(|error| format!("src: {error}"))?;
        let to = self.directory.find(&question.dst).map_err(|error| format!("dst: {error}"))?;
        let packet = question.packet()?;
        let nothing = || "nothing can travel between these two ends".to_owned();
        let rules = Rules { listed: self.listed, texts: &self.texts };
        let block = |place: &Place| matches!(place, Place::Block(_));
        if !block(&from) && !block(&to) {
            let ends = self.directory.endpoints(&from, &to, packet.family());
            let (source, destination) = ends.ok_or_else(nothing)?;
            let evaluation = self.evaluate(Flow { source, destination, packet });
            let answer = Answer::new(&evaluation, rules);
            return Ok(append_json_line(out, &Line { id: question.id, answer }));
        }
        let answer = {
            // A poisoned lock holds answers all the same.
            let lock = self.blocks.lock();
            let mut blocks = lock.unwrap_or_else(std::sync::PoisonError::into_inner);
            blocks.ask(&from, &to, Some(PacketSet::single(packet))).ok_or_else(nothing)?
        };
        let parts = answer.parts.iter().map(|part| {
            let (source, destination) = (part.source.clone(), part.destination.clone());
            let flow = Flow { source, destination, packet };
            (addresses_text(&part.ranges), self.evaluate(flow))
        });
        let parts: Vec<(Vec<String>, Evaluation)> = parts.collect();
        let answer = Answer::of_parts(&parts, answer.verdict(), rules).ok_or_else(nothing)?;
        Ok(append_json_line(out, &Line { id: question.id, answer }))
    }

    fn evaluate(&self, flow: Flow) -> Evaluation {
        match &self.reach {
            Some(reach) => reach.evaluate(flow),
            None => evaluate(self.scenario, &flow),
        }
    }
}
