//! The words of JSON answers. They are public: none is ever renamed.

use sg_core::connectivity::{
    GroupKind, NotChecked, Outranking, Packet, Path, PlatformRule, RouteFault, UnknownReason,
    Verdict,
};

/// The word for a verdict.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "pass",
        Verdict::Blocked => "blocked",
        Verdict::Unknown => "unknown",
    }
}

pub(super) fn protocol(packet: Packet) -> String {
    match packet {
        Packet::Tcp { .. } => "TCP".to_owned(),
        Packet::Udp { .. } => "UDP".to_owned(),
        Packet::Icmp => "ICMP".to_owned(),
        Packet::Icmpv6 => "ICMPv6".to_owned(),
        Packet::Gre => "GRE".to_owned(),
        Packet::Other(number) => number.to_string(),
    }
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
        RouteFault::MixedFamilies => "mixed_families",
    }
}

pub(super) const fn unknown_reason(reason: &UnknownReason) -> &'static str {
    match reason {
        UnknownReason::NoSuchInterface(_) => "no_such_interface",
        UnknownReason::NotItsAddress { .. } => "not_its_address",
        UnknownReason::NotOutside(_) => "not_outside",
        UnknownReason::BothOutside => "both_outside",
        UnknownReason::NoSuchPacket => "no_such_packet",
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
