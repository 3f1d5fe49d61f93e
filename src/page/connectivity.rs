//! The right pane: the pairs in the current view mode, the effect of the last edit, and the answer
//! for one pair.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::answer::why::why_at_first;
use crate::component::flows::bar::FlowsBarProps;
use crate::component::kit::later::{coming, later, later_than, missing};
use crate::component::pairs::change_strip::ChangeStrip;
use crate::component::pairs::compare::bar::ComparedBarProps;
use crate::component::pairs::drawing::DrawingProps;
use crate::component::pairs::lines_bar::{LinesBarProps, StandsForProps};
use crate::component::pairs::matrix::MatrixGrid;
use crate::component::pairs::nothing_yet::NothingYetProps;
use crate::component::pairs::packet_picker::PacketPicker;
use crate::component::pairs::pair_list::PairListProps;
use crate::component::pairs::view_mode_switch::view_mode_switch;
use crate::derived::Reachability;
use crate::hooks::{ChosenLines, Session};
use crate::page::answer_area::AnswerAreaProps;
use crate::page::parts;
use crate::state::{Part, State, View, ViewMode};
use crate::text::connectivity as text;
use sg_core::explain::Explanation;

/// What is said about the selected pair.
pub(super) struct Explained {
    /// The explanation, or its first sentence.
    pub(super) told: Option<Rc<Explanation>>,
    /// Whether the part that explains a pair in full is here.
    pub(super) whole: bool,
    /// Asks for that part again, if it did not arrive.
    pub(super) again: Option<Callback<()>>,
}

/// The pane. It hides the answer of a pair that the learner has yet to predict. `news`
/// says where the open lesson stands.
pub(super) fn connectivity_pane(
    session: &Session,
    state: &State,
    (reachability, explained): (&Rc<Reachability>, Explained),
    news: Html,
) -> Html {
    let State { history, view, preview, location, .. } = state;
    let shown = &*view.presentation;
    let view_mode = shown.view_mode(view.view_mode);
    let hidden = view.selection.as_ref().is_some_and(|pair| reachability.hides(pair));
    html! {
        <section class="pane connectivity" aria-label={session.say(text::PANE)}>
            <div class="tools">
                <h2 id="matrix" class="visually-hidden" tabindex="-1">{session.say(text::MATRIX)}</h2>
                {view_mode_switch(session, shown, view_mode.unwrap_or(view.view_mode))}
                <span class="grow"></span>
                <PacketPicker key={location.opened.route.as_ref().map(ToString::to_string).unwrap_or_default()} packet={view.packet} direction={view.direction} />
            </div>
            if view_mode.is_some() && reachability.ends.len() < 2 && reachability.lines.is_none() {
                {later(&parts::NOTHING_YET, NothingYetProps { scenario: Arc::clone(history.scenario()) })}
            }
            if view_mode.is_some() && reachability.lines.is_some() {
                {later(&parts::LINES_BAR, LinesBarProps { reachability: Rc::clone(reachability) })}
            }
            <ContextProvider<ChosenLines> context={ChosenLines(view.chosen_lines)}>
                {for view_mode.map(|view_mode| pairs(view_mode, view, reachability))}
            </ContextProvider<ChosenLines>>
            <div class="news">
                {news}
                {log_bar(state)}
                if let Some(compared_with) = view.compared_with.filter(|_| preview.is_none()) {
                    {later(&parts::COMPARED_BAR, ComparedBarProps { compared_with, reachability: Rc::clone(reachability), lines: Rc::clone(&view.lines) })}
                } else {
                    <ChangeStrip
                        history={Rc::clone(history)}
                        reachability={Rc::clone(reachability)}
                        preview={preview.clone()}
                    />
                }
            </div>
            if shown.shows(Part::Answer) && reachability.lines.is_some() {
                <ContextProvider<ChosenLines> context={ChosenLines(view.chosen_lines)}>
                    {for view.selection.clone().map(|selection| later(&parts::STANDS_FOR, StandsForProps { reachability: Rc::clone(reachability), selection }))}
                </ContextProvider<ChosenLines>>
            }
            if shown.shows(Part::Answer) && !hidden {
                {answer(session, &explained, AnswerAreaProps {
                    history: Rc::clone(history),
                    reachability: Rc::clone(reachability),
                    explanation: explained.told.clone(),
                    selection: view.selection.clone(),
                    address: view.address,
                    since: Rc::clone(&view.since),
                    fixes: view.fixes,
                })}
            }
        </section>
    }
}

/// The way back to what a flow log said; not in a lesson, which has nothing to do with it.
fn log_bar(State { view, location, .. }: &State) -> Option<Html> {
    let log = view.log.clone().filter(|_| location.learning.is_none())?;
    Some(later(&parts::FLOWS_BAR, FlowsBarProps { log }))
}

/// The answer. Until its part is here, it is its first sentence, as in the first frame of the whole
/// one, so that nothing moves when the part arrives.
fn answer(session: &Session, explained: &Explained, props: AnswerAreaProps) -> Html {
    let first = match (&props.selection, &explained.told) {
        (Some(_), None) if !explained.whole => coming(session),
        (_, told) => why_at_first(session, told.as_deref()),
    };
    let first = html! { <div class="answer">{first}</div> };
    match &explained.again {
        Some(again) => html! { <>{first}{missing(session, &again.reform(|_: MouseEvent| ()))}</> },
        None if props.selection.is_some() && !explained.whole => first,
        None => later_than(&parts::ANSWER, props, first),
    }
}

/// The pairs in the current view mode.
pub(super) fn pairs(view_mode: ViewMode, view: &View, reachability: &Rc<Reachability>) -> Html {
    let (reachability, selection) = (Rc::clone(reachability), view.selection.clone());
    match view_mode {
        ViewMode::Matrix | ViewMode::List if is_empty(&reachability) => Html::default(),
        ViewMode::Matrix => html! { <MatrixGrid {reachability} {selection} /> },
        ViewMode::Drawing => later(&parts::DRAWING, DrawingProps { reachability, selection }),
        ViewMode::List => later(&parts::PAIRS, PairListProps { reachability, selection }),
    }
}

/// Whether there is no pair to show.
fn is_empty(reachability: &Reachability) -> bool {
    match reachability.ends.len() {
        0 => true,
        1 => !reachability.stands_for_several(0),
        _ => false,
    }
}
