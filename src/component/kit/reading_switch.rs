//! The switch between the two readings of a disputed statement.

use yew::prelude::*;

use crate::component::kit::edit_button::EditButton;
use crate::hooks::Session;
use crate::text::edit as text;
use sg_core::history::{Edit, TopologyEdit};
use sg_core::model::{IntraGroupPrecedence, Scenario};

/// The two readings as a switch, wherever they are mentioned.
pub(crate) fn reading_switch(session: &Session, scenario: &Scenario) -> Html {
    let taken = scenario.options().intra_group_precedence;
    let option = |precedence: IntraGroupPrecedence, name| {
        let edit = Edit::Topology(TopologyEdit::Read { precedence });
        html! { <EditButton {edit} pressed={precedence == taken}>{session.say(name)}</EditButton> }
    };
    html! {
        <div class="seg" role="group" aria-label={session.say(text::READING_ASK)}>
            {option(IntraGroupPrecedence::PolicyWins, text::READING_NO)}
            {option(IntraGroupPrecedence::CustomEgressFirst, text::READING_YES)}
        </div>
    }
}
