//! The playground: groups on the left, reachability on the right, the API call below.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::pane::GroupsPane;
use crate::component::learn::lesson::panel::LessonPanel;
use crate::derived::{Predictor, Reachability};
use crate::hooks::use_session;
use crate::page::connectivity::connectivity_pane;
use crate::page::frame::{foot, head};
use crate::page::request_area::RequestArea;
use crate::platform;
use crate::state::{Origins, Part, State, View};
use crate::text::connectivity;
use sg_core::explain::Explanation;

/// Properties of [`Playground`].
#[derive(Properties, PartialEq)]
pub struct PlaygroundProps {
    /// The page state.
    pub state: Rc<State>,
    /// Sends the call in the request pane.
    pub onsend: Callback<()>,
}

/// The page.
#[component]
pub fn Playground(props: &PlaygroundProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let State { history, view, location, .. } = &**state;
    let predictor = use_memo(Rc::clone(history), |history| Predictor::new(Rc::clone(history)));
    let reachability = use_reachability(state, &predictor);
    let explanation = use_explanation(view, &reachability);
    let asked = (Rc::clone(history), location.learning.as_ref().map(|own| Arc::clone(&own.lesson)));
    let progress = use_memo(asked, |(history, lesson)| {
        lesson.as_ref().map(|lesson| Rc::new(lesson.progress(history)))
    });
    let lesson = location.learning.as_ref().zip((*progress).clone()).map(|(learning, progress)| {
        html! {
            <LessonPanel learning={learning.clone()} {progress} history={Rc::clone(history)} />
        }
    });
    // Links use the fragment, so the skip link must not change it.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::focus("matrix");
    });
    let goals = (*progress).as_ref().map(|own| (own.met(), own.goals.len()));
    let shown = &*view.presentation;
    let answers = shown.view_mode(view.view_mode).is_some() || shown.shows(Part::Answer);
    // Show both panes, or let a single pane take the full width.
    let alone = (!answers || !shown.shows(Part::Groups)).then_some("alone");
    let group = view.group.as_ref().and_then(|id| history.scenario().group(id));
    html! {
        <ContextProvider<Rc<Predictor>> context={predictor}>
            <a class="skip" href="#matrix" onclick={skip}>{session.say(connectivity::SKIP)}</a>
            {head(&session, state, group.map(|group| group.label()))}
            <main class={classes!("panes", alone)}>
                if shown.shows(Part::Groups) {
                    <ContextProvider<Rc<Origins>> context={location.opened.origins.clone().unwrap_or_default()}>
                        <GroupsPane
                            history={Rc::clone(history)}
                            explanation={explanation.clone().filter(|_| state.hidden_answer().is_none())}
                            shown={view.rule.clone()}
                            question={view.question}
                            head={lesson.unwrap_or_default()}
                        />
                    </ContextProvider<Rc<Origins>>>
                }
                if answers {
                    {connectivity_pane(&session, state, &reachability, explanation)}
                }
            </main>
            if shown.shows(Part::Request) {
                <RequestArea state={Rc::clone(state)} {goals} onsend={props.onsend.clone()} />
            }
            {foot(state)}
        </ContextProvider<Rc<Predictor>>>
    }
}

/// The explanation for the selected pair.
#[hook]
fn use_explanation(view: &View, reachability: &Rc<Reachability>) -> Option<Rc<Explanation>> {
    let asked = (Rc::clone(reachability), (view.selection.clone(), view.address), view.language);
    let explanation = use_memo(asked, |(seen, (selection, address), language)| {
        let (scenario, pair) = (seen.scenario(), selection.as_ref()?);
        let at = |address| seen.explanation_at(scenario, pair, address, *language);
        let at = address.and_then(at);
        at.or_else(|| seen.explanation(scenario, pair, *language)).map(Rc::new)
    });
    (*explanation).clone()
}

/// The reachability, built from data that an earlier render prepared.
#[hook]
fn use_reachability(state: &State, predictor: &Predictor) -> Rc<Reachability> {
    let State { history, view, preview, .. } = state;
    let last = use_mut_ref(|| None::<Rc<Reachability>>);
    let asked = (
        Arc::clone(history.scenario()),
        Arc::clone(history.scenario_before()),
        preview.as_ref().map(|edit| predictor.foresee(edit)),
        (view.packet, view.direction),
    );
    let seen = use_memo(asked, |(scenario, before, preview, asked)| {
        let last = last.borrow();
        Reachability::after(last.as_deref(), scenario, before, preview.as_deref(), *asked)
    });
    *last.borrow_mut() = Some(Rc::clone(&seen));
    seen
}
