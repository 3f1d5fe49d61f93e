//! Explains verdicts in both languages: ordered sentences, Markdown and JSON. No HTML.

mod answer;
mod note;
mod packet;
mod policy;
mod reasons;
mod rules;
mod space;
mod unknown;
mod unread;

mod addresses;
mod complete;
mod export;
mod line;
mod name;
mod role;
mod verdicts;
mod words;

pub mod brief;
pub mod brief_text;
pub mod decider_json;
pub mod edits;
pub mod json_words;
pub mod named_rule;
pub mod outside_names;
pub mod text;
pub mod unknown_text;

pub use addresses::{addresses_text, range_text};
pub use answer::{explain_answer, explain_briefly};
pub use complete::{complete_line_text, complete_state_text, complete_text};
pub use edits::{edited_rules, edits_in_words};
pub use line::{line_label, line_text, range_of_names};
pub use name::{end_label, ends_with_labels, narrow_label, packets_text, state_text};
pub use named_rule::{NamedRule, RuleList, findings_since, named_rules, rules_since};
pub use outside_names::outside_label;
pub use packet::explain;
pub use role::by_role;
pub use space::explain_space;
pub use unread::unread_sentence;
pub use verdicts::answer_text;

use crate::connectivity::{ClauseId, FieldMatch, Verdict};
use crate::language::Language;
use crate::model::{RuleId, SecurityGroupId};

/// An explanation of a verdict, ready to display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The verdict; `None` if packets of the space get different verdicts.
    pub verdict: Option<Verdict>,
    /// A one-sentence summary.
    pub headline: Vec<Part>,
    /// The layers in order, or the regions of a packet space.
    pub steps: Vec<Step>,
    /// The addresses by verdict, if it depends on the address of an outside block; the largest part
    /// comes last.
    pub parts: Vec<AddressPart>,
    /// Further remarks: disagreeing sources, limits of the model.
    pub notes: Vec<Note>,
    /// The statement that the verdict rests on.
    pub clause: Option<ClauseId>,
    /// The language of the explanation.
    pub language: Language,
}

/// Addresses of an outside block whose packets get the same verdicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressPart {
    /// All of them, as blocks and ranges.
    pub addresses: Vec<String>,
    /// The packets that pass, are blocked, or are unknown.
    pub packets: Vec<(Verdict, Vec<String>)>,
}

/// A part of a sentence: words, or something the page can link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Plain words.
    Words(String),
    /// A custom rule.
    Rule {
        /// The rule.
        id: RuleId,
        /// The group it belongs to.
        group: SecurityGroupId,
        /// The rule as one line.
        text: String,
    },
    /// A security group.
    Group {
        /// The group.
        id: SecurityGroupId,
        /// Its name.
        label: String,
    },
    /// One end of the path.
    End {
        /// Its name.
        label: String,
    },
    /// A value from the API or a packet.
    Code(String),
}

/// One layer of the decision, or one region of a packet space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the layer does with the packet.
    pub outcome: Outcome,
    /// Whether this layer determines the verdict.
    pub decides: bool,
    /// The layer's name.
    pub layer: String,
    /// What happens there.
    pub parts: Vec<Part>,
    /// The statement it rests on.
    pub clause: Option<ClauseId>,
    /// Whether a policy or the platform decides before any rule, so that the rules are skipped.
    pub skips_rules: bool,
    /// The rules tried, or skipped, strongest first.
    pub rules: Vec<RuleLine>,
}

/// What a layer does with the packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The packet passes.
    Passes,
    /// The packet is blocked by a rule or by the platform.
    Fails,
    /// The packet is blocked because nothing allows it.
    FailsByDefault,
    /// Something that is not known could decide either way.
    Unknown,
    /// The layer does not apply.
    Silent,
}

/// A rule that was tried, with the result per field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLine {
    /// The rule, always [`Part::Rule`].
    pub rule: Part,
    /// The group it belongs to, always [`Part::Group`].
    pub group: Part,
    /// Field names and whether they match, in evaluation order.
    pub marks: Vec<(String, FieldMatch)>,
    /// The result for this rule.
    pub result: Vec<Part>,
    /// Whether it decides its side.
    pub decides: bool,
}

/// A further remark about the verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The text of the remark.
    pub parts: Vec<Part>,
    /// The statement it comes from.
    pub clause: ClauseId,
}

impl Part {
    /// The part as plain text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Words(text) | Self::Code(text) | Self::Rule { text, .. } => text,
            Self::Group { label, .. } | Self::End { label } => label,
        }
    }
}

/// Concatenates parts as plain text.
pub fn plain(parts: &[Part]) -> String {
    parts.iter().map(Part::as_str).collect()
}
