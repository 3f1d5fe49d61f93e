//! What proposed edits would open and close, by role, before they are applied.

use serde::Serialize;

use sg_core::compare::EffectNames;
use sg_core::connectivity::{Edit, Reach};
use sg_core::history::{ProposalLine, proposal};
use sg_core::language::Language;
use sg_core::quote::markdown;

use super::compared::{LineJson, line_json};
use crate::markdown_list::Item;

/// What edits would do.
#[derive(Debug, Serialize)]
pub(in crate::command) struct ProposedJson {
    /// Every packet that would fare differently, as `sgp what-if` says it.
    effect: Vec<LineJson>,
    /// Whether something from the Internet would pass, or might, that does not now.
    opens_to_internet: bool,
    /// Groups of at least two members, all of which could send or receive more.
    whole_groups: Vec<String>,
}

/// The most lines of one proposal that are printed; JSON lists all.
const MOST_LINES: usize = 8;

/// What edits would do as lines of text; those that open something to the Internet or for a whole
/// group begin with `!`.
pub(in crate::command) fn lines(reach: &Reach, edits: &[Edit], language: Language) -> Vec<String> {
    let Ok(proposal) = proposal(reach, edits) else { return Vec::new() };
    let lines = proposal.lines(reach.scenario(), language, MOST_LINES).into_iter();
    let text = |line: ProposalLine| {
        format!("{} {}", if line.warns() { "!" } else { "-" }, line.marked(language))
    };
    lines.map(text).collect()
}

/// What edits would do as items of a Markdown list.
pub(in crate::command) fn items(reach: &Reach, edits: &[Edit], language: Language) -> Vec<Item> {
    let Ok(proposal) = proposal(reach, edits) else { return Vec::new() };
    let lines = proposal.lines(reach.scenario(), language, MOST_LINES).into_iter();
    let item = |line: ProposalLine| {
        let said = markdown::text(&line.marked(language));
        Item::new(if line.warns() { format!("**{said}**") } else { said })
    };
    lines.map(item).collect()
}

/// What edits would do as JSON; `None` if they do not fit the scenario.
pub(in crate::command) fn json(reach: &Reach, edits: &[Edit]) -> Option<ProposedJson> {
    let proposal = proposal(reach, edits).ok()?;
    let effect = &proposal.effect;
    let names = EffectNames::new(reach.scenario(), &proposal.after, effect, Language::En);
    Some(ProposedJson {
        effect: effect.lines.iter().map(|line| line_json(effect, &names, line)).collect(),
        opens_to_internet: proposal.opens_to_internet(),
        whole_groups: proposal.whole_groups.iter().map(ToString::to_string).collect(),
    })
}
