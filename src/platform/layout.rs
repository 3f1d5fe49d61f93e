//! The width of the page, which decides its layout.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, ResizeObserver};

use crate::platform::window::document;
use crate::state::PageLayout;

/// The layout that fits the width of the page; the wide one without a document.
pub fn page_layout() -> PageLayout {
    body().map_or_else(PageLayout::default, |body| layout_of(&body))
}

/// The element whose width the container queries of the style sheets ask for.
fn body() -> Option<HtmlElement> {
    document()?.body()
}

fn layout_of(body: &HtmlElement) -> PageLayout {
    PageLayout::of_width(body.get_bounding_client_rect().width())
}

/// Calls back whenever the size of the page changes. Stops when dropped.
pub struct LayoutObserver {
    observer: ResizeObserver,
    _resized: Closure<dyn FnMut()>,
}

impl LayoutObserver {
    /// Starts observing; `None` without a document or if the browser cannot observe sizes. Then the
    /// page keeps the layout it started with.
    pub fn new(told: impl Fn(PageLayout) + 'static) -> Option<Self> {
        let body = body()?;
        let watched = body.clone();
        let resized = Closure::<dyn FnMut()>::new(move || told(layout_of(&watched)));
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        observer.observe(&body);
        Some(Self { observer, _resized: resized })
    }
}

impl Drop for LayoutObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
