//! The wire types of a lesson, version 1. Published: fields are added, never changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::goal::Expect;
use crate::language::Language;
use crate::share::{Document, object, objects};

/// The version these types describe.
pub const VERSION: u64 = 1;

/// A lesson as its file holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LessonDocument {
    /// Where the schema lies, for editors; not read.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Always 1.
    pub version: u64,
    /// The permanent id: small letters, digits and hyphens.
    pub id: String,
    /// 1 the switch, 2 rules and defaults, 3 priorities and several groups, 4 the API.
    pub level: u64,
    /// Its name.
    #[serde(deserialize_with = "one_object")]
    pub title: Words,
    /// What there is, and what is wanted.
    #[serde(deserialize_with = "one_object")]
    pub task: Words,
    /// The opening scene.
    #[serde(deserialize_with = "one_object")]
    pub scene: Document,
    /// What to predict before anything is touched.
    #[serde(deserialize_with = "one_object")]
    pub question: QuestionWire,
    /// What is to be reached; at least one.
    #[serde(deserialize_with = "objects")]
    pub goals: Vec<GoalWire>,
    /// Help on demand, from a nudge to nearly the answer.
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Words>,
    /// What a good solution takes.
    #[serde(deserialize_with = "one_object")]
    pub par: ParWire,
    /// Why it works, one reason each; at least one.
    #[serde(deserialize_with = "objects")]
    pub why: Vec<WhyWire>,
    /// What else to try in this scene.
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<AlsoWire>,
}

/// A text in one language or in both. `Code` stands between backticks.
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
    /// The text in a language, or in the other one where it is written in that one alone.
    pub fn get(&self, language: Language) -> &str {
        let (own, other) = match language {
            Language::En => (&self.en, &self.zh),
            Language::Zh => (&self.zh, &self.en),
        };
        own.as_deref().or(other.as_deref()).unwrap_or_default()
    }

    /// The language it is in when this one is asked for.
    pub fn language(&self, asked: Language) -> Language {
        let has = match asked {
            Language::En => self.en.is_some(),
            Language::Zh => self.zh.is_some(),
        };
        if has { asked } else { asked.other() }
    }
}

/// The question before the work.
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
    /// The packets it is about, as `tcp/443`; all of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packets: Option<String>,
    /// Calls that are imagined to have been made, as command lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<String>,
    /// The answers to choose from, of which exactly one holds; at least two.
    #[serde(deserialize_with = "objects")]
    pub choices: Vec<ChoiceWire>,
}

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChoiceWire {
    /// The answer.
    #[serde(deserialize_with = "one_object")]
    pub text: Words,
    /// What it claims: the engine finds out whether all of it holds. At least one.
    #[serde(deserialize_with = "objects")]
    pub claims: Vec<ClaimWire>,
    /// What to say to somebody who chose it.
    #[serde(deserialize_with = "one_object")]
    pub feedback: Words,
}

/// A goal: a claim about the end of the work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GoalWire {
    /// What the list of goals calls it.
    #[serde(deserialize_with = "one_object")]
    pub name: Words,
    /// What is to hold.
    #[serde(deserialize_with = "one_object")]
    pub claim: ClaimWire,
}

/// Something that holds or does not: exactly one of these fields.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClaimWire {
    /// What becomes of packets.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub traffic: Option<TrafficWire>,
    /// What the API answered.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub call: Option<CallWire>,
    /// A group's intra-group policy.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub policy: Option<PolicyWire>,
    /// Who is in a group.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberWire>,
    /// Whether a group exists.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupWire>,
    /// How much may be done.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "Option::is_none")]
    pub budget: Option<BudgetWire>,
}

/// What becomes of packets between two ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrafficWire {
    /// The sender: an instance or interface, an outside block, or an address.
    pub from: String,
    /// The receiver.
    pub to: String,
    /// The packets, as `tcp/443`; all of them when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packets: Option<Vec<String>>,
    /// The ports they come from, as `1024-65535`; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_ports: Option<String>,
    /// Whether the same holds for the way back.
    #[serde(default, skip_serializing_if = "is_false")]
    pub both_ways: bool,
    /// `pass`, `blocked`, or `passOnly`: and nothing else passes.
    pub expect: Expect,
    /// The clause that decides about all of these packets, as `S-02`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A call of the log and what the API answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallWire {
    /// The operation; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Parameters that it had.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub with: BTreeMap<String, String>,
    /// Whether it came after the last edit that changed the scene.
    #[serde(default, skip_serializing_if = "is_false")]
    pub fresh: bool,
    /// `200`, or the code of an error.
    pub answer: String,
}

/// A group's intra-group policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PolicyWire {
    /// The group by id or name.
    pub group: String,
    /// `Accept` or `Drop`.
    pub is: String,
}

/// Whether an instance is in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MemberWire {
    /// The instance by id or name; its primary interface counts.
    pub instance: String,
    /// The group by id or name.
    pub group: String,
    /// Whether it is to be a member.
    pub is: bool,
}

/// Whether a group exists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupWire {
    /// The group by id or name.
    pub name: String,
    /// Whether it is to exist.
    pub exists: bool,
}

/// How much may be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BudgetWire {
    /// The most edits that change the scene.
    pub calls: u64,
    /// The only operations that may change it; any when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Vec<String>>,
}

/// What a good solution takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ParWire {
    /// Edits that change the scene.
    pub calls: u64,
    /// Pairs of ends that get more than the goals ask for; none when absent.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub openings: u64,
}

/// One reason why it works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhyWire {
    /// The reason.
    #[serde(deserialize_with = "one_object")]
    pub text: Words,
    /// The statements it rests on, as `S-02` or `A-05`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests: Vec<String>,
}

/// Something else to try.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlsoWire {
    /// What.
    #[serde(deserialize_with = "one_object")]
    pub text: Words,
    /// The example that shows it, by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

/// Reads an object, and never a list in its place.
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
