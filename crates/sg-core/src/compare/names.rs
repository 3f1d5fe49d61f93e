//! Names for sets of ends, and lines of an effect as text.

use std::collections::{BTreeMap, BTreeSet};

use crate::connectivity::{End, PacketSet, Verdict, difference};
use crate::explain::{ends_with_labels, packets_text, range_of_names};
use crate::language::{Language, Text};
use crate::map::map_of;
use crate::model::{PortRange, Scenario};

use super::effect::{Effect, EffectLine, VerdictShift};
use super::text;

/// The most names that a set of ends gets before the rest is counted.
const MOST_NAMES: usize = 3;
/// The most packet sets of a line that are named before the rest is counted.
const MOST_PACKETS: usize = 5;
/// The most address ranges of a line that are named.
const MOST_RANGES: usize = 3;

/// What the ends of an effect are called.
#[derive(Debug, Clone)]
pub struct EffectNames {
    language: Language,
    labels: Vec<String>,
    /// The ends that are interfaces.
    interfaces: BTreeSet<usize>,
    /// The ends by what their names have before a number.
    patterns: BTreeMap<String, BTreeSet<usize>>,
    /// The members of each group, before and after.
    groups: Vec<(String, BTreeSet<usize>)>,
}

impl EffectNames {
    /// The names of the ends of an effect.
    pub fn new(before: &Scenario, after: &Scenario, effect: &Effect, language: Language) -> Self {
        let mut known: BTreeMap<End, String> = map_of(ends_with_labels(before, language));
        known.extend(ends_with_labels(after, language));
        let label = |end: &End| known.get(end).cloned().unwrap_or_default();
        let labels: Vec<String> = effect.ends.iter().map(label).collect();
        let ends = || effect.ends.iter().enumerate();
        let is_interface = |(_, end): &(usize, &End)| matches!(end, End::Interface(_));
        let interfaces = ends().filter(is_interface).map(|(place, _)| place).collect();
        let mut patterns: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (place, label) in labels.iter().enumerate() {
            if let Some(stem) = stem(label) {
                patterns.entry(stem.to_owned()).or_default().insert(place);
            }
        }
        let mut groups = Vec::new();
        for scenario in [after, before] {
            let mut members: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
            for (place, end) in ends() {
                let End::Interface(id) = end else { continue };
                for group in scenario.interface(id).into_iter().flat_map(|own| &own.groups) {
                    members.entry(group).or_default().insert(place);
                }
            }
            groups.extend(
                scenario.groups().filter_map(|group| {
                    Some((group.label().to_owned(), members.remove(&group.id)?))
                }),
            );
        }
        Self { language, labels, interfaces, patterns, groups }
    }

    /// The names of some ends: a pattern such as `app-*` or a group if they are all of it, a range
    /// such as `web-01 … web-12 × 12`, or a few names and the number of the others.
    pub fn ends(&self, ends: &[usize]) -> String {
        let ends: BTreeSet<usize> = ends.iter().copied().collect();
        let others = || -> Vec<usize> { self.interfaces.difference(&ends).copied().collect() };
        if let (Some(only), 1) = (ends.first(), ends.len()) {
            return self.label(*only).to_owned();
        }
        // Saying who is left out is shorter for nearly all.
        if ends.is_subset(&self.interfaces) && self.interfaces.len() > MOST_NAMES {
            match &*others() {
                [] => return text::EVERY_INTERFACE.get(self.language).to_owned(),
                [one] => {
                    let names = [("names", self.label(*one))];
                    return text::EVERY_INTERFACE_EXCEPT.fill(self.language, &names);
                }
                _ => {}
            }
        } else if !self.interfaces.is_empty() && ends == self.interfaces {
            return text::EVERY_INTERFACE.get(self.language).to_owned();
        }
        if let Some(pattern) = self.pattern(&ends) {
            return pattern;
        }
        if let Some((group, _)) = self.groups.iter().find(|(_, members)| *members == ends) {
            return text::MEMBERS_OF.fill(self.language, &[("group", group)]);
        }
        self.several(ends)
    }

    /// The packets of a line, with the addresses of the outside end if they are not all.
    pub fn packets(&self, line: &EffectLine) -> String {
        let comma = text::COMMA.get(self.language);
        let all = named(&line.packets, self.language);
        if line.addresses.is_empty() {
            return all;
        }
        let range = |(first, last): &(std::net::IpAddr, std::net::IpAddr)| match first == last {
            true => first.to_string(),
            false => format!("{first}-{last}"),
        };
        let mut ranges: Vec<String> = line.addresses.iter().take(MOST_RANGES).map(range).collect();
        if line.addresses.len() > MOST_RANGES {
            ranges.push("…".to_owned());
        }
        let values = [("packets", all.as_str()), ("addresses", &ranges.join(comma))];
        text::AT_ADDRESSES.fill(self.language, &values)
    }

    /// A line in words: `app-* → db-*: TCP 5432 closed, 20 pairs`.
    pub fn line(&self, line: &EffectLine) -> String {
        let pairs = match line.pairs {
            1 => text::ONE_PAIR.get(self.language).to_owned(),
            count => text::PAIRS.fill(self.language, &[("count", &count.to_string())]),
        };
        let values = [
            ("from", self.ends(&line.from)),
            ("to", self.ends(&line.to)),
            ("packets", self.packets(line)),
            ("change", self.change(line).to_owned()),
            ("pairs", pairs),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        text::LINE.fill(self.language, &values)
    }

    /// What happens to the packets of a line, in one or a few words.
    pub const fn change(&self, line: &EffectLine) -> &'static str {
        shift_text(line.shift).get(self.language)
    }

    /// The name of one end.
    pub fn label(&self, end: usize) -> &str {
        self.labels.get(end).map_or("", String::as_str)
    }

    /// The pattern of which the ends are all.
    fn pattern(&self, ends: &BTreeSet<usize>) -> Option<String> {
        let stem = stem(self.label(*ends.first()?))?;
        (self.patterns.get(stem)? == ends).then(|| format!("{stem}*"))
    }

    /// Several names: the most numerous first.
    fn several(&self, mut left: BTreeSet<usize>) -> String {
        let mut parts: Vec<(usize, String)> = Vec::new();
        for (stem, members) in &self.patterns {
            if members.len() > 1 && members.is_subset(&left) {
                parts.push((members.len(), format!("{stem}*")));
                left = left.difference(members).copied().collect();
            }
        }
        // Parts of a pattern, and names without one.
        let mut ranges: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        for end in left {
            ranges.entry(stem(self.label(end))).or_default().push(end);
        }
        let alone = ranges.remove(&None).unwrap_or_default();
        let range = |ends: Vec<usize>| {
            (ends.len(), range_of_names(ends.iter().map(|end| self.label(*end))))
        };
        parts.extend(ranges.into_values().map(range));
        match alone.len() {
            0..=MOST_NAMES => parts.extend(alone.into_iter().map(|end| range(vec![end]))),
            _ => parts.push(range(alone)),
        }
        parts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        let rest: usize = parts.iter().skip(MOST_NAMES).map(|(count, _)| count).sum();
        let names: Vec<String> = parts.into_iter().take(MOST_NAMES).map(|(_, name)| name).collect();
        let names = names.join(text::COMMA.get(self.language));
        match rest {
            0 => names,
            rest => {
                let values = [("names", names.as_str()), ("count", &rest.to_string())];
                text::AND_MORE.fill(self.language, &values)
            }
        }
    }
}

/// What a name has before its number; `None` if it does not end in one, or has nothing else.
fn stem(label: &str) -> Option<&str> {
    let stem = label.trim_end_matches(|sign: char| sign.is_ascii_digit());
    (stem.len() < label.len() && !stem.is_empty()).then_some(stem)
}

/// What happens to packets, in one or a few words.
const fn shift_text(shift: VerdictShift) -> Text {
    match (shift.before, shift.after) {
        (Verdict::Unknown, Verdict::Pass) => text::KNOWN_OPEN,
        (Verdict::Unknown, Verdict::Blocked | Verdict::Unknown) => text::KNOWN_CLOSED,
        (Verdict::Pass, Verdict::Unknown) => text::MAY_CLOSE,
        (Verdict::Blocked, Verdict::Unknown) => text::MAY_OPEN,
        (_, Verdict::Pass) => text::OPENED,
        (_, Verdict::Blocked) => text::CLOSED,
    }
}

/// The packet sets by name, or that they are all packets, or all but a few.
fn named(sets: &[PacketSet], language: Language) -> String {
    let rest = rest_of(sets);
    match rest.as_deref() {
        Some([]) => text::ALL_PACKETS.get(language).to_owned(),
        Some(rest) if rest.len() < sets.len() => {
            text::ALL_PACKETS_EXCEPT.fill(language, &[("packets", &listed(rest, language))])
        }
        Some(_) | None => listed(sets, language),
    }
}

fn listed(sets: &[PacketSet], language: Language) -> String {
    let first = sets.iter().take(MOST_PACKETS).map(|set| packets_text(set, language));
    let names = first.collect::<Vec<_>>().join(text::COMMA.get(language));
    match sets.len().saturating_sub(MOST_PACKETS) {
        0 => names,
        rest => {
            let values = [("packets", names.as_str()), ("count", &rest.to_string())];
            text::MORE_PACKETS.fill(language, &values)
        }
    }
}

/// The packets that are not in the sets; `None` if the sets do not say which address family they
/// are of, as ICMP does.
fn rest_of(sets: &[PacketSet]) -> Option<Vec<PacketSet>> {
    let icmp = |set: &&PacketSet| matches!(set, PacketSet::Icmp | PacketSet::Icmpv6);
    let icmp: Vec<PacketSet> = sets.iter().filter(icmp).copied().collect();
    let (source, destination) = (PortRange::ALL, PortRange::ALL);
    let all = [
        PacketSet::Tcp { source, destination },
        PacketSet::Udp { source, destination },
        PacketSet::Gre,
        PacketSet::Other { first: u8::MIN, last: u8::MAX },
    ];
    (!icmp.is_empty()).then(|| difference(&[all.as_slice(), &icmp].concat(), sets))
}
