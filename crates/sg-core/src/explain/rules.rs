//! The rules that were tried, one per line, with the result of each field.

use crate::connectivity::{FieldMatch, FieldMatches, Outranking, Trial, TrialResult};
use crate::language::Text;
use crate::model::{Direction, InnerAccessPolicy};

use super::words::Words;
use super::{Part, RuleLine, text};

/// One line per rule, strongest first.
pub(super) fn rule_lines(words: &Words<'_>, trials: &[Trial]) -> Vec<RuleLine> {
    trials.iter().map(|trial| rule_line(words, trial, trials)).collect()
}

fn rule_line(words: &Words<'_>, trial: &Trial, trials: &[Trial]) -> RuleLine {
    let marks = marks(&trial.fields, trial.rule.spec.direction);
    let result = match &trial.result {
        TrialResult::Decides => words.say(text::RULE_DECIDES, &[]),
        TrialResult::MayMatch => words.say(text::RULE_MAY_MATCH, &[]),
        TrialResult::NoMatch => {
            let missed = marks.iter().filter(|(_, field)| *field == FieldMatch::Missed);
            let missed = missed.map(|(name, _)| Part::Words(words.word(*name))).collect();
            words.say(text::RULE_NO_MATCH, &[("fields", words.list(missed))])
        }
        TrialResult::Outranked { by, how } => {
            let frame = match how {
                Outranking::Priority => text::RULE_PRIORITY,
                Outranking::DropBeforeAccept => text::RULE_TIE,
                Outranking::SameRank => text::RULE_SAME,
            };
            let stronger = trials.iter().find(|other| other.rule.id == *by);
            let stronger = stronger.map(|other| words.rule(&other.group, &other.rule));
            words.say(frame, &[("rule", stronger.into_iter().collect())])
        }
        TrialResult::IrrelevantByPolicy { group } => {
            let accept = vec![words.policy(InnerAccessPolicy::Accept)];
            words.say(text::RULE_POLICY, &[("group", vec![words.group(group)]), ("accept", accept)])
        }
        TrialResult::IrrelevantByPlatform(_) => words.say(text::RULE_PLATFORM, &[]),
    };
    RuleLine {
        rule: words.rule(&trial.group, &trial.rule),
        group: words.group(&trial.group),
        marks: marks.into_iter().map(|(name, field)| (words.word(name), field)).collect(),
        result,
        decides: trial.result == TrialResult::Decides,
    }
}

/// The fields of a rule by name, in the order of the rule's text form.
fn marks(fields: &FieldMatches, direction: Direction) -> Vec<(Text, FieldMatch)> {
    let peer = match direction {
        Direction::Ingress => text::FIELD_SOURCE,
        Direction::Egress => text::FIELD_DESTINATION,
    };
    [
        (text::FIELD_PROTOCOL, fields.protocol),
        (text::FIELD_DESTINATION_PORT, fields.destination_port),
        (text::FIELD_SOURCE_PORT, fields.source_port),
        (peer, fields.peer),
        (text::FIELD_OWN_ADDRESS, fields.local_cidr),
    ]
    .into_iter()
    .filter(|(_, field)| *field != FieldMatch::NotAsked)
    .collect()
}
