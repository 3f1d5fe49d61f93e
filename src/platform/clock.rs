//! The time of day, from a clock that may be missing or replaced.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Date, js_name = now)]
    fn date_now() -> Result<JsValue, JsValue>;
}

/// The end of the year 9999, in milliseconds since 1970.
const LAST: f64 = 253_402_300_799_000.0;

/// The milliseconds since 1970; zero from a clock that throws, returns no number or one of another
/// era, as one that was replaced by another script or an extension may do.
pub(crate) fn milliseconds() -> f64 {
    let now = date_now().ok().and_then(|now| now.as_f64());
    now.filter(|now| (0.0..=LAST).contains(now)).unwrap_or_default()
}
