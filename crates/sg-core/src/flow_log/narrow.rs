//! Rules that let more through than a log has seen, and narrower ones in their place. Each proposal is
//! verified: every flow of the log that passes still does, and what replaces a rule lets nothing
//! through that the rule did not.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectivity::{Edit, Reach};
use crate::model::{Direction, Rule, SecurityGroupId};

use super::findings::Findings;
use super::flow_key::FlowKey;
use super::judge::Judge;
use super::narrower_rules::{Services, can_narrow, edits};
use super::tally::Traffic;

/// A rule and what could take its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Narrowing {
    /// The group of the rule.
    pub group: SecurityGroupId,
    /// The rule.
    pub rule: Arc<Rule>,
    /// What it let through in the log.
    pub traffic: Traffic,
    /// How many different flows that was.
    pub flows: usize,
    /// The edits: narrower rules first, then the rule is removed.
    pub edits: Vec<Edit>,
    /// How many flows of the log were judged again, all with the result that they still pass.
    pub verified: usize,
}

/// Rules that could be narrowed to what a log has seen, in the order of the scenario. A rule of whose
/// flows not all were held is left out.
pub fn narrowings(judge: &Judge<'_>, findings: &Findings) -> Vec<Narrowing> {
    let mut narrower = Narrower::new(judge, findings);
    while !narrower.step() {}
    narrower.finish()
}

/// The accepted flows, by the interface that captured them and their direction there.
type Passed<'a> = BTreeMap<(u32, Direction), Vec<&'a FlowKey>>;

/// How many flows are looked at in a step.
const STEP: usize = 512;

/// Looks for narrower rules in steps, because a log may have many flows.
#[derive(Debug)]
pub struct Narrower<'a> {
    judge: &'a Judge<'a>,
    findings: &'a Findings,
    /// How many of the accepted flows have been sorted.
    sorted: usize,
    seen: BTreeMap<u32, Vec<&'a FlowKey>>,
    passed: Passed<'a>,
    /// The position of the next rule.
    next: usize,
    work: Option<Work<'a>>,
    found: Vec<Narrowing>,
}

/// What is being done about a rule.
#[derive(Debug)]
enum Work<'a> {
    /// Gathers what its flows used.
    Gather { rule: u32, traffic: &'a Traffic, from: usize, services: Services },
    /// Judges flows again.
    Verify(Box<Verifying<'a>>),
}

/// A proposal, and the flows that are to fare with it as without it: all that passed at members of the
/// group in the rule's direction, which are all that its rules are about.
#[derive(Debug)]
struct Verifying<'a> {
    narrowing: Narrowing,
    after: Reach,
    flows: Vec<&'a FlowKey>,
    from: usize,
}

impl<'a> Narrower<'a> {
    /// Looks for rules that could be narrower.
    pub const fn new(judge: &'a Judge<'a>, findings: &'a Findings) -> Self {
        Self {
            judge,
            findings,
            sorted: 0,
            seen: BTreeMap::new(),
            passed: BTreeMap::new(),
            next: 0,
            work: None,
            found: Vec::new(),
        }
    }

    /// Looks a little further. Returns whether everything has been looked at.
    pub fn step(&mut self) -> bool {
        if self.sorted < self.findings.passed.len() {
            self.sort();
            return false;
        }
        match self.work.take() {
            Some(Work::Gather { rule, traffic, from, services }) => {
                self.work = self.gather(rule, traffic, from, services);
            }
            Some(Work::Verify(verifying)) => self.work = self.verify(verifying),
            None => {
                let Ok(rule) = u32::try_from(self.next) else { return true };
                if self.next >= self.judge.rules().len() {
                    return true;
                }
                self.next += 1;
                self.work = self.begin(rule);
            }
        }
        false
    }

    /// What was found.
    pub fn finish(self) -> Vec<Narrowing> {
        self.found
    }

    fn sort(&mut self) {
        for (key, rules) in self.findings.passed.iter().skip(self.sorted).take(STEP) {
            self.passed.entry((key.interface, key.direction)).or_default().push(key);
            for rule in rules {
                self.seen.entry(*rule).or_default().push(key);
            }
        }
        self.sorted += STEP;
    }

    fn begin(&self, rule: u32) -> Option<Work<'a>> {
        let (group, own) = self.rule(rule)?;
        let scenario = self.judge.reach().scenario();
        let known = !self.findings.varied.contains(&rule) && self.seen.contains_key(&rule);
        let traffic = self.findings.rules.get(&rule)?;
        let may = known && can_narrow(scenario.group(group)?, &own.spec);
        may.then(|| Work::Gather { rule, traffic, from: 0, services: Services::new() })
    }

    fn rule(&self, rule: u32) -> Option<(&'a SecurityGroupId, &'a Arc<Rule>)> {
        self.judge.rules().get(usize::try_from(rule).ok()?).copied()
    }

    fn gather(
        &self,
        rule: u32,
        traffic: &'a Traffic,
        from: usize,
        mut services: Services,
    ) -> Option<Work<'a>> {
        let flows = self.seen.get(&rule)?;
        let end = flows.len().min(from + STEP);
        for flow in flows.get(from..end).unwrap_or_default() {
            services.entry((flow.protocol, flow.port)).or_default().insert(flow.remote);
        }
        if end < flows.len() {
            return Some(Work::Gather { rule, traffic, from: end, services });
        }
        let (group, own) = self.rule(rule)?;
        let reach = self.judge.reach();
        let edits = edits(reach.scenario(), group, own, services)?;
        // `None` if the API would refuse an edit.
        let after = reach.updated(&Edit::apply_all(&edits, reach.scenario()).ok()?);
        let narrowing = Narrowing {
            group: group.clone(),
            rule: Arc::clone(own),
            traffic: *traffic,
            flows: flows.len(),
            edits,
            verified: 0,
        };
        let interfaces = (0_u32..).zip(reach.scenario().interfaces());
        let members = interfaces.filter(|(_, member)| member.groups.contains(group));
        let flows = members
            .filter_map(|(index, _)| self.passed.get(&(index, own.spec.direction)))
            .flatten()
            .copied()
            .collect();
        Some(Work::Verify(Box::new(Verifying { narrowing, after, flows, from: 0 })))
    }

    /// Judges some flows again. A proposal with which one of them fares otherwise is dropped.
    fn verify(&mut self, mut own: Box<Verifying<'a>>) -> Option<Work<'a>> {
        let end = own.flows.len().min(own.from + STEP);
        for key in own.flows.get(own.from..end).unwrap_or_default() {
            // Groups are not asked about packets without ports.
            let Some(asked) = self.judge.question(key) else { continue };
            let before = self.judge.reach().decide_at(&asked).verdict;
            if own.after.decide_at(&asked).verdict != before {
                return None;
            }
            own.narrowing.verified += 1;
        }
        own.from = end;
        if end < own.flows.len() {
            return Some(Work::Verify(own));
        }
        self.found.push(own.narrowing);
        None
    }
}
