//! Prefix lists: named sets of address blocks that rules can name.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::section::{EditableList, line};
use crate::component::topology::prefix_lists::form::PrefixListForm;
use crate::hooks::{use_editor, use_session, use_toggle};
use crate::state::Lock;
use crate::text::edit as text;
use sg_core::emulator::Call;
use sg_core::history::Edit;
use sg_core::model::{PrefixList, Scenario};

pub mod form;

/// Properties of [`PrefixLists`].
#[derive(Properties, PartialEq, Eq)]
pub struct PrefixListsProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Whether the list is initially open.
    #[prop_or_default]
    pub open: bool,
}

/// The lists, with a form to add another.
#[component]
pub fn PrefixLists(props: &PrefixListsProps) -> Html {
    let session = use_session();
    let toggle = use_toggle(props.open);
    let adding = use_editor("list-add".to_owned(), Lock::Topology);
    let (scenario, lists) = (&props.scenario, &props.scenario.parts().prefix_lists);
    let list = EditableList {
        name: text::LISTS,
        empty: text::NO_LISTS,
        add: text::ADD_LIST,
        toggle: &toggle,
        adding: &adding,
    };
    let rows = || {
        let row = |own: &Arc<PrefixList>| html! { <ListRow key={own.id.to_string()} scenario={Arc::clone(scenario)} own={Arc::clone(own)} /> };
        lists.values().map(row).collect()
    };
    list.show(&session, lists.len(), rows, || {
        html! {
            <PrefixListForm scenario={Arc::clone(scenario)} name={adding.first()} onclose={adding.close.clone()} />
        }
    })
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
    let editing = use_editor(format!("list-{}", own.id), Lock::Topology);
    if editing.open {
        return html! {
            <li class="editing">
                <PrefixListForm scenario={Arc::clone(&props.scenario)} own={Arc::clone(own)} name={editing.first()} onclose={editing.close.clone()} />
            </li>
        };
    }
    let delete = Edit::Call(Call::delete_prefix_list(props.scenario.region(), &own.id));
    let (count, max) = (own.blocks.len().to_string(), own.max_entries.to_string());
    let blocks: Vec<String> = own.blocks.iter().map(ToString::to_string).collect();
    let said = html! {
        <>
            <b>{own.name.clone()}</b>
            <code class="id" translate="no">{own.id.to_string()}</code>
            <span class="faint">{session.fill(text::ENTRY_COUNT, &[("count", &count), ("max", &max)])}</span>
        </>
    };
    let below = html! {
        if !blocks.is_empty() {
            <span class="mono muted below">{blocks.join(" · ")}</span>
        }
    };
    line(&session, &editing, &own.name, (delete, text::DELETE), [said, below])
}
