//! The work is saved when it rests and when the page is left, and other pages are heard saving.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, AutosaveAction, AutosaveNotice, State, Work};
use sg_core::history::History;
use sg_core::share::Stamp;

/// How long the scenario must rest before it is saved, in milliseconds.
const REST: u32 = 400;

/// A log as long as it is the very same value: comparing logs would compare scenarios.
#[derive(Clone)]
struct Same(Rc<History>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Saves the work of the page, and says what stands in the way.
#[hook]
pub fn use_autosave(state: Rc<State>, dispatch: Callback<Action>) {
    let latest = use_mut_ref(|| Rc::clone(&state));
    latest.replace(Rc::clone(&state));
    let say = use_callback(dispatch, |notice: AutosaveNotice, dispatch| {
        dispatch.emit(Action::Autosave(AutosaveAction::Say(notice)));
    });
    {
        let (latest, say) = (Rc::clone(&latest), say.clone());
        use_effect_with(Same(Rc::clone(&state.history)), move |_| {
            let timer = Timeout::new(REST, move || {
                let state = Rc::clone(&latest.borrow());
                if let Some(notice) = platform::save_scenario(&state) {
                    say.emit(notice);
                }
            });
            move || drop(timer)
        });
    }
    use_effect_with((), move |()| {
        let leaving = Rc::clone(&latest);
        let left = platform::on_page_hide(move || {
            // Nobody is there to be told any more.
            let _ = platform::save_scenario(&leaving.borrow());
        });
        let heard = Callback::from(move |text: String| {
            let own = latest.borrow().autosave.work != Work::Opened;
            if let Some(stamp) = Stamp::of(&text).ok().filter(|_| own) {
                say.emit(AutosaveNotice::Elsewhere(stamp));
            }
        });
        let elsewhere = platform::on_kept_elsewhere(platform::SCENARIO, heard);
        move || drop((left, elsewhere))
    });
}
