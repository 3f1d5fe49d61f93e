//! One record of a VPC flow log, and what can be wrong with it.

use std::borrow::Cow;
use std::net::IpAddr;

use crate::language::{Language, Text};
use crate::model::Direction;
use crate::quote::hidden::shown;

use super::text;

/// A record with traffic (`log-status` is `OK`): one flow in one capture window, as one network
/// interface saw it. A flow is everything with the same addresses, ports and protocol in one
/// direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowRecord<'a> {
    /// `eni-id`: the interface where it was captured.
    pub interface: Cow<'a, str>,
    /// Inbound: to the interface (`in`). Outbound: from it (`out`).
    pub direction: Direction,
    /// `srcaddr`.
    pub source: IpAddr,
    /// `srcport`; 0 if the protocol has no ports.
    pub source_port: u16,
    /// `dstaddr`.
    pub destination: IpAddr,
    /// `dstport`; 0 if the protocol has no ports.
    pub destination_port: u16,
    /// `protocol`: the IANA number.
    pub protocol: u8,
    /// How many packets.
    pub packets: u64,
    /// How many bytes.
    pub bytes: u64,
    /// When the first packet of the window was seen, in Unix seconds.
    pub start: i64,
    /// When the window ended, or the connection if that was earlier, in Unix seconds.
    pub end: i64,
    /// What became of the traffic.
    pub action: Action,
    /// All flags of the packets in the window together; `None` if they were not recorded.
    pub tcp_flags: Option<u8>,
}

/// What became of traffic, by security groups or network ACLs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// `ACCEPT`.
    Accept,
    /// `REJECT`.
    Reject,
}

impl Action {
    /// The value in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "ACCEPT",
            Self::Reject => "REJECT",
        }
    }
}

/// What a well-formed entry of a log is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry<'a> {
    /// Traffic.
    Flow(FlowRecord<'a>),
    /// There was no traffic in the capture window (`NODATA`).
    NoData,
    /// Records of the capture window were lost (`SKIPDATA`).
    SkipData,
}

/// The fields that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// `__topic__`.
    Topic,
    /// `eni-id`.
    Interface,
    /// `srcaddr`.
    Source,
    /// `srcport`.
    SourcePort,
    /// `dstaddr`.
    Destination,
    /// `dstport`.
    DestinationPort,
    /// `protocol`.
    Protocol,
    /// `direction`.
    Direction,
    /// `packets`.
    Packets,
    /// `bytes`.
    Bytes,
    /// `start`.
    Start,
    /// `end`.
    End,
    /// `log-status`.
    Status,
    /// `action`.
    Action,
    /// `tcp-flags`.
    TcpFlags,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 15] = [
        Self::Topic,
        Self::Interface,
        Self::Source,
        Self::SourcePort,
        Self::Destination,
        Self::DestinationPort,
        Self::Protocol,
        Self::Direction,
        Self::Packets,
        Self::Bytes,
        Self::Start,
        Self::End,
        Self::Status,
        Self::Action,
        Self::TcpFlags,
    ];

    /// The name in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Topic => "__topic__",
            Self::Interface => "eni-id",
            Self::Source => "srcaddr",
            Self::SourcePort => "srcport",
            Self::Destination => "dstaddr",
            Self::DestinationPort => "dstport",
            Self::Protocol => "protocol",
            Self::Direction => "direction",
            Self::Packets => "packets",
            Self::Bytes => "bytes",
            Self::Start => "start",
            Self::End => "end",
            Self::Status => "log-status",
            Self::Action => "action",
            Self::TcpFlags => "tcp-flags",
        }
    }

    /// The field of a name; `None` for a field that is not read.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "__topic__" => Self::Topic,
            "eni-id" => Self::Interface,
            "srcaddr" => Self::Source,
            "srcport" => Self::SourcePort,
            "dstaddr" => Self::Destination,
            "dstport" => Self::DestinationPort,
            "protocol" => Self::Protocol,
            "direction" => Self::Direction,
            "packets" => Self::Packets,
            "bytes" => Self::Bytes,
            "start" => Self::Start,
            "end" => Self::End,
            "log-status" => Self::Status,
            "action" => Self::Action,
            "tcp-flags" => Self::TcpFlags,
            _ => return None,
        })
    }

    /// What its values are.
    const fn expects(self) -> Text {
        match self {
            Self::Topic => text::A_TOPIC,
            Self::Interface => text::AN_INTERFACE,
            Self::Source | Self::Destination => text::AN_ADDRESS,
            Self::SourcePort | Self::DestinationPort => text::A_PORT,
            Self::Protocol | Self::TcpFlags => text::A_SMALL_NUMBER,
            Self::Direction => text::A_DIRECTION,
            Self::Packets | Self::Bytes => text::A_COUNT,
            Self::Start | Self::End => text::A_TIME,
            Self::Status => text::A_STATUS,
            Self::Action => text::AN_ACTION,
        }
    }
}

/// Why an entry is not a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecordFault {
    /// A field is missing or empty.
    Missing(Field),
    /// A field stands there twice.
    Twice(Field),
    /// A value that the field cannot have.
    Value(Field, String),
    /// One address is IPv4, the other IPv6.
    MixedFamilies,
    /// It is not JSON; the message of the parser.
    NotJson(String),
    /// A value that is no object, where a record was expected.
    NotAnObject,
    /// The text ends within it.
    CutOff,
    /// It is longer than any record.
    TooLong,
    /// Bytes that are no UTF-8.
    NotUtf8,
    /// A line of a table that has another number of columns than its header.
    Columns {
        /// How many it has.
        found: usize,
        /// How many the header has.
        expected: usize,
    },
}

impl RecordFault {
    /// The fault in a sentence.
    pub fn say(&self, language: Language) -> String {
        let fill = |text: Text, values: &[(&str, &str)]| text.fill(language, values);
        match self {
            Self::Missing(field) => fill(text::MISSING, &[("field", field.as_str())]),
            Self::Twice(field) => fill(text::TWICE, &[("field", field.as_str())]),
            Self::Value(field, value) => {
                let expected = field.expects().get(language);
                let value = shown(value);
                let values = [("field", field.as_str()), ("value", &value), ("expected", expected)];
                fill(text::VALUE, &values)
            }
            Self::MixedFamilies => text::MIXED_FAMILIES.get(language).to_owned(),
            Self::NotJson(message) => fill(text::NOT_JSON, &[("message", message)]),
            Self::NotAnObject => text::NOT_AN_OBJECT.get(language).to_owned(),
            Self::CutOff => text::CUT_OFF.get(language).to_owned(),
            Self::TooLong => text::TOO_LONG.get(language).to_owned(),
            Self::NotUtf8 => text::NOT_UTF8.get(language).to_owned(),
            Self::Columns { found, expected } => {
                let (found, expected) = (found.to_string(), expected.to_string());
                fill(text::COLUMNS, &[("found", &found), ("expected", &expected)])
            }
        }
    }
}
