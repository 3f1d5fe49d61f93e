//! The wire types of a lesson, version 1. Published: fields may be added but never changed.

use serde::{Deserialize, Deserializer, Serialize};

use crate::language::Language;
use crate::share::{Document, object, objects};

mod claim;

pub use claim::{BudgetWire, CallWire, ClaimWire, GroupWire, MemberWire, PolicyWire, TrafficWire};

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
    /// The kinds of edits that a learner may not make: the words of `lock=` in addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<String>,
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
    /// What must hold of a solution for the reason to be true of it; if absent, the reason is true of
    /// every solution.
    #[serde(default, deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<ClaimWire>,
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

const fn is_zero(value: &u64) -> bool {
    *value == 0
}
