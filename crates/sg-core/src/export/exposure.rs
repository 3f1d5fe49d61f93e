//! The exposure report as a table: every address, port, source and rule in full.

use crate::connectivity::{
    Decider, End, ExposedAddress, Exposure, PacketSet, SensitivePort, UnknownReason, Verdict,
};
use crate::explain::{end_label, packets_text, range_of_names, unread_sentence};
use crate::language::{Language, Text};
use crate::model::{IpNet, Scenario};
use crate::quote::markdown;

use super::text;

/// What a column of the report holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExposureColumn {
    /// Why the row comes first, or that it is not known.
    Risk,
    /// The public addresses.
    Address,
    /// The names of what has them.
    Name,
    /// The packets.
    Packets,
    /// The addresses that they come from.
    Sources,
    /// The sensitive ports among the packets.
    Services,
    /// What the rule says, or why the answer is not known.
    Rule,
    /// `SecurityGroupRuleId`.
    RuleId,
    /// The rule's description.
    Description,
    /// When the rule was created.
    Created,
    /// The group of the rule.
    Group,
}

impl ExposureColumn {
    /// Every column, in order.
    pub const ALL: [Self; 11] = [
        Self::Risk,
        Self::Address,
        Self::Name,
        Self::Packets,
        Self::Sources,
        Self::Services,
        Self::Rule,
        Self::RuleId,
        Self::Description,
        Self::Created,
        Self::Group,
    ];

    /// Its heading.
    pub const fn title(self) -> Text {
        match self {
            Self::Risk => text::EXPOSED_RISK,
            Self::Address => text::EXPOSED_ADDRESS,
            Self::Name => text::EXPOSED_NAME,
            Self::Packets => text::EXPOSED_PACKETS,
            Self::Sources => text::EXPOSED_SOURCES,
            Self::Services => text::EXPOSED_SERVICES,
            Self::Rule => text::EXPOSED_RULE,
            Self::RuleId => text::EXPOSED_RULE_ID,
            Self::Description => text::EXPOSED_DESCRIPTION,
            Self::Created => text::EXPOSED_CREATED,
            Self::Group => text::EXPOSED_GROUP,
        }
    }

    /// What a row has in this column.
    pub fn of(self, scenario: &Scenario, row: &Exposure, language: Language) -> String {
        let comma = text::COMMA.get(language);
        let decided = row.decider.rule();
        let of_rule = |of: &dyn Fn(&crate::model::Rule) -> String| {
            decided.map_or_else(String::new, |(_, rule)| of(rule))
        };
        match self {
            Self::Risk => risk(row).map_or_else(String::new, |risk| risk.get(language).to_owned()),
            Self::Address => addresses(row).join(" "),
            Self::Name => names(scenario, row, language).join(comma),
            Self::Packets => packets(&row.packets, language),
            Self::Sources => sources(row, language),
            Self::Services => row.services.iter().map(service).collect::<Vec<_>>().join(comma),
            Self::Rule => reason(scenario, row, language),
            Self::RuleId => of_rule(&|rule| rule.id.to_string()),
            Self::Description => of_rule(&|rule| rule.description.clone()),
            Self::Created => of_rule(&|rule| {
                rule.created.on_record().map_or_else(String::new, |time| time.to_string())
            }),
            Self::Group => decided.map_or_else(String::new, |(id, _)| {
                match scenario.group(id).filter(|group| !group.name.is_empty()) {
                    Some(group) => format!("{} ({id})", group.name),
                    None => id.to_string(),
                }
            }),
        }
    }
}

/// The report with its headings; every cell is complete.
pub fn exposure_rows(
    scenario: &Scenario,
    rows: &[Exposure],
    language: Language,
) -> Vec<Vec<String>> {
    let columns = ExposureColumn::ALL;
    let head = columns.iter().map(|column| column.title().get(language).to_owned()).collect();
    let row = |row: &Exposure| columns.map(|column| column.of(scenario, row, language)).to_vec();
    std::iter::once(head).chain(rows.iter().map(row)).collect()
}

/// The report for a spreadsheet: one line for every address and every set of ports, so that a
/// column holds one value.
pub fn exposure_lines(
    scenario: &Scenario,
    rows: &[Exposure],
    language: Language,
) -> Vec<Vec<String>> {
    let single = rows.iter().flat_map(|row| {
        row.targets.iter().flat_map(move |target| {
            row.packets.iter().map(move |packets| Exposure {
                targets: vec![target.clone()],
                packets: vec![*packets],
                services: row.services_of(packets),
                ..row.clone()
            })
        })
    });
    exposure_rows(scenario, &single.collect::<Vec<_>>(), language)
}

/// The report as a table in Markdown.
pub fn exposure_markdown(scenario: &Scenario, rows: &[Exposure], language: Language) -> String {
    let table = exposure_rows(scenario, rows, language);
    let mut out = String::new();
    for (place, row) in table.iter().enumerate() {
        let cell = |cell: &String| match (place, cell.as_str()) {
            (0, words) => markdown::text(words),
            (_, "") => String::new(),
            (_, words) => markdown::code(words).replace('|', "\\|"),
        };
        out.push_str(&format!("| {} |\n", row.iter().map(cell).collect::<Vec<_>>().join(" | ")));
        if place == 0 {
            out.push_str(&format!("|{}\n", " --- |".repeat(row.len())));
        }
    }
    out
}

/// The names in a row as few words: `app-01 … app-20 × 20`.
pub fn exposed_names(scenario: &Scenario, row: &Exposure, language: Language) -> String {
    range_of_names(names(scenario, row, language).iter().map(String::as_str))
}

fn risk(row: &Exposure) -> Option<Text> {
    match row.verdict {
        Verdict::Unknown => Some(text::EXPOSED_UNKNOWN),
        Verdict::Pass | Verdict::Blocked if row.is_critical() => Some(text::EXPOSED_CRITICAL),
        Verdict::Pass | Verdict::Blocked => None,
    }
}

fn addresses(row: &Exposure) -> Vec<String> {
    let address = |target: &ExposedAddress| match target {
        ExposedAddress::Public { block, .. } => Some(block_text(block)),
        ExposedAddress::AnyMember { .. } | ExposedAddress::Unlisted { .. } => None,
    };
    row.targets.iter().filter_map(address).collect()
}

fn names(scenario: &Scenario, row: &Exposure, language: Language) -> Vec<String> {
    let name = |target: &ExposedAddress| match target {
        ExposedAddress::Public { interface, .. } | ExposedAddress::Unlisted { interface } => {
            end_label(scenario, &End::Interface(interface.clone()), language)
        }
        ExposedAddress::AnyMember { group } => {
            let label = scenario.group(group).map_or(group.as_str(), |group| group.label());
            text::EXPOSED_ANY_MEMBER.fill(language, &[("group", label)])
        }
    };
    let mut names: Vec<String> = row.targets.iter().map(name).collect();
    names.dedup();
    names
}

/// A block, or an address if it is one.
pub fn block_text(block: &IpNet) -> String {
    if block.prefix_len() == block.max_prefix_len() {
        block.network().to_string()
    } else {
        block.to_string()
    }
}

fn packets(sets: &[PacketSet], language: Language) -> String {
    let kinds = |set: &&PacketSet| {
        use crate::model::PortRange;
        match set {
            PacketSet::Tcp { source, destination } | PacketSet::Udp { source, destination } => {
                *source == PortRange::ALL && *destination == PortRange::ALL
            }
            PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre => true,
            PacketSet::Other { first, last } => *first == u8::MIN && *last == u8::MAX,
        }
    };
    // TCP, UDP, ICMP or ICMPv6, GRE, and the rest.
    if sets.len() == 5 && sets.iter().all(|set| kinds(&set)) {
        return text::EXPOSED_EVERYTHING.get(language).to_owned();
    }
    let sets: Vec<String> = sets.iter().map(|set| packets_text(set, language)).collect();
    sets.join(text::COMMA.get(language))
}

fn sources(row: &Exposure, language: Language) -> String {
    let list = |blocks: &[IpNet]| blocks.iter().map(block_text).collect::<Vec<_>>().join(" ");
    let (blocks, except) = (list(&row.sources.blocks), list(&row.sources.except));
    if except.is_empty() {
        return blocks;
    }
    text::EXPOSED_EXCEPT.fill(language, &[("blocks", &blocks), ("except", &except)])
}

/// A service by name and port: `SSH (TCP 22)`.
fn service(port: &SensitivePort) -> String {
    format!("{} ({} {})", port.service, if port.udp { "UDP" } else { "TCP" }, port.port)
}

/// What the rule says, and why the answer is not known.
fn reason(scenario: &Scenario, row: &Exposure, language: Language) -> String {
    let rule = match &row.decider {
        Decider::Rule { rule, .. } => rule.in_words(scenario, language),
        Decider::Unknown(UnknownReason::Unread(part)) => {
            return unread_sentence(scenario, part, language);
        }
        Decider::Implicit { .. } => return text::EXPOSED_BY_DEFAULT.get(language).to_owned(),
        Decider::Policy { .. }
        | Decider::Platform(_)
        | Decider::Route(_)
        | Decider::Itself
        | Decider::Unknown(_) => return text::EXPOSED_OTHERWISE.get(language).to_owned(),
    };
    let why = row.targets.iter().find_map(|target| match target {
        ExposedAddress::Public { .. } => None,
        ExposedAddress::AnyMember { .. } => Some(text::EXPOSED_IF_PUBLIC),
        ExposedAddress::Unlisted { .. } => Some(text::EXPOSED_IF_PUBLISHED),
    });
    match why {
        Some(why) => why.fill(language, &[("rule", &rule)]),
        None => rule,
    }
}
