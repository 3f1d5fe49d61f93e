//! Builds sentences: inserts names and values into texts.

use std::sync::Arc;

use crate::connectivity::{Endpoint, Packet, PacketSet, Verdict};
use crate::language::{Language, Segment, Text, is_chinese};
use crate::model::{InnerAccessPolicy, Rule, Scenario, SecurityGroupId};

use super::name::{end_label_of, packets_text};
use super::{Part, text};

/// The scenario to take names from, and the language to use.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) language: Language,
    /// What ends are called that do not go by their own name.
    pub(super) labels: &'a [(Endpoint, String)],
}

/// A placeholder name and its value.
pub(super) type Value<'a> = (&'a str, Vec<Part>);

impl Words<'_> {
    /// Fills the placeholders of a text.
    pub(super) fn say(&self, text: Text, values: &[Value<'_>]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for segment in text.segments(self.language, values) {
            match segment {
                Segment::Words(words) => push(&mut parts, Part::Words(words.to_owned())),
                Segment::Value(value) => value.into_iter().for_each(|part| push(&mut parts, part)),
            }
        }
        parts
    }

    /// A text without placeholders.
    pub(super) fn word(&self, text: Text) -> String {
        text.get(self.language).to_owned()
    }

    /// Joins items with commas and a final "and".
    pub(super) fn list(&self, items: Vec<Part>) -> Vec<Part> {
        let last = items.len().saturating_sub(1);
        let mut parts = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            if index > 0 {
                let join = if index == last { text::AND } else { text::COMMA };
                push(&mut parts, Part::Words(self.word(join)));
            }
            push(&mut parts, item);
        }
        parts
    }

    pub(super) fn group(&self, id: &SecurityGroupId) -> Part {
        let label = self.scenario.group(id).map_or(id.as_str(), |group| group.label());
        Part::Group { id: id.clone(), label: label.to_owned() }
    }

    pub(super) fn groups<'b>(&self, ids: impl Iterator<Item = &'b SecurityGroupId>) -> Vec<Part> {
        self.list(ids.map(|id| self.group(id)).collect())
    }

    pub(super) fn rule(&self, group: &SecurityGroupId, rule: &Arc<Rule>) -> Part {
        Part::Rule {
            id: rule.id.clone(),
            group: group.clone(),
            text: rule.in_words(self.scenario, self.language),
        }
    }

    pub(super) fn end(&self, endpoint: &Endpoint) -> Part {
        let known = self.labels.iter().find(|(end, _)| end == endpoint);
        let label = known.map(|(_, label)| label.clone());
        let own = || end_label_of(self.scenario, endpoint, self.language);
        Part::End { label: label.unwrap_or_else(own) }
    }

    pub(super) fn policy(&self, policy: InnerAccessPolicy) -> Part {
        Part::Code(policy.as_str().to_owned())
    }

    pub(super) fn packet(&self, packet: Packet) -> Part {
        Part::Code(packet_text(packet, self.language))
    }

    pub(super) fn packets(&self, sets: &[PacketSet]) -> Vec<Part> {
        self.list(sets.iter().map(|set| Part::Code(packets_text(set, self.language))).collect())
    }

    pub(super) fn everything(&self) -> Part {
        Part::Words(self.word(text::ALL_PACKETS))
    }
}

/// The short text of one packet. The source port is left out if it is just an assumed dynamic port.
fn packet_text(packet: Packet, language: Language) -> String {
    match packet {
        Packet::Other(number) => {
            text::PROTOCOL_NUMBERS.fill(language, &[("numbers", &number.to_string())])
        }
        Packet::Tcp { source_port, .. } | Packet::Udp { source_port, .. }
            if source_port != Packet::DYNAMIC_PORT =>
        {
            let (packets, ports) = (packet.to_string(), source_port.to_string());
            text::PACKETS_FROM_PORTS.fill(language, &[("packets", &packets), ("ports", &ports)])
        }
        Packet::Tcp { .. } | Packet::Udp { .. } | Packet::Icmp | Packet::Icmpv6 | Packet::Gre => {
            packet.to_string()
        }
    }
}

/// Appends a part. Texts put a space between Chinese words and a value; if the value is itself
/// Chinese, the space is removed. Adjacent words are merged.
fn push(parts: &mut Vec<Part>, part: Part) {
    let starts_chinese = part.as_str().chars().next().is_some_and(is_chinese);
    if starts_chinese && let Some(Part::Words(before)) = parts.last_mut() {
        let trimmed = before.trim_end_matches(' ');
        if trimmed.chars().next_back().is_some_and(is_chinese) {
            before.truncate(trimmed.len());
        }
    }
    let ends_chinese =
        parts.last().and_then(|before| before.as_str().chars().next_back()).is_some_and(is_chinese);
    let mut part = part;
    if ends_chinese && let Part::Words(words) = &mut part {
        let trimmed = words.trim_start_matches(' ');
        if trimmed.chars().next().is_some_and(is_chinese) {
            *words = trimmed.to_owned();
        }
    }
    match (parts.last_mut(), part) {
        (Some(Part::Words(before)), Part::Words(words)) => before.push_str(&words),
        (_, part) => parts.push(part),
    }
}

/// Whether a verdict lets packets through.
pub(super) const fn passes(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Pass)
}
