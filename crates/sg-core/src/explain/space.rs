//! Explains a whole packet space: what passes, what is blocked and why, region by region.

use std::net::IpAddr;

use crate::connectivity::{
    Cell, ClauseId, Decider, Endpoint, Evaluation, Flow, PacketSet, PacketSpace, Region, Verdict,
    evaluate,
};
use crate::language::Language;
use crate::model::{Direction, InnerAccessPolicy, Scenario};

use super::packet::{Ends, default_text, headline, platform_text, steps};
use super::policy::policy_step;
use super::rules::rule_lines;
use super::words::{Value, Words, passes};
use super::{Explanation, Note, Outcome, Part, Step, text};

/// Explains a whole packet space. If one reason applies to all packets, it reads like the
/// explanation of a single packet. Otherwise the intra-group policy comes first, followed by one
/// step per reason, passing packets before blocked ones.
pub fn explain_space(
    scenario: &Scenario,
    space: &PacketSpace,
    source: &Endpoint,
    destination: &Endpoint,
    language: Language,
) -> Explanation {
    let words = Words { scenario, language };
    let ends = Ends { source, destination };
    let reasons = reasons(scenario, space, &ends);
    let mut verdicts: Vec<Verdict> = reasons.iter().map(|r| r.region.verdict).collect();
    verdicts.dedup();
    let clause = match reasons.as_slice() {
        [only] => Some(only.trace.clause()),
        _ => None,
    };
    Explanation {
        verdict: verdicts.first().copied().filter(|_| verdicts.len() == 1),
        headline: space_headline(&words, space, &reasons, &ends),
        steps: space_steps(&words, &reasons, &ends),
        notes: contested_note(&words, space).into_iter().collect(),
        clause,
        language,
    }
}

/// Explains a cell of the matrix: the packet space of its largest address partition, and for an
/// outside block with several partitions, what passes for each of the others.
///
/// The text covers both directions, so the cell should come from a matrix that checks both.
pub fn explain_cell(scenario: &Scenario, cell: &Cell, language: Language) -> Explanation {
    let words = Words { scenario, language };
    let (source, destination) = (&cell.source, &cell.destination);
    let mut explanation = explain_space(scenario, &cell.space, source, destination, language);
    for piece in cell.pieces.iter().skip(1) {
        let named = piece.ranges.iter().take(NAMED_RANGES);
        let mut addresses: Vec<Part> = named.map(|range| Part::Code(range_text(*range))).collect();
        if piece.ranges.len() > NAMED_RANGES {
            addresses.push(Part::Words("…".to_owned()));
        }
        let passing = piece.space.packets(Verdict::Pass, None);
        let blocked = piece.space.packets(Verdict::Blocked, None);
        let (frame, packets) = if passing.is_empty() {
            (text::PIECE_CLOSED, Vec::new())
        } else if blocked.is_empty() {
            (text::PIECE_ALL, Vec::new())
        } else if blocked.len() < passing.len() {
            (text::PIECE_ALL_BUT, words.packets(&blocked))
        } else {
            (text::PIECE_ONLY, words.packets(&passing))
        };
        let values = [("addresses", words.list(addresses)), ("packets", packets)];
        let parts = words.say(frame, &values);
        explanation.notes.push(Note { parts, clause: ClauseId::MatchTest });
    }
    if cell.pieces.len() > 1 {
        // The sentence covers the largest partition only, and says so.
        let values = [("address", vec![Part::Code(source_or_destination(cell))])];
        let parts = words.say(text::PIECE_REPRESENTS, &values);
        explanation.notes.insert(0, Note { parts, clause: ClauseId::MatchTest });
        explanation.verdict = None;
    }
    explanation
}

/// How many address ranges a note names.
const NAMED_RANGES: usize = 3;

fn source_or_destination(cell: &Cell) -> String {
    let ends = [&cell.source, &cell.destination];
    let outside = ends.into_iter().find(|end| end.interface().is_none());
    outside.unwrap_or(&cell.destination).address().to_string()
}

fn range_text((first, last): (IpAddr, IpAddr)) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// Packets with the same verdict and reason, in any region.
struct Reason<'a> {
    region: &'a Region,
    sets: Vec<PacketSet>,
    /// The trace of one of these packets.
    trace: Evaluation,
}

fn reasons<'a>(scenario: &Scenario, space: &'a PacketSpace, ends: &Ends<'_>) -> Vec<Reason<'a>> {
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

fn space_headline(
    words: &Words<'_>,
    space: &PacketSpace,
    reasons: &[Reason<'_>],
    ends: &Ends<'_>,
) -> Vec<Part> {
    let mut values: Vec<Value<'_>> = vec![
        ("source", vec![words.end(ends.source)]),
        ("destination", vec![words.end(ends.destination)]),
    ];
    if let [only] = reasons {
        let packets = vec![words.everything()];
        let region = only.region;
        return headline(words, &region.decider, ends, packets, passes(region.verdict));
    }
    let passing = space.packets(Verdict::Pass, None);
    let blocked = space.packets(Verdict::Blocked, None);
    let frame = match (passing.is_empty(), blocked.is_empty()) {
        (true, true) => text::SPACE_NOT_FILTERED,
        (false, true) => text::SPACE_ALL,
        (true, false) => text::SPACE_NONE,
        (false, false) if blocked.len() < passing.len() => {
            values.push(("packets", words.packets(&blocked)));
            text::SPACE_ALL_BUT
        }
        (false, false) => {
            values.push(("packets", words.packets(&passing)));
            values.push(("rest", rest(words, reasons)));
            if passing.len() == 1 { text::SPACE_ONLY_ONE } else { text::SPACE_ONLY_SOME }
        }
    };
    words.say(frame, &values)
}

/// Why the rest is blocked, if there is a single reason.
fn rest(words: &Words<'_>, reasons: &[Reason<'_>]) -> Vec<Part> {
    let mut blocked = reasons.iter().filter(|r| r.region.verdict == Verdict::Blocked);
    match (blocked.next().map(|reason| &reason.region.decider), blocked.next()) {
        (Some(Decider::Implicit { .. }), None) => words.say(text::REST_BY_DEFAULT, &[]),
        (Some(Decider::Rule { group, rule, .. }), None) => {
            let values =
                [("group", vec![words.group(group)]), ("rule", vec![words.rule(group, rule)])];
            words.say(text::REST_BY_RULE, &values)
        }
        _ => words.say(text::REST_BLOCKED, &[]),
    }
}

fn space_steps(words: &Words<'_>, reasons: &[Reason<'_>], ends: &Ends<'_>) -> Vec<Step> {
    if let [only] = reasons {
        return steps(words, &only.trace);
    }
    let both_inside = ends.source.interface().is_some() && ends.destination.interface().is_some();
    let first = reasons.first().filter(|_| both_inside);
    let mut all: Vec<Step> = Vec::new();
    if let Some(first) = first {
        let mut step = policy_step(words, &first.trace);
        step.decides = false;
        all.push(step);
    }
    for (index, reason) in reasons.iter().enumerate() {
        let rest = index > 0 && index + 1 == reasons.len();
        let packets = if rest {
            vec![Part::Words(words.word(text::EVERYTHING_ELSE))]
        } else {
            words.packets(&reason.sets)
        };
        let side = match &reason.region.decider {
            Decider::Rule { direction: Direction::Egress, .. }
            | Decider::Implicit { direction: Direction::Egress, .. }
            | Decider::Platform(_) => &reason.trace.egress,
            Decider::Rule { direction: Direction::Ingress, .. }
            | Decider::Implicit { direction: Direction::Ingress, .. }
            | Decider::Policy { .. }
            | Decider::Route(_)
            | Decider::Itself
            | Decider::Unknown(_) => &reason.trace.ingress,
        };
        all.push(Step {
            outcome: outcome(reason.region),
            decides: true,
            layer: super::plain(&packets),
            parts: because(words, &reason.region.decider, passes(reason.region.verdict)),
            clause: Some(reason.trace.clause()),
            skips_rules: matches!(
                reason.region.decider,
                Decider::Policy { .. } | Decider::Platform(_)
            ),
            rules: rule_lines(words, side.trials()),
        });
    }
    all
}

const fn outcome(region: &Region) -> Outcome {
    match (region.verdict, &region.decider) {
        (Verdict::Pass, _) => Outcome::Passes,
        (Verdict::Blocked, Decider::Implicit { .. }) => Outcome::FailsByDefault,
        (Verdict::Blocked, _) => Outcome::Fails,
        (Verdict::Unknown, _) => Outcome::Silent,
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
        // These apply to all packets alike, so they never share a space with another reason.
        Decider::Route(_) | Decider::Itself | Decider::Unknown(_) => Vec::new(),
    }
}

fn contested_note(words: &Words<'_>, space: &PacketSpace) -> Option<Note> {
    let contested = space.regions.iter().filter(|region| region.contested.is_some());
    let sets: Vec<PacketSet> = contested.clone().map(|region| region.packets).collect();
    let first = contested.clone().next()?;
    let by_policy = contested.clone().any(|region| region.verdict == Verdict::Pass)
        || matches!(first.decider, Decider::Rule { direction: Direction::Egress, .. });
    if !by_policy {
        let parts = words.say(text::NOTE_BALANCER, &[]);
        return Some(Note { parts, clause: ClauseId::LoadBalancerExempt });
    }
    let packets = if sets.len() == space.regions.len() {
        vec![words.everything()]
    } else {
        words.packets(&sets)
    };
    let parts = words.say(text::NOTE_SPACE_CONTESTED, &[("packets", packets)]);
    Some(Note { parts, clause: ClauseId::PolicyAgainstEgressRules })
}
