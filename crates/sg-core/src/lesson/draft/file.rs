//! Fills a draft from a lesson file.

use crate::goal::Expect;
use crate::lesson::course::Words;
use crate::lesson::course::wire::{GoalWire, LessonDocument};
use crate::lesson::{Draft, GoalCell};

/// How many drafts are kept that files have taken the place of.
const MOST_EARLIER: usize = 3;

impl Draft {
    /// The draft whose file this is. Nothing of the file is lost but its scenario, which is the
    /// current one of the page.
    pub fn of(document: &LessonDocument) -> Self {
        let mut whys = document.why.iter().cloned();
        let mut why = Words::default();
        let mut reasons = Vec::new();
        if let Some(first) = whys.next() {
            match first.rests.is_empty() && first.when.is_empty() {
                true => why = first.text,
                false => reasons.push(first),
            }
        }
        reasons.extend(whys);
        let draft = Self {
            title: document.title.clone(),
            task: document.task.clone(),
            why,
            goals: document.goals.iter().map(GoalCell::of).collect(),
            id: document.id.clone(),
            level: Some(document.level),
            question: None,
            asks_usual: false,
            hints: document.hints.clone(),
            locks: document.locks.clone(),
            reasons,
            par: Some(document.par),
            also: document.also.clone(),
            earlier: Vec::new(),
        };
        let own = draft.usual_question() != document.question;
        Self { question: own.then(|| document.question.clone()), ..draft }
    }

    /// This draft in the place of another one, which it keeps.
    #[must_use]
    pub fn in_place_of(self, other: &Self) -> Self {
        let mut earlier = other.earlier.clone();
        let last = Self { earlier: Vec::new(), ..other.clone() };
        if last != Self::default() && Some(&last) != earlier.last() {
            earlier.push(last);
        }
        let rest = earlier.len().saturating_sub(MOST_EARLIER);
        Self { earlier: earlier.split_off(rest), ..self }
    }

    /// The draft before this one, which takes its place; `None` if there is none.
    pub fn before(&self) -> Option<Self> {
        let mut earlier = self.earlier.clone();
        let before = earlier.pop()?;
        let own = Self { earlier: Vec::new(), ..self.clone() };
        if own != Self::default() {
            earlier.insert(0, own);
        }
        Some(Self { earlier, ..before })
    }
}

impl GoalCell {
    /// The cell of a goal. What it cannot say is kept as it is written.
    fn of(goal: &GoalWire) -> Self {
        let traffic = goal.claim.traffic.as_ref();
        let cell = traffic.map(|traffic| {
            let packets = traffic.packets.as_deref().unwrap_or_default();
            Self {
                from: traffic.from.clone(),
                to: traffic.to.clone(),
                packets: packets.first().cloned().unwrap_or_default(),
                passes: traffic.expect != Expect::Blocked,
                written: None,
            }
        });
        let cell = cell.unwrap_or_default();
        match cell.goal() == *goal {
            true => cell,
            false => Self { written: Some(Box::new(goal.clone())), ..cell },
        }
    }
}
