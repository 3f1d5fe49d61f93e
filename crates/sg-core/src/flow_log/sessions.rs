//! Which records answer a session that the log has shown: for protocols without flags, the same
//! addresses and ports the other way, within the lifetime of a session.

use std::net::IpAddr;

use crate::connectivity::SESSION_SECONDS;
use crate::model::Direction;

use super::captured::Captured;
use super::flow_key::FlowKey;
use super::judge::Map;
use super::tally::Traffic;

/// The most sessions that a part of a log remembers.
const MOST: usize = 8_192;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct SessionKey {
    interface: u32,
    protocol: u8,
    local_port: u16,
    remote_port: u16,
    local: IpAddr,
    remote: IpAddr,
}

/// A session.
#[derive(Debug, Clone, Copy)]
struct Session {
    /// The direction that opened it, as far as was seen.
    opener: Direction,
    /// When that direction was first seen.
    first: i64,
    /// When either direction was last seen.
    last: i64,
    /// Whether that direction agrees with the rules.
    agrees: bool,
    /// Its records, as they were counted.
    counted: Option<(FlowKey, Traffic)>,
}

/// The sessions of the last minutes.
#[derive(Debug, Default)]
pub(super) struct Sessions {
    open: Map<SessionKey, Session>,
    /// The latest time in any record.
    now: i64,
    /// How many were forgotten within their lifetime.
    pub(super) forgotten: u64,
}

/// What a record is in its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It opens the session.
    Opens,
    /// It answers.
    Answers,
}

const LIFETIME: i64 = SESSION_SECONDS as i64;

impl Sessions {
    /// What an accepted record is: the direction that was seen first opened the session. If both were
    /// first seen in the same second, either may have; then a direction that does not agree with the
    /// rules as the opener gives way to one that does.
    ///
    /// Also returns the records that were taken for the opener before and answer.
    pub(super) fn meet(
        &mut self,
        record: &Captured,
        agrees: bool,
    ) -> (Standing, Option<(FlowKey, Traffic)>) {
        let Traffic { first, last, .. } = record.traffic;
        self.now = self.now.max(last);
        if self.open.len() >= MOST && !self.open.contains_key(&key(record)) {
            self.forget();
        }
        let new = Session { opener: record.direction, first, last, agrees, counted: None };
        let session = self.open.entry(key(record)).or_insert(new);
        if session.is_over(record) {
            *session = new;
            return (Standing::Opens, None);
        }
        session.last = session.last.max(last);
        if session.opener == record.direction {
            session.first = session.first.min(first);
            return (Standing::Opens, None);
        }
        let gives_way = session.first == first && !session.agrees && agrees;
        if session.first > first || gives_way {
            let counted = session.counted.take();
            *session = Session { last: session.last, ..new };
            return (Standing::Opens, counted);
        }
        (Standing::Answers, None)
    }

    /// Whether a rejected record answers a session.
    pub(super) fn is_answer(&self, record: &Captured) -> bool {
        let session = self.open.get(&key(record));
        session.is_some_and(|session| {
            session.opener != record.direction
                && session.first <= record.traffic.first
                && !session.is_over(record)
        })
    }

    /// Notes as what an opener was counted.
    pub(super) fn count(&mut self, record: &Captured, flow: FlowKey) {
        if let Some(session) = self.open.get_mut(&key(record)) {
            let (_, traffic) = session.counted.get_or_insert((flow, Traffic::NONE));
            traffic.add(&record.traffic);
        }
    }

    /// Forgets what has ended, or else the older half.
    fn forget(&mut self) {
        let ended = self.now.saturating_sub(LIFETIME);
        self.open.retain(|_, session| session.last >= ended);
        let kept = self.open.len();
        if kept > MOST / 2 {
            let gone = kept - MOST / 2;
            self.open.drain(..gone);
            self.forgotten += u64::try_from(gone).unwrap_or(0);
        }
    }
}

impl Session {
    /// Whether it had ended before a record, or began after it.
    const fn is_over(&self, record: &Captured) -> bool {
        let Traffic { first, last, .. } = record.traffic;
        first.saturating_sub(self.last) > LIFETIME || self.first.saturating_sub(last) > LIFETIME
    }
}

/// Both directions of a session have one key at an interface.
const fn key(record: &Captured) -> SessionKey {
    SessionKey {
        interface: record.interface,
        protocol: record.protocol,
        local_port: record.local_port,
        remote_port: record.remote_port,
        local: record.local,
        remote: record.remote,
    }
}
