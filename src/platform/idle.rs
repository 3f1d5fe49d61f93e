//! Waits for moments that matter to nobody: an idle browser, the first touch or key.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::platform::window::{root_target, window};

/// How long to wait where the browser does not tell when it is idle, in milliseconds.
const REST: u32 = 300;

/// Yields until the browser is idle.
pub async fn idle() {
    let turn = Promise::new(&mut |resolve, _| {
        let told = window().and_then(|window| window.request_idle_callback(&resolve).ok());
        if told.is_none() {
            Timeout::new(REST, move || done(&resolve)).forget();
        }
    });
    // Nothing rejects this promise.
    let _ = JsFuture::from(turn).await;
}

/// Yields until the page is touched, clicked or typed in for the first time.
pub async fn first_input() {
    let mut listeners = Vec::new();
    let turn = Promise::new(&mut |resolve, _| {
        let Some(page) = root_target() else { return done(&resolve) };
        for event in ["pointerdown", "keydown"] {
            let resolve = resolve.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            let listen = move |_: &web_sys::Event| done(&resolve);
            listeners.push(EventListener::new_with_options(&page, event, options, listen));
        }
    });
    let _ = JsFuture::from(turn).await;
    drop(listeners);
}

fn done(resolve: &Function) {
    // Fails only if the resolver throws, which the browser's own never does.
    let _ = resolve.call0(&JsValue::NULL);
}
