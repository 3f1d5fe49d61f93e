//! The form that makes a security group.

use std::sync::Arc;

use yew::prelude::*;

use crate::emulator::{self, Call};
use crate::history::{Edit, WorldEdit};
use crate::model::{GroupType, InnerAccessPolicy, Scenario};
use crate::ui::component::ApiErrorLine;
use crate::ui::derived::prediction_env;
use crate::ui::hooks::{text_of, use_session, value_of};
use crate::ui::text::{chrome, groups as text};

/// Properties of [`GroupForm`].
#[derive(Properties, PartialEq)]
pub struct GroupFormProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The form is done with.
    pub onclose: Callback<()>,
}

/// Name, type, and whether a cloud service owns it. The API's own error stands under the name
/// while the name is wrong.
#[component]
pub fn GroupForm(props: &GroupFormProps) -> Html {
    let session = use_session();
    let name = use_state(|| suggested_name(&props.scenario));
    let advanced = use_state(|| false);
    let managed = use_state(|| false);
    let Some(vpc) = props.scenario.parts().vpcs.values().next().cloned() else {
        return Html::default();
    };
    let form = emulator::GroupForm {
        vpc: vpc.id.as_str(),
        name: &name,
        group_type: if *advanced { "enterprise" } else { "normal" },
        ..emulator::GroupForm::default()
    };
    let call = Call::create_security_group(props.scenario.region(), &form);
    let refused = emulator::answer(&props.scenario, &call, &prediction_env()).err();
    let refused = refused.filter(|_| !*managed);
    let edit = if *managed {
        let group_type = match *advanced {
            true => GroupType::Advanced,
            false => GroupType::Basic(InnerAccessPolicy::Accept),
        };
        Edit::World(WorldEdit::CreateManagedGroup {
            name: (*name).clone(),
            vpc: vpc.id.clone(),
            group_type,
        })
    } else {
        Edit::Call(call)
    };
    let onsubmit = {
        let (session, onclose, wrong) = (session.clone(), props.onclose.clone(), refused.is_some());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            session.edit.emit(edit.clone());
            if !wrong {
                onclose.emit(());
            }
        })
    };
    let set_name = name.setter();
    let set_type = advanced.setter();
    let set_owner = managed.setter();
    html! {
        <form class="form" {onsubmit} aria-label={session.say(text::CREATE_GROUP)} novalidate=true>
            <label class="field">
                {session.say(text::NAME)}
                <input
                    id="new-group-name"
                    value={(*name).clone()}
                    aria-invalid={refused.is_some().to_string()}
                    aria-describedby={refused.is_some().then_some("new-group-error")}
                    oninput={Callback::from(move |event: InputEvent| set_name.set(text_of(&event)))}
                />
            </label>
            <label class="field">
                {session.say(text::TYPE)}
                <select onchange={Callback::from(move |event: Event| set_type.set(value_of(&event) == "enterprise"))}>
                    <option value="normal" selected={!*advanced}>{session.say(text::BASIC_GROUP)}{" · normal"}</option>
                    <option value="enterprise" selected={*advanced}>{session.say(text::ADVANCED_GROUP)}{" · enterprise"}</option>
                </select>
            </label>
            <label class="field wide">
                {session.say(text::CREATED_BY)}
                <select onchange={Callback::from(move |event: Event| set_owner.set(value_of(&event) == "service"))}>
                    <option value="me" selected={!*managed}>{session.say(text::CREATED_BY_ME)}</option>
                    <option value="service" selected={*managed}>{session.say(text::CREATED_BY_SERVICE)}</option>
                </select>
            </label>
            if let Some(error) = refused {
                <ApiErrorLine id="new-group-error" {error} />
            }
            <div class="form-actions">
                <button type="submit" class="primary">{session.say(text::CREATE)}</button>
                <button type="button" onclick={props.onclose.reform(|_: MouseEvent| ())}>{session.say(chrome::CANCEL)}</button>
            </div>
        </form>
    }
}

/// The first free name of the form `G4`.
fn suggested_name(scenario: &Scenario) -> String {
    let taken = |name: &String| scenario.groups().any(|group| &group.name == name);
    (1..).map(|number: usize| format!("G{number}")).find(|name| !taken(name)).unwrap_or_default()
}
