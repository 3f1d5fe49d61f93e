//! The comparison of two steps of the log: what is configured differently, and what that does.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::component::kit::button::IconButton;
use crate::component::kit::dialog::Dialog;
use crate::component::pairs::compare::comparing::use_comparison;
use crate::component::pairs::compare::parts::{configured, effects};
use crate::component::pairs::compare::steps::step_field;
use crate::derived::Compared;
use crate::hooks::{Session, use_session, value_of};
use crate::state::{Action, LocationEdit, Opening, Selection, View};
use crate::text::compare as text;
use sg_core::history::History;
use sg_core::import::Plan;
use sg_core::language::Text;

pub mod bar;
mod comparing;
mod parts;
mod steps;

/// Properties of [`ComparePanel`].
#[derive(Properties, PartialEq, Eq)]
pub struct ComparePanelProps {
    /// The log.
    pub history: Rc<History>,
    /// The view, which holds the packets and checks, and what is compared already.
    pub view: View,
    /// What was opened last, which may be the two sides of a plan.
    pub opened: Rc<Opening>,
    /// Whether an answer is to be predicted, which the comparison would tell.
    pub hidden: bool,
}

/// The dialog.
#[component]
pub fn ComparePanel(props: &ComparePanelProps) -> Html {
    let session = use_session();
    let ComparePanelProps { history, view, .. } = props;
    let steps = use_state_eq(|| first_steps(history, view));
    let (before, after) = *steps;
    let scenario = |position: usize| Arc::clone(history.scenario_at(position));
    let compared = Compared {
        before: scenario(before),
        after: scenario(after),
        choice: view.packet,
        view: view.direction,
        language: session.language,
    };
    let plan = plan_of(&props.opened, &compared);
    let comparison = use_comparison(compared, plan);
    let set = |place: usize| {
        let steps = steps.setter();
        Callback::from(move |event: Event| {
            let chosen = value_of(&event).parse().unwrap_or_default();
            steps.set(if place == 0 { (chosen, after) } else { (before, chosen) });
        })
    };
    let swap = {
        let steps = steps.setter();
        Callback::from(move |_: MouseEvent| steps.set((after, before)))
    };
    let show = show(&session, history, (before, after));
    let shown = match &comparison {
        _ if history.steps().is_empty() => said(&session, text::NOTHING_TO_COMPARE),
        _ if props.hidden => said(&session, text::PREDICT_FIRST),
        None => said(&session, text::COMPARING),
        Some(comparison) => html! {
            <div class="comparison">
                {configured(&session, comparison)}
                {effects(&session, comparison, &show)}
            </div>
        },
    };
    html! {
        <Dialog title={&text::COMPARE} opener="open-compare">
            <p class="muted">{session.say(text::LEAD)}</p>
            if !history.steps().is_empty() {
                <div class="compare-steps">
                    {step_field(&session, history, (text::BEFORE, before), set(0))}
                    {IconButton::new("⇄", session.say(text::SWAP), swap).show()}
                    {step_field(&session, history, (text::AFTER, after), set(1))}
                </div>
            }
            {shown}
            if comparison.is_some() && !props.hidden && !history.steps().is_empty() {
                <p class="acts">
                    <button type="button" class="primary" onclick={show.reform(|_: MouseEvent| None)}>{session.say(text::SHOW_IN_MATRIX)}</button>
                </p>
            }
        </Dialog>
    }
}

/// The plan, if its two sides are compared.
fn plan_of(opened: &Opening, compared: &Compared) -> Option<Rc<Plan>> {
    let sides = opened.before.as_ref().map(|before| (before, &opened.scenario));
    opened.plan.clone().filter(|_| sides == Some((&compared.before, &compared.after)))
}

/// The steps that are compared when the dialog opens.
fn first_steps(history: &History, view: &View) -> (usize, usize) {
    let (position, last) = (history.position(), history.steps().len());
    match (view.compared_with, position) {
        (Some(before), after) => (before, after),
        // At the beginning of the log, the next step is the only one to compare with.
        (None, 0) => (0, last.min(1)),
        (None, after) => (after - 1, after),
    }
}

fn said(session: &Session, text: Text) -> Html {
    html! { <p class="none" role="status">{session.say(text)}</p> }
}

/// Closes the dialog and shows the comparison in the page, with this pair selected if the later
/// scenario still has it.
fn show(
    session: &Session,
    history: &History,
    steps: (usize, usize),
) -> Callback<Option<Selection>> {
    let (dispatch, shown) = (session.dispatch.clone(), Arc::clone(history.scenario_at(steps.1)));
    Callback::from(move |pair: Option<Selection>| {
        dispatch.emit(Action::Compare(Some(steps)));
        if let Some(pair) = pair.filter(|pair| pair.exists_in(&shown)) {
            dispatch.emit(Action::Select(pair));
        }
        dispatch.emit(Action::Location(LocationEdit::Dialog(None)));
    })
}
