//! The window, the document and page-wide events.

use gloo::events::EventListener;
use web_sys::{Document, Element, EventTarget, Window};

/// The element the page is mounted in; the static shell around it is not managed by Yew.
pub fn mount_point() -> Option<Element> {
    document()?.get_element_by_id("app")
}

/// Tells the static shell that the page has started, so that it hides itself.
pub fn announce_ready() {
    dispatch("sgp:ready");
}

/// The target for page-wide key listeners.
pub fn root_target() -> Option<EventTarget> {
    document().map(EventTarget::from)
}

/// Calls back each time the user leaves the page, until the listener is dropped.
pub fn on_page_hide(mut leave: impl FnMut() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "pagehide", move |_| leave()))
}

pub(crate) fn dispatch(event: &str) {
    if let (Some(document), Ok(event)) = (document(), web_sys::Event::new(event)) {
        // Fails only if a listener throws, and then there is nobody left to notify.
        let _ = document.dispatch_event(&event);
    }
}

pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}
