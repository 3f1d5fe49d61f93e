//! Packets with the same verdict for the same reason, each as a step of an explanation.

use crate::connectivity::{
    Decider, Evaluation, Flow, PacketSet, PacketSpace, Region, Side, Verdict, evaluate,
};
use crate::model::{Direction, InnerAccessPolicy, Scenario};

use super::packet::{Ends, default_text, platform_text, steps};
use super::rules::rule_lines;
use super::unknown::unknown;
use super::words::{Words, passes};
use super::{Outcome, Part, Step, text};

/// Packets with the same verdict and reason, in any region.
pub(super) struct Reason<'a> {
    pub(super) region: &'a Region,
    pub(super) sets: Vec<PacketSet>,
    /// The trace of one of these packets.
    pub(super) trace: Evaluation,
}

/// The reasons of a space, passing packets first, what covers most last.
pub(super) fn reasons<'a>(
    scenario: &Scenario,
    space: &'a PacketSpace,
    ends: &Ends<'_>,
) -> Vec<Reason<'a>> {
    let trace = |region: &Region| {
        let (source, destination) = (ends.source.clone(), ends.destination.clone());
        evaluate(scenario, &Flow { source, destination, packet: region.packets.sample() })
    };
    let mut reasons: Vec<Reason<'_>> = Vec::new();
    for region in &space.regions {
        let same = reasons.iter_mut().find(|reason| {
            reason.region.verdict == region.verdict && reason.region.decider == region.decider
        });
        match same {
            Some(reason) => reason.sets.push(region.packets),
            None => {
                let (sets, trace) = (vec![region.packets], trace(region));
                reasons.push(Reason { region, sets, trace });
            }
        }
    }
    // Passing packets first, except that the reason that covers the most comes last, as "everything
    // else".
    let rest = reasons.iter().map(|reason| reason.sets.len()).max();
    let rest = reasons.iter().rposition(|reason| Some(reason.sets.len()) == rest);
    let rest = rest.map(|index| reasons.remove(index));
    reasons.sort_by_key(|reason| reason.region.verdict);
    reasons.extend(rest);
    reasons
}

/// What a step is about besides its own packets.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The packets asked about; `None` for all.
    pub(super) packets: Option<&'a PacketSet>,
    /// The addresses it holds for, if that depends on them.
    pub(super) addresses: Option<&'a str>,
}

/// One step for each reason of some addresses.
pub(super) fn reason_steps(
    words: &Words<'_>,
    space: &PacketSpace,
    ends: &Ends<'_>,
    asked: Asked<'_>,
) -> Vec<Step> {
    let reasons = reasons(words.scenario, space, ends);
    let only = reasons.len() == 1;
    let each = reasons.iter().enumerate();
    let each = each.map(|(index, reason)| {
        let rest = index > 0 && index + 1 == reasons.len();
        reason_step(words, reason, asked, (rest, only))
    });
    each.collect()
}

/// What decides about the packets of a reason, which are the rest of all packets, or the only ones.
pub(super) fn reason_step(
    words: &Words<'_>,
    reason: &Reason<'_>,
    asked: Asked<'_>,
    (rest, only): (bool, bool),
) -> Step {
    let packets = if rest && asked.packets.is_none() {
        vec![Part::Words(words.word(text::EVERYTHING_ELSE))]
    } else {
        words.packets(&reason.sets)
    };
    let packets = super::plain(&packets);
    let layer = match asked.addresses {
        None => packets,
        Some(addresses) if only => addresses.to_owned(),
        Some(addresses) => format!("{addresses}{}{packets}", text::COLON.get(words.language)),
    };
    let decider = &reason.region.decider;
    // What applies to all packets alike is a layer of its own.
    let whole = match decider {
        Decider::Route(_) | Decider::Itself => {
            steps(words, &reason.trace).into_iter().find(|step| step.decides)
        }
        Decider::Policy { .. }
        | Decider::Rule { .. }
        | Decider::Implicit { .. }
        | Decider::Platform(_)
        | Decider::Unknown(_) => None,
    };
    if let Some(step) = whole {
        return Step { layer, ..step };
    }
    let unknown = |side: &Side| side.verdict() == Some(Verdict::Unknown);
    let side = match decider {
        Decider::Rule { direction: Direction::Egress, .. }
        | Decider::Implicit { direction: Direction::Egress, .. }
        | Decider::Platform(_) => &reason.trace.egress,
        Decider::Unknown(_) if unknown(&reason.trace.egress) => &reason.trace.egress,
        Decider::Rule { direction: Direction::Ingress, .. }
        | Decider::Implicit { direction: Direction::Ingress, .. }
        | Decider::Policy { .. }
        | Decider::Route(_)
        | Decider::Itself
        | Decider::Unknown(_) => &reason.trace.ingress,
    };
    Step {
        outcome: outcome(reason.region),
        decides: true,
        layer,
        parts: because(words, decider, passes(reason.region.verdict)),
        clause: Some(reason.trace.clause()),
        skips_rules: matches!(decider, Decider::Policy { .. } | Decider::Platform(_)),
        rules: rule_lines(words, side.trials()),
    }
}

const fn outcome(region: &Region) -> Outcome {
    match (region.verdict, &region.decider) {
        (Verdict::Pass, _) => Outcome::Passes,
        (Verdict::Blocked, Decider::Implicit { .. }) => Outcome::FailsByDefault,
        (Verdict::Blocked, _) => Outcome::Fails,
        (Verdict::Unknown, _) => Outcome::Unknown,
    }
}

/// Describes a decider the way a layer does.
fn because(words: &Words<'_>, decider: &Decider, passes: bool) -> Vec<Part> {
    match decider {
        Decider::Policy { group } => {
            let accept = vec![words.policy(InnerAccessPolicy::Accept)];
            words.say(
                text::POLICY_ACCEPTS,
                &[("group", vec![words.group(group)]), ("accept", accept)],
            )
        }
        Decider::Rule { group, rule, .. } => {
            let frame = if passes { text::SIDE_ACCEPT } else { text::SIDE_DROP };
            let values =
                [("group", vec![words.group(group)]), ("rule", vec![words.rule(group, rule)])];
            words.say(frame, &values)
        }
        Decider::Implicit { direction, group_kind } => {
            words.say(default_text(*group_kind, *direction), &[])
        }
        Decider::Platform(rule) => words.say(platform_text(*rule), &[]),
        Decider::Unknown(reason) => {
            words.say(text::SIDE_UNREAD, &[("reason", unknown(words, reason))])
        }
        // These are layers of their own.
        Decider::Route(_) | Decider::Itself => Vec::new(),
    }
}
