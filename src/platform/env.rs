//! The current time, and entropy for ids.

use crate::platform::window::window;
use sg_core::emulator::Env;
use sg_core::model::Timestamp;

/// The current time and fresh entropy for ids.
pub fn env() -> Env {
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 fit after clamping")]
    let seconds = (js_sys::Date::now() / 1000.0) as i64;
    Env { now: Timestamp::from_unix_seconds(seconds), entropy: entropy() }
}

/// Sixty-four random bits; derived from the clock if the browser has no random source.
pub(crate) fn entropy() -> u64 {
    let mut bytes = [0_u8; 8];
    let filled = window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    match filled {
        Some(_) => u64::from_le_bytes(bytes),
        None => js_sys::Date::now().to_bits(),
    }
}
