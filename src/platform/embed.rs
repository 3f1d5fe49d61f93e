//! A page inside another one: its height goes out, and nothing comes in.

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver, Window};

use crate::platform::window::{document, mount_point, window};

/// What the message to the page around is called.
const MESSAGE: &str = "sgp:height";

/// The attribute of the root element that says that the reader is inside the frame.
const ACTIVE: &str = "data-active";

/// Tells the page around how high this one is, each time that changes, and marks the root element
/// while the reader is inside, so that until then the wheel scrolls the page around (see
/// `static/css/embed.css`). Holds until it is dropped.
pub struct Frame {
    observer: Option<ResizeObserver>,
    _resized: Closure<dyn FnMut()>,
    _focus: [EventListener; 2],
}

impl Frame {
    /// Begins to tell; none where there is no window. A browser that cannot watch sizes tells the
    /// height once.
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

/// Says `{ type, height }` to the page around, in CSS pixels. A height is no secret, so it goes to
/// whoever that is; in a page of its own nobody is told.
fn tell(page: &Element) {
    let height = f64::from(page.scroll_height().max(page.client_height()));
    let Some(host) = host() else { return };
    let pairs = [("type", JsValue::from_str(MESSAGE)), ("height", JsValue::from_f64(height))];
    let message = Object::new();
    for (name, value) in pairs {
        // Setting a field of a new plain object cannot fail.
        let _ = Reflect::set(&message, &JsValue::from_str(name), &value);
    }
    // A host that is going away is not told.
    let _ = host.post_message(&message, "*");
}

/// The page around; none where this one stands alone.
fn host() -> Option<Window> {
    let window = window()?;
    let parent = window.parent().ok().flatten()?;
    (!Object::is(&parent, &window)).then_some(parent)
}
