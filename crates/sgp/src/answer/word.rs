//! The words of JSON answers. They are public: none is ever renamed.

use std::borrow::Cow;

use sg_core::connectivity::{
    GroupKind, NotChecked, Outranking, Packet, Path, PlatformRule, RouteFault, UnknownReason,
    UnreadPart, Verdict,
};
use sg_core::model::{Peer, SecurityGroupId};

/// The word for a verdict.
pub(crate) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    }
}

/// The word where some of the packets or addresses have one verdict and some another.
pub(super) const SOME: &str = "some";

pub(super) fn protocol(packet: Packet) -> Cow<'static, str> {
    Cow::Borrowed(match packet {
        Packet::Tcp { .. } => "TCP",
        Packet::Udp { .. } => "UDP",
        Packet::Icmp => "ICMP",
        Packet::Icmpv6 => "ICMPv6",
        Packet::Gre => "GRE",
        Packet::Other(number) => return Cow::Owned(number.to_string()),
    })
}

pub(super) const fn path(path: &Path) -> &'static str {
    match path {
        Path::Internal => "internal",
        Path::Public { .. } => "public",
        Path::Outside => "outside",
        Path::Itself => "itself",
        Path::None(_) => "none",
        Path::Unknown => "unknown",
    }
}

pub(super) const fn group_type(kind: GroupKind) -> &'static str {
    match kind {
        GroupKind::Basic => "normal",
        GroupKind::Advanced => "enterprise",
        GroupKind::LoadBalancer => "load_balancer",
    }
}

pub(super) const fn platform(rule: PlatformRule) -> &'static str {
    match rule {
        PlatformRule::MetadataService => "metadata_service",
        PlatformRule::OutboundMail => "outbound_mail",
        PlatformRule::LoadBalancer => "load_balancer",
    }
}

pub(super) const fn route_fault(fault: &RouteFault) -> &'static str {
    match fault {
        RouteFault::SeparateVpcs { .. } => "separate_vpcs",
        RouteFault::NoPublicAddress { .. } => "no_public_address",
        RouteFault::NotPublic { .. } => "not_public",
        RouteFault::NoSnat { .. } => "no_snat",
        RouteFault::MixedFamilies => "mixed_families",
    }
}

pub(super) const fn unknown_reason(reason: &UnknownReason) -> &'static str {
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
pub(super) const fn unread_part(part: &UnreadPart) -> (&'static str, &SecurityGroupId) {
    match part {
        UnreadPart::Peer { group, peer: Peer::Group(_), .. } => ("unread_members", group),
        UnreadPart::Peer { group, .. } => ("unread_entries", group),
        UnreadPart::Rule { group, .. } => ("unread_rule", group),
        UnreadPart::MoreRules { group } => ("unread_more_rules", group),
        UnreadPart::Policy { group } => ("unread_policy", group),
    }
}

pub(super) const fn not_checked(reason: NotChecked) -> &'static str {
    match reason {
        NotChecked::Outside => "outside",
        NotChecked::NoPath => "no_path",
        NotChecked::Itself => "itself",
        NotChecked::Unknown => "unknown",
    }
}

pub(super) const fn outranking(how: Outranking) -> &'static str {
    match how {
        Outranking::Priority => "outranked_by_priority",
        Outranking::DropBeforeAccept => "outranked_drop_before_accept",
        Outranking::SameRank => "same_rank",
    }
}
