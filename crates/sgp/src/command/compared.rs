//! What two scenarios have differently, as `sgp diff` and `sgp what-if` say it: what is configured
//! first, then what it does, a few lines of each.

use sg_core::compare::{
    Difference, DifferenceWords, Effect, EffectLine, EffectNames, configured, effect_between,
};
use sg_core::connectivity::{CheckedDirections, PacketChoice, Reach};
use sg_core::explain::brief::packet_text;
use sg_core::language::{Language, Text};
use sg_core::model::{Scenario, Timestamp};
use sg_core::quote::hidden::visible;
use sg_core::quote::markdown;

use crate::text as own;

mod json;

pub(in crate::command) use json::{ComparedJson, LineJson, line_json};

/// Two scenarios and what they have differently.
pub(in crate::command) struct Compared<'a> {
    before: &'a Scenario,
    after: &'a Scenario,
    differences: Vec<Difference>,
    pub(in crate::command) effect: Effect,
}

/// How many lines of each part are shown unless all are asked for.
const FEW: usize = 10;

/// How much is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::command) enum Extent {
    /// As many lines as fit on a screen.
    Few,
    /// Everything.
    All,
}

impl Extent {
    /// Everything, if it is asked for.
    pub(in crate::command) const fn of(all: bool) -> Self {
        if all { Self::All } else { Self::Few }
    }

    const fn lines(self) -> usize {
        match self {
            Self::Few => FEW,
            Self::All => usize::MAX,
        }
    }
}

impl<'a> Compared<'a> {
    /// Compares two scenarios, for the packets asked about and the given checks.
    pub(in crate::command) fn new(
        before: &'a Scenario,
        after: &'a Scenario,
        (choice, view): (PacketChoice, CheckedDirections),
    ) -> Self {
        let effect = effect_between(&Reach::new(before), &Reach::new(after), choice, view);
        Self { before, after, differences: configured(before, after), effect }
    }

    /// Leaves out what was added before a time. What was changed or removed stays, because the time
    /// of that is not on record.
    pub(in crate::command) fn since(mut self, time: Timestamp) -> Self {
        self.differences.retain(|difference| difference.may_be_since(time));
        self
    }

    /// Lines for a terminal.
    pub(in crate::command) fn lines(&self, extent: Extent, language: Language) -> String {
        let words = self.words(language);
        let names = self.names(language);
        let configured = self.differences.iter().map(|difference| words.line(difference));
        let effect = self.effect.lines.iter().map(|line| {
            let values = [("line", names.line(line)), ("sample", sample(line, language))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            own::LINE_WITH_SAMPLE.fill(language, &values)
        });
        let section = |out: &mut String, part: Part, lines: Vec<String>| {
            if lines.is_empty() {
                out.push_str(&format!("{}\n", part.nothing.get(language)));
                return;
            }
            out.push_str(&format!("{}\n", part.heading(lines.len(), language)));
            for line in lines.iter().take(extent.lines()) {
                out.push_str(&format!("  {}\n", visible(line)));
            }
            if let Some(rest) = left_out(lines.len(), extent) {
                let count = rest.to_string();
                out.push_str(&format!(
                    "  {}\n",
                    own::MORE_ALL.fill(language, &[("count", &count)])
                ));
            }
        };
        let mut out = String::new();
        section(&mut out, CONFIGURED, configured.collect());
        section(&mut out, EFFECT, effect.collect());
        out
    }

    /// The same in Markdown, below a heading of the caller's.
    pub(in crate::command) fn markdown(&self, extent: Extent, language: Language) -> String {
        let words = self.words(language);
        let names = self.names(language);
        let mut out = String::new();
        let more = |out: &mut String, count: usize| {
            if let Some(rest) = left_out(count, extent) {
                let count = rest.to_string();
                out.push_str(&format!(
                    "\n{}\n",
                    own::MORE_ALL.fill(language, &[("count", &count)])
                ));
            }
        };
        let heading = |part: Part, count: usize| match count {
            0 => format!("{}\n", part.nothing.get(language)),
            count => {
                format!("#### {}\n\n", part.heading(count, language).trim_end_matches([':', '：']))
            }
        };
        out.push_str(&heading(CONFIGURED, self.differences.len()));
        for difference in self.differences.iter().take(extent.lines()) {
            out.push_str(&format!("- {}\n", markdown::code(&words.line(difference))));
        }
        more(&mut out, self.differences.len());
        out.push('\n');
        let lines = &self.effect.lines;
        out.push_str(&heading(EFFECT, lines.len()));
        if !lines.is_empty() {
            let columns =
                [own::COLUMN_EFFECT, own::COLUMN_PAIR, own::COLUMN_PACKETS, own::COLUMN_PAIRS];
            let columns = columns.map(|column| column.get(language)).join(" | ");
            out.push_str(&format!("| {columns} |\n|---|---|---|---|\n"));
        }
        for line in lines.iter().take(extent.lines()) {
            let ends = [names.ends(&line.from), names.ends(&line.to)];
            let [from, to] = ends.map(|name| markdown::code(&name));
            let cells = [
                names.change(line).to_owned(),
                format!("{from} → {to}"),
                markdown::text(&names.packets(line)),
                line.pairs.to_string(),
            ];
            out.push_str(&format!(
                "| {} |\n",
                cells.map(|cell| cell.replace('|', "\\|")).join(" | ")
            ));
        }
        more(&mut out, lines.len());
        out
    }

    /// Puts differences between scenarios like these into words.
    pub(in crate::command) fn words(&self, language: Language) -> DifferenceWords {
        DifferenceWords::new(self.before, self.after, language)
    }

    /// The names of the ends in the lines of the effect.
    pub(in crate::command) fn names(&self, language: Language) -> EffectNames {
        EffectNames::new(self.before, self.after, &self.effect, language)
    }
}

/// One of the two parts of an answer.
#[derive(Clone, Copy)]
struct Part {
    heading: Text,
    nothing: Text,
}

const CONFIGURED: Part =
    Part { heading: own::CONFIGURED_HEADING, nothing: own::NOTHING_CONFIGURED };
const EFFECT: Part = Part { heading: own::EFFECT_HEADING, nothing: own::NO_CHANGE };

impl Part {
    fn heading(self, count: usize, language: Language) -> String {
        self.heading.fill(language, &[("count", &count.to_string())])
    }
}

/// How many lines are left out; `None` if none is.
fn left_out(count: usize, extent: Extent) -> Option<usize> {
    count.checked_sub(extent.lines()).filter(|rest| *rest > 0)
}

/// A packet of a line with its addresses.
fn sample(line: &EffectLine, language: Language) -> String {
    let flow = &line.sample.flow;
    let values = [
        ("packet", packet_text(flow.packet, language)),
        ("source", flow.source.address().to_string()),
        ("destination", flow.destination.address().to_string()),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    own::SAMPLE.fill(language, &values)
}
