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

/// Tells `static/boot.js` that every part has been asked for, so that the worker can keep them without
/// another download.
pub fn announce_settled() {
    dispatch("sgp:settled");
}

/// Tells the static shell that a part without which the page cannot start did not arrive.
pub fn announce_missing(detail: &str) {
    let Some(document) = document() else { return };
    if let Some(shell) = document.get_element_by_id("shell-detail") {
        shell.set_text_content(Some(detail));
        let _ = shell.remove_attribute("hidden");
    }
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("data-start", "fetch-failed");
    }
}

/// The name of the window, by which a journey says where the program is to panic.
#[cfg(feature = "faults")]
pub fn window_name() -> String {
    window().and_then(|window| window.name().ok()).unwrap_or_default()
}

/// The target for page-wide key listeners.
pub fn root_target() -> Option<EventTarget> {
    document().map(EventTarget::from)
}

/// Calls back each time the user leaves the page, until the listener is dropped.
pub fn on_page_hide(mut leave: impl FnMut() + 'static) -> Option<EventListener> {
    Some(EventListener::new(&window()?.into(), "pagehide", move |_| leave()))
}

/// Calls back when the page is out of sight, as behind another tab, until the listener is dropped.
pub fn on_out_of_sight(mut gone: impl FnMut() + 'static) -> Option<EventListener> {
    let listen = move |_: &web_sys::Event| {
        if document().is_some_and(|document| document.hidden()) {
            gone();
        }
    };
    Some(EventListener::new(&document()?.into(), "visibilitychange", listen))
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
