//! Prefix lists: address blocks under one id that rules can name.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::component::kit::section::SectionHead;
use crate::component::topology::prefix_lists::form::PrefixListForm;
use crate::hooks::{use_editor, use_session};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::history::{Edit, PrefixListEdit, WorldEdit};
use sg_core::model::{PrefixList, Scenario};

pub mod form;

/// Properties of [`PrefixLists`].
#[derive(Properties, PartialEq)]
pub struct PrefixListsProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// Whether the list is open at first.
    #[prop_or_default]
    pub open: bool,
}

/// The lists, with a form to make another.
#[component]
pub fn PrefixLists(props: &PrefixListsProps) -> Html {
    let session = use_session();
    let open = use_state(|| props.open);
    let adding = use_editor("list-add".to_owned(), Lock::World);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    let lists = &props.scenario.parts().prefix_lists;
    html! {
        <section class="world">
            <SectionHead name={text::LISTS} count={lists.len()} open={*open} {ontoggle} />
            if *open {
                if lists.is_empty() {
                    <p class="none">{session.say(text::NO_LISTS)}</p>
                }
                <ul>
                    {for lists.values().map(|own| html! {
                        <ListRow key={own.id.to_string()} scenario={Arc::clone(&props.scenario)} own={Arc::clone(own)} />
                    })}
                </ul>
                if adding.open {
                    <PrefixListForm
                        scenario={Arc::clone(&props.scenario)}
                        name={adding.first()}
                        onclose={adding.close.clone()}
                    />
                } else {
                    <button type="button" class="link" id={adding.opener()} hidden={adding.locked} onclick={adding.on_press()}>{session.say(text::ADD_LIST)}</button>
                }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ListRowProps {
    scenario: Arc<Scenario>,
    own: Arc<PrefixList>,
}

#[component]
fn ListRow(props: &ListRowProps) -> Html {
    let session = use_session();
    let own = &props.own;
    let editing = use_editor(format!("list-{}", own.id), Lock::World);
    if editing.open {
        return html! {
            <li class="editing">
                <PrefixListForm
                    scenario={Arc::clone(&props.scenario)}
                    own={Arc::clone(own)}
                    name={editing.first()}
                    onclose={editing.close.clone()}
                />
            </li>
        };
    }
    let delete = PrefixListEdit::Delete { list: own.id.clone() };
    let delete = Edit::World(WorldEdit::PrefixList(delete));
    let named = [("name", own.name.as_str())];
    let edit = session.fill(text::EDIT_OF, &named);
    let (count, max) = (own.blocks.len().to_string(), own.max_entries.to_string());
    let blocks: Vec<String> = own.blocks.iter().map(ToString::to_string).collect();
    html! {
        <li class="line">
            <b>{own.name.clone()}</b>
            <code class="id" translate="no">{own.id.to_string()}</code>
            <span class="faint">{session.fill(text::ENTRY_COUNT, &[("count", &count), ("max", &max)])}</span>
            <span class="tools-end">
                <button type="button" class="icon" id={editing.opener()} hidden={editing.locked} aria-label={edit.clone()} title={edit} onclick={editing.on_press()}>{"✎"}</button>
                <EditButton edit={delete} class="icon" label={session.fill(text::DELETE, &named)}>{"×"}</EditButton>
            </span>
            if !blocks.is_empty() {
                <span class="mono muted below">{blocks.join(" · ")}</span>
            }
        </li>
    }
}
