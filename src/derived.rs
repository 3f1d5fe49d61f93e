//! Data derived from the state on demand and never stored, so it cannot become stale.

mod open_session;
mod prediction;
mod reachability;

pub use open_session::OpenSession;
pub use prediction::{Predictor, api_answer, prediction_env};
pub use reachability::{Proved, Reachability};
