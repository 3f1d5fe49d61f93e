//! Who takes the focus when the element that has it goes away or can no longer be pressed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The attribute that names, by element id, the heir of whatever has the focus inside an element.
const HEIR: &str = "data-heir";

/// The element focused last, and its heirs from the nearest to the farthest.
#[derive(Default)]
struct Focused {
    element: Option<Element>,
    heirs: Vec<String>,
}

/// Keeps the focus on the page: when a press makes the focused element go, as a rule's own button
/// goes with the rule, the nearest heir that is there takes the focus. Otherwise the browser would
/// drop it, and a reader without a pointer would not know where the page goes on. Holds until the
/// listeners are dropped.
pub fn keep_focus() -> Vec<EventListener> {
    let Some(target) = super::root_target() else { return Vec::new() };
    let focused = Rc::new(RefCell::new(Focused::default()));
    let remember = {
        let focused = Rc::clone(&focused);
        EventListener::new(&target, "focusin", move |event| {
            let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let heirs = element.as_ref().map(heirs_of).unwrap_or_default();
            *focused.borrow_mut() = Focused { element, heirs };
        })
    };
    // A form may keep its own Esc to itself, so the press is heard on its way down.
    let presses = ["click", "keydown"].map(|press| {
        let focused = Rc::clone(&focused);
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&target, press, options, move |_| {
            let focused = Rc::clone(&focused);
            // After the press has done its work and the page has been drawn anew.
            Timeout::new(0, move || pass_on(&focused)).forget();
        })
    });
    [remember].into_iter().chain(presses).collect()
}

/// The heirs named around an element. They are read while it has the focus, because an element
/// that is gone has nothing around it.
fn heirs_of(element: &Element) -> Vec<String> {
    let around = std::iter::successors(Some(element.clone()), |e| e.parent_element());
    around.filter_map(|element| element.get_attribute(HEIR)).collect()
}

/// Gives the focus to the nearest heir, where its owner has lost it and nobody else has it.
fn pass_on(focused: &RefCell<Focused>) {
    let heirs = {
        let focused = focused.borrow();
        let Some(element) = &focused.element else { return };
        let lost = !element.is_connected() || element.matches(":disabled").unwrap_or(false);
        let now = super::document().and_then(|document| document.active_element());
        let elsewhere = now.is_some_and(|now| now != *element && now.tag_name() != "BODY");
        if !lost || elsewhere {
            return;
        }
        focused.heirs.clone()
    };
    for heir in heirs {
        super::focus(&heir);
        let now = super::document().and_then(|document| document.active_element());
        if now.is_some_and(|now| now.id() == heir) {
            return;
        }
    }
}
