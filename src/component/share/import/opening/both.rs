//! Opens both sides of a Terraform plan: reads the other side too, then compares the two.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::{Session, Source, read_again, use_session};
use crate::platform;
use crate::state::{Action, LocationEdit, Opening};
use crate::text::compare as text;
use sg_core::import::{Choice, PlanSide, Reading};

/// Properties of [`OpenBoth`].
#[derive(Properties, PartialEq)]
pub(super) struct OpenBothProps {
    /// The side that has been read.
    pub(super) reading: Rc<Reading>,
    /// What it was read from.
    pub(super) sources: Rc<Vec<Source>>,
    /// What was chosen for it.
    pub(super) choice: Choice,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    Idle,
    Busy,
    Failed,
}

/// The button, if what was read is a plan.
#[component]
pub(super) fn OpenBoth(props: &OpenBothProps) -> Html {
    let session = use_session();
    let progress = use_state_eq(|| Progress::Idle);
    let current = use_memo(Rc::clone(&props.reading), |_| Cell::new(true));
    {
        let (current, setter) = (Rc::clone(&current), progress.setter());
        use_effect_with(Rc::clone(&props.reading), move |_| {
            setter.set(Progress::Idle);
            move || current.set(false)
        });
    }
    if props.reading.plan.is_none() || props.reading.scenario.is_none() {
        return Html::default();
    }
    let busy = *progress == Progress::Busy;
    let onclick = {
        let (sources, choice) = (Rc::clone(&props.sources), props.choice.clone());
        let (reading, session) = (Rc::clone(&props.reading), session.clone());
        let setter = progress.setter();
        Callback::from(move |_: MouseEvent| {
            if busy {
                return;
            }
            setter.set(Progress::Busy);
            let (sources, choice) = (sources.to_vec(), choice.clone());
            let (reading, session) = (Rc::clone(&reading), session.clone());
            let (current, setter) = (Rc::clone(&current), setter.clone());
            yew::platform::spawn_local(async move {
                let opening = both(&reading, sources, choice).await;
                if current.get() {
                    open(&session, opening, || setter.set(Progress::Failed));
                }
            });
        })
    };
    html! {
        <p class="acts">
            <button type="button" aria-busy={busy.then_some("true")} {onclick}>{session.say(text::PLAN_BOTH)}</button>
            <span class="muted" role="status">
                {session.say(if *progress == Progress::Failed { text::PLAN_UNREADABLE } else { text::PLAN_BOTH_HINT })}
            </span>
        </p>
    }
}

/// Reads the other side.
async fn both(reading: &Reading, sources: Vec<Source>, choice: Choice) -> Option<Opening> {
    let other = match choice.plan {
        PlanSide::Before => PlanSide::After,
        PlanSide::After => PlanSide::Before,
    };
    let shown = choice.plan;
    let other = read_again(sources, Choice { plan: other, ..choice }).await?;
    match shown {
        PlanSide::Before => Opening::of_plan(reading, &other),
        PlanSide::After => Opening::of_plan(&other, reading),
    }
}

fn open(session: &Session, opening: Option<Opening>, fail: impl FnOnce()) {
    match opening {
        Some(opening) => {
            let edit = LocationEdit::Open(Rc::new(opening), platform::env());
            session.dispatch.emit(Action::Location(edit));
        }
        None => fail(),
    }
}
