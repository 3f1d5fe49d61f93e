//! How large a document may be, checked before anything is built from it.

use crate::model::Scenario;

/// The largest document that is read. Each figure is included in what is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caps {
    /// Bytes of text.
    pub bytes: usize,
    /// Objects and lists inside each other.
    pub depth: usize,
    /// Security groups.
    pub groups: usize,
    /// Instances.
    pub instances: usize,
    /// Rules of all groups together.
    pub rules: usize,
}

impl Caps {
    /// For what arrives from anywhere, such as a link: every pair is still answered at once.
    pub const LINK: Self =
        Self { bytes: 256 * 1024, depth: 32, groups: 50, instances: 200, rules: 1_000 };

    /// For a file that the user names: as large as an account may be.
    pub const FILE: Self =
        Self { bytes: 32 * 1024 * 1024, depth: 32, groups: 100, instances: 10_000, rules: 20_000 };

    /// Whether a scene keeps the figures that are about what it holds.
    pub fn hold(&self, scenario: &Scenario) -> bool {
        let rules: usize = scenario.groups().map(|group| group.rules.len()).sum();
        scenario.groups().len() <= self.groups
            && scenario.instances().len() <= self.instances
            && rules <= self.rules
    }
}
