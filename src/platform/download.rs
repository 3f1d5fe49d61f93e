//! Saving a file that the page made.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::platform::window::document;

/// How long the browser may take to fetch what it saves, in milliseconds.
const PATIENCE: u32 = 60_000;

/// Hands bytes to the browser as a file to save; whether it took them. Nothing leaves the page: the
/// address is one of the page's own memory.
pub fn download(name: &str, kind: &str, bytes: &[u8]) -> bool {
    try_download(name, kind, bytes).is_some()
}

fn try_download(name: &str, kind: &str, bytes: &[u8]) -> Option<()> {
    let document = document()?;
    let properties = BlobPropertyBag::new();
    properties.set_type(&format!("{kind};charset=utf-8"));
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &properties).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let link = document.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Saving goes on after the press; memory is given back when it is surely done.
    Timeout::new(PATIENCE, move || drop(Url::revoke_object_url(&address))).forget();
    Some(())
}
