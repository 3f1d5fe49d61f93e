//! The selected packets in the form that a rule can express.

use sg_core::connectivity::{AskedPacket, PacketChoice};
use sg_core::model::{Port, PortFilter, PortRange, ProtocolFilter};

/// The protocol and ports of a choice.
pub(crate) const fn asked(choice: PacketChoice) -> ProtocolFilter {
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
        PacketChoice::One(AskedPacket::TcpFrom { source, destination }) => {
            ProtocolFilter::Tcp(between(source, destination))
        }
        PacketChoice::One(AskedPacket::UdpFrom { source, destination }) => {
            ProtocolFilter::Udp(between(source, destination))
        }
        PacketChoice::One(AskedPacket::Other(number)) => ProtocolFilter::Number(number),
    }
}

const fn between(source: Port, destination: Port) -> PortFilter {
    PortFilter { source: PortRange::single(source), destination: PortRange::single(destination) }
}
