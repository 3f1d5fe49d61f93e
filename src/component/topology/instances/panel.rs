//! An expanded instance: its name, its interfaces, and a form to add one.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::opener;
use crate::component::kit::error_line::FieldError;
use crate::component::kit::form::EditForm;
use crate::component::kit::text_field::wide_field;
use crate::component::kit::trial::use_trial;
use crate::component::topology::instances::interface::interface_panel;
use crate::component::topology::interface_fields::InterfaceFields;
use crate::component::topology::interface_fields::draft::InterfaceDraft;
use crate::component::words::topology_error::in_words;
use crate::hooks::{use_editor, use_session, use_typed};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::history::{About, InterfaceEdit, TopologyEdit};
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
    let attaching = use_editor(format!("attach-{}", own.id), Lock::Topology);
    let several = own.interfaces.len() > 1;
    html! {
        <div class="instance-panel">
            {for own.interfaces.iter().filter_map(|id| scenario.interface(id)).map(|interface| {
                interface_panel(&session, scenario, interface, (own.primary() == Some(&interface.id), several))
            })}
            if renaming.open {
                <RenameForm scenario={Arc::clone(scenario)} own={Arc::clone(own)} name={renaming.first()} onclose={renaming.close.clone()} />
            } else if attaching.open {
                <AttachForm scenario={Arc::clone(scenario)} own={Arc::clone(own)} name={attaching.first()} onclose={attaching.close.clone()} />
            } else {
                <div class="panel-tools">
                    {opener(&attaching, session.say(text::ADD_INTERFACE))}
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

#[component]
fn RenameForm(props: &FormProps) -> Html {
    let session = use_session();
    let name = use_typed(|| props.own.name.clone());
    let instance = props.own.id.clone();
    let trial = use_trial(
        &props.scenario,
        Ok(TopologyEdit::RenameInstance { instance, name: name.value() }),
    );
    html! {
        <EditForm
            label={session.fill(text::RENAME_SHORT, &[("name", props.own.label())])}
            trial={trial.clone()}
            wrong={trial.beside(&[About::Name])}
            submit={text::SAVE}
            onclose={props.onclose.clone()}
        >
            {wide_field(props.name.clone(), text::NAME, &name, trial.at(About::Name), None)}
        </EditForm>
    }
}

#[component]
fn AttachForm(props: &FormProps) -> Html {
    let session = use_session();
    let draft = use_state(InterfaceDraft::default);
    let instance = props.own.id.clone();
    let typed = draft.wanted();
    let typed_wrong = typed.as_ref().err().map(|(about, _)| *about);
    let wanted = typed
        .map_err(|(_, error)| error)
        .map(|interface| TopologyEdit::Interface(InterfaceEdit::Attach { instance, interface }));
    let parts = [About::Groups, About::Addresses, About::PublicAddress];
    let unread = wanted.as_ref().err().map(|error| in_words(&session, error));
    let trial = use_trial(&props.scenario, wanted);
    let read_wrong = parts.into_iter().find_map(|part| Some((part, trial.at(part)?)));
    let wrong = match (typed_wrong, unread) {
        (Some(about), Some(words)) => Some((about, FieldError::Topology(words.into()))),
        _ => read_wrong,
    };
    let setter = draft.setter();
    html! {
        <EditForm
            label={session.fill(text::ADD_INTERFACE_TO, &[("instance", props.own.label())])}
            trial={trial.clone()}
            wrong={trial.beside(&parts)}
            submit={text::ADD}
            onclose={props.onclose.clone()}
        >
            <InterfaceFields
                scenario={Arc::clone(&props.scenario)}
                draft={(*draft).clone()}
                onchange={Callback::from(move |next| setter.set(next))}
                {wrong}
                name={props.name.clone()}
            />
        </EditForm>
    }
}
