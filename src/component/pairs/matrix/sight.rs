//! The visible part of a large matrix: follows the selected cell, keys and scrolling.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::component::pairs::matrix::cell::cell_id;
use crate::component::pairs::matrix::window::{SMALL, moved, scrolled_to};
use crate::derived::Reachability;
use crate::hooks::Session;
use crate::platform;
use crate::platform::Sight;

/// The visible part of the grid's box, which follows the selected cell, and the key handler.
#[hook]
pub(crate) fn use_sight(
    session: &Session,
    reachability: &Rc<Reachability>,
    place: Option<(usize, usize)>,
) -> (NodeRef, UseStateHandle<Sight>, Callback<KeyboardEvent>) {
    let box_ref = use_node_ref();
    let sight = use_state_eq(Sight::default);
    // A cell selected by keyboard gets the focus once it is rendered.
    let wanted = use_mut_ref(|| false);
    // Keys pressed before the next render continue from the position of the previous key.
    let at = use_mut_ref(|| place);
    *at.borrow_mut() = place;
    let large = reachability.ends.len() > SMALL;
    {
        let (box_ref, sight) = (box_ref.clone(), sight.setter());
        use_effect_with((place, large), move |(place, large)| {
            let Some(element) = box_ref.cast::<Element>().filter(|_| *large) else { return };
            if let Some(place) = *place {
                platform::scroll_to(&element, scrolled_to(platform::sight_of(&element), place));
            }
            sight.set(platform::sight_of(&element));
        });
    }
    {
        let wanted = wanted.clone();
        use_effect(move || {
            if let Some((from, to)) = place.filter(|_| *wanted.borrow())
                && platform::focus(&cell_id(from, to))
            {
                *wanted.borrow_mut() = false;
            }
        });
    }
    let onkeydown = {
        let (dispatch, reachability) = (session.dispatch.clone(), Rc::clone(reachability));
        Callback::from(move |event: KeyboardEvent| {
            let command = event.ctrl_key() || event.meta_key();
            let from = at.borrow().unwrap_or_default();
            let next = moved(&event.key(), command, from, reachability.ends.len());
            let Some((from, to)) = next else { return };
            if let Some(action) = reachability.selecting(from, to) {
                event.prevent_default();
                *wanted.borrow_mut() = true;
                *at.borrow_mut() = Some((from, to));
                dispatch.emit(action);
            }
        })
    };
    (box_ref, sight, onkeydown)
}

/// The current visible part of the box.
pub(crate) fn measured(box_ref: &NodeRef) -> Sight {
    box_ref.cast::<Element>().map_or_else(Sight::default, |element| platform::sight_of(&element))
}
