//! Follows the pointer and the focus with an element.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};
use yew::NodeRef;

use crate::platform::window::document;

/// Moves an element to the pointer whenever that moves, and to the middle of what gets the focus, until
/// the result is dropped. Its place is set by a script: the policy of the page forbids the attribute.
pub fn follow_pointer(node: &NodeRef) -> Vec<EventListener> {
    let Some(document) = document() else { return Vec::new() };
    let moved = {
        let node = node.clone();
        EventListener::new(&document, "mousemove", move |event| {
            if let Some(event) = event.dyn_ref::<MouseEvent>() {
                put(&node, f64::from(event.client_x()), f64::from(event.client_y()));
            }
        })
    };
    let focused = {
        let node = node.clone();
        EventListener::new(&document, "focusin", move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            // The focus of a press is where the pointer is already.
            if let Some(target) =
                target.filter(|own| own.matches(":focus-visible").unwrap_or(false))
            {
                let at = target.get_bounding_client_rect();
                put(&node, at.x() + at.width() / 2.0, at.y() + at.height() / 2.0);
            }
        })
    };
    vec![moved, focused]
}

fn put(node: &NodeRef, left: f64, top: f64) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let place = format!("translate({left}px, {top}px)");
        // Without the property, the highlight stays where it is.
        let _ = element.style().set_property("transform", &place);
    }
}
