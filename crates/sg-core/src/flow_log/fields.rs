//! From the values of named fields to a record.

use std::borrow::Cow;
use std::net::IpAddr;
use std::str::FromStr;

use crate::model::Direction;

use super::record::{Action, Entry, Field, FlowRecord, RecordFault};

/// The value of a field. The log service writes texts; other programs write numbers as numbers.
#[derive(Debug, Clone)]
pub(super) enum Value<'a> {
    Text(Cow<'a, str>),
    Number(u64),
    /// Anything else, as it may be shown.
    Other(&'static str),
}

impl<'a> Value<'a> {
    /// Whether it says that there is nothing.
    fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty() || text == "-")
    }

    fn into_text(self) -> Cow<'a, str> {
        match self {
            Self::Text(text) => text,
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Other(what) => Cow::Borrowed(what),
        }
    }
}

const COUNT: usize = Field::ALL.len();

/// The fields of a record that have been read.
#[derive(Debug, Default)]
pub(super) struct Fields<'a> {
    values: [Option<Value<'a>>; COUNT],
    fault: Option<RecordFault>,
}

impl<'a> Fields<'a> {
    /// Adds a value. The first fault is kept.
    pub(super) fn add(&mut self, field: Field, value: Value<'a>) {
        let Some(slot) = self.values.get_mut(field as usize) else { return };
        if slot.is_some() {
            self.fault.get_or_insert(RecordFault::Twice(field));
        } else if !value.is_empty() {
            *slot = Some(value);
        }
    }

    fn take(&mut self, field: Field) -> Option<Value<'a>> {
        self.values.get_mut(field as usize).and_then(Option::take)
    }

    fn needed(&mut self, field: Field) -> Result<Value<'a>, RecordFault> {
        self.take(field).ok_or(RecordFault::Missing(field))
    }

    fn parsed<T: FromStr + TryFrom<u64>>(&mut self, field: Field) -> Result<T, RecordFault> {
        parse(field, self.needed(field)?)
    }

    /// A port, or 0 where there is none.
    fn port(&mut self, field: Field, protocol: u8) -> Result<u16, RecordFault> {
        match self.take(field) {
            Some(value) => parse(field, value),
            None if matches!(protocol, TCP | UDP) => Err(RecordFault::Missing(field)),
            None => Ok(0),
        }
    }

    fn address(&mut self, field: Field) -> Result<IpAddr, RecordFault> {
        let text = self.needed(field)?.into_text();
        text.parse().map_err(|_| RecordFault::Value(field, text.into_owned()))
    }

    fn one_of<T: Copy>(&mut self, field: Field, words: [(&str, T); 2]) -> Result<T, RecordFault> {
        let text = self.needed(field)?.into_text();
        let word = words.into_iter().find(|(word, _)| text.eq_ignore_ascii_case(word));
        word.map(|(_, value)| value).ok_or_else(|| RecordFault::Value(field, text.into_owned()))
    }

    /// The entry that the fields make up.
    pub(super) fn entry(mut self) -> Result<Entry<'a>, RecordFault> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        if let Some(topic) = self.take(Field::Topic).map(Value::into_text)
            && topic != "flow_log"
        {
            return Err(RecordFault::Value(Field::Topic, topic.into_owned()));
        }
        match self.take(Field::Status).map(Value::into_text) {
            None => {}
            Some(word) if word.eq_ignore_ascii_case("OK") => {}
            Some(word) if word.eq_ignore_ascii_case("NODATA") => return Ok(Entry::NoData),
            Some(word) if word.eq_ignore_ascii_case("SKIPDATA") => return Ok(Entry::SkipData),
            Some(word) => return Err(RecordFault::Value(Field::Status, word.into_owned())),
        }
        self.flow().map(Entry::Flow)
    }

    fn flow(mut self) -> Result<FlowRecord<'a>, RecordFault> {
        let interface = self.needed(Field::Interface)?.into_text();
        let (source, destination) =
            (self.address(Field::Source)?, self.address(Field::Destination)?);
        if source.is_ipv4() != destination.is_ipv4() {
            return Err(RecordFault::MixedFamilies);
        }
        let protocol = self.parsed(Field::Protocol)?;
        let directions = [("in", Direction::Ingress), ("out", Direction::Egress)];
        let actions = [("ACCEPT", Action::Accept), ("REJECT", Action::Reject)];
        let tcp_flags = self.take(Field::TcpFlags);
        let tcp_flags = tcp_flags.map(|value| parse(Field::TcpFlags, value)).transpose()?;
        Ok(FlowRecord {
            interface,
            direction: self.one_of(Field::Direction, directions)?,
            source,
            source_port: self.port(Field::SourcePort, protocol)?,
            destination,
            destination_port: self.port(Field::DestinationPort, protocol)?,
            protocol,
            packets: self.parsed(Field::Packets)?,
            bytes: self.parsed(Field::Bytes)?,
            start: time(self.parsed(Field::Start)?),
            end: time(self.parsed(Field::End)?),
            action: self.one_of(Field::Action, actions)?,
            tcp_flags,
        })
    }
}

/// The protocol numbers of the protocols with ports.
pub(super) const TCP: u8 = 6;
pub(super) const UDP: u8 = 17;

fn parse<T: FromStr + TryFrom<u64>>(field: Field, value: Value<'_>) -> Result<T, RecordFault> {
    let parsed = match &value {
        Value::Text(text) => text.parse().ok(),
        Value::Number(number) => T::try_from(*number).ok(),
        Value::Other(_) => None,
    };
    parsed.ok_or_else(|| RecordFault::Value(field, value.into_text().into_owned()))
}

/// Unix seconds; the few that do not fit are the end of time.
fn time(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX)
}
