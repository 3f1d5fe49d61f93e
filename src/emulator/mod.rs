//! What the API would do: a scene and a call give a reply and the next scene, or an error.
//!
//! Pure: the clock and new ids come from [`Env`]. On an error nothing has changed.

pub mod action;
mod answer;
pub mod call;
pub mod cause;
pub mod common;
mod env;
mod error;
mod error_table;
pub mod params;
mod region;
mod reply;
mod xml;

pub use answer::{Answer, answer};
use answer::{Outcome, Request};
pub use call::{Action, Call, GroupForm, PermissionForm};
pub use env::{Env, Mint, RequestId};
pub use error::{ApiError, ErrorRow, Reach};
pub use error_table::error_rows;
pub use params::Params;
pub use reply::{Field, Reply, Value};
