//! Saves the work after a pause and on leaving the page, and watches for saves by other pages.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, AutosaveAction, AutosaveNotice, State, Work};
use sg_core::history::History;
use sg_core::share::Stamp;

/// How long the scenario must stay unchanged before it is saved, in milliseconds.
const REST: u32 = 400;

/// Compares logs by pointer: comparing their contents would compare every scenario.
#[derive(Clone)]
struct Same(Rc<History>);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Saves the page's work and reports what prevents saving.
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
            // The page is closing, so there is nobody to notify.
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
