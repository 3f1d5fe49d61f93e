//! A hidden frame of a given width, in which a page is laid out to find out how high it is there.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlIFrameElement, Node};

use crate::platform::window::document;

/// The document of the frame: empty, and in the same mode as the page itself. The frame of a page
/// without an address would lay out tables differently.
const BLANK: &str = "blank.html";

/// A hidden frame. It is removed when dropped.
pub struct BlankFrame {
    frame: HtmlIFrameElement,
    _loaded: EventListener,
}

impl Drop for BlankFrame {
    fn drop(&mut self) {
        self.frame.remove();
    }
}

/// Opens a frame of a width in CSS pixels with the styles of this page, and calls back with the
/// element to mount an embedded page in. `None` without a window; no call if the frame cannot be
/// loaded.
pub fn blank_frame(width: u32, onready: impl FnOnce(Element) + 'static) -> Option<BlankFrame> {
    let page = document()?;
    let frame: HtmlIFrameElement = page.create_element("iframe").ok()?.dyn_into().ok()?;
    frame.set_class_name("blank-frame");
    frame.set_width(&width.to_string());
    frame.set_src(BLANK);
    for (name, value) in [("aria-hidden", "true"), ("tabindex", "-1")] {
        frame.set_attribute(name, value).ok()?;
    }
    let loaded = {
        let (page, frame) = (page.clone(), frame.clone());
        EventListener::once(&frame.clone(), "load", move |_| {
            if let Some(mount) = furnished(&page, &frame) {
                dress(&page, &mount, onready);
            }
        })
    };
    page.body()?.append_child(&frame).ok()?;
    Some(BlankFrame { frame, _loaded: loaded })
}

/// How high the content of an element is, in CSS pixels.
pub fn height_of(element: &Element) -> u32 {
    u32::try_from(element.scroll_height().max(element.client_height())).unwrap_or_default()
}

/// Gives the frame the root attributes of an embedded page. Returns the element that the styles know
/// as the page's own.
fn furnished(page: &Document, frame: &HtmlIFrameElement) -> Option<Element> {
    let own = frame.content_document()?;
    let (root, model) = (own.document_element()?, page.document_element()?);
    for name in ["lang", "data-theme"] {
        if let Some(value) = model.get_attribute(name) {
            root.set_attribute(name, &value).ok()?;
        }
    }
    root.set_attribute("data-embed", "").ok()?;
    let mount = own.create_element("div").ok()?;
    mount.set_id("app");
    own.body()?.append_child(&mount).ok()?;
    Some(mount)
}

/// Links the style sheets of the page, which the browser has, and calls back once they have
/// arrived. Their rules cannot be copied as text: Chromium writes some of them incompletely.
fn dress(page: &Document, mount: &Element, onready: impl FnOnce(Element) + 'static) {
    let Ok(links) = page.query_selector_all("link[rel=stylesheet]") else { return };
    let links: Vec<Node> = (0..links.length()).filter_map(|place| links.item(place)).collect();
    let left = Rc::new(Cell::new(links.len()));
    let onready = Rc::new(Cell::new(Some(onready)));
    for link in links {
        let (Ok(copy), Some(head)) = (link.clone_node(), head_of(mount)) else { continue };
        for event in ["load", "error"] {
            let (left, onready, mount) = (Rc::clone(&left), Rc::clone(&onready), mount.clone());
            let settled = EventListener::once(&copy, event, move |_| {
                left.set(left.get() - 1);
                if left.get() == 0
                    && let Some(onready) = onready.take()
                {
                    onready(mount);
                }
            });
            // It goes with the document of the frame.
            settled.forget();
        }
        // If it cannot be appended, no event comes and nothing is measured.
        let _ = head.append_child(&copy);
    }
}

fn head_of(mount: &Element) -> Option<Element> {
    mount.owner_document()?.query_selector("head").ok().flatten()
}
