//! The bottom of the page: the API call on one line, and the drawer with its tools.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::later::later;
use crate::component::request::bar::RequestBar;
use crate::component::request::drawer::DrawerProps;
use crate::derived::api_answer;
use crate::hooks::{use_prediction, use_seam};
use crate::page::parts;
use crate::seam;
use crate::state::{State, View};
use sg_core::connectivity::lint;
use sg_core::history::Edit;
use sg_core::model::Scenario;

/// Properties of [`RequestArea`].
#[derive(Properties, PartialEq)]
pub struct RequestAreaProps {
    /// The page state.
    pub state: Rc<State>,
    /// The number of goals met in the open lesson, and their total.
    #[prop_or_default]
    pub goals: Option<(usize, usize)>,
    /// Sends the call in the request pane.
    pub onsend: Callback<()>,
}

/// The request bar and, below it, the open drawer tab if the presentation offers it.
#[component]
pub fn RequestArea(props: &RequestAreaProps) -> Html {
    let State { history, view, request, console, .. } = &*props.state;
    let scenario = history.scenario();
    let count = use_seam(&PROBLEM_COUNT, true);
    let problems = use_memo((Arc::clone(scenario), count), |(scenario, count)| {
        count.and_then(|count| count(scenario))
    });
    let call = props.state.shown_call();
    let sent = props.state.sent_outcome();
    let unsent = sent.is_none().then(|| Edit::Call(call.clone()));
    let foreseen = use_prediction(scenario, unsent.as_ref());
    let outcome = sent.or(foreseen.as_ref().map(|step| &step.outcome)).and_then(api_answer);
    // Calls always have an API outcome; topology edits do not.
    let Some(outcome) = outcome else { return Html::default() };
    let sent = sent.is_some();
    let drawer = view.drawer.filter(|tab| view.presentation.tabs().any(|own| own == *tab));
    html! {
        <div class="bottom">
            <RequestBar
                {call}
                outcome={outcome.clone()}
                {sent}
                {drawer}
                steps={history.steps().len()}
                problems={*problems}
                goals={props.goals}
                onsend={props.onsend.clone()}
            />
            if let Some(tab) = drawer {
                {later(&parts::DRAWER, DrawerProps {
                    tab,
                    scenario: Arc::clone(scenario),
                    request: request.clone(),
                    outcome,
                    sent,
                    history: Rc::clone(history),
                    console: Rc::clone(console),
                    view: drawer_view(&props.state),
                    hidden: props.state.hidden_answer().is_some(),
                })}
            }
        </div>
    }
}

/// The view for the drawer, whose timeline must not tell a hidden answer.
fn drawer_view(state: &State) -> View {
    let hidden = state.hidden_answer().is_some();
    let selection = state.view.selection.clone().filter(|_| !hidden);
    View { selection, ..state.view.clone() }
}

/// Scenarios with more rules than this are checked for problems only when the list is opened.
const COUNTED_RULES: usize = 200;

seam! { static PROBLEM_COUNT: fn(&Scenario) -> Option<usize> = problem_count; problems in answer }

/// The number of problems; `None` if the scenario is too large to check without slowing the page
/// down.
fn problem_count(scenario: &Scenario) -> Option<usize> {
    let rules: usize = scenario.groups().map(|group| group.rules.len()).sum();
    (rules <= COUNTED_RULES).then(|| lint(scenario).len())
}
