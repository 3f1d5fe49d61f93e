//! What the records of one part of a log add up to.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use crate::connectivity::{PlatformRule, Verdict};
use crate::model::Direction;

use super::captured::Captured;
use super::flow::{Flow, Sample};
use super::flow_key::{Comparison, FlowKey};
use super::judge::{FlowVerdict, Map, Named, Unknown};

use super::outcome::{DisagreementKind, Outcome, outcome};
use super::tally::{Tally, Traffic};

/// The most groups of alike disagreements, and of alike unknown records, that a part holds.
const MOST_GROUPS: usize = 1_024;

/// How records ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// The log says what the rules say.
    pub agree: Tally,
    /// The log says otherwise.
    pub disagree: Tally,
    /// What is not known leaves open what the rules say.
    pub unknown: Tally,
    /// Replies, which start no session.
    pub replies: Tally,
    /// TCP without SYN: sessions that were open before, in either direction.
    pub running: Tally,
    /// Receivers' records of packets whose senders are in the log too; among those that agree, do not
    /// or are unknown.
    pub seen_twice: u64,
    /// Sessions that were forgotten within their lifetime, so that some replies may count as openers.
    pub forgotten: u64,
}

/// Disagreements that are alike: between the same two ends, in one direction, about one port.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct DisagreementKey {
    pub(super) kind: DisagreementKind,
    pub(super) interface: u32,
    pub(super) direction: Direction,
    pub(super) remote: IpAddr,
    pub(super) protocol: u8,
    pub(super) port: u16,
}

/// Unknown records that are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct UnknownKey {
    pub(super) why: Unknown,
    pub(super) interface: Option<u32>,
    pub(super) address: Option<IpAddr>,
}

/// Records that are alike, with one of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    pub(super) traffic: Traffic,
    pub(super) sample: Sample,
    pub(super) key: FlowKey,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Findings {
    pub(super) totals: Totals,
    pub(super) span: Option<(i64, i64)>,
    pub(super) disagreements: Map<DisagreementKey, Group>,
    pub(super) unknown: Map<UnknownKey, Group>,
    /// Records in groups beyond the most that are held.
    pub(super) more_disagreements: Tally,
    pub(super) more_unknown: Tally,
    /// What each rule, policy or default decided as the log says too. Of rules of one rank each
    /// counts.
    pub(super) rules: BTreeMap<u32, Traffic>,
    pub(super) others: BTreeMap<Named, Traffic>,
    /// Flows that were accepted and are not blocked, with the rules that decide them.
    pub(super) passed: Vec<(FlowKey, Box<[u32]>)>,
    /// Rules of whose flows not all are held.
    pub(super) varied: BTreeSet<u32>,
    /// The interfaces that captured records.
    pub(super) captured: BTreeSet<u32>,
    last_captured: Option<u32>,
    /// Received openers by the interface that sent them.
    received: BTreeMap<u32, u64>,
}

impl Findings {
    /// Notes a record, whatever becomes of it.
    pub(super) fn seen(&mut self, record: &Captured) {
        let Traffic { first, last, .. } = record.traffic;
        let (from, to) = self.span.unwrap_or((first, last));
        self.span = Some((from.min(first), to.max(last)));
        if self.last_captured != Some(record.interface) {
            self.last_captured = Some(record.interface);
            self.captured.insert(record.interface);
        }
    }

    pub(super) const fn reply(&mut self, record: &Captured) {
        self.totals.replies.add(record.traffic.tally);
    }

    pub(super) const fn replies(&mut self, tally: Tally) {
        self.totals.replies.add(tally);
    }

    pub(super) const fn running(&mut self, record: &Captured) {
        self.totals.running.add(record.traffic.tally);
    }

    pub(super) const fn forgotten(&mut self, sessions: u64) {
        self.totals.forgotten += sessions;
    }

    /// Adds a flow with everything that was counted of it.
    pub(super) fn add(&mut self, key: &FlowKey, flow: &Flow, named: &Named, is_kept: bool) {
        let Flow { said, traffic, sample, .. } = *flow;
        let group = Group { traffic, sample, key: *key };
        self.keep(key, said, named, is_kept);
        if key.comparison == Comparison::Running {
            return;
        }
        match outcome(key.comparison, said, named) {
            Outcome::Agrees => {
                self.totals.agree.add(traffic.tally);
                self.decided(said, key, named, &traffic);
            }
            Outcome::Disagrees(kind) => {
                self.totals.disagree.add(traffic.tally);
                // The rules of the interface let it in, whichever way it came.
                if kind == DisagreementKind::NoWay {
                    self.decided(said, key, named, &traffic);
                }
                let own = DisagreementKey {
                    kind,
                    interface: key.interface,
                    direction: key.direction,
                    remote: key.remote,
                    protocol: key.protocol,
                    port: key.port,
                };
                gather(&mut self.disagreements, &mut self.more_disagreements, own, group);
            }
            Outcome::Unknown(why) => {
                self.totals.unknown.add(traffic.tally);
                let (interface, address) = match why {
                    Unknown::NobodyHas => (None, Some(key.remote)),
                    Unknown::NotItsAddress => (Some(key.interface), Some(key.local)),
                    Unknown::Unread => (Some(key.interface), None),
                    Unknown::Platform | Unknown::NoPorts | Unknown::NoSuchPacket => (None, None),
                };
                let own = UnknownKey { why, interface, address };
                gather(&mut self.unknown, &mut self.more_unknown, own, group);
            }
        }
        let opens = key.comparison != Comparison::RejectedReply;
        if let (true, Direction::Ingress, Some(peer)) = (opens, key.direction, said.peer) {
            *self.received.entry(peer).or_default() += traffic.tally.records;
        }
    }

    fn decided(&mut self, said: FlowVerdict, key: &FlowKey, named: &Named, traffic: &Traffic) {
        let forwarded = key.comparison == Comparison::Accepted && said.verdict == Verdict::Blocked;
        if forwarded {
            let balancer = Named::Platform(PlatformRule::LoadBalancer);
            self.others.entry(balancer).or_insert(Traffic::NONE).add(traffic);
        } else if let Named::Rules(rules) = named {
            for rule in rules {
                self.rules.entry(*rule).or_insert(Traffic::NONE).add(traffic);
            }
        } else {
            self.others.entry(named.clone()).or_insert(Traffic::NONE).add(traffic);
        }
    }

    /// Keeps a flow that was accepted, so that no proposal closes its way.
    fn keep(&mut self, key: &FlowKey, said: FlowVerdict, named: &Named, is_kept: bool) {
        let accepted = matches!(key.comparison, Comparison::Accepted | Comparison::Running);
        if !accepted || said.verdict == Verdict::Blocked {
            return;
        }
        let rules = match named {
            Named::Rules(rules) => rules.clone(),
            Named::Policy(_)
            | Named::Default(..)
            | Named::Platform(_)
            | Named::Itself
            | Named::Unknown(_) => Box::default(),
        };
        if is_kept {
            self.passed.push((*key, rules));
        } else {
            self.varied.extend(rules);
        }
    }

    /// Adds what was found in another part of the log.
    pub fn merge(&mut self, other: Self) {
        let totals = &mut self.totals;
        totals.agree.add(other.totals.agree);
        totals.disagree.add(other.totals.disagree);
        totals.unknown.add(other.totals.unknown);
        totals.replies.add(other.totals.replies);
        totals.running.add(other.totals.running);
        totals.forgotten += other.totals.forgotten;
        self.span = match (self.span, other.span) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (own, other) => own.or(other),
        };
        merge_groups(&mut self.disagreements, other.disagreements);
        merge_groups(&mut self.unknown, other.unknown);
        self.more_disagreements.add(other.more_disagreements);
        self.more_unknown.add(other.more_unknown);
        for (rule, traffic) in other.rules {
            self.rules.entry(rule).or_insert(Traffic::NONE).add(&traffic);
        }
        for (named, traffic) in other.others {
            self.others.entry(named).or_insert(Traffic::NONE).add(&traffic);
        }
        self.passed.extend(other.passed);
        self.varied.extend(other.varied);
        self.captured.extend(other.captured);
        for (peer, records) in other.received {
            *self.received.entry(peer).or_default() += records;
        }
    }

    /// How many records are the receivers' view of packets whose senders are in the log too.
    pub(super) fn seen_twice(&self) -> u64 {
        let twice = self.received.iter().filter(|(peer, _)| self.captured.contains(peer));
        twice.map(|(_, records)| records).sum()
    }
}

/// Adds to a group of alike records, as long as there are not too many groups.
fn gather<K: std::hash::Hash + Eq>(
    groups: &mut Map<K, Group>,
    more: &mut Tally,
    key: K,
    group: Group,
) {
    if let Some(own) = groups.get_mut(&key) {
        own.add(group);
    } else if groups.len() < MOST_GROUPS {
        groups.insert(key, group);
    } else {
        more.add(group.traffic.tally);
    }
}

fn merge_groups<K: std::hash::Hash + Eq>(groups: &mut Map<K, Group>, others: Map<K, Group>) {
    for (key, group) in others {
        match groups.get_mut(&key) {
            Some(own) => own.add(group),
            None => drop(groups.insert(key, group)),
        }
    }
}

impl Group {
    /// Adds alike records; the earlier sample stays.
    fn add(&mut self, other: Self) {
        self.traffic.add(&other.traffic);
        if other.sample < self.sample {
            (self.sample, self.key) = (other.sample, other.key);
        }
    }
}
