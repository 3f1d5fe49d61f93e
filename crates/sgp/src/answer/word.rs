//! The words of JSON answers. They are public: none is ever renamed.

use std::borrow::Cow;

use sg_core::connectivity::{NotChecked, Outranking, Packet, Path};

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
