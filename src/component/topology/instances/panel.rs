//! An expanded instance: its name, its interfaces, a form to create one and a list to attach one.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::opener;
use crate::component::kit::form::EditForm;
use crate::component::kit::text_field::wide_field;
use crate::component::kit::trial::use_call_trial;
use crate::component::topology::instances::interface::interface_panel;
use crate::component::topology::instances::interface_form::InterfaceForm;
use crate::hooks::{Session, use_editor, use_presentation, use_session, use_typed, value_of};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::model::{Instance, Scenario};

/// Properties of [`InstancePanel`] and of the forms in it.
#[derive(Properties, PartialEq)]
pub(crate) struct InstancePanelProps {
    /// The scenario.
    pub(crate) scenario: Arc<Scenario>,
    /// The instance.
    pub(crate) own: Arc<Instance>,
}

/// The panel.
#[component]
pub(crate) fn InstancePanel(props: &InstancePanelProps) -> Html {
    let session = use_session();
    let InstancePanelProps { scenario, own } = props;
    let renaming = use_editor(format!("rename-{}", own.id), Lock::Topology);
    let creating = use_editor(format!("attach-{}", own.id), Lock::Topology);
    let locked = use_presentation().locked(Lock::Topology);
    let several = own.interfaces.len() > 1;
    html! {
        <div class="instance-panel">
            {for own.interfaces.iter().filter_map(|id| scenario.interface(id)).map(|interface| {
                interface_panel(&session, scenario, interface, (own.primary() == Some(&interface.id), several))
            })}
            if renaming.open {
                <RenameForm scenario={Arc::clone(scenario)} own={Arc::clone(own)} name={renaming.first()} onclose={renaming.close.clone()} />
            } else if creating.open {
                <InterfaceForm scenario={Arc::clone(scenario)} name={creating.first()} onclose={creating.close.clone()} />
            } else {
                <div class="panel-tools">
                    {opener(&creating, session.say(text::ADD_INTERFACE))}
                    if !locked {
                        {attach(&session, scenario, own)}
                    }
                    {opener(&renaming, session.fill(text::RENAME_SHORT, &[("name", own.label())]))}
                </div>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    scenario: Arc<Scenario>,
    own: Arc<Instance>,
    name: AttrValue,
    onclose: Callback<()>,
}

/// Renames the instance. An empty name changes nothing, as the API has it.
#[component]
fn RenameForm(props: &FormProps) -> Html {
    let session = use_session();
    let FormProps { scenario, own, .. } = props;
    let name = use_typed(|| own.name.clone());
    let changed = !name.is_empty() && *name != own.name;
    let call = changed.then(|| Edit::Call(Call::rename_instance(&own.id, &name)));
    let trial = use_call_trial(scenario, call);
    html! {
        <EditForm
            label={session.fill(text::RENAME_SHORT, &[("name", own.label())])}
            trial={trial.clone()}
            wrong={trial.beside_params(&["InstanceName"])}
            submit={text::SAVE}
            onclose={props.onclose.clone()}
        >
            {wide_field(props.name.clone(), text::NAME, &name, trial.at_param("InstanceName"))}
        </EditForm>
    }
}

/// A list of interfaces that are attached to nothing and can be attached here.
fn attach(session: &Session, scenario: &Arc<Scenario>, own: &Arc<Instance>) -> Html {
    let vpc = own.primary().and_then(|id| scenario.interface(id)).map(|primary| &primary.vpc);
    let free = scenario.interfaces().filter(|it| it.is_unattached() && Some(&it.vpc) == vpc);
    let free: Vec<_> = free.map(|it| it.id.clone()).collect();
    if free.is_empty() {
        return Html::default();
    }
    let choose = {
        let (scenario, own, free) = (Arc::clone(scenario), Arc::clone(own), free.clone());
        let edit = session.edit.clone();
        Callback::from(move |event: Event| {
            let chosen = value_of(&event);
            if let Some(id) = free.iter().find(|id| id.as_str() == chosen) {
                let region = scenario.region();
                edit.emit(Edit::Call(Call::attach_network_interface(region, &own.id, id)));
            }
        })
    };
    let name = session.fill(text::ATTACH_TO, &[("instance", own.label())]);
    html! {
        <select key={free.len()} class="chip add" aria-label={name} onchange={choose}>
            <option value="" selected=true>{session.say(text::ATTACH_INTERFACE)}</option>
            {for free.iter().map(|id| html! { <option value={id.to_string()}>{id.to_string()}</option> })}
        </select>
    }
}
