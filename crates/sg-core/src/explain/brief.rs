//! Short texts for reasons and verdicts, for tables and lists.

use crate::connectivity::{
    Decider, Packet, PlatformRule, Region, RouteFault, UnknownReason, Verdict,
};
use crate::language::Language;
use crate::model::{Direction, Scenario, SecurityGroupId};

use super::brief_text as text;

/// What a verdict rests on, in a few words.
pub fn reason(
    scenario: &Scenario,
    decider: &Decider,
    verdict: Verdict,
    language: Language,
) -> String {
    let label = |id: &SecurityGroupId| {
        scenario.group(id).map_or_else(|| id.to_string(), |group| group.label().to_owned())
    };
    let words = match decider {
        Decider::Policy { group } => {
            return text::REASON_POLICY.fill(language, &[("group", &label(group))]);
        }
        Decider::Rule { group, rule, .. } => {
            let values = [
                ("rule", rule.in_words(scenario, language)),
                ("id", rule.id.to_string()),
                ("group", label(group)),
            ];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            return text::REASON_RULE.fill(language, &values);
        }
        Decider::Implicit { direction: Direction::Ingress, .. } if verdict == Verdict::Pass => {
            text::REASON_INGRESS_ALLOW
        }
        Decider::Implicit { direction: Direction::Ingress, .. } => text::REASON_INGRESS_DENY,
        Decider::Implicit { direction: Direction::Egress, .. } if verdict == Verdict::Pass => {
            text::REASON_EGRESS_ALLOW
        }
        Decider::Implicit { direction: Direction::Egress, .. } => text::REASON_EGRESS_DENY,
        Decider::Platform(PlatformRule::MetadataService) => text::REASON_METADATA,
        Decider::Platform(PlatformRule::OutboundMail) => text::REASON_MAIL,
        Decider::Platform(PlatformRule::LoadBalancer) => text::REASON_BALANCER,
        Decider::Route(RouteFault::SeparateVpcs { .. }) => text::REASON_SEPARATE,
        Decider::Route(RouteFault::NoPublicAddress { .. }) => text::REASON_NO_PUBLIC,
        Decider::Route(RouteFault::NotPublic { .. }) => text::REASON_NOT_PUBLIC,
        Decider::Route(RouteFault::NoSnat { .. }) => text::REASON_NO_SNAT,
        Decider::Route(RouteFault::MixedFamilies) => text::REASON_FAMILIES,
        Decider::Itself => text::REASON_ITSELF,
        Decider::Unknown(UnknownReason::Unread(_) | UnknownReason::UnreadRoutes { .. }) => {
            text::REASON_UNREAD
        }
        Decider::Unknown(UnknownReason::UnreadPublicAddress { .. }) => {
            text::REASON_UNREAD_PUBLIC_ADDRESS
        }
        Decider::Unknown(UnknownReason::UnreadSnat { .. }) => text::REASON_UNREAD_SNAT,
        Decider::Unknown(UnknownReason::SnatAddress { .. }) => text::REASON_SNAT_ADDRESS,
        Decider::Unknown(_) => text::REASON_UNKNOWN,
    };
    words.get(language).to_owned()
}

/// The verdict of a region, marked if sources disagree about it.
pub fn verdict_of(region: &Region, language: Language) -> String {
    let verdict = verdict(region.verdict, language);
    match region.contested {
        Some(_) => text::CONTESTED.fill(language, &[("verdict", verdict)]),
        None => verdict.to_owned(),
    }
}

/// A verdict as a word.
pub const fn verdict(verdict: Verdict, language: Language) -> &'static str {
    match verdict {
        Verdict::Pass => text::PASSES.get(language),
        Verdict::Blocked => text::IS_BLOCKED.get(language),
        Verdict::Unknown => text::IS_UNKNOWN.get(language),
    }
}

/// A packet without its source port.
pub fn packet_text(packet: Packet, language: Language) -> String {
    match packet {
        Packet::Other(number) => {
            text::PROTOCOL_NUMBER.fill(language, &[("number", &number.to_string())])
        }
        Packet::Tcp { .. } | Packet::Udp { .. } | Packet::Icmp | Packet::Icmpv6 | Packet::Gre => {
            packet.to_string()
        }
    }
}
