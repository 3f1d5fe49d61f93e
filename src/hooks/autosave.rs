//! Saves the work after a pause and on leaving the page, and watches for saves by other pages. Writing
//! a large scenario would stop the page, so it is only saved when nobody looks at it.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::platform;
use crate::state::{Action, AutosaveAction, AutosaveNotice, State, Work};
use sg_core::history::History;
use sg_core::share::Limits;

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
            // Asked for at once: a page that is left before it can save loses its work.
            let edited = latest.borrow().autosave.work == Work::Edited;
            if edited {
                spawn_local(async {
                    let _ = platform::fetch_saving().await;
                });
            }
            let large = !Limits::LINK.hold(latest.borrow().scenario());
            if edited
                && large
                && let Some(notice) = platform::saved_when_left()
            {
                say.emit(notice);
            }
            let timer = (edited && !large).then(|| {
                Timeout::new(REST, move || {
                    spawn_local(async move {
                        let saving = platform::fetch_saving().await;
                        let state = Rc::clone(&latest.borrow());
                        let missing = saving.err().map(|_| AutosaveNotice::NotYet);
                        if let Some(notice) = missing.or_else(|| platform::save_scenario(&state)) {
                            say.emit(notice);
                        }
                    });
                })
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
        let (hidden, told) = (Rc::clone(&latest), say.clone());
        let out_of_sight = platform::on_out_of_sight(move || {
            if let Some(notice) = platform::save_scenario(&hidden.borrow()) {
                told.emit(notice);
            }
        });
        let heard = Callback::from(move |text: String| {
            let own = latest.borrow().autosave.work != Work::Opened;
            if let Some(stamp) = platform::stamp_of(&text).filter(|_| own) {
                say.emit(AutosaveNotice::Elsewhere(stamp));
            }
        });
        let elsewhere = platform::on_kept_elsewhere(platform::SCENARIO, heard);
        move || drop((left, out_of_sight, elsewhere))
    });
}
