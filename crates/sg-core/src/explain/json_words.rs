//! The words of JSON answers. They are public: none is ever renamed.

use crate::connectivity::{
    GroupKind, PlatformRule, RouteFault, UnknownReason, UnreadPart, Verdict,
};
use crate::model::{Peer, SecurityGroupId};

/// The word for a verdict.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    }
}

/// The word for a kind of group.
pub const fn group_type(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Basic => "normal",
        GroupKind::Advanced => "enterprise",
        GroupKind::LoadBalancer => "load_balancer",
    }
}

/// The word for a rule of the platform.
pub const fn platform(rule: PlatformRule) -> &'static str {
    match rule {
        PlatformRule::MetadataService => "metadata_service",
        PlatformRule::OutboundMail => "outbound_mail",
        PlatformRule::LoadBalancer => "load_balancer",
    }
}

/// The word for what is missing on the way.
pub const fn route_fault(fault: &RouteFault) -> &'static str {
    match fault {
        RouteFault::SeparateVpcs { .. } => "separate_vpcs",
        RouteFault::NoPublicAddress { .. } => "no_public_address",
        RouteFault::NotPublic { .. } => "not_public",
        RouteFault::NoSnat { .. } => "no_snat",
        RouteFault::MixedFamilies => "mixed_families",
    }
}

/// The word for why something is unknown.
pub const fn unknown_reason(reason: &UnknownReason) -> &'static str {
    match reason {
        UnknownReason::NoSuchInterface(_) => "no_such_interface",
        UnknownReason::NotItsAddress { .. } => "not_its_address",
        UnknownReason::NotOutside(_) => "not_outside",
        UnknownReason::NoInterfaceHas(_) => "no_interface_has",
        UnknownReason::BothOutside => "both_outside",
        UnknownReason::NoSuchPacket => "no_such_packet",
        UnknownReason::Unread(part) => unread_part(part).0,
        UnknownReason::UnreadRoutes { .. } => "unread_routes",
        UnknownReason::UnreadPublicAddress { .. } => "unread_public_address",
        UnknownReason::UnreadSnat { .. } => "unread_snat",
        UnknownReason::SnatAddress { .. } => "snat_address",
    }
}

/// The word for a part that is not known, and the group it belongs to.
pub const fn unread_part(part: &UnreadPart) -> (&'static str, &SecurityGroupId) {
    match part {
        UnreadPart::Peer { group, peer: Peer::Group(_), .. } => ("unread_members", group),
        UnreadPart::Peer { group, .. } => ("unread_entries", group),
        UnreadPart::Rule { group, .. } => ("unread_rule", group),
        UnreadPart::MoreRules { group } => ("unread_more_rules", group),
        UnreadPart::Policy { group } => ("unread_policy", group),
    }
}
