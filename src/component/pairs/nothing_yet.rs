//! What to ask about in a scenario that has no pair yet, such as an import of groups alone.

use std::sync::Arc;

use yew::prelude::*;

use crate::derived::prediction_env;
use crate::hooks::{Session, use_presentation, use_session};
use crate::text::connectivity as text;
use sg_core::history::{Edit, NewInterface, OutsideEdit, PublicAddress, TopologyEdit, read_block};
use sg_core::model::{Scenario, SecurityGroup};

/// Properties of [`NothingYet`].
#[derive(Properties, PartialEq, Eq)]
pub struct NothingYetProps {
    /// The scenario.
    pub scenario: Arc<Scenario>,
}

/// The most groups for which a test instance is offered; the form of the left pane has them all.
const MOST_GROUPS: usize = 4;

/// Offers a test instance in the first groups, and the Internet if the scenario has no outside
/// address. Only what is possible is offered.
#[component]
pub fn NothingYet(props: &NothingYetProps) -> Html {
    let session = use_session();
    let presentation = use_presentation();
    let scenario = &props.scenario;
    let instances = scenario.groups().filter(|group| !group.is_read_only()).take(MOST_GROUPS);
    let instances = instances.filter_map(|group| {
        let name = session.fill(text::ADD_TEST_INSTANCE, &[("group", group.label())]);
        Some((name, test_instance(scenario, group)?))
    });
    let internet = || Some((session.say(text::ADD_INTERNET).to_owned(), internet(scenario)?));
    let any = scenario.groups().len() > 0;
    let offers: Vec<_> = instances.chain(internet().filter(|_| any)).collect();
    let allowed = offers.iter().filter(|(_, edit)| presentation.lock_on(edit).is_none());
    let buttons: Vec<Html> =
        allowed.map(|(name, edit)| button(&session, name, edit.clone())).collect();
    html! {
        <div class="none nothing-yet" data-focus-fallback="matrix">
            <p>{session.say(if scenario.instances().len() == 0 { text::NOTHING_TO_SHOW } else { text::ONE_END })}</p>
            if !buttons.is_empty() {
                <p class="row" role="group" aria-label={session.say(text::ADD_ENDS)}>{for buttons}</p>
            }
        </div>
    }
}

fn button(session: &Session, name: &str, edit: Edit) -> Html {
    html! { <button type="button" key={name} onclick={session.on_edit(edit)}>{name.to_owned()}</button> }
}

/// A new instance in a group, with a public address if one is free.
fn test_instance(scenario: &Scenario, group: &SecurityGroup) -> Option<Edit> {
    let taken = |name: &String| scenario.instances().any(|own| own.name == *name);
    let name = (1..).map(|number: usize| format!("test{number}")).find(|name| !taken(name))?;
    let with = |public| TopologyEdit::CreateInstance {
        name: name.clone(),
        interfaces: vec![NewInterface {
            groups: vec![group.id.clone()],
            addresses: Vec::new(),
            public,
        }],
    };
    [PublicAddress::NextFree, PublicAddress::None]
        .into_iter()
        .map(with)
        .find(|edit| edit.apply(scenario, &prediction_env()).is_ok())
        .map(Edit::Topology)
}

/// Every IPv4 address, under the name that examples use.
fn internet(scenario: &Scenario) -> Option<Edit> {
    let block = read_block("0.0.0.0/0").ok().filter(|_| scenario.outside().is_empty())?;
    let edit = OutsideEdit::Add { name: "internet".to_owned(), block };
    let edit = TopologyEdit::Outside(edit);
    edit.apply(scenario, &prediction_env()).is_ok().then_some(Edit::Topology(edit))
}
