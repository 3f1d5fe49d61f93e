//! The form that creates an instance with its network interfaces, which is a topology edit.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::error_line::FieldError;
use crate::component::kit::form::EditForm;
use crate::component::kit::text_field::wide_field;
use crate::component::kit::trial::use_trial;
use crate::component::topology::interface_fields::InterfaceFields;
use crate::component::topology::interface_fields::draft::InterfaceDraft;
use crate::component::words::topology_error::in_words;
use crate::derived::prediction_env;
use crate::hooks::{use_session, use_typed};
use crate::text::{edit, groups as text};
use sg_core::emulator::Env;
use sg_core::history::{About, NewInterface, TopologyEdit, TopologyEditError};
use sg_core::model::Scenario;

/// Properties of [`InstanceForm`].
#[derive(Properties, PartialEq)]
pub struct InstanceFormProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The id of the first field.
    pub name: AttrValue,
    /// Called when the form is submitted or cancelled.
    pub onclose: Callback<()>,
}

/// The name, and a set of fields for each interface. Errors are shown beside their fields.
#[component]
pub fn InstanceForm(props: &InstanceFormProps) -> Html {
    let session = use_session();
    let name = use_typed(|| suggested_name(&props.scenario));
    let drafts = use_state(|| vec![InterfaceDraft::with_public(&props.scenario)]);
    let judged = judge(&props.scenario, &name, &drafts, &prediction_env());
    let misfit = judged.as_ref().err().cloned();
    let trial = use_trial(&props.scenario, judged.map_err(|misfit| misfit.error));
    let wrong_of = |place: usize| {
        let misfit = misfit.as_ref().filter(|own| own.place == place && trial.said().is_some())?;
        Some((misfit.about, FieldError::Topology(in_words(&session, &misfit.error).into())))
    };
    let several = drafts.len() > 1;
    let number = |place: usize| {
        session.fill(edit::INTERFACE_NUMBER, &[("number", &(place + 1).to_string())])
    };
    html! {
        <EditForm
            label={session.say(text::CREATE_INSTANCE)}
            trial={trial.clone()}
            wrong={trial.beside(&[About::Name, About::Groups, About::Addresses, About::PublicAddress])}
            submit={text::CREATE}
            onclose={props.onclose.clone()}
        >
            {wide_field(props.name.clone(), text::NAME, &name, trial.at(About::Name))}
            {for drafts.iter().enumerate().map(|(place, draft)| html! {
                <>
                    if several {
                        <p class="wide part-head">{number(place)}</p>
                    }
                    <InterfaceFields
                        scenario={Arc::clone(&props.scenario)}
                        draft={draft.clone()}
                        onchange={changing(&drafts, move |all, draft| if let Some(own) = all.get_mut(place) { *own = draft })}
                        wrong={wrong_of(place)}
                        name={format!("{}-{place}", props.name)}
                    />
                </>
            })}
            <div class="wide">
                <button type="button" class="link" onclick={changing(&drafts, |all, _: MouseEvent| all.push(InterfaceDraft::default()))}>{session.say(edit::ADD_INTERFACE)}</button>
                if several {
                    <button type="button" class="link" onclick={changing(&drafts, |all, _: MouseEvent| drop(all.pop()))}>{session.fill(edit::REMOVE, &[("name", &number(drafts.len() - 1))])}</button>
                }
            </div>
            <p class="form-note faint">{session.say(text::CREATE_INSTANCE_NOTE)}</p>
        </EditForm>
    }
}

/// A callback that updates the interfaces.
fn changing<E: 'static>(
    drafts: &UseStateHandle<Vec<InterfaceDraft>>,
    change: impl Fn(&mut Vec<InterfaceDraft>, E) + 'static,
) -> Callback<E> {
    let drafts = drafts.clone();
    Callback::from(move |event: E| {
        let mut next = (*drafts).clone();
        change(&mut next, event);
        drafts.set(next);
    })
}

/// Why the instance cannot be created, and the interface at fault: the first one without which it
/// could be.
#[derive(Clone)]
struct Misfit {
    place: usize,
    about: About,
    error: TopologyEditError,
}

fn judge(
    scenario: &Scenario,
    name: &str,
    drafts: &[InterfaceDraft],
    env: &Env,
) -> Result<TopologyEdit, Misfit> {
    let mut interfaces: Vec<NewInterface> = Vec::new();
    let edit = |interfaces: &[NewInterface]| TopologyEdit::CreateInstance {
        name: name.to_owned(),
        interfaces: interfaces.to_vec(),
    };
    for (place, draft) in drafts.iter().enumerate() {
        let misfit = |about, error| Misfit { place, about, error };
        interfaces.push(draft.wanted().map_err(|(about, error)| misfit(about, error))?);
        let tried = edit(&interfaces).apply(scenario, env);
        tried.map_err(|error| misfit(error.about(), error))?;
    }
    Ok(edit(&interfaces))
}

/// The first unused name of the form `ecs4`.
fn suggested_name(scenario: &Scenario) -> String {
    let taken = |name: &String| scenario.instances().any(|instance| &instance.name == name);
    (1..).map(|number: usize| format!("ecs{number}")).find(|name| !taken(name)).unwrap_or_default()
}
