//! Describes findings in words.

use std::collections::BTreeSet;

use crate::language::{Language, Segment, Text};
use crate::model::{RuleId, RulePolicy, Scenario, SecurityGroupId};

use super::any_member;
use super::finding::{Evidence, Finding, LintId, Place};
use super::text;
use super::words::{FindingPart, Value, Words};

impl LintId {
    /// A short title for the kind of finding.
    pub const fn title(self) -> Text {
        match self {
            Self::OpenToTheWorld => text::TITLE_OPEN,
            Self::DropIgnoredByAccept => text::TITLE_IGNORED,
            Self::UnmatchableRule => text::TITLE_UNMATCHABLE,
            Self::PriorityTie => text::TITLE_TIE,
            Self::WrongPriority => text::TITLE_WRONG_PRIORITY,
            Self::ShadowedRule => text::TITLE_SHADOWED,
            Self::OwnPublicAddress => text::TITLE_OWN_PUBLIC,
            Self::WrongGroup => text::TITLE_WRONG_GROUP,
            Self::IsolatedMembers => text::TITLE_ISOLATED,
            Self::TieInPart => text::TITLE_TIE_IN_PART,
            Self::AdvancedGroupSendsNothing => text::TITLE_SILENT,
            Self::QuotaExceeded => text::TITLE_EXCEEDED,
            Self::QuotaNear => text::TITLE_NEAR,
            Self::RedundantRule => text::TITLE_REDUNDANT,
            Self::Ipv4OnlyOpening => text::TITLE_IPV4_ONLY,
            Self::GroupWithoutMembers => text::TITLE_EMPTY,
        }
    }
}

impl Finding {
    /// The finding as one sentence. `scenario` must be the one it was found in.
    pub fn sentence(&self, scenario: &Scenario, language: Language) -> String {
        let parts = self.parts(scenario, language);
        parts.iter().map(FindingPart::as_str).collect()
    }

    /// The same in parts, so that a rule can be more than words.
    pub fn parts(&self, scenario: &Scenario, language: Language) -> Vec<FindingPart> {
        let (sentence, values) = self.said(scenario, language);
        let segments = sentence.segments(language, &values).into_iter();
        let parts = segments.flat_map(|segment| match segment {
            Segment::Words(words) => vec![FindingPart::Words(words.to_owned())],
            Segment::Value(value) => value,
        });
        parts.collect()
    }

    /// Every rule that the finding names.
    pub fn rules(&self, scenario: &Scenario) -> BTreeSet<RuleId> {
        let parts = self.parts(scenario, Language::En).into_iter();
        let ids = parts.filter_map(|part| match part {
            FindingPart::Rule(id, _) => Some(id),
            FindingPart::Words(_) => None,
        });
        ids.collect()
    }

    fn said(&self, scenario: &Scenario, language: Language) -> (Text, Vec<Value>) {
        let words = Words { scenario, language };
        let (group, rule) = match &self.place {
            Place::Rule { group, rule } => (vec![words.group(group)], vec![words.rule(rule)]),
            Place::Group(group) => (vec![words.group(group)], Vec::new()),
            Place::Interface(_) | Place::Scenario => (Vec::new(), Vec::new()),
        };
        // The first value of a name counts, and the evidence may be about another group.
        let mut values = self.evidence_values(&words);
        values.extend([("group", group), ("rule", rule)]);
        (self.frame(scenario), values)
    }

    /// The sentence without its values.
    fn frame(&self, scenario: &Scenario) -> Text {
        let unknown = match &self.place {
            Place::Rule { group, .. } => any_member::has_none(scenario, group),
            Place::Group(_) | Place::Interface(_) | Place::Scenario => false,
        };
        match &self.evidence {
            Evidence::None => text::EMPTY,
            Evidence::NeverMatches => text::UNMATCHABLE,
            Evidence::EmptyList(_) => text::EMPTY_LIST,
            Evidence::EmptyPortList(_) => text::EMPTY_PORT_LIST,
            Evidence::Unroutable(_) => text::UNROUTABLE,
            Evidence::PeerWithoutMembers(_) => text::PEER_WITHOUT_MEMBERS,
            Evidence::TiedWith(_) if unknown => text::TIE_FOR_ANY,
            Evidence::TiedWith(_) => text::TIE,
            Evidence::OverruledBy(_) if unknown => text::OVERRULED_FOR_ANY,
            Evidence::OverruledBy(_) => text::OVERRULED,
            Evidence::TiedInPart { .. } => text::TIE_IN_PART,
            Evidence::NamesPublicAddress { .. } if self.accepts(scenario) => text::PUBLIC_ALLOW,
            Evidence::NamesPublicAddress { .. } => text::PUBLIC_DENY,
            Evidence::Isolated { passing, .. } if passing.is_empty() => text::ISOLATED,
            Evidence::Isolated { .. } => text::ISOLATED_BUT,
            Evidence::UnlikeItsRole { missing, .. } if missing.is_empty() => text::UNLIKE_EXTRA,
            Evidence::UnlikeItsRole { extra, .. } if extra.is_empty() => text::UNLIKE_MISSING,
            Evidence::UnlikeItsRole { .. } => text::UNLIKE_BOTH,
            Evidence::CoveredBy(_) if unknown => text::SHADOWED_FOR_ANY,
            Evidence::CoveredBy(_) => text::SHADOWED,
            Evidence::SameWithout(rules) if rules.is_empty() => text::REDUNDANT,
            Evidence::SameWithout(_) => text::REDUNDANT_BESIDE,
            Evidence::Ignored { .. } => text::IGNORED,
            Evidence::Open { .. } => text::OPEN,
            Evidence::OpenWithoutPublicAddress { .. } => text::OPEN_WITHOUT_PUBLIC_ADDRESS,
            Evidence::WouldOpen { .. } => text::WOULD_OPEN,
            Evidence::ClosedOverIpv6 { .. } => text::IPV4_ONLY,
            Evidence::Member(_) => text::SILENT,
            Evidence::Usage { limit, used } => match scenario.quotas().raised(*limit) {
                _ if *used > scenario.quotas().get(*limit) => text::USAGE_EXCEEDED,
                Some(_) => text::USAGE_RAISED,
                None => text::USAGE,
            },
        }
    }

    /// Whether it is about an Accept rule.
    fn accepts(&self, scenario: &Scenario) -> bool {
        let Place::Rule { rule: id, .. } = &self.place else { return false };
        let mut rules = scenario.groups().flat_map(|group| &group.rules);
        rules.any(|rule| rule.id == *id && rule.spec.policy == RulePolicy::Accept)
    }

    /// The values that only the evidence gives.
    fn evidence_values(&self, words: &Words<'_>) -> Vec<Value> {
        match &self.evidence {
            Evidence::None | Evidence::NeverMatches => Vec::new(),
            Evidence::EmptyList(list) => vec![("list", vec![words.list_name(list).into()])],
            Evidence::EmptyPortList(list) => {
                vec![("list", vec![words.port_list_name(list).into()])]
            }
            Evidence::Unroutable(blocks) => {
                let blocks = blocks.iter().map(|block| block.to_string().into());
                vec![("blocks", words.list(blocks))]
            }
            Evidence::PeerWithoutMembers(peer) => vec![("peer", vec![words.group(peer)])],
            Evidence::TiedWith(rules)
            | Evidence::OverruledBy(rules)
            | Evidence::CoveredBy(rules)
            | Evidence::SameWithout(rules) => vec![("others", words.rules(rules))],
            Evidence::TiedInPart { with, flow } => {
                let mut values = words.flow(flow);
                values.push(("others", words.rules(with)));
                values
            }
            Evidence::NamesPublicAddress { public, owner, flow } => {
                let mut values = words.flow(flow);
                values.push(("public", vec![public.to_string().into()]));
                values.push(("owner", vec![words.interface(owner).into()]));
                values
            }
            Evidence::Isolated { flow, passing } => {
                let mut values = words.flow(flow);
                let passing = passing.iter().map(|set| words.packets(*set).into());
                values.push(("passing", words.list(passing)));
                values
            }
            Evidence::UnlikeItsRole { .. } => self.role_values(words),
            Evidence::Ignored { accepting, flow } => {
                let mut values = words.flow(flow);
                values.push(("group", vec![words.group(accepting)]));
                values
            }
            Evidence::Open { services, flow }
            | Evidence::OpenWithoutPublicAddress { services, flow } => {
                let mut values = words.flow(flow);
                values.push(("services", words.services(services)));
                values
            }
            Evidence::WouldOpen { services, source, packet } => vec![
                ("services", words.services(services)),
                ("packet", vec![packet.to_string().into()]),
                ("source", vec![source.to_string().into()]),
            ],
            Evidence::ClosedOverIpv6 { flow } => words.flow(flow),
            Evidence::Member(interface) => {
                vec![("member", vec![words.interface(interface).into()])]
            }
            Evidence::Usage { limit, used } => {
                let usage = words.usage(&self.place, *limit, *used).into_iter();
                usage.map(|(name, value)| (name, vec![value.into()])).collect()
            }
        }
    }

    /// The values of an interface that is unlike its role.
    fn role_values(&self, words: &Words<'_>) -> Vec<Value> {
        let Evidence::UnlikeItsRole { role, alike, all, missing, extra } = &self.evidence else {
            return Vec::new();
        };
        let groups = |ids: &[SecurityGroupId]| words.list(ids.iter().map(|id| words.group(id)));
        let member = match &self.place {
            Place::Interface(id) => vec![words.interface(id).into()],
            Place::Scenario | Place::Group(_) | Place::Rule { .. } => Vec::new(),
        };
        vec![
            ("member", member),
            ("role", vec![role.clone().into()]),
            ("alike", vec![alike.to_string().into()]),
            ("all", vec![all.to_string().into()]),
            ("missing", groups(missing)),
            ("extra", groups(extra)),
        ]
    }
}
