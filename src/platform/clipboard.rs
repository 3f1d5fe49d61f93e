//! Copies text to the clipboard.

use wasm_bindgen_futures::JsFuture;
use yew::Callback;

use crate::platform::window::window;

/// Copies a text and reports whether it succeeded: the clipboard is missing in insecure contexts
/// and may be denied in frames.
pub fn copy(text: &str, done: Callback<bool>) {
    let Some(window) = window() else {
        done.emit(false);
        return;
    };
    if !window.is_secure_context() {
        done.emit(false);
        return;
    }
    let promise = window.navigator().clipboard().write_text(text);
    yew::platform::spawn_local(async move {
        done.emit(JsFuture::from(promise).await.is_ok());
    });
}
