//! The address blocks outside every VPC: each is a row and a column of the matrix.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::kit::section::SectionHead;
use crate::component::kit::text_field::TextField;
use crate::component::kit::topology_form::{WorldForm, use_trial};
use crate::hooks::{use_editor, use_session};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::history::{About, Edit, OutsideEdit, WorldEdit, read_block};
use sg_core::model::{OutsideAddress, Scenario};

/// Properties of [`Outside`].
#[derive(Properties, PartialEq)]
pub struct OutsideProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// Whether the list is open at first.
    #[prop_or_default]
    pub open: bool,
}

/// The list, with a form to add to it.
#[component]
pub fn Outside(props: &OutsideProps) -> Html {
    let session = use_session();
    let open = use_state(|| props.open);
    let adding = use_editor("outside-add".to_owned(), Lock::World);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let blocks = props.scenario.outside();
    html! {
        <section class="world">
            <SectionHead name={text::OUTSIDE} count={blocks.len()} open={*open} {ontoggle} />
            if *open {
                if blocks.is_empty() {
                    <p class="none">{session.say(text::NO_OUTSIDE)}</p>
                }
                <ul>
                    {for blocks.iter().enumerate().map(|(place, own)| html! {
                        <OutsideRow key={place} scenario={Arc::clone(&props.scenario)} own={own.clone()} {place} />
                    })}
                </ul>
                if adding.open {
                    <OutsideForm
                        scenario={Arc::clone(&props.scenario)}
                        name={adding.first()}
                        onclose={adding.close.clone()}
                    />
                } else {
                    <button type="button" class="link" id={adding.opener()} hidden={adding.locked} onclick={adding.on_press()}>{session.say(text::ADD_OUTSIDE)}</button>
                }
            }
        </section>
    }
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
    let editing = use_editor(format!("outside-{}", props.place), Lock::World);
    if editing.open {
        return html! {
            <li class="editing">
                <OutsideForm
                    scenario={Arc::clone(&props.scenario)}
                    own={own.clone()}
                    name={editing.first()}
                    onclose={editing.close.clone()}
                />
            </li>
        };
    }
    let remove = Edit::World(WorldEdit::Outside(OutsideEdit::Remove { outside: own.name.clone() }));
    let named = [("name", own.name.as_str())];
    let edit = session.fill(text::EDIT_OF, &named);
    html! {
        <li class="line">
            <b>{own.name.clone()}</b>
            <span class="mono muted">{own.block.to_string()}</span>
            <span class="tools-end">
                <button type="button" class="icon" id={editing.opener()} hidden={editing.locked} aria-label={edit.clone()} title={edit} onclick={editing.on_press()}>{"✎"}</button>
                <EditButton edit={remove} class="icon" label={session.fill(text::REMOVE, &named)}>{"×"}</EditButton>
            </span>
        </li>
    }
}

/// Properties of [`OutsideForm`].
#[derive(Properties, PartialEq)]
pub struct OutsideFormProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// The block to change; none for a new one.
    #[prop_or_default]
    pub own: Option<OutsideAddress>,
    /// The id of the first field.
    pub name: AttrValue,
    /// The form is done with.
    pub onclose: Callback<()>,
}

/// Name and block.
#[component]
pub fn OutsideForm(props: &OutsideFormProps) -> Html {
    let session = use_session();
    let own = props.own.as_ref();
    let name = use_state(|| own.map_or_else(String::new, |own| own.name.clone()));
    let block = use_state(|| own.map_or_else(String::new, |own| own.block.to_string()));
    let typed = match (block.trim(), read_block(&block)) {
        ("", _) => Err(sg_core::history::WorldEditError::NoBlock),
        (_, read) => read,
    };
    let wanted = typed.map(|block| {
        let name = (*name).clone();
        WorldEdit::Outside(match own {
            Some(own) => OutsideEdit::Change { outside: own.name.clone(), name, block },
            None => OutsideEdit::Add { name, block },
        })
    });
    let trial = use_trial(&props.scenario, wanted);
    let (set_name, set_block) = (name.setter(), block.setter());
    let block_id = format!("{}-block", props.name);
    html! {
        <WorldForm
            label={session.say(text::OUTSIDE_FORM)}
            trial={trial.clone()}
            wrong={trial.beside(&[About::Name, About::Addresses])}
            submit={if own.is_some() { text::SAVE } else { text::ADD }}
            onclose={props.onclose.clone()}
        >
            <TextField id={props.name.clone()} label={text::NAME} value={(*name).clone()} oninput={Callback::from(move |typed| set_name.set(typed))} error={trial.at(About::Name)} />
            <TextField id={block_id} label={text::BLOCK} value={(*block).clone()} placeholder="192.0.2.0/24" oninput={Callback::from(move |typed| set_block.set(typed))} error={trial.at(About::Addresses)} />
        </WorldForm>
    }
}
