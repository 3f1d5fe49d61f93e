//! What is odd about a scene: each finding with its place, its evidence and a fix.

mod exposure;
mod finding;
mod rules;
mod say;
mod sensitive_port;
mod sight;
mod usage;

pub mod text;

pub use finding::{Evidence, Finding, LintId, Place, Severity};
pub use sensitive_port::{SENSITIVE_PORTS, SENSITIVE_PORTS_DATE, SensitivePort};

use crate::model::Scenario;

/// Everything that is odd about a scene: what matters most first, then in the order of places.
///
/// Whether a rule says anything is judged on every packet that any member can meet: every address
/// that exists or may come to exist, under both readings of the disputed order, and without
/// counting on what the platform closes anyway.
pub fn lint(scenario: &Scenario) -> Vec<Finding> {
    let sights = sight::sights(scenario);
    let mut findings = rules::findings(scenario, &sights);
    findings.extend(exposure::findings(scenario, &sights));
    findings.extend(exposure::silent_groups(scenario));
    findings.extend(usage::quotas(scenario));
    findings.extend(usage::empty_groups(scenario));
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.id.severity(), finding.id);
        key(a).cmp(&key(b)).then_with(|| a.place.cmp(&b.place))
    });
    findings
}
