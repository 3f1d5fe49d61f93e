//! The wire types of a lesson, version 1. Published: fields may be added but never changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::goal::Expect;
use crate::language::Language;
use crate::share::{Document, object, objects};

/// The version that these types describe.
pub const VERSION: u64 = 1;

/// A lesson file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LessonDocument {
    /// The location of the schema, for editors; ignored when reading.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always 1.
    pub version: u64,
    /// The permanent id: lower-case letters, digits and hyphens.
    pub id: String,
    /// 1: the intra-group policy, 2: rules and defaults, 3: priorities and several groups, 4: the
    /// API.
    pub level: u64,
    /// The title.
    #[serde(deserialize_with = "one_object")]
    pub title: Words,
    /// The situation and the task.
    #[serde(deserialize_with = "one_object")]
    pub task: Words,
    /// The initial scenario.
    #[serde(deserialize_with = "one_object")]
    #[serde(rename = "scene")]
    pub scenario: Document,
    /// What to predict before making any change.
    #[serde(deserialize_with = "one_object")]
    pub question: QuestionWire,
    /// The goals; at least one.
    #[serde(deserialize_with = "objects")]
    pub goals: Vec<GoalWire>,
    /// Hints on demand, from a nudge to nearly the solution.
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Words>,
    /// The effort of a good solution.
    #[serde(deserialize_with = "one_object")]
    pub par: ParWire,
    /// The reasons why it works; at least one.
    #[serde(deserialize_with = "objects")]
    pub why: Vec<WhyWire>,
    /// Suggestions for further experiments with this scenario.
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoWire>,
}

/// A text in one or both languages. Code is set in backticks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Words {
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    /// Simplified Chinese.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
}

impl Words {
    /// The text in a language, or in the other language if there is no translation.
    pub fn get(&self, language: Language) -> &str {
        let (own, other) = match language {
            Language::En => (&self.en, &self.zh),
            Language::Zh => (&self.zh, &self.en),
        };
        own.as_deref().or(other.as_deref()).unwrap_or_default()
    }

    /// The language that [`get`](Self::get) returns for the requested one.
    pub fn language(&self, asked: Language) -> Language {
        let has = match asked {
            Language::En => self.en.is_some(),
            Language::Zh => self.zh.is_some(),
        };
        if has { asked } else { asked.other() }
    }
}

/// The question before the task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuestionWire {
    /// The question.
    #[serde(deserialize_with = "one_object")]
    pub text: Words,
    /// The row of the cell it is about: an instance, an interface or an outside block.
    pub from: String,
    /// The column.
    pub to: String,
    /// The packets it is about, such as `tcp/443`; all packets if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packets: Option<String>,
    /// Hypothetical calls made before the question, as command lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// The possible answers, exactly one of them right; at least two.
    #[serde(deserialize_with = "objects")]
    pub choices: Vec<ChoiceWire>,
}

/// A possible answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoiceWire {
    /// The answer.
    #[serde(deserialize_with = "one_object")]
    pub text: Words,
    /// What it claims. The engine determines whether all claims hold. At least one.
    #[serde(deserialize_with = "objects")]
    pub claims: Vec<ClaimWire>,
    /// The feedback for someone who chose it.
    #[serde(deserialize_with = "one_object")]
    pub feedback: Words,
}

/// A goal: a claim that must hold at the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GoalWire {
    /// The name in the list of goals.
    #[serde(deserialize_with = "one_object")]
    pub name: Words,
    /// What must hold.
    #[serde(deserialize_with = "one_object")]
    pub claim: ClaimWire,
}

/// A claim: exactly one of these fields is set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClaimWire {
    /// The fate of packets.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub traffic: Option<TrafficWire>,
    /// An answer of the API.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub call: Option<CallWire>,
    /// A group's intra-group policy.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyWire>,
    /// A membership in a group.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberWire>,
    /// Whether a group exists.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupWire>,
    /// A limit on edits.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub budget: Option<BudgetWire>,
}

/// The expected fate of packets between two ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrafficWire {
    /// The sender: an instance or interface, an outside block, or an address.
    pub from: String,
    /// The receiver.
    pub to: String,
    /// The packets, such as `tcp/443`; all packets if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packets: Option<Vec<String>>,
    /// Source ports, such as `1024-65535`; any port if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_ports: Option<String>,
    /// Whether the same must hold in the other direction.
    #[serde(default, skip_serializing_if = "is_false")]
    pub both_ways: bool,
    /// `pass`, `blocked`, or `passOnly` (these packets pass and no others).
    pub expect: Expect,
    /// The clause that must decide about all of these packets, such as `S-02`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A call in the log and the answer it got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallWire {
    /// The operation; any operation if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Parameters that the call had.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, String>,
    /// Whether it came after the last edit that changed the scenario.
    #[serde(default, skip_serializing_if = "is_false")]
    pub fresh: bool,
    /// `200`, or an error code.
    pub answer: String,
}

/// A group's intra-group policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PolicyWire {
    /// The group, by id or name.
    pub group: String,
    /// `Accept` or `Drop`.
    pub is: String,
}

/// Whether an instance is in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MemberWire {
    /// The instance, by id or name; only its primary interface counts.
    pub instance: String,
    /// The group, by id or name.
    pub group: String,
    /// Whether it should be a member.
    pub is: bool,
}

/// Whether a group exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupWire {
    /// The group, by id or name.
    pub name: String,
    /// Whether it should exist.
    pub exists: bool,
}

/// A limit on edits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BudgetWire {
    /// The maximum number of edits that change the scenario.
    pub calls: u64,
    /// The permitted operations; any edit if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Vec<String>>,
}

/// The effort of a good solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParWire {
    /// Edits that change the scenario.
    pub calls: u64,
    /// Pairs of ends that get more access than the goals require; 0 if absent.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub openings: u64,
}

/// A reason why it works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhyWire {
    /// The reason.
    #[serde(deserialize_with = "one_object")]
    pub text: Words,
    /// The statements it rests on, such as `S-02` or `A-05`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests: Vec<String>,
}

/// A suggestion for a further experiment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlsoWire {
    /// The suggestion.
    #[serde(deserialize_with = "one_object")]
    pub text: Words,
    /// The id of the example that demonstrates it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

/// Deserialises an object, rejecting a list in its place.
fn one_object<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let read: Option<T> = object(deserializer)?;
    read.ok_or_else(|| serde::de::Error::custom("expected an object"))
}

const fn is_false(value: &bool) -> bool {
    !*value
}

const fn is_zero(value: &u64) -> bool {
    *value == 0
}
