//! The question on which the documentation contradicts itself, as a switch beside its citation.

use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::cite::cite;
use crate::component::kit::reading_switch::reading_switch;
use crate::component::kit::section::section;
use crate::hooks::{use_session, use_toggle};
use crate::text::edit as text;
use sg_core::connectivity::ClauseId;
use sg_core::model::Scenario;

/// Properties of [`Readings`].
#[derive(Properties, PartialEq, Eq)]
pub struct ReadingsProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// Whether it is initially open.
    #[prop_or_default]
    pub open: bool,
}

/// The switch.
#[component]
pub fn Readings(props: &ReadingsProps) -> Html {
    let session = use_session();
    let toggle = use_toggle(props.open);
    section(&session, (text::READINGS, None), &toggle, || {
        html! {
            <div class="reading">
                <p>{session.say(text::READING_ASK)}{cite(&session, Some(ClauseId::PolicyAgainstEgressRules))}</p>
                {reading_switch(&session, &props.scenario)}
            </div>
        }
    })
}
