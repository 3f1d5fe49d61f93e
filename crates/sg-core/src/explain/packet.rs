//! Explains one packet: the verdict in a sentence, then each layer.

use crate::connectivity::{
    CheckedSide, ClauseId, Decider, Endpoint, Evaluation, GroupKind, NotChecked, Path,
    PlatformRule, RouteFault, Side, SideDecider, Verdict,
};
use crate::language::{Language, Text};
use crate::model::{Direction, InnerAccessPolicy, RulePolicy, Scenario};

use super::note::notes;
use super::policy::policy_step;
use super::rules::rule_lines;
use super::unknown::{unknown, unknown_frame};
use super::unread::unread;
use super::words::{Value, Words, passes};
use super::{Explanation, Outcome, Part, Step, text};

/// Explains the trace of one packet: the verdict, then each layer in order, then further remarks.
pub fn explain(scenario: &Scenario, evaluation: &Evaluation, language: Language) -> Explanation {
    let words = Words { scenario, language, labels: &[] };
    explain_as(&words, evaluation, vec![words.packet(evaluation.flow.packet)])
}

/// The same with the names and packets of a question.
pub(super) fn explain_as(
    words: &Words<'_>,
    evaluation: &Evaluation,
    packets: Vec<Part>,
) -> Explanation {
    let passes = passes(evaluation.verdict);
    Explanation {
        verdict: Some(evaluation.verdict),
        headline: headline(words, &evaluation.decider, &ends(evaluation), packets, passes),
        steps: steps(words, evaluation),
        parts: Vec::new(),
        notes: notes(words, evaluation),
        clause: Some(evaluation.clause()),
        language: words.language,
    }
}

/// Both ends of a path.
pub(super) struct Ends<'a> {
    pub(super) source: &'a Endpoint,
    pub(super) destination: &'a Endpoint,
}

const fn ends(evaluation: &Evaluation) -> Ends<'_> {
    Ends { source: &evaluation.flow.source, destination: &evaluation.flow.destination }
}

/// The summary sentence: source, destination, packets, verdict and reason.
pub(super) fn headline(
    words: &Words<'_>,
    decider: &Decider,
    ends: &Ends<'_>,
    packets: Vec<Part>,
    passes: bool,
) -> Vec<Part> {
    let mut values: Vec<Value<'_>> = vec![
        ("source", vec![words.end(ends.source)]),
        ("destination", vec![words.end(ends.destination)]),
        ("packets", packets),
    ];
    let frame = match decider {
        Decider::Policy { group } => {
            values.push(("group", vec![words.group(group)]));
            values.push(("accept", vec![words.policy(InnerAccessPolicy::Accept)]));
            text::HEAD_POLICY
        }
        Decider::Rule { direction, group, rule } => {
            values.push(("group", vec![words.group(group)]));
            values.push(("rule", vec![words.rule(group, rule)]));
            match (direction, rule.spec.policy) {
                (Direction::Ingress, RulePolicy::Accept) => text::HEAD_INGRESS_ACCEPT,
                (Direction::Ingress, RulePolicy::Drop) => text::HEAD_INGRESS_DROP,
                (Direction::Egress, RulePolicy::Accept) => text::HEAD_EGRESS_ACCEPT,
                (Direction::Egress, RulePolicy::Drop) => text::HEAD_EGRESS_DROP,
            }
        }
        Decider::Implicit { direction, group_kind } => match (group_kind, direction, passes) {
            (GroupKind::LoadBalancer, Direction::Ingress, _) => text::HEAD_LOAD_BALANCER_INGRESS,
            (GroupKind::LoadBalancer, Direction::Egress, _) => text::HEAD_LOAD_BALANCER_EGRESS,
            (_, Direction::Egress, true) => text::HEAD_EGRESS_ALLOW,
            (_, Direction::Egress, false) => text::HEAD_EGRESS_DENY,
            (_, Direction::Ingress, _) => text::HEAD_INGRESS_DENY,
        },
        Decider::Platform(rule) => match rule {
            PlatformRule::MetadataService => {
                let address = ends.destination.address().to_string();
                values.push(("address", vec![Part::Code(address)]));
                text::HEAD_METADATA
            }
            PlatformRule::OutboundMail => text::HEAD_MAIL,
            PlatformRule::LoadBalancer => text::HEAD_BALANCER,
        },
        Decider::Route(fault) => match fault {
            RouteFault::SeparateVpcs { .. } => text::HEAD_SEPARATE,
            RouteFault::NoPublicAddress { .. } => text::HEAD_NO_PUBLIC,
            RouteFault::NotPublic { .. } => text::HEAD_NOT_PUBLIC,
            RouteFault::NoSnat { .. } => text::HEAD_NO_SNAT,
            RouteFault::MixedFamilies => text::HEAD_FAMILIES,
        },
        Decider::Itself => text::HEAD_ITSELF,
        Decider::Unknown(reason) => {
            values.push(("reason", unknown(words, reason)));
            unknown_frame(reason)
        }
    };
    words.say(frame, &values)
}

/// The layers in evaluation order. The path is included only if it affects the verdict.
pub(super) fn steps(words: &Words<'_>, evaluation: &Evaluation) -> Vec<Step> {
    let mut steps: Vec<Step> = path_step(words, evaluation).into_iter().collect();
    if matches!(evaluation.path, Path::Internal | Path::Public { .. }) {
        steps.push(policy_step(words, evaluation));
    }
    steps.extend(side_step(words, evaluation, Direction::Egress));
    steps.extend(side_step(words, evaluation, Direction::Ingress));
    steps
}

fn path_step(words: &Words<'_>, evaluation: &Evaluation) -> Option<Step> {
    let address = |endpoint: &Endpoint| vec![Part::Code(endpoint.address().to_string())];
    let source = ("source_address", address(&evaluation.flow.source));
    let destination = ("destination_address", address(&evaluation.flow.destination));
    let (outcome, clause, parts) = match &evaluation.path {
        // An ordinary path needs no explanation, and an unknown one has none.
        Path::Internal | Path::Outside | Path::Unknown => return None,
        Path::Public { source, destination } => {
            let code = |address: &std::net::IpAddr| vec![Part::Code(address.to_string())];
            let values =
                [("source_address", code(source)), ("destination_address", code(destination))];
            (Outcome::Silent, ClauseId::PublicPathAddresses, words.say(text::PATH_PUBLIC, &values))
        }
        Path::Itself => {
            let parts = words.say(text::PATH_ITSELF, &[]);
            (Outcome::Passes, ClauseId::SelfNotFiltered, parts)
        }
        Path::None(fault) => {
            let parts = match fault {
                RouteFault::SeparateVpcs { source, destination } => {
                    let code = |vpc: &crate::model::VpcId| vec![Part::Code(vpc.to_string())];
                    let values =
                        [("source_vpc", code(source)), ("destination_vpc", code(destination))];
                    words.say(text::PATH_SEPARATE, &values)
                }
                RouteFault::NoPublicAddress { .. } => {
                    let sender = vec![words.end(&evaluation.flow.source)];
                    words.say(text::PATH_NO_PUBLIC, &[("source", sender)])
                }
                RouteFault::NotPublic { .. } => {
                    let receiver = vec![words.end(&evaluation.flow.destination)];
                    words.say(text::PATH_NOT_PUBLIC, &[("destination", receiver)])
                }
                RouteFault::NoSnat { vpc, .. } => {
                    let sender = vec![words.end(&evaluation.flow.source)];
                    let vpc = vec![Part::Code(vpc.to_string())];
                    words.say(text::PATH_NO_SNAT, &[("source", sender), ("vpc", vpc)])
                }
                RouteFault::MixedFamilies => words.say(text::PATH_FAMILIES, &[source, destination]),
            };
            (Outcome::Fails, fault.clause(), parts)
        }
    };
    let decides = matches!(evaluation.decider, Decider::Route(_) | Decider::Itself);
    let layer = words.word(text::LAYER_PATH);
    Some(Step {
        outcome,
        decides,
        layer,
        parts,
        clause: Some(clause),
        skips_rules: false,
        rules: Vec::new(),
    })
}

fn side_step(words: &Words<'_>, evaluation: &Evaluation, direction: Direction) -> Option<Step> {
    let (side, end, layer) = match direction {
        Direction::Egress => (&evaluation.egress, &evaluation.flow.source, text::LAYER_EGRESS),
        Direction::Ingress => {
            (&evaluation.ingress, &evaluation.flow.destination, text::LAYER_INGRESS)
        }
    };
    let layer = super::plain(&words.say(layer, &[("end", vec![words.end(end)])]));
    match side {
        Side::Checked(side) => {
            let decides = decides(&evaluation.decider, direction, side);
            Some(checked_step(words, side, direction, layer, decides))
        }
        Side::NotChecked(NotChecked::Outside) => Some(Step {
            outcome: Outcome::Silent,
            decides: false,
            layer,
            parts: words.say(text::SIDE_OUTSIDE, &[]),
            clause: Some(ClauseId::OutsideHasOneSide),
            skips_rules: false,
            rules: Vec::new(),
        }),
        Side::NotChecked(NotChecked::NoPath | NotChecked::Itself | NotChecked::Unknown) => None,
    }
}

fn decides(decider: &Decider, direction: Direction, side: &CheckedSide) -> bool {
    match decider {
        Decider::Rule { direction: of, .. } | Decider::Implicit { direction: of, .. } => {
            *of == direction
        }
        Decider::Platform(rule) => side.by == SideDecider::Platform(*rule),
        Decider::Policy { .. } | Decider::Route(_) | Decider::Itself | Decider::Unknown(_) => false,
    }
}

fn checked_step(
    words: &Words<'_>,
    side: &CheckedSide,
    direction: Direction,
    layer: String,
    decides: bool,
) -> Step {
    let mut values: Vec<Value<'_>> = Vec::new();
    let frame = match &side.by {
        SideDecider::Policy { group } => {
            values.push(("group", vec![words.group(group)]));
            values.push(("accept", vec![words.policy(InnerAccessPolicy::Accept)]));
            text::SIDE_POLICY
        }
        SideDecider::Rule { group, rule } => {
            values.push(("group", vec![words.group(group)]));
            values.push(("rule", vec![words.rule(group, rule)]));
            match side.verdict {
                Verdict::Pass => text::SIDE_ACCEPT,
                Verdict::Blocked | Verdict::Unknown => text::SIDE_DROP,
            }
        }
        SideDecider::Implicit { group_kind } => default_text(*group_kind, direction),
        SideDecider::Platform(rule) => platform_text(*rule),
        SideDecider::Unread(part) => {
            values.push(("reason", unread(words, part)));
            text::SIDE_UNREAD
        }
    };
    let outcome = match (side.verdict, &side.by) {
        (Verdict::Pass, _) => Outcome::Passes,
        (Verdict::Blocked, SideDecider::Implicit { .. }) => Outcome::FailsByDefault,
        (Verdict::Blocked, _) => Outcome::Fails,
        (Verdict::Unknown, _) => Outcome::Unknown,
    };
    Step {
        outcome,
        decides,
        layer,
        parts: words.say(frame, &values),
        clause: Some(side.clause),
        skips_rules: matches!(side.by, SideDecider::Policy { .. } | SideDecider::Platform(_)),
        rules: rule_lines(words, &side.trials),
    }
}

pub(super) const fn default_text(kind: GroupKind, direction: Direction) -> Text {
    match (kind, direction) {
        (GroupKind::Basic, Direction::Egress) => text::SIDE_BASIC_EGRESS,
        (GroupKind::Basic, Direction::Ingress) => text::SIDE_BASIC_INGRESS,
        (GroupKind::Advanced, Direction::Ingress) => text::SIDE_ADVANCED_INGRESS,
        (GroupKind::Advanced, Direction::Egress) => text::SIDE_ADVANCED_EGRESS,
        (GroupKind::LoadBalancer, Direction::Ingress) => text::SIDE_LOAD_BALANCER_INGRESS,
        (GroupKind::LoadBalancer, Direction::Egress) => text::SIDE_LOAD_BALANCER_EGRESS,
    }
}

pub(super) const fn platform_text(rule: PlatformRule) -> Text {
    match rule {
        PlatformRule::MetadataService => text::SIDE_METADATA,
        PlatformRule::OutboundMail => text::SIDE_MAIL,
        PlatformRule::LoadBalancer => text::SIDE_BALANCER,
    }
}
