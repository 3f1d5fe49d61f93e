//! Long work in slices, between which the browser can render and handle events.

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::platform::clock::milliseconds;

/// The length of a slice in milliseconds: less than a frame.
const PATIENCE: f64 = 12.0;

/// How many steps a slice has at most, for a clock that stands still.
const MOST_STEPS: usize = 10_000;

/// Takes steps until one gives a result or the slice is over.
pub fn slice<T>(step: &mut impl FnMut() -> Option<T>) -> Option<T> {
    let begun = milliseconds();
    for _ in 0..MOST_STEPS {
        let result = step();
        // A clock that is set back must not make the slice longer.
        if result.is_some() || !(0.0..PATIENCE).contains(&(milliseconds() - begun)) {
            return result;
        }
    }
    None
}

/// Takes steps until one gives a result, in slices.
pub async fn in_slices<T>(mut step: impl FnMut() -> Option<T>) -> T {
    loop {
        let result = slice(&mut step);
        breathe().await;
        if let Some(result) = result {
            return result;
        }
    }
}

/// Yields so that the browser can render and handle events.
pub async fn breathe() {
    let turn = Promise::new(&mut |resolve, _| {
        let next = move || {
            // Fails only if the resolver throws, which the browser's own never does.
            let _ = resolve.call0(&JsValue::NULL);
        };
        Timeout::new(0, next).forget();
    });
    // Nothing rejects this promise.
    let _ = JsFuture::from(turn).await;
}
