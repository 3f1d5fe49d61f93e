//! The groups of a new network interface.

use yew::prelude::*;

use crate::component::kit::button::tick;
use crate::component::kit::error_line::FieldError;
use crate::component::topology::interface_fields::draft::InterfaceDraft;
use crate::component::words::topology_edit::vpc_label;
use crate::hooks::Session;
use crate::text::{edit as text, groups};
use sg_core::model::{Scenario, SecurityGroup, SecurityGroupId};

/// A checkbox for each group that a user may put an interface into.
pub(crate) fn group_choice(
    session: &Session,
    scenario: &Scenario,
    draft: &InterfaceDraft,
    onchange: &Callback<InterfaceDraft>,
    error: Option<FieldError>,
) -> Html {
    let choice = |id: &SecurityGroupId, label: String| {
        let checked = draft.groups.contains(id);
        let (draft, onchange, id) = (draft.clone(), onchange.clone(), id.clone());
        let toggle = Callback::from(move |_: Event| {
            let mut draft = draft.clone();
            draft.groups.retain(|other| *other != id);
            if !checked {
                draft.groups.push(id.clone());
            }
            onchange.emit(draft);
        });
        tick(label, (checked, false), toggle)
    };
    let several = scenario.parts().vpcs.len() > 1;
    let label = |group: &SecurityGroup| match several {
        true => {
            let vpc = vpc_label(scenario, &group.vpc);
            session.fill(text::IN_VPC, &[("group", group.label()), ("vpc", &vpc)])
        }
        false => group.label().to_owned(),
    };
    html! {
        <fieldset class="wide choice">
            <legend>{session.say(groups::INSTANCE_GROUPS)}</legend>
            {for scenario.groups().filter(|g| !g.is_read_only()).map(|g| choice(&g.id, label(g)))}
            {error.map(|error| error.show(None)).unwrap_or_default()}
        </fieldset>
    }
}
