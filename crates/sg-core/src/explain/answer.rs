//! Explains the answer to one question: a sentence that holds for every address it names, then what
//! decides, part by part.

use crate::connectivity::{
    AddressVerdicts, Answer, AnswerPart, AskedEnd, CellState, Endpoint, Verdict, evaluate,
};
use crate::language::Language;
use crate::model::Scenario;

use super::addresses::{addresses_text, others_text};
use super::name::{asked_label, packets_text};
use super::packet::{self, Ends, explain_as};
use super::reasons::{Asked, reason_steps};
use super::space::{contested_note, explain_space_as};
use super::verdicts::{clause, subject};
use super::words::{Words, passes};
use super::{AddressPart, Explanation, Note, Part, Step, plain, text};

/// Explains the answer to one question in the way that suits it: the layers of a packet, the regions
/// of a packet space or, if it depends on the address, each part of the addresses.
///
/// The text covers both directions, so the answer should be one that checks both.
pub fn explain_answer(scenario: &Scenario, answer: &Answer, language: Language) -> Explanation {
    let labels = labels(scenario, answer, language);
    let words = Words { scenario, language, labels: &labels };
    let asked = answer.asked.as_ref();
    match answer.parts.as_slice() {
        [] => unanswered(&words),
        [only] => {
            let ends = Ends { source: &only.source, destination: &only.destination };
            match only.uniform().filter(|_| asked.is_some()) {
                Some(region) => {
                    let trace = evaluate(scenario, &only.flow(region));
                    explain_as(&words, &trace, vec![subject(&words, asked)])
                }
                None => explain_space_as(&words, &only.space, &ends, asked),
            }
        }
        _ => parts_explained(&words, answer),
    }
}

/// The sentence alone of an answer that has one reason for all addresses and packets: what
/// [`explain_answer`] begins with, without steps and notes. `None` for every other answer. A program
/// that says no more does not hold the rest.
pub fn explain_briefly(
    scenario: &Scenario,
    answer: &Answer,
    language: Language,
) -> Option<Explanation> {
    let [only] = answer.parts.as_slice() else { return None };
    let region = only.uniform()?;
    let labels = labels(scenario, answer, language);
    let words = Words { scenario, language, labels: &labels };
    let ends = Ends { source: &only.source, destination: &only.destination };
    let packets = vec![subject(&words, answer.asked.as_ref())];
    let passes = passes(region.verdict);
    Some(Explanation {
        verdict: Some(region.verdict),
        headline: packet::headline(&words, &region.decider, &ends, packets, passes),
        steps: Vec::new(),
        parts: Vec::new(),
        notes: Vec::new(),
        clause: Some(evaluate(scenario, &only.flow(region)).clause()),
        language,
    })
}

fn unanswered(words: &Words<'_>) -> Explanation {
    Explanation {
        verdict: None,
        headline: Vec::new(),
        steps: Vec::new(),
        parts: Vec::new(),
        notes: Vec::new(),
        clause: None,
        language: words.language,
    }
}

/// What each end of each part is called: as it was asked about, not by the address that represents
/// it.
fn labels(scenario: &Scenario, answer: &Answer, language: Language) -> Vec<(Endpoint, String)> {
    let label = |asked: &AskedEnd| asked_label(scenario, asked, language);
    let (from, to) = (label(&answer.from), label(&answer.to));
    let mut labels = Vec::with_capacity(2 * answer.parts.len());
    for part in &answer.parts {
        labels.push((part.source.clone(), from.clone()));
        // An interface and itself at another address have one name only.
        if answer.state != CellState::Itself {
            labels.push((part.destination.clone(), to.clone()));
        }
    }
    labels
}

/// How many intervals of addresses the sentence names; the steps below it name all.
const NAMED_IN_SENTENCE: usize = 12;

fn parts_explained(words: &Words<'_>, answer: &Answer) -> Explanation {
    let verdicts = answer.by_verdict();
    Explanation {
        verdict: answer.verdict(),
        headline: headline(words, answer, &verdicts),
        steps: steps(words, answer, &verdicts),
        parts: verdicts.iter().filter(|_| verdicts.len() > 1).map(|own| part(words, own)).collect(),
        notes: notes(words, answer),
        clause: None,
        language: words.language,
    }
}

fn headline(words: &Words<'_>, answer: &Answer, verdicts: &[AddressVerdicts]) -> Vec<Part> {
    let Some(first) = answer.parts.first() else { return Vec::new() };
    let ends = [
        ("source", vec![words.end(&first.source)]),
        ("destination", vec![words.end(&first.destination)]),
    ];
    let asked = answer.asked.as_ref();
    if let [only] = verdicts {
        let [source, destination] = ends;
        let values = [source, destination, ("verdicts", clause(words, only, asked))];
        return words.say(text::SAME_FOR_ALL_ADDRESSES, &values);
    }
    let last = verdicts.len().saturating_sub(1);
    let mut clauses: Vec<Part> = Vec::new();
    for (place, own) in verdicts.iter().enumerate() {
        if place > 0 {
            clauses.push(Part::Words(words.word(text::SEMICOLON)));
        }
        let verdicts = ("verdicts", clause(words, own, asked));
        let (frame, addresses) = match place {
            _ if place == last => (text::FOR_ADDRESSES, vec![others(words, own.count())]),
            0 => (text::FOR_SOME_ADDRESSES, named(words, own)),
            _ => (text::FOR_ADDRESSES, named(words, own)),
        };
        clauses.extend(words.say(frame, &[verdicts, ("addresses", addresses)]));
    }
    let [source, destination] = ends;
    words.say(text::DEPENDS_ON_ADDRESS, &[source, destination, ("parts", clauses)])
}

fn part(words: &Words<'_>, own: &AddressVerdicts) -> AddressPart {
    let AddressVerdicts { ranges, passing, blocked, unknown } = own;
    let kinds =
        [(Verdict::Pass, passing), (Verdict::Blocked, blocked), (Verdict::Unknown, unknown)];
    let packets = kinds.into_iter().filter(|(_, sets)| !sets.is_empty()).map(|(verdict, sets)| {
        (verdict, sets.iter().map(|set| packets_text(set, words.language)).collect())
    });
    AddressPart { addresses: addresses_text(ranges), packets: packets.collect() }
}

fn others(words: &Words<'_>, count: u128) -> Part {
    Part::Words(others_text(count, words.language))
}

/// The addresses by name, or their number if the names would fill the sentence.
fn named(words: &Words<'_>, own: &AddressVerdicts) -> Vec<Part> {
    if own.ranges.len() > NAMED_IN_SENTENCE {
        let count = own.ranges.len().to_string();
        return words.say(text::MANY_ADDRESSES, &[("count", vec![Part::Words(count)])]);
    }
    words.list(addresses_text(&own.ranges).into_iter().map(Part::Code).collect())
}

/// A step for each reason of each part, in the order of the sentence. The addresses that the sentence
/// does not name come last, and of these the largest part.
fn steps(words: &Words<'_>, answer: &Answer, verdicts: &[AddressVerdicts]) -> Vec<Step> {
    let rank = |part: &AnswerPart| {
        let holds = |own: &AddressVerdicts| match (part.ranges.first(), &own.ranges) {
            (Some((first, _)), ranges) => ranges.iter().any(|(a, b)| a <= first && first <= b),
            (None, _) => true,
        };
        verdicts.iter().position(holds)
    };
    let mut parts: Vec<&AnswerPart> = answer.parts.iter().collect();
    parts.sort_by_key(|part| (rank(part), part.ranges.clone()));
    let size = |place: &usize| parts.get(*place).map(|part| (rank(part), part.count()));
    let rest = (0..parts.len()).max_by_key(size);
    let rest = rest.map(|place| parts.remove(place));
    parts.extend(rest);
    let last = parts.len().saturating_sub(1);
    let mut all = Vec::new();
    for (place, part) in parts.into_iter().enumerate() {
        let addresses = match place == last {
            true => others_text(part.count(), words.language),
            false => addresses_text(&part.ranges).join(text::COMMA.get(words.language)),
        };
        let ends = Ends { source: &part.source, destination: &part.destination };
        let asked = Asked { packets: answer.asked.as_ref(), addresses: Some(&addresses) };
        all.extend(reason_steps(words, &part.space, &ends, asked));
    }
    all
}

/// Where sources disagree; each remark once.
fn notes(words: &Words<'_>, answer: &Answer) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for part in &answer.parts {
        let note = contested_note(words, &part.space, answer.asked.as_ref());
        let new = note
            .filter(|note| !notes.iter().any(|known| plain(&known.parts) == plain(&note.parts)));
        notes.extend(new);
    }
    notes
}
