//! A trace in words: ordered sentences, Markdown and JSON, in both languages. No HTML.

use crate::connectivity::{
    CellState, ClauseId, End, Endpoint, Evaluation, FieldMatch, PacketSet, PacketSpace, Verdict,
};
use crate::language::Language;
use crate::model::{RuleId, Scenario, SecurityGroupId};

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
    /// The rules tried, strongest first.
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

/// Puts the trace of one packet into words.
pub fn explain(scenario: &Scenario, evaluation: &Evaluation, language: Language) -> Explanation {
    let _ = scenario;
    Explanation {
        verdict: Some(evaluation.verdict),
        headline: Vec::new(),
        steps: Vec::new(),
        notes: Vec::new(),
        clause: Some(evaluation.clause()),
        language,
    }
}

/// Puts a whole packet space into words: what passes, what does not, and why.
pub fn explain_space(
    scenario: &Scenario,
    space: &PacketSpace,
    source: &Endpoint,
    destination: &Endpoint,
    language: Language,
) -> Explanation {
    let _ = (scenario, space, source, destination);
    Explanation {
        verdict: None,
        headline: Vec::new(),
        steps: Vec::new(),
        notes: Vec::new(),
        clause: None,
        language,
    }
}

/// The name of an end: the instance, with the interface where it has several, or the outside name.
pub fn end_label(scenario: &Scenario, end: &End) -> String {
    let _ = scenario;
    match end {
        End::Interface(id) => id.to_string(),
        End::Outside(name) => name.clone(),
    }
}

/// The short text of a set of packets: `TCP 22`, `TCP 80-443`, `ICMP`.
pub fn packets_text(packets: &PacketSet, language: Language) -> String {
    let _ = (packets, language);
    String::new()
}

/// The short text of a cell: `all`, `TCP 22`, `all but TCP 25`, `closed`.
pub fn state_text(state: &CellState, language: Language) -> String {
    let _ = (state, language);
    String::new()
}

impl Explanation {
    /// The headline as plain text, for screen readers.
    pub fn sentence(&self) -> String {
        String::new()
    }

    /// The whole explanation as Markdown.
    pub fn to_markdown(&self) -> String {
        String::new()
    }

    /// The whole explanation as JSON.
    pub fn to_json(&self) -> serde_json::Value {
        serde_json::Value::Null
    }
}
