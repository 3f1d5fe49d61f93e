//! Outside addresses: the ends beyond the VPCs that the scenario names.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::form::EditForm;
use crate::component::kit::section::{EditableList, line};
use crate::component::kit::text_field::{TextField, field};
use crate::component::kit::trial::use_trial;
use crate::hooks::{use_editor, use_session, use_toggle, use_typed};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::explain::outside_label;
use sg_core::history::{About, Edit, OutsideEdit, TopologyEdit, TopologyEditError, read_block};
use sg_core::model::{OutsideAddress, Scenario};

/// Properties of [`Outside`].
#[derive(Properties, PartialEq, Eq)]
pub struct OutsideProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Whether the list is initially open.
    #[prop_or_default]
    pub open: bool,
}

/// The list, with a form to add to it.
#[component]
pub fn Outside(props: &OutsideProps) -> Html {
    let session = use_session();
    let toggle = use_toggle(props.open);
    let adding = use_editor("outside-add".to_owned(), Lock::Topology);
    let (scenario, blocks) = (&props.scenario, props.scenario.outside());
    let list = EditableList {
        name: text::OUTSIDE,
        empty: text::NO_OUTSIDE,
        add: text::ADD_OUTSIDE,
        toggle: &toggle,
        adding: &adding,
    };
    let rows = || {
        let row = |(place, own): (usize, &OutsideAddress)| html! { <OutsideRow key={place} scenario={Arc::clone(scenario)} own={own.clone()} {place} /> };
        blocks.iter().enumerate().map(row).collect()
    };
    list.show(&session, blocks.len(), rows, || {
        html! {
            <OutsideForm scenario={Arc::clone(scenario)} name={adding.first()} onclose={adding.close.clone()} />
        }
    })
}

#[derive(Properties, PartialEq)]
struct OutsideRowProps {
    scenario: Arc<Scenario>,
    own: OutsideAddress,
    place: usize,
}

#[component]
fn OutsideRow(props: &OutsideRowProps) -> Html {
    let session = use_session();
    let own = &props.own;
    let editing = use_editor(format!("outside-{}", props.place), Lock::Topology);
    if editing.open {
        return html! {
            <li class="editing">
                <OutsideForm scenario={Arc::clone(&props.scenario)} own={own.clone()} name={editing.first()} onclose={editing.close.clone()} />
            </li>
        };
    }
    let remove = TopologyEdit::Outside(OutsideEdit::Remove { outside: own.name.clone() });
    let label = outside_label(&own.name, session.language);
    let said = html! {
        <>
            <b>{label.to_owned()}</b>
            if label != own.name {
                <small class="faint" translate="no">{own.name.clone()}</small>
            }
            <span class="mono muted">{own.block.to_string()}</span>
        </>
    };
    line(&session, &editing, label, (Edit::Topology(remove), text::REMOVE), [said, Html::default()])
}

/// Properties of [`OutsideForm`].
#[derive(Properties, PartialEq)]
pub struct OutsideFormProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The block to edit; `None` for a new one.
    #[prop_or_default]
    pub own: Option<OutsideAddress>,
    /// The id of the first field.
    pub name: AttrValue,
    /// Called when the form is submitted or cancelled.
    pub onclose: Callback<()>,
}

/// Name and block.
#[component]
pub fn OutsideForm(props: &OutsideFormProps) -> Html {
    let session = use_session();
    let own = props.own.as_ref();
    let name = use_typed(|| own.map_or_else(String::new, |own| own.name.clone()));
    let block = use_typed(|| own.map_or_else(String::new, |own| own.block.to_string()));
    let read = match (block.trim(), read_block(&block)) {
        ("", _) => Err(TopologyEditError::NoBlock),
        (_, read) => read,
    };
    let wanted = read.map(|block| {
        let name = name.value();
        TopologyEdit::Outside(match own {
            Some(own) => OutsideEdit::Change { outside: own.name.clone(), name, block },
            None => OutsideEdit::Add { name, block },
        })
    });
    let trial = use_trial(&props.scenario, wanted);
    html! {
        <EditForm
            label={session.say(text::OUTSIDE_FORM)}
            wrong={trial.beside(&[About::Name, About::Addresses])}
            submit={if own.is_some() { text::SAVE } else { text::ADD }}
            onclose={props.onclose.clone()}
            trial={trial.clone()}
        >
            {field(props.name.clone(), text::NAME, &name, trial.at(About::Name))}
            <TextField id={format!("{}-block", props.name)} label={text::BLOCK} value={block.value()} placeholder="192.0.2.0/24" oninput={block.set()} error={trial.at(About::Addresses)} />
        </EditForm>
    }
}
