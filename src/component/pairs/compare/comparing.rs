//! Compares two scenarios: small ones at once, large ones after the page has drawn.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::derived::{Compared, Comparison};
use crate::platform;
use sg_core::import::Plan;

/// The most ends that are compared at once.
const AT_ONCE: usize = 60;

/// What two scenarios have differently; `None` until it has been worked out.
#[hook]
pub(super) fn use_comparison(compared: Compared, plan: Option<Rc<Plan>>) -> Option<Rc<Comparison>> {
    let asked = (compared, plan);
    let at_once = use_memo(asked.clone(), |(compared, plan)| {
        let small = compared.ends() <= AT_ONCE;
        small.then(|| Rc::new(compared.comparison(plan.as_deref())))
    });
    let found = use_state(|| None::<((Compared, Option<Rc<Plan>>), Rc<Comparison>)>);
    {
        let (setter, at_once) = (found.setter(), at_once.is_some());
        use_effect_with(asked.clone(), move |asked| {
            let current = Rc::new(Cell::new(true));
            if !at_once {
                let (asked, current) = (asked.clone(), Rc::clone(&current));
                yew::platform::spawn_local(async move {
                    platform::breathe().await;
                    if current.get() {
                        let comparison = Rc::new(asked.0.comparison(asked.1.as_deref()));
                        setter.set(Some((asked, comparison)));
                    }
                });
            }
            // Choosing other steps and closing the dialog cancel it.
            move || current.set(false)
        });
    }
    let later = (*found).as_ref().filter(|(known, _)| *known == asked);
    (*at_once).clone().or_else(|| later.map(|(_, comparison)| Rc::clone(comparison)))
}
