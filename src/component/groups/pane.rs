//! The left pane: the question, the groups, and the topology sections.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::card::GroupCard;
use crate::component::groups::form::GroupForm;
use crate::component::groups::pane::find_field::find_field;
use crate::component::groups::pane::lit::{deciders, refusal};
use crate::component::kit::button::toggler;
use crate::component::learn::question::question;
use crate::component::topology::instance_form::InstanceForm;
use crate::component::topology::instances::Instances;
use crate::component::topology::outside::Outside;
use crate::component::topology::prefix_lists::PrefixLists;
use crate::component::topology::readings::Readings;
use crate::component::topology::vpcs::Vpcs;
use crate::find;
use crate::hooks::{use_editor, use_presentation, use_reveal_of_new, use_session, use_typed};
use crate::state::Lock;
use crate::text::{edit, groups as text};
use sg_core::explain::Explanation;
use sg_core::history::History;
use sg_core::model::{RuleId, SecurityGroup, SecurityGroupId};

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
    /// Whether the scenario's question is shown.
    pub question: bool,
    /// Content above the groups: the open lesson.
    #[prop_or_default]
    pub head: Html,
}

/// Up to this number of groups are initially expanded; otherwise all are collapsed to one line.
const MOST_OPEN: usize = 8;

/// The pane.
#[component]
pub fn GroupsPane(props: &GroupsPaneProps) -> Html {
    let session = use_session();
    let embed = use_presentation().embed;
    let find = use_typed(String::new);
    let scenario = props.history.scenario();
    let making_group = use_editor("new-group".to_owned(), Lock::Groups);
    let making_instance = use_editor("new-instance".to_owned(), Lock::Topology);
    use_reveal_of_new(scenario.groups().map(|group| group.id.clone()).collect());
    let found: Vec<_> =
        scenario.groups().filter(|own| find::group(scenario, own, &find)).cloned().collect();
    let (count, all) = (found.len(), scenario.groups().len());
    let head = html! {
        <div class="pane-head">
            <h2>{session.say(text::PANE)}</h2>
            {find_field(&session, &find, all <= MOST_OPEN)}
            {toggler(&making_group, session.say(text::NEW_GROUP), None)}
            {toggler(&making_instance, session.say(text::NEW_INSTANCE), None)}
        </div>
    };
    let said = match (find.trim().is_empty(), count, all) {
        (_, 0, 0) => Some(session.say(text::NO_GROUPS).to_owned()),
        (true, ..) => None,
        (false, 0, _) => Some(session.say(edit::NOTHING_FOUND).to_owned()),
        (false, ..) => {
            let (count, all) = (count.to_string(), all.to_string());
            Some(session.fill(edit::FOUND, &[("count", &count), ("all", &all)]))
        }
    };
    html! {
        <section class="pane groups" data-focus-fallback={making_group.opener()} aria-label={session.say(text::PANE)}>
            {props.head.clone()}
            {head}
            if making_group.open {
                <GroupForm scenario={Arc::clone(scenario)} name={making_group.first()} onclose={making_group.close.clone()} />
            }
            if making_instance.open {
                <InstanceForm scenario={Arc::clone(scenario)} name={making_instance.first()} onclose={making_instance.close.clone()} />
            }
            if props.question {
                {question(&session, embed, !props.history.steps().is_empty())}
            }
            if let Some(said) = said {
                <p class="none" role="status">{said}</p>
            }
            <Cards history={Rc::clone(&props.history)} {found} explanation={props.explanation.clone()} shown={props.shown.clone()} />
            <Instances scenario={Arc::clone(scenario)} find={find.value()} />
            <Outside scenario={Arc::clone(scenario)} />
            <Vpcs scenario={Arc::clone(scenario)} />
            <PrefixLists scenario={Arc::clone(scenario)} />
            <Readings scenario={Arc::clone(scenario)} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CardsProps {
    history: Rc<History>,
    found: Vec<Arc<SecurityGroup>>,
    explanation: Option<Rc<Explanation>>,
    shown: Option<RuleId>,
}

/// The matching groups. Many are collapsed until opened or until one of their rules is shown.
#[component]
fn Cards(props: &CardsProps) -> Html {
    let folds = use_state(BTreeMap::<SecurityGroupId, bool>::new);
    let scenario = props.history.scenario();
    let refusal = refusal(&props.history);
    let (lit, deciding) = deciders(props.explanation.as_deref());
    let few = props.found.len() <= MOST_OPEN;
    let card = |group: &Arc<SecurityGroup>| {
        let asked = group.rules.iter().any(|rule| props.shown.as_ref() == Some(&rule.id));
        let open = asked || folds.get(&group.id).copied().unwrap_or(few);
        let onfold = {
            let (folds, id) = (folds.clone(), group.id.clone());
            Callback::from(move |()| {
                let mut next = (*folds).clone();
                next.insert(id.clone(), !open);
                folds.set(next);
            })
        };
        let refused = refusal.as_ref().filter(|(id, _)| *id == group.id.as_str());
        html! {
            <GroupCard
                key={group.id.to_string()}
                scenario={Arc::clone(scenario)}
                group={Arc::clone(group)}
                refusal={refused.map(|(_, error)| error.clone())}
                lit={lit.clone()}
                shown={props.shown.clone()}
                decides={deciding.as_ref() == Some(&group.id)}
                {open}
                {onfold}
            />
        }
    };
    html! { <>{for props.found.iter().map(card)}</> }
}
