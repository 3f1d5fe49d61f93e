//! What a proposal would do, in words.

use crate::compare::{EffectLine, EffectNames, VerdictShift};
use crate::language::{Language, Text};
use crate::model::Scenario;

use super::proposal::Proposal;

crate::catalogue! {
    /// A mark at a line of what a proposal does.
    OPENS_TO_INTERNET = "opens to the Internet", "对公网开放";
    /// The same, where it is not known for sure.
    MAY_OPEN_TO_INTERNET = "may open to the Internet", "可能对公网开放";
    /// A line with its mark, as text.
    MARKED = "{line} [{mark}]", "{line}【{mark}】";
    /// A mark below what a proposal does.
    WHOLE_GROUP = "opens something for every member of {group} ({count})", "对 {group} 的所有成员（{count} 个）放通";
    /// A proposal that changes no answer.
    NOTHING = "no traffic is affected", "没有任何数据包受到影响";
    /// Lines that are left out.
    MORE = "and {count} more lines", "另有 {count} 行";
}

/// What a line of a proposal is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Packets that pass from then on.
    Opens,
    /// Packets that are blocked from then on.
    Closes,
    /// Packets of which one of the two verdicts is not known.
    Unclear,
    /// A group of which every member can send or receive something more.
    WholeGroup,
    /// That nothing changes, or how much is left out.
    Note,
}

/// A line of what a proposal does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalLine {
    /// What it is about.
    pub kind: LineKind,
    /// The line in words, without its mark.
    pub text: String,
    /// Says that it opens something to the Internet, if it does or may.
    pub mark: Option<Text>,
}

impl ProposalLine {
    const fn new(kind: LineKind, text: String) -> Self {
        Self { kind, text, mark: None }
    }

    /// Whether it is to be looked at before the proposal is applied: it opens something to the
    /// Internet or to a whole group.
    pub const fn warns(&self) -> bool {
        self.mark.is_some() || matches!(self.kind, LineKind::WholeGroup)
    }

    /// The line with its mark, as text.
    pub fn marked(&self, language: Language) -> String {
        match self.mark {
            None => self.text.clone(),
            Some(mark) => {
                MARKED.fill(language, &[("line", &self.text), ("mark", mark.get(language))])
            }
        }
    }
}

impl Proposal {
    /// What it opens and closes by role, at most `most` lines, and marks for what is opened to the
    /// Internet or for a whole group. `before` is the scenario that it was made for.
    pub fn lines(&self, before: &Scenario, language: Language, most: usize) -> Vec<ProposalLine> {
        let names = EffectNames::new(before, &self.after, &self.effect, language);
        let note = |text: String| ProposalLine::new(LineKind::Note, text);
        let line = |line: &EffectLine| ProposalLine {
            kind: kind(line.shift),
            text: names.line(line),
            mark: mark(line),
        };
        let all = &self.effect.lines;
        let mut lines: Vec<ProposalLine> = all.iter().take(most).map(line).collect();
        if all.len() > most {
            let count = (all.len() - most).to_string();
            lines.push(note(MORE.fill(language, &[("count", &count)])));
        }
        if lines.is_empty() {
            lines.push(note(NOTHING.get(language).to_owned()));
        }
        for id in &self.whole_groups {
            let group = self.after.group(id);
            let name = group.map_or_else(|| id.to_string(), |group| group.label().to_owned());
            let count = self.after.members(id).count().to_string();
            let text = WHOLE_GROUP.fill(language, &[("group", &name), ("count", &count)]);
            lines.push(ProposalLine::new(LineKind::WholeGroup, text));
        }
        lines
    }
}

const fn kind(shift: VerdictShift) -> LineKind {
    match (shift.is_certain(), shift.opens()) {
        (true, true) => LineKind::Opens,
        (true, false) => LineKind::Closes,
        (false, _) => LineKind::Unclear,
    }
}

const fn mark(line: &EffectLine) -> Option<Text> {
    match (line.opens_to_internet, line.shift.is_certain()) {
        (false, _) => None,
        (true, true) => Some(OPENS_TO_INTERNET),
        (true, false) => Some(MAY_OPEN_TO_INTERNET),
    }
}
