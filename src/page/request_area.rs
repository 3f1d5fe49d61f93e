//! The foot of the page: the API call in one line, and the drawer with its tools.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::request::bar::RequestBar;
use crate::component::request::drawer::Drawer;
use crate::derived::prediction_env;
use crate::state::State;
use sg_core::connectivity::lint;
use sg_core::history::Outcome;
use sg_core::model::Scenario;

/// Properties of [`RequestArea`].
#[derive(Properties, PartialEq)]
pub struct RequestAreaProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
    /// How many goals of the open lesson are met, and how many it has.
    #[prop_or_default]
    pub goals: Option<(usize, usize)>,
    /// Sends the call in the request pane.
    pub onsend: Callback<()>,
}

/// The request bar, and below it the open tab of those that are offered.
#[component]
pub fn RequestArea(props: &RequestAreaProps) -> Html {
    let State { history, view, request, console, .. } = &*props.state;
    let scenario = history.scenario();
    let problems = use_memo(Arc::clone(scenario), |scenario| problem_count(scenario));
    let call = props.state.shown_call();
    let outcome = match props.state.sent_outcome() {
        Some(Outcome::Replied(reply)) => Ok(reply.clone()),
        Some(Outcome::Refused(error)) => Err(error.clone()),
        Some(Outcome::Done | Outcome::Impossible(_)) | None => {
            history.answer(&call, &prediction_env()).map(|answer| answer.reply)
        }
    };
    let sent = props.state.sent_outcome().is_some();
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
                <Drawer
                    {tab}
                    scenario={Arc::clone(scenario)}
                    request={request.clone()}
                    {outcome}
                    {sent}
                    history={Rc::clone(history)}
                    console={Rc::clone(console)}
                    view={view.clone()}
                />
            }
        </div>
    }
}

/// More rules than this are searched for problems only when somebody opens the list.
const COUNTED_RULES: usize = 200;

/// How many problems a scene has; none for one so large that looking would slow the page down.
fn problem_count(scenario: &Scenario) -> Option<usize> {
    let rules: usize = scenario.groups().map(|group| group.rules.len()).sum();
    (rules <= COUNTED_RULES).then(|| lint(scenario).len())
}
