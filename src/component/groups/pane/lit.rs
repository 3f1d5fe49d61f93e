//! The group and rule that are highlighted in the left pane.

use sg_core::emulator::{Action as Operation, ApiError};
use sg_core::explain::{Explanation, Part};
use sg_core::history::{Edit, History, Outcome};
use sg_core::model::{RuleId, SecurityGroupId};

/// The refusal of the last call, with the group it names. Refused form input is shown in the form
/// instead, beside its field.
pub(crate) fn refusal(history: &History) -> Option<(String, ApiError)> {
    let step = history.last_step()?;
    let (Edit::Call(call), Outcome::Refused(error)) = (&step.edit, &step.outcome) else {
        return None;
    };
    let group = call.params.get("SecurityGroupId")?;
    let has_a_form = matches!(
        call.action,
        Operation::AuthorizeSecurityGroup
            | Operation::AuthorizeSecurityGroupEgress
            | Operation::ModifySecurityGroupAttribute
            | Operation::ModifySecurityGroupRule
            | Operation::ModifySecurityGroupEgressRule
    );
    (!has_a_form).then(|| (group.to_owned(), error.clone()))
}

/// The rule and the group in the deciding step of an explanation.
pub(crate) fn deciders(
    explanation: Option<&Explanation>,
) -> (Option<RuleId>, Option<SecurityGroupId>) {
    let steps = explanation.map(|explanation| explanation.steps.as_slice()).unwrap_or_default();
    let parts = steps.iter().filter(|step| step.decides).flat_map(|step| &step.parts);
    let (mut rule, mut group) = (None, None);
    for part in parts {
        match part {
            Part::Rule { id, .. } => rule = rule.or_else(|| Some(id.clone())),
            Part::Group { id, .. } => group = group.or_else(|| Some(id.clone())),
            Part::Words(_) | Part::End { .. } | Part::Code(_) => {}
        }
    }
    (rule, group)
}
