//! Size limits of a document, checked before anything is built from it.

use crate::model::Scenario;

/// The largest document that is accepted. All limits are inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text.
    pub bytes: usize,
    /// Nesting depth of objects and arrays.
    pub depth: usize,
    /// Security groups.
    pub groups: usize,
    /// Instances.
    pub instances: usize,
    /// Rules of all groups combined.
    pub rules: usize,
}

impl Limits {
    /// For untrusted input such as a link: small enough that every pair is evaluated instantly.
    pub const LINK: Self =
        Self { bytes: 256 * 1024, depth: 32, groups: 50, instances: 200, rules: 1_000 };

    /// For a file chosen by the user: the largest account that is supported.
    pub const FILE: Self =
        Self { bytes: 32 * 1024 * 1024, depth: 32, groups: 100, instances: 10_000, rules: 20_000 };

    /// Whether a scenario is within the limits on its contents.
    pub fn hold(&self, scenario: &Scenario) -> bool {
        let rules: usize = scenario.groups().map(|group| group.rules.len()).sum();
        scenario.groups().len() <= self.groups
            && scenario.instances().len() <= self.instances
            && rules <= self.rules
    }
}
