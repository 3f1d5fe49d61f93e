//! The right pane: the pairs in the current view mode, the effect of the last edit, and the answer
//! for one pair.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::pairs::change_strip::ChangeStrip;
use crate::component::pairs::drawing::Drawing;
use crate::component::pairs::matrix::MatrixGrid;
use crate::component::pairs::packet_picker::PacketPicker;
use crate::component::pairs::pair_list::PairList;
use crate::component::pairs::view_mode_switch::view_mode_switch;
use crate::derived::Reachability;
use crate::hooks::Session;
use crate::page::answer_area::AnswerArea;
use crate::state::{Part, Selection, State, View, ViewMode};
use crate::text::{connectivity as text, lessons};
use sg_core::explain::Explanation;

/// The pane. It hides the answer of a pair that the learner has yet to predict.
pub(super) fn connectivity_pane(
    session: &Session,
    state: &State,
    reachability: &Rc<Reachability>,
    explanation: Option<Rc<Explanation>>,
) -> Html {
    let State { history, view, preview, location, .. } = state;
    let (shown, hidden_answer) = (&*view.presentation, state.hidden_answer());
    let view_mode = shown.view_mode(view.view_mode);
    let below = match hidden_answer {
        Some(_) => html! { <p class="strip veiled">{session.say(lessons::PREDICT_FIRST)}</p> },
        None => html! {
            <>
                <ChangeStrip
                    scenario={Arc::clone(history.scenario())}
                    reachability={Rc::clone(reachability)}
                    preview={preview.clone()}
                    last={history.last_step().cloned()}
                />
                if shown.shows(Part::Answer) {
                    <AnswerArea
                        history={Rc::clone(history)}
                        reachability={Rc::clone(reachability)}
                        {explanation}
                        selection={view.selection.clone()}
                        address={view.address}
                        fixes={view.fixes}
                    />
                }
            </>
        },
    };
    html! {
        <section class="pane connectivity" aria-label={session.say(text::PANE)}>
            <div class="tools">
                <h2 id="matrix" class="visually-hidden" tabindex="-1">{session.say(text::MATRIX)}</h2>
                {view_mode_switch(session, shown, view_mode.unwrap_or(view.view_mode))}
                <span class="grow"></span>
                <PacketPicker key={location.opened.route.to_string()} packet={view.packet} direction={view.direction} />
            </div>
            {for view_mode.map(|view_mode| pairs(view_mode, view, reachability, hidden_answer.as_ref()))}
            {below}
        </section>
    }
}

/// The pairs in the current view mode.
fn pairs(
    view_mode: ViewMode,
    view: &View,
    reachability: &Rc<Reachability>,
    hidden_answer: Option<&Selection>,
) -> Html {
    let (reachability, selection) = (Rc::clone(reachability), view.selection.clone());
    // Only the matrix can hide the answer of a pair that is to be predicted.
    let view_mode = if hidden_answer.is_some() { ViewMode::Matrix } else { view_mode };
    match view_mode {
        ViewMode::Matrix => {
            html! { <MatrixGrid {reachability} {selection} hidden_answer={hidden_answer.cloned()} /> }
        }
        ViewMode::Drawing => html! { <Drawing {reachability} {selection} /> },
        ViewMode::List => html! { <PairList {reachability} {selection} /> },
    }
}
