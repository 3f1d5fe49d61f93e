//! The playground: cause on the left, effect on the right, the API call below.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::connectivity::lint;
use crate::history::Outcome;
use crate::model::Scenario;
use crate::ui::component::{
    ChangeStrip, Drawer, Drawing, GroupsPane, Header, LensSwitch, LessonPanel, Links, MatrixGrid,
    PacketPicker, PairList, RequestBar, Shortcuts,
};
use crate::ui::derived::{Reachability, prediction_env};
use crate::ui::hooks::use_session;
use crate::ui::platform;
use crate::ui::state::{Lens, Origins, Selection, State, View};
use crate::ui::text::{connectivity, lessons};

use super::AnswerArea;

/// Properties of [`Playground`].
#[derive(Properties, PartialEq)]
pub struct PlaygroundProps {
    /// Everything the page remembers.
    pub state: Rc<State>,
    /// Sends the call in the request pane.
    pub onsend: Callback<()>,
}

/// The page.
#[component]
pub fn Playground(props: &PlaygroundProps) -> Html {
    let session = use_session();
    let State { history, view, request, preview, console, place, .. } = &*props.state;
    let scenario = history.scenario();
    let reachability = use_reachability(&props.state);
    let explanation = use_memo(
        (Rc::clone(&reachability), (view.selection.clone(), view.address), view.language),
        |(seen, (selection, address), language)| {
            let (scenario, pair) = (seen.scenario(), selection.as_ref()?);
            let at = |address| seen.explanation_at(scenario, pair, address, *language);
            let at = address.and_then(at);
            at.or_else(|| seen.explanation(scenario, pair, *language)).map(Rc::new)
        },
    );
    let problems = use_memo(Arc::clone(scenario), |scenario| problem_count(scenario));
    let veil = props.state.veil();
    let asked = (Rc::clone(history), place.learning.as_ref().map(|own| Arc::clone(&own.lesson)));
    let progress = use_memo(asked, |(history, lesson)| {
        lesson.as_ref().map(|lesson| Rc::new(lesson.progress(history)))
    });
    let lesson = place.learning.as_ref().zip((*progress).clone()).map(|(learning, progress)| {
        html! {
            <LessonPanel learning={learning.clone()} {progress} history={Rc::clone(history)} />
        }
    });
    let call = props.state.shown_call();
    let outcome = match props.state.sent_outcome() {
        Some(Outcome::Replied(reply)) => Ok(reply.clone()),
        Some(Outcome::Refused(error)) => Err(error.clone()),
        Some(Outcome::Done | Outcome::Impossible(_)) | None => {
            history.answer(&call, &prediction_env()).map(|answer| answer.reply)
        }
    };
    let sent = props.state.sent_outcome().is_some();
    // The fragment of the address belongs to links.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::focus("matrix");
    });
    let group_name = view.group.as_ref().and_then(|id| scenario.group(id));
    html! {
        <>
            <a class="skip" href="#matrix" onclick={skip}>{session.say(connectivity::SKIP)}</a>
            <Header
                theme={view.theme}
                can_undo={history.undo().is_some()}
                can_redo={history.redo().is_some()}
                shortcuts={view.shortcuts}
            />
            if view.shortcuts {
                <Shortcuts group={group_name.map(|group| AttrValue::from(group.label().to_owned()))} />
            }
            <Links state={Rc::clone(&props.state)} />
            <main class="panes">
                <ContextProvider<Rc<Origins>> context={place.opened.origins.clone().unwrap_or_default()}>
                    <GroupsPane
                        history={Rc::clone(history)}
                        explanation={(*explanation).clone().filter(|_| veil.is_none())}
                        shown={view.rule.clone()}
                        question={view.question}
                        head={lesson.unwrap_or_default()}
                    />
                </ContextProvider<Rc<Origins>>>
                <section class="pane connectivity" aria-label={session.say(connectivity::PANE)}>
                    <div class="tools">
                        <h2 id="matrix" class="visually-hidden" tabindex="-1">{session.say(connectivity::MATRIX)}</h2>
                        <LensSwitch lens={view.lens} />
                        <span class="grow"></span>
                        <PacketPicker key={place.opened.route.to_string()} packet={view.packet} direction={view.direction} />
                    </div>
                    {pairs(view, &reachability, veil.as_ref())}
                    if veil.is_some() {
                        <p class="strip veiled">{session.say(lessons::PREDICT_FIRST)}</p>
                    } else {
                    <ChangeStrip
                        scenario={Arc::clone(scenario)}
                        reachability={Rc::clone(&reachability)}
                        preview={preview.clone()}
                        last={history.last_step().cloned()}
                    />
                    <AnswerArea
                        history={Rc::clone(history)}
                        {reachability}
                        explanation={(*explanation).clone()}
                        selection={view.selection.clone()}
                        address={view.address}
                        fixes={view.fixes}
                    />
                    }
                </section>
            </main>
            <div class="bottom">
                <RequestBar
                    {call}
                    outcome={outcome.clone()}
                    {sent}
                    drawer={view.drawer}
                    steps={history.steps().len()}
                    problems={*problems}
                    goals={(*progress).as_ref().map(|own| (own.met(), own.goals.len()))}
                    onsend={props.onsend.clone()}
                />
                if let Some(tab) = view.drawer {
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
        </>
    }
}

/// More rules than this are searched for problems only when somebody opens the list.
const COUNTED_RULES: usize = 200;

/// How many problems a scene has; none for one so large that looking would slow the page down.
fn problem_count(scenario: &Scenario) -> Option<usize> {
    let rules: usize = scenario.groups().map(|group| group.rules.len()).sum();
    (rules <= COUNTED_RULES).then(|| lint(scenario).len())
}

/// The pairs as the view in force shows them.
fn pairs(view: &View, reachability: &Rc<Reachability>, veil: Option<&Selection>) -> Html {
    let (reachability, selection) = (Rc::clone(reachability), view.selection.clone());
    // Only the matrix can leave out an answer that is to be predicted.
    let lens = if veil.is_some() { Lens::Matrix } else { view.lens };
    match lens {
        Lens::Matrix => {
            html! { <MatrixGrid {reachability} {selection} veil={veil.cloned()} /> }
        }
        Lens::Drawing => html! { <Drawing {reachability} {selection} /> },
        Lens::List => html! { <PairList {reachability} {selection} /> },
    }
}

/// Who reaches whom, from what the last look has prepared.
#[hook]
fn use_reachability(state: &State) -> Rc<Reachability> {
    let State { history, view, preview, .. } = state;
    let last = use_mut_ref(|| None::<Rc<Reachability>>);
    let asked = (
        Arc::clone(history.scenario()),
        Arc::clone(history.scenario_before()),
        preview.clone(),
        (view.packet, view.direction),
    );
    let seen = use_memo(asked, |(scenario, before, preview, asked)| {
        let last = last.borrow();
        Reachability::after(last.as_deref(), scenario, before, preview.as_ref(), *asked)
    });
    *last.borrow_mut() = Some(Rc::clone(&seen));
    seen
}
