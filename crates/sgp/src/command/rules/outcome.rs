//! The fewest rules as JSON.

use serde::Serialize;

use sg_core::connectivity::Reach;
use sg_core::history::edit_lines::EditsJson;
use sg_core::language::Language;
use sg_core::least_rules::{LeastRules, Unmet};

use crate::answer::EndJson;
use crate::command::proposed::{self, ProposedJson};
use crate::goals::Goal;

#[derive(Serialize)]
pub(super) struct RulesJson {
    /// Whether the goals are met after the edits.
    met: bool,
    #[serde(flatten)]
    found: Option<FoundJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unmet: Option<UnmetJson>,
}

#[derive(Serialize)]
struct FoundJson {
    #[serde(flatten)]
    edits: EditsJson,
    /// Everything that they change, by role.
    #[serde(flatten)]
    proposed: Option<ProposedJson>,
    /// Whether every smaller set was ruled out.
    least: bool,
    /// Other sets of as few edits.
    others: usize,
    tried: usize,
}

#[derive(Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
enum UnmetJson {
    Impossible {
        goal: String,
        reason: String,
    },
    Contradiction {
        passes: String,
        blocked: String,
        source: EndJson,
        destination: EndJson,
        packet: String,
    },
    NotFound {
        tried: usize,
    },
}

pub(super) fn as_json(
    reach: &Reach,
    goals: &[Goal],
    found: &Result<LeastRules, Unmet>,
    language: Language,
) -> RulesJson {
    let title = |at: usize| goals.get(at).map(|goal| goal.title(language)).unwrap_or_default();
    let found = found.as_ref().map(|found| FoundJson {
        edits: EditsJson::new(reach.scenario(), &found.edits),
        proposed: proposed::json(reach, &found.edits),
        least: found.least,
        others: found.others,
        tried: found.tried,
    });
    let unmet = |unmet: &Unmet| match unmet {
        Unmet::Impossible { goal, wrong } => UnmetJson::Impossible {
            goal: title(*goal),
            reason: goals
                .get(*goal)
                .map(|own| wrong.sentence(&own.traffic, reach.scenario(), language))
                .unwrap_or_default(),
        },
        Unmet::Contradiction { passes, blocked, flow } => UnmetJson::Contradiction {
            passes: title(*passes),
            blocked: title(*blocked),
            source: (&flow.source).into(),
            destination: (&flow.destination).into(),
            packet: flow.packet.to_string(),
        },
        Unmet::NotFound { tried } => UnmetJson::NotFound { tried: *tried },
    };
    match found {
        Ok(found) => RulesJson { met: true, found: Some(found), unmet: None },
        Err(own) => RulesJson { met: false, found: None, unmet: Some(unmet(own)) },
    }
}
