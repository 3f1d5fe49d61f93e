//! The answer in lines: a line for each pair, and below it the packets that changed.

use sg_core::connectivity::{Cell, CellChange, End, Judged, PairChange, RegionChange};
use sg_core::explain::brief::{packet_text, reason, verdict};
use sg_core::explain::{answer_text, complete_text, end_label, packets_text, state_text};
use sg_core::goal::text::COMMA;
use sg_core::language::{Language, Text};

use super::comparison::{Comparison, Version, change_text, shift_text};
use super::effect::Effect;
use crate::failure::Failure;
use crate::pieces::ranges;
use crate::streams::Streams;
use crate::{table, text};

/// The maximum number of address ranges named in a line; JSON names all.
pub(super) const NAMED_RANGES: usize = 4;

pub(super) fn print_pairs(
    pairs: &[PairChange],
    comparison: &Comparison,
    language: Language,
    streams: &mut Streams<'_>,
) -> Result<(), Failure> {
    let changes = &comparison.changes;
    if changes.is_empty() {
        writeln!(streams.output, "{}", text::NO_CHANGE.get(language))?;
    }
    let mut heads: Vec<_> = changes.iter().map(|change| comparison.row(change, language)).collect();
    let others: Vec<_> = pairs.iter().filter(|pair| pair.change.is_none()).collect();
    heads.extend(others.iter().map(|pair| comparison.row_of_reasons(pair, language)));
    let told = changes.iter().map(|change| {
        let same = |pair: &&PairChange| pair.from == change.from && pair.to == change.to;
        pairs.iter().find(same)
    });
    let told = told.chain(others.iter().map(|pair| Some(*pair)));
    for (head, pair) in table::columns(&heads).lines().zip(told) {
        writeln!(streams.output, "{head}")?;
        let regions = pair.map_or(&[][..], |pair| &pair.regions);
        let rows = alike(regions).into_iter().map(|regions| comparison.region(&regions, language));
        let rows: Vec<_> = rows.collect();
        for line in table::columns(&rows).lines() {
            writeln!(streams.output, "  {line}")?;
        }
    }
    Ok(())
}

/// Groups the regions of one pair that changed in the same way for the same reason, ordered by the
/// first region of each group.
fn alike(regions: &[RegionChange]) -> Vec<Vec<&RegionChange>> {
    let mut groups: Vec<Vec<&RegionChange>> = Vec::new();
    for region in regions {
        let key = |region: &RegionChange| {
            (region.before.clone(), region.after.clone(), region.addresses.clone())
        };
        let same = |group: &&mut Vec<&RegionChange>| {
            group.first().is_some_and(|first| key(first) == key(region))
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(region),
            None => groups.push(vec![region]),
        }
    }
    groups
}

impl Comparison {
    fn row(&self, change: &CellChange, language: Language) -> Vec<String> {
        let flow = &change.counterexample;
        let values = [
            ("before", self.before.words(change, language)),
            ("after", self.after.words(change, language)),
            ("packet", packet_text(flow.packet, language)),
            ("source", flow.source.address().to_string()),
            ("destination", flow.destination.address().to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        vec![
            change_text(change.change).get(language).to_owned(),
            self.ends(&change.from, &change.to),
            text::DIFFERENCE.fill(language, &values),
        ]
    }

    fn row_of_reasons(&self, pair: &PairChange, language: Language) -> Vec<String> {
        // What is not known on one side is more than another reason.
        let effect = pair.regions.iter().filter_map(Effect::of).min();
        let (label, words) = match effect {
            Some(effect) => (effect.text(), text::BECOMES_UNKNOWN),
            None => (text::REASON_CHANGED, text::ONLY_REASONS),
        };
        vec![
            label.get(language).to_owned(),
            self.ends(&pair.from, &pair.to),
            words.get(language).to_owned(),
        ]
    }

    fn ends(&self, from: &End, to: &End) -> String {
        let label = |end| {
            let here = self.after.matrix.ends.contains(end);
            let version = if here { &self.after } else { &self.before };
            end_label(&version.scenario, end, Language::En)
        };
        format!("{} → {}", label(from), label(to))
    }

    /// A line for regions that changed in the same way; the first one provides the proof.
    fn region(&self, regions: &[&RegionChange], language: Language) -> Vec<String> {
        let Some(region) = regions.first() else { return Vec::new() };
        let said = |version: &Version, judged: &Option<Judged>| match judged {
            None => text::ABSENT.get(language).to_owned(),
            Some(Judged { verdict: said, decider }) => {
                let reason = reason(&version.scenario, decider, *said, language);
                let values = [("verdict", verdict(*said, language)), ("reason", &reason)];
                text::SAID.fill(language, &values)
            }
        };
        let flow = &region.counterexample;
        let values = [
            ("before", said(&self.before, &region.before)),
            ("after", said(&self.after, &region.after)),
            ("packet", packet_text(flow.packet, language)),
            ("source", flow.source.address().to_string()),
            ("destination", flow.destination.address().to_string()),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let comma = COMMA.get(language);
        let packets = regions.iter().map(|region| packets_text(&region.packets, language));
        let mut addresses = ranges(&region.addresses);
        if addresses.len() > NAMED_RANGES {
            addresses.truncate(NAMED_RANGES);
            addresses.push("…".to_owned());
        }
        vec![
            shift_label(region).get(language).to_owned(),
            packets.collect::<Vec<_>>().join(comma),
            addresses.join(comma),
            text::DIFFERENCE.fill(language, &values),
        ]
    }
}

/// How packets changed: also whether that is certain.
fn shift_label(region: &RegionChange) -> Text {
    match Effect::of(region) {
        Some(effect @ (Effect::MayOpen | Effect::MayClose)) => effect.text(),
        Some(_) | None => shift_text(region.shift),
    }
}

impl Version {
    /// The answer for the pair with all addresses, if it depends on them, and otherwise its state.
    fn words(&self, change: &CellChange, language: Language) -> String {
        let answer = || {
            let (from, to) = (&change.from, &change.to);
            let cell = self.matrix.between(from, to)?;
            let depends = cell.state.depends_on_address();
            depends.then(|| cell.answer(&self.scenario, from, to, self.matrix.choice)).flatten()
        };
        let state = || self.of_cell(change, language, |cell| state_text(&cell.state, language));
        answer().map_or_else(state, |answer| answer_text(&answer, language))
    }

    /// The answer for the pair with every port and every address, or that it does not exist.
    pub(super) fn complete(&self, change: &CellChange, language: Language) -> String {
        let choice = self.matrix.choice;
        self.of_cell(change, language, |cell| complete_text(cell, choice, language))
    }

    fn of_cell(
        &self,
        change: &CellChange,
        language: Language,
        said: impl FnOnce(&Cell) -> String,
    ) -> String {
        let cell = self.matrix.between(&change.from, &change.to);
        cell.map_or_else(|| text::ABSENT.get(language).to_owned(), said)
    }
}
