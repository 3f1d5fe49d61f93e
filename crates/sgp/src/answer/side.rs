//! The check at one end, with the rules compared.

use std::borrow::Cow;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;

use sg_core::connectivity::{
    CheckedSide, FieldMatch, FieldMatches, Side, SideDecider, Trial, TrialResult, Verdict,
};
use sg_core::explain::decider_json::{DeciderJson, unread};
use sg_core::explain::json_words::{group_type, platform};
use sg_core::model::{Rule, Scenario};

use super::word::{not_checked, outranking};

/// The check at one end.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum SideJson<'a> {
    Checked {
        checked: bool,
        passes: Option<bool>,
        by: DeciderJson<'a>,
        clause: String,
        rules: Vec<TrialJson<'a>>,
    },
    NotChecked {
        checked: bool,
        reason: &'static str,
    },
}

/// One rule compared with the packet.
#[derive(Debug, Serialize)]
pub(crate) struct TrialJson<'a> {
    rule: &'a str,
    group: &'a str,
    text: Cow<'a, str>,
    matches: bool,
    result: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missed: Vec<&'static str>,
}

/// Which of the rules tried are included in the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listed {
    /// The one that decides.
    Deciding,
    /// All of them.
    All,
    /// Those that match the packet.
    Matching,
    /// None.
    None,
}

/// The rules of a scenario on one line each, written once because most answers name one of a few.
#[derive(Debug, Default)]
pub(crate) struct RuleTexts(IndexMap<usize, String>);

impl RuleTexts {
    pub(crate) fn new(scenario: &Scenario) -> Self {
        let rules = scenario.groups().flat_map(|group| &group.rules);
        Self(rules.map(|rule| (address(rule), rule.to_string())).collect())
    }

    fn of<'a>(&'a self, rule: &Arc<Rule>) -> Cow<'a, str> {
        let known = self.0.get(&address(rule));
        known.map_or_else(|| Cow::Owned(rule.to_string()), |text| Cow::Borrowed(text.as_str()))
    }
}

/// What tells a rule of a scenario from every other one while the scenario lives.
fn address(rule: &Arc<Rule>) -> usize {
    Arc::as_ptr(rule).addr()
}

/// The check at one end, including the selected rules.
pub(super) fn side<'a>(
    side: &'a Side,
    direction: &'static str,
    listed: Listed,
    texts: &'a RuleTexts,
) -> SideJson<'a> {
    match side {
        Side::NotChecked(reason) => {
            SideJson::NotChecked { checked: false, reason: not_checked(*reason) }
        }
        Side::Checked(CheckedSide { verdict, by, clause, trials }) => SideJson::Checked {
            checked: true,
            passes: match verdict {
                Verdict::Pass => Some(true),
                Verdict::Blocked => Some(false),
                Verdict::Unknown => None,
            },
            by: match by {
                SideDecider::Policy { group } => {
                    DeciderJson::Policy { group: group.as_str().into() }
                }
                SideDecider::Rule { group, rule } => DeciderJson::Rule {
                    direction,
                    group: group.as_str().into(),
                    rule: rule.id.as_str().into(),
                    policy: rule.spec.policy.as_str(),
                },
                SideDecider::Implicit { group_kind } => {
                    DeciderJson::Implicit { direction, group_type: group_type(*group_kind) }
                }
                SideDecider::Platform(rule) => DeciderJson::Platform { platform: platform(*rule) },
                SideDecider::Unread(part) => unread(part),
            },
            clause: clause.to_string(),
            rules: trials
                .iter()
                .filter(|tried| shown(tried, listed))
                .map(|tried| trial(tried, texts))
                .collect(),
        },
    }
}

fn shown(trial: &Trial, listed: Listed) -> bool {
    match listed {
        Listed::Deciding => trial.result == TrialResult::Decides,
        Listed::All => true,
        Listed::Matching => trial.fields.any(),
        Listed::None => false,
    }
}

fn trial<'a>(trial: &'a Trial, texts: &'a RuleTexts) -> TrialJson<'a> {
    let (result, by) = match &trial.result {
        TrialResult::Decides => ("decides", None),
        TrialResult::NoMatch => ("no_match", None),
        TrialResult::MayMatch => ("may_match", None),
        TrialResult::Outranked { by, how } => (outranking(*how), Some(by.as_str())),
        TrialResult::IrrelevantByPolicy { group } => ("irrelevant_by_policy", Some(group.as_str())),
        TrialResult::IrrelevantByPlatform(rule) => {
            ("irrelevant_by_platform", Some(platform(*rule)))
        }
    };
    TrialJson {
        rule: trial.rule.id.as_str(),
        group: trial.group.as_str(),
        text: texts.of(&trial.rule),
        matches: trial.fields.all(),
        result,
        by,
        missed: missed(&trial.fields),
    }
}

fn missed(fields: &FieldMatches) -> Vec<&'static str> {
    [
        ("protocol", fields.protocol),
        ("destination_port", fields.destination_port),
        ("source_port", fields.source_port),
        ("peer", fields.peer),
        ("own_side", fields.local_cidr),
    ]
    .into_iter()
    .filter(|(_, field)| *field == FieldMatch::Missed)
    .map(|(name, _)| name)
    .collect()
}
