//! What pressing Open does: a large scenario is prepared first, with pauses in which the page draws.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::derived::EQUIVALENT;
use crate::hooks::use_session;
use crate::platform;
use crate::state::{Action, LocationEdit, Opening, Origins, Prepared};
use sg_core::connectivity::{GroupBy, Reach};
use sg_core::import::{Anonymised, Reading};
use sg_core::model::Scenario;

/// Whether the scenario is being prepared, and what opens it. Closing the dialog or choosing other
/// files cancels it.
#[hook]
pub(super) fn use_press(
    reading: &Rc<Reading>,
    other: &Rc<Option<Anonymised>>,
) -> (bool, Callback<MouseEvent>) {
    let session = use_session();
    let busy = use_state(|| false);
    let current = use_memo(Rc::clone(reading), |_| Cell::new(true));
    {
        let current = Rc::clone(&current);
        use_effect_with(Rc::clone(reading), move |_| move || current.set(false));
    }
    let (reading, other, is_busy) = (Rc::clone(reading), Rc::clone(other), *busy);
    let press = move |_: MouseEvent| {
        let renamed = (*other).as_ref().map(|other| Arc::new(other.scenario.clone()));
        let Some(scenario) = renamed.or(reading.scenario.clone()).filter(|_| !is_busy) else {
            return;
        };
        let (reading, other, dispatch) =
            (Rc::clone(&reading), Rc::clone(&other), session.dispatch.clone());
        let open = move |scenario: Arc<Scenario>, prepared: Option<Prepared>| {
            let names = (*other).as_ref().map(|other| &other.names);
            let origins = Origins::of(&reading, &scenario, names);
            let opening = Opening { prepared, ..Opening::imported(scenario, origins) };
            let edit = LocationEdit::Open(Rc::new(opening), platform::env());
            dispatch.emit(Action::Location(edit));
        };
        let ends = scenario.interfaces().len() + scenario.outside().len();
        if ends <= GroupBy::MOST_UNGROUPED {
            return open(scenario, None);
        }
        busy.set(true);
        let current = Rc::clone(&current);
        yew::platform::spawn_local(async move {
            let prepared = prepare(&scenario).await;
            if current.get() {
                open(scenario, prepared);
            }
        });
    };
    (is_busy, Callback::from(press))
}

/// Prepares the answers to a scenario, with pauses. `None` if the part of the program that puts ends
/// into lines does not arrive.
async fn prepare(scenario: &Scenario) -> Option<Prepared> {
    platform::breathe().await;
    let mut preparation = Reach::preparation(scenario);
    let reach = Arc::new(platform::in_slices(|| preparation.step()).await);
    let equivalent = EQUIVALENT.fetch().await.ok()?;
    let mut search = equivalent(&reach);
    let equivalent = platform::in_slices(&mut search).await;
    drop(search);
    Some(Prepared { equivalent, reach })
}
