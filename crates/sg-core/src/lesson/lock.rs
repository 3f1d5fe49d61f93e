//! Kinds of edits that a lesson or an address can lock.

/// A kind of edit that can be locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lock {
    /// The intra-group policy.
    Policy,
    /// Rules of groups.
    Rules,
    /// Group membership.
    Members,
    /// Adding, removing and renaming groups.
    Groups,
    /// The topology: instances, addresses, VPCs, prefix lists, readings.
    Topology,
}

impl Lock {
    /// All locks, in the order of the page.
    pub const ALL: [Self; 5] =
        [Self::Policy, Self::Rules, Self::Members, Self::Groups, Self::Topology];

    /// The word in addresses and lesson files; published, so it never changes.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Rules => "rules",
            Self::Members => "members",
            Self::Groups => "groups",
            Self::Topology => "world",
        }
    }

    /// The lock for a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lock| lock.word() == word)
    }
}
