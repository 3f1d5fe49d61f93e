//! Scroll boxes: reads the visible part and scrolls it.

use gloo::timers::callback::Timeout;
use web_sys::Element;

use crate::platform::window::{document, window};

/// Scrolls an element into view after the next render.
pub fn reveal_soon(id: String) {
    Timeout::new(0, move || reveal(&id)).forget();
}

/// Scrolls a box to its end if it exists.
pub fn scroll_to_end(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_scroll_top(element.scroll_height());
    }
}

/// Scrolls an element into view if it exists and is not visible.
pub fn reveal(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.scroll_into_view_with_bool(false);
    }
}

/// Scrolls the first marked change into view or, if no mark is rendered, the matrix.
pub fn reveal_change() {
    let Some(document) = document() else { return };
    let marked = document.query_selector(".pane.connectivity :is(.change, .path-change)");
    let cell = marked.ok().flatten().map(|mark| mark.closest("td").ok().flatten().unwrap_or(mark));
    match cell {
        Some(cell) => cell.scroll_into_view_with_bool(false),
        None => reveal("matrix"),
    }
}

/// Scrolls a box, if it exists, and the page to their start.
pub fn scroll_to_start(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_scroll_top(0);
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// The visible part of a scroll box, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// The horizontal scroll offset.
    pub left: usize,
    /// The vertical scroll offset.
    pub top: usize,
    /// The inner width.
    pub width: usize,
    /// The inner height.
    pub height: usize,
}

impl Default for Sight {
    /// The size of a typical window, used before the box is measured.
    fn default() -> Self {
        Self { left: 0, top: 0, width: 800, height: 400 }
    }
}

/// The visible part of a box.
pub fn sight_of(element: &Element) -> Sight {
    let pixels = |length: i32| usize::try_from(length).unwrap_or_default();
    Sight {
        left: pixels(element.scroll_left()),
        top: pixels(element.scroll_top()),
        width: pixels(element.client_width()),
        height: pixels(element.client_height()),
    }
}

/// Scrolls a box to an offset, left and top.
pub fn scroll_to(element: &Element, (left, top): (usize, usize)) {
    let pixels = |length: usize| i32::try_from(length).unwrap_or(i32::MAX);
    element.set_scroll_left(pixels(left));
    element.set_scroll_top(pixels(top));
}
