//! What changes for packets, one row for each pair and each kind of change: for reports, and to
//! fail on.

use std::collections::BTreeSet;
use std::net::IpAddr;

use sg_core::compare::{EffectLine, VerdictShift};
use sg_core::connectivity::{End, Judged, PairChange, RegionChange, Verdict};
use sg_core::explain::{end_label, packets_text};
use sg_core::import::ResourceChange;
use sg_core::language::{Language, Text};

use super::comparison::{Comparison, Version};
use super::plan::Planned;
use crate::command::compared::Compared;
use crate::pieces::ranges;
use crate::text;

/// How packets fare after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Effect {
    /// They pass now and did not before.
    Opens,
    /// They may pass now, or may not have passed before.
    MayOpen,
    /// They passed before and do not now.
    Closes,
    /// They may not pass now, or may have passed before.
    MayClose,
}

impl Effect {
    /// The effect on packets; `None` if their verdict stays the same.
    pub(super) fn of(region: &RegionChange) -> Option<Self> {
        let verdict = |judged: &Option<Judged>| match judged {
            Some(judged) => judged.verdict,
            None => Verdict::Blocked,
        };
        let shift = VerdictShift { before: verdict(&region.before), after: verdict(&region.after) };
        (shift.before != shift.after).then(|| Self::of_shift(shift))
    }

    /// The effect of a line of the grouped comparison.
    const fn of_shift(shift: VerdictShift) -> Self {
        match (shift.opens(), shift.is_certain()) {
            (true, true) => Self::Opens,
            (true, false) => Self::MayOpen,
            (false, true) => Self::Closes,
            (false, false) => Self::MayClose,
        }
    }

    pub(super) const fn text(self) -> Text {
        match self {
            Self::Opens => text::EFFECT_OPENS,
            Self::MayOpen => text::EFFECT_MAY_OPEN,
            Self::Closes => text::EFFECT_CLOSES,
            Self::MayClose => text::EFFECT_MAY_CLOSE,
        }
    }

    /// The stable word in JSON.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Opens => "opens",
            Self::MayOpen => "mayOpen",
            Self::Closes => "closes",
            Self::MayClose => "mayClose",
        }
    }
}

/// The effects that fail a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FailOn {
    Opens,
    Closes,
    Changes,
}

impl FailOn {
    /// Whether it names an effect. One that is not certain counts as well.
    pub(super) const fn is(self, effect: Effect) -> bool {
        match self {
            Self::Opens => matches!(effect, Effect::Opens | Effect::MayOpen),
            Self::Closes => matches!(effect, Effect::Closes | Effect::MayClose),
            Self::Changes => true,
        }
    }
}

/// An effect on the packets of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) effect: Effect,
    pub(super) from: String,
    pub(super) to: String,
    /// The packets, in a few words each.
    pub(super) packets: Vec<String>,
    /// The addresses of the outside end, unless they are all of them.
    pub(super) addresses: Vec<String>,
    /// The resource changes behind it, if a plan says them.
    pub(super) causes: Vec<ResourceChange>,
}

/// The rows, by effect. Pairs that read alike, such as those of two members that stand for any,
/// are one row.
pub(super) fn rows(
    comparison: &Comparison,
    plan: Option<&Planned>,
    language: Language,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for pair in &comparison.pairs {
        for region in &pair.regions {
            let Some(effect) = Effect::of(region) else { continue };
            let row = Row {
                effect,
                from: label(comparison, &pair.from, language),
                to: label(comparison, &pair.to, language),
                packets: vec![packets_text(&region.packets, language)],
                addresses: addresses(comparison, pair, region),
                causes: plan.map(|plan| plan.causes(pair, region)).unwrap_or_default(),
            };
            let alike = |other: &&mut Row| {
                (other.effect, &other.from, &other.to) == (row.effect, &row.from, &row.to)
                    && (&other.addresses, &other.causes) == (&row.addresses, &row.causes)
            };
            match rows.iter_mut().find(alike) {
                Some(known) => {
                    let new = row.packets.into_iter().filter(|it| !known.packets.contains(it));
                    let new: Vec<String> = new.collect();
                    known.packets.extend(new);
                }
                None => rows.push(row),
            }
        }
    }
    rows.sort_by_key(|row| row.effect);
    rows
}

/// A row for each line of the grouped comparison.
pub(super) fn grouped_rows(compared: &Compared<'_>, language: Language) -> Vec<Row> {
    let names = compared.names(language);
    let row = |line: &EffectLine| Row {
        effect: Effect::of_shift(line.shift),
        from: names.ends(&line.from),
        to: names.ends(&line.to),
        packets: line.packets.iter().map(|set| packets_text(set, language)).collect(),
        addresses: ranges(&line.addresses),
        causes: Vec::new(),
    };
    compared.effect.lines.iter().map(row).collect()
}

fn label(comparison: &Comparison, end: &End, language: Language) -> String {
    let here = comparison.after.matrix.ends.contains(end);
    let Version { scenario, .. } = if here { &comparison.after } else { &comparison.before };
    end_label(scenario, end, language)
}

/// The addresses of the outside end that are affected; none if all of them are.
fn addresses(comparison: &Comparison, pair: &PairChange, region: &RegionChange) -> Vec<String> {
    let cell = |version: &Version| {
        let cell = version.matrix.between(&pair.from, &pair.to)?;
        let all = cell.pieces.iter().flat_map(|piece| piece.ranges.iter().copied());
        Some(all.collect::<Vec<_>>())
    };
    let all = cell(&comparison.after).or_else(|| cell(&comparison.before)).unwrap_or_default();
    if merged(all) == merged(region.addresses.clone()) {
        return Vec::new();
    }
    ranges(&region.addresses)
}

/// Ranges in order, those that touch as one.
fn merged(mut ranges: Vec<(IpAddr, IpAddr)>) -> Vec<(IpAddr, IpAddr)> {
    ranges.sort_unstable();
    let mut all: Vec<(IpAddr, IpAddr)> = Vec::new();
    for (first, last) in ranges {
        match all.last_mut() {
            Some((_, end)) if next(*end) == Some(first) => *end = last,
            Some(_) | None => all.push((first, last)),
        }
    }
    all
}

fn next(address: IpAddr) -> Option<IpAddr> {
    match address {
        IpAddr::V4(it) => it.to_bits().checked_add(1).map(|it| IpAddr::V4(it.into())),
        IpAddr::V6(it) => it.to_bits().checked_add(1).map(|it| IpAddr::V6(it.into())),
    }
}

/// The number of rows of some effects.
pub(super) fn count(rows: &[Row], effects: &[Effect]) -> usize {
    let pairs: BTreeSet<_> = rows
        .iter()
        .filter(|row| effects.contains(&row.effect))
        .map(|row| (&row.from, &row.to))
        .collect();
    pairs.len()
}
