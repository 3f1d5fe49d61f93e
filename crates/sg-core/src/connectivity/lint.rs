//! Lints a scenario: each finding has a location, evidence and possible fixes.

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

/// All findings of a scenario, ordered by severity, then by location.
///
/// A rule is judged on every packet that any member can send or receive: any address that exists or
/// may exist later, under both readings of the disputed evaluation order, and ignoring what the
/// platform blocks anyway.
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
