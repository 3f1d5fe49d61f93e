//! The question on which the pages disagree, as a switch beside its citation.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::cite::cite;
use crate::component::{EditButton, SectionHead};
use crate::hooks::{Session, use_session};
use crate::text::edit as text;
use sg_core::connectivity::ClauseId;
use sg_core::history::{Edit, WorldEdit};
use sg_core::model::{IntraGroupPrecedence, Scenario};

/// Properties of [`Readings`].
#[derive(Properties, PartialEq)]
pub struct ReadingsProps {
    /// The scene.
    pub scenario: Arc<Scenario>,
    /// Whether it is open at first.
    #[prop_or_default]
    pub open: bool,
}

/// The switch.
#[component]
pub fn Readings(props: &ReadingsProps) -> Html {
    let session = use_session();
    let open = use_state(|| props.open);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |()| open.set(!*open))
    };
    html! {
        <section class="world">
            <SectionHead name={text::READINGS} open={*open} {ontoggle} />
            if *open {
                <div class="reading">
                    <p>{session.say(text::READING_ASK)}{cite(&session, Some(ClauseId::PolicyAgainstEgressRules))}</p>
                    {reading_switch(&session, &props.scenario)}
                </div>
            }
        </section>
    }
}

/// The two readings as a switch, for every place that tells of them.
pub(super) fn reading_switch(session: &Session, scenario: &Scenario) -> Html {
    let taken = scenario.options().intra_group_precedence;
    let option = |precedence: IntraGroupPrecedence, name| {
        let edit = Edit::World(WorldEdit::Read { precedence });
        html! { <EditButton {edit} pressed={precedence == taken}>{session.say(name)}</EditButton> }
    };
    html! {
        <div class="seg" role="group" aria-label={session.say(text::READING_ASK)}>
            {option(IntraGroupPrecedence::PolicyWins, text::READING_NO)}
            {option(IntraGroupPrecedence::CustomEgressFirst, text::READING_YES)}
        </div>
    }
}
