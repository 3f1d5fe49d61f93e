//! Waiting for what the page does in later turns of the browser.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Yields to other tasks and the browser until a condition holds; the assertion that follows
/// decides.
pub(crate) async fn turns_until(holds: impl Fn() -> bool) {
    let window = web_sys::window().unwrap();
    for _ in 0..200 {
        if holds() {
            return;
        }
        let turn = Promise::new(&mut |resolve, _| {
            window.set_timeout_with_callback(&resolve).unwrap();
        });
        JsFuture::from(turn).await.unwrap();
    }
}
