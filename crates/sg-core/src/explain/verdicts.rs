//! What gets through and what does not, in words: for all addresses alike, or part by part.

use crate::connectivity::{AddressVerdicts, Answer, PacketSet, Verdict};
use crate::language::{Language, Text};

use super::addresses::{addresses_text, others_text};
use super::name::packets_text;
use super::words::Words;
use super::{Part, text};

/// The whole answer in a few words, complete: every packet and, where it depends on the address,
/// every address. `198.51.100.0/24: TCP 443; the other 256 addresses: blocked`.
pub fn answer_text(answer: &Answer, language: Language) -> String {
    let verdicts = answer.by_verdict();
    let one = answer.asked.is_some();
    if let [only] = verdicts.as_slice() {
        return in_short(only, one, language);
    }
    let last = verdicts.len().saturating_sub(1);
    let parts = verdicts.iter().enumerate().map(|(place, own)| {
        let addresses = match place == last {
            true => others_text(own.count(), language),
            false => addresses_text(&own.ranges).join(text::COMMA.get(language)),
        };
        format!("{addresses}{}{}", text::COLON.get(language), in_short(own, one, language))
    });
    parts.collect::<Vec<_>>().join(text::SEMICOLON.get(language))
}

/// The verdicts of some addresses in a few words.
fn in_short(own: &AddressVerdicts, one: bool, language: Language) -> String {
    let list = |sets: &[PacketSet]| {
        let names: Vec<String> = sets.iter().map(|set| packets_text(set, language)).collect();
        names.join(text::COMMA.get(language))
    };
    let AddressVerdicts { passing, blocked, unknown, .. } = own;
    let words = match own.verdict() {
        Some(Verdict::Pass) if one => text::SHORT_ALLOWED,
        Some(Verdict::Pass) => text::CELL_ALL,
        Some(Verdict::Blocked) => text::SHORT_BLOCKED,
        Some(Verdict::Unknown) => text::CELL_UNKNOWN,
        None if !unknown.is_empty() => {
            let known = match passing.is_empty() {
                true => text::SHORT_BLOCKED.get(language).to_owned(),
                false => list(passing),
            };
            let values = [("packets", &*known), ("unknown", &*list(unknown))];
            return text::CELL_WITH_UNKNOWN.fill(language, &values);
        }
        None if blocked.len() < passing.len() => {
            return text::CELL_ALL_BUT.fill(language, &[("packets", &list(blocked))]);
        }
        None => return list(passing),
    };
    words.get(language).to_owned()
}

/// What the verdicts are about: all packets, or those asked about.
pub(super) fn subject(words: &Words<'_>, asked: Option<&PacketSet>) -> Part {
    match asked {
        Some(asked) => match asked.only() {
            Some(packet) => words.packet(packet),
            None => Part::Code(packets_text(asked, words.language)),
        },
        None => words.everything(),
    }
}

/// The verdicts of some addresses as a clause of a sentence: `TCP 443 is allowed`, or `TCP 22
/// allowed, everything else blocked`.
pub(super) fn clause(
    words: &Words<'_>,
    own: &AddressVerdicts,
    asked: Option<&PacketSet>,
) -> Vec<Part> {
    if let Some(verdict) = own.verdict() {
        let frame = match verdict {
            Verdict::Pass => text::ALL_ALLOWED,
            Verdict::Blocked => text::ALL_BLOCKED,
            Verdict::Unknown => text::ALL_UNKNOWN,
        };
        return words.say(frame, &[("packets", vec![subject(words, asked)])]);
    }
    let kinds: [(&Vec<PacketSet>, Text); 3] = [
        (&own.passing, text::SOME_ALLOWED),
        (&own.unknown, text::SOME_UNKNOWN),
        (&own.blocked, text::SOME_BLOCKED),
    ];
    // Of all packets, the longest list is the rest.
    let most = kinds.iter().map(|(sets, _)| sets.len()).max();
    let rest = kinds.iter().rposition(|(sets, _)| Some(sets.len()) == most);
    let rest = rest.filter(|_| asked.is_none());
    let mut order: Vec<usize> = (0..kinds.len()).filter(|kind| Some(*kind) != rest).collect();
    order.extend(rest);
    let mut parts: Vec<Part> = Vec::new();
    for kind in order {
        let Some((sets, frame)) = kinds.get(kind).filter(|(sets, _)| !sets.is_empty()) else {
            continue;
        };
        if !parts.is_empty() {
            parts.push(Part::Words(words.word(text::COMMA_OF_CLAUSES)));
        }
        let packets = match Some(kind) == rest {
            true => vec![Part::Words(words.word(text::EVERYTHING_ELSE))],
            false => words.packets(sets),
        };
        parts.extend(words.say(*frame, &[("packets", packets)]));
    }
    parts
}
