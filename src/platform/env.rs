//! The current time, and entropy for ids.

use std::cell::OnceCell;

use crate::platform::clock::milliseconds;
use crate::platform::window::window;
use sg_core::emulator::Env;
use sg_core::model::Timestamp;

/// The current time and fresh entropy for ids.
pub fn env() -> Env {
    #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970 fit after clamping")]
    let seconds = (milliseconds() / 1000.0) as i64;
    Env { now: Timestamp::from_unix_seconds(seconds), entropy: entropy() }
}

thread_local! {
    static VISIT_SEED: OnceCell<u64> = const { OnceCell::new() };
}

/// A random number that stays the same until the page is reloaded, so that a link and a file
/// anonymised on one visit name things alike.
pub(crate) fn visit_seed() -> u64 {
    VISIT_SEED.with(|seed| *seed.get_or_init(entropy))
}

/// Sixty-four random bits; derived from the clock if the browser has no random source.
pub(crate) fn entropy() -> u64 {
    let mut bytes = [0_u8; 8];
    let filled = window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    match filled {
        Some(_) => u64::from_le_bytes(bytes),
        None => milliseconds().to_bits(),
    }
}
