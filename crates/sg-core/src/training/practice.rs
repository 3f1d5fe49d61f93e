//! Spaced repetition: what to practise when.
//!
//! Each misconception is in a box. A right answer that was due moves it one box up, a wrong one back to
//! box 0. `docs/exercises.md` describes the intervals.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::exercise::Grade;
use crate::model::Timestamp;
use crate::quiz::Misconception;

const DAY: i64 = 24 * 60 * 60;

/// Boxes by the identifier of the misconception. One that this version does not know is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Practice {
    boxes: BTreeMap<String, Practised>,
}

/// The box of a misconception that was practised. Browsers keep it: fields may be added but never
/// changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Practised {
    /// The number of the box, from 0.
    #[serde(rename = "box")]
    pub number: u8,
    /// When it was moved there, in seconds since the Unix epoch.
    pub at: i64,
}

/// What to do about a misconception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// To answer a question.
    Question,
    /// To solve an exercise.
    Exercise(Grade),
}

impl Practised {
    /// The last box.
    pub const LAST: u8 = 7;

    /// When it is due, in seconds since the Unix epoch: at once in box 0; in box 1 after a day, and in
    /// each further box after twice as many. Half a day is taken off, so that what was practised in the
    /// evening is due the next morning.
    pub fn due(self) -> i64 {
        let number = self.number.min(Self::LAST);
        let wait = match number.checked_sub(1) {
            None => 0,
            Some(doubled) => DAY.checked_shl(u32::from(doubled)).unwrap_or(DAY) - DAY / 2,
        };
        self.at.saturating_add(wait)
    }
}

impl Practice {
    /// Whether nothing was practised.
    pub fn is_empty(&self) -> bool {
        self.boxes.is_empty()
    }

    /// The box of a misconception; `None` if it was never practised.
    pub fn of(&self, topic: Misconception) -> Option<Practised> {
        self.boxes.get(topic.word()).copied()
    }

    /// Moves a misconception after an answer or an exercise. A right answer that was not due moves
    /// nothing: it was practised a short time ago.
    pub fn answered(&mut self, topic: Misconception, right: bool, now: Timestamp) {
        let at = now.unix_seconds();
        let number = match (right, self.of(topic)) {
            (false, _) => 0,
            (true, None) => 1,
            (true, Some(own)) if own.due() <= at => {
                own.number.saturating_add(1).min(Practised::LAST)
            }
            (true, Some(_)) => return,
        };
        self.boxes.insert(topic.word().to_owned(), Practised { number, at });
    }

    /// What a learner practises who has finished some lessons: what they taught, all if none is
    /// finished, and what was practised before.
    pub fn topics(&self, done: &BTreeSet<String>) -> Vec<Misconception> {
        let taught = Misconception::taught(done.iter().map(String::as_str));
        let known = |own: &Misconception| taught.contains(own) || self.of(*own).is_some();
        Misconception::ALL.iter().copied().filter(known).collect()
    }

    /// Which of some misconceptions are due, the longest overdue first.
    pub fn due(&self, topics: &[Misconception], now: Timestamp) -> Vec<Misconception> {
        let mut due: Vec<(i64, Misconception)> = self.waiting(topics).collect();
        due.retain(|(at, _)| *at <= now.unix_seconds());
        due.sort_unstable();
        due.into_iter().map(|(_, topic)| topic).collect()
    }

    /// Which of some misconceptions were never practised, in numerical order.
    pub fn fresh(&self, topics: &[Misconception]) -> Vec<Misconception> {
        topics.iter().copied().filter(|topic| self.of(*topic).is_none()).collect()
    }

    /// In how many days the next one is due, rounded up; `None` if none was practised.
    pub fn days_left(&self, topics: &[Misconception], now: Timestamp) -> Option<i64> {
        let (next, _) = self.waiting(topics).min()?;
        let left = next.saturating_sub(now.unix_seconds()).max(0);
        Some(left.saturating_add(DAY - 1) / DAY)
    }

    /// What to practise: what is due, then what is new, then what is due next.
    pub fn next(&self, topics: &[Misconception], now: Timestamp) -> Option<Misconception> {
        let due = self.due(topics, now).first().copied();
        let fresh = || self.fresh(topics).first().copied();
        due.or_else(fresh).or_else(|| self.waiting(topics).min().map(|(_, topic)| topic))
    }

    /// What to do about a misconception: a question first, then ever harder exercises.
    pub fn task(&self, topic: Misconception) -> Task {
        match self.of(topic).map(|own| own.number) {
            None | Some(0) => Task::Question,
            Some(_) => Task::Exercise(self.grade(topic)),
        }
    }

    /// The grade of the next exercise about a misconception.
    pub fn grade(&self, topic: Misconception) -> Grade {
        match self.of(topic).map_or(0, |own| own.number) {
            0 | 1 => Grade::Easy,
            2 | 3 => Grade::Medium,
            _ => Grade::Hard,
        }
    }

    /// When the last one was moved, in seconds since the Unix epoch.
    pub fn latest(&self) -> Option<i64> {
        self.boxes.values().map(|own| own.at).max()
    }

    /// Takes in what another tab has stored: of each misconception the later box. What is from before
    /// `since` goes.
    pub(super) fn merge(&mut self, stored: Self, since: i64) {
        for (word, box_there) in stored.boxes {
            let here = self.boxes.entry(word).or_insert(box_there);
            if here.at < box_there.at {
                *here = box_there;
            }
        }
        self.boxes.retain(|_, own| own.at >= since);
    }

    fn waiting(&self, topics: &[Misconception]) -> impl Iterator<Item = (i64, Misconception)> {
        topics.iter().filter_map(|topic| Some((self.of(*topic)?.due(), *topic)))
    }
}
