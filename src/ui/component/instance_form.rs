//! The form that makes an instance, a world edit.

use std::sync::Arc;

use yew::prelude::*;

use crate::history::{Edit, NewInterface, PublicAddress, WorldEdit};
use crate::model::{Scenario, SecurityGroupId};
use crate::ui::component::world_words::in_words;
use crate::ui::derived::prediction_env;
use crate::ui::hooks::{text_of, use_session};
use crate::ui::text::{chrome, groups as text};

/// Properties of [`InstanceForm`].
#[derive(Properties, PartialEq)]
pub struct InstanceFormProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The form is done with.
    pub onclose: Callback<()>,
}

/// Name, groups, public address. What does not fit is said while it is chosen.
#[component]
pub fn InstanceForm(props: &InstanceFormProps) -> Html {
    let session = use_session();
    let name = use_state(|| suggested_name(&props.scenario));
    let groups = use_state(Vec::<SecurityGroupId>::new);
    let public = use_state(|| true);
    let interface = NewInterface {
        groups: (*groups).clone(),
        public: if *public { PublicAddress::NextFree } else { PublicAddress::None },
        ..NewInterface::default()
    };
    let edit = WorldEdit::CreateInstance { name: (*name).clone(), interfaces: vec![interface] };
    let wrong = edit.apply(&props.scenario, &prediction_env()).err();
    let onsubmit = {
        let (session, onclose, fits) = (session.clone(), props.onclose.clone(), wrong.is_none());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if fits {
                session.edit.emit(Edit::World(edit.clone()));
                onclose.emit(());
            }
        })
    };
    let set_name = name.setter();
    let toggle_public = {
        let public = public.clone();
        Callback::from(move |_: Event| public.set(!*public))
    };
    let choice = |id: &SecurityGroupId, label: &str| {
        let checked = groups.contains(id);
        let (groups, id) = (groups.clone(), id.clone());
        let toggle = Callback::from(move |_: Event| {
            let mut chosen: Vec<_> = groups.iter().filter(|other| **other != id).cloned().collect();
            if !checked {
                chosen.push(id.clone());
            }
            groups.set(chosen);
        });
        html! {
            <label class="check"><input type="checkbox" {checked} onchange={toggle} />{label.to_owned()}</label>
        }
    };
    html! {
        <form class="form" {onsubmit} aria-label={session.say(text::CREATE_INSTANCE)} novalidate=true>
            <label class="field">
                {session.say(text::NAME)}
                <input
                    id="new-instance-name"
                    value={(*name).clone()}
                    maxlength="128"
                    oninput={Callback::from(move |event: InputEvent| set_name.set(text_of(&event)))}
                />
            </label>
            <label class="check">
                <input type="checkbox" checked={*public} onchange={toggle_public} />
                {session.say(text::PUBLIC_ADDRESS)}
            </label>
            <fieldset class="wide">
                <legend>{session.say(text::INSTANCE_GROUPS)}</legend>
                {for props.scenario.groups().filter(|g| !g.service_managed).map(|g| choice(&g.id, g.label()))}
            </fieldset>
            if let Some(error) = &wrong {
                <p class="form-note" role="status">{in_words(&session, error)}</p>
            }
            <p class="form-note faint">{session.say(text::CREATE_INSTANCE_NOTE)}</p>
            <div class="form-actions">
                <button type="submit" class="primary" disabled={wrong.is_some()}>{session.say(text::CREATE)}</button>
                <button type="button" onclick={props.onclose.reform(|_: MouseEvent| ())}>{session.say(chrome::CANCEL)}</button>
            </div>
        </form>
    }
}

/// The first free name of the form `ecs4`.
fn suggested_name(scenario: &Scenario) -> String {
    let taken = |name: &String| scenario.instances().any(|instance| &instance.name == name);
    (1..).map(|number: usize| format!("ecs{number}")).find(|name| !taken(name)).unwrap_or_default()
}
