//! The playground: groups on the left, reachability on the right, the API call below.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::groups::pane::GroupsPane;
use crate::component::kit::later::later;
use crate::component::learn::lesson::builder::BuilderProps;
use crate::component::learn::lesson::news::LessonNewsProps;
use crate::component::learn::lesson::panel::LessonPanelProps;
use crate::component::learn::question::question;
use crate::derived::{EXPLAIN, GROUPED, Predictor, Reachability};
use crate::hooks::{
    Toggle, use_seam, use_seam_or_again, use_session, use_start_of_opened, use_toggle,
};
use crate::page::connectivity::{Explained, connectivity_pane};
use crate::page::frame::{foot, head};
use crate::page::parts;
use crate::page::request_area::RequestArea;
use crate::platform;
use crate::state::{Origins, PROGRESS, Part, RESULTS, State, Suggested, View};
use crate::text::connectivity;
use sg_core::connectivity::GroupBy;
use sg_core::language::Language;
use sg_core::lesson::Progress;

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
    use_start_of_opened("groups-pane", Rc::clone(&location.opened));
    let reachability = use_reachability(state, &predictor);
    let explanation = use_explanation(view, &reachability);
    let asked = (Rc::clone(history), location.learning.as_ref().map(|own| Arc::clone(&own.lesson)));
    let progress = use_memo(asked, |(history, lesson)| {
        Some(Rc::new(PROGRESS.get()?(lesson.as_ref()?, history)))
    });
    let rest = use_toggle(false);
    let hidden = view.selection.as_ref().is_some_and(|pair| reachability.hides(pair));
    let [lesson, news] = lesson_views(state, (*progress).clone(), &rest);
    let lesson = builder(state).unwrap_or(lesson);
    let suggested = Rc::new(state.suggested());
    let goals = (*progress).as_ref().map(|own| (own.met(), own.goals.len()));
    let shown = &*view.presentation;
    let answers = shown.view_mode(view.view_mode).is_some() || shown.shows(Part::Answer);
    // Show both panes, or let a single pane take the full width.
    let alone = (!answers || !shown.shows(Part::Groups)).then_some("alone");
    // Without answers there is nothing to predict.
    let asks = state.question().filter(|_| answers);
    let group = view.group.as_ref().and_then(|id| history.scenario().group(id));
    html! {
        <ContextProvider<Rc<Predictor>> context={predictor}>
            <a class="skip" href="#matrix" onclick={to_matrix()}>{session.say(connectivity::SKIP)}</a>
            {head(state, group.map(|group| group.label()))}
            <main class={classes!("panes", alone, asks.map(|_| "asks"))}>
                {asks.map(|asks| question(&session, shown.embed, asks)).unwrap_or_default()}
                if shown.shows(Part::Groups) {
                    <ContextProvider<Rc<Suggested>> context={suggested}>
                        <ContextProvider<Rc<Origins>> context={location.opened.origins.clone().unwrap_or_default()}>
                            <GroupsPane
                                history={Rc::clone(history)}
                                explanation={explanation.told.clone().filter(|_| !hidden)}
                                shown={view.rule.clone()}
                                head={lesson}
                            />
                        </ContextProvider<Rc<Origins>>>
                    </ContextProvider<Rc<Suggested>>>
                }
                if answers {
                    {connectivity_pane(&session, state, (&reachability, explanation), news)}
                }
            </main>
            if shown.shows(Part::Request) {
                <RequestArea state={Rc::clone(state)} {goals} onsend={props.onsend.clone()} />
            }
            {foot(state)}
        </ContextProvider<Rc<Predictor>>>
    }
}

/// The lesson builder, if it is open. A lesson is not open then.
fn builder(state: &State) -> Option<Html> {
    let tab = state.view.building?;
    let (scenario, draft) = (Arc::clone(state.scenario()), state.draft.shared());
    let view = state.view.clone();
    Some(later(&parts::BUILDER, BuilderProps { scenario, draft, view, tab }))
}

/// The panel of the open lesson, and the line beside the matrix that says where it stands.
pub(super) fn lesson_views(
    state: &State,
    progress: Option<Rc<Progress>>,
    rest: &Toggle,
) -> [Html; 2] {
    let State { history, location, .. } = state;
    let Some((learning, progress)) = location.learning.clone().zip(progress) else {
        return [Html::default(), Html::default()];
    };
    let next_part = location.opened.course.as_ref().map(|place| place.part + 1);
    // What was shown was not solved.
    let alone = next_part.is_none() && progress.is_done() && !learning.shown;
    let results = RESULTS.get().filter(|_| alone).and_then(|results| results(state));
    let news = LessonNewsProps {
        progress: Rc::clone(&progress),
        history: Rc::clone(history),
        next_part,
        onmore: rest.set(true),
    };
    let (unfolded, onfold, history) = (rest.open, rest.on::<()>(), Rc::clone(history));
    let preview = location.opened.preview.then(|| state.draft.shared());
    let panel = LessonPanelProps {
        learning,
        progress,
        history,
        results,
        next_part,
        preview,
        unfolded,
        onfold,
    };
    [later(&parts::LESSON, panel), later(&parts::LESSON_NEWS, news)]
}

/// Skips to the matrix. Links use the fragment, so this one must not change it.
fn to_matrix() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        platform::focus("matrix");
    })
}

/// The explanation for the selected pair: its first sentence until the part that says more is here.
#[hook]
pub(super) fn use_explanation(view: &View, reachability: &Rc<Reachability>) -> Explained {
    let (explain, again) = use_seam_or_again(&EXPLAIN, view.selection.is_some());
    let pair = view.selection.clone().map(|pair| (pair, view.address));
    let asked = (Rc::clone(reachability), pair, view.language, explain.is_some());
    let told = use_memo(asked, |(seen, pair, language, _)| {
        let pair = pair.as_ref()?;
        let told = match explain {
            Some(explain) => explain(seen, pair, *language),
            None => seen.explained_briefly(pair, *language),
        };
        told.map(Rc::new)
    });
    Explained { told: (*told).clone(), whole: explain.is_some(), again }
}

/// The reachability, built from data that an earlier render prepared.
#[hook]
pub(super) fn use_reachability(state: &State, predictor: &Predictor) -> Rc<Reachability> {
    let State { history, view, preview, .. } = state;
    let last = use_mut_ref(|| None::<Rc<Reachability>>);
    let scenario = history.scenario();
    let ends = scenario.interfaces().len() + scenario.outside().len();
    let groups =
        use_seam(&GROUPED, ends > GroupBy::MOST_UNGROUPED || view.lines.are_chosen()).is_some();
    let asked = (
        Arc::clone(history.scenario()),
        Arc::clone(state.scenario_before()),
        preview.as_ref().and_then(|edit| predictor.foresee(edit)),
        (view.packet, view.direction),
        (view.language, state.hidden_answer()),
        (Rc::clone(&view.lines), groups),
    );
    let prepared = state.location.opened.prepared.as_ref();
    let seen = use_memo(asked, |(scenario, before, preview, asked, (language, hidden), lines)| {
        let last = last.borrow();
        let is_new = last.as_ref().is_none_or(|last| last.scenario() != &**scenario);
        let prepared = prepared.filter(|own| is_new && own.reach.scenario() == &**scenario);
        let last = prepared.map(|own| Rc::new(Reachability::prepared(own))).or(last.clone());
        let preview = preview.as_deref();
        let seen = Reachability::after(last.as_deref(), scenario, before, preview, *asked);
        let seen = seen.hiding(hidden.clone());
        let seen = match language {
            // English names are the names themselves.
            Language::En => seen,
            Language::Zh => seen.named(*language),
        };
        seen.in_lines(last.as_deref(), &lines.0)
    });
    *last.borrow_mut() = Some(Rc::clone(&seen));
    seen
}
