//! Visits every ordered pair of interfaces without storing anything per pair.

use std::collections::BTreeMap;

use crate::model::{AddressFamily, Direction, PortRange};

use crate::connectivity::addresses::{PartialEndpoint, complete};
use crate::connectivity::clause::ClauseId;
use crate::connectivity::flow::Endpoint;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::space::PacketSpace;
use crate::connectivity::verdict::Verdict;

use super::Reach;
use super::decision_table::{DecisionTable, EndpointClass};
use super::outcome::{By, Judged, Procedure};
use super::packet_line::{LAST, Lane, Position, Run, SideKey, together};
use super::regions::set_at;

/// The answer for one ordered pair, assembled on demand.
#[derive(Debug, Clone, Copy)]
pub struct PairAnswer<'a> {
    /// The sender's index among the scenario's interfaces.
    pub from: usize,
    /// The receiver's index.
    pub to: usize,
    reach: &'a Reach,
    lines: Option<Lines<'a>>,
}

/// The decision lists of both sides, if neither depends on source ports and both are checked.
#[derive(Debug, Clone, Copy)]
struct Lines<'a> {
    egress: &'a [Run],
    ingress: &'a [Run],
    family: AddressFamily,
    procedure: Procedure,
    defaults: [ClauseId; 2],
}

/// The outcome for a packet set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// The statement that the decider rests on.
    pub clause: ClauseId,
    /// The verdict under the other reading, if sources disagree.
    pub contested: Option<Verdict>,
}

/// How many senders are processed per receiver in a row: as many as fit into the CPU cache
/// together, so that the receiver's decision lists are loaded once for all of them.
const SENDERS_AT_ONCE: usize = 16;

impl Reach {
    /// Visits every ordered pair of different interfaces, in unspecified order. Each interface uses
    /// its first address in a family that the other one also has, as in the matrix.
    pub fn for_each_pair(&self, mut visit: impl FnMut(&PairAnswer<'_>)) {
        let mut posts: BTreeMap<EndpointClass, Vec<usize>> = BTreeMap::new();
        for host in 0..self.address_index.hosts.len() {
            posts.entry(EndpointClass::of(self, host)).or_default().push(host);
        }
        let ingress: Vec<DecisionTable> =
            posts.keys().map(|post| DecisionTable::new(self, post, Direction::Ingress)).collect();
        let mut post_of = vec![0; self.address_index.hosts.len()];
        for (index, hosts) in posts.values().enumerate() {
            for host in hosts {
                post_of.get_mut(*host).into_iter().for_each(|post| *post = index);
            }
        }
        let posts: Vec<(&EndpointClass, &Vec<usize>)> = posts.iter().collect();
        for together in posts.chunks(SENDERS_AT_ONCE) {
            let senders: Vec<(DecisionTable, &Vec<usize>)> = together
                .iter()
                .map(|(post, hosts)| (DecisionTable::new(self, post, Direction::Egress), *hosts))
                .collect();
            for (to, &at) in post_of.iter().enumerate() {
                let Some(ingress) = ingress.get(at) else { continue };
                for (egress, hosts) in &senders {
                    for &from in hosts.iter().filter(|from| **from != to) {
                        let lines = self.lines((from, egress), (to, ingress));
                        visit(&PairAnswer { from, to, reach: self, lines });
                    }
                }
            }
        }
    }

    fn lines<'a>(
        &'a self,
        (from, egress): (usize, &'a DecisionTable),
        (to, ingress): (usize, &'a DecisionTable),
    ) -> Option<Lines<'a>> {
        let (sender, receiver) =
            (self.address_index.hosts.get(from)?, self.address_index.hosts.get(to)?);
        // The common case; everything else takes the general path.
        let ([(sends, source)], [(receives, destination)]) =
            (sender.private.as_slice(), receiver.private.as_slice())
        else {
            return None;
        };
        if sender.vpc != receiver.vpc || sends.is_ipv4() != receives.is_ipv4() {
            return None;
        }
        let meeting = self.meeting(sender, receiver);
        if meeting.unread_policy.is_some() {
            return None;
        }
        Some(Lines {
            egress: egress.line(*destination)?,
            ingress: ingress.line(*source)?,
            family: AddressFamily::of(*receives),
            procedure: self.procedure(meeting, false),
            defaults: [egress.default_clause(), ingress.default_clause()],
        })
    }
}

impl PairAnswer<'_> {
    /// Visits the regions of the pair's packet space with their outcomes. The regions cover the
    /// space and do not overlap.
    pub fn for_each_region(&self, mut visit: impl FnMut(PacketSet, Outcome)) {
        match self.lines {
            Some(lines) => lines.regions(visit),
            None => {
                let Some(space) = self.space() else { return };
                for region in &space.regions {
                    let clause = region.decider.clause();
                    let (verdict, contested) = (region.verdict, region.contested);
                    visit(region.packets, Outcome { verdict, clause, contested });
                }
            }
        }
    }

    /// The whole packet space of the pair, including deciders.
    pub fn space(&self) -> Option<PacketSpace> {
        let (source, destination) = self.ends()?;
        Some(self.reach.space(&source, &destination))
    }

    /// The ends of the pair and their addresses.
    pub fn ends(&self) -> Option<(Endpoint, Endpoint)> {
        let at = |host: usize| {
            let (_, interface) = self.reach.scenario.parts().interfaces.get_index(host)?;
            Some(PartialEndpoint::Interface(interface))
        };
        complete(at(self.from)?, at(self.to)?, None)
    }
}

impl Lines<'_> {
    fn regions(&self, mut visit: impl FnMut(PacketSet, Outcome)) {
        if self.procedure.accepting {
            let policy = [Run::new(LAST, SideKey::POLICY)];
            let judge = |egress: SideKey, ingress| {
                self.procedure.judge(Some(egress.min(SideKey::POLICY)), Some(ingress))
            };
            return self.walk(&policy, judge, |first, last, judged| {
                self.emit((first, last), judged, &mut visit);
            });
        }
        let judge = |egress: SideKey, ingress| {
            if egress.passes() { By::Ingress(ingress) } else { By::Egress(egress) }
        };
        self.walk(self.ingress, judge, |first, last, by| {
            self.emit((first, last), Judged { by, contested: None }, &mut visit);
        });
    }

    /// Merges adjacent intervals with the same outcome and passes on the first and last position
    /// and the outcome.
    #[inline]
    fn walk<K: Copy + PartialEq>(
        &self,
        ingress: &[Run],
        judge: impl Fn(SideKey, SideKey) -> K,
        mut emit: impl FnMut(Position, Position, K),
    ) {
        let mut open: Option<K> = None;
        let (mut first, mut end): (Position, Position) = (0, 0);
        together(self.egress, ingress, |last, egress, ingress| {
            let judged = judge(egress, ingress);
            if open.is_some_and(|open| open == judged) {
                end = last;
                return;
            }
            if let Some(done) = open.replace(judged) {
                emit(first, end, done);
                first = end + 1;
            }
            end = last;
        });
        if let Some(done) = open {
            emit(first, end, done);
        }
    }

    /// Emits an interval, split at the boundaries between kinds of packets.
    #[inline]
    fn emit(
        &self,
        (first, last): (Position, Position),
        judged: Judged,
        visit: &mut impl FnMut(PacketSet, Outcome),
    ) {
        let Judged { by, contested } = judged;
        let outcome = Outcome { verdict: by.verdict(), clause: self.clause(by), contested };
        // Most intervals lie within one kind.
        for lane in [Lane::Tcp, Lane::Udp] {
            let (lowest, highest) = lane.bounds();
            if lowest <= first && last <= highest {
                return visit(set_at(lane, PortRange::ALL, first, last), outcome);
            }
        }
        for lane in Lane::ALL {
            let (lowest, highest) = lane.bounds();
            let (first, last) = (first.max(lowest), last.min(highest));
            let exists = match lane {
                Lane::Icmp => self.family == AddressFamily::V4,
                Lane::Icmpv6 => self.family == AddressFamily::V6,
                Lane::Tcp | Lane::Udp | Lane::Numbers | Lane::Gre => true,
            };
            if first <= last && exists {
                visit(set_at(lane, PortRange::ALL, first, last), outcome);
            }
        }
    }

    fn clause(&self, by: By) -> ClauseId {
        let [egress, ingress] = self.defaults;
        match by {
            By::Egress(SideKey::POLICY) | By::Ingress(SideKey::POLICY) => ClauseId::AcceptConnects,
            By::Egress(SideKey::ALLOW | SideKey::DENY) => egress,
            By::Ingress(SideKey::ALLOW | SideKey::DENY) => ingress,
            By::Egress(_) | By::Ingress(_) | By::UnreadPolicy | By::Doubt | By::NoSide => {
                ClauseId::FirstMatchDecides
            }
        }
    }
}
