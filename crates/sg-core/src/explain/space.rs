//! Explains a whole packet space: what passes, what is blocked and why, region by region.

use crate::connectivity::{
    AddressVerdicts, ClauseId, Decider, Endpoint, PacketSet, PacketSpace, Verdict,
};
use crate::language::Language;
use crate::model::{Direction, Scenario};

use super::packet::{Ends, headline, steps};
use super::policy::policy_step;
use super::reasons::{Asked, Reason, reason_step, reasons};
use super::verdicts::{clause, subject};
use super::words::{Value, Words, passes};
use super::{Explanation, Note, Part, Step, text};

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
    let words = Words { scenario, language, labels: &[] };
    explain_space_as(&words, space, &Ends { source, destination }, None)
}

/// The same with the names of a question, of the packets asked about: all of them, or some.
pub(super) fn explain_space_as(
    words: &Words<'_>,
    space: &PacketSpace,
    ends: &Ends<'_>,
    asked: Option<&PacketSet>,
) -> Explanation {
    let reasons = reasons(words.scenario, space, ends);
    let mut verdicts: Vec<Verdict> = reasons.iter().map(|r| r.region.verdict).collect();
    verdicts.sort_unstable();
    verdicts.dedup();
    let clause = match reasons.as_slice() {
        [only] => Some(only.trace.clause()),
        _ => None,
    };
    Explanation {
        verdict: verdicts.first().copied().filter(|_| verdicts.len() == 1),
        headline: space_headline(words, space, &reasons, ends, asked),
        steps: space_steps(words, &reasons, ends, asked),
        parts: Vec::new(),
        notes: contested_note(words, space, asked).into_iter().collect(),
        clause,
        language: words.language,
    }
}

fn space_headline(
    words: &Words<'_>,
    space: &PacketSpace,
    reasons: &[Reason<'_>],
    ends: &Ends<'_>,
    asked: Option<&PacketSet>,
) -> Vec<Part> {
    let mut values: Vec<Value<'_>> = vec![
        ("source", vec![words.end(ends.source)]),
        ("destination", vec![words.end(ends.destination)]),
    ];
    if let [only] = reasons {
        let packets = vec![subject(words, asked)];
        let region = only.region;
        return headline(words, &region.decider, ends, packets, passes(region.verdict));
    }
    let passing = space.packets(Verdict::Pass, None);
    let blocked = space.packets(Verdict::Blocked, None);
    let unknown = space.packets(Verdict::Unknown, None);
    if !unknown.is_empty() || asked.is_some() {
        let own = AddressVerdicts { ranges: Vec::new(), passing, blocked, unknown };
        values.push(("verdicts", clause(words, &own, asked)));
        return words.say(text::SPACE_VERDICTS, &values);
    }
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

fn space_steps(
    words: &Words<'_>,
    reasons: &[Reason<'_>],
    ends: &Ends<'_>,
    asked: Option<&PacketSet>,
) -> Vec<Step> {
    if let [only] = reasons {
        return steps(words, &only.trace);
    }
    let both_inside = ends.source.interface().is_some() && ends.destination.interface().is_some();
    let first = reasons.first().filter(|_| both_inside);
    let policy = first.map(|first| Step { decides: false, ..policy_step(words, &first.trace) });
    let asked = Asked { packets: asked, addresses: None };
    let each = reasons.iter().enumerate();
    let each = each.map(|(index, reason)| {
        let rest = index > 0 && index + 1 == reasons.len();
        reason_step(words, reason, asked, (rest, false))
    });
    policy.into_iter().chain(each).collect()
}

/// Where sources disagree about the packets of a space, which are those asked about.
pub(super) fn contested_note(
    words: &Words<'_>,
    space: &PacketSpace,
    asked: Option<&PacketSet>,
) -> Option<Note> {
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
        vec![subject(words, asked)]
    } else {
        words.packets(&sets)
    };
    let parts = words.say(text::NOTE_SPACE_CONTESTED, &[("packets", packets)]);
    Some(Note { parts, clause: ClauseId::PolicyAgainstEgressRules })
}
