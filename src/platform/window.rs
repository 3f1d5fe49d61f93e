//! The window and the document, and the events of the page as a whole.

use gloo::events::EventListener;
use web_sys::{Document, Element, EventTarget, Window};

/// The element the page mounts in; the static shell around it stays out of Yew's hands.
pub fn mount_point() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// Tells the static shell that the page stands, so that it steps aside.
pub fn announce_ready() {
    dispatch("sgp:ready");
}

/// The place where the page's keys are heard.
pub fn root_target() -> Option<EventTarget> {
    document().map(EventTarget::from)
}

/// Does something each time the page is left; stops when the listener is dropped.
pub fn on_page_hide(mut leave: impl FnMut() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "pagehide", move |_| leave()))
}

pub(crate) fn dispatch(event: &str) {
    if let (Some(document), Ok(event)) = (document(), web_sys::Event::new(event)) {
        // Only a listener that throws makes this fail, and then there is nobody left to tell.
        let _ = document.dispatch_event(&event);
    }
}

pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}
