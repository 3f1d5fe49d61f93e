//! Rules without effect, determined exactly over every packet that any member can send or receive.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Direction, InnerAccessPolicy, IntraGroupPrecedence, RuleId, RulePolicy, Scenario,
    SecurityGroupId,
};

use super::affected::members;
use super::any_member;
use super::by_rule::{ByRule, by_rule};
use super::finding::{Evidence, Finding, LintId, Place};
use super::priority;
use super::sight::{Line, Sight};
use super::unmatched;
use crate::connectivity::evaluate::evaluate;
use crate::connectivity::fix::Edit;
use crate::connectivity::flow::Flow;
use crate::connectivity::packet_set::PacketSet;
use crate::connectivity::partition::partition;
use crate::connectivity::trace::{Side, Trial, TrialResult};

/// The effect of a rule over all packets of all members.
#[derive(Default)]
struct Weight<'a> {
    /// No member of its group is known, so it was weighed for any member.
    imagined: bool,
    /// Something that is not known of a group could change what follows from removing it.
    uncertain: bool,
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
    /// The Drop rules of the same priority that decide packets it matches, each with such a packet
    /// of a known member, if one gets that far.
    tied: BTreeMap<&'a RuleId, Option<Flow>>,
    /// A packet it would decide if the policy of a shared group did not override it.
    ignored: Option<(&'a Sight<'a>, PacketSet)>,
}

/// Rules that never match, shadowed rules, redundant rules, and Drop rules that the intra-group
/// policy overrides.
///
/// The rules reported as redundant can all be removed together: each one changes nothing after
/// those reported before it are gone.
pub(super) fn findings(scenario: &Scenario, sights: &[Sight<'_>]) -> Vec<Finding> {
    let mut gone: BTreeSet<&RuleId> = BTreeSet::new();
    let mut findings = Vec::new();
    let by_rule = by_rule(sights);
    for line in weakest_first(scenario) {
        let weight = weigh(scenario, line, &by_rule, &gone);
        if let Some(finding) = judge(scenario, line, &by_rule, &weight) {
            if !finding.fixes.is_empty() && !KEPT.contains(&finding.id) {
                gone.insert(&line.rule.id);
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
    sights: &ByRule<'a>,
    gone: &BTreeSet<&'a RuleId>,
) -> Weight<'a> {
    let rules_first = line.rule.spec.direction == Direction::Egress
        && scenario.options().intra_group_precedence == IntraGroupPrecedence::CustomEgressFirst;
    let (own, own_sets) = (&line.rule.id, PacketSet::all_of(&line.rule.spec));
    let mut weight =
        Weight { imagined: any_member::has_none(scenario, line.group), ..Weight::default() };
    for sight in sights.get(own).into_iter().flatten().copied() {
        let ids = sight.lines.iter().map(|line| &line.rule.id);
        let without: Vec<&RuleId> = ids.filter(|id| *id == own || gone.contains(id)).collect();
        let cuts: Vec<PacketSet> =
            sight.lines.iter().filter_map(|l| PacketSet::all_of(&l.rule.spec)).flatten().collect();
        let asked = |packet| {
            let speaks =
                own_sets.as_ref().is_none_or(|sets| sets.iter().any(|set| set.contains(packet)));
            if !speaks || !sight.can_carry(packet) {
                return None;
            }
            let passes = sight.passes(packet, &[]);
            let changes =
                passes != sight.passes(packet, &[own]) || passes != sight.passes(packet, &without);
            Some((sight.first(packet, &[]), sight.first(packet, &[own]), changes))
        };
        weight.uncertain |= sight.uncertain;
        for (packets, (first, next, changes)) in partition(&cuts, asked) {
            weight.matches = true;
            let at = |index: Option<usize>| index.and_then(|index| sight.lines.get(index));
            let first = at(first);
            let decides = first.is_some_and(|first| first.rule.id == *own);
            if decides && sight.accepting.is_some() && !rules_first {
                weight.ignored = weight.ignored.or(Some((sight, packets)));
            }
            if !sight.heeds_rules() {
                continue;
            }
            weight.changes |= changes;
            weight.decides |= decides;
            weight.instead.extend(at(next).map(|next| &next.rule.id));
            let stronger = first.filter(|_| !decides);
            weight.stronger.extend(stronger.map(|first| &first.rule.id));
            if let Some(drop) = stronger.filter(|first| ties(line, first)) {
                let met = weight.tied.entry(&drop.rule.id).or_default();
                if met.is_none() && sight.known {
                    let flow = sight.flow(packets.sample());
                    *met = Some(flow).filter(|flow| is_met(scenario, flow, &drop.rule.id));
                }
            }
        }
    }
    weight
}

/// Whether a rule decides a packet at its end: no way may lead there, or the other end may block it.
fn is_met(scenario: &Scenario, flow: &Flow, rule: &RuleId) -> bool {
    let evaluation = evaluate(scenario, flow);
    let sides = [&evaluation.egress, &evaluation.ingress];
    let decides = |trial: &Trial| trial.rule.id == *rule && trial.result == TrialResult::Decides;
    sides.into_iter().flat_map(Side::trials).any(decides)
}

/// Whether a rule is a Drop that wins against an Accept only because of their equal priority.
fn ties(line: Line<'_>, first: &Line<'_>) -> bool {
    let (own, other) = (&line.rule.spec, &first.rule.spec);
    own.policy == RulePolicy::Accept
        && other.policy == RulePolicy::Drop
        && own.priority == other.priority
}

fn judge(
    scenario: &Scenario,
    line: Line<'_>,
    sights: &ByRule<'_>,
    weight: &Weight<'_>,
) -> Option<Finding> {
    let ids = |set: &BTreeSet<&RuleId>| set.iter().map(|id| (*id).clone()).collect();
    let policy = weight.ignored.and_then(|(sight, _)| sight.accepting);
    let (id, evidence) = match (weight, &line.rule.spec.policy) {
        (Weight { matches: false, .. }, _) => {
            (LintId::UnmatchableRule, unmatched::why(scenario, line.rule, weight.imagined)?)
        }
        (Weight { ignored: Some((sight, packets)), .. }, RulePolicy::Drop) => {
            let accepting = policy?.clone();
            let flow = sight.flow(packets.sample());
            (LintId::DropIgnoredByAccept, Evidence::Ignored { accepting, flow })
        }
        (Weight { changes: true, decides: true, uncertain: false, .. }, _) => {
            (LintId::TieInPart, tied_in_part(scenario, line, sights, weight)?)
        }
        (Weight { changes: true, .. }, _) => return None,
        (Weight { decides: false, stronger: covering, .. }, _)
            if priority::is_tie(scenario, line, covering) =>
        {
            (LintId::PriorityTie, Evidence::TiedWith(ids(covering)))
        }
        (Weight { decides: false, stronger: covering, .. }, _)
            if priority::is_overruled(scenario, line, covering) =>
        {
            (LintId::WrongPriority, Evidence::OverruledBy(ids(covering)))
        }
        (Weight { decides: false, stronger: covering, .. }, _) if !covering.is_empty() => {
            (LintId::ShadowedRule, Evidence::CoveredBy(ids(covering)))
        }
        // A member may have other groups, whose rules come between.
        (Weight { imagined: true, .. } | Weight { uncertain: true, .. }, _) => return None,
        _ => (LintId::RedundantRule, Evidence::SameWithout(ids(&weight.instead))),
    };
    let removal = || Edit::RemoveRule { group: line.group.clone(), rule: line.rule.id.clone() };
    let fixes: Vec<Edit> = match (&evidence, policy) {
        (Evidence::Ignored { .. }, Some(group)) => vec![isolate(group)],
        (Evidence::TiedWith(tied), _) => {
            priority::let_win(scenario, line, tied).into_iter().collect()
        }
        (Evidence::OverruledBy(others), _) => {
            let wins = priority::let_win(scenario, line, others);
            wins.into_iter().chain([removal()]).collect()
        }
        (Evidence::TiedInPart { .. }, _) => priority::untie(scenario, line),
        // Whether the group is to get members is for its owner to say.
        (Evidence::PeerWithoutMembers(_), _) => Vec::new(),
        _ => vec![removal()],
    };
    let place = Place::Rule { group: line.group.clone(), rule: line.rule.id.clone() };
    let fixes = fixes.into_iter().map(|edit| vec![edit]).collect();
    Some(Finding { id, place, evidence, fixes, affected: members(scenario, line.group) })
}

/// The evidence for an Accept rule that loses some packets to Drop rules of the same priority.
/// `None` where each of these is only an exception from it.
fn tied_in_part(
    scenario: &Scenario,
    line: Line<'_>,
    sights: &ByRule<'_>,
    weight: &Weight<'_>,
) -> Option<Evidence> {
    let is_rival = |id: &RuleId| !priority::is_exception(scenario, id, line, sights);
    let rivals: Vec<_> = weight.tied.iter().filter(|(id, _)| is_rival(id)).collect();
    let flow = rivals.iter().find_map(|(_, met)| (*met).clone())?;
    Some(Evidence::TiedInPart {
        with: rivals.into_iter().map(|(id, _)| (*id).clone()).collect(),
        flow,
    })
}

/// Findings about rules that are not to be removed.
const KEPT: [LintId; 4] =
    [LintId::DropIgnoredByAccept, LintId::PriorityTie, LintId::WrongPriority, LintId::TieInPart];

fn isolate(group: &SecurityGroupId) -> Edit {
    Edit::SetPolicy { group: group.clone(), policy: InnerAccessPolicy::Drop }
}
