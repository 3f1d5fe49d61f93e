//! Rules without effect, determined exactly over every packet that any member can send or receive.

use std::collections::BTreeSet;

use crate::model::{
    Direction, InnerAccessPolicy, IntraGroupPrecedence, RuleId, RulePolicy, Scenario,
    SecurityGroupId,
};

use super::finding::{Evidence, Finding, LintId, Place};
use super::sight::{Line, Sight};
use crate::connectivity::fix::Edit;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::partition;

/// The effect of a rule over all packets of all members.
#[derive(Default)]
struct Weight<'a> {
    /// It matches some packet.
    matches: bool,
    /// It decides some packet.
    decides: bool,
    /// Without it some packet would get a different verdict.
    changes: bool,
    /// The stronger rules that decide packets it matches.
    stronger: BTreeSet<&'a RuleId>,
    /// The rules that would decide instead of it.
    instead: BTreeSet<&'a RuleId>,
    /// A packet it would decide if the policy of a shared group did not override it.
    ignored: Option<(&'a Sight<'a>, PacketSet)>,
}

/// Rules that never match, shadowed rules, redundant rules, and Drop rules that the intra-group
/// policy overrides.
///
/// The rules reported as redundant can all be removed together: each one changes nothing after
/// those reported before it are gone.
pub(super) fn findings(scenario: &Scenario, sights: &[Sight<'_>]) -> Vec<Finding> {
    let mut gone: Vec<&RuleId> = Vec::new();
    let mut findings = Vec::new();
    for line in weakest_first(scenario) {
        if scenario.members(line.group).next().is_none() {
            continue;
        }
        let weight = weigh(scenario, line, sights, &gone);
        if let Some(finding) = judge(line, &weight) {
            if finding.id != LintId::DropIgnoredByAccept {
                gone.push(&line.rule.id);
            }
            findings.push(finding);
        }
    }
    findings
}

/// All rules, weakest first, so that of two equal rules the later one is reported as redundant.
fn weakest_first(scenario: &Scenario) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = scenario
        .groups()
        .flat_map(|group| group.rules.iter().map(|rule| Line { group: &group.id, rule }))
        .collect();
    lines.sort_by(|a, b| crate::connectivity::precedence::order(a.rule, b.rule));
    lines.reverse();
    lines
}

fn weigh<'a>(
    scenario: &Scenario,
    line: Line<'a>,
    sights: &'a [Sight<'a>],
    gone: &[&'a RuleId],
) -> Weight<'a> {
    let rules_first = line.rule.spec.direction == Direction::Egress
        && scenario.options().intra_group_precedence == IntraGroupPrecedence::CustomEgressFirst;
    let own = &line.rule.id;
    let without: Vec<&RuleId> = gone.iter().copied().chain([own]).collect();
    let mut weight = Weight::default();
    for sight in sights.iter().filter(|sight| sight.lines.iter().any(|l| l.rule.id == *own)) {
        let cuts: Vec<PacketSet> =
            sight.lines.iter().filter_map(|l| PacketSet::of(l.rule.spec.protocol)).collect();
        let asked = |packet| {
            let speaks =
                PacketSet::of(line.rule.spec.protocol).is_none_or(|set| set.contains(packet));
            if !speaks || !sight.can_carry(packet) {
                return None;
            }
            let passes = sight.passes(packet, &[]);
            let changes =
                passes != sight.passes(packet, &[own]) || passes != sight.passes(packet, &without);
            Some((sight.first(packet, &[]), sight.first(packet, &[own]), changes))
        };
        for (packets, (first, next, changes)) in partition(&cuts, asked) {
            weight.matches = true;
            let line = |index: Option<usize>| index.and_then(|index| sight.lines.get(index));
            let first = line(first);
            let decides = first.is_some_and(|first| first.rule.id == *own);
            if decides && sight.accepting.is_some() && !rules_first {
                weight.ignored = weight.ignored.or(Some((sight, packets)));
            }
            if !sight.heeds_rules() {
                continue;
            }
            weight.changes |= changes;
            weight.decides |= decides;
            weight.instead.extend(line(next).map(|next| &next.rule.id));
            weight.stronger.extend(first.filter(|_| !decides).map(|first| &first.rule.id));
        }
    }
    weight
}

fn judge(line: Line<'_>, weight: &Weight<'_>) -> Option<Finding> {
    let ids = |set: &BTreeSet<&RuleId>| set.iter().map(|id| (*id).clone()).collect();
    let policy = weight.ignored.and_then(|(sight, _)| sight.accepting);
    let (id, evidence) = match (weight, &line.rule.spec.policy) {
        (Weight { matches: false, .. }, _) => (LintId::UnmatchableRule, Evidence::NeverMatches),
        (Weight { ignored: Some((sight, packets)), .. }, RulePolicy::Drop) => {
            let accepting = policy?.clone();
            let flow = sight.flow(packets.sample());
            (LintId::DropIgnoredByAccept, Evidence::Ignored { accepting, flow })
        }
        (Weight { changes: true, .. }, _) => return None,
        (Weight { decides: false, stronger: covering, .. }, _) if !covering.is_empty() => {
            (LintId::ShadowedRule, Evidence::CoveredBy(ids(covering)))
        }
        _ => (LintId::RedundantRule, Evidence::SameWithout(ids(&weight.instead))),
    };
    let fix = match (&evidence, policy) {
        (Evidence::Ignored { .. }, Some(group)) => isolate(group),
        _ => Edit::RemoveRule { group: line.group.clone(), rule: line.rule.id.clone() },
    };
    let place = Place::Rule { group: line.group.clone(), rule: line.rule.id.clone() };
    Some(Finding { id, place, evidence, fixes: vec![fix] })
}

fn isolate(group: &SecurityGroupId) -> Edit {
    Edit::SetPolicy { group: group.clone(), policy: InnerAccessPolicy::Drop }
}
