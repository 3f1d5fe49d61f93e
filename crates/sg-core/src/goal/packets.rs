//! The text form of packets: `tcp/443`, `udp/8000-9000`, `icmp`, `protocol/50`, `all`.

use crate::connectivity::{AskedPacket, Packet, PacketChoice, PacketSet};
use crate::model::{IpProtocol, Port, PortRange};

/// A selection of packets, from any source port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// All packets.
    All,
    /// One packet set.
    Set(PacketSet),
}

/// Parses a packet selection.
///
/// # Errors
/// A message that lists the accepted forms.
pub fn parse(text: &str) -> Result<Asked, String> {
    let lower = text.to_ascii_lowercase();
    let (protocol, rest) = match lower.split_once('/') {
        Some((protocol, rest)) => (protocol, Some(rest)),
        None => (lower.as_str(), None),
    };
    let set = match (protocol, rest) {
        ("all", None) => return Ok(Asked::All),
        ("tcp", rest) => {
            PacketSet::Tcp { source: PortRange::ALL, destination: ports_behind(text, rest)? }
        }
        ("udp", rest) => {
            PacketSet::Udp { source: PortRange::ALL, destination: ports_behind(text, rest)? }
        }
        ("icmp", None) => PacketSet::Icmp,
        ("icmpv6", None) => PacketSet::Icmpv6,
        ("gre", None) => PacketSet::Gre,
        ("protocol", Some(number)) => match number.parse().ok().and_then(by_number) {
            Some(Packet::Other(number)) => PacketSet::Other { first: number, last: number },
            _ => return Err(unreadable(text)),
        },
        _ => return Err(unreadable(text)),
    };
    Ok(Asked::Set(set))
}

fn unreadable(text: &str) -> String {
    format!(
        "`{text}` names no packets: write tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre, \
         protocol/50 or all"
    )
}

/// Parses ports: `443` or `8000-9000`.
///
/// # Errors
/// A message that says what is wrong with the text.
pub fn ports(text: &str) -> Result<PortRange, String> {
    range(text).ok_or_else(|| format!("`{text}` is no port from 1 to 65535, nor two as 80-90"))?
}

/// Parses ports; `None` if one is not a valid port, an error if the range is reversed.
fn range(text: &str) -> Option<Result<PortRange, String>> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last) = (Port::parse(first)?, Port::parse(last)?);
    Some(PortRange::new(first, last).map_err(|error| format!("`{text}`: {error}")))
}

fn ports_behind(text: &str, ports: Option<&str>) -> Result<PortRange, String> {
    let Some(ports) = ports else { return Ok(PortRange::ALL) };
    let none = || format!("`{text}` has no port from 1 to 65535 behind the slash");
    range(ports).ok_or_else(none)?
}

/// The packet of a protocol without ports; `None` for TCP and UDP.
pub const fn by_number(number: u8) -> Option<Packet> {
    match IpProtocol::from_number(number) {
        IpProtocol::Icmp => Some(Packet::Icmp),
        IpProtocol::Icmpv6 => Some(Packet::Icmpv6),
        IpProtocol::Gre => Some(Packet::Gre),
        IpProtocol::Number(number) => Some(Packet::Other(number)),
        IpProtocol::Tcp | IpProtocol::Udp | IpProtocol::All => None,
    }
}

/// Parses exactly one packet. A TCP or UDP packet comes from a dynamic source port unless
/// `source_port` is given.
///
/// # Errors
/// A message that says what is wrong with the text, or that it describes several packets.
pub fn one(text: &str, source_port: Option<&str>) -> Result<Packet, String> {
    let Asked::Set(set) = parse(text)? else {
        return Err(format!("`{text}` is more than one packet"));
    };
    let single = |range: PortRange| range.first() == range.last();
    let several = match set {
        PacketSet::Tcp { destination, .. } | PacketSet::Udp { destination, .. } => {
            !single(destination)
        }
        PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre | PacketSet::Other { .. } => false,
    };
    if several {
        return Err(format!("`{text}` is more than one packet: name one port"));
    }
    let Some(source) = source_port else { return Ok(set.sample()) };
    let port = Port::parse(source).ok_or_else(|| format!("`{source}` is no port: 1 to 65535"))?;
    match set.sample() {
        Packet::Tcp { destination_port, .. } => {
            Ok(Packet::Tcp { source_port: port, destination_port })
        }
        Packet::Udp { destination_port, .. } => {
            Ok(Packet::Udp { source_port: port, destination_port })
        }
        Packet::Icmp | Packet::Icmpv6 | Packet::Gre | Packet::Other(_) => {
            Err(format!("`{text}` has no source port"))
        }
    }
}

/// The packets of one protocol and port. TCP or UDP packets come from any source port unless one is
/// given.
///
/// # Errors
/// A message that says what is wrong with the text, or that it describes several ports.
pub fn asked(text: &str, source_port: Option<&str>) -> Result<PacketSet, String> {
    let packet = one(text, source_port)?;
    match parse(text)? {
        Asked::Set(set) if source_port.is_none() => Ok(set),
        Asked::Set(_) | Asked::All => Ok(PacketSet::single(packet)),
    }
}

/// Parses the packet selection of a matrix.
///
/// # Errors
/// A message that says what is wrong with the text.
pub fn choice(text: Option<&str>) -> Result<PacketChoice, String> {
    let Some(text) = text else { return Ok(PacketChoice::All) };
    if parse(text)? == Asked::All {
        return Ok(PacketChoice::All);
    }
    let asked = match one(text, None)? {
        Packet::Tcp { destination_port, .. } => AskedPacket::Tcp(destination_port),
        Packet::Udp { destination_port, .. } => AskedPacket::Udp(destination_port),
        Packet::Icmp => AskedPacket::Icmp,
        Packet::Icmpv6 => AskedPacket::Icmpv6,
        Packet::Gre => AskedPacket::Gre,
        Packet::Other(number) => AskedPacket::Other(number),
    };
    Ok(PacketChoice::One(asked))
}

/// The packets of a set that are in none of the others.
pub fn without(set: PacketSet, others: &[PacketSet]) -> Vec<PacketSet> {
    others.iter().fold(vec![set], |rest, other| {
        rest.into_iter().flat_map(|set| subtract(set, *other)).collect()
    })
}

fn subtract(set: PacketSet, other: PacketSet) -> Vec<PacketSet> {
    let Some(common) = set.intersection(&other) else { return vec![set] };
    let tcp = |source, destination| PacketSet::Tcp { source, destination };
    let udp = |source, destination| PacketSet::Udp { source, destination };
    match (set, common) {
        (
            PacketSet::Tcp { source, destination },
            PacketSet::Tcp { source: cut_source, destination: cut },
        ) => frame(source, destination, cut_source, cut, tcp),
        (
            PacketSet::Udp { source, destination },
            PacketSet::Udp { source: cut_source, destination: cut },
        ) => frame(source, destination, cut_source, cut, udp),
        (
            PacketSet::Other { first, last },
            PacketSet::Other { first: cut_first, last: cut_last },
        ) => {
            let below = (first < cut_first)
                .then(|| PacketSet::Other { first, last: cut_first.saturating_sub(1) });
            let above = (cut_last < last)
                .then(|| PacketSet::Other { first: cut_last.saturating_add(1), last });
            below.into_iter().chain(above).collect()
        }
        _ => Vec::new(),
    }
}

/// The parts of a rectangle outside a smaller rectangle within it.
fn frame(
    source: PortRange,
    destination: PortRange,
    cut_source: PortRange,
    cut: PortRange,
    set: impl Fn(PortRange, PortRange) -> PacketSet,
) -> Vec<PacketSet> {
    let below = |whole: PortRange, cut: PortRange| {
        PortRange::new(whole.first(), cut.first().previous()?).ok()
    };
    let above =
        |whole: PortRange, cut: PortRange| PortRange::new(cut.last().next()?, whole.last()).ok();
    let beside = [below(source, cut_source), above(source, cut_source)];
    let over = [below(destination, cut), above(destination, cut)];
    let beside = beside.into_iter().flatten().map(|rest| set(rest, destination));
    beside.chain(over.into_iter().flatten().map(|rest| set(cut_source, rest))).collect()
}

/// Restricts a packet set to some source ports.
pub(super) fn from_ports(set: PacketSet, source: Option<PortRange>) -> Result<PacketSet, String> {
    let Some(source) = source else { return Ok(set) };
    match set {
        PacketSet::Tcp { destination, .. } => Ok(PacketSet::Tcp { source, destination }),
        PacketSet::Udp { destination, .. } => Ok(PacketSet::Udp { source, destination }),
        PacketSet::Icmp | PacketSet::Icmpv6 | PacketSet::Gre | PacketSet::Other { .. } => {
            Err("only TCP and UDP have source ports".to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> PacketSet {
        match parse(text).unwrap() {
            Asked::Set(set) => set,
            Asked::All => panic!("{text} is everything"),
        }
    }

    #[test]
    fn packets_are_read_as_people_write_them() {
        assert_eq!(parse("ALL"), Ok(Asked::All));
        assert_eq!(set("TCP/443").sample(), Packet::tcp(Port::new(443).unwrap()));
        assert_eq!(set("protocol/50"), PacketSet::Other { first: 50, last: 50 });
        assert!(set("udp").contains(Packet::udp(Port::MAX)));
        for bad in [
            "",
            "/",
            "tcp/",
            "tcp/0",
            "tcp/65536",
            "tcp/9-8",
            "tcp/1-2-3",
            "icmp/8",
            "protocol/6",
            "protocol/256",
            "protocol",
            "all/1",
            "http",
            "tcp/80 ",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
        assert!(one("tcp", None).is_err() && one("all", None).is_err());
        assert!(one("icmp", Some("80")).is_err() && one("tcp/80", Some("0")).is_err());
        assert!(choice(Some("protocol/50")).is_ok() && choice(Some("tcp/1-2")).is_err());
    }

    #[test]
    fn subtraction_leaves_exactly_the_rest() {
        let whole = set("tcp/10-20");
        let hole = PacketSet::Tcp {
            source: PortRange::parse("100/200").unwrap(),
            destination: PortRange::parse("12/15").unwrap(),
        };
        let rest = without(whole, &[hole, set("tcp/20"), set("udp")]);
        for source in [1, 99, 100, 150, 200, 201, 65_535] {
            for destination in 9..=21 {
                let packet = Packet::Tcp {
                    source_port: Port::new(source).unwrap(),
                    destination_port: Port::new(destination).unwrap(),
                };
                let expected = whole.contains(packet)
                    && !hole.contains(packet)
                    && !set("tcp/20").contains(packet);
                let holders = rest.iter().filter(|set| set.contains(packet)).count();
                assert_eq!(holders, usize::from(expected), "{packet:?}");
            }
        }
        let numbers = PacketSet::Other { first: 0, last: 255 };
        let rest = without(numbers, &[set("protocol/0"), set("protocol/50"), set("protocol/255")]);
        assert_eq!(
            rest,
            [PacketSet::Other { first: 1, last: 49 }, PacketSet::Other { first: 51, last: 254 }]
        );
        assert_eq!(without(PacketSet::Icmp, &[PacketSet::Icmp]), []);
    }
}
