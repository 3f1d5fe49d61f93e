//! The clock and the chance of tests, which are always the same.

use sg_core::emulator::Env;
use sg_core::model::Timestamp;

/// When tests take place: 15 January 2027, 08:00 UTC.
pub const NOW: Timestamp = Timestamp::from_unix_seconds(1_800_000_000);

/// That time with a seed: each seed makes other ids.
pub const fn env(entropy: u64) -> Env {
    Env { now: NOW, entropy }
}
