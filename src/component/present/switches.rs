//! The switches of all groups, large and on one line each.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::policy_switch::PolicySwitch;
use sg_core::model::Scenario;

/// The list.
pub(crate) fn switches(scenario: &Scenario) -> Html {
    let region = scenario.region();
    html! {
        <ul class="stage-switches">
            {for scenario.groups().map(|group| html! {
                <li key={group.id.to_string()}>
                    <b>{group.label().to_owned()}</b>{" "}
                    <PolicySwitch region={region.clone()} group={Arc::clone(group)} />
                </li>
            })}
        </ul>
    }
}
