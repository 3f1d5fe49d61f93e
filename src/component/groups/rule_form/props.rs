//! The properties of the rule form.

use std::sync::Arc;

use yew::prelude::*;

use sg_core::model::{Direction, Rule, Scenario, SecurityGroup};

/// Properties of `RuleForm`.
#[derive(Properties, PartialEq)]
pub struct RuleFormProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The group of the rule.
    pub group: Arc<SecurityGroup>,
    /// Inbound or outbound.
    pub direction: Direction,
    /// The rule to edit; `None` for a new one.
    #[prop_or_default]
    pub rule: Option<Arc<Rule>>,
    /// The id of the first field.
    #[prop_or_default]
    pub first: Option<AttrValue>,
    /// Called when the form is submitted or cancelled.
    pub onclose: Callback<()>,
}
