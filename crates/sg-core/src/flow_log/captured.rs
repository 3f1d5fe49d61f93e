//! A record as it is judged: small, and seen from the interface that captured it.

use std::hash::BuildHasher;
use std::net::IpAddr;

use foldhash::fast::FixedState;

use crate::model::Direction;

use super::record::{Action, FlowRecord};
use super::tally::{Tally, Traffic};

/// Where a record is: the number of its file, from 0 in the order in which they were read, and its
/// line, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogPlace {
    /// The file.
    pub file: u32,
    /// The line.
    pub line: u64,
}

/// A record, as the interface that captured it sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Captured {
    /// The position of the interface in the scenario.
    pub(super) interface: u32,
    pub(super) direction: Direction,
    pub(super) local: IpAddr,
    pub(super) local_port: u16,
    pub(super) remote: IpAddr,
    pub(super) remote_port: u16,
    pub(super) protocol: u8,
    pub(super) action: Action,
    pub(super) tcp_flags: Option<u8>,
    pub(super) traffic: Traffic,
    pub(super) place: LogPlace,
}

/// The parts of a log that can be judged apart: records of one interface and one remote address are
/// in the same one, so that a reply meets what it answers.
pub const PARTS: usize = 32;

impl Captured {
    pub(super) fn new(interface: u32, record: &FlowRecord<'_>, place: LogPlace) -> Self {
        let from = (record.source, record.source_port);
        let to = (record.destination, record.destination_port);
        let ((local, local_port), (remote, remote_port)) = match record.direction {
            Direction::Egress => (from, to),
            Direction::Ingress => (to, from),
        };
        let tally = Tally { records: 1, packets: record.packets, bytes: record.bytes };
        Self {
            interface,
            direction: record.direction,
            local,
            local_port,
            remote,
            remote_port,
            protocol: record.protocol,
            action: record.action,
            tcp_flags: record.tcp_flags,
            traffic: Traffic { tally, first: record.start, last: record.end.max(record.start) },
            place,
        }
    }

    /// The part of the log that it is in.
    pub(super) fn part(&self) -> usize {
        let hash = FixedState::default().hash_one((self.interface, self.remote));
        usize::try_from(hash % (PARTS as u64)).unwrap_or(0)
    }

    /// Source and destination port.
    pub(super) const fn ports(&self) -> (u16, u16) {
        match self.direction {
            Direction::Egress => (self.local_port, self.remote_port),
            Direction::Ingress => (self.remote_port, self.local_port),
        }
    }

    /// The same packets the other way.
    pub(super) const fn mirrored(&self) -> Self {
        let direction = match self.direction {
            Direction::Egress => Direction::Ingress,
            Direction::Ingress => Direction::Egress,
        };
        Self { direction, ..*self }
    }
}
