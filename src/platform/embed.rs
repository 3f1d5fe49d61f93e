//! Embedding: posts the page's height to the surrounding page and accepts no messages.

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver, Window};

use crate::platform::window::{document, mount_point, window};

/// The `type` of the message to the surrounding page.
const MESSAGE: &str = "sgp:height";

/// The attribute of the root element that marks that the user is inside the frame.
const ACTIVE: &str = "data-active";

/// Reports the page's height to the surrounding page whenever it changes, and marks the root
/// element while the user is inside the frame. Until then the wheel scrolls the surrounding page
/// (see `static/css/embed.css`). Stops when dropped.
pub struct Frame {
    observer: Option<ResizeObserver>,
    _resized: Closure<dyn FnMut()>,
    _focus: [EventListener; 2],
}

impl Frame {
    /// Starts reporting; `None` without a window. If the browser cannot observe sizes, the height
    /// is reported once.
    pub fn new() -> Option<Self> {
        let window = window()?;
        let focus = [("focus", true), ("blur", false)]
            .map(|(event, inside)| EventListener::new(&window, event, move |_| mark(inside)));
        mark(document()?.has_focus().unwrap_or_default());
        let page = mount_point()?;
        let watched = page.clone();
        let resized = Closure::<dyn FnMut()>::new(move || tell(&watched));
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        match &observer {
            Some(observer) => observer.observe(&page),
            None => tell(&page),
        }
        Some(Self { observer, _resized: resized, _focus: focus })
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

fn mark(inside: bool) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match inside {
        true => root.set_attribute(ACTIVE, ""),
        false => root.remove_attribute(ACTIVE),
    };
}

/// Posts `{ type, height }` to the surrounding page, in CSS pixels. A height is not confidential,
/// so any origin may receive it. Does nothing outside a frame.
fn tell(page: &Element) {
    let height = f64::from(page.scroll_height().max(page.client_height()));
    let Some(host) = host() else { return };
    let pairs = [("type", JsValue::from_str(MESSAGE)), ("height", JsValue::from_f64(height))];
    let message = Object::new();
    for (name, value) in pairs {
        // Setting a field of a new plain object cannot fail.
        let _ = Reflect::set(&message, &JsValue::from_str(name), &value);
    }
    // If the host page is closing, the message is lost, which is fine.
    let _ = host.post_message(&message, "*");
}

/// The surrounding page; `None` if this page is not in a frame.
fn host() -> Option<Window> {
    let window = window()?;
    let parent = window.parent().ok().flatten()?;
    (!Object::is(&parent, &window)).then_some(parent)
}
