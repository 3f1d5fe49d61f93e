//! The fields of the packet picker and the packets they describe.

use sg_core::connectivity::{AskedPacket, PacketChoice};
use sg_core::model::Port;

/// The fields as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The destination port.
    pub(crate) port: String,
    /// The source port; empty for any.
    pub(crate) source: String,
    /// The protocol number.
    pub(crate) number: String,
}

impl Default for Draft {
    fn default() -> Self {
        Self { port: "443".to_owned(), source: String::new(), number: "50".to_owned() }
    }
}

/// The protocols with a number that have their own option.
const NAMED: [u8; 5] = [1, 6, 17, 47, 58];

impl Draft {
    /// Whether the destination port is valid.
    pub(crate) fn port(&self) -> Option<Port> {
        Port::parse(self.port.trim())
    }

    /// The source port; `None` for any.
    ///
    /// # Errors
    /// Fails if the text is not a port.
    pub(crate) fn source(&self) -> Result<Option<Port>, ()> {
        match self.source.trim() {
            "" => Ok(None),
            text => Port::parse(text).map(Some).ok_or(()),
        }
    }

    /// The protocol number, if it has no option of its own.
    pub(crate) fn number(&self) -> Option<u8> {
        self.number.trim().parse().ok().filter(|number| !NAMED.contains(number))
    }

    /// The packets that a protocol and these fields describe; `None` if a required field is
    /// invalid.
    pub(crate) fn choice(&self, protocol: &str) -> Option<PacketChoice> {
        let asked = match protocol {
            "all" => return Some(PacketChoice::All),
            "tcp" => match (self.port()?, self.source().ok()?) {
                (port, None) => AskedPacket::Tcp(port),
                (destination, Some(source)) => AskedPacket::TcpFrom { source, destination },
            },
            "udp" => match (self.port()?, self.source().ok()?) {
                (port, None) => AskedPacket::Udp(port),
                (destination, Some(source)) => AskedPacket::UdpFrom { source, destination },
            },
            "icmp" => AskedPacket::Icmp,
            "icmpv6" => AskedPacket::Icmpv6,
            "gre" => AskedPacket::Gre,
            "other" => AskedPacket::Other(self.number()?),
            _ => return None,
        };
        Some(PacketChoice::One(asked))
    }

    /// The fields updated to match a choice made elsewhere.
    pub(crate) fn with(&self, choice: PacketChoice) -> Self {
        let ports = |port: Port, source: Option<Port>| Self {
            port: port.to_string(),
            source: source.map(|port| port.to_string()).unwrap_or_default(),
            ..self.clone()
        };
        match choice {
            PacketChoice::One(AskedPacket::Tcp(port) | AskedPacket::Udp(port)) => ports(port, None),
            PacketChoice::One(
                AskedPacket::TcpFrom { source, destination }
                | AskedPacket::UdpFrom { source, destination },
            ) => ports(destination, Some(source)),
            PacketChoice::One(AskedPacket::Other(number)) => {
                Self { number: number.to_string(), ..self.clone() }
            }
            PacketChoice::All
            | PacketChoice::One(AskedPacket::Icmp | AskedPacket::Icmpv6 | AskedPacket::Gre) => {
                self.clone()
            }
        }
    }
}

/// The protocol of a choice, by its option value.
pub(crate) const fn protocol_of(choice: PacketChoice) -> &'static str {
    match choice {
        PacketChoice::All => "all",
        PacketChoice::One(asked) => match asked {
            AskedPacket::Tcp(_) | AskedPacket::TcpFrom { .. } => "tcp",
            AskedPacket::Udp(_) | AskedPacket::UdpFrom { .. } => "udp",
            AskedPacket::Icmp => "icmp",
            AskedPacket::Icmpv6 => "icmpv6",
            AskedPacket::Gre => "gre",
            AskedPacket::Other(_) => "other",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_comes_back_from_its_fields() {
        let port = |number| Port::new(number).unwrap();
        let choices = [
            AskedPacket::Tcp(port(22)),
            AskedPacket::Udp(port(53)),
            AskedPacket::TcpFrom { source: port(20), destination: port(1024) },
            AskedPacket::UdpFrom { source: port(53), destination: port(53) },
            AskedPacket::Icmp,
            AskedPacket::Icmpv6,
            AskedPacket::Gre,
            AskedPacket::Other(50),
        ];
        let all = choices.map(PacketChoice::One).into_iter().chain([PacketChoice::All]);
        for choice in all {
            let draft = Draft::default().with(choice);
            assert_eq!(draft.choice(protocol_of(choice)), Some(choice), "{draft:?}");
        }
    }

    #[test]
    fn a_wrong_field_asks_nothing() {
        let wrong = Draft { port: "x".to_owned(), source: "0".to_owned(), number: "6".to_owned() };
        for protocol in ["tcp", "udp", "other", "nothing"] {
            assert_eq!(wrong.choice(protocol), None, "{protocol}");
        }
        assert_eq!(wrong.choice("icmp"), Some(PacketChoice::One(AskedPacket::Icmp)));
        let source = Draft { source: "70000".to_owned(), ..Draft::default() };
        assert_eq!(source.choice("tcp"), None);
    }
}
