//! The packets asked about as one rule could name them.

use crate::connectivity::{AskedPacket, PacketChoice};
use crate::model::{PortFilter, PortRange, ProtocolFilter};

/// The protocol and the ports of a choice.
pub(super) const fn asked(choice: PacketChoice) -> ProtocolFilter {
    match choice {
        PacketChoice::All => ProtocolFilter::All,
        PacketChoice::One(AskedPacket::Tcp(port)) => {
            ProtocolFilter::Tcp(PortFilter::to(PortRange::single(port)))
        }
        PacketChoice::One(AskedPacket::Udp(port)) => {
            ProtocolFilter::Udp(PortFilter::to(PortRange::single(port)))
        }
        PacketChoice::One(AskedPacket::Icmp) => ProtocolFilter::Icmp,
        PacketChoice::One(AskedPacket::Icmpv6) => ProtocolFilter::Icmpv6,
        PacketChoice::One(AskedPacket::Gre) => ProtocolFilter::Gre,
    }
}
