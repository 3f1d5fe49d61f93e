//! Lints a scenario: each finding has a location, evidence and possible fixes.

mod affected;
pub(super) mod any_member;
mod by_rule;
mod exposure;
mod finding;
mod isolation;
pub(super) mod peer;
mod priority;
mod public_address;
mod rules;
mod say;
mod sensitive_port;
mod sight;
mod unmatched;
mod usage;
mod words;
mod wrong_group;

pub mod text;

pub use finding::{Evidence, Finding, LintId, Place, Severity};
pub use sensitive_port::{SENSITIVE_PORTS, SENSITIVE_PORTS_DATE, SensitivePort};
pub use words::FindingPart;

use crate::model::Scenario;

/// All findings of a scenario, ordered by severity, then by location.
///
/// A rule is judged on every packet that any member can send or receive: any address that exists or
/// may exist later, under both readings of the disputed evaluation order, and ignoring what the
/// platform blocks anyway.
///
/// Where no member of a group is known, its rules are judged for any member it may have, and only
/// what holds for every member is reported: rules that expose sensitive ports, that never match, or
/// that stronger rules of the same group cover.
pub fn lint(scenario: &Scenario) -> Vec<Finding> {
    let imagined = any_member::any_members(scenario);
    let sights = sight::sights(scenario, &imagined);
    let mut findings = rules::findings(scenario, &sights);
    findings.extend(exposure::findings(scenario, &sights));
    findings.extend(exposure::silent_groups(scenario));
    findings.extend(public_address::findings(scenario));
    findings.extend(isolation::findings(scenario));
    findings.extend(wrong_group::findings(scenario));
    findings.extend(usage::quotas(scenario));
    findings.extend(usage::empty_groups(scenario));
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.id.severity(), finding.id);
        key(a).cmp(&key(b)).then_with(|| a.place.cmp(&b.place))
    });
    findings
}
