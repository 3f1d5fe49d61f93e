//! The cards of the groups that are searched for; those of a large account follow frame by frame.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::card::GroupCard;
use crate::component::groups::card::row::members_in_a_row;
use crate::component::groups::card::title::beside;
use crate::component::groups::pane::lit::{deciders, refusal};
use crate::hooks::{use_growing, use_layout, use_session};
use crate::state::PageLayout;
use sg_core::explain::Explanation;
use sg_core::history::History;
use sg_core::model::{RuleId, SecurityGroup, SecurityGroupId};

/// In the wide layout, up to this number of groups are initially expanded; otherwise all are rows.
pub(super) const MOST_OPEN: usize = 8;

/// How many more cards a frame draws.
const PART: usize = 32;

#[derive(Properties, PartialEq)]
pub(super) struct CardsProps {
    pub(super) history: Rc<History>,
    pub(super) found: Vec<Arc<SecurityGroup>>,
    pub(super) explanation: Option<Rc<Explanation>>,
    pub(super) shown: Option<RuleId>,
}

/// The groups that were opened or collapsed, and whether they are open.
#[derive(Default)]
struct Folds(BTreeMap<SecurityGroupId, bool>);

impl Reducible for Folds {
    type Action = (SecurityGroupId, bool);

    fn reduce(self: Rc<Self>, (id, open): Self::Action) -> Rc<Self> {
        let mut next = self.0.clone();
        next.insert(id, open);
        Rc::new(Self(next))
    }
}

/// The matching groups. Those that are rows stay so until opened or until one of their rules is
/// shown.
#[component]
pub(super) fn Cards(props: &CardsProps) -> Html {
    let session = use_session();
    let folds = use_reducer(Folds::default);
    // A card is drawn anew for every new callback, so each keeps the one it has.
    let onfolds = use_mut_ref(BTreeMap::<(SecurityGroupId, bool), Callback<()>>::new);
    let scenario = props.history.scenario();
    let refusal = refusal(&props.history);
    let (lit, deciding) = deciders(props.explanation.as_deref());
    let few = use_layout() == PageLayout::Wide && props.found.len() <= MOST_OPEN;
    let drawn = use_growing(props.found.len(), PART);
    let card = |group: &Arc<SecurityGroup>| {
        let asked = group.rules.iter().any(|rule| props.shown.as_ref() == Some(&rule.id));
        let open = asked || folds.0.get(&group.id).copied().unwrap_or(few);
        let onfold = {
            let (folds, id) = (folds.dispatcher(), group.id.clone());
            let known = &mut *onfolds.borrow_mut();
            let toggle = move |()| folds.dispatch((id.clone(), !open));
            known.entry((group.id.clone(), open)).or_insert_with(|| toggle.into()).clone()
        };
        let refused = refusal.as_ref().filter(|(id, _)| *id == group.id.as_str());
        html! {
            <GroupCard
                key={group.id.to_string()}
                scenario={Arc::clone(scenario)}
                group={Arc::clone(group)}
                refusal={refused.map(|(_, error)| error.clone())}
                lit={lit.clone().filter(|_| open)}
                shown={props.shown.clone().filter(|_| open)}
                decides={deciding.as_ref() == Some(&group.id)}
                {open}
                {onfold}
                members={(!open).then(|| members_in_a_row(&session, scenario, group)).flatten()}
                beside={beside(scenario, group).map(AttrValue::from)}
            />
        }
    };
    html! { <>{for props.found.iter().take(drawn).map(card)}</> }
}
