//! The order in which fixes are proposed: what repairs the mistake and is easy to keep comes first.

use crate::model::{Direction, IpNet, Peer, RuleId, RuleSpec};

use super::edit::Edit;
use super::goal::Goal;
use super::intent::Intent;
use super::price::Fix;
use crate::connectivity::end::End;

/// How readily a fix is proposed; the least comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// It changes nothing but what was asked for.
    Exact,
    /// Rules for groups, or for the block that was asked about.
    General,
    /// A rule for a single address among others, which somebody has to remember.
    OneOff,
    /// Anything else that changes more than was asked for.
    Wider,
}

/// The sort key of a fix. What ends a tie comes first. Joining a group that opens anything else comes
/// last, because it also opens what the group will be given later.
pub(super) fn rank(goal: &Goal, fix: &Fix) -> impl Ord + use<> {
    let (more, contested, ..) = fix.price();
    let joins = more && fix.edits.iter().any(|edit| matches!(edit, Edit::Join { .. }));
    // Only what opens a path is repeated for the next member: a Deny for more than was asked closes
    // what works.
    let tier = match (goal.intent, more) {
        (Intent::Block, true) => Tier::Wider,
        (Intent::Block, false) => Tier::Exact,
        (Intent::Allow, _) => opening(goal, fix, more),
    };
    (fix.tie.is_none(), joins, contested, tier, fix.price(), moves_deny(fix))
}

/// Whether a fix ends a tie by making the Deny rule weaker, which may decide for others, too.
fn moves_deny(fix: &Fix) -> bool {
    let moves = |rule: &RuleId| {
        fix.edits
            .iter()
            .any(|edit| matches!(edit, Edit::Reprioritise { rule: id, .. } if id == rule))
    };
    fix.tie.as_ref().is_some_and(|tie| moves(&tie.deny))
}

fn opening(goal: &Goal, fix: &Fix, more: bool) -> Tier {
    let added = |edit: &Edit| edit.added_rule().map(|rule| is_one_off(goal, rule));
    let added: Vec<Option<bool>> = fix.edits.iter().map(added).collect();
    if added.contains(&Some(true)) {
        return if more && added.contains(&None) { Tier::Wider } else { Tier::OneOff };
    }
    match (more, added.contains(&None)) {
        (false, _) => Tier::Exact,
        (true, false) => Tier::General,
        (true, true) => Tier::Wider,
    }
}

/// Whether a rule is for one address of an interface, or for one member of its group.
fn is_one_off(goal: &Goal, rule: &RuleSpec) -> bool {
    let remote = match rule.direction {
        Direction::Ingress => &goal.from,
        Direction::Egress => &goal.to,
    };
    let single = |block: &IpNet| block.prefix_len() == block.max_prefix_len();
    let host = matches!(&rule.peer, Peer::Cidr(block) if single(block));
    rule.local_cidr.is_some() || (host && matches!(remote, End::Interface(_)))
}
