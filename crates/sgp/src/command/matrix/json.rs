//! The matrix as JSON.

use serde::Serialize;

use sg_core::connectivity::{
    Answer, CellState, CheckedDirections, End, PacketChoice, PacketSet, Summary,
};
use sg_core::explain::end_label;
use sg_core::language::Language;
use sg_core::model::Scenario;

use crate::answer::{AddressesJson, PacketsJson};

#[derive(Serialize)]
pub(super) struct MatrixJson {
    pub(super) view: &'static str,
    /// The packets asked about; `all` if none were given.
    pub(super) packet: String,
    pub(super) ends: Vec<MatrixEnd>,
    /// Every ordered pair in the order of the ends, grouped by sender.
    pub(super) cells: Vec<CellJson>,
}

#[derive(Serialize)]
pub(super) struct MatrixEnd {
    pub(super) label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) interface: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) outside: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) group: Option<String>,
    /// The interfaces that a line stands for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) members: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct CellJson {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) state: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) passing: Vec<PacketsJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) blocked: Vec<PacketsJson>,
    /// What the scenario does not know enough to tell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) unknown: Vec<PacketsJson>,
    /// Whether the answer differs between addresses of the outside block.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) depends_on_address: bool,
    /// The addresses of the outside block by what passes, if the answer differs between them; the
    /// largest part comes last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) parts: Vec<AddressesJson>,
    /// Whether the answer differs between members of the two lines.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) depends_on_members: bool,
}

pub(super) const fn view_word(view: CheckedDirections) -> &'static str {
    match view {
        CheckedDirections::Egress => "egress",
        CheckedDirections::Ingress => "ingress",
        CheckedDirections::Both => "both",
    }
}

pub(super) fn packet_word(choice: PacketChoice) -> String {
    match choice {
        PacketChoice::All => "all".to_owned(),
        PacketChoice::One(asked) => asked.sample().to_string(),
    }
}

/// The ID of an interface or the name of an outside block, as used in cells.
pub(in crate::command) fn end_name(end: &End) -> String {
    match end {
        End::Interface(id) => id.to_string(),
        End::Outside(name) => name.clone(),
    }
}

pub(super) fn end_json(scenario: &Scenario, end: &End) -> MatrixEnd {
    let (interface, outside) = match end {
        End::Interface(id) => (Some(id.to_string()), None),
        End::Outside(name) => (None, Some(name.clone())),
    };
    let label = end_label(scenario, end, Language::En);
    MatrixEnd { label, interface, outside, group: None, members: Vec::new() }
}

pub(super) fn cell_json(from: &str, to: &str, state: &CellState) -> CellJson {
    let (word, summary) = match state {
        CellState::Itself => ("itself", None),
        CellState::Pass => ("pass", None),
        CellState::Blocked => ("blocked", None),
        CellState::NotFiltered => ("not_filtered", None),
        CellState::Unknown => ("unknown", None),
        CellState::Partial(summary) => ("partial", Some(summary)),
    };
    let sets = |of: fn(&Summary) -> &Vec<PacketSet>| {
        summary.map(of).into_iter().flatten().map(PacketsJson::from).collect()
    };
    CellJson {
        from: from.to_owned(),
        to: to.to_owned(),
        state: word,
        passing: sets(|summary| &summary.passing),
        blocked: sets(|summary| &summary.blocked),
        unknown: sets(|summary| &summary.unknown),
        depends_on_address: state.depends_on_address(),
        parts: Vec::new(),
        depends_on_members: false,
    }
}

/// The parts of an answer that depends on the address.
pub(super) fn parts_json(answer: Option<&Answer>) -> Vec<AddressesJson> {
    let parts = answer.into_iter().flat_map(|answer| answer.by_verdict());
    parts.map(|own| AddressesJson::from(&own)).collect()
}
