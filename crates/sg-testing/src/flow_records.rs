//! Generated flow logs with known errors planted in them. What a record should say comes from the
//! naive evaluator, never from the engine that is tested.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::IpAddr;
use std::sync::Arc;

use sg_core::connectivity::Packet;
use sg_core::model::*;

use crate::naive;
use crate::workload::Random;

/// A planted error, as a disagreement is told: whether the log says `ACCEPT`, the interface, the
/// direction there, the other address, the protocol and the destination port.
pub type Planted = (bool, String, Direction, IpAddr, u8, u16);

/// What a reader should count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expected {
    pub entries: u64,
    pub agree: u64,
    pub disagree: u64,
    pub unknown: u64,
    pub replies: u64,
    pub running: u64,
    pub no_data: u64,
    pub skip_data: u64,
    pub malformed: u64,
    pub strangers: u64,
    /// How many records of each planted error there are.
    pub planted: BTreeMap<Planted, u64>,
}

/// Writes a log of a scenario of one VPC whose interfaces have one address each, such as
/// [`Workload`](crate::workload::Workload) makes them.
pub struct Writer<'a> {
    scenario: &'a Scenario,
    interfaces: Vec<&'a Arc<NetworkInterface>>,
    random: Random,
    time: i64,
    pub expected: Expected,
}

/// A record before it is written.
#[derive(Clone, Copy)]
struct Flow<'a> {
    from: &'a NetworkInterface,
    to: &'a NetworkInterface,
    packet: Packet,
    start: i64,
}

/// The first second of every log.
pub const START: i64 = 1_793_000_000;

impl<'a> Writer<'a> {
    pub fn new(scenario: &'a Scenario, seed: u64) -> Self {
        let interfaces = scenario.interfaces().collect();
        let expected = Expected::default();
        Self { scenario, interfaces, random: Random::new(seed), time: START, expected }
    }

    /// Writes the entries about one session, or one entry of another kind.
    pub fn step(&mut self, mut write: impl FnMut(String)) {
        self.time += i64::try_from(self.random.below(3)).unwrap();
        match self.random.below(100) {
            0..93 => self.session(&mut write),
            93..95 => self.running(&mut write),
            95 => {
                self.expected.no_data += 1;
                self.other(&mut write, r#""log-status":"NODATA","action":"-""#);
            }
            96 => {
                self.expected.skip_data += 1;
                self.other(&mut write, r#""log-status":"SKIPDATA","srcaddr":"""#);
            }
            97 => self.nobody(&mut write),
            98 => self.stranger(&mut write),
            _ => self.malformed(&mut write),
        }
    }

    fn interface(&mut self) -> &'a NetworkInterface {
        let index = self.random.below(self.interfaces.len());
        self.interfaces.get(index).unwrap()
    }

    fn port(&mut self, first: u16, count: usize) -> Port {
        Port::new(first + u16::try_from(self.random.below(count)).unwrap()).unwrap()
    }

    /// A session: its opener at the sender and, if it gets there, at the receiver, then its replies.
    fn session(&mut self, write: &mut impl FnMut(String)) {
        let (mut from, mut to) = (self.interface(), self.interface());
        if from.id == to.id {
            return;
        }
        // Service ports lie below those of clients, and pings go one way only, so that no opener is
        // taken for a reply.
        let (source_port, destination_port) = (self.port(49_152, 16_000), self.port(1, 32_000));
        let packet = match self.random.below(10) {
            0..7 => Packet::Tcp { source_port, destination_port },
            7..9 => Packet::Udp { source_port, destination_port },
            _ => {
                if from.id > to.id {
                    (from, to) = (to, from);
                }
                Packet::Icmp
            }
        };
        let flow = Flow { from, to, packet, start: self.time };
        let mut lines = Vec::new();
        let sent = self.opener(flow, Direction::Egress, &mut lines);
        let arrived = sent && self.opener(flow, Direction::Ingress, &mut lines);
        if arrived && self.random.percent(70) {
            for direction in [Direction::Egress, Direction::Ingress] {
                let reply = self.reply(flow, direction);
                // Logs of several interfaces come out of order.
                let place = if self.random.percent(20) { 0 } else { lines.len() };
                lines.insert(place, reply);
            }
        }
        lines.into_iter().for_each(write);
    }

    /// An opener, in one of fifty cases with the wrong action. Returns whether the log says `ACCEPT`.
    fn opener(&mut self, flow: Flow<'_>, direction: Direction, lines: &mut Vec<String>) -> bool {
        let Flow { from, to, packet, .. } = flow;
        let ends = [(from, address(from)), (to, address(to))];
        let (own, peer) = match direction {
            Direction::Egress => (ends[0], ends[1]),
            Direction::Ingress => (ends[1], ends[0]),
        };
        let passes = naive::passes_at(self.scenario, direction, own, peer, packet);
        let wrong = self.random.percent(2);
        let accepted = passes != wrong;
        if wrong {
            let (number, port) = numbers(packet);
            let key = (accepted, own.0.id.to_string(), direction, peer.1, number, port);
            *self.expected.planted.entry(key).or_default() += 1;
            self.expected.disagree += 1;
        } else {
            self.expected.agree += 1;
        }
        let flags = if self.random.percent(50) { "2" } else { "3" };
        lines.push(self.record(
            own.0,
            direction,
            ends.map(|end| end.1),
            packet,
            flow.start,
            accepted,
            flags,
        ));
        accepted
    }

    fn reply(&mut self, flow: Flow<'_>, direction: Direction) -> String {
        let Flow { from, to, packet, start } = flow;
        let own = match direction {
            Direction::Egress => to,
            Direction::Ingress => from,
        };
        let ends = [address(to), address(from)];
        // A SYN with ACK is told by its flags only where it could not have opened a session, so that
        // nothing is planted in it.
        let later = start + 1 + i64::try_from(self.random.below(600)).unwrap();
        let flags = match packet {
            Packet::Tcp { .. } => {
                self.expected.running += 1;
                "24"
            }
            _ => {
                self.expected.replies += 1;
                ""
            }
        };
        self.record(own, direction, ends, mirrored(packet), later, true, flags)
    }

    /// TCP without SYN.
    fn running(&mut self, write: &mut impl FnMut(String)) {
        let (from, to) = (self.interface(), self.interface());
        let (source_port, destination_port) = (self.port(49_152, 16_000), self.port(1, 32_000));
        let packet = Packet::Tcp { source_port, destination_port };
        let ends = [address(from), address(to)];
        let accepted = self.random.percent(90);
        self.expected.running += 1;
        write(self.record(from, Direction::Egress, ends, packet, self.time, accepted, "16"));
    }

    /// From an address of the VPC that no interface has.
    fn nobody(&mut self, write: &mut impl FnMut(String)) {
        let to = self.interface();
        let packet = Packet::tcp(self.port(1, 32_000));
        let from = IpAddr::from([10, 0, 255, 255]);
        self.expected.unknown += 1;
        let ends = [from, address(to)];
        write(self.record(to, Direction::Ingress, ends, packet, self.time, true, "2"));
    }

    /// Of an interface that the scenario lacks.
    fn stranger(&mut self, write: &mut impl FnMut(String)) {
        let to = self.interface();
        let other = NetworkInterface {
            id: NetworkInterfaceId::parse("eni-elsewhere").unwrap(),
            ..to.clone()
        };
        let packet = Packet::tcp(self.port(1, 32_000));
        self.expected.strangers += 1;
        let ends = [address(to), address(to)];
        write(self.record(&other, Direction::Ingress, ends, packet, self.time, true, "2"));
    }

    fn malformed(&mut self, write: &mut impl FnMut(String)) {
        let lines = [
            r#"{"eni-id":"eni-0","srcaddr":"10.0.0.1""#,
            r#"{"eni-id":"eni-0","srcaddr":"10.0.0.300","dstaddr":"10.0.0.1"}"#,
            r#"{"__topic__":"flow_log","version":"1"}"#,
            r#"[1, 2, 3]"#,
            "nonsense",
        ];
        let line = lines.get(self.random.below(lines.len())).unwrap();
        self.expected.malformed += 1;
        self.expected.entries += 1;
        write((*line).to_owned());
    }

    /// An entry without traffic.
    fn other(&mut self, write: &mut impl FnMut(String), rest: &str) {
        self.expected.entries += 1;
        let own = self.interface();
        write(format!(r#"{{"__topic__":"flow_log","version":"1","eni-id":"{}",{rest}}}"#, own.id));
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of a record")]
    fn record(
        &mut self,
        own: &NetworkInterface,
        direction: Direction,
        [source, destination]: [IpAddr; 2],
        packet: Packet,
        start: i64,
        accepted: bool,
        flags: &str,
    ) -> String {
        self.expected.entries += 1;
        let (number, _) = numbers(packet);
        let (source_port, destination_port) = packet
            .ports()
            .map_or((0, 0), |(source, destination)| (source.get(), destination.get()));
        let way = if direction == Direction::Ingress { "in" } else { "out" };
        let action = if accepted { "ACCEPT" } else { "REJECT" };
        let (packets, bytes) = (1 + self.random.below(100), 40 + self.random.below(100_000));
        let mut line = String::with_capacity(512);
        write!(
            line,
            "{{\"__topic__\":\"flow_log\",\"version\":\"1\",\"vswitch-id\":\"vsw-bp1mu5cykbq9zqb0gusvl\",\
             \"vm-id\":\"i-bp1dr0hxa7cf1yypgf4y\",\"vpc-id\":\"vpc-bp1kcm36tevkpms97q0cv\",\
             \"account-id\":\"1000000000000000\",\"eni-id\":\"{}\",\"region\":\"cn-hangzhou\",\
             \"srcaddr\":\"{source}\",\"srcport\":\"{source_port}\",\"dstaddr\":\"{destination}\",\
             \"dstport\":\"{destination_port}\",\"protocol\":\"{number}\",\"direction\":\"{way}\",\
             \"packets\":\"{packets}\",\"bytes\":\"{bytes}\",\"start\":\"{start}\",\"end\":\"{}\",\
             \"log-status\":\"OK\",\"action\":\"{action}\",\"tcp-flags\":\"{flags}\"}}",
            own.id,
            start + 1,
        )
        .unwrap();
        line
    }
}

fn address(own: &NetworkInterface) -> IpAddr {
    *own.addresses.first().unwrap()
}

/// The number of a protocol, and the destination port.
fn numbers(packet: Packet) -> (u8, u16) {
    match packet {
        Packet::Tcp { destination_port, .. } => (6, destination_port.get()),
        Packet::Udp { destination_port, .. } => (17, destination_port.get()),
        Packet::Icmp => (1, 0),
        Packet::Icmpv6 => (58, 0),
        Packet::Gre => (47, 0),
        Packet::Other(number) => (number, 0),
    }
}

const fn mirrored(packet: Packet) -> Packet {
    match packet {
        Packet::Tcp { source_port, destination_port } => {
            Packet::Tcp { source_port: destination_port, destination_port: source_port }
        }
        Packet::Udp { source_port, destination_port } => {
            Packet::Udp { source_port: destination_port, destination_port: source_port }
        }
        other => other,
    }
}
