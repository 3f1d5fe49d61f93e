//! A trace in words: ordered sentences, Markdown and JSON, in both languages. No HTML.

mod note;
mod packet;
mod policy;
mod rules;
mod space;

mod export;
mod name;
mod words;

pub mod text;

pub use name::{end_label, ends_with_labels, narrow_label, packets_text, state_text};
pub use packet::explain;
pub use space::{explain_cell, explain_space};

use crate::connectivity::{ClauseId, FieldMatch, Verdict};
use crate::language::Language;
use crate::model::{RuleId, SecurityGroupId};

/// Why a verdict is what it is, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The verdict; none when packets of a space fare differently.
    pub verdict: Option<Verdict>,
    /// One sentence that says it all.
    pub headline: Vec<Part>,
    /// The layers in order, or the regions of a packet space.
    pub steps: Vec<Step>,
    /// What else to know: disagreeing sources, limits of the model.
    pub notes: Vec<Note>,
    /// The statement the verdict rests on.
    pub clause: Option<ClauseId>,
    /// The language of all of it.
    pub language: Language,
}

/// A stretch of a sentence: words, or a thing the page can link to.
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
    /// An end of the path.
    End {
        /// Its name.
        label: String,
    },
    /// A value of the API or of a packet.
    Code(String),
}

/// One layer of the decision, or one region of a packet space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the layer does with the packet.
    pub outcome: Outcome,
    /// Whether the verdict rests on this layer.
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
    /// It lets the packet through.
    Passes,
    /// It stops the packet by a rule or by the platform.
    Fails,
    /// It stops the packet because nothing allows it.
    FailsByDefault,
    /// It has no say.
    Silent,
}

/// One rule that was tried, with its match marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleLine {
    /// The rule, always [`Part::Rule`].
    pub rule: Part,
    /// The group it belongs to, always [`Part::Group`].
    pub group: Part,
    /// Field by field, in the order they are tried: the field's name and whether it matches.
    pub marks: Vec<(String, FieldMatch)>,
    /// What became of it.
    pub result: Vec<Part>,
    /// Whether it decides its side.
    pub decides: bool,
}

/// Something else to know about the verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What.
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

/// Parts as plain text, one after another.
pub fn plain(parts: &[Part]) -> String {
    parts.iter().map(Part::as_str).collect()
}
