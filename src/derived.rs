//! What the page shows, computed from the state and never stored: it cannot be stale.

mod open_session;
mod prediction;
mod reachability;

pub use open_session::OpenSession;
pub use prediction::{Predictor, api_answer, prediction_env};
pub use reachability::{Proved, Reachability};
