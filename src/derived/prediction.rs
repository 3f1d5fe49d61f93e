//! The clock and the entropy of a prediction.

use sg_core::emulator::Env;
use sg_core::model::Timestamp;

/// The clock and chance of a prediction: fixed, because what would be answered does not depend on
/// them and a prediction must not change from one look to the next.
pub const fn prediction_env() -> Env {
    Env { now: Timestamp::from_unix_seconds(0), entropy: 0 }
}
