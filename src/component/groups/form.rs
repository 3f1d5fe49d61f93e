//! The form that creates a security group.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::form::{EditForm, Preview};
use crate::component::kit::text_field::TextField;
use crate::component::kit::trial::use_call_trial;
use crate::component::words::topology_edit::vpc_label;
use crate::hooks::{Session, use_session, value_of};
use crate::text::{edit, groups as text};
use sg_core::emulator;
use sg_core::emulator::Call;
use sg_core::history::{Edit, TopologyEdit};
use sg_core::model::{GroupType, InnerAccessPolicy, Scenario, VpcId};

/// Properties of [`GroupForm`].
#[derive(Properties, PartialEq)]
pub struct GroupFormProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The id of the first field.
    pub name: AttrValue,
    /// Called when the form is submitted or cancelled.
    pub onclose: Callback<()>,
}

/// The input.
#[derive(Clone, PartialEq, Eq)]
struct Draft {
    name: String,
    description: String,
    advanced: bool,
    managed: bool,
    vpc: VpcId,
}

impl Draft {
    fn call(&self, scenario: &Scenario) -> Call {
        let form = emulator::GroupForm {
            vpc: self.vpc.as_str(),
            name: &self.name,
            description: &self.description,
            group_type: if self.advanced { "enterprise" } else { "normal" },
            ..emulator::GroupForm::default()
        };
        Call::create_security_group(scenario.region(), &form)
    }

    fn edit(&self, scenario: &Scenario) -> Edit {
        if !self.managed {
            return Edit::Call(self.call(scenario));
        }
        let group_type = match self.advanced {
            true => GroupType::Advanced,
            false => GroupType::Basic(InnerAccessPolicy::Accept),
        };
        let (name, vpc) = (self.name.clone(), self.vpc.clone());
        Edit::Topology(TopologyEdit::CreateManagedGroup { name, vpc, group_type })
    }
}

/// Name, description, type, VPC, and whether a cloud service manages the group. API errors are
/// shown below the field they name.
#[component]
pub fn GroupForm(props: &GroupFormProps) -> Html {
    let session = use_session();
    let scenario = &props.scenario;
    let draft = use_state(|| {
        let vpc = scenario.parts().vpcs.keys().next().cloned()?;
        let name = suggested_name(scenario);
        Some(Draft { name, description: String::new(), advanced: false, managed: false, vpc })
    });
    let trial = use_call_trial(scenario, draft.as_ref().map(|draft| draft.edit(scenario)));
    let Some(current) = &*draft else {
        return html! { <p class="none">{session.say(edit::NO_VPCS)}</p> };
    };
    let change = |change: fn(&mut Draft, String)| {
        let (draft, current) = (draft.setter(), current.clone());
        Callback::from(move |value: String| {
            let mut next = current.clone();
            change(&mut next, value);
            draft.set(Some(next));
        })
    };
    let name = change(|draft, typed| draft.name = typed);
    let words = change(|draft, typed| draft.description = typed);
    html! {
        <EditForm
            label={session.say(text::CREATE_GROUP)}
            class={Classes::new()}
            preview={Preview::Never}
            wrong={trial.beside_params(&["SecurityGroupName", "Description"])}
            submit={text::CREATE}
            onclose={props.onclose.clone()}
            trial={trial.clone()}
        >
            <TextField id={props.name.clone()} label={text::NAME} value={current.name.clone()} oninput={name} error={trial.at_param("SecurityGroupName")} />
            {choices(&session, scenario, current, change)}
            if !current.managed {
                <TextField id={format!("{}-words", props.name)} label={edit::DESCRIPTION} value={current.description.clone()} oninput={words} error={trial.at_param("Description")} />
            }
        </EditForm>
    }
}

/// The choice of type, owner and, if there are several, VPC.
fn choices(
    session: &Session,
    scenario: &Scenario,
    draft: &Draft,
    change: impl Fn(fn(&mut Draft, String)) -> Callback<String>,
) -> Html {
    let choose = |set: fn(&mut Draft, String)| change(set).reform(|event: Event| value_of(&event));
    let vpcs = scenario.parts().vpcs.keys();
    html! {
        <>
            <label class="field">
                {session.say(text::TYPE)}
                <select onchange={choose(|draft, chosen| draft.advanced = chosen == "enterprise")}>
                    <option value="normal" selected={!draft.advanced}>{session.say(text::BASIC_GROUP)}{" · normal"}</option>
                    <option value="enterprise" selected={draft.advanced}>{session.say(text::ADVANCED_GROUP)}{" · enterprise"}</option>
                </select>
            </label>
            <label class="field">
                {session.say(text::CREATED_BY)}
                <select onchange={choose(|draft, chosen| draft.managed = chosen == "service")}>
                    <option value="me" selected={!draft.managed}>{session.say(text::CREATED_BY_ME)}</option>
                    <option value="service" selected={draft.managed}>{session.say(text::CREATED_BY_SERVICE)}</option>
                </select>
            </label>
            if vpcs.len() > 1 {
                <label class="field">
                    {session.say(text::VPC)}
                    <select onchange={choose(|draft, chosen| if let Ok(vpc) = VpcId::parse(&chosen) { draft.vpc = vpc })}>
                        {for vpcs.map(|id| html! { <option value={id.to_string()} selected={*id == draft.vpc}>{vpc_label(scenario, id)}</option> })}
                    </select>
                </label>
            }
        </>
    }
}

/// The first unused name of the form `G4`.
fn suggested_name(scenario: &Scenario) -> String {
    let taken = |name: &String| scenario.groups().any(|group| &group.name == name);
    (1..).map(|number: usize| format!("G{number}")).find(|name| !taken(name)).unwrap_or_default()
}
