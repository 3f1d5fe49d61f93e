//! The answers of an author's own question, as the builder offers them: what each claims about the cell
//! that the question is about.

use crate::goal::Expect;
use crate::lesson::course::wire::{ChoiceWire, ClaimWire, QuestionWire, TrafficWire};

/// What an answer claims about the cell of its question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// Whether the packets pass or are blocked.
    pub passes: bool,
    /// The statement that decides, such as `S-02`; any if absent.
    pub clause: Option<String>,
}

impl Answer {
    /// What an answer claims; `None` if it is something else, as a file may have it.
    pub fn of(question: &QuestionWire, choice: &ChoiceWire) -> Option<Self> {
        let [ClaimWire { traffic: Some(traffic), .. }] = choice.claims.as_slice() else {
            return None;
        };
        let own = Self { passes: traffic.expect == Expect::Pass, clause: traffic.clause.clone() };
        (own.claims(question) == choice.claims).then_some(own)
    }

    /// The claims of an answer.
    pub fn claims(&self, question: &QuestionWire) -> Vec<ClaimWire> {
        let traffic = TrafficWire {
            from: question.from.clone(),
            to: question.to.clone(),
            packets: question.packets.clone().map(|packets| vec![packets]),
            source_ports: None,
            both_ways: false,
            expect: if self.passes { Expect::Pass } else { Expect::Blocked },
            clause: self.clause.clone(),
        };
        vec![ClaimWire { traffic: Some(traffic), ..ClaimWire::default() }]
    }
}

/// Whether every answer claims something about the cell of the question.
pub fn is_usual(question: &QuestionWire) -> bool {
    question.choices.iter().all(|choice| Answer::of(question, choice).is_some())
}

/// The question about another cell. Answers that claim something about the old one claim the same
/// about the new one.
#[must_use]
pub fn point(question: &QuestionWire, from: &str, to: &str, packets: &str) -> QuestionWire {
    let packets = packets.trim();
    let mut pointed = QuestionWire {
        from: from.to_owned(),
        to: to.to_owned(),
        packets: (!packets.is_empty()).then(|| packets.to_owned()),
        ..question.clone()
    };
    let moved = question.choices.iter().map(|choice| {
        let claims = Answer::of(question, choice).map(|own| own.claims(&pointed));
        ChoiceWire { claims: claims.unwrap_or_else(|| choice.claims.clone()), ..choice.clone() }
    });
    pointed.choices = moved.collect();
    pointed
}
