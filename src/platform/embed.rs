//! Embedding: posts the page's height to the surrounding page and accepts one message, its theme.

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MessageEvent, ResizeObserver, Window};
use yew::Callback;

use crate::platform::height::height_of;
use crate::platform::window::{document, mount_point, window};
use crate::state::Theme;

/// The `type` of the message to the surrounding page.
const MESSAGE: &str = "sgp:height";

/// The `type` of the message from the surrounding page.
const THEME_MESSAGE: &str = "sgp:theme";

/// The attribute of the root element that marks that the user is inside the frame.
const ACTIVE: &str = "data-active";

/// The attribute of the root element that marks that the page continues below the frame.
const MORE: &str = "data-more";

/// Reports the page's height to the surrounding page whenever it changes, and marks the root
/// element while the user is inside the frame. Until then the wheel scrolls the surrounding page
/// (see `static/css/embed.css`). Stops when dropped.
pub struct Frame {
    observer: Option<ResizeObserver>,
    _resized: Closure<dyn FnMut()>,
    _events: [EventListener; 5],
}

impl Frame {
    /// Starts reporting, and calls back with each theme that the surrounding page asks for; `None`
    /// without a window. If the browser cannot observe sizes, the height is reported once.
    pub fn new(ontheme: Callback<Theme>) -> Option<Self> {
        let window = window()?;
        let [focus, blur] = [("focus", true), ("blur", false)].map(|(event, inside)| {
            EventListener::new(&window, event, move |_| mark(ACTIVE, inside))
        });
        let [scrolled, sized] =
            ["scroll", "resize"].map(|event| EventListener::new(&window, event, |_| mark_extent()));
        let asked = EventListener::new(&window, "message", move |event| {
            event.dyn_ref().and_then(theme_in).into_iter().for_each(|theme| ontheme.emit(theme));
        });
        mark(ACTIVE, document()?.has_focus().unwrap_or_default());
        let page = mount_point()?;
        let watched = page.clone();
        let resized = Closure::<dyn FnMut()>::new(move || {
            tell(&watched);
            mark_extent();
        });
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        match &observer {
            Some(observer) => observer.observe(&page),
            None => tell(&page),
        }
        let events = [focus, blur, scrolled, sized, asked];
        Some(Self { observer, _resized: resized, _events: events })
    }
}

/// The theme that the surrounding page asks for: `{ type: "sgp:theme", theme: "light" }` or
/// `"dark"`. `None` for any other message and for one from any other window, such as a frame beside
/// this one.
fn theme_in(event: &MessageEvent) -> Option<Theme> {
    let (source, data) = (event.source()?, event.data());
    if !Object::is(&source, &host()?.into()) || !data.is_object() {
        return None;
    }
    let word = |name: &str| Reflect::get(&data, &JsValue::from_str(name)).ok()?.as_string();
    if word("type")? != THEME_MESSAGE {
        return None;
    }
    let asked = word("theme")?;
    [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.word() == Some(&asked))
}

/// Scrolls down by most of the frame.
pub fn scroll_on() {
    if let Some(window) = window() {
        window.scroll_by_with_x_and_y(0.0, visible_height(&window) * 0.8);
    }
}

/// Marks whether the page continues below the frame, by more than a rounding error.
fn mark_extent() {
    let Some((root, window)) = document().and_then(|own| own.document_element()).zip(window())
    else {
        return;
    };
    let (whole, visible) = (f64::from(root.scroll_height()), visible_height(&window));
    let end = window.scroll_y().unwrap_or_default() + visible;
    mark(MORE, whole > end + SLACK);
}

const SLACK: f64 = 4.0;

fn visible_height(window: &Window) -> f64 {
    window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

impl Drop for Frame {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

fn mark(attribute: &str, on: bool) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = match on {
        true => root.set_attribute(attribute, ""),
        false => root.remove_attribute(attribute),
    };
}

/// Posts `{ type, height }` to the surrounding page, in CSS pixels. A height is not confidential,
/// so any origin may receive it. Does nothing outside a frame.
fn tell(page: &Element) {
    let height = f64::from(height_of(page));
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
