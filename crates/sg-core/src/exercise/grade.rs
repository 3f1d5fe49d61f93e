//! How hard an exercise is.

/// A grade of difficulty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// One edit in a small scenario.
    Easy,
    /// Everything between.
    Medium,
    /// Several edits, or several things to look past.
    Hard,
}

impl Grade {
    /// Every grade, the easiest first. Seeds depend on the order.
    pub const ALL: [Self; 3] = [Self::Easy, Self::Medium, Self::Hard];

    /// A stable identifier.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Medium => "medium",
            Self::Hard => "hard",
        }
    }
}

/// What makes an exercise easy or hard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// The number of edits in the least solution.
    pub edits: usize,
    /// The number of groups.
    pub groups: usize,
    /// The number of rules without which no goal would be answered otherwise, neither by the engine
    /// nor by somebody with the misconception.
    pub distractors: usize,
}

impl Weight {
    /// Two for each edit, one for each group and each distracting rule.
    pub const fn points(self) -> usize {
        2 * self.edits + self.groups + self.distractors
    }

    /// Easy: one edit and at most five points. Hard: two edits or more, and at least eight points.
    /// Medium: all others.
    pub const fn grade(self) -> Grade {
        match (self.edits, self.points()) {
            (..=1, ..=5) => Grade::Easy,
            (2.., 8..) => Grade::Hard,
            _ => Grade::Medium,
        }
    }
}
