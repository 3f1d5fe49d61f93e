//! Judges the records of one part of a log, in their order, in bounded memory.

use crate::connectivity::Verdict;

use super::captured::Captured;
use super::fields::TCP;
use super::findings::Findings;
use super::flow::{Flow, Sample};
use super::flow_key::{Comparison, FlowKey};
use super::judge::{FlowVerdict, Judge, Map, Named};
use super::record::Action;
use super::sessions::{Sessions, Standing};
use super::tally::Traffic;

/// The most flows that a part tells apart. Beyond it, they are added to what was found, and nothing is
/// proposed for the rules that decided them.
const MOST_FLOWS: usize = 16_384;

/// One part of a log.
#[derive(Debug, Default)]
pub struct LogPart {
    flows: Map<FlowKey, Flow>,
    /// What decided flows; most are decided by one of a few things.
    named: Map<Named, ()>,
    sessions: Sessions,
    findings: Findings,
}

const SYN: u8 = 2;
const ACK: u8 = 16;

impl LogPart {
    /// Judges a record.
    pub(super) fn take(&mut self, judge: &Judge<'_>, record: &Captured) {
        self.findings.seen(record);
        match (record.protocol, record.tcp_flags) {
            (TCP, Some(flags)) if flags & SYN == 0 => self.run(judge, record),
            (TCP, Some(flags)) if flags & ACK == 0 => self.open(judge, record),
            (TCP, Some(_)) => self.answer_or_open(judge, record),
            _ => self.by_session(judge, record),
        }
    }

    /// The packet is the first one of a session.
    fn open(&mut self, judge: &Judge<'_>, record: &Captured) {
        let comparison = match record.action {
            Action::Accept => Comparison::Accepted,
            Action::Reject => Comparison::Rejected,
        };
        self.count(judge, record, comparison);
    }

    /// TCP of a session that was open before. It starts none, but if only this way round could have
    /// opened it, proposals must not close that way.
    fn run(&mut self, judge: &Judge<'_>, record: &Captured) {
        self.findings.running(record);
        let key = FlowKey::new(record, Comparison::Running, judge.source_ports_matter());
        if record.action == Action::Reject || self.flows.contains_key(&key) {
            return;
        }
        let passes = |verdict| verdict == Verdict::Pass;
        if passes(self.said(judge, record).verdict)
            && !passes(self.said(judge, &record.mirrored()).verdict)
        {
            self.count(judge, record, Comparison::Running);
        }
    }

    /// A TCP record with SYN and ACK: the answer to a SYN; or an opener together with later packets of
    /// its session, because the flags of a window are added up. Flags do not tell which.
    fn answer_or_open(&mut self, judge: &Judge<'_>, record: &Captured) {
        if record.action == Action::Reject {
            return self.count(judge, record, Comparison::RejectedReply);
        }
        let own = self.said(judge, record);
        let mirrored = self.said(judge, &record.mirrored());
        match (mirrored.verdict, own.verdict) {
            (Verdict::Pass, _) => self.findings.reply(record),
            // Only this way round does the picture let a session open, or neither way.
            (_, Verdict::Pass) | (Verdict::Blocked, Verdict::Blocked) => self.open(judge, record),
            (Verdict::Unknown, _) | (_, Verdict::Unknown) => self.findings.reply(record),
        }
    }

    /// A protocol without flags, or TCP without recorded ones.
    fn by_session(&mut self, judge: &Judge<'_>, record: &Captured) {
        if record.action == Action::Reject {
            let comparison = match self.sessions.is_answer(record) {
                true => Comparison::RejectedReply,
                false => Comparison::Rejected,
            };
            return self.count(judge, record, comparison);
        }
        let agrees = self.said(judge, record).verdict == Verdict::Pass;
        let (standing, counted) = self.sessions.meet(record, agrees);
        if let Some((key, traffic)) = counted {
            self.take_back(&key, &traffic);
        }
        if standing == Standing::Answers {
            return self.findings.reply(record);
        }
        self.count(judge, record, Comparison::Accepted);
        let accepted = Comparison::Accepted;
        let flow = FlowKey::new(record, accepted, judge.source_ports_matter());
        self.sessions.count(record, flow);
    }

    /// What the groups say of a record as the first packet of an accepted session.
    fn said(&mut self, judge: &Judge<'_>, record: &Captured) -> FlowVerdict {
        let key = FlowKey::new(record, Comparison::Accepted, judge.source_ports_matter());
        match self.flows.get(&key) {
            Some(flow) => flow.said,
            None => judge.say(&key).0,
        }
    }

    fn count(&mut self, judge: &Judge<'_>, record: &Captured, comparison: Comparison) {
        let key = FlowKey::new(record, comparison, judge.source_ports_matter());
        if let Some(flow) = self.flows.get_mut(&key) {
            flow.traffic.add(&record.traffic);
            return;
        }
        if self.flows.len() >= MOST_FLOWS {
            self.fold(false);
        }
        let (said, named) = match comparison {
            Comparison::Accepted | Comparison::Rejected | Comparison::Running => judge.say(&key),
            Comparison::RejectedReply => (FlowVerdict::REPLY, Named::Itself),
        };
        let (named, _) = self.named.insert_full(named, ());
        let sample = Sample { place: record.place, ports: record.ports() };
        self.flows.insert(key, Flow { said, named, traffic: record.traffic, sample });
    }

    /// Counts records as replies that were taken for openers.
    fn take_back(&mut self, key: &FlowKey, traffic: &Traffic) {
        // If the flow is no longer there, it has been counted for good.
        if let Some(flow) = self.flows.get_mut(key) {
            flow.traffic.tally.subtract(traffic.tally);
            self.findings.replies(traffic.tally);
            if flow.traffic.tally.records == 0 {
                self.flows.shift_remove(key);
            }
        }
    }

    /// Adds the flows to what was found. At the end of the log, they are also kept to verify
    /// proposals.
    fn fold(&mut self, at_end: bool) {
        for (key, flow) in std::mem::take(&mut self.flows) {
            if let Some((named, ())) = self.named.get_index(flow.named) {
                self.findings.add(&key, &flow, named, at_end);
            }
        }
    }

    /// What was found in all of it.
    pub fn finish(mut self) -> Findings {
        self.fold(true);
        self.findings.forgotten(self.sessions.forgotten);
        self.findings
    }
}
