//! A scenario before an audience: question or step, switches, matrix and reason, all in sight.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::answer::why::why;
use crate::component::kit::later::later;
use crate::component::learn::question::question;
use crate::component::present::slide::slide;
use crate::component::present::switches::switches;
use crate::component::shell::shortcuts::{SHORTCUTS, ShortcutListProps};
use crate::derived::Predictor;
use crate::hooks::{ChosenLines, use_session, use_toggle};
use crate::page::connectivity::pairs;
use crate::page::links::Links;
use crate::page::playground::{lesson_views, use_explanation, use_reachability};
use crate::state::{PROGRESS, Slides, State, ViewMode};
use crate::text::connectivity;

/// Properties of [`Stage`].
#[derive(Properties, PartialEq, Eq)]
pub(super) struct StageProps {
    /// Everything the page remembers.
    pub(super) state: Rc<State>,
}

/// The scenario. In the steps, the slide of a step takes the place of question and switches.
#[component]
pub(super) fn Stage(props: &StageProps) -> Html {
    let session = use_session();
    let state = &props.state;
    let State { history, view, location, .. } = &**state;
    let predictor = use_memo(Rc::clone(history), |history| Predictor::new(Rc::clone(history)));
    let reachability = use_reachability(state, &predictor);
    let explanation = use_explanation(view, &reachability);
    let asked = (Rc::clone(history), location.learning.as_ref().map(|own| Arc::clone(&own.lesson)));
    let progress = use_memo(asked, |(history, lesson)| {
        Some(Rc::new(PROGRESS.get()?(lesson.as_ref()?, history)))
    });
    let rest = use_toggle(true);
    let [lesson, _] = lesson_views(state, (*progress).clone(), &rest);
    let hidden = view.selection.as_ref().is_some_and(|pair| reachability.hides(pair));
    let mode = view.presentation.view_mode(view.view_mode).unwrap_or(ViewMode::Matrix);
    let group = view.group.as_ref().and_then(|id| history.scenario().group(id));
    let steps = view.presenting == Some(Slides::Steps);
    let side = match steps {
        true => slide(&session, history, &reachability),
        false => html! {
            <>
                {state.question().map(|asks| question(&session, true, asks)).unwrap_or_default()}
                {lesson}
                {switches(history.scenario())}
            </>
        },
    };
    html! {
        <ContextProvider<Rc<Predictor>> context={predictor}>
            if view.shortcuts {
                {later(&SHORTCUTS, ShortcutListProps { group: group.map(|own| own.label().to_owned()) })}
            }
            <Links state={Rc::clone(state)} />
            <main class={classes!("stage", steps.then_some("steps-shown"))}>
                <div class="stage-side" id="stage-side" tabindex="-1">{side}</div>
                <section class="stage-main" aria-label={session.say(connectivity::PANE)}>
                    <ContextProvider<ChosenLines> context={ChosenLines(view.chosen_lines)}>
                        {pairs(mode, view, &reachability)}
                    </ContextProvider<ChosenLines>>
                    if !hidden {
                        <div aria-live="polite">{why(&session, explanation.told.as_deref())}</div>
                    }
                </section>
            </main>
        </ContextProvider<Rc<Predictor>>>
    }
}
