//! Names, times and places as answers about logs say them.

use std::net::IpAddr;

use crate::connectivity::{Decider, End, Packet, Verdict};
use crate::explain::end_label;
use crate::flow_log::{
    Action, Disagreement, DisagreementKind, LogPlace, OtherDecider, SampleRecord, Traffic, Unknown,
    UnknownRecords,
};
use crate::language::{Language, Text};
use crate::model::{
    Direction, IpProtocol, NetworkInterfaceId, Scenario, SecurityGroupId, Timestamp,
};

use super::text;
use crate::explain::brief::{packet_text, reason, verdict};

/// Puts values into words.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// The scenario whose names are used.
    pub scenario: &'a Scenario,
    /// The names of the files.
    pub files: &'a [String],
    /// The language.
    pub language: Language,
}

impl Words<'_> {
    /// A text.
    pub fn say(self, text: Text) -> String {
        text.get(self.language).to_owned()
    }

    /// A text with its placeholders filled in.
    pub fn fill(self, text: Text, values: &[(&str, &str)]) -> String {
        text.fill(self.language, values)
    }

    /// An interface by name.
    pub fn interface(self, id: &NetworkInterfaceId) -> String {
        end_label(self.scenario, &End::Interface(id.clone()), self.language)
    }

    /// A group by name.
    pub fn group(self, id: &SecurityGroupId) -> String {
        self.scenario.group(id).map_or_else(|| id.to_string(), |own| own.label().to_owned())
    }

    /// `flows.jsonl:17`.
    pub fn place(self, place: LogPlace) -> String {
        format!("{}:{}", self.file(place), place.line)
    }

    /// The name of the file of a place.
    pub fn file(self, place: LogPlace) -> String {
        let index = usize::try_from(place.file).unwrap_or(usize::MAX);
        self.files.get(index).cloned().unwrap_or_default()
    }

    /// A direction.
    pub fn way(self, direction: Direction) -> String {
        self.say(match direction {
            Direction::Egress => text::OUTBOUND,
            Direction::Ingress => text::INBOUND,
        })
    }

    /// Sender and receiver by name.
    pub fn ends(self, own: &Disagreement) -> String {
        let SampleRecord { interface, direction, remote, .. } = &own.record;
        let near = self.interface(interface);
        let far = own.peer.as_ref().map_or_else(|| remote.to_string(), |id| self.interface(id));
        match direction {
            Direction::Egress => format!("{near} → {far}"),
            Direction::Ingress => format!("{far} → {near}"),
        }
    }

    /// The packets of a record; a reply by the port that it comes from.
    pub fn packet(self, own: &Disagreement) -> String {
        let record = &own.record;
        let reply = own.kind == DisagreementKind::RejectedReply;
        let packet = match record.packet() {
            Some(Packet::Tcp { source_port, .. }) if reply => Some(Packet::tcp(source_port)),
            Some(Packet::Udp { source_port, .. }) if reply => Some(Packet::udp(source_port)),
            packet => packet,
        };
        let bare = || {
            let protocol = IpProtocol::from_number(record.protocol);
            protocol.name().map_or_else(|| record.protocol.to_string(), str::to_owned)
        };
        packet.map_or_else(bare, |packet| packet_text(packet, self.language))
    }

    /// The first line about a disagreement.
    pub fn headline(self, own: &Disagreement) -> String {
        let said = own.decision.as_ref().map_or(Verdict::Pass, |decision| decision.verdict);
        let values = [
            ("action", action(own.kind).as_str().to_owned()),
            ("verdict", verdict(said, self.language).to_owned()),
            ("ends", self.ends(own)),
            ("way", self.way(own.record.direction)),
            ("interface", self.interface(&own.record.interface)),
            ("packet", self.packet(own)),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let text = match own.kind {
            DisagreementKind::Accepted | DisagreementKind::Rejected => text::DISAGREEMENT,
            DisagreementKind::NoWay => text::NO_WAY,
            DisagreementKind::RejectedReply => text::REJECTED_REPLY,
        };
        self.fill(text, &values)
    }

    /// How many records, packets and bytes, and when.
    pub fn traffic(self, Traffic { tally, first, last }: &Traffic) -> String {
        let values = [
            ("records", tally.records.to_string()),
            ("packets", tally.packets.to_string()),
            ("bytes", tally.bytes.to_string()),
            ("first", time(*first)),
            ("last", time(*last)),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        self.fill(text::TRAFFIC, &values)
    }

    /// What decides, if the rules were asked.
    pub fn decides(self, own: &Disagreement) -> Option<String> {
        let decision = own.decision.as_ref()?;
        let reason = reason(self.scenario, &decision.decider, decision.verdict, self.language);
        let clause = decision.clause.to_string();
        Some(self.fill(text::DECIDES, &[("reason", &reason), ("clause", &clause)]))
    }

    /// A record as an example: where it is, its sender and receiver.
    pub fn record(self, record: &SampleRecord) -> String {
        let end = |address: IpAddr, port: u16| match port {
            0 => address.to_string(),
            port => std::net::SocketAddr::new(address, port).to_string(),
        };
        let source = end(record.source(), record.source_port);
        let destination = end(record.destination(), record.destination_port);
        let place = self.place(record.place);
        let values = [("place", &*place), ("source", &*source), ("destination", &*destination)];
        self.fill(text::RECORD, &values)
    }

    /// Why nothing is known of some records.
    pub fn unknown(self, own: &UnknownRecords) -> String {
        let interface = own.interface.as_ref().map_or_else(String::new, |id| self.interface(id));
        let address = own.address.map_or_else(String::new, |address| address.to_string());
        let why = match &own.decider {
            Some(decider @ Decider::Unknown(_)) => {
                reason(self.scenario, decider, Verdict::Unknown, self.language)
            }
            _ => String::new(),
        };
        let values = [("interface", &*interface), ("address", &*address), ("reason", &*why)];
        let text = match own.why {
            Unknown::NobodyHas => text::NOBODY_HAS,
            Unknown::NotItsAddress => text::NOT_ITS_ADDRESS,
            Unknown::Unread => text::UNREAD,
            Unknown::Platform => text::BY_PLATFORM,
            Unknown::NoPorts => text::NO_PORTS,
            Unknown::NoSuchPacket => text::NO_SUCH_PACKET,
        };
        self.fill(text, &values)
    }

    /// What decides besides rules.
    pub fn other(self, other: &OtherDecider) -> String {
        match other {
            OtherDecider::Policy(group) => {
                self.fill(text::POLICY, &[("group", &self.group(group))])
            }
            OtherDecider::Default(direction, _) => {
                self.fill(text::DEFAULT, &[("way", &self.way(*direction))])
            }
            OtherDecider::Platform(_) => self.say(text::PLATFORM),
            OtherDecider::Itself => self.say(text::ITSELF),
        }
    }

    /// How long the log is, in the largest unit that fits.
    pub fn length(self, (from, to): (Timestamp, Timestamp)) -> String {
        let seconds = to.unix_seconds().saturating_sub(from.unix_seconds()).max(0);
        let (unit, text) = match seconds {
            172_800.. => (86_400, text::DAYS),
            7_200.. => (3_600, text::HOURS),
            _ => (60, text::MINUTES),
        };
        // To the nearest unit.
        let count = (seconds + unit / 2) / unit;
        self.fill(text, &[("count", &count.to_string())])
    }
}

/// A time.
pub(super) fn time(seconds: i64) -> String {
    Timestamp::from_unix_seconds(seconds).to_string()
}

/// What the log says in a kind of disagreement.
pub const fn action(kind: DisagreementKind) -> Action {
    match kind {
        DisagreementKind::Accepted | DisagreementKind::NoWay => Action::Accept,
        DisagreementKind::Rejected | DisagreementKind::RejectedReply => Action::Reject,
    }
}
