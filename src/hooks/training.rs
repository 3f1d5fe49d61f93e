//! Notes what a learner has done, and stores it, after a pause and on leaving the page.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, NOTED, State, TrainingEdit};

/// How long nothing must be done before it is noted, in milliseconds.
const REST: u32 = 300;

/// Keeps the record of the learner. The parts of the program that do so are here once there is
/// anything to keep, because a lesson, quiz or course was opened with them.
#[hook]
pub fn use_training(state: Rc<State>, dispatch: Callback<Action>) {
    let latest = use_mut_ref(|| Rc::clone(&state));
    latest.replace(Rc::clone(&state));
    {
        let (dispatch, state) = (dispatch.clone(), Rc::clone(&state));
        use_effect_with(Rc::clone(&state), move |state| {
            let timer = state.is_visiting().then(|| {
                Timeout::new(REST, move || {
                    let note = TrainingEdit::Note(platform::env().now);
                    dispatch.emit(Action::Training(note));
                })
            });
            move || drop(timer)
        });
    }
    use_effect_with(Rc::clone(&state.training.learner), move |learner| {
        let learner = Rc::clone(learner);
        let timer = Timeout::new(REST, move || {
            if let Some(notice) = platform::store_learner(&learner) {
                dispatch.emit(Action::Training(TrainingEdit::Say(notice)));
            }
        });
        move || drop(timer)
    });
    use_effect_with((), move |()| {
        let left = platform::on_page_hide(move || {
            let state = latest.borrow();
            let noted = NOTED.get().filter(|_| state.is_visiting());
            let noted = noted.map(|noted| noted(&state, Some(platform::env().now)));
            let training = noted.as_ref().map_or(&state.training, |noted| &noted.training);
            // The page is closing, so there is nobody to notify.
            let _ = platform::store_learner(&training.learner);
        });
        move || drop(left)
    });
}
