//! Everything around the groups, section by section. Where room is scarce, one line stands for it.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::topology::instances::Instances;
use crate::component::topology::outside::Outside;
use crate::component::topology::prefix_lists::PrefixLists;
use crate::component::topology::readings::Readings;
use crate::component::topology::vpcs::Vpcs;
use crate::hooks::{use_session, use_toggle};
use crate::text::edit as text;
use sg_core::model::Scenario;

/// Properties of [`Surroundings`].
#[derive(Properties, PartialEq, Eq)]
pub struct SurroundingsProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// What is searched for.
    pub find: String,
}

/// The sections. The line that stands for them is hidden in the wide layout, as are they below it
/// while the line is collapsed; an empty scenario and a search show them.
#[component]
pub fn Surroundings(props: &SurroundingsProps) -> Html {
    let session = use_session();
    let toggle = use_toggle(false);
    let SurroundingsProps { scenario, find } = props;
    let needed = scenario.groups().len() == 0 || !find.trim().is_empty();
    let open = needed || toggle.open;
    html! {
        <div class={classes!("surroundings", open.then_some("open"))}>
            if !needed {
                <button type="button" class="fold unfold" aria-expanded={open.to_string()} onclick={toggle.on::<MouseEvent>()}>
                    {session.say(text::SURROUNDINGS)}
                </button>
            }
            <Instances scenario={Arc::clone(scenario)} find={find.clone()} />
            <Outside scenario={Arc::clone(scenario)} />
            <Vpcs scenario={Arc::clone(scenario)} />
            <PrefixLists scenario={Arc::clone(scenario)} />
            <Readings scenario={Arc::clone(scenario)} />
        </div>
    }
}
