//! Copies text to the clipboard.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::Callback;

use crate::platform::window::window;

#[wasm_bindgen]
extern "C" {
    /// What `web_sys::Clipboard` is, if there is one and its method throws nothing.
    type MaybeClipboard;

    #[wasm_bindgen(method, catch, js_name = writeText)]
    fn write_text(this: &MaybeClipboard, text: &str) -> Result<JsValue, JsValue>;
}

/// Copies a text and reports whether it succeeded: the clipboard is missing in insecure contexts and
/// where a browser or an extension removes it, and may be denied in frames.
pub fn copy(text: &str, done: Callback<bool>) {
    let Some(promise) = written(text) else {
        done.emit(false);
        return;
    };
    yew::platform::spawn_local(async move {
        done.emit(JsFuture::from(promise).await.is_ok());
    });
}

fn written(text: &str) -> Option<Promise> {
    let navigator = window()?.navigator();
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    if !clipboard.is_object() {
        return None;
    }
    let promise = clipboard.unchecked_into::<MaybeClipboard>().write_text(text).ok()?;
    promise.dyn_into().ok()
}
