//! An answer to a quiz, with what it says about the learner, so that it can be kept without the quiz.

use serde::{Deserialize, Serialize};

use super::{Misconception, Quiz};

/// An answer. Browsers keep it: fields may be added but never changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The seed of the quiz.
    pub seed: u64,
    /// Whether the learner thought that the packet passes.
    pub works: bool,
    /// Whether that is right.
    pub right: bool,
    /// The misconceptions that lead to the wrong answer: the sum of two to the power of each number.
    misled: u64,
}

impl Answer {
    /// An answer to a quiz.
    pub fn to(quiz: &Quiz, works: bool) -> Self {
        let bits = quiz.misled.iter().map(|own| 1_u64 << own.number());
        let misled = bits.fold(0, |all, bit| all | bit);
        Self { seed: quiz.seed, works, right: works == quiz.works(), misled }
    }

    /// The misconceptions that lead to the wrong answer, in numerical order.
    pub fn misled(&self) -> impl Iterator<Item = Misconception> {
        Misconception::ALL.iter().copied().filter(|own| (self.misled >> own.number()) & 1 == 1)
    }
}
