//! Moves the focus to a fallback when the focused element is removed or disabled.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MutationObserver, MutationObserverInit};

use crate::platform::window::{document, mount_point, root_target};

/// The attribute that names, by element id, the focus fallback for anything focused inside an
/// element.
const FOCUS_FALLBACK: &str = "data-focus-fallback";

/// Keeps the focus on the page. When the focused element goes away, such as a rule's button when
/// the rule is deleted, the nearest existing focus fallback is focused. Otherwise the browser would
/// drop the focus and keyboard users would lose their place. Stops when dropped.
pub struct FocusRestorer {
    _listener: EventListener,
    observer: MutationObserver,
    _changed: Closure<dyn FnMut()>,
}

impl FocusRestorer {
    /// Starts watching the page; `None` if the browser does not support observers.
    pub fn new() -> Option<Self> {
        let focused = Rc::new(RefCell::new(Focused::default()));
        let remembered = Rc::clone(&focused);
        let listener = EventListener::new(&root_target()?, "focusin", move |event| {
            let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let focus_fallbacks = element.as_ref().map(focus_fallbacks_of).unwrap_or_default();
            let shown = element.as_ref().and_then(|own| own.matches(":focus-visible").ok());
            let shown = shown.unwrap_or(true);
            *remembered.borrow_mut() = Focused { element, focus_fallbacks, shown };
        });
        let changed = Closure::<dyn FnMut()>::new(move || {
            if focused.borrow().is_lost() {
                let focused = Rc::clone(&focused);
                // A component may move the focus itself after rendering, so wait for it first.
                Timeout::new(0, move || pass_on(&focused)).forget();
            }
        });
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        let watched = MutationObserverInit::new();
        watched.set_child_list(true);
        watched.set_subtree(true);
        watched.set_attribute_filter(&Array::of1(&JsValue::from_str("disabled")));
        let page = mount_point()?;
        observer.observe_with_options(&page, &watched).ok()?;
        Some(Self { _listener: listener, observer, _changed: changed })
    }
}

impl Drop for FocusRestorer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The last focused element and its focus fallbacks, nearest first.
#[derive(Default)]
struct Focused {
    element: Option<Element>,
    focus_fallbacks: Vec<String>,
    /// Whether it showed that it had the focus, as it does when keys are used.
    shown: bool,
}

impl Focused {
    /// Whether the element is gone or disabled and nothing else has the focus.
    fn is_lost(&self) -> bool {
        let Some(element) = &self.element else { return false };
        let lost = !element.is_connected() || element.matches(":disabled").unwrap_or(false);
        lost && active().is_none_or(|now| now == *element || now.tag_name() == "BODY")
    }
}

fn active() -> Option<Element> {
    document()?.active_element()
}

/// The focus fallbacks named around an element. They are collected while it has the focus, because
/// a removed element no longer has ancestors.
fn focus_fallbacks_of(element: &Element) -> Vec<String> {
    let around = std::iter::successors(Some(element.clone()), |e| e.parent_element());
    around.filter_map(|element| element.get_attribute(FOCUS_FALLBACK)).collect()
}

/// Focuses the nearest focus fallback if the focus is still lost. Nothing is scrolled under somebody
/// who points at it; who uses keys must see where the focus is.
fn pass_on(focused: &RefCell<Focused>) {
    let (focus_fallbacks, shown) = {
        let focused = focused.borrow();
        if !focused.is_lost() {
            return;
        }
        (focused.focus_fallbacks.clone(), focused.shown)
    };
    for focus_fallback in focus_fallbacks {
        if shown {
            super::focus(&focus_fallback);
        } else {
            super::focus_in_place(&focus_fallback);
        }
        if active().is_some_and(|now| now.id() == focus_fallback) {
            return;
        }
    }
}
