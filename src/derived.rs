//! Data derived from the state on demand and never stored, so it cannot become stale.

mod comparison;
mod grouped;
mod judged_files;
mod logged_pair;
mod open_session;
mod prediction;
mod proposed;
mod reachability;

pub use comparison::{Compared, Comparison, Configured, Effects, Kind};
pub use grouped::{EQUIVALENT, GROUPED};
pub use judged_files::{FileFault, JudgedFiles, Sources};
pub(crate) use judged_files::{fault_lines, megabytes};
pub use logged_pair::{ShownPair, pair_of};
pub use open_session::OpenSession;
pub use prediction::{Predictor, api_answer, prediction_env};
pub use proposed::Proposals;
pub(crate) use reachability::parts_at;
pub use reachability::{
    AskedPair, EXPLAIN, Explaining, Line, Lines, PARTS_TEXT, PartsText, Proved, Reachability,
};
