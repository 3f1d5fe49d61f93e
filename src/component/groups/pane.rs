//! The left pane: the groups, and the topology sections.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::form::GroupFormProps;
use crate::component::groups::pane::cards::{Cards, MOST_OPEN};
use crate::component::groups::pane::find_field::find_field;
use crate::component::groups::parts::{FIND_GROUP, GROUP_FORM, INSTANCE_FORM, TOPOLOGY};
use crate::component::kit::button::toggler;
use crate::component::kit::later::{later, missing};
use crate::component::topology::instance_form::InstanceFormProps;
use crate::component::topology::surroundings::SurroundingsProps;
use crate::hooks::{use_editor, use_reveal_of_new, use_seam_or_again, use_session, use_typed};
use crate::state::Lock;
use crate::text::{edit, groups as text};
use sg_core::explain::Explanation;
use sg_core::history::History;
use sg_core::model::{RuleId, SecurityGroup};

mod cards;
mod find_field;
mod lit;

/// Properties of [`GroupsPane`].
#[derive(Properties, PartialEq)]
pub struct GroupsPaneProps {
    /// The log, including the current scenario.
    pub history: Rc<History>,
    /// The explanation of the selected cell, whose rule and group are highlighted.
    pub explanation: Option<Rc<Explanation>>,
    /// The rule to show.
    pub shown: Option<RuleId>,
    /// Content above the groups: the open lesson.
    #[prop_or_default]
    pub head: Html,
}

/// The pane.
#[component]
pub fn GroupsPane(props: &GroupsPaneProps) -> Html {
    let session = use_session();
    let find = use_typed(String::new);
    let scenario = props.history.scenario();
    let making_group = use_editor("new-group".to_owned(), Lock::Groups);
    let making_instance = use_editor("new-instance".to_owned(), Lock::Topology);
    use_reveal_of_new(scenario.groups().map(|group| group.id.clone()).collect());
    let finds = !find.trim().is_empty();
    let (matches, again) = use_seam_or_again(&FIND_GROUP, finds);
    let matches = matches.filter(|_| finds);
    let shown = |own: &&Arc<SecurityGroup>| matches.is_none_or(|is| is(scenario, own, &find));
    let found: Vec<_> = scenario.groups().filter(shown).cloned().collect();
    let (count, all) = (found.len(), scenario.groups().len());
    let head = html! {
        <div class="pane-head">
            <h2>{session.say(text::PANE)}</h2>
            {find_field(&session, &find, all <= MOST_OPEN)}
            {toggler(&making_group, session.say(text::NEW_GROUP), None)}
            {toggler(&making_instance, session.say(text::NEW_INSTANCE), None)}
        </div>
    };
    let said = match (matches.is_some(), count, all) {
        (_, 0, 0) => Some(session.say(text::NO_GROUPS).to_owned()),
        (false, ..) => None,
        (true, 0, _) => Some(session.say(edit::NOTHING_FOUND).to_owned()),
        (true, ..) => {
            let (count, all) = (count.to_string(), all.to_string());
            Some(session.fill(edit::FOUND, &[("count", &count), ("all", &all)]))
        }
    };
    html! {
        <section class="pane groups" id="groups-pane" data-focus-fallback={making_group.opener()} aria-label={session.say(text::PANE)}>
            {props.head.clone()}
            {head}
            if making_group.open {
                {later(&GROUP_FORM, GroupFormProps { scenario: Arc::clone(scenario), name: making_group.first().into(), onclose: making_group.close.clone() })}
            }
            if making_instance.open {
                {later(&INSTANCE_FORM, InstanceFormProps { scenario: Arc::clone(scenario), name: making_instance.first().into(), onclose: making_instance.close.clone() })}
            }
            {again.map(|again| missing(&session, &again.reform(|_: MouseEvent| ()))).unwrap_or_default()}
            if let Some(said) = said {
                <p class="none" role="status">{said}</p>
            }
            <Cards history={Rc::clone(&props.history)} {found} explanation={props.explanation.clone()} shown={props.shown.clone()} />
            {later(&TOPOLOGY, SurroundingsProps { scenario: Arc::clone(scenario), find: find.value().into() })}
        </section>
    }
}
